"""The rich text of a nota is stored as lines and comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.opmaak import (
    Alinea,
    Blok,
    Lijst,
    Lijstpunt,
    Stukje,
    Tabel,
    Tussenkop,
    bescherm,
    gewoon,
    heeft_besloten,
    lees,
    normaal,
    open_tekst,
    platte_tekst,
    samenvoegen,
    schoon_adres,
    schrijf,
)

woorden = st.text(alphabet=st.sampled_from("abé €1.-*~|[]()\\#_\n"), min_size=1, max_size=12) | st.sampled_from(
    ["uur", "uur a", "9.00 uur"]
)
stukjes = (
    st.lists(
        st.builds(
            Stukje,
            tekst=woorden,
            vet=st.booleans(),
            cursief=st.booleans(),
            besloten=st.booleans(),
            link=st.sampled_from(["", "https://voorbeeld.nl/a_b"]),
        ),
        max_size=4,
    )
    .map(normaal)
    .filter(bool)
)
punten = st.recursive(
    st.builds(Lijstpunt, merk=st.sampled_from(["-", "1.", "a.", "2.1"]), stukjes=stukjes),
    lambda onder: st.builds(
        Lijstpunt,
        merk=st.sampled_from(["-", "3."]),
        stukjes=stukjes,
        onder=st.lists(onder, max_size=2).map(tuple),
    ),
    max_leaves=5,
)
cellen = st.one_of(st.just(()), stukjes)


def _met_brede_cellen(rijen: list[tuple[tuple[Stukje, ...], ...]]) -> Tabel:
    """Let each empty cell right of one with two spans or more be part of it, so that some tables have such cells."""
    samen = {
        (r, k) for r, rij in enumerate(rijen) for k, cel in enumerate(rij) if k and not cel and len(rij[k - 1]) > 1
    }
    return Tabel(tuple(rijen), frozenset(samen))


tabellen = st.integers(1, 3).flatmap(
    lambda n: st.lists(st.tuples(*[cellen] * n), min_size=1, max_size=3).map(_met_brede_cellen)
)
blokken: st.SearchStrategy[Blok] = st.one_of(
    stukjes.map(Alinea),
    stukjes.map(Tussenkop),
    st.lists(punten, min_size=1, max_size=3).map(lambda p: Lijst(tuple(p))),
    tabellen,
)


def _zonder_buren(rij: list[Blok]) -> list[Blok]:
    """Two lists or two tables beside each other are one when read."""
    return [b for i, b in enumerate(rij) if i == 0 or type(b) is not type(rij[i - 1]) or isinstance(b, Alinea)]


@given(st.lists(blokken, max_size=5).map(_zonder_buren))
def test_what_is_written_is_read_back_the_same(rij: list[Blok]) -> None:
    assert list(lees(schrijf(rij))) == rij


@given(st.text())
def test_every_text_is_readable_and_settles(tekst: str) -> None:
    eens = schrijf(lees(tekst))
    assert schrijf(lees(eens)) == eens


@given(st.text())
def test_protected_text_is_one_paragraph_of_exactly_those_words(tekst: str) -> None:
    gelezen = lees(bescherm(tekst))
    assert gelezen == ((Alinea(gewoon(tekst)),) if tekst.split() else ())


def test_a_numbered_list_nests_by_indentation() -> None:
    (lijst,) = lees("1. een\n  a. onder\n2. twee")
    assert isinstance(lijst, Lijst)
    assert [(p.merk, samenvoegen(p.stukjes), len(p.onder)) for p in lijst.punten] == [
        ("1.", "een", 1),
        ("2.", "twee", 0),
    ]


def test_a_reader_of_plain_text_sees_no_marks_of_print() -> None:
    assert platte_tekst("**Let op**\n\n- een *klein* punt\n\n| a | b |") == "Let op\n- een klein punt\na\tb"


@pytest.mark.parametrize("tekst", ["09.00 – 10.30 uur inloop", "10.30 uur sluiting"])
def test_a_clock_time_at_the_start_of_a_line_is_no_list(tekst: str) -> None:
    assert lees(tekst) == (Alinea(gewoon(tekst)),)


@pytest.mark.parametrize(
    ("getypt", "adres"),
    [
        (" https://voorbeeld.nl/a (1) ", "https://voorbeeld.nl/a%281%29"),
        ("www.voorbeeld.nl/kade", "https://www.voorbeeld.nl/kade"),
        ("voorbeeld.nl", "https://voorbeeld.nl"),
        ("roos@voorbeeld.nl", "mailto:roos@voorbeeld.nl"),
        ("tel:010-1234567", "tel:010-1234567"),
        ("javascript:alert(1)", ""),
        ("file:///c:/geheim.docx", ""),
        ("#bladwijzer", ""),
        ("gewoon een zin", ""),
        ("https://", ""),
    ],
)
def test_a_link_leads_to_the_web_to_mail_or_to_a_telephone(getypt: str, adres: str) -> None:
    assert schoon_adres(getypt) == adres
    if adres:
        (alinea,) = lees(schrijf([Alinea((Stukje(tekst="hier", link=adres),))]))
        assert alinea == Alinea((Stukje(tekst="hier", link=adres),))


@given(st.lists(blokken, max_size=4).map(_zonder_buren))
def test_the_open_text_keeps_what_is_open_and_none_of_what_is_besloten(rij: list[Blok]) -> None:
    geheim = "Oesterbank"
    dicht = schrijf(rij).replace("a", "e")
    vol = f"{dicht}\n\nHet bod is ~~{geheim} **{geheim}** [{geheim}](https://{geheim.lower()}.nl)~~ euro."
    open_ = open_tekst(vol)
    assert geheim.casefold() not in open_.casefold()
    assert not heeft_besloten(open_)
    assert "Het bod is [besloten] euro." in platte_tekst(open_)


@pytest.mark.parametrize(
    ("tekst", "over"),
    [
        ("- Eerst\n- ~~Dan~~ meer", "- Eerst\n- [besloten] meer"),
        ("| kop | bod |\n| a | ~~35~~ |", "kop\tbod\na\t[besloten]"),
        ("### ~~Bod~~", "[besloten]"),
        ("Zonder einde ~~tot het eind van de regel\n\nOpen.", "Zonder einde [besloten]\nOpen."),
        ("Niets \\~\\~besloten", "Niets ~~besloten"),
    ],
)
def test_a_besloten_stretch_is_left_out_wherever_it_stands(tekst: str, over: str) -> None:
    assert platte_tekst(open_tekst(tekst)) == over


def test_a_cell_that_fills_two_columns_stays_one_and_an_empty_cell_stays_empty() -> None:
    tekst = "|  | Raming ||\n| Post |  | 2027 |"
    (tabel,) = lees(tekst)
    assert isinstance(tabel, Tabel)
    assert tabel.samen == {(0, 2)}
    assert [tabel.cellen(0), tabel.cellen(1)] == [[(0, 1), (1, 2)], [(0, 1), (1, 1), (2, 1)]]
    assert schrijf([tabel]) == tekst
    assert "samen" not in repr(Tabel(tabel.rijen))
    assert open_tekst("| a | ~~b~~ ||\n| c | d | e |") == "| a | \\[besloten\\] ||\n| c | d | e |"
