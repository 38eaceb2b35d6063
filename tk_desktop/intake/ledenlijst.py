"""A list of members as a spreadsheet saves it: one line a seat."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tk_desktop.base.errors import TkError
from tk_desktop.domain.datum import lees_datum
from tk_desktop.domain.gremium import Rol

KOLOMMEN = ("naam", "rol", "namens", "functie", "mandaat_van", "mandaat_tot", "vervangt", "stemgewicht")
_MEESTE_STEMMEN = 10_000


class LedenlijstOnleesbaar(TkError):
    """A list of members that lacks a column, or holds a line that cannot be read."""

    code = "TK-I06"
    melding = "Ledenlijst ‘{bestand}’ is niet te lezen: {oorzaak}."
    veilig = "Er is niets ingenomen."
    advies = "Zet op de eerste regel de kolommen naam;rol;namens;functie;mandaat_van;mandaat_tot;vervangt;stemgewicht."


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezenlid:
    """A seat as listed; ``vervangt`` is the name of the member this one stands in for."""

    naam: str
    rol: Rol
    namens: str = ""
    functie: str = ""
    mandaat_van: date | None = None
    mandaat_tot: date | None = None
    vervangt: str = ""
    stemgewicht: int = 1


def is_ledenlijst(koppen: Iterable[str]) -> bool:
    """Tell whether these are the headings of a list of members: each has a name and a role."""
    return {"naam", "rol"} <= {kop.strip().casefold() for kop in koppen}


def lees_leden(tekst: str, bestand: str) -> tuple[Gelezenlid, ...]:
    """Return the seats that a list names, separated by ``;`` or ``,``; raises ``LedenlijstOnleesbaar``."""
    eerste = tekst.split("\n", 1)[0]
    lezer = csv.DictReader(io.StringIO(tekst), delimiter=";" if ";" in eerste else ",")
    leden = []
    try:
        koppen = [(kop or "").strip().casefold() for kop in lezer.fieldnames or ()]
        if not is_ledenlijst(koppen):
            raise LedenlijstOnleesbaar(bestand=bestand, oorzaak="de kolommen ‘naam’ en ‘rol’ ontbreken")
        lezer.fieldnames = koppen
        for rij in lezer:
            waarden = {kop: (rij.get(kop) or "").strip() for kop in KOLOMMEN}
            if any(waarden.values()):
                leden.append(_lid(waarden))
    except (ValueError, csv.Error) as fout:
        oorzaak = f"regel {lezer.line_num} is niet te begrijpen"
        raise LedenlijstOnleesbaar(bestand=bestand, oorzaak=oorzaak) from fout
    return tuple(leden)


def _lid(waarden: dict[str, str]) -> Gelezenlid:
    if not waarden["naam"]:
        raise ValueError("een lid heeft een naam")
    van, tot = _dag(waarden["mandaat_van"]), _dag(waarden["mandaat_tot"])
    gewicht = int(waarden["stemgewicht"] or 1)
    if (van and tot and tot < van) or not 0 <= gewicht <= _MEESTE_STEMMEN:
        raise ValueError("een mandaat eindigt niet voor het begint, een stemgewicht is een klein getal")
    return Gelezenlid(
        naam=waarden["naam"],
        rol=Rol(waarden["rol"].casefold()),
        namens=waarden["namens"],
        functie=waarden["functie"],
        mandaat_van=van,
        mandaat_tot=tot,
        vervangt=waarden["vervangt"],
        stemgewicht=gewicht,
    )


def _dag(tekst: str) -> date | None:
    """Return the day in a cell: ``2024-07-01``, or ``1-7-2024`` as a spreadsheet likes to make of it."""
    if not tekst:
        return None
    return lees_datum(tekst) or date.fromisoformat(tekst)
