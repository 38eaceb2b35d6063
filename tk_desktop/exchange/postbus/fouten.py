"""Why a postbus does not do what was asked; the werkmap is then as it was, or as far as whole pieces came."""

from tk_desktop.base.errors import TkError


class PostbusAdresOnjuist(TkError):
    """An address is not one of a folder, a WebDAV server or an SFTP server."""

    code = "TK-U30"
    melding = "‘{adres}’ is geen adres van een postbus: {oorzaak}."
    veilig = "Er is niets verstuurd."
    advies = "Een adres begint met map:, https:// of sftp://, en er staat geen wachtwoord in."


class PostbusOnbereikbaar(TkError):
    """A folder is not there, or a server does not answer."""

    code = "TK-U31"
    melding = "De postbus ‘{adres}’ is niet te bereiken: {oorzaak}."
    veilig = "Uw eigen werk is bewaard; wat al over was, gaat niet opnieuw."
    advies = "Controleer de verbinding of de stick en probeer het opnieuw."


class PostbusAanmeldingGeweigerd(TkError):
    """A server refused name or password, or does not let this user write."""

    code = "TK-U32"
    melding = "De postbus ‘{adres}’ laat u niet toe: {oorzaak}."
    veilig = "Uw eigen werk is bewaard."
    advies = "Controleer naam en wachtwoord, of vraag de beheerder van de server om toegang."


class PostbusVol(TkError):
    """There is no more room in the postbus."""

    code = "TK-U33"
    melding = "De postbus ‘{adres}’ is vol."
    veilig = "Wat er al in stond, blijft leesbaar."
    advies = "Laat de beheerder ruimte maken, of ruim de postbus op, en verstuur opnieuw; de rest gaat dan mee."


class PostbusCertificaatOnjuist(TkError):
    """The certificate of a server does not prove that it is that server."""

    code = "TK-U34"
    melding = "De postbus ‘{adres}’ kan niet bewijzen wie hij is: {oorzaak}."
    veilig = "Er is niets verstuurd."
    advies = (
        "Vraag de beheerder van de server om een geldig certificaat, of om het bestand van de eigen uitgever ervan."
    )


class ServerNogNietVertrouwd(TkError):
    """An SFTP server was met for the first time, and its key was not compared yet."""

    code = "TK-U35"
    melding = "U bent nog niet eerder bij ‘{adres}’ geweest."
    veilig = "Er is niets verstuurd, ook uw wachtwoord niet."
    advies = (
        "Vraag de beheerder naar de sleutel van de server: {vingerafdruk}. Of bel iemand die er al gebruik van maakt; "
        "die ziet dezelfde zes woorden: {woorden}. Kloppen ze, bevestig dat dan."
    )


class ServersleutelVeranderd(TkError):
    """An SFTP server shows another key than the one that was compared."""

    code = "TK-U36"
    melding = "‘{adres}’ heeft een andere sleutel dan de server die u vertrouwt."
    veilig = "Er is niets verstuurd."
    advies = (
        "Bel de beheerder. Is de sleutel vervangen, vergelijk dan de nieuwe: {vingerafdruk} ({woorden}). Anders doet "
        "een andere server zich voor als de uwe."
    )


class PostbusWeigert(TkError):
    """A server answered with something that is no answer of a postbus."""

    code = "TK-U37"
    melding = "De postbus ‘{adres}’ weigert: {oorzaak}."
    veilig = "Uw eigen werk is bewaard."
    advies = "Controleer het adres, of vraag de beheerder van de server wat hij toestaat."


class GeenPostbus(TkError):
    """A place holds other things than a postbus, or one of a newer program."""

    code = "TK-U38"
    melding = "‘{adres}’ is geen postbus die dit programma kent: {oorzaak}."
    veilig = "Er is niets verstuurd."
    advies = "Kies een lege map, of werk TK Desktop bij."


class NietInPostbus(TkError):
    """Something was fetched from a postbus where nothing was ever put."""

    code = "TK-U39"
    melding = "In ‘{adres}’ staat nog geen post."
    veilig = "Er is niets opgehaald."
    advies = "Laat eerst het secretariaat iets versturen, of controleer het adres."


class PostbusWachtwoordNodig(TkError):
    """A server asks a password, and neither the user nor the keyring gave one."""

    code = "TK-U41"
    melding = "Voor de postbus ‘{adres}’ is uw wachtwoord nodig."
    veilig = "Er is niets verstuurd of opgehaald."
    advies = "Kies ‘Ophalen en versturen’ en geef het; de sleutelring van deze computer kan het bewaren."


class SleutelbestandOnbruikbaar(TkError):
    """A file with a private key for SSH cannot be used, or there is no such key."""

    code = "TK-U42"
    melding = "De sleutel ‘{bestand}’ is niet te gebruiken: {oorzaak}."
    veilig = "Er is niets verstuurd."
    advies = "Kies het bestand met de geheime sleutel (zonder .pub), of meld u aan met een wachtwoord."
