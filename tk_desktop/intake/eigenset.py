"""A set that this program made, taken in again: its attached records and its own bookmarks tell it exactly.

What is attached is believed only where the pages say the same: what is hidden in a file must not say other things than
what somebody reads in it.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.opmaak import bescherm
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake.lezing import GelezenAgenda, GelezenPunt, GelezenStuk, GelezenVoorstelpunt, Lezing
from tk_desktop.intake.pakvoorstel import Deelsoort, Pakdeel
from tk_desktop.intake.regels import sleutel
from tk_desktop.paper.pakbladen import Pakbladen

_PUNT = re.compile(r"(\d{1,2}[A-Z]?[a-z]?) (.+)")
_INHOUD = "Inhoud"
_NAGEZONDEN = "Dit stuk ontbreekt nog en wordt nagezonden."
_SOORTEN = {soort.value.capitalize(): soort for soort in Soort}
ANDERS = "Wat er in de pdf als gegevens bij zit, zegt iets anders dan de bladzijden; de bladzijden zijn gevolgd."


def eigen_agenda(bladen: Pakbladen) -> GelezenAgenda | None:
    """Return the agenda that was attached to a set, or nothing where there is none that can be read."""
    if bladen.gegevens is None:
        return None
    try:
        inhoud = json.loads(bladen.gegevens.decode("utf-8"))
        if inhoud["formaat"] != "tk-agenda" or inhoud["versie"] != 1:
            return None
        (vergadering,) = inhoud["vergaderingen"]
        return _agenda(vergadering)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # what is attached is no more than a help; the pages are read all the same


def vul_aan(lezing: Lezing, bladen: Pakbladen) -> Lezing:
    """Return a reading with the agenda as it was attached, where that says the same as the pages."""
    eigen, gedrukt = eigen_agenda(bladen), lezing.agenda
    if eigen is None or gedrukt is None:
        return lezing
    op_papier = sleutel(" ".join(blad.tekst for blad in bladen.bladen))
    if not _says_the_same(eigen, gedrukt):
        if not _stands_there(eigen, gedrukt, op_papier):
            return replace(lezing, twijfels=(*lezing.twijfels, Twijfel(waar="bijgevoegde gegevens", wat=ANDERS)))
        return replace(lezing, agenda=_as_attached(eigen, gedrukt))
    punten = tuple(
        replace(
            op_blad,
            titel=punt.titel,
            tijd=punt.tijd,
            behandeling=punt.behandeling,
            inleiders=punt.inleiders,
            voorstel=punt.voorstel if _lacks_points(punt, op_blad, op_papier) else op_blad.voorstel,
            stukken=punt.stukken if len(punt.stukken) != len(op_blad.stukken) else op_blad.stukken,
        )
        for punt, op_blad in zip(eigen.punten, gedrukt.punten, strict=True)
    )
    kop = {
        veld: getattr(eigen, veld)
        for veld in ("gremium", "datum", "begin", "einde", "plaats", "voorzitter", "secretaris")
    }
    return replace(lezing, agenda=replace(gedrukt, punten=punten, **kop))


def eigen_delen(bladen: Pakbladen, delen: Sequence[Pakdeel], lezing: Lezing) -> tuple[Pakdeel, ...]:
    """Return the parts of a set of our own as its bookmarks tell them; what was read on a page stays with its part.

    Without records of our own, or bookmarks, they stay as they were found.
    """
    eigen = eigen_agenda(bladen)
    if eigen is None or lezing.agenda is None or not _says_the_same(eigen, lezing.agenda):
        return tuple(delen)
    gevonden = {deel.van: deel for deel in delen}
    begin = {deel.van: _as_read(deel, gevonden) for deel in _by_bookmarks(bladen, eigen)}
    if not begin:
        return tuple(delen)
    uit = [begin[pagina] for pagina in sorted(begin)]
    einden = [*(deel.van - 1 for deel in uit[1:]), len(bladen.bladen)]
    return tuple(replace(deel, tot=max(deel.van, tot)) for deel, tot in zip(uit, einden, strict=True))


def _by_bookmarks(bladen: Pakbladen, eigen: GelezenAgenda) -> Iterator[Pakdeel]:
    """Yield a part for each bookmark of a letter, an agenda, a paper or a bijlage."""
    titels = {(str(punt.nummer), sleutel(punt.titel)): punt.nummer for punt in eigen.punten}
    nummer: Nummer | None = None
    diep, rang = 0, 0
    for wijzer in bladen.bladwijzers:
        punt = _PUNT.fullmatch(wijzer.titel)
        bekend = titels.get((punt[1], sleutel(punt[2]))) if punt else None
        kop, _, titel = wijzer.titel.partition(": ")
        if bekend is not None:
            nummer, diep, rang = bekend, wijzer.diepte, 0
        elif not wijzer.diepte and nummer is None:
            soort = _VOORAAN.get(wijzer.titel) or Deelsoort.AGENDA
            yield Pakdeel(soort=soort, titel=wijzer.titel.split(" ")[0], van=wijzer.pagina, tot=wijzer.pagina)
        elif nummer is not None and titel and kop in _SOORTEN and wijzer.diepte in (diep + 1, diep + 2):
            is_bijlage = wijzer.diepte == diep + 2 and kop == "Bijlage"
            if not is_bijlage and wijzer.diepte != diep + 1:
                continue
            rang = rang + 1 if is_bijlage else 0
            soort = _deelsoort(_SOORTEN[kop], is_bijlage=is_bijlage)
            if _NAGEZONDEN in " ".join(bladen.bladen[wijzer.pagina - 1].tekst.split()):
                soort = Deelsoort.WEGLATEN
            yield Pakdeel(
                soort=soort,
                titel=titel,
                van=wijzer.pagina,
                tot=wijzer.pagina,
                nummer=nummer,
                rang=rang or None,
                papier=_SOORTEN[kop],
            )


_VOORAAN: Mapping[str, Deelsoort] = {"Uitnodiging": Deelsoort.UITNODIGING, _INHOUD: Deelsoort.WEGLATEN}


def _deelsoort(soort: Soort, *, is_bijlage: bool) -> Deelsoort:
    if is_bijlage:
        return Deelsoort.BIJLAGE
    if soort.is_nota:
        return Deelsoort.NOTA
    return Deelsoort.VERSLAG if soort is Soort.VERSLAG else Deelsoort.STUK


def _as_read(deel: Pakdeel, gevonden: Mapping[int, Pakdeel]) -> Pakdeel:
    """Return a part with what was read on its first page, where that is of the same kind."""
    daar = gevonden.get(deel.van)
    if daar is None:
        return deel
    if daar.soort is deel.soort:
        return replace(deel, gelezen=daar.gelezen, plek=daar.plek)
    return replace(deel, plek=daar.plek)


def _says_the_same(eigen: GelezenAgenda, gedrukt: GelezenAgenda) -> bool:
    """Tell whether records and pages name the same day and the same items."""
    een = [(str(punt.nummer), sleutel(punt.titel)) for punt in eigen.punten]
    ander = [(str(punt.nummer), sleutel(punt.titel)) for punt in gedrukt.punten]
    return (eigen.datum, een) == (gedrukt.datum, ander)


def _stands_there(eigen: GelezenAgenda, gedrukt: GelezenAgenda, op_papier: str) -> bool:
    """Tell whether the pages say all that the records say, in their order, and name no item that the records lack.

    A numbered proposal beside numbered items is read as items, for on a page nothing tells them apart.
    """
    plaats = 0
    for punt in eigen.punten:
        plaats = op_papier.find(sleutel(punt.titel), plaats)
        if plaats < 0 or not all(sleutel(tekst) in op_papier for tekst in _points(punt.voorstel)):
            return False
    bekend = [sleutel(tekst) for punt in eigen.punten for tekst in (punt.titel, *_points(punt.voorstel))]
    los = (sleutel(punt.titel) for punt in gedrukt.punten)
    return eigen.datum == gedrukt.datum and all(any(titel in een or een in titel for een in bekend) for titel in los)


def _as_attached(eigen: GelezenAgenda, gedrukt: GelezenAgenda) -> GelezenAgenda:
    """Return the agenda of the records, each item with what the pages alone say of it."""
    op_blad = {sleutel(punt.titel): punt for punt in reversed(gedrukt.punten)}
    laatste = 1
    punten = []
    for punt in eigen.punten:
        daar = op_blad.get(sleutel(punt.titel))
        laatste = max(laatste, daar.regel) if daar is not None else laatste
        toelichting, mondeling = (daar.toelichting, daar.mondeling) if daar is not None else ("", False)
        punten.append(replace(punt, regel=laatste, toelichting=toelichting, mondeling=mondeling))
    return replace(eigen, punten=tuple(punten), nieuw_tijdstip=gedrukt.nieuw_tijdstip)


def _lacks_points(punt: GelezenPunt, op_blad: GelezenPunt, op_papier: str) -> bool:
    """Tell whether the pages have points of a proposal that were not read on them."""
    eigen = [sleutel(tekst) for tekst in _points(punt.voorstel)]
    return len(eigen) > len(list(_points(op_blad.voorstel))) and all(tekst in op_papier for tekst in eigen)


def _points(punten: Sequence[GelezenVoorstelpunt]) -> Iterator[str]:
    for punt in punten:
        yield punt.tekst
        yield from _points(punt.onder)


def _agenda(gegevens: Mapping[str, Any]) -> GelezenAgenda:
    return GelezenAgenda(
        gremium=str(gegevens["gremium"]),
        datum=date.fromisoformat(gegevens["datum"]),
        begin=_tijd(gegevens["begin"]),
        einde=_tijd(gegevens["einde"]),
        plaats=str(gegevens["plaats"]),
        voorzitter=str(gegevens["voorzitter"]),
        secretaris=str(gegevens["secretaris"]),
        punten=tuple(_punt(punt, regel) for regel, punt in enumerate(gegevens["agendapunten"], 1)),
    )


def _punt(gegevens: Mapping[str, Any], regel: int) -> GelezenPunt:
    return GelezenPunt(
        nummer=Nummer.lees(gegevens["nummer"]),
        titel=str(gegevens["titel"]),
        tijd=_tijd(gegevens["tijd"]),
        behandeling=frozenset(Behandeling(een) for een in gegevens["behandeling"]),
        besloten=gegevens["besloten"] is True,
        inleiders=tuple((str(wie["naam"]), str(wie["rol"])) for wie in gegevens["inleiders"]),
        voorstel=tuple(_voorstel(een) for een in gegevens["voorstel"]),
        stukken=tuple(
            GelezenStuk(
                soort=Soort(stuk["soort"]),
                titel=str(stuk["titel"]),
                bijlagen_beloofd=max(0, int(stuk["bijlagen_beloofd"])),
            )
            for stuk in gegevens["stukken"]
        ),
        regel=regel,
    )


def _voorstel(gegevens: Mapping[str, Any]) -> GelezenVoorstelpunt:
    return GelezenVoorstelpunt(
        tekst=bescherm(str(gegevens["tekst"])),
        merk=Merk(gegevens["merk"]),
        onder=tuple(_voorstel(een) for een in gegevens["onder"]),
    )


def _tijd(tekst: str | None) -> time | None:
    return time.fromisoformat(tekst) if tekst else None
