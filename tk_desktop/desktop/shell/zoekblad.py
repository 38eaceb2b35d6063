"""Searching all papers at once, while one types."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.session.regels import Regel, Regellijst
from tk_desktop.desktop.shell.zoekkeuzes import Zoekkeuzes
from tk_desktop.domain.zoekvraag import Zoekvraag
from tk_desktop.pack.zoeken import Zoekuitkomst
from tk_desktop.pack.zoekvragen import choice_of

_RUST = 30
"""Milliseconds without a key after which the question is put."""


class Zoekblad(QWidget):
    """A line to type in and what was found; ``gevraagd`` tells the question, ``gekozen`` the place that was opened.

    ``keuzes`` is by what it is narrowed. ``bewaren_gevraagd`` tells that the question is to be kept, ``vergeten`` the
    id of a kept one that is not wanted any more.
    """

    gevraagd = Signal(str)
    gekozen = Signal(object)
    bewaren_gevraagd = Signal()
    vergeten = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Zoeken")
        self.veld = QLineEdit()
        self.veld.setAccessibleName("Zoek in alle stukken")
        self.veld.setPlaceholderText("Typ een woord, een naam of “een zin”")
        self.veld.setToolTip("Een zin tussen aanhalingstekens; een begin van een woord met een sterretje: woord*")
        self.veld.setClearButtonEnabled(True)
        self.bewaard = QToolButton()
        self.bewaard.setText("Bewaarde vragen")
        self.bewaard.setIcon(icon("star"))
        self.bewaard.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.bewaard.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.bewaard.setMenu(QMenu(self.bewaard))
        self.bewaard.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.keuzes = Zoekkeuzes()
        self.lijst = Regellijst(
            "Gevonden", ["Waar", "Blz.", "Tekst"], rekt=2, leeg="Typ een woord om in alle stukken te zoeken."
        )
        self._telling = QLabel()
        self._telling.setProperty("zacht", "ja")
        self._kop_notities = QLabel("Uw aantekeningen")
        self._kop_notities.setProperty("kop", "2")
        self.notities = Regellijst(
            "Uw aantekeningen", ["Vergadering en stuk", "Blz.", "Aantekening"], rekt=2, zonder_kop=True
        )
        self.notities.gekozen.connect(self.gekozen)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(16, 12, 16, 12)
        kolom.addWidget(self.veld)
        kolom.addWidget(self.keuzes)
        onder = QHBoxLayout()
        onder.addWidget(self._telling, 1)
        onder.addWidget(self.bewaard)
        kolom.addLayout(onder)
        kolom.addWidget(self.lijst, 2)
        kolom.addWidget(self._kop_notities)
        kolom.addWidget(self.notities, 1)
        self._toon_notities(())
        self._getoond = ""
        self._meteen = False
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST)
        self._rust.timeout.connect(self._vraag)
        self.veld.textChanged.connect(self._rust.start)
        self.veld.installEventFilter(self)
        self.lijst.gekozen.connect(self.gekozen)
        self.keuzes.veranderd.connect(self._vraag)
        self.toon_bewaard(())

    @property
    def vraag(self) -> str:
        """What is sought."""
        return self.veld.text().strip()

    def toon_keuzes(self, vraag: str, uitkomst: Zoekuitkomst) -> None:
        """Show by what the answer to a question can be narrowed, unless another was put since."""
        if vraag == self.vraag:
            self.keuzes.toon(uitkomst)

    def toon_bewaard(self, vragen: Sequence[Zoekvraag]) -> None:
        """Show the questions that were kept."""
        menu = self.bewaard.menu()
        menu.clear()
        menu.addAction(icon("plus"), "&Bewaar deze zoekvraag", self.bewaren_gevraagd.emit)
        menu.addSeparator()
        weg = QMenu("&Vergeten", menu)
        for een in vragen:
            naam = een.naam.replace("&", "&&")
            menu.addAction(icon("search"), naam, partial(self._zoek_weer, een))
            weg.addAction(icon("x"), naam, partial(self.vergeten.emit, een.id))
        if vragen:
            menu.addSeparator()
            menu.addMenu(weg)

    def toon(self, vraag: str, regels: Sequence[Regel], notities: Sequence[Regel] = ()) -> None:
        """Show what was found for a question in papers and in notes, unless another was put since."""
        if vraag != self.veld.text().strip():
            return
        self._getoond = vraag
        self.lijst.leeg = self._niets(bool(notities)) if vraag else ""
        self.lijst.toon(regels)
        self._toon_notities(notities)
        self._telling.setText(_telling(len(regels), len(notities)))
        if not vraag:
            self.keuzes.wis()
        if self._meteen:
            self._open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be ready to type."""
        super().focusInEvent(event)
        self.veld.setFocus()
        self.veld.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter open what is chosen, and the arrow go down to the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open()
                return True
            if event.key() == Qt.Key.Key_Down:
                (self.lijst if self.lijst.regels else self.notities).setFocus()
                return True
        return super().eventFilter(watched, event)

    def _niets(self, wel_genoteerd: bool) -> str:
        """Return what is told when no paper holds the words."""
        if self.keuzes.is_beperkt:
            return "Hierin is niets gevonden. Kies bij een van de lijsten weer alles."
        if wel_genoteerd:
            return "In de stukken staan deze woorden niet, in uw aantekeningen wel."
        return "Niets gevonden. Probeer een ander woord, of een begin met een sterretje: zwem*"

    def _toon_notities(self, regels: Sequence[Regel]) -> None:
        """Show notes under the papers; without any there is no room for them."""
        self.notities.toon(regels)
        self._kop_notities.setVisible(bool(regels))
        self.notities.setVisible(bool(regels))

    def _open(self) -> None:
        """Open what is chosen; what is still being sought is opened as soon as it is found."""
        self._meteen = self._getoond != self.veld.text().strip()
        adres = self.lijst.huidig() or self.notities.huidig()
        if adres is not None and not self._meteen:
            self.gekozen.emit(adres)

    def _vraag(self) -> None:
        self.gevraagd.emit(self.vraag)

    def _zoek_weer(self, een: Zoekvraag) -> None:
        """Put a kept question again."""
        self.keuzes.kies(choice_of(een))
        self.veld.setText(een.vraag)
        self._vraag()
        self.veld.setFocus()


def _telling(stukken: int, notities: int) -> str:
    if not notities:
        return f"{stukken} gevonden" if stukken else ""
    in_notities = "1 aantekening" if notities == 1 else f"{notities} aantekeningen"
    return f"{stukken} gevonden in de stukken, {in_notities}" if stukken else f"{in_notities} gevonden"
