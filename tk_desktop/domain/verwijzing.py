"""Placeholders in texts: what follows from the meeting is filled in when a paper is printed (C3, B3).

``{{datum}}`` and the like stand for a fact of the meeting, ``{{punt:ID}}`` for the number of an agenda item, so that a
renumbered agenda reaches every cross reference.
"""

import re
from collections.abc import Mapping
from datetime import date

from tk_desktop.domain.datum import MAANDEN, lang
from tk_desktop.domain.nummer import Nummer

NIET_IN_DE_SET = "een agendapunt dat niet in deze set zit"
VELDEN = ("gremium", "datum", "dag", "tijd", "plaats", "voorzitter", "secretaris", "leden", "agendapunt", "kenmerk")

_INVULPLEK = re.compile(r"\{\{(punt:)?([^{}]+)\}\}")
_MET_SPATIE = re.compile(rf"[ \t]?{_INVULPLEK.pattern}")
_BIJ_PUNT = re.compile(r"(agendapunt )?\{\{punt:([^{}]+)\}\}", re.I)
_ELDERS = re.compile(
    rf"\b(vorige|eerdere|vergadering van|{'|'.join(MAANDEN)}|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}})\b", re.I
)
_VERWIJZING = re.compile(r"(?<=\bagendapunt )(\d+[A-Z]?[a-z]?)(?!\w)", re.I)


def vul(tekst: str, velden: Mapping[str, str], nummers: Mapping[str, Nummer] | Mapping[str, str]) -> str:
    """Return the text with its placeholders filled; a field nobody knows stays as it is, for the check to find.

    A reference to an item that is not in ``nummers`` (this reader may not see it) is worded without its number:
    ‘agendapunt 1A’ becomes ‘een agendapunt dat niet in deze set zit’.
    """

    def nummer(treffer: re.Match[str]) -> str:
        woord = treffer[1] or ""
        if treffer[2] in nummers:
            return f"{woord}{nummers[treffer[2]]}"
        return NIET_IN_DE_SET.capitalize() if woord[:1].isupper() else NIET_IN_DE_SET

    def invulling(treffer: re.Match[str]) -> str:
        return velden.get(treffer[2], treffer[0])

    return _INVULPLEK.sub(invulling, _BIJ_PUNT.sub(nummer, tekst))


def verlegd(tekst: str, ids: Mapping[str, str], nummers: Mapping[str, Nummer], dag: date) -> str:
    """Return a text of the meeting on that day for another meeting.

    A reference to an item that came along (``ids``: from its old id to its new one) is tied to that item; one to
    another item names the meeting it came from: ‘agendapunt 2a van de vergadering van 4 maart 2026’.
    """
    elders = f" van de vergadering van {lang(dag)}"
    doelen = {id_: f"{nummer}{elders}" for id_, nummer in nummers.items()}
    return vul(tekst, {}, doelen | {oud: f"{{{{punt:{nieuw}}}}}" for oud, nieuw in ids.items()})


def koppel(tekst: str, nummers: Mapping[str, Nummer]) -> str:
    """Return the text with every ‘agendapunt 2a’ that names an item of this agenda tied to that item.

    A sentence that names a date or an earlier meeting may mean another agenda and is left as it is.
    """
    ids = {str(nummer): id_ for id_, nummer in nummers.items()}

    def invulplek(treffer: re.Match[str]) -> str:
        id_ = ids.get(treffer[1])
        return treffer[1] if id_ is None or _ELDERS.search(_zin(tekst, treffer)) else f"{{{{punt:{id_}}}}}"

    return _VERWIJZING.sub(invulplek, tekst)


def ontkoppel(tekst: str, nummers: Mapping[str, Nummer]) -> str:
    """Return the text as its writer sees it: ‘agendapunt 2a’ instead of a tie, wherever ``koppel`` ties it again.

    What ``koppel`` would not find (an item of another agenda, a sentence that names a day) stays a placeholder, so
    that nothing is untied by looking: ``koppel(ontkoppel(tekst, n), n) == koppel(tekst, n)``.
    """
    return "\n".join(_ontkoppel_regel(regel, nummers) for regel in tekst.split("\n"))


def _ontkoppel_regel(regel: str, nummers: Mapping[str, Nummer]) -> str:
    vast = koppel(regel, nummers)
    zichtbaar = _INVULPLEK.sub(lambda treffer: _nummer_van(treffer, nummers), regel)
    if koppel(zichtbaar, nummers) == vast:
        return zichtbaar
    plek = 0
    while treffer := _INVULPLEK.search(regel, plek):
        poging = regel[: treffer.start()] + _nummer_van(treffer, nummers) + regel[treffer.end() :]
        if koppel(poging, nummers) == vast:
            plek = treffer.end() + len(poging) - len(regel)
            regel = poging
        else:
            plek = treffer.end()
    return regel


def _nummer_van(treffer: re.Match[str], nummers: Mapping[str, Nummer]) -> str:
    return str(nummers[treffer[2]]) if treffer[1] and treffer[2] in nummers else treffer[0]


def _zin(tekst: str, treffer: re.Match[str]) -> str:
    begin = max(tekst.rfind(teken, 0, treffer.start()) for teken in (". ", "\n"))
    einden = [plek for teken in (". ", "\n") if (plek := tekst.find(teken, treffer.end())) >= 0]
    return tekst[begin + 1 : min(einden, default=len(tekst))]


def zonder_invulplekken(tekst: str) -> str:
    """Return the text without its placeholders and the space before each, for who seeks words."""
    return _MET_SPATIE.sub("", tekst)


def open_invulplekken(tekst: str) -> tuple[str, ...]:
    """Return the names of placeholders that nothing fills."""
    return tuple(naam for punt, naam in _INVULPLEK.findall(tekst) if not punt and naam not in VELDEN)
