"""``tk verslag``: the papers of a meeting that was held, for everybody unless the closed form is asked for."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_vergadering
from tests.cli.hulp import tk
from tests.zittingbouwers import bewaar_zitting, een_actie, een_besluit, een_presentie, een_zitting
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.verslag import Puntverslag
from tk_desktop.minutes.verslagen import approve_verslag
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.store.werkmap import Store

GEHEIM = "Oesterbank"


@pytest.fixture
def gehouden(tmp_path: Path) -> Path:
    """A werkmap with a meeting that was held, one besloten item in it, and a meeting to come."""
    werkmap = tmp_path / "werkmap"
    gremium = een_gremium(id="bc")
    punten = [
        een_agendapunt(id="oever", vergadering_id="maart", titel="Veilige oevers"),
        een_agendapunt(id="koop", vergadering_id="maart", titel=GEHEIM, besloten=True),
    ]
    opname = een_opname(
        gremium=gremium,
        vergadering=een_vergadering(id="maart", gremium_id="bc", status=Status.GEHOUDEN),
        agendapunten=punten,
    )
    with Store.open(werkmap, maken=True) as store:
        bewaar(store, opname)
        bewaar_zitting(
            store,
            een_zitting(
                opname=opname,
                verslagen={
                    "oever": Puntverslag(id="a", agendapunt_id="oever", besproken="De oever zakt."),
                    "koop": Puntverslag(id="b", agendapunt_id="koop", besproken=f"{GEHEIM} is duur."),
                },
                besluiten=(
                    een_besluit(agendapunt_id="oever", nummer="BC WK 2026-001"),
                    een_besluit(agendapunt_id="koop", nummer="BC WK 2026-002", tekst=f"{GEHEIM} kopen.", besloten=True),
                ),
                acties=tuple(
                    een_actie(
                        gremium_id="bc",
                        vergadering_id="maart",
                        agendapunt_id=punt,
                        tekst=tekst,
                        besloten=punt == "koop",
                    )
                    for punt, tekst in (("oever", "Belt de aannemer."), ("koop", f"Belt {GEHEIM}."))
                ),
            ),
        )
        with store.transaction():
            store.vergaderingen.save(een_vergadering(id="juni", gremium_id="bc", datum=date(2026, 6, 10)))
    return werkmap


def _woorden(bestand: Path) -> str:
    if bestand.suffix == ".pdf":
        return " ".join(" ".join(lees_pdf(bestand).paginas).split())
    with ZipFile(bestand) as pakket:
        return " ".join(pakket.read(naam).decode() for naam in pakket.namelist() if naam.endswith(".xml"))


ALLES = ("--wat", "verslag", "--wat", "besluitenlijst", "--wat", "actielijst", "--als", "pdf", "--als", "word")


def test_without_more_it_is_the_open_verslag_of_the_meeting_that_was_held(gehouden: Path, tmp_path: Path) -> None:
    uitkomst = tk("verslag", "--werkmap", gehouden, "--uit", tmp_path / "uit")
    bestand = tmp_path / "uit" / "BC WK 2026-03-11 verslag.pdf"
    assert (uitkomst.code, uitkomst.uit) == (0, f"{bestand}\n")
    assert "De oever zakt." in _woorden(bestand)
    assert "10 juni 2026" in _woorden(bestand)


def test_nothing_that_is_besloten_is_in_what_is_for_everybody(gehouden: Path, tmp_path: Path) -> None:
    uitkomst = tk("verslag", *ALLES, "--als", "xlsx", "--werkmap", gehouden, "--uit", tmp_path, "--json")
    assert uitkomst.code == 0, uitkomst.fout
    assert (uitkomst.json["vergadering"], uitkomst.json["openbaar"]) == ("2026-03-11", True)
    bestanden = [Path(een["bestand"]) for een in uitkomst.json["bestanden"]]
    assert [bestand.suffix for bestand in bestanden] == [".pdf", ".docx", ".pdf", ".docx", ".pdf", ".docx", ".xlsx"]
    assert [bestand.name for bestand in bestanden if GEHEIM in _woorden(bestand)] == []


def test_the_closed_form_holds_it_and_says_so_in_its_name(gehouden: Path, tmp_path: Path) -> None:
    uitkomst = tk("verslag", *ALLES, "--als", "xlsx", "--besloten", "--werkmap", gehouden, "--uit", tmp_path, "--json")
    assert uitkomst.json["openbaar"] is False
    bestanden = [Path(een["bestand"]) for een in uitkomst.json["bestanden"]]
    assert all("(besloten)" in bestand.name and GEHEIM in _woorden(bestand) for bestand in bestanden)


def test_who_makes_the_closed_form_is_written_down_and_who_makes_the_open_one_is_not(
    gehouden: Path, tmp_path: Path
) -> None:
    def log() -> list[tuple[str, str, int]]:
        with Store.open(gehouden) as store:
            assert store.inzagen.breuk() is None
            return [(een.papier, een.reden, een.exemplaar) for een in store.inzagen.all()]

    tk("verslag", "--werkmap", gehouden, "--uit", tmp_path)
    assert log() == []
    tk("verslag", "--wat", "verslag", "--wat", "uittreksels", "--besloten", "--werkmap", gehouden, "--uit", tmp_path)
    assert log() == [("verslag", "tk verslag", 1), ("uittreksels", "tk verslag", 1)]
    dicht = {pad.name: "Exemplaar 1 " in _woorden(pad) for pad in tmp_path.glob("*.pdf")}
    assert dicht
    assert all(staat_er is ("(besloten)" in naam) for naam, staat_er in dicht.items())


def test_only_the_list_of_actions_goes_to_a_workbook(gehouden: Path, tmp_path: Path) -> None:
    uitkomst = tk("verslag", "--als", "xlsx", "--werkmap", gehouden, "--uit", tmp_path / "uit")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert "(TK-C12)" in uitkomst.fout
    assert not (tmp_path / "uit").exists()


def test_of_two_meetings_that_were_held_one_is_to_be_named(gehouden: Path, tmp_path: Path) -> None:
    with Store.open(gehouden) as store, store.transaction():
        store.vergaderingen.save(replace(store.vergaderingen.get("juni"), status=Status.GEHOUDEN))
    uitkomst = tk("verslag", "--werkmap", gehouden, "--uit", tmp_path)
    assert uitkomst.code == 2
    assert "(TK-C03)" in uitkomst.fout
    gekozen = tk("verslag", "--werkmap", gehouden, "--uit", tmp_path, "--vergadering", "10-6-2026")
    assert gekozen.uit == f"{tmp_path / 'BC WK 2026-06-10 verslag.pdf'}\n"


def test_before_any_meeting_was_held_it_is_the_only_one_there_is(werkmap: Path, tmp_path: Path) -> None:
    uitkomst = tk("verslag", "--werkmap", werkmap, "--uit", tmp_path, "--wat", "besluitenlijst", "--json")
    assert uitkomst.code == 0, uitkomst.fout


def test_without_names_a_guest_is_named_in_no_paper_and_the_verslag_says_so(gehouden: Path, tmp_path: Path) -> None:
    with Store.open(gehouden) as store:
        store.presenties.save(
            een_presentie(
                id="gast",
                vergadering_id="maart",
                naam="Loes van den Berg",
                hoedanigheid=Hoedanigheid.GENODIGDE,
                functie="controller",
            )
        )
        store.puntverslagen.save(Puntverslag(id="a", agendapunt_id="oever", besproken="Loes zegt dat de oever zakt."))
    gemaakt = tk(
        *("verslag", "--werkmap", gehouden, "--vergadering", "maart", "--uit", tmp_path / "uit", "--zonder-namen")
    )
    assert gemaakt.code == 0, gemaakt.fout
    (pad,) = (tmp_path / "uit").glob("*.pdf")
    assert pad.name.endswith("verslag (zonder namen).pdf")
    tekst = " ".join(" ".join(lees_pdf(pad).paginas).split())
    assert "Genodigde 1 (Veenhoek; controller)" in tekst
    assert "Genodigde 1 zegt dat de oever zakt." in tekst
    assert "De namen van genodigden en notulisten zijn weggelaten." in tekst
    assert "Loes" not in tekst
    assert "Berg" not in tekst


def test_what_was_approved_before_it_was_kept_is_kept_and_told_once(gehouden: Path, tmp_path: Path) -> None:
    with Store.open(gehouden) as store:
        approve_verslag(store, "maart", op=date(2026, 6, 10))
        (vast,) = store.vastgestelden.all()
        store.vastgestelden.delete(vast.id)  # as an older version left it
    keer = [tk("verslag", "--werkmap", gehouden, "--uit", tmp_path) for _ in range(2)]
    assert [een.fout for een in keer] == ["Bewaard wat eerder is vastgesteld: het verslag van 11-3-2026.\n", ""]
    with Store.open(gehouden) as store:
        assert store.zitting("maart").vast is not None
