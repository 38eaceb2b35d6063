"""Years of packs at once: a folder with all that is in it, read file by file, and taken in folder by folder.

What was taken in before is known by its bytes, so that a run that was broken off goes on where it was. One meeting that
stands in two packs is taken in once. A file that is refused stops no other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from itertools import groupby
from pathlib import Path

from tk_desktop.base.errors import BestandNietGevonden, Onderbroken, TkError
from tk_desktop.base.files import aside, sha256
from tk_desktop.base.leesproces import Lezer
from tk_desktop.base.progress import Progress
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lang
from tk_desktop.domain.naamgelijkenis import Naamvoorstel, zelfde_gremia, zelfde_namen
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.intake.anderetekst import ANDERS
from tk_desktop.intake.bericht import BERICHTEN
from tk_desktop.intake.bestanden import ScanZonderTekst, lees_bestanden
from tk_desktop.intake.bestandsnaam import Verwijzing
from tk_desktop.intake.bestandssoorten import LOS, MET_MACROS
from tk_desktop.intake.gelezen import GelezenBestand, Leeswijze
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.opnemen import Inname, neem_op
from tk_desktop.intake.plaats import plaats_van
from tk_desktop.intake.werk import VergaderingOnbekend
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import Office
from tk_desktop.store.werkmap import Store

Bewaar = Callable[[str, Callable[[], Inname]], Inname]
"""Does the taking in of one file, that is named: as it is, or recorded so that it can be undone."""
_WERKMAP = "\0werkmap"
_MEER_DAGEN = "In deze map staan meer vergaderingen. Zet dit stuk in een map met alleen zijn eigen vergadering."
_WACHT = "Het hoort nog bij geen vergadering. Zet het in de map van zijn vergadering, of voeg het daar zelf toe."
_ERBIJ = "De agenda van deze vergadering was er al; dit is erbij gekomen."
_SOORTEN = frozenset({".pdf", ".docx", ".dotx", ".txt", ".zip", *MET_MACROS, *ANDERS, *BERICHTEN})


class Lot(StrEnum):
    """What became of a file of an archive."""

    INGENOMEN = "ingenomen"
    VOORGESTELD = "in te nemen"
    WAS_ER = "was er al"
    DUBBEL = "dubbel"
    ZELFDE_VERGADERING = "zelfde vergadering"
    GEWEIGERD = "geweigerd"
    OVERGESLAGEN = "overgeslagen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archiefregel:
    """One file of an archive: its name in the folder, what became of it, what is known of it and what is doubtful."""

    bestand: str
    lot: Lot
    wat: str = ""
    twijfels: tuple[Twijfel, ...] = ()
    is_scan: bool = False
    """It was refused because no words stand on its pages: they may be recognised."""

    def in_woorden(self, *, geheel: bool = True) -> tuple[str, ...]:
        """Return what became of this file, and a line for each thing in it that somebody has to look at.

        Without ``geheel`` only its place, as in a file that is kept: a doubt can tell the words of a besloten verslag.
        """
        eerst = f"{self.bestand}: {self.lot.value}. {self.wat}".rstrip()
        return eerst, *(f"    Kijk na, {een.waar}{f': {een.wat}' if geheel else ''}" for een in self.twijfels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archiefverslag:
    """What became of every file, in the order of the folder, and names that may be of one person or body."""

    regels: tuple[Archiefregel, ...]
    namen: tuple[Naamvoorstel, ...] = ()

    def aantal(self, lot: Lot) -> int:
        """Return how many files came to this."""
        return sum(regel.lot is lot for regel in self.regels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archiefwerk:
    """How an archive is read: who reads, into which cache, and which names are of one person or body.

    ``zelfde`` gives by a name as it is written the one that it stands for: what somebody agreed to. ``gremia`` are the
    names of bodies that the werkmap knows. With ``herken`` the words of scans are recognised; ``office`` makes Word
    files of old texts.
    """

    cache: Bladcache
    lezer: Lezer
    map: Path
    zelfde: Mapping[str, str]
    gremia: tuple[str, ...] = ()
    herken: bool = False
    office: Office | None = None


class _Archief:
    """One run through an archive."""

    def __init__(self, store: Store | None, wortel: Path, werk: Archiefwerk, nu: datetime, bewaar: Bewaar) -> None:
        self._store = store
        self._bewaar = bewaar
        self.wortel = wortel
        self.bijlagen = Path()
        self.werk = werk
        self._nu = nu
        self._gezien: dict[str, str] = {}
        self._sommen: dict[Path, str] = {}
        self._met_notas: set[tuple[str, date]] = set()
        self._vult_aan: dict[str, tuple[str, date]] = {}
        self._vergaderingen = dict(_meetings(store)) if store is not None else {}
        self._bekend = _known(store) if store is not None else {}
        self.namen: set[str] = set()
        self.gremia: set[str] = set()
        self.gedaan = 0
        self.totaal = 0

    def folder(self, paden: Sequence[Path], progress: Progress) -> Iterator[Archiefregel]:
        """Yield what became of the files of one folder: first those that bring a meeting, each as soon as it is read.

        The rest belongs to the meeting of the folder; where there are more, a name alone does not tell to which.
        """
        rest: list[tuple[str, tuple[GelezenBestand, ...]]] = []
        hier = dict.fromkeys(id_ for pad in paden if (id_ := self._bekend.get(self._som(pad))))
        dagen = 0
        for pad in paden:
            progress.step(self._naam(pad), self.gedaan, self.totaal)
            uit = self._read(pad, progress)
            self.gedaan += 1
            if isinstance(uit, Archiefregel):
                yield uit
            elif any(_has_agenda(een) for een in uit):
                regel, geraakt = self._take_in(self._naam(pad), uit, None)
                hier |= dict.fromkeys([geraakt] if geraakt else ())
                dagen += 1
                yield regel
            else:
                rest.append((self._naam(pad), uit))
        vergadering = next(iter(hier), None)
        for naam, bestanden in rest:
            progress.check()
            if naam in self._vult_aan:
                yield self._take_in(naam, bestanden, self._meeting_id(self._vult_aan[naam]))[0]
                continue
            eigen = any(_tells_its_day(een) for een in bestanden)
            if max(len(hier), dagen) > 1 and not eigen:
                yield Archiefregel(bestand=naam, lot=Lot.OVERGESLAGEN, wat=_MEER_DAGEN)
            elif self._store is None and not (dagen or eigen):
                yield Archiefregel(bestand=naam, lot=Lot.OVERGESLAGEN, wat=f"{_told(bestanden)} {_WACHT}".strip())
            else:
                yield self._take_in(naam, bestanden, vergadering if len(hier) == 1 else None)[0]

    def _som(self, pad: Path) -> str:
        """Return the digest of a file; nothing of one that cannot be read."""
        if pad not in self._sommen and not pad.is_symlink() and _is_read(pad):
            try:
                self._sommen[pad] = sha256(pad)
            except OSError:
                return ""
        return self._sommen.get(pad, "")

    def _naam(self, pad: Path) -> str:
        return pad.relative_to(self.wortel).as_posix()

    def _read(self, pad: Path, progress: Progress) -> Archiefregel | tuple[GelezenBestand, ...]:
        naam = self._naam(pad)
        if not _is_read(pad):
            return Archiefregel(bestand=naam, lot=Lot.OVERGESLAGEN, wat="Deze soort bestand leest TK Desktop niet.")
        try:
            if pad.is_symlink():
                raise Verwijzing(bestand=pad.name)
            som = self._sommen[pad] = sha256(pad)
            if som in self._bekend:
                return Archiefregel(bestand=naam, lot=Lot.WAS_ER)
            if som in self._gezien:
                return Archiefregel(bestand=naam, lot=Lot.DUBBEL, wat=f"Precies hetzelfde als ‘{self._gezien[som]}’.")
            self._gezien[som] = naam
            stil = Progress(stopped=progress.is_stopped)  # how far it is, is told by file
            bijlagen = self.bijlagen / str(self.gedaan)
            wijze = Leeswijze(map=self.werk.map, bijlagen=bijlagen, herken=self.werk.herken)
            werk = self.werk
            bestanden = lees_bestanden([pad], stil, cache=werk.cache, wijze=wijze, lezer=werk.lezer, office=werk.office)
        except Onderbroken:
            raise
        except TkError as fout:
            scan = isinstance(fout, ScanZonderTekst)
            return Archiefregel(bestand=naam, lot=Lot.GEWEIGERD, wat=fout.zin, is_scan=scan)
        for bestand in bestanden:
            self.namen |= _names(bestand.lezing)
            if bestand.lezing is not None and bestand.lezing.agenda is not None:
                self.gremia.add(bestand.lezing.agenda.gremium)
        eerder = self._same_meeting(naam, bestanden)
        if eerder and self._completes(naam, bestanden):
            bestanden = tuple(map(_without_agenda, bestanden))
        elif eerder:
            waar = "al in de werkmap" if eerder == _WERKMAP else f"ook in ‘{eerder}’; dat pak is gevolgd"
            wat = f"Deze vergadering staat {waar}."
            return Archiefregel(bestand=naam, lot=Lot.ZELFDE_VERGADERING, wat=wat)
        return tuple(replace(een, lezing=_joined(een.lezing, self.werk.zelfde)) for een in bestanden)

    def _same_meeting(self, naam: str, bestanden: Sequence[GelezenBestand]) -> str:
        """Return the pack in which the meeting of this one was read before."""
        zitting = self._zitting(bestanden)
        if zitting is None:
            return ""
        eerder = self._vergaderingen.setdefault(zitting, naam)
        if eerder == naam and _brings_notas(bestanden):
            self._met_notas.add(zitting)
        return "" if eerder == naam else eerder

    def _zitting(self, bestanden: Sequence[GelezenBestand]) -> tuple[str, date] | None:
        """Return the body and the day of the agenda in a file; nothing where there is none."""
        for bestand in bestanden:
            agenda = bestand.lezing.agenda if bestand.lezing else None
            if agenda is not None and agenda.datum is not None:
                return sleutel(self.werk.zelfde.get(agenda.gremium, agenda.gremium)), agenda.datum
        return None

    def _completes(self, naam: str, bestanden: Sequence[GelezenBestand]) -> bool:
        """Tell whether a file has the nota's of a meeting of which only the agenda came in before; it is remembered."""
        zitting = self._zitting(bestanden)
        if zitting is None or zitting in self._met_notas or not _brings_notas(bestanden):
            return False
        id_ = self._meeting_id(zitting)
        if id_ is not None and self._store is not None and self._store.opname(id_).notas:
            return False
        self._met_notas.add(zitting)
        self._vult_aan[naam] = zitting
        return True

    def _meeting_id(self, zitting: tuple[str, date]) -> str | None:
        """Return the meeting of a body on a day in the werkmap."""
        if self._store is None:
            return None
        gremium, dag = zitting
        for vergadering in self._store.vergaderingen.op_dag(dag):
            bekend = self._store.gremia.get(vergadering.gremium_id)
            if gremium in (sleutel(bekend.naam), sleutel(bekend.afkorting)):
                return vergadering.id
        return None

    def _take_in(
        self, naam: str, bestanden: tuple[GelezenBestand, ...], vergadering: str | None
    ) -> tuple[Archiefregel, str | None]:
        wat = _told(bestanden)
        wat = f"{wat} {_ERBIJ}" if naam in self._vult_aan else wat
        if self._store is None:
            return Archiefregel(bestand=naam, lot=Lot.VOORGESTELD, wat=wat), None
        eigen = any(_has_agenda(een) for een in bestanden)
        try:
            opnemen = partial(
                neem_op, self._store, bestanden, nu=self._nu, vergadering_id=None if eigen else vergadering, raad=False
            )
            inname = self._bewaar(naam, opnemen)
        except VergaderingOnbekend:
            return Archiefregel(bestand=naam, lot=Lot.OVERGESLAGEN, wat=f"{wat} {_WACHT}".strip()), None
        except TkError as fout:
            return Archiefregel(bestand=naam, lot=Lot.GEWEIGERD, wat=fout.zin), None
        if inname.wachtend:
            return Archiefregel(bestand=naam, lot=Lot.OVERGESLAGEN, wat=f"{wat} {_WACHT}".strip()), None
        vragen = len(inname.twijfels)
        nakijken = f" {meervoud(vragen, 'plek', 'plekken')} om na te kijken." if vragen else ""
        ingenomen = f"{wat}{nakijken}".strip()
        regel = Archiefregel(bestand=naam, lot=Lot.INGENOMEN, wat=ingenomen, twijfels=inname.twijfels)
        return regel, inname.vergaderingen[0] if inname.vergaderingen else None


def read_archief(wortel: Path, werk: Archiefwerk, nu: datetime, progress: Progress) -> Archiefverslag:
    """Return what would become of every file in a folder and the folders in it; nothing is stored.

    Raises ``BestandNietGevonden``, or ``Onderbroken`` when the user stops it.
    """
    return _run(_Archief(None, wortel, werk, nu, _as_it_is), progress)


def take_archief(
    store: Store, wortel: Path, werk: Archiefwerk, nu: datetime, progress: Progress, *, bewaar: Bewaar | None = None
) -> Archiefverslag:
    """Take in every file of a folder and the folders in it, each by itself, and tell what became of them.

    ``bewaar`` does each of them, so that it can be recorded. What was taken in before, in a run that was broken off
    too, is passed over. Raises as ``read_archief``.
    """
    return _run(_Archief(store, wortel, werk, nu, bewaar or _as_it_is), progress)


def _as_it_is(_: str, opnemen: Callable[[], Inname]) -> Inname:
    return opnemen()


def _run(archief: _Archief, progress: Progress) -> Archiefverslag:
    wortel = archief.wortel
    if not wortel.is_dir():
        raise BestandNietGevonden(bestand=wortel.name)
    paden = sorted(pad for pad in wortel.rglob("*") if not _is_hidden(pad, wortel) and not pad.is_dir())
    archief.totaal = len(paden)
    mappen = [list(groep) for _, groep in groupby(paden, key=lambda pad: pad.parent)]
    with aside(archief.werk.map) as archief.bijlagen:
        regels = [regel for groep in mappen for regel in archief.folder(groep, progress)]
    progress.step("", len(paden), len(paden))
    namen = (*zelfde_namen(archief.namen), *zelfde_gremia(archief.gremia, archief.werk.gremia))
    return Archiefverslag(regels=tuple(sorted(regels, key=lambda regel: regel.bestand)), namen=namen)


def _is_read(pad: Path) -> bool:
    """Tell whether a file is of a kind that is read; a sheet, slides or a picture when its name tells its place."""
    soort = pad.suffix.lower()
    return soort in _SOORTEN or (soort in LOS and plaats_van(pad) is not None)


def _is_hidden(pad: Path, wortel: Path) -> bool:
    return any(deel.startswith((".", "~$")) for deel in pad.relative_to(wortel).parts)


def _known(store: Store) -> dict[str, str]:
    """Return by the digest of each file that came in before the meeting it belongs to."""
    uit = {versie.sha256: store.stukken.get(versie.stuk_id).vergadering_id for versie in store.versies.all()}
    return uit | {bron.sha256: bron.vergadering_id for bron in store.bronnen.all()}


def _meetings(store: Store) -> Iterator[tuple[tuple[str, date], str]]:
    """Yield the meetings whose papers came in before, by body and day."""
    for id_ in {bron.vergadering_id for bron in store.bronnen.all()}:
        vergadering = store.vergaderingen.get(id_)
        gremium = store.gremia.get(vergadering.gremium_id)
        for naam in {gremium.naam, gremium.afkorting} - {""}:
            yield (sleutel(naam), vergadering.datum), _WERKMAP


def _has_agenda(bestand: GelezenBestand) -> bool:
    lezing = bestand.lezing
    return lezing is not None and (lezing.agenda is not None or lezing.uitnodiging is not None)


def _brings_notas(bestanden: Sequence[GelezenBestand]) -> bool:
    return any(een.lezing is not None and een.lezing.notas for een in bestanden)


def _without_agenda(bestand: GelezenBestand) -> GelezenBestand:
    """Return a pack without the agenda and the letter in it, which came in before."""
    if bestand.lezing is None:
        return bestand
    return replace(bestand, lezing=replace(bestand.lezing, agenda=None, uitnodiging=None))


def _tells_its_day(bestand: GelezenBestand) -> bool:
    """Tell whether a file says itself to which meeting it belongs."""
    lezing = bestand.lezing or Lezing()
    dagen = [*(nota.datum for nota in lezing.notas), *(verslag.datum for verslag in lezing.verslagen)]
    dagen += [lezing.actielijst.datum] if lezing.actielijst is not None else []
    return bool(dagen) and all(dagen)


def _told(bestanden: Sequence[GelezenBestand]) -> str:
    """Return in words what was read in a file."""
    uit: list[str] = []
    for bestand in bestanden:
        lezing = bestand.lezing or Lezing()
        if lezing.agenda is not None:
            dag = f" {lang(lezing.agenda.datum)}" if lezing.agenda.datum else ""
            uit.append(
                f"agenda {lezing.agenda.gremium}{dag} met {meervoud(len(lezing.agenda.punten), 'punt', 'punten')}"
            )
        uit += [f"nota {nota.onderwerp}" for nota in lezing.notas if len(lezing.notas) == 1]
        uit += [f"{len(lezing.notas)} nota’s"] if len(lezing.notas) > 1 else []
        uit += [meervoud(len(lezing.verslagen), "verslag", "verslagen")] if lezing.verslagen else []
        uit += [
            f"actielijst met {meervoud(len(actielijst.acties), 'actie', 'acties')}"
            for actielijst in [lezing.actielijst]
            if actielijst
        ]
        uit += [meervoud(len(bestand.tabellen), "tabel", "tabellen")] if bestand.tabellen else []
        uit += [f"stuk bij punt {bestand.plaats.nummer}"] if bestand.plaats is not None else []
    return f"{'; '.join(uit)}." if uit else ""


def _names(lezing: Lezing | None) -> set[str]:
    if lezing is None:
        return set()
    uit = {wie.naam for verslag in lezing.verslagen for wie in (*verslag.aanwezig, *verslag.afwezig)}
    uit |= {naam for verslag in lezing.verslagen for naam in (verslag.voorzitter, verslag.secretaris)}
    if lezing.agenda is not None:
        uit |= {lezing.agenda.voorzitter, lezing.agenda.secretaris}
    return uit | {naam for nota in lezing.notas for naam, *_ in nota.behandelaars}


def _joined(lezing: Lezing | None, zelfde: Mapping[str, str]) -> Lezing | None:
    """Return a reading in which each name is the one that somebody said it stands for."""
    if lezing is None or not zelfde:
        return lezing
    agenda = lezing.agenda
    if agenda is not None:
        agenda = replace(
            agenda,
            gremium=zelfde.get(agenda.gremium, agenda.gremium),
            voorzitter=zelfde.get(agenda.voorzitter, agenda.voorzitter),
            secretaris=zelfde.get(agenda.secretaris, agenda.secretaris),
        )
    verslagen = tuple(
        replace(
            verslag,
            voorzitter=zelfde.get(verslag.voorzitter, verslag.voorzitter),
            secretaris=zelfde.get(verslag.secretaris, verslag.secretaris),
            aanwezig=tuple(replace(wie, naam=zelfde.get(wie.naam, wie.naam)) for wie in verslag.aanwezig),
            afwezig=tuple(replace(wie, naam=zelfde.get(wie.naam, wie.naam)) for wie in verslag.afwezig),
        )
        for verslag in lezing.verslagen
    )
    notas = tuple(
        replace(nota, behandelaars=tuple((zelfde.get(naam, naam), *rest) for naam, *rest in nota.behandelaars))  # type: ignore[misc]
        for nota in lezing.notas
    )
    return replace(lezing, agenda=agenda, verslagen=verslagen, notas=notas)
