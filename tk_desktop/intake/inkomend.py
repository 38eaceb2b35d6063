"""Looking in a folder of the user’s choice for what came in: files are told when they are whole, and stay there.

A file that is being copied grows from one look to the next; it is told when two looks saw it the same.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.intake.bericht import BERICHTEN
from tk_desktop.intake.bestandssoorten import LOS

SOORTEN = frozenset({".pdf", ".zip", *LOS, *BERICHTEN})
"""What is told of, by the end of its name: half-copied files, locks and the rest of a folder are not."""

MEESTE = 2000
"""In a folder with more files nothing is looked for: that is an archive, not where post comes in."""


class InkomendeMapWeg(TkError):
    """The folder that is looked at cannot be read, or holds too much to look at again and again."""

    code = "TK-I73"
    melding = "In de inkomende map ‘{map}’ kan TK Desktop niet kijken: zij is er niet, of er staat te veel in."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Kies een andere map met Bestand › Innemen › Inkomende map kiezen."


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Inkomend:
    """A file as it stands in the folder at one look."""

    naam: str
    omvang: int
    gewijzigd: int

    @property
    def merk(self) -> str:
        """What tells this file from others later, without its name: that is a word of a paper."""
        return hashlib.sha256(f"{self.naam}|{self.omvang}|{self.gewijzigd}".encode("utf-8", "replace")).hexdigest()[:16]


def kijk_in(map_: Path) -> frozenset[Inkomend]:
    """Return the files in a folder that may be post; raises ``InkomendeMapWeg``."""
    uit: set[Inkomend] = set()
    try:
        for nr, pad in enumerate(map_.iterdir()):
            if nr >= MEESTE:
                raise InkomendeMapWeg(map=map_.name)
            if pad.suffix.lower() not in SOORTEN or pad.name.startswith((".", "~$")) or pad.is_symlink():
                continue
            stand = pad.stat()
            if pad.is_file() and stand.st_size:
                uit.add(Inkomend(naam=pad.name, omvang=stand.st_size, gewijzigd=stand.st_mtime_ns))
    except FileNotFoundError as fout:
        if map_.is_dir():  # a file went away while we looked: look again later
            return frozenset()
        raise InkomendeMapWeg(map=map_.name) from fout
    except OSError as fout:
        raise InkomendeMapWeg(map=map_.name) from fout
    return frozenset(uit)


def nieuwe(vorige: Collection[Inkomend], nu: Collection[Inkomend], gezien: Collection[str]) -> tuple[Inkomend, ...]:
    """Return the files that are whole, the same in two looks, and that were not told before (their ``merk``)."""
    return tuple(sorted(een for een in nu if een in vorige and een.merk not in gezien))
