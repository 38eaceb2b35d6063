"""Each item as a file of its own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.bouwers import bewaar, bewaar_bytes, een_agendapunt, een_nota, een_opname, een_stuk, een_stukversie
from tests.export.test_openbaar import _gevonden, geheimen
from tests.verpakt import Verpakt, alle_bytes, bladwijzers, inhoud_van_map, paginateksten
from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.progress import Progress
from tk_desktop.domain.vergaderset import Doelgroep, Vergaderset
from tk_desktop.export.per_punt import MapNietLeeg, split_per_punt, write_per_punt
from tk_desktop.pack.samenstellen import Keuze, assemble
from tk_desktop.store.werkmap import Store

__all__ = ["geheimen"]


@pytest.fixture
def gevuld(verpakt: Verpakt) -> Iterator[Store]:
    with Store.open(verpakt.werkmap) as geopend:
        yield geopend


def schrijf(store: Store, plan: Vergaderset, map_: Path) -> tuple[Path, ...]:
    return write_per_punt(plan, map_, bestand=store.bestanden.open, cache=store.map / "cache")


def test_every_item_becomes_a_file_with_its_bijlagen(gevuld: Store, verpakt: Verpakt, tmp_path: Path) -> None:
    plan = assemble(gevuld, verpakt.opname.vergadering.id, Doelgroep.LEDEN, keuze=Keuze(schutbladen=True))
    paden = schrijf(gevuld, plan, tmp_path / "uit")
    namen = [pad.name for pad in paden]
    assert namen[:2] == ["Uitnodiging.pdf", "Agenda Bestuurscommissie Gezond Opgroeien.pdf"] or namen[0].startswith(
        "Ui"
    )
    assert sorted(namen) == sorted(pad.name for pad in (tmp_path / "uit").iterdir())
    (twee_a,) = [pad for pad in paden if pad.name.startswith("2a ")]
    delen = [deel for deel in plan.onderdelen if deel.label.startswith("2a") and deel.stuk_id]
    assert len(delen) == 4
    with pikepdf.open(twee_a) as pdf:
        titels = " ".join(titel for _, titel, _ in bladwijzers(pdf))
        assert all(deel.titel in titels for deel in delen)
        assert str(pdf.docinfo.Title).startswith("2a ")
        assert not pdf.attachments
    assert "2a bijl. 1" in " ".join(paginateksten(twee_a))
    assert [pad.name for pad in paden if "(besloten)" in pad.name] == [
        pad.name for pad in paden if pad.name.startswith("1A ")
    ]


@pytest.mark.parametrize("soort", [Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN])
def test_no_file_and_no_name_of_a_public_set_holds_what_is_besloten(
    gevuld: Store,
    verpakt: Verpakt,
    tmp_path: Path,
    soort: Doelgroep,
    geheimen: frozenset[str],
) -> None:
    plan = assemble(gevuld, verpakt.opname.vergadering.id, soort)
    paden = schrijf(gevuld, plan, tmp_path / "uit")
    namen = " ".join(pad.name for pad in paden).casefold()
    assert [woord for woord in geheimen if woord in namen] == []
    assert "1a " not in namen
    for pad in paden:
        assert _gevonden(geheimen, alle_bytes(pad)) == set()


def test_two_items_of_one_title_and_hostile_titles_are_all_kept(tmp_path: Path) -> None:
    punten = [een_agendapunt(volgorde=f"c{nr}", titel=titel) for nr, titel in enumerate(["A/B: 'x'", "CON", "..."])]
    stukken = [een_stuk(id=f"s{nr}", agendapunt_id=punt.id) for nr, punt in enumerate(punten)]
    los = [een_stuk(id=f"l{nr}", titel="Kaart") for nr in range(2)]
    notas = {stuk.id: een_nota(stuk_id=stuk.id) for stuk in (*stukken, *los)}
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        bewaard = bewaar(store, een_opname(agendapunten=punten, stukken=[*stukken, *los], notas=notas))
        plan = assemble(store, bewaard.vergadering.id, Doelgroep.LEDEN)
        paden = schrijf(store, plan, tmp_path / "uit")
    assert [pad.name for pad in paden] == [
        "Agenda Bestuurscommissie Waterkant.pdf", "1 A-B- 'x'.pdf", "2 CON.pdf", "3.pdf", "Kaart.pdf", "Kaart (2).pdf",
    ]  # fmt: skip


def test_a_loose_file_goes_with_its_item_or_by_itself(tmp_path: Path) -> None:
    punten = [een_agendapunt(volgorde=f"c{nr}", titel=f"Punt {nr}") for nr in range(2)]
    nota = een_stuk(id="nota", agendapunt_id=punten[0].id)
    bij = een_stuk(id="bij", agendapunt_id=punten[0].id, hoort_bij="nota", titel="Cijfers")
    alleen = een_stuk(id="alleen", agendapunt_id=punten[1].id, titel="Rekenblad")
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        som = bewaar_bytes(store, b"PK een rekenblad")
        versie = een_stukversie(sha256=som, bestandsnaam="b.XLSX", media="x/y", paginas=0)
        bewaard = bewaar(
            store,
            een_opname(
                agendapunten=punten,
                stukken=[nota, bij, alleen],
                notas={"nota": een_nota()},
                versies={"bij": versie, "alleen": replace(versie, id="v2")},
            ),
        )
        plan = assemble(store, bewaard.vergadering.id, Doelgroep.LEDEN)
        paden = schrijf(store, plan, tmp_path / "uit")
    assert [pad.name for pad in paden][1:] == ["1 Punt 0.pdf", "2 Rekenblad.xlsx"]
    assert paden[-1].read_bytes() == b"PK een rekenblad"
    with pikepdf.open(paden[1]) as pdf:
        assert list(pdf.attachments) == ["1 bijl. 1 b.XLSX"]


def test_a_folder_with_other_files_is_refused_and_left_as_it_was(
    gevuld: Store, verpakt: Verpakt, tmp_path: Path
) -> None:
    plan = assemble(gevuld, verpakt.opname.vergadering.id, Doelgroep.OPENBAAR)
    eerst = schrijf(gevuld, plan, tmp_path / "uit")
    voor = inhoud_van_map(tmp_path / "uit")
    assert schrijf(gevuld, plan, tmp_path / "uit") == eerst
    assert inhoud_van_map(tmp_path / "uit") == voor
    (tmp_path / "uit" / "1A oud.pdf").write_bytes(b"oud")
    with pytest.raises(MapNietLeeg, match=r"1A oud\.pdf"):
        schrijf(gevuld, plan, tmp_path / "uit")


def test_a_stop_leaves_no_file_at_all(gevuld: Store, verpakt: Verpakt, tmp_path: Path) -> None:
    plan = assemble(gevuld, verpakt.opname.vergadering.id, Doelgroep.OPENBAAR)
    stappen = iter(range(100))
    stop = Progress(stopped=lambda: next(stappen) > 3)
    with pytest.raises(Onderbroken):
        write_per_punt(plan, tmp_path / "uit", bestand=gevuld.bestanden.open, cache=gevuld.map / "cache", progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_every_part_of_the_set_is_in_exactly_one_file(gevuld: Store, verpakt: Verpakt) -> None:
    plan = assemble(gevuld, verpakt.opname.vergadering.id, Doelgroep.LEDEN, keuze=Keuze(inhoud=False))
    delen = [deel for bestand in split_per_punt(plan) for deel in bestand.delen]
    assert sorted(deel.sleutel for deel in delen) == sorted(deel.sleutel for deel in plan.onderdelen)
