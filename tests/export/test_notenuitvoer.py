"""Notes leave in every form, whole or not at all, and nobody gets a paper that is not theirs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.intake.test_annotaties import op_woorden, papieren_van
from tests.notenbouwers import ROOS, een_aantekening, een_anker
from tests.paper.ua_rules import roles, ua_faults
from tests.verpakt import Verpakt
from tk_desktop.base.files import sha256
from tk_desktop.domain.aantekening import Aantekening
from tk_desktop.domain.vergaderset import Doelgroep, Vergaderset
from tk_desktop.export.annotaties import StukNietInSet
from tk_desktop.export.notenuitvoer import Bewaard, Vorm, notes_name, write_notes
from tk_desktop.pack.samenstellen import assemble, assemble_for_reader
from tk_desktop.paper.places import tree_items
from tk_desktop.store.werkmap import Store


@pytest.fixture
def gevuld(verpakt: Verpakt) -> Iterator[Store]:
    with Store.open(verpakt.werkmap) as geopend:
        yield geopend


@pytest.fixture
def plan(gevuld: Store, verpakt: Verpakt) -> Vergaderset:
    return assemble(gevuld, verpakt.opname.vergadering.id, Doelgroep.LEDEN)


@pytest.fixture
def noten(plan: Vergaderset) -> list[Aantekening]:
    """A note on bijlage 1 of 2a, and one on an older version of it."""
    opname = plan.opname
    stuk = next(stuk for stuk in opname.stukken if opname.label(stuk) == "2a bijl. 1")
    anker = een_anker(versie=opname.versies[stuk.id].paginabestand, pagina=2)
    return [
        een_aantekening(waar, papier=stuk.id, agendapunt_id=opname.punt_van(stuk), tekst="Wie betaalt?")
        for waar in (anker, replace(anker, versie="0" * 64))
    ]


def schrijf(
    store: Store, vorm: Vorm, plan: Vergaderset, noten: list[Aantekening], doel: Path, *, sleutel: str = ""
) -> Bewaard:
    return write_notes(
        vorm,
        plan,
        noten,
        doel,
        lezer=ROOS,
        bestand=store.bestanden.open,
        cache=store.map / "cache",
        sleutel=sleutel,
    )


@pytest.mark.parametrize("vorm", list(Vorm))
def test_each_form_is_written_and_is_the_same_each_time(
    gevuld: Store, plan: Vergaderset, noten: list[Aantekening], tmp_path: Path, vorm: Vorm
) -> None:
    doelen = [tmp_path / f"{nr}{vorm.achter}" for nr in (1, 2)]
    een, _ = (schrijf(gevuld, vorm, plan, noten, doel, sleutel=noten[0].papier) for doel in doelen)
    assert sha256(doelen[0]) == sha256(doelen[1])
    assert (een.aantekeningen, een.niet_geplaatst) == ((1, 1) if vorm.op_stukken else (2, 0))


@pytest.mark.parametrize("vorm", [Vorm.SET, Vorm.STUK])
def test_a_paper_with_notes_stays_readable_aloud_and_the_notes_are(
    gevuld: Store, plan: Vergaderset, tmp_path: Path, vorm: Vorm
) -> None:
    gelezen = assemble_for_reader(gevuld, plan.opname.vergadering.id, ROOS)
    papier = next(een for een in papieren_van(gevuld, gelezen) if een.sleutel == "stuk-2a")
    noot = op_woorden(papier, 1, woorden=2, tekst="Wie\nbetaalt?")
    kaal, met = (
        schrijf(gevuld, vorm, plan, noten, tmp_path / f"{len(noten)}.pdf", sleutel="stuk-2a").pad
        for noten in ([], [noot])
    )
    with pikepdf.open(kaal) as zonder, pikepdf.open(met) as pdf:
        assert sorted(ua_faults(pdf)) == sorted(ua_faults(zonder))
        assert roles(pdf) == [*roles(zonder), "Sect", "Annot"]
        (merk,) = [een for page in pdf.pages for een in page.get("/Annots", []) if een.Subtype == "/Highlight"]
        in_boom: dict[Any, Any] = dict(tree_items(pdf.Root.StructTreeRoot.ParentTree, "/Nums"))
        citaat = noot.plaats.anker.citaat if noot.plaats else ""
        verwacht = " ".join(f"Markering in geel: Wie betaalt? Bij: {citaat}".split())
        assert str(in_boom[int(merk.StructParent)].Alt) == verwacht


def test_a_paper_that_these_readers_do_not_get_is_refused(
    gevuld: Store, verpakt: Verpakt, noten: list[Aantekening], tmp_path: Path
) -> None:
    opname = verpakt.opname
    besloten = next(stuk for stuk in opname.stukken if opname.stuk_is_besloten(stuk))
    openbaar = assemble(gevuld, opname.vergadering.id, Doelgroep.OPENBAAR)
    with pytest.raises(StukNietInSet):
        schrijf(gevuld, Vorm.STUK, openbaar, noten, tmp_path / "uit.pdf", sleutel=besloten.id)
    assert not (tmp_path / "uit.pdf").exists()


def test_the_name_of_the_file_tells_what_is_in_it(plan: Vergaderset, noten: list[Aantekening]) -> None:
    assert notes_name(Vorm.SET, plan.opname).endswith(" met aantekeningen.pdf")
    assert notes_name(Vorm.LIJST_WORD, plan.opname).endswith(" aantekeningen.docx")
    assert "2a bijl. 1" in notes_name(Vorm.STUK, plan.opname, noten[0].papier)
