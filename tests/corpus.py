"""Every difficult file from elsewhere through the intake: taken in or refused by a code, and the werkmap sound (R11).

``python -m tests.corpus`` (``make corpus``) puts each file as a bijlage in a werkmap of its own, as ``tk intake`` does,
prints the counts and writes them to ``docs/corpus.md``. Then it makes bombs (``tests.bommen``) and lets those be read.
Answers 1 when a limit of ``gebreken`` is passed. ``python -m tests.corpus MAP`` does so with the files of another
folder, and writes nothing.
"""

import csv
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bommen import BOMMEN
from tests.bouwers import een_agendapunt, een_gremium, een_vergadering
from tests.zaden import GEDEELD, REDEN
from tk_desktop.base.errors import TkError
from tk_desktop.base.leesproces import Leesproces
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.gelezen import Leeswijze
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.werkmap import Store

CORPUS = GEDEELD / "corpus"
TABEL = Path(__file__).parents[1] / "docs" / "corpus.md"
INGENOMEN = "ingenomen"
WORD = (".docx", ".dotx", ".docm")
MB = 2**20
DUUR, GEHEUGEN, BOMDUUR, BOMGEHEUGEN = 10.0, 600 * MB, 1.0, 200 * MB
"""Seconds and bytes that a file may cost, and a bomb."""
WORD_INGENOMEN = 0.95
NU = datetime(2026, 3, 4, 9, 0, tzinfo=timezone(timedelta(hours=1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """What became of one file: taken in or its code, in how many seconds, and the most memory the reader had."""

    soort: str
    uitkomst: str
    waarom: str
    duur: float
    geheugen: int
    gezond: bool


def corpusbestanden(map_: Path) -> list[Path]:
    """Return the files of a collection that are papers."""
    return sorted(pad for pad in map_.rglob("*") if pad.suffix.lower() in (".pdf", *WORD))


def meet(bestanden: Iterable[Path], map_: Path) -> dict[Path, Meting]:
    """Take each file in as a bijlage in a copy of a werkmap with an agenda; ``map_`` is to work in."""
    begin = map_ / "begin"
    with Store.making(begin) as store, store.transaction():
        store.gremia.save(een_gremium(id="g"))
        store.vergaderingen.save(een_vergadering(id="v", gremium_id="g"))
        store.agendapunten.save(een_agendapunt(id="p", vergadering_id="v"))
    with Leesproces() as lezer:
        return {bestand: _meet(bestand, begin, map_ / str(nummer), lezer) for nummer, bestand in enumerate(bestanden)}


def _meet(bestand: Path, begin: Path, eigen: Path, lezer: Leesproces) -> Meting:
    werkmap = eigen / "werkmap"
    shutil.copytree(begin, werkmap)
    stuk = eigen / f"1 bijlage 1 - Stuk{bestand.suffix.lower()}"
    shutil.copyfile(bestand, stuk)
    uitkomst, waarom, start = INGENOMEN, "", perf_counter()
    with Store.open(werkmap) as store:
        try:
            gelezen = lees_bestanden([stuk], cache=Bladcache(werkmap / "cache"), lezer=lezer)
            neem_op(store, gelezen, nu=NU)
        except TkError as fout:
            uitkomst, waarom = fout.code, str(fout).replace(f"‘{stuk.name}’", "‹bestand›")
        duur = perf_counter() - start
        gezondheid = store.controleer()
        stukken = sum(1 for versie in store.versies.all() if versie.sha256)
    meting = Meting(
        soort=bestand.suffix.lower().removeprefix("."),
        uitkomst=uitkomst,
        waarom=waarom,
        duur=duur,
        geheugen=max(lezer.meeste_geheugen, hoogste_geheugen()),
        gezond=gezondheid.goed and stukken == (uitkomst == INGENOMEN),
    )
    shutil.rmtree(eigen)
    return meting


def plain_pdfium(map_: Path) -> set[Path]:
    """Return the files that pdfium alone opens, by the list that came with them."""
    with (map_ / "INDEX.tsv").open(encoding="utf-8") as stroom:
        rijen = csv.DictReader(stroom, delimiter="\t")
        return {map_ / rij["file"] for rij in rijen if "pdfium" in rij["opened_by"].split("+")}


def hoogste_geheugen() -> int:
    """Return the most bytes of memory that a reading process of this one ever had, where the system tells (Linux)."""
    hoogste = 0
    for taak in Path("/proc/self/task").glob("*/children"):
        for kind in taak.read_text("ascii").split():
            stand = Path(f"/proc/{kind}/status").read_text("utf-8", "replace")
            hoogste = max(hoogste, *(int(regel.split()[1]) * 1024 for regel in stand.splitlines() if "VmHWM" in regel))
    return hoogste


def meet_bommen(map_: Path) -> dict[str, Meting]:
    """Let each bomb be read by a process of its own that read a harmless file before; ``map_`` is to work in."""
    onschuldig = map_ / "onschuldig.txt"
    onschuldig.write_text("Er staat geen agenda in.", encoding="utf-8")
    uit: dict[str, Meting] = {}
    for nummer, (naam, (soort, maak)) in enumerate(BOMMEN.items()):
        bom = maak(map_ / f"bom{nummer}{soort}")
        with Leesproces() as lezer, TemporaryDirectory() as bijlagen:
            _lees(onschuldig, lezer, Path(bijlagen))
            start = perf_counter()
            uitkomst, waarom = _lees(bom, lezer, Path(bijlagen))
            duur, geheugen = perf_counter() - start, max(lezer.meeste_geheugen, hoogste_geheugen())
            gezond = not any(bijlage.stat().st_size > MB for bijlage in Path(bijlagen).rglob("*"))
        uit[naam] = Meting(soort=soort, uitkomst=uitkomst, waarom=waarom, duur=duur, geheugen=geheugen, gezond=gezond)
    return uit


def _lees(bestand: Path, lezer: Leesproces, bijlagen: Path) -> tuple[str, str]:
    """Return what became of a file, and why."""
    try:
        lees_bestanden([bestand], lezer=lezer, wijze=Leeswijze(bijlagen=bijlagen))
    except TkError as fout:
        return fout.code, str(fout)
    return INGENOMEN, ""


def gebreken(metingen: dict[Path, Meting], bommen: dict[str, Meting], pdfium: set[Path]) -> list[str]:
    """Return what is not as the intake promises (R11, R12)."""
    uit = [f"{pad}: {meting}" for pad, meting in metingen.items() if _is_mis(meting, DUUR, GEHEUGEN)]
    uit += [
        f"{naam}: {meting}"
        for naam, meting in bommen.items()
        if _is_mis(meting, BOMDUUR, BOMGEHEUGEN) or meting.uitkomst == INGENOMEN
    ]
    geopend = sum(meting.soort == "pdf" and meting.uitkomst == INGENOMEN for meting in metingen.values())
    if geopend < len(pdfium & metingen.keys()):
        uit.append(f"pdfium alleen opent er {len(pdfium & metingen.keys())}, wij {geopend}")
    word = [meting for pad, meting in metingen.items() if pad.suffix.lower() in WORD]
    if sum(meting.uitkomst == INGENOMEN for meting in word) < WORD_INGENOMEN * len(word):
        uit.append(f"minder dan {WORD_INGENOMEN:.0%} van de Word-bestanden is ingenomen")
    return uit


def _is_mis(meting: Meting, duur: float, geheugen: int) -> bool:
    return meting.duur > duur or meting.geheugen > geheugen or not meting.gezond


def als_tabel(metingen: dict[Path, Meting], pdfium: set[Path]) -> str:
    """Return what was counted, as Markdown."""
    regels = ["| Soort | Bestanden | Ingenomen | Geweigerd met een code |", "|---|---|---|---|"]
    for naam, soorten in (("pdf", ("pdf",)), ("Word", tuple(soort.removeprefix(".") for soort in WORD))):
        rij = [meting for meting in metingen.values() if meting.soort in soorten]
        goed = sum(meting.uitkomst == INGENOMEN for meting in rij)
        if rij:
            deel = f"{100 * goed / len(rij):.1f}".replace(".", ",")
            regels.append(f"| {naam} | {len(rij)} | {goed} ({deel} %) | {len(rij) - goed} |")
    regels += ["", "| Code | Bestanden | Wat de gebruiker leest |", "|---|---|---|"]
    waarom = {meting.uitkomst: meting.waarom for meting in metingen.values()}
    telling = Counter(meting.uitkomst for meting in metingen.values() if meting.uitkomst != INGENOMEN)
    regels += [f"| {code} | {aantal} | {waarom[code]} |" for code, aantal in sorted(telling.items())]
    ook = sum(metingen[pad].uitkomst == INGENOMEN for pad in pdfium & metingen.keys())
    regels += [
        "",
        f"Van de {len(pdfium & metingen.keys())} pdf’s die pdfium alleen opent, neemt TK Desktop er {ook} in.",
    ]
    return "\n".join(regels)


def bommen_als_tabel(bommen: dict[str, Meting]) -> str:
    """Return what became of the bombs, as Markdown."""
    regels = ["| Bom | Geweigerd met |", "|---|---|"]
    regels += [f"| {naam} | {meting.uitkomst} |" for naam, meting in bommen.items()]
    return "\n".join(regels)


def grenzen(metingen: Mapping[str, Meting]) -> str:
    """Return the longest time and the most memory, each with what cost them."""
    traag = max(metingen, key=lambda naam: metingen[naam].duur)
    groot = max(metingen, key=lambda naam: metingen[naam].geheugen)
    return (
        f"langst {metingen[traag].duur:.2f} s ({traag}), "
        f"meeste geheugen {metingen[groot].geheugen / MB:.0f} MB ({groot})"
    )


def main() -> int:
    """Measure, print, and keep the table of the collection; answer 1 when something is not as promised."""
    map_ = Path(sys.argv[1]) if sys.argv[1:] else CORPUS
    if not map_.is_dir():
        sys.exit(REDEN)
    with TemporaryDirectory(prefix="tk-corpus-") as werk:
        metingen, bommen = meet(corpusbestanden(map_), Path(werk)), meet_bommen(Path(werk))
    pdfium = plain_pdfium(map_) if (map_ / "INDEX.tsv").is_file() else set()
    tabel, tabel_bommen = als_tabel(metingen, pdfium), bommen_als_tabel(bommen)
    per_bestand = {str(pad.relative_to(map_)): meting for pad, meting in metingen.items()}
    ziek = sum(not meting.gezond for meting in metingen.values())
    sys.stdout.write(f"{tabel}\n\nBestanden: {grenzen(per_bestand)}; werkmappen die niet gezond zijn: {ziek}.\n\n")
    sys.stdout.write(f"{tabel_bommen}\n\nBommen: {grenzen(bommen)}.\n")
    mis = gebreken(metingen, bommen, pdfium)
    sys.stdout.write("".join(f"MIS {regel}\n" for regel in mis))
    if not sys.argv[1:]:
        TABEL.write_text(f"{KOP}{tabel}\n\n{KOP_BOMMEN}{tabel_bommen}\n", encoding="utf-8")
    return 1 if mis else 0


KOP = """# Moeilijke bestanden van elders

Gemaakt met `make corpus`: elk bestand van de verzameling (`../shared/corpus`) gaat als bijlage door de inname, in een
werkmap van zichzelf en gelezen in het leesproces. De opdracht mislukt als een bestand langer dan 10 seconden duurt of
meer dan 600 MB geheugen vraagt, als een werkmap daarna niet gezond is (`tk doctor`), als pdfium alleen meer pdf’s
opent, of als minder dan 95 % van de Word-bestanden wordt ingenomen.

"""

KOP_BOMMEN = """## Bommen

Dezelfde opdracht maakt deze pakketten en laat ze lezen. Zij mislukt ook als er een wordt ingenomen, langer dan een
seconde duurt, meer dan 200 MB geheugen vraagt of een bestand van meer dan 1 MB op de schijf zet.

"""

if __name__ == "__main__":
    sys.exit(main())
