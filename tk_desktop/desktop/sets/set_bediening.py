"""The builder in the window: opened on a meeting, kept up to date with it, and what was sent kept in the log."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.printer import vind_printers
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.session.buitenprogramma import show_outside
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.inzage import kopiemaker
from tk_desktop.desktop.session.overzicht import adres_van
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sets.druk_werk import Drukwerk
from tk_desktop.desktop.sets.set_keuze import Gemaakt, Setkeuze, Uitvoer
from tk_desktop.desktop.sets.set_werk import Setwerk, record_sent
from tk_desktop.desktop.sets.verzendlijst import Verzendlijst, Verzendvraag
from tk_desktop.desktop.sets.wie_krijgt_wat import WieKrijgtWat
from tk_desktop.domain.gremium import Rol
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.notenstijl import Notenwijze
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.pack.bekijken_als import Lezer, who_gets_what
from tk_desktop.pack.uitgeven import Verzending, verzendlijst, withdraw_uitgave

_IN_HET_BESTUUR = {Rol.VOORZITTER, Rol.PLAATSVERVANGEND_VOORZITTER, Rol.LID}
Nu = Callable[[], datetime]


class Setbediening(QObject):
    """Holds one builder at a time in ``blad``; ``gesloten`` tells that the user is done with it."""

    gesloten = Signal()
    gekozen = Signal(object)
    """An ``Adres`` in the meeting to go to."""
    controle_gevraagd = Signal(str)
    """The id of the meeting: go to what the check found in it."""

    def __init__(self, sessie: Sessie, ouder: QWidget, nu: Nu | None = None) -> None:
        super().__init__()
        self._ouder = ouder
        self._sessie = sessie
        self._nu = nu or sessie.nu
        self._bron = Achtergrondbron(sessie.jobs)
        self._werk: Setwerk | None = None
        self._id = ""
        self.blad = QStackedWidget()
        self._rol = Rolblad()
        self.setParent(self.blad)
        self._deur = Focusdeur(self.blad, lambda: self._werk.bouwer if self._werk is not None else None)

    def open(self, vergadering_id: str, stuk_id: str = "") -> None:
        """Show the builder of a meeting, at a paper; raises ``NietGevonden``."""
        if self._werk is None or self._id != vergadering_id:
            sessie = self._sessie
            self._vervang(
                Setwerk(sessie.store, vergadering_id, sessie.jobs, self._bron, self._kies, maker=kopiemaker(sessie))
            )
            self._id = vergadering_id
        else:
            self._werk.herlaad()
        if stuk_id and self._werk is not None:
            self._werk.bouwer.kies_deel(stuk_id)

    def naar_uitvoer(self) -> None:
        """Put the keyboard on the form in which the set is made."""
        if self._werk is not None:
            self._werk.bouwer.ga_naar_uitvoer()

    def bekijk_als_bestuurder(self) -> None:
        """Show the set as the first member gets it; as all members do where none has a name."""
        if self._werk is not None:
            opname = self._sessie.store.opname(self._id)
            lezers = [*(Lezer(Doelgroep.LID, naam) for naam in _bestuurders(opname)), Lezer(Doelgroep.LEDEN)]
            self._werk.bouwer.bekijk_als(lezers[0])

    def reload(self) -> None:
        """Show the set anew, for the meeting changed."""
        if self._werk is not None:
            self._werk.herlaad()

    def toon_verzendlijst(self, vergadering_id: str = "") -> None:
        """Open the log of what was sent of a meeting."""
        id_ = vergadering_id or self._id
        lijst = Verzendlijst(lambda: self._verzonden(id_))
        lijst.intrekken_gevraagd.connect(self._trek_in)
        self._sessie.veranderd.connect(lijst.reload)
        in_venster(lijst, "Verzendlijst", self._ouder, self._sessie)

    def druk_af(self, vergadering_id: str, punt_id: str = "", stuk_id: str = "") -> None:
        """Open the print dialog on a meeting, at an item or that of a paper, with what its sets usually have."""
        vinkjes = self._sessie.voorkeuren.setvinkjes(self._gremium(vergadering_id))
        gewoon = Setkeuze()
        if vinkjes is not None:
            gewoon = replace(gewoon, keuze=replace(gewoon.keuze, bladnummers="bladnummers" in vinkjes))
        self._open_druk(gewoon, vergadering_id, punt_id or self._punt_van(vergadering_id, stuk_id))

    def _punt_van(self, vergadering_id: str, stuk_id: str) -> str:
        opname = self._sessie.store.opname(vergadering_id)
        return next((opname.punt_van(stuk) or "" for stuk in opname.stukken if stuk.id == stuk_id), "")

    def druk_getoonde_af(self) -> None:
        """Open the print dialog on the set that the builder shows, for the readers it is shown for."""
        if self._werk is not None:
            self._open_druk(self._werk.bouwer.bekeken, self._id, "")

    def _druk_set_af(self, keuze: Setkeuze) -> None:
        self._open_druk(keuze, self._id, "")

    def _open_druk(self, keuze: Setkeuze, vergadering_id: str, punt_id: str) -> None:
        sessie = self._sessie
        with sessie.balk.meldt():
            druk = Drukwerk(
                sessie.store,
                vergadering_id,
                sessie.jobs,
                vind_printers(),
                self._kies_afdruk,
                keuze=keuze,
                punt=punt_id,
                lezer=sessie.voorkeuren.lezer,
                noten=sessie.voorkeuren.noten,
                maker=kopiemaker(sessie),
                ouder=self._ouder,
            )
            druk.afgedrukt.connect(self._is_afgedrukt)
            druk.gestopt.connect(self._is_gestopt)
            druk.venster.noten_gekozen.connect(self._onthoud_noten)
            druk.voorbij.connect(druk.venster.deleteLater)
            druk.venster.open()

    def _is_afgedrukt(self, zin: str) -> None:
        self._sessie.gemeld.emit(zin, False)

    def _onthoud_noten(self, wijze: Notenwijze) -> None:
        self._sessie.voorkeuren.noten = wijze

    def _is_gestopt(self) -> None:
        self._sessie.gemeld.emit("Het afdrukken is gestopt.", False)

    def _kies_afdruk(self, naam: str) -> Path | None:
        map_ = self._sessie.voorkeuren.bewaarmap
        return vraag_bestand(self._ouder, "Afdruk bewaren als", map_ / naam, "Pdf (*.pdf)")

    def _verzonden(self, vergadering_id: str) -> Sequence[Verzending]:
        return verzendlijst(self._sessie.store, vergadering_id)

    def _vervang(self, werk: Setwerk) -> None:
        if self._werk is not None:
            self._werk.stop()
            self.blad.removeWidget(self._rol)
            self._rol.deleteLater()
        self._werk = werk
        bouwer = werk.bouwer
        vinkjes = self._sessie.voorkeuren.setvinkjes(self._gremium(werk.vergadering_id))
        if vinkjes is not None:
            bouwer.uitvoer.zet_vinkjes(vinkjes)
        bouwer.uitvoer.gewijzigd.connect(self._onthoud_vinkjes)
        bouwer.verzonden_gevraagd.connect(self._leg_vast)
        bouwer.verzendlijst_gevraagd.connect(self._toon_lijst)
        bouwer.afdrukken_gevraagd.connect(self._druk_set_af)
        bouwer.verdeling_gevraagd.connect(self._toon_verdeling)
        bouwer.sluiten_gevraagd.connect(self.gesloten)
        bouwer.tonen_gevraagd.connect(self._toon_buiten)
        bouwer.stuk_gevraagd.connect(self._naar_stuk)
        bouwer.controle_gevraagd.connect(self._naar_controle)
        self._rol = Rolblad()  # large letters on a small screen ask for more than there is
        self._rol.setWidget(bouwer)
        self.blad.addWidget(self._rol)
        self.blad.setCurrentWidget(self._rol)
        if self.blad.hasFocus():
            self._deur.open()

    def _gremium(self, vergadering_id: str) -> str:
        return self._sessie.store.vergaderingen.get(vergadering_id).gremium_id

    def _onthoud_vinkjes(self) -> None:
        if self._werk is not None:
            gremium = self._gremium(self._werk.vergadering_id)
            self._sessie.voorkeuren.bewaar_setvinkjes(gremium, self._werk.bouwer.uitvoer.vinkjes)

    def _kies(self, keuze: Setkeuze, naam: str) -> Path | None:
        map_ = self._sessie.voorkeuren.bewaarmap
        if keuze.uitvoer.is_map:
            gekozen = QFileDialog.getExistingDirectory(self.blad, "Waar komen de bestanden?", str(map_))
            doel = Path(gekozen) / naam if gekozen else None
        else:
            soort = "Zip (*.zip)" if keuze.uitvoer is Uitvoer.ZIP else "Pdf (*.pdf)"
            doel = vraag_bestand(self.blad, "Waar komt de set?", map_ / naam, soort)
        if doel is not None:
            self._sessie.voorkeuren.uitvoermap = str(doel.parent)
        return doel

    def _toon_buiten(self, pad: Path) -> None:
        show_outside(pad)

    def _toon_lijst(self) -> None:
        self.toon_verzendlijst()

    def _naar_stuk(self, stuk_id: str) -> None:
        self.gekozen.emit(adres_van(self._sessie.store.opname(self._id), stuk_id))

    def _naar_controle(self) -> None:
        self.controle_gevraagd.emit(self._id)

    def _toon_verdeling(self, keuze: Setkeuze) -> None:
        with self._sessie.balk.meldt():
            verdeling = who_gets_what(self._sessie.store, self._id, keuze=keuze.keuze)
            WieKrijgtWat(verdeling, self._ouder).open()

    def _leg_vast(self, gemaakt: Gemaakt) -> None:
        opname = self._sessie.store.opname(self._id)
        vraag = Verzendvraag(gemaakt.doel.name, _leden(opname), self._ouder)

        def doe() -> None:
            moment = self._nu()
            self._sessie.doe(
                "Verzonden vastleggen",
                lambda: record_sent(self._sessie.store, self._id, gemaakt, vraag.aan, moment),
                melding=f"‘{gemaakt.doel.name}’ staat in de verzendlijst.",
            )

        vraag.accepted.connect(doe)
        vraag.finished.connect(vraag.deleteLater)
        vraag.open()

    def _trek_in(self, uitgave_id: str, reden: str) -> None:
        moment = self._nu()
        self._sessie.doe(
            "Set intrekken",
            lambda: withdraw_uitgave(self._sessie.store, uitgave_id, reden, moment),
            melding="Ingetrokken.",
        )


def _leden(opname: Momentopname) -> list[str]:
    dag = opname.vergadering.datum
    zetels = [lid for lid in opname.leden if lid.geldt_op(dag) and lid.rol is not Rol.PLAATSVERVANGER]
    return [opname.naam(lid.persoon_id) for lid in zetels]


def _bestuurders(opname: Momentopname) -> list[str]:
    dag = opname.vergadering.datum
    zetels = [lid for lid in opname.leden if lid.geldt_op(dag) and lid.rol in _IN_HET_BESTUUR]
    return [naam for lid in zetels if (naam := opname.naam(lid.persoon_id))]
