"""Hunspell as it stands on this computer: the checker that LibreOffice brings along, and its Dutch words."""

import ctypes
import ctypes.util
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

MAPPEN = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
)
_NAMEN = ("hunspell", "hunspell-1.7", "hunspell-1.6")
_SOORTEN = ("libhunspell-1.7.so.0", "libhunspell-1.6.so.0")


class Hunspell:
    """One dictionary, kept open as long as the program."""

    def __init__(self, bibliotheek: ctypes.CDLL, regels: Path) -> None:
        self._bibliotheek = bibliotheek
        bibliotheek.Hunspell_create.restype = ctypes.c_void_p
        bibliotheek.Hunspell_get_dic_encoding.restype = ctypes.c_char_p
        woorden = regels.with_suffix(".dic")
        self._boek = ctypes.c_void_p(bibliotheek.Hunspell_create(bytes(regels), bytes(woorden)))
        self._tekens = bibliotheek.Hunspell_get_dic_encoding(self._boek).decode("ascii")

    def check(self, woord: str) -> bool:
        """Tell whether a word is right; one with letters that the dictionary has no code for is not."""
        try:
            return bool(self._bibliotheek.Hunspell_spell(self._boek, woord.encode(self._tekens)))
        except UnicodeEncodeError:
            return False

    def suggest(self, woord: str) -> Sequence[str]:
        """Return words that may be meant, the likeliest first."""
        gegeven = woord.encode(self._tekens, "ignore")
        lijst = ctypes.POINTER(ctypes.c_char_p)()
        aantal = self._bibliotheek.Hunspell_suggest(self._boek, ctypes.byref(lijst), gegeven)
        try:
            return [(lijst[nummer] or b"").decode(self._tekens, "replace") for nummer in range(aantal)]
        finally:
            self._bibliotheek.Hunspell_free_list(self._boek, ctypes.byref(lijst), aantal)


def open_hunspell(talen: Sequence[str], mappen: Sequence[str] = MAPPEN) -> Hunspell | None:
    """Return the dictionary of the first of these languages that is here, or nothing."""
    regels = (Path(map_) / f"{taal}.aff" for taal in talen for map_ in mappen)
    gevonden = next((pad for pad in regels if pad.is_file() and pad.with_suffix(".dic").is_file()), None)
    bibliotheek = next(_bibliotheken(), None) if gevonden is not None else None
    return Hunspell(bibliotheek, gevonden) if gevonden is not None and bibliotheek is not None else None


def _bibliotheken() -> Iterator[ctypes.CDLL]:
    """Yield the libraries that can be loaded: by the name of the file, else by the one that the system looks up."""
    for naam in chain(_SOORTEN, map(ctypes.util.find_library, _NAMEN)):  # the look-up starts other programs
        try:
            if naam:
                yield ctypes.CDLL(naam)
        except OSError:
            continue
