"""What two secretaries wrote apart, in words that a person can choose by."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_nota,
    een_opname,
    een_sectie,
    een_stuk,
    een_vergadering,
)
from tests.uitwisselwereld import Laptop, Wereld
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.conflicten import list_geschillen


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    wereld = Wereld(tmp_path)
    bewaar(
        wereld["s1"].store,
        een_opname(
            gremium=een_gremium(id="g"),
            vergadering=een_vergadering(id="v", gremium_id="g"),
            agendapunten=[een_agendapunt(id="p", vergadering_id="v", titel="Sluis")],
            stukken=[een_stuk(id="s", vergadering_id="v", agendapunt_id="p", titel="Plan voor de sluis")],
            notas={"s": een_nota(id="n", secties=(een_sectie(id="se", kop="Inleiding", tekst="Begin"),))},
        ),
    )
    wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    wereld["s2"].stuur(wereld["s1"])
    wereld["s1"].stuur(wereld["s2"])
    yield wereld
    wereld.sluit()


def _sql(laptop: Laptop, opdracht: str) -> None:
    with laptop.store.transaction():
        laptop.store._db.execute(opdracht)


def _uiteen(wereld: Wereld, veld: str, tabel: str, een: str, ander: str) -> Laptop:
    s, s2 = wereld["s1"], wereld["s2"]
    _sql(s, f"UPDATE {tabel} SET {veld} = {een}")
    _sql(s2, f"UPDATE {tabel} SET {veld} = {ander}")
    s.stuur(s2)
    return s2


def test_a_title_that_two_changed_is_asked_by_what_each_wrote(wereld: Wereld) -> None:
    s2 = _uiteen(wereld, "titel", "agendapunt", "'Sluis bij Veenhoek'", "'De sluis'")
    (geschil,) = list_geschillen(s2.store)
    assert geschil.waar in {"1 De sluis › titel", "1 Sluis bij Veenhoek › titel"}
    assert [(een.wie, een.tekst) for een in geschil.keuzes] == [
        ("Van mij", "De sluis"),
        ("Van Roos", "Sluis bij Veenhoek"),
    ]
    assert [een.staat_er for een in geschil.keuzes].count(True) == 1
    assert (geschil.vergadering_id, geschil.agendapunt_id) == ("v", "p")


def test_of_a_long_text_both_can_be_kept_after_each_other(wereld: Wereld) -> None:
    s2 = _uiteen(wereld, "tekst", "nota_sectie", "'Het oude begin'", "'Een nieuw begin'")
    (geschil,) = list_geschillen(s2.store)
    assert geschil.waar == "1 Sluis › nota ‘Inleiding’ › tekst"
    beide = geschil.keuzes[2]
    assert (beide.wie, beide.tekst) == ("Beide, achter elkaar", "Een nieuw begin\nHet oude begin")
    s2.store.beslis(geschil.conflict, beide.waarde)
    assert list_geschillen(s2.store) == ()
    s2.stuur(wereld["s1"])
    assert wereld["s1"].store.notas.get("n").secties[0].tekst == "Een nieuw begin\nHet oude begin"


def test_secrecy_is_asked_in_yes_and_no(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    for laptop, waarde in ((s, 1), (s2, 1)):
        _sql(laptop, f"UPDATE agendapunt SET besloten = {waarde}")
    _sql(s2, "UPDATE agendapunt SET besloten = 0")
    s.stuur(s2)
    (geschil,) = list_geschillen(s2.store)
    assert geschil.waar.endswith("› besloten of niet")
    assert {een.tekst for een in geschil.keuzes} == {"ja", "nee"}


def test_what_one_took_away_while_another_wrote_in_it_stays_until_somebody_chooses(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    _sql(s, "DELETE FROM stuk")
    _sql(s, "DELETE FROM agendapunt")
    _sql(s2, "UPDATE agendapunt SET titel = 'De sluis'")
    s.stuur(s2)
    geschil = next(een for een in list_geschillen(s2.store) if een.conflict.tabel == "agendapunt")
    assert geschil.waar == "1 De sluis › verwijderen"
    assert [een.wie for een in geschil.keuzes] == ["Laten staan", "Toch verwijderen (Roos)"]
