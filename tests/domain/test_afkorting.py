"""Short forms are explained where they stand."""

from tk_desktop.domain.afkorting import afkortingen_in, met_uitleg, teksten_van, uitleg
from tk_desktop.domain.programma import Afkorting, Project

AO = Afkorting(id="1", programma_id="p", kort="AO", lang="Ambtelijk overleg")
BO = Afkorting(id="2", programma_id="p", kort="BO", lang="Bestuurlijk overleg")
LEEG = Afkorting(id="3", programma_id="p", kort="XYZ")


def test_a_short_form_is_a_word_in_capitals_of_which_the_meaning_is_known() -> None:
    assert afkortingen_in("Naar het BO (en AO), niet de ao of AOW of XYZ", (BO, AO, LEEG)) == (AO, BO)
    assert met_uitleg("Naar het AO", (AO, BO)) == "Naar het AO\nAO: Ambtelijk overleg"
    assert uitleg(["het BO", "en AO"], (BO, AO)) == "AO: Ambtelijk overleg; BO: Bestuurlijk overleg"


def test_the_texts_of_a_project_are_its_name_and_what_is_told_of_it() -> None:
    project = Project(id="p", themalijn_id="l", volgorde="i", naam="Kade", doel="Naar het AO")
    assert uitleg(teksten_van(project), (AO,)) == "AO: Ambtelijk overleg"
