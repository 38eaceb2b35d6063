"""What the exchange does, for the window; loaded when it is needed, for keys take a moment to load."""

from tk_desktop.base.klok import dit_moment
from tk_desktop.exchange.bescherming import unlock_sleutels
from tk_desktop.exchange.conflicten import list_geschillen
from tk_desktop.exchange.maken import MAILMAAT, make_bundel, make_openbaar
from tk_desktop.exchange.ontvangen import look_at_bundel, meeting_name, receive_bundel
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
from tk_desktop.export.openbladen import public_papers
from tk_desktop.export.papiersleutel import write_paper_key

__all__ = [
    "INGETROKKEN",
    "MAILMAAT",
    "PapierenSleutel",
    "Sleutelbestand",
    "Sleutelbos",
    "admit",
    "begin_rooster",
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
    "receive_bundel",
    "remove_person",
    "renew_keys",
    "roosters",
    "schrijf_aanmelding",
    "secretariat_keys",
    "sign_with_paper",
    "unaware_of_withdrawal",
    "unlock_sleutels",
    "use_paper",
    "withdraw_device",
    "write_paper_key",
    "zes_woorden",
]
