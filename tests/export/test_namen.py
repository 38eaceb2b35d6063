"""Names of files are accepted by every system."""

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.export.namen import veilige_naam, vrije_naam


def test_a_title_keeps_its_words_and_accents() -> None:
    assert veilige_naam("2a Projectplan ‘Fit de klas’ – reünie & co.") == "2a Projectplan ‘Fit de klas’ – reünie & co"


def test_what_windows_forbids_becomes_a_dash() -> None:
    assert veilige_naam('3 Kosten: 2026/2027 "nee" <ja> a|b? c*') == "3 Kosten- 2026-2027 -nee- -ja- a-b- c"
    assert veilige_naam("..\\..\\geheim") == "geheim" or not set(veilige_naam("..\\..\\geheim")) & set("\\/")


def test_a_name_that_windows_keeps_for_itself_is_changed() -> None:
    assert [veilige_naam(naam) for naam in ("CON", "aux.pdf", "Com1", "Contract")] == [
        "_CON", "_aux.pdf", "_Com1", "Contract",
    ]  # fmt: skip


def test_a_sign_that_turns_the_reading_order_is_left_out() -> None:
    assert veilige_naam("nota\u202efdp.exe\u200b") == "notafdp.exe"


@given(st.text())
def test_every_title_gives_a_name_that_can_be_a_file(titel: str) -> None:
    naam = veilige_naam(titel)
    assert 0 < len(naam) <= 91
    assert not set(naam) & set('<>:"/\\|?*')
    assert not any(ord(teken) < 32 for teken in naam)
    assert naam == naam.strip(" .")


@given(st.lists(st.sampled_from(["Kaart", "kaart", "Plan"]), max_size=8))
def test_no_two_names_differ_only_by_case(titels: list[str]) -> None:
    namen: list[str] = []
    for titel in titels:
        namen.append(vrije_naam(titel, ".pdf", namen))
    assert len({naam.casefold() for naam in namen}) == len(titels)
