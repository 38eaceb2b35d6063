"""The doubts that a Word file brings besides its text: changes nobody accepted, remarks, files inside it (C9).

What is read is the text as it stands when all changes are accepted; a remark never comes into the paper.
"""

from collections.abc import Sequence
from itertools import groupby

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.paper.word_traces import WordSporen

_MEESTE = 3
"""So many texts are quoted; the rest is counted."""


def twijfels_van(sporen: WordSporen, bestand: str) -> tuple[Twijfel, ...]:
    """Return a doubt for the changes, one for each remark, and one for each kind of file inside."""
    uit: list[str] = []
    if sporen.ingevoegd or sporen.geschrapt:
        delen = [
            f"{woord}: {_aangehaald(teksten)}"
            for woord, teksten in (("toegevoegd", sporen.ingevoegd), ("geschrapt", sporen.geschrapt))
            if teksten
        ]
        wat = "Er staan wijzigingen in die nog niet zijn verwerkt; gelezen is de tekst alsof u alles accepteert"
        uit.append(f"{wat} ({'; '.join(delen)}).")
    for wie, tekst in sporen.opmerkingen:
        uit.append(f"Opmerking{f' van {wie}' if wie else ''}, niet overgenomen: ‘{tekst}’")
    for soort, groep in groupby(sorted(sporen.ingesloten)):
        aantal = len(list(groep))
        keer = f" ({aantal} keer)" if aantal > 1 else ""
        uit.append(f"In het document zit {soort}{keer}; wat daarin staat is niet gelezen. Stuur het als bijlage mee.")
    return tuple(Twijfel(waar=bestand, wat=wat) for wat in uit)


def _aangehaald(teksten: Sequence[str]) -> str:
    getoond = ", ".join(f"‘{tekst}’" for tekst in teksten[:_MEESTE])
    over = len(teksten) - _MEESTE
    return f"{getoond} en nog {over}" if over > 0 else getoond
