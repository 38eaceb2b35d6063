"""A list of acties becomes acties of its body, once."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from tests.bouwers import een_gremium, een_vergadering
from tk_desktop.domain.actie import Actiestaat
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.opnemen import Inname, neem_op
from tk_desktop.intake.werk import VergaderingOnbekend
from tk_desktop.minutes.acties import set_staat
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 4, 5, 9, 0, tzinfo=UTC)
RIJEN = (
    ("Actie", "Wie", "Wanneer", "Stand", "Vergadering"),
    ("Offerte vragen", "Roos van Dalen", "1 mei 2026", "mail verstuurd", "11 maart 2026"),
    ("Brief versturen", "dpg", "", "gereed", ""),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def _neem(store: Store, map_: Path, titel: str = "Actielijst per 18 maart 2026") -> Inname:
    document = docx.Document()
    document.add_paragraph(titel)
    tabel = document.add_table(rows=0, cols=len(RIJEN[0]))
    for rij in RIJEN:
        for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
            cel.text = tekst
    document.save(str(map_ / "lijst.docx"))
    return neem_op(store, lees_bestanden([map_ / "lijst.docx"]), nu=NU)


def test_acties_of_a_list_belong_to_the_body_and_to_the_meeting_of_their_day(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        store.gremia.save(een_gremium(id="g"))
        store.vergaderingen.save(een_vergadering(id="v", gremium_id="g", datum=date(2026, 3, 11)))
    inname = _neem(store, tmp_path)
    een, twee = sorted(store.acties.all(), key=lambda actie: actie.tekst, reverse=True)
    assert (een.vergadering_id, een.ontstaan, een.voor) == ("v", date(2026, 3, 11), date(2026, 5, 1))
    assert [stand.tekst for stand in een.standen] == ["mail verstuurd"]
    assert (twee.vergadering_id, twee.staat, twee.afgedaan) == (None, Actiestaat.GEDAAN, date(2026, 3, 18))
    assert [bron.bestandsnaam for bron in store.bronnen.van_vergadering("v")] == ["lijst.docx"]
    assert inname.plaatsen[0][1].endswith(": 2 acties")


def test_a_list_that_comes_again_adds_nothing_and_asks_what_it_tells_otherwise(store: Store, tmp_path: Path) -> None:
    _neem(store, tmp_path, "Actielijst Dagelijks bestuur 18 maart 2026")
    (gremium,) = store.gremia.all()
    assert gremium.naam == "Dagelijks bestuur"
    brief = next(een for een in store.acties.all() if een.tekst == "Brief versturen")
    set_staat(store, brief.id, Actiestaat.OPEN, op=date(2026, 4, 1))
    inname = _neem(store, tmp_path, "Actielijst Dagelijks bestuur 18 maart 2026")
    assert len(store.acties.all()) == 2
    assert inname.plaatsen[0][1].endswith(": 0 acties (2 waren er al)")
    assert any("volgens de lijst gedaan, hier open" in twijfel.wat for twijfel in inname.twijfels)


def test_a_besloten_list_gives_besloten_acties(store: Store, tmp_path: Path) -> None:
    _neem(store, tmp_path, "Actielijst (besloten) Dagelijks bestuur 18 maart 2026")
    assert all(actie.besloten for actie in store.acties.all())


def test_a_list_of_another_body_is_not_taken_for_that_of_the_only_meeting(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        store.gremia.save(een_gremium(id="g", naam="Bestuurscommissie Waterkant"))
        store.vergaderingen.save(een_vergadering(id="v", gremium_id="g"))
    _neem(store, tmp_path, "Actielijst Bestuurscommissie Veenrand per 18 maart 2026")
    van = {store.gremia.get(actie.gremium_id).naam for actie in store.acties.all() if actie.gremium_id}
    assert van == {"Bestuurscommissie Veenrand"}


def test_a_list_of_nobody_knows_whom_waits(store: Store, tmp_path: Path) -> None:
    with pytest.raises(VergaderingOnbekend):
        _neem(store, tmp_path)
    assert store.acties.all() == ()
