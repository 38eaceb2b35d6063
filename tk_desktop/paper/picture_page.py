"""A picture as a page, so that a photo or a scan can stand in a set."""

from datetime import date
from pathlib import Path

from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument

_BREEDTE_MM = 210.0
_DAG = date(2000, 1, 1)
"""The same picture gives the same bytes: no file of ours holds the day it was made."""


def picture_page(bron: Path, doel: Path, *, titel: str) -> Path:
    """Write a PDF with one picture as large as the text of a page may be; raises ``AfbeeldingOnleesbaar``."""
    document = TaggedDocument(titel=titel, huisstijl=Huisstijl.load("neutraal"), datum=_DAG)
    document.figure(bron, breedte_mm=_BREEDTE_MM, alternatieve_tekst=titel)
    return document.write(doel)
