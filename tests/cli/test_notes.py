"""``tk notes``: notes go to a file in the form of its name, and come in from one, once."""

from pathlib import Path

import pytest

from tests.cli.hulp import tk
from tests.notenbouwers import ROOS, WIES, een_aantekening, een_anker
from tk_desktop.domain.aantekening import Soort, Zicht
from tk_desktop.store.werkmap import Store


@pytest.fixture
def met_noten(werkmap: Path) -> Path:
    """The sample with a private note of Roos and one that she shares, on bijlage 1 of 2a."""
    with Store.open(werkmap) as store:
        opname = store.opname(store.vergaderingen.all()[0].id)
        stuk = next(stuk for stuk in opname.stukken if opname.label(stuk) == "2a bijl. 1")
        anker = een_anker(versie=opname.versies[stuk.id].paginabestand, pagina=2)
        with store.transaction():
            for zicht in (Zicht.PRIVE, Zicht.ALLEN):
                noot = een_aantekening(
                    anker,
                    vergadering_id=opname.vergadering.id,
                    papier=stuk.id,
                    agendapunt_id=opname.punt_van(stuk),
                    soort=Soort.VRAAG,
                    tekst="Wie betaalt?",
                    zicht=zicht,
                )
                store.aantekeningen.save(noot)
    return werkmap


@pytest.mark.parametrize("naam", ["uit.docx", "uit.xlsx", "uit.jsonld", "uit.pdf"])
def test_the_name_of_the_file_tells_the_form(met_noten: Path, tmp_path: Path, naam: str) -> None:
    uitkomst = tk("notes", "--uit", tmp_path / naam, "--werkmap", met_noten, "--json")
    assert uitkomst.code == 0, uitkomst.fout
    assert uitkomst.json["aantekeningen"] == 2
    assert (tmp_path / naam).stat().st_size > 1000


def test_a_list_as_pdf_is_asked_for(met_noten: Path, tmp_path: Path) -> None:
    uitkomst = tk("notes", "--uit", tmp_path / "lijst.pdf", "--lijst", "--werkmap", met_noten)
    assert uitkomst.uit == f"{tmp_path / 'lijst.pdf'}: 2 aantekeningen.\n"


def test_another_reader_gets_only_what_is_shared(met_noten: Path, tmp_path: Path) -> None:
    uitkomst = tk("notes", "--uit", tmp_path / "uit.jsonld", "--voor", "leden", "--werkmap", met_noten)
    assert uitkomst.uit.splitlines()[1] == "1 niet meegegeven: niet gedeeld met deze lezer."
    aan_wies = tk("notes", "--uit", tmp_path / "uit.jsonld", "--voor", WIES, "--werkmap", met_noten, "--json")
    assert (aan_wies.json["aantekeningen"], aan_wies.json["niet_gedeeld"]) == (1, 1)


@pytest.mark.parametrize("naam", ["uit.pdf", "uit.jsonld"])
def test_what_went_out_comes_in_once(met_noten: Path, tmp_path: Path, naam: str) -> None:
    tk("notes", "--uit", tmp_path / naam, "--werkmap", met_noten)
    with Store.open(met_noten) as store, store.transaction():
        eerst = store.aantekeningen.van_vergadering(store.vergaderingen.all()[0].id)
        for een in eerst:
            store.aantekeningen.delete(een.id)
    for nieuw in (2, 0):
        uitkomst = tk("notes", "--in", tmp_path / naam, "--lezer", ROOS, "--werkmap", met_noten, "--json")
        assert uitkomst.code == 0, uitkomst.fout
        assert (uitkomst.json["nieuw"], uitkomst.json["bekend"]) == (nieuw, 2 - nieuw)
    with Store.open(met_noten) as store:
        terug = store.aantekeningen.van_vergadering(store.vergaderingen.all()[0].id)
    assert {een.id: (een.papier, een.tekst, een.soort) for een in terug} == {
        een.id: (een.papier, een.tekst, een.soort) for een in eerst
    }


def test_a_file_is_what_is_in_it_whatever_it_is_called(met_noten: Path, tmp_path: Path) -> None:
    tk("notes", "--uit", tmp_path / "uit.pdf", "--werkmap", met_noten)
    (tmp_path / "uit.pdf").rename(tmp_path / "uit.json")
    uitkomst = tk("notes", "--in", tmp_path / "uit.json", "--werkmap", met_noten)
    assert uitkomst.uit == "Nieuw: 0, gewijzigd: 0, al bekend: 2.\n"


def test_a_question_that_is_not_whole_is_refused(met_noten: Path, werkmap: Path, tmp_path: Path) -> None:
    assert "TK-C10" in tk("notes", "--werkmap", met_noten).fout
    assert "TK-C11" in tk("notes", "--uit", tmp_path / "uit.odt", "--werkmap", met_noten).fout
    with Store.open(werkmap) as store, store.transaction():
        store.aantekeningen.save(
            een_aantekening(eigenaar=WIES, vergadering_id=store.vergaderingen.all()[0].id, agendapunt_id=None)
        )
    fout = tk("notes", "--uit", tmp_path / "uit.docx", "--werkmap", met_noten).fout
    assert f"Bij deze vergadering schreven: {ROOS}, {WIES}." in fout
