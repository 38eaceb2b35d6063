"""Word files as somebody sends them: an agenda, a list of acties, and a text that is no paper of a board."""

from collections.abc import Sequence
from pathlib import Path

import docx

_ACTIES = (
    ("Actie", "Wie", "Wanneer"),
    ("Offerte vragen", "Roos van Dalen", "1 mei 2026"),
    ("Brief versturen", "dpg", ""),
)


def een_agenda(pad: Path) -> Path:
    """Write an agenda of two items on 9 September 2026."""
    kop = [
        "Agenda Bestuurscommissie Water",
        "Datum: woensdag 9 september 2026",
        "Tijd: 13.30 uur",
        "Plaats: Sluiskamer",
    ]
    rijen = [("Nr.", "Onderwerp", "Voorstel"), ("1", "Opening", "Ter informatie"), ("2", "Kades", "Ter bespreking")]
    return een_blad(pad, kop, rijen)


def een_rijke_agenda(pad: Path) -> Path:
    """Write an agenda of two items in rich text, as old programs kept it, under a name of choice."""
    cellen = [("Nr.", "Onderwerp", "Voorstel"), ("1", "Opening", "Ter informatie"), ("2", "Kades", "Ter bespreking")]
    rand = "".join(f"\\cellx{3000 * nr}" for nr in (1, 2, 3))
    rijen = "".join(rf"\trowd{rand} " + "".join(rf"{cel}\intbl\cell " for cel in rij) + r"\row " for rij in cellen)
    kop = ("Agenda Bestuurscommissie Co\\'f6rdinatie", "Datum: woensdag 9 september 2026", "Tijd: 13.30 uur")
    regels = "".join(f"{regel}\\par " for regel in kop)
    pad.write_bytes(f"{{\\rtf1\\ansi\\ansicpg1252 {regels}{rijen}\\pard\\par}}".encode("cp1252"))
    return pad


def een_actielijst(pad: Path, titel: str) -> Path:
    """Write a list of two acties."""
    return een_blad(pad, [titel], _ACTIES)


def een_brok(pad: Path) -> Path:
    """Write a few words of nobody."""
    return een_blad(pad, ["Tot straks bij de sluis."], ())


def een_blad(pad: Path, regels: Sequence[str], rijen: Sequence[Sequence[str]]) -> Path:
    """Write lines and a table as a Word file."""
    document = docx.Document()
    for regel in regels:
        document.add_paragraph(regel)
    if rijen:
        tabel = document.add_table(rows=0, cols=len(rijen[0]))
        for rij in rijen:
            for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
                cel.text = tekst
    document.save(str(pad))
    return pad
