"""The checks together: their order, what was accepted, and that a meeting in order gives no findings."""

import re
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bouwers import een_agendapunt, een_argument, een_nota, een_opname, een_stuk
from tests.domain.controlehulp import een_hele_vergadering, een_punt_met_nota, samen
from tk_desktop.domain.bevinding import Aanvaarding, Bevinding, Ernst
from tk_desktop.domain.controle import CODES, Controlecontext, controleer
from tk_desktop.domain.controle.zicht import Zicht
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Vorm
from tk_desktop.domain.volgorde import reeks

LEEG = Controlecontext()

een_deel = st.builds(
    lambda aantal, vorm, promise: {"aantal": aantal, "vorm": vorm, "noemt_aantal": promise},
    st.integers(0, 3),
    st.sampled_from([vorm for vorm in Vorm if vorm is not Vorm.INFORMATIENOTA_KORT]),
    st.booleans(),
)


def _hele(delen: list[dict[str, Any]]) -> Momentopname:
    return samen(
        *(
            een_punt_met_nota(
                beloofd=deel["aantal"] * deel["noemt_aantal"],
                genoemd=deel["aantal"],
                ontvangen=deel["aantal"],
                nummer=nummer,
                vorm=deel["vorm"],
                titel=f"Veilige oevers in wijk {nummer}",
            )
            for nummer, deel in enumerate(delen, 1)
        )
    )


def _kapot() -> Momentopname:
    """Return a meeting with faults, warnings and notes on several places."""
    return samen(
        een_punt_met_nota(beloofd=3, genoemd=2, nummer=1, registratienummer="2026-000009"),
        een_punt_met_nota(
            nummer=2, registratienummer="2026-000009", titel="Kade", onderwerp="Fietspad langs het spoor"
        ),
        een_punt_met_nota(nummer=3, registratienummer="33", titel="Sluis"),
        vergadering={"plaats": ""},
    )


def _verplaatst(opname: Momentopname, zaad: int) -> Momentopname:
    plekken = list(reeks(len(opname.agendapunten)))
    Random(zaad).shuffle(plekken)
    punten = [replace(punt, volgorde=plek) for punt, plek in zip(opname.agendapunten, plekken, strict=True)]
    return Momentopname.maak(
        opname.gremium,
        opname.vergadering,
        agendapunten=punten,
        stukken=opname.stukken,
        personen=opname.personen.values(),
        leden=opname.leden,
        versies=opname.versies,
        notas=opname.notas,
        brief=opname.brief,
        aanvaard=opname.aanvaard,
    )


@settings(deadline=None)
@given(st.lists(een_deel, max_size=5))
def test_a_meeting_in_which_all_is_there_gives_no_findings(delen: list[dict[str, Any]]) -> None:
    assert controleer(_hele(delen), LEEG) == ()


@settings(deadline=None)
@given(st.lists(een_deel, max_size=5), st.integers())
def test_a_new_order_of_the_agenda_creates_no_findings(delen: list[dict[str, Any]], zaad: int) -> None:
    assert controleer(_verplaatst(_hele(delen), zaad), LEEG) == ()


@settings(deadline=None)
@given(st.integers())
def test_a_new_order_of_the_agenda_neither_adds_nor_hides_findings(zaad: int) -> None:
    opname = _kapot()
    assert sorted(b.code for b in controleer(_verplaatst(opname, zaad), LEEG)) == sorted(
        b.code for b in controleer(opname, LEEG)
    )


def test_findings_stand_worst_first_and_then_in_the_order_of_the_agenda() -> None:
    gevonden = [(b.ernst, b.code, b.waar) for b in controleer(_kapot(), LEEG)]
    assert gevonden == [
        (Ernst.FOUT, "SH01", "Registratienummer 2026-000009"),
        (Ernst.FOUT, "VL01", "1 Veilige oevers"),
        (Ernst.WAARSCHUWING, "VL11", "Vergadering, plaats"),
        (Ernst.WAARSCHUWING, "SH02", "3 Sluis"),
        (Ernst.INFO, "VL04", "Vergadering"),
        (Ernst.INFO, "SH03", "2 Kade"),
    ]


def _aanvaard(opname: Momentopname, code: str, waar: str) -> Momentopname:
    los = Aanvaarding(id="a", vergadering_id="v", code=code, waar=waar, reden="Bijlage 3 volgt per post.")
    return replace(opname, aanvaard=(los,))


def test_an_accepted_finding_comes_back_as_a_note_with_the_reason() -> None:
    opname = _aanvaard(_kapot(), "VL01", "1 Veilige oevers")
    [gevonden] = [b for b in controleer(opname, LEEG) if b.code == "VL01"]
    assert gevonden.ernst is Ernst.INFO
    assert gevonden.wat.endswith("de nota noemt er 2. Aanvaard: Bijlage 3 volgt per post.")


def test_what_was_accepted_holds_for_one_check_on_one_place_only() -> None:
    kapot = _kapot()
    ongewijzigd = controleer(kapot, LEEG)
    for code, waar in (("VL02", "1 Veilige oevers"), ("VL01", "2 Kade"), ("SH01", "Registratienummer 2026-000001")):
        assert controleer(_aanvaard(kapot, code, waar), LEEG) == ongewijzigd


def test_what_was_accepted_stays_so_when_the_agenda_is_renumbered() -> None:
    opname = _aanvaard(_kapot(), "VL01", "7b Veilige oevers")
    assert [b.ernst for b in controleer(opname, LEEG) if b.code == "VL01"] == [Ernst.INFO]


def test_what_was_accepted_of_one_year_does_not_hold_for_the_next() -> None:
    opname = samen(een_punt_met_nota(beloofd=3, genoemd=2, titel="Begroting 2027 van de oevers"))
    for waar, ernst in (
        ("1 Begroting 2026 van de oevers", Ernst.FOUT),
        ("4c Begroting 2027 van de oevers", Ernst.INFO),
    ):
        assert [b.ernst for b in controleer(_aanvaard(opname, "VL01", waar), LEEG) if b.code == "VL01"] == [ernst]


def test_a_leak_that_was_accepted_stays_so_when_the_agenda_is_renumbered() -> None:
    geheim = een_agendapunt(titel="Aankoop Molenkade 3", besloten=True)
    opname = een_hele_vergadering(punten=[geheim], brief={"onderwerp": "Aankoop Molenkade 3"})
    waar = "Uitnodigingsbrief, onderwerp (besloten: 4a Aankoop Molenkade 3)"
    assert [b.ernst for b in controleer(_aanvaard(opname, "GH01", waar), LEEG)] == [Ernst.INFO]


def test_of_two_papers_with_one_title_only_the_accepted_one_is_silenced() -> None:
    opname = samen(een_punt_met_nota(beloofd=3, genoemd=2), een_punt_met_nota(beloofd=3, genoemd=2, nummer=2))

    def ernst(waar: str) -> list[Ernst]:
        return sorted(b.ernst for b in controleer(_aanvaard(opname, "VL01", waar), LEEG) if b.code == "VL01")

    assert ernst("1 Veilige oevers") == [Ernst.FOUT, Ernst.INFO]
    assert ernst("5 Veilige oevers") == [Ernst.FOUT, Ernst.FOUT]


def _alle_bevindingen() -> tuple[Bevinding, ...]:
    leeg = een_hele_vergadering(punten=[een_agendapunt(titel="Zie agendapunt 9 op 31 juni ▯ {{x}}")])
    return controleer(_kapot(), LEEG) + controleer(leeg, LEEG)


def test_every_finding_is_told_in_whole_sentences_and_bears_a_listed_code() -> None:
    for bevinding in _alle_bevindingen():
        assert bevinding.code in CODES
        assert bevinding.waar
        for zin in (bevinding.wat, bevinding.waarom, bevinding.zo_herstelt_u):
            assert zin[0].isupper() or zin[0] == "‘" or zin[0].isdigit()
            assert zin.endswith((".", "?"))
            assert "  " not in zin


def test_every_check_has_a_stable_code_and_one_sentence() -> None:
    assert len(set(CODES.values())) == len(CODES)
    for code, regel in CODES.items():
        assert re.fullmatch(r"(VL|SH|DT|DB|BR|NM|TP|GH|BS|AV|ZT|PG|GD)\d\d", code)
        assert regel.endswith(".")


def test_the_heading_of_a_reason_is_named_without_marks_of_print() -> None:
    nota = een_nota(stuk_id="n", argumenten=(een_argument(kop="Het **werk** is \\* nodig"),))
    zicht = Zicht.op(een_opname(stukken=[een_stuk(id="n")], notas={"n": nota}), LEEG)
    [reden] = [tekst for tekst in zicht.teksten if tekst.deel.startswith("argument")]
    assert (reden.deel, reden.tekst) == ("argument ‘Het werk is * nodig’", "Het werk is * nodig\n")


def test_the_same_meeting_gives_the_same_findings() -> None:
    kapot = _kapot()
    assert controleer(kapot, LEEG) == controleer(kapot, Controlecontext())
