"""The register of geheimhouding: every duty of secrecy with its steps, and the next step to take (J4, J5, J6)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.datumveld import DatumVeld
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.leeg import Leegzin
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.domain.datum import kort
from tk_desktop.domain.datuminvoer import Ligging
from tk_desktop.domain.geheimhouding import Geheimhouding, Grond

_ID = int(Qt.ItemDataRole.UserRole)
_LEEG = "Er is geen geheimhouding. U legt die op bij een punt: ‘Geheimhouding opleggen’ in het menu Verslag."


@dataclass(frozen=True, slots=True, kw_only=True)
class Geheimregel:
    """A duty as the list shows it: of which body, on which ground, and what it covers in words."""

    geheim: Geheimhouding
    gremium: str
    grond: Grond
    over: tuple[str, ...]
    ingezien: tuple[str, ...] = ()


class Geheimvak(Rolblad):
    """Shows the register that ``load`` gives.

    ``bekrachtigd`` and ``opgeheven`` tell the id of a duty, the organ and the day of that step; ``einde_gekozen`` its
    id and the day on which lifting is to be proposed, or ``None``; ``geagendeerd`` the id of one whose lifting is to
    be put on the next agenda.
    """

    bekrachtigd = Signal(str, str, object)
    opgeheven = Signal(str, str, object)
    einde_gekozen = Signal(str, object)
    geagendeerd = Signal(str)

    def __init__(
        self, load: Callable[[], Sequence[Geheimregel]], organen: Sequence[str], vandaag: Callable[[], date]
    ) -> None:
        super().__init__()
        self._load = load
        self._vandaag = vandaag
        self._regels: dict[str, Geheimregel] = {}
        self._getoond = ""
        self.setAccessibleName("Geheimhouding")
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Register van geheimhouding")
        self.lijst.setWordWrap(True)
        self.leeg = Leegzin(self.lijst)
        self.lijst.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self.lijst.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.uitleg = QLabel()
        self.uitleg.setWordWrap(True)
        self.uitleg.setTextFormat(Qt.TextFormat.PlainText)
        self.orgaan = QComboBox()
        self.orgaan.setAccessibleName("Orgaan")
        self.orgaan.setEditable(True)
        if (regel := self.orgaan.lineEdit()) is not None:
            regel.setAccessibleName("Orgaan")
        self.orgaan.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.orgaan.addItems(list(organen))
        self.op = DatumVeld("Op", vandaag, Ligging.DICHTBIJ)
        self.op.toon(vandaag())
        self.einde = DatumVeld("Opheffing voorstellen op", vandaag)
        self.knop_bekrachtig = QPushButton(icon("stamp"), "&Bekrachtigen")
        self.knop_op = QPushButton(icon("eye"), "Op&heffen")
        self.knop_agenda = QPushButton(icon("calendar-plus"), "Opheffing op de &agenda")
        self.lijst.currentItemChanged.connect(self._toon_regel)
        self.orgaan.editTextChanged.connect(self._zet_knoppen)
        self.knop_bekrachtig.clicked.connect(self._bekrachtig)
        self.knop_op.clicked.connect(self._hef_op)
        self.knop_agenda.clicked.connect(self._agendeer)
        self.einde.klaar.connect(self._kies_einde)
        self.setWidget(self._vorm())
        self.setFocusProxy(self.lijst)
        self.reload()

    def reload(self) -> None:
        """Look at the register again; the duty that was chosen stays so."""
        nu = self.huidig
        self._regels = {regel.geheim.id: regel for regel in self._load()}
        self.lijst.clear()
        for regel in self._regels.values():
            item = QListWidgetItem(icon("eye" if regel.geheim.is_opgeheven else "lock"), _zin(regel, self._vandaag()))
            item.setData(_ID, regel.geheim.id)
            self.lijst.addItem(item)
        ids = list(self._regels)
        self.lijst.setCurrentRow(ids.index(nu) if nu in ids else 0)
        self._toon_regel()

    @property
    def huidig(self) -> str:
        """The id of the duty that is chosen; empty when there is none."""
        item = self.lijst.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def _toon_regel(self) -> None:
        regel = self._regels.get(self.huidig)
        geldt = regel is not None and not regel.geheim.is_opgeheven
        for deel in (self.orgaan, self.op, self.einde, self.knop_agenda):
            deel.setEnabled(geldt)
        if regel is not None and regel.geheim.id != self._getoond and regel.geheim.opheffer:
            self.orgaan.setEditText(regel.geheim.opheffer)  # who imposed it may lift it
        self._getoond = self.huidig
        self._zet_knoppen()
        self.uitleg.setText(_uitleg(regel) if regel else "")
        self.uitleg.setVisible(regel is not None)
        self.leeg.zeg("" if self._regels else _LEEG)
        self.einde.toon(regel.geheim.einddatum if regel else None)

    def _zet_knoppen(self) -> None:
        """Let a step be taken by an organ that has a name, when it is there to take."""
        regel = self._regels.get(self.huidig)
        kan = regel is not None and not regel.geheim.is_opgeheven and bool(self.orgaan.currentText().strip())
        self.knop_op.setEnabled(kan)
        self.knop_bekrachtig.setEnabled(kan and regel is not None and not regel.geheim.is_bekrachtigd)

    def _bekrachtig(self) -> None:
        if self.op.datum is not None:
            self.bekrachtigd.emit(self.huidig, self.orgaan.currentText(), self.op.datum)

    def _hef_op(self) -> None:
        if self.op.datum is not None:
            self.opgeheven.emit(self.huidig, self.orgaan.currentText(), self.op.datum)

    def _agendeer(self) -> None:
        self.geagendeerd.emit(self.huidig)

    def _kies_einde(self) -> None:
        regel = self._regels.get(self.huidig)
        if regel is not None and not self.einde.fout and self.einde.datum != regel.geheim.einddatum:
            self.einde_gekozen.emit(regel.geheim.id, self.einde.datum)

    def _vorm(self) -> QWidget:
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for woorden, veld, buddy in (
            ("Opheffing &voorstellen op", self.einde, self.einde.regel),
            ("O&rgaan", self.orgaan, self.orgaan),
            ("O&p", self.op, self.op.regel),
        ):
            label = QLabel(woorden)
            label.setBuddy(buddy)
            vorm.addRow(label, veld)
        rij = QWidget()
        knoppen = Stroom(rij)
        for knop in (self.knop_bekrachtig, self.knop_op, self.knop_agenda):
            knoppen.addWidget(knop)
        inhoud = QWidget()
        kolom = QVBoxLayout(inhoud)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(self.uitleg)
        kolom.addLayout(vorm)
        kolom.addWidget(rij)
        return inhoud


def _zin(regel: Geheimregel, vandaag: date) -> str:
    """Return a duty as one line: ``Onderhandeling – geheim sinds 11-3-2026, opheffen voorstellen``."""
    geheim = regel.geheim
    laatste = max(geheim.gebeurtenissen, key=lambda een: (een.datum, een.volgorde), default=None)
    stand = f"{laatste.stap.value} op {kort(laatste.datum)}" if laatste else "niet opgelegd"
    beurt = ", opheffing voorstellen" if geheim.moet_worden_opgeheven(vandaag) else ""
    return f"{geheim.onderwerp} · {regel.gremium} · {stand}{beurt}"


def _uitleg(regel: Geheimregel) -> str:
    """Return what a duty covers, why, what was done about it and who looked, a line each."""
    geheim = regel.geheim
    stappen = sorted(geheim.gebeurtenissen, key=lambda een: (een.datum, een.volgorde))
    regels = [
        f"Grond: {regel.grond.naam} ({regel.grond.artikel})",
        f"Rust op: {'; '.join(regel.over)}" if regel.over else "",
        f"Omvang: {geheim.omvang}" if geheim.omvang else "",
        *(f"{een.stap.value.capitalize()} door {een.orgaan} op {kort(een.datum)}" for een in stappen),
        f"Ingezien: {'; '.join(regel.ingezien)}" if regel.ingezien else "",
    ]
    return "\n".join(regel for regel in regels if regel)
