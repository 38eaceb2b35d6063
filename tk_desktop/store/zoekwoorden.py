"""The words of the search index: a word that is sought is found within longer ones too, as Dutch joins them."""

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Any, Protocol

from sqlite_utils import Database

KORTSTE = 4
"""A shorter word stands within too many others to say anything."""
_ERBIJ = 1
_LANGST = 40
_MEESTE = 250
"""How many longer words are sought too: those that are closest in length. The longest are on the fewest pages."""
_WOORD = re.compile(r"[^\W_]+")


class _Voert(Protocol):
    """What carries out SQL."""

    def execute(self, sql: str, /) -> Any:  # noqa: ANN401 - of two libraries
        """Carry it out."""


def remember_words(db: Database, teksten: Iterable[str]) -> None:
    """Note the words of texts that come into the index, as the index itself spells them."""
    woorden = {woord for tekst in teksten for woord in _WOORD.findall(_kaal(tekst))}
    lang = sorted(woord for woord in woorden if KORTSTE + _ERBIJ <= len(woord) <= _LANGST)
    if lang:
        opdracht = "INSERT OR IGNORE INTO zoekregel_woord (woord) SELECT value FROM json_each(:woorden)"
        db.execute(opdracht, {"woorden": json.dumps(lang)})


def rebuild_words(db: _Voert) -> None:
    """Make the words those of the index as it is now: of what was destroyed none remains."""
    db.execute("DELETE FROM zoekregel_woord")
    db.execute(
        "INSERT INTO zoekregel_woord (woord) SELECT term FROM zoekregel_termen "
        f"WHERE length(term) BETWEEN {KORTSTE + _ERBIJ} AND {_LANGST}"
    )


def longer_words(db: Database, woord: str) -> tuple[str, ...]:
    """Return the words of the index within which a word stands, the shortest first; none for a short word."""
    kaal = _kaal(woord)
    if len(kaal) < KORTSTE or not _WOORD.fullmatch(kaal):
        return ()
    rijen = db.query(
        """SELECT woord FROM zoekregel_woord WHERE instr(woord, :deel) AND woord <> :deel
           ORDER BY length(woord), woord LIMIT :hoogstens""",
        {"deel": kaal, "hoogstens": _MEESTE},
    )
    return tuple(rij["woord"] for rij in rijen)


def _kaal(tekst: str) -> str:
    los = unicodedata.normalize("NFD", tekst)
    return "".join(teken for teken in los if not unicodedata.combining(teken)).lower()
