"""Where a page that a reader marked stands in the version of the paper that is read now (F15, F17)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tk_desktop.domain.aantekening import Oordeel
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.paginaverwijzing import Verwijzing, papier_van


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladplek:
    """Where ``pagina`` of ``versie`` stands in another version, and how sure that is.

    ``blad`` is that page (from 1); of one that is not found it is the page where it is missed.
    """

    versie: str
    pagina: int
    in_versie: str
    blad: int
    oordeel: Oordeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladregister:
    """The version of each paper that is read now (by key), and where pages of earlier versions stand."""

    nu: Mapping[str, str] = field(default_factory=dict)
    plekken: Mapping[tuple[str, int, str], Bladplek] = field(default_factory=dict)

    def plek(self, verwijzing: Verwijzing) -> Bladplek | None:
        """Return where a page stands now; nothing when the paper was replaced and the page is not looked up yet.

        A page of which the version is not known, or that is in a paper of which none is read, stands where it stood.
        """
        nu = self.nu.get(verwijzing.papier, "")
        if not verwijzing.versie or nu in ("", verwijzing.versie):
            return Bladplek(
                versie=verwijzing.versie,
                pagina=verwijzing.pagina,
                in_versie=verwijzing.versie,
                blad=verwijzing.pagina,
                oordeel=Oordeel.GEMAAKT,
            )
        return self.plekken.get((verwijzing.versie, verwijzing.pagina, nu))

    def blad(self, verwijzing: Verwijzing) -> int:
        """Return the page where it stands now, surely or probably; 0 when that is not known."""
        plek = self.plek(verwijzing)
        return plek.blad if plek is not None and plek.oordeel is not Oordeel.NIET_GEVONDEN else 0

    def is_zeker(self, verwijzing: Verwijzing) -> bool:
        """Tell whether a page surely stands where it is said to stand now."""
        plek = self.plek(verwijzing)
        return plek is not None and plek.oordeel in (Oordeel.GEMAAKT, Oordeel.ZEKER)

    def naam(self, verwijzing: Verwijzing, opname: Momentopname) -> str:
        """Return what a reader calls a page, and what became of it: ``2a bijl. 1 blz. 15 (was blz. 14)``."""
        plek, stond = self.plek(verwijzing), f"blz. {verwijzing.pagina}"
        waar = papier_van(verwijzing, opname)
        if plek is None:
            return f"{waar} {stond} (vorige versie)"
        if plek.oordeel is Oordeel.NIET_GEVONDEN:
            return f"{waar} {stond}: niet teruggevonden"
        was = f" (was {stond})" if plek.blad != verwijzing.pagina else ""
        if plek.oordeel is Oordeel.WAARSCHIJNLIJK:
            return f"{waar} waarschijnlijk blz. {plek.blad}{was}"
        return f"{waar} blz. {plek.blad}{was}"
