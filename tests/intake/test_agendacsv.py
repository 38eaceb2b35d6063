"""An agenda from a spreadsheet."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bouwers import een_agendapunt, een_opname
from tk_desktop.domain.agenda import Behandeling, Inleider
from tk_desktop.domain.puntregel import Puntregel
from tk_desktop.export.agendacsv import write_csv
from tk_desktop.intake.agendacsv import AgendalijstOnleesbaar, lees_agendalijst


def _lees(tmp_path: Path, inhoud: str, codering: str = "utf-8") -> tuple[Puntregel, ...]:
    pad = tmp_path / "agenda.csv"
    pad.write_bytes(inhoud.encode(codering))
    return lees_agendalijst(pad)


def test_a_list_of_titles_alone_is_an_agenda(tmp_path: Path) -> None:
    assert _lees(tmp_path, "Titel\nOpening\n\n Veilige  oevers \n") == (
        Puntregel(titel="Opening"), Puntregel(titel="Veilige oevers"),
    )  # fmt: skip


def test_what_a_spreadsheet_says_is_read_whatever_its_separator_and_letters(tmp_path: Path) -> None:
    kop = "nummer{0}titel{0}duur{0}behandeling{0}inleiders{0}besloten\n"
    tekst = kop + "2{0}Oever{0}20{0}Ter bespreking{0}Zoë (dpg){0}\n2a{0}Plan{0}{0}{0}{0}ja\n"
    verwacht = (
        Puntregel(titel="Oever", duur=20, behandeling=frozenset([Behandeling.BESPREKING]), inleiders=(("Zoë", "dpg"),)),
        Puntregel(titel="Plan", is_sub=True, besloten=True),
    )
    assert _lees(tmp_path, tekst.format(";")) == verwacht
    assert _lees(tmp_path, tekst.format(","), "cp1252") == verwacht


@pytest.mark.parametrize(
    ("inhoud", "oorzaak"),
    [
        ("", "‘titel’ ontbreekt"),
        ("naam;duur\nOpening;5\n", "‘titel’ ontbreekt"),
        ("titel;duur\nOpening;vijf\n", "regel 2"),
        ("titel;duur\nOpening;5\n;5\n", "regel 3"),
        ("titel;duur\nOpening;-5\n", "regel 2"),
        ("titel;nummer\nOpening;punt één\n", "regel 2"),
        ("titel;behandeling\nOpening;Ter lering\n", "regel 2"),
        ("titel\n" + "Punt\n" * 501, "meer dan 500"),
        ("titel\n" + "x" * 2_000_001, "te groot"),
    ],
)
def test_what_is_no_agenda_is_refused_with_its_line(tmp_path: Path, inhoud: str, oorzaak: str) -> None:
    with pytest.raises(AgendalijstOnleesbaar, match=oorzaak):
        _lees(tmp_path, inhoud)


_tekst = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.tuples(
            _tekst,
            st.none() | st.integers(0, 600),
            st.frozensets(st.sampled_from(Behandeling)),
            st.booleans(),
            _tekst.filter(lambda naam: not set(naam) & set(";()")),
        ),
        max_size=4,
    )
)
def test_an_agenda_is_read_back_as_it_was_written(
    tmp_path: Path, rijen: list[tuple[str, int | None, frozenset[Behandeling], bool, str]]
) -> None:
    punten = [
        een_agendapunt(
            volgorde=f"v{rang}",
            titel=titel,
            duur=duur,
            behandeling=behandeling,
            besloten=besloten,
            toelichting=naam,
            inleiders=(Inleider(id=f"i{rang}", volgorde="i", naam="Roos", rol=naam),),
        )
        for rang, (titel, duur, behandeling, besloten, naam) in enumerate(rijen)
    ]
    gelezen = lees_agendalijst(write_csv(een_opname(agendapunten=punten), tmp_path / "heen.csv"))
    assert [(r.titel, r.duur, r.behandeling, r.besloten, r.inleiders[0][1]) for r in gelezen] == rijen
