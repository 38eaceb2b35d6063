"""One item of an agenda as a spreadsheet holds it, before it is an item of a meeting."""

from dataclasses import dataclass

from tk_desktop.domain.agenda import Behandeling


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntregel:
    """A line of an agenda in a spreadsheet (B17); ``is_sub`` when it stands under the main item above it."""

    titel: str
    is_sub: bool = False
    ingevoegd: bool = False
    duur: int | None = None
    behandeling: frozenset[Behandeling] = frozenset()
    inleiders: tuple[tuple[str, str], ...] = ()
    besloten: bool = False
    mondeling: bool = False
    toelichting: str = ""
