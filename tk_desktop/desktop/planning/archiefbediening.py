"""Taking in an archive by the window: looked at in the background, then taken in file by file, each to be undone."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import aside, replacing
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand, vraag_map
from tk_desktop.desktop.planning.archiefscherm import Archiefscherm
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.intake.archief import Archiefverslag, Archiefwerk, read_archief, take_archief
from tk_desktop.intake.opnemen import Inname
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import find_office
from tk_desktop.store.leeskopie import AlleenLezen
from tk_desktop.store.werkmap import Store
from tk_desktop.store.wijzigingen import Wijziging


class Archiefbediening(QObject):
    """Wires taking in a folder of years; each file that was taken in is one action that can be undone."""

    def __init__(self, sessie: Sessie, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._ouder = ouder
        self._map = Path()
        self._gremia: tuple[str, ...] = ()
        self._herken = False
        self._werk: Job | None = None
        self._gedaan: list[tuple[str, Wijziging]] = []
        self._scherm: Archiefscherm | None = None

    def vraag(self) -> None:
        """Ask for the folder."""
        with self._sessie.balk.meldt():
            if self._sessie.alleen_lezen:
                raise AlleenLezen(map=self._sessie.store.bron.name)
            map_ = vraag_map(self._ouder, "Archief innemen", Path.home())
            if map_ is not None:
                self.lees(map_)

    def lees(self, map_: Path) -> None:
        """Look in the background at what would become of each file in a folder, and show it."""
        self._map, self._herken = map_, False
        self._gremia = tuple(gremium.naam for gremium in self._sessie.store.gremia.all())
        scherm = self._scherm = Archiefscherm(map_.name, self._ouder)
        scherm.innemen.connect(self._neem_in)
        scherm.gestopt.connect(self._stop)
        scherm.rapport.connect(self._bewaar_rapport)
        scherm.herkennen.connect(self._herken_scans)
        scherm.finished.connect(self._is_dicht)
        scherm.finished.connect(scherm.deleteLater)
        scherm.open()
        self._kijk()

    def _herken_scans(self) -> None:
        """Look again with the words of scans, which takes some seconds for each of their pages."""
        if self._scherm is not None:
            self._herken = True
            self._scherm.toon_bezig(innemen=False)
            self._kijk()

    def _kijk(self) -> None:
        map_, store, nu = self._map, self._sessie.store, self._sessie.nu()

        def werk(progress: Progress) -> Archiefverslag:
            with aside(store.cache) as naast:
                return read_archief(map_, self._wijze(store, naast, {}), nu, progress)

        self._start(werk, self._is_bekeken, met_store=False)

    def _wijze(self, store: Store, cache: Pad, zelfde: Mapping[str, str]) -> Archiefwerk:
        return Archiefwerk(
            cache=Bladcache(cache),
            lezer=self._sessie.lezer,
            map=store.map,
            zelfde=zelfde,
            gremia=self._gremia,
            herken=self._herken,
            office=find_office(),
        )

    def _start(self, werk: Callable[..., object], klaar: Callable[[Archiefverslag], None], *, met_store: bool) -> None:
        self._werk = self._sessie.op_achtergrond(
            werk, klaar, met_store=met_store, stap=self._toon_stap, gestopt=self._is_gestopt, mislukt=self._mislukt
        )

    def _neem_in(self, zelfde: Mapping[str, str]) -> None:
        if self._scherm is None:
            return
        map_, nu = self._map, self._sessie.nu()
        self._gedaan = []
        gedaan = self._gedaan

        def werk(store: Store, progress: Progress) -> Archiefverslag:
            def bewaar(naam: str, opnemen: Callable[[], Inname]) -> Inname:
                uit, wijziging = store.record(opnemen)
                gedaan.append((naam, wijziging))
                return uit

            wijze = self._wijze(store, store.cache, zelfde)
            return take_archief(store, map_, wijze, nu, progress, bewaar=bewaar)

        self._scherm.toon_bezig(innemen=True)
        self._start(werk, self._is_ingenomen, met_store=True)

    def _stop(self) -> None:
        if self._werk is not None:
            self._werk.stop()

    def _is_dicht(self) -> None:
        """Stop with the window: what was taken in stays, and the rest can be taken in later."""
        self._scherm = None
        self._stop()

    def _toon_stap(self, wat: str, gedaan: int, totaal: int) -> None:
        if self._scherm is not None:
            self._scherm.toon_stap(wat, gedaan, totaal)

    def _is_bekeken(self, verslag: Archiefverslag) -> None:
        if self._scherm is not None:
            self._scherm.toon(verslag, ingenomen=False)

    def _is_ingenomen(self, verslag: Archiefverslag) -> None:
        self._leg_vast()
        if self._scherm is not None:
            self._scherm.toon(verslag, ingenomen=True)

    def _is_gestopt(self) -> None:
        aantal = self._leg_vast()
        if self._scherm is not None:
            self._scherm.toon_gestopt(aantal)

    def _mislukt(self, fout: TkError) -> None:
        aantal = self._leg_vast()
        if self._scherm is not None:
            self._scherm.toon_gestopt(aantal)
            self._scherm.balk.toon(fout)

    def _leg_vast(self) -> int:
        """Remember each file that was taken in as an action of its own; return how many there are."""
        gedaan, self._gedaan = self._gedaan, []
        for naam, wijziging in gedaan[:-1]:
            self._sessie.geschiedenis.neem_op(f"‘{naam}’ innemen", wijziging, plek=self._sessie.plek())
        for naam, wijziging in gedaan[-1:]:  # the screens look again once
            aantal = "1 bestand" if len(gedaan) == 1 else f"{len(gedaan)} bestanden"
            self._sessie.gedaan(f"‘{naam}’ innemen", wijziging, melding=f"Uit het archief ingenomen: {aantal}.")
        return len(gedaan)

    def _bewaar_rapport(self) -> None:
        scherm = self._scherm
        if scherm is None or scherm.verslag is None:
            return
        doel = vraag_bestand(scherm, "Overzicht opslaan", Path.home() / "archief.txt", "Tekst (*.txt)")
        if doel is not None:
            regels = [woorden for regel in scherm.verslag.regels for woorden in regel.in_woorden(geheel=False)]
            with scherm.balk.meldt(), replacing(doel) as half:
                half.write_text("\n".join([scherm.uitleg.text(), "", *regels]) + "\n", encoding="utf-8")
