"""Who signs a change of the roster reads every change of it."""

from dataclasses import replace

from tests.bundelbouwers import een_apparaat, een_deelnemer, een_rooster
from tk_desktop.domain.rooster import Rol
from tk_desktop.domain.roosterverschil import describe_change
from tk_desktop.exchange.sleutels import Sleutelbos


def test_every_change_is_a_sentence() -> None:
    wies, roos = (een_apparaat(Sleutelbos.maak(), wie) for wie in ("wies", "roos"))
    oud = replace(
        een_rooster(
            een_deelnemer("roos", Rol.SECRETARIS), een_deelnemer("wies"), lezers={"bes:v": frozenset({"wies"})}
        ),
        apparaten=(roos, wies),
        sleutels=(roos.verify,),
    )
    nieuw = replace(
        oud,
        deelnemers=(replace(oud.deelnemers[0], naam="Roos Bakker"), replace(oud.deelnemers[1], rol=Rol.SECRETARIS)),
        apparaten=(replace(roos, naam="werklaptop"), replace(wies, gesloten={"sec": ()})),
        lezers={},
        sleutels=(roos.verify, wies.verify),
    )
    assert describe_change(oud, nieuw, lambda id_: f"vergadering {id_}") == (
        f"{oud.deelnemers[0].naam} heet voortaan Roos Bakker.",
        f"{oud.deelnemers[1].naam} was bestuurder en wordt secretaris.",
        f"Laptop ‘{roos.naam}’ heet voortaan ‘werklaptop’.",
        f"Laptop ‘{wies.naam}’ van {oud.deelnemers[1].naam}: een deel van wat daar is geschreven, telt niet meer.",
        "Wat besloten is in vergadering v, lezen: niemand meer.",
        f"Wijzigingen van de deelnemers tekenen voortaan: laptop ‘werklaptop’ en laptop ‘{wies.naam}’.",
    )
    assert describe_change(oud, oud, str) == ("Wie meedoet, blijft gelijk.",)
