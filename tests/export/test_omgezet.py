"""An Office file of which pages were made stands in the set with those pages; the received file stays as it came."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from tests.intake.lezingen import NU
from tests.paper.sample_pdfs import a_pdf
from tests.verpakt import alle_bytes, pak, vul_werkmap
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.intake.bestandssoorten import WORD
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.toevoegen import add_bestanden
from tk_desktop.meeting.stukken import set_stuk_besloten
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        vul_werkmap(geopend)
        yield geopend


@pytest.fixture
def stuk_id(store: Store, tmp_path: Path) -> str:
    """A bijlage of 2b that came in as a Word file."""
    (tmp_path / "Kades.docx").write_bytes(b"PK het ontvangen Word-bestand")
    bestand = GelezenBestand(
        bron=tmp_path / "Kades.docx",
        media=WORD,
        paginas=("De kades van Marsmade.",),
        pdf=a_pdf(tmp_path / "Kades.pdf", ("De kades van Marsmade.",)),
        omgezet_met="LibreOffice",
    )
    (vergadering,) = store.vergaderingen.all()
    opname = store.opname(vergadering.id)
    punt = next(punt.id for punt in opname.agendapunten if str(opname.nummers[punt.id]) == "2b")
    return add_bestanden(store, [bestand], punt, nu=NU).stukken[0]


def _vergadering(store: Store) -> str:
    return store.vergaderingen.all()[0].id


def test_the_pages_stand_in_the_set_and_the_set_is_the_same_again(store: Store, stuk_id: str, tmp_path: Path) -> None:
    een = pak(store, _vergadering(store), tmp_path / "een.pdf")
    twee = pak(store, _vergadering(store), tmp_path / "twee.pdf", cache=tmp_path / "andere cache")
    assert any("De kades van Marsmade." in pagina for pagina in een.paginas)
    assert een.pdf.read_bytes() == twee.pdf.read_bytes()
    with pikepdf.open(een.pdf) as pdf:
        assert not any("Kades" in naam for naam in pdf.attachments)


def test_a_public_set_shows_them_too_unless_they_are_besloten(store: Store, stuk_id: str, tmp_path: Path) -> None:
    openbaar = pak(store, _vergadering(store), tmp_path / "openbaar.pdf", Doelgroep.OPENBAAR)
    assert any("De kades van Marsmade." in pagina for pagina in openbaar.paginas)
    set_stuk_besloten(store, stuk_id, True)
    dicht = pak(store, _vergadering(store), tmp_path / "dicht.pdf", Doelgroep.OPENBAAR)
    assert not any("Marsmade." in pagina and "kades" in pagina for pagina in dicht.paginas)
    assert not any(b"het ontvangen Word-bestand" in deel for deel in alle_bytes(dicht.pdf))
