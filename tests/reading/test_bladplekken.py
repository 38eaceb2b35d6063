"""Bookmarks and pages at hand when a paper is replaced: they go along, or are named as not found (F15, F17)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk
from tests.domain.verankeringhulp import BEGROTING, ORGANISATIE, RISICO
from tests.papier import a_paper
from tk_desktop.domain.aantekening import Oordeel
from tk_desktop.domain.bladplek import Bladregister
from tk_desktop.domain.paginaverwijzing import Verwijzing
from tk_desktop.paper.version_pages import Versiebladen
from tk_desktop.reading.aantekeningen import Leesplek
from tk_desktop.reading.bladplekken import load_bladregister, pages_to_place, place_bladen
from tk_desktop.reading.leesstanden import find_bladwijzer, keep_leesstand, toggle_bladwijzer
from tk_desktop.reading.voorbereidingen import add_verwijzing, load_voorbereidingen
from tk_desktop.store.werkmap import Store

ROOS, BAS = "Roos van Dalen", "Bas Ven"
VOORBLAD = "Aan de leden\nHierbij ontvangt u de nieuwe stukken, met excuses voor de late toezending."
ANDERS = "Heel andere woorden over iets dat eerst nergens in dit plan te lezen stond, met cijfers van vorig jaar."


class Map:
    """Versions of one paper on disk."""

    def __init__(self, map_: Path, store: Store) -> None:
        self.map, self.store = map_, store
        self.hier = store.vergaderingen.all()[0].id
        self.plek = Leesplek(vergadering_id=self.hier, papier="stuk", agendapunt_id="oever")

    def versie(self, *bladen: str) -> str:
        inhoud = a_paper(*(blad.splitlines() for blad in bladen), maat=(800, 600))
        som = sha256(inhoud).hexdigest()
        (self.map / som).write_bytes(inhoud)
        return som

    def pad(self, som: str) -> Path | None:
        pad = self.map / som
        return pad if pad.exists() else None

    def plaats(self, versie: str) -> int:
        with Versiebladen(self.pad) as bladen:
            return place_bladen(self.store, self.hier, "stuk", versie, bladen)

    def register(self, versie: str) -> Bladregister:
        return load_bladregister(self.store, ["stuk"], {"stuk": versie})

    def naam(self, verwijzing: Verwijzing, versie: str) -> str:
        return self.register(versie).naam(verwijzing, self.store.opname(self.hier))


@pytest.fixture
def papier(tmp_path: Path) -> Iterator[Map]:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        punt = een_agendapunt(id="oever", titel="Oever")
        bewaar(store, een_opname(agendapunten=[punt], stukken=[een_stuk(id="stuk", agendapunt_id="oever")]))
        (tmp_path / "versies").mkdir()
        yield Map(tmp_path / "versies", store)


def test_a_marked_page_goes_along_is_probable_or_is_named_as_not_found(papier: Map) -> None:
    een = papier.versie(BEGROTING, ORGANISATIE, RISICO)
    herschreven = "\n".join([*ORGANISATIE.splitlines()[:3], ANDERS, ANDERS.upper(), ANDERS[::-1]])
    twee = papier.versie(VOORBLAD, BEGROTING, herschreven)
    for pagina in (1, 2, 3):
        toggle_bladwijzer(papier.store, papier.plek, een, pagina, eigenaar=ROOS)
    wijzers = [een.verwijzing for een in papier.store.bladwijzers.van(papier.hier, ROOS)]
    assert [papier.naam(wijzer, twee) for wijzer in wijzers] == [
        f"1 blz. {pagina} (vorige versie)" for pagina in (1, 2, 3)
    ]
    assert [papier.register(twee).blad(wijzer) for wijzer in wijzers] == [0, 0, 0]

    assert papier.plaats(twee) == 3

    assert [papier.naam(wijzer, twee) for wijzer in wijzers] == [
        "1 blz. 2 (was blz. 1)",
        "1 waarschijnlijk blz. 3 (was blz. 2)",
        "1 blz. 3: niet teruggevonden",
    ]
    assert [papier.register(twee).blad(wijzer) for wijzer in wijzers] == [2, 3, 0]
    assert [papier.naam(wijzer, een) for wijzer in wijzers] == ["1 blz. 1", "1 blz. 2", "1 blz. 3"]
    assert papier.plaats(twee) == 0


def test_a_page_of_a_preparation_goes_along_on_the_sheet(papier: Map) -> None:
    een = papier.versie(BEGROTING, ORGANISATIE, RISICO)
    twee = papier.versie(VOORBLAD, BEGROTING, ORGANISATIE, RISICO)
    add_verwijzing(papier.store, "oever", Verwijzing("stuk", 3, een), eigenaar=BAS)
    assert pages_to_place(papier.store, papier.hier, {"stuk": twee, "agenda": "x"}) == {
        "stuk": (Verwijzing("stuk", 3, een),)
    }
    papier.plaats(twee)
    (regel,) = load_voorbereidingen(papier.store, papier.store.opname(papier.hier), BAS, {"stuk": twee})
    assert regel.bladzijden == ((Verwijzing("stuk", 3, een), "1 blz. 4 (was blz. 3)"),)


def test_a_mark_from_an_earlier_version_is_taken_away_on_the_page_where_it_stands_now(papier: Map) -> None:
    een = papier.versie(BEGROTING, ORGANISATIE)
    twee = papier.versie(VOORBLAD, BEGROTING, ORGANISATIE)
    toggle_bladwijzer(papier.store, papier.plek, een, 2, eigenaar=ROOS)
    papier.plaats(twee)
    assert find_bladwijzer(papier.store, papier.plek, twee, 2, eigenaar=ROOS) is None
    assert find_bladwijzer(papier.store, papier.plek, twee, 3, eigenaar=ROOS) is not None
    assert toggle_bladwijzer(papier.store, papier.plek, twee, 3, eigenaar=ROOS) is None
    assert papier.store.bladwijzers.van(papier.hier, ROOS) == ()


def test_a_marked_page_of_a_version_that_nobody_can_read_any_more_is_not_found(papier: Map) -> None:
    een, twee = papier.versie(BEGROTING, ORGANISATIE), papier.versie(VOORBLAD, BEGROTING, ORGANISATIE)
    toggle_bladwijzer(papier.store, papier.plek, een, 1, eigenaar=ROOS)
    (papier.map / een).unlink()
    papier.plaats(twee)
    (plek,) = papier.store.bladplekken.all().values()
    assert plek.oordeel is Oordeel.NIET_GEVONDEN


def test_looking_up_pages_is_no_step_to_undo(papier: Map) -> None:
    een, twee = papier.versie(BEGROTING, ORGANISATIE), papier.versie(VOORBLAD, BEGROTING, ORGANISATIE)
    _, zetten = papier.store.record(lambda: toggle_bladwijzer(papier.store, papier.plek, een, 1, eigenaar=ROOS))
    _, plaatsen = papier.store.record(lambda: papier.plaats(twee))
    assert not plaatsen
    papier.store.redo(zetten.terug())
    assert papier.store.bladwijzers.van(papier.hier, ROOS) == ()


def test_the_version_that_was_read_before_is_kept_with_the_place_of_reading(papier: Map) -> None:
    moment = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
    standen = [
        keep_leesstand(papier.store, papier.plek, versie, 1, eigenaar=ROOS, moment=moment).vorige
        for versie in ("a", "a", "b", "b", "c")
    ]
    assert standen == ["", "", "a", "a", "b"]
