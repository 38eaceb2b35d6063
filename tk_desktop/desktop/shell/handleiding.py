"""The manual in a window of its own, beside the work: read, and searched by a word (F1)."""

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor, QTextLength, QTextOption, QTextTable
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.paths import manual
from tk_desktop.desktop.parts.letter import letterbreedte

_BEELD = re.compile(r"^!\[.*?\]\(.*?\)\n\n?", re.MULTILINE)
"""Pictures of the screen: who reads this has the screen itself."""
_OVER_BEELDEN = re.compile(r"\s*De beelden hieronder[^.]*\.")


class HandleidingOntbreekt(TkError):
    """The manual does not stand where the program looks for it."""

    code = "TK-D13"
    melding = "De handleiding is niet gevonden bij het programma."
    veilig = "Aan uw werkmap is niets veranderd."
    advies = "Installeer TK Desktop opnieuw. Met Ctrl+/ ziet u de sneltoetsen."


def lees_handleiding() -> str:
    """Return the manual as Markdown, without its pictures, or raise ``HandleidingOntbreekt``."""
    try:
        return _OVER_BEELDEN.sub("", _BEELD.sub("", manual().read_text(encoding="utf-8")), count=1)
    except OSError as fout:
        raise HandleidingOntbreekt from fout


class Handleiding(QDialog):
    """A text with a line to search in it; Enter goes to the next place, round at the end. Esc closes it."""

    def __init__(self, tekst: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Handleiding")
        self.zoek = QLineEdit()
        self.zoek.setAccessibleName("Zoek in de handleiding")
        self.zoek.setPlaceholderText("Typ een woord en druk op Enter")
        self.tekst = QTextBrowser()
        self.tekst.setAccessibleName("Handleiding")
        self.tekst.setOpenLinks(False)
        self.tekst.setTabChangesFocus(True)
        self.tekst.setMarkdown(tekst)
        self._laat_passen()
        self.tekst.anchorClicked.connect(self._ga_naar)
        self._uitleg = QLabel("Dat woord staat niet in de handleiding.")
        self._uitleg.setProperty("zacht", "ja")
        self._uitleg.hide()
        sluit = QPushButton("Sluiten")
        sluit.setAutoDefault(False)
        sluit.clicked.connect(self.reject)
        label = QLabel("&Zoek")
        label.setBuddy(self.zoek)
        rij = QHBoxLayout()
        for deel in (label, self.zoek, sluit):
            rij.addWidget(deel)
        kolom = QVBoxLayout(self)
        kolom.addLayout(rij)
        kolom.addWidget(self._uitleg)
        kolom.addWidget(self.tekst, 1)
        self.zoek.returnPressed.connect(self.zoek_verder)
        letter = letterbreedte(self.fontMetrics())
        self.resize(min(letter * 110, ouder.width()), round(ouder.height() * 0.9))

    def _laat_passen(self) -> None:
        """Keep all of the text within the window: tables take its width, and lines of commands go on below."""
        self.tekst.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for deel in self.tekst.document().rootFrame().childFrames():
            if isinstance(deel, QTextTable):
                vorm = deel.format()
                vorm.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                deel.setFormat(vorm)
        blok = self.tekst.document().begin()
        while blok.isValid():
            if blok.blockFormat().nonBreakableLines():
                heel = blok.blockFormat()
                heel.setNonBreakableLines(False)
                QTextCursor(blok).setBlockFormat(heel)
            blok = blok.next()
        self.tekst.moveCursor(QTextCursor.MoveOperation.Start)

    def zoek_verder(self) -> None:
        """Go to the next place of the word that is typed."""
        woord = self.zoek.text().strip()
        gevonden = not woord or self.tekst.find(woord)
        if not gevonden:
            self.tekst.moveCursor(QTextCursor.MoveOperation.Start)
            gevonden = self.tekst.find(woord)
        self._uitleg.setVisible(not gevonden)

    def _ga_naar(self, waar: QUrl) -> None:
        if waar.hasFragment():
            self.tekst.scrollToAnchor(waar.fragment())
