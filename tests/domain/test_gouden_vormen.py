"""The forms of Dutch that stand everywhere in the program, as a board writes them (SCREENS T2)."""

from datetime import date, time

import pytest

from tests.bouwers import een_gremium, een_opname, een_vergadering
from tk_desktop.domain.agenda import Behandeling, behandelwijze
from tk_desktop.domain.datum import dag_kort, dagspanne, duur, klok, kort, lang, na_minuten, spanne, uur
from tk_desktop.domain.datuminvoer import lees_dag, lees_klok
from tk_desktop.domain.getal import duizendtal, euro, omvang, procent
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.opsomming import meervoud, opsomming
from tk_desktop.domain.vergaderset import Doelgroep, Onderdeel, Onderdeelsoort, Variant, Vergaderset

DAG = date(2020, 3, 4)
SET = Vergaderset(
    opname=een_opname(
        gremium=een_gremium(naam="Bestuurscommissie Waterkant", afkorting="BC WK"),
        vergadering=een_vergadering(datum=DAG),
    ),
    variant=Variant(doelgroep=Doelgroep.LEDEN),
    onderdelen=(),
)
BIJLAGE = Onderdeel(soort=Onderdeelsoort.BESTAND, anker="b", titel="Kaart", label="2a bijl. 1")


@pytest.mark.parametrize(
    ("geschreven", "vorm"),
    [
        (lang(DAG, met_dag=True), "woensdag 4 maart 2020"),
        (lang(DAG), "4 maart 2020"),
        (kort(DAG), "4-3-2020"),
        (dag_kort(DAG), "wo 4 mrt"),
        (dagspanne(DAG, date(2022, 9, 1)), "4-3-2020 – 1-9-2022"),
        (dagspanne(DAG, None), "vanaf 4-3-2020"),
        (dagspanne(None, DAG), "t/m 4-3-2020"),
        (uur(time(9)), "09.00 uur"),
        (klok(time(14, 32, 5), seconden=True), "14.32.05"),
        (spanne(time(9), time(10, 30)), "09.00 – 10.30 uur"),
        (spanne(time(9), None), "09.00 uur"),
        (spanne(None, time(10, 30)), ""),
        (duur(25), "25 minuten"),
        (duur(61), "1 uur en 1 minuut"),
        (duur(120), "2 uur"),
        (euro(35_000), "€ 35.000,-"),
        (euro(35_000, 50), "€ 35.000,50"),
        (euro(12, 5), "€ 12,05"),
        (euro(-269_565), "-€ 269.565,-"),
        (duizendtal(1_710_942), "1.710.942"),
        (procent(0.45), "45%"),
        (procent(1), "100%"),
        (omvang(0), "1 kB"),
        (omvang(12_400), "12 kB"),
        (omvang(999_600), "1 MB"),
        (omvang(3_400_000), "3,4 MB"),
        (omvang(9_960_000), "10 MB"),
        (omvang(1_212_000_000), "1.212 MB"),
        (meervoud(1, "nota", "nota’s"), "1 nota"),
        (meervoud(3, "nota", "nota’s"), "3 nota’s"),
        (klok(na_minuten(time(9, 55), 10)), "10.05"),
        (lang(lees_dag("wo 4 mrt", DAG), met_dag=True), "woensdag 4 maart 2020"),
        (klok(lees_klok("900")), "09.00"),
        (behandelwijze({Behandeling.BESLUITVORMING, Behandeling.BESPREKING}), "Ter bespreking en besluitvorming"),
        (opsomming(["agenda", "nota", "bijlage"]), "agenda, nota en bijlage"),
        (str(Nummer(1, "A")) + str(Nummer(2, "", "b")), "1A2b"),
        (SET.stempel(BIJLAGE, "37", 212), "BC WK 4-3-2020 · 2a bijl. 1 · blz. 37/212"),
        (SET.titel, "Vergaderset Bestuurscommissie Waterkant 4-3-2020"),
    ],
)
def test_a_form_is_written_as_a_board_writes_it(geschreven: str, vorm: str) -> None:
    assert geschreven == vorm
