"""The second signature by another laptop of the secretariat: what is asked, read in words, and signed along (M3).

A change that needs two signatures travels as the document of the roster itself. Who signs it keeps it at once; the
laptop that made it gets it back with the next bundle, like everybody, and makes the new keys then.
"""

from dataclasses import dataclass
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import read_bytes, replacing
from tk_desktop.domain.rooster import Apparaat, Rooster
from tk_desktop.domain.roosterverschil import describe_change
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.exchange.fouten import BundelBeschadigd
from tk_desktop.exchange.ontvangen import meeting_name
from tk_desktop.exchange.rooster import neem_aan, onderteken, roosters
from tk_desktop.exchange.roosterdocument import keur, lees_document
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.store.werkmap import Store


class VoorstelPastNiet(TkError):
    """A change was to be signed that does not follow on the roster as it stands here."""

    code = "TK-U23"
    melding = "Deze wijziging volgt op rooster {voor} met deelnemers, en hier staat rooster {eigen}."
    veilig = "Er is niets ondertekend."
    advies = (
        "Wissel eerst bundels uit, zodat beide laptops hetzelfde rooster hebben. Is de wijziging al in gebruik, dan "
        "hoeft u niets te doen; is zij ingehaald, laat haar dan opnieuw maken."
    )


class TekentNietMee(TkError):
    """A change was to be signed by a laptop whose key does not sign the roster."""

    code = "TK-U24"
    melding = "Deze laptop hoort niet bij de sleutels die het rooster ondertekenen."
    veilig = "Er is niets ondertekend."
    advies = (
        "Onderteken op een laptop die al meedeed toen de sleutel op papier werd gemaakt, of met dat papier. Met een "
        "nieuw papier tekenen ook later toegelaten laptops van het secretariaat."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """A change of the roster that waits for a signature: who made it on which laptop, and what it changes."""

    document: bytes
    door: str
    wijzigingen: tuple[str, ...]


def co_signers(rooster: Rooster, eigen: str) -> tuple[Apparaat, ...]:
    """Return the other laptops that can put a second signature."""
    return tuple(
        een for een in rooster.apparaten if een.id != eigen and not een.ingetrokken and een.verify in rooster.sleutels
    )


def write_voorstel(document: bytes, doel: Path) -> Path:
    """Write the document of ``HandtekeningOntbreekt`` to be signed elsewhere, and return its path; it is no secret."""
    with replacing(doel) as deel:
        deel.write_bytes(document)
    return doel


def read_voorstel(store: Store, bos: Sleutelbos, pad: Path) -> Voorstel:
    """Return a change that waits for the signature of this laptop.

    Raises ``BundelBeschadigd``, ``GeenRooster``, ``VoorstelPastNiet``, ``TekentNietMee``, or what ``keur`` raises when
    it would not be valid with that signature.
    """
    try:
        document = lees_document(read_bytes(pad))
    except Vormfout as fout:
        raise BundelBeschadigd(bestand=pad.name, oorzaak="het is geen wijziging van de deelnemers") from fout
    huidig, nieuw = roosters(store).huidig, document.rooster
    bekend = lees_document(store.uitwisseling.roosters()[-1])
    if (nieuw.versie, nieuw.vorige) != (huidig.versie + 1, bekend.sha):
        raise VoorstelPastNiet(voor=nieuw.versie - 1, eigen=huidig.versie)
    if bos.openbaar.verify not in huidig.sleutels:
        raise TekentNietMee
    keur(document.ondertekend(bos), bekend)
    maker = huidig.apparaat(nieuw.maker)
    wie = huidig.deelnemer(maker.persoon_id) if maker else None
    return Voorstel(
        document=document.bytes(),
        door=f"{wie.naam} op laptop ‘{maker.naam}’" if wie and maker else "Iemand die niet op het rooster staat",
        wijzigingen=describe_change(huidig, nieuw, lambda id_: _dossier(store, id_)),
    )


def sign_voorstel(store: Store, bos: Sleutelbos, voorstel: Voorstel) -> Rooster:
    """Put the signature of this laptop under a change, keep it, and return the roster; raises as ``neem_aan``."""
    return neem_aan(store, bos, onderteken(voorstel.document, bos))


def _dossier(store: Store, id_: str) -> str:
    """Return a besloten dossier as people call it: a meeting, or an item that some are kept from."""
    if any(een.id == id_ for een in store.vergaderingen.all()):
        return meeting_name(store, id_)
    return next((f"‘{een.titel}’" for een in store.agendapunten.all() if een.id == id_), "een dossier dat hier niet is")
