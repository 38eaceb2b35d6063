"""A key on paper: two laptops and a paper, of which any two change the roster, outlive the loss of one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.uitwisselwereld import Wereld
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.papier import TeWeinigLaptops, has_paper, sign_with_paper, use_paper
from tk_desktop.exchange.rooster import (
    PapierenSleutel,
    PapierOnleesbaar,
    admit,
    lees_aanmelding,
    roosters,
    schrijf_aanmelding,
    withdraw_device,
)
from tk_desktop.exchange.roosterdocument import HandtekeningOntbreekt
from tk_desktop.exchange.sleutels import Sleutelbos


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    wereld = Wereld(tmp_path)
    yield wereld
    wereld.sluit()


def _document(fout: pytest.ExceptionInfo[HandtekeningOntbreekt]) -> bytes:
    document = fout.value.details["document"]
    assert isinstance(document, bytes)
    return document


def test_one_laptop_and_a_paper_are_too_few(wereld: Wereld) -> None:
    s = wereld["s1"]
    with pytest.raises(TeWeinigLaptops):
        use_paper(s.store, s.bos, PapierenSleutel.maak())
    assert not has_paper(roosters(s.store).huidig)


def test_after_a_lost_laptop_the_other_and_the_paper_withdraw_it_and_admit_a_new_one(
    wereld: Wereld, tmp_path: Path
) -> None:
    s, verloren = wereld["s1"], wereld.laat_toe("s2", "roos", Rol.SECRETARIS)
    papier = PapierenSleutel.maak()
    use_paper(s.store, s.bos, papier)
    assert has_paper(roosters(s.store).huidig)
    with pytest.raises(HandtekeningOntbreekt) as fout:
        withdraw_device(s.store, s.bos, verloren.id)
    with pytest.raises(PapierOnleesbaar):
        sign_with_paper(s.store, s.bos, _document(fout), "aal aap aard")
    with pytest.raises(HandtekeningOntbreekt):
        sign_with_paper(s.store, s.bos, _document(fout), " ".join(PapierenSleutel.maak().woorden))
    rooster = sign_with_paper(s.store, s.bos, _document(fout), " ".join(papier.woorden).upper())
    assert verloren.bos.openbaar.verify not in rooster.sleutels  # who found it signs nothing
    assert rooster.drempel == 2
    nieuw, pad = Sleutelbos.maak(), tmp_path / "nieuw.json"
    pad.write_bytes(schrijf_aanmelding(nieuw, "Roos", "nieuw"))
    with pytest.raises(HandtekeningOntbreekt) as fout:
        admit(s.store, s.bos, lees_aanmelding(pad), "roos", Rol.SECRETARIS)
    sign_with_paper(s.store, s.bos, _document(fout), " ".join(papier.woorden))
    ander = PapierenSleutel.maak()
    with pytest.raises(HandtekeningOntbreekt) as fout:
        use_paper(s.store, s.bos, ander)
    rooster = sign_with_paper(s.store, s.bos, _document(fout), " ".join(papier.woorden))
    assert set(rooster.sleutels) == {een.openbaar.verify for een in (s.bos, nieuw, ander)}


def test_the_last_key_that_signs_is_never_taken_off(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    s.stuur(s2)
    assert roosters(s2.store).huidig.sleutels == (s.bos.openbaar.verify,)
    rooster = withdraw_device(s.store, s.bos, s2.id)
    assert rooster.sleutels == (s.bos.openbaar.verify,)
