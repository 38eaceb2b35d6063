"""What comes out of the printer is the set on screen, on as few surprises as sheets."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.verpakt import Verpakt, paginateksten, pak, vul_werkmap
from tk_desktop.base.files import sha256
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.export.afdruk import (
    Drukbron,
    Drukkeuze,
    NietsAfTeDrukken,
    koppen,
    plan_print,
    prepare_changes,
    prepare_print,
    write_afdruk,
)
from tk_desktop.export.pdf import NietsVeranderd
from tk_desktop.meeting.stukken import set_afdrukken
from tk_desktop.pack.samenstellen import Keuze, assemble
from tk_desktop.pack.uitgeven import record_uitgave
from tk_desktop.store.werkmap import Store


@pytest.fixture
def gevuld(verpakt: Verpakt) -> Iterator[Store]:
    with Store.open(verpakt.werkmap) as geopend:
        yield geopend


@pytest.fixture
def bron(gevuld: Store, verpakt: Verpakt, tmp_path: Path) -> Drukbron:
    plan = assemble(gevuld, verpakt.opname.vergadering.id, Doelgroep.LEDEN, keuze=Keuze(rechts=True))
    return prepare_print(plan, tmp_path / "bron", bestand=gevuld.bestanden.open, cache=gevuld.map / "cache")


def test_the_whole_set_is_printed_with_every_paper_on_a_new_sheet(bron: Drukbron, tmp_path: Path) -> None:
    plan = write_afdruk(bron, Drukkeuze(), tmp_path / "druk.pdf")
    teksten = paginateksten(tmp_path / "druk.pdf")
    assert len(teksten) == len(plan.zijden) == 2 * plan.vellen.samen
    assert plan.vellen.a3 >= 1
    stukken = [tekst for tekst in teksten if tekst]
    origineel = [tekst for tekst in paginateksten(bron.pdf) if " · " in tekst]
    assert [tekst for tekst in origineel if tekst in stukken][:3] == origineel[:3]
    for deel in bron.delen:
        (plaats,) = [nr for nr, zijde in enumerate(plan.zijden) if zijde.bron and zijde.pagina == deel.van]
        assert plaats % 2 == 0


def test_page_numbers_on_paper_are_those_on_screen_with_dividers_too(bron: Drukbron, tmp_path: Path) -> None:
    zonder, met = (
        write_afdruk(bron, Drukkeuze(schutbladen=schutbladen, dubbelzijdig=False), tmp_path / f"{schutbladen}.pdf")
        for schutbladen in (False, True)
    )
    assert len(met.zijden) - len(zonder.zijden) == len(bron.schutbladen) > 3
    papier = [tekst for tekst in paginateksten(tmp_path / "True.pdf") if "blz. " in tekst]
    assert papier == [tekst for tekst in paginateksten(tmp_path / "False.pdf") if "blz. " in tekst]


def test_one_item_is_printed_with_what_stands_under_it(bron: Drukbron, gevuld: Store, verpakt: Verpakt) -> None:
    opname = verpakt.opname
    hoofd = next(punt for punt in opname.agendapunten if str(opname.nummers[punt.id]) == "2")
    sub = next(punt for punt in opname.agendapunten if str(opname.nummers[punt.id]) == "2a")
    alles, heel, deel = (plan_print(bron, Drukkeuze(punt=id_)) for id_ in ("", hoofd.id, sub.id))
    assert alles.vellen.samen > heel.vellen.samen > deel.vellen.samen > 0
    bladzijden = {zijde.pagina for zijde in deel.zijden if zijde.bron}
    assert bladzijden == {nr for d in bron.delen if d.punt == sub.id for nr in range(d.van, d.tot)}


def test_nothing_is_printed_of_an_item_without_papers(bron: Drukbron, verpakt: Verpakt) -> None:
    opening = verpakt.opname.agendapunten[0]
    with pytest.raises(NietsAfTeDrukken):
        plan_print(bron, Drukkeuze(punt=opening.id))


def test_copies_have_names_and_sheets_are_counted_beforehand(bron: Drukbron, tmp_path: Path) -> None:
    keuze = Drukkeuze(namen=("Roos van Dalen", "", "Wies Aalders"))
    vooraf = plan_print(bron, keuze)
    assert vooraf.in_totaal.samen == 3 * vooraf.vellen.samen
    write_afdruk(bron, keuze, tmp_path / "druk.pdf")
    teksten = paginateksten(tmp_path / "druk.pdf")
    assert len(teksten) == 2 * vooraf.in_totaal.samen
    per = len(vooraf.zijden)
    assert "Exemplaar 1 · voor Roos van Dalen" in teksten[0]
    assert "Exemplaar" not in teksten[per]
    assert "Exemplaar 3 · voor Wies Aalders" in teksten[2 * per]
    assert koppen(("", " Jo ")) == ("", "Exemplaar 2 · voor Jo")


def test_the_same_print_gives_the_same_bytes(bron: Drukbron, tmp_path: Path) -> None:
    for naam in ("een.pdf", "twee.pdf"):
        write_afdruk(bron, Drukkeuze(namen=("Jo", "An"), schutbladen=True), tmp_path / naam)
    assert sha256(tmp_path / "een.pdf") == sha256(tmp_path / "twee.pdf")


def test_only_the_sheets_that_changed_are_printed(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        bewaard = vul_werkmap(store)
        id_ = bewaard.vergadering.id
        set_ = pak(store, id_, tmp_path / "set.pdf")
        uitgave = record_uitgave(store, id_, set_.gemaakt, "0" * 64)
        waar = {"bestand": store.bestanden.open, "cache": store.map / "cache"}
        plan = assemble(store, id_, Doelgroep.LEDEN)
        with pytest.raises(NietsVeranderd):
            prepare_changes(plan, uitgave, tmp_path / "bron", **waar)  # type: ignore[arg-type]
        ander = bewaard.versies["stuk-8b"]
        with store.transaction():
            store.versies.save(replace(ander, id="n", stuk_id="stuk-2a-bijlage-2", volgorde="z"))
        plan = assemble(store, id_, Doelgroep.LEDEN)
        bron = prepare_changes(plan, uitgave, tmp_path / "bron", **waar)  # type: ignore[arg-type]
    druk = write_afdruk(bron, Drukkeuze(), tmp_path / "druk.pdf")
    assert [deel.tot - deel.van for deel in bron.delen] == [1, ander.paginas]
    assert druk.vellen.samen == 1 + -(-ander.paginas // 2)


def test_nothing_besloten_comes_out_of_the_printer_for_the_public(
    gevuld: Store, verpakt: Verpakt, tmp_path: Path
) -> None:
    plan = assemble(gevuld, verpakt.opname.vergadering.id, Doelgroep.OPENBAAR)
    bron = prepare_print(plan, tmp_path / "bron", bestand=gevuld.bestanden.open, cache=gevuld.map / "cache")
    write_afdruk(bron, Drukkeuze(schutbladen=True), tmp_path / "druk.pdf")
    geheim = next(punt for punt in verpakt.opname.agendapunten if punt.besloten)
    assert geheim.id not in bron.schutbladen
    assert geheim.titel not in " ".join(paginateksten(tmp_path / "druk.pdf"))


def test_what_need_not_be_printed_is_left_out_when_asked(verpakt: Verpakt, tmp_path: Path) -> None:
    with Store.open(Path(shutil.copytree(verpakt.werkmap, tmp_path / "werkmap"))) as store:
        id_ = verpakt.opname.vergadering.id
        stuk = next(een for een in store.opname(id_).stukken if store.opname(id_).label(een) == "2a bijl. 1")
        set_afdrukken(store, stuk.id, False)
        plan = assemble(store, id_, Doelgroep.LEDEN)
        bron = prepare_print(plan, tmp_path / "bron", bestand=store.bestanden.open, cache=store.map / "cache")
    (weg,) = [deel for deel in bron.delen if not deel.afdrukken]
    assert weg.titel.endswith(stuk.titel)
    alles, gemerkt = (plan_print(bron, Drukkeuze(alleen_gemerkt=keuze, dubbelzijdig=False)) for keuze in (False, True))
    assert len(alles.zijden) - len(gemerkt.zijden) == weg.tot - weg.van > 0
    assert {zijde.pagina for zijde in gemerkt.zijden}.isdisjoint(range(weg.van, weg.tot))
