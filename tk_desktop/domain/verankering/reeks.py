"""What two rows have in common, in the same order: the longest common subsequence.

Bit-parallel (Hyyrö 2004, "Bit-parallel LCS-length computation revisited"): a row of the table is one integer, so rows
of hundreds of words take no longer than a thousandth of a second, where ``difflib`` takes many times that.
"""

from collections.abc import Hashable, Sequence


def gemeenschappelijk(links: Sequence[Hashable], rechts: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the pairs of places that hold the same, both rising."""
    voor, eind_links, eind_rechts = _zelfde_randen(links, rechts)
    begin = [(plek, plek) for plek in range(voor)]
    midden = _midden(links[voor:eind_links], rechts[voor:eind_rechts])
    staart = len(links) - eind_links
    return [
        *begin,
        *((voor + i, voor + j) for i, j in midden),
        *((eind_links + plek, eind_rechts + plek) for plek in range(staart)),
    ]


def overeenkomst(links: Sequence[Hashable], rechts: Sequence[Hashable]) -> float:
    """Return from 0 to 1 how much two rows have in common, by the length of both together."""
    samen = len(links) + len(rechts)
    return 2 * len(gemeenschappelijk(links, rechts)) / samen if samen else 1.0


def _zelfde_randen(links: Sequence[Hashable], rechts: Sequence[Hashable]) -> tuple[int, int, int]:
    voor = 0
    kortste = min(len(links), len(rechts))
    while voor < kortste and links[voor] == rechts[voor]:
        voor += 1
    achter = 0
    while achter < kortste - voor and links[-1 - achter] == rechts[-1 - achter]:
        achter += 1
    return voor, len(links) - achter, len(rechts) - achter


def _midden(links: Sequence[Hashable], rechts: Sequence[Hashable]) -> list[tuple[int, int]]:
    if not links or not rechts:
        return []
    rijen = _rijen(links, rechts)
    paren = []
    kolom, rij = len(links), len(rechts)
    while kolom and rij:
        if rijen[rij - 1] >> (kolom - 1) & 1:
            kolom -= 1
            continue
        rij -= 1
        if rij and not rijen[rij - 1] >> (kolom - 1) & 1:
            continue
        kolom -= 1
        paren.append((kolom, rij))
    paren.reverse()
    return paren


def _rijen(links: Sequence[Hashable], rechts: Sequence[Hashable]) -> list[int]:
    """Return a number per member of ``rechts``; a bit that is 0 tells where the shared length of ``links`` steps up."""
    plaatsen: dict[Hashable, int] = {}
    for plek, lid in enumerate(links):
        plaatsen[lid] = plaatsen.get(lid, 0) | 1 << plek
    vol = (1 << len(links)) - 1
    stand = vol
    rijen = []
    for lid in rechts:
        raak = stand & plaatsen.get(lid, 0)
        stand = (stand + raak | stand - raak) & vol
        rijen.append(stand)
    return rijen
