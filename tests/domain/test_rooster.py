"""The roster: who reads what, who writes what, and what a withdrawn device wrote before it was withdrawn."""

import pytest

from tests.bundelbouwers import een_apparaat, een_deelnemer, een_rooster
from tk_desktop.domain.rooster import Rol, Rooster, Roosters
from tk_desktop.exchange.sleutels import Sleutelbos

ALLES = ("sec", "alg", "bes:zaak", "pp:wies", "pp:joop", "prive:wies", "prive:roos", "iets:anders", "")


@pytest.fixture
def rooster() -> Rooster:
    return een_rooster(
        een_deelnemer("roos", Rol.SECRETARIS),
        een_deelnemer("wies"),
        een_deelnemer("joop"),
        een_deelnemer("aart", Rol.AMBTENAAR),
        lezers={"bes:zaak": frozenset({"roos", "wies", "aart"})},
    )


@pytest.mark.parametrize(
    ("wie", "leest"),
    [
        ("roos", {"sec", "alg", "bes:zaak", "pp:wies", "pp:joop", "prive:roos"}),
        ("wies", {"alg", "bes:zaak", "pp:wies", "prive:wies"}),
        ("joop", {"alg", "pp:joop"}),
        ("aart", {"alg"}),  # an official never reads what is besloten, whatever a list says
        ("een vreemde", set[str]()),
    ],
)
def test_everybody_reads_their_own_circles_and_nobody_reads_those_of_another(
    rooster: Rooster, wie: str, leest: set[str]
) -> None:
    assert {bereik for bereik in ALLES if rooster.leest(wie, bereik)} == leest


def test_a_member_writes_absences_questions_and_own_notes_and_nothing_of_the_agenda(rooster: Rooster) -> None:
    assert rooster.schrijft("wies", "pp:wies", "afmelding", "reden")
    assert rooster.schrijft("wies", "pp:wies", "opmerking", "tekst")
    assert rooster.schrijft("wies", "prive:wies", "aantekening", "tekst")
    assert not rooster.schrijft("wies", "pp:wies", "opmerking", "antwoord")  # that is for the secretariat to give
    assert not rooster.schrijft("wies", "pp:wies", "agendapunt", "titel")
    assert not rooster.schrijft("wies", "prive:wies", "agendapunt", "titel")
    assert not rooster.schrijft("wies", "alg", "agendapunt", "titel")
    assert not rooster.schrijft("wies", "bes:zaak", "besluit", "tekst")
    assert not rooster.schrijft("joop", "pp:wies", "afmelding", "reden")


def test_the_secretary_writes_what_it_reads_but_no_board_rows_among_private_ones(rooster: Rooster) -> None:
    assert rooster.schrijft("roos", "sec", "agendapunt", "titel")
    assert rooster.schrijft("roos", "pp:wies", "opmerking", "antwoord")
    assert not rooster.schrijft("roos", "prive:wies", "aantekening", "tekst")
    assert not rooster.schrijft("roos", "prive:roos", "agendapunt", "titel")
    assert not rooster.schrijft("roos", "bes:andere zaak", "agendapunt", "titel")


def test_what_a_withdrawn_device_wrote_holds_as_far_as_the_roster_says() -> None:
    bos = Sleutelbos.maak()
    assert een_apparaat(bos, "wies").tot("alg") is None
    assert een_apparaat(bos, "wies", ingetrokken=True).tot("alg") == ()
    kwijt = een_apparaat(bos, "wies", ingetrokken=True, gesloten={"pp:wies": ("a" * 64,)})
    assert (kwijt.tot("pp:wies"), kwijt.tot("prive:wies")) == (("a" * 64,), ())


def test_withdrawn_devices_get_nothing(rooster: Rooster) -> None:
    een, twee = Sleutelbos.maak(), Sleutelbos.maak()
    met = een_rooster(apparaten=(een_apparaat(een, "wies"), een_apparaat(twee, "wies", ingetrokken=True)))
    assert [apparaat.id for apparaat in met.ontvangers("alg")] == [een.id]
    assert [apparaat.id for apparaat in met.apparaten_van("wies")] == [een.id]
    assert met.apparaat(twee.id) is not None
    assert met.apparaat("f" * 16) is None


@pytest.mark.parametrize(
    "fout",
    [
        {"versie": 0},
        {"versie": 2},
        {"vorige": "a" * 64},
        {"sleutels": ()},
        {"sleutels": ("ab" * 32, "ab" * 32)},
        {"deelnemers": (een_deelnemer("wies"), een_deelnemer("wies"))},
        {"apparaten": (een_apparaat(Sleutelbos.maak(), "een vreemde"),)},
    ],
)
def test_a_wrong_roster_cannot_exist(fout: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"rooster|apparaat"):
        een_rooster(**fout)


@pytest.mark.parametrize(("sleutels", "drempel"), [(1, 1), (2, 2), (3, 2), (5, 2)])
def test_one_key_signs_alone_and_of_more_two_must(sleutels: int, drempel: int) -> None:
    assert een_rooster(sleutels=tuple(f"{nummer:064x}" for nummer in range(sleutels))).drempel == drempel


def test_what_names_a_version_is_judged_by_it_or_by_the_latest_before_it() -> None:
    een = een_rooster()
    drie = een_rooster(versie=3, vorige="a" * 64)
    roosters = Roosters((een, drie))
    assert roosters.huidig is drie
    assert roosters.van_versie(2) is None
    assert [roosters.oordeelt(nummer).versie for nummer in (1, 2, 3, 9)] == [1, 1, 3, 3]
