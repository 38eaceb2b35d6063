"""Papers that contradict each other or the agenda are found; papers that agree are left alone."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bouwers import een_agendapunt, een_argument, een_voorstelpunt
from tests.domain.controlehulp import bevindingen, een_hele_vergadering, een_punt_met_nota, met_sectie, samen
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Aard, Sectiesoort
from tk_desktop.domain.voorstel import Voorstelpunt


def _met_inleiding(tekst: str, **anders: Any) -> Momentopname:
    deel = een_punt_met_nota()
    deel["notas"] = [met_sectie(deel["notas"][0], Sectiesoort.INLEIDING, tekst)]
    return samen(deel, **anders)


def _punten(*teksten: str) -> tuple[Voorstelpunt, ...]:
    return tuple(een_voorstelpunt(tekst=tekst) for tekst in teksten)


def _met_voorstel(agenda: tuple[Voorstelpunt, ...], nota: tuple[Voorstelpunt, ...]) -> Momentopname:
    deel = een_punt_met_nota(voorstel=nota, argumenten=())
    deel["punten"] = [replace(deel["punten"][0], voorstel=agenda)]
    return samen(deel)


# registration numbers


def test_a_registration_number_used_four_times_gives_one_finding_with_all_places() -> None:
    delen = [een_punt_met_nota(nummer=i, registratienummer="2026-000132", titel=f"Oever {i}") for i in range(1, 5)]
    [gevonden] = bevindingen(samen(*delen), "SH01")
    assert gevonden.ernst is Ernst.FOUT
    assert gevonden.wat == (
        "Registratienummer 2026-000132 is 4 keer gebruikt: "
        "BC WK 11-3-2026 1, BC WK 11-3-2026 2, BC WK 11-3-2026 3 en BC WK 11-3-2026 4."
    )


def test_a_number_that_a_nota_of_another_meeting_bears_gives_a_warning() -> None:
    elders = {"2026-000001": ("BC WK 11-3-2026 1", "AO WK 12-2-2026 3")}
    [gevonden] = bevindingen(samen(een_punt_met_nota()), "SH01", registratienummers=elders)
    assert gevonden.ernst is Ernst.WAARSCHUWING
    assert gevonden.wat.endswith("is 2 keer gebruikt: BC WK 11-3-2026 1 en AO WK 12-2-2026 3.")


def test_different_absent_and_single_numbers_are_left_alone() -> None:
    delen = [
        een_punt_met_nota(nummer=1),
        een_punt_met_nota(nummer=2),
        een_punt_met_nota(nummer=3, registratienummer=""),
        een_punt_met_nota(nummer=4, registratienummer=""),
    ]
    alleen_hier = {"2026-000001": ("BC WK 11-3-2026 1",), "2026-000009": ("A 1", "B 2")}
    assert not bevindingen(samen(*delen), "SH01", registratienummers=alleen_hier)


@pytest.mark.parametrize("nummer", ["2026-132", "132", "2026/000132", "2026-0001320"])
def test_a_number_of_another_form_is_flagged(nummer: str) -> None:
    assert bevindingen(samen(een_punt_met_nota(registratienummer=nummer)), "SH02")


@pytest.mark.parametrize("nummer", ["2026-000132", " 2026-000132 ", ""])
def test_a_number_of_the_right_form_or_none_is_left_alone(nummer: str) -> None:
    assert not bevindingen(samen(een_punt_met_nota(registratienummer=nummer)), "SH02")


# titles


def _onder(titel: str, **anders: Any) -> dict[str, Any]:
    """Return a nota about waiting at locks, with a title of its own, under an item of another title."""
    deel = een_punt_met_nota(titel="Wachttijden sluizen", onderwerp="Wachttijden sluizen")
    deel["punten"] = [replace(deel["punten"][0], titel=titel, **anders)]
    return deel


def test_a_nota_about_something_else_than_the_agenda_says_gives_a_note() -> None:
    [gevonden] = bevindingen(samen(een_punt_met_nota(titel="Rietrups", onderwerp="Plan van aanpak RR")), "SH03")
    assert gevonden.ernst is Ernst.INFO
    assert gevonden.wat == "Op de agenda heet 1 ‘Rietrups’; het onderwerp van de nota is ‘Plan van aanpak RR’."


def test_a_nota_that_was_put_at_the_wrong_item_is_a_warning_that_names_the_better_one() -> None:
    [gevonden] = bevindingen(
        samen(_onder("Inkoop vervoer"), {"punten": [een_agendapunt(volgorde="z", titel="Wachttijden bij de sluizen")]}),
        "SH03",
    )
    assert gevonden.ernst is Ernst.WAARSCHUWING
    assert gevonden.wat == (
        "Bij 1 ‘Inkoop vervoer’ staat een nota over ‘Wachttijden sluizen’; "
        "2 op deze agenda heet ‘Wachttijden bij de sluizen’."
    )


def test_a_nota_that_shares_no_word_with_its_item_gives_a_note() -> None:
    [gevonden] = bevindingen(samen(_onder("Inkoop vervoer")), "SH03")
    assert gevonden.ernst is Ernst.INFO
    assert gevonden.wat == "Bij 1 ‘Inkoop vervoer’ staat een nota over ‘Wachttijden sluizen’."


@pytest.mark.parametrize(
    "anders",
    [
        {"titel": "Lange wachttijden"},
        {"titel": "Inkoop", "toelichting": "Over de wachttijden"},
        {"titel": "Wat verder ter tafel komt", "standaard": True},
    ],
)
def test_a_nota_at_an_item_that_can_bear_it_is_left_alone(anders: dict[str, Any]) -> None:
    assert not bevindingen(samen(_onder(**anders)), "SH03")


@pytest.mark.parametrize(
    ("titel", "onderwerp"),
    [
        ("Voortgang oevers 2026-2029; vaststellen bijgewerkte agenda", "Voortgang oevers 2026-2029"),
        ("Adviesnota ‘Verdeling van het geld’", "VERDELING VAN HET GELD."),
        ("Stand van zaken en vervolg project Kadeherstel", "Stand van zaken en vervolg kadeherstel"),
        ("Begroting 2027", "Programmabegroting 2027"),
        ("Coördinatie opiniërende ronde", "Coordinatie ronde"),
        ("Dreigend tekort sluiswachters", "Tekort aan sluiswachter"),
        ("Ver▯▯▯▯▯ geld", "Verdeling van het geld"),
        ("Veilige oevers", ""),
        ("Adviesnota", "Veilige oevers"),
    ],
)
def test_small_differences_in_a_title_are_left_alone(titel: str, onderwerp: str) -> None:
    assert not bevindingen(samen(een_punt_met_nota(titel=titel, onderwerp=onderwerp)), "SH03")


# proposals


def test_a_proposal_that_differs_from_the_nota_is_flagged_where_it_differs() -> None:
    opname = _met_voorstel(
        _punten("Kennis te nemen van het plan.", "Voor het herstel van de kade € 400 beschikbaar te stellen."),
        _punten("Kennis te nemen van het plan.", "Voor het herstel van de kade € 500 beschikbaar te stellen."),
    )
    [gevonden] = bevindingen(opname, "SH04")
    assert gevonden.wat == (
        "Punt 2 van het voorstel bij 1 luidt op de agenda ‘… van de kade € 400 beschikbaar te stellen.’; "
        "in de nota staat ‘… van de kade € 500 beschikbaar te stellen.’."
    )


def test_a_proposal_with_fewer_points_than_the_nota_is_flagged() -> None:
    opname = _met_voorstel(_punten("Het plan vast te stellen."), _punten("Het plan vast te stellen.", "Geld te geven."))
    [gevonden] = bevindingen(opname, "SH04")
    assert gevonden.wat == "Het voorstel bij 1 telt op de agenda 1 punt en in de nota 2 punten."


@pytest.mark.parametrize(
    ("agenda", "nota"),
    [
        (("Het plan vast te stellen;",), ("het **plan** vast te stellen.",)),
        (("Het plan vast te", "stellen"), ("Het plan vast te stellen",)),
        (("€ ▯▯▯▯ te geven voor de kade",), ("€ 400,- te geven voor de kade",)),
        (("Het budget van ▯▯▯▯ te verdelen over de sluizen",), ("Het ▯▯▯▯et van € 30 te verdelen over de ▯▯▯izen",)),
        ((), ("Het plan vast te stellen",)),
        (("Het plan vast te stellen",), ()),
    ],
)
def test_a_proposal_in_the_same_words_is_left_alone(agenda: tuple[str, ...], nota: tuple[str, ...]) -> None:
    assert not bevindingen(_met_voorstel(_punten(*agenda), _punten(*nota)), "SH04")


def test_lost_characters_do_not_hide_another_proposal() -> None:
    agenda = _punten("▯ De sluis bij de molen te verkopen")
    assert bevindingen(_met_voorstel(agenda, _punten("Drie bruggen te laten schilderen door jongeren")), "SH04")


@settings(deadline=None)
@given(st.text("abc de▯", min_size=1).filter(str.strip), st.integers(0, 20), st.integers(0, 20))
def test_a_proposal_of_which_a_stretch_was_lost_is_never_another_proposal(tekst: str, begin: int, lengte: int) -> None:
    heel = tekst.replace("▯", "x")
    met_gat = heel[:begin] + "▯" + heel[begin + lengte :]
    assert not bevindingen(_met_voorstel(_punten(met_gat), _punten(heel)), "SH04")


# arguments


def test_an_argument_with_the_number_of_no_point_is_flagged() -> None:
    punten = _punten("Het plan vast te stellen")
    redenen = (
        een_argument(voorstelpunt_id=punten[0].id),
        een_argument(los_nummer="3.1", kop="Het **werk** is nodig"),
        een_argument(los_nummer="2.1", kop="Het is duur", aard=Aard.KANTTEKENING),
    )
    [gevonden] = bevindingen(samen(een_punt_met_nota(voorstel=punten, argumenten=redenen)), "SH05")
    assert gevonden.wat == (
        "Het voorstel van 1 telt 1 punt; daar past niet bij: "
        "argument 3.1 ‘Het werk is nodig’ en kanttekening 2.1 ‘Het is duur’."
    )


def test_an_argument_of_a_deeper_point_or_without_any_number_is_left_alone() -> None:
    diep = een_voorstelpunt(tekst="Budget voor de kade")
    punten = (een_voorstelpunt(onder=(diep,)),)
    redenen = (een_argument(voorstelpunt_id=diep.id), een_argument())
    opname = samen(een_punt_met_nota(voorstel=punten, argumenten=redenen))
    assert not bevindingen(opname, "SH05") + bevindingen(opname, "SH06")


def test_a_point_without_argument_gives_a_note_beside_points_that_have_one() -> None:
    punten = _punten("Kennis te nemen van de stand", "Het plan vast te stellen", "De dijk te verhogen")
    een_reden = (een_argument(voorstelpunt_id=punten[1].id),)
    [gevonden] = bevindingen(samen(een_punt_met_nota(voorstel=punten, argumenten=een_reden)), "SH06")
    assert gevonden.wat == "Bij punt 3 van het voorstel in 1 staat geen argument."
    assert not bevindingen(samen(een_punt_met_nota(voorstel=punten, argumenten=())), "SH06")


# references, placeholders and lost characters


def test_a_reference_to_an_item_that_is_not_on_this_agenda_is_flagged() -> None:
    [gevonden] = bevindingen(_met_inleiding("Wij lichten dit toe bij agendapunt 7c."), "SH07")
    assert gevonden.wat == "In 1 (Inleiding) staat ‘agendapunt 7c’; dat punt staat niet op deze agenda."


@pytest.mark.parametrize(
    "tekst",
    [
        "Wij lichten dit toe bij agendapunt 1.",
        "Dit is besproken op 10 december 2025 (agendapunt 7c).",
        "Zie agendapunt 7c van het algemeen bestuur.",
        "Zie agendapunt 7c in de vorige vergadering.",
        "In het verslag staat het bij agendapunt 7c.",
    ],
)
def test_a_reference_to_this_agenda_or_to_another_meeting_is_left_alone(tekst: str) -> None:
    assert not bevindingen(_met_inleiding(tekst), "SH07")


def test_a_reference_beside_the_date_of_this_meeting_is_still_judged() -> None:
    assert bevindingen(_met_inleiding("Dit komt op 11 maart 2026 terug bij agendapunt 7c."), "SH07")


def test_a_tied_reference_is_flagged_only_when_its_item_is_gone() -> None:
    punt = een_agendapunt(id="kade", titel="Kade", toelichting="Zie agendapunt {{punt:kade}}.")
    assert not bevindingen(een_hele_vergadering(punten=[punt]), "SH07")
    weg = replace(punt, toelichting="Zie agendapunt {{punt:weg}}.")
    assert [b.waar for b in bevindingen(een_hele_vergadering(punten=[weg]), "SH07")] == [
        "1 Kade, toelichting, vervallen agendapunt"
    ]


def test_an_open_placeholder_is_flagged_and_a_known_one_is_not() -> None:
    [gevonden] = bevindingen(_met_inleiding("Op {{datum}} is {{bedrag}} nodig."), "SH08")
    assert gevonden.wat == "In 1 (Inleiding) staat nog de invulplek ‘{{bedrag}}’."
    assert not bevindingen(_met_inleiding("Op {{datum}} in {{plaats}}, {1}."), "SH08")


def test_lost_characters_are_counted_once_for_each_paper_with_the_amounts() -> None:
    tekst = "Het kost € ▯▯▯.▯▯▯ en daarna €▯▯; de ▯▯▯▯ sluis."
    [gevonden] = bevindingen(_met_inleiding(tekst), "SH09")
    assert gevonden.wat == "In 1 zijn 3 plaatsen onleesbaar (Inleiding). Daar zijn 2 bedragen bij."
    assert gevonden.waar == "1 Veilige oevers"


def test_of_many_damaged_parts_three_are_named() -> None:
    deel = een_punt_met_nota(onderwerp="Oevers ▯")
    soorten = (Sectiesoort.INLEIDING, Sectiesoort.BEOOGD_EFFECT, Sectiesoort.KOSTEN, Sectiesoort.VERVOLG)
    for soort in soorten:
        deel["notas"] = [met_sectie(deel["notas"][0], soort, "▯")]
    [gevonden] = bevindingen(samen(deel), "SH09")
    assert gevonden.wat == (
        "In 1 zijn 5 plaatsen onleesbaar (Onderwerp, Inleiding, Beoogd effect en 2 andere onderdelen)."
    )


def test_lost_characters_on_the_agenda_are_a_finding_of_their_own() -> None:
    punt = een_agendapunt(titel="Kade", voorstel=_punten("▯▯ te geven"))
    [gevonden] = bevindingen(een_hele_vergadering(punten=[punt], brief={"tekst": "Beste ▯"}), "SH09")[1:]
    assert (gevonden.waar, gevonden.wat) == ("1 Kade, agenda", "In 1 is 1 plaats onleesbaar (voorstel).")


def test_a_text_with_other_signs_has_lost_nothing() -> None:
    assert not bevindingen(_met_inleiding("€ 400,- □ voor ‘de kade’ – 50%"), "SH09")
