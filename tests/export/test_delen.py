"""What did not change is not made again; what the cache lost or spoilt is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.verpakt import Gepakt, pak, vul_werkmap
from tk_desktop.base.files import sha256
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


@pytest.fixture
def opname(store: Store) -> Momentopname:
    return vul_werkmap(store)


def _delen(store: Store) -> dict[str, int]:
    """Return every part in the cache with the moment at which it was written."""
    return {pad.name: pad.stat().st_mtime_ns for pad in (store.map / "cache").rglob("*.pdf")}


def _pak(store: Store, opname: Momentopname, doel: Path) -> Gepakt:
    return pak(store, opname.vergadering.id, doel)


def test_a_set_that_is_made_again_takes_every_part_from_the_cache(
    store: Store, opname: Momentopname, tmp_path: Path
) -> None:
    eerst = _pak(store, opname, tmp_path / "een.pdf")
    voor = _delen(store)
    opnieuw = _pak(store, opname, tmp_path / "twee.pdf")
    assert _delen(store) == voor
    assert len(voor) >= len(eerst.gemaakt.delen) - 1
    assert sha256(eerst.pdf) == sha256(opnieuw.pdf)


def test_a_changed_nota_re_makes_only_its_own_part(store: Store, opname: Momentopname, tmp_path: Path) -> None:
    _pak(store, opname, tmp_path / "een.pdf")
    voor = _delen(store)
    nota = store.notas.get("nota-4")
    secties = (replace(nota.secties[0], tekst="Een ander doel."), *nota.secties[1:])
    with store.transaction():
        store.notas.save(replace(nota, secties=secties))
    set_ = _pak(store, opname, tmp_path / "twee.pdf")
    na = _delen(store)
    assert {naam: na[naam] for naam in voor} == voor
    assert len(set(na) - set(voor)) == 1
    assert "Een ander doel." in " ".join(set_.paginas)


def test_the_two_sets_share_the_papers_that_are_the_same(store: Store, opname: Momentopname, tmp_path: Path) -> None:
    _pak(store, opname, tmp_path / "leden.pdf")
    voor = _delen(store)
    pak(store, opname.vergadering.id, tmp_path / "openbaar.pdf", Doelgroep.OPENBAAR)
    assert {naam: _delen(store)[naam] for naam in voor} == voor
    assert len(set(_delen(store)) - set(voor)) < 10, "alleen brief, inhoud, agenda en de nota’s zonder telefoonnummers"


def test_another_house_style_re_makes_our_own_papers_only(store: Store, opname: Momentopname, tmp_path: Path) -> None:
    _pak(store, opname, tmp_path / "een.pdf")
    voor = _delen(store)
    with store.transaction():
        store.gremia.save(replace(opname.gremium, huisstijl="neutraal"))
    set_ = _pak(store, opname, tmp_path / "twee.pdf")
    eigen = [deel for deel in set_.plan.onderdelen if deel.soort.value != "bestand"]
    assert len(set(_delen(store)) - set(voor)) == len(eigen)


@pytest.mark.parametrize("schade", ["weg", "leeg", "half", "gewijzigd", "geen kaart", "kapotte kaart"])
def test_a_damaged_cache_heals(store: Store, opname: Momentopname, tmp_path: Path, schade: str) -> None:
    goed = _pak(store, opname, tmp_path / "een.pdf")
    for pdf in sorted((store.map / "cache").rglob("*.pdf"))[::2]:
        ruw = pdf.read_bytes()
        match schade:
            case "weg":
                pdf.unlink()
            case "leeg":
                pdf.write_bytes(b"")
            case "half":
                pdf.write_bytes(ruw[: len(ruw) // 2])
            case "gewijzigd":
                pdf.write_bytes(ruw[:200] + bytes(len(ruw) - 200))
            case "geen kaart":
                pdf.with_suffix(".json").unlink()
            case _:
                pdf.with_suffix(".json").write_bytes(b'{"paginas": 3')
    opnieuw = _pak(store, opname, tmp_path / "twee.pdf")
    assert sha256(opnieuw.pdf) == sha256(goed.pdf)
