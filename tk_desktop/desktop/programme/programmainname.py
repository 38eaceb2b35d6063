"""What a report tells of a programme, to look over before it is taken over."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat
from tk_desktop.desktop.session.dialoog import Knoppenrij, geef_maat
from tk_desktop.desktop.session.regels import zet_koppen
from tk_desktop.domain.begroting import Regelbedrag
from tk_desktop.domain.getal import duizendtal
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.programma import Programma
from tk_desktop.domain.programmalezing import Gelezenproject, Programmalezing
from tk_desktop.domain.projectnaam import zoek_naam

_KOPPEN = ("Wat er staat", "Fase", "Start", "Eind")
_VRAGEN = 4
"""Lines of what is not certain that are seen at once."""


class Programmainname(QDialog):
    """Shows a ``Programmalezing``; ``overnemen`` tells the reading with its name, and the programme it goes into.

    That programme is an id, or empty for a new one. Nothing is kept here.
    """

    overnemen = Signal(object, str)

    def __init__(
        self, bestand: str, lezing: Programmalezing, programmas: Sequence[Programma], ouder: QWidget | None = None
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Programma uit een rapport overnemen")
        self._lezing = lezing
        self.uitleg = QLabel(_uitleg(bestand, lezing))
        self.uitleg.setWordWrap(True)
        self.uitleg.setTextFormat(Qt.TextFormat.PlainText)
        self.keuze, self.naam = QComboBox(), QLineEdit(lezing.naam)
        self.keuze.setAccessibleName("Overnemen in")
        self.keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.keuze.setMinimumContentsLength(16)
        self.naam.setAccessibleName("Naam van het programma")
        self.keuze.addItem("Een nieuw programma", "")
        for een in programmas:
            self.keuze.addItem(f"Bijwerken: {een.naam}", een.id)
        zelfde = zoek_naam(lezing.naam, [een.naam for een in programmas])
        self.keuze.setCurrentIndex(max(0, self.keuze.findText(f"Bijwerken: {zelfde}")) if zelfde else 0)
        self.vragen = QListWidget()
        self.vragen.setAccessibleName("Om na te kijken")
        self.vragen.setWordWrap(True)
        self.vragen.addItems([f"⚠ {vraag}" for vraag in lezing.vragen()])
        self.vragen.setVisible(bool(lezing.vragen()))
        Lettermaat(self.vragen, lambda letters: self.vragen.setMaximumHeight(letters.lineSpacing() * (_VRAGEN + 1)))
        self.boom = QTreeWidget()
        self._vul()
        self._leg_uit()
        self.keuze.currentIndexChanged.connect(self._toets)
        self.naam.textChanged.connect(self._toets)
        self._toets()
        geef_maat(self, letterbreedte(self.fontMetrics()) * 110, self.fontMetrics().height() * 30)

    def _leg_uit(self) -> None:
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("Overnemen &in", self.keuze)
        vorm.addRow("&Naam", self.naam)
        knoppen = Knoppenrij()
        self.over = knoppen.addButton("&Overnemen", QDialogButtonBox.ButtonRole.AcceptRole)
        self.over.setProperty("hoofd", "ja")
        knoppen.addButton("Niet overnemen", QDialogButtonBox.ButtonRole.RejectRole)
        knoppen.accepted.connect(self._neem_over)
        knoppen.rejected.connect(self.reject)
        for knop in knoppen.findChildren(QPushButton):
            knop.setAutoDefault(False)
        self.over.setDefault(True)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self.uitleg)
        kolom.addLayout(vorm)
        kolom.addWidget(self.vragen)
        kolom.addWidget(self.boom, 1)
        kolom.addWidget(knoppen)

    def _vul(self) -> None:
        boom = self.boom
        boom.setAccessibleName("Wat er in het rapport staat")
        zet_koppen(boom, _KOPPEN)
        boom.header().setAccessibleName("Kolommen van wat er in het rapport staat")
        boom.header().setStretchLastSection(False)
        boom.setUniformRowHeights(True)
        boom.setAllColumnsShowFocus(True)
        boom.setTabKeyNavigation(False)
        boom.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for lijn in self._lezing.themalijnen:
            kop = _rij(boom, (f"Themalijn: {lijn.naam}", "", "", ""))
            for project in lijn.projecten:
                _rij(kop, _woorden(project))
            boom.expandItem(kop)
        for deel in self._lezing.kerndelen:
            kop = _rij(
                boom,
                (f"Onderdeel: {deel.naam}, {meervoud(len(deel.bouwstenen), 'bouwsteen', 'bouwstenen')}", "", "", ""),
            )
            for steen in deel.bouwstenen:
                grond = f"grond {steen.categorie}" if steen.categorie else ""
                _rij(kop, (f"{steen.nummer} {steen.naam}".strip(), grond, "", ""))
        if self._lezing.scenarios:
            kop = _rij(boom, (f"Scenario’s: {len(self._lezing.scenarios)}", "", "", ""))
            for scenario in self._lezing.scenarios:
                _rij(kop, (f"{scenario.code} {scenario.naam}", "", "", ""))
        if self._lezing.regels:
            kop = _rij(boom, (f"Begroting: {len(self._lezing.regels)} regels", "", "", ""))
            for regel in self._lezing.regels:
                bedragen = ", ".join(f"{een.soort.value} {_bedrag(een)}" for een in regel.bedragen)
                _rij(kop, (f"{regel.naam}: {bedragen}", "", "", ""))
        if self._lezing.afkortingen:
            kop = _rij(boom, (f"Afkortingen: {len(self._lezing.afkortingen)}", "", "", ""))
            for kort, lang in self._lezing.afkortingen:
                _rij(kop, (f"{kort}: {lang}", "", "", ""))
        for kolom in range(1, len(_KOPPEN)):
            boom.header().setSectionResizeMode(kolom, QHeaderView.ResizeMode.ResizeToContents)
        boom.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        Lettermaat(boom, lambda letters: boom.header().setMinimumSectionSize(letterbreedte(letters) * 9))
        boom.setCurrentIndex(boom.model().index(0, 0))

    def _toets(self) -> None:
        nieuw = not self.keuze.currentData()
        self.naam.setEnabled(nieuw)
        self.over.setEnabled(not nieuw or bool(self.naam.text().strip()))

    def _neem_over(self) -> None:
        self.overnemen.emit(replace(self._lezing, naam=self.naam.text().strip()), str(self.keuze.currentData()))
        self.accept()


def _rij(ouder: QTreeWidget | QTreeWidgetItem, teksten: Sequence[str]) -> QTreeWidgetItem:
    item = QTreeWidgetItem(ouder, list(teksten))
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(tekst for tekst in teksten if tekst))
    item.setToolTip(0, teksten[0])
    if not any(teksten[1:]):
        item.setFirstColumnSpanned(True)
    return item


def _woorden(project: Gelezenproject) -> tuple[str, ...]:
    naam = f"↳ {project.naam}" if project.is_sub else project.naam
    return naam, project.fase, project.start, project.eind


def _bedrag(een: Regelbedrag) -> str:
    """Return an amount, or as it was written with a sign where it is not certain."""
    return f"⚠ {een.tekst}" if een.twijfel or een.bedrag is None else duizendtal(een.bedrag)


def _uitleg(bestand: str, lezing: Programmalezing) -> str:
    hoofd = sum(not een.is_sub for een in lezing.projecten)
    aantallen = (
        (len(lezing.themalijnen), "themalijn", "themalijnen"),
        (hoofd, "project", "projecten"),
        (len(lezing.projecten) - hoofd, "subproject", "subprojecten"),
        (sum(len(deel.bouwstenen) for deel in lezing.kerndelen), "bouwsteen", "bouwstenen"),
        (len(lezing.scenarios), "scenario", "scenario’s"),
        (len(lezing.regels), "begrotingsregel", "begrotingsregels"),
    )
    delen = [meervoud(*rij) for rij in aantallen if rij[0]]
    over = f" over {lezing.periode.naam}" if lezing.periode else ""
    vragen = len(lezing.vragen())
    na = f" {meervoud(vragen, 'ding', 'dingen')} om na te kijken." if vragen else ""
    return f"Gelezen in ‘{bestand}’{over}: {', '.join(delen)}.{na} Er wordt niets bewaard voordat u het overneemt."
