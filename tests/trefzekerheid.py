"""``make trefzekerheid``: how much of known papers is read back right, as a table in docs/trefzekerheid.md."""

import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdfium2

from tests.export.test_actielijst import OP, POSTEN
from tests.export.test_verslag import _zitting as een_verslag
from tests.intake.berichtbouwers import PROGRAMMAS
from tests.intake.heen_en_terug import beeld, via_word
from tests.intake.huisstijlpakken import stichting, veerdienst, waterschap
from tests.intake.pakbouwers import een_pak
from tests.intake.test_bericht import AFZENDERS
from tests.intake.test_cijferblad import KOPPEN, LEZING, RIJEN, een_blad
from tests.intake.test_genummerdpapieren import AGENDA, PUNTEN, VERSLAG
from tests.intake.test_pdf_heen_en_terug import plat
from tests.intake.test_wordcijfers import een_rapport
from tests.real.zaaddruk import OPMAKEN, druk
from tests.verpakt import VOORBEELD
from tests.voorbeeld.inhoud import voorbeeld
from tests.zaden import GEDEELD
from tk_desktop.domain.programmalezing import Programmalezing
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.domain.zitting import Zitting
from tk_desktop.export.actielijst import write_actielijst
from tk_desktop.export.pdf import write_pdf
from tk_desktop.export.verslag import write_verslag
from tk_desktop.export.vorm import Vorm
from tk_desktop.intake.bericht import lees_bericht
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.cijferblad import vind_bladtabellen
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.gelezen import Leeswijze
from tk_desktop.intake.herstel import herstel
from tk_desktop.intake.lezing import GelezenVerslag, Lezing
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakbestand import lees_pakbestand
from tk_desktop.intake.programma import lees_programma
from tk_desktop.intake.programmablad import read_programma
from tk_desktop.intake.tekst import herstelde_regels, lees_tekst
from tk_desktop.intake.word import lees_word_stuk
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.ocr import find_ocr
from tk_desktop.paper.pakbladen import read_pak
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.store.werkmap import Store

DOEL = Path(__file__).parents[1] / "docs" / "trefzekerheid.md"
KOP = """# Trefzekerheid van het innemen

Gemaakt met `make trefzekerheid`. Elke regel is een papier waarvan bekend is wat erin staat; geteld zijn de velden die
gelijk teruggelezen zijn. Een vraag is iets dat wordt gelezen en aan de gebruiker wordt voorgelegd.

| Papier | Velden | Gelijk | Deel | Vragen |
|---|--:|--:|--:|--:|
"""


def blaadjes(waarde: Any) -> list[Any]:
    """Return every value in a nested one, in order."""
    if isinstance(waarde, dict):
        return [blad for naam, deel in waarde.items() if naam not in {"regel", "regel_tot"} for blad in blaadjes(deel)]
    if isinstance(waarde, list | tuple):
        return [blad for deel in waarde for blad in blaadjes(deel)]
    if hasattr(waarde, "__dataclass_fields__"):
        return blaadjes({naam: getattr(waarde, naam) for naam in waarde.__dataclass_fields__})
    return [waarde]


def gelijk(verwacht: Any, gelezen: Any) -> tuple[int, int]:
    """Return how many values there are, and how many of them were read the same on their place."""
    een, ander = blaadjes(verwacht), blaadjes(gelezen)
    return len(een), sum(a == b for a, b in zip(een, ander, strict=False))


def rij_(naam: str, geteld: tuple[int, int], vragen: int) -> str:
    """Return one line of the table."""
    alles, goed = geteld
    deel = f"{100 * goed / max(1, alles):.1f}".replace(".", ",")
    return f"| {naam} | {alles} | {goed} | {deel} % | {vragen} |\n"


def _delen(lezing: Lezing) -> tuple[Any, ...]:
    return lezing.uitnodiging, lezing.agenda, lezing.notas, lezing.verslagen


def gedrukte_zaden(map_: Path) -> list[str]:
    """Return a line for the real set printed in each page layout; none where it is not at hand."""
    (bestand,) = [*GEDEELD.glob("seeds/000_*.txt"), None][:1]
    if bestand is None:
        return []
    tekst = bestand.read_text(encoding="utf-8")
    direct = lees_tekst(tekst)
    regels = [regel.tekst for regel in herstel(tekst)]
    bladen = {nr for nr, regel in enumerate(regels, 1) if regel[:1].isspace() and regel.strip()}
    uit = []
    for opmaak in OPMAKEN:
        doel = map_ / "set.pdf"
        druk(regels, bladen, opmaak, doel)
        lezing = lees_pak(doel).lezing
        geteld = gelijk(_delen(direct), _delen(lezing))
        uit.append(rij_(f"echte vergaderset, gedrukt: {opmaak.naam}", geteld, len(lezing.twijfels)))
    return uit


def eigen_word(map_: Path) -> str:
    """Return a line for the sample meeting by way of Word."""
    opname = voorbeeld()
    terug, inname = via_word(opname, map_)
    return rij_("voorbeeldvergadering via Word", gelijk(plat(beeld(opname)), plat(beeld(terug))), len(inname.twijfels))


def eigen_verslag(map_: Path) -> list[str]:
    """Return a line for a verslag by way of Word and one by PDF: who was there, its rows, besluiten and acties."""
    zitting = een_verslag()
    lezingen = {
        "Word": lees_word_stuk(write_verslag(zitting, map_ / "verslag.docx", Vorm.WORD)),
        "pdf": lees_pak(write_verslag(zitting, map_ / "verslag.pdf", Vorm.PDF)).lezing,
    }
    naam = "verslag via {}: wie er was, punten, besluiten en acties"
    return [
        rij_(naam.format(vorm), _verslagvelden(zitting, lezing.verslagen[0]), len(lezing.twijfels))
        for vorm, lezing in lezingen.items()
    ]


def _verslagvelden(zitting: Zitting, verslag: GelezenVerslag) -> tuple[int, int]:
    opname = zitting.opname
    verwacht = [
        [[wie.naam, wie.namens] for wie in zitting.aanwezigen()],
        [wie.naam for wie in zitting.presentie if not wie.aanwezig],
        [
            [
                str(opname.nummers[punt.id]),
                punt.titel,
                opname.is_besloten(punt),
                [[een.uitkomst, een.minderheid] for een in zitting.besluiten_bij(punt)],
                [[een.door, een.tekst.rstrip("."), een.voor] for een in zitting.acties_bij(punt)],
            ]
            for punt in opname.agendapunten
        ],
    ]
    gelezen = [
        [[wie.naam, wie.namens] for wie in verslag.aanwezig],
        [wie.naam for wie in verslag.afwezig],
        [
            [
                str(rij.nummer),
                rij.onderwerp,
                rij.besloten,
                [[een.uitkomst, een.minderheid] for een in rij.besluiten],
                [[een.door, een.tekst, een.voor] for een in rij.acties],
            ]
            for rij in verslag.rijen
        ],
    ]
    return gelijk(verwacht, gelezen)


def berichten(map_: Path) -> list[str]:
    """Return a line for a mail of each program: sender, day, subject, what came with it, and who cannot come when."""
    tekst = "Hierbij de stukken.\n\nHelaas ben ik verhinderd op 4 maart 2026; Joost Veerman vervangt mij."
    bijlagen = [("2a bijlage 1 - Plan één.pdf", b"%PDF-1.7 een"), ("2a bijlage 2 - Kaart.pdf", b"%PDF-1.7 twee")]
    uit = []
    for programma, maak in PROGRAMMAS.items():
        plek = map_ / programma
        plek.mkdir()
        bericht = lees_bericht(maak(plek / "bericht.eml", tekst, bijlagen, "Stukken punt 2a: café"), plek / "uit")
        af = bericht.verhindering
        verwacht = [*AFZENDERS[programma], "Stukken punt 2a: café", *bijlagen, date(2026, 3, 4), "Joost Veerman"]
        gelezen = [
            *(bericht.van, bericht.adres, bericht.dag, bericht.onderwerp),
            *((pad.name, pad.read_bytes()) for pad in bericht.bijlagen),
            *(af.dagen if af else (None,)),
            af.vervanger if af else "",
        ]
        twijfels = len(af.twijfels) if af else 0
        uit.append(rij_(f"mail van {programma}, met bijlagen en een afmelding", gelijk(verwacht, gelezen), twijfels))
    return uit


def huisstijlen(map_: Path) -> list[str]:
    """Return a line for each invented organisation: the items of its agenda and the sections of its nota."""
    water = ["Gevraagde beslissing", "Aanleiding", "Geld", "Annexen", "Beslissing"]
    school = ["Wij vragen u", "Wat eraan voorafging", "Middelen", "Uitkomst"]
    verwacht: dict[str, tuple[Callable[[Path], Path], list[str], list[str]]] = {
        "waterschap": (waterschap, ["1", "2", "3", "3a", "3b", "4"], water),
        "stichting": (stichting, ["1", "2", "3"], school),
    }
    uit = []
    for naam, (maak, nummers, koppen) in verwacht.items():
        lezing = lees_pak(maak(map_)).lezing
        punten = [str(punt.nummer) for punt in lezing.agenda.punten] if lezing.agenda else []
        secties = [sectie.kop for nota in lezing.notas for sectie in nota.secties]
        uit.append(
            rij_(
                f"indeling {naam}: punten en koppen", gelijk([nummers, koppen], [punten, secties]), len(lezing.twijfels)
            )
        )
    return uit


def zonder_indeling(map_: Path) -> list[str]:
    """Return a line for a pack that no layout was made for, and one for a scan of it where words can be recognised."""
    pak = veerdienst(map_)
    verwacht = [
        [("1", "Opening"), ("2", "Verslag van 10 februari 2022"), ("3", "Ingekomen stukken"),
         ("3a", "Brief van de vissers"), ("4", "Jaarrekening 2021"), ("5", "Nieuwe veerpont"),
         ("6", "Rondvraag en sluiting")],
        [("4", "Jaarrekening 2021"), ("5", "Nieuwe veerpont")],
        ["Gevraagd besluit", "Aanleiding", "Financiën", "Voorgesteld besluit", "Aanleiding", "Risico’s", "Planning"],
        [1, 2, 3, 4, 5],
    ]  # fmt: skip
    namen = {False: "pak zonder eigen indeling: punten, nota’s, koppen en bladzijden"}
    if find_ocr() is not None:
        namen[True] = "hetzelfde pak als scan, met herkende woorden"
    uit = []
    for scan, naam in namen.items():
        bron = als_scan(pak, map_ / "scan.pdf") if scan else pak
        _, voorstel = lees_pakbestand(bron, Bladcache(map_ / "cache"), Leeswijze(herken=scan))
        lezing = voorstel.lezing
        gelezen = [
            [(str(punt.nummer), punt.titel) for punt in lezing.agenda.punten] if lezing.agenda else [],
            [(str(nota.agendapunt), nota.onderwerp) for nota in lezing.notas],
            [sectie.kop for nota in lezing.notas for sectie in nota.secties],
            [deel.van for deel in voorstel.delen],
        ]
        uit.append(rij_(naam, gelijk(verwacht, gelezen), len(lezing.twijfels)))
    return uit


def als_scan(bron: Path, doel: Path) -> Path:
    """Write the pages of a PDF as pictures of 200 dots to the inch that lie a little askew, and return the file."""
    with pypdfium2.PdfDocument(bron) as pdf:
        beelden = [blad.render(scale=200 / 72, grayscale=True).to_pil().rotate(0.3, fillcolor=255) for blad in pdf]
    beelden[0].save(doel, "PDF", resolution=200, save_all=True, append_images=beelden[1:])
    return doel


def rapporten() -> list[str]:
    """Return a line for the tables of the real report of which every cell was read by hand; none without it."""
    (bestand,) = [*GEDEELD.glob("seeds/004_*.txt"), None][:1]
    if bestand is None:
        return []
    waar = json.loads((GEDEELD / "truth/truth_finance_seed004.json").read_text(encoding="utf-8"))
    gelezen = vind_tabellen(herstelde_regels(bestand.read_text(encoding="utf-8")))
    uit = []
    for hand, tabel in zip(waar["tables"], gelezen, strict=False):
        verwacht = [[rij["post"], *(rij[kolom] for kolom in hand["columns"])] for rij in hand["rows"]]
        verwacht += [hand["column_labels"], [hand["total_stated"][kolom] for kolom in hand["columns"]]]
        rijen: list[Any] = [[rij.naam, *(cel.bedrag for cel in rij.cellen)] for rij in tabel.posten]
        totaal = [cel.bedrag for cel in tabel.totaal.cellen] if tabel.totaal else []
        rijen += [[kolom.naam for kolom in tabel.kolommen], totaal]
        uit.append(rij_(f"echt rapport: {hand['name']}", gelijk(verwacht, rijen), len(tabel.vragen())))
    return uit


def gedrukte_rapporten(map_: Path) -> list[str]:
    """Return a line for the budget of the real report, printed in each page layout; none without it."""
    (bestand,) = [*GEDEELD.glob("seeds/004_*.txt"), None][:1]
    if bestand is None:
        return []
    regels = herstelde_regels(bestand.read_text(encoding="utf-8"))
    direct = lees_programma(regels, vind_tabellen(regels))
    opent = {regel.nr for regel in regels if regel.opent_blad}
    uit = []
    for opmaak in OPMAKEN:
        druk([regel.tekst for regel in regels], opent, opmaak, map_ / "rapport.pdf")
        bladen = read_pak(map_ / "rapport.pdf").bladen
        gelezen, _ = read_programma(bladen, [blad.tekst for blad in bladen], ())
        geteld = gelijk(_begroting(direct), _begroting(gelezen))
        uit.append(
            rij_(
                f"begroting in een echt rapport, gedrukt: {opmaak.naam}",
                geteld,
                len(gelezen.vragen()) if gelezen else 0,
            )
        )
    return uit


def _begroting(lezing: Programmalezing | None) -> list[Any]:
    """Return what the lines of a budget say, without where they stand."""
    regels = lezing.regels if lezing else ()
    return [[regel.naam, regel.themalijn, regel.groep, [een.bedrag for een in regel.bedragen]] for regel in regels]


def zonder_tabel(map_: Path) -> str:
    """Return a line for an agenda and a verslag in one PDF, both numbered by hand."""
    lezing = lees_pak(een_pak(map_ / "genummerd.pdf", [AGENDA, VERSLAG])).lezing
    punten = [(str(punt.nummer), punt.titel) for punt in lezing.agenda.punten] if lezing.agenda else []
    rijen = [rij.onderwerp for verslag in lezing.verslagen for rij in verslag.rijen]
    geteld = gelijk([PUNTEN, ["Opening", "Steigers", "Sluiting"]], [punten, rijen])
    return rij_("agenda en verslag zonder tabel in een pdf: punten", geteld, len(lezing.twijfels))


def eigen_actielijst(map_: Path) -> str:
    """Return a line for a list of acties by Word."""
    lezing = lees_word_stuk(write_actielijst(POSTEN, map_ / "acties.docx", Vorm.WORD, op=OP))
    lijst = lezing.actielijst.acties if lezing.actielijst else ()
    velden = {een.actie.tekst: [een.actie.door, een.actie.voor, een.staat] for een in lijst}
    verwacht = {post.actie.tekst: [post.actie.door, post.actie.voor, post.actie.staat] for post in POSTEN}
    gelezen = [velden.get(tekst, []) for tekst in verwacht]
    return rij_(
        "actielijst via Word: wie, wat, voor wanneer, hoe ver",
        gelijk([*verwacht.values()], gelezen),
        len(lezing.twijfels),
    )


def word_tabel(map_: Path) -> str:
    """Return a line for the table of amounts of a report in Word."""
    (bestand,) = lees_bestanden([een_rapport(map_ / "rapport.docx", "Financiën haven")])
    rijen = [[rij.naam, *(cel.bedrag for cel in rij.cellen)] for tabel in bestand.tabellen for rij in tabel.rijen]
    verwacht = [[naam, *bedragen] for naam, bedragen in LEZING.items()]
    vragen = sum(len(tabel.vragen()) for tabel in bestand.tabellen)
    return rij_("tabel met bedragen in Word", gelijk(verwacht, rijen), vragen)


def gedrukte_tabellen(map_: Path) -> list[str]:
    """Return a line for a table on a page with ruled lines, and one for the same table without."""
    uit = []
    for naam, lijnen in (("met lijnen", True), ("zonder lijnen", False)):
        bron = een_blad(map_ / "tabel.pdf", [(*KOPPEN, *RIJEN)], lijnen=lijnen)
        (tabel,) = vind_bladtabellen(bron, lees_pdf(bron).paginas)
        gelezen = [[rij.naam, *(cel.bedrag for cel in rij.cellen)] for rij in tabel.rijen]
        verwacht = [[naam_, *bedragen] for naam_, bedragen in LEZING.items()]
        uit.append(rij_(f"tabel met bedragen in een pdf, {naam}", gelijk(verwacht, gelezen), len(tabel.vragen())))
    return uit


def eigen_set(map_: Path) -> str:
    """Return a line for a set of our own: the parts it falls into, each with its item, title and pages."""
    with Store.open(map_ / "werkmap", maken=True) as store:
        inname = neem_op(store, lees_bestanden([VOORBEELD]), nu=datetime(2026, 5, 20, 9, 0))
        opname = store.opname(inname.vergaderingen[0])
        plan = assemble(store, opname.vergadering.id, Doelgroep.LEDEN)
        write_pdf(plan, map_ / "set.pdf", bestand=store.bestanden.open, cache=store.cache)
    delen = lees_pak(map_ / "set.pdf").delen
    gelezen = {(str(deel.nummer), deel.titel): deel.tot - deel.van + 1 for deel in delen if deel.nummer}
    verwacht = {
        (str(opname.nummers[opname.punt_van(stuk) or ""]), stuk.titel): opname.versies[stuk.id].paginas
        for stuk in opname.stukken
        if stuk.id in opname.versies and opname.versies[stuk.id].is_pdf
    }
    goed = sum(gelezen.get(sleutel) == paginas for sleutel, paginas in verwacht.items())
    twijfels = sum(bool(deel.twijfel) for deel in delen)
    return rij_("eigen vergaderset: elk ontvangen stuk op zijn bladzijden", (len(verwacht), goed), twijfels)


def main() -> None:
    """Write the table."""
    with TemporaryDirectory() as naam:
        map_ = Path(naam)
        for naam_ in ("word", "eigen", "verslag", "mail"):
            (map_ / naam_).mkdir()
        regels = [eigen_word(map_ / "word"), *eigen_verslag(map_ / "verslag"), *berichten(map_ / "mail")]
        regels += [eigen_set(map_ / "eigen"), *huisstijlen(map_), *zonder_indeling(map_), *gedrukte_tabellen(map_)]
        regels += [word_tabel(map_), zonder_tabel(map_), eigen_actielijst(map_)]
        regels += [*rapporten(), *gedrukte_rapporten(map_), *gedrukte_zaden(map_)]
    DOEL.write_text(f"{KOP}{''.join(regels)}", encoding="utf-8")
    sys.stdout.write("".join(regels))


if __name__ == "__main__":
    main()
