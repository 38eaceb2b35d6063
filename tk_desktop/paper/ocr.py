"""The words on pages without text, as the tesseract of this computer reads them when there is one (D20).

It gets the picture of a page by its standard input and writes to its standard output: nothing of a page is put on the
disk. What it is not sure of is marked, and a figure that is not certain is lost, never guessed.
"""

import io
import math
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import IO

import pypdfium2
from PIL import Image

from tk_desktop.base.errors import Onderbroken, TkError
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.base.progress import Progress
from tk_desktop.paper.clean_picture import without_rules
from tk_desktop.paper.pdf_faults import look_before_opening, told_in_dutch
from tk_desktop.paper.scan_rows import Woordplek, in_rows, leaning

TAAL = "nld"
TIJDSLIMIET = 90.0
"""Seconds for one page; a full one takes two to ten."""
_DICHTHEID = 300 / 72
_MEESTE_PUNTJES = 20_000_000
_ZEKER = 60.0
_ZEKER_CIJFER = 90.0
"""How sure a word must be, in percent; one with a figure in it more."""
_MEEST_ONZEKER = 0.4
"""A page of which a larger share of the words is uncertain may lie on its side or upside down."""
_LANG_WOORD = 4
_SCHEEF, _SCHEEFST = 0.5, 10.0
"""Degrees from which on a page is put straight, and up to which its lines can be trusted to tell how."""
_LEZEN, _LIGGING = ("-l", TAAL, "--psm", "3", "tsv"), ("--psm", "0")
_DRAAI = re.compile(r"^Rotate: (90|180|270)$", re.M)
_BLAD, _WOORD, _KOLOMMEN = "1", "5", 12
_TEL = 0.2
_ALLEEN = {"OMP_THREAD_LIMIT": "1"}
"""Its threads wait for each other by turning round: on a busy computer one of them is many times as quick as four."""
VERLOREN = "▯"
_GENOEG = 12
"""A page with fewer letters than this (a number, a stamp) has no text of its own."""


class OcrOntbreekt(TkError):
    """There is no program on this computer that reads words in pictures."""

    code = "TK-P50"
    melding = "Op deze computer staat geen programma dat tekst in scans leest (tesseract met Nederlands)."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Laat ‘tesseract-ocr’ en ‘tesseract-ocr-nld’ installeren, of vraag de afzender om een pdf met tekst."


class OcrMislukt(TkError):
    """Reading the words of a page failed, or took too long."""

    code = "TK-P51"
    melding = "De tekst op bladzijde {pagina} van ‘{bestand}’ kon niet worden gelezen."
    veilig = "Het bestand zelf is niet veranderd."
    advies = "Vraag de afzender om een pdf met tekst."


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkendblad:
    """The words of a page (from 1); ``onzeker`` are those that are marked, with what was lost as ▯.

    ``woorden`` are the same with where they stand in the picture, as shares of it, once the page lies upright:
    ``draai`` is how far it must be turned for that, in degrees with the clock. ``helling`` is how many degrees with the
    clock its lines lean; ``staat`` tells that its words stand on their side, as they can be read too.
    """

    pagina: int
    tekst: str
    onzeker: tuple[str, ...] = ()
    woorden: tuple[Woordplek, ...] = ()
    draai: int = 0
    helling: float = 0.0
    staat: bool = False

    @property
    def deel_onzeker(self) -> float:
        """Which share of the words is not certain."""
        return len(self.onzeker) / len(self.woorden) if self.woorden else 0.0


def pages_without_text(teksten: Sequence[str]) -> tuple[int, ...]:
    """Return the pages (from 1) with hardly a letter: a picture of words, with a number or a stamp at most."""
    return tuple(nummer for nummer, tekst in enumerate(teksten, 1) if sum(teken.isalnum() for teken in tekst) < _GENOEG)


def find_ocr() -> str | None:
    """Return the program that reads Dutch words in pictures, or nothing when this computer has none."""
    programma = shutil.which("tesseract")
    if programma is None:
        return None
    talen = subprocess.run([programma, "--list-langs"], capture_output=True, timeout=20, check=False, text=True)
    return programma if TAAL in talen.stdout.split() else None


def recognise(bron: Pad, paginas: Sequence[int], programma: str, progress: Progress) -> tuple[Herkendblad, ...]:
    """Return the words on these pages (from 1) of a PDF.

    Raises ``OcrMislukt``, ``Onderbroken`` when the user stops it, or the fault of the PDF.
    """
    look_before_opening(bron)
    uit = []
    with told_in_dutch(bron), pypdfium2.PdfDocument(leesbron(bron)) as pdf:
        for pagina in progress.each(paginas, "Scans lezen"):
            beeld = _picture(pdf, pagina)
            blad = _page(programma, beeld, pagina, progress)
            if blad is None:
                raise OcrMislukt(bestand=bron.name, pagina=pagina)
            if blad.staat or blad.deel_onzeker > _MEEST_ONZEKER:
                beeld, blad = _upright(programma, beeld, blad, progress)
            uit.append(_straight(programma, beeld, blad, progress))
    return tuple(uit)


def _page(programma: str, beeld: bytes, pagina: int, progress: Progress) -> Herkendblad | None:
    tsv = _read(programma, _LEZEN, beeld, progress)
    return words_of(tsv, pagina) if tsv is not None else None


def _upright(programma: str, beeld: bytes, blad: Herkendblad, progress: Progress) -> tuple[bytes, Herkendblad]:
    """Return a page as it reads when it is turned upright; the same where it cannot be told how, or reads no better."""
    ligging = _DRAAI.search(_read(programma, _LIGGING, beeld, progress) or "")
    if ligging is None:
        return beeld, blad
    graden = int(ligging[1])
    gedraaid = _rotated(beeld, -graden)
    recht = _page(programma, gedraaid, blad.pagina, progress)
    if recht is None or recht.staat or recht.deel_onzeker > max(blad.deel_onzeker, _MEEST_ONZEKER):
        return beeld, blad
    return gedraaid, replace(recht, draai=graden)


def _straight(programma: str, beeld: bytes, blad: Herkendblad, progress: Progress) -> Herkendblad:
    """Return a page as it reads when its lines lie level: figures on a slope are seldom certain."""
    if not _SCHEEF <= abs(blad.helling) <= _SCHEEFST:
        return blad
    recht = _page(programma, _rotated(beeld, blad.helling), blad.pagina, progress)
    if recht is None or recht.deel_onzeker > blad.deel_onzeker:
        return blad
    return replace(recht, draai=blad.draai)


def _rotated(beeld: bytes, graden: float) -> bytes:
    """Return a picture turned so many degrees against the clock; a quarter of a turn makes high wide."""
    stroom = io.BytesIO()
    with Image.open(io.BytesIO(beeld)) as plat:
        plat.rotate(graden, Image.Resampling.BICUBIC, expand=graden % 90 == 0, fillcolor=255).save(stroom, "PNG")
    return stroom.getvalue()


def words_of(tsv: str, pagina: int) -> Herkendblad:
    """Return the words in the table that tesseract writes, line by line."""
    regels: dict[tuple[str, ...], list[str]] = {}
    onzeker: list[str] = []
    plekken: dict[tuple[str, ...], list[Woordplek]] = {}
    breed, hoog = 0, 0
    for rij in tsv.splitlines()[1:]:
        velden = rij.split("\t")
        if len(velden) == _KOLOMMEN and velden[0] == _BLAD:
            breed, hoog = int(velden[8]), int(velden[9])
        if len(velden) != _KOLOMMEN or velden[0] != _WOORD or not velden[-1].strip():
            continue
        woord, zeker = velden[-1].strip(), float(velden[-2])
        if any(teken.isdigit() for teken in woord):
            if zeker < _ZEKER_CIJFER:
                woord = "".join(VERLOREN if teken.isdigit() else teken for teken in woord)
                onzeker.append(woord)
        elif zeker < _ZEKER:
            onzeker.append(woord)
        regel = tuple(velden[1:5])
        regels.setdefault(regel, []).append(woord)
        if breed and hoog:
            x, y, dx, dy = map(int, velden[6:10])
            plek = (woord, x / breed, y / hoog, (x + dx) / breed, (y + dy) / hoog)
            plekken.setdefault(regel, []).append(plek)
    return Herkendblad(
        pagina=pagina,
        tekst="\n".join(" ".join(regel) for regel in regels.values()),
        onzeker=tuple(onzeker),
        woorden=in_rows([plek for regel in plekken.values() for plek in regel]),
        staat=_stand(plekken.values(), breed, hoog),
        helling=math.degrees(math.atan(leaning(plekken.values()) * hoog / breed)) if breed else 0.0,
    )


def _stand(regels: Iterable[Sequence[Woordplek]], breed: int, hoog: int) -> bool:
    """Tell whether most words of some letters are higher than they are wide."""
    lang = [plek for regel in regels for plek in regel if len(plek[0]) >= _LANG_WOORD]
    staand = sum((onder - boven) * hoog > (rechts - links) * breed for _, links, boven, rechts, onder in lang)
    return 2 * staand > len(lang)


def _picture(pdf: pypdfium2.PdfDocument, pagina: int) -> bytes:
    blad = pdf[pagina - 1]
    try:
        breed, hoog = blad.get_size()
        schaal = min(_DICHTHEID, math.sqrt(_MEESTE_PUNTJES / max(1.0, breed * hoog)))
        stroom = io.BytesIO()
        without_rules(blad.render(scale=schaal, grayscale=True).to_pil()).save(stroom, "PNG")
        return stroom.getvalue()
    finally:
        blad.close()


def _read(programma: str, vraag: Sequence[str], beeld: bytes, progress: Progress) -> str | None:
    """Return what the program writes of a picture that it is asked; nothing when it fails or takes too long."""
    opdracht = [programma, "stdin", "stdout", *vraag]
    with subprocess.Popen(
        opdracht,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_ALLEEN},
    ) as proces:
        if proces.stdin is None:
            raise AssertionError("the program was started with a pipe")
        # who waits for words with a limit gives up a picture that is half written, so another writes it
        schrijver = threading.Thread(target=_feed, args=(proces.stdin, beeld), daemon=True)
        schrijver.start()
        proces.stdin = None
        for _ in range(math.ceil(TIJDSLIMIET / _TEL)):
            try:
                uit, _fout = proces.communicate(timeout=_TEL)
            except subprocess.TimeoutExpired:
                if progress.is_stopped():
                    proces.kill()
                    raise Onderbroken from None
                continue
            return uit.decode("utf-8", "replace") if proces.returncode == 0 else None
        proces.kill()
    return None


def _feed(invoer: IO[bytes], beeld: bytes) -> None:
    """Write a picture to a program that may end before it has read all of it."""
    with suppress(BrokenPipeError), invoer:
        invoer.write(beeld)
