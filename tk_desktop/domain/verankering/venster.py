"""Where a passage of one text would stand in the other, by the stretches around and inside it."""

from dataclasses import dataclass

from tk_desktop.domain.verankering.tekst import Letters, zelfde_woorden
from tk_desktop.domain.verankering.uitlijning import Blok, Uitlijning

OMGEVING = 60
"""So many letters before and behind a passage tell whether it stands between the same words."""

Spoor = tuple[int, int]
"""From where to where, in ``Letters.fijn`` or ``Letters.grof``."""

_SPELING = 40
_SPRONG = 60
_LOSJES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Venster:
    """A passage of the new text, from ``begin`` to ``eind`` in ``Letters.fijn``, and what speaks for it.

    ``zelfde``: it reads as the passage sought. ``dekking``: the share of both passages that stayed, word for word.
    ``links`` and ``rechts``: the letters beside it that stayed, without a break. ``context``: the share of the
    letters around it that stayed. ``stevig``: it hangs on words that occur once in both texts. ``dubbelzinnig``: the
    same letters stood or stand beside it, where the text was changed, so that either may be it.
    """

    begin: int
    eind: int
    zelfde: bool
    dekking: float
    links: int
    rechts: int
    context: float
    stevig: bool
    dubbelzinnig: bool

    @property
    def leeg(self) -> bool:
        """Whether the passage is gone from between what stood around it."""
        return self.begin >= self.eind


def venster(oud: Letters, nieuw: Letters, uitlijning: Uitlijning, begin: int, eind: int) -> Venster | None:
    """Return where the passage from ``begin`` to ``eind`` (in ``oud.fijn``) stands; none when nothing leads there."""
    g0, g1 = oud.in_grof(begin), oud.in_grof(eind)
    kern = _kern(uitlijning, g0, g1)
    h0, h1 = _randen(uitlijning, g0, g1, kern) if kern else _tussenruimte(uitlijning, g0, g1)
    if h0 < 0:
        return None
    van, tot = _in_fijn(oud, nieuw, (begin, eind), (g0, g1), (h0, h1))
    zoek = oud.fijn[begin:eind]
    exact = _exact(oud, nieuw, (begin, eind), (van, tot))
    if exact is not None:
        van, tot = exact, exact + len(zoek)
    else:
        van, tot = _op_woordgrens(oud, nieuw, (begin, eind), (van, tot))
    h0, h1 = nieuw.in_grof(van), nieuw.in_grof(tot)
    raak = sum(blok.lengte for blok in kern)
    om_heen, bleef = _gebleven(oud, uitlijning, (g0, g1), (h0, h1))
    links, rechts = _aansluitend(uitlijning, (g0, g1), (h0, h1))
    return Venster(
        begin=van,
        eind=tot,
        zelfde=exact is not None or zelfde_woorden(zoek, nieuw.fijn[van:tot]),
        dekking=1.0 if exact is not None else min(1.0, 2 * raak / max(1, g1 - g0 + h1 - h0)),
        links=links,
        rechts=rechts,
        context=bleef / om_heen if om_heen else 1.0,
        stevig=_stevig(uitlijning, (g0, g1), (h0, h1)),
        dubbelzinnig=_schuift(oud, nieuw, uitlijning, (g0, g1))
        or ((links == 0 or rechts == 0) and _ernaast(oud, nieuw, (g0, g1), (h0, h1))),
    )


def _kern(uitlijning: Uitlijning, g0: int, g1: int) -> list[Blok]:
    """Return the neighbouring stretches that hold most of a passage: what moved elsewhere is left out, and chance."""
    groepen: list[list[Blok]] = []
    for blok in uitlijning.over(g0, g1):
        vorig = groepen[-1][-1] if groepen else None
        sprong = blok.nieuw - vorig.nieuw_eind if vorig else -1
        if vorig and 0 <= sprong <= 2 * (blok.oud - vorig.oud_eind) + _SPRONG:
            groepen[-1].append(blok)
        else:
            groepen.append([blok])
    beste = max(groepen, key=lambda groep: sum(blok.lengte for blok in groep), default=[])
    while len(beste) > 1 and _los(beste[0], beste[1], uitlijning.blok_op(beste[0].oud).lengte):
        beste = beste[1:]
    while len(beste) > 1 and _los(beste[-2], beste[-1], uitlijning.blok_op(beste[-1].oud).lengte):
        beste = beste[:-1]
    return beste


def _los(eerste: Blok, tweede: Blok, lengte: int) -> bool:
    """Tell whether the outer one of two stretches is so short and so far off that it may well be chance."""
    return lengte < _LOSJES and max(tweede.oud - eerste.oud_eind, tweede.nieuw - eerste.nieuw_eind) > 2 * lengte


def _randen(uitlijning: Uitlijning, g0: int, g1: int, kern: list[Blok]) -> Spoor:
    """Return where a passage begins and ends; words at its edges, rewritten between known ones, belong to it."""
    eerste, laatste = kern[0], kern[-1]
    h0, h1 = eerste.nieuw, laatste.nieuw_eind
    if eerste.oud > g0:
        h0 -= _verder(g0, eerste, (uitlijning.voor(g0), uitlijning.voor(eerste.oud)))
    if laatste.oud_eind < g1:
        h1 += _verder(g1, laatste, (uitlijning.na(g1), uitlijning.na(laatste.oud_eind)))
    return h0, h1


def _verder(rand: int, blok: Blok, buren: tuple[Blok | None, Blok | None]) -> int:
    """Return how many letters beside a stretch took the place of those up to the edge of a passage.

    They end at the nearest of ``buren`` that stayed in order: one beyond the passage rather than one within, which was
    left out for chance.
    """
    for buur in buren:
        if buur is None:
            continue
        links, rechts = (blok, buur) if blok.oud < buur.oud else (buur, blok)
        breed_oud, breed_nieuw = rechts.oud - links.oud_eind, rechts.nieuw - links.nieuw_eind
        kwijt = rand - blok.oud_eind if blok is links else blok.oud - rand
        erbij = _herschreven(min(kwijt, breed_oud), breed_oud, breed_nieuw)
        if erbij:
            return erbij
    return 0


def _herschreven(kwijt: int, breed_oud: int, breed_nieuw: int) -> int:
    """Return how many letters took the place of so many in a gap; none when the two sides of the gap parted."""
    if not 0 <= breed_nieuw <= 2 * breed_oud + _SPRONG:
        return 0
    return min(round(kwijt * breed_nieuw / max(1, breed_oud)), kwijt + kwijt // 3 + 4)


def _tussenruimte(uitlijning: Uitlijning, g0: int, g1: int) -> Spoor:
    """Return where a passage of which nothing stayed would stand between its neighbours; (-1, -1) when they parted."""
    vorig, volgend = uitlijning.voor(g0), uitlijning.na(g1)
    if g0 == g1:  # nothing of it is in ``grof``: it stands right before the next letter, or right behind the last one
        for blok in uitlijning.over(g0, g0 + 1):
            return blok.nieuw, blok.nieuw
        if volgend is None and vorig is not None and vorig.oud_eind == g0:
            return vorig.nieuw_eind, vorig.nieuw_eind
    if vorig is None or volgend is None:
        return -1, -1
    oud, nieuw = (vorig.oud_eind, volgend.oud), (vorig.nieuw_eind, volgend.nieuw)
    if not 0 <= nieuw[1] - nieuw[0] <= 2 * (oud[1] - oud[0]) + _SPRONG:
        return -1, -1
    schaal = (nieuw[1] - nieuw[0]) / max(1, oud[1] - oud[0])
    return nieuw[0] + round((g0 - oud[0]) * schaal), nieuw[0] + round((g1 - oud[0]) * schaal)


def _in_fijn(oud: Letters, nieuw: Letters, fijn: Spoor, grof: Spoor, daar: Spoor) -> Spoor:
    """Return a stretch of ``grof`` as one of ``fijn``, with as many signs at its edges as the passage had."""
    (begin, eind), (g0, g1), (h0, h1) = fijn, grof, daar
    lengte = len(nieuw.fijn)
    if g0 == g1 or h0 >= h1:
        van = nieuw.naar_fijn[h0] if h0 < len(nieuw.naar_fijn) else lengte
        if h0 >= h1 and g0 < g1:
            return van, van
        return max(0, van - (eind - begin)), van
    van = nieuw.naar_fijn[h0] - (oud.naar_fijn[g0] - begin)
    tot = nieuw.naar_fijn[h1 - 1] + 1 + eind - oud.naar_fijn[g1 - 1] - 1
    return max(0, van), min(lengte, max(van, tot))


def _exact(oud: Letters, nieuw: Letters, stond: Spoor, staat: Spoor) -> int | None:
    """Return where the same letters stand, nearest to where they are expected; whole words stay whole words."""
    (begin, eind), (van, tot) = stond, staat
    zoek = oud.fijn[begin:eind]
    heel_voor, heel_na = _is_grens(oud, begin), _is_grens(oud, eind)

    def past(plek: int) -> bool:
        return (not heel_voor or _is_grens(nieuw, plek)) and (not heel_na or _is_grens(nieuw, plek + len(zoek)))

    if nieuw.fijn.startswith(zoek, van) and past(van):
        return van
    beste, plek = None, nieuw.fijn.find(zoek, max(0, van - _SPELING), tot + _SPELING)
    while plek >= 0:
        if past(plek) and (beste is None or abs(plek - van) < abs(beste - van)):
            beste = plek
        plek = nieuw.fijn.find(zoek, plek + 1, tot + _SPELING)
    return beste


def _op_woordgrens(oud: Letters, nieuw: Letters, stond: Spoor, staat: Spoor) -> Spoor:
    """Return the passage as whole words when the one sought was."""
    (begin, eind), (van, tot) = stond, staat
    if van >= tot:
        return van, tot
    if _is_grens(oud, begin):
        while van > 0 and not _is_grens(nieuw, van):
            van -= 1
    if _is_grens(oud, eind):
        while tot < len(nieuw.fijn) and not _is_grens(nieuw, tot):
            tot += 1
    return van, tot


def _is_grens(tekst: Letters, plaats: int) -> bool:
    """Tell whether a word begins or ends at a place of ``fijn``."""
    if not 0 < plaats < len(tekst.fijn):
        return True
    if tekst.plek[plaats] - tekst.plek[plaats - 1] > 1:
        return True
    return _is_letter(tekst.fijn[plaats - 1]) != _is_letter(tekst.fijn[plaats])


def _is_letter(teken: str) -> bool:
    return teken.isalnum() or teken == "\ufffd"


def _aansluitend(uitlijning: Uitlijning, stond: Spoor, staat: Spoor) -> tuple[int, int]:
    """Return how many letters stayed right before and right behind a passage."""
    (g0, g1), (h0, h1) = stond, staat
    voor = uitlijning.over(max(0, g0 - 1), g0)
    na = uitlijning.over(g1, g1 + 1)
    links = rechts = 0
    if voor and voor[0].nieuw_eind == h0:
        links = g0 - uitlijning.blok_op(g0 - 1).oud
    if na and na[0].nieuw == h1:
        rechts = uitlijning.blok_op(g1).oud_eind - g1
    return links, rechts


def _gebleven(oud: Letters, uitlijning: Uitlijning, stond: Spoor, staat: Spoor) -> tuple[int, int]:
    """Return how many letters there are around a passage, and how many of them stayed around it."""
    (g0, g1), (h0, h1) = stond, staat
    van, tot = max(0, g0 - OMGEVING), min(len(oud.grof), g1 + OMGEVING)
    links, rechts = uitlijning.over(van, g0), uitlijning.over(g1, tot)
    ruim = OMGEVING + OMGEVING // 2 + _SPELING
    om = sum(blok.lengte for blok in links if h0 - ruim <= blok.nieuw and blok.nieuw_eind <= h0)
    om += sum(blok.lengte for blok in rechts if h1 <= blok.nieuw and blok.nieuw_eind <= h1 + ruim)
    return g0 - van + tot - g1, om


def _stevig(uitlijning: Uitlijning, stond: Spoor, staat: Spoor) -> bool:
    """Tell whether words that occur once stand in or right around a passage, at their place."""
    (g0, g1), (h0, h1) = stond, staat
    nabij = uitlijning.over(max(0, g0 - 2 * OMGEVING), g1 + 2 * OMGEVING)
    return any(
        blok.zeker and h0 - 4 * OMGEVING <= blok.nieuw and blok.nieuw_eind <= h1 + 4 * OMGEVING for blok in nabij
    )


def _ernaast(oud: Letters, nieuw: Letters, hier: Spoor, daar: Spoor) -> bool:
    """Tell whether a passage also stands in what was changed right beside it, so that the two may be mistaken."""
    (g0, g1), (h0, h1) = hier, daar
    zoek = oud.grof[g0:g1]
    breed = min(2 * OMGEVING, 2 * (g1 - g0) + _LOSJES)
    los = [
        (oud.grof, max(0, g0 - breed), g0),
        (oud.grof, g1, g1 + breed),
        (nieuw.grof, max(0, h0 - breed), h0),
        (nieuw.grof, h1, h1 + breed),
    ]
    return any(zoek in tekst[van:tot] for tekst, van, tot in los)


def _schuift(oud: Letters, nieuw: Letters, uitlijning: Uitlijning, stond: Spoor) -> bool:
    """Tell whether what was dropped or put in beside a passage may as well be the passage itself.

    Of "0 0 0", one of three that went cannot be told from the two that stayed; nor of two items of a list which of
    them began with the words that both began with. The stretch around the passage could then end or begin that much
    sooner or later.
    """
    g0, g1 = stond
    hier = uitlijning.over(g0, g1)
    if not hier:
        return False
    eerste, laatste = uitlijning.blok_op(hier[0].oud), uitlijning.blok_op(hier[-1].oud)
    vorig, volgend = uitlijning.voor(eerste.oud), uitlijning.na(laatste.oud_eind)
    in_nieuw_vorig, in_nieuw_volgend = uitlijning.buren_in_nieuw(eerste, laatste)
    terug = max(
        _gelijk_terug(oud.grof, laatste.oud_eind, volgend.oud if volgend else len(oud.grof)),
        _gelijk_terug(nieuw.grof, laatste.nieuw_eind, in_nieuw_volgend.nieuw if in_nieuw_volgend else len(nieuw.grof)),
    )
    verder = max(
        _gelijk_verder(oud.grof, eerste.oud, vorig.oud_eind if vorig else 0),
        _gelijk_verder(nieuw.grof, eerste.nieuw, in_nieuw_vorig.nieuw_eind if in_nieuw_vorig else 0),
    )
    return g1 > laatste.oud_eind - terug or g0 < eerste.oud + verder


def _gelijk_terug(tekst: str, een: int, ander: int) -> int:
    """Return how many letters before two places are the same; none when the places are."""
    if een == ander:
        return 0
    keer = 0
    while keer < min(een, ander) and tekst[een - keer - 1] == tekst[ander - keer - 1]:
        keer += 1
    return keer


def _gelijk_verder(tekst: str, een: int, ander: int) -> int:
    """Return how many letters from two places on are the same; none when the places are."""
    if een == ander:
        return 0
    keer = 0
    while keer < len(tekst) - max(een, ander) and tekst[een + keer] == tekst[ander + keer]:
        keer += 1
    return keer
