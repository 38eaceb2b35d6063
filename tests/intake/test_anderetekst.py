"""Old Word, OpenDocument and rich text are read as Word is, and stay as they came."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.intake.test_archief import NU
from tests.intake.wordpapieren import een_agenda, een_brok, een_rijke_agenda
from tk_desktop.base.files import sha256
from tk_desktop.base.progress import Progress
from tk_desktop.intake.anderetekst import GeenOffice, TekstAnders, make_word
from tk_desktop.intake.bestanden import GeenStuk, lees_bestanden, lees_stuk, overgeslagen
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.intake.pakbestand import lees_pakbestand
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import Office, find_office
from tk_desktop.store.werkmap import Store


@pytest.fixture
def office() -> Office:
    gevonden = find_office()
    if gevonden is None:
        pytest.skip("LibreOffice staat niet op deze computer")
    return gevonden


def _met_macros(pad: Path, bron: Path) -> Path:
    """Return a Word file as a template with macros says that it is."""
    with ZipFile(bron) as van, ZipFile(pad, "w") as naar:
        for deel in van.infolist():
            soort = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            macros = b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
            naar.writestr(deel, van.read(deel).replace(soort, macros))
    return pad


def test_an_agenda_in_old_word_is_read_and_kept_as_it_came(office: Office, tmp_path: Path) -> None:
    """Many a file that is called .doc is rich text inside."""
    map_ = tmp_path / "stukken"
    map_.mkdir()
    bron = een_rijke_agenda(map_ / "agenda.doc")
    (gelezen,) = lees_bestanden([map_], office=office)
    agenda = gelezen.lezing.agenda if gelezen.lezing else None
    assert agenda is not None
    assert (agenda.gremium, [punt.titel for punt in agenda.punten]) == (
        "Bestuurscommissie Coördinatie",
        ["Opening", "Kades"],
    )
    assert (gelezen.bron, gelezen.media) == (bron, "application/msword")
    with Store.making(tmp_path / "werkmap") as store:
        neem_op(store, [gelezen], nu=NU)
        (bewaard,) = store.bronnen.all()
    assert (bewaard.bestandsnaam, bewaard.sha256) == ("agenda.doc", sha256(bron))
    assert list(map_.iterdir()) == [bron]


def test_without_libreoffice_it_is_told_what_to_do(tmp_path: Path) -> None:
    bron = een_rijke_agenda(tmp_path / "agenda.rtf")
    with pytest.raises(GeenOffice, match="LibreOffice"):
        lees_bestanden([bron])
    een_agenda(tmp_path / "agenda.docx")
    assert [gelezen.bron.name for gelezen in lees_bestanden([tmp_path])] == ["agenda.docx"]
    assert overgeslagen([tmp_path]) == ("agenda.rtf",)


def test_a_name_that_is_not_true_is_refused_before_anything_opens_it(tmp_path: Path) -> None:
    (tmp_path / "agenda.doc").write_text("<html><body>Agenda</body></html>", "utf-8")
    with pytest.raises(TekstAnders, match=r"eindigt op \.doc"):
        make_word(tmp_path / "agenda.doc", None, tmp_path, Progress())


def test_a_paper_whose_name_tells_its_place_goes_along_as_it_is(tmp_path: Path) -> None:
    bron = een_rijke_agenda(tmp_path / "2a bijlage 1 - Toelichting.rtf")
    (gelezen,) = lees_bestanden([bron])
    assert (gelezen.bron, gelezen.lezing, gelezen.media) == (bron, None, "application/rtf")


def test_the_papers_in_a_word_file_with_macros_are_read_and_the_file_is_no_paper(tmp_path: Path) -> None:
    agenda = _met_macros(tmp_path / "agenda.dotm", een_agenda(tmp_path / "agenda.docx"))
    (gelezen,) = lees_bestanden([agenda])
    assert gelezen.lezing is not None
    assert gelezen.lezing.agenda is not None
    _, voorstel = lees_pakbestand(agenda, Bladcache(tmp_path / "cache"))
    assert voorstel.lezing.agenda is not None
    brok = _met_macros(tmp_path / "2a bijlage 1 - Brok.docm", een_brok(tmp_path / "brok.docx"))
    for lees in (lambda: lees_bestanden([brok]), lambda: lees_stuk(brok, Bladcache(tmp_path / "cache"))):
        with pytest.raises(GeenStuk, match="macro"):
            lees()
