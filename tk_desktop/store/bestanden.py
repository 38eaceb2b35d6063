"""The folder of received files: named by their contents, never edited, never removed once a row names them."""

import hashlib
import shutil
from collections.abc import Iterable
from contextlib import suppress

from tk_desktop.base.errors import BestandNietGevonden
from tk_desktop.base.files import erase, replacing, sha256
from tk_desktop.base.kluispad import Pad, op_schijf

_OPZIJ = ".beschadigd"


class _AnderBestand(Exception):
    """What came is not the file that was announced."""


class Bestanden:
    """The files of a werkmap, at ``stukken/ab/<sha256>``."""

    def __init__(self, map_: Pad) -> None:
        self._map = map_
        self._nieuw: list[Pad] = []

    def begin(self) -> None:
        """Start counting new files: a transaction begins."""
        self._nieuw.clear()

    def withdraw(self) -> None:
        """Remove the files that were kept since ``begin``: the transaction failed and no row names them."""
        for pad in self._nieuw:
            pad.unlink(missing_ok=True)
            for map_ in (pad.parent, self._map):
                with suppress(OSError):  # other files stand in it
                    map_.rmdir()
        self._nieuw.clear()

    def plek(self, som: str) -> Pad:
        """Return where the file with that SHA-256 stands, or would stand."""
        return self._map / som[:2] / som

    def bewaar(self, bron: Pad) -> str:
        """Keep a file and return its SHA-256; one that is there is not written again, unless it was damaged."""
        som = sha256(bron)
        doel = self.plek(som)
        was_er = doel.is_file()
        if was_er and self._is_heel(doel):
            return som
        with replacing(doel) as deel, bron.open("rb") as van, deel.open("wb") as naar:
            shutil.copyfileobj(van, naar)
        if not was_er:
            self._nieuw.append(doel)
        return som

    def bewaar_happen(self, som: str, happen: Iterable[bytes]) -> bool:
        """Keep a file that comes in pieces, when it is the one with that SHA-256; answers whether it was."""
        doel = self.plek(som)
        was_er = doel.is_file()
        gelezen = hashlib.sha256()
        try:
            with replacing(doel) as deel, deel.open("wb") as naar:
                for hap in happen:
                    gelezen.update(hap)
                    naar.write(hap)
                if gelezen.hexdigest() != som:
                    raise _AnderBestand
        except _AnderBestand:
            return False
        if not was_er:
            self._nieuw.append(doel)
        return True

    def open(self, som: str) -> Pad:
        """Return the path of a kept file, or raise ``BestandNietGevonden``."""
        pad = self.plek(som)
        if not pad.is_file():
            raise BestandNietGevonden(bestand=f"stukken/{som[:2]}/{som[:12]}…")
        return pad

    def beschadigd(self) -> tuple[str, ...]:
        """Return the names of kept files whose contents no longer fit their name."""
        bestanden = (pad for pad in self._map.glob("??/*") if pad.is_file() and len(pad.name) == 64)
        return tuple(sorted(pad.name for pad in bestanden if not self._is_heel(pad)))

    def is_heel(self, som: str) -> bool:
        """Tell whether a kept file is there and still the one that came in."""
        return self._is_heel(self.plek(som))

    def vernietig(self, som: str) -> bool:
        """Write over a kept file and remove it, also one that was put aside; answers whether it was there.

        Raises ``OSError``.
        """
        plek = op_schijf(self.plek(som))
        er = [pad for pad in (plek, plek.with_suffix(_OPZIJ)) if pad.is_file()]
        for pad in er:
            erase(pad)
            pad.unlink()
        with suppress(OSError):  # it is not there, or other files stand in it
            plek.parent.rmdir()
        return bool(er)

    def leg_opzij(self, som: str) -> None:
        """Put a file that was damaged aside, so that it is asked for again."""
        plek = op_schijf(self.plek(som))
        plek.replace(plek.with_suffix(_OPZIJ))

    @staticmethod
    def _is_heel(pad: Pad) -> bool:
        """Tell whether a kept file is still the one that came in."""
        try:
            return sha256(pad) == pad.name
        except BestandNietGevonden:  # of a protected werkmap, and damaged: it cannot be unlocked
            return False
