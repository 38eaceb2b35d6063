"""The expected faults: what the user, a file or the machine can cause, told in Dutch."""

from typing import ClassVar


class TkError(Exception):
    """Base of every expected fault; each subclass has its own stable code.

    ``melding`` tells what happened, ``veilig`` whether the work is safe, ``advies`` what to do now; all three are whole
    sentences and may name the keyword arguments the fault is raised with. What ``veilig`` says is true wherever the
    fault is raised. Codes are never reused and all stand in ``docs/fouten.md``.
    """

    code: ClassVar[str] = "TK-000"
    melding: ClassVar[str] = "Er ging iets mis."
    veilig: ClassVar[str] = ""
    advies: ClassVar[str] = "Probeer het opnieuw."

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(f"{self.melding} {self.veilig}".format(**details))

    def __reduce__(self) -> tuple[object, ...]:
        """Let a fault go from one process to another with its details."""
        return remade, (type(self), self.details)

    @property
    def wat(self) -> str:
        """What happened and no more, with the details filled in: for who says himself what became of the work."""
        return self.melding.format(**self.details)

    @property
    def raad(self) -> str:
        """What the user can do now, with the details filled in."""
        return self.advies.format(**self.details)

    @property
    def zin(self) -> str:
        """All that the user reads: what happened, whether the work is safe, what to do now, and the code."""
        return f"{self} {self.raad} ({self.code})"


def remade(soort: type[TkError], details: dict[str, object]) -> TkError:
    """Return a fault as it was raised in another process."""
    return soort(**details)


class SchijfVol(TkError):
    """A file could not be written because the disk is full."""

    code = "TK-D01"
    melding = "De schijf is vol: ‘{bestand}’ is niet geschreven."
    veilig = "Er is niets gewijzigd."
    advies = "Maak ruimte vrij en probeer het opnieuw."


class NietSchrijfbaar(TkError):
    """A target could not be written: a read-only folder, no rights, a file held by another program."""

    code = "TK-D02"
    melding = "‘{bestand}’ kan niet worden geschreven: {oorzaak}."
    veilig = "Er is niets gewijzigd."
    advies = "Sluit het bestand in andere programma’s of kies een andere map."


class BestandInGebruik(NietSchrijfbaar):
    """A target is there and cannot be replaced: another program, such as Word, has it open."""

    code = "TK-D19"
    melding = "‘{bestand}’ is nog open in een ander programma, zoals Word, dus het kan niet worden overschreven."
    veilig = "Er is niets gewijzigd."
    advies = "Sluit het daar, of kies een andere naam."


class BestandNietGevonden(TkError):
    """A file that was named does not exist or cannot be opened."""

    code = "TK-D03"
    melding = "‘{bestand}’ bestaat niet of kan niet worden geopend."
    veilig = "In uw werkmap is niets gewijzigd."
    advies = "Controleer de naam en de map."


class BestandNietLeesbaar(TkError):
    """A file is there, but another program holds it or the user may not read it."""

    code = "TK-I23"
    melding = "‘{bestand}’ kan niet worden gelezen: een ander programma houdt het vast, of u mag het niet lezen."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Sluit het in Word of het andere programma en probeer het opnieuw."


class BestandVerdwenen(TkError):
    """A file that was chosen is gone by the time it is read: moved, or on a stick that was pulled out."""

    code = "TK-I24"
    melding = "‘{bestand}’ is er niet meer: het is verplaatst, of de usb-stick of map is niet meer te bereiken."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Sluit de stick weer aan of zoek het bestand op, en voeg het opnieuw toe."


class ProgrammaBijgewerkt(TkError):
    """A newer program was put in the place of the one that runs, before all of it had been loaded."""

    code = "TK-D60"
    melding = "TK Desktop is bijgewerkt terwijl dit venster open stond; dit onderdeel is al van de nieuwe versie."
    veilig = "Wat u vóór deze melding deed is opgeslagen."
    advies = "Sluit het venster en open TK Desktop opnieuw."


class GeheugenVol(TkError):
    """The computer had no memory left for what was asked."""

    code = "TK-D61"
    melding = "Deze computer heeft te weinig geheugen vrij."
    veilig = "Waar u om vroeg is niet gedaan; wat daarvóór was opgeslagen is er nog."
    advies = "Sluit andere programma’s en probeer het opnieuw."


class Onderbroken(TkError):
    """The user stopped the work."""

    code = "TK-D04"
    melding = "Het werk is gestopt."
    veilig = "Er is niets half achtergebleven."
    advies = "U kunt opnieuw beginnen."
