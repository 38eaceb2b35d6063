"""Changing a note: its words, colour and labels, who may read it, the answer to a question, and removing it."""

from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.aantekening import Aantekening, Soort, Zicht
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.reading.aantekeningen import (
    answer_vraag,
    change_aantekening,
    remove_aantekeningen,
    share_aantekeningen,
)
from tk_desktop.reading.vragen import put_vraag


class Notitiewijziger:
    """Does each change as one action with a name; typing in one field is one action."""

    def __init__(self, sessie: Sessie) -> None:
        self._sessie = sessie
        self._store = sessie.store

    def tekst(self, id_: str, tekst: str, samen: str = "") -> None:
        """Keep the words; ``samen`` is the action that they belong to, when that is not writing them."""
        moment = self._sessie.nu()
        self._sessie.doe(
            "Aantekening wijzigen",
            lambda: change_aantekening(self._store, id_, moment, tekst=tekst),
            samen=samen or f"aantekening {id_}",
        )

    def maak_markering(self, id_: str, samen: str) -> None:
        """Make a note on words a mark, for nothing was written in it."""
        moment = self._sessie.nu()
        self._sessie.doe(
            "Markeren", lambda: change_aantekening(self._store, id_, moment, soort=Soort.MARKERING), samen=samen
        )

    def kleur(self, id_: str, kleur: Kleur) -> None:
        """Choose a colour."""
        moment = self._sessie.nu()
        self._sessie.doe("Kleur kiezen", lambda: change_aantekening(self._store, id_, moment, kleur=kleur))

    def labels(self, id_: str, labels: str) -> None:
        """Keep the labels, with commas between them."""
        moment = self._sessie.nu()
        self._sessie.doe(
            "Labels wijzigen",
            lambda: change_aantekening(self._store, id_, moment, labels=labels.split(",")),
            samen=f"labels {id_}",
        )

    def zicht(self, id_: str, zicht: Zicht, met: str) -> None:
        """Choose who may read it; ``met`` are names with commas between them."""
        moment = self._sessie.nu()
        self._sessie.doe(
            "Aantekening delen",
            lambda: share_aantekeningen(self._store, [id_], zicht, moment, met=met.split(",")),
            samen=f"zicht {id_}",
        )

    def stel(self, id_: str) -> None:
        """Put a question to the secretariat."""
        moment = self._sessie.nu()
        self._sessie.doe("Vraag stellen", lambda: put_vraag(self._store, id_, moment), melding="De vraag is gesteld.")

    def antwoord(self, id_: str, antwoord: str) -> None:
        """Keep the answer to a question."""
        moment = self._sessie.nu()
        self._sessie.doe(
            "Vraag beantwoorden",
            lambda: answer_vraag(self._store, id_, antwoord, moment),
            samen=f"antwoord {id_}",
        )

    def verwijder(self, een: Aantekening, samen: str = "") -> None:
        """Remove it; one that was never finished goes without a word."""
        self._sessie.doe(
            f"{een.soort.naam[:1].upper()}{een.soort.naam[1:]} verwijderen",
            lambda: remove_aantekeningen(self._store, [een.id]),
            samen=samen,
            melding="" if samen else "Aantekening verwijderd.",
        )
