"""One bouwsteen: the tree that one walks with reasons, what scenarios do with it, questions, and its paper."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QGroupBox, QLabel, QPushButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.keuzelijst import Keuzelijst
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.tekstveld import Regelveld
from tk_desktop.domain.afkorting import uitleg
from tk_desktop.domain.getal import duizendtal
from tk_desktop.domain.kernstand import Kernstand
from tk_desktop.domain.kerntaken import (
    KADER,
    Bouwsteen,
    Bouwsteenvraag,
    Categorie,
    Kadervraag,
    Keuze,
    keuzes_voor,
)
from tk_desktop.domain.scenarios import Scenario, Scenariocel

_ANTWOORDEN = (("nog geen antwoord", None), ("ja", True), ("nee", False))
_WIS = "antwoord wissen"


class Kaderrij(QWidget):
    """A question of the tree with its answer and the reason; ``gekozen`` tells the answer, ``reden`` why.

    The answer nothing takes an earlier one back.
    """

    gekozen = Signal(str, object)
    reden = Signal(str, str)

    def __init__(self, vraag: Kadervraag) -> None:
        super().__init__()
        self.vraag = vraag.id
        woorden = QLabel(vraag.vraag)
        woorden.setWordWrap(True)
        self.antwoord = Keuzelijst()
        self.antwoord.setAccessibleName(f"Antwoord op: {vraag.vraag}")
        for tekst, waarde in _ANTWOORDEN:
            self.antwoord.addItem(tekst, waarde)
        self.waarom = Regelveld(f"Reden bij: {vraag.vraag}")
        self.waarom.setPlaceholderText("Waarom?")
        woorden.setBuddy(self.antwoord)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 4)
        for deel in (woorden, self.antwoord, self.waarom):
            kolom.addWidget(deel)
        self.antwoord.activated.connect(self._koos)
        self.waarom.getypt.connect(partial(self.reden.emit, self.vraag))

    def toon(self, antwoord: bool | None, reden: str, *, zelfde: bool) -> None:
        """Show the answer that there is; a reason goes with an answer."""
        with QSignalBlocker(self.antwoord):
            self.antwoord.setItemText(0, _ANTWOORDEN[0][0] if antwoord is None else _WIS)
            self.antwoord.setCurrentIndex(next(i for i, (_, waarde) in enumerate(_ANTWOORDEN) if waarde is antwoord))
        self.waarom.setVisible(antwoord is not None)
        self.waarom.toon(reden, zelfde=zelfde)

    def _koos(self) -> None:
        self.gekozen.emit(self.vraag, self.antwoord.currentData())


class Scenariorij(QWidget):
    """What one scenario does with the bouwsteen; ``gewijzigd`` tells the choice, the amount and the reason as typed.

    ``gekozen`` tells that another choice was made: what it costs then, follows from that.
    """

    gewijzigd = Signal(str, str, str, str)
    gekozen = Signal(str, str, str)

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self._id = scenario.id
        naam = f"{scenario.code} {scenario.naam}"
        woord = QLabel(naam)
        self.keuze = Keuzelijst()
        self.keuze.setAccessibleName(f"Keuze in {naam}")
        self.bedrag = Regelveld(f"Kosten in {naam}")
        self.bedrag.setPlaceholderText("Kosten in euro")
        self.waarom = Regelveld(f"Toelichting in {naam}")
        self.waarom.setPlaceholderText("Toelichting")
        self.mis = _zin("", zacht=True)
        self.mis.hide()
        woord.setBuddy(self.keuze)
        woord.setToolTip(scenario.omschrijving)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 4)
        for deel in (woord, self.keuze, self.mis, self.bedrag, self.waarom):
            kolom.addWidget(deel)
        self.keuze.activated.connect(self._kies)
        self.bedrag.getypt.connect(self._vertel)
        self.waarom.getypt.connect(self._vertel)

    def toon(self, cel: Scenariocel, toelichting: str, keuzes: Sequence[Keuze], *, zelfde: bool) -> None:
        """Show what this scenario does; ``keuzes`` are what the category allows."""
        with QSignalBlocker(self.keuze):
            self.keuze.clear()
            for keuze in dict.fromkeys((*keuzes, cel.keuze)):
                self.keuze.addItem(keuze.value, keuze.value)
            self.keuze.setCurrentIndex(self.keuze.findData(cel.keuze.value))
        self.bedrag.toon("" if cel.bedrag is None else duizendtal(cel.bedrag), zelfde=zelfde)
        self.waarom.toon(toelichting, zelfde=zelfde)

    def _kies(self) -> None:
        self.gekozen.emit(self._id, str(self.keuze.currentData()), self.waarom.text())

    def _vertel(self) -> None:
        self.gewijzigd.emit(self._id, str(self.keuze.currentData()), self.bedrag.text(), self.waarom.text())


class Bouwsteenblad(QWidget):
    """Shows one bouwsteen; its signals tell ids and what was typed.

    ``beantwoord`` and ``reden`` tell a question of the tree, ``gekozen`` and ``gewijzigd`` a scenario, ``gevraagd``,
    ``geantwoord`` and ``vraag_weg`` a question about the bouwsteen, ``kosten`` and ``naam`` its own fields, ``terug``
    that one is done.
    """

    beantwoord = Signal(str, object)
    reden = Signal(str, str)
    gekozen = Signal(str, str, str)
    gewijzigd = Signal(str, str, str, str)
    gevraagd = Signal(str, str)
    geantwoord = Signal(str, str)
    vraag_weg = Signal(str)
    kosten = Signal(str)
    naam = Signal(str)
    terug = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Bouwsteen")
        self.terugknop = QPushButton("Terug naar het overzicht (Esc)")
        self.terugknop.clicked.connect(self.terug)
        self.kop, self.uitkomst = QLabel(), QLabel()
        for label in (self.kop, self.uitkomst):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.kop.setProperty("zacht", "ja")
        self.naamveld, self.nu = Regelveld("Naam van de bouwsteen"), Regelveld("Kosten nu, in euro")
        self.naamveld.getypt.connect(self.naam)
        self.nu.getypt.connect(self.kosten)
        self.kader = [Kaderrij(vraag) for vraag in KADER.vragen]
        for rij in self.kader:
            rij.gekozen.connect(self.beantwoord)
            rij.reden.connect(self.reden)
        self.nieuwe_vraag, self.vrager = Regelveld("Nieuwe vraag over deze bouwsteen"), Regelveld("Wie dat vraagt")
        self.stel = QPushButton("Vraag stellen")
        self.stel.clicked.connect(self._stel)
        self.scenarios: list[Scenariorij] = []
        self.antwoorden: list[Regelveld] = []
        self._vraagknoppen: list[QPushButton] = []
        self._steen = ""
        self._inhoud: tuple[object, ...] = ()
        self._leg_uit()

    def toon(self, stand: Kernstand, steen: Bouwsteen) -> None:
        """Show a bouwsteen as it stands."""
        zelfde = steen.id == self._steen
        self._steen = steen.id
        deel = stand.deel_van(steen)
        self.kop.setText(" · ".join(woord for woord in (deel.naam, steen.groep, steen.nummer) if woord))
        self.kop.setToolTip(uitleg((self.kop.text(),), stand.afkortingen))
        self.naamveld.toon(steen.naam, zelfde=zelfde)
        self.naamveld.setToolTip(uitleg((steen.naam,), stand.afkortingen))
        self.nu.toon("" if steen.bedrag is None else duizendtal(steen.bedrag), zelfde=zelfde)
        self._toon_kader(stand, steen, zelfde=zelfde)
        vragen = stand.vragen_over(steen.id)
        inhoud = (steen.id, stand.scenarios, tuple((een.id, een.vraag, een.van) for een in vragen), steen.velden)
        if inhoud != self._inhoud:
            self._inhoud = inhoud
            self._bouw(stand, steen, vragen)
        mag = keuzes_voor(steen)
        geordend = [keuze for keuze in Keuze if keuze in mag]
        for rij, scenario, cel in zip(self.scenarios, stand.scenarios, stand.cellen(steen.id), strict=True):
            rij.toon(cel, stand.toelichting(scenario.id, steen.id), geordend, zelfde=zelfde)
            rij.mis.setVisible(cel.keuze not in mag)
            rij.mis.setText(f"Waarschuwing: in categorie {steen.categorie} kan dit niet. Kies iets anders.")
        for veld, vraag in zip(self.antwoorden, vragen, strict=True):
            veld.toon(vraag.antwoord, zelfde=zelfde)

    def leg_vast(self) -> None:
        """Tell what is typed and not told yet, before something else is shown."""
        for veld in self.findChildren(Regelveld):
            if veld not in (self.nieuwe_vraag, self.vrager):
                veld.leg_vast()

    def _toon_kader(self, stand: Kernstand, steen: Bouwsteen, *, zelfde: bool) -> None:
        gelopen = stand.wandeling(steen.id)
        te_zien = {vraag.id for vraag, _ in gelopen.stappen} | ({gelopen.volgende.id} if gelopen.volgende else set())
        for rij in self.kader:
            afweging = stand.afweging(steen.id, rij.vraag)
            rij.setVisible(rij.vraag in te_zien)
            rij.toon(afweging.antwoord if afweging else None, afweging.reden if afweging else "", zelfde=zelfde)
        grond = Categorie(steen.categorie) if steen.categorie else None
        delen = [f"Categorie {grond.value}: {grond.omschrijving}" if grond else "Nog zonder categorie."]
        delen.append(stand.anders_dan_stuk(steen))
        if gelopen.keuze is not None:
            delen.append(f"Het kader komt uit op: {gelopen.keuze.value}.")
        elif not gelopen.stappen and grond:
            delen.append("Die staat in het stuk; hieronder weegt u zelf.")
        self.uitkomst.setText(" ".join(deel for deel in delen if deel))

    def _leg_uit(self) -> None:
        eigen = QFormLayout()
        eigen.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        eigen.addRow("&Naam", self.naamveld)
        eigen.addRow("Kosten nu", self.nu)
        self._scenariovak, self._vraagvak, self._papiervak = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        weging, naast, vragen, papier = (
            _vak(naam) for naam in ("Afwegingskader", "Scenario’s", "Vragen en antwoorden", "Wat het stuk zegt")
        )
        binnen = QVBoxLayout(weging)
        binnen.addWidget(self.uitkomst)
        for rij in self.kader:
            binnen.addWidget(rij)
        naast.setLayout(self._scenariovak)
        onder = QVBoxLayout(vragen)
        onder.addLayout(self._vraagvak)
        for veld in (self.nieuwe_vraag, self.vrager):
            veld.setPlaceholderText(veld.accessibleName())
            onder.addWidget(veld)
        onder.addWidget(self.stel, 0, Qt.AlignmentFlag.AlignLeft)
        papier.setLayout(self._papiervak)
        vlak = QWidget()
        kolom = QVBoxLayout(vlak)
        kolom.addWidget(self.kop)
        kolom.addLayout(eigen)
        for vak in (weging, naast, vragen, papier):
            kolom.addWidget(vak)
        kolom.addStretch(1)
        rol = Rolblad()
        rol.setWidget(vlak)
        vlak.installEventFilter(rol)
        alles = QVBoxLayout(self)
        alles.setContentsMargins(0, 0, 0, 0)
        alles.addWidget(self.terugknop, 0, Qt.AlignmentFlag.AlignLeft)
        alles.addWidget(rol, 1)

    def _bouw(self, stand: Kernstand, steen: Bouwsteen, vragen: Sequence[Bouwsteenvraag]) -> None:
        """Make the rows that differ from one bouwsteen to another."""
        for vak in (self._scenariovak, self._vraagvak, self._papiervak):
            _leeg(vak)
        self.scenarios = [Scenariorij(scenario) for scenario in stand.scenarios]
        for rij in self.scenarios:
            rij.gekozen.connect(self.gekozen)
            rij.gewijzigd.connect(self.gewijzigd)
            self._scenariovak.addWidget(rij)
        if not self.scenarios:
            self._scenariovak.addWidget(_zin("Er zijn nog geen scenario’s."))
        self.antwoorden, self._vraagknoppen = [], []
        for vraag in vragen:
            veld = Regelveld(f"Antwoord op: {vraag.vraag}")
            veld.setPlaceholderText("Antwoord")
            veld.getypt.connect(partial(self.geantwoord.emit, vraag.id))
            woord = _zin(f"{vraag.vraag} ({vraag.van})" if vraag.van else vraag.vraag)
            woord.setToolTip(uitleg((vraag.vraag, vraag.van), stand.afkortingen))
            woord.setBuddy(veld)
            self._vraagvak.addWidget(woord)
            self._vraagvak.addWidget(veld)
            weg = QPushButton("Vraag verwijderen")
            weg.setObjectName("vraag-weg")
            weg.setAccessibleName(f"Vraag verwijderen: {vraag.vraag}")
            weg.clicked.connect(partial(self.vraag_weg.emit, vraag.id))
            self._vraagvak.addWidget(weg, 0, Qt.AlignmentFlag.AlignLeft)
            self.antwoorden.append(veld)
            self._vraagknoppen.append(weg)
        teksten = {veld.kolom_id: veld.tekst for veld in steen.velden}
        for kolom in stand.deel_van(steen).kolommen:
            if teksten.get(kolom.id):
                self._papiervak.addWidget(_zin(kolom.naam, zacht=True))
                woorden = _zin(teksten[kolom.id])
                woorden.setToolTip(uitleg((woorden.text(),), stand.afkortingen))
                self._papiervak.addWidget(woorden)
        if not teksten:
            self._papiervak.addWidget(_zin("Deze bouwsteen komt niet uit een stuk."))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go from top to bottom: rows that are made later come last of themselves."""
        rijen: list[QWidget] = [
            *(veld for rij in self.kader for veld in (rij.antwoord, rij.waarom)),
            *(veld for rij in self.scenarios for veld in (rij.keuze, rij.bedrag, rij.waarom)),
        ]
        for veld, weg in zip(self.antwoorden, self._vraagknoppen, strict=True):
            rijen += [veld, weg]
        for een, ander in pairwise([*rijen, self.nieuwe_vraag, self.vrager, self.stel]):
            QWidget.setTabOrder(een, ander)

    def _stel(self) -> None:
        if self.nieuwe_vraag.text().strip():
            vraag, van = self.nieuwe_vraag.text(), self.vrager.text()
            self.nieuwe_vraag.toon("")
            self.nieuwe_vraag.clear()
            self.gevraagd.emit(vraag, van)
            self.nieuwe_vraag.setFocus()


def _vak(naam: str) -> QGroupBox:
    vak = QGroupBox(naam)
    vak.setAccessibleName(naam)
    return vak


def _zin(tekst: str, *, zacht: bool = False) -> QLabel:
    label = QLabel(tekst)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if zacht:
        label.setProperty("zacht", "ja")
    return label


def _leeg(vak: QVBoxLayout) -> None:
    while (deel := vak.takeAt(0)) is not None:
        if (widget := deel.widget()) is not None:
            widget.hide()
            widget.deleteLater()
