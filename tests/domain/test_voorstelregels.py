"""A proposal is edited as a list, and its points stay the points they were."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tk_desktop.domain.opmaak import bescherm
from tk_desktop.domain.volgorde import reeks
from tk_desktop.domain.voorstel import Merk, Voorstelpunt
from tk_desktop.domain.voorstelregels import als_tekst, bewerkt


def _nieuwe() -> Callable[[], str]:
    teller = count(1)
    return lambda: f"nieuw-{next(teller)}"


def _punten(*teksten: str) -> tuple[Voorstelpunt, ...]:
    return tuple(
        Voorstelpunt(id=f"p{rang}", volgorde=plek, tekst=tekst)
        for rang, (tekst, plek) in enumerate(zip(teksten, reeks(len(teksten)), strict=True), 1)
    )


OEVERS = _punten("Kennis te nemen van het plan;", "De oevers te herstellen;", "Het fonds te sluiten.")

_teksten = st.text("abc 1.-*|uur", min_size=1, max_size=14).map(bescherm).filter(bool)


@st.composite
def _bomen(trek: st.DrawFn, diepte: int = 0) -> tuple[Voorstelpunt, ...]:
    teksten = trek(st.lists(_teksten, min_size=1, max_size=4))
    return tuple(
        Voorstelpunt(
            id=f"{trek(st.uuids())}",
            volgorde=plek,
            tekst=tekst,
            merk=trek(st.sampled_from(Merk)),
            onder=trek(_bomen(diepte + 1)) if diepte < 2 and trek(st.booleans()) else (),
        )
        for tekst, plek in zip(teksten, reeks(len(teksten)), strict=True)
    )


@settings(deadline=None)
@given(_bomen())
def test_a_proposal_that_was_opened_and_not_edited_stays_as_it_was(punten: tuple[Voorstelpunt, ...]) -> None:
    gelezen = bewerkt(punten, als_tekst(punten), _nieuwe())
    assert als_tekst(gelezen) == als_tekst(punten)
    if len({punt.tekst for punt in punten}) == len(punten) and not any(punt.onder for punt in punten):
        assert [punt.id for punt in gelezen] == [punt.id for punt in punten]


@settings(deadline=None)
@given(_bomen(), _bomen())
def test_no_point_is_found_twice_whatever_was_typed(
    oud: tuple[Voorstelpunt, ...], ander: tuple[Voorstelpunt, ...]
) -> None:
    gelezen = bewerkt(oud, als_tekst(ander), _nieuwe())
    assert als_tekst(gelezen) == als_tekst(ander)

    def ids(punten: tuple[Voorstelpunt, ...]) -> list[str]:
        return [id_ for punt in punten for id_ in (punt.id, *ids(punt.onder))]

    assert len(ids(gelezen)) == len(set(ids(gelezen)))
    assert [punt.volgorde for punt in gelezen] == sorted({punt.volgorde for punt in gelezen})


@pytest.mark.parametrize(
    ("regels", "ids"),
    [
        (["Kennis te nemen van het plan;", "De oevers te herstellen;", "Het fonds te sluiten."], ["p1", "p2", "p3"]),
        (["De oevers te herstellen;", "Kennis te nemen van het plan;", "Het fonds te sluiten."], ["p2", "p1", "p3"]),
        (["Kennis te nemen van het plan;", "Het fonds te sluiten."], ["p1", "p3"]),
        (["Kennis te nemen van het hele plan;", "Ja", "Het fonds te sluiten."], ["p1", "p2", "p3"]),
        (["Een voorwoord;", "Kennis te nemen van het plan;", "De oevers te herstellen;", "Het fonds te sluiten."],
         ["nieuw-1", "p1", "p2", "p3"]),
        (["De oevers dit jaar te herstellen;", "Het fonds nu te sluiten."], ["p2", "p3"]),
        ([], []),
    ],
)  # fmt: skip
def test_a_point_that_was_moved_reworded_or_kept_is_the_same_point(regels: list[str], ids: list[str]) -> None:
    tekst = "\n".join(f"{rang}. {regel}" for rang, regel in enumerate(regels, 1))
    assert [punt.id for punt in bewerkt(OEVERS, tekst, _nieuwe())] == ids


def test_every_line_is_a_point_however_it_was_typed() -> None:
    tekst = "Het plan vast te stellen\n\n### Kop\n\n- een\n  a. onder\n\n| x | y |\n| z |  |"
    punten = bewerkt((), tekst, _nieuwe())
    assert [(punt.merk, punt.tekst) for punt in punten] == [
        (Merk.CIJFER, "Het plan vast te stellen"),
        (Merk.CIJFER, "Kop"),
        (Merk.STREEP, "een"),
        (Merk.CIJFER, "x – y"),
        (Merk.CIJFER, "z"),
    ]
    assert [(punt.merk, punt.tekst) for punt in punten[2].onder] == [(Merk.LETTER, "onder")]


def test_points_that_stay_keep_their_place_in_the_order() -> None:
    punten = bewerkt(OEVERS, "1. Kennis te nemen van het plan;\n2. Nieuw\n3. De oevers te herstellen;", _nieuwe())
    assert (punten[0].volgorde, punten[2].volgorde) == (OEVERS[0].volgorde, OEVERS[1].volgorde)


def test_very_many_points_are_told_apart_without_comparing_all() -> None:
    veel = _punten(*(f"Punt {rang} van het plan" for rang in range(120)))
    tekst = "\n".join(f"1. {punt.tekst} nu" for punt in veel)
    assert [punt.id for punt in bewerkt(veel, tekst, _nieuwe())] == [punt.id for punt in veel]
