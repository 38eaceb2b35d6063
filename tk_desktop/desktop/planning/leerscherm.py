"""Teaching a layout: one points at a line of a pack, says what it is, and sees at once what the pack gives then."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.pages.bladkijker import Bladkijker, VraagBlad
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.icons import blanco, icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.session.dialoog import Knoppenrij, Rolvak, geef_maat
from tk_desktop.intake.aanwijzing import (
    KOLOMMEN,
    ROLLEN,
    Aanwijzing,
    Les,
    Rol,
    Rolsoort,
    Wijsregel,
    regels_van,
    rol_van,
    stel_kolommen_voor,
    stel_woord_voor,
)
from tk_desktop.intake.indeling import GEWOON, Indeling
from tk_desktop.intake.indelingles import naam_uit
from tk_desktop.intake.pakvoorstel import Pakvoorstel
from tk_desktop.paper.pakbladen import Pakbladen

Proef = Callable[[Les, Callable[[Pakvoorstel], None], Callable[[TkError], None]], object]
"""Reads the pack by a lesson beside other work; calls back, in the window's thread, with what it gave or a fault."""
_UITLEG = (
    "Kies een regel (in de lijst, of klik hem aan op de bladzijde), zeg wat die is, en druk op ‘Wijs aan’. Wat u niet "
    "aanwijst, blijft zoals TK Desktop het al las."
)
_LIJSTREGELS = 5
"""Lines of a list that are seen at least where there is room."""


class Leerscherm(QDialog):
    """Gathers what somebody says of lines; ``geleerd`` gives the ``Les`` when it is to be kept. Nothing is kept before.

    ``bekend`` are all layouts, ``eigen`` the names of those of this werkmap, ``naar`` is the one that is begun with.
    """

    geleerd = Signal(object)
    beheren = Signal()
    """The user wants to see which layouts were taught."""

    def __init__(
        self,
        bladen: Pakbladen,
        vraag_blad: VraagBlad,
        proef: Proef,
        *,
        bekend: Sequence[Indeling],
        eigen: Sequence[str],
        naar: str,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self._bladen = bladen
        self._proef = proef
        self._bekend = bekend
        self._eigen = eigen
        self._naar = naar
        self._regels: tuple[Wijsregel, ...] = ()
        self._kolomkeuzes: list[tuple[str, QComboBox]] = []
        self.aanwijzingen: tuple[Aanwijzing, ...] = ()
        self.setWindowTitle("Indeling leren")
        self.balk = Meldbalk(sluitbaar=False)
        self.balk.hide()
        self.kijker = Bladkijker(len(bladen.bladen), vraag_blad)
        self.kijker.gewezen.connect(self._kies_op_blad)
        self.kijker.gebladerd.connect(self._toon_blad)
        self._maak_velden()
        self._bouw()
        QShortcut(toets_van("Ctrl+Return"), self, self._wijs_aan)
        letter = self.fontMetrics()
        geef_maat(self, letterbreedte(letter) * 150, letter.height() * 42)
        self.naam.setText(naar if naar in eigen else "")
        self._kies_rol()
        self._toon_blad(1)
        self._werk_knop_bij()
        self._probeer()

    def _maak_velden(self) -> None:
        self.regels, self.gewezen, self.uitkomst = (QListWidget() for _ in range(3))
        for lijst, naam in (
            (self.regels, "Regels op deze bladzijde"),
            (self.gewezen, "Wat u hebt aangewezen"),
            (self.uitkomst, "Wat het pak zo oplevert"),
        ):
            lijst.setAccessibleName(naam)
            lijst.setWordWrap(True)
            if lijst is not self.uitkomst:
                lijst.setMinimumHeight(_LIJSTREGELS * self.fontMetrics().height())
        self.regels.currentRowChanged.connect(self._toon_regel)
        self.rol = QComboBox()
        self.rol.setAccessibleName("Wat is deze regel?")
        self.rol.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rol.setMinimumContentsLength(12)
        for rol in ROLLEN:
            self.rol.addItem(rol.naam, rol.pad)
        self.rol.currentIndexChanged.connect(self._kies_rol)
        self.woord = QComboBox()
        self.woord.setEditable(True)
        self.woord.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.woord.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.woord.setMinimumContentsLength(12)
        self.woord.setAccessibleName("Woord op papier")
        regel = self.woord.lineEdit()
        if regel is not None:
            regel.setAccessibleName("Woord op papier")
            regel.returnPressed.connect(self._wijs_aan)
        self.wijs = QPushButton("&Wijs aan")
        self.wijs.setToolTip("Deze regel is dat (Ctrl+Enter)")
        self.wijs.clicked.connect(self._wijs_aan)
        self.vergeet = QPushButton("&Haal weg")
        self.vergeet.setToolTip("Wat hierboven is gekozen, is niet aangewezen")
        self.vergeet.clicked.connect(self._haal_weg)
        weg = QShortcut(toets_van("Delete"), self.gewezen, self._haal_weg)
        weg.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.telling = _uitleg("")
        self.naam = QLineEdit()
        self.naam.setAccessibleName("Naam van de indeling")
        self.naam.setPlaceholderText("Naam van de organisatie")
        self.naam.textChanged.connect(self._werk_knop_bij)

    def _bouw(self) -> None:
        self.vorm = QFormLayout()
        self.vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.vorm.addRow("Wat is deze &regel?", self.rol)
        self.vorm.addRow("W&oord op papier", self.woord)
        self.kolommen = QWidget()
        self.kolomvorm = QFormLayout(self.kolommen)
        self.kolomvorm.setContentsMargins(0, 0, 0, 0)
        self.kolomvorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        naamvorm = QFormLayout()
        naamvorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        naamvorm.addRow("&Naam van de indeling", self.naam)
        kolom = QVBoxLayout()
        kolom.addWidget(_uitleg(_UITLEG))
        kolom.addWidget(_naam("Regels op deze &bladzijde", self.regels))
        kolom.addWidget(self.regels, 2)
        kolom.addLayout(self.vorm)
        kolom.addWidget(self.kolommen)
        kolom.addWidget(self.wijs)
        kolom.addWidget(_naam("&Aangewezen", self.gewezen))
        kolom.addWidget(self.gewezen, 1)
        kolom.addWidget(self.vergeet)
        vlak = QSplitter(Qt.Orientation.Horizontal)
        vlak.addWidget(self._links())
        vlak.addWidget(Rolvak(kolom))
        vlak.setStretchFactor(0, 1)
        vlak.setStretchFactor(1, 1)
        vlak.setChildrenCollapsible(False)
        knoppen = Knoppenrij()
        self.bewaar = knoppen.addButton("&Indeling bewaren", QDialogButtonBox.ButtonRole.AcceptRole)
        self.bewaar.setProperty("hoofd", "ja")
        self.geleerde = knoppen.addButton("&Geleerde indelingen…", QDialogButtonBox.ButtonRole.ActionRole)
        self.geleerde.setToolTip("Een geleerde indeling een andere naam geven, of vergeten")
        self.geleerde.clicked.connect(self.beheren)
        self.geleerde.setVisible(bool(self._eigen))
        knoppen.addButton("Annuleren", QDialogButtonBox.ButtonRole.RejectRole)
        knoppen.accepted.connect(self._leer)
        knoppen.rejected.connect(self.reject)
        for knop in (*self.findChildren(QPushButton), *knoppen.findChildren(QPushButton)):
            knop.setAutoDefault(False)
        alles = QVBoxLayout(self)
        alles.addWidget(self.balk)
        alles.addWidget(vlak, 1)
        alles.addLayout(naamvorm)
        alles.addWidget(knoppen)

    def _links(self) -> QWidget:
        """Return the page with what the pack gives under it: both are seen while somebody points."""
        onder = QWidget()
        kolom = QVBoxLayout(onder)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(_naam("Wat het pak zo o&plevert", self.uitkomst))
        kolom.addWidget(self.telling)
        kolom.addWidget(self.uitkomst, 1)
        links = QSplitter(Qt.Orientation.Vertical)
        links.addWidget(self.kijker)
        links.addWidget(onder)
        links.setStretchFactor(0, 2)
        links.setStretchFactor(1, 1)
        links.setChildrenCollapsible(False)
        return links

    def zet_eigen(self, bekend: Sequence[Indeling], eigen: Sequence[str]) -> None:
        """Take in which layouts there are now; one that is gone is not begun with any more."""
        self._bekend, self._eigen = bekend, eigen
        if self._naar not in {een.naam for een in bekend}:
            self._naar = GEWOON
        self.geleerde.setVisible(bool(eigen))
        self._werk_knop_bij()
        self._probeer()

    @property
    def les(self) -> Les:
        """What was said until now."""
        naam = " ".join(self.naam.text().split())
        bestand = naam_uit(naam)
        naar = bestand if bestand in self._eigen else self._naar
        return Les(naam=bestand, titel=naam, aanwijzingen=self.aanwijzingen, naar=naar)

    def _toon_blad(self, pagina: int) -> None:
        self._regels = regels_van(self._bladen.bladen[pagina - 1]) if self._bladen.bladen else ()
        self.regels.clear()
        self.regels.addItems([regel.tekst for regel in self._regels])
        self.kijker.ga_naar(pagina, None)
        self.regels.setCurrentRow(0)

    def _toon_regel(self, rij: int) -> None:
        if 0 <= rij < len(self._regels):
            self.kijker.ga_naar(self._regels[rij].plek.pagina, self._regels[rij].plek.kader)
            self._kies_rol()

    def _kies_op_blad(self, pagina: int, x: float, y: float) -> None:
        del pagina
        kaders = [(regel.plek.kader, rij) for rij, regel in enumerate(self._regels)]
        afstand = [(abs((kader.y0 + kader.y1) / 2 - y), rij) for kader, rij in kaders if kader is not None]
        if afstand:
            rij = min(afstand)[1]
            self.regels.setCurrentRow(rij)
            if self._rol.soort is not Rolsoort.KOPREGEL:
                self._kies_rol(cel=self._regels[rij].cel_bij(x))

    @property
    def _rol(self) -> Rol:
        return rol_van(str(self.rol.currentData()))

    def _kies_rol(self, _: int = 0, *, cel: str = "") -> None:
        """Propose what is meant of the line, or of the cell that was clicked, and what stands under a heading row."""
        rij = self.regels.currentRow()
        regel = self._regels[rij] if 0 <= rij < len(self._regels) else None
        rol = self._rol
        self.woord.clear()
        if regel is not None:
            self.woord.addItems(list(regel.cellen))
            self.woord.setEditText(stel_woord_voor(rol, cel or regel.tekst))
        while self.kolomvorm.rowCount():
            self.kolomvorm.removeRow(0)
        self._kolomkeuzes = []
        cellen = regel.cellen if regel is not None and rol.soort is Rolsoort.KOPREGEL else ()
        for kop, kolom in stel_kolommen_voor(rol, cellen, self._bekend):
            keuze = QComboBox()
            keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            keuze.setMinimumContentsLength(12)
            keuze.setAccessibleName(f"Onder ‘{kop}’ staat")
            keuze.addItem("iets anders", "")
            for veld, naam in KOLOMMEN[rol.pad]:
                keuze.addItem(naam, veld)
            keuze.setCurrentIndex(max(0, keuze.findData(kolom)))
            self.kolomvorm.addRow(f"Onder ‘{kop}’ staat", keuze)
            self._kolomkeuzes.append((kop, keuze))
        velden = [self.woord, *(keuze for _, keuze in self._kolomkeuzes), self.wijs]
        for voor, na in pairwise(velden):
            QWidget.setTabOrder(voor, na)  # what was made later would come last
        self.kolommen.setVisible(bool(cellen))

    def _wijs_aan(self) -> None:
        """Take over what is said of this line, and go on to the next one."""
        woord = " ".join(self.woord.currentText().split())
        if not woord:
            return
        kolommen = tuple((cel, str(keuze.currentData())) for cel, keuze in self._kolomkeuzes)
        nieuw = Aanwijzing(self._rol.pad, woord, kolommen)
        over = tuple(een for een in self.aanwijzingen if (een.rol, een.woord) != (nieuw.rol, nieuw.woord))
        self._zet((*over, nieuw))
        self.regels.setCurrentRow(min(self.regels.currentRow() + 1, self.regels.count() - 1))
        self.regels.setFocus()

    def _haal_weg(self) -> None:
        rij = self.gewezen.currentRow()
        if 0 <= rij < len(self.aanwijzingen):
            self._zet((*self.aanwijzingen[:rij], *self.aanwijzingen[rij + 1 :]))
            self.gewezen.setCurrentRow(min(rij, self.gewezen.count() - 1))

    def _zet(self, aanwijzingen: tuple[Aanwijzing, ...]) -> None:
        self.aanwijzingen = aanwijzingen
        self.gewezen.clear()
        self.gewezen.addItems([f"{rol_van(een.rol).naam}: ‘{een.woord}’" for een in aanwijzingen])
        self._werk_knop_bij()
        self._probeer()

    def _probeer(self) -> None:
        self.balk.hide()
        self.telling.setText("Het pak wordt zo gelezen…")
        self._proef(self.les, partial(self.toon_uitkomst, self.aanwijzingen), self.balk.toon)

    def toon_uitkomst(self, van: tuple[Aanwijzing, ...], voorstel: Pakvoorstel) -> None:
        """Show what the pack gives by what was said, when nothing else was said since."""
        if van != self.aanwijzingen:
            return
        lezing = voorstel.lezing
        punten = len(lezing.agenda.punten) if lezing.agenda else 0
        tellingen = [
            _aantal(punten, "agendapunt", "agendapunten"),
            _aantal(len(lezing.notas), "nota", "nota’s"),
            _aantal(len(lezing.verslagen), "verslag", "verslagen"),
            _aantal(len(lezing.twijfels), "plek om na te kijken", "plekken om na te kijken"),
        ]
        self.telling.setText(", ".join(tellingen) + ".")
        self.uitkomst.clear()
        for veld in voorstel.velden:
            vraagt = bool(veld.twijfel) or not veld.waarde
            ding = QListWidgetItem(
                icon("circle-question-mark") if vraagt else blanco(),
                f"{veld.naam}: {veld.twijfel or veld.waarde or 'niet gevonden'}",
            )
            self.uitkomst.addItem(ding)

    def _werk_knop_bij(self) -> None:
        self.bewaar.setEnabled(bool(self.les.naam and self.aanwijzingen))

    def _leer(self) -> None:
        self.geleerd.emit(self.les)
        self.accept()


def _aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal or 'geen'} {een if aantal == 1 else meer}"


def _uitleg(tekst: str) -> QLabel:
    label = QLabel(tekst)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _naam(tekst: str, veld: QWidget) -> QLabel:
    label = QLabel(tekst)
    label.setBuddy(veld)
    return label
