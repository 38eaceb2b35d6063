"""A list of members as a spreadsheet saves it: one line a seat."""

import csv
import io
from dataclasses import dataclass
from datetime import date

from tk_desktop.base.errors import TkError
from tk_desktop.domain.gremium import Rol

KOLOMMEN = ("naam", "rol", "namens", "functie", "mandaat_van", "mandaat_tot", "vervangt", "stemgewicht")


class LedenlijstOnleesbaar(TkError):
    """A list of members that lacks a column, or holds a line that cannot be read."""

    code = "TK-I06"
    melding = "Ledenlijst ‘{bestand}’ is niet te lezen: {oorzaak}. Er is niets ingenomen."
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


def lees_leden(tekst: str, bestand: str) -> tuple[Gelezenlid, ...]:
    """Return the seats that a list names, separated by ``;`` or ``,``; raises ``LedenlijstOnleesbaar``."""
    eerste = tekst.split("\n", 1)[0]
    lezer = csv.DictReader(io.StringIO(tekst), delimiter=";" if ";" in eerste else ",")
    koppen = [(kop or "").strip().casefold() for kop in lezer.fieldnames or ()]
    if "naam" not in koppen or "rol" not in koppen:
        raise LedenlijstOnleesbaar(bestand=bestand, oorzaak="de kolommen ‘naam’ en ‘rol’ ontbreken")
    lezer.fieldnames = koppen
    leden = []
    for nummer, rij in enumerate(lezer, 2):
        waarden = {kop: (rij.get(kop) or "").strip() for kop in KOLOMMEN}
        if not any(waarden.values()):
            continue
        try:
            leden.append(_lid(waarden))
        except ValueError as fout:
            raise LedenlijstOnleesbaar(bestand=bestand, oorzaak=f"regel {nummer} is niet te begrijpen") from fout
    return tuple(leden)


def _lid(waarden: dict[str, str]) -> Gelezenlid:
    if not waarden["naam"]:
        raise ValueError("een lid heeft een naam")
    return Gelezenlid(
        naam=waarden["naam"],
        rol=Rol(waarden["rol"].casefold()),
        namens=waarden["namens"],
        functie=waarden["functie"],
        mandaat_van=date.fromisoformat(waarden["mandaat_van"]) if waarden["mandaat_van"] else None,
        mandaat_tot=date.fromisoformat(waarden["mandaat_tot"]) if waarden["mandaat_tot"] else None,
        vervangt=waarden["vervangt"],
        stemgewicht=int(waarden["stemgewicht"] or 1),
    )
