"""The roster as a document: one form, the digest of the version before it, and signatures of the secretariat."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import Protocol

from tk_desktop.base.errors import TkError
from tk_desktop.domain.bereik import Bereik
from tk_desktop.domain.rooster import Apparaat, Deelnemer, Rol, Rooster, Roosters
from tk_desktop.exchange.canoniek import (
    Veld,
    Vormfout,
    Waarde,
    als_getal,
    als_hex,
    als_lijst,
    als_tekst,
    canoniek,
    lees_json,
)
from tk_desktop.exchange.sleutels import Apparaatsleutels, klopt

_FMT = 1


class RoosterVervalst(TkError):
    """A version of the roster does not follow on the one that is known, or the secretariat did not sign it."""

    code = "TK-U12"
    melding = "Het rooster met deelnemers klopt niet: {oorzaak}."
    veilig = "Er is niets overgenomen."
    advies = "Bel het secretariaat en vraag of het rooster is gewijzigd. Vraag daarna een nieuwe bundel."


class RoosterGesplitst(TkError):
    """Two versions of the roster have the same number and the secretariat signed both: an old copy was put back."""

    code = "TK-U48"
    melding = (
        "Van rooster {versie} met deelnemers bestaan er twee, allebei van het secretariaat: het is opnieuw gewijzigd "
        "nadat daar een reservekopie was teruggezet."
    )
    veilig = "Er is niets overgenomen."
    advies = (
        "Bel het secretariaat. Laat daar de reservekopie nog eens terugzetten en met een ander bundels uitwisselen, en "
        "dan pas het rooster wijzigen."
    )


class HandtekeningOntbreekt(TkError):
    """A version of the roster needs the signature of a second key of the secretariat."""

    code = "TK-U13"
    melding = "Dit rooster heeft {nodig} handtekeningen van het secretariaat nodig en heeft er {aantal}."
    veilig = "Het rooster is niet gewijzigd."
    advies = "Laat een tweede secretaris het ondertekenen, of gebruik de sleutel op papier."


class Tekenaar(Protocol):
    """Who signs a roster: a device that is open, or a key on paper."""

    @property
    def openbaar(self) -> Apparaatsleutels:
        """The public keys."""
        ...

    def teken(self, gegevens: bytes) -> bytes:
        """Return the signature under these bytes."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Roosterdocument:
    """A version of the roster with its signatures: public key and signature, both hexadecimal."""

    rooster: Rooster
    handtekeningen: tuple[tuple[str, str], ...] = ()

    @property
    def lichaam(self) -> bytes:
        """What is signed."""
        return canoniek(_als_json(self.rooster))

    @property
    def sha(self) -> str:
        """How the next version names this one."""
        return sha256(self.lichaam).hexdigest()

    def bytes(self) -> bytes:
        """Return the document as it is kept and travels."""
        return canoniek({"roster": _als_json(self.rooster), "sigs": [list(een) for een in self.handtekeningen]})

    def ondertekend(self, tekenaar: Tekenaar) -> "Roosterdocument":
        """Return the document with one signature more; signing twice changes nothing."""
        verify = tekenaar.openbaar.verify
        erbij = {**dict(self.handtekeningen), verify: tekenaar.teken(self.lichaam).hex()}
        return replace(self, handtekeningen=tuple(sorted(erbij.items())))

    def tekenaars(self, van: Sequence[str]) -> frozenset[str]:
        """Return which of these public keys signed."""
        lichaam = self.lichaam
        return frozenset(
            verify
            for verify, handtekening in self.handtekeningen
            if verify in van and klopt(verify, lichaam, bytes.fromhex(handtekening))
        )


@lru_cache(maxsize=1024)
def lees_document(gegevens: bytes) -> Roosterdocument:
    """Return what a document says, or raise ``Vormfout``; whether its signatures hold is not looked at yet.

    Each version that a werkmap knows is asked for at every step of the exchange, so it is read once.
    """
    velden = Veld(lees_json(gegevens, "rooster"), "rooster")
    handtekeningen = []
    for een in velden.lijst("sigs", hoogstens=50):
        verify, handtekening = als_lijst(een, "rooster: sigs", precies=2)
        handtekeningen.append((als_hex(verify, "rooster: sigs", 64), als_hex(handtekening, "rooster: sigs", 128)))
    try:
        rooster = _gelezen(velden.object("roster"))
    except ValueError as fout:  # also Vormfout
        raise Vormfout(f"rooster: {fout}") from fout
    velden.klaar()
    document = Roosterdocument(rooster=rooster, handtekeningen=tuple(handtekeningen))
    if document.bytes() != gegevens:
        raise Vormfout("rooster: niet in de vaste vorm")
    return document


def keur(nieuw: Roosterdocument, oud: Roosterdocument) -> None:
    """Refuse a version that does not follow on the known one: ``RoosterVervalst`` or ``HandtekeningOntbreekt``.

    It has the next number, names the digest of the known one, and enough keys of *that* one signed it. No device ever
    gets other keys or another owner, none that was withdrawn comes back, and no key of a scope is taken up again.
    """
    voor, na = oud.rooster, nieuw.rooster
    if na.versie != voor.versie + 1 or na.vorige != oud.sha or na.organisatie != voor.organisatie:
        raise RoosterVervalst(oorzaak="het volgt niet op het rooster dat u hebt")
    for eerder in voor.apparaten:
        nu = na.apparaat(eerder.id)
        if nu is None or (nu.verify, nu.box, nu.persoon_id) != (eerder.verify, eerder.box, eerder.persoon_id):
            raise RoosterVervalst(oorzaak="een apparaat is verdwenen of heeft andere sleutels")
        if eerder.ingetrokken and (not nu.ingetrokken or nu.gesloten != eerder.gesloten):
            raise RoosterVervalst(oorzaak="een ingetrokken apparaat is teruggekomen")
    if any(na.kids.get(bereik, 0) < kid for bereik, kid in voor.kids.items()):
        raise RoosterVervalst(oorzaak="een oude sleutel is terug in gebruik")
    if len(nieuw.tekenaars(voor.sleutels)) < voor.drempel:
        raise HandtekeningOntbreekt(nodig=voor.drempel, aantal=len(nieuw.tekenaars(voor.sleutels)))


def keur_bekend(nieuw: Roosterdocument, bekend: Sequence[Roosterdocument]) -> None:
    """Refuse a version of a number that is known when it says something else: ``RoosterGesplitst``.

    Raises ``RoosterVervalst`` when the secretariat did not sign it.
    """
    per_versie = {een.rooster.versie: een for een in bekend}
    eigen, voor = per_versie.get(nieuw.rooster.versie), per_versie.get(nieuw.rooster.versie - 1)
    if eigen is None or eigen.sha == nieuw.sha:
        return
    sleutels = (voor or eigen).rooster
    if len(nieuw.tekenaars(sleutels.sleutels)) < sleutels.drempel:
        raise RoosterVervalst(oorzaak="het is een ander dan u hebt en niet ondertekend door het secretariaat")
    raise RoosterGesplitst(versie=nieuw.rooster.versie)


def keur_eerste(keten: Sequence[Roosterdocument], anker: str) -> None:
    """Refuse the versions that a new laptop gets, unless the trusted key of the secretariat signed the last of them.

    The versions before it are vouched for by their digests. Raises ``RoosterVervalst``.
    """
    if not keten or keten[0].rooster.versie != 1:
        raise RoosterVervalst(oorzaak="het begin ontbreekt")
    if anker not in keten[-1].tekenaars(keten[-1].rooster.sleutels):
        raise RoosterVervalst(oorzaak="het is niet ondertekend door het secretariaat dat u vertrouwt")
    for oud, nieuw in pairwise(keten):
        keur(nieuw, oud)


def als_roosters(documenten: Sequence[bytes]) -> Roosters:
    """Return kept documents as versions of the roster."""
    return Roosters(tuple(lees_document(een).rooster for een in documenten))


def _als_json(rooster: Rooster) -> dict[str, object]:
    return {
        "fmt": _FMT,
        "organisation": rooster.organisatie,
        "version": rooster.versie,
        "prev": rooster.vorige,
        "maker": rooster.maker,
        "keys": list(rooster.sleutels),
        "people": [[wie.persoon_id, wie.naam, wie.rol.value] for wie in rooster.deelnemers],
        "devices": [
            {
                "id": een.id,
                "person": een.persoon_id,
                "name": een.naam,
                "verify": een.verify,
                "box": een.box,
                "withdrawn": een.ingetrokken,
                "closed": {bereik: list(koppen) for bereik, koppen in een.gesloten.items()},
            }
            for een in rooster.apparaten
        ],
        "readers": {bereik: sorted(wie) for bereik, wie in rooster.lezers.items()},
        "kids": dict(rooster.kids),
    }


def _gelezen(waarde: dict[str, Waarde]) -> Rooster:
    velden = Veld(waarde, "rooster")
    velden.getal("fmt", vanaf=_FMT, tot=_FMT + 1)
    rooster = Rooster(
        versie=velden.getal("version", vanaf=1),
        organisatie=velden.tekst("organisation"),
        vorige=velden.hex("prev", 64, leeg=True),
        maker=velden.hex("maker", 16, leeg=True),
        sleutels=tuple(als_hex(een, "rooster: keys", 64) for een in velden.lijst("keys", hoogstens=50)),
        deelnemers=tuple(_deelnemer(een) for een in velden.lijst("people")),
        apparaten=tuple(_apparaat(een) for een in velden.lijst("devices")),
        lezers={
            str(Bereik.lees(bereik)): frozenset(
                als_tekst(een, "rooster: readers") for een in als_lijst(wie, "rooster: readers")
            )
            for bereik, wie in velden.object("readers").items()
        },
        kids={
            str(Bereik.lees(bereik)): als_getal(kid, "rooster: kids", vanaf=1)
            for bereik, kid in velden.object("kids").items()
        },
    )
    velden.klaar()
    return rooster


def _deelnemer(waarde: Waarde) -> Deelnemer:
    id_, naam, rol = als_lijst(waarde, "rooster: people", precies=3)
    return Deelnemer(
        persoon_id=als_tekst(id_, "rooster: people"),
        naam=als_tekst(naam, "rooster: people"),
        rol=Rol(als_tekst(rol, "rooster: people")),
    )


def _apparaat(waarde: Waarde) -> Apparaat:
    velden = Veld(waarde, "rooster: devices")
    apparaat = Apparaat(
        id=velden.hex("id", 16),
        persoon_id=velden.tekst("person"),
        naam=velden.tekst("name"),
        verify=velden.hex("verify", 64),
        box=velden.hex("box", 64),
        ingetrokken=velden.waar("withdrawn"),
        gesloten={
            str(Bereik.lees(bereik)): tuple(
                als_hex(een, "rooster: closed", 64) for een in als_lijst(koppen, "rooster: closed")
            )
            for bereik, koppen in velden.object("closed").items()
        },
    )
    velden.klaar()
    if apparaat.id != Apparaatsleutels(verify=apparaat.verify, box=apparaat.box).id:
        raise Vormfout("rooster: een apparaat met het nummer van een ander")
    return apparaat
