"""A werkmap and a bundle of each version that went round open in every later one (R17).

``tests/data/werkmappen`` holds them, by the number of their last migration: two laptops, one of the secretariat with a
question that stands open and a title that was changed and not told yet, one of a member, and a bundle for that member.
A file is added when a version goes round and never changed.
"""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.uitwisselwereld import Laptop
from tk_desktop.domain.bereik import SEC
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.exchange.sleutels import Sleutelbestand
from tk_desktop.store.werkmap import Store

MAP = Path(__file__).parents[1] / "data" / "werkmappen"
WACHTWOORD = "de sluis staat open"


@pytest.fixture(params=sorted(MAP.glob("*.zip")), ids=lambda pad: pad.stem)
def oud(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    with zipfile.ZipFile(request.param) as bestand:
        bestand.extractall(tmp_path)
    return tmp_path


@pytest.fixture
def laptops(oud: Path) -> Iterator[tuple[Laptop, Laptop]]:
    """The laptop of the secretariat and that of the member, opened by this program."""
    open_ = [
        Laptop(naam, naam, Store.open(oud / naam), Sleutelbestand(oud / naam).open(WACHTWOORD))
        for naam in ("secretaris", "lid")
    ]
    yield open_[0], open_[1]
    for laptop in open_:
        laptop.store.close()


def test_what_stood_in_an_old_werkmap_stands_there_and_is_whole(oud: Path, laptops: tuple[Laptop, Laptop]) -> None:
    verwacht, (secretaris, _) = json.loads((oud / "verwacht.json").read_text(encoding="utf-8")), laptops
    store = secretaris.store
    assert {een.id: een.titel for een in store.agendapunten.all()} == verwacht["titels"]
    assert store.notas.get("n").secties[0].tekst == verwacht["tekst"]
    assert len(store.conflicten()) == verwacht["conflicten"]
    assert store.bestanden.open(verwacht["stuk"]).is_file()
    gezondheid = store.controleer()
    assert (gezondheid.klachten, gezondheid.beschadigd, gezondheid.ontbreekt) == ((), (), ())


def test_what_was_not_told_in_an_old_werkmap_names_all_that_it_replaced(
    oud: Path, laptops: tuple[Laptop, Laptop]
) -> None:
    ((id_, waarde, vervangt),) = json.loads((oud / "verwacht.json").read_text(encoding="utf-8"))["open"]
    secretaris, _ = laptops
    with secretaris.store.transaction():
        secretaris.store._db.execute("UPDATE agendapunt SET titel = 'Nog later' WHERE id = 'p'")
    (nu,) = [een for een in secretaris.store.bewerkingen.openstaand(SEC) if (een.rij, een.veld) == ("p", "titel")]
    assert (nu.waarde, waarde) == ("Nog later", "Kades en oevers")
    assert set(nu.vervangt) == {id_, *vervangt}


def test_an_old_bundle_and_a_new_one_come_in_on_an_old_laptop(oud: Path, laptops: tuple[Laptop, Laptop]) -> None:
    secretaris, lid = laptops
    assert lid.ontvang(oud / "aan lid.tkb").bewerkingen
    assert lid.store.agendapunten.get("p").titel == "Oevers en kades"
    assert lid.ontvang(oud / "aan lid.tkb").al_bekend
    publish_vergadering(secretaris.store, secretaris.bos, "v")
    secretaris.stuur(lid)
    assert lid.store.agendapunten.get("p").titel == "Kades en oevers"
    lid.stuur(secretaris)
    assert secretaris.store.agendapunten.get("p").titel == "Kades en oevers"
