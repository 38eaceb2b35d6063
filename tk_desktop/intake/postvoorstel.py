"""What came by mail or into a folder, proposed: each file with its place, each absence; nothing of it is stored yet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stuk import Soort
from tk_desktop.intake.afmeldvoorstel import Afmeldvoorstel, stel_afmelding_voor
from tk_desktop.intake.bericht import Bericht
from tk_desktop.intake.berichtopname import bewaar_bericht
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.plaats import naam_van, plaats_bij, plaats_van
from tk_desktop.intake.toevoegen import Toevoeging, add_bestanden
from tk_desktop.intake.vinden import find_punt, past
from tk_desktop.intake.werk import Werk
from tk_desktop.store.werkmap import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Poststuk:
    """A file that came in, the item it is proposed for, and whether it goes in; ``bericht`` is what it came with."""

    bestand: GelezenBestand
    titel: str
    bericht: Bericht | None = None
    punt_id: str = ""
    gaat_mee: bool = False
    twijfel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postafmelding:
    """An absence that a message tells of, and whether it is to be stored: never before somebody says so."""

    voorstel: Afmeldvoorstel
    bericht: Bericht
    gaat_mee: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Postvoorstel:
    """What came in, for one meeting."""

    vergadering_id: str
    berichten: tuple[GelezenBestand, ...] = ()
    stukken: tuple[Poststuk, ...] = ()
    afmeldingen: tuple[Postafmelding, ...] = ()
    let_op: tuple[str, ...] = ()
    """What was left out of the messages, and why."""


def stel_post_voor(store: Store, gelezen: Sequence[GelezenBestand], vergadering_id: str, nu: datetime) -> Postvoorstel:
    """Return what these files are proposed to be in a meeting; raises ``NietGevonden``."""
    opname = store.opname(vergadering_id)
    berichten = tuple(bestand for bestand in gelezen if bestand.bericht is not None)
    los = [bestand for bestand in gelezen if bestand.bericht is None or bestand.lezing is not None]
    afmeldingen = tuple(
        Postafmelding(voorstel=voorstel, bericht=bericht)
        for bericht in (bestand.bericht for bestand in berichten)
        if bericht is not None and bericht.verhindering is not None
        for voorstel in stel_afmelding_voor(store, bericht.verhindering, bericht.bestand, bericht.dag or nu.date())
    )
    return Postvoorstel(
        vergadering_id=vergadering_id,
        berichten=berichten,
        stukken=tuple(_stuk(opname, bestand, _bericht_van(berichten, bestand)) for bestand in los),
        afmeldingen=afmeldingen,
        let_op=tuple(opmerking for bestand in berichten for opmerking in bestand.opmerkingen),
    )


def neem_post_op(store: Store, voorstel: Postvoorstel, nu: datetime) -> Toevoeging:
    """Store the files that go in under their items, and keep the messages with the meeting; return what came of it.

    Absences are not stored here. Raises ``NietGevonden``.
    """
    with store.transaction():
        werk = Werk(store, nu, vervang=True, vergadering=store.vergaderingen.get(voorstel.vergadering_id))
        uit = Toevoeging()
        punten = dict.fromkeys(stuk.punt_id for stuk in voorstel.stukken if stuk.gaat_mee and stuk.punt_id)
        for punt_id in punten:
            hier = [stuk.bestand for stuk in voorstel.stukken if stuk.gaat_mee and stuk.punt_id == punt_id]
            uit = _samen(uit, add_bestanden(store, hier, punt_id, nu=nu))
        bewaard = {stuk.bestand.bron for stuk in voorstel.stukken if stuk.gaat_mee and stuk.punt_id}
        for bestand in voorstel.berichten:
            if bestand.bericht is not None and bestand.bron not in bewaard:
                bewaar_bericht(werk, bestand, bestand.bericht)
    return _samen(uit, Toevoeging(plaatsen=tuple(werk.plaatsen), twijfels=tuple(werk.twijfels)))


def _samen(een: Toevoeging, ander: Toevoeging) -> Toevoeging:
    return replace(
        een,
        stukken=(*een.stukken, *ander.stukken),
        plaatsen=(*een.plaatsen, *ander.plaatsen),
        al_aanwezig=(*een.al_aanwezig, *ander.al_aanwezig),
        twijfels=(*een.twijfels, *ander.twijfels),
    )


def _bericht_van(berichten: Sequence[GelezenBestand], bestand: GelezenBestand) -> Bericht | None:
    """Return the message a file came with: the one in which its copy stood."""
    return next(
        (
            bericht.bericht
            for bericht in berichten
            if bericht.bericht is not None and (bericht is bestand or bestand.bron in bericht.bericht.bijlagen)
        ),
        None,
    )


def _stuk(opname: Momentopname, bestand: GelezenBestand, bericht: Bericht | None) -> Poststuk:
    """Return a file with the item it seems to belong to: by its name, its nota, the subject, or a paper promised."""
    naam = bestand.bron
    notas = bestand.lezing.notas if bestand.lezing else ()
    titel = notas[0].onderwerp if notas and notas[0].onderwerp else naam_van(naam)[1]
    plaats = plaats_van(naam)
    if plaats is None and bericht is not None and not bestand.lijkt:
        plaats = plaats_bij(bericht.onderwerp, naam)
    nummer = plaats.nummer if plaats is not None else notas[0].agendapunt if notas else None
    punt = find_punt(opname, nummer)
    twijfel = ""
    if punt is not None and notas and notas[0].agendapunt not in (None, nummer):
        twijfel = f"De nota noemt agendapunt {notas[0].agendapunt}."
    if punt is None:
        beloofd = [s for s in opname.stukken if s.agendapunt_id and not opname.is_aanwezig(s) and past(s.titel, titel)]
        punt = next((een for s in beloofd[:1] for een in opname.agendapunten if een.id == s.agendapunt_id), None)
        if nummer is not None:
            twijfel = f"Punt {nummer} staat niet op deze agenda."
        elif bestand.lijkt:
            twijfel = f"Dit lijkt {bestand.lijkt}. Neem die in met Bestand › Innemen › Vergaderset innemen."
        elif punt is None:
            twijfel = "Niets zegt bij welk punt dit hoort."
    if plaats is not None and plaats.soort is Soort.BIJLAGE and not plaats.is_naamloos:
        titel = plaats.titel
    return Poststuk(
        bestand=bestand,
        titel=titel,
        bericht=bericht,
        punt_id=punt.id if punt is not None else "",
        gaat_mee=punt is not None,
        twijfel=twijfel,
    )


def kies_punt(voorstel: Postvoorstel, bron: Path, punt_id: str) -> Postvoorstel:
    """Return a proposal in which a file goes to another item; without one it stays out."""
    return replace(
        voorstel,
        stukken=tuple(
            replace(stuk, punt_id=punt_id, gaat_mee=bool(punt_id), twijfel="") if stuk.bestand.bron == bron else stuk
            for stuk in voorstel.stukken
        ),
    )


def kies_mee(voorstel: Postvoorstel, bron: Path, mee: bool) -> Postvoorstel:
    """Return a proposal in which a file goes in or stays out."""
    return replace(
        voorstel,
        stukken=tuple(
            replace(stuk, gaat_mee=mee and bool(stuk.punt_id)) if stuk.bestand.bron == bron else stuk
            for stuk in voorstel.stukken
        ),
    )


def kies_afmelding(voorstel: Postvoorstel, plek: int, mee: bool) -> Postvoorstel:
    """Return a proposal in which an absence is stored or not; one of whom or where nobody knows cannot be."""
    return replace(
        voorstel,
        afmeldingen=tuple(
            replace(een, gaat_mee=mee and een.voorstel.is_vast_te_leggen) if nr == plek else een
            for nr, een in enumerate(voorstel.afmeldingen)
        ),
    )
