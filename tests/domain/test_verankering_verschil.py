"""What differs between two versions of a paper, in words and pages."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.verankeringhulp import BEGROTING, ORGANISATIE, RISICO, STUK
from tk_desktop.domain.verankering.tekst import Bladbeeld, Documenttekst
from tk_desktop.domain.verankering.verschil import (
    Bladstand,
    Bladverschil,
    Deelsoort,
    Versieverschil,
    vergelijk,
)

VOORBLAD = "Aan de leden\nHierbij de nieuwe stukken, met excuses voor de late toezending."


def _verschil(nieuw: tuple[str, ...], oud: tuple[str, ...] = STUK) -> Versieverschil:
    return vergelijk(Documenttekst(paginas=oud), Documenttekst(paginas=nieuw))


def _delen(verschil: Versieverschil, soort: Deelsoort) -> list[tuple[int, int, str]]:
    return [(deel.oud, deel.nieuw, deel.tekst.strip()) for deel in verschil.delen if deel.soort is soort]


def test_an_amount_that_changed_is_told_with_its_pages() -> None:
    verschil = _verschil((VOORBLAD, BEGROTING.replace("35.000", "41.750"), *STUK[1:]))
    assert _delen(verschil, Deelsoort.WEG) == [(1, 2, "35.000")]
    assert (0, 2, "41.750") in _delen(verschil, Deelsoort.ERBIJ)
    assert verschil.bladen == (
        Bladverschil(pagina=1, stand=Bladstand.NIEUW, was=0),
        Bladverschil(pagina=2, stand=Bladstand.GEWIJZIGD, was=1),
        Bladverschil(pagina=3, stand=Bladstand.GELIJK, was=2),
        Bladverschil(pagina=4, stand=Bladstand.GELIJK, was=3),
    )
    assert [blad.pagina for blad in verschil.gewijzigd] == [1, 2]


def test_a_sign_in_a_number_is_a_difference() -> None:
    verschil = _verschil((BEGROTING.replace("35.000", "35,000"), *STUK[1:]))
    assert _delen(verschil, Deelsoort.WEG) == [(1, 1, "35.000")]
    assert _delen(verschil, Deelsoort.ERBIJ) == [(0, 1, "35,000")]


def test_other_lines_pages_hyphens_and_footers_are_no_difference() -> None:
    def gezet(*bladen: str) -> tuple[str, ...]:
        van = len(bladen)
        return tuple(f"Regio Waterkant\n{blad}\npagina {nr} van {van}" for nr, blad in enumerate(bladen, 1))

    alles = " ".join(" ".join(STUK).split()).replace("communicatie", "communi-\ncatie")
    snede = [alles.index(woord) for woord in ("Zij vragen", "toetst", "Het grootste")]
    bladen = [alles[van:tot] for van, tot in pairwise((0, *snede, len(alles)))]
    verschil = _verschil(gezet(*bladen), gezet(*STUK))
    assert {deel.soort for deel in verschil.delen} == {Deelsoort.GELIJK}
    assert verschil.is_gelijk


def test_a_text_that_lost_its_ligatures_reads_the_same() -> None:
    kwijt = tuple(pagina.replace("ti", "\ufffd").replace("ft", "\ufffd") for pagina in STUK)
    assert _verschil(kwijt).is_gelijk


def test_a_chapter_that_moved_is_told_as_moved() -> None:
    verschil = _verschil((RISICO, BEGROTING, ORGANISATIE))
    assert not _delen(verschil, Deelsoort.WEG)
    assert not _delen(verschil, Deelsoort.ERBIJ)
    assert {(oud, nieuw) for oud, nieuw, _ in _delen(verschil, Deelsoort.VERPLAATST)} == {(3, 1)}
    assert verschil.vervallen == ()


def test_a_page_that_is_gone_is_named() -> None:
    verschil = _verschil((BEGROTING, RISICO))
    assert verschil.vervallen == (2,)
    assert [stand.stand for stand in verschil.bladen] == [Bladstand.GEWIJZIGD, Bladstand.GELIJK]


def test_a_page_is_found_back_in_the_new_version_or_where_it_would_have_been() -> None:
    verschil = _verschil((VOORBLAD, BEGROTING, RISICO))
    assert [verschil.pagina_van(oud) for oud in (1, 2, 3)] == [2, 2, 3]
    assert _verschil((VOORBLAD,)).pagina_van(1) == 0


def test_pages_without_words_are_compared_by_their_pictures() -> None:
    oud = Documenttekst(paginas=(BEGROTING, ""), beelden=(Bladbeeld(1), Bladbeeld(0x0F0F, "scan")))
    hetzelfde = vergelijk(oud, replace(oud, paginas=(f"{BEGROTING} Erbij.", "")))
    assert [blad.stand for blad in hetzelfde.bladen] == [Bladstand.GEWIJZIGD, Bladstand.GELIJK]
    zelfde = vergelijk(oud, replace(oud, beelden=(Bladbeeld(1), Bladbeeld(0x0F0F, "scan met een ander woord"))))
    assert [blad.stand for blad in zelfde.bladen] == [Bladstand.GELIJK, Bladstand.ONBEKEND]
    assert not zelfde.is_gelijk  # a few other words on a scanned page are too small to see in it
    anders = vergelijk(oud, replace(oud, beelden=(Bladbeeld(1), Bladbeeld(0xFFFF_0000_FFFF, "anders"))))
    assert [blad.stand for blad in anders.bladen] == [Bladstand.GELIJK, Bladstand.GEWIJZIGD]
    onbekend = _verschil((BEGROTING, ""), (BEGROTING, ""))
    assert [blad.stand for blad in onbekend.bladen] == [Bladstand.GELIJK, Bladstand.ONBEKEND]


def test_a_page_that_became_a_scan_or_got_a_text_layer_is_not_told_to_have_lost_or_got_its_words() -> None:
    met, zonder = (BEGROTING, "De raad stelt het plan voor de haven vast."), (BEGROTING, "")
    beelden = (Bladbeeld(1), Bladbeeld(0x0F0F))
    for oud, nieuw in ((met, zonder), (zonder, met)):
        verschil = vergelijk(Documenttekst(paginas=oud, beelden=beelden), Documenttekst(paginas=nieuw, beelden=beelden))
        assert [blad.stand for blad in verschil.bladen] == [Bladstand.GELIJK, Bladstand.ONBEKEND]
        assert {deel.soort for deel in verschil.leesbaar} == {Deelsoort.GELIJK}
        assert [(blad.pagina, blad.was) for blad in verschil.als_beeld] == [(2, 2)]
        assert not verschil.is_gelijk
    scan = Documenttekst(paginas=zonder, beelden=beelden)
    assert vergelijk(scan, scan).als_beeld == ()


def _projectbladen(*begrotingen: str) -> tuple[str, ...]:
    namen = ("de kade", "de sluis", "het park", "de haven", "de brug", "het plein")
    return tuple(
        f"Begroting: € {bedrag}\nProject {naam}\nWij herstellen {naam} van Waterkant in het voorjaar.\n"
        f"Totaal: € {bedrag}\nblad {blad} van 6"
        for blad, (naam, bedrag) in enumerate(zip(namen, begrotingen, strict=True), 1)
    )


def test_an_amount_that_changed_at_the_edge_of_a_page_is_told() -> None:
    bedragen = [f"10{blad}.000" for blad in range(1, 7)]
    oud = _projectbladen(*bedragen)
    assert _verschil(oud, oud).is_gelijk
    bedragen[1] = "950.000"
    verschil = _verschil(_projectbladen(*bedragen), oud)
    assert [blad.pagina for blad in verschil.gewijzigd] == [2]
    assert _delen(verschil, Deelsoort.WEG) == [(2, 2, "102.000")] * 2
    allemaal = _verschil(_projectbladen(*["950.000"] * 6), _projectbladen(*["102.000"] * 6))
    assert [blad.stand for blad in allemaal.bladen] == [Bladstand.GEWIJZIGD] * 6


def test_amounts_that_count_along_with_the_pages_are_no_page_numbers() -> None:
    oud = tuple(f"Waterkant\n{blad}\nLasten: € {100 + nummer}" for nummer, blad in enumerate((*STUK, *STUK)))
    verschil = _verschil((*oud[:2], oud[2].replace("€ 102", "€ 950"), *oud[3:]), oud)
    assert [blad.pagina for blad in verschil.gewijzigd] == [3]


def test_a_sheet_that_got_the_amount_of_another_is_changed() -> None:
    oud = _projectbladen("100.000", "100.000", "100.000", "200.000", "200.000", "200.000")
    verschil = _verschil(_projectbladen("100.000", "100.000", "200.000", "200.000", "200.000", "200.000"), oud)
    assert 3 in [blad.pagina for blad in verschil.gewijzigd]


@pytest.mark.parametrize(
    ("was", "wordt"),
    [
        ("€ - 500.000", "€ 500.000"),
        ("akkoord ✓", "akkoord"),
        ("○ voor ● tegen", "● voor ○ tegen"),
        ("\uf0fc voor \uf0a8 tegen", "\uf0a8 voor \uf0fc tegen"),
        ("10² deelnemers", "102 deelnemers"),
        ("12 - 14 deelnemers", "1214 deelnemers"),
    ],
)
def test_a_sign_or_a_mark_that_changed_is_told(was: str, wordt: str) -> None:
    oud, nieuw = (BEGROTING.replace("€ 35.000", een) for een in (was, wordt))
    verschil = _verschil((nieuw, *STUK[1:]), (oud, *STUK[1:]))
    assert [blad.stand for blad in verschil.bladen] == [Bladstand.GEWIJZIGD, Bladstand.GELIJK, Bladstand.GELIJK]
    assert _delen(verschil, Deelsoort.WEG) + _delen(verschil, Deelsoort.ERBIJ)


woord = st.text(alphabet="abdegkmnoprsuv", min_size=1, max_size=7)
bladzijden = st.lists(st.lists(woord, max_size=30).map(" ".join), min_size=1, max_size=3).map(tuple)


@given(bladzijden, bladzijden)
def test_without_what_came_or_went_one_reads_the_other_version(oud: tuple[str, ...], nieuw: tuple[str, ...]) -> None:
    verschil = _verschil(nieuw, oud)
    nieuwe = [deel.tekst for deel in verschil.delen if deel.soort is not Deelsoort.WEG]
    assert " ".join(nieuwe).split() == " ".join(nieuw).split()
    oude = [deel.tekst for deel in verschil.delen if deel.soort is not Deelsoort.ERBIJ]
    assert sorted(" ".join(oude).split()) == sorted(" ".join(oud).split())
    assert len(verschil.bladen) == len(nieuw)


@given(bladzijden)
def test_a_version_does_not_differ_from_itself(paginas: tuple[str, ...]) -> None:
    verschil = _verschil(paginas, paginas)
    assert {deel.soort for deel in verschil.delen} <= {Deelsoort.GELIJK}
    assert not verschil.gewijzigd
    assert not verschil.vervallen


def test_a_page_that_is_told_to_have_changed_is_not_told_to_be_gone_too() -> None:
    lang = (
        BEGROTING
        + "\n"
        + "\n".join(f"De post {nr} daalt met {nr * 17} euro ten opzichte van vorig jaar." for nr in range(60))
    )
    verschil = _verschil((VOORBLAD, "\n".join(BEGROTING.splitlines()[:3])), (lang,))
    assert [(blad.stand, blad.was) for blad in verschil.bladen] == [(Bladstand.NIEUW, 0), (Bladstand.GEWIJZIGD, 1)]
    assert verschil.vervallen == ()


@pytest.mark.parametrize("bladen", [1, 2, 3])
@pytest.mark.parametrize(
    "voet",
    [
        "Pagina {n} van {t}",
        "Regio Waterkant | {n}",
        "{n}/{t}",
        "{n}",
        "Agendapunt 2b · blz. {n}/{t}",
        "Pagina {n} van de {t}",
        "1e begrotingswijziging 2026 – {n}",
    ],
)
def test_the_number_of_a_page_is_no_difference_in_a_short_paper_either(voet: str, bladen: int) -> None:
    def gezet(*paginas: str) -> tuple[str, ...]:
        van = len(paginas)
        return tuple(f"{blad}\n{voet.format(n=nr, t=van)}" for nr, blad in enumerate(paginas, 1))

    stuk = STUK[:bladen]
    verschil = _verschil(gezet(VOORBLAD, *stuk), gezet(*stuk))
    assert [blad.stand for blad in verschil.bladen] == [Bladstand.NIEUW, *[Bladstand.GELIJK] * bladen]
    assert not _delen(verschil, Deelsoort.WEG)


@pytest.mark.parametrize("plek", range(9))
def test_a_page_that_is_put_in_between_changes_no_other_where_left_and_right_have_their_own_header(plek: int) -> None:
    def gezet(*paginas: str) -> tuple[str, ...]:
        koppen = ("{n} Jaarverslag 2026", "Regio Waterkant {n}")
        return tuple(f"{koppen[nr % 2].format(n=nr)}\n{blad}" for nr, blad in enumerate(paginas, 1))

    namen = ("kade", "sluis", "haven", "brug", "markt", "toren", "dijk", "school")
    stuk = [f"De {naam} van Waterkant.\nWij herstellen de {naam} in het voorjaar, zegt de raad." for naam in namen]
    verschil = _verschil(gezet(*stuk[:plek], VOORBLAD, *stuk[plek:]), gezet(*stuk))
    assert [blad.pagina for blad in verschil.gewijzigd] == [plek + 1]
    assert not _delen(verschil, Deelsoort.WEG)


@pytest.mark.parametrize("bladen", [2, 3])
def test_a_header_that_changed_is_told_once(bladen: int) -> None:
    def gezet(kop: str, *paginas: str) -> tuple[str, ...]:
        return tuple(f"{kop} {nr}/{len(paginas)}\n{blad}" for nr, blad in enumerate(paginas, 1))

    stuk = STUK[:bladen]
    verschil = _verschil(gezet("Definitief 3 maart 2026", *stuk), gezet("Concept 12 februari 2026", *stuk))
    assert _delen(verschil, Deelsoort.WEG) == [(1, 1, "Concept 12 februari")]
    assert _delen(verschil, Deelsoort.ERBIJ) == [(0, 1, "Definitief 3 maart")]
    kwijt = _verschil(stuk, gezet("Concept 12 februari 2026", *stuk))
    assert _delen(kwijt, Deelsoort.WEG) == [(1, 1, f"Concept 12 februari 2026 1/{bladen}")]


def test_a_lone_figure_at_the_foot_of_one_page_is_told() -> None:
    verschil = _verschil((f"{BEGROTING}\nStemmen voor\n7",), (f"{BEGROTING}\nStemmen voor\n4",))
    assert _delen(verschil, Deelsoort.WEG) == [(1, 1, "4")]
    assert _delen(verschil, Deelsoort.ERBIJ) == [(0, 1, "7")]
