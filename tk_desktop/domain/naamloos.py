"""A copy of the papers of a meeting without the names of who only told or helped there (J11).

Who decides and who signs stays named: that is public. Of guests and minute takers the function stays and the name
goes, also where a text names them by their first or last name alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from tk_desktop.domain.presentie import Hoedanigheid, Presentie

_T = TypeVar("_T")
_ZONDER = (Hoedanigheid.GENODIGDE, Hoedanigheid.NOTULIST)
_AANHEF = r"(?i:(?:de heer|heer|dhr\.?|mevrouw|mevr\.?|mw\.?)\s+)?"
_BEGIN = re.compile(r"(?:^|[.!?]\s+|\n\s*)(?:[-*]\s+|\d+\.\s+)?$")
_KORTST = 3
"""A part of a name with fewer letters is not looked for by itself."""


class Namen:
    """The names on one list that are left out, each with what stands in its place."""

    def __init__(self, presentie: Iterable[Presentie], ook: Iterable[str] = ()) -> None:
        """``ook`` are other names that stay, as those of who sign and of members who were not there."""
        lijst = tuple(presentie)
        self.plaats: dict[str, str] = {}
        """What each name becomes: ``genodigde 1``."""
        geteld = Counter[str]()
        for wie in lijst:
            if wie.hoedanigheid in _ZONDER and wie.naam not in self.plaats:
                geteld[wie.hoedanigheid.value] += 1
                self.plaats[wie.naam] = f"{wie.hoedanigheid.value} {geteld[wie.hoedanigheid.value]}"
        namen = [*(wie.naam for wie in lijst), *ook]
        blijven = {deel for naam in namen if naam not in self.plaats for deel in naam.split()}
        heel = [(_heel(naam), plaats) for naam, plaats in self.plaats.items()]
        delen = [(vorm, plaats) for naam, plaats in self.plaats.items() for vorm in _delen(naam.split(), blijven)]
        self._zoek = [(re.compile(rf"{_AANHEF}\b{vorm}\b"), plaats) for vorm, plaats in (*heel, *delen)]

    def weg(self, tekst: str) -> str:
        """Return a text without those names."""
        for zoek, plaats in self._zoek:
            tekst = zoek.sub(_door(plaats), tekst)
        return tekst

    def uit(self, waarde: _T) -> _T:
        """Return a value of the domain with none of those names in any text of it; ids stay."""
        return cast("_T", _overal(waarde, self.weg))


def _heel(naam: str) -> str:
    return r"\s+".join(map(re.escape, naam.split()))


def _delen(delen: Sequence[str], blijven: Collection[str]) -> Iterator[str]:
    """Go through how somebody is named for short; not by a part that somebody has who stays named."""
    if len(delen) > 1 and delen[-1] not in blijven and len(delen[-1]) >= _KORTST:
        tussen = "".join(rf"{re.escape(deel)}\s+" for deel in delen[1:-1])
        yield rf"(?i:{tussen}){re.escape(delen[-1])}"
        yield re.escape(delen[-1])
    if len(delen) > 1 and delen[0] not in blijven and len(delen[0]) >= _KORTST:
        yield re.escape(delen[0])


def _door(plaats: str) -> Callable[[re.Match[str]], str]:
    def vervang(gevonden: re.Match[str]) -> str:
        begin = _BEGIN.search(gevonden.string[: gevonden.start()])
        return plaats.capitalize() if begin else plaats

    return vervang


def _overal(waarde: object, weg: Callable[[str], str]) -> object:
    if type(waarde) is str:
        return weg(waarde)
    if is_dataclass(waarde) and not isinstance(waarde, type):
        namen = [veld.name for veld in fields(waarde) if veld.name != "id" and not veld.name.endswith("_id")]
        oud = {naam: getattr(waarde, naam) for naam in namen}
        nieuw = {naam: _overal(een, weg) for naam, een in oud.items()}
        anders = {naam: een for naam, een in nieuw.items() if een is not oud[naam] and een != oud[naam]}
        return replace(waarde, **anders) if anders else waarde
    if isinstance(waarde, tuple):
        return tuple(_overal(een, weg) for een in waarde)
    if isinstance(waarde, Mapping):
        return {sleutel: _overal(een, weg) for sleutel, een in waarde.items()}
    return waarde
