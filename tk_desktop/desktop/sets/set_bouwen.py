"""The builder of sets (SCREENS 2.4): parts on the left, the set itself in the middle, what comes of it on the right."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.desktop.parts.foutmelding import Actie
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.sets.set_indeling import Setindeling
from tk_desktop.desktop.sets.set_keuze import Gemaakt, Setkeuze, Voorbeeld
from tk_desktop.desktop.sets.set_midden import Setmidden
from tk_desktop.desktop.sets.set_onderdelen import Onderdelenlijst
from tk_desktop.desktop.sets.set_uitvoer import Uitvoerpaneel
from tk_desktop.desktop.sets.set_voet import Setvoet
from tk_desktop.domain.gemaakt import GemaakteSet
from tk_desktop.pack.bekijken_als import Lezer
from tk_desktop.pack.overzicht import Overzicht

_RUST = 350
"""Milliseconds without a change before the preview is made anew."""

Laad = Callable[[Setkeuze, GemaakteSet | None, GemaakteSet | None], Overzicht]
"""Gives what a set will be, from what was last made of it and of what is sent after it, when there is such."""


class Setbouwer(QWidget):
    """Chooses what a set holds and shows it as it will be. Gets its data from functions; knows no store."""

    voorbeeld_gevraagd = Signal(object)
    """A ``Setkeuze``: make it to look at, then call ``toon_voorbeeld`` or ``weiger``."""
    maken_gevraagd = Signal(object)
    """A ``Setkeuze``: make it; call ``is_gemaakt``, or ``mislukt`` or ``gestopt`` of ``voet``, then its ``klaar``."""
    afdrukken_gevraagd = Signal(object)
    """A ``Setkeuze`` to print."""
    verzonden_gevraagd = Signal(object)
    """A ``Gemaakt`` that was sent."""
    verzendlijst_gevraagd = Signal()
    verdeling_gevraagd = Signal(object)
    """A ``Setkeuze``: show who gets what of it."""
    telling_gevraagd = Signal()
    """Count the faults of the meeting again; call ``toon_fouten`` of ``voet``."""
    controle_gevraagd = Signal()
    """Go to what the check found."""
    stuk_gevraagd = Signal(str)
    """Go to a paper in the meeting."""
    tonen_gevraagd = Signal(object)
    """Open this file or folder outside the program."""
    stop_gevraagd = Signal()
    sluiten_gevraagd = Signal()

    def __init__(
        self, laad: Laad, lezers: Sequence[Lezer], bron: Bladenbron, titel: str = "", ouder: QWidget | None = None
    ) -> None:
        super().__init__(ouder)
        self._laad = laad
        self._lezers = tuple(lezers)
        self._gemaakt: GemaakteSet | None = None
        self._getoond: GemaakteSet | None = None
        self._nazending = False
        self._klaar: Gemaakt | None = None
        self._naar = ""
        self._plekken: list[tuple[str, int]] = []
        """Where one was in the preview of other readers: the part with how many pages further, and those before it."""
        self.setWindowTitle(f"Vergaderset samenstellen – {titel}" if titel else "Vergaderset samenstellen")
        self.lijst = Onderdelenlijst()
        self.midden = Setmidden(bron)
        self.blad = self.midden.blad
        self.uitvoer = Uitvoerpaneel()
        self.voet = Setvoet()
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST)
        self._rust.timeout.connect(self._vraag_voorbeeld)
        self._bouw()
        self._verbind()
        self._toon_overzicht()
        self._achter = True

    @property
    def keuze(self) -> Setkeuze:
        """What is asked for now, for the readers the set is for."""
        zonder = self.lijst.onderdelen.zonder()
        return Setkeuze(
            lezer=self._lezers[self._voor.currentIndex()],
            keuze=replace(self.uitvoer.keuze, zonder=zonder),
            uitvoer=self.uitvoer.uitvoer,
        )

    @property
    def bekeken(self) -> Setkeuze:
        """What is looked at: the same, or as another reader would get it."""
        return replace(self.keuze, lezer=self._lezers[self._als.currentIndex()])

    def herlaad(self) -> None:
        """Ask again what the set will be and how many faults there are, then for a preview; once somebody sees it."""
        if self.isVisible():
            self.telling_gevraagd.emit()
        self._ververs()

    def zet_lezers(self, lezers: Sequence[Lezer]) -> None:
        """Offer other readers; who was chosen stays chosen, or all members when they are no longer there."""
        if tuple(lezers) == self._lezers:
            return
        oude, self._lezers = self._lezers, tuple(lezers)
        for lijst in (self._voor, self._als):
            gekozen = oude[lijst.currentIndex()]
            lijst.blockSignals(True)
            lijst.clear()
            lijst.addItems([lezer.naam for lezer in self._lezers])
            lijst.setCurrentIndex(self._lezers.index(gekozen) if gekozen in self._lezers else 0)
            lijst.blockSignals(False)

    def kies_deel(self, sleutel: str) -> None:
        """Go to a part, by its key: the id of a paper, or ``brief`` or ``agenda``; the preview follows."""
        if self._achter:
            self._toon_overzicht()
        self.lijst.kies(sleutel)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody saw it."""
        super().showEvent(event)
        if self._achter:
            self.herlaad()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window let both choices of readers stand on one line, and the foot take less."""
        super().resizeEvent(event)
        beleid = QComboBox.SizeAdjustPolicy
        for lijst in (self._voor, self._als):
            lijst.setSizeAdjustPolicy(
                beleid.AdjustToMinimumContentsLengthWithIcon if self.voet.laag else beleid.AdjustToContents
            )
        self.voet.schik()

    def ga_naar_uitvoer(self) -> None:
        """Put the keyboard on the form that is chosen."""
        self.uitvoer_knop.setChecked(self.indeling.smal)
        self.uitvoer.ga_naar()

    def bekijk_als(self, lezer: Lezer) -> None:
        """Show the set as another reader gets it."""
        if lezer in self._lezers:
            self._als.setCurrentIndex(self._lezers.index(lezer))

    def toon_voorbeeld(self, voorbeeld: Voorbeeld) -> None:
        """Show a set that was made to look at, at the part that was looked at before."""
        pagina = self._pagina_straks(voorbeeld.gemaakt)
        self._getoond, self._nazending = voorbeeld.gemaakt, voorbeeld.nazending
        if not voorbeeld.nazending:
            self._gemaakt = voorbeeld.gemaakt
        self._toon_overzicht()
        self.midden.toon_bladen()
        self.blad.toon(voorbeeld.pdf, pagina)

    def weiger(self, fout: TkError, acties: Sequence[Actie] = ()) -> None:
        """Tell, in the place of the preview, why the set cannot be made and what to do."""
        self._laat_los()
        self.midden.weiger(fout, acties)

    def is_gemaakt(self, gemaakt: Gemaakt) -> None:
        """Tell what was made and where it stands."""
        self._klaar = gemaakt
        self.voet.is_gemaakt(gemaakt)

    # building

    def _bouw(self) -> None:
        self._voor, voor = self._keuzelijst("Maken voor", "Set maken voor")
        self.uitvoer_knop = QPushButton("Uitvoer")
        self.uitvoer_knop.setCheckable(True)
        self.uitvoer_knop.setAutoDefault(False)
        self.uitvoer_knop.setToolTip("Toon de vorm van de set in plaats van de onderdelen, of de onderdelen weer (F12)")
        self.uitvoer_knop.hide()
        self._als, als = self._keuzelijst("Voorbeeld voor", "Voorbeeld van de set voor")
        keuzes = Stroom(op_een_regel=True, tussen=6)
        for paar in (voor, als):
            keuzes.addWidget(paar)
        boven = QHBoxLayout()
        boven.addLayout(keuzes)
        boven.addStretch(1)
        boven.addWidget(self.uitvoer_knop)
        self.indeling = Setindeling(self.lijst, self.midden, self.uitvoer)
        rand = QVBoxLayout(self)
        rand.addLayout(boven)
        rand.addWidget(self.indeling, 1)
        rand.addWidget(self.voet)

    def _keuzelijst(self, label: str, naam: str) -> tuple[QComboBox, QWidget]:
        lijst = QComboBox()
        lijst.addItems([lezer.naam for lezer in self._lezers])
        lijst.setAccessibleName(naam)
        lijst.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        lijst.setMinimumContentsLength(12)  # on a small screen; else a whole name can be read
        lijst.currentTextChanged.connect(lijst.setToolTip)
        tekst = QLabel(label)
        tekst.setBuddy(lijst)
        paar = QWidget()
        rij = QHBoxLayout(paar)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.addWidget(tekst)
        rij.addWidget(lijst)
        return lijst, paar

    def _verbind(self) -> None:
        self._voor.currentIndexChanged.connect(self._andere_lezers)
        self._als.currentIndexChanged.connect(self._kijkt_anders)
        self.lijst.onderdelen.gewisseld.connect(self._anders)
        self.lijst.gekozen.connect(self._naar_deel)
        self.uitvoer.gewijzigd.connect(self._anders)
        self.uitvoer_knop.toggled.connect(self.indeling.toon_uitvoer)
        self.indeling.versmald.connect(self._versmal)
        self.blad.pagina_gewisseld.connect(self._op_pagina)
        self.blad.mislukt.connect(self.weiger)
        voet = self.voet
        voet.maken.connect(self.maak)
        voet.afdrukken.connect(self._druk_af)
        voet.verzonden.connect(self._leg_vast)
        voet.verzendlijst.connect(self.verzendlijst_gevraagd)
        voet.verdeling.connect(self._vraag_verdeling)
        voet.controle.connect(self.controle_gevraagd)
        voet.stuk.connect(self.stuk_gevraagd)
        voet.tonen.connect(self.tonen_gevraagd)
        voet.stop.connect(self.stop_gevraagd)
        voet.terug.connect(self.sluiten_gevraagd)
        binnen = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for toetsen in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(toets_van(toetsen), self, self.maak, context=binnen)
        QShortcut(toets_van("Esc"), self, self.sluiten_gevraagd.emit, context=binnen)

    # what happens

    def maak(self) -> None:
        """Ask for the set as it is chosen now, unless one is being made."""
        if self.voet.begin():
            self.maken_gevraagd.emit(self.keuze)

    def _versmal(self, smal: bool) -> None:
        self.uitvoer_knop.setChecked(False)
        self.uitvoer_knop.setVisible(smal)

    def _ververs(self) -> None:
        self._achter = not self.isVisible()
        if not self._achter:
            self._toon_overzicht()
            self._rust.start()

    def _anders(self) -> None:
        self._klaar = None
        self.voet.wis()
        self._ververs()

    def _andere_lezers(self, nummer: int) -> None:
        if self._als.currentIndex() == nummer:
            self._anders()
        else:
            self._als.setCurrentIndex(nummer)  # comes back through _kijkt_anders

    def _kijkt_anders(self, _: int) -> None:
        self._laat_los()
        self._anders()

    def _laat_los(self) -> None:
        """Know of no preview any more, but of the place in it: what comes next is for other readers."""
        if self._getoond is not None:
            pagina = self.blad.pagina
            delen = [deel for deel in self._getoond.delen if deel.van <= pagina]
            self._plekken = [(deel.sleutel, min(pagina, deel.tot) - deel.van) for deel in reversed(delen)]
        self._gemaakt = self._getoond = None

    def _vraag_voorbeeld(self) -> None:
        if self._gemaakt is None and self.blad.aantal == 0:
            self.midden.wacht()
        self.voorbeeld_gevraagd.emit(self.bekeken)

    def _druk_af(self) -> None:
        self.afdrukken_gevraagd.emit(self.bekeken)

    def _vraag_verdeling(self) -> None:
        self.verdeling_gevraagd.emit(self.keuze)

    def _leg_vast(self) -> None:
        if self._klaar is not None:
            self.verzonden_gevraagd.emit(self._klaar)

    def _naar_deel(self, sleutel: str) -> None:
        van = self._bladen_van(self._getoond, sleutel)
        if van:
            self.blad.ga_naar(van)
        self._naar = "" if van else sleutel

    def _op_pagina(self, pagina: int, totaal: int) -> None:
        deel = self._deel_op(pagina)
        self.midden.toon_plaats(
            "Nazending" if self._nazending else "Voorbeeld", pagina, totaal, deel[1] if deel else ""
        )
        if deel and self.blad.hasFocus():
            self.lijst.wijs_aan(deel[0])

    # what is shown

    def _toon_overzicht(self) -> None:
        overzicht = self._laad(self.bekeken, self._gemaakt, self._getoond if self._nazending else None)
        self.lijst.show_overzicht(overzicht)
        self.uitvoer.zet_nazending(mogelijk=overzicht.sinds is not None)
        self.voet.toon(overzicht, anders=self._als.currentIndex() != self._voor.currentIndex())

    def _pagina_straks(self, nieuw: GemaakteSet) -> int:
        """Return the page of the new make where the place that is looked at now stands; 0 for where one is."""
        van = self._bladen_van(nieuw, self._naar)
        if van:
            self._naar = ""
            return van
        if self._getoond is None:
            stonden = ((self._bladen_van(nieuw, sleutel), verder) for sleutel, verder in self._plekken)
            return next((van + verder for van, verder in stonden if van), 0)
        nu = self._deel_op(self.blad.pagina)
        if nu is None:
            return 0
        van = self._bladen_van(nieuw, nu[0])
        return van + self.blad.pagina - self._bladen_van(self._getoond, nu[0]) if van else 0

    def _deel_op(self, pagina: int) -> tuple[str, str] | None:
        for deel in self._getoond.delen if self._getoond else ():
            if deel.van <= pagina <= deel.tot:
                return deel.sleutel, deel.label
        return None

    def _bladen_van(self, gemaakt: GemaakteSet | None, sleutel: str) -> int:
        return next((deel.van for deel in gemaakt.delen if deel.sleutel == sleutel), 0) if gemaakt else 0
