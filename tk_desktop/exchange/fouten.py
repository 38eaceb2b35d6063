"""Why a bundle is refused: whole, with the werkmap as it was."""

from tk_desktop.base.errors import TkError


class BundelBeschadigd(TkError):
    """A bundle is cut off, changed underway, or no bundle at all: its bytes are not those that were signed."""

    code = "TK-U01"
    melding = "‘{bestand}’ is geen gave bundel: {oorzaak}."
    veilig = "Er is niets overgenomen."
    advies = "Vraag de afzender de bundel opnieuw te sturen. Kopieer hem van een stick of schijf pas als die klaar is."


class BundelVervalst(TkError):
    """A signature in a bundle does not fit what it signs."""

    code = "TK-U02"
    melding = "De handtekening van ‘{bestand}’ klopt niet ({oorzaak})."
    veilig = "Er is niets overgenomen."
    advies = "Gebruik dit bestand niet. Bel de afzender en vraag of de bundel van hem of haar is."


class AfzenderOnbekend(TkError):
    """A bundle comes from a device that is not, or no longer, on the roster."""

    code = "TK-U03"
    melding = "‘{bestand}’ komt van een apparaat dat niet op uw rooster staat."
    veilig = "Er is niets overgenomen."
    advies = "Vraag het secretariaat of dit apparaat is toegelaten, en neem eerst een bundel van het secretariaat in."


class BundelVoorAnder(TkError):
    """A bundle is addressed to another device."""

    code = "TK-U04"
    melding = "‘{bestand}’ is voor een ander apparaat gemaakt."
    veilig = "Er is niets overgenomen."
    advies = "Open de bundel op de laptop waarvoor hij is, of vraag een bundel voor deze laptop."


class BundelTeNieuw(TkError):
    """A bundle was made by a program of which this one cannot read the format."""

    code = "TK-U05"
    melding = "‘{bestand}’ is gemaakt met een nieuwere versie van TK Desktop."
    veilig = "Er is niets overgenomen."
    advies = "Werk TK Desktop bij en neem de bundel opnieuw in."


class BuitenBevoegdheid(TkError):
    """A bundle holds changes that their writer may not make."""

    code = "TK-U06"
    melding = "‘{bestand}’ bevat wijzigingen die {wie} niet mag maken ({wat})."
    veilig = "Er is niets overgenomen."
    advies = "Neem contact op met de afzender en met het secretariaat."


class BundelOnleesbaar(TkError):
    """What was signed does not have the form of the format: its maker is wrong, not the way it came."""

    code = "TK-U07"
    melding = "‘{bestand}’ voldoet niet aan het bundelformaat ({oorzaak})."
    veilig = "Er is niets overgenomen."
    advies = "Meld dit bij de afzender: die bundel is niet met een gewone TK Desktop gemaakt."


class WachtwoordOnjuist(TkError):
    """The keys of a device were not opened: the passphrase is another one."""

    code = "TK-U08"
    melding = "Dat is niet het wachtwoord van deze werkmap."
    veilig = "De werkmap blijft dicht; er is niets veranderd."
    advies = (
        "Let op hoofdletters en probeer het opnieuw, of typ de 24 woorden van uw herstelblad. Hebt u geen van beide? "
        "Begin dan een nieuwe werkmap, en laat het secretariaat die toelaten."
    )


class WachtwoordTeKort(TkError):
    """A passphrase is too short to protect keys."""

    code = "TK-U09"
    melding = "Een wachtwoord heeft minstens {minstens} tekens."
    veilig = "Er is niets gewijzigd."
    advies = "Kies bijvoorbeeld vier woorden achter elkaar."


class SleutelsBeschadigd(TkError):
    """The file with the keys of this device cannot be read."""

    code = "TK-U10"
    melding = "De sleutels van dit apparaat zijn niet leesbaar: ‘{bestand}’ is beschadigd."
    veilig = "Aan de rest van de werkmap is niets veranderd."
    advies = "Zet het bestand terug uit een reservekopie, of laat het secretariaat dit apparaat opnieuw toelaten."
