"""How far somebody is with the papers, and what they prepare for the meeting (F15, F17)."""

from dataclasses import dataclass
from datetime import datetime

from tk_desktop.domain.bladbereik import from_bereik
from tk_desktop.domain.paginaverwijzing import Verwijzing


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesstand:
    """How far one reader is with one paper of a meeting.

    ``papier`` is the key of the part (``Onderdeel.sleutel``), ``versie`` the SHA-256 of the PDF that was read,
    ``pagina`` (from 1) where the reader was, ``deel`` how far down that page in thousandths. ``gelezen`` are the pages
    that were read (``bladbereik``), ``verste`` the furthest of them or 1: by that goes a program of before pages were
    kept, of which ``gelezen`` is empty. ``vorige`` is the version the reader had before that one, empty when there was
    none.
    """

    id: str
    vergadering_id: str
    papier: str
    eigenaar: str
    versie: str
    pagina: int = 1
    deel: int = 0
    verste: int = 1
    gezien: datetime
    vorige: str = ""
    gelezen: str = ""

    @property
    def bladen(self) -> frozenset[int]:
        """The pages that were read."""
        return from_bereik(self.gelezen) if self.gelezen else frozenset(range(1, self.verste + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladwijzer:
    """A page that a reader wants to find again (key B)."""

    id: str
    vergadering_id: str
    papier: str
    eigenaar: str
    versie: str
    pagina: int
    naam: str = ""

    @property
    def verwijzing(self) -> Verwijzing:
        """The page it was put on."""
        return Verwijzing(self.papier, self.pagina, self.versie)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbereiding:
    """What a reader prepares for one item: a standpoint, a question, an action, and where to look (F17)."""

    id: str
    agendapunt_id: str
    eigenaar: str
    standpunt: str = ""
    vraag: str = ""
    actie: str = ""
    verwijzing: str = ""

    @property
    def is_leeg(self) -> bool:
        """Whether nothing is written in it."""
        return not any(tekst.strip() for tekst in (self.standpunt, self.vraag, self.actie, self.verwijzing))
