"""Opening a PDF with its password: a copy without one beside the file that came in, which stays as it is."""

from collections.abc import Iterator
from contextlib import suppress
from unicodedata import normalize

import pikepdf

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.paper.pdf_faults import check_pages, look_before_opening, told_in_dutch
from tk_desktop.paper.saving import save_pdf


class WachtwoordPastNiet(TkError):
    """A PDF does not open with the password that was given."""

    code = "TK-P42"
    melding = "‘{bestand}’ gaat niet open met dit wachtwoord."
    veilig = "Het bestand zelf is niet veranderd."
    advies = "Typ het opnieuw en let op hoofdletters, of vraag het aan wie het stuurde."


def write_opened(bron: Pad, doel: Pad, wachtwoord: str) -> None:
    """Write a copy of ``bron`` that opens without a password to ``doel``; the password goes nowhere else.

    Raises ``WachtwoordPastNiet``, or the fault of that PDF.
    """
    look_before_opening(bron)
    with told_in_dutch(bron), _opened(bron, wachtwoord) as pdf, replacing(doel) as half:
        check_pages(bron, len(pdf.pages))
        save_pdf(pdf, half)


def _opened(bron: Pad, wachtwoord: str) -> pikepdf.Pdf:
    """Open a PDF with a password in any of its spellings."""
    for poging in _spellings(wachtwoord):
        with suppress(pikepdf.PasswordError):
            return pikepdf.open(leesbron(bron), password=poging)
    raise WachtwoordPastNiet(bestand=bron.name)


def _spellings(wachtwoord: str) -> Iterator[bytes]:
    """Yield a password as bytes: Unicode since PDF 2.0, letters of one byte before it (ISO 32000-2, 7.6.4)."""
    heel = normalize("NFC", wachtwoord)  # on a Mac an accent may come apart from its letter
    yield heel.encode()
    with suppress(UnicodeEncodeError):
        yield heel.encode("pdfdoc")
