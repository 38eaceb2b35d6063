"""Pages as they are kept: ``1-3,7``."""

import re
from collections.abc import Iterable, Iterator

GEEN = "-"
"""No page at all."""
HOOGSTENS = 20_000
"""More pages no paper has; what is kept may come from another laptop."""

_BEREIK = re.compile(r"([0-9]{1,6})(?:-([0-9]{1,6}))?")


def as_bereik(paginas: Iterable[int]) -> str:
    """Return pages (from 1) as text, the lowest first; ``-`` for none."""
    return ",".join(_bereiken(sorted(set(paginas)))) or GEEN


def from_bereik(tekst: str) -> frozenset[int]:
    """Return the pages that a text tells."""
    uit: set[int] = set()
    for van, tot in _BEREIK.findall(tekst):
        uit.update(range(int(van), min(int(tot or van), HOOGSTENS) + 1))
    return frozenset(uit)


def _bereiken(paginas: list[int]) -> Iterator[str]:
    begin = 0
    for plek, pagina in enumerate(paginas, 1):
        if plek == len(paginas) or paginas[plek] != pagina + 1:
            yield str(pagina) if paginas[begin] == pagina else f"{paginas[begin]}-{pagina}"
            begin = plek
