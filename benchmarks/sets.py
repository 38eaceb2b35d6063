"""Building a set against qpdf joining the same files, and rebuilding it after one changed bijlage."""

import shutil
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.meten import Kromme, Meting, in_turn
from tests.bouwers import bewaar, een_gremium, een_opname, een_sectie, een_vergadering
from tests.bouwers import een_agendapunt as punt
from tests.bouwers import een_nota as nota
from tests.bouwers import een_stuk as stuk
from tk_desktop.base.paths import resources
from tk_desktop.domain.gemaakt import GemaakteSet
from tk_desktop.domain.nota import FORMULIEREN, Vorm
from tk_desktop.domain.stuk import Soort, Stukversie, Tekstlaag
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.export.pdf import write_pdf
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.werkmap import Store

ZIN = "De oevers van de vaart zijn op elf plaatsen verzakt en het herstel kan niet langer wachten. "
EIGEN_BLAD = 1 / 60


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the figures for 30 stukken on 150 pages and 80 stukken on 500 pages."""
    for stukken, bladen in ((30, 6), (80, 8)):
        werkmap = map_ / f"werkmap-{stukken}"
        with Store.open(werkmap, maken=True) as store:
            yield from _een_set(store, map_, stukken, bladen)


def groei(map_: Path) -> Iterator[Kromme]:
    """Yield how building a set from nothing, and again after one changed bijlage, grows with its stukken."""
    aantallen, bladen = (10, 100, 1000), 3
    alles: list[tuple[float, float]] = []
    opnieuw: list[tuple[float, float]] = []
    for aantal in aantallen:
        with Store.open(map_ / f"groei-{aantal}", maken=True) as store:
            vergadering_id, bijlagen = vul(store, map_, aantal, bladen)
            cache, doel = map_ / f"groei-cache-{aantal}", map_ / "groei.pdf"

            def bouw(store: Store = store, id_: str = vergadering_id, cache: Path = cache, doel: Path = doel) -> float:
                begin = time.perf_counter()
                write_pdf(assemble(store, id_, Doelgroep.LEDEN), doel, bestand=store.bestanden.open, cache=cache)
                return time.perf_counter() - begin

            alles.append((aantal, bouw()))
            _nieuwe_versie(store, map_, bijlagen[0], bladen=bladen, nummer=1, cache=cache).unlink()
            opnieuw.append((aantal, bouw()))
    for naam, punten in (("vanaf niets", alles), ("na één gewijzigde bijlage", opnieuw)):
        yield Kromme(
            grafiek="Een set maken", naam=naam, punten=tuple(punten), as_x="stukken in de set", as_y="seconden"
        )


def _een_set(store: Store, map_: Path, aantal: int, bladen: int) -> Iterator[Meting]:
    vergadering_id, bijlagen = vul(store, map_, aantal, bladen)
    plan = assemble(store, vergadering_id, Doelgroep.LEDEN)
    doel, cache, samen = map_ / "set.pdf", map_ / f"cache-{aantal}", map_ / "qpdf.pdf"
    ontvangen = map_ / f"ontvangen-{aantal}"
    for versie in plan.opname.versies.values():
        Bladcache(ontvangen).received(store.bestanden.open(versie.sha256), versie.sha256)

    def zoals_na_inname() -> None:
        shutil.rmtree(cache, ignore_errors=True)
        shutil.copytree(ontvangen, cache)

    def bouw() -> GemaakteSet:
        return write_pdf(plan, doel, bestand=store.bestanden.open, cache=cache)

    def alles() -> None:
        shutil.rmtree(cache, ignore_errors=True)
        bouw()

    gemaakt = bouw()
    delen = [pad.read_bytes() for pad in sorted(cache.glob("*/*.pdf"))]
    los = [map_ / f"deel-{aantal}-{nummer}.pdf" for nummer in range(len(delen))]
    for pad, gegevens in zip(los, delen, strict=True):
        pad.write_bytes(gegevens)
    eigen = sum(deel.tot - deel.van + 1 for deel in gemaakt.delen if not deel.label.count("bijl"))

    def qpdf() -> None:
        pikepdf.Job(["qpdf", "--empty", "--pages", *(str(pad) for pad in los), "--", str(samen)]).run()

    wat = f"set van {gemaakt.paginas} bladzijden, {aantal} stukken, {eigen} eigen bladzijden"
    ons, ander = in_turn(bouw, qpdf, voor=zoals_na_inname)
    yield Meting(
        wat=wat, ons=ons, ander=ander, naam_ander="qpdf --empty --pages", toegestaan=eigen * EIGEN_BLAD, grens=2.5
    )
    teller = iter(range(1000))

    def opnieuw() -> None:
        write_pdf(assemble(store, vergadering_id, Doelgroep.LEDEN), doel, bestand=store.bestanden.open, cache=cache)

    def een_gewijzigd() -> None:
        bouw()
        _nieuwe_versie(store, map_, bijlagen[0], bladen=bladen, nummer=next(teller), cache=cache).unlink()

    ons, ander = in_turn(opnieuw, alles, voor=een_gewijzigd)
    yield Meting(
        wat=f"{wat}: opnieuw na één gewijzigde bijlage",
        ons=ons,
        ander=ander,
        naam_ander="alles vanaf niets",
        toegestaan=0,
        grens=0.3,
    )


def vul(store: Store, map_: Path, aantal: int, bladen: int) -> tuple[str, list[str]]:
    """Store a meeting of which one third of the papers are nota's and the others received bijlagen."""
    gremium = een_gremium()
    vergadering = een_vergadering(gremium_id=gremium.id)
    bij = {"vergadering_id": vergadering.id}
    punten, stukken, notas, bijlagen = [], [], {}, []
    for rang in range(aantal // 3):
        een_punt = punt(vergadering_id=vergadering.id, titel=f"Onderwerp {rang + 1}", duur=5)
        hoofd = stuk(**bij, agendapunt_id=een_punt.id, titel=een_punt.titel, bijlagen_beloofd=2)
        eigen = [
            stuk(
                **bij,
                agendapunt_id=een_punt.id,
                hoort_bij=hoofd.id,
                genoemd=True,
                soort=Soort.BIJLAGE,
                titel=f"Bijlage {n}",
            )
            for n in (1, 2)
        ]
        punten.append(een_punt)
        stukken += [hoofd, *eigen]
        bijlagen += [bijlage.id for bijlage in eigen]
        secties = tuple(
            een_sectie(soort=sectie.soort, kop=sectie.kop, tekst="\n\n".join([ZIN * 4] * 2))
            for sectie in FORMULIEREN[Vorm.ADVIESNOTA].secties
        )
        notas[hoofd.id] = nota(stuk_id=hoofd.id, secties=secties)
    opname = een_opname(gremium=gremium, vergadering=vergadering, agendapunten=punten, stukken=stukken, notas=notas)
    bewaar(store, opname)
    for nummer, id_ in enumerate(bijlagen):
        _nieuwe_versie(store, map_, id_, bladen=bladen, nummer=nummer, cache=map_ / "inname").unlink()
    return opname.vergadering.id, bijlagen


def _nieuwe_versie(store: Store, map_: Path, stuk_id: str, *, bladen: int, nummer: int, cache: Path) -> Path:
    """Take in a bijlage as the command line does: made fit for a set, kept, and named in the database."""
    bron = _pdf(map_ / f"bijlage-{stuk_id}-{nummer}.pdf", bladen, f"{stuk_id} {nummer}")
    som = store.bestanden.bewaar(bron)
    Bladcache(cache).received(bron, som)
    with store.transaction():
        store.versies.save(
            Stukversie(
                id=f"{stuk_id}-{nummer}",
                stuk_id=stuk_id,
                volgorde=f"v{nummer:06}",
                sha256=som,
                bestandsnaam=bron.name,
                media="application/pdf",
                paginas=bladen,
                tekstlaag=Tekstlaag.GOED,
                ontvangen=datetime(2026, 2, 20, 12, 0),
            )
        )
    return bron


def _pdf(doel: Path, bladen: int, wat: str) -> Path:
    pdfmetrics.registerFont(TTFont("bench", str(resources() / "fonts" / "carlito" / "Carlito-Regular.ttf")))
    blad = Canvas(str(doel), pagesize=A4, invariant=1)
    for nummer in range(bladen):
        blad.setFont("bench", 11)
        for regel in range(40):
            blad.drawString(72, 770 - regel * 16, f"{wat} {nummer + 1}.{regel + 1} {ZIN[:70]}")
        blad.showPage()
    blad.save()
    return doel
