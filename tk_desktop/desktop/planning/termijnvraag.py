"""Asking how long one dossier is kept, where that is otherwise than usual (K10)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.getalveld import Getalveld
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Knoppenrij
from tk_desktop.domain.dossier import Dossier, Waardering
from tk_desktop.domain.selectielijst import Categorie

_GEWOON = "Zoals de selectielijst zegt"
_MEESTE_JAREN = 200


class Termijnvraag(QDialog):
    """Opens over its parent; ``gegeven`` tells a category, a ``Waardering`` and years (or ``None``), and why."""

    gegeven = Signal(str, object, object, str)

    def __init__(
        self, dossier: Dossier, categorieen: Sequence[Categorie], gebruikelijk: Categorie, ouder: QWidget
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Bewaartermijn")
        self.categorie = QComboBox()
        self._namen = {"": gebruikelijk.naam, **{een.sleutel: een.naam for een in categorieen}}
        self.categorie.addItem("De gebruikelijke", "")
        for een in categorieen:
            self.categorie.addItem(een.naam, een.sleutel)
        self.categorie.setCurrentIndex(max(0, self.categorie.findData(dossier.categorie)))
        self.categorie.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.categorie.currentIndexChanged.connect(self._laat)
        self.voluit = QLabel()  # a field shows the begin of a long name
        self.voluit.setWordWrap(True)
        self.voluit.setProperty("toon", "zacht")
        self.waardering = QComboBox()
        for tekst, waarde in ((_GEWOON, ""), ("Bewaren", "bewaren"), ("Vernietigen na een termijn", "vernietigen")):
            self.waardering.addItem(tekst, waarde)
        self.waardering.setCurrentIndex(
            self.waardering.findData(dossier.waardering.value if dossier.waardering else "")
        )
        self.waardering.currentIndexChanged.connect(self._laat)
        self.jaren = Getalveld()
        self.jaren.setRange(1, _MEESTE_JAREN)
        self._per_categorie = {"": gebruikelijk, **{een.sleutel: een for een in categorieen}}
        self._langste = max((een.termijn or 1 for een in categorieen), default=1)
        self._was = {gebruikelijk.waardering, dossier.waardering or self._gekozen().waardering}
        self.jaren.setValue(dossier.termijn or self._voorstel())
        self.categorie.currentIndexChanged.connect(lambda: self.jaren.setValue(self._voorstel()))
        self.reden = QLineEdit(dossier.toelichting)
        self.reden.textChanged.connect(self._laat)
        vorm = QFormLayout()
        for naam, veld in (
            ("&Categorie", self.categorie),
            ("&Waardering", self.waardering),
            ("&Jaren", self.jaren),
            ("&Toelichting", self.reden),
        ):
            vorm.addRow(naam, veld)
            if veld is self.categorie:
                vorm.addRow("", self.voluit)
        uitleg = QLabel("Een dossier kan anders worden bewaard dan gewoonlijk; de toelichting blijft erbij staan.")
        uitleg.setWordWrap(True)
        knoppen = Knoppenrij(QDialogButtonBox.StandardButton.Cancel)
        self.leg_vast = knoppen.addButton("Vastleggen", QDialogButtonBox.ButtonRole.AcceptRole)
        self.leg_vast.setDefault(True)
        knoppen.accepted.connect(self._gaf)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addWidget(uitleg)
        kolom.addLayout(vorm)
        kolom.addWidget(knoppen)
        self.categorie.setFocus()
        self.setMinimumWidth(min(letterbreedte(self.fontMetrics()) * 60, ouder.width()))
        self.finished.connect(self.deleteLater)
        self._laat()

    def _waarde(self) -> Waardering | None:
        gekozen = str(self.waardering.currentData())
        return Waardering(gekozen) if gekozen else None

    def _gekozen(self) -> Categorie:
        return self._per_categorie[str(self.categorie.currentData())]

    def _voorstel(self) -> int:
        """Return the years of the category; of one that is kept for good the longest term there is."""
        return self._gekozen().termijn or self._langste

    def _laat(self) -> None:
        wordt = self._waarde() or self._gekozen().waardering
        vraagt = wordt is Waardering.VERNIETIGEN and Waardering.BEWAREN in self._was
        self.leg_vast.setEnabled(not vraagt or bool(self.reden.text().strip()))
        self.reden.setPlaceholderText("Waarom dit dossier niet bewaard blijft" if vraagt else "")
        self.voluit.setText(self._namen[str(self.categorie.currentData())])
        self.jaren.setEnabled(self._waarde() is Waardering.VERNIETIGEN)

    def _gaf(self) -> None:
        waarde = self._waarde()
        jaren = self.jaren.value() if waarde is Waardering.VERNIETIGEN else None
        self.accept()
        self.gegeven.emit(str(self.categorie.currentData()), waarde, jaren, self.reden.text().strip())
