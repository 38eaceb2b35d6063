"""How notes leave the werkmap: in which form and for whom, with how many go along and how many stay behind."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Rolvak, geef_maat
from tk_desktop.domain.aantekening import Zicht
from tk_desktop.domain.leeslijst import is_ongeplaatst
from tk_desktop.domain.notenkeuze import Notenkeuze, Ontvanger, Voor
from tk_desktop.export.notenuitvoer import Vorm

_LANGST = 48
"""Letters of a choice that are always to be seen; the name of a stuk or of a reader may be longer."""
_VOOR = {
    Voor.MIJZELF: "Mijzelf: al mijn aantekeningen",
    Voor.SECRETARIAAT: "Het secretariaat: mijn vragen, en wat ik met hen of iedereen deel",
    Voor.LEDEN: "Alle leden: alleen wat ik met iedereen deel",
    Voor.OPENBAAR: "Openbaar: wat ik met iedereen deel, zonder wat besloten is",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitvoervraag:
    """What the user wants written, and for whom."""

    vorm: Vorm
    ontvanger: Ontvanger


class Notitieuitvoer(QDialog):
    """Asks how notes are written.

    ``lezers`` are those with whom some are shared, ``stuk`` is the key and name of what is read. Knows no store: what
    goes to somebody is asked, for it takes a moment to see what is kept from them.
    """

    keuze_gevraagd = Signal(object)
    """An ``Ontvanger``: see what goes there, then call ``toon_keuze`` or ``weiger_keuze``."""
    gevraagd = Signal(object)
    """An ``Uitvoervraag``: write it, then call ``is_bewaard`` or ``weiger``."""
    gestopt = Signal()
    """Stop what is being written."""

    def __init__(
        self,
        lezers: Sequence[str],
        *,
        stuk: tuple[str, str] = ("", ""),
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Aantekeningen exporteren")
        self._keuzes: dict[Ontvanger, Notenkeuze | TkError] = {}
        self._sleutel, naam = stuk
        self._vormen = [vorm for vorm in Vorm if vorm is not Vorm.STUK or self._sleutel]
        self._ontvangers = [
            Ontvanger(),
            *(Ontvanger(voor=Voor.LEZER, naam=lezer) for lezer in lezers),
            *(Ontvanger(voor=voor) for voor in (Voor.SECRETARIAAT, Voor.LEDEN, Voor.OPENBAAR)),
        ]
        self._bezig = False
        self._bouw(naam)
        self._ververs()

    def toon_keuze(self, ontvanger: Ontvanger, keuze: Notenkeuze) -> None:
        """Take in what goes to somebody."""
        self._keuzes[ontvanger] = keuze
        self._ververs()

    def weiger_keuze(self, ontvanger: Ontvanger, fout: TkError) -> None:
        """Tell why nothing can go to somebody."""
        self._keuzes[ontvanger] = fout
        self._ververs()

    def vraag_keuze(self) -> None:
        """Ask what goes to who is chosen, where that is not known yet."""
        ontvanger = self.vraag.ontvanger
        if ontvanger not in self._keuzes:
            self.keuze_gevraagd.emit(ontvanger)

    @property
    def vraag(self) -> Uitvoervraag:
        """What is chosen."""
        gekozen = self._ontvangers[self._voor.currentIndex()]
        if gekozen.voor is Voor.MIJZELF:
            gekozen = Ontvanger(van_anderen=self._anderen.isChecked())
        return Uitvoervraag(vorm=self._vormen[self._vorm.currentIndex()], ontvanger=gekozen)

    def toon_stap(self, wat: str, gedaan: int, totaal: int) -> None:
        """Show how far the work is."""
        self._balk.setMaximum(max(1, totaal))
        self._balk.setValue(gedaan)
        self._balk.setFormat(wat)
        self._balk.setVisible(gedaan < totaal)

    def weiger(self, fout: TkError) -> None:
        """Tell what went wrong; the choices stay."""
        self._bezig = False
        self._balk.hide()
        self._fout.toon(fout)
        self._rol.laat_passen()
        self._zet_knoppen(kan=True)

    def is_bewaard(self) -> None:
        """Close: the file is there."""
        self._bezig = False
        self.accept()

    def begin(self) -> None:
        """Show that the file is being written."""
        self._bezig = True
        self._fout.hide()
        self.toon_stap("Bewaren", 0, 1)
        self._zet_knoppen(kan=False)

    def reject(self) -> None:
        """Stop what is being written, and close."""
        if self._bezig:
            self.gestopt.emit()
        super().reject()

    def _bouw(self, stuk: str) -> None:
        self._vorm = _lijst("Wat u exporteert", [_zin(vorm, stuk) for vorm in self._vormen])
        self._voor = _lijst("Voor wie het is", [_wie(ontvanger) for ontvanger in self._ontvangers])
        self._anderen = QCheckBox("Ook wat an&deren met mij delen")
        self._telling = QLabel()
        self._telling.setWordWrap(True)
        self._telling.setProperty("kop", "2")
        self._telling.setAccessibleName("Hoeveel aantekeningen meegaan")
        self._fout = Meldbalk(sluitbaar=False)
        self._balk = QProgressBar()
        self._balk.setAccessibleName("Voortgang")
        self._balk.hide()
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("&Wat", self._vorm)
        vorm.addRow("&Voor wie", self._voor)
        vorm.addRow("", self._anderen)
        vragen = QVBoxLayout()
        vragen.addLayout(vorm)
        for deel in (self._telling, self._fout, self._balk):
            vragen.addWidget(deel)
        vragen.addStretch(1)
        self._rol = Rolvak(vragen)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self._rol, 1)
        kolom.addLayout(self._bouw_knoppen())
        self._vorm.currentIndexChanged.connect(self._ververs)
        for gewisseld in (self._voor.currentIndexChanged, self._anderen.toggled):
            gewisseld.connect(self._ververs)
            gewisseld.connect(self.vraag_keuze)
        vraagt = self.sizeHint()
        geef_maat(self, max(letterbreedte(self.fontMetrics()) * 76, vraagt.width()), vraagt.height())

    def _bouw_knoppen(self) -> QHBoxLayout:
        self._bewaar = QPushButton("&Bewaren als…")
        self._bewaar.setProperty("hoofd", "ja")
        self._bewaar.setDefault(True)
        self._bewaar.clicked.connect(self._vraag_bewaren)
        annuleer = QPushButton("&Annuleren")
        annuleer.clicked.connect(self.reject)
        rij = QHBoxLayout()
        rij.addStretch(1)
        rij.addWidget(annuleer)
        rij.addWidget(self._bewaar)
        return rij

    def _ververs(self) -> None:
        vraag = self.vraag
        self._anderen.setEnabled(vraag.ontvanger.voor is Voor.MIJZELF)
        self._fout.hide()
        keuze = self._keuzes.get(vraag.ontvanger)
        if not isinstance(keuze, Notenkeuze):
            self._telling.setText("Niets kan mee." if keuze else "De aantekeningen worden geteld…")
            if keuze is not None:
                self._fout.toon(keuze)
            self._rol.laat_passen()
            self._zet_knoppen(kan=False)
            return
        if vraag.vorm is Vorm.STUK:
            op_stuk = tuple(een for een in keuze.noten if een.papier == self._sleutel)
            keuze = Notenkeuze(noten=op_stuk)
        self._telling.setText(telling(keuze, vraag.ontvanger, vraag.vorm))
        self._rol.laat_passen()
        self._zet_knoppen(kan=bool(keuze.noten))

    def _zet_knoppen(self, *, kan: bool) -> None:
        self._bewaar.setEnabled(kan and not self._bezig)
        for veld in (self._vorm, self._voor):
            veld.setEnabled(not self._bezig)

    def _vraag_bewaren(self) -> None:
        self.gevraagd.emit(self.vraag)


def telling(keuze: Notenkeuze, ontvanger: Ontvanger, vorm: Vorm = Vorm.W3C) -> str:
    """Return in words what goes along and what stays behind."""
    mee = len(keuze.noten)
    if not mee:
        regels = ["Er gaat geen aantekening mee."]
    else:
        geheel = "Er gaat 1 aantekening mee" if mee == 1 else f"Er gaan {mee} aantekeningen mee"
        regels = [f"{geheel}{_prive(sum(een.zicht is Zicht.PRIVE for een in keuze.noten), mee)}."]
    los = sum(map(is_ongeplaatst, keuze.noten)) if vorm in (Vorm.SET, Vorm.STUK) else 0
    if los:
        weg = "is 1" if los == 1 else f"zijn {los}"
        regels.append(f"Daarvan {weg} niet teruggevonden in deze versie van het stuk, en dus op geen bladzijde.")
    wie = ontvanger.naam or "hen"
    if keuze.prive:
        regels.append(f"{keuze.prive} van uw aantekeningen {_blijft(keuze.prive)} hier: die deelt u niet met {wie}.")
    if keuze.afgeschermd:
        regels.append(f"{keuze.afgeschermd} {_blijft(keuze.afgeschermd)} hier: dat is voor deze lezers besloten.")
    if keuze.zonder_plek:
        waar = "de passage staat niet in de versie die deze lezers hebben, en u schreef er niets bij"
        regels.append(f"{keuze.zonder_plek} {_blijft(keuze.zonder_plek)} hier: {waar}.")
    return "\n".join(regels)


def _prive(aantal: int, mee: int) -> str:
    """Return the end of a sentence that tells how many of those that go along are private."""
    if not aantal:
        return ""
    if aantal == mee:
        return "; die is privé" if mee == 1 else "; alle zijn privé"
    return f", ook {aantal} die privé {'is' if aantal == 1 else 'zijn'}"


def _blijft(aantal: int) -> str:
    return "blijft" if aantal == 1 else "blijven"


def _wie(ontvanger: Ontvanger) -> str:
    return f"{ontvanger.naam}: wat ik met {ontvanger.naam} deel" if ontvanger.naam else _VOOR[ontvanger.voor]


def _zin(vorm: Vorm, stuk: str) -> str:
    woorden = vorm.value.replace("dit stuk", f"‘{stuk}’") if vorm is Vorm.STUK else vorm.value
    return f"{woorden[:1].upper()}{woorden[1:]}"


def _lijst(naam: str, keuzes: Sequence[str]) -> QComboBox:
    lijst = QComboBox()
    lijst.addItems(keuzes)
    lijst.setAccessibleName(naam)
    lijst.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    lijst.setMinimumContentsLength(min(_LANGST, max(map(len, keuzes))) * 3 // 4)  # Qt counts in wide letters
    return lijst
