"""Each page of what is secret says so: on which ground, by whom, since when, and on no other page (J8)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from pikepdf.pdfa import check

from tests.verpakt import paginateksten, pak
from tests.zittingbouwers import een_besluit
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.momentopname import BESLOTEN_VARIANT, Momentopname
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.export.afdruk import Drukkeuze, prepare_print, write_afdruk
from tk_desktop.export.notavoorbeeld import write_nota_pdf
from tk_desktop.export.verslag import write_besluitenlijst, write_uittreksel, write_verslag
from tk_desktop.export.vorm import Vorm
from tk_desktop.export.word import write_nota
from tk_desktop.minutes.geheimhouding import impose_geheimhouding, lift_geheimhouding
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.paper.word_reading import lees_word
from tk_desktop.store.werkmap import Store

DAG = date(2026, 5, 20)
BC, DB = "de bestuurscommissie", "het dagelijks bestuur"
BEGIN = "GEHEIM · geheimhouding opgelegd door"
VAN_BC = (
    f"{BEGIN} {BC} op 20-5-2026 (artikel 5.1, tweede lid, onder b, Woo); alleen {BC} kan die opheffen"
)  # fmt: skip
VAN_DB = f"{BEGIN} {DB} op 21-5-2026 (artikel 5.1, tweede lid, onder e, Woo); alleen {DB} kan die opheffen"


@pytest.fixture
def store(gevuld: Store) -> Store:
    return gevuld


@pytest.fixture
def opname(store: Store) -> Momentopname:
    (vergadering,) = store.vergaderingen.all()
    return store.opname(vergadering.id)


def _nota_met_bijlagen(opname: Momentopname) -> Stuk:
    return next(
        stuk
        for stuk in opname.notastukken
        if not opname.stuk_is_besloten(stuk) and any(b.id in opname.versies for b in opname.bijlagen_bij(stuk))
    )


def _ander_stuk(opname: Momentopname, nota: Stuk) -> Stuk:
    return next(
        stuk for stuk in opname.stukken if stuk.id in opname.versies and opname.punt_van(stuk) != opname.punt_van(nota)
    )


def _leg_op(store: Store, opname: Momentopname, nota: Stuk, ander: Stuk) -> str:
    """Impose two duties: one of the commission on a nota, one of the daily board on another paper."""
    gremium = opname.gremium.id
    een = impose_geheimhouding(store, gremium, "Bod", grond="economisch", orgaan=BC, op=DAG, stukken=[nota.id])
    impose_geheimhouding(
        store, gremium, "Zorg", grond="persoonlijk", orgaan=DB, op=date(2026, 5, 21), stukken=[ander.id]
    )
    return een.id


def _leg_op_punt(store: Store, punt: Agendapunt) -> None:
    gremium = store.vergaderingen.get(punt.vergadering_id).gremium_id
    impose_geheimhouding(store, gremium, "Bod", grond="economisch", orgaan=BC, op=DAG, agendapunten=[punt.id])


def test_each_page_of_a_secret_paper_and_its_bijlagen_bears_its_own_stamp(
    store: Store, opname: Momentopname, tmp_path: Path
) -> None:
    nota = _nota_met_bijlagen(opname)
    ander = _ander_stuk(opname, nota)
    _leg_op(store, opname, nota, ander)
    gepakt = pak(store, opname.vergadering.id, tmp_path / "leden.pdf")
    onder_nota = {nota.id, *(bijlage.id for bijlage in opname.bijlagen_bij(nota))}
    geteld = 0
    for deel in gepakt.gemaakt.delen:
        for tekst in gepakt.paginas[deel.van - 1 : deel.tot]:
            assert tekst.count(VAN_BC) == (deel.sleutel in onder_nota), deel.naam
            assert tekst.count(VAN_DB) == (deel.sleutel == ander.id), deel.naam
            geteld += BEGIN in tekst
    assert geteld > 2
    with pikepdf.open(gepakt.pdf) as pdf:
        assert not check(pdf, "3b").findings


def test_what_hangs_under_a_secret_item_bears_the_stamp_of_that_item(
    store: Store, opname: Momentopname, tmp_path: Path
) -> None:
    punt = opname.hoofdpunt(opname.punt(opname.punt_van(_nota_met_bijlagen(opname)) or ""))
    _leg_op_punt(store, punt)
    gepakt = pak(store, opname.vergadering.id, tmp_path / "leden.pdf", schutbladen=True)
    for deel, onderdeel in zip(gepakt.gemaakt.delen, gepakt.plan.onderdelen, strict=False):
        eigen = gepakt.plan.punt_van(onderdeel)
        onder = eigen is not None and opname.hoofdpunt(opname.punt(eigen)).id == punt.id
        assert all((VAN_BC in tekst) == onder for tekst in gepakt.paginas[deel.van - 1 : deel.tot]), deel.naam


def test_what_was_lifted_bears_no_stamp(store: Store, opname: Momentopname, tmp_path: Path) -> None:
    nota = _nota_met_bijlagen(opname)
    geheim = _leg_op(store, opname, nota, _ander_stuk(opname, nota))
    lift_geheimhouding(store, geheim, orgaan=BC, op=DAG)
    leden = pak(store, opname.vergadering.id, tmp_path / "leden.pdf")
    assert not any(VAN_BC in tekst for tekst in leden.paginas)


def test_a_public_set_knows_nothing_of_what_is_secret(store: Store, opname: Momentopname, tmp_path: Path) -> None:
    punt = next(punt for punt in opname.agendapunten if opname.is_besloten(punt))
    _leg_op_punt(store, punt)
    openbaar = pak(store, opname.vergadering.id, tmp_path / "openbaar.pdf", Doelgroep.OPENBAAR)
    assert not any("GEHEIM" in tekst for tekst in openbaar.paginas)
    assert openbaar.plan.opname.geheim == ()


def test_a_nota_by_itself_bears_its_stamp(store: Store, opname: Momentopname, tmp_path: Path) -> None:
    nota = _nota_met_bijlagen(opname)
    _leg_op(store, opname, nota, _ander_stuk(opname, nota))
    doel = tmp_path / "nota.pdf"
    write_nota_pdf(
        store.opname(opname.vergadering.id), nota.id, doel, bestand=store.bestanden.open, cache=store.map / "cache"
    )
    assert all(VAN_BC in tekst for tekst in paginateksten(doel))


def test_a_nota_in_word_bears_its_stamp_on_each_page(store: Store, opname: Momentopname, tmp_path: Path) -> None:
    nota = _nota_met_bijlagen(opname)
    _leg_op(store, opname, nota, _ander_stuk(opname, nota))
    met_geheim = store.opname(opname.vergadering.id)
    andere = next(stuk for stuk in opname.notastukken if stuk.id != nota.id and not opname.stuk_is_besloten(stuk))
    assert _voetteksten(write_nota(met_geheim, nota, tmp_path / "nota.docx")) == [VAN_BC, VAN_BC]
    assert _voetteksten(write_nota(met_geheim, andere, tmp_path / "andere.docx")) == []


@pytest.mark.parametrize("vorm", Vorm)
def test_the_closed_verslag_and_an_uittreksel_bear_the_stamps_of_what_they_tell(
    store: Store, opname: Momentopname, tmp_path: Path, vorm: Vorm
) -> None:
    besloten = next(punt for punt in opname.agendapunten if opname.is_besloten(punt))
    open_ = next(punt for punt in opname.agendapunten if not opname.is_besloten(punt))
    _leg_op_punt(store, besloten)
    for punt in (besloten, open_):
        store.besluiten.save(een_besluit(id=punt.id, agendapunt_id=punt.id))
    zitting = store.zitting(opname.vergadering.id)
    geheim, openbaar = (next(b for b in zitting.besluiten if b.id == punt.id) for punt in (besloten, open_))
    iedereen = zitting.voor_iedereen()
    assert _gestempeld(write_verslag(zitting, tmp_path / f"besloten{vorm.value}", vorm))
    assert _gestempeld(write_besluitenlijst(zitting, tmp_path / f"lijst{vorm.value}", vorm))
    assert _gestempeld(write_uittreksel(zitting, geheim, tmp_path / f"een{vorm.value}", vorm))
    assert not _gestempeld(write_uittreksel(zitting, openbaar, tmp_path / f"ander{vorm.value}", vorm))
    assert not _gestempeld(write_verslag(iedereen, tmp_path / f"open{vorm.value}", vorm))


def test_the_dividers_of_a_print_bear_the_stamp_too(store: Store, opname: Momentopname, tmp_path: Path) -> None:
    punt = opname.hoofdpunt(opname.punt(opname.punt_van(_nota_met_bijlagen(opname)) or ""))
    _leg_op_punt(store, punt)
    plan = assemble(store, opname.vergadering.id, Doelgroep.LEDEN)
    bron = prepare_print(plan, tmp_path, bestand=store.bestanden.open, cache=store.map / "cache")
    write_afdruk(bron, Drukkeuze(punt=punt.id, schutbladen=True, rechts=False), tmp_path / "afdruk.pdf")
    bladen = [tekst for tekst in paginateksten(tmp_path / "afdruk.pdf") if tekst]
    assert bladen
    assert all(VAN_BC in tekst for tekst in bladen)


def _voetteksten(word: Path) -> list[str]:
    """Return the stamps in the footers of a Word document: those of the first page and of all others."""
    voeten = [voet for sectie in Document(str(word)).sections for voet in (sectie.first_page_footer, sectie.footer)]
    return [alinea.text for voet in voeten for alinea in voet.paragraphs if "GEHEIM" in alinea.text]


def _gestempeld(papier: Path) -> bool:
    if papier.suffix == ".docx":
        return _voetteksten(papier) == [VAN_BC, VAN_BC]
    teksten = paginateksten(papier)
    assert len({VAN_BC in tekst for tekst in teksten}) == 1, "every page or none"
    return VAN_BC in teksten[0]


def test_from_one_nota_come_an_open_and_a_closed_variant(store: Store, opname: Momentopname, tmp_path: Path) -> None:
    stuk = _nota_met_bijlagen(opname)
    nota = opname.notas[stuk.id]
    eerste, *rest = nota.secties
    passage = replace(eerste, tekst=f"{eerste.tekst}\n\nHet bod is ~~48.000 euro voor de Oesterbank~~.".strip())
    store.notas.save(replace(nota, secties=(passage, *rest)))
    (vergadering,) = store.vergaderingen.all()
    opname = store.opname(vergadering.id)
    leden = " ".join(pak(store, vergadering.id, tmp_path / "leden.pdf").paginas)
    assert "Het bod is 48.000 euro voor de Oesterbank." in leden
    assert BESLOTEN_VARIANT in leden
    for soort in (Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN):
        open_ = " ".join(pak(store, vergadering.id, tmp_path / f"{soort.value}.pdf", soort).paginas)
        assert "Het bod is [besloten]." in open_
        assert "Oesterbank" not in open_
        assert "BESLOTEN VARIANT" not in open_
    word = write_nota(opname, stuk, tmp_path / "nota.docx")
    gelezen = [stukje for blok in lees_word(word).blokken for stukje in getattr(blok, "stukjes", ())]
    assert [stukje.tekst for stukje in gelezen if stukje.besloten] == ["48.000 euro voor de Oesterbank"]
