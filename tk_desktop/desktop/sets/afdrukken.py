"""The print dialog: what, on which printer, how many copies for whom, and on how many sheets before it starts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.getalveld import Getalveld
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.printer import Printer
from tk_desktop.desktop.session.dialoog import geef_maat
from tk_desktop.domain.notenstijl import Notenwijze
from tk_desktop.export.afdruk import Drukbron, Drukkeuze, Drukplan, NietsAfTeDrukken, plan_print
from tk_desktop.paper.imposition import Vellen

_MEESTE = 99
_GEMERKT = "Laat weg wat bij de stukken op ‘niet afdrukken’ staat."


class Drukwat(StrEnum):
    """What is printed from."""

    SET = "De hele set"
    WIJZIGINGEN = "Alleen wat veranderde"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drukvraag:
    """What has to be made ready to print from: what, and how the user's notes stand in it."""

    wat: Drukwat = Drukwat.SET
    noten: Notenwijze = Notenwijze.GEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Drukopdracht:
    """What the user wants printed: from which source, how, and on which printer (empty: keep it as a PDF)."""

    vraag: Drukvraag
    bron: Drukbron
    keuze: Drukkeuze
    printer: str = ""


class Afdrukvenster(QDialog):
    """Asks how a set is printed. Gets what it shows as values; knows no store."""

    bron_gevraagd = Signal(object)
    """A ``Drukvraag``: make it ready to print from, then call ``toon_bron`` or ``weiger``."""
    afdrukken_gevraagd = Signal(object)
    """A ``Drukopdracht``: print it, then call ``is_afgedrukt`` or ``weiger``."""
    bewaren_gevraagd = Signal(object)
    """A ``Drukopdracht``: keep the laid out PDF, then call ``is_afgedrukt`` or ``weiger``."""
    pdf_gevraagd = Signal()
    """Open the PDF that was kept when the printer did not answer."""
    noten_gekozen = Signal(object)
    """A ``Notenwijze``: the user chose how notes are printed from now on."""

    def __init__(
        self,
        punten: Sequence[tuple[str, str]],
        namen: Sequence[str],
        printers: Sequence[Printer],
        *,
        voor: str = "",
        besloten: Collection[str] = (),
        punt: str = "",
        wijzigingen: bool = False,
        niet_alles: bool = False,
        aantekeningen: int = 0,
        noten: Notenwijze = Notenwijze.GEEN,
        ouder: QWidget | None = None,
    ) -> None:
        """Offer items (id, name); ``voor`` is whose set it is, ``besloten`` the items with what is besloten in it.

        An empty id among those is the whole set.
        """
        super().__init__(ouder)
        self.setWindowTitle(f"Afdrukken: {voor}" if voor else "Afdrukken")
        self._voor = voor
        self._besloten = frozenset(besloten)
        self._punten = [("", Drukwat.SET.value), *punten]
        self._printers = tuple(printers)
        self._bronnen: dict[Drukvraag, Drukbron] = {}
        self._gevraagd: set[Drukvraag] = set()
        self._aantekeningen = aantekeningen
        self._bezig = False
        self._zodra_geteld = False
        self._niet_alles = niet_alles
        self._bouw(namen, wijzigingen=wijzigingen)
        self._noten.setCurrentIndex(list(Notenwijze).index(noten) if aantekeningen else 0)
        self._verbind()
        plaats = [id_ for id_, _ in self._punten].index(punt) if punt in dict(self._punten) else 0
        self._wat.setCurrentIndex(plaats)
        self._ververs()
        if self._noten.isEnabled():
            self._noten.setFocus()  # who has notes chooses here: one key, and Enter prints

    @property
    def wat(self) -> Drukwat:
        """What is printed from."""
        return Drukwat.WIJZIGINGEN if self._wat.currentIndex() >= len(self._punten) else Drukwat.SET

    @property
    def vraag(self) -> Drukvraag:
        """What is printed from, and with which notes: own notes are for one's own copy, not for those on name."""
        kan = self.wat is Drukwat.SET and not self._op_naam.isChecked()
        gekozen = list(Notenwijze)[self._noten.currentIndex()]
        return Drukvraag(wat=self.wat, noten=gekozen if kan else Notenwijze.GEEN)

    @property
    def keuze(self) -> Drukkeuze:
        """How it is printed."""
        plaats = self._wat.currentIndex()
        return Drukkeuze(
            punt=self._punten[plaats][0] if plaats < len(self._punten) else "",
            dubbelzijdig=self._dubbel.isChecked(),
            rechts=self._rechts.isChecked(),
            schutbladen=self._schutbladen.isChecked(),
            alleen_gemerkt=self._gemerkt.isChecked(),
            a3_op_a4=self._a3.isChecked(),
            namen=self._exemplaren(),
        )

    @property
    def plan(self) -> Drukplan | None:
        """What the printer will do; nothing as long as that is not known."""
        bron = self._bronnen.get(self.vraag)
        if bron is None:
            return None
        try:
            return plan_print(bron, self.keuze)
        except NietsAfTeDrukken:
            return None

    def toon_bron(self, vraag: Drukvraag, bron: Drukbron) -> None:
        """Take in what was made ready to print from, and count its sheets."""
        self._bronnen[vraag] = bron
        self._ververs()
        if self._zodra_geteld and self.plan is not None:
            self._zodra_geteld = False
            self._vraag_afdruk()

    def weiger(self, fout: TkError, *, met_pdf: bool = False) -> None:
        """Tell what went wrong; the choices stay. ``met_pdf``: it can be printed again, and the PDF can be opened."""
        self._bezig = self._zodra_geteld = False
        self._gevraagd.clear()
        acties = [("Opnieuw", self._vraag_afdruk), ("Pdf openen", self.pdf_gevraagd.emit)] if met_pdf else []
        self._fout.toon(fout, acties)
        self._zet_knoppen()

    def is_afgedrukt(self) -> None:
        """Close: the work is with the printer."""
        self._bezig = False
        self.accept()

    def toon_stap(self, wat: str, gedaan: int, totaal: int) -> None:
        """Show how far the work is."""
        self._balk.setMaximum(max(1, totaal))
        self._balk.setValue(gedaan)
        self._balk.setFormat(wat)
        self._balk.setVisible(gedaan < totaal)

    def _bouw(self, namen: Sequence[str], *, wijzigingen: bool) -> None:
        self._bouw_lijsten(wijzigingen=wijzigingen)
        self._dubbel = _vinkje("&Dubbelzijdig", aan=True)
        self._rechts = _vinkje("Elk stuk &rechts beginnen", aan=True)
        self._schutbladen = _vinkje("&Schutblad per agendapunt")
        self._gemerkt = _vinkje("Alleen stukken die &gedrukt moeten worden", aan=self._niet_alles)
        self._a3 = _vinkje("A&3 verkleinen tot A4")
        self._aantal = Getalveld()
        self._aantal.setRange(1, _MEESTE)
        self._aantal.setAccessibleName("Aantal exemplaren")
        self._op_naam = _vinkje("Op &naam, op de eerste bladzijde")
        self._namen = QPlainTextEdit("\n".join(namen))
        self._namen.setTabChangesFocus(True)
        self._namen.setAccessibleName("Namen, één per regel")
        self._namen.setFixedHeight(self.fontMetrics().lineSpacing() * 5)
        self._namen.setVisible(False)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self._bouw_vorm(), 1)
        for deel in self._bouw_meldingen():
            kolom.addWidget(deel)
        kolom.addLayout(self._bouw_knoppen())
        teken = letterbreedte(self.fontMetrics())
        geef_maat(self, teken * 80, self.fontMetrics().lineSpacing() * 32)

    def _bouw_lijsten(self, *, wijzigingen: bool) -> None:
        self._printer = QComboBox()
        self._printer.addItems([printer.naam for printer in self._printers])
        self._printer.setAccessibleName("Printer")
        self._printer.setEnabled(bool(self._printers))
        self._printer.setPlaceholderText("Geen printer gevonden")
        self._printer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._printer.setMinimumContentsLength(20)
        self._wat = QComboBox()
        self._wat.addItems([naam for _, naam in self._punten])
        if wijzigingen:
            self._wat.addItem(Drukwat.WIJZIGINGEN.value)
        self._wat.setAccessibleName("Wat afdrukken")
        self._wat.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._wat.setMinimumContentsLength(20)
        self._voor_wie = QLabel(f"{self._voor[:1].upper()}{self._voor[1:]}")
        self._voor_wie.setWordWrap(True)
        self._voor_wie.setTextFormat(Qt.TextFormat.PlainText)
        self._noten = QComboBox()
        self._noten.addItems([wijze.value.capitalize() for wijze in Notenwijze])
        self._noten.setAccessibleName("Uw aantekeningen afdrukken")
        self._noten.setToolTip(
            "Alleen uw eigen aantekeningen; in een verzonden set komen zij nooit."
            if self._aantekeningen
            else "Bij deze vergadering hebt u nog geen aantekeningen."
        )

    def _bouw_vorm(self) -> QScrollArea:
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("&Printer", self._printer)
        vorm.addRow("&Wat", self._wat)
        if self._voor:
            vorm.addRow("Voor", self._voor_wie)
        vorm.addRow("Aan&tekeningen", self._noten)
        for vinkje in (self._gemerkt, self._dubbel, self._rechts, self._schutbladen, self._a3):
            vorm.addRow("", vinkje)
        vorm.addRow("Aantal &exemplaren", self._aantal)
        vorm.addRow("", self._op_naam)
        vorm.addRow("", self._namen)
        binnen = QWidget()
        vorm.setContentsMargins(0, 0, 0, 0)
        binnen.setLayout(vorm)
        rol = QScrollArea()
        rol.setWidgetResizable(True)
        rol.setFrameShape(QFrame.Shape.NoFrame)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rol.setWidget(binnen)
        return rol

    def _bouw_meldingen(self) -> tuple[QWidget, ...]:
        self._telling = QLabel()
        self._telling.setWordWrap(True)
        self._telling.setProperty("kop", "2")
        self._geheim = QLabel("Hier staat iets besloten in. Haal het zelf van de printer en laat het niet liggen.")
        self._geheim.setWordWrap(True)
        self._geheim.setProperty("toon", "oranje")
        self._geheim.setProperty("pil", "ja")
        self._fout = Meldbalk(sluitbaar=False)
        self._balk = QProgressBar()
        self._balk.setAccessibleName("Voortgang")
        self._balk.hide()
        return self._geheim, self._telling, self._fout, self._balk

    def _bouw_knoppen(self) -> QHBoxLayout:
        self._bewaar = QPushButton("Als pdf &bewaren…")
        self._annuleer = QPushButton("&Annuleren")
        self._druk = QPushButton("Afdr&ukken")
        self._druk.setProperty("hoofd", "ja")
        self._druk.setDefault(True)
        self._annuleer.clicked.connect(self.reject)
        rij = QHBoxLayout()
        rij.addStretch(1)
        for knop in (self._bewaar, self._annuleer, self._druk):
            rij.addWidget(knop)
        return rij

    def _verbind(self) -> None:
        self._wat.currentIndexChanged.connect(self._anders)
        self._noten.currentIndexChanged.connect(self._anders)
        self._noten.activated.connect(self._kies_noten)
        for vinkje in (self._gemerkt, self._dubbel, self._rechts, self._schutbladen, self._a3, self._op_naam):
            vinkje.toggled.connect(self._anders)
        self._aantal.valueChanged.connect(self._anders)
        self._namen.textChanged.connect(self._anders)
        self._druk.clicked.connect(self._vraag_afdruk)
        self._bewaar.clicked.connect(self._vraag_bewaren)

    def _exemplaren(self) -> tuple[str, ...]:
        if not self._op_naam.isChecked():
            return ("",) * self._aantal.value()
        namen = tuple(regel.strip() for regel in self._namen.toPlainText().splitlines() if regel.strip())
        return namen or ("",)

    def _anders(self) -> None:
        """Take in another choice: what was to be printed as soon as it was counted is no more what is wanted."""
        self._zodra_geteld = False
        self._ververs()

    def _ververs(self) -> None:
        self._fout.hide()
        self._namen.setVisible(self._op_naam.isChecked())
        self._geheim.setVisible(self.keuze.punt in self._besloten)
        if self._op_naam.isChecked():
            self._aantal.blockSignals(True)
            self._aantal.setValue(len(self._exemplaren()))
            self._aantal.blockSignals(False)
        heel = "" if self.wat is Drukwat.SET else "Dit geldt voor de hele set of een agendapunt."
        _laat(self._aantal, "Zoveel als er namen staan." * self._op_naam.isChecked())
        _laat(self._rechts, "" if self._dubbel.isChecked() else "Enkelzijdig begint elk stuk al op een eigen vel.")
        _laat(self._schutbladen, heel)
        _laat(self._gemerkt, heel or ("" if self._niet_alles else "Geen stuk staat op ‘niet afdrukken’."), _GEMERKT)
        self._noten.setEnabled(bool(self._aantekeningen) and self.wat is Drukwat.SET and not self._op_naam.isChecked())
        bron = self._bronnen.get(self.vraag)
        if bron is None and self.vraag not in self._gevraagd:
            self._gevraagd.add(self.vraag)
            self.bron_gevraagd.emit(self.vraag)
        plan = self.plan
        if plan is not None:
            self._telling.setText(f"{telling(plan)}{self._let_op(plan)}")
        else:
            geen = "gedrukte stukken" if self._gemerkt.isChecked() else "stukken"
            nog = "Wordt afgedrukt zodra de vellen zijn geteld…" if self._zodra_geteld else "De vellen worden geteld…"
            self._telling.setText(f"Bij dit agendapunt horen geen {geen}." if bron else nog)
        self._zet_knoppen()

    def _let_op(self, plan: Drukplan) -> str:
        """Say that private notes come on every copy, where there is more than one."""
        met_noten = self.vraag.noten is not Notenwijze.GEEN
        return "\nUw aantekeningen staan op elk exemplaar." if met_noten and plan.exemplaren > 1 else ""

    def _kies_noten(self) -> None:
        self.noten_gekozen.emit(self.vraag.noten)

    def _zet_knoppen(self) -> None:
        kan = self.plan is not None and not self._bezig
        telt = self.vraag not in self._bronnen and not self._zodra_geteld and not self._bezig
        self._druk.setEnabled((kan or telt) and bool(self._printers))
        self._bewaar.setEnabled(kan)
        self._annuleer.setText("&Stoppen" if self._bezig else "&Annuleren")

    def _opdracht(self, printer: str) -> Drukopdracht:
        self._bezig = True
        self._fout.hide()
        self._zet_knoppen()
        return Drukopdracht(vraag=self.vraag, bron=self._bronnen[self.vraag], keuze=self.keuze, printer=printer)

    def _vraag_afdruk(self) -> None:
        """Ask for it; what is still counted is printed once it is, unless something else is chosen meanwhile."""
        if self.plan is None:
            self._zodra_geteld = True
            self._ververs()
            return
        self.afdrukken_gevraagd.emit(self._opdracht(self._printer.currentText()))

    def _vraag_bewaren(self) -> None:
        self.bewaren_gevraagd.emit(self._opdracht(""))

    def geannuleerd(self) -> None:
        """Go on: no file was chosen."""
        self._bezig = False
        self._zet_knoppen()


def telling(plan: Drukplan) -> str:
    """Return how many sheets it takes: ``42 vellen (41 × A4, 1 × A3) · 3 exemplaren, 126 vellen in totaal``."""
    een = f"{_vellen(plan.vellen.samen)}{_maten(plan.vellen)}"
    if plan.exemplaren == 1:
        return een
    return f"{een} · {plan.exemplaren} exemplaren, {_vellen(plan.in_totaal.samen)} in totaal"


def _vellen(aantal: int) -> str:
    return "1 vel" if aantal == 1 else f"{aantal} vellen"


def _maten(vellen: Vellen) -> str:
    return f" ({vellen.a4} × A4, {vellen.a3} × A3)" if vellen.a3 else ""


def _laat(keuze: QWidget, waarom_niet: str, uitleg: str = "") -> None:
    """Let something be chosen, or say why it cannot."""
    keuze.setEnabled(not waarom_niet)
    keuze.setToolTip(waarom_niet or uitleg)


def _vinkje(tekst: str, *, aan: bool = False) -> QCheckBox:
    vinkje = QCheckBox(tekst)
    vinkje.setChecked(aan)
    return vinkje
