"""Notes on a new version of a paper."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.verankeringhulp import BEGROTING, ORGANISATIE, RISICO, STUK, anker_op, een_anker, tekst
from tk_desktop.domain.aantekening import Anker, Oordeel, Vlak
from tk_desktop.domain.verankering.oordelen import Reden
from tk_desktop.domain.verankering.plaatsen import Plaatsing, verplaats
from tk_desktop.domain.verankering.tekst import Bladbeeld, Documenttekst

VOORBLAD = """Aan de leden
Hierbij ontvangt u de stukken voor de vergadering van maart, met excuses voor de late toezending."""


def _plaats(anker: Anker, nieuw: tuple[str, ...], oud: tuple[str, ...] | None = STUK) -> Plaatsing:
    (plaatsing,) = verplaats([anker], None if oud is None else tekst(*oud), tekst(*nieuw), versie="nieuw")
    return plaatsing


def test_a_note_stands_surely_on_the_same_words_when_pages_were_put_in_before() -> None:
    anker = een_anker(STUK, "een vast aanspreekpunt op het werk")
    plaatsing = _plaats(anker, (VOORBLAD, RISICO.replace("winter", "herfst"), *STUK[:2]))
    assert (plaatsing.oordeel, plaatsing.anker.citaat) == (Oordeel.ZEKER, anker.citaat)
    assert (plaatsing.anker.versie, plaatsing.anker.pagina, plaatsing.anker.begin) == ("nieuw", 3, anker.begin)


def test_a_note_follows_its_chapter_when_chapters_change_places() -> None:
    plaatsing = _plaats(een_anker(STUK, "De aannemer krijgt"), (RISICO, ORGANISATIE, BEGROTING))
    assert (plaatsing.oordeel, plaatsing.anker.pagina) == (Oordeel.ZEKER, 1)


def test_other_lines_hyphens_spaces_and_quotes_change_nothing_for_a_note() -> None:
    anker = een_anker(STUK, "de veiligheid en de communicatie met bewoners")
    gezet = ORGANISATIE.replace("\n", " ").replace("communicatie", "communi-\ncatie").replace(" en de ", "\n en  de ")
    plaatsing = _plaats(anker, (BEGROTING, gezet.replace("Risico's", "Risico’s"), RISICO))
    assert plaatsing.oordeel is Oordeel.ZEKER
    assert plaatsing.anker.citaat == "de veiligheid\n en  de communi-\ncatie met bewoners"


def test_a_note_is_found_on_a_text_that_lost_its_ligatures() -> None:
    anker = een_anker(STUK, "de communicatie met bewoners")
    kwijt = tuple(pagina.replace("ti", "\ufffd").replace("ft", "\ufffd") for pagina in STUK)
    plaatsing = _plaats(anker, kwijt)
    assert plaatsing.oordeel is Oordeel.ZEKER
    assert plaatsing.anker.citaat == "de communica\ufffde met bewoners"


def test_a_note_on_a_last_word_of_letters_that_get_lost_stays_on_it() -> None:
    oud = ("Het bestuur neemt de trap.\nWie slecht ter been is, neemt de lift",)
    plaatsing = _plaats(een_anker(oud, "lift"), (VOORBLAD, *oud), oud)
    assert (plaatsing.anker.pagina, plaatsing.anker.citaat) == (2, "lift")
    assert plaatsing.oordeel is not Oordeel.NIET_GEVONDEN


def test_a_note_on_rewritten_words_is_probable_and_never_sure() -> None:
    anker = een_anker(STUK, "Een werkgroep van vier\ngemeenten toetst de planning")
    plaatsing = _plaats(anker, (BEGROTING, ORGANISATIE.replace("werkgroep van vier", "commissie van zes"), RISICO))
    assert (plaatsing.oordeel, plaatsing.reden) == (Oordeel.WAARSCHIJNLIJK, Reden.HERSCHREVEN)
    assert plaatsing.anker.citaat == "Een commissie van zes\ngemeenten toetst de planning"


def test_a_note_on_an_amount_that_changed_stands_at_the_new_amount_as_probable() -> None:
    plaatsing = _plaats(een_anker(STUK, "€ 35.000"), (BEGROTING.replace("35.000", "41.750"), ORGANISATIE, RISICO))
    assert plaatsing.oordeel is Oordeel.WAARSCHIJNLIJK
    assert plaatsing.anker.citaat.removeprefix("€ ") == "41.750"


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
def test_a_note_on_words_of_which_a_sign_or_mark_changed_is_never_sure(was: str, wordt: str) -> None:
    oud, nieuw = ((BEGROTING.replace("€ 35.000", een), ORGANISATIE, RISICO) for een in (was, wordt))
    assert _plaats(een_anker(oud, was), oud, oud).oordeel is Oordeel.ZEKER
    for citaat in (was, f"geraamd op {was} en komen"):
        plaatsing = _plaats(een_anker(oud, citaat), nieuw, oud)
        assert plaatsing.oordeel is not Oordeel.ZEKER
        assert plaatsing.reden is not Reden.EXACT


def test_a_note_on_an_amount_that_lost_the_sign_before_it_is_not_sure() -> None:
    oud, nieuw = ((BEGROTING.replace("€ 35.000", een), ORGANISATIE, RISICO) for een in ("€ - 500.000", "€ 500.000"))
    assert _plaats(een_anker(oud, "500.000 en komen uit de reserve"), nieuw, oud).oordeel is Oordeel.WAARSCHIJNLIJK


def test_a_note_on_a_passage_that_is_gone_goes_to_the_tray_with_its_old_words() -> None:
    zin = "Een tweede risico is de levertijd van damwanden uit het buitenland."
    anker = een_anker(STUK, zin)
    plaatsing = _plaats(anker, (BEGROTING, ORGANISATIE, RISICO.replace(zin, "")))
    assert (plaatsing.oordeel, plaatsing.reden) == (Oordeel.NIET_GEVONDEN, Reden.WEG)
    assert (plaatsing.anker.citaat, plaatsing.anker.voor, plaatsing.anker.na) == (anker.citaat, anker.voor, anker.na)
    assert (plaatsing.anker.versie, plaatsing.anker.pagina) == ("nieuw", 3)


def test_a_word_that_stands_everywhere_is_found_by_the_words_around_it() -> None:
    for keer in range(1, 4):
        anker = een_anker(STUK, "gemeente", keer)
        plaatsing = _plaats(anker, (VOORBLAD, *STUK))
        assert (plaatsing.oordeel, plaatsing.anker.pagina) == (Oordeel.ZEKER, anker.pagina + 1)
        assert plaatsing.anker.begin == anker.begin


def test_a_word_of_a_passage_that_is_gone_is_not_found_at_the_same_word_elsewhere() -> None:
    anker = een_anker(STUK, "risico", 2)
    zin = "Een tweede risico is de levertijd van damwanden uit het buitenland."
    assert _plaats(anker, (*STUK[:2], RISICO.replace(zin, ""))).oordeel is Oordeel.NIET_GEVONDEN


def test_of_two_passages_that_read_the_same_the_one_that_is_gone_is_not_found() -> None:
    herhaald = "De kosten komen ten laste van de reserve en worden in het najaar verrekend met de deelnemers."
    oud = (f"{BEGROTING}\n{herhaald}", f"{ORGANISATIE}\n{herhaald}", RISICO)
    nieuw = (BEGROTING, f"{ORGANISATIE}\n{herhaald}", RISICO)
    eerste, tweede = (_plaats(een_anker(oud, herhaald, keer), nieuw, oud) for keer in (1, 2))
    assert eerste.oordeel is Oordeel.NIET_GEVONDEN
    assert (tweede.oordeel, tweede.anker.pagina) == (Oordeel.ZEKER, 2)


def test_one_of_a_row_of_equal_figures_is_not_sure_when_one_of_them_went() -> None:
    oud = (f"{BEGROTING}\nmeldingen 12 0 0 0 0 0 7\n{RISICO}",)
    nieuw = (f"{BEGROTING}\nmeldingen 12 0 0 0 0 7\n{RISICO}",)
    anker = een_anker(oud, " 0 ", 2)
    assert _plaats(anker, nieuw, oud).oordeel is Oordeel.WAARSCHIJNLIJK
    langer = _plaats(anker, (f"Een regel vooraf.\n{oud[0]}",), oud)
    assert (langer.oordeel, langer.anker.begin) == (Oordeel.ZEKER, anker.begin + len("Een regel vooraf.\n") + 1)


def test_a_word_with_which_two_items_of_a_list_begin_is_not_sure_when_one_item_went() -> None:
    eerste, tweede = (
        "Artikel 2, lid 2c: het toezicht op de bruggen;\n",
        "Artikel 2, lid 2d: het onderhoud van de kade;\n",
    )
    oud, nieuw = (f"{BEGROTING}\n{eerste}{tweede}{RISICO}",), (f"{BEGROTING}\n{tweede}{RISICO}",)
    assert _plaats(een_anker(oud, "2, lid", 1), nieuw, oud).oordeel is not Oordeel.ZEKER


def test_a_sentence_that_went_to_another_place_on_its_own_is_shown_for_review() -> None:
    zin = "De inhuur van een toezichthouder kost € 12.500 per jaar en valt buiten de raming."
    nieuw = (BEGROTING.replace("Met de", f"{zin} Met de"), ORGANISATIE.replace(zin, ""), RISICO)
    plaatsing = _plaats(een_anker(STUK, zin), nieuw)
    assert (plaatsing.oordeel, plaatsing.reden) == (Oordeel.WAARSCHIJNLIJK, Reden.VERPLAATST)
    assert (plaatsing.anker.pagina, plaatsing.anker.citaat) == (1, zin)


def test_a_note_that_runs_over_the_end_of_a_page_is_found_on_one_page_and_the_other_way_round() -> None:
    paginas = (BEGROTING[:300], BEGROTING[300:], RISICO)
    anker = anker_op(paginas, 280, 320)
    plaatsing = _plaats(anker, (BEGROTING, RISICO), paginas)
    assert (plaatsing.oordeel, plaatsing.anker.pagina, plaatsing.anker.eindpagina) == (Oordeel.ZEKER, 1, 1)
    terug = _plaats(plaatsing.anker, paginas, (BEGROTING, RISICO))
    assert (terug.anker.pagina, terug.anker.begin, terug.anker.eindpagina, terug.anker.eind) == (1, 280, 2, 20)


def test_a_note_on_running_text_is_not_drawn_to_a_header_and_one_on_a_header_follows_its_page() -> None:
    oud = tuple(f"Regio Waterkant\n{pagina}\npagina {nr} van 3" for nr, pagina in enumerate(STUK, 1))
    nieuw = tuple(f"Regio Waterkant\n{pagina}\npagina {nr} van 4" for nr, pagina in enumerate((VOORBLAD, *STUK), 1))
    in_tekst = _plaats(een_anker(oud, "Waterkant", 2), nieuw, oud)
    assert in_tekst.anker.begin == len("Regio Waterkant\nBegroting ")
    op_kop = _plaats(een_anker(oud, "Regio Waterkant", 2), nieuw, oud)
    assert (op_kop.oordeel, op_kop.anker.pagina, op_kop.anker.begin) == (Oordeel.ZEKER, 3, 0)


def test_a_note_on_a_page_follows_the_page() -> None:
    plaatsing = _plaats(Anker(versie="oud", pagina=2), (VOORBLAD, *STUK))
    assert (plaatsing.oordeel, plaatsing.anker.pagina) == (Oordeel.ZEKER, 3)
    weg = _plaats(Anker(versie="oud", pagina=2), (BEGROTING, RISICO))
    assert weg.oordeel is Oordeel.NIET_GEVONDEN


def test_a_drawing_follows_the_words_it_stands_at() -> None:
    begin = ORGANISATIE.index("uittreedt")
    vlak = Vlak(2, 60.0, 300.0, 200.0, 340.0)
    anker = Anker(versie="oud", pagina=2, begin=begin, eind=begin, vlakken=(vlak,))
    plaatsing = _plaats(anker, (VOORBLAD, BEGROTING, ORGANISATIE, RISICO))
    assert (plaatsing.oordeel, plaatsing.anker.pagina, plaatsing.anker.begin) == (Oordeel.ZEKER, 3, begin)
    assert plaatsing.anker.vlakken == (Vlak(3, 60.0, 300.0, 200.0, 340.0),)


def test_on_a_scan_without_text_a_note_keeps_its_page_and_rectangle_as_probable() -> None:
    vlak = Vlak(2, 60.0, 300.0, 200.0, 340.0)
    anker = een_anker(STUK, "Roos van Dalen")
    gezet = Anker(
        **{naam: getattr(anker, naam) for naam in ("versie", "pagina", "begin", "eind", "citaat")}, vlakken=(vlak,)
    )
    plaatsing = _plaats(gezet, ("", "", ""))
    assert (plaatsing.oordeel, plaatsing.reden) == (Oordeel.WAARSCHIJNLIJK, Reden.ALLEEN_PLEK)
    assert (plaatsing.anker.pagina, plaatsing.anker.vlakken) == (2, (vlak,))
    assert plaatsing.anker.citaat == "Roos van Dalen"


def test_pages_of_a_scan_are_known_by_their_pictures() -> None:
    oud = Documenttekst(paginas=("", ""), beelden=(Bladbeeld(0x0F0F_0F0F_0F0F_0F0F), Bladbeeld(0x00FF_00FF_00FF_00FF)))
    wordt = (0, 0x00FF_00FF_00FF_00FE, 0x0F0F_0F0F_0F0F_0F0C)
    nieuw = Documenttekst(paginas=("", "", ""), beelden=tuple(map(Bladbeeld, wordt)))
    (plaatsing,) = verplaats([Anker(versie="oud", pagina=1)], oud, nieuw, versie="nieuw")
    assert (plaatsing.oordeel, plaatsing.anker.pagina) == (Oordeel.WAARSCHIJNLIJK, 3)


def test_on_the_very_same_scan_a_note_is_sure_unless_there_are_two_of_them() -> None:
    een, twee, wit = Bladbeeld(1, "een"), Bladbeeld(1, "twee"), Bladbeeld(0, "wit")
    oud = Documenttekst(paginas=("", "", ""), beelden=(een, twee, wit))
    vlak = Vlak(1, 60.0, 300.0, 200.0, 340.0)
    ankers = [
        Anker(versie="oud", pagina=1, vlakken=(vlak,)),
        Anker(versie="oud", pagina=2),
        Anker(versie="oud", pagina=3),
    ]
    nieuw = Documenttekst(paginas=("", "", "", ""), beelden=(wit, wit, twee, een))
    eerste, tweede, derde = verplaats(ankers, oud, nieuw, versie="nieuw")
    assert [(een.oordeel, een.anker.pagina) for een in (eerste, tweede)] == [(Oordeel.ZEKER, 4), (Oordeel.ZEKER, 3)]
    assert eerste.anker.vlakken == (replace(vlak, pagina=4),)
    assert derde.oordeel is Oordeel.WAARSCHIJNLIJK


def test_without_the_old_text_a_note_is_found_by_its_own_words_and_context() -> None:
    anker = een_anker(STUK, "een natte winter")
    plaatsing = _plaats(anker, (VOORBLAD, *STUK), oud=None)
    assert (plaatsing.oordeel, plaatsing.anker.pagina, plaatsing.anker.begin) == (Oordeel.ZEKER, 4, anker.begin)
    assert _plaats(een_anker(STUK, "een natte winter"), (VOORBLAD,), oud=None).oordeel is Oordeel.NIET_GEVONDEN


def test_without_the_old_text_a_note_in_words_that_only_repeat_is_not_sure() -> None:
    anker = een_anker((" ".join(["ja"] * 46),), "ja ja", 10)
    assert _plaats(anker, (" ".join(["ja"] * 50),), oud=None).oordeel is not Oordeel.ZEKER


def test_a_note_whose_offsets_do_not_fit_the_old_text_is_found_by_its_words() -> None:
    anker = een_anker(STUK, "een natte winter")
    verschoven = tuple(f"{pagina}\n" for pagina in ("Een ander uittreksel van hetzelfde stuk.", BEGROTING, RISICO))
    assert _plaats(anker, (*STUK,), verschoven).anker.citaat == "een natte winter"


woorden = st.text(alphabet="abdegiklmnoprstuv", min_size=2, max_size=9)
bladzijden = st.lists(st.lists(woorden, min_size=25, max_size=70), min_size=1, max_size=3)


@st.composite
def stukken_met_notities(draw: st.DrawFn) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """A paper of random words, and from which word to which notes stand."""
    paginas = draw(bladzijden)
    aantal = sum(len(pagina) for pagina in paginas)
    notities = []
    for _ in range(draw(st.integers(1, 4))):
        van = draw(st.integers(0, aantal - 1))
        notities.append((van, min(aantal, van + draw(st.integers(1, 12)))))
    return tuple(f"{' '.join(pagina)}\n" for pagina in paginas), notities


def _ankers(paginas: tuple[str, ...], notities: list[tuple[int, int]]) -> list[Anker]:
    sporen = []
    alles = "".join(paginas)
    plek = 0
    for woord in alles.split():
        plek = alles.index(woord, plek)
        sporen.append((plek, plek + len(woord)))
        plek += len(woord)
    return [anker_op(paginas, sporen[van][0], sporen[tot - 1][1]) for van, tot in notities]


@given(stukken_met_notities())
def test_on_the_same_version_every_note_stays_where_it_is(
    stuk: tuple[tuple[str, ...], list[tuple[int, int]]],
) -> None:
    paginas, notities = stuk
    ankers = _ankers(paginas, notities)
    plaatsingen = verplaats(ankers, tekst(*paginas), tekst(*paginas), versie="oud")
    assert [plaatsing.anker for plaatsing in plaatsingen] == ankers
    assert {plaatsing.oordeel for plaatsing in plaatsingen} == {Oordeel.ZEKER}


@given(stukken_met_notities(), bladzijden)
def test_every_note_comes_back_once_and_is_sure_only_on_the_words_it_had(
    stuk: tuple[tuple[str, ...], list[tuple[int, int]]], ander: list[list[str]]
) -> None:
    paginas, notities = stuk
    ankers = _ankers(paginas, notities)
    nieuw = tuple(" ".join(pagina) for pagina in ander)
    for oud in (tekst(*paginas), None):
        plaatsingen = verplaats(ankers, oud, tekst(*nieuw), versie="nieuw")
        assert len(plaatsingen) == len(ankers)
        for anker, plaatsing in zip(ankers, plaatsingen, strict=True):
            assert plaatsing.anker.versie == "nieuw"
            if plaatsing.oordeel is Oordeel.NIET_GEVONDEN:
                assert plaatsing.anker.citaat == anker.citaat
            if plaatsing.oordeel is Oordeel.ZEKER:
                assert "".join(plaatsing.anker.citaat.split()) == "".join(anker.citaat.split())


@given(stukken_met_notities(), st.lists(st.integers(10, 99_999), min_size=5, max_size=80))
def test_pages_put_in_before_never_change_the_words_under_a_note(
    stuk: tuple[tuple[str, ...], list[tuple[int, int]]], getallen: list[int]
) -> None:
    paginas, notities = stuk
    ankers = _ankers(paginas, notities)
    nieuw = (" ".join(str(getal) for getal in getallen) + "\n", *paginas)
    for anker, plaatsing in zip(ankers, verplaats(ankers, tekst(*paginas), tekst(*nieuw), versie="nieuw"), strict=True):
        assert plaatsing.oordeel is not Oordeel.NIET_GEVONDEN
        assert plaatsing.anker.citaat == anker.citaat
        assert (plaatsing.anker.pagina, plaatsing.anker.begin) == (anker.pagina + 1, anker.begin)
