"""What did not change is not made again; what the cache lost or spoilt is."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.verpakt import Gepakt, Gezet, pak
from tk_desktop.base.files import sha256
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.store.werkmap import Store


def _delen(store: Store) -> dict[str, int]:
    """Return every part in the cache with the moment at which it was written."""
    return {pad.name: pad.stat().st_mtime_ns for pad in (store.map / "cache").rglob("*.pdf")}


def _pak(store: Store, gezet: Gezet, doel: Path) -> Gepakt:
    return pak(store, gezet.opname.vergadering.id, doel)


def test_a_set_that_is_made_again_takes_every_part_from_the_cache(gezet: Gezet, gevuld: Store, tmp_path: Path) -> None:
    voor = _delen(gevuld)
    opnieuw = _pak(gevuld, gezet, tmp_path / "twee.pdf")
    assert _delen(gevuld) == voor
    assert len(voor) >= len(gezet.leden.gemaakt.delen) - 1
    assert sha256(gezet.leden.pdf) == sha256(opnieuw.pdf)


def test_a_changed_nota_re_makes_only_its_own_part(gezet: Gezet, gevuld: Store, tmp_path: Path) -> None:
    voor = _delen(gevuld)
    nota = gevuld.notas.get("nota-4")
    secties = (replace(nota.secties[0], tekst="Een ander doel."), *nota.secties[1:])
    with gevuld.transaction():
        gevuld.notas.save(replace(nota, secties=secties))
    set_ = _pak(gevuld, gezet, tmp_path / "twee.pdf")
    na = _delen(gevuld)
    assert {naam: na[naam] for naam in voor} == voor
    assert len(set(na) - set(voor)) == 1
    assert "Een ander doel." in " ".join(set_.paginas)


def test_the_two_sets_share_the_papers_that_are_the_same(gezet: Gezet, gevuld: Store, tmp_path: Path) -> None:
    voor = _delen(gevuld)
    pak(gevuld, gezet.opname.vergadering.id, tmp_path / "openbaar.pdf", Doelgroep.OPENBAAR)
    assert {naam: _delen(gevuld)[naam] for naam in voor} == voor
    assert len(set(_delen(gevuld)) - set(voor)) < 10, "alleen brief, inhoud, agenda en de nota’s zonder telefoonnummers"


def test_another_house_style_re_makes_our_own_papers_only(gezet: Gezet, gevuld: Store, tmp_path: Path) -> None:
    voor = _delen(gevuld)
    with gevuld.transaction():
        gevuld.gremia.save(replace(gezet.opname.gremium, huisstijl="neutraal"))
    set_ = _pak(gevuld, gezet, tmp_path / "twee.pdf")
    eigen = [deel for deel in set_.plan.onderdelen if deel.soort.value != "bestand"]
    assert len(set(_delen(gevuld)) - set(voor)) == len(eigen)


@pytest.mark.parametrize("schade", ["weg", "leeg", "half", "gewijzigd", "geen kaart", "kapotte kaart"])
def test_a_damaged_cache_heals(gezet: Gezet, gevuld: Store, tmp_path: Path, schade: str) -> None:
    for pdf in sorted((gevuld.map / "cache").rglob("*.pdf"))[::2]:
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
    opnieuw = _pak(gevuld, gezet, tmp_path / "twee.pdf")
    assert sha256(opnieuw.pdf) == sha256(gezet.leden.pdf)
