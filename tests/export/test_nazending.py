"""What changed after a set was sent: just its own sheets, and a list of where they go."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from tests.bouwers import bewaar, bewaar_bytes, een_agendapunt, een_opname, een_stuk, een_stukversie
from tests.verpakt import Gepakt, paginateksten, pak
from tk_desktop.base.files import sha256
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.export.pdf import NietsVeranderd, write_nazending
from tk_desktop.meeting.agenda import add_punt
from tk_desktop.pack.samenstellen import Keuze, assemble
from tk_desktop.pack.uitgeven import latest_uitgave, record_uitgave
from tk_desktop.store.werkmap import Store


def _verzonden(store: Store, tmp_path: Path, **keuze: Any) -> tuple[Momentopname, Gepakt]:
    (vergadering,) = store.vergaderingen.all()
    set_ = pak(store, vergadering.id, tmp_path / "set.pdf", **keuze)
    record_uitgave(store, vergadering.id, set_.gemaakt, sha256(set_.pdf))
    return store.opname(vergadering.id), set_


def _zend_na(store: Store, bewaard: Momentopname, doel: Path, **keuze: Any) -> tuple[str, ...]:
    plan = assemble(store, bewaard.vergadering.id, Doelgroep.LEDEN, keuze=Keuze(**keuze))
    uitgave = latest_uitgave(store, bewaard.vergadering.id, plan.variant)
    return write_nazending(plan, uitgave, doel, bestand=store.bestanden.open, cache=store.map / "cache")


def _nieuwe_versie(store: Store, opname: Momentopname, stuk_id: str, bron: str) -> None:
    """Let a paper become the file of another paper of the sample."""
    ander = opname.versies[bron]
    with store.transaction():
        store.versies.save(replace(ander, id=f"nieuw-{stuk_id}", stuk_id=stuk_id, volgorde="z"))


def test_a_changed_bijlage_is_sent_as_just_its_own_sheets(gevuld: Store, tmp_path: Path) -> None:
    bewaard, set_ = _verzonden(gevuld, tmp_path)
    oud = next(deel for deel in set_.gemaakt.delen if deel.label == "2a bijl. 2")
    _nieuwe_versie(gevuld, bewaard, "stuk-2a-bijlage-2", "stuk-8b")
    lijst = _zend_na(gevuld, bewaard, tmp_path / "na.pdf")
    assert lijst == (
        f"Vervang blz. {oud.van}-{oud.tot} door blz. {oud.van} t/m {oud.tot}b "
        "(2a bijl. 2 Presentatie Zes scholen verder)",
    )
    nummers = ["N1", *(str(nr) for nr in range(oud.van, oud.tot + 1)), f"{oud.tot}a", f"{oud.tot}b"]
    with pypdfium2.PdfDocument(tmp_path / "na.pdf") as pdf:
        assert [pdf.get_page_label(i) for i in range(len(pdf))] == nummers
    teksten = paginateksten(tmp_path / "na.pdf")
    totaal = set_.gemaakt.paginas
    for nummer, tekst in zip(nummers, teksten, strict=True):
        assert f"blz. {nummer}/{totaal}" in tekst
    assert f"Vervang blz. {oud.van}-{oud.tot} door blz. {oud.van} t/m {oud.tot}b" in teksten[0]
    assert all("2a bijl. 2" in tekst for tekst in teksten[1:])


def test_a_paper_that_came_after_all_replaces_its_sheet(gevuld: Store, tmp_path: Path) -> None:
    bewaard, set_ = _verzonden(gevuld, tmp_path)
    blad = next(deel for deel in set_.gemaakt.delen if deel.label == "3 bijl. 2")
    _nieuwe_versie(gevuld, bewaard, "stuk-3-bijlage-2", "stuk-8d")
    assert _zend_na(gevuld, bewaard, tmp_path / "na.pdf") == (
        f"Vervang blz. {blad.van} (3 bijl. 2 Gesprekken met dertig ouders)",
    )


def test_the_sheets_sent_after_a_set_bear_a_number_only_when_those_of_the_set_do(gevuld: Store, tmp_path: Path) -> None:
    bewaard, set_ = _verzonden(gevuld, tmp_path, bladnummers=False)
    _nieuwe_versie(gevuld, bewaard, "stuk-2a-bijlage-2", "stuk-8b")
    _zend_na(gevuld, bewaard, tmp_path / "na.pdf", bladnummers=True)
    teksten = paginateksten(tmp_path / "na.pdf")
    assert "Op de bladen staat geen nummer" in " ".join(teksten[0].split())
    assert not any(f"/{set_.gemaakt.paginas}" in tekst for tekst in teksten)


def test_nothing_changed_is_no_nazending(gevuld: Store, tmp_path: Path) -> None:
    bewaard, _ = _verzonden(gevuld, tmp_path)
    with pytest.raises(NietsVeranderd, match="niets veranderd"):
        _zend_na(gevuld, bewaard, tmp_path / "na.pdf")
    assert not (tmp_path / "na.pdf").exists()


def test_an_item_that_comes_between_sends_the_agenda_and_nothing_that_only_moved(gevuld: Store, tmp_path: Path) -> None:
    bewaard, set_ = _verzonden(gevuld, tmp_path, schutbladen=True)
    punt = add_punt(gevuld, bewaard.vergadering.id, "Werkbezoek", na=bewaard.agendapunten[0].id)
    stuk = een_stuk(vergadering_id=bewaard.vergadering.id, agendapunt_id=punt.id, titel="Programma van de dag")
    with gevuld.transaction():
        gevuld.stukken.save(stuk)
    _nieuwe_versie(gevuld, bewaard, stuk.id, "stuk-9b")
    agenda = next(deel for deel in set_.gemaakt.delen if deel.sleutel == "agenda")
    lijst = _zend_na(gevuld, bewaard, tmp_path / "na.pdf", schutbladen=True)
    assert [regel.split("(")[1] for regel in lijst] == [
        "Agenda Bestuurscommissie Gezond Opgroeien)",
        "2 Programma van de dag)",
        "3b Verdeling zwemfonds 2026-2027)",  # its words name an item that has another number now
    ]
    assert lijst[0].startswith(f"Vervang blz. {agenda.van}-{agenda.tot}")
    assert lijst[1].startswith(f"Voeg toe na blz. {agenda.tot}")
    assert "oud nummer of een oude titel" in paginateksten(tmp_path / "na.pdf")[0]


@pytest.mark.parametrize("anders", ["programma", "huisstijl"])
def test_another_program_version_or_house_style_sends_nothing_after(
    gevuld: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anders: str
) -> None:
    bewaard, _ = _verzonden(gevuld, tmp_path, schutbladen=True, rechts=True)
    if anders == "programma":
        monkeypatch.setattr("tk_desktop.export.delen.__version__", "99.0")
    else:
        with gevuld.transaction():
            gevuld.gremia.save(replace(bewaard.gremium, huisstijl="neutraal"))
    with pytest.raises(NietsVeranderd):
        _zend_na(gevuld, bewaard, tmp_path / "na.pdf", schutbladen=True)


def test_a_changed_title_is_sent_with_the_agenda_and_without_its_divider(gevuld: Store, tmp_path: Path) -> None:
    bewaard, set_ = _verzonden(gevuld, tmp_path, schutbladen=True)
    with gevuld.transaction():
        for id_ in ("punt-thema", "punt-verslagen"):
            punt = gevuld.agendapunten.get(id_)
            gevuld.agendapunten.save(replace(punt, titel=f"{punt.titel} in oktober"))
    lijst = _zend_na(gevuld, bewaard, tmp_path / "na.pdf", schutbladen=True)
    agenda = next(deel for deel in set_.gemaakt.delen if deel.anker == "agenda")
    assert lijst == (f"Vervang blz. {agenda.van}-{agenda.tot} (Agenda Bestuurscommissie Gezond Opgroeien)",)


def test_a_paper_that_is_taken_back_is_named_without_sheets(gevuld: Store, tmp_path: Path) -> None:
    bewaard, set_ = _verzonden(gevuld, tmp_path)
    with gevuld.transaction():
        gevuld.stukken.delete("stuk-9b")
    lijst = _zend_na(gevuld, bewaard, tmp_path / "na.pdf")
    deel = next(deel for deel in set_.gemaakt.delen if deel.label == "9b")
    assert f"Verwijder blz. {deel.van}-{deel.tot} (9b AO GO 7 mei 2026)" in lijst


def test_when_sheets_only_go_the_list_says_to_take_them_out(gevuld: Store, tmp_path: Path) -> None:
    bewaard, set_ = _verzonden(gevuld, tmp_path)
    weg = next(deel for deel in set_.gemaakt.delen if deel.label == "3 bijl. 2")
    plan = assemble(gevuld, bewaard.vergadering.id, Doelgroep.LEDEN)
    zonder = replace(plan, onderdelen=tuple(deel for deel in plan.onderdelen if deel.sleutel != weg.sleutel))
    uitgave = latest_uitgave(gevuld, bewaard.vergadering.id, plan.variant)
    lijst = write_nazending(
        zonder, uitgave, tmp_path / "na.pdf", bestand=gevuld.bestanden.open, cache=gevuld.map / "cache"
    )
    assert lijst == (f"Verwijder blz. {weg.van} (3 bijl. 2 Gesprekken met dertig ouders)",)
    (blad,) = paginateksten(tmp_path / "na.pdf")
    assert "Neem deze bladen uit uw set." in blad
    assert "Leg deze bladen" not in blad
    assert "3 bijl. 2 Gesprekken met dertig ouders" in blad


def test_a_changed_file_without_pages_is_named_and_travels_along(gevuld: Store, tmp_path: Path) -> None:
    punt = een_agendapunt(volgorde="c")
    stukken = [een_stuk(agendapunt_id=punt.id, titel=titel, volgorde=titel) for titel in ("Begroting", "Raming")]
    versies = {
        stuk.id: een_stukversie(
            stuk_id=stuk.id,
            sha256=bewaar_bytes(gevuld, stuk.titel.encode()),
            bestandsnaam=f"{stuk.titel}.ods",
            media="application/x-ods",
            paginas=0,
        )
        for stuk in stukken
    }
    bewaard = bewaar(gevuld, een_opname(agendapunten=[punt], stukken=stukken, versies=versies))
    set_ = pak(gevuld, bewaard.vergadering.id, tmp_path / "set.pdf")
    record_uitgave(gevuld, bewaard.vergadering.id, set_.gemaakt, sha256(set_.pdf))
    with pytest.raises(NietsVeranderd):
        _zend_na(gevuld, bewaard, tmp_path / "na.pdf")
    oud = bewaard.versies[stukken[0].id]
    with gevuld.transaction():
        gevuld.versies.save(replace(oud, id="nieuw", volgorde="z", sha256=bewaar_bytes(gevuld, b"nieuwe begroting")))
    assert _zend_na(gevuld, bewaard, tmp_path / "na.pdf") == ("Nieuw los bestand: 1 Begroting",)
    with pikepdf.open(tmp_path / "na.pdf") as pdf:
        assert list(pdf.attachments) == ["1 Begroting.ods"]
        assert pdf.attachments["1 Begroting.ods"].get_file().read_bytes() == b"nieuwe begroting"
    (blad,) = paginateksten(tmp_path / "na.pdf")
    assert "Nieuw los bestand 1 Begroting" in blad
    assert "bladen in uw set" not in blad
    assert "blijven gelijk" not in blad
