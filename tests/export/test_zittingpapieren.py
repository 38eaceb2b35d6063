"""Papers of a meeting that was held tell in their names what they are; those for everybody hold what all may know."""

from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import een_agendapunt, een_opname, een_vergadering, een_voorstelpunt
from tests.zittingbouwers import een_actie, een_besluit, een_zitting
from tk_desktop.domain.actie import Actiestaat
from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.domain.momentopname import BESLOTEN_VARIANT
from tk_desktop.domain.verslag import Puntverslag
from tk_desktop.domain.zittingpapier import Zittingpapier, Zittingstof
from tk_desktop.export.verslag import write_verslag
from tk_desktop.export.vorm import Vorm
from tk_desktop.export.zittingpapieren import open_posten, plan_papieren
from tk_desktop.paper.reading import lees_pdf

GEHEIM = "Oesterbank"


def _stof() -> Zittingstof:
    punten = [een_agendapunt(id="oever"), een_agendapunt(id="koop", titel=GEHEIM, besloten=True)]
    besluiten = (
        een_besluit(agendapunt_id="oever", nummer="BC WK 2026-001"),
        een_besluit(agendapunt_id="koop", nummer="BC WK 2026-002", tekst=f"{GEHEIM} kopen."),
    )
    posten = (
        Actiepost(actie=een_actie(tekst="Belt de aannemer."), gremium="BC WK"),
        Actiepost(actie=een_actie(tekst=f"Belt {GEHEIM}."), gremium="BC WK", besloten=True),
        Actiepost(actie=een_actie(tekst="Mailt.", afgedaan=date(2026, 3, 1), staat=Actiestaat.GEDAAN), gremium="BC WK"),
    )
    return Zittingstof(zitting=een_zitting(opname=een_opname(agendapunten=punten), besluiten=besluiten), acties=posten)


def _namen(stof: Zittingstof) -> list[str]:
    return [taak.naam.removeprefix("BC WK 2026-03-11 ") for taak in plan_papieren(stof, set(Zittingpapier))]


def test_each_paper_has_a_name_that_tells_for_whom_it_is() -> None:
    assert _namen(_stof().voor_iedereen()) == [
        "verslag",
        "besluitenlijst",
        "actielijst",
        "uittreksel BC WK 2026-001",
    ]
    assert _namen(_stof()) == [
        "verslag (besloten)",
        "besluitenlijst (besloten)",
        "actielijst (besloten)",
        "uittreksel BC WK 2026-001 (besloten)",
        "uittreksel BC WK 2026-002 (besloten)",
    ]


def test_the_closed_uittreksel_of_an_open_besluit_never_takes_the_place_of_the_open_one(tmp_path: Path) -> None:
    besluit = een_besluit(agendapunt_id="oever", nummer="BC WK 2026-001", tekst=f"Kopen voor ~~{GEHEIM}~~.")
    tweede = een_besluit(agendapunt_id="oever", nummer="BC WK 2026-001", tekst="Hetzelfde nummer.")
    opname = een_opname(agendapunten=[een_agendapunt(id="oever")])
    stof = Zittingstof(zitting=een_zitting(opname=opname, besluiten=(besluit, tweede)))
    taken = [taak for een in (stof.voor_iedereen(), stof) for taak in plan_papieren(een, set(Zittingpapier))]
    assert len({taak.naam for taak in taken}) == len(taken) == 10
    teksten = {taak.naam: " ".join(lees_pdf(taak.write(tmp_path, Vorm.PDF)).paginas) for taak in taken}
    assert {naam.removeprefix("BC WK 2026-03-11 ") for naam, tekst in teksten.items() if GEHEIM in tekst} == {
        "verslag (besloten)",
        "besluitenlijst (besloten)",
        "uittreksel BC WK 2026-001 (besloten)",
    }
    for naam, tekst in teksten.items():
        assert (BESLOTEN_VARIANT in tekst) == ("(besloten)" in naam and "actielijst" not in naam), naam


@pytest.mark.parametrize("waar", ["besproken", "voorstel", "minderheid"])
def test_a_verslag_with_a_besloten_passage_says_on_each_page_that_it_is_that_variant(tmp_path: Path, waar: str) -> None:
    passage = f"Kopen voor ~~{GEHEIM}~~."
    punt = een_agendapunt(id="oever", voorstel=(een_voorstelpunt(tekst=passage if waar == "voorstel" else "Kopen."),))
    zitting = een_zitting(
        opname=een_opname(agendapunten=[punt]),
        verslagen={"oever": Puntverslag(id="v", agendapunt_id="oever", besproken=passage * (waar == "besproken"))},
        besluiten=(een_besluit(agendapunt_id="oever", minderheid=passage * (waar == "minderheid")),),
    )
    for een, dicht in ((zitting, True), (zitting.voor_iedereen(), False)):
        bladen = lees_pdf(write_verslag(een, tmp_path / "verslag.pdf", Vorm.PDF)).paginas
        assert een.heeft_besloten() is dicht
        assert all((BESLOTEN_VARIANT in blad) is dicht for blad in bladen)
        assert ("(besloten)" in " ".join(bladen)) is dicht
        assert (GEHEIM in " ".join(bladen)) is dicht


def test_only_what_was_asked_is_made() -> None:
    (taak,) = plan_papieren(_stof(), {Zittingpapier.ACTIELIJST})
    assert taak.papier is Zittingpapier.ACTIELIJST


@pytest.mark.parametrize("openbaar", [True, False])
def test_what_is_besloten_stands_in_the_closed_papers_alone(tmp_path: Path, *, openbaar: bool) -> None:
    stof = _stof().voor_iedereen() if openbaar else _stof()
    teksten = [
        " ".join(lees_pdf(taak.write(tmp_path, Vorm.PDF)).paginas) for taak in plan_papieren(stof, set(Zittingpapier))
    ]
    assert sum(GEHEIM in tekst for tekst in teksten) == (0 if openbaar else 4)


def test_the_list_of_actions_shows_what_is_open() -> None:
    assert [post.actie.tekst for post in open_posten(_stof().voor_iedereen())] == ["Belt de aannemer."]


def test_the_list_of_actions_of_a_day_stays_that_of_the_day_when_it_is_made_later() -> None:
    toen, later = date(2026, 3, 11), date(2026, 5, 6)
    acties = [
        een_actie(tekst="Van die dag.", ontstaan=toen),
        een_actie(tekst="Van mei.", ontstaan=later),
        een_actie(tekst="In mei klaar.", ontstaan=toen, staat=Actiestaat.GEDAAN, afgedaan=later),
        een_actie(tekst="Die dag klaar.", ontstaan=date(2026, 1, 7), staat=Actiestaat.GEDAAN, afgedaan=toen),
    ]
    opname = een_opname(vergadering=een_vergadering(datum=toen))
    stof = Zittingstof(
        zitting=een_zitting(opname=opname), acties=tuple(Actiepost(actie=een, gremium="BC WK") for een in acties)
    )
    posten = open_posten(stof)
    assert [post.actie.tekst for post in posten] == ["Van die dag.", "In mei klaar."]
    assert {post.actie.staat for post in posten} == {Actiestaat.OPEN}
