"""Reading received files, or refusing them in Dutch, before anything is stored."""

import os
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import docx
import pikepdf
import pytest

from tests.intake.pakbouwers import AGENDA as AGENDABLAD
from tests.intake.pakbouwers import NOTA, een_pak
from tests.paper.sample_pdfs import a_pdf
from tests.papier import a_paper
from tests.verpakt import VOORBEELD, inhoud_van_map
from tk_desktop.base.errors import BestandNietGevonden, Onderbroken, TkError
from tk_desktop.base.leesproces import Hier
from tk_desktop.base.progress import Progress
from tk_desktop.intake.bestanden import (
    BestandenErin,
    BestandLeeg,
    BestandTeGroot,
    GeenStuk,
    NietsGevonden,
    ScanZonderTekst,
    SoortOnbekend,
    TekstOnleesbaar,
    lees_bestanden,
    overgeslagen,
)
from tk_desktop.intake.bestandssoorten import PDF, WORD
from tk_desktop.paper.cache import Bladcache

AGENDA = next(VOORBEELD.glob("*agenda.docx"))


def een_rekenblad() -> bytes:
    """Return a package that holds no more than what makes it one."""
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        pakket.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    return uit.getvalue()


def een_kapot_bestand(map_: Path, soort: str) -> Path:
    """Write one of the files that nobody can read, and return it."""
    naam, inhoud = KAPOT[soort]
    bron = map_ / naam
    if inhoud is None:
        with bron.open("wb") as stroom:
            os.truncate(stroom.fileno(), 200 * 1024**2)
    else:
        bron.write_bytes(inhoud)
    return bron


def _pdf(*, wachtwoord: str = "", paginas: int = 1) -> bytes:
    stroom = BytesIO()
    with pikepdf.Pdf.new() as pdf:
        for _ in range(paginas):
            pdf.add_blank_page()
        pdf.save(stroom, encryption=pikepdf.Encryption(owner="o", user=wachtwoord) if wachtwoord else False)
    return stroom.getvalue()


def _png() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(60)


def _zip_zonder_word() -> bytes:
    stroom = BytesIO()
    with zipfile.ZipFile(stroom, "w") as zip_:
        zip_.writestr("brief.txt", "Geen Word.")
    return stroom.getvalue()


def _portfolio() -> bytes:
    stroom = BytesIO()
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments["agenda.pdf"] = _pdf()
        pdf.Root.Collection = pikepdf.Dictionary(Type=pikepdf.Name.Collection)
        pdf.save(stroom)
    return stroom.getvalue()


def _brief() -> bytes:
    stroom = BytesIO()
    document = docx.Document()
    document.add_paragraph("Beste leden, tot straks bij de sluis.")
    document.save(stroom)
    return stroom.getvalue()


_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1024)
_WORD = AGENDA.read_bytes()
_TEKST = "Vergadering over cliëntondersteuning, donderdag om één uur."

KAPOT: dict[str, tuple[str, bytes | None]] = {
    "leeg": ("leeg.pdf", b""),
    "leeg Word": ("leeg.docx", b""),
    "lege tekst": ("leeg.txt", b""),
    "afgebroken pdf": ("half.pdf", _pdf()[:120]),
    "afgebroken Word": ("half.docx", _WORD[: len(_WORD) // 2]),
    "bytes als pdf": ("ruis.pdf", bytes(range(256)) * 20),
    "bytes als Word": ("ruis.docx", bytes(range(256)) * 20),
    "bytes als tekst": ("ruis.txt", bytes(range(256)) * 20),
    "bytes als leden": ("ruis.csv", bytes(range(256)) * 20),
    "cel zonder einde": ("leden.csv", b'"' * 200_001),
    "UTF-16 zonder merk": ("utf16.txt", "Agenda".encode("utf-16-le")),
    "200 MB tekst": ("groot.txt", None),
    "200 MB pdf": ("groot.pdf", None),
    "200 MB Word": ("groot.docx", None),
    "200 MB leden": ("groot.csv", None),
    "pdf met wachtwoord": ("2a bijlage 1 - geheim.pdf", _pdf(wachtwoord="geheim")),
    "Word met wachtwoord": ("geheim.docx", _OLE),
    "pdf zonder bladzijden": ("2a bijlage 1 - niets.pdf", _pdf(paginas=0)),
    "pdf als Word": ("nota.docx", _pdf()),
    "Word als pdf": ("nota.pdf", _WORD),
    "plaatje als pdf": ("2a bijlage 1 - foto.pdf", _png()),
    "zip als Word": ("nota.docx", _zip_zonder_word()),
    "tekst zonder agenda": ("los.txt", _TEKST.encode()),
    "Word met macro’s": ("2a bijlage 1 - Brief.docm", _brief()),
    "pdf zonder agenda en zonder plaats": ("los.pdf", a_paper(["Tot straks bij de sluis, neem koffie mee."])),
    "scan zonder plaats": ("scan.pdf", _pdf()),
    "pdf-portfolio": ("vergaderset.pdf", _portfolio()),
    "onbekende soort": ("rekenblad.ods", b"PK"),
    "leden zonder kolommen": ("leden.csv", b"wie;wat\n"),
}


@pytest.mark.parametrize("soort", KAPOT)
def test_a_file_that_cannot_be_read_is_refused_in_dutch_by_its_name(tmp_path: Path, soort: str) -> None:
    bron = een_kapot_bestand(tmp_path, soort)
    with pytest.raises(TkError) as fout:
        lees_bestanden([AGENDA, bron], cache=Bladcache(tmp_path / "cache"))
    assert bron.name in str(fout.value)
    assert fout.value.raad
    assert {naam for naam in inhoud_van_map(tmp_path) if not naam.startswith("cache")} == {bron.name}
    assert not list(tmp_path.rglob("*.deel"))


@pytest.mark.parametrize(
    ("soort", "fout"),
    [
        ("leeg", BestandLeeg), ("bytes als tekst", TekstOnleesbaar), ("UTF-16 zonder merk", TekstOnleesbaar),
        ("200 MB tekst", BestandTeGroot), ("tekst zonder agenda", NietsGevonden), ("onbekende soort", SoortOnbekend),
        ("Word met macro’s", GeenStuk), ("pdf-portfolio", BestandenErin),
        ("pdf zonder agenda en zonder plaats", NietsGevonden), ("scan zonder plaats", ScanZonderTekst),
    ],
)  # fmt: skip
def test_each_reason_has_its_own_code(tmp_path: Path, soort: str, fout: type[TkError]) -> None:
    with pytest.raises(fout):
        lees_bestanden([een_kapot_bestand(tmp_path, soort)])


def test_a_file_or_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    for pad in (tmp_path / "nergens.pdf", tmp_path / "map" / "nergens"):
        with pytest.raises(BestandNietGevonden, match="nergens"):
            lees_bestanden([pad])


def test_a_folder_without_papers_is_told(tmp_path: Path) -> None:
    (tmp_path / "inkomend").mkdir()
    (tmp_path / "inkomend" / "notitie.md").write_text("Geen stuk.")
    with pytest.raises(NietsGevonden, match="inkomend"):
        lees_bestanden([tmp_path / "inkomend"])


def test_a_folder_gives_its_papers_and_leaves_what_word_and_the_system_keep_there(tmp_path: Path) -> None:
    for naam in ("agenda.docx", "~$agenda.docx", ".verborgen.pdf", "LEESMIJ.md", "2a bijlage 2 - Begroting.ods"):
        (tmp_path / naam).write_bytes(_WORD if naam == "agenda.docx" else een_rekenblad())
    a_pdf(tmp_path / "2a bijlage 1 - Kaart.pdf")
    gelezen = lees_bestanden([tmp_path])
    assert [bestand.bron.name for bestand in gelezen] == [
        "2a bijlage 1 - Kaart.pdf", "2a bijlage 2 - Begroting.ods", "agenda.docx",
    ]  # fmt: skip
    assert [bestand.media for bestand in gelezen] == [PDF, "application/vnd.oasis.opendocument.spreadsheet", WORD]
    assert gelezen[1].paginas == ()
    assert gelezen[2].lezing is not None
    assert gelezen[2].lezing.agenda is not None


def test_a_bijlage_is_read_page_by_page_and_made_fit_for_a_set(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "2a bijlage 1 - Kaart.pdf", ("Een kaart.", "De legenda."))
    (gelezen,) = lees_bestanden([bron], cache=Bladcache(tmp_path / "cache"))
    assert [tekst.strip() for tekst in gelezen.paginas] == ["Een kaart.", "De legenda."]
    assert gelezen.lezing is None
    assert len(list((tmp_path / "cache").rglob("*.pdf"))) == 1


def test_text_is_read_whatever_its_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    regels = ["Naam;Rol", "Chloë;lid", ""]
    for rang, (einde, merk) in enumerate([("\n", ""), ("\r\n", "\ufeff"), ("\r", "")]):
        bron = tmp_path / f"leden{rang}.csv"
        bron.write_bytes((merk + einde.join(regels)).encode())
        (gelezen,) = lees_bestanden([bron])
        assert [lid.naam for lid in gelezen.leden] == ["Chloë"]


def test_the_user_can_stop_the_reading() -> None:
    with pytest.raises(Onderbroken):
        lees_bestanden([VOORBEELD], Progress(stopped=lambda: True))


@pytest.mark.skipif(os.name == "nt", reason="een verwijzing vraagt rechten op Windows")
def test_a_link_that_the_user_names_is_read_and_one_that_stands_in_a_folder_is_not(tmp_path: Path) -> None:
    binnen, buiten = tmp_path / "ontvangen", tmp_path / "elders"
    for map_ in (binnen, buiten):
        map_.mkdir()
        a_pdf(map_ / "2a bijlage 1 - Plan.pdf")
    los, map_link = binnen / "2b bijlage 1 - Plan.pdf", tmp_path / "stukken"
    los.symlink_to(buiten / "2a bijlage 1 - Plan.pdf")
    map_link.symlink_to(binnen, target_is_directory=True)
    assert [een.bron for een in lees_bestanden([los])] == [los]
    assert [een.bron.name for een in lees_bestanden([map_link])] == ["2a bijlage 1 - Plan.pdf"]
    assert overgeslagen([map_link]) == ("2b bijlage 1 - Plan.pdf",)


T = TypeVar("T")


class _Teller(Hier):
    """Reads where it is called, and keeps of each step whose it was and what it brought."""

    def __init__(self) -> None:
        self.stappen: list[tuple[str, int]] = []

    def doe(self, naam: str, werk: Callable[[], T], progress: Progress | None = None, *, omvang: int = 0) -> T:
        self.stappen.append((naam, omvang))
        return super().doe(naam, werk, progress, omvang=omvang)


def test_the_pages_of_a_pack_and_what_they_say_are_two_steps_that_each_have_their_own_time(tmp_path: Path) -> None:
    pak = een_pak(tmp_path / "pak.pdf", [AGENDABLAD, NOTA])
    bijlage = a_pdf(tmp_path / "2 bijlage 1 - Plan.pdf")
    lezer = _Teller()
    gelezen = lees_bestanden([pak, bijlage, AGENDA], lezer=lezer)
    assert [een.lezing is not None for een in gelezen] == [True, False, True]
    pdf, los, word = ((pad.name, pad.stat().st_size) for pad in (pak, bijlage, AGENDA))
    assert lezer.stappen == [pdf, pdf, los, word]
