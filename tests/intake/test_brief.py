"""The reader of the invitation, on invented letters."""

from datetime import date, time

import pytest

from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.intake.lezing import GelezenUitnodiging
from tk_desktop.intake.tekst import lees_tekst

BRIEF = """ Aan de leden van
het dagelijks bestuur Waterkant

UW KENMERK  ONS KENMERK WK/0417 DATUM 26 februari 2026

BEHANDELD DOOR S. Hoek E-MAIL s.hoek@waterkant.example DOORKIESNR. 06 12 34 56 78

ONDERWERP

DB Waterkant 12 maart 2026 van 14.00 tot 15.45 uur


Geachte leden,

Graag nodigen wij u, mede namens de voorzitter, uit voor het dagelijks bestuur
tijdens de Rivierweek op donderdag 12 maart 2026. We vergaderen van 14.00 tot 15.45 uur in
het Kadehuis, kamer 40 4.

De vergaderset vindt u op het bestuursnet.

Berichten van verhindering graag uiterlijk dinsdag 10 maart aan het secretariaat:
053 – 123 45 67 of secretariaat@waterkant.example.

Hoogachtend,



Siem Hoek,
secretaris dagelijks bestuur Waterkant
"""
AGENDA = """
Agenda dagelijks bestuur Waterkant

NR. ONDERWERP VOORSTEL/ADVIES

1. 14.00 uur
Opening

DATUM 12 maart 2026 PLAATS Kamer 404 TIJDSTIP 14.00 – 15.45 uur
"""


def brief(tekst: str) -> GelezenUitnodiging:
    gelezen = lees_tekst(tekst).uitnodiging
    assert gelezen is not None
    return gelezen


def vragen(tekst: str) -> list[str]:
    return [twijfel.wat for twijfel in lees_tekst(tekst).twijfels if "uitnodiging" in twijfel.waar]


def test_the_labels_above_the_letter_give_their_values() -> None:
    gelezen = brief(BRIEF)
    assert gelezen.aan == "de leden van het dagelijks bestuur Waterkant"
    assert (gelezen.uw_kenmerk, gelezen.ons_kenmerk, gelezen.datum) == ("", "WK/0417", date(2026, 2, 26))
    assert (gelezen.behandeld_door, gelezen.email) == ("S. Hoek", "s.hoek@waterkant.example")
    assert gelezen.doorkiesnummer == "06 12 34 56 78"
    assert gelezen.onderwerp == "DB Waterkant 12 maart 2026 van 14.00 tot 15.45 uur"


def test_the_body_names_the_meeting() -> None:
    gelezen = brief(BRIEF)
    assert (gelezen.vergaderdatum, gelezen.begin, gelezen.einde) == (date(2026, 3, 12), time(14, 0), time(15, 45))
    assert (gelezen.gelegenheid, gelezen.nieuw_tijdstip) == ("Rivierweek", False)
    assert len(platte_tekst(gelezen.tekst).splitlines()) == 3


def test_absence_can_be_told_until_a_day_by_phone_or_mail() -> None:
    gelezen = brief(BRIEF)
    assert gelezen.verhindering_uiterlijk == date(2026, 3, 10)
    assert gelezen.verhindering_telefoon == "053 – 123 45 67"
    assert gelezen.verhindering_email == "secretariaat@waterkant.example"


def test_the_letter_is_signed_with_name_and_function() -> None:
    gelezen = brief(BRIEF)
    assert (gelezen.aanhef, gelezen.afsluiting) == ("Geachte leden,", "Hoogachtend,")
    assert (gelezen.ondertekenaar, gelezen.functie) == ("Siem Hoek", "secretaris dagelijks bestuur Waterkant")
    assert gelezen.mede_namens_voorzitter


def test_a_number_that_came_apart_is_mended_only_when_the_agenda_shows_it_whole() -> None:
    assert brief(BRIEF).plaats == "Kadehuis, kamer 40 4"
    assert brief(BRIEF + AGENDA).plaats == "Kadehuis, kamer 404"
    assert any("‘40 4’ is gelezen als 404" in vraag for vraag in vragen(BRIEF + AGENDA))


def test_a_weekday_that_does_not_fit_its_date_is_asked_about() -> None:
    assert vragen(BRIEF) == []
    (vraag,) = vragen(BRIEF.replace("dinsdag 10 maart", "maandag 10 maart"))
    assert "maandag" in vraag
    assert "dinsdag" in vraag


def test_what_the_letter_does_not_name_is_told() -> None:
    kort = "Geachte leden,\n\nHierbij nodig ik u uit voor de vergadering.\n\nMet vriendelijke groet,\n\nSiem Hoek\n"
    gelezen = brief(kort)
    assert (gelezen.vergaderdatum, gelezen.begin, gelezen.plaats) == (None, None, "")
    assert (gelezen.ondertekenaar, gelezen.functie) == ("Siem Hoek", "")
    (vraag,) = vragen(kort)
    assert "vergaderdatum" in vraag


def test_a_meeting_named_in_the_subject_alone_is_found() -> None:
    tekst = BRIEF.replace("op donderdag 12 maart 2026. We vergaderen van 14.00 tot 15.45 uur in", "in")
    gelezen = brief(tekst)
    assert (gelezen.vergaderdatum, gelezen.begin) == (date(2026, 3, 12), time(14, 0))


@pytest.mark.parametrize("woorden", ["op ons nieuwe tijdstip", "op gewijzigd tijdstip", "op nieuw vergadertijdstip"])
def test_a_changed_hour_is_noticed(woorden: str) -> None:
    assert brief(BRIEF.replace("We vergaderen", f"We vergaderen {woorden}")).nieuw_tijdstip


def test_a_letter_about_something_else_is_no_invitation() -> None:
    tekst = "ONDERWERP Hoog water\n\nGeachte leden,\n\nHet water staat hoog.\n\nMet vriendelijke groet,\n\nSiem Hoek\n"
    assert lees_tekst(tekst).uitnodiging is None


def test_a_letter_behind_the_agenda_is_no_invitation() -> None:
    assert lees_tekst(AGENDA + "\n2. Rondvraag en sluiting\n\n" + BRIEF).uitnodiging is None


def test_labels_in_small_letters_with_their_value_below_are_read_too() -> None:
    tekst = """Aan de leden van het bestuur
Uw kenmerk Ons kenmerk
WK/0417
Datum
26 februari 2026
Doorkiesnr.
06 12 34 56 78
Vergadering van 12 maart 2026
Geachte leden,
Hierbij nodig ik u uit voor de vergadering om 14.00 uur in het Kadehuis.
Hoogachtend,
Siem Hoek
"""
    gelezen = brief(tekst)
    assert (gelezen.aan, gelezen.uw_kenmerk) == ("de leden van het bestuur", "")
    assert (gelezen.ons_kenmerk, gelezen.datum) == ("WK/0417", date(2026, 2, 26))
    assert (gelezen.doorkiesnummer, gelezen.onderwerp) == ("06 12 34 56 78", "Vergadering van 12 maart 2026")
    assert any("gelezen als onderwerp" in vraag for vraag in vragen(tekst))
