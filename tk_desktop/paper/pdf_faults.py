"""What can be wrong with a PDF somebody sent, and the look that is taken at a file before a library opens it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
import pypdfium2

from tk_desktop.base.errors import BestandNietGevonden, TkError
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.domain.getal import omvang

GROOTSTE_BESTAND = 200 * 1024 * 1024
"""Bytes; a larger file is not taken in: it is refused before it is opened."""

GROOTST_TE_LEZEN = 2 * 1024 * 1024 * 1024
"""Bytes of a file that is only looked at, such as a whole set: of that no more is read than is shown."""

MEESTE_PAGINAS = 20_000

_KOP = 1024
_STAART = 8192
_EINDE = (b"startxref", b"%%EOF")
"""What stands at the end of a whole PDF; some makers write only one of the two."""
_HERKEND = (
    (b"PK\x03\x04", "een Word-, Excel- of zipbestand"),
    (b"\xd0\xcf\x11\xe0", "een bestand van een oude Office-versie of een bericht uit Outlook"),
    (b"\xff\xd8\xff", "een foto"),
    (b"\x89PNG", "een afbeelding"),
    (b"{\\rtf", "een rtf-bestand"),
    (b"<!DOCTYPE", "een webpagina"),
    (b"<html", "een webpagina"),
    (b"MZ", "een programma"),
)


class PdfBeschadigd(TkError):
    """The file says it is a PDF, but it cannot be read whole."""

    code = "TK-P03"
    melding = "‘{bestand}’ kan niet worden geopend: het bestand is beschadigd."
    veilig = "Er is niets gewijzigd."
    advies = "Vraag de afzender om een nieuwe versie of kies een ander bestand."


class PdfMetWachtwoord(TkError):
    """The file opens only with a password."""

    code = "TK-P04"
    melding = "‘{bestand}’ kan niet worden geopend: er zit een wachtwoord op."
    veilig = "Er is niets gewijzigd."
    advies = "Voeg het toe met het wachtwoord, of vraag om een versie zonder wachtwoord."


class PdfLeeg(TkError):
    """The file holds not one byte, as after a broken copy or download."""

    code = "TK-P05"
    melding = "‘{bestand}’ kan niet worden geopend: het bestand is leeg (0 bytes)."
    veilig = "Er is niets gewijzigd."
    advies = "Kopieer of download het bestand opnieuw, of vraag de afzender erom."


class GeenPdf(TkError):
    """The contents are something else than a PDF, whatever the name says."""

    code = "TK-P06"
    melding = "‘{bestand}’ kan niet worden geopend: de inhoud is geen pdf, maar {inhoud}."
    veilig = "Er is niets gewijzigd."
    advies = "Sla het stuk op als pdf en kies dat bestand."


class PdfZonderPaginas(TkError):
    """The PDF can be opened but there is no page in it."""

    code = "TK-P07"
    melding = "‘{bestand}’ kan niet worden gebruikt: er staat geen pagina in."
    veilig = "Er is niets gewijzigd."
    advies = "Vraag de afzender om een nieuwe versie of kies een ander bestand."


class PdfTeGroot(TkError):
    """The file is larger than a vergaderset can carry."""

    code = "TK-P08"
    melding = "‘{bestand}’ is te groot: {omvang}, en het meeste dat kan is {grens}."
    veilig = "Er is niets gewijzigd."
    advies = "Vraag de afzender om een kleinere versie, of splits het stuk."


class PdfTeVeelPaginas(TkError):
    """The PDF has more pages than can be handled."""

    code = "TK-P09"
    melding = "‘{bestand}’ heeft te veel pagina’s: {paginas}, en het meeste dat kan is {grens}."
    veilig = "Er is niets gewijzigd."
    advies = "Splits het stuk, of vraag de afzender om alleen het deel dat nodig is."


def look_before_opening(bron: Pad, *, om_te_lezen: bool = False) -> None:
    """Refuse what is plainly no whole PDF, from its size, its first and its last bytes.

    A file that is only read on the screen may be larger than one that is taken in (``om_te_lezen``).
    """
    grootste = GROOTST_TE_LEZEN if om_te_lezen else GROOTSTE_BESTAND
    try:
        with bron.open("rb") as stroom:
            kop = stroom.read(_KOP)
            grootte = stroom.seek(0, os.SEEK_END)
            stroom.seek(max(0, grootte - _STAART))
            staart = stroom.read(_STAART)
    except OSError as fout:
        raise BestandNietGevonden(bestand=bron.name) from fout
    if grootte == 0:
        raise PdfLeeg(bestand=bron.name)
    if grootte > grootste:
        raise PdfTeGroot(bestand=bron.name, omvang=omvang(grootte), grens=omvang(grootste))
    if b"%PDF" not in kop:
        raise GeenPdf(bestand=bron.name, inhoud=_inhoud(kop))
    if not any(merk in staart for merk in _EINDE):
        raise PdfBeschadigd(bestand=bron.name)


def check_pages(bron: Pad, aantal: int) -> None:
    """Refuse a PDF without pages or with far too many."""
    if aantal == 0:
        raise PdfZonderPaginas(bestand=bron.name)
    if aantal > MEESTE_PAGINAS:
        raise PdfTeVeelPaginas(bestand=bron.name, paginas=aantal, grens=MEESTE_PAGINAS)


@contextmanager
def told_in_dutch(bron: Pad) -> Iterator[None]:
    """Turn what the PDF libraries raise about ``bron`` into a fault the user can act on.

    Damaged objects surface in the libraries as almost any built-in exception: a number where a name should stand is
    a ``TypeError``, a missing key a ``KeyError``, endless nesting a ``RecursionError``.
    """
    try:
        yield
    except pikepdf.PasswordError as fout:
        raise PdfMetWachtwoord(bestand=bron.name) from fout
    except pypdfium2.PdfiumError as fout:
        raise _reden(bron) from fout
    except (
        pikepdf.PikepdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as fout:
        raise PdfBeschadigd(bestand=bron.name) from fout


def _reden(bron: Pad) -> TkError:
    """Find out with the other library why pdfium refused, because pdfium’s own error code may be an earlier one."""
    try:
        with pikepdf.open(leesbron(bron)) as pdf:
            leeg = len(pdf.pages) == 0
    except pikepdf.PasswordError:
        return PdfMetWachtwoord(bestand=bron.name)
    except pikepdf.PikepdfError:
        leeg = False
    return PdfZonderPaginas(bestand=bron.name) if leeg else PdfBeschadigd(bestand=bron.name)


def _inhoud(kop: bytes) -> str:
    kaal = kop.lstrip()
    for begin, naam in _HERKEND:
        if kaal[: len(begin)].lower() == begin.lower():
            return naam
    return "iets anders"
