"""Five years of twenty laptops as one bundle, and what small changes in such a werkmap weigh and take (R3, R5)."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.meten import Meting
from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_nota,
    een_opname,
    een_sectie,
    een_stuk,
    een_vergadering,
)
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.lezen import NogNietVertrouwd
from tk_desktop.exchange.ontvangen import receive_bundel
from tk_desktop.exchange.sleutels import Kosten, Sleutelbestand
from tk_desktop.store.werkmap import Store

LAPTOPS, RIJEN = 20, 4_000
"""Each laptop writes so many rows of five fields: 400 000 operations together."""
WACHTWOORD = "een lange zin voor de proef"
_ACTIE = """INSERT INTO actie
    (id, volgorde, gremium_id, tekst, ontstaan, soort, door, staat, oorsprong, portefeuillehouder, besloten)
    VALUES ('a', 'c', 'g', 'Bel', '2026-03-11', 'actie', '', 'open', '', '', 0)"""
_STAND = "INSERT INTO actie_stand VALUES (?, 'a', 'c', '2026-03-11', ?)"


def measure(map_: Path) -> Iterator[Meting]:
    """Yield what taking all of it in takes, and then what the next bundles weigh and take."""
    wereld = Wereld(map_)
    secretaris = wereld["s1"]
    nota = een_nota(
        id="n", secties=tuple(een_sectie(id=f"se{nummer}", tekst="De oever. " * 200) for nummer in range(8))
    )
    opname = een_opname(
        gremium=een_gremium(id="g"),
        vergadering=een_vergadering(id="v", gremium_id="g"),
        agendapunten=[een_agendapunt(id="p", vergadering_id="v")],
        stukken=[een_stuk(id="st", vergadering_id="v", agendapunt_id="p")],
        notas={"st": nota},
    )
    bewaar(secretaris.store, opname)
    with secretaris.store.transaction():
        secretaris.store._db.execute(_ACTIE)
    for nummer in range(LAPTOPS):
        _werkt(wereld, nummer)
    nieuw = wereld.vraag_aan("nieuw", "sanne", Rol.SECRETARIS)
    begin = time.perf_counter()
    vol = secretaris.maak(nieuw).paden[0]
    yield _afspraak("400 000 bewerkingen van 20 laptops als bundel maken", time.perf_counter() - begin, 10.0)
    yield from _neem_alles_in(wereld, nieuw, vol)
    yield from _daarna(secretaris, nieuw)
    wereld.sluit()


def _werkt(wereld: Wereld, nummer: int) -> None:
    """Let a laptop write its share of five years, and send it."""
    laptop = wereld["s1"] if nummer == 0 else wereld.laat_toe(f"l{nummer}", "sanne", Rol.SECRETARIS)
    rijen = [(f"s{nummer}-{rij}", f"Stand {rij} van de actie") for rij in range(RIJEN)]
    with laptop.store.transaction():
        laptop.store._db.conn.executemany(_STAND, rijen)
    if nummer:
        laptop.stuur(wereld["s1"])


def _neem_alles_in(wereld: Wereld, nieuw: Laptop, vol: Path) -> Iterator[Meting]:
    try:
        nieuw.ontvang(vol)
    except NogNietVertrouwd as fout:
        nieuw.store.uitwisseling.vertrouw(str(fout.details["verify"]))
    Sleutelbestand(nieuw.store.map).maak(nieuw.bos, wachtwoord=WACHTWOORD, kosten=Kosten(rondes=1, geheugen=1 << 20))
    opdracht = [sys.executable, "-m", "benchmarks.jaren", str(nieuw.store.map), str(vol)]
    klaar = subprocess.run(opdracht, capture_output=True, check=True)
    gemeten = json.loads(klaar.stdout)
    yield _afspraak("die 400 000 bewerkingen innemen", gemeten["seconden"], 10.0)
    yield replace(_afspraak("geheugen van dat proces", gemeten["mb"], 300), eenheid="MB")


def _daarna(secretaris: Laptop, nieuw: Laptop) -> Iterator[Meting]:
    """Yield what goes to a laptop that told what it has."""
    nieuw.stuur(secretaris)
    secretaris.stuur(nieuw)
    yield _weegt("een bundel waarin niets staat", secretaris, nieuw, 600)
    _zeg(secretaris, "UPDATE actie_stand SET tekst = 'Anders' WHERE id = 's1-1'")
    yield _weegt("een bundel met één gewijzigd veld", secretaris, nieuw, 1_500)
    secretaris.stuur(nieuw)
    nota = secretaris.store.notas.get("n")
    secties = tuple(replace(een, tekst=f"{een.tekst} En verder.") for een in nota.secties)
    with secretaris.store.transaction():
        secretaris.store.notas.save(replace(nota, secties=secties))
    yield _weegt("een bundel met één gewijzigde nota", secretaris, nieuw, 2_000_000)
    secretaris.stuur(nieuw)
    nieuw.stuur(secretaris)
    teksten = [f"Nieuwe tekst {nummer} {nummer * nummer:x} over de oever" for nummer in range(1_000)]
    with secretaris.store.transaction():
        secretaris.store._db.conn.executemany(
            "UPDATE actie_stand SET tekst = ? WHERE id = ?",
            [(tekst, f"s{nummer % LAPTOPS}-{nummer}") for nummer, tekst in enumerate(teksten)],
        )
    begin = time.perf_counter()
    gemaakt = secretaris.maak(nieuw)
    nieuw.ontvang(gemaakt)
    duur = time.perf_counter() - begin
    nieuwe_tekst = len("\n".join(teksten).encode())
    yield _afspraak("1 000 wijzigingen als bundel maken en innemen", duur, 0.150)
    gewicht = gemaakt.paden[0].stat().st_size
    yield Meting(
        wat="gewicht van die bundel",
        ons=gewicht,
        ander=nieuwe_tekst,
        naam_ander="de nieuwe tekst",
        toegestaan=0,
        grens=1.5,
        eenheid="bytes",
    )


def _zeg(laptop: Laptop, opdracht: str) -> None:
    with laptop.store.transaction():
        laptop.store._db.execute(opdracht)


def _weegt(wat: str, van: Laptop, naar: Laptop, hoogstens: int) -> Meting:
    return replace(_afspraak(wat, van.maak(naar).paden[0].stat().st_size, hoogstens), eenheid="bytes")


def _afspraak(wat: str, ons: float, hoogstens: float) -> Meting:
    return Meting(wat=wat, ons=ons, ander=0, naam_ander="geen ander", toegestaan=hoogstens, grens=0)


def _neem_in(map_: Path, bundel: Path) -> None:
    """Take a bundle in, in a process of its own, and print the seconds and the most memory that it took."""
    bos = Sleutelbestand(map_).open(WACHTWOORD)
    with Store.open(map_) as store:
        begin = time.perf_counter()
        receive_bundel(store, bos, bundel, vandaag=VANDAAG)
        duur = time.perf_counter() - begin
    # `ru_maxrss` would tell of the process that started this one too.
    (meeste,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    mb = int(meeste) / 1024
    sys.stdout.write(json.dumps({"seconden": duur, "mb": mb}))


if __name__ == "__main__":
    _neem_in(Path(sys.argv[1]), Path(sys.argv[2]))
