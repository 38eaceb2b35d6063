"""A Dutch dictionary, when this computer has one, and the words that the user added to it."""

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import replacing
from tk_desktop.desktop.text.hunspell import MAPPEN, open_hunspell

TALEN = ("nl_NL", "nl", "nl_BE")
MEESTE_VOORSTELLEN = 6


class GeenWoordenboek(TkError):
    """Spelling was asked for on a computer without Hunspell and enchant, or without a Dutch dictionary."""

    code = "TK-N05"
    melding = "De spelling kan hier niet worden nagekeken: {wat} ontbreekt."
    veilig = "Uw tekst is niet veranderd."
    advies = (
        "Laat het Nederlandse woordenboek van Hunspell installeren (op Linux de pakketten hunspell-nl en "
        "libhunspell-1.7-0) en start TK Desktop opnieuw. Al het andere werkt ook zonder."
    )


class _Bron(Protocol):
    """What a dictionary of Hunspell or enchant can do."""

    def check(self, woord: str) -> bool: ...

    def suggest(self, woord: str) -> Sequence[str]: ...


class Woordenboek:
    """Knows words; those that the user added stand in a file of the werkmap, a word a line."""

    def __init__(self, bron: _Bron, eigen: Path) -> None:
        self._bron = bron
        self._bestand = eigen
        self._eigen = _lees_woorden(eigen)
        self._bekend: dict[str, bool] = {}

    def kent(self, woord: str) -> bool:
        """Tell whether a word is right, in the dictionary or in the list of the user."""
        if woord not in self._bekend:
            recht = woord.replace("’", "'")
            eigen = recht in self._eigen or recht.casefold() in self._eigen
            self._bekend[woord] = eigen or self._bron.check(recht)
        return self._bekend[woord]

    def voorstellen(self, woord: str) -> tuple[str, ...]:
        """Return words that may be meant, the likeliest first."""
        return tuple(self._bron.suggest(woord.replace("’", "'"))[:MEESTE_VOORSTELLEN])

    def voeg_toe(self, woord: str) -> None:
        """Add a word to the list of the user; raises ``SchijfVol`` or ``NietSchrijfbaar``."""
        woorden = _lees_woorden(self._bestand) | {woord.replace("’", "'")}
        with replacing(self._bestand) as deel:
            deel.write_text("".join(f"{een}\n" for een in sorted(woorden)), encoding="utf-8")
        self._eigen = woorden
        self._bekend.clear()


def laad_woordenboek(eigen: Path, mappen: Sequence[str] = MAPPEN) -> Woordenboek:
    """Return the Dutch dictionary of this computer, from these folders or of enchant; raises ``GeenWoordenboek``.

    Neither checker is a library of this program: it is there or not, and enchant cannot find its own parts everywhere.
    """
    hunspell = open_hunspell(TALEN, mappen)
    if hunspell is not None:
        return Woordenboek(hunspell, eigen)
    try:
        enchant: Any = importlib.import_module("enchant")
    except (ImportError, OSError) as fout:
        raise GeenWoordenboek(wat="Hunspell met een Nederlands woordenboek") from fout
    taal = next((taal for taal in TALEN if enchant.dict_exists(taal)), None)
    if taal is None:
        raise GeenWoordenboek(wat="een Nederlands woordenboek")
    return Woordenboek(enchant.Dict(taal), eigen)


def _lees_woorden(bestand: Path) -> frozenset[str]:
    if not bestand.is_file():
        return frozenset()
    tekst = bestand.read_text(encoding="utf-8", errors="replace")
    return frozenset(filter(None, map(str.strip, tekst.splitlines())))
