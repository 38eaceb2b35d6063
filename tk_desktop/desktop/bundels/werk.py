"""What the exchange does, for the window; loaded when it is needed, for keys take a moment to load."""

from datetime import date
from pathlib import Path

from tk_desktop.base.klok import dit_moment
from tk_desktop.base.progress import Progress
from tk_desktop.exchange.bescherming import unlock_sleutels
from tk_desktop.exchange.conflicten import list_geschillen
from tk_desktop.exchange.maken import MAILMAAT, make_bundel, make_openbaar
from tk_desktop.exchange.medetekenen import co_signers, read_voorstel, sign_voorstel, write_voorstel
from tk_desktop.exchange.ontvangen import Ontvangst, look_at_bundel, meeting_name
from tk_desktop.exchange.ontvangen import receive_bundel as receive
from tk_desktop.exchange.papier import has_paper, secretariat_keys, sign_with_paper, use_paper
from tk_desktop.exchange.publiceren import INGETROKKEN, publish_vergadering
from tk_desktop.exchange.rooster import (
    PapierenSleutel,
    admit,
    begin_rooster,
    lees_aanmelding,
    remove_person,
    renew_keys,
    roosters,
    schrijf_aanmelding,
    unaware_of_withdrawal,
    withdraw_device,
)
from tk_desktop.exchange.sleutels import Sleutelbestand, Sleutelbos
from tk_desktop.exchange.woorden import eigen_woorden, zes_woorden
from tk_desktop.export.bundelstand import Bundelwacht
from tk_desktop.export.openbladen import public_papers
from tk_desktop.export.papiersleutel import write_paper_key
from tk_desktop.pack.samenstellen import assemble_for_reader
from tk_desktop.store.werkmap import Store

__all__ = [
    "INGETROKKEN",
    "MAILMAAT",
    "PapierenSleutel",
    "Sleutelbestand",
    "Sleutelbos",
    "admit",
    "begin_rooster",
    "bundelwacht",
    "co_signers",
    "dit_moment",
    "eigen_woorden",
    "has_paper",
    "lees_aanmelding",
    "list_geschillen",
    "look_at_bundel",
    "make_bundel",
    "make_openbaar",
    "meeting_name",
    "public_papers",
    "publish_vergadering",
    "read_voorstel",
    "receive_bundel",
    "remove_person",
    "renew_keys",
    "roosters",
    "schrijf_aanmelding",
    "secretariat_keys",
    "sign_voorstel",
    "sign_with_paper",
    "unaware_of_withdrawal",
    "unlock_sleutels",
    "use_paper",
    "withdraw_device",
    "write_paper_key",
    "write_voorstel",
    "zes_woorden",
]


def bundelwacht(store: Store, lezer: str, vandaag: date) -> Bundelwacht:
    """Return who keeps how the papers stood that somebody reads on this laptop, before what comes in (E9)."""
    return Bundelwacht(store, lambda id_: assemble_for_reader(store, id_, lezer), vandaag)


def receive_bundel(
    store: Store, bos: Sleutelbos, pad: Path, *, lezer: str, vandaag: date, progress: Progress
) -> Ontvangst:
    """Take in a bundle and keep how the papers stood before; raises as ``exchange.ontvangen.receive_bundel``."""
    rondom = bundelwacht(store, lezer, vandaag)
    return receive(store, bos, pad, vandaag=vandaag, rondom=rondom, progress=progress)
