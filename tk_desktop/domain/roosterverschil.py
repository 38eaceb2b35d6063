"""What one version of the roster changes, in sentences for whoever signs it along."""

from collections.abc import Callable, Iterator

from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.rooster import Rooster


def describe_change(oud: Rooster, nieuw: Rooster, dossier: Callable[[str], str]) -> tuple[str, ...]:
    """Return every change between two versions, each a sentence; ``dossier`` names that of a besloten scope.

    Nothing is left out: who signs must know all of it. New keys are told where nothing else explains them.
    """
    regels = (
        *_deelnemers(oud, nieuw),
        *_laptops(oud, nieuw),
        *_lezers(oud, nieuw, dossier),
        *_tekenaars(oud, nieuw),
    )
    gaat_om = any(kid < nieuw.kids.get(bereik, kid) for bereik, kid in oud.kids.items())
    if gaat_om and not regels:
        return ("Alle sleutels worden vernieuwd; wie meedoet, blijft gelijk.",)
    return regels or ("Wie meedoet, blijft gelijk.",)


def _deelnemers(oud: Rooster, nieuw: Rooster) -> Iterator[str]:
    for wie in nieuw.deelnemers:
        eerder = oud.deelnemer(wie.persoon_id)
        if eerder is None:
            yield f"{wie.naam} gaat meedoen als {wie.rol}."
        elif eerder.rol is not wie.rol:
            yield f"{wie.naam} was {eerder.rol} en wordt {wie.rol}."
        elif eerder.naam != wie.naam:
            yield f"{eerder.naam} heet voortaan {wie.naam}."
    for wie in oud.deelnemers:
        if nieuw.deelnemer(wie.persoon_id) is None:
            yield f"{wie.naam} doet niet meer mee."


def _laptops(oud: Rooster, nieuw: Rooster) -> Iterator[str]:
    for een in nieuw.apparaten:
        eerder = oud.apparaat(een.id)
        laptop = f"Laptop ‘{een.naam}’ van {_naam(oud, nieuw, een.persoon_id)}"
        if eerder is None:
            yield f"{laptop} wordt toegelaten."
        elif een.ingetrokken and not eerder.ingetrokken:
            yield f"{laptop} wordt ingetrokken."
        elif een.gesloten != eerder.gesloten:
            yield f"{laptop}: een deel van wat daar is geschreven, telt niet meer."
        elif een.naam != eerder.naam:
            yield f"Laptop ‘{eerder.naam}’ heet voortaan ‘{een.naam}’."


def _lezers(oud: Rooster, nieuw: Rooster, dossier: Callable[[str], str]) -> Iterator[str]:
    for bereik in sorted({*oud.lezers, *nieuw.lezers}):
        wie = nieuw.lezers.get(bereik, frozenset())
        if wie != oud.lezers.get(bereik, frozenset()):
            namen = opsomming(sorted(_naam(oud, nieuw, een) for een in wie)) or "niemand meer"
            yield f"Wat besloten is in {dossier(bereik.partition(':')[2])}, lezen: {namen}."


def _tekenaars(oud: Rooster, nieuw: Rooster) -> Iterator[str]:
    if set(oud.sleutels) != set(nieuw.sleutels):
        laptops = [f"laptop ‘{een.naam}’" for een in nieuw.apparaten if een.verify in nieuw.sleutels]
        papier = ["een sleutel op papier"] * bool(set(nieuw.sleutels) - {een.verify for een in nieuw.apparaten})
        yield f"Wijzigingen van de deelnemers tekenen voortaan: {opsomming([*laptops, *papier])}."


def _naam(oud: Rooster, nieuw: Rooster, persoon_id: str) -> str:
    wie = nieuw.deelnemer(persoon_id) or oud.deelnemer(persoon_id)
    return wie.naam if wie else "iemand die niet meedoet"
