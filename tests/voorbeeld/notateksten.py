"""Reads the notas of the sample meeting from texts/*.md: ``# kop`` opens a section, ``## 1.1 kop`` a reason."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from tk_desktop.domain.nota import FORMULIEREN, Aard, Argument, Behandelaar, Nota, Sectie, Sectiesoort, Vorm
from tk_desktop.domain.opmaak import Lijst, Lijstpunt, lees, schrijf_stukjes
from tk_desktop.domain.volgorde import reeks
from tk_desktop.domain.voorstel import Merk, Voorstelpunt

_MAP = Path(__file__).parent / "teksten"
_REDENEN = {Sectiesoort.ARGUMENTEN: Aard.ARGUMENT, Sectiesoort.KANTTEKENING: Aard.KANTTEKENING}
_MERKEN = {"-": Merk.STREEP, "1": Merk.CIJFER, "a": Merk.LETTER}


def tekst_van(naam: str) -> str:
    """Return one text of the sample, without its last line end."""
    return (_MAP / f"{naam}.md").read_text(encoding="utf-8").strip()


def voorstelpunten(tekst: str, id_: str) -> tuple[Voorstelpunt, ...]:
    """Return the points of a proposal that is written as a list; ids are built on ``id_``."""
    lijst = next(blok for blok in lees(tekst) if isinstance(blok, Lijst))
    return tuple(_punten(lijst.punten, f"{id_}-voorstel"))


def lees_nota(naam: str, vorm: Vorm, onderwerp: str, *, nummer: str, domein: str, door: Sequence[Behandelaar]) -> Nota:
    """Return the nota in ``teksten/<naam>.md``; its paper is ``stuk-<naam>``."""
    id_ = f"nota-{naam}"
    koppen = {sectie.kop: sectie.soort for sectie in FORMULIEREN[vorm].secties}
    delen = re.split(r"^# (.+)$", tekst_van(naam), flags=re.M)[1:]
    stukken = {koppen[kop.strip()]: (kop.strip(), tekst.strip()) for kop, tekst in _paren(delen)}
    voorstel: tuple[Voorstelpunt, ...] = ()
    if Sectiesoort.VOORSTEL in stukken:
        voorstel = voorstelpunten(stukken[Sectiesoort.VOORSTEL][1], id_)
    redenen: list[Argument] = []
    for soort, aard in _REDENEN.items():
        if soort in stukken:
            redenen.extend(_lees_redenen(stukken[soort][1], aard, voorstel, id_))
    als_rijen = {Sectiesoort.VOORSTEL, *_REDENEN}
    secties = tuple(
        Sectie(
            id=f"{id_}-{soort.name.lower().replace('_', '-')}",
            volgorde=plek,
            soort=soort,
            kop=kop,
            tekst="" if soort in als_rijen else tekst,
        )
        for plek, (soort, (kop, tekst)) in zip(reeks(len(stukken)), stukken.items(), strict=True)
    )
    return Nota(
        id=id_,
        stuk_id=f"stuk-{naam}",
        vorm=vorm,
        onderwerp=onderwerp,
        registratienummer=nummer,
        domein=domein,
        behandelaars=tuple(door),
        voorstel=voorstel,
        argumenten=tuple(redenen),
        secties=secties,
    )


def _lees_redenen(tekst: str, aard: Aard, voorstel: Sequence[Voorstelpunt], id_: str) -> Iterable[Argument]:
    delen = list(_paren(re.split(r"^## (.+)$", tekst, flags=re.M)[1:]))
    for plek, (kop, inhoud) in zip(reeks(len(delen)), delen, strict=True):
        nummer, _, woorden = kop.partition(" ")
        rang = int(nummer.split(".")[0])
        punt = voorstel[rang - 1] if rang <= len(voorstel) else None
        yield Argument(
            id=f"{id_}-{aard.value}-{nummer.replace('.', '-')}",
            volgorde=plek,
            aard=aard,
            kop=woorden.strip(),
            tekst=inhoud.strip(),
            voorstelpunt_id=punt.id if punt else None,
            los_nummer="" if punt else nummer,
        )


def _punten(punten: Sequence[Lijstpunt], id_: str) -> Iterable[Voorstelpunt]:
    for rang, (plek, punt) in enumerate(zip(reeks(len(punten)), punten, strict=True), 1):
        eigen = f"{id_}-{rang}"
        yield Voorstelpunt(
            id=eigen,
            volgorde=plek,
            tekst=schrijf_stukjes(punt.stukjes),
            merk=_MERKEN[punten[0].merk[0]],
            onder=tuple(_punten(punt.onder, eigen)),
        )


def _paren(delen: Sequence[str]) -> Iterable[tuple[str, str]]:
    return zip(delen[::2], delen[1::2], strict=True)
