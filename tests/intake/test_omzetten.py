"""Office files get their pages after the reading, in two steps of which the one that waits reads no PDF."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.paper.sample_pdfs import a_pdf
from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.progress import Progress
from tk_desktop.intake.omzetten import Omzetting, convert_received, to_convert, with_converted
from tk_desktop.intake.ontvangst import ZONDER_OFFICE, Ontvangst, read_dropped
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import NAAM, Office, OfficeMetWachtwoord, OfficeStartNiet, OmzettenMislukt


@pytest.fixture
def cache(tmp_path: Path) -> Bladcache:
    return Bladcache(tmp_path / "cache")


@pytest.fixture
def ontvangst(tmp_path: Path, cache: Bladcache) -> Ontvangst:
    """A paper in Word and one in PDF, read."""
    document = docx.Document()
    document.add_paragraph("De kades van Marsmade.")
    document.save(str(tmp_path / "Kades.docx"))
    a_pdf(tmp_path / "Plan.pdf", ("Plan",))
    return read_dropped([tmp_path / "Kades.docx", tmp_path / "Plan.pdf"], cache, tmp_path, Progress())


def test_only_office_files_wait_for_pages(ontvangst: Ontvangst) -> None:
    assert [bestand.bron.name for bestand in to_convert(ontvangst)] == ["Kades.docx"]


def test_what_was_made_stands_in_the_file_and_its_remark_goes(
    ontvangst: Ontvangst, cache: Bladcache, tmp_path: Path
) -> None:
    (kades,) = to_convert(ontvangst)
    assert kades.opmerkingen == (ZONDER_OFFICE,)
    pdf = a_pdf(tmp_path / "gemaakt.pdf", ("De kades", "van Marsmade"))
    met = with_converted(ontvangst, Omzetting(pdfs={kades.bron: pdf}, fouten={}), cache, Progress())
    gelezen = met.gelezen[0]
    assert (gelezen.pdf, gelezen.omgezet_met, len(gelezen.paginas), gelezen.opmerkingen) == (pdf, NAAM, 2, ())
    assert met.gelezen[1:] == ontvangst.gelezen[1:]


def test_a_file_of_which_no_pages_can_be_made_travels_as_it_is_and_one_with_a_password_is_refused(
    ontvangst: Ontvangst, cache: Bladcache
) -> None:
    (kades,) = to_convert(ontvangst)
    mislukt = Omzetting(pdfs={}, fouten={kades.bron: OmzettenMislukt(bestand="Kades.docx")})
    (los, _) = with_converted(ontvangst, mislukt, cache, Progress()).gelezen
    assert los.opmerkingen[0].endswith("Het gaat nu als los bestand mee.")
    dicht = Omzetting(pdfs={}, fouten={kades.bron: OfficeMetWachtwoord(bestand="Kades.docx")})
    zonder = with_converted(ontvangst, dicht, cache, Progress())
    assert [bestand.bron.name for bestand in zonder.gelezen] == ["Plan.pdf"]
    assert [geweigerd.bestand for geweigerd in zonder.geweigerd] == ["Kades.docx"]


def test_a_pdf_that_cannot_be_read_leaves_the_file_as_it_is(
    ontvangst: Ontvangst, cache: Bladcache, tmp_path: Path
) -> None:
    (kades,) = to_convert(ontvangst)
    (tmp_path / "half.pdf").write_bytes(b"%PDF-1.7 half")
    half = Omzetting(pdfs={kades.bron: tmp_path / "half.pdf"}, fouten={})
    (los, _) = with_converted(ontvangst, half, cache, Progress()).gelezen
    assert los == replace(kades, opmerkingen=los.opmerkingen)


def test_an_office_that_does_not_start_is_told_for_each_file_and_a_stop_stops_all(
    ontvangst: Ontvangst, tmp_path: Path
) -> None:
    office = Office(programma=tmp_path / "bestaat niet")
    omzetting = convert_received(ontvangst, office, Progress())
    assert [type(fout) for fout in omzetting.fouten.values()] == [OfficeStartNiet]
    with pytest.raises(Onderbroken):
        convert_received(ontvangst, Office(programma=Path("/bin/sleep")), Progress(None, lambda: True))
