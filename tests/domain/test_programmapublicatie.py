"""What of a programme everybody may read."""

from dataclasses import replace

import pytest

from tests.programmebouwers import PERIODE, maak_programma
from tk_desktop.domain.begroting import Bedragsoort, tel_op
from tk_desktop.domain.programma import Projectzorg, Zorgsoort
from tk_desktop.domain.programmapublicatie import NIET_OPENBAAR, besloten_namen, besloten_projecten, voor_iedereen
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Programmastand:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as store:
        return read_stand(store, maak_programma(store).id)


def _met_besloten(stand: Programmastand, naam: str) -> Programmastand:
    return replace(
        stand, projecten=tuple(replace(een, besloten=een.besloten or een.naam == naam) for een in stand.projecten)
    )


def test_without_anything_besloten_it_is_the_programme_itself(stand: Programmastand) -> None:
    assert voor_iedereen(stand) is stand


def test_what_stands_under_a_besloten_project_is_besloten_also_in_a_ring(stand: Programmastand) -> None:
    besloten = _met_besloten(stand, "Hofjes")
    assert besloten_namen(besloten) == ("Hofjes", "Hofje Zuid")
    hof, zuid = (een for een in besloten.projecten if een.naam.startswith("Hofje"))
    kring = replace(
        besloten,
        projecten=tuple(replace(een, ouder_id=zuid.id) if een.id == hof.id else een for een in besloten.projecten),
    )
    assert besloten_projecten(kring) == {hof.id, zuid.id}


def test_its_money_counts_in_every_total_and_says_nothing_of_it(stand: Programmastand) -> None:
    uit = voor_iedereen(_met_besloten(stand, "Hofjes"))
    for soort in Bedragsoort:
        assert tel_op(uit.lasten(PERIODE), soort) == tel_op(stand.lasten(PERIODE), soort)
    (regel,) = (een for een in uit.regels if een.naam == NIET_OPENBAAR)
    assert (regel.toelichting, regel.project_id) == ("", None)
    (post,) = uit.meenemen
    assert (post.waarvan, post.reden, post.bedrag) == (NIET_OPENBAAR, "", 23_000)


def test_nobody_reads_that_another_project_waits_for_it(stand: Programmastand) -> None:
    route, hof = stand.projecten[0], next(een for een in stand.projecten if een.naam == "Hofjes")
    zorg = Projectzorg(
        id="z", project_id=route.id, volgorde="a", soort=Zorgsoort.AFHANKELIJKHEID, tekst="De hofjes.",
        van_project_id=hof.id,
    )  # fmt: skip
    uit = voor_iedereen(_met_besloten(replace(stand, zorgen=(*stand.zorgen, zorg)), "Hofjes"))
    assert [een.tekst for een in uit.zorgen] == ["De vergunning komt later."]
