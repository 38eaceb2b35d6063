"""Making the papers of a meeting that was held: which, for whom, in which form."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tk_desktop.desktop.sitting.vaststelwoorden import achterafzin
from tk_desktop.desktop.sitting.verslagkeuze import Verslagkeuze
from tk_desktop.domain.datum import kort
from tk_desktop.domain.gewijzigd import na_vaststelling
from tk_desktop.domain.verslag import Verslagstaat
from tk_desktop.domain.zitting import Zitting
from tk_desktop.domain.zittingpapier import Zittingpapier, wacht_op_keuze

_GEWOON = frozenset({Zittingpapier.VERSLAG, Zittingpapier.BESLUITENLIJST, Zittingpapier.ACTIELIJST})


class Verslagvak(QScrollArea):
    """A form that says which papers are made; ``gevraagd`` tells the ``Verslagkeuze`` when they are to be made.

    ``load`` gives the meeting. ``vaststelling`` tells that who asks wants to see what was approved, and set it right.
    """

    gevraagd = Signal(object)
    vaststelling = Signal()

    def __init__(self, load: Callable[[], Zitting]) -> None:
        super().__init__()
        self._load = load
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Verslag en lijsten")
        self.stand = QLabel()
        self.stand.setWordWrap(True)
        self.openbaar = {papier: _vinkje(papier, "openbaar", aan=papier in _GEWOON) for papier in Zittingpapier}
        self.besloten = {papier: _vinkje(papier, "besloten", aan=False) for papier in Zittingpapier}
        self.pdf, self.word = QCheckBox("P&df"), QCheckBox("&Word")
        for vorm in (self.pdf, self.word):
            vorm.setChecked(True)
        self.zonder_namen = QCheckBox("Voor iedereen: &zonder namen van genodigden en notulisten")
        self.knop_vast = QPushButton("&Vaststelling en correcties…")
        self.knop_vast.clicked.connect(self.vaststelling)
        self.knop = QPushButton("&Map kiezen en maken…")
        self.knop.setProperty("hoofd", "ja")
        self.knop.clicked.connect(self._vraag)
        for vinkje in (*self.openbaar.values(), *self.besloten.values(), self.pdf, self.word):
            vinkje.toggled.connect(self._kijk_na)
        self.setWidget(self._vorm())
        self.setFocusProxy(self.knop)
        self.reload()

    @property
    def keuze(self) -> Verslagkeuze:
        """What is ticked."""
        return Verslagkeuze(
            openbaar=frozenset(papier for papier, vinkje in self.openbaar.items() if vinkje.isChecked()),
            besloten=frozenset(papier for papier, vinkje in self.besloten.items() if vinkje.isChecked()),
            pdf=self.pdf.isChecked(),
            word=self.word.isChecked(),
            zonder_namen=self.zonder_namen.isChecked(),
        )

    def reload(self) -> None:
        """Look at the meeting again."""
        zitting = self._load()
        verslag, van = zitting.verslag, zitting.opname.kort
        anders = len(na_vaststelling(zitting))
        self.knop_vast.setVisible(verslag.is_vastgesteld or bool(verslag.heropeningen))
        if verslag.staat is Verslagstaat.VASTGESTELD:
            op = f" op {kort(verslag.vastgesteld_op)}" if verslag.vastgesteld_op else ""
            gewijzigd = " Daarna is er iets gewijzigd; dat komt niet in het verslag." if anders else ""
            stand = f"Het verslag van {van} is vastgesteld{op}.{achterafzin(zitting)}{gewijzigd}"
        else:
            stand = (
                f"Het verslag van {van} is een concept, tot het in een volgende vergadering is vastgesteld. Alles komt "
                "uit wat u tijdens de vergadering vastlegde."
            )
        if zitting.keuzes:
            stand += f" {wacht_op_keuze(zitting)} Kies eerst bij Uitwisselen (Ctrl+7)."
        self.stand.setText(stand)

    def _kijk_na(self) -> None:
        self.knop.setEnabled(not self.keuze.is_leeg)

    def _vraag(self) -> None:
        self.gevraagd.emit(self.keuze)

    def _vorm(self) -> QWidget:
        raster = QGridLayout()
        raster.setHorizontalSpacing(16)
        kop = QLabel("Voor iedereen")
        slot = QLabel("Besloten: met alles erin")
        for label in (kop, slot):
            label.setProperty("kop", "2")
        raster.addWidget(kop, 0, 0)
        raster.addWidget(slot, 0, 1)
        for rij, papier in enumerate(Zittingpapier, 1):
            raster.addWidget(self.openbaar[papier], rij, 0)
            raster.addWidget(self.besloten[papier], rij, 1)
        raster.setColumnStretch(2, 1)
        vormen = QLabel("Vorm")
        vormen.setProperty("kop", "2")
        rij = len(Zittingpapier) + 1
        raster.addWidget(vormen, rij, 0)
        raster.addWidget(self.pdf, rij + 1, 0)
        raster.addWidget(self.word, rij + 1, 1)
        raster.addWidget(self.zonder_namen, rij + 2, 0, 1, 2)
        inhoud = QWidget()
        kolom = QVBoxLayout(inhoud)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(10)
        kolom.addWidget(self.stand)
        kolom.addWidget(self.knop_vast, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addLayout(raster)
        kolom.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addStretch(1)
        return inhoud


def _vinkje(papier: Zittingpapier, voor: str, *, aan: bool) -> QCheckBox:
    naam = "Uittreksel van elk besluit" if papier is Zittingpapier.UITTREKSELS else papier.value.capitalize()
    vinkje = QCheckBox(naam)
    vinkje.setAccessibleName(f"{naam}, {voor}")
    vinkje.setChecked(aan)
    return vinkje
