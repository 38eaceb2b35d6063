"""Taking a vote: by show of hands, by roll call with the keys V, T and O, weighted or secret; and setting it right."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.session.dialoog import Rolvak
from tk_desktop.desktop.sitting.tafelwoorden import stemzin
from tk_desktop.desktop.sitting.tel_vak import Telvak
from tk_desktop.desktop.sitting.toetslijst import ID, Toetslijst
from tk_desktop.domain.stemming import Keuze, Stemming, Stemsoort, Stemwijze

_WIJZEN: tuple[tuple[str, Stemwijze, bool], ...] = (
    ("Handopsteken", Stemwijze.HANDOPSTEKEN, False),
    ("Hoofdelijk, één voor één", Stemwijze.HOOFDELIJK, False),
    ("Gewogen, één voor één", Stemwijze.HOOFDELIJK, True),
    ("Schriftelijk en geheim", Stemwijze.SCHRIFTELIJK, False),
)
_TOETSEN = {Qt.Key.Key_V: Keuze.VOOR, Qt.Key.Key_T: Keuze.TEGEN, Qt.Key.Key_O: Keuze.ONTHOUDING}
_KNOPPEN = (
    (Keuze.VOOR, "check", "Voor (V)"),
    (Keuze.TEGEN, "x", "Tegen (T)"),
    (Keuze.ONTHOUDING, "circle", "Onthouding (O)"),
    (None, "undo-2", "Nog geen stem (Del)"),
)
_BESLOTEN = "Be&sloten: alleen in het besloten verslag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stembeeld:
    """What the screen shows: the votes on an item and the one that is looked at; without one another is called.

    ``dicht`` says that the item is besloten, so that each vote is; ``anders`` how the list of names differs by now.
    """

    stemmingen: tuple[Stemming, ...] = ()
    nu: Stemming | None = None
    dicht: bool = False
    anders: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stembegin:
    """What was filled in to call a vote."""

    onderwerp: str
    wijze: Stemwijze
    gewogen: bool
    besloten: bool
    soort: Stemsoort
    indiener: str


class Stemvak(QWidget):
    """The votes on one item; ``load`` gives what there is to show.

    ``begonnen`` tells the ``Stembegin`` of a vote that is called, ``gestemd`` what one voted, ``geteld`` the numbers
    for, against and abstaining, ``gewijzigd`` another subject, whether it is besloten and who handed it in, ``gekozen``
    the id of another vote, ``bijgewerkt`` that who take part follow the list of names, ``nieuw`` that another vote is
    wanted, ``weg`` that this one goes.
    """

    begonnen = Signal(object)
    gestemd = Signal(str, object)
    geteld = Signal(int, int, int)
    gewijzigd = Signal(str, bool, str)
    gekozen = Signal(str)
    bijgewerkt = Signal()
    nieuw = Signal()
    weg = Signal()

    def __init__(self, load: Callable[[], Stembeeld], onderwerp: str) -> None:
        super().__init__()
        self._load = load
        self._nu: Stemming | None = None
        self.setAccessibleName("Stemming")
        self.onderwerp = QLineEdit(onderwerp)
        self._voorstel = onderwerp
        self.soort = QComboBox()
        for soort in Stemsoort:
            self.soort.addItem(soort.value.capitalize(), soort.value)
        self.van, self.indiener = QLineEdit(), QLineEdit()
        self.indiener.setAccessibleName("Wie diende dit in")
        self.wijze = QComboBox()
        for nummer, (woorden, _, _) in enumerate(_WIJZEN):
            self.wijze.addItem(woorden, nummer)
        self.dicht = QCheckBox(_BESLOTEN)
        self.knop = QPushButton("Stemming &beginnen")
        self.knop.setProperty("hoofd", "ja")
        self.welke = QComboBox()
        self.welke.setAccessibleName("Welke stemming bij dit punt")
        self.welke.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.uitslag, self.mee, self.anders = _zin(), _zin(), _zin()
        self.uitslag.setProperty("kop", "2")
        self.mee.setProperty("zacht", "ja")
        self.anders.setProperty("toon", "oranje")
        self.knop_bij = QPushButton(icon("users"), "Deelnemers bijwer&ken")
        self.tellen = Telvak()
        self.aantallen = self.tellen.aantallen
        self.lijst = Toetslijst(_TOETSEN)
        self.lijst.setAccessibleName("Wie stemmen: V voor, T tegen, O onthouding")
        self.knoppen = {keuze: QPushButton(icon(teken), woorden) for keuze, teken, woorden in _KNOPPEN}
        self.titel = QLineEdit()
        self.titel.setAccessibleName("Onderwerp van deze stemming")
        self.is_dicht = QCheckBox(_BESLOTEN)
        self.knop_nieuw = QPushButton("&Nog een stemming")
        self.knop_weg = QPushButton(icon("trash-2"), "Stemming weg&halen")
        self._leg_uit()
        self._verbind()
        self.reload()

    def reload(self) -> None:
        """Show the vote as it stands now; a subject that is being typed stays."""
        beeld = self._load()
        was = self._stem_blad.isHidden()
        self._nu = beeld.nu
        self._begin_blad.setVisible(beeld.nu is None)
        self._stem_blad.setVisible(beeld.nu is not None)
        self.dicht.setEnabled(not beeld.dicht)
        if beeld.dicht:
            self.dicht.setChecked(True)
        if beeld.nu is not None:
            self._toon(beeld, beeld.nu)
        if was is not self._stem_blad.isHidden():
            self.ga_naar()
        if self.isVisible():
            QTimer.singleShot(0, self._rol, self._rol.laat_passen)  # once what was hidden asks for no room any more

    def ga_naar(self) -> None:
        """Put the keyboard where one goes on."""
        if self._stem_blad.isHidden():
            waar: QWidget = self.onderwerp
        else:
            waar = self.lijst if self.lijst.isVisibleTo(self) else self.aantallen[Keuze.VOOR]
        waar.setFocus()
        if isinstance(waar, QSpinBox):
            waar.selectAll()  # what is typed takes the place of the nought
        self._rol.ensureWidgetVisible(waar)

    def leg_vast(self) -> None:
        """Tell another subject that is typed and not yet told."""
        nu = self._nu
        getypt = (self.titel.text().strip(), self.is_dicht.isChecked(), " ".join(self.indiener.text().split()))
        if nu is not None and getypt != (nu.onderwerp, nu.besloten, nu.indiener):
            self.gewijzigd.emit(*getypt)

    def _toon(self, beeld: Stembeeld, stemming: Stemming) -> None:
        hoofdelijk = stemming.wijze is Stemwijze.HOOFDELIJK
        geheim = ", geheim" if stemming.wijze.is_geheim else ""
        self.uitslag.setText(stemzin(stemming))
        wie = f"{len(stemming.stemmen)} leden doen mee{geheim}"
        self.mee.setText(f"{wie}; samen {stemming.mogelijk} stemmen." if stemming.gewogen else f"{wie}.")
        self.anders.setText(beeld.anders)
        for deel in (self.anders, self.knop_bij):
            deel.setVisible(bool(beeld.anders))
        self.tellen.setVisible(not hoofdelijk)
        self.tellen.toon(stemming)
        self.lijst.setVisible(hoofdelijk)
        self._stemknoppen.setVisible(hoofdelijk)
        if not self.titel.hasFocus():
            self.titel.setText(stemming.onderwerp)
        if not self.indiener.hasFocus():
            self.indiener.setText(stemming.indiener)
        self._wat.setRowVisible(self.indiener, stemming.soort is not Stemsoort.VOORSTEL)
        with QSignalBlocker(self.is_dicht), QSignalBlocker(self.welke):
            self.is_dicht.setChecked(stemming.besloten)
            self.is_dicht.setEnabled(not beeld.dicht)
            self.welke.clear()
            for nummer, een in enumerate(beeld.stemmingen, 1):
                self.welke.addItem(f"{nummer}. {stemzin(een)}", een.id)
            self.welke.setCurrentIndex(self.welke.findData(stemming.id))
        self._welke.setVisible(len(beeld.stemmingen) > 1)
        if hoofdelijk:
            self._vul(stemming)

    def _vul(self, stemming: Stemming) -> None:
        staat = [self.lijst.topLevelItem(rij) for rij in range(self.lijst.topLevelItemCount())]
        if [item.data(0, ID) for item in staat if item is not None] != [stem.id for stem in stemming.stemmen]:
            self.lijst.clear()
            self.lijst.addTopLevelItems([QTreeWidgetItem() for _ in stemming.stemmen])
            self.lijst.setCurrentIndex(self.lijst.model().index(0, 0))
        self.lijst.setColumnHidden(1, not stemming.gewogen)
        for rij, stem in enumerate(stemming.stemmen):
            item = self.lijst.topLevelItem(rij)
            if item is None:
                continue
            naam = f"{stem.naam} ({stem.namens})" if stem.namens else stem.naam
            keuze = stem.keuze.value if stem.keuze is not None else "–"
            for kolom, tekst in enumerate((naam, str(stem.gewicht), keuze)):
                item.setText(kolom, tekst)
            item.setData(0, ID, stem.id)
            gewicht = f", {stem.gewicht} stemmen" if stemming.gewogen else ""
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{naam}{gewicht}: {keuze}")
        self.lijst.volg({stem.id: stem.keuze for stem in stemming.stemmen})

    def _begin(self) -> None:
        _, wijze, gewogen = _WIJZEN[self.wijze.currentData()]
        self.begonnen.emit(
            Stembegin(
                onderwerp=self.onderwerp.text(),
                wijze=wijze,
                gewogen=gewogen,
                besloten=self.dicht.isChecked(),
                soort=Stemsoort(self.soort.currentData()),
                indiener=self.van.text(),
            )
        )

    def _kies_soort(self) -> None:
        """Ask for the words of an amendement or a motie and who handed it in; a proposal has those of its item."""
        eigen = self.soort.currentData() != Stemsoort.VOORSTEL.value
        self._begin_vorm.setRowVisible(self.van, eigen)
        if self.onderwerp.text() in ("", self._voorstel):
            self.onderwerp.setText("" if eigen else self._voorstel)
        QTimer.singleShot(0, self._rol, self._rol.laat_passen)

    def _kies(self) -> None:
        self.gekozen.emit(self.welke.currentData())

    def _druk(self) -> None:
        for keuze, knop in self.knoppen.items():
            if knop is self.sender():
                self.lijst.geef(keuze)

    def _verbind(self) -> None:
        self.knop.clicked.connect(self._begin)
        for naam in ("Return", "Enter"):
            begin = QShortcut(toets_van(naam), self._begin_blad, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            begin.activated.connect(self._begin)
        self.tellen.geteld.connect(self.geteld)
        self.lijst.gegeven.connect(self.gestemd)
        for knop in self.knoppen.values():
            knop.clicked.connect(self._druk)
        self.welke.activated.connect(self._kies)
        self.soort.currentIndexChanged.connect(self._kies_soort)
        self.titel.editingFinished.connect(self.leg_vast)
        self.indiener.editingFinished.connect(self.leg_vast)
        self.is_dicht.toggled.connect(self.leg_vast)
        self.knop_bij.clicked.connect(self.bijgewerkt)
        self.knop_nieuw.clicked.connect(self.nieuw)
        self.knop_weg.clicked.connect(self.weg)

    def _leg_uit(self) -> None:
        begin = _formulier()
        for woorden, veld in (
            ("&Onderwerp", self.onderwerp),
            ("&Wijze", self.wijze),
            ("Stemming o&ver", self.soort),
            ("&Ingediend door", self.van),
        ):
            veld.setAccessibleName(woorden.replace("&", ""))
            begin.addRow(woorden, veld)
        begin.addRow("", self.dicht)
        knop = QHBoxLayout()
        knop.addWidget(self.knop)
        knop.addStretch(1)
        begin.addRow("", knop)
        self._begin_vorm = begin
        begin.setRowVisible(self.van, False)
        self._begin_blad = QWidget()
        self._begin_blad.setLayout(begin)
        self._stem_blad = self._maak_stem_blad()
        self._stem_blad.hide()
        inhoud = QVBoxLayout()
        inhoud.addWidget(self._begin_blad)
        inhoud.addWidget(self._stem_blad, 1)
        self._rol = Rolvak(inhoud)
        geheel = QVBoxLayout(self)
        geheel.setContentsMargins(0, 0, 0, 0)
        geheel.addWidget(self._rol)

    def _maak_stem_blad(self) -> QWidget:
        self.lijst.setHeaderLabels(["Naam", "Gewicht", "Stem"])
        self.lijst.setRootIsDecorated(False)
        self.lijst.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self.lijst.header().setStretchLastSection(False)
        self.lijst.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.lijst.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        welke, wat = _formulier(), _formulier()
        welke.addRow("&Welke stemming", self.welke)
        wat.addRow("On&derwerp", self.titel)
        wat.addRow("&Ingediend door", self.indiener)
        wat.addRow("", self.is_dicht)
        self._wat = wat
        self._welke, onder = QWidget(), QWidget()
        for blad, vorm in ((self._welke, welke), (onder, wat)):
            blad.setLayout(vorm)
            vorm.setContentsMargins(0, 0, 0, 0)
        self._stemknoppen, rest = QWidget(), QWidget()
        boven, beneden = Stroom(self._stemknoppen), Stroom(rest)
        for knop in self.knoppen.values():
            boven.addWidget(knop)
        for knop in (self.knop_nieuw, self.knop_weg):
            beneden.addWidget(knop)
        stem_blad = QWidget()
        kolom = QVBoxLayout(stem_blad)
        kolom.setContentsMargins(0, 0, 0, 0)
        for deel in (self._welke, self.uitslag, self.mee, self.anders):
            kolom.addWidget(deel)
        kolom.addWidget(self.knop_bij, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addWidget(self.tellen)
        kolom.addWidget(self.lijst, 1)
        for deel in (self._stemknoppen, onder, rest):
            kolom.addWidget(deel)
        kolom.addStretch()
        return stem_blad


def _formulier() -> QFormLayout:
    vorm = QFormLayout()
    vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return vorm


def _zin() -> QLabel:
    zin = QLabel()
    zin.setWordWrap(True)
    zin.setTextFormat(Qt.TextFormat.PlainText)
    return zin
