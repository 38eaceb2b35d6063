"""Storing what was read: a meeting with its items, papers and nota's, each on its place, whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.intake.actieopname import neem_actielijst_op
from tk_desktop.intake.afmeldvoorstel import Afmeldvoorstel
from tk_desktop.intake.berichtopname import bewaar_bericht
from tk_desktop.intake.bestandstuk import neem_bestand_op, neem_los_stuk_op
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.gremia import neem_leden_op
from tk_desktop.intake.kop import neem_kop_op
from tk_desktop.intake.notastuk import neem_nota_op
from tk_desktop.intake.pakopname import uitgeknipt
from tk_desktop.intake.verslagopname import neem_verslag_op
from tk_desktop.intake.werk import Werk
from tk_desktop.store.werkmap import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Inname:
    """What was taken in: the meetings it touched, where each file went, and what was read but is not certain."""

    vergaderingen: tuple[str, ...]
    twijfels: tuple[Twijfel, ...]
    plaatsen: tuple[tuple[str, str], ...] = ()
    afmeldingen: tuple[Afmeldvoorstel, ...] = ()
    """Who cannot come, as messages tell; nothing of it is stored."""
    wachtend: tuple[str, ...] = ()
    """Files that were read and are not kept: nothing tells to which meeting they belong."""


def neem_op(
    store: Store,
    gelezen: Sequence[GelezenBestand],
    *,
    nu: datetime,
    vergadering_id: str | None = None,
    vervang: bool = False,
    raad: bool = True,
) -> Inname:
    """Store what was read, in one transaction; what is there already is not written again.

    Agendas come first, then nota's, then files. Papers without a date belong to ``vergadering_id``, else to the meeting
    of the agenda read with them, else to the only meeting in the werkmap (``Vergaderingen.enige``); without ``raad``
    that is not guessed, for papers of years are not those of the next meeting. A verslag in them is stored with the
    meeting of its own day. ``nu`` is the moment of receipt. An agenda, invitation or nota that differs from the one
    that is there is refused, or with ``vervang`` takes its place; every file that was read is kept. Raises
    ``VergaderingOnbekend``, ``DatumOntbreekt``, ``AlIngenomen``, ``PuntOnbekend``, ``PuntHeeftStukken``,
    ``PuntBehandeld`` or ``VerslagVastgesteld``, with nothing stored.
    """
    with uitgeknipt(gelezen, store.map) as alle:
        werk = Werk(store, nu, vervang=vervang)
        with store.transaction():
            if vergadering_id is not None:
                werk.vergadering = store.vergaderingen.get(vergadering_id)
            elif raad:
                werk.vergadering = store.vergaderingen.enige()
            return _neem_op(werk, alle)


def _neem_op(werk: Werk, gelezen: Sequence[GelezenBestand]) -> Inname:
    afmeldingen: tuple[Afmeldvoorstel, ...] = ()
    neem_kop_op(werk, gelezen)
    for bestand in gelezen:
        for nota in bestand.lezing.notas if bestand.lezing else ():
            neem_nota_op(werk, bestand, nota)
    for bestand in gelezen:
        for verslag in bestand.lezing.verslagen if bestand.lezing else ():
            neem_verslag_op(werk, bestand, verslag)
        neem_actielijst_op(werk, bestand)
    los = [(b, b.plaats) for b in gelezen if b.plaats is not None and not (b.lezing and b.lezing.notas)]
    for bestand, plaats in sorted(los, key=lambda paar: paar[1].volgorde):
        neem_bestand_op(werk, bestand, plaats)
    for bestand in (een for een in gelezen if een.is_los):
        neem_los_stuk_op(werk, bestand)
    for bestand in gelezen:
        if bestand.leden:
            neem_leden_op(werk.store, werk.opname(bestand.bron.name).gremium, bestand.leden)
            werk.plaats(bestand.bron.name, f"ledenlijst ({len(bestand.leden)} leden)")
        if bestand.lezing is not None:
            werk.twijfels.extend(bestand.lezing.twijfels)
        if bestand.bericht is not None:
            afmeldingen += bewaar_bericht(werk, bestand, bestand.bericht)
    return Inname(
        vergaderingen=tuple(werk.geraakt),
        twijfels=tuple(werk.twijfels),
        plaatsen=tuple(dict.fromkeys(werk.plaatsen)),
        afmeldingen=afmeldingen,
        wachtend=tuple(werk.wachtend),
    )
