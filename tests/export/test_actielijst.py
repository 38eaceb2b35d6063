"""The list of actions goes to paper, to a workbook and to a calendar."""

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.zittingbouwers import een_actie
from tk_desktop.domain.actie import Actiestaat, Standregel
from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.export.actielijst import write_actielijst, write_actielijst_ics, write_actielijst_xlsx
from tk_desktop.export.vorm import Vorm
from tk_desktop.paper.reading import lees_pdf

OP = date(2026, 4, 1)
STAND = Standregel(id="s", volgorde="a", datum=date(2026, 3, 12), tekst="gemaild")
POSTEN = (
    Actiepost(
        actie=een_actie(id="een", tekst="Belt de aannemer", voor=date(2026, 3, 31), standen=(STAND,)),
        gremium="BC WK",
        uit="BC WK 11-3-2026, punt 2",
    ),
    Actiepost(actie=een_actie(id="twee", tekst='=HYPERLINK("x")', door="", voor=None), gremium="BC WK"),
    Actiepost(
        actie=een_actie(id="drie", tekst="Mailt", staat=Actiestaat.GEDAAN, voor=OP, afgedaan=OP, door="roos"),
        gremium="BC WK",
    ),
)


def _woorden(bestand: Path) -> str:
    return " ".join(" ".join(lees_pdf(bestand).paginas).split())


def test_on_paper_the_list_stands_by_owner_with_nobody_last(tmp_path: Path) -> None:
    tekst = _woorden(write_actielijst(POSTEN, tmp_path / "a.pdf", Vorm.PDF, op=OP, wie="BC WK"))
    assert tekst.index("roos") < tekst.index("Waterkant/directie") < tekst.index("Nog niemand")
    assert "31-3-2026 BC WK 11-3-2026, punt 2 open, te laat: 12-3-2026 gemaild" in tekst
    assert "Stand op woensdag 1 april 2026 · BC WK" in tekst


def test_an_empty_list_says_so(tmp_path: Path) -> None:
    assert "Er zijn geen acties." in _woorden(write_actielijst((), tmp_path / "a.pdf", Vorm.PDF, op=OP))


def test_a_list_with_anything_besloten_says_so_at_the_top_on_each_page_and_at_the_action(tmp_path: Path) -> None:
    dicht = (replace(POSTEN[0], besloten=True), POSTEN[1])
    tekst = _woorden(write_actielijst(dicht, tmp_path / "a.pdf", Vorm.PDF, op=OP, merken=("GEHEIM op grond 2",)))
    assert "Besloten: dit stuk" in tekst
    assert "gemaild (besloten)" in tekst
    assert "Actielijst 1-4-2026 (besloten)" in tekst
    assert "GEHEIM op grond 2" in tekst
    assert "besloten" not in _woorden(write_actielijst(POSTEN, tmp_path / "b.pdf", Vorm.PDF, op=OP)).casefold()


def test_a_workbook_has_a_column_that_says_what_is_besloten(tmp_path: Path) -> None:
    bestand = write_actielijst_xlsx([replace(POSTEN[0], besloten=True)], tmp_path / "a.xlsx", op=OP)
    with zipfile.ZipFile(bestand) as pakket:
        woorden = pakket.read("xl/sharedStrings.xml").decode()
    assert ">Besloten<" in woorden
    assert ">besloten<" in woorden


def test_a_workbook_holds_days_as_days_and_no_formula(tmp_path: Path) -> None:
    bestand = write_actielijst_xlsx(POSTEN, tmp_path / "a.xlsx", op=OP)
    with zipfile.ZipFile(bestand) as pakket:
        blad = pakket.read("xl/worksheets/sheet1.xml").decode()
        woorden = pakket.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in blad
    assert "=HYPERLINK" in woorden
    assert f"<v>{(date(2026, 3, 31) - date(1899, 12, 30)).days}</v>" in blad


def test_only_what_has_a_day_goes_to_a_calendar_and_keeps_its_name_there(tmp_path: Path) -> None:
    kalender = Calendar.from_ical(write_actielijst_ics(POSTEN, tmp_path / "a.ics").read_bytes())
    taken = {str(taak["uid"]): taak for taak in kalender.walk("VTODO")}
    assert set(taken) == {"een@tk-desktop", "drie@tk-desktop"}
    assert str(taken["een@tk-desktop"]["summary"]) == "Belt de aannemer (Waterkant/directie)"
    assert taken["een@tk-desktop"].decoded("due") == OP
    assert str(taken["drie@tk-desktop"]["status"]) == "COMPLETED"


def test_a_besloten_action_is_marked_in_a_calendar(tmp_path: Path) -> None:
    posten = [replace(POSTEN[0], besloten=True), POSTEN[0]]
    kalender = Calendar.from_ical(write_actielijst_ics(posten, tmp_path / "a.ics").read_bytes())
    dicht, open_ = kalender.walk("VTODO")
    assert str(dicht["summary"]).startswith("Besloten: Belt")
    assert str(dicht["class"]) == "CONFIDENTIAL"
    assert "class" not in open_


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx", ".ics"])
def test_the_same_list_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    def schrijf(naam: str) -> bytes:
        doel = tmp_path / f"{naam}{ending}"
        match ending:
            case ".xlsx":
                write_actielijst_xlsx(POSTEN, doel, op=OP)
            case ".ics":
                write_actielijst_ics(POSTEN, doel)
            case _:
                write_actielijst(POSTEN, doel, Vorm(ending), op=OP)
        return doel.read_bytes()

    assert schrijf("een") == schrijf("twee")
