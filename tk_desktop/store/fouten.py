"""The faults of the werkmap."""

from tk_desktop.base.errors import TkError


class NietGevonden(TkError):
    """A row that was asked for is not in the werkmap."""

    code = "TK-D05"
    melding = "{soort} is niet gevonden in deze werkmap."
    veilig = "Er is niets gewijzigd."
    advies = (
        "Kijk met Bestand › Nakijken en alles meenemen (of `tk doctor`) of de werkmap in orde is, of kies een andere."
    )


class WerkmapTeNieuw(TkError):
    """The werkmap was written by a newer program."""

    code = "TK-D06"
    melding = "Deze werkmap is gemaakt met een nieuwere versie van TK Desktop."
    veilig = "Er is niets gewijzigd."
    advies = "Werk TK Desktop bij en open de werkmap opnieuw."


class WerkmapBeschadigd(TkError):
    """The database of the werkmap cannot be read."""

    code = "TK-D07"
    melding = "De gegevens in ‘{map}’ zijn niet leesbaar: tk.db is beschadigd of geen database van TK Desktop."
    veilig = "Er is niets gewijzigd."
    advies = "Zet een reservekopie terug uit de map ‘kopieen’ of kies een andere werkmap."


class WerkmapBezet(TkError):
    """Another program writes in the werkmap."""

    code = "TK-D08"
    melding = "De werkmap ‘{map}’ is in gebruik door een ander venster of programma."
    veilig = "Er is niets gewijzigd."
    advies = "Sluit dat, of wacht even, en probeer het opnieuw."


class WerkmapOnbereikbaar(TkError):
    """The disk on which the werkmap stands is gone or fails, or the folder went elsewhere while it was open."""

    code = "TK-D59"
    melding = "De werkmap ‘{map}’ is niet te bereiken: de stick of netwerkmap is weg, of de map staat ergens anders."
    veilig = "Er is niets gewijzigd."
    advies = "Sluit de stick of het netwerk weer aan, of zet de map terug."


class GeenWerkmap(TkError):
    """The folder that was named holds no werkmap."""

    code = "TK-D09"
    melding = "In ‘{map}’ staat geen werkmap van TK Desktop."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een andere map, of begin daar een werkmap: in het venster, of met `tk intake`."


class NietVanU(TkError):
    """Somebody changed what only the secretariat changes, on a laptop of a member."""

    code = "TK-D41"
    melding = "Dit wijzigt alleen het secretariaat."
    veilig = "Er is niets gewijzigd."
    advies = "Stel een vraag aan het secretariaat, of schrijf het in een notitie bij het stuk of het punt."


class DossierGesloten(TkError):
    """Something was to be changed that belongs to a meeting whose dossier is closed (K8)."""

    code = "TK-F06"
    melding = "Het dossier van deze vergadering is gesloten: wat erbij hoort, wordt niet meer gewijzigd."
    veilig = "Er is niets gewijzigd."
    advies = "Heropen het dossier met een reden als dit toch moet."


class VernietigdBlijftWeg(TkError):
    """A bundle was to be undone that told that dossiers were destroyed: what went then is nowhere any more (K10)."""

    code = "TK-F25"
    melding = "Deze bundel is niet terug te draaien: er staat in dat dossiers zijn vernietigd."
    veilig = "Er is niets gewijzigd."
    advies = "Wat vernietigd is, komt niet terug. Kies bij Uitwisselen (Ctrl+7) wat blijft van wat u nog wijzigde."


class WerkmapNietLeeg(TkError):
    """Everything of another werkmap was to be put into one that holds something."""

    code = "TK-F07"
    melding = "In deze werkmap staat al iets."
    veilig = "Er is niets ingenomen."
    advies = "Kies een nieuwe, lege map als werkmap."


class RijenKloppenNiet(TkError):
    """Rows that were to be put into a werkmap are no rows of this program, or name others that are not there."""

    code = "TK-F08"
    melding = "De gegevens van ‘{tabel}’ kloppen niet met elkaar of met dit programma."
    veilig = "Er is niets ingenomen."
    advies = "Vraag om een nieuwe uitgang van de werkmap, of neem die in met een nieuwer programma."


class IntussenGewijzigd(TkError):
    """A change was to be undone while its rows have changed since, in another window or by a job."""

    code = "TK-D10"
    melding = (
        "Dit kan niet meer worden teruggedraaid: {wat} is intussen gewijzigd, in een ander venster of met een opdracht."
    )
    veilig = "Er is niets veranderd."
    advies = "Wijzig het zo nodig met de hand."
