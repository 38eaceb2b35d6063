"""From a nota as read to a nota as kept: rows with ids, places, and reasons tied to their point."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tk_desktop.base.ids import new_id
from tk_desktop.domain.nota import Aard, Argument, Behandelaar, Nota, Sectie
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.verwijzing import koppel
from tk_desktop.domain.volgorde import reeks
from tk_desktop.domain.voorstel import Voorstelpunt
from tk_desktop.intake.lezing import GelezenNota, GelezenVoorstelpunt


def maak_voorstel(punten: Sequence[GelezenVoorstelpunt]) -> tuple[Voorstelpunt, ...]:
    """Return the points of a proposal as rows."""
    return tuple(
        Voorstelpunt(id=new_id(), volgorde=plek, tekst=punt.tekst, merk=punt.merk, onder=maak_voorstel(punt.onder))
        for punt, plek in zip(punten, reeks(len(punten)), strict=True)
    )


def maak_nota(stuk_id: str, gelezen: GelezenNota) -> Nota:
    """Return the nota that fills a paper; reasons with a number of no point keep that number (C6)."""
    voorstel = maak_voorstel(gelezen.voorstel)
    return Nota(
        id=new_id(),
        stuk_id=stuk_id,
        vorm=gelezen.vorm,
        onderwerp=gelezen.onderwerp,
        registratienummer=gelezen.registratienummer,
        domein=gelezen.domein,
        behandelaars=tuple(
            Behandelaar(id=new_id(), volgorde=plek, naam=naam, functie=functie, telefoon=telefoon)
            for (naam, functie, telefoon), plek in zip(
                gelezen.behandelaars, reeks(len(gelezen.behandelaars)), strict=True
            )
        ),
        voorstel=voorstel,
        argumenten=tuple(_argumenten(gelezen, voorstel)),
        secties=tuple(
            Sectie(id=new_id(), volgorde=plek, soort=sectie.soort, kop=sectie.kop, tekst=sectie.tekst)
            for sectie, plek in zip(gelezen.secties, reeks(len(gelezen.secties)), strict=True)
        ),
    )


def gekoppeld(nota: Nota, nummers: Mapping[str, Nummer]) -> Nota:
    """Return the nota with its references to items of this agenda tied to them, so that they are renumbered (B3)."""
    return replace(
        nota,
        secties=tuple(replace(sectie, tekst=koppel(sectie.tekst, nummers)) for sectie in nota.secties),
        argumenten=tuple(replace(reden, tekst=koppel(reden.tekst, nummers)) for reden in nota.argumenten),
    )


def zelfde_inhoud(een: Nota, ander: Nota) -> bool:
    """Tell whether two notas say the same, whatever the ids of their rows."""
    return _inhoud(een) == _inhoud(ander)


def _inhoud(nota: Nota) -> tuple[object, ...]:
    return (
        (nota.vorm, nota.onderwerp, nota.registratienummer, nota.domein),
        [(wie.naam, wie.functie, wie.telefoon) for wie in nota.behandelaars],
        _punten(nota.voorstel),
        [(nummer, reden.kop, reden.tekst) for aard in Aard for nummer, reden in nota.redenen(aard)],
        [(sectie.soort, sectie.kop, sectie.tekst) for sectie in nota.secties],
    )


def _punten(punten: Sequence[Voorstelpunt]) -> list[tuple[object, ...]]:
    return [(punt.tekst, punt.merk, _punten(punt.onder)) for punt in punten]


def _argumenten(gelezen: GelezenNota, voorstel: Sequence[Voorstelpunt]) -> list[Argument]:
    uit = []
    for reden, plek in zip(gelezen.argumenten, reeks(len(gelezen.argumenten)), strict=True):
        punt = int(reden.nummer.split(".")[0]) if reden.nummer.split(".")[0].isdigit() else 0
        gebonden = 0 < punt <= len(voorstel)
        uit.append(
            Argument(
                id=new_id(),
                volgorde=plek,
                aard=reden.aard,
                kop=reden.kop,
                tekst=reden.tekst,
                voorstelpunt_id=voorstel[punt - 1].id if gebonden else None,
                los_nummer="" if gebonden else reden.nummer,
            )
        )
    return uit
