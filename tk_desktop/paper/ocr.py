"""The words on pages without text, as the tesseract of this computer reads them when there is one (D20).

It gets the picture of a page by its standard input and writes to its standard output: nothing of a page is put on the
disk. What it is not sure of is marked, and a figure that is not certain is lost, never guessed.
"""

import io
import math
import os
import shutil
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

import pypdfium2

from tk_desktop.base.errors import Onderbroken, TkError
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.base.progress import Progress
from tk_desktop.paper.clean_picture import without_rules
from tk_desktop.paper.pdf_faults import look_before_opening, told_in_dutch
from tk_desktop.paper.scan_rows import Woordplek, in_rows

TAAL = "nld"
TIJDSLIMIET = 90.0
"""Seconds for one page; a full one takes two to ten."""
_DICHTHEID = 300 / 72
_MEESTE_PUNTJES = 20_000_000
_ZEKER = 60.0
_ZEKER_CIJFER = 90.0
"""How sure a word must be, in percent; one with a figure in it more."""
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

    ``woorden`` are the same with where they stand in the picture, as shares of it.
    """

    pagina: int
    tekst: str
    onzeker: tuple[str, ...] = ()
    woorden: tuple[Woordplek, ...] = ()


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
            tsv = _read(programma, beeld, progress)
            if tsv is None:
                raise OcrMislukt(bestand=bron.name, pagina=pagina)
            uit.append(words_of(tsv, pagina))
    return tuple(uit)


def words_of(tsv: str, pagina: int) -> Herkendblad:
    """Return the words in the table that tesseract writes, line by line."""
    regels: dict[tuple[str, ...], list[str]] = {}
    onzeker: list[str] = []
    plekken: list[Woordplek] = []
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
        regels.setdefault(tuple(velden[1:5]), []).append(woord)
        if breed and hoog:
            x, y, dx, dy = map(int, velden[6:10])
            plekken.append((woord, x / breed, y / hoog, (x + dx) / breed, (y + dy) / hoog))
    return Herkendblad(
        pagina=pagina,
        tekst="\n".join(" ".join(regel) for regel in regels.values()),
        onzeker=tuple(onzeker),
        woorden=tuple(in_rows(plekken)),
    )


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


def _read(programma: str, beeld: bytes, progress: Progress) -> str | None:
    """Return what the program writes of a picture; nothing when it fails or takes too long."""
    opdracht = [programma, "stdin", "stdout", "-l", TAAL, "--psm", "3", "tsv"]
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
