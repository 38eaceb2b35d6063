"""The document of the roster: one form, each version signed by the one before it."""

import json
from dataclasses import replace

import pytest

from tests.bundelbouwers import een_apparaat, een_deelnemer, een_rooster
from tk_desktop.domain.rooster import Rol, Rooster
from tk_desktop.exchange.canoniek import Vormfout, canoniek
from tk_desktop.exchange.roosterdocument import (
    HandtekeningOntbreekt,
    Roosterdocument,
    RoosterVervalst,
    als_roosters,
    keur,
    keur_eerste,
    lees_document,
)
from tk_desktop.exchange.sleutels import Sleutelbos

EEN, TWEE, DRIE, VREEMD = (Sleutelbos.maak() for _ in range(4))


def _verify(*bossen: Sleutelbos) -> tuple[str, ...]:
    return tuple(bos.openbaar.verify for bos in bossen)


def _eerste(*sleutels: Sleutelbos, **anders: object) -> Roosterdocument:
    rooster = een_rooster(
        een_deelnemer("roos", Rol.SECRETARIS),
        een_deelnemer("wies"),
        sleutels=_verify(*sleutels),
        apparaten=(een_apparaat(EEN, "roos"), een_apparaat(DRIE, "wies", gesloten={"alg": ("a" * 64,)})),
        lezers={"bes:zaak": frozenset({"roos", "wies"})},
        kids={"sec": 1, "bes:zaak": 2},
        **anders,
    )
    document = Roosterdocument(rooster=rooster)
    for sleutel in sleutels:
        document = document.ondertekend(sleutel)
    return document


def _volgende(oud: Roosterdocument, *tekenaars: Sleutelbos, **anders: object) -> Roosterdocument:
    velden = {"versie": oud.rooster.versie + 1, "vorige": oud.sha, **anders}
    document = Roosterdocument(rooster=replace(oud.rooster, **velden))  # type: ignore[arg-type]
    for sleutel in tekenaars:
        document = document.ondertekend(sleutel)
    return document


def test_a_roster_is_read_as_it_was_written() -> None:
    document = _eerste(EEN)
    assert lees_document(document.bytes()) == document
    assert als_roosters([document.bytes()]).huidig == document.rooster


@pytest.mark.parametrize(
    "anders",
    [
        {"fmt": 2},
        {"people": [["roos", "Roos", "baas"]]},
        {"people": [["roos", "Roos"]]},
        {"keys": []},
        {"readers": {"overal": ["roos"]}},
        {"kids": {"sec": 0}},
        {"version": 0},
        {"prev": "a" * 64},
        {"extra": 1},
        {"devices": [{"id": "0" * 16}]},
    ],
)
def test_another_form_is_refused(anders: dict[str, object]) -> None:
    velden = json.loads(_eerste(EEN).bytes())
    with pytest.raises(Vormfout):
        lees_document(canoniek({**velden, "roster": {**velden["roster"], **anders}}))


def test_a_device_cannot_take_the_number_of_another() -> None:
    velden = json.loads(_eerste(EEN).bytes())
    velden["roster"]["devices"][0]["verify"] = VREEMD.openbaar.verify
    with pytest.raises(Vormfout, match="nummer van een ander"):
        lees_document(canoniek(velden))


def test_the_next_version_is_signed_by_the_keys_of_the_version_before_it() -> None:
    een = _eerste(EEN)
    keur(_volgende(een, EEN), een)
    with pytest.raises(HandtekeningOntbreekt):
        keur(_volgende(een, VREEMD, sleutels=_verify(VREEMD)), een)
    met_drie = _volgende(een, EEN, sleutels=_verify(EEN, TWEE, DRIE))
    keur(met_drie, een)
    for twee in ((EEN, TWEE), (TWEE, DRIE), (EEN, DRIE, VREEMD)):
        keur(_volgende(met_drie, *twee), met_drie)
    for te_weinig in ((EEN,), (EEN, VREEMD), ()):
        with pytest.raises(HandtekeningOntbreekt):
            keur(_volgende(met_drie, *te_weinig), met_drie)


def test_signing_twice_counts_once_and_a_signature_of_another_version_does_not_count() -> None:
    een = _eerste(EEN, TWEE)
    dubbel = _volgende(een, EEN, EEN)
    with pytest.raises(HandtekeningOntbreekt):
        keur(dubbel, een)
    geleend = replace(dubbel, handtekeningen=(*dubbel.handtekeningen, een.handtekeningen[1]))
    assert len(geleend.tekenaars(een.rooster.sleutels)) == 1


@pytest.mark.parametrize(
    "anders",
    [
        {"versie": 3},
        {"versie": 1, "vorige": ""},
        {"vorige": "a" * 64},
        {"organisatie": "Een ander bestuur"},
        {"apparaten": ()},
        {"kids": {"sec": 1, "bes:zaak": 1}},
        {"kids": {"sec": 1}},
        {"apparaten": (een_apparaat(EEN, "wies"), een_apparaat(DRIE, "wies"))},
    ],
)
def test_a_version_that_does_not_follow_on_the_last_is_refused(anders: dict[str, object]) -> None:
    een = _eerste(EEN)
    with pytest.raises(RoosterVervalst):
        keur(_volgende(een, EEN, **anders), een)


def test_a_withdrawn_laptop_never_comes_back() -> None:
    een = _eerste(EEN)
    weg = tuple(replace(apparaat, ingetrokken=apparaat.persoon_id == "wies") for apparaat in een.rooster.apparaten)
    twee = _volgende(een, EEN, apparaten=weg)
    keur(twee, een)
    with pytest.raises(RoosterVervalst):
        keur(_volgende(twee, EEN, apparaten=een.rooster.apparaten), twee)
    ruimer = tuple(replace(apparaat, gesloten={"alg": ("b" * 64,)}) for apparaat in weg)
    with pytest.raises(RoosterVervalst):
        keur(_volgende(twee, EEN, apparaten=ruimer), twee)


def test_a_new_laptop_trusts_the_key_with_which_words_were_compared() -> None:
    een = _eerste(EEN)
    twee = _volgende(een, EEN)
    keur_eerste([een, twee], EEN.openbaar.verify)
    for keten, anker in (
        ([een, twee], VREEMD),
        ([twee], EEN),
        ([], EEN),
        ([een, replace(twee, handtekeningen=())], EEN),
    ):
        with pytest.raises(RoosterVervalst):
            keur_eerste(keten, anker.openbaar.verify)


def test_what_was_signed_is_the_roster_alone() -> None:
    rooster: Rooster = een_rooster(sleutels=_verify(EEN))
    document = Roosterdocument(rooster=rooster)
    assert document.sha == document.ondertekend(EEN).sha
