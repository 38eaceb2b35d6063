"""Project cards of a deck: fields by their labels, steps with their own status words, reports by period."""

from tk_desktop.domain.programmalezing import Programmalezing
from tk_desktop.intake.projectkaarten import lees_projectkaarten
from tk_desktop.intake.tekst import herstelde_regels

KAARTEN = """ Werkagenda
 Themalijn: Kades en
sluizen

Titel project: aanpak
baggerwerk

Opdrachtgever: stuurgroep diepte
Start: december 2025
Doorlooptijd: ca. 3 jaar (dat wordt later
bepaald)
Projectleiders: Roos van Dalen, Joost Vos

Doel
De haven blijft diep genoeg.

Aanpak Gereed Status Opmerkingen

Notitie voor de wethouders
uitgewerkt

Q4 2025 Gereed

Opstellen plan van aanpak Q1-Q2 2026 Loopt
Met de waterbeheerders

Uitvoeren van het plan >Q3 2026
Nog niet
gestart

Een rij zonder meer

Beoogd
resultaat

Schepen varen door.

Status periode Q4 2025

Gerealiseerd periode Q4 2025

Notitie gemaakt

Nog te realiseren periode Q1 2026

Plan van aanpak

Afhankelijkheden
& risico’s

• te weinig zand
• te veel water

Kosten Nader uit te werken

Een verhaal dat los op de bladzijde staat.
 Titel project: vlaggen

Opdrachtgever: ?
Start: september 2026?
Kosten n.v.t.
"""


def _gelezen() -> Programmalezing:
    lezing = lees_projectkaarten(herstelde_regels(KAARTEN))
    assert lezing is not None
    return lezing


def test_a_card_is_read_by_its_labels() -> None:
    bagger, vlaggen = _gelezen().projecten
    assert (bagger.naam, bagger.opdrachtgever, bagger.start) == (
        "aanpak baggerwerk", "stuurgroep diepte", "december 2025",
    )  # fmt: skip
    assert bagger.doorlooptijd == "ca. 3 jaar (dat wordt later bepaald)"
    assert bagger.trekker == "Roos van Dalen, Joost Vos"
    assert (bagger.doel, bagger.resultaat) == ("De haven blijft diep genoeg.", "Schepen varen door.")
    assert bagger.kosten == "Nader uit te werken"
    assert bagger.zorgen == ("te weinig zand", "te veel water")
    assert (vlaggen.opdrachtgever, vlaggen.start, vlaggen.kosten) == ("?", "september 2026?", "n.v.t.")


def test_steps_keep_the_words_of_the_card_and_what_is_none_is_left_out() -> None:
    assert [(een.wat, een.gereed, een.status, een.opmerking) for een in _gelezen().projecten[0].stappen] == [
        ("Notitie voor de wethouders uitgewerkt", "Q4 2025", "Gereed", ""),
        ("Opstellen plan van aanpak", "Q1-Q2 2026", "Loopt", "Met de waterbeheerders"),
        ("Uitvoeren van het plan", ">Q3 2026", "Nog niet gestart", ""),
    ]


def test_what_was_done_and_what_is_to_be_done_stand_by_their_period() -> None:
    assert [(een.periode, een.gedaan, een.te_doen) for een in _gelezen().projecten[0].berichten] == [
        ("Q4 2025", "Notitie gemaakt", ""),
        ("Q1 2026", "", "Plan van aanpak"),
    ]


def test_cards_stand_in_the_themalijn_above_them_or_in_one_for_all() -> None:
    lezing = _gelezen()
    assert lezing.naam == "Werkagenda"
    assert [(lijn.naam, len(lijn.projecten)) for lijn in lezing.themalijnen] == [
        ("Kades en sluizen", 1),
        ("Overkoepelend", 1),
    ]
    assert lezing.vragen() == ("Projectkaart ‘vlaggen’: er zijn geen stappen met een status gevonden.",)


def test_one_card_is_no_deck() -> None:
    assert lees_projectkaarten(herstelde_regels("Titel project: vlaggen\nStart: 2026\n")) is None
