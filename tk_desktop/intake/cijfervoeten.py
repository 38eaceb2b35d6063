"""Footnote marks between the figures of a row: which of them are marks, where only one answer is possible."""

from collections.abc import Mapping, Sequence

_GROOTSTE = 99


def vind_voetnoten(rijen: Mapping[int, Sequence[str]]) -> dict[int, int]:
    """Return for each of these rows, that have one figure too many, which of its figures is the mark of a footnote.

    Marks count up through the rows (16, 17, 18). Where that leaves a choice nothing is returned.
    """
    nummers = list(rijen)
    keuzes = [
        {int(waarde): plaats for plaats, waarde in enumerate(rijen[nummer]) if _can_be_mark(waarde)}
        for nummer in nummers
    ]
    if len(nummers) < 2:  # one row shows no counting
        return {}
    passend = [begin for begin in keuzes[0] if all(begin + verder in keuze for verder, keuze in enumerate(keuzes))]
    if len(passend) != 1:
        return {}
    return {nummer: keuzes[rang][passend[0] + rang] for rang, nummer in enumerate(nummers)}


def _can_be_mark(waarde: str) -> bool:
    return waarde.isdigit() and 0 < int(waarde) <= _GROOTSTE
