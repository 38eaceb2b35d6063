"""What the commands, keys and drops of the list of papers do."""

import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.base.files import aside, fetch, private_folder
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.agenda.stukinname import Stukinname
from tk_desktop.desktop.agenda.stukken_lijst import StukkenLijst, choose_files
from tk_desktop.desktop.agenda.stukken_taken import Uitkomstregel
from tk_desktop.desktop.agenda.stukken_vensters import Prullenbak, VersieVenster
from tk_desktop.desktop.agenda.stukkenmerken import Stukkenmerken
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.theme import Toon
from tk_desktop.desktop.session.buitenprogramma import BlijftVersleuteld, open_paper_outside, open_version_outside
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.terugregel import met_terug
from tk_desktop.desktop.text.stukregels import Plaatsing, Stukregel, stukregels
from tk_desktop.domain.datum import klok, lang
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.stuk import Stukversie
from tk_desktop.intake.afmeldvoorstel import Afmeldvoorstel
from tk_desktop.intake.ontvangst import Ontvangst, read_dropped
from tk_desktop.intake.toevoegen import Toevoeging, add_bestanden, add_pages, replace_stuk
from tk_desktop.meeting.stukken import (
    move_stukken,
    remove_stukken,
    rename_stuk,
    restore_stuk,
    restore_version,
    trash,
    versions_of,
)
from tk_desktop.paper.cache import Bladcache

T = TypeVar("T")


class Stukbediening(QObject):
    """Wires the list of papers to the use cases; ``opname`` gives the meeting that is open.

    ``geopend`` tells the paper that the user wants to read, ``pak_gevraagd`` the file of which what it holds is to be
    looked over and taken in.
    """

    geopend = Signal(str)
    pak_gevraagd = Signal(object)

    def __init__(self, sessie: Sessie, opname: Callable[[], Momentopname]) -> None:
        super().__init__()
        self._sessie = sessie
        self._store = sessie.store
        self._opname = opname
        self._klad: set[Path] = set()
        self._plek: Plaatsing | None = None
        self.lijst = StukkenLijst(self._regels, self._bewaar_beeld, kiezer=self._kies_bestanden)
        self.setParent(self.lijst)  # what the background tells after the window is gone, reaches nobody
        lijst = self.lijst
        lijst.geopend.connect(self.geopend)
        lijst.hernoemd.connect(self._hernoem)
        lijst.bestanden_gekregen.connect(self.ontvang)
        lijst.verplaatst.connect(self.verplaats)
        lijst.verwijderd.connect(self._verwijder)
        lijst.omzetten_gevraagd.connect(self._zet_om)
        lijst.versies_gevraagd.connect(self._toon_versies)
        lijst.tabellen_gevraagd.connect(self._toon_tabellen)
        lijst.lakken_gevraagd.connect(self._lak)
        lijst.toegankelijk_gevraagd.connect(self._kijk_na)
        lijst.prullenbak_gevraagd.connect(self._toon_prullenbak)
        lijst.uitkomst.ander_gevraagd.connect(self._kies_ander)
        self._kenmerken = Stukkenmerken(sessie, opname, lijst, naam=self._naam, verplaats=self.verplaats)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on papers does."""
        return {
            "stuk.toevoegen": self.lijst.voeg_toe,
            "stuk.openen": self.lijst.open,
            "stuk.hernoemen": self.lijst.hernoem,
            "stuk.vervangen": self.lijst.vervang,
            "stuk.omhoog": self.lijst.omhoog,
            "stuk.omlaag": self.lijst.omlaag,
            "stuk.weg": self.lijst.verwijder,
            "stuk.plakken": self.lijst.plak,
            "stuk.plak-vervangt": self.lijst.plak_vervangt,
            "stuk.omzetten": self.lijst.zet_om,
            "stuk.versies": self.lijst.versies,
            "stuk.tabellen": self.lijst.tabellen,
            "stuk.lakken": self.lijst.lakken,
            "stuk.toegankelijk": self.lijst.toegankelijk,
            "stuk.herkennen": self._lees_scan,
            "stuk.prullenbak": self._toon_prullenbak,
            "stuk.uitkomst": self._toon_uitkomst,
            **self._kenmerken.opdrachten(),
        }

    def toon_punt(self, punt_id: str) -> None:
        """Show the papers of an item; an empty id shows those of the whole meeting."""
        self.lijst.toon_punt(punt_id)

    def ontvang(self, paden: Sequence[Path], plek: Plaatsing) -> None:
        """Read files in the background and then put them on their place, in one step that can be undone."""
        taak = self.lijst.start_taak("Bestanden lezen")
        inname = Stukinname(
            self._sessie,
            taak,
            partial(self.neem_op, plek=plek, paden=tuple(paden)),
            "Toevoegen gestopt; er is niets toegevoegd.",
            ouder=self,
        )
        werkmap, als_bestand = self._store.map, self._is_bijlage(plek)
        cache, lezer = Bladcache(self._store.cache), self._sessie.lezer
        eigen = {pad.parent for pad in paden} & self._klad  # pictures from the clipboard are ours, to remove
        self._klad -= eigen

        def werk(progress: Progress) -> Ontvangst:
            try:
                return read_dropped(paden, cache, werkmap, progress, als_bestand=als_bestand, lezer=lezer)
            finally:
                for map_ in eigen:
                    shutil.rmtree(map_, ignore_errors=True)

        inname.start(werk)

    def verplaats(self, ids: Sequence[str], plek: Plaatsing, melding: str = "") -> None:
        """Put papers elsewhere; ``melding`` says so where that is out of sight."""
        naam = "Stuk verplaatsen" if len(ids) == 1 else f"{len(ids)} stukken verplaatsen"
        self._sessie.doe(
            naam,
            lambda: move_stukken(
                self._store, ids, plek.punt_id or None, hoort_bij=plek.hoort_bij or None, voor=plek.voor or None
            ),
            melding=melding,
        )
        self.lijst.kies(list(ids))

    def neem_op(self, ontvangst: Ontvangst, plek: Plaatsing, paden: Sequence[Path] = ()) -> None:
        """Store what was read, and say what became of each file; ``paden`` are the files that were dropped."""
        self._plek = plek
        with ontvangst:
            stukken = [bestand for bestand in ontvangst.gelezen if bestand.bericht is None]
            if plek.vervangt and stukken:
                label = self._naam(plek.vervangt)
                self._sessie.doe(
                    f"{label} vervangen",
                    lambda: replace_stuk(self._store, plek.vervangt, stukken[0], self._sessie.nu()),
                    daarna=lambda gedaan: self._vervangen(plek.vervangt, label, gedaan, ontvangst),
                )
            elif plek.punt_id and ontvangst.gelezen:
                self._sessie.doe(
                    _toevoegen,
                    lambda: add_bestanden(
                        self._store,
                        ontvangst.gelezen,
                        plek.punt_id,
                        hoort_bij=plek.hoort_bij or None,
                        voor=plek.voor or None,
                        nu=self._sessie.nu(),
                    ),
                    daarna=lambda gedaan: self._gemeld(gedaan, ontvangst, self._toegevoegd(len(gedaan.stukken), plek)),
                )
            else:
                self._gemeld(Toevoeging(), ontvangst, "")
        self._bied_aan(ontvangst, paden)

    def _bied_aan(self, ontvangst: Ontvangst, paden: Sequence[Path]) -> None:
        """Offer to look over what a Word file holds that was added as a paper; nothing of that is taken in here."""
        for bestand in ontvangst.gelezen:
            pad = next((een for een in paden if een.name == bestand.bron.name), None)
            if bestand.lijkt and pad is not None:
                zin = f"‘{pad.name}’ lijkt {bestand.lijkt}. Wilt u ook overnemen wat erin staat?"
                self._sessie.balk.meld(zin, [("Nakijken en innemen…", partial(self.pak_gevraagd.emit, pad))])
                return

    def _vervangen(self, stuk_id: str, label: str, gedaan: Toevoeging, ontvangst: Ontvangst) -> None:
        """Say that a paper was replaced, and let the notes on it find their place."""
        self._gemeld(gedaan, ontvangst, f"{label} is vervangen.")
        if gedaan.stukken and not self._sessie.alleen_lezen:
            laad("reader.notenplaatser").Notenplaatser(self._sessie, self).na_vervanging(stuk_id, label)

    def neem_paginas_op(self, ontvangst: Ontvangst, versie: Stukversie, label: str) -> None:
        """Give a version of a paper the pages that were made of it."""
        self._plek = None
        with ontvangst:
            if ontvangst.gelezen and ontvangst.gelezen[0].pdf is not None:
                self._sessie.doe(
                    f"{label} omzetten naar pdf",
                    lambda: add_pages(self._store, versie, ontvangst.gelezen[0]),
                    melding=f"{label} staat nu met pagina’s in de set.",
                )
            else:
                opmerkingen = [op for bestand in ontvangst.gelezen for op in bestand.opmerkingen]
                self._gemeld(Toevoeging(), ontvangst, "", [Uitkomstregel(Toon.ORANJE, op) for op in opmerkingen])

    def _regels(self, punt_id: str) -> tuple[Stukregel, ...]:
        opname = self._opname()
        aantallen = self._store.versies.aantallen(opname.vergadering.id)
        return stukregels(opname, aantallen, punt_id or None)

    def _gemeld(
        self, gedaan: Toevoeging, ontvangst: Ontvangst, melding: str, extra: Sequence[Uitkomstregel] = ()
    ) -> None:
        """Tell what came of a run: a toast for what went well, lines that stay for what to know."""
        regels = [Uitkomstregel(Toon.ROOD, geweigerd.fout.zin) for geweigerd in ontvangst.geweigerd]
        regels += [Uitkomstregel(Toon.ORANJE, f"{twijfel.waar}: {twijfel.wat}") for twijfel in gedaan.twijfels]
        regels += [Uitkomstregel(Toon.BLAUW, f"‘{naam}’ was er al: {waar}.") for naam, waar in gedaan.al_aanwezig]
        regels += [Uitkomstregel(Toon.ORANJE, _afgemeld(een)) for een in gedaan.afmeldingen]
        mist = bool(ontvangst.geweigerd) and self._plek is not None
        regels += extra
        if gedaan.stukken:
            self.lijst.kies(list(gedaan.stukken))
            self._sessie.gemeld.emit(f"{melding} {_meer(ontvangst)}" if regels else melding, True)
        self.lijst.uitkomst.toon(
            _kop(gedaan, ontvangst, self._bij(self._plek)),
            regels,
            ander=mist,
            dicht=bool(gedaan.stukken) and not ontvangst.geweigerd,
        )

    def _toon_uitkomst(self) -> None:
        if not self.lijst.uitkomst.open():
            self._sessie.gemeld.emit("Er is van de laatste bestanden niets te melden.", False)

    def _kies_ander(self) -> None:
        if self._plek is not None:
            self.lijst.kies_voor(self._plek)

    def _is_bijlage(self, plek: Plaatsing) -> bool:
        """Tell whether a nota that is dropped there is a file like any other."""
        opname = self._opname()
        if plek.vervangt:
            return plek.vervangt not in opname.notas
        return bool(plek.hoort_bij)

    def _naam(self, stuk_id: str) -> str:
        """Return what a paper is called here, also when it was removed while a file for it was read."""
        opname = self._opname()
        stukken = (*opname.stukken, *opname.afgevoerd.stukken)
        stuk = next((stuk for stuk in stukken if stuk.id == stuk_id), None)
        return "Het stuk" if stuk is None else opname.label(stuk) or f"‘{stuk.titel}’"

    def _toegevoegd(self, aantal: int, plek: Plaatsing) -> str:
        return f"{meervoud(aantal, 'stuk', 'stukken')} toegevoegd{self._bij(plek)}."

    def _bij(self, plek: Plaatsing | None) -> str:
        nummer = self._opname().nummers.get(plek.punt_id) if plek is not None else None
        return "" if nummer is None else f" bij {nummer}"

    def _bewaar_beeld(self, png: bytes) -> Path:
        nu = self._sessie.nu()
        naam = f"Beeld van {lang(nu.date())} {klok(nu.time())}.png"
        pad = private_folder(self._store.map) / naam
        pad.write_bytes(png)
        self._klad.add(pad.parent)
        return pad

    def _hernoem(self, stuk_id: str, titel: str) -> None:
        self._sessie.doe("Titel wijzigen", lambda: rename_stuk(self._store, stuk_id, titel))

    def _verwijder(self, ids: list[str]) -> None:
        if len(ids) == 1:
            label = self._naam(ids[0])
            naam, melding = f"{label} verwijderen", f"{label} staat in de prullenbak."
        else:
            naam, melding = f"{len(ids)} stukken verwijderen", f"{len(ids)} stukken staan in de prullenbak."
        self._sessie.doe(naam, lambda: remove_stukken(self._store, ids, self._sessie.nu()), melding=melding)

    def _kies_bestanden(self, ouder: QWidget, titel: str, meer: bool) -> list[Path]:
        """Ask for files, first in the folder where the last ones were, else among the documents of the user."""
        voorkeuren = self._sessie.voorkeuren
        documenten = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        mappen = (voorkeuren.invoermap, documenten)  # one that is gone would stand in the dialog as a name of a file
        map_ = next((een for een in mappen if een and Path(een).is_dir()), str(Path.home()))
        paden = choose_files(ouder, titel, meer, map_)
        if paden:
            voorkeuren.invoermap = str(paden[0].parent)
        return paden

    def _zet_om(self, stuk_id: str) -> None:
        """Make pages of a file that travelled as it is, now that LibreOffice is there."""
        versie = versions_of(self._store, stuk_id)[0]
        bron, werkmap = self._store.bestanden.plek(versie.sha256), self._store.map
        if not isinstance(bron, Path):
            self._sessie.balk.toon(BlijftVersleuteld(bestand=versie.bestandsnaam))
            return
        cache, lezer = Bladcache(self._store.cache), self._sessie.lezer
        toon_bezig = self.lijst.model.toon_bezig
        inname = Stukinname(
            self._sessie,
            self.lijst.start_taak("Omzetten naar pdf"),
            partial(self.neem_paginas_op, versie=versie, label=self._naam(stuk_id)),
            "Omzetten gestopt; het stuk is niet veranderd.",
            ouder=self,
            voorbij=partial(toon_bezig, stuk_id, ""),
        )

        def werk(progress: Progress) -> Ontvangst:
            with aside(werkmap) as naast:
                kopie = fetch(bron, naast / versie.bestandsnaam)
                return read_dropped([kopie], cache, werkmap, progress, als_bestand=True, lezer=lezer)

        toon_bezig(stuk_id, "wordt omgezet")
        inname.start(werk)

    def _toon_versies(self, stuk_id: str) -> None:
        titel = self._store.stukken.get(stuk_id).titel
        venster = VersieVenster(titel, lambda: versions_of(self._store, stuk_id), self.lijst.window())

        def zet_terug(versie_id: str) -> None:
            self._sessie.doe(
                "Oude versie terugzetten",
                lambda: restore_version(self._store, stuk_id, versie_id, self._sessie.nu()),
                melding=f"De oude versie van ‘{titel}’ geldt weer.",
            )

        venster.geopend.connect(partial(open_version_outside, self._sessie))
        venster.teruggezet.connect(zet_terug)
        met_terug(venster, self._sessie).veranderd.connect(venster.reload)
        venster.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        venster.open()

    def _toon_tabellen(self, stuk_id: str) -> None:
        laad("agenda.tabellenbediening").Tabellenbediening(self._sessie, stuk_id, self.lijst.window()).open()

    def _lak(self, stuk_id: str) -> None:
        with self._sessie.balk.meldt():
            laad("agenda.lakbediening").Lakbediening(self._sessie, stuk_id, self.lijst.window()).open()

    def _kijk_na(self, stuk_id: str) -> None:
        laad("agenda.leesrapportbediening").Leesrapportbediening(self._sessie, stuk_id, self.lijst.window()).open()

    def _lees_scan(self) -> None:
        for stuk_id in self.lijst.gekozen_ids()[:1]:
            taak = self.lijst.start_taak("Scan lezen")
            laad("agenda.scanbediening").Scanlezing(self._sessie, taak, stuk_id, self).start()

    def open_buiten(self, stuk_id: str) -> None:
        """Open the received file of a paper in the program of the computer; a nota with a form has none."""
        open_paper_outside(self._sessie, stuk_id)

    def _toon_prullenbak(self) -> None:
        id_ = self._opname().vergadering.id
        venster = Prullenbak(lambda: trash(self._store, id_), self.lijst.window())
        met_terug(venster, self._sessie).veranderd.connect(venster.reload)

        def zet_terug(ids: list[str]) -> None:
            self._sessie.doe(
                "Terugzetten uit de prullenbak",
                lambda: [restore_stuk(self._store, stuk_id) for stuk_id in ids],
                melding="1 stuk teruggezet." if len(ids) == 1 else f"{len(ids)} stukken teruggezet.",
            )

        venster.teruggezet.connect(zet_terug)
        venster.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        venster.open()


def _afgemeld(voorstel: Afmeldvoorstel) -> str:
    waar = voorstel.vergadering or "een vergadering"
    return f"{voorstel.naam} meldt zich af voor {waar}. Leg dat vast met Post innemen (Ctrl+Shift+J)."


def _toevoegen(gedaan: Toevoeging) -> str:
    """Return by what name adding files is undone: what was there already does not count."""
    aantal = len(gedaan.stukken)
    if not aantal:
        return "Bericht bewaren"  # with nothing new joined to it
    return "1 stuk toevoegen" if aantal == 1 else f"{aantal} stukken toevoegen"


def _meer(ontvangst: Ontvangst) -> str:
    """Return what a passing message says of what there is to know besides, and by which key."""
    niet = len(ontvangst.geweigerd)
    if not niet:
        return "Er is iets om te weten: Ctrl+Shift+R."
    wat = "1 bestand is niet toegevoegd" if niet == 1 else f"{niet} bestanden zijn niet toegevoegd"
    return f"{wat}; waarom: Ctrl+Shift+R."


def _kop(gedaan: Toevoeging, ontvangst: Ontvangst, bij: str) -> str:
    """Return the sentence above the lines: what is safe, and what did not come; ``bij`` names the item in it."""
    niet = len(ontvangst.geweigerd)
    if niet and not gedaan.stukken:
        return f"Er is{bij} niets toegevoegd; uw vergadering is niet veranderd."
    if niet:
        goed = len(gedaan.stukken)
        wel = (
            f"1 stuk is{bij} toegevoegd en bewaard."
            if goed == 1
            else f"{goed} stukken zijn{bij} toegevoegd en bewaard."
        )
        mis = "1 bestand is niet toegevoegd." if niet == 1 else f"{niet} bestanden zijn niet toegevoegd."
        return f"{wel} {mis}"
    return (
        "Kijk dit even na."
        if gedaan.twijfels
        else "Dit was er al."
        if gedaan.al_aanwezig
        else "Er is iets om te weten."
    )
