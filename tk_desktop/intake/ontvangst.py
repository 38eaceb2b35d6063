"""Receiving the files that the user dropped or chose: each is read by itself, and one that is refused stops no other.

A file is first copied into a private folder beside the werkmap, then read from there: what was read is what is stored,
whatever happens meanwhile to the stick it came from.
"""

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Self

from tk_desktop.base.errors import (
    BestandNietLeesbaar,
    BestandVerdwenen,
    NietSchrijfbaar,
    Onderbroken,
    SchijfVol,
    TkError,
)
from tk_desktop.base.files import fetch, private_folder
from tk_desktop.base.leesproces import Hier, Lezer
from tk_desktop.base.progress import Progress
from tk_desktop.domain.getal import omvang
from tk_desktop.intake.berichtlezing import is_verpakt, lees_berichtbestand
from tk_desktop.intake.bestanden import BestandTeGroot, lees_stuk, with_pages
from tk_desktop.intake.bestandsnaam import Verwijzing, check_link, check_name, leads_out
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import NAAM, Office, OfficeMetWachtwoord, is_office
from tk_desktop.paper.pdf_faults import GROOTSTE_BESTAND, PdfMetWachtwoord
from tk_desktop.paper.picture_page import picture_page

ZONDER_OFFICE = (
    "Op deze computer staat geen LibreOffice. Dit bestand gaat daarom als los bestand mee; "
    "sla het op als pdf als de pagina’s in de set moeten staan."
)
OPEN_IN_WORD = "Dit bestand is nog open in Word of LibreOffice; u hebt de versie die het laatst is opgeslagen."


class Hulpbestand(TkError):
    """A file that Word, LibreOffice or the system keeps for itself was dropped as a paper."""

    code = "TK-I25"
    melding = "‘{bestand}’ is niet toegevoegd: het is een hulpbestand van Word of de computer, geen stuk."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Kies het document zelf."


class GeenBestand(TkError):
    """A folder, a shortcut to nothing or a device was dropped where a file should be."""

    code = "TK-I26"
    melding = "‘{bestand}’ is niet toegevoegd: het is geen bestand, of een map zonder bestanden."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Kies de bestanden in de map zelf."


@dataclass(frozen=True, slots=True, kw_only=True)
class Geweigerd:
    """A file that was not taken, and why; ``kopie`` is its copy, where it may be read after all (``ontsluiten``)."""

    bestand: str
    fout: TkError
    kopie: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvangst:
    """What was received: the files as read, those that were refused, and the private folder where the copies lie.

    Use it in a ``with`` block, or call ``clear``, so that the folder is gone once the papers are stored.
    """

    gelezen: tuple[GelezenBestand, ...]
    geweigerd: tuple[Geweigerd, ...]
    map: Path

    def clear(self) -> None:
        """Remove the copies; what was stored has its own place in the werkmap."""
        shutil.rmtree(self.map, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()


def read_dropped(
    paden: Sequence[Path],
    cache: Bladcache,
    map_: Path,
    progress: Progress,
    *,
    office: Office | None = None,
    als_bestand: bool = False,
    lezer: Lezer | None = None,
) -> Ontvangst:
    """Read the files that the user dropped, folders with the files in them, in the natural order of their names.

    ``map_`` is the werkmap; ``office`` makes PDFs of Office files, without it they travel as they are and say so.
    With ``als_bestand`` a nota in Word is a file like any other (a bijlage); ``lezer`` is who reads, for files of
    others a ``Leesproces``. A message is followed by what came with it. Raises ``Onderbroken``, ``SchijfVol`` or
    ``NietSchrijfbaar``, with nothing left behind; the fault of a single file stands in ``geweigerd``.
    """
    eigen = private_folder(map_)
    lezing = _Lezing(cache, lezer or Hier(), als_bestand)
    gelezen: list[GelezenBestand] = []
    geweigerd: list[Geweigerd] = []
    try:
        alle = [pad for bron in paden for pad in _within(bron)]
        for nummer, pad in enumerate(sorted(alle, key=natural)):
            progress.step(f"{pad.name} lezen", nummer, len(alle))
            stand = _at(progress, nummer, len(alle))
            try:
                if pad in paden:
                    check_link(pad)
                elif _is_link(pad):
                    raise Verwijzing(bestand=pad.name)
                gelezen.append(_read(pad, eigen / str(nummer), lezing, stand, office))
                bij = gelezen[-1].bericht
                for bijlage in bij.bijlagen if bij else ():
                    _read_attachment(bijlage, (gelezen, geweigerd), lezing, stand, office)
            except (Onderbroken, SchijfVol, NietSchrijfbaar):
                raise
            except PdfMetWachtwoord as fout:
                geweigerd.append(Geweigerd(bestand=pad.name, fout=fout, kopie=eigen / str(nummer) / pad.name))
            except TkError as fout:
                geweigerd.append(Geweigerd(bestand=pad.name, fout=fout))
        progress.step("Gelezen", len(alle), len(alle))
    except BaseException:
        shutil.rmtree(eigen, ignore_errors=True)
        raise
    return Ontvangst(gelezen=tuple(gelezen), geweigerd=tuple(geweigerd), map=eigen)


def _read_attachment(
    bijlage: Path,
    uit: tuple[list[GelezenBestand], list[Geweigerd]],
    lezing: "_Lezing",
    progress: Progress,
    office: Office | None,
) -> None:
    """Read what came with a message, which is a copy already; one that is refused stops no other."""
    try:
        uit[0].append(_read_copy(bijlage, bijlage.parent, lezing, progress, office))
    except (Onderbroken, SchijfVol, NietSchrijfbaar):
        raise
    except TkError as fout:
        kopie = bijlage if isinstance(fout, PdfMetWachtwoord) else None
        uit[1].append(Geweigerd(bestand=bijlage.name, fout=fout, kopie=kopie))


def _at(progress: Progress, nummer: int, totaal: int) -> Progress:
    """Return a progress for the work on one file, that tells its steps as those of the file among all."""
    return Progress(lambda wat, _gedaan, _totaal: progress.step(wat, nummer, totaal), progress.is_stopped)


def natural(pad: Path) -> list[tuple[int, str]]:
    """Return a key that puts ‘bijlage 2’ before ‘bijlage 10’."""
    return [(int(deel), "") if deel.isdecimal() else (-1, deel) for deel in re.split(r"(\d+)", pad.name.casefold())]


def _within(bron: Path) -> Iterator[Path]:
    """Yield a file itself, or what stands in a folder; what is hidden there is nobody's paper.

    A link to a folder elsewhere is not looked into: it is refused as itself.
    """
    try:
        inhoud = [pad for pad in bron.iterdir() if not _is_own(pad)] if bron.is_dir() and not leads_out(bron) else []
    except OSError:
        inhoud = []
    if inhoud:
        yield from inhoud
    else:
        yield bron


def _is_own(pad: Path) -> bool:
    return pad.name.startswith((".", "~$")) or pad.name.casefold() in ("thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class _Lezing:
    """How the files of one run are read: where their pages come, by whom, and whether a nota is a mere file."""

    cache: Bladcache
    lezer: Lezer
    als_bestand: bool

    def lees(self, kopie: Path, progress: Progress) -> GelezenBestand:
        werk = partial(lees_stuk, kopie, self.cache, als_bestand=self.als_bestand)
        return self.lezer.doe(kopie.name, werk, progress, omvang=kopie.stat().st_size)

    def lees_bericht(self, kopie: Path, progress: Progress) -> GelezenBestand:
        werk = partial(lees_berichtbestand, kopie, kopie.parent / "bijlagen")
        return self.lezer.doe(kopie.name, werk, progress, omvang=kopie.stat().st_size)

    def met_paginas(self, bestand: GelezenBestand, pdf: Path, progress: Progress, *, met: str) -> GelezenBestand:
        return self.lezer.doe(bestand.bron.name, partial(with_pages, bestand, pdf, self.cache, met=met), progress)

    def als_blad(self, kopie: Path, pdf: Path, progress: Progress) -> Path:
        return self.lezer.doe(kopie.name, partial(picture_page, kopie, pdf, titel=kopie.stem), progress)


def _read(bron: Path, map_: Path, lezing: _Lezing, progress: Progress, office: Office | None) -> GelezenBestand:
    if _is_own(bron):
        raise Hulpbestand(bestand=bron.name)
    check_name(bron.name)
    _look_at(bron)
    kopie = fetch(bron, map_ / bron.name)
    if is_verpakt(kopie):
        return lezing.lees_bericht(kopie, progress)
    gelezen = _read_copy(kopie, map_, lezing, progress, office)
    if _is_open_elsewhere(bron):
        gelezen = replace(gelezen, opmerkingen=(*gelezen.opmerkingen, OPEN_IN_WORD))
    return gelezen


def _read_copy(kopie: Path, map_: Path, lezing: _Lezing, progress: Progress, office: Office | None) -> GelezenBestand:
    gelezen = lezing.lees(kopie, progress)
    if gelezen.lezing is None and is_office(kopie):
        return _as_pages(gelezen, map_, lezing, progress, office)
    if kopie.suffix.lower() in (".png", ".jpg", ".jpeg"):
        pdf = lezing.als_blad(kopie, map_ / "pdf" / f"{kopie.stem}.pdf", progress)
        return lezing.met_paginas(gelezen, pdf, progress, met="TK Desktop")
    return gelezen


def _is_link(pad: Path) -> bool:
    try:
        return pad.is_symlink()
    except OSError:
        return False  # the system tells nothing of it; looking at it says why


def _look_at(bron: Path) -> None:
    """Refuse what is no file or too large before it is copied; a stick that is gone tells nothing of its files."""
    try:
        if bron.exists() and not bron.is_file():
            raise GeenBestand(bestand=bron.name)
        grootte = bron.stat().st_size
    except PermissionError as fout:
        raise BestandNietLeesbaar(bestand=bron.name) from fout
    except OSError as fout:
        raise BestandVerdwenen(bestand=bron.name) from fout
    if grootte > GROOTSTE_BESTAND:
        raise BestandTeGroot(bestand=bron.name, omvang=omvang(grootte))


def _as_pages(
    bestand: GelezenBestand, map_: Path, lezing: _Lezing, progress: Progress, office: Office | None
) -> GelezenBestand:
    """Return an Office file with its pages; where none can be made it travels as it is, and tells why."""
    if office is None:
        return replace(bestand, opmerkingen=(*bestand.opmerkingen, ZONDER_OFFICE))
    try:
        pdf = office.convert(bestand.bron, map_.parent, progress)
        return lezing.met_paginas(bestand, pdf, progress, met=NAAM)
    except (Onderbroken, SchijfVol, NietSchrijfbaar, OfficeMetWachtwoord):
        raise
    except TkError as fout:
        return replace(bestand, opmerkingen=(*bestand.opmerkingen, f"{fout.wat} Het gaat nu als los bestand mee."))


def _is_open_elsewhere(bron: Path) -> bool:
    """Tell whether Word (``~$``) or LibreOffice (``.~lock.``) holds this file open at this moment."""
    sloten = (f"~${bron.name}", f"~${bron.name[2:]}", f".~lock.{bron.name}#")
    try:
        return any((bron.parent / slot).exists() for slot in sloten)
    except OSError:
        return False  # the stick went away after the copy was made
