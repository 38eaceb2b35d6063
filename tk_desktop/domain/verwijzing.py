"""Placeholders in texts: what follows from the meeting is filled in when a paper is printed (C3, B3).

``{{datum}}`` and the like stand for a fact of the meeting, ``{{punt:ID}}`` for the number of an agenda item, so that a
renumbered agenda reaches every cross reference.
"""

import re
from collections.abc import Mapping

from tk_desktop.domain.nummer import Nummer

BESLOTEN_PUNT = "een besloten agendapunt"
VELDEN = ("gremium", "datum", "tijd", "plaats", "voorzitter", "secretaris", "agendapunt", "kenmerk")

_INVULPLEK = re.compile(r"\{\{(punt:)?([^{}]+)\}\}")
_VERWIJZING = re.compile(r"(?<=\bagendapunt )(\d+[A-Z]?[a-z]?)(?!\w)", re.I)


def vul(tekst: str, velden: Mapping[str, str], nummers: Mapping[str, Nummer]) -> str:
    """Return the text with its placeholders filled; a field nobody knows stays as it is, for the check to find.

    A reference to an item that is not in ``nummers`` (it is besloten and this reader may not see it) is worded without
    its number.
    """

    def invulling(treffer: re.Match[str]) -> str:
        if treffer[1]:
            return str(nummers.get(treffer[2], BESLOTEN_PUNT))
        return velden.get(treffer[2], treffer[0])

    return _INVULPLEK.sub(invulling, tekst)


def koppel(tekst: str, nummers: Mapping[str, Nummer]) -> str:
    """Return the text with every ‘agendapunt 2a’ that names an item of this agenda tied to that item."""
    ids = {str(nummer): id_ for id_, nummer in nummers.items()}

    def invulplek(treffer: re.Match[str]) -> str:
        id_ = ids.get(treffer[1])
        return treffer[1] if id_ is None else f"{{{{punt:{id_}}}}}"

    return _VERWIJZING.sub(invulplek, tekst)


def open_invulplekken(tekst: str) -> tuple[str, ...]:
    """Return the names of placeholders that nothing fills."""
    return tuple(naam for punt, naam in _INVULPLEK.findall(tekst) if not punt and naam not in VELDEN)
