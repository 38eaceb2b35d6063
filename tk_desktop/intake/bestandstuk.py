"""Storing a received file as a version of the paper that its name tells."""

from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.besloten import is_besloten
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.stuk import Soort, Stuk, Stukversie
from tk_desktop.domain.volgorde import tussen
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.plaats import Plaats, naam_van
from tk_desktop.intake.vinden import find_bestand, find_punt, main_of
from tk_desktop.intake.werk import Werk
from tk_desktop.store.zoeken import Zoeksoort


class PuntOnbekend(TkError):
    """A file names an item that is not on the agenda."""

    code = "TK-I10"
    melding = (
        "‘{bestand}’ hoort volgens zijn naam bij punt {nummer}, maar dat staat niet op de agenda van {vergadering}."
    )
    veilig = "Er is niets ingenomen."
    advies = "Verbeter het nummer in de naam, of neem eerst de nieuwe agenda in."


def neem_bestand_op(werk: Werk, bestand: GelezenBestand, plaats: Plaats) -> None:
    """Store a file as a version of its paper; one that came in before is there already. Raises ``PuntOnbekend``."""
    naam = bestand.bron.name
    opname = werk.opname(naam)
    som = werk.store.bestanden.bewaar(bestand.bron)
    stuk = _al_ontvangen(opname, naam, som) or find_bestand(opname, plaats, naam)
    stuk = stuk or _nieuw_stuk(werk, opname, naam, plaats)
    stuk = _besloten_door_naam(werk, opname, bestand, stuk)
    versies = werk.store.versies.van_stuk(stuk.id)
    waar = f"{werk.opname(naam).label(stuk)} {stuk.titel}".strip()
    if som in (versie.sha256 for versie in versies):
        if versies[-1].sha256 != som:
            werk.twijfel(naam, f"Van ‘{stuk.titel}’ is al een nieuwere versie ontvangen; die blijft gelden.")
        werk.plaats(naam, f"{waar} (was er al)")
        return
    if stuk.id in werk.gevuld:
        werk.twijfel(naam, f"Er zijn twee bestanden voor ‘{stuk.titel}’; dit bestand geldt als de nieuwste versie.")
    _bewaar_versie(werk, bestand, stuk, som)
    _bewaar_tabellen(werk, bestand, stuk, som)
    werk.plaats(naam, waar + (f" (versie {len(versies) + 1})" if versies else ""))


def neem_los_stuk_op(werk: Werk, bestand: GelezenBestand) -> None:
    """Store a file of which nothing tells the item as a paper of the meeting that stands under none.

    A report or a list of projects of which nothing tells the meeting either is read, and waits for one. Raises
    ``VergaderingOnbekend`` for any other paper.
    """
    naam = bestand.bron.name
    if werk.vergadering is None and (bestand.tabellen or bestand.programma is not None):
        werk.wacht(naam, f"rapport, {_tabellen(bestand)}" if bestand.tabellen else "lijst van projecten")
        return
    opname = werk.opname(naam)
    som = werk.store.bestanden.bewaar(bestand.bron)
    if _al_ontvangen(opname, naam, som):
        werk.plaats(naam, "los stuk (was er al)")
        return
    soort, titel = naam_van(bestand.bron)
    stuk = Stuk(
        id=new_id(),
        vergadering_id=opname.vergadering.id,
        volgorde=tussen(max((een.volgorde for een in opname.stukken), default="")),
        soort=soort or (Soort.RAPPORT if bestand.tabellen else Soort.BIJLAGE),
        titel=titel,
    )
    werk.store.stukken.save(stuk)
    _bewaar_versie(werk, bestand, _besloten_door_naam(werk, opname, bestand, stuk), som)
    _bewaar_tabellen(werk, bestand, stuk, som)
    werk.twijfel(naam, "Dit stuk staat nog onder geen agendapunt. Zet het waar het hoort.")
    werk.plaats(naam, f"los stuk{f', {_tabellen(bestand)}' if bestand.tabellen else ''}")


def _bewaar_tabellen(werk: Werk, bestand: GelezenBestand, stuk: Stuk, som: str) -> None:
    """Store the tables of a file, and ask what is not certain in them."""
    werk.store.cijfertabellen.bewaar(stuk.id, som, bestand.tabellen)
    for tabel in bestand.tabellen:
        for vraag in tabel.vragen():
            werk.twijfel(f"{bestand.bron.name}, {tabel.plek}", f"{tabel.titel or 'Tabel'}: {vraag}")


def _tabellen(bestand: GelezenBestand) -> str:
    return meervoud(len(bestand.tabellen), "tabel", "tabellen")


def add_versie(werk: Werk, opname: Momentopname, bestand: GelezenBestand, stuk: Stuk) -> None:
    """Store a file as the newest version of this paper, whatever its name says."""
    naam = bestand.bron.name
    stuk = _besloten_door_naam(werk, opname, bestand, stuk)
    _bewaar_versie(werk, bestand, stuk, werk.store.bestanden.bewaar(bestand.bron))
    werk.plaats(naam, f"{werk.opname(naam).label(stuk)} {stuk.titel}".strip())


def _besloten_door_naam(werk: Werk, opname: Momentopname, bestand: GelezenBestand, stuk: Stuk) -> Stuk:
    """Return a paper, stored, that is besloten when the name of its file says so."""
    if stuk.besloten or not is_besloten(bestand.bron.stem):
        return stuk
    if not opname.stuk_is_besloten(stuk):
        werk.twijfel(bestand.bron.name, "Dit stuk is besloten ingenomen, omdat de naam dat zegt. Klopt dat?")
    besloten = replace(stuk, besloten=True)
    werk.store.stukken.save(besloten)
    return besloten


def _bewaar_versie(werk: Werk, bestand: GelezenBestand, stuk: Stuk, som: str) -> None:
    naam = bestand.bron.name
    werk.gevuld.add(stuk.id)
    werk.store.cijfertabellen.verwijder(stuk.id)  # those of another file
    versies = werk.store.versies.van_stuk(stuk.id)
    if bestand.verwijderd:
        werk.twijfel(naam, f"Bij het klaarmaken voor de set is weggelaten: {'; '.join(bestand.verwijderd)}.")
    for opmerking in bestand.opmerkingen:
        werk.twijfel(naam, opmerking)
    werk.store.versies.save(
        Stukversie(
            id=new_id(),
            stuk_id=stuk.id,
            volgorde=tussen(versies[-1].volgorde if versies else ""),
            sha256=som,
            bestandsnaam=naam,
            media=bestand.media,
            paginas=len(bestand.paginas),
            tekstlaag=bestand.tekstlaag,
            ontvangen=werk.nu,
            pdf_sha256=werk.store.bestanden.bewaar(bestand.pdf) if bestand.pdf else "",
            omgezet_met=bestand.omgezet_met,
            getekend=bestand.getekend_bereik,
        )
    )
    werk.store.zoekregister.neem_op(
        Zoeksoort.PAGINA, som, bestand.paginas or ((bestand.tekst,) if bestand.tekst else ())
    )
    werk.store.zoekregister.neem_op(Zoeksoort.VERBORGEN, som, bestand.verborgen)


def _al_ontvangen(opname: Momentopname, naam: str, som: str) -> Stuk | None:
    """Return the paper of which this very file, by name and contents, is the version: wherever it stands by now."""
    ontvangen = {id_ for id_, versie in opname.versies.items() if (versie.bestandsnaam, versie.sha256) == (naam, som)}
    return next((stuk for stuk in opname.stukken if stuk.id in ontvangen), None)


def _nieuw_stuk(werk: Werk, opname: Momentopname, naam: str, plaats: Plaats) -> Stuk:
    """Store and return a new paper for a file that nobody announced."""
    punt = find_punt(opname, plaats.nummer)
    if punt is None:
        raise PuntOnbekend(bestand=naam, nummer=plaats.nummer, vergadering=opname.kort)
    bij_punt = opname.stukken_bij(punt)
    hoofd = main_of(bij_punt) if plaats.is_bijlage else None
    buren = opname.bijlagen_bij(hoofd) if hoofd else bij_punt
    if hoofd is not None and plaats.rang is not None and plaats.rang != len(buren) + 1:
        werk.twijfel(naam, f"Er is geen bijlage {plaats.rang} bij {opname.label(hoofd)}; dit is nu de laatste bijlage.")
    stuk = Stuk(
        id=new_id(),
        vergadering_id=opname.vergadering.id,
        volgorde=tussen(max((stuk.volgorde for stuk in buren), default="")),
        soort=plaats.soort,
        titel=plaats.titel,
        agendapunt_id=punt.id,
        hoort_bij=hoofd.id if hoofd else None,
    )
    werk.store.stukken.save(stuk)
    return stuk
