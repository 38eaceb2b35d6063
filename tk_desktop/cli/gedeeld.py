"""What commands share: the werkmap, the meeting it is about, progress on the screen and printing JSON."""

import importlib
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click
from platformdirs import user_documents_path

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.domain.datum import kort, lang
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.store.kluis import Kluis, is_beschermd
from tk_desktop.store.werkmap import Store


class GeenVergadering(TkError):
    """The werkmap holds no meeting, or none on the day that was asked."""

    code = "TK-C02"
    melding = "Er is in deze werkmap geen vergadering{wanneer}."
    veilig = "Er is niets gewijzigd."
    advies = "Neem eerst een agenda in met `tk intake`, of kies een andere dag. Bekend zijn: {bekend}."


class MeerVergaderingen(TkError):
    """The werkmap holds several meetings and none was named."""

    code = "TK-C03"
    melding = "In deze werkmap staan meer vergaderingen; noem er een."
    veilig = "Er is niets gewijzigd."
    advies = "Gebruik --vergadering met een datum of een id. Bekend zijn: {bekend}."


Functie = Callable[..., Any]


def werkmap_optie(functie: Functie) -> Functie:
    """Add ``--werkmap``: the folder in which everything is kept."""
    return click.option(
        "--werkmap",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="TK_WERKMAP",
        default=lambda: user_documents_path() / "TK Desktop",
        metavar="MAP",
        help="De werkmap (standaard: ‘TK Desktop’ bij uw documenten, of TK_WERKMAP).",
    )(functie)


def kluis_van(werkmap: Path) -> Kluis | None:
    """Return what opens a werkmap, ``None`` when it is not protected; else asks for its passphrase."""
    if not is_beschermd(werkmap):
        return None
    kluis: Kluis = importlib.import_module("tk_desktop.cli.wachtwoord").vraag_kluis(werkmap)  # keys load when needed
    return kluis


def vergadering_optie(functie: Functie) -> Functie:
    """Add ``--vergadering``: which meeting the command is about."""
    return click.option(
        "--vergadering", default="", metavar="DATUM|ID", help="Welke vergadering: een datum als 11-3-2026, of een id."
    )(functie)


def json_optie(functie: Functie) -> Functie:
    """Add ``--json``: print for a program."""
    return click.option("--json", "als_json", is_flag=True, help="Uitvoer als JSON, voor een ander programma.")(functie)


def choose_vergadering(store: Store, gevraagd: str, *, gehouden: bool = False) -> Vergadering:
    """Return the meeting that was asked for by day or id, or the one that nobody needs to name.

    What was done is asked of a meeting that was held (``gehouden``): then the only one that was needs no name.
    Raises ``GeenVergadering`` or ``MeerVergaderingen``, which name the ones there are.
    """
    alle = store.vergaderingen.all()
    bekend = ", ".join(_naam(store, vergadering) for vergadering in alle) or "geen"
    if not gevraagd:
        was_er = [vergadering for vergadering in alle if gehouden and vergadering.status is Status.GEHOUDEN]
        enige = store.vergaderingen.enige() if not was_er else was_er[0]
        if enige is not None and len(was_er) < 2:
            return enige
        if not alle:
            raise GeenVergadering(wanneer="", bekend=bekend)
        raise MeerVergaderingen(bekend=bekend)
    gekozen = [v for v in alle if gevraagd in (v.id, v.datum.isoformat(), kort(v.datum), lang(v.datum))]
    if not gekozen:
        raise GeenVergadering(wanneer=f" ‘{gevraagd}’", bekend=bekend)
    if len(gekozen) > 1:
        raise MeerVergaderingen(bekend=bekend)
    return gekozen[0]


def progress() -> Progress:
    """Return a progress that writes one line on the terminal, and nothing when there is none."""
    if not sys.stderr.isatty():
        return Progress()

    def toon(wat: str, gedaan: int, totaal: int) -> None:
        einde = "\n" if gedaan >= totaal else ""
        click.echo(f"\r\033[K{wat}: {gedaan} van {totaal}{einde}", nl=False, err=True)

    return Progress(toon)


def print_json(gegevens: object) -> None:
    """Print for a program."""
    click.echo(json.dumps(gegevens, ensure_ascii=False, indent=1, default=_als_tekst))


def _naam(store: Store, vergadering: Vergadering) -> str:
    gremium = store.gremia.get(vergadering.gremium_id).kort
    return f"{vergadering.datum.isoformat()} ({gremium}, {lang(vergadering.datum)}, id {vergadering.id})"


def _als_tekst(waarde: object) -> str:
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)
