"""Asking on which ground and by which organ geheimhouding is imposed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.datumveld import DatumVeld
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Rolvak, geef_maat
from tk_desktop.domain.datuminvoer import Ligging
from tk_desktop.domain.geheimhouding import Geheimregels
from tk_desktop.domain.opsomming import opsomming

_SLEUTEL = int(Qt.ItemDataRole.UserRole)
_TITEL = _SLEUTEL + 1
_GEEN_GROND = "Kies een grond"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geheimkeuze:
    """Something that can be covered: its key, its name, its title, and whether its box is ticked to begin with."""

    sleutel: str
    naam: str
    titel: str
    aan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Invulling:
    """What stands in the question when it opens; an empty ``onderwerp`` is that of what is ticked."""

    keuzes: tuple[Geheimkeuze, ...]
    orgaan: str
    op: date
    onderwerp: str = ""
    grond: str = ""
    einddatum: date | None = None
    omvang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oplegging:
    """What was asked: ``over`` are the keys of the item and papers that are ticked, ``grond`` that of the ground."""

    over: tuple[str, ...]
    onderwerp: str
    grond: str
    orgaan: str
    op: date
    einddatum: date | None
    omvang: str


class Geheimvraag(QDialog):
    """Opens over its parent with ``invulling``; ``gegeven`` tells the ``Oplegging``.

    No ground is chosen until somebody, or the besluit itself, says which: that is what the law asks to be told.
    """

    gegeven = Signal(object)

    def __init__(self, invulling: Invulling, regels: Geheimregels, vandaag: Callable[[], date], ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Geheimhouding opleggen")
        self._artikelen = {grond.sleutel: grond.artikel for grond in regels.gronden}
        self._eigen_onderwerp = bool(invulling.onderwerp)
        self.over = _keuzelijst(invulling.keuzes)
        self.grond = _keuzeveld("Grond")
        self.grond.addItem(_GEEN_GROND, "")
        for grond in regels.gronden:
            self.grond.addItem(grond.naam, grond.sleutel)
        self.grond.setCurrentIndex(max(0, self.grond.findData(invulling.grond)))
        self.artikel, self.mist = QLabel(), QLabel()
        for zacht in (self.artikel, self.mist):
            zacht.setProperty("zacht", "ja")
            zacht.setWordWrap(True)
        self.orgaan = _keuzeveld("Orgaan")
        self.orgaan.setEditable(True)
        if (regel := self.orgaan.lineEdit()) is not None:
            regel.setAccessibleName("Orgaan")
        self.orgaan.addItems(list(dict.fromkeys((invulling.orgaan, *regels.organen))))
        self.onderwerp, self.omvang = QLineEdit(invulling.onderwerp), QLineEdit(invulling.omvang)
        self.op, self.einde = DatumVeld("Op", vandaag, Ligging.DICHTBIJ), DatumVeld("Opheffing voorstellen op", vandaag)
        self.op.toon(invulling.op)
        self.einde.toon(invulling.einddatum)
        knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.knop = knoppen.addButton("Opleggen", QDialogButtonBox.ButtonRole.AcceptRole)
        self.knop.setDefault(True)
        knoppen.accepted.connect(self._gaf)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addWidget(Rolvak(self._midden()), 1)
        kolom.addWidget(self.mist)
        kolom.addWidget(knoppen)
        self.over.itemChanged.connect(self._noem)
        self.onderwerp.textEdited.connect(self._noemde_zelf)
        self.grond.currentIndexChanged.connect(self._noem_artikel)
        for teken in (
            self.over.itemChanged,
            self.grond.currentIndexChanged,
            self.orgaan.editTextChanged,
            self.onderwerp.textChanged,
            self.op.veranderd,
        ):
            teken.connect(self._kijk_na)
        self._noem()
        self._noem_artikel()
        self._kijk_na()
        self.finished.connect(self.deleteLater)
        geef_maat(self, min(letterbreedte(self.fontMetrics()) * 80, ouder.width()), self.sizeHint().height())
        if not invulling.grond:
            self.grond.setFocus()

    def kies(self, *sleutels: str) -> None:
        """Tick exactly these."""
        for item in self._items():
            aan = item.data(_SLEUTEL) in sleutels
            item.setCheckState(Qt.CheckState.Checked if aan else Qt.CheckState.Unchecked)

    @property
    def gekozen(self) -> tuple[str, ...]:
        """The keys of what is ticked, in order."""
        return tuple(str(een.data(_SLEUTEL)) for een in self._items() if een.checkState() is Qt.CheckState.Checked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.over.item(rij) for rij in range(self.over.count())]

    def _noem(self) -> None:
        """Propose the name of what is ticked first as the subject, until one is typed."""
        namen = [str(een.data(_TITEL)) for een in self._items() if een.checkState() is Qt.CheckState.Checked]
        if not self._eigen_onderwerp and namen:
            self.onderwerp.setText(namen[0])

    def _noemde_zelf(self) -> None:
        self._eigen_onderwerp = True

    def _noem_artikel(self) -> None:
        """Say which article of the law the ground is, also to who cannot see it."""
        artikel = self._artikelen.get(str(self.grond.currentData() or ""), "")
        self.artikel.setText(artikel)
        self.artikel.setVisible(bool(artikel))
        self.grond.setAccessibleDescription(artikel)

    def _kijk_na(self) -> None:
        """Say what is still to be filled in before it can be imposed."""
        nodig = {
            "waar die op rust": bool(self.gekozen),
            "het onderwerp": bool(self.onderwerp.text().strip()),
            "de grond": bool(self.grond.currentData()),
            "het orgaan": bool(self.orgaan.currentText().strip()),
            "de dag": self.op.datum is not None,
        }
        mist = [naam for naam, er in nodig.items() if not er]
        self.mist.setText(f"Kies of vul nog in: {opsomming(mist)}." if mist else "")
        self.mist.setVisible(bool(mist))
        self.knop.setEnabled(not mist)

    def _gaf(self) -> None:
        if self.op.datum is None or self.einde.fout or not self.knop.isEnabled():
            return
        oplegging = Oplegging(
            over=self.gekozen,
            onderwerp=self.onderwerp.text(),
            grond=str(self.grond.currentData() or ""),
            orgaan=self.orgaan.currentText(),
            op=self.op.datum,
            einddatum=self.einde.datum,
            omvang=self.omvang.text(),
        )
        self.accept()
        self.gegeven.emit(oplegging)

    def _midden(self) -> QVBoxLayout:
        uitleg = QLabel("Wat u kiest wordt meteen besloten, en blijft dat tot de geheimhouding is opgeheven.")
        uitleg.setWordWrap(True)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for woorden, veld in (
            ("&Rust op", self.over),
            ("Onder&werp", self.onderwerp),
            ("&Grond", self.grond),
            ("&Orgaan", self.orgaan),
            ("O&p", self.op),
            ("O&mvang", self.omvang),
            ("Opheffing &voorstellen op", self.einde),
        ):
            buddy = veld.regel if isinstance(veld, DatumVeld) else veld
            buddy.setAccessibleName(woorden.replace("&", ""))
            label = QLabel(woorden)
            label.setBuddy(buddy)
            vorm.addRow(label, veld)
            if veld is self.grond:
                vorm.addRow("", self.artikel)
        midden = QVBoxLayout()
        midden.addWidget(uitleg)
        midden.addLayout(vorm)
        midden.addStretch(1)
        return midden


def _keuzeveld(naam: str) -> QComboBox:
    veld = QComboBox()
    veld.setAccessibleName(naam)
    veld.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return veld


def _keuzelijst(keuzes: Sequence[Geheimkeuze]) -> QListWidget:
    """Return the names with a box before each, as high as a few of them."""
    lijst = QListWidget()
    for keuze in keuzes:
        item = QListWidgetItem(keuze.naam)
        item.setData(_SLEUTEL, keuze.sleutel)
        item.setData(_TITEL, keuze.titel)
        item.setToolTip(keuze.naam)
        item.setCheckState(Qt.CheckState.Checked if keuze.aan else Qt.CheckState.Unchecked)
        lijst.addItem(item)
    lijst.setCurrentRow(0)
    lijst.setFixedHeight(lijst.fontMetrics().lineSpacing() * 3 // 2 * min(max(len(keuzes), 2), 5))
    return lijst
