"""What a damaged text layer reads as; all sentences here are made up."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.intake.herstel import herstel, herstel_regel

SCHADE = "\ufffd"
ARIAL = {"é": 112, "è": 113, "ë": 115, "ï": 119, "–": 177, "“": 179, "”": 180, "‘": 181, "’": 182, "€": 188}
CALIBRI = (
    dict(zip("abcdefghijklm", (258, 271, 272, 282, 286, 296, 336, 346, 349, 361, 364, 367, 373), strict=True))
    | dict(zip("nopqrstuvwxyz", (374, 381, 393, 395, 396, 400, 410, 437, 448, 449, 454, 455, 460), strict=True))
    | dict(zip("ABCDEFGHIJKLM", (4, 17, 18, 24, 28, 38, 39, 44, 47, 58, 60, 62, 68), strict=True))
    | dict(zip("NOPQRSTUVWXYZ", (69, 75, 87, 89, 90, 94, 100, 104, 115, 116, 121, 122, 127), strict=True))
    | dict(zip("0123456789", range(1004, 1014), strict=True))
    | {" ": 3, "ë": 291, ",": 853, ":": 855, ".": 856, "‘": 858, "’": 859, "“": 862, "”": 863, "/": 876, "–": 884}
    | {"(": 894, ")": 895, "€": 934, "+": 829}
)


def _glyph(glyph: int) -> str:
    """Print one glyph as a reader does that knows no characters: each byte by itself."""
    byte = glyph % 256
    if byte == 0x0A:
        return f"{SCHADE}\n"
    if byte < 0x20:
        return SCHADE * 2
    return SCHADE + bytes([byte]).decode("cp1252", errors="replace").replace(SCHADE, "•")


def in_arial(zin: str, *, uitgevuld: bool = False) -> str:
    """Damage a sentence set in Arial; in a justified line the reader adds a real space to each wide gap."""
    glyphs = (_glyph(ARIAL.get(teken, ord(teken) - 29)) for teken in zin)
    return "".join(
        f"{glyph} " if uitgevuld and teken == " " else glyph for teken, glyph in zip(zin, glyphs, strict=True)
    )


def in_calibri(zin: str) -> str:
    """Damage a sentence set in Calibri."""
    return "".join(_glyph(CALIBRI[teken]) for teken in zin)


_GELEZEN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéèëï€–‘’“”?="
_WEG = "0123456789 .,;:()-/%&!+"
zinnen_in_arial = st.text(alphabet=_GELEZEN + _WEG, min_size=1, max_size=60).map("De nota over {}".format)
zinnen_in_calibri = st.text(alphabet="abcdefgijlmnopqrtuvwxyz 0123456789ABCDE", max_size=60).map("prijs {}".format)


@given(zin=zinnen_in_arial)
def test_each_letter_of_a_damaged_nota_comes_back_and_no_digit_is_made_up(zin: str) -> None:
    regel = herstel_regel(in_arial(zin))
    assert len(regel.tekst) == len(zin)
    for was, nu, hersteld in zip(zin, regel.tekst, regel.hersteld, strict=True):
        assert nu == was if was in _GELEZEN else nu in "▯ "
        assert hersteld == (nu != "▯")
    assert regel.verloren == regel.tekst.count("▯")
    assert regel.aangenomen == regel.tekst.count(" ")


@given(zin=zinnen_in_arial)
def test_in_a_justified_line_each_space_is_certain_and_each_digit_stays_lost(zin: str) -> None:
    regel = herstel_regel(in_arial(zin, uitgevuld=True) + in_arial("e"))
    for was, nu in zip(f"{zin}e", regel.tekst, strict=True):
        if was in _GELEZEN or was == " ":
            assert nu == was
        else:
            assert nu == "▯" or regel.aangenomen
    assert regel.aangenomen == sum(nu == " " != was for was, nu in zip(f"{zin}e", regel.tekst, strict=True))


@given(zin=zinnen_in_calibri)
def test_the_letters_and_digits_of_a_slide_come_back_and_a_to_e_stay_lost(zin: str) -> None:
    regel = herstel_regel(in_calibri(zin))
    for was, nu in zip(zin, regel.tekst, strict=True):
        assert nu == ("▯" if was in "abcdeABCDE " else was)


_WOORDEN = (
    *(
        "samen",
        "Zorg",
        "zijn",
        "het",
        "Regio",
        "Wij",
        "wonen",
        "Plan",
        "Wmo",
        "Sport",
        "Provincie",
        "Huis",
        "hun",
        "hulp",
    ),
    *("‘huis’", "‘open’", "‘zo’n’", "‘’ruim’’", "“Thuis”", "“iets”", "“Samen”", "regio’s", "thema’s", "Rijk", "Zij"),
    *("(wijk)", "(uur)", "(12)", "€900)", "–", "2024:", "jongeren:", "zelf/anders", "Stad", "MER"),
)


@given(woorden=st.lists(st.sampled_from(_WOORDEN), min_size=1, max_size=8))
def test_a_glyph_that_two_characters_share_is_right_or_lost_or_counted_as_a_doubt(woorden: list[str]) -> None:
    zin = " ".join(["prijs", *woorden])
    regel = herstel_regel(in_calibri(zin))
    fout = sum(nu not in ("▯", was) for was, nu in zip(zin, regel.tekst, strict=True))
    assert fout <= regel.aangenomen


_GAAF = re.compile(rf"{SCHADE}|[^\W\d_]‘[^\W\d_]|[^\W\d_]V[^\W\d_]|\bVj|ї")


@given(tekst=st.text(alphabet=st.characters(exclude_categories=["Cs"])).filter(lambda tekst: not _GAAF.search(tekst)))
def test_sound_text_is_never_touched(tekst: str) -> None:
    regels = herstel(tekst)
    assert "\n".join(regel.tekst for regel in regels) == tekst
    assert not any(any(regel.hersteld) or regel.verloren or regel.aangenomen for regel in regels)


@given(tekst=st.text(alphabet=f"{SCHADE}{SCHADE}{SCHADE}\n ]v‰De¼k!ABtx‡µ•\u0301ї‘V’1"))
def test_whatever_the_damage_each_line_has_its_answer_and_none_holds_a_replacement_character(tekst: str) -> None:
    regels = herstel(tekst)
    assert "\n".join(regel.ruw for regel in regels) == tekst
    assert not any(SCHADE in regel.tekst or "\n" in regel.tekst for regel in regels)


@pytest.mark.parametrize(
    ("ruw", "tekst"),
    [
        (f"het {SCHADE}nanciële kader", "het financiële kader"),
        (f"een pro{SCHADE}el van de wijk", "een profiel van de wijk"),
        (f"de pati{SCHADE}snt belt", "de pati▯nt belt"),
        ("de re‘le kosten van cli‘nten", "de reële kosten van cliënten"),
        ("de co‘ffici‘nt", "de coëfficiënt"),
        (f"dat is goed.{SCHADE}  \u0301", "dat is goed.”"),
        ("een moVe over de sVlte", "een moVe over de sVlte"),
        ("een locaVe en twee donaVes in arVkel 3", "een locatie en twee donaties in artikel 3"),
        ("de egoїst", "de egoïst"),
        (f"{SCHADE}‡ eerste punt", "• eerste punt"),
        (f"mei {SCHADE}t juni", "mei – juni"),
    ],
)
def test_single_damaged_characters_read_as_they_were_meant(ruw: str, tekst: str) -> None:
    assert herstel_regel(ruw).tekst == tekst


@pytest.mark.parametrize(
    "tekst",
    ["zo‘n plan", "de auto‘s", "de ‘eigen’ lijn", "zei‘eigen’ en", "kosten doorlopendVoor nu", "NieuweVroeghulp"],
)
def test_text_that_only_looks_damaged_stays_as_it_is(tekst: str) -> None:
    assert herstel_regel(tekst).tekst == tekst


def test_an_amount_never_gets_digits_and_shows_how_many_are_gone() -> None:
    regel = herstel_regel(f"een bijdrage van {in_arial('€ 12.500,')}- per jaar")
    assert regel.tekst == "een bijdrage van € ▯▯▯▯▯▯▯- per jaar"
    assert regel.tekst.count("▯") == regel.verloren == 7
    assert regel.aangenomen == 1


@pytest.mark.parametrize(("ruw", "tekst"), [(f"{in_arial('= €1')}50,-", "= €▯50,-"), (f"{in_arial('€5')},-", "€▯,-")])
def test_a_lost_glyph_that_may_be_a_digit_of_a_sound_amount_is_no_space(ruw: str, tekst: str) -> None:
    assert herstel_regel(ruw).tekst == tekst


def test_words_keep_their_spaces_while_punctuation_stays_open() -> None:
    assert herstel_regel(in_arial("De wethouder, de raad")).tekst == "De wethouder▯ de raad"
    assert herstel_regel(in_arial("op 12 mei komt")).tekst == "op ▯▯ mei komt"


def test_an_apostrophe_that_came_out_as_the_end_of_a_line_joins_its_halves() -> None:
    zin = "Het plan 'Goede buren' is af"
    ruw = f"eerst\n{in_arial(zin)}\nlaatst"
    regels = herstel(ruw)
    assert [regel.tekst for regel in regels] == ["eerst", zin, "", "", "laatst"]
    assert [regel.ruw for regel in regels] == ruw.split("\n")


def test_a_line_without_the_other_half_of_its_last_glyph_ends_in_one_lost_character() -> None:
    regels = herstel(f"{in_arial('Goede')}{SCHADE}\ngewone regel")
    assert [regel.tekst for regel in regels] == ["Goede▯", "gewone regel"]


def test_a_quote_of_a_nota_stands_beside_sound_text_and_a_line_of_a_slide_holds_both_fonts() -> None:
    assert herstel_regel(f"{in_arial('‘')}Nieuwe buren{in_arial('’')}").tekst == "‘Nieuwe buren’"
    assert herstel_regel(f"{in_calibri('wijkplan')} (zie {in_calibri('blz')})").tekst == "wijkpl▯n (zie ▯lz)"


def test_a_word_in_a_drawn_scheme_reads_with_its_ligature() -> None:
    in_schema = "".join(f"{SCHADE}{'k' if teken == '*' else chr(ord(teken) - 32)}" for teken in "Aanbraakcij*ers")
    assert herstel_regel(in_schema).tekst == "Aanbraakcijfiers"


def test_double_spaces_stay_as_they_are() -> None:
    assert herstel_regel("Geachte  voorzitter,").tekst == "Geachte  voorzitter,"
