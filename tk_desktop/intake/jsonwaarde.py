"""Reading JSON that somebody sent: every value is looked at before it is used, and a fault names its place."""

import json
import math
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tk_desktop.base.files import read_bytes
from tk_desktop.domain.getal import omvang

_ONZICHTBAAR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_VER = 100_000.0


class JsonFout(ValueError):
    """What is wrong with a file, in Dutch words that follow ``‘naam’ …:``."""


class Waarde:
    """A value in a file with the place where it stands; asks for the form that is needed, or raises ``JsonFout``."""

    def __init__(self, ruw: object, waar: str = "") -> None:
        self._ruw = ruw
        self._waar = waar

    @property
    def is_ding(self) -> bool:
        """Whether it is an object with named values."""
        return isinstance(self._ruw, dict)

    @property
    def is_tekst(self) -> bool:
        """Whether it is a text."""
        return isinstance(self._ruw, str)

    def get(self, naam: str) -> "Waarde | None":
        """Return a named value; nothing when it is not there, or when this is no object."""
        if not isinstance(self._ruw, dict) or self._ruw.get(naam) is None:
            return None
        return Waarde(self._ruw[naam], f"{self._waar} › {naam}" if self._waar else naam)

    def rij(self, hoogstens: int, naam: str = "") -> list["Waarde"]:
        """Return the members of a list; anything else is a list of one, as JSON-LD has it.

        ``naam`` is what a fault calls a member, before its number.
        """
        leden = self._ruw if isinstance(self._ruw, list) else [self._ruw]
        if len(leden) > hoogstens:
            raise JsonFout(f"{self._naam} heeft meer dan {hoogstens} leden")
        return [Waarde(lid, f"{naam or self._waar} {nummer}".strip()) for nummer, lid in enumerate(leden, 1)]

    def tekst(self, hoogstens: int) -> str:
        """Return a text without what cannot be seen."""
        if not isinstance(self._ruw, str):
            raise JsonFout(f"{self._naam} is geen tekst")
        if len(self._ruw) > hoogstens:
            raise JsonFout(f"{self._naam} is langer dan {hoogstens} tekens")
        return _ONZICHTBAAR.sub("", self._ruw.replace("\r\n", "\n").replace("\r", "\n"))

    def geheel(self, minst: int = 0, hoogst: int = 10_000_000) -> int:
        """Return a whole number within bounds."""
        if not isinstance(self._ruw, int) or isinstance(self._ruw, bool) or not minst <= self._ruw <= hoogst:
            raise JsonFout(f"{self._naam} is geen getal van {minst} tot {hoogst}")
        return self._ruw

    def getallen(self, aantal: int) -> tuple[float, ...]:
        """Return so many numbers of a size that a page can have."""
        leden = self._ruw if isinstance(self._ruw, list) else []
        goed = [float(lid) for lid in leden if isinstance(lid, int | float) and not isinstance(lid, bool)]
        if len(goed) != aantal or len(leden) != aantal or not all(math.isfinite(g) and abs(g) < _VER for g in goed):
            raise JsonFout(f"{self._naam} is geen rij van {aantal} getallen")
        return tuple(goed)

    def moment(self) -> datetime:
        """Return a moment in ISO form; one without a zone is taken as UTC."""
        try:
            gelezen = datetime.fromisoformat(self.tekst(40))
        except ValueError as fout:
            raise JsonFout(f"{self._naam} is geen datum") from fout
        return gelezen if gelezen.tzinfo else gelezen.replace(tzinfo=UTC)

    def namen(self) -> Iterator[str]:
        """Yield the texts of a list, or the one that stands there alone; other things are passed over."""
        for lid in self._ruw if isinstance(self._ruw, list) else [self._ruw]:
            if isinstance(lid, str):
                yield lid

    @property
    def _naam(self) -> str:
        return f"‘{self._waar}’" if self._waar else "de inhoud"


def read_json(pad: Path, hoogstens: int) -> Waarde:
    """Return what stands in a file of at most so many bytes; raises ``JsonFout`` or ``BestandNietGevonden``."""
    gegevens = read_bytes(pad)
    if len(gegevens) > hoogstens:
        raise JsonFout(f"het bestand is groter dan {omvang(hoogstens)}")
    try:
        return Waarde(json.loads(gegevens.decode("utf-8-sig"), parse_constant=_geen_getal))
    except (ValueError, RecursionError) as fout:
        raise JsonFout("de inhoud is geen JSON") from fout


def _geen_getal(naam: str) -> float:
    raise ValueError(naam)
