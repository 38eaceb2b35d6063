"""A question that somebody puts more often, with what it is narrowed by (K7): private to who kept it."""

from dataclasses import dataclass

from tk_desktop.domain.opsomming import opsomming


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekvraag:
    """What is sought, and by what it is narrowed; what is empty says nothing. ``zicht`` is open, closed or empty.

    Rules:
        * there is something to seek;
        * a year is a year, or 0.
    """

    id: str
    eigenaar: str
    vraag: str
    gremium: str = ""
    jaar: int = 0
    soort: str = ""
    besluit: str = ""
    persoon: str = ""
    zicht: str = ""

    def __post_init__(self) -> None:
        if not self.vraag.strip() or self.jaar < 0 or self.zicht not in ("", "openbaar", "besloten"):
            raise ValueError("een zoekvraag heeft woorden")

    @property
    def naam(self) -> str:
        """How it stands in a list: ``kade* (BC WK, 2026 en openbaar)``."""
        jaar = str(self.jaar or "")
        delen = [deel for deel in (self.gremium, jaar, self.soort, self.besluit, self.persoon, self.zicht) if deel]
        return f"{self.vraag} ({opsomming(delen)})" if delen else self.vraag
