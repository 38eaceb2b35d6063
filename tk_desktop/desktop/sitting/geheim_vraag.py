"""Asking on which ground and by which organ geheimhouding is imposed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.datumveld import DatumVeld
from tk_desktop.desktop.session.dialoog import Rolvak
from tk_desktop.domain.geheimhouding import Geheimregels


@dataclass(frozen=True, slots=True, kw_only=True)
class Oplegging:
    """What was asked: ``over`` is the key of the item or paper that was chosen, ``grond`` that of the ground."""

    over: str
    onderwerp: str
    grond: str
    orgaan: str
    op: date
    einddatum: date | None
    omvang: str


class Geheimvraag(QDialog):
    """Opens over its parent; ``gegeven`` tells the ``Oplegging``. ``keuzes`` are what can be covered, with names."""

    gegeven = Signal(object)

    def __init__(
        self, keuzes: Sequence[tuple[str, str]], regels: Geheimregels, vandaag: Callable[[], date], ouder: QWidget
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Geheimhouding opleggen")
        self.over, self.grond, self.orgaan = (QComboBox() for _ in range(3))
        for sleutel, naam in keuzes:
            self.over.addItem(naam, sleutel)
        for grond in regels.gronden:
            self.grond.addItem(grond.naam, grond.sleutel)
        self._artikelen = [grond.artikel for grond in regels.gronden]
        self.artikel = QLabel()
        self.artikel.setProperty("zacht", "ja")
        self.artikel.setWordWrap(True)
        self.orgaan.setEditable(True)
        if (regel := self.orgaan.lineEdit()) is not None:
            regel.setAccessibleName("Orgaan")
        self.orgaan.addItems(list(regels.organen))
        self.onderwerp, self.omvang = QLineEdit(), QLineEdit()
        self.op, self.einde = DatumVeld("Op", vandaag), DatumVeld("Opheffing voorstellen op", vandaag)
        self.op.toon(vandaag())
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
            if isinstance(veld, QComboBox):
                veld.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            label = QLabel(woorden)
            label.setBuddy(buddy)
            vorm.addRow(label, veld)
            if veld is self.grond:
                vorm.addRow("", self.artikel)
        midden = QVBoxLayout()
        midden.addWidget(uitleg)
        midden.addLayout(vorm)
        knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.knop = knoppen.addButton("Opleggen", QDialogButtonBox.ButtonRole.AcceptRole)
        self.knop.setDefault(True)
        knoppen.accepted.connect(self._gaf)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addWidget(Rolvak(midden), 1)
        kolom.addWidget(knoppen)
        self.over.currentIndexChanged.connect(self._noem)
        self.orgaan.editTextChanged.connect(self._kijk_na)
        self._noem()
        self.grond.currentIndexChanged.connect(self._noem_artikel)
        self._noem_artikel()
        self.finished.connect(self.deleteLater)
        self.resize(min(self.fontMetrics().averageCharWidth() * 80, ouder.width()), self.sizeHint().height())

    def _noem(self) -> None:
        """Propose the name of what is chosen as the subject."""
        self.onderwerp.setText(self.over.currentText())

    def _noem_artikel(self) -> None:
        """Say which article of the law the ground is, also to who cannot see it."""
        artikel = self._artikelen[self.grond.currentIndex()] if self._artikelen else ""
        self.artikel.setText(artikel)
        self.grond.setAccessibleDescription(artikel)

    def _kijk_na(self, orgaan: str) -> None:
        self.knop.setEnabled(bool(orgaan.strip()))

    def _gaf(self) -> None:
        if self.op.datum is None or self.einde.fout:
            return
        oplegging = Oplegging(
            over=self.over.currentData() or "",
            onderwerp=self.onderwerp.text(),
            grond=self.grond.currentData() or "",
            orgaan=self.orgaan.currentText(),
            op=self.op.datum,
            einddatum=self.einde.datum,
            omvang=self.omvang.text(),
        )
        self.accept()
        self.gegeven.emit(oplegging)
