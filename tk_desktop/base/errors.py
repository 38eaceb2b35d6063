"""The expected faults: what the user, a file or the machine can cause, told in Dutch."""

from typing import ClassVar


class TkError(Exception):
    """Base of every expected fault; each subclass has its own stable code.

    ``melding`` tells what happened, ``advies`` what to do now. Both may name the keyword arguments the fault is
    raised with. Codes are never reused and all stand in ``docs/fouten.md``.
    """

    code: ClassVar[str] = "TK-000"
    melding: ClassVar[str] = "Er ging iets mis."
    advies: ClassVar[str] = "Probeer het opnieuw."

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.melding.format(**details))

    @property
    def raad(self) -> str:
        """What the user can do now, with the details filled in."""
        return self.advies.format(**self.details)


class SchijfVol(TkError):
    """A file could not be written because the disk is full."""

    code = "TK-D01"
    melding = "De schijf is vol: ‘{bestand}’ is niet geschreven."
    advies = "Maak ruimte vrij en probeer het opnieuw. Er is niets gewijzigd."


class NietSchrijfbaar(TkError):
    """A target could not be written: a read-only folder, no rights, a file held by another program."""

    code = "TK-D02"
    melding = "‘{bestand}’ kan niet worden geschreven: {oorzaak}."
    advies = "Sluit het bestand in andere programma’s of kies een andere map. Er is niets gewijzigd."


class BestandNietGevonden(TkError):
    """A file that was named does not exist or cannot be opened."""

    code = "TK-D03"
    melding = "‘{bestand}’ bestaat niet of kan niet worden geopend."
    advies = "Controleer de naam en de map."


class Onderbroken(TkError):
    """The user stopped the work."""

    code = "TK-D04"
    melding = "Het werk is gestopt."
    advies = "Er is niets half achtergebleven; u kunt opnieuw beginnen."
