"""A second secretary signs a change of the roster on another laptop, after reading what it changes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bouwers import een_gremium, een_lidmaatschap, een_vergadering
from tests.uitwisselwereld import Laptop, Wereld
from tk_desktop.domain.bereik import besloten
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.fouten import BundelBeschadigd
from tk_desktop.exchange.lezen import NogNietVertrouwd
from tk_desktop.exchange.medetekenen import (
    TekentNietMee,
    VoorstelPastNiet,
    co_signers,
    read_voorstel,
    sign_voorstel,
    write_voorstel,
)
from tk_desktop.exchange.papier import sign_with_paper, use_paper
from tk_desktop.exchange.rooster import (
    PapierenSleutel,
    admit,
    lees_aanmelding,
    remove_person,
    renew_keys,
    roosters,
    schrijf_aanmelding,
    set_lezers,
    withdraw_device,
)
from tk_desktop.exchange.roosterdocument import HandtekeningOntbreekt, Roosterdocument, RoosterVervalst, lees_document

PAPIER = PapierenSleutel.maak()


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    """Two secretaries who, with a paper, sign two by two; a meeting, and a member."""
    wereld = Wereld(tmp_path)
    s1 = wereld["s1"]
    with s1.store.transaction():
        s1.store.gremia.save(een_gremium(id="g", naam="Bestuurscommissie Waterkant", afkorting="BC"))
        s1.store.leden.save(een_lidmaatschap(id="l", gremium_id="g", persoon_id="wies"))
        s1.store.vergaderingen.save(een_vergadering(id="v", gremium_id="g"))
    wereld.laat_toe("b1", "wies")
    s2 = wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    use_paper(s1.store, s1.bos, PAPIER)
    s1.stuur(s2)
    yield wereld
    wereld.sluit()


def _vraagt(van: Laptop, werk: Callable[[], object], map_: Path) -> Path:
    """Let a change be made that needs a second signature, and return the file with it."""
    with pytest.raises(HandtekeningOntbreekt) as fout:
        werk()
    document = fout.value.details["document"]
    assert isinstance(document, bytes)
    return write_voorstel(document, map_ / "wijziging.json")


def test_a_laptop_that_two_secretaries_admit_takes_part(wereld: Wereld, tmp_path: Path) -> None:
    s1, s2 = wereld["s1"], wereld["s2"]
    nieuw, aanvraag = wereld._laptop("b2", "joop"), tmp_path / "b2.json"
    aanvraag.write_bytes(schrijf_aanmelding(nieuw.bos, "Joop", "b2"))
    pad = _vraagt(s1, lambda: admit(s1.store, s1.bos, lees_aanmelding(aanvraag), "joop", Rol.BESTUURDER), tmp_path)
    assert [een.naam for een in co_signers(roosters(s1.store).huidig, s1.id)] == ["s2"]
    voorstel = read_voorstel(s2.store, s2.bos, pad)
    assert voorstel.door == "Roos op laptop ‘s1’"
    assert voorstel.wijzigingen == ("Joop gaat meedoen als bestuurder.", "Laptop ‘b2’ van Joop wordt toegelaten.")
    assert roosters(s2.store).huidig.apparaat(nieuw.id) is None  # reading it changes nothing
    assert sign_voorstel(s2.store, s2.bos, voorstel).apparaat(nieuw.id) is not None
    s2.stuur(s1)
    assert roosters(s1.store).huidig == roosters(s2.store).huidig
    gemaakt = s1.maak(nieuw)
    with pytest.raises(NogNietVertrouwd):
        nieuw.ontvang(gemaakt)
    nieuw.store.uitwisseling.vertrouw(s1.bos.openbaar.verify)
    nieuw.ontvang(gemaakt)
    assert ("pp:joop", 1) in nieuw.store.uitwisseling.sleutels()


def test_who_signs_reads_all_that_changes(wereld: Wereld, tmp_path: Path) -> None:
    s1, s2, b1 = wereld["s1"], wereld["s2"], wereld["b1"]

    def gelezen(werk: Callable[[], object]) -> tuple[str, ...]:
        return read_voorstel(s2.store, s2.bos, _vraagt(s1, werk, tmp_path)).wijzigingen

    assert gelezen(lambda: withdraw_device(s1.store, s1.bos, b1.id)) == ("Laptop ‘b1’ van Wies wordt ingetrokken.",)
    assert gelezen(lambda: remove_person(s1.store, s1.bos, "wies")) == (
        "Wies doet niet meer mee.",
        "Laptop ‘b1’ van Wies wordt ingetrokken.",
    )
    assert gelezen(lambda: renew_keys(s1.store, s1.bos)) == (
        "Alle sleutels worden vernieuwd; wie meedoet, blijft gelijk.",
    )
    assert gelezen(lambda: use_paper(s1.store, s1.bos, PapierenSleutel.maak())) == (
        "Wijzigingen van de deelnemers tekenen voortaan: laptop ‘s1’, laptop ‘s2’ en een sleutel op papier.",
    )
    assert gelezen(
        lambda: set_lezers(s1.store, s1.bos, {besloten("v"): ["wies", "roos"], besloten("x"): ["roos"]})
    ) == (
        "Wat besloten is in BC van 11 maart 2026, lezen: Roos en Wies.",
        "Wat besloten is in een dossier dat hier niet is, lezen: Roos.",
    )


def test_what_does_not_follow_on_the_roster_here_or_is_not_of_the_secretariat_is_not_signed(
    wereld: Wereld, tmp_path: Path
) -> None:
    s1, s2, b1 = wereld["s1"], wereld["s2"], wereld["b1"]
    pad = _vraagt(s1, lambda: renew_keys(s1.store, s1.bos), tmp_path)
    echt = pad.read_bytes()
    s1.stuur(b1)
    with pytest.raises(TekentNietMee):
        read_voorstel(b1.store, b1.bos, pad)
    pad.write_bytes(echt[:-9])
    with pytest.raises(BundelBeschadigd, match="geen wijziging van de deelnemers"):
        read_voorstel(s2.store, s2.bos, pad)
    zonder = lees_document(echt)
    pad.write_bytes(Roosterdocument(rooster=zonder.rooster).ondertekend(b1.bos).bytes())
    with pytest.raises(HandtekeningOntbreekt):
        read_voorstel(s2.store, s2.bos, pad)
    oude_sleutels = Roosterdocument(rooster=replace(zonder.rooster, kids={})).ondertekend(s1.bos)
    pad.write_bytes(oude_sleutels.bytes())
    with pytest.raises(RoosterVervalst):
        read_voorstel(s2.store, s2.bos, pad)
    pad.write_bytes(echt)
    sign_with_paper(s2.store, s2.bos, echt, " ".join(PAPIER.woorden))
    with pytest.raises(VoorstelPastNiet, match="volgt op rooster 4"):
        read_voorstel(s2.store, s2.bos, pad)
