"""The notes of a reader in every form in which they can leave the werkmap (F10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.domain.aantekening import Aantekening
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergaderset import Vergaderset
from tk_desktop.export.annotaties import write_set_met_aantekeningen, write_stuk_met_aantekeningen
from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.export.notitielijst import write_lijst_pdf, write_lijst_word, write_lijst_xlsx
from tk_desktop.export.notitieregels import in_order, paper_names
from tk_desktop.export.pdf import Bestand
from tk_desktop.export.w3c import write_w3c


class Vorm(StrEnum):
    """In which form notes leave; the words are those of the dialog."""

    SET = "alle stukken als pdf, met de aantekeningen erop"
    STUK = "dit stuk als pdf, met de aantekeningen erop"
    LIJST_PDF = "lijst als pdf"
    LIJST_WORD = "lijst als Word-document"
    LIJST_EXCEL = "lijst als Excel-werkmap"
    W3C = "open formaat voor andere programma’s (W3C)"

    @property
    def achter(self) -> str:
        """How its file name ends."""
        return {Vorm.LIJST_WORD: ".docx", Vorm.LIJST_EXCEL: ".xlsx", Vorm.W3C: ".jsonld"}.get(self, ".pdf")

    @property
    def op_stukken(self) -> bool:
        """Whether the notes stand on the pages themselves."""
        return self in (Vorm.SET, Vorm.STUK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaard:
    """What was written: how many notes are in it, and how many are on no page of this version of their paper."""

    pad: Path
    aantekeningen: int
    niet_geplaatst: int = 0


def write_notes(
    vorm: Vorm,
    plan: Vergaderset,
    aantekeningen: Iterable[Aantekening],
    target: Path,
    *,
    lezer: str,
    bestand: Bestand,
    cache: Pad,
    sleutel: str = "",
    progress: Progress | None = None,
) -> Bewaard:
    """Write notes in one form, whole or not at all; ``sleutel`` is the paper for ``Vorm.STUK``. Raises a ``TkError``.

    ``plan`` is the set as these readers see it, and the notes are those chosen for them.
    """
    noten = tuple(aantekeningen)
    opname = plan.opname
    if vorm is Vorm.STUK:
        stuk = write_stuk_met_aantekeningen(plan, sleutel, noten, target, lezer=lezer, bestand=bestand, cache=cache)
        return Bewaard(pad=target, aantekeningen=stuk.geschreven, niet_geplaatst=len(stuk.niet_geplaatst))
    if vorm is Vorm.SET:
        geheel = write_set_met_aantekeningen(
            plan, noten, target, lezer=lezer, bestand=bestand, cache=cache, progress=progress
        )
        return Bewaard(pad=target, aantekeningen=geheel.geschreven, niet_geplaatst=len(geheel.niet_geplaatst))
    schrijf = {Vorm.LIJST_PDF: write_lijst_pdf, Vorm.LIJST_WORD: write_lijst_word, Vorm.LIJST_EXCEL: write_lijst_xlsx}
    schrijf.get(vorm, write_w3c)(opname, noten, target, lezer=lezer)
    return Bewaard(pad=target, aantekeningen=len(in_order(opname, noten, lezer)))


def notes_name(vorm: Vorm, opname: Momentopname, sleutel: str = "") -> str:
    """Return the name of the file that is proposed: what it is, of which meeting or paper."""
    stuk = f"{paper_names(opname).get(sleutel, '')} " if vorm is Vorm.STUK else ""
    wat = f"{stuk}met aantekeningen" if vorm.op_stukken else "aantekeningen"
    return f"{bestandsnaam(opname, wat)}{vorm.achter}"
