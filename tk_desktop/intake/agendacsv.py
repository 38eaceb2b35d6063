"""Reading an agenda from a spreadsheet (.csv)."""

import csv
import io
import re
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import read_bytes
from tk_desktop.domain.agenda import LANGSTE_DUUR
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.puntregel import Puntregel
from tk_desktop.intake.behandeling import lees_behandeling
from tk_desktop.intake.tekstvorm import GeenTekst, tekst_van

_MEESTE_BYTES = 2_000_000
_MEESTE_REGELS = 500
_JA = ("ja", "j", "x", "1", "waar")
_FORMULE = re.compile(r"'+[=+\-@\t\r]")
_INLEIDER = re.compile(r"(.*\S)\s*\(([^()]*)\)")


class AgendalijstOnleesbaar(TkError):
    """A spreadsheet that holds no agenda, or a line that cannot be read."""

    code = "TK-V29"
    melding = "‘{bestand}’ is geen agenda die TK Desktop kan lezen: {oorzaak}."
    veilig = "Er is niets overgenomen."
    advies = "Zet op de eerste regel minstens de kolom titel, en verder nummer;duur;behandeling;inleiders;besloten."


def lees_agendalijst(pad: Path) -> tuple[Puntregel, ...]:
    """Return the items that a spreadsheet lists, in order (B17); numbers tell only what stands under what.

    Raises ``AgendalijstOnleesbaar`` or ``BestandNietGevonden``.
    """
    gegevens = read_bytes(pad)
    if len(gegevens) > _MEESTE_BYTES:
        raise AgendalijstOnleesbaar(bestand=pad.name, oorzaak="het bestand is te groot")
    try:
        tekst = tekst_van(gegevens)
    except GeenTekst as fout:
        raise AgendalijstOnleesbaar(bestand=pad.name, oorzaak="het is geen tekst") from fout
    eerste = tekst.split("\n", 1)[0]
    lezer = csv.DictReader(io.StringIO(tekst, newline=""), delimiter=";" if ";" in eerste else ",")
    try:
        koppen = [(kop or "").strip().casefold() for kop in lezer.fieldnames or ()]
        if "titel" not in koppen:
            raise AgendalijstOnleesbaar(bestand=pad.name, oorzaak="de kolom ‘titel’ ontbreekt")
        lezer.fieldnames = koppen
        rijen = ({kop: _kaal(rij.get(kop)) for kop in koppen} for rij in lezer)
        regels = tuple(_regel(rij) for rij in rijen if any(rij.values()))
    except (ValueError, csv.Error) as fout:
        oorzaak = f"regel {lezer.line_num} is niet te begrijpen"
        raise AgendalijstOnleesbaar(bestand=pad.name, oorzaak=oorzaak) from fout
    if len(regels) > _MEESTE_REGELS:
        raise AgendalijstOnleesbaar(bestand=pad.name, oorzaak=f"er staan meer dan {_MEESTE_REGELS} punten in")
    return regels


def _kaal(cel: object) -> str:
    """Return the text of a cell, without the apostrophe that kept it from being a formula."""
    tekst = cel.strip() if isinstance(cel, str) else ""
    return tekst[1:] if _FORMULE.match(tekst) else tekst


def _regel(rij: dict[str, str]) -> Puntregel:
    if not rij["titel"]:
        raise ValueError("een agendapunt heeft een titel")
    nummer = Nummer.lees(rij["nummer"]) if rij.get("nummer") else Nummer(1)
    duur = int(rij["duur"]) if rij.get("duur") else None
    if duur is not None and not 0 <= duur <= LANGSTE_DUUR:
        raise ValueError("een punt duurt niet korter dan nul minuten of langer dan een dag")
    behandeling = lees_behandeling(rij["behandeling"]) if rij.get("behandeling") else None
    if rij.get("behandeling") and behandeling is None:
        raise ValueError("de behandelwijze is niet bekend")
    return Puntregel(
        titel=" ".join(rij["titel"].split()),
        is_sub=bool(nummer.sub),
        ingevoegd=bool(nummer.ingevoegd) and not nummer.sub,
        duur=duur,
        behandeling=behandeling.soorten if behandeling else frozenset(),
        inleiders=tuple(_inleider(wie) for wie in rij.get("inleiders", "").split(";") if wie.strip()),
        besloten=rij.get("besloten", "").casefold() in _JA,
        mondeling=rij.get("mondeling", "").casefold() in _JA,
        toelichting=rij.get("toelichting", ""),
    )


def _inleider(tekst: str) -> tuple[str, str]:
    treffer = _INLEIDER.fullmatch(tekst.strip())
    return (treffer[1], treffer[2].strip()) if treffer else (tekst.strip(), "")
