"""Parts of sets that were made before: kept by a digest of what they hold, so that a part is never old."""

import hashlib
import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from tk_desktop import __version__
from tk_desktop.base.errors import TkError
from tk_desktop.base.files import read_bytes, replacing, sha256
from tk_desktop.base.kluispad import Pad, op_schijf
from tk_desktop.paper.font_names import restore_letters
from tk_desktop.paper.received import maak_gereed
from tk_desktop.paper.text_layer import Bladwoorden, write_text_layer


class StukVeranderd(TkError):
    """A kept file is gone or is no longer the one that came in."""

    code = "TK-P11"
    melding = "Het bewaarde bestand van ‘{stuk}’ is weg of veranderd."
    veilig = "De set is niet gemaakt."
    advies = (
        "Neem het bestand opnieuw in; Bestand › Nakijken en alles meenemen (of `tk doctor`) noemt alle beschadigde "
        "bestanden."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Gereed:
    """A part that is ready to join: the PDF, its pages, a digest of what it holds, and in Dutch what to tell of it.

    ``bezwaren`` are why it is no PDF/A, ``verwijderd`` is what was left out when it was made fit for a set.
    """

    pdf: Pad
    paginas: int
    inhoud: str
    bezwaren: tuple[str, ...] = ()
    verwijderd: tuple[str, ...] = ()


class Bladcache:
    """A folder of parts; it may be removed at any time, then they are made again."""

    def __init__(self, map_: Pad) -> None:
        self._map = map_

    def get(self, som: str) -> Gereed | None:
        """Return the part with that digest, or ``None`` when it must be made."""
        pdf, kaart = self._plek(som), self._plek(som).with_suffix(".json")
        if not (pdf.is_file() and kaart.is_file()):
            return None
        try:
            gegevens = json.loads(read_bytes(kaart))
            gereed = Gereed(
                pdf=pdf,
                paginas=gegevens["paginas"],
                inhoud=som,
                bezwaren=tuple(gegevens["bezwaren"]),
                verwijderd=tuple(gegevens["verwijderd"]),
            )
            bytes_ = gegevens["sha256"]
        except (ValueError, KeyError, TypeError):
            return None
        return gereed if sha256(pdf) == bytes_ else None  # a disk or a person changed it: it is made again

    def make(self, som: str, maak: Callable[[Pad], Gereed]) -> Gereed:
        """Let ``maak`` write the part with that digest to a path and tell what it made; keep and return it."""
        pdf = self._plek(som)
        gereed = replace(maak(pdf), inhoud=som)
        gegevens = {
            "paginas": gereed.paginas,
            "sha256": sha256(pdf),
            "bezwaren": gereed.bezwaren,
            "verwijderd": gereed.verwijderd,
        }
        with replacing(pdf.with_suffix(".json")) as kaart:
            kaart.write_text(json.dumps(gegevens), encoding="utf-8")
        return gereed

    def received(self, bron: Pad, som_van_bron: str, *, naam: str = "") -> Gereed:
        """Return a received PDF made fit for a set, ``inhoud`` being its own SHA-256.

        Raises the fault of that PDF, or ``StukVeranderd`` when it is no longer the file that came in; ``naam`` is what
        that fault calls it.
        """
        som = hashlib.sha256(f"ontvangen zonder weblinks {__version__} {som_van_bron}".encode()).hexdigest()

        def maak(doel: Pad) -> Gereed:
            if sha256(bron) != som_van_bron:
                raise StukVeranderd(stuk=naam or bron.name)
            klaar = maak_gereed(bron, doel)
            return Gereed(
                pdf=doel, paginas=klaar.paginas, inhoud=som, bezwaren=klaar.bezwaren, verwijderd=klaar.verwijderd
            )

        return replace(self.get(som) or self.make(som, maak), inhoud=som_van_bron)

    def readable(self, bron: Pad, som_van_bron: str) -> Pad | None:
        """Return a copy of a received PDF with the letters that its fonts explain; nothing when they explain none.

        Raises the fault of that PDF.
        """
        som = hashlib.sha256(f"letters {__version__} {som_van_bron}".encode()).hexdigest()
        if (bekend := self.get(som)) is not None:
            return bekend.pdf
        pdf = self._plek(som)
        hersteld = restore_letters(bron, pdf)
        if hersteld is None:
            return None
        return self.make(som, lambda _: Gereed(pdf=pdf, paginas=len(hersteld.paginas), inhoud=som)).pdf

    def with_words(self, bron: Pad, som_van_bron: str, bladen: Sequence[Bladwoorden]) -> Pad:
        """Return a copy of a received scan with the words that were recognised unseen over its pages.

        Raises the fault of that PDF.
        """
        gelezen = hashlib.sha256(repr(bladen).encode()).hexdigest()
        som = hashlib.sha256(f"woorden {__version__} {som_van_bron} {gelezen}".encode()).hexdigest()

        def maak(doel: Pad) -> Gereed:
            write_text_layer(bron, doel, bladen)
            return Gereed(pdf=doel, paginas=len(bladen), inhoud=som)

        return (self.get(som) or self.make(som, maak)).pdf

    def find(self, sommen: Collection[str]) -> dict[str, Pad]:
        """Return where the PDFs with these SHA-256 are, of parts made earlier; whoever made them may know no name."""
        uit: dict[str, Pad] = {}
        for kaart in self._map.glob("??/*.json"):
            try:
                som = json.loads(read_bytes(kaart))["sha256"]
            except (ValueError, KeyError, TypeError):
                continue
            if som in sommen and (pdf := kaart.with_suffix(".pdf")).is_file():
                uit[som] = pdf
        return uit

    def adopt(self, ander: Pad) -> None:
        """Take every part out of another folder of parts, on the same disk and as protected."""
        for kaart in sorted(op_schijf(ander).glob("??/*.json")):
            pdf = kaart.with_suffix(".pdf")
            for pad in (pdf, kaart):  # the card last: a part without card is not there
                doel = op_schijf(self._map) / kaart.parent.name / pad.name
                doel.parent.mkdir(parents=True, exist_ok=True)
                pad.replace(doel)

    def _plek(self, som: str) -> Pad:
        return self._map / som[:2] / f"{som}.pdf"
