"""The readers on a real vergaderset, against the reading that was made by hand."""

import json
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tk_desktop.domain.agenda import behandelwijze
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.intake.lezing import GelezenAgenda, GelezenPunt, GelezenVoorstelpunt, Lezing
from tk_desktop.intake.tekst import lees_tekst


@cache
def _lezing(zaden: Path) -> Lezing:
    (bestand,) = zaden.glob("000_*.txt")
    return lees_tekst(bestand.read_text(encoding="utf-8"))


@cache
def _waarheid(gedeeld: Path) -> dict[str, Any]:
    gelezen: dict[str, Any] = json.loads((gedeeld / "truth/truth_agenda_2020-03-04.json").read_text(encoding="utf-8"))
    return gelezen


def _items(gedeeld: Path) -> list[dict[str, Any]]:
    return [item for hoofd in _waarheid(gedeeld)["items"] for item in (hoofd, *hoofd["sub_items"])]


def _agenda(zaden: Path) -> GelezenAgenda:
    agenda = _lezing(zaden).agenda
    assert agenda is not None
    return agenda


def _beloofd(claim: dict[str, int | None]) -> int:
    if claim.get("bijlagen_to"):
        return (claim["bijlagen_to"] or 0) - (claim["bijlagen_from"] or 0) + 1
    return claim.get("bijlagen_count") or 0


def _voorstel(punten: tuple[GelezenVoorstelpunt, ...]) -> list[dict[str, Any]]:
    uit = []
    for rang, punt in enumerate(punten):
        als_waarheid: dict[str, Any] = {"mark": punt.merk.geschreven(rang), "text": platte_tekst(punt.tekst)}
        if punt.onder:
            als_waarheid["sub"] = _voorstel(punt.onder)
        uit.append(als_waarheid)
    return uit


def _naast(zaden: Path, gedeeld: Path) -> list[tuple[GelezenPunt, dict[str, Any]]]:
    return list(zip(_agenda(zaden).punten, _items(gedeeld), strict=True))


def test_the_header_of_the_agenda_reads_as_by_hand(zaden: Path, gedeeld: Path) -> None:
    agenda, kop = _agenda(zaden), _waarheid(gedeeld)["header"]
    assert f"Agenda {agenda.gremium}" == _waarheid(gedeeld)["title"]
    assert (agenda.datum, agenda.plaats) == (date.fromisoformat(kop["datum"]), kop["plaats"])
    assert (agenda.begin, agenda.einde) == (time.fromisoformat(kop["van"]), time.fromisoformat(kop["tot"]))
    assert (agenda.voorzitter, agenda.secretaris) == (kop["voorzitter"], kop["secretaris"])
    assert agenda.nieuw_tijdstip


def test_every_item_has_its_number_title_time_and_place(zaden: Path, gedeeld: Path) -> None:
    for punt, item in _naast(zaden, gedeeld):
        assert str(punt.nummer) == item["nr"]
        assert punt.titel == item["title"].rstrip(":")
        assert punt.tijd == (time.fromisoformat(item["time"]) if item["time"] else None)
        assert punt.regel == item["lines"][0]
        assert punt.mondeling == ("mondeling" in (item["note"] or ""))
        assert not punt.besloten


def test_every_item_is_treated_as_by_hand(zaden: Path, gedeeld: Path) -> None:
    for punt, item in _naast(zaden, gedeeld):
        assert behandelwijze(punt.behandeling).lower() == (item["kind"] or ""), item["nr"]


def test_every_announced_paper_has_its_kind_and_number_of_bijlagen(zaden: Path, gedeeld: Path) -> None:
    for punt, item in _naast(zaden, gedeeld):
        gelezen = [(stuk.soort.value, stuk.titel, stuk.bijlagen_beloofd, stuk.letterlijk) for stuk in punt.stukken]
        assert gelezen == [
            (stuk["type"], stuk["title"], _beloofd(stuk["claim"]), stuk["literal"] or "")
            for stuk in item["pieces_claimed"]
        ], item["nr"]


def test_every_presenter_has_a_role_or_organisation(zaden: Path, gedeeld: Path) -> None:
    for punt, item in _naast(zaden, gedeeld):
        assert list(punt.inleiders) == [(wie["name"], wie["role"] or "") for wie in item["presenters"]], item["nr"]


def test_every_proposal_keeps_its_marks_its_nesting_and_its_lost_digits(zaden: Path, gedeeld: Path) -> None:
    for punt, item in _naast(zaden, gedeeld):
        assert _voorstel(punt.voorstel) == item["proposal_points"], item["nr"]


@pytest.mark.parametrize("regel", [114, 117, 120, 148])
def test_every_amount_with_lost_digits_is_on_the_list_of_doubts(zaden: Path, regel: int) -> None:
    (twijfel,) = [twijfel for twijfel in _lezing(zaden).twijfels if twijfel.waar.startswith(f"regel {regel},")]
    assert "agendapunt 2b" in twijfel.waar
    assert "7 tekens verloren in een bedrag" in twijfel.wat
