"""Keeping the roster: it is begun, laptops are admitted and withdrawn, keys are renewed (M2, M3; BUNDLES 3).

Every change is a new version, signed by the secretariat. It is kept here at once and goes along with the next bundles;
a version that needs a second signature waits for it as a document (``stel_voor``, ``onderteken``, ``neem_aan``).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import read_bytes
from tk_desktop.domain.bereik import SEC, Bereik, Bereiksoort, met_secretariaat
from tk_desktop.domain.rooster import Apparaat, Deelnemer, Rol, Rooster, Roosters
from tk_desktop.exchange.canoniek import Veld, Vormfout, canoniek, lees_json
from tk_desktop.exchange.fouten import BundelBeschadigd
from tk_desktop.exchange.roosterdocument import (
    HandtekeningOntbreekt,
    Roosterdocument,
    Tekenaar,
    als_roosters,
    keur,
    lees_document,
)
from tk_desktop.exchange.sleutels import Apparaatsleutels, Sleutelbos, klopt, nieuwe_bereiksleutel, verzegel
from tk_desktop.exchange.teller import latest_rooster
from tk_desktop.exchange.woorden import als_woorden, uit_woorden
from tk_desktop.store.werkmap import Store


class GeenRooster(TkError):
    """The exchange was used in a werkmap that is on no roster yet."""

    code = "TK-U14"
    melding = "Deze werkmap wisselt nog met niemand uit: er is geen rooster met deelnemers."
    veilig = "Er is niets gewijzigd."
    advies = "Begin de uitwisseling als secretaris, of meld deze laptop aan bij het secretariaat."


class AlOpRooster(TkError):
    """A laptop was admitted that is on the roster already, or an exchange begun that was begun before."""

    code = "TK-U15"
    melding = "‘{wat}’ staat al op het rooster."
    veilig = "Er is niets gewijzigd."
    advies = "Kijk bij de deelnemers welke apparaten er zijn."


class NietOpRooster(TkError):
    """A person or device was named that is not on the roster."""

    code = "TK-U16"
    melding = "‘{wat}’ staat niet op het rooster."
    veilig = "Er is niets gewijzigd."
    advies = "Kijk bij de deelnemers wie meedoen en welke apparaten zij gebruiken."


class AlleenSecretariaat(TkError):
    """Somebody who is not of the secretariat would change the roster."""

    code = "TK-U17"
    melding = "Het rooster wordt alleen door het secretariaat gewijzigd."
    veilig = "Er is niets gewijzigd."
    advies = "Vraag het secretariaat om de wijziging."


class PapierOnleesbaar(TkError):
    """The words of a key on paper are not those of any key."""

    code = "TK-U18"
    melding = "Deze woorden vormen geen sleutel: het zijn er {aantal} en het moeten er 24 zijn, elk zoals opgeschreven."
    veilig = "Er is niets gewijzigd."
    advies = "Lees ze opnieuw van het papier over; let op de volgorde."


class RoosterVerouderd(TkError):
    """The roster would be changed on a laptop where an old copy was put back: others have a newer version."""

    code = "TK-U49"
    melding = (
        "Deze werkmap kent het rooster tot versie {eigen}, en anderen hebben al versie {nieuwste}: hier is een "
        "oude kopie teruggezet."
    )
    veilig = "Er is niets gewijzigd."
    advies = (
        "Neem een bundel van een ander in, stuur die ander een bundel terug en neem de volgende in. "
        "Wijzig dan het rooster."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmelding:
    """A laptop that asks to be admitted: whose it is, what it is called and its public keys."""

    naam: str
    apparaatnaam: str
    sleutels: Apparaatsleutels


class PapierenSleutel:
    """A key of the secretariat that lies on paper: it signs a roster when laptops were lost."""

    def __init__(self, zaad: bytes) -> None:
        self._bos = Sleutelbos(zaad, zaad, zaad)
        self._zaad = zaad

    @classmethod
    def maak(cls) -> "PapierenSleutel":
        """Return a new key, to be written down (``woorden``) and forgotten."""
        return cls(nieuwe_bereiksleutel())

    @classmethod
    def lees(cls, tekst: str) -> "PapierenSleutel":
        """Return the key that was written down; raises ``PapierOnleesbaar``."""
        woorden = tekst.split()
        zaad = uit_woorden(woorden)
        if zaad is None:
            raise PapierOnleesbaar(aantal=len(woorden))
        return cls(zaad)

    @property
    def woorden(self) -> tuple[str, ...]:
        """The 24 words."""
        return als_woorden(self._zaad)

    @property
    def openbaar(self) -> Apparaatsleutels:
        """The public keys; only that for signatures is used."""
        return self._bos.openbaar

    def teken(self, gegevens: bytes) -> bytes:
        """Return the signature under these bytes."""
        return self._bos.teken(gegevens)


def schrijf_aanmelding(bos: Sleutelbos, naam: str, apparaatnaam: str) -> bytes:
    """Return the request of a laptop to be admitted, to be mailed to the secretariat; it holds no secret."""
    openbaar = bos.openbaar
    velden: dict[str, object] = {
        "request": 1,
        "name": naam,
        "device": apparaatnaam,
        "verify": openbaar.verify,
        "box": openbaar.box,
    }
    return canoniek({**velden, "sig": bos.teken(canoniek(velden)).hex()})


def lees_aanmelding(pad: Path) -> Aanmelding:
    """Return the request in a file; raises ``BundelBeschadigd`` when it is none or was changed underway."""
    try:
        waarde = lees_json(read_bytes(pad), "aanmelding")
        velden = Veld(waarde, "aanmelding")
        velden.getal("request", vanaf=1, tot=2)
        handtekening = bytes.fromhex(velden.hex("sig", 128))
        sleutels = Apparaatsleutels(verify=velden.hex("verify", 64), box=velden.hex("box", 64))
        aanmelding = Aanmelding(
            naam=velden.tekst("name", hoogstens=200),
            apparaatnaam=velden.tekst("device", hoogstens=200),
            sleutels=sleutels,
        )
        velden.klaar()
    except Vormfout as fout:
        raise BundelBeschadigd(bestand=pad.name, oorzaak="het is geen aanmelding") from fout
    ondertekend = (
        canoniek({naam: een for naam, een in waarde.items() if naam != "sig"}) if isinstance(waarde, dict) else b""
    )
    if not klopt(sleutels.verify, ondertekend, handtekening):
        raise BundelBeschadigd(bestand=pad.name, oorzaak="de aanmelding is onderweg veranderd")
    return aanmelding


def roosters(store: Store) -> Roosters:
    """Return all versions that this werkmap knows, or raise ``GeenRooster``."""
    documenten = store.uitwisseling.roosters()
    if not documenten:
        raise GeenRooster
    return als_roosters(documenten)


def begin_rooster(store: Store, bos: Sleutelbos, organisatie: str, persoon_id: str, apparaatnaam: str) -> Rooster:
    """Begin an exchange with this person as secretary and this laptop as the only one; raises ``AlOpRooster``."""
    if store.uitwisseling.roosters():
        raise AlOpRooster(wat=organisatie)
    with store.transaction():
        wie = store.personen.get(persoon_id)
        rooster = Rooster(
            versie=1,
            organisatie=organisatie,
            maker=bos.id,
            sleutels=(bos.openbaar.verify,),
            deelnemers=(Deelnemer(persoon_id=wie.id, naam=wie.naam, rol=Rol.SECRETARIS),),
            apparaten=(_apparaat(bos.openbaar, wie.id, apparaatnaam),),
            kids={str(SEC): 1},
        )
        store.uitwisseling.word(bos.id)
        store.uitwisseling.vertrouw(bos.openbaar.verify)
        keep_version(store, bos, Roosterdocument(rooster=rooster).ondertekend(bos))
        store.bewerkingen.word(persoon_id, Rol.SECRETARIS)
    return rooster


def admit(store: Store, bos: Sleutelbos, aanmelding: Aanmelding, persoon_id: str, rol: Rol) -> Rooster:
    """Admit a laptop whose owner read the same six words, and return the roster; raises ``AlOpRooster``.

    A second laptop of somebody on the roster keeps the role there is.
    """
    oud = _van_secretaris(store, bos)
    nieuw = _apparaat(aanmelding.sleutels, persoon_id, aanmelding.apparaatnaam)
    if oud.apparaat(nieuw.id) is not None:
        raise AlOpRooster(wat=aanmelding.apparaatnaam)
    wie = store.personen.get(persoon_id)
    deelnemers = oud.deelnemers
    if oud.deelnemer(persoon_id) is None:
        deelnemers += (Deelnemer(persoon_id=wie.id, naam=wie.naam, rol=rol),)
    kids = {**oud.kids}
    kids.setdefault(str(met_secretariaat(persoon_id)), 1)
    return _wijzig(store, bos, replace(oud, deelnemers=deelnemers, apparaten=(*oud.apparaten, nieuw), kids=kids))


def withdraw_device(store: Store, bos: Sleutelbos, apparaat_id: str) -> Rooster:
    """Withdraw a laptop: it reads nothing newer, and what it wrote after what came in here no longer counts."""
    return _wijzig(store, bos, _zonder(store, _van_secretaris(store, bos), {apparaat_id}))


def unaware_of_withdrawal(store: Store, apparaat_id: str) -> tuple[Apparaat, ...]:
    """Return the laptops that take part and did not tell yet that they know that one was withdrawn (R14).

    The receipt is the version of the roster that a laptop names in the next bundle it sends here.
    """
    alle, eigen = roosters(store), store.uitwisseling.eigen().apparaat
    sinds = alle.ingetrokken_sinds(apparaat_id)

    def weet_het(een: Apparaat) -> bool:
        peer = store.uitwisseling.peer(een.id)
        return een.id == eigen or (peer is not None and peer.rooster >= sinds)

    return tuple(een for een in alle.huidig.apparaten if not een.ingetrokken and not weet_het(een))


def remove_person(store: Store, bos: Sleutelbos, persoon_id: str) -> Rooster:
    """Take somebody off the roster, with all laptops, and return the roster."""
    oud = _van_secretaris(store, bos)
    if oud.deelnemer(persoon_id) is None:
        raise NietOpRooster(wat=persoon_id)
    zonder = _zonder(store, oud, {een.id for een in oud.apparaten_van(persoon_id)})
    lezers = {bereik: wie - {persoon_id} for bereik, wie in zonder.lezers.items()}
    over = tuple(wie for wie in zonder.deelnemers if wie.persoon_id != persoon_id)
    return _wijzig(store, bos, replace(zonder, deelnemers=over, lezers=lezers))


def renew_keys(store: Store, bos: Sleutelbos) -> Rooster:
    """Give every scope a new key, and return the roster: what is written from now on, an old key does not open."""
    oud = _van_secretaris(store, bos)
    return _wijzig(store, bos, replace(oud, kids={bereik: kid + 1 for bereik, kid in oud.kids.items()}))


def set_lezers(store: Store, bos: Sleutelbos, lezers: Mapping[Bereik, Iterable[str]]) -> Rooster:
    """Say who reads besloten scopes, and return the roster; a key is renewed when somebody may read it no longer."""
    oud = _van_secretaris(store, bos)
    nieuw, kids = dict(oud.lezers), dict(oud.kids)
    for bereik, personen in lezers.items():
        naam, wie = str(bereik), frozenset(personen)
        if naam not in kids or oud.lezers.get(naam, frozenset()) - wie:
            kids[naam] = kids.get(naam, 0) + 1
        nieuw[naam] = wie
    if nieuw == oud.lezers and kids == oud.kids:
        return oud
    return _wijzig(store, bos, replace(oud, lezers=nieuw, kids=kids))


def name_keys(store: Store, bos: Sleutelbos, sleutels: Collection[str]) -> Rooster:
    """Say which public keys of the secretariat sign the roster from the next version on: of two or more, two must."""
    return _wijzig(store, bos, replace(_van_secretaris(store, bos), sleutels=tuple(sorted(set(sleutels)))))


def open_letters(store: Store, bos: Sleutelbos) -> None:
    """Bring into use the scopes between the secretariat and people that have none yet, on the roster or not.

    An absence that the secretary writes down for a member without a laptop travels in them to the other secretaries.
    Where a second signature is needed this waits for the next version.
    """
    huidig = roosters(store).huidig
    eigen = huidig.apparaat(bos.id)
    alleen = huidig.drempel == 1 and bos.openbaar.verify in huidig.sleutels
    if eigen is None or not alleen or not huidig.is_secretaris(eigen.persoon_id):
        return
    nodig = {str(een) for een in store.bewerkingen.bereiken() if een.soort is Bereiksoort.MET_SECRETARIAAT}
    if nodig - set(huidig.kids) and latest_rooster(store) <= huidig.versie:
        nodig |= {str(met_secretariaat(lid.persoon_id)) for lid in store.leden.all()}
        _wijzig(store, bos, replace(huidig, kids={**dict.fromkeys(sorted(nodig), 1), **huidig.kids}))


def neem_aan(store: Store, bos: Sleutelbos, gegevens: bytes) -> Rooster:
    """Keep a version of the roster that others signed; raises ``RoosterVervalst`` or ``HandtekeningOntbreekt``."""
    try:
        document = lees_document(gegevens)
    except Vormfout as fout:
        raise BundelBeschadigd(bestand="rooster", oorzaak="het is geen rooster") from fout
    documenten = store.uitwisseling.roosters()
    if not documenten:
        raise GeenRooster
    keur(document, lees_document(documenten[-1]))
    with store.transaction():
        keep_version(store, bos, document)
    return document.rooster


def _wijzig(store: Store, bos: Sleutelbos, rooster: Rooster) -> Rooster:
    """Keep a changed roster as the next version; raises ``HandtekeningOntbreekt`` with the document to be signed.

    Raises ``RoosterVerouderd`` where an old copy was put back: another version of the same number would follow.
    """
    with store.transaction():
        oud = lees_document(store.uitwisseling.roosters()[-1])
        if latest_rooster(store) > oud.rooster.versie:
            raise RoosterVerouderd(eigen=oud.rooster.versie, nieuwste=latest_rooster(store))
        volgende = replace(rooster, versie=oud.rooster.versie + 1, vorige=oud.sha, maker=bos.id)
        document = Roosterdocument(rooster=volgende).ondertekend(bos)
        if len(document.tekenaars(oud.rooster.sleutels)) < oud.rooster.drempel:
            raise HandtekeningOntbreekt(
                nodig=oud.rooster.drempel,
                aantal=len(document.tekenaars(oud.rooster.sleutels)),
                document=document.bytes(),
            )
        keur(document, oud)
        keep_version(store, bos, document)
    return volgende


def onderteken(gegevens: bytes, tekenaar: Tekenaar) -> bytes:
    """Return a document with one signature more (``HandtekeningOntbreekt.details['document']``)."""
    return lees_document(gegevens).ondertekend(tekenaar).bytes()


def keep_version(store: Store, bos: Sleutelbos, document: Roosterdocument) -> None:
    """Keep a version that was approved, with new keys for the scopes it renews when this laptop made it."""
    rooster = document.rooster
    store.uitwisseling.bewaar_rooster(rooster.versie, document.bytes())
    if rooster.maker != bos.id:
        return
    bekend = store.uitwisseling.sleutels()
    for bereik, kid in rooster.kids.items():
        if (bereik, kid) not in bekend:
            store.uitwisseling.bewaar_sleutel(bereik, kid, verzegel(nieuwe_bereiksleutel(), bos.openbaar.box))


def _zonder(store: Store, oud: Rooster, weg: Collection[str]) -> Rooster:
    """Return the roster with these devices withdrawn, and a new key in every scope that they could read.

    They sign no next version any more, as long as a key remains that does.
    """
    apparaten, kids = [], dict(oud.kids)
    if set(weg) - {een.id for een in oud.apparaten}:
        raise NietOpRooster(wat=", ".join(sorted(weg)))
    for een in oud.apparaten:
        if een.id not in weg or een.ingetrokken:
            apparaten.append(een)
            continue
        apparaten.append(replace(een, ingetrokken=True, gesloten=store.segmenten.takken(een.id)))
        for bereik in kids:
            if oud.leest(een.persoon_id, bereik):
                kids[bereik] = oud.kids[bereik] + 1
    dicht = {een.verify for een in apparaten if een.ingetrokken}
    sleutels = tuple(een for een in oud.sleutels if een not in dicht) or oud.sleutels
    return replace(oud, apparaten=tuple(apparaten), kids=kids, sleutels=sleutels)


def _apparaat(sleutels: Apparaatsleutels, persoon_id: str, naam: str) -> Apparaat:
    return Apparaat(id=sleutels.id, persoon_id=persoon_id, naam=naam, verify=sleutels.verify, box=sleutels.box)


def _van_secretaris(store: Store, bos: Sleutelbos) -> Rooster:
    huidig = roosters(store).huidig
    eigen = huidig.apparaat(bos.id)
    if eigen is None or eigen.ingetrokken or not huidig.is_secretaris(eigen.persoon_id):
        raise AlleenSecretariaat
    return huidig
