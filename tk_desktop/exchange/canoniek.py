"""JSON in one form: the same value is always the same bytes, and other bytes are refused."""

import json
import re
from collections.abc import Mapping

Waarde = str | int | float | bool | list["Waarde"] | dict[str, "Waarde"] | None

_HEX = re.compile(r"[0-9a-f]+")


class Vormfout(ValueError):
    """Bytes that do not have the form they should; told to the user by whoever knows what was read."""


def canoniek(waarde: object) -> bytes:
    """Return a value as UTF-8 JSON: keys in order, no spaces, no ASCII escapes, no NaN."""
    return json.dumps(waarde, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True).encode()


def lees_json(gegevens: bytes, wat: str) -> Waarde:
    """Return the value that bytes tell; they must be in the one form.

    Raises ``Vormfout`` for anything else: other spacing, a key twice, half a surrogate, nested as deep as Python
    stands.
    """
    try:
        waarde: Waarde = json.loads(gegevens)
        zelfde = canoniek(waarde) == gegevens
    except (ValueError, RecursionError) as fout:
        raise Vormfout(f"{wat}: geen JSON") from fout
    if not zelfde:
        raise Vormfout(f"{wat}: niet in de vaste vorm")
    return waarde


class Veld:
    """Fields of one JSON object, each taken with its form; whatever is left over at ``klaar`` is refused."""

    def __init__(self, waarde: Waarde, wat: str) -> None:
        if not isinstance(waarde, dict):
            raise Vormfout(f"{wat}: geen object")
        self._velden: Mapping[str, Waarde] = waarde
        self._wat = wat
        self._genomen: set[str] = set()

    def _neem(self, naam: str) -> Waarde:
        if naam not in self._velden:
            raise Vormfout(f"{self._wat}: {naam} ontbreekt")
        self._genomen.add(naam)
        return self._velden[naam]

    def heeft(self, naam: str) -> bool:
        """Whether the object has that field."""
        return naam in self._velden

    def tekst(self, naam: str, *, hoogstens: int = 400) -> str:
        """Return a text of at most that many characters."""
        return als_tekst(self._neem(naam), f"{self._wat}: {naam}", hoogstens=hoogstens)

    def hex(self, naam: str, lengte: int, *, leeg: bool = False) -> str:
        """Return a text of exactly that many hexadecimal digits, or an empty one where that may be."""
        return als_hex(self._neem(naam), f"{self._wat}: {naam}", lengte, leeg=leeg)

    def getal(self, naam: str, *, vanaf: int = 0, tot: int = 1 << 53) -> int:
        """Return a whole number from ``vanaf`` to below ``tot``."""
        return als_getal(self._neem(naam), f"{self._wat}: {naam}", vanaf=vanaf, tot=tot)

    def waar(self, naam: str) -> bool:
        """Return true or false."""
        waarde = self._neem(naam)
        if not isinstance(waarde, bool):
            raise Vormfout(f"{self._wat}: {naam} is niet waar of onwaar")
        return waarde

    def lijst(self, naam: str, *, hoogstens: int = 100_000) -> list[Waarde]:
        """Return a list of at most that many values."""
        return als_lijst(self._neem(naam), f"{self._wat}: {naam}", hoogstens=hoogstens)

    def object(self, naam: str) -> dict[str, Waarde]:
        """Return an object."""
        waarde = self._neem(naam)
        if not isinstance(waarde, dict):
            raise Vormfout(f"{self._wat}: {naam} is geen object")
        return waarde

    def klaar(self, *, vrij: bool = False) -> None:
        """Refuse fields that nobody asked for; ``vrij`` lets those of a newer program pass."""
        over = set(self._velden) - self._genomen
        if over and not vrij:
            raise Vormfout(f"{self._wat}: onbekend veld {sorted(over)[0][:40]!r}")


def als_tekst(waarde: Waarde, wat: str, *, hoogstens: int = 400) -> str:
    """Return a value that is a text of at most that many characters, or raise ``Vormfout``."""
    if not isinstance(waarde, str) or len(waarde) > hoogstens:
        raise Vormfout(f"{wat} is geen tekst")
    return waarde


def als_hex(waarde: Waarde, wat: str, lengte: int, *, leeg: bool = False) -> str:
    """Return a value that is that many hexadecimal digits, or raise ``Vormfout``."""
    if isinstance(waarde, str) and ((len(waarde) == lengte and _HEX.fullmatch(waarde)) or (leeg and not waarde)):
        return waarde
    raise Vormfout(f"{wat} is geen reeks van {lengte} hexadecimale cijfers")


def als_getal(waarde: Waarde, wat: str, *, vanaf: int = 0, tot: int = 1 << 53) -> int:
    """Return a value that is a whole number from ``vanaf`` to below ``tot``, or raise ``Vormfout``."""
    if isinstance(waarde, bool) or not isinstance(waarde, int) or not vanaf <= waarde < tot:
        raise Vormfout(f"{wat} is geen getal dat hier past")
    return waarde


def als_lijst(waarde: Waarde, wat: str, *, hoogstens: int = 100_000, precies: int | None = None) -> list[Waarde]:
    """Return a value that is a list of at most (or exactly) that many values, or raise ``Vormfout``."""
    if not isinstance(waarde, list) or len(waarde) > hoogstens or (precies is not None and len(waarde) != precies):
        raise Vormfout(f"{wat} is geen lijst die hier past")
    return waarde
