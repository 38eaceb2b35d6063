"""Taking in an archive by the window: what becomes of each file, names that may be one, and only then the work."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.icons import blanco, icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.session.dialoog import Knoppenrij, geef_maat
from tk_desktop.domain.naamgelijkenis import Naamvoorstel
from tk_desktop.intake.archief import Archiefverslag, Lot

_ROL = Qt.ItemDataRole.UserRole
_TEKENS = {
    Lot.INGENOMEN: "check",
    Lot.GEWEIGERD: "triangle-alert",
    Lot.DUBBEL: "copy",
    Lot.ZELFDE_VERGADERING: "copy",
}
_EERST = (Lot.GEWEIGERD, Lot.ZELFDE_VERGADERING, Lot.DUBBEL, Lot.OVERGESLAGEN)
"""What somebody should see comes before what goes as it should."""


class Archiefscherm(QDialog):
    """Shows a folder of years; nothing is stored before ``innemen``, which gives the names that are one (short, whole).

    ``gestopt`` asks to stop what goes on, ``rapport`` for the overview as a file, ``herkennen`` to look again with the
    words that are recognised in scans.
    """

    innemen = Signal(object)
    gestopt = Signal()
    rapport = Signal()
    herkennen = Signal()

    def __init__(self, map_: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.verslag: Archiefverslag | None = None
        self.setWindowTitle(f"Archief innemen: {map_}")
        self.balk = Meldbalk(sluitbaar=False)
        self.balk.hide()
        self.uitleg = QLabel("De map wordt gelezen. Er wordt nog niets bewaard.")
        self.uitleg.setWordWrap(True)
        self.uitleg.setTextFormat(Qt.TextFormat.PlainText)
        self.voortgang = QProgressBar()
        self.voortgang.setAccessibleName("Hoe ver het is")
        self.lijst, self.namen = QListWidget(), QListWidget()
        self.lijst.setAccessibleName("Wat er van elk bestand wordt")
        self.lijst.setWordWrap(True)
        self.namen.setAccessibleName("Namen die van één persoon of gremium kunnen zijn; een vinkje voegt ze samen")
        self.namen.setMaximumHeight(6 * self.fontMetrics().height())
        self.naamvraag = QLabel("Zijn dit &dezelfde mensen of gremia? Een vinkje voegt ze samen.")
        self.naamvraag.setBuddy(self.namen)
        self.naamvraag.setWordWrap(True)
        kolom = QVBoxLayout(self)
        for ding in (self.balk, self.uitleg, self.voortgang):
            kolom.addWidget(ding)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(self.naamvraag)
        kolom.addWidget(self.namen)
        kolom.addWidget(self._knoppen())
        letter = self.fontMetrics()
        geef_maat(self, letterbreedte(letter) * 110, letter.height() * 30)
        QShortcut(toets_van("Ctrl+Return"), self, self.klaar.click)
        QShortcut(toets_van("Ctrl+T"), self, self.herken.click)
        self.toon_bezig(innemen=False)

    def _knoppen(self) -> QWidget:
        knoppen = Knoppenrij()
        self.klaar = knoppen.addButton("&Innemen", QDialogButtonBox.ButtonRole.ActionRole)
        self.klaar.setProperty("hoofd", "ja")
        self.klaar.clicked.connect(self._neem_in)
        self.herken = knoppen.addButton("&Woorden herkennen", QDialogButtonBox.ButtonRole.ActionRole)
        self.herken.setToolTip("De scans lezen; dat duurt enkele tellen per bladzijde (Ctrl+T)")
        self.herken.clicked.connect(self.herkennen)
        self.stop = knoppen.addButton("S&toppen", QDialogButtonBox.ButtonRole.ActionRole)
        self.stop.clicked.connect(self.gestopt)
        self.bewaar = knoppen.addButton("&Overzicht opslaan…", QDialogButtonBox.ButtonRole.ActionRole)
        self.bewaar.clicked.connect(self.rapport)
        self.sluit = knoppen.addButton("Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        knoppen.rejected.connect(self.reject)
        for knop in knoppen.findChildren(QPushButton):
            knop.setAutoDefault(False)
        return knoppen

    def toon_bezig(self, *, innemen: bool) -> None:
        """Show that the folder is being read, or taken in."""
        self.balk.hide()
        if innemen:
            self.uitleg.setText("Het archief wordt ingenomen. Stopt u, dan gaat TK Desktop later verder waar het was.")
        self.voortgang.setRange(0, 0)
        self._wissel(bezig=True, in_te_nemen=False)
        self.stop.setFocus()

    def toon_stap(self, wat: str, gedaan: int, totaal: int) -> None:
        """Show how far it is."""
        self.voortgang.setRange(0, totaal)
        self.voortgang.setValue(gedaan)
        self.voortgang.setFormat(f"{gedaan} van {totaal}")
        if wat:
            self.voortgang.setToolTip(wat)

    def toon(self, verslag: Archiefverslag, *, ingenomen: bool) -> None:
        """Show what would become of each file, or what became of it."""
        self.verslag = verslag
        regels = sorted(
            verslag.regels, key=lambda regel: _EERST.index(regel.lot) if regel.lot in _EERST else len(_EERST)
        )
        self.lijst.clear()
        for regel in regels:
            teken = _TEKENS.get(regel.lot)
            eerst, *twijfels = regel.in_woorden()
            self.lijst.addItem(QListWidgetItem(icon(teken) if teken else blanco(), eerst))
            for twijfel in twijfels:
                self.lijst.addItem(QListWidgetItem(blanco(), twijfel))
        self.uitleg.setText(tel_op(verslag, ingenomen=ingenomen))
        self._vul_namen(() if ingenomen else verslag.namen)
        self._wissel(bezig=False, in_te_nemen=not ingenomen and verslag.aantal(Lot.VOORGESTELD) > 0)
        self.lijst.setCurrentRow(0)
        (self.lijst if self.klaar.isHidden() else self.klaar).setFocus()

    def toon_gestopt(self, ingenomen: int) -> None:
        """Show that it was stopped, and what was taken in until then."""
        wat = (
            "Er is niets ingenomen."
            if not ingenomen
            else "1 bestand is ingenomen."
            if ingenomen == 1
            else f"{ingenomen} bestanden zijn ingenomen."
        )
        self.uitleg.setText(f"Gestopt. {wat} Kies later dezelfde map, dan gaat TK Desktop verder waar het was.")
        self._wissel(bezig=False, in_te_nemen=False)

    @property
    def zelfde(self) -> dict[str, str]:
        """The short names of which somebody said which whole name they stand for."""
        uit: dict[str, str] = {}
        for rij in range(self.namen.count()):
            ding = self.namen.item(rij)
            naam = ding.data(_ROL)
            if ding.checkState() is Qt.CheckState.Checked and isinstance(naam, Naamvoorstel):
                uit[naam.kort] = naam.voluit
        return uit

    def _vul_namen(self, namen: Sequence[Naamvoorstel]) -> None:
        self.namen.clear()
        for naam in namen:
            ding = QListWidgetItem(f"{naam.kort} is {naam.voluit}")
            ding.setFlags(ding.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ding.setCheckState(Qt.CheckState.Unchecked)
            ding.setData(_ROL, naam)
            self.namen.addItem(ding)
        for deel in (self.naamvraag, self.namen):
            deel.setVisible(bool(namen))

    def _wissel(self, *, bezig: bool, in_te_nemen: bool) -> None:
        self.voortgang.setVisible(bezig)
        self.stop.setVisible(bezig)
        self.klaar.setVisible(in_te_nemen)
        self.klaar.setEnabled(in_te_nemen)
        scans = not bezig and self.verslag is not None and any(regel.is_scan for regel in self.verslag.regels)
        self.herken.setVisible(scans)
        self.herken.setEnabled(scans)
        self.bewaar.setVisible(not bezig and self.verslag is not None)
        if bezig:
            self._vul_namen(())

    def _neem_in(self) -> None:
        self.innemen.emit(self.zelfde)


def tel_op(verslag: Archiefverslag, *, ingenomen: bool) -> str:
    """Return in a sentence what becomes of a folder."""
    if not verslag.regels:
        return "In deze map staan geen bestanden."
    tellingen = ", ".join(f"{verslag.aantal(lot)} {lot.value}" for lot in Lot if verslag.aantal(lot))
    aantal = "1 bestand" if len(verslag.regels) == 1 else f"{len(verslag.regels)} bestanden"
    slot = "" if ingenomen else " Er is nog niets bewaard."
    return f"{aantal}: {tellingen}.{slot}"
