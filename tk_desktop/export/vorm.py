"""A paper of a meeting in the form that is asked: a tagged PDF or an editable Word document."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.paper.blad import Blad
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument
from tk_desktop.paper.word import WordDocument


class VormOnbekend(TkError):
    """The name of a file does not say in which form a paper is to be written."""

    code = "TK-E02"
    melding = "Aan de naam ‘{naam}’ is niet te zien wat voor bestand u wilt."
    veilig = "Er is niets gemaakt."
    advies = "Laat de naam eindigen op {einden}."


class Vorm(StrEnum):
    """In which form a paper is written; the value is the ending of its file."""

    PDF = ".pdf"
    WORD = ".docx"


def vorm_van(doel: Path, *ook: str) -> Vorm:
    """Return the form that the name of a file asks; ``ook`` are the endings that its caller knows besides.

    Raises ``VormOnbekend``.
    """
    einde = doel.suffix.lower()
    if einde not in list(Vorm):
        einden = [vorm.value for vorm in Vorm] + list(ook)
        raise VormOnbekend(naam=doel.name, einden=f"{', '.join(einden[:-1])} of {einden[-1]}")
    return Vorm(einde)


def document_in(
    vorm: Vorm,
    *,
    titel: str,
    huisstijl: str,
    datum: date,
    auteur: str = "",
    voettekst: str = "",
    merken: Sequence[str] = (),
    liggend: bool = False,
) -> TaggedDocument | WordDocument:
    """Return an empty document of that form: the one way to choose between a PDF and a Word file.

    ``datum`` is the only day in it; ``merken`` are lines that each page bears, as those of what is secret do (J8). A
    paper with many columns beside each other lies on its side (``liggend``).
    """
    soort = TaggedDocument if vorm is Vorm.PDF else WordDocument
    return soort(
        titel=titel,
        huisstijl=Huisstijl.load(huisstijl),
        datum=datum,
        auteur=auteur,
        voettekst=voettekst or titel,
        merken=merken,
        liggend=liggend,
    )


def new_document(
    vorm: Vorm, opname: Momentopname, titel: str, *, voettekst: str = "", merken: Sequence[str] = ()
) -> Blad:
    """Return an empty document in the house style of the body, with the day of the meeting as its only day."""
    return document_in(
        vorm,
        titel=titel,
        huisstijl=opname.gremium.huisstijl,
        datum=opname.vergadering.datum,
        auteur=opname.gremium.naam,
        voettekst=voettekst,
        merken=merken,
    )
