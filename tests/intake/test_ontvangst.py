"""Each file that the user dropped is read by itself; what cannot be used is refused by name and stops no other."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from tests.intake.test_bestanden import KAPOT, een_kapot_bestand
from tests.paper.sample_pdfs import a_pdf
from tests.verpakt import VOORBEELD, inhoud_van_map
from tk_desktop.base.errors import BestandNietLeesbaar, BestandVerdwenen, NietSchrijfbaar, Onderbroken, SchijfVol
from tk_desktop.base.leesproces import Leesproces
from tk_desktop.base.progress import Progress
from tk_desktop.exchange.bescherming import kluis_met
from tk_desktop.intake.bericht import BerichtBeschadigd
from tk_desktop.intake.bestanden import BestandLeeg, BestandTeGroot, GeenStuk, InhoudAnders
from tk_desktop.intake.bestandsnaam import NaamMisleidt, Verwijzing
from tk_desktop.intake.bestandssoorten import WORD
from tk_desktop.intake.ontvangst import (
    OPEN_IN_WORD,
    ZONDER_OFFICE,
    GeenBestand,
    Hulpbestand,
    Ontvangst,
    natural,
    read_dropped,
)
from tk_desktop.intake.zipbestand import ZipBeschadigd
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import Office, OfficeMetWachtwoord, find_office
from tk_desktop.paper.word_package import WordBeschadigd
from tk_desktop.store.slot import werkmap_slot

NOTA = next(VOORBEELD.glob("*2a adviesnota*.docx"))
LEESBAAR_ALS_STUK = {
    "tekst zonder agenda", "leden zonder kolommen", "cel zonder einde", "pdf zonder agenda en zonder plaats",
    "scan zonder plaats", "pdf-portfolio",
}  # fmt: skip
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1024)


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    map_ = tmp_path / "werkmap"
    map_.mkdir()
    return map_


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """What the user drops from."""
    map_ = tmp_path / "stick"
    map_.mkdir()
    return map_


def _lees(werkmap: Path, *paden: Path, **anders: object) -> Ontvangst:
    return read_dropped(paden, Bladcache(werkmap / "cache"), werkmap, Progress(), **anders)  # type: ignore[arg-type]


def _geweigerd(ontvangst: Ontvangst) -> dict[str, type]:
    return {geweigerd.bestand: type(geweigerd.fout) for geweigerd in ontvangst.geweigerd}


def een_word_bestand(bron: Path, *alineas: str) -> Path:
    document = docx.Document()
    for alinea in alineas or ("De oevers verzakken.",):
        document.add_paragraph(alinea)
    document.save(str(bron))
    return bron


@pytest.mark.parametrize("soort", KAPOT)
def test_a_bad_file_is_refused_by_name_and_the_good_one_beside_it_is_read(
    werkmap: Path, stick: Path, soort: str
) -> None:
    goed, kapot = a_pdf(stick / "Goed.pdf"), een_kapot_bestand(stick, soort)
    voor = {pad.name: pad.stat().st_size for pad in stick.iterdir()}
    with _lees(werkmap, kapot, goed) as ontvangst:
        gelezen = [bestand.bron.name for bestand in ontvangst.gelezen]
        assert "Goed.pdf" in gelezen
        for geweigerd in ontvangst.geweigerd:
            assert kapot.name in str(geweigerd.fout)
            assert geweigerd.fout.raad
        assert (kapot.name in gelezen) == (soort in LEESBAAR_ALS_STUK)
    assert {pad.name: pad.stat().st_size for pad in stick.iterdir()} == voor
    assert [pad.name for pad in werkmap.iterdir()] == ["cache"]


def test_every_kind_that_is_no_paper_is_refused_in_words_of_its_own(werkmap: Path, stick: Path) -> None:
    for naam, inhoud in {
        "virus.pdf": b"MZ\x90\x00 programma",
        "map.zip": b"PK\x03\x04",
        "bericht.msg": OLE,
        "macro.docm": b"PK\x03\x04",
        "foto.heic": b"heic",
        "geheim.xlsx": OLE,
        "geen.xlsx": b"Dit is tekst",
        "geen.png": b"Dit is tekst",
        "leeg.odt": b"",
        "~$Nota.docx": b"\x05Roos",
        "Thumbs.db": b"",
    }.items():
        (stick / naam).write_bytes(inhoud)
    with _lees(werkmap, *stick.iterdir()) as ontvangst:
        geweigerd = _geweigerd(ontvangst)
        meldingen = {g.bestand: str(g.fout) for g in ontvangst.geweigerd}
        assert ontvangst.gelezen == ()
    assert "een programma" in meldingen.pop("virus.pdf")
    del geweigerd["virus.pdf"]
    assert geweigerd == {
        "map.zip": ZipBeschadigd, "bericht.msg": BerichtBeschadigd, "macro.docm": WordBeschadigd, "foto.heic": GeenStuk,
        "geheim.xlsx": OfficeMetWachtwoord, "geen.xlsx": InhoudAnders, "geen.png": InhoudAnders,
        "leeg.odt": BestandLeeg, "~$Nota.docx": Hulpbestand, "Thumbs.db": Hulpbestand,
    }  # fmt: skip
    assert "of geen e-mailbericht" in meldingen["bericht.msg"]


def test_files_come_in_the_order_in_which_people_count(werkmap: Path, stick: Path) -> None:
    for rang in (10, 2, 1):
        a_pdf(stick / f"Bijlage {rang}.pdf")
    with _lees(werkmap, *stick.iterdir()) as ontvangst:
        assert [bestand.bron.stem for bestand in ontvangst.gelezen] == ["Bijlage 1", "Bijlage 2", "Bijlage 10"]
    assert natural(Path("a2")) < natural(Path("a10")) < natural(Path("b"))


def test_a_folder_gives_its_files_and_an_empty_one_is_told(werkmap: Path, stick: Path) -> None:
    (stick / "leeg").mkdir()
    (stick / "vol" / "dieper").mkdir(parents=True)
    a_pdf(stick / "vol" / "Kaart.pdf")
    (stick / "vol" / "~$Kaart.docx").write_bytes(b"")
    (stick / "vol" / "dieper" / "Plan.pdf").write_bytes(b"")
    with _lees(werkmap, stick / "leeg", stick / "vol") as ontvangst:
        assert [bestand.bron.name for bestand in ontvangst.gelezen] == ["Kaart.pdf"]
        assert _geweigerd(ontvangst) == {"leeg": GeenBestand, "dieper": GeenBestand}


def test_a_file_that_vanished_with_its_stick_is_told(werkmap: Path, stick: Path) -> None:
    weg = a_pdf(stick / "Weg.pdf")
    weg.unlink()
    with _lees(werkmap, weg, a_pdf(stick / "Nog.pdf")) as ontvangst:
        assert _geweigerd(ontvangst) == {"Weg.pdf": BestandVerdwenen}
        assert "usb-stick" in str(ontvangst.geweigerd[0].fout)
        assert len(ontvangst.gelezen) == 1


def test_what_was_read_stays_when_the_stick_is_pulled_out_afterwards(werkmap: Path, stick: Path) -> None:
    with _lees(werkmap, a_pdf(stick / "Plan.pdf")) as ontvangst:
        shutil.rmtree(stick)
        assert ontvangst.gelezen[0].bron.read_bytes().startswith(b"%PDF")
        assert ontvangst.gelezen[0].bron.is_relative_to(werkmap)
    assert not ontvangst.map.exists()


def test_a_file_of_which_the_system_tells_nothing_is_told_and_the_others_are_read(werkmap: Path, stick: Path) -> None:
    onmogelijk = stick / f"{'x' * 300}.pdf"  # a fault of the system at the first look, as on a stick that is gone
    with _lees(werkmap, onmogelijk, a_pdf(stick / "Goed.pdf")) as ontvangst:
        assert _geweigerd(ontvangst) == {onmogelijk.name: BestandVerdwenen}
        assert [bestand.bron.name for bestand in ontvangst.gelezen] == ["Goed.pdf"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root mag alles lezen")
def test_a_file_in_a_folder_that_may_not_be_read_is_told(werkmap: Path, stick: Path) -> None:
    dicht = stick / "dicht"
    dicht.mkdir()
    bron = a_pdf(dicht / "Plan.pdf")
    dicht.chmod(0)
    try:
        with _lees(werkmap, bron, a_pdf(stick / "Goed.pdf")) as ontvangst:
            assert _geweigerd(ontvangst) == {"Plan.pdf": BestandNietLeesbaar}
            assert len(ontvangst.gelezen) == 1
    finally:
        dicht.chmod(0o700)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root mag alles lezen")
def test_a_file_that_may_not_be_read_is_told(werkmap: Path, stick: Path) -> None:
    dicht = a_pdf(stick / "Dicht.pdf")
    dicht.chmod(0)
    assert _geweigerd(_lees(werkmap, dicht)) == {"Dicht.pdf": BestandNietLeesbaar}


def test_a_file_that_is_open_in_word_is_read_as_it_was_last_saved_and_told(werkmap: Path, stick: Path) -> None:
    bron = een_word_bestand(stick / "Projectplan.docx")
    (stick / "~$ojectplan.docx").write_bytes(b"\x05Roos")
    with _lees(werkmap, bron) as ontvangst:
        assert OPEN_IN_WORD in ontvangst.gelezen[0].opmerkingen


def test_a_nota_is_read_as_its_form_and_among_bijlagen_as_a_file(werkmap: Path) -> None:
    with _lees(werkmap, NOTA) as ontvangst:
        lezing = ontvangst.gelezen[0].lezing
        assert lezing is not None
        assert len(lezing.notas) == 1
    with _lees(werkmap, NOTA, als_bestand=True) as ontvangst:
        assert (ontvangst.gelezen[0].lezing, ontvangst.gelezen[0].media) == (None, WORD)


def test_without_libreoffice_an_office_file_travels_as_it_is_and_says_so(werkmap: Path, stick: Path) -> None:
    with _lees(werkmap, een_word_bestand(stick / "Plan.docx")) as ontvangst:
        (bestand,) = ontvangst.gelezen
        assert (bestand.pdf, bestand.paginas, bestand.opmerkingen) == (None, (), (ZONDER_OFFICE,))


def test_with_libreoffice_an_office_file_has_pages(werkmap: Path, stick: Path) -> None:
    office = find_office()
    if office is None:
        pytest.skip("LibreOffice staat niet op deze computer")
    with _lees(werkmap, een_word_bestand(stick / "Plan.docx"), office=office) as ontvangst:
        (bestand,) = ontvangst.gelezen
        assert bestand.pdf is not None
        assert "De oevers verzakken." in bestand.paginas[0]
        assert (bestand.media, bestand.omgezet_met) == (WORD, "LibreOffice")


def test_when_libreoffice_fails_the_file_still_comes_in_and_the_reason_is_told(
    werkmap: Path, stick: Path, tmp_path: Path
) -> None:
    niets = Office(programma=tmp_path / "soffice")
    with _lees(werkmap, een_word_bestand(stick / "Plan.docx"), office=niets) as ontvangst:
        (bestand,) = ontvangst.gelezen
        assert bestand.pdf is None
        assert bestand.opmerkingen[0].startswith("LibreOffice start niet")
        assert bestand.opmerkingen[0].endswith("gaat nu als los bestand mee.")


def test_stopping_leaves_nothing_behind(werkmap: Path, stick: Path) -> None:
    gedaan: list[str] = []

    def stap(wat: str, _nummer: int, _totaal: int) -> None:
        gedaan.append(wat)

    paden = [a_pdf(stick / f"{rang}.pdf") for rang in range(3)]
    with pytest.raises(Onderbroken):
        read_dropped(paden, Bladcache(werkmap / "cache"), werkmap, Progress(stap, lambda: len(gedaan) > 1))
    assert gedaan == ["0.pdf lezen", "1.pdf lezen"]
    assert [pad.name for pad in werkmap.iterdir()] == ["cache"]


def test_a_file_that_is_far_too_large_is_not_even_copied(werkmap: Path, stick: Path) -> None:
    with (stick / "groot.pdf").open("wb") as stroom:
        os.truncate(stroom.fileno(), 300 * 1024**2)
    assert _geweigerd(_lees(werkmap, stick / "groot.pdf")) == {"groot.pdf": BestandTeGroot}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root mag overal schrijven")
def test_a_read_only_werkmap_refuses_the_whole_drop(werkmap: Path, stick: Path) -> None:
    werkmap.chmod(0o500)
    with pytest.raises(NietSchrijfbaar):
        _lees(werkmap, a_pdf(stick / "Plan.pdf"))
    werkmap.chmod(0o700)


@pytest.fixture
def schijf(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    plek = tmp_path / "schijf"
    plek.mkdir()
    mount = shutil.which("mount")
    opdracht = [mount or "mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(plek)]
    if mount is None or subprocess.run(opdracht, capture_output=True, check=False).returncode:
        pytest.skip("deze machine geeft geen kleine schijf")
    yield plek
    subprocess.run(["umount", plek], check=True)


def test_a_full_disk_refuses_the_whole_drop_and_leaves_nothing(schijf: Path, stick: Path) -> None:
    with (stick / "groot.pdf").open("wb") as stroom:
        stroom.write(b"%PDF-1.7" + bytes(400_000))
    with pytest.raises(SchijfVol):
        _lees(schijf, a_pdf(stick / "goed.pdf"), stick / "groot.pdf")
    assert all(naam.startswith("cache") for naam in inhoud_van_map(schijf))


def test_a_werkmap_on_a_disk_that_is_read_only_refuses_the_drop_and_the_window(schijf: Path, stick: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", schijf], check=True)
    with pytest.raises(NietSchrijfbaar, match="de map is alleen-lezen"):
        _lees(schijf, a_pdf(stick / "Plan.pdf"))
    with pytest.raises(NietSchrijfbaar, match="alleen-lezen"), werkmap_slot(schijf):
        pass


def test_files_of_a_protected_werkmap_are_read_in_a_process_of_their_own_and_lie_locked(
    tmp_path: Path, werkmap: Path
) -> None:
    plan = a_pdf(tmp_path / "Plan.pdf", ("Vertrouwelijk plan van de commissie",))
    kluis = kluis_met(bytes(range(32)))
    cache = Bladcache(kluis.pad(werkmap / "cache"))
    with Leesproces() as lezer, read_dropped([plan], cache, werkmap, Progress(), lezer=lezer) as ontvangst:
        (gelezen,) = ontvangst.gelezen
        assert "Vertrouwelijk" in gelezen.paginas[0]
        (gereed,) = (werkmap / "cache").rglob("*.pdf")
        assert b"%PDF" not in gereed.read_bytes()
        assert kluis.pad(gereed).read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(os.name == "nt", reason="een verwijzing vraagt rechten op Windows")
def test_a_link_in_a_folder_is_refused_and_a_misleading_name_too(stick: Path, werkmap: Path, tmp_path: Path) -> None:
    geheim = tmp_path / "geheim.txt"
    geheim.write_text("Het wachtwoord van de kluis", encoding="utf-8")
    (stick / "notulen.txt").symlink_to(geheim)
    a_pdf(stick / "nota\u202efdp.pdf")
    a_pdf(stick / "plan.pdf")
    with _lees(werkmap, stick) as ontvangst:
        assert [gelezen.bron.name for gelezen in ontvangst.gelezen] == ["plan.pdf"]
        assert _geweigerd(ontvangst) == {"notulen.txt": Verwijzing, "nota\u202efdp.pdf": NaamMisleidt}
        assert not list(ontvangst.map.rglob("notulen.txt"))


@pytest.mark.skipif(os.name == "nt", reason="een verwijzing vraagt rechten op Windows")
def test_a_link_that_is_dropped_itself_is_followed_within_its_own_folder_alone(
    stick: Path, werkmap: Path, tmp_path: Path
) -> None:
    (tmp_path / "geheim.txt").write_text("Het wachtwoord van de kluis", encoding="utf-8")
    (stick / "notulen.txt").symlink_to(tmp_path / "geheim.txt")
    (stick / "elders").symlink_to(tmp_path, target_is_directory=True)
    (stick / "laatste.pdf").symlink_to(a_pdf(stick / "plan.pdf"))
    with _lees(werkmap, stick / "notulen.txt", stick / "elders", stick / "laatste.pdf") as ontvangst:
        assert [gelezen.bron.name for gelezen in ontvangst.gelezen] == ["laatste.pdf"]
        assert _geweigerd(ontvangst) == {"notulen.txt": Verwijzing, "elders": Verwijzing}
        assert not list(ontvangst.map.rglob("notulen.txt"))
