"""Whose an action is: only who is known round the table, or was named with a colon."""

from datetime import date

import pytest

from tests.bouwers import een_gremium, een_lidmaatschap, een_opname, een_persoon, een_vergadering
from tests.zittingbouwers import een_presentie
from tk_desktop.domain.actiehouder import bekenden
from tk_desktop.domain.actieregel import lees_actieregel

DAG = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("regel", "door", "tekst"),
    [
        ("!artsentekort agenderen", "", "artsentekort agenderen"),
        ("!Bellen met de aannemer", "", "Bellen met de aannemer"),
        ("!bel", "", "bel"),
        ("!en/of vragen wat kan", "", "en/of vragen wat kan"),
        ("!roos van dalen belt", "roos van dalen", "belt"),
        ("!Wethouder Van Dalen belt", "Wethouder Van Dalen", "belt"),
        ("!De secretaris belt", "De secretaris", "belt"),
        ("!BC WK komt terug", "BC WK", "komt terug"),
        ("!Veenhoek levert cijfers", "Veenhoek", "levert cijfers"),
        ("!Roos en Guus bellen", "Roos en Guus", "bellen"),
        ("!Roos, WK/directie en de secretaris bellen", "Roos, WK/directie en de secretaris", "bellen"),
        ("!Roos en passant bellen", "Roos", "en passant bellen"),
        ("!Nieuwe aannemer: belt", "Nieuwe aannemer", "belt"),
        ("!Roos belt om 14:30 uur", "Roos", "belt om 14:30 uur"),
        (
            "!vragen wie hier eerder over gingen: Veenhoek of Oudwold",
            "",
            "vragen wie hier eerder over gingen: Veenhoek of Oudwold",
        ),
        ("!: Roos wordt gebeld", "", "Roos wordt gebeld"),
        ("!Let op: brief sturen", "", "Let op: brief sturen"),
        ("!NB: brief sturen", "", "NB: brief sturen"),
        ("!Let op Roos: brief sturen", "", "Let op Roos: brief sturen"),
        ("!navragen: wie er belt", "", "navragen: wie er belt"),
        ("!roos: belt", "roos", "belt"),
        ("!wethouder Zwart: belt", "wethouder Zwart", "belt"),
        ("!van der Berg: belt", "van der Berg", "belt"),
        ("!Actie: Roos belt", "Roos", "belt"),
        ("!actie: brief sturen", "", "brief sturen"),
        ("!Actie Nieuwe aannemer: belt", "Nieuwe aannemer", "belt"),
        ("!Actie: Nieuwe aannemer: belt", "Nieuwe aannemer", "belt"),
        ("!Actie:", "", "Actie:"),
    ],
)
def test_only_who_is_known_has_an_action_without_a_colon(regel: str, door: str, tekst: str) -> None:
    gelezen = lees_actieregel(regel, DAG, _bekend())
    assert (gelezen.door, gelezen.tekst) == (door, tekst)


def _bekend() -> frozenset[str]:
    """Return who is known to a body with two people of Veenhoek."""
    gremium = een_gremium(id="bc", afkorting="BC WK")
    mensen = [een_persoon(id="roos", naam="Roos van Dalen"), een_persoon(id="guus", naam="G. Meerdink")]
    lid = een_lidmaatschap(gremium_id="bc", persoon_id="roos", namens="gemeente Veenhoek")
    opname = een_opname(vergadering=een_vergadering(gremium_id="bc"), gremium=gremium, personen=mensen, leden=[lid])
    return bekenden(opname, [een_presentie(naam="Guus Meerdink")], [gremium], [])


def test_a_word_that_heads_a_remark_is_nobody_even_when_it_once_had_an_action() -> None:
    gremium = een_gremium(id="bc", afkorting="BC WK")
    opname = een_opname(vergadering=een_vergadering(gremium_id="bc"), gremium=gremium, personen=[], leden=[])
    bekend = bekenden(opname, [], [gremium], ["Let op", "Actie", "Aannemer Smit"])
    assert lees_actieregel("!Let op brief sturen", DAG, bekend).door == ""
    assert lees_actieregel("!Aannemer Smit belt", DAG, bekend).door == "Aannemer Smit"
