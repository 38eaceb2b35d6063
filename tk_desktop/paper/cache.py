"""Parts of sets that were made before: kept by a digest of what they hold, so that a part is never old."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tk_desktop import __version__
from tk_desktop.base.files import read_bytes, replacing, sha256
from tk_desktop.paper.received import maak_gereed


@dataclass(frozen=True, slots=True, kw_only=True)
class Gereed:
    """A part that is ready to join: the PDF, its pages, a digest of what it holds and why it is no PDF/A (Dutch)."""

    pdf: Path
    paginas: int
    inhoud: str
    bezwaren: tuple[str, ...] = ()


class Bladcache:
    """A folder of parts; it may be removed at any time, then they are made again."""

    def __init__(self, map_: Path) -> None:
        self._map = map_

    def get(self, som: str) -> Gereed | None:
        """Return the part with that digest, or ``None`` when it must be made."""
        pdf, kaart = self._plek(som), self._plek(som).with_suffix(".json")
        if not (pdf.is_file() and kaart.is_file()):
            return None
        try:
            gegevens = json.loads(read_bytes(kaart))
            paginas, bytes_, bezwaren = gegevens["paginas"], gegevens["sha256"], tuple(gegevens["bezwaren"])
        except (ValueError, KeyError, TypeError):
            return None
        if sha256(pdf) != bytes_:
            return None  # a disk or a person changed it: it is made again
        return Gereed(pdf=pdf, paginas=paginas, inhoud=som, bezwaren=bezwaren)

    def make(self, som: str, maak: Callable[[Path], tuple[int, tuple[str, ...]]]) -> Gereed:
        """Let ``maak`` write the part with that digest and tell its pages and objections; keep and return it."""
        pdf = self._plek(som)
        paginas, bezwaren = maak(pdf)
        gegevens = {"paginas": paginas, "sha256": sha256(pdf), "bezwaren": bezwaren}
        with replacing(pdf.with_suffix(".json")) as kaart:
            kaart.write_text(json.dumps(gegevens), encoding="utf-8")
        return Gereed(pdf=pdf, paginas=paginas, inhoud=som, bezwaren=bezwaren)

    def received(self, bron: Path, som_van_bron: str) -> Gereed:
        """Return a received PDF made fit for a set, ``inhoud`` being its own SHA-256; raises the fault of that PDF."""
        som = hashlib.sha256(f"ontvangen {__version__} {som_van_bron}".encode()).hexdigest()

        def maak(doel: Path) -> tuple[int, tuple[str, ...]]:
            klaar = maak_gereed(bron, doel)
            return klaar.paginas, klaar.bezwaren

        gereed = self.get(som) or self.make(som, maak)
        return Gereed(pdf=gereed.pdf, paginas=gereed.paginas, inhoud=som_van_bron, bezwaren=gereed.bezwaren)

    def adopt(self, ander: Path) -> None:
        """Take every part out of another folder of parts, on the same disk."""
        for kaart in sorted(ander.glob("??/*.json")):
            pdf = kaart.with_suffix(".pdf")
            for pad in (pdf, kaart):  # the card last: a part without card is not there
                doel = self._map / kaart.parent.name / pad.name
                doel.parent.mkdir(parents=True, exist_ok=True)
                pad.replace(doel)

    def _plek(self, som: str) -> Path:
        return self._map / som[:2] / f"{som}.pdf"
