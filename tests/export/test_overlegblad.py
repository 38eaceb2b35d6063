"""The planning on paper and in a calendar: the same days, with what stands in the way."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from icalendar import Calendar

from tk_desktop.domain.overleg import Overlegstand
from tk_desktop.domain.zienswijze import Standpunt
from tk_desktop.export.overlegblad import write_overleg
from tk_desktop.export.overlegics import write_overleg_ics
from tk_desktop.export.vorm import Vorm
from tk_desktop.programme.overleg import (
    add_pencjaar,
    add_ronde,
    add_route,
    change_zienswijze,
    read_overleg,
    set_ab,
    set_dagen,
    set_leden,
    set_uiterlijk,
)
from tk_desktop.programme.programmas import add_programma
from tk_desktop.store.werkmap import Store

OP = date(2027, 1, 4)


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Overlegstand]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as store:
        id_ = add_programma(store, "Waterkantse Koers").id
        route = add_route(store, id_, "Begroting 2028", date(2027, 7, 1))
        ao, _, cmt, *_ = read_overleg(store, id_).stappen_van(route.id)
        for stap in (ao, cmt):
            set_leden(store, stap.tafel_id, ["Roos", "Joost"])
        set_dagen(store, cmt.tafel_id, [date(2027, 8, 1)])
        set_ab(store, add_pencjaar(store, id_, 2028).id, date(2027, 7, 1))
        ronde = set_uiterlijk(store, add_ronde(store, id_, "Ontwerp", ["Sluisdam"]).id, date(2027, 6, 15))
        een = read_overleg(store, id_).zienswijzen_van(ronde.id)[0]
        change_zienswijze(store, een.id, standpunt=Standpunt.AFWIJZEND, tekst="Te duur.", ontvangen=date(2027, 6, 20))
        yield read_overleg(store, id_)


def test_paper_names_days_waiting_overlap_terms_and_what_is_to_be_dealt_with(
    stand: Overlegstand, tmp_path: Path
) -> None:
    pdf, word = (write_overleg(stand, tmp_path / f"p{vorm.value}", vorm, op=OP) for vorm in Vorm)
    gedrukt = " ".join(" ".join(blad.get_textpage().get_text_range() for blad in pypdfium2.PdfDocument(pdf)).split())
    document = Document(str(word))
    cellen = [cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells]
    for woorden in ("Overlap: AO en CMT.", "CMT vergadert niet op of voor", "Te duur.", "doorlooptijd 84 dagen"):
        assert woorden in gedrukt
    assert {"8-4-2027", "20-6-2027 (te laat)", "nog te verwerken", "afwijzend"} <= set(cellen)


def test_the_calendar_has_every_day_once_and_the_same_bytes_each_time(stand: Overlegstand, tmp_path: Path) -> None:
    een, ander = (write_overleg_ics(stand, tmp_path / naam, op=OP) for naam in ("a.ics", "b.ics"))
    assert een.read_bytes() == ander.read_bytes()
    dagen = {
        str(deel["summary"]): deel.decoded("dtstart") for deel in Calendar.from_ical(een.read_bytes()).walk("VEVENT")
    }
    assert dagen["AB besluit: Begroting 2028"] == date(2027, 7, 1)
    assert dagen["Uiterlijk zienswijzen: Ontwerp"] == date(2027, 6, 15)
    assert len(dagen) == 5 + 4 + 1
