"""Papers as read, to take in: a test names only what matters."""

import hashlib
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tk_desktop.domain.nota import Sectiesoort, Vorm
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake.bestandssoorten import PDF, WORD
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.lezing import (
    GelezenAgenda,
    GelezenNota,
    GelezenPunt,
    GelezenSectie,
    GelezenStuk,
    GelezenVoorstelpunt,
    Lezing,
)
from tk_desktop.intake.plaats import plaats_van

DAG = date(2026, 3, 11)
NU = datetime(2026, 2, 20, 12, 0)


def een_punt(nummer: str, titel: str, **anders: Any) -> GelezenPunt:
    return GelezenPunt(**{"nummer": Nummer.lees(nummer), "titel": titel, "regel": 1, **anders})


def een_agenda(*punten: GelezenPunt, **anders: Any) -> GelezenAgenda:
    standaard: dict[str, Any] = {
        "gremium": "Bestuurscommissie Waterkant",
        "datum": DAG,
        "begin": time(9),
        "einde": time(10, 30),
        "punten": punten or PUNTEN,
    }
    return GelezenAgenda(**{**standaard, **anders})


PUNTEN = (
    een_punt("1", "Opening", tijd=time(9)),
    een_punt("2", "Oevers", tijd=time(9, 5)),
    een_punt("2a", "Veilige oevers", stukken=(GelezenStuk(soort=Soort.ADVIESNOTA, titel="Veilige oevers"),)),
    een_punt("3", "Ingekomen", tijd=time(9, 45)),
)


def een_nota(nummer: str | None = "2a", **anders: Any) -> GelezenNota:
    standaard: dict[str, Any] = {
        "vorm": Vorm.ADVIESNOTA,
        "agendapunt": Nummer.lees(nummer) if nummer else None,
        "registratienummer": "2026-000001",
        "onderwerp": "Veilige oevers",
        "datum": DAG,
        "secties": (GelezenSectie(soort=Sectiesoort.INLEIDING, kop="Inleiding", tekst="De oevers verzakken."),),
        "regel": 1,
        "regel_tot": 40,
    }
    return GelezenNota(**{**standaard, **anders})


def een_voorstel(*teksten: str) -> tuple[GelezenVoorstelpunt, ...]:
    return tuple(GelezenVoorstelpunt(tekst=tekst, merk=Merk.CIJFER) for tekst in teksten)


_MAP = TemporaryDirectory(prefix="lezingen-")


def gelezen(*notas: GelezenNota, naam: str = "stukken.docx", **lezing: Any) -> GelezenBestand:
    """Return a Word file as read; the file itself holds what was read."""
    waarde = Lezing(notas=notas, **lezing)
    map_ = Path(_MAP.name) / hashlib.sha256(repr(waarde).encode()).hexdigest()[:16]
    map_.mkdir(exist_ok=True)
    (map_ / naam).write_text(repr(waarde), "utf-8")
    return GelezenBestand(bron=map_ / naam, media=WORD, lezing=waarde)


def een_bestand(map_: Path, naam: str, inhoud: bytes = b"%PDF-1.7 bijlage", teksten: tuple[str, ...] = ("",)) -> Any:
    """Write a received file and return it as read."""
    map_.mkdir(exist_ok=True)
    (map_ / naam).write_bytes(inhoud)
    return GelezenBestand(bron=map_ / naam, media=PDF, plaats=plaats_van(Path(naam)), paginas=teksten)
