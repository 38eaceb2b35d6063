"""A werkmap made anew from everything that left one; what was changed is refused (``extranet.uitgang``)."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import sha256
from tk_desktop.base.progress import Progress
from tk_desktop.extranet.uitgang import FORMAAT, LIJST, SOMMEN, VERSIE, als_sommen, plek
from tk_desktop.store.fouten import RijenKloppenNiet
from tk_desktop.store.kluis import Kluis
from tk_desktop.store.migraties import schemanummer
from tk_desktop.store.uitgang import MEE, VAN_LEZERS, Tabelinhoud
from tk_desktop.store.werkmap import Store

_VAN_HET_SYSTEEM = frozenset({"thumbs.db", "desktop.ini"})
"""What a system puts into a folder by itself."""


class GeenUitgang(TkError):
    """A folder was to be taken in that holds no exit, or one that was not written whole."""

    code = "TK-F12"
    melding = "De map ‘{map}’ is geen hele uitgang van een werkmap: de lijst ‘uitgang.json’ ontbreekt of is beschadigd."
    veilig = "Er is niets ingenomen."
    advies = "Kies de map die TK Desktop schreef, of laat haar opnieuw schrijven."


class UitgangGewijzigd(TkError):
    """A file of an exit is gone, was changed, or is not of it."""

    code = "TK-F13"
    melding = "In de map ‘{map}’ is ‘{bestand}’ {hoe}."
    veilig = "Er is niets ingenomen."
    advies = "Gebruik een kopie van de map die niet is gewijzigd."


class UitgangTeNieuw(TkError):
    """An exit of a newer program was to be taken in."""

    code = "TK-F14"
    melding = "De map ‘{map}’ is door een nieuwer programma geschreven."
    veilig = "Er is niets ingenomen."
    advies = "Werk TK Desktop bij en probeer het opnieuw."


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezen:
    """An exit that was looked at whole: its tables, its kept files by their SHA-256, and those that were gone."""

    tabellen: tuple[Tabelinhoud, ...]
    bestanden: Mapping[str, Path]
    ontbreekt: frozenset[str]
    onbeschermd: int = 0
    """How many items and papers are besloten, and stand now in a werkmap that opens without a password."""


def read_uitgang(map_: Path, progress: Progress | None = None) -> Gelezen:
    """Look at every byte of an exit and return what it holds; nothing of it is changed.

    Raises ``GeenUitgang``, ``UitgangTeNieuw``, ``UitgangGewijzigd`` or ``RijenKloppenNiet``.
    """
    lijst = _lees_lijst(map_)
    sommen = _sommen(map_, lijst)
    verwacht = {LIJST, SOMMEN, *sommen}
    for pad in sorted(een for een in map_.rglob("*") if een.is_file()):
        naam = pad.relative_to(map_).as_posix()
        if naam not in verwacht and not _van_het_systeem(pad):
            raise UitgangGewijzigd(map=map_.name, bestand=naam, hoe="niet van de uitgang")
    _vergelijk_sommen(map_, sommen)
    for naam, som in (progress or Progress()).each(sorted(sommen.items()), "Bestanden nakijken"):
        pad = plek(map_, naam)
        if not pad.is_file():
            raise UitgangGewijzigd(map=map_.name, bestand=naam, hoe="weg")
        if sha256(pad) != som:
            raise UitgangGewijzigd(map=map_.name, bestand=naam, hoe="veranderd")
    tabellen = tuple(_lees_tabel(map_, naam, sommen) for naam in lijst["tabellen"])
    bestanden = {som: plek(map_, naam) for naam, som in sommen.items() if "/bestanden/" in naam}
    gelezen = Gelezen(tabellen=tabellen, bestanden=bestanden, ontbreekt=frozenset(map(str, lijst["ontbreekt"])))
    for som in sorted(_genoemd(tabellen) - set(bestanden) - gelezen.ontbreekt):
        raise UitgangGewijzigd(map=map_.name, bestand=f"{som[:12]}…", hoe="weg")
    return gelezen


def import_uitgang(map_: Path, werkmap: Path, kluis: Kluis | None = None, progress: Progress | None = None) -> Gelezen:
    """Make a werkmap of an exit in a folder that holds none, or an empty one, and return what was taken in.

    Raises as ``read_uitgang``, or ``WerkmapNietLeeg``; the werkmap is as it was then.
    """
    gang = progress or Progress()
    gelezen = read_uitgang(map_, gang)
    with Store.making(werkmap, kluis) as store, store.transaction():
        store.vul(gelezen.tabellen)
        for som, pad in gang.each(sorted(gelezen.bestanden.items()), "Bestanden innemen"):
            if store.bestanden.bewaar(pad) != som:
                raise UitgangGewijzigd(map=map_.name, bestand=pad.name, hoe="veranderd")
        return replace(gelezen, onbeschermd=0 if kluis is not None else store.aantal_besloten())


def _lees_lijst(map_: Path) -> dict[str, Any]:
    try:
        lijst = json.loads((map_ / LIJST).read_bytes())
        if lijst["formaat"] != FORMAAT:
            raise ValueError
        if int(lijst["versie"]) > VERSIE or int(lijst["schema"]) > schemanummer():
            raise UitgangTeNieuw(map=map_.name)
        if not all(isinstance(lijst[naam], list) for naam in ("tabellen", "ontbreekt", "bestanden")):
            raise ValueError
        if not set(lijst["tabellen"]) <= {*MEE, *VAN_LEZERS}:
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as fout:
        raise GeenUitgang(map=map_.name) from fout
    return dict(lijst)


def _sommen(map_: Path, lijst: Mapping[str, Any]) -> dict[str, str]:
    """Return the SHA-256 of each file by its place; raises ``GeenUitgang`` when one would lie outside the folder."""
    try:
        sommen = {str(een["pad"]): str(een["sha256"]) for een in lijst["bestanden"]}
    except (KeyError, TypeError) as fout:
        raise GeenUitgang(map=map_.name) from fout
    if any(_wijst_buiten(naam) or not _is_tekst(naam) or not _is_tekst(som) for naam, som in sommen.items()):
        raise GeenUitgang(map=map_.name)
    return sommen


def _vergelijk_sommen(map_: Path, sommen: Mapping[str, str]) -> None:
    """Hold the sums that anybody can check against those of the list; raises ``UitgangGewijzigd``."""
    pad = plek(map_, SOMMEN)
    if not pad.is_file():
        raise UitgangGewijzigd(map=map_.name, bestand=SOMMEN, hoe="weg")
    if pad.read_bytes() != als_sommen(sommen).encode():
        raise UitgangGewijzigd(map=map_.name, bestand=SOMMEN, hoe="veranderd")


def _wijst_buiten(naam: str) -> bool:
    pad = PurePosixPath(naam)
    return pad.is_absolute() or ".." in pad.parts or "\\" in naam or ":" in naam or "\0" in naam


def _van_het_systeem(pad: Path) -> bool:
    return pad.name.startswith(".") or pad.name.casefold() in _VAN_HET_SYSTEEM


def _lees_tabel(map_: Path, naam: str, sommen: Mapping[str, str]) -> Tabelinhoud:
    pad = f"gegevens/{naam}.json"
    if pad not in sommen:
        raise UitgangGewijzigd(map=map_.name, bestand=pad, hoe="weg")
    try:
        gelezen = json.loads(plek(map_, pad).read_bytes())
        kolommen = tuple(map(str, gelezen["kolommen"]))
        rijen = tuple(dict(rij) for rij in gelezen["rijen"])
    except (ValueError, KeyError, TypeError, RecursionError) as fout:
        raise RijenKloppenNiet(tabel=naam) from fout
    if any(not _is_waarde(waarde) for rij in rijen for waarde in rij.values()):
        raise RijenKloppenNiet(tabel=naam)
    return Tabelinhoud(naam=naam, kolommen=kolommen, rijen=rijen)


def _is_waarde(waarde: object) -> bool:
    """Tell whether a table can hold it: JSON knows numbers without end and halves of letters, which none can."""
    if isinstance(waarde, str):
        return _is_tekst(waarde)
    if isinstance(waarde, float):
        return math.isfinite(waarde)
    return waarde is None or (isinstance(waarde, int) and not isinstance(waarde, bool))


def _is_tekst(woord: str) -> bool:
    """Tell whether text can be written anywhere: without half of a letter that takes two."""
    try:
        woord.encode()
    except UnicodeEncodeError:
        return False
    return True


def _genoemd(tabellen: Sequence[Tabelinhoud]) -> set[str]:
    """Return the SHA-256 of every file that a row names."""
    return {
        str(rij[kolom])
        for een in tabellen
        if een.naam in ("stukversie", "bron", "gelakt")
        for rij in een.rijen
        for kolom in ("sha256", "pdf_sha256")
        if rij.get(kolom)
    }
