"""All keys on one sheet, by where they act, made of the table of commands (Ctrl+/)."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.commands import OPDRACHTEN
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.opdracht import Plek
from tk_desktop.desktop.parts.toets import toets_van

_KOPPEN = {
    Plek.OVERAL: "Overal",
    Plek.AGENDA: "In de agenda",
    Plek.STUKKEN: "In de lijst met stukken",
    Plek.NOTA: "In de nota en andere opgemaakte tekst",
    Plek.CONTROLE: "In de controle",
    Plek.WERKBLAD: "In een vergadering",
    Plek.LEZER: "Bij het lezen",
    Plek.BLADEN: "Op de bladzijden",
    Plek.TAFEL: "Tijdens het vergaderen",
    Plek.BESLUITEN: "Bij de besluiten",
    Plek.PROGRAMMA: "Bij het programma",
    Plek.ACTIES: "Bij de acties",
}
_ZONDER_OPDRACHT: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "In een tabel",
        (("Tab", "Volgende cel van een tabel"),),
    ),
    (
        "Op de bladzijden, zonder opdracht",
        (
            ("F3", "Volgende vindplaats"),
            ("Shift+F3", "Vorige vindplaats"),
            ("Alt+Left", "Terug naar waar u een koppeling volgde"),
            ("F7", "Cursor in de tekst aan of uit"),
            ("Shift+Right", "Tekst selecteren"),
            ("Ctrl+C", "Geselecteerde tekst kopiëren"),
            ("Ctrl+A", "De hele bladzijde selecteren"),
        ),
    ),
    (
        "In een venster over het venster",
        (
            ("Esc", "Sluiten; wat u deed is bewaard"),
            ("Ctrl+Z", "Ongedaan maken wat u daar deed"),
        ),
    ),
)
"""Keys that are no command of the window: those of a field, and those of every dialog."""


def toetsen(gegeven: Collection[str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield for each place where keys act its name, and its keys with what they do; ``gegeven`` are ids of commands."""
    for plek, kop in _KOPPEN.items():
        hier = [een for een in OPDRACHTEN if een.plek is plek and een.toetsen and een.id in gegeven]
        if hier:
            yield kop, [(" of ".join(_leesbaar(toets) for toets in een.toetsen), een.naam) for een in hier]
    for kop, vast in _ZONDER_OPDRACHT:
        yield kop, [(_leesbaar(toets), wat) for toets, wat in vast]


class Toetsenblad(QDialog):
    """The keys under each other, with a line to find one by a word or by the keys themselves."""

    def __init__(self, gegeven: Collection[str], ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Sneltoetsen")
        self.zoek = QLineEdit()
        self.zoek.setAccessibleName("Zoek een toets")
        self.zoek.setPlaceholderText("Typ een woord of een toets")
        self.zoek.setClearButtonEnabled(True)
        self.lijst = QTreeWidget()
        self.lijst.setAccessibleName("Sneltoetsen")
        self.lijst.setHeaderLabels(["Wat", "Toets"])
        self.lijst.header().setAccessibleName("Kolommen van de sneltoetsen")
        self.lijst.header().setStretchLastSection(False)
        self.lijst.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.lijst.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.lijst.setRootIsDecorated(False)
        self.lijst.setItemsExpandable(False)
        self._leeg = QLabel("Geen toets gevonden. Met Alt+Q vindt u elke opdracht, ook die zonder toets.")
        self._leeg.setProperty("zacht", "ja")
        self._leeg.setWordWrap(True)
        self._leeg.hide()
        knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        for deel in (self.zoek, self.lijst, self._leeg, knoppen):
            kolom.addWidget(deel)
        self._vul(gegeven)
        self.zoek.textChanged.connect(self._filter)
        letter = letterbreedte(self.fontMetrics())
        self.resize(min(letter * 90, ouder.width() - 2 * letter), round(ouder.height() * 0.9))

    def regels(self) -> list[tuple[str, str]]:
        """Return the lines that are shown: what, and its keys."""
        return [(regel.text(0), regel.text(1)) for _, regel in self._paren() if not regel.isHidden()]

    def _vul(self, gegeven: Collection[str]) -> None:
        for kop, paren in toetsen(gegeven):
            groep = QTreeWidgetItem([kop, ""])
            vet = groep.font(0)
            vet.setBold(True)
            groep.setFont(0, vet)
            groep.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.lijst.addTopLevelItem(groep)
            for toets, wat in paren:
                regel = QTreeWidgetItem([wat, toets])
                regel.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{wat}: {toets}")
                groep.addChild(regel)
        self.lijst.expandAll()
        self.lijst.setCurrentItem(next(regel for _, regel in self._paren()))

    def _paren(self) -> Iterator[tuple[QTreeWidgetItem, QTreeWidgetItem]]:
        for nummer in range(self.lijst.topLevelItemCount()):
            groep = self.lijst.topLevelItem(nummer)
            if groep is not None:
                for rij in range(groep.childCount()):
                    regel = groep.child(rij)
                    if regel is not None:
                        yield groep, regel

    def _filter(self, tekst: str) -> None:
        woorden = tekst.casefold().split()
        zichtbaar: set[str] = set()
        for groep, regel in self._paren():
            waar = f"{groep.text(0)} {regel.text(0)} {regel.text(1)}".casefold()
            past = all(woord in waar for woord in woorden)
            regel.setHidden(not past)
            zichtbaar |= {groep.text(0)} if past else set()
            groep.setHidden(groep.text(0) not in zichtbaar)
        self._leeg.setVisible(not zichtbaar)


def _leesbaar(toets: str) -> str:
    return toets_van(toets).toString(QKeySequence.SequenceFormat.NativeText)
