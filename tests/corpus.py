"""Every difficult file from elsewhere through the intake: taken in or refused by a code, and the werkmap sound (R11).

``python -m tests.corpus`` (``make corpus``) puts each file as a bijlage in a werkmap of its own, as ``tk intake`` does,
prints the counts and writes them to ``docs/corpus.md``. ``python -m tests.corpus MAP`` does so with the files of
another folder, and writes nothing.
"""

import csv
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bouwers import een_agendapunt, een_gremium, een_vergadering
from tests.zaden import GEDEELD, REDEN
from tk_desktop.base.errors import TkError
from tk_desktop.base.leesproces import Leesproces
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.werkmap import Store

CORPUS = GEDEELD / "corpus"
TABEL = Path(__file__).parents[1] / "docs" / "corpus.md"
INGENOMEN = "ingenomen"
WORD = (".docx", ".dotx", ".docm")
NU = datetime(2026, 3, 4, 9, 0, tzinfo=timezone(timedelta(hours=1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """What became of one file: taken in or its code, in how many seconds, and the most memory the reader ever had."""

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
        geheugen=lezer.meeste_geheugen,
        gezond=gezondheid.goed and stukken == (uitkomst == INGENOMEN),
    )
    shutil.rmtree(eigen)
    return meting


def plain_pdfium(map_: Path) -> set[Path]:
    """Return the files that pdfium alone opens, by the list that came with them."""
    with (map_ / "INDEX.tsv").open(encoding="utf-8") as stroom:
        rijen = csv.DictReader(stroom, delimiter="\t")
        return {map_ / rij["file"] for rij in rijen if "pdfium" in rij["opened_by"].split("+")}


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


def grenzen(metingen: Sequence[Meting]) -> str:
    """Return the longest time and the most memory, and how many werkmappen were not sound."""
    langst, meest = max(meting.duur for meting in metingen), max(meting.geheugen for meting in metingen)
    ziek = sum(not meting.gezond for meting in metingen)
    return f"Langst {langst:.2f} s, meeste geheugen {meest / 2**20:.0f} MB, werkmappen die niet gezond zijn: {ziek}."


def main() -> None:
    """Measure, print, and keep the table of the collection."""
    map_ = Path(sys.argv[1]) if sys.argv[1:] else CORPUS
    if not map_.is_dir():
        sys.exit(REDEN)
    with TemporaryDirectory(prefix="tk-corpus-") as werk:
        metingen = meet(corpusbestanden(map_), Path(werk))
    tabel = als_tabel(metingen, plain_pdfium(map_) if (map_ / "INDEX.tsv").is_file() else set())
    sys.stdout.write(f"{tabel}\n\n{grenzen(list(metingen.values()))}\n")
    for pad, meting in metingen.items():
        if meting.duur > 5 or not meting.gezond:
            sys.stdout.write(f"{pad.relative_to(map_)}: {meting}\n")
    if not sys.argv[1:]:
        TABEL.write_text(f"{KOP}{tabel}\n", encoding="utf-8")


KOP = """# Moeilijke bestanden van elders

Gemaakt met `make corpus`: elk bestand van de verzameling (`../shared/corpus`) gaat als bijlage door de inname, in een
werkmap van zichzelf en gelezen in het leesproces. Geen bestand liet het programma hangen of vallen, en elke werkmap was
daarna gezond.

"""

if __name__ == "__main__":
    main()
