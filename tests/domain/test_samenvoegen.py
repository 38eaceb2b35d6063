"""Two people changed one text: together where that is clear, else neither is touched."""

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.samenvoegen import voeg_samen

regels = st.lists(st.sampled_from(["Kop", "Wij stellen voor:", "- de oever", "- de sluis", "", "Slot"]), max_size=6)
teksten = regels.map("\n".join)
BASIS = "Aanleiding\nDe oever zakt.\n\nVoorstel\nHerstel de oever."


def test_changes_in_different_paragraphs_come_together() -> None:
    een = BASIS.replace("De oever zakt.", "De oever zakt snel.")
    ander = BASIS.replace("Herstel de oever.", "Herstel de oever in mei.")
    assert voeg_samen(BASIS, een, ander) == "Aanleiding\nDe oever zakt snel.\n\nVoorstel\nHerstel de oever in mei."


def test_changes_in_the_same_line_stay_apart() -> None:
    een = BASIS.replace("zakt", "zakt snel")
    ander = BASIS.replace("zakt", "zakt langzaam")
    assert voeg_samen(BASIS, een, ander) is None


def test_changes_in_neighbouring_lines_stay_apart() -> None:
    een = BASIS.replace("Voorstel", "Ons voorstel")
    ander = BASIS.replace("Herstel de oever.", "Herstel alles.")
    assert voeg_samen(BASIS, een, ander) is None


def test_two_paragraphs_put_in_at_one_place_stay_apart() -> None:
    assert voeg_samen(BASIS, f"{BASIS}\nEen", f"{BASIS}\nTwee") is None


@given(teksten, teksten)
def test_who_did_nothing_stands_in_nobodys_way(basis: str, ander: str) -> None:
    assert voeg_samen(basis, basis, ander) == ander
    assert voeg_samen(basis, ander, basis) == ander
    assert voeg_samen(basis, ander, ander) == ander


@given(teksten, teksten, teksten)
def test_it_does_not_matter_who_comes_first(basis: str, een: str, ander: str) -> None:
    assert voeg_samen(basis, een, ander) == voeg_samen(basis, ander, een)


@given(regels, regels, regels, regels)
def test_what_is_done_at_two_ends_of_a_text_is_all_there(
    a: list[str], b: list[str], c: list[str], d: list[str]
) -> None:
    midden = ["=eerste=", "=tweede=", "=derde="]
    basis, een, ander = [*a, *midden, *b], [*c, *midden, *b], [*a, *midden, *d]
    samen = voeg_samen("\n".join(basis), "\n".join(een), "\n".join(ander))
    assert samen == "\n".join([*c, *midden, *d])
