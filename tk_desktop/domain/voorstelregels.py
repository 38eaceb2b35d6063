"""Editing a proposal as text: the points as list lines, and the points that stay found again in edited lines."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Lijstpunt, Tabel, Tussenkop, lees, schrijf, schrijf_stukjes
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.domain.volgorde import schik
from tk_desktop.domain.voorstel import Merk, Voorstelpunt, als_lijst

LIJKT = 0.6
"""From this likeness on, two texts are the same point in other words."""
MEESTE_VERGELIJKINGEN = 2500
"""More pairs of points are not compared letter by letter: then only place and equal words count."""


@dataclass(frozen=True, slots=True)
class _Regel:
    """A point as typed: its mark, its words and what stands under it."""

    merk: Merk
    tekst: str
    onder: tuple["_Regel", ...] = ()


def als_tekst(punten: Sequence[Voorstelpunt]) -> str:
    """Return the points as stored rich text: one list, to be edited."""
    lijst = als_lijst(punten)
    return schrijf([lijst]) if lijst else ""


def bewerkt(oud: Sequence[Voorstelpunt], tekst: str, nieuw_id: Callable[[], str]) -> tuple[Voorstelpunt, ...]:
    """Return the points that an edited text writes; every line is one, and a point that stayed keeps its id.

    A point stays when its words did; else when they are alike; else when it stands in the same place among those that
    stayed. So the reasons tied to it (1.1, 2.1) keep to their point (C6).
    """
    regels = tuple(_regels(lees(tekst)))
    oude, nieuwe = [*_vlak(oud)], [*_vlak_regels(regels)]
    paren = _paren([punt.tekst for punt in oude], [regel.tekst for regel in nieuwe])
    bekend = {id(nieuwe[plaats]): oude[eerder] for plaats, eerder in paren.items()}
    return _punten(regels, bekend, nieuw_id)


def _punten(
    regels: Sequence[_Regel], bekend: Mapping[int, Voorstelpunt], nieuw_id: Callable[[], str]
) -> tuple[Voorstelpunt, ...]:
    eerder = [bekend.get(id(regel)) for regel in regels]
    plekken = schik([punt.volgorde if punt else "" for punt in eerder])
    return tuple(
        Voorstelpunt(
            id=punt.id if punt else nieuw_id(),
            volgorde=plek,
            tekst=regel.tekst,
            merk=regel.merk,
            onder=_punten(regel.onder, bekend, nieuw_id),
        )
        for regel, punt, plek in zip(regels, eerder, plekken, strict=True)
    )


def _regels(blokken: Sequence[Blok]) -> Iterator[_Regel]:
    for blok in blokken:
        match blok:
            case Lijst(punten):
                yield from _lijstregels(punten)
            case Alinea(stukjes) | Tussenkop(stukjes):
                yield _Regel(Merk.CIJFER, schrijf_stukjes(stukjes))
            case Tabel(rijen):
                cellen = (" – ".join(filter(None, map(schrijf_stukjes, rij))) for rij in rijen)
                yield from (_Regel(Merk.CIJFER, tekst) for tekst in cellen if tekst)


def _lijstregels(punten: Sequence[Lijstpunt]) -> Iterator[_Regel]:
    for punt in punten:
        yield _Regel(_merk(punt.merk), schrijf_stukjes(punt.stukjes), tuple(_lijstregels(punt.onder)))


def _merk(merk: str) -> Merk:
    if merk == "-":
        return Merk.STREEP
    return Merk.CIJFER if merk[0].isdecimal() else Merk.LETTER


def _vlak(punten: Sequence[Voorstelpunt]) -> Iterator[Voorstelpunt]:
    for punt in punten:
        yield punt
        yield from _vlak(punt.onder)


def _vlak_regels(regels: Sequence[_Regel]) -> Iterator[_Regel]:
    for regel in regels:
        yield regel
        yield from _vlak_regels(regel.onder)


def _paren(oud: Sequence[str], nieuw: Sequence[str]) -> dict[int, int]:
    """Return for places in ``nieuw`` the place in ``oud`` of the text it was."""
    paren: dict[int, int] = {}
    vrij = dict.fromkeys(range(len(oud)))
    _koppel_gelijke(oud, nieuw, paren, vrij)
    _koppel_gelijkende(oud, nieuw, paren, vrij)
    for plaats in range(len(nieuw)):  # what is left: by its place between those that stayed
        if plaats in paren:
            continue
        na = paren.get(plaats - 1, -1)
        voor = min((eerder for ander, eerder in paren.items() if ander > plaats and eerder > na), default=len(oud))
        eerder = next((plek for plek in vrij if na < plek < voor), None)
        if eerder is not None:
            paren[plaats] = eerder
            del vrij[eerder]
    return paren


def _koppel_gelijke(oud: Sequence[str], nieuw: Sequence[str], paren: dict[int, int], vrij: dict[int, None]) -> None:
    for plaats, tekst in enumerate(nieuw):
        zelfde = [eerder for eerder in vrij if oud[eerder] == tekst]
        if zelfde:
            paren[plaats] = min(zelfde, key=lambda eerder, plaats=plaats: abs(eerder - plaats))  # type: ignore[misc]
            del vrij[paren[plaats]]


def _koppel_gelijkende(oud: Sequence[str], nieuw: Sequence[str], paren: dict[int, int], vrij: dict[int, None]) -> None:
    over = [plaats for plaats in range(len(nieuw)) if plaats not in paren]
    if len(over) * len(vrij) > MEESTE_VERGELIJKINGEN:
        return
    gelijkenis = sorted(
        (-_lijkt(oud[eerder], nieuw[plaats]), abs(eerder - plaats), plaats, eerder)
        for plaats in over
        for eerder in vrij
    )
    for waarde, _, plaats, eerder in gelijkenis:
        if -waarde >= LIJKT and plaats not in paren and eerder in vrij:
            paren[plaats] = eerder
            del vrij[eerder]


def _lijkt(een: str, ander: str) -> float:
    links, rechts = sleutel(een)[:400], sleutel(ander)[:400]
    return SequenceMatcher(None, links, rechts, autojunk=False).ratio() if links and rechts else 0.0
