"""Notes leave in every form, whole or not at all, and nobody gets a paper that is not theirs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.notenbouwers import ROOS, een_aantekening, een_anker
from tests.verpakt import Verpakt
from tk_desktop.base.files import sha256
from tk_desktop.domain.aantekening import Aantekening
from tk_desktop.domain.vergaderset import Doelgroep, Vergaderset
from tk_desktop.export.annotaties import StukNietInSet
from tk_desktop.export.notenuitvoer import Bewaard, Vorm, notes_name, write_notes
from tk_desktop.pack.samenstellen import assemble
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
def test_a_paper_with_notes_keeps_its_tags_its_title_and_its_language(
    gevuld: Store, plan: Vergaderset, noten: list[Aantekening], tmp_path: Path, vorm: Vorm
) -> None:
    nota = next(deel for deel in plan.onderdelen if deel.naam.startswith("2a "))
    op_nota = [replace(noten[0], papier=nota.sleutel)]
    pad = schrijf(gevuld, vorm, plan, op_nota, tmp_path / "uit.pdf", sleutel=nota.sleutel).pad
    with pikepdf.open(pad) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang).startswith("nl")
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


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
