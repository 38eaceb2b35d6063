"""Versions of a paper: their words, where those stand, and whether pages look alike."""

from pathlib import Path

import pytest

from tests.papier import a_paper, a_scan, passage_op, resent
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.version_pages import Versiebladen


@pytest.fixture
def papier(tmp_path: Path) -> Path:
    pad = tmp_path / "papier.pdf"
    pad.write_bytes(a_paper(["De oevers verzakken.", "Wie betaalt dit?"], ["Tweede bladzijde"], []))
    return pad


def test_the_words_of_a_version_and_where_they_stand(papier: Path) -> None:
    with Versiebladen({"een": papier}.get) as bladen:
        paginas = bladen.paginas("een")
        assert paginas == lees_pdf(papier).paginas
        begin = paginas[0].index("Wie")
        (vlak,) = passage_op(bladen, "een", 1, begin, begin + 3)
        assert (vlak.pagina, round(vlak.x0)) == (1, 40)
        assert 480 < vlak.y0 < vlak.y1 < 500
        assert bladen.punt("een", 1, begin) == pytest.approx((vlak.x0, vlak.y0), abs=0.01)
        assert bladen.punt("een", 3, 0) is None


def test_of_a_version_that_is_gone_nothing_is_told(papier: Path) -> None:
    with Versiebladen({"een": papier}.get) as bladen:
        assert (bladen.paginas("twee"), bladen.beelden("twee", "een")) == ((), ())
        assert (passage_op(bladen, "twee", 1, 0, 5), bladen.punt("twee", 1, 0)) == ((), None)
        assert (passage_op(bladen, "een", 9, 0, 5), bladen.punt("een", 9, 0)) == ((), None)


def test_pages_that_look_alike_have_the_same_picture(papier: Path, tmp_path: Path) -> None:
    ander = tmp_path / "ander.pdf"
    ander.write_bytes(a_paper(["Tweede bladzijde"], ["x" * 60] * 30))
    with Versiebladen({"een": papier, "twee": ander}.get) as bladen:
        een, twee = bladen.beelden("een", "twee"), bladen.beelden("twee", "een")
    assert een[1].vorm == twee[0].vorm
    assert all(0 <= beeld.vorm < 2**64 for beeld in (*een, *twee))
    assert (een[1].vorm ^ twee[1].vorm).bit_count() > 0


BRIEF = ["Geachte leden,", "De kosten van de kade zijn 35.000 euro.", "Dit komt uit de reserve groot onderhoud."] * 12


@pytest.mark.parametrize("zwart_wit", [True, False])
@pytest.mark.parametrize(("van", "naar"), [("35.000", "36.000"), ("Dit", "Dat"), ("leden,", "leden.")])
def test_a_scan_that_is_resent_is_the_same_and_one_other_sign_in_it_is_not(
    tmp_path: Path, zwart_wit: bool, van: str, naar: str
) -> None:
    anders = [*BRIEF[:20], *(regel.replace(van, naar) for regel in BRIEF[20:24]), *BRIEF[24:]]
    assert anders != BRIEF
    een = a_scan(BRIEF, ["Bijlage"], zwart_wit=zwart_wit)
    versies = {"een": een, "opnieuw": resent(een, "Scan"), "anders": a_scan(anders, ["Bijlage"], zwart_wit=zwart_wit)}
    for naam, inhoud in versies.items():
        (tmp_path / naam).write_bytes(inhoud)
    with Versiebladen(lambda versie: tmp_path / versie) as bladen:
        assert bladen.paginas("een") == ("", "")
        eerst, opnieuw, daarna = (bladen.beelden(versie, "een") for versie in versies)
    assert versies["een"] != versies["opnieuw"]
    assert eerst == opnieuw
    assert eerst[0].precies != daarna[0].precies
    assert eerst[1] == daarna[1]
