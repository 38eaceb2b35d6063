"""A list of acties in Word is read: ours as it was written, and those of others by what their columns say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.test_actielijst import OP, POSTEN
from tests.intake.wordpapieren import een_blad
from tests.zittingbouwers import een_actie
from tk_desktop.domain.actie import Actiestaat
from tk_desktop.domain.actielijst import Actiepost, Indeling
from tk_desktop.export.actielijst import write_actielijst
from tk_desktop.export.vorm import Vorm
from tk_desktop.intake.lezing import GelezenActielijst, Lezing
from tk_desktop.intake.word import lees_word_stuk

_WOORD = st.text("abcdefgé", min_size=2, max_size=8)
_ZIN = st.lists(_WOORD, min_size=2, max_size=5).map(lambda woorden: " ".join(woorden).capitalize())
_DAG = st.none() | st.dates(date(2025, 1, 1), date(2027, 12, 31))


def _lees(map_: Path, titel: Sequence[str], rijen: Sequence[Sequence[str]]) -> Lezing:
    return lees_word_stuk(een_blad(map_ / "lijst.docx", titel, rijen))


def _lijst(lezing: Lezing) -> GelezenActielijst:
    assert lezing.actielijst is not None
    return lezing.actielijst


@settings(max_examples=12, deadline=None)
@given(
    wat=st.lists(st.tuples(_ZIN, _WOORD, _DAG, st.sampled_from([Actiestaat.OPEN, Actiestaat.BEZIG])), min_size=1,
                 max_size=4, unique_by=lambda rij: rij[0]),
    per=st.sampled_from(Indeling),
)  # fmt: skip
def test_our_own_list_comes_back_as_it_was(wat: list[tuple[str, str, date | None, Actiestaat]], per: Indeling) -> None:
    posten = [
        Actiepost(actie=een_actie(id=str(nr), tekst=tekst, door=door, voor=voor, staat=staat), gremium="BC WK")
        for nr, (tekst, door, voor, staat) in enumerate(wat)
    ]
    with TemporaryDirectory() as map_:
        lijst = _lijst(lees_word_stuk(write_actielijst(posten, Path(map_) / "a.docx", Vorm.WORD, op=OP, per=per)))
    assert lijst.datum == OP
    gelezen = {(een.actie.tekst, een.actie.door, een.actie.voor, een.staat) for een in lijst.acties}
    assert gelezen == set(wat)


def test_what_our_list_tells_of_an_action_comes_along(tmp_path: Path) -> None:
    dicht = (replace(POSTEN[0], besloten=True), *POSTEN[1:])
    lijst = _lijst(lees_word_stuk(write_actielijst(dicht, tmp_path / "a.docx", Vorm.WORD, op=OP)))
    per_tekst = {een.actie.tekst: een for een in lijst.acties}
    een = per_tekst["Belt de aannemer"]
    assert (een.stand, een.ontstaan, een.actie.besloten) == ("gemaild", date(2026, 3, 11), True)
    assert per_tekst['=HYPERLINK("x")'].actie.door == ""
    assert per_tekst["Mailt"].staat is Actiestaat.GEDAAN


def test_a_list_of_others_is_read_by_its_columns(tmp_path: Path) -> None:
    rijen = [
        ("Nr", "Datum", "Onderwerp", "Actie", "Wie", "Wanneer", "Status"),
        ("1", "11-3-2026", "Kade", "Offerte vragen", "Roos van Dalen", "1 april", "loopt"),
        ("2", "11-3-2026", "", "Brief versturen", "dpg", "z.s.m.", "Afgehandeld op 12 maart"),
        ("3", "", "Sluis", "Sluis: hek plaatsen", "", "", "nog niet gereed"),
    ]
    lezing = _lees(tmp_path, ["Actielijst Bestuurscommissie Waterkant", "Bijgewerkt 18 maart 2026"], rijen)
    lijst = _lijst(lezing)
    eerste, tweede, derde = lijst.acties
    assert lijst.datum == date(2026, 3, 18)
    assert (eerste.actie.tekst, eerste.actie.door) == ("Kade: Offerte vragen", "Roos van Dalen")
    assert (eerste.actie.voor, eerste.staat, eerste.ontstaan) == (date(2026, 4, 1), Actiestaat.BEZIG, date(2026, 3, 11))
    assert (tweede.staat, tweede.stand) == (Actiestaat.GEDAAN, "Afgehandeld op 12 maart")
    assert (derde.actie.tekst, derde.staat) == ("Sluis: hek plaatsen", Actiestaat.OPEN)
    vragen = [twijfel.wat for twijfel in lezing.twijfels]
    assert "Bij 1 actie staat niet wie haar doet." in vragen
    assert any("z.s.m." in vraag for vraag in vragen), "what is no day is asked, never guessed"


def test_a_table_of_subjects_is_a_list_only_under_a_title_that_says_so(tmp_path: Path) -> None:
    rijen = [("Onderwerp", "Trekker", "Gereed"), ("Kade herstellen", "Roos", "1 mei 2026")]
    assert _lees(tmp_path, ["Planning 2026"], rijen).actielijst is None
    assert len(_lijst(_lees(tmp_path, ["Afsprakenlijst 4 maart 2026"], rijen)).acties) == 1


def test_a_plan_with_a_table_of_who_does_what_is_no_list(tmp_path: Path) -> None:
    fasen = [f"De kade is oud en wordt in fase {nr} hersteld met steen uit de haven." for nr in range(20)]
    plan = ["Plan voor de kade", *fasen]
    rijen = [("Wat", "Wie", "Wanneer"), ("Steen kopen", "Roos", "1 mei 2026")]
    assert _lees(tmp_path, plan, rijen).actielijst is None
    assert len(_lijst(_lees(tmp_path, plan[:2], rijen)).acties) == 1


def test_lines_that_say_who_does_what_are_asked_about(tmp_path: Path) -> None:
    regels = ["Actiepunten 4 maart 2026", "- Roos van Dalen: begroting nazien voor 12 maart", "Verder niets."]
    lijst = _lijst(_lees(tmp_path, regels, []))
    (een,) = lijst.acties
    assert (een.actie.door, een.actie.tekst, een.actie.voor) == (
        "Roos van Dalen", "begroting nazien voor 12 maart", date(2026, 3, 12),
    )  # fmt: skip
    assert "Klopt dat?" in een.vraag


def test_a_verslag_that_names_its_acties_itself_does_not_get_them_twice(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Verslag Bestuurscommissie Waterkant, 4 maart 2026")
    for rijen in (
        [
            ("Nr", "Onderwerp", "Voorstel", "Beslissing", "Actie door"),
            ("1", "Kade", "", "Roos vraagt offertes.", "Roos"),
        ],
        [("Actie", "Wie"), ("Offertes vragen", "Roos")],
    ):
        tabel = document.add_table(rows=0, cols=len(rijen[0]))
        for rij in rijen:
            for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
                cel.text = tekst
        document.add_paragraph("Actielijst")
    document.save(str(tmp_path / "verslag.docx"))
    lezing = lees_word_stuk(tmp_path / "verslag.docx")
    assert len(lezing.verslagen) == 1
    assert lezing.actielijst is None
    assert any("lijst met 1 actie" in twijfel.wat for twijfel in lezing.twijfels)
