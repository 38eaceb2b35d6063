"""The folder of a site: nothing in it is lost that is not ours, and a broken-off writing is mended by the next."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.verpakt import inhoud_van_map
from tk_desktop.base.errors import TkError
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.extranet.bestanden import Sitebestand
from tk_desktop.extranet.map import (
    LIJST,
    LijstOnleesbaar,
    MapVanAnder,
    MapVanAndereLezers,
    SiteAangepast,
    update_folder,
)

OPENBAAR = Doelgroep.OPENBAAR


def een_bestand(pad: str, tekst: str = "tekst") -> Sitebestand:
    return Sitebestand(pad=pad, sleutel=tekst, maak=lambda doel: doel.write_text(tekst))


def geweigerd(fout: type[TkError], map_: Path, *bestanden: Sitebestand, voor: Doelgroep = OPENBAAR) -> None:
    """See that a folder is refused, with nothing in it changed."""
    eerder = inhoud_van_map(map_)
    with pytest.raises(fout):
        update_folder(map_, bestanden, voor)
    assert inhoud_van_map(map_) == eerder


def test_only_what_changed_is_made_again_and_what_went_is_removed_with_its_folder(tmp_path: Path) -> None:
    map_ = tmp_path / "site"
    update_folder(map_, [een_bestand("a.html"), een_bestand("maart/b.html"), een_bestand("c.html")], OPENBAAR)
    gedaan = update_folder(map_, [een_bestand("a.html"), een_bestand("c.html", "anders")], OPENBAAR)
    assert (gedaan.gemaakt, gedaan.verwijderd) == (("c.html",), ("maart/b.html",))
    assert sorted(pad.name for pad in map_.iterdir()) == ["a.html", "c.html", LIJST]


def test_a_file_that_went_from_the_folder_is_made_again(tmp_path: Path) -> None:
    map_ = tmp_path / "site"
    update_folder(map_, [een_bestand("a.html")], OPENBAAR)
    (map_ / "a.html").unlink()
    assert update_folder(map_, [een_bestand("a.html")], OPENBAAR).gemaakt == ("a.html",)


def test_a_folder_with_something_else_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "begroting.xlsx").write_text("van iemand anders")
    geweigerd(MapVanAnder, tmp_path, een_bestand("a.html"))


def test_a_file_of_somebody_else_beside_a_site_stays_and_is_never_written_over(tmp_path: Path) -> None:
    map_ = tmp_path / "site"
    update_folder(map_, [een_bestand("a.html")], OPENBAAR)
    (map_ / "robots.txt").write_text("van de beheerder")
    update_folder(map_, [een_bestand("a.html", "anders")], OPENBAAR)
    assert (map_ / "robots.txt").read_text() == "van de beheerder"
    geweigerd(MapVanAnder, map_, een_bestand("a.html"), een_bestand("robots.txt"))


def test_a_page_that_somebody_edited_is_not_written_over(tmp_path: Path) -> None:
    map_ = tmp_path / "site"
    update_folder(map_, [een_bestand("a.html")], OPENBAAR)
    (map_ / "a.html").write_text("met de hand verbeterd")
    geweigerd(SiteAangepast, map_, een_bestand("a.html", "nieuw"))
    geweigerd(SiteAangepast, map_, een_bestand("b.html"))


def test_the_site_of_other_readers_is_not_written_over(tmp_path: Path) -> None:
    map_ = tmp_path / "site"
    update_folder(map_, [een_bestand("a.html")], Doelgroep.LEDEN)
    geweigerd(MapVanAndereLezers, map_, een_bestand("a.html", "openbaar"))


@pytest.mark.parametrize(
    "bederf",
    [
        lambda lijst: "geen json",
        lambda lijst: json.dumps([]),
        lambda lijst: json.dumps({**lijst, "versie": 2}),
        lambda lijst: json.dumps({**lijst, "voor": "iemand"}),
        lambda lijst: json.dumps({**lijst, "bestanden": [{"pad": "../../thuis.txt", "sha256": "x", "van": "x"}]}),
        lambda lijst: json.dumps({**lijst, "bestanden": [{"pad": "/etc/passwd", "sha256": "x", "van": "x"}]}),
        lambda lijst: json.dumps({**lijst, "bezig": ["C:\\thuis.txt"]}),
    ],
)
def test_a_list_that_we_did_not_write_so_is_refused(tmp_path: Path, bederf: Callable[[dict[str, object]], str]) -> None:
    map_ = tmp_path / "site"
    update_folder(map_, [een_bestand("a.html")], OPENBAAR)
    (map_ / LIJST).write_text(bederf(json.loads((map_ / LIJST).read_text())))
    geweigerd(LijstOnleesbaar, map_, een_bestand("a.html"))


@pytest.mark.parametrize("na", range(4))
def test_writing_that_is_broken_off_anywhere_is_mended_by_doing_it_again(tmp_path: Path, na: int) -> None:
    map_ = tmp_path / "site"
    oud = [een_bestand(f"{naam}.html", f"oud {naam}") for naam in "abcd"]
    nieuw = [een_bestand(f"{naam}.html", f"nieuw {naam}") for naam in "bcde"]
    update_folder(map_, oud, OPENBAAR)

    def stopt(_: Path) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update_folder(
            map_, [*nieuw[:na], Sitebestand(pad=nieuw[na].pad, sleutel="x", maak=stopt), *nieuw[na + 1 :]], OPENBAAR
        )
    for pad in map_.glob("*.html"):
        assert pad.read_text() in (f"oud {pad.stem}", f"nieuw {pad.stem}"), (
            "a file is whole, as it was or as it becomes"
        )
    update_folder(map_, nieuw, OPENBAAR)
    assert {pad.name: pad.read_text() for pad in map_.glob("*.html")} == {f"{n}.html": f"nieuw {n}" for n in "bcde"}
    assert not update_folder(map_, nieuw, OPENBAAR).gemaakt


def test_what_was_written_before_it_was_broken_off_goes_with_the_paper_it_is_of(tmp_path: Path) -> None:
    map_ = tmp_path / "site"
    begonnen = map_ / "maart" / ".tk-begonnen.deel"

    def valt_uit(_: Path) -> None:
        begonnen.write_text("half een stuk")
        raise KeyboardInterrupt

    stukken = [een_bestand("maart/brief.html"), Sitebestand(pad="maart/nota.html", sleutel="x", maak=valt_uit)]
    with pytest.raises(KeyboardInterrupt):
        update_folder(map_, stukken, OPENBAAR)
    assert {pad.name for pad in (map_ / "maart").iterdir()} == {"brief.html", begonnen.name}
    update_folder(map_, [een_bestand("index.html")], OPENBAAR)
    assert {pad.name for pad in map_.iterdir()} == {"index.html", LIJST}


def test_a_first_writing_that_is_broken_off_is_taken_up_again(tmp_path: Path) -> None:
    map_ = tmp_path / "site"

    def stopt(_: Path) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update_folder(map_, [een_bestand("a.html"), Sitebestand(pad="b.html", sleutel="x", maak=stopt)], OPENBAAR)
    update_folder(map_, [een_bestand("a.html", "later anders"), een_bestand("b.html")], OPENBAAR)
    assert (map_ / "a.html").read_text() == "later anders"
