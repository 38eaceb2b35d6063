"""Reading received files, before anything is stored: what each is, what it says, and a fault for what it is not."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tk_desktop.base.errors import BestandNietGevonden, TkError
from tk_desktop.base.files import read_bytes
from tk_desktop.base.leesproces import Hier, Lezer
from tk_desktop.base.progress import Progress
from tk_desktop.domain.getal import omvang
from tk_desktop.intake.anderetekst import as_itself, is_andere_tekst, make_word
from tk_desktop.intake.bericht import BERICHTEN
from tk_desktop.intake.berichtlezing import is_verpakt, lees_berichtbestand, met_bijlagen
from tk_desktop.intake.bestandsnaam import check_name
from tk_desktop.intake.bestandssoorten import HERKEND, KOP, LOS, MET_MACROS, OLE, TEKST, UTF_16, WORD, ZIP
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.gelezen import GelezenBestand, Leeswijze
from tk_desktop.intake.indeling import indeling_van, indelingen
from tk_desktop.intake.kerntaken import lees_kerntaken
from tk_desktop.intake.ledenlijst import is_ledenlijst, lees_leden
from tk_desktop.intake.leesstappen import Stappen
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.pak import is_pak
from tk_desktop.intake.pdfbladen import lees_paginas, lees_voorstel, read_bladen
from tk_desktop.intake.plaats import plaats_van
from tk_desktop.intake.programma import lees_programma
from tk_desktop.intake.programmablad import read_programma
from tk_desktop.intake.projectblad import Blad, lees_csv, lees_projectblad
from tk_desktop.intake.projectkaarten import lees_projectkaarten
from tk_desktop.intake.rekenbladcijfers import vind_rekenbladtabellen
from tk_desktop.intake.scanwoorden import with_words
from tk_desktop.intake.tekst import herstelde_regels, lees_regels
from tk_desktop.intake.tekstvorm import GeenTekst, tekst_van
from tk_desktop.intake.word import lees_woordbestand, lees_word_stuk
from tk_desktop.intake.wordblokken import regels_van
from tk_desktop.intake.wordcijfers import vind_wordtabellen
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import Office, OfficeMetWachtwoord
from tk_desktop.paper.office_package import check_package
from tk_desktop.paper.pdf_faults import PdfMetWachtwoord
from tk_desktop.paper.received import BIJGEVOEGD
from tk_desktop.paper.sheet_reading import Werkblad, read_sheets
from tk_desktop.paper.word_reading import GelezenWord, lees_word

GROOTSTE_TEKST = 20 * 1024 * 1024
"""A text layer of a whole set is below one megabyte; a larger text is not a paper of a board."""

KLEINSTE_STUK = 1500
"""A text without papers of a board that is this long, some half a page, is a paper by itself: a bijlage."""

GROOTSTE_LOSSE_BESTAND = 50 * 1024 * 1024
"""A file without pages travels inside the set; a larger one makes a set that nobody can mail."""


class BestandLeeg(TkError):
    """A file without contents."""

    code = "TK-I01"
    melding = "‘{bestand}’ is leeg."
    veilig = "Het is niet ingenomen."
    advies = "Vraag de afzender om het bestand opnieuw te sturen."


class SoortOnbekend(TkError):
    """A file of a kind that cannot be read and whose name tells no place."""

    code = "TK-I02"
    melding = "‘{bestand}’ is geen Word-, pdf-, tekst- of ledenbestand dat TK Desktop kan lezen."
    veilig = "Er is niets ingenomen."
    advies = "Sla het op als pdf. Excel, PowerPoint en beeld gaan los mee met een naam als ‘2a bijlage 1 - Titel.xlsx’."


class TekstOnleesbaar(TkError):
    """Bytes under the name of a text that are none."""

    code = "TK-I03"
    melding = "‘{bestand}’ is geen leesbare tekst."
    veilig = "Er is niets ingenomen."
    advies = "Sla de tekst op als ‘tekst zonder opmaak, UTF-8’ of stuur het oorspronkelijke bestand."


class BestandTeGroot(TkError):
    """A text larger than any paper of a board."""

    code = "TK-I04"
    melding = "‘{bestand}’ is te groot om te lezen ({omvang})."
    veilig = "Het is niet ingenomen."
    advies = "Splits het bestand, of controleer of dit het juiste bestand is."


class NietsGevonden(TkError):
    """A file in which no agenda, nota or invitation was recognised and whose name tells no place."""

    code = "TK-I05"
    melding = "In ‘{bestand}’ staat geen agenda, uitnodiging of nota die TK Desktop herkent."
    veilig = "Er is niets ingenomen."
    advies = "Hoort het bij een agendapunt? Noem het dan bijvoorbeeld ‘2a bijlage 1 - Titel.pdf’."


class ScanZonderTekst(TkError):
    """The pages of a PDF are pictures, and its name does not say where it belongs."""

    code = "TK-I79"
    melding = "‘{bestand}’ is een scan: op de bladzijden staat geen tekst, dus TK Desktop kan er niets in lezen."
    veilig = "Er is niets ingenomen."
    advies = (
        "Laat de woorden herkennen: kies in het venster ‘Woorden herkennen’, of geef in de terminal --herken. "
        "Hoort het bij een agendapunt? Noem het dan bijvoorbeeld ‘2a bijlage 1 - Titel.pdf’."
    )


class BestandenErin(TkError):
    """The pages of a PDF hold no papers of a board, and files were put into it: a portfolio."""

    code = "TK-I82"
    melding = "Op de bladzijden van ‘{bestand}’ staat geen agenda, uitnodiging of nota; er zitten wel bestanden in."
    veilig = "Er is niets ingenomen."
    advies = "Open het in uw pdf-programma (een pdf-portfolio), sla de bestanden erin op en neem die in."


class GeenStuk(TkError):
    """A file of a kind that is no paper was put on an item: a message, an archive, a program."""

    code = "TK-I20"
    melding = "‘{bestand}’ is niet toegevoegd. {herkend} kan geen stuk zijn."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Vraag de afzender om het stuk als pdf; open niets wat u niet vertrouwt."


class InhoudAnders(TkError):
    """The contents of a file are of another kind than its name says."""

    code = "TK-I21"
    melding = "‘{bestand}’ is niet toegevoegd: de naam eindigt op {soort}, maar de inhoud is iets anders of beschadigd."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Vraag de afzender om het bestand opnieuw te sturen."


def lees_bestanden(
    bronnen: Sequence[Path],
    progress: Progress | None = None,
    *,
    cache: Bladcache | None = None,
    ontsluit: Callable[[Path], Path | None] | None = None,
    wijze: Leeswijze | None = None,
    lezer: Lezer | None = None,
    office: Office | None = None,
) -> tuple[GelezenBestand, ...]:
    """Read every file, folders with all they hold, in the order of their names; the first fault stops the reading.

    Every PDF is made fit for a set at once, into ``cache`` when there is one: what can be read here can be sent.
    ``ontsluit`` gives the copy of a PDF that was opened with its password, or nothing when nobody knows it.
    ``wijze`` is how PDFs are read: by a layout of choice, or by the one that reads most; ``lezer`` is who reads, for
    files of others a ``Leesproces``. A message is followed by what came with it; an attachment that cannot be read
    stands in its remarks, and stops nothing. ``office`` makes Word files of texts in another form, to be read.

    Raises ``BestandNietGevonden``, ``BestandLeeg``, ``SoortOnbekend``, ``TekstOnleesbaar``, ``BestandTeGroot``,
    ``NietsGevonden``, or the fault of a PDF, Word file or message; nothing is stored here, so nothing
    has changed then.
    """
    voortgang = progress or Progress()
    alle = [pad for bron in bronnen for pad in _bestanden(bron, office)]
    with TemporaryDirectory(prefix="tk-") as map_:
        gereed = cache or Bladcache(Path(map_))
        eigen = wijze or Leeswijze()

        def lees_dit(pad: Path, wijze: Leeswijze) -> GelezenBestand:
            return lees_bestand(pad, gereed, wijze, Stappen(lezer or Hier(), pad, voortgang))

        def lees(pad: Path, wijze: Leeswijze) -> GelezenBestand:
            if is_andere_tekst(pad) and wijze.is_papier(pad):
                woord = make_word(pad, office, Path(map_), voortgang)
                return as_itself(lees_dit(woord, wijze), pad)
            return _lees_open(pad, partial(lees_dit, wijze=wijze), ontsluit)

        def lees_alles(nummer: int, pad: Path) -> Iterator[GelezenBestand]:
            gelezen = lees(pad, replace(eigen, bijlagen=eigen.bijlagen and eigen.bijlagen / str(nummer)))
            onderwerp = gelezen.bericht.onderwerp if gelezen.bericht else ""
            return met_bijlagen(gelezen, lambda pad: lees(pad, replace(eigen, onderwerp=onderwerp)))

        rij = enumerate(voortgang.each(alle, "Stukken lezen"))
        return tuple(gelezen for nummer, pad in rij for gelezen in lees_alles(nummer, pad))


def lees_stuk(bron: Path, cache: Bladcache, *, als_bestand: bool = False) -> GelezenBestand:
    """Read one file whose place the user chose: a nota in Word as its form, any other file as a paper by itself.

    With ``als_bestand`` a nota is a file like any other. Raises ``BestandLeeg``, ``BestandTeGroot``, ``GeenStuk``,
    ``InhoudAnders``, or the fault of a PDF or Word file.
    """
    soort = bron.suffix.lower()
    check_name(bron.name)
    if bron.stat().st_size == 0:
        raise BestandLeeg(bestand=bron.name)
    if soort == ".pdf":
        return lees_paginas(bron, cache)
    if soort in MET_MACROS and not als_bestand:
        lezing = lees_word_stuk(bron)
        if lezing.notas:
            return GelezenBestand(bron=bron, media=MET_MACROS[soort], lezing=lezing)
    if soort not in LOS:
        raise GeenStuk(bestand=bron.name, herkend=HERKEND.get(soort, "Dit soort bestand"))
    media, begin = LOS[soort]
    with bron.open("rb") as stroom:
        kop = stroom.read(KOP)
    if begin == ZIP and kop.startswith(OLE):
        raise OfficeMetWachtwoord(bestand=bron.name)
    is_tekst = b"\0" not in kop or kop.startswith(UTF_16)
    if not kop.startswith(begin) or (soort in (".txt", ".csv") and not is_tekst):
        raise InhoudAnders(bestand=bron.name, soort=soort)
    if begin == ZIP:
        check_package(bron)
    if soort in (".docx", ".dotx"):
        lezing = lees_word_stuk(bron)
        if lezing.notas and not als_bestand:
            return GelezenBestand(bron=bron, media=media, lezing=lezing)
        if lezing.agenda:
            return replace(_lees_los(bron, media), lijkt="een agenda", opmerkingen=(_LIJKT_AGENDA,))
        if lezing.actielijst and not lezing.verslagen:
            return replace(_lees_los(bron, media), lijkt="een actielijst", opmerkingen=(_LIJKT_LIJST,))
    return _lees_los(bron, media)


def with_pages(bestand: GelezenBestand, pdf: Path, cache: Bladcache, *, met: str) -> GelezenBestand:
    """Return an Office file with the pages that were made of it; raises the fault of that PDF."""
    gelezen = lees_paginas(pdf, cache)
    return replace(
        bestand,
        pdf=pdf,
        omgezet_met=met,
        paginas=gelezen.paginas,
        verborgen=gelezen.verborgen,
        tekstlaag=gelezen.tekstlaag,
        getekend=gelezen.getekend,
    )


def as_received(geopend: GelezenBestand, bron: Path) -> GelezenBestand:
    """Return a PDF as read from the copy that was opened with its password, as the file that came in."""
    return replace(
        geopend,
        bron=bron,
        pdf=geopend.bron,
        omgezet_met="het wachtwoord",
        opmerkingen=(*geopend.opmerkingen, ONTSLOTEN),
    )


def _bestanden(bron: Path, office: Office | None) -> Iterable[Path]:
    """Return a file itself, or the papers in a folder; what Word and the system keep there for themselves is none.

    A link that the user named is read as what it points at; of a link in a folder others say what it points at.
    """
    if bron.is_dir():
        stukken = sorted(pad for pad in bron.iterdir() if _is_te_lezen(pad, office))
        if not stukken:
            raise NietsGevonden(bestand=bron.name)
        return stukken
    if not bron.is_file():
        raise BestandNietGevonden(bestand=bron.name)
    return [bron]


def _is_stuk(pad: Path, office: Office | None) -> bool:
    if pad.name.startswith((".", "~$")):
        return False
    if office is not None and is_andere_tekst(pad):
        return True
    return pad.suffix.lower() in (".pdf", ".zip", *_LEZERS, *BERICHTEN) or (
        pad.suffix.lower() in LOS and plaats_van(pad) is not None
    )


def overgeslagen(bronnen: Sequence[Path], office: Office | None = None) -> tuple[str, ...]:
    """Return the names of what stands in these folders and is not taken in: subfolders and files of no known kind."""
    gezien = [pad for bron in bronnen if bron.is_dir() for pad in sorted(bron.iterdir())]
    return tuple(pad.name for pad in gezien if not pad.name.startswith((".", "~$")) and not _is_te_lezen(pad, office))


def _is_te_lezen(pad: Path, office: Office | None) -> bool:
    return pad.is_file() and not pad.is_symlink() and _is_stuk(pad, office)


def _lees_open(
    bron: Path, lees: Callable[..., GelezenBestand], ontsluit: Callable[[Path], Path | None] | None
) -> GelezenBestand:
    """Read a file, or the copy of it that was opened with its password."""
    try:
        return lees(bron)
    except PdfMetWachtwoord:
        geopend = ontsluit(bron) if ontsluit else None
        if geopend is None:
            raise
        return as_received(lees(geopend), bron)


def lees_bestand(bron: Path, cache: Bladcache, wijze: Leeswijze, stappen: Stappen) -> GelezenBestand:
    """Read one file, as ``lees_bestanden`` does; raises as it."""
    check_name(bron.name)
    if bron.stat().st_size == 0:
        raise BestandLeeg(bestand=bron.name)
    if bron.suffix.lower() == ".pdf":
        return _lees_pdf(bron, cache, wijze, stappen)
    return stappen.doe(partial(_lees_ander, bron, wijze))


def _lees_ander(bron: Path, wijze: Leeswijze) -> GelezenBestand:
    """Read a file without pages, by its kind."""
    if is_verpakt(bron) and wijze.bijlagen is not None:
        return lees_berichtbestand(bron, wijze.bijlagen)
    lezer = _LEZERS.get(bron.suffix.lower())
    if lezer is not None:
        return lezer(bron, wijze)
    plaats, soort = wijze.plaats(bron), LOS.get(bron.suffix.lower())
    if plaats is None and soort is not None and bron.suffix.lower() == ".xlsx":
        blad = _van_bladen(bron, soort[0], read_sheets(bron))
        if blad is not None:
            return blad
    if bron.suffix.lower() in HERKEND:
        raise GeenStuk(bestand=bron.name, herkend=HERKEND[bron.suffix.lower()])
    if plaats is None or soort is None:
        raise SoortOnbekend(bestand=bron.name)
    media, begin = soort
    with bron.open("rb") as stroom:
        if stroom.read(len(begin)) != begin:
            raise SoortOnbekend(bestand=bron.name)
    if begin == ZIP:
        check_package(bron)
    return replace(_lees_los(bron, media), plaats=plaats)


def _lees_los(bron: Path, media: str) -> GelezenBestand:
    grootte = bron.stat().st_size
    if grootte > GROOTSTE_LOSSE_BESTAND:
        raise BestandTeGroot(bestand=bron.name, omvang=omvang(grootte))
    return GelezenBestand(bron=bron, media=media)


def _lees_tekst(bron: Path, wijze: Leeswijze) -> GelezenBestand:
    """Read a text: as the papers it holds, else as a paper by itself, with its tables."""
    regels = herstelde_regels(_tekst(bron))
    lezing, tabellen = lees_regels(regels), vind_tabellen(regels)
    if lezing.heeft_stukken:
        kaarten = lees_projectkaarten(regels)
        return GelezenBestand(bron=bron, media=TEKST, lezing=lezing, tabellen=tabellen, programma=kaarten)
    plaats, tekst = wijze.plaats(bron), "\n".join(regel.tekst for regel in regels)
    if plaats is None and not tabellen and len(tekst) < KLEINSTE_STUK:
        raise NietsGevonden(bestand=bron.name)
    programma = lees_programma(regels, tabellen) or lees_kerntaken(regels, tabellen) or lees_projectkaarten(regels)
    return GelezenBestand(bron=bron, media=TEKST, plaats=plaats, tekst=tekst, tabellen=tabellen, programma=programma)


def _lees_pdf(bron: Path, cache: Bladcache, wijze: Leeswijze, stappen: Stappen) -> GelezenBestand:
    gelezen = stappen.doe(partial(lees_paginas, bron, cache))
    gelezen = with_words(gelezen, cache, stappen) if wijze.herken else gelezen
    if not wijze.is_papier(bron):
        return replace(gelezen, plaats=wijze.plaats(bron))
    return stappen.doe(partial(_met_inhoud, gelezen, cache, wijze))


def _met_inhoud(gelezen: GelezenBestand, cache: Bladcache, wijze: Leeswijze) -> GelezenBestand:
    """Return a PDF of which the pages were read with what they say."""
    bron = gelezen.bron
    plaats, bladen = wijze.plaats(bron), read_bladen(bron, cache, gelezen.pdf)
    voorstel = lees_voorstel(bron, bladen, wijze)
    if plaats is not None:
        return replace(gelezen, plaats=plaats, lezing=voorstel.lezing if voorstel.lezing.notas else None)
    if not voorstel.lezing.heeft_stukken:
        programma, tabellen = read_programma(bladen.bladen, gelezen.paginas, gelezen.tabellen)
        if tabellen or programma is not None:  # a report, which no agenda announces
            return replace(gelezen, programma=programma, tabellen=tabellen)
    if not voorstel.lezing.heeft_stukken and BIJGEVOEGD in gelezen.verwijderd:
        raise BestandenErin(bestand=bron.name)
    if voorstel.scan:
        raise ScanZonderTekst(bestand=bron.name)
    _eis_inhoud(bron, voorstel.lezing)
    return replace(gelezen, lezing=voorstel.lezing, delen=voorstel.delen if is_pak(voorstel) else ())


def open_word(bron: Path, wijze: Leeswijze) -> tuple[GelezenWord, Lezing]:
    """Return a Word file and the papers in it."""
    with bron.open("rb") as stroom:
        if stroom.read(len(ZIP)) == ZIP:
            check_package(bron)
    word = lees_word(bron)
    keuzes = (indeling_van(wijze.indeling, wijze.map),) if wijze.indeling else indelingen(wijze.map)
    return word, lees_woordbestand(word, bron.name, keuzes)


def _lees_word(bron: Path, wijze: Leeswijze) -> GelezenBestand:
    """Read a Word file: as the papers it holds, else as a paper by itself, with its tables."""
    (word, lezing), plaats = open_word(bron, wijze), wijze.plaats(bron)
    als_stuk = bool(plaats) and not (lezing.agenda or lezing.uitnodiging or lezing.notas)
    if lezing.heeft_stukken and not als_stuk:
        return GelezenBestand(bron=bron, media=WORD, plaats=plaats, lezing=lezing)
    tekst, tabellen = "\n".join(regels_van(word.blokken)), vind_wordtabellen(word.blokken)
    if plaats is None and not tabellen and len(tekst) < KLEINSTE_STUK:
        raise NietsGevonden(bestand=bron.name)
    return GelezenBestand(bron=bron, media=WORD, plaats=plaats, tekst=tekst, tabellen=tabellen)


def _lees_met_macros(bron: Path, wijze: Leeswijze) -> GelezenBestand:
    """Read a Word file with macros as the papers it holds; what stands in it may be read, but it is not sent on."""
    gelezen = _lees_word(bron, wijze)
    if gelezen.lezing is None:
        raise GeenStuk(bestand=bron.name, herkend=HERKEND[bron.suffix.lower()])
    return replace(gelezen, media=MET_MACROS[bron.suffix.lower()])


def _lees_csv(bron: Path, _: Leeswijze) -> GelezenBestand:
    """Read a list of members, or projects, budget lines and tables of amounts where it holds those."""
    tekst = _tekst(bron)
    blad = lees_csv(tekst, bron)
    if not is_ledenlijst(blad.rijen[0] if blad.rijen else ()):
        gelezen = _van_bladen(bron, "text/csv", [Werkblad(blad.naam, tuple(map(tuple, blad.rijen)))])
        if gelezen is not None:
            return gelezen
    return GelezenBestand(bron=bron, media="text/csv", leden=lees_leden(tekst, bron.name))


def _van_bladen(bron: Path, media: str, bladen: Sequence[Werkblad]) -> GelezenBestand | None:
    """Read projects, budget lines and tables of amounts from sheets; nothing when no sheet has any."""
    programma = lees_projectblad([Blad(een.naam, een.rijen) for een in bladen], bron.stem)
    tabellen = vind_rekenbladtabellen(bladen)
    if programma is None and not tabellen:
        return None
    tekst = "\n".join(" ".join(rij) for blad in bladen for rij in blad.rijen)
    return GelezenBestand(bron=bron, media=media, tekst=tekst, programma=programma, tabellen=tabellen)


def _tekst(bron: Path) -> str:
    grootte = bron.stat().st_size
    if grootte > GROOTSTE_TEKST:
        raise BestandTeGroot(bestand=bron.name, omvang=omvang(grootte))
    try:
        return tekst_van(read_bytes(bron))
    except GeenTekst as fout:
        raise TekstOnleesbaar(bestand=bron.name) from fout


def _eis_inhoud(bron: Path, lezing: Lezing) -> None:
    if not lezing.heeft_stukken:
        raise NietsGevonden(bestand=bron.name)


ONTSLOTEN = (
    "Dit stuk is met het wachtwoord geopend en gaat zonder wachtwoord mee in de set. Het bestand blijft bewaard zoals "
    "het kwam; het wachtwoord wordt nergens bewaard."
)
_LIJKT_AGENDA = "Dit bestand lijkt een agenda; het is als stuk toegevoegd, de agenda zelf is niet veranderd."
_LIJKT_LIJST = "Dit bestand lijkt een actielijst; het is als stuk toegevoegd, de acties zelf zijn niet overgenomen."
_LEZERS: dict[str, Callable[[Path, Leeswijze], GelezenBestand]] = {
    ".txt": _lees_tekst,
    ".docx": _lees_word,
    ".dotx": _lees_word,
    **dict.fromkeys(MET_MACROS, _lees_met_macros),
    ".csv": _lees_csv,
}
