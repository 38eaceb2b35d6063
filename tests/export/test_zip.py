"""A set as one zip with names that tell what is in it."""

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PureWindowsPath

import pikepdf
import pytest

from tests.bouwers import bewaar, bewaar_bytes, een_agendapunt, een_opname, een_stuk, een_stukversie, een_vergadering
from tests.export.test_openbaar import _gevonden, geheimen
from tests.verpakt import Verpakt, alle_bytes
from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.files import sha256
from tk_desktop.base.progress import Progress
from tk_desktop.domain.vergaderset import Doelgroep, Vergaderset
from tk_desktop.export.zip import write_zip
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.store.werkmap import Store

__all__ = ["geheimen"]


@pytest.fixture
def gevuld(verpakt: Verpakt) -> Iterator[Store]:
    with Store.open(verpakt.werkmap) as geopend:
        yield geopend


def schrijf(store: Store, plan: Vergaderset, doel: Path, progress: Progress | None = None) -> tuple[str, ...]:
    return write_zip(plan, doel, bestand=store.bestanden.open, cache=store.map / "cache", progress=progress)


def test_every_paper_stands_in_the_folder_of_its_item(gevuld: Store, verpakt: Verpakt, tmp_path: Path) -> None:
    plan = assemble(gevuld, verpakt.opname.vergadering.id, Doelgroep.LEDEN)
    namen = schrijf(gevuld, plan, tmp_path / "set.zip")
    with zipfile.ZipFile(tmp_path / "set.zip") as pakket:
        assert pakket.testzip() is None
        assert tuple(pakket.namelist()) == namen
        pakket.extractall(tmp_path / "uit")
    wortels = {naam.split("/")[0] for naam in namen}
    assert len(wortels) == 1
    assert all(len(naam.split("/")) in (2, 3) for naam in namen)
    (bijlage,) = [naam for naam in namen if "/2a bijlage 1 " in naam]
    assert bijlage.split("/")[1].startswith("2 ")
    with pikepdf.open(tmp_path / "uit" / bijlage) as pdf:
        assert str(pdf.docinfo.Title).startswith("2a bijlage 1 ")
    for naam in namen:
        assert not PureWindowsPath(naam).is_reserved()
        assert len(naam) < 200


@pytest.mark.parametrize("soort", [Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN])
def test_nothing_besloten_is_in_a_public_zip_not_even_in_a_name(
    gevuld: Store,
    verpakt: Verpakt,
    tmp_path: Path,
    soort: Doelgroep,
    geheimen: frozenset[str],
) -> None:
    plan = assemble(gevuld, verpakt.opname.vergadering.id, soort)
    namen = schrijf(gevuld, plan, tmp_path / "set.zip")
    assert _gevonden(geheimen, [(tmp_path / "set.zip").read_bytes(), *(naam.encode() for naam in namen)]) == set()
    assert not any("1A" in naam for naam in namen)
    with zipfile.ZipFile(tmp_path / "set.zip") as pakket:
        pakket.extractall(tmp_path / "uit")
    for pad in (tmp_path / "uit").rglob("*.pdf"):
        assert _gevonden(geheimen, alle_bytes(pad)) == set()


def test_the_same_set_gives_the_same_zip(gevuld: Store, verpakt: Verpakt, tmp_path: Path) -> None:
    plan = assemble(gevuld, verpakt.opname.vergadering.id, Doelgroep.OPENBAAR)
    for naam in ("een.zip", "twee.zip"):
        schrijf(gevuld, plan, tmp_path / naam)
    assert sha256(tmp_path / "een.zip") == sha256(tmp_path / "twee.zip")


def test_a_stop_leaves_no_half_zip(gevuld: Store, verpakt: Verpakt, tmp_path: Path) -> None:
    plan = assemble(gevuld, verpakt.opname.vergadering.id, Doelgroep.OPENBAAR)
    stappen = iter(range(100))
    with pytest.raises(Onderbroken):
        schrijf(gevuld, plan, tmp_path / "set.zip", Progress(stopped=lambda: next(stappen) > 3))
    assert list(tmp_path.iterdir()) == []


def test_names_with_accents_and_papers_of_one_title_are_kept_apart(tmp_path: Path) -> None:
    vergadering = een_vergadering(datum=date(1979, 5, 1))
    punt = een_agendapunt(vergadering_id=vergadering.id, titel="Reünie: ‘café’")
    stukken = [
        een_stuk(id=f"s{nr}", vergadering_id=vergadering.id, agendapunt_id=punt.id, titel="Kaart") for nr in range(3)
    ]
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        som = bewaar_bytes(store, b"GIF89a")
        versie = een_stukversie(sha256=som, bestandsnaam="k.gif", media="image/gif", paginas=0)
        bewaard = bewaar(
            store,
            een_opname(vergadering=vergadering, agendapunten=[punt], stukken=stukken, versies={"s2": versie}),
        )
        namen = schrijf(store, assemble(store, bewaard.vergadering.id, Doelgroep.LEDEN), tmp_path / "set.zip")
    with zipfile.ZipFile(tmp_path / "set.zip") as pakket:
        assert [naam.split("/", 1)[1] for naam in pakket.namelist()] == [
            "Agenda Bestuurscommissie Waterkant.pdf",
            "1 Reünie- ‘café’/1 Kaart (wordt nagezonden).pdf",
            "1 Reünie- ‘café’/1 Kaart (wordt nagezonden) (2).pdf",
            "1 Reünie- ‘café’/1 Kaart.gif",
            "agenda.json",
        ]
        assert pakket.read(namen[3]) == b"GIF89a"
