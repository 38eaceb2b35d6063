"""The report of a programme on a site: what stands there, what stays away, and what is refused."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.extranet.conftest import NU
from tests.programmebouwers import PERIODE, maak_programma
from tests.verpakt import Verpakt
from tests.zittingbouwers import een_besluit
from tk_desktop.domain.programmapublicatie import Rapport
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.extranet.programmas import BeslotenInRapport
from tk_desktop.extranet.publiceren import Publicatie, publish
from tk_desktop.programme.begroting import link_besluit
from tk_desktop.programme.projecten import add_stap, change_project
from tk_desktop.programme.publicatie import IntrekredenNodig, RapportNietOpSite, take_report_off
from tk_desktop.store.werkmap import Store

OPENBAAR = Doelgroep.OPENBAAR
PLEK = "programmas/waterkant-gezond-2026-1"


@pytest.fixture
def rapport(store: Store) -> Rapport:
    return Rapport(maak_programma(store).id, PERIODE)


def zet(store: Store, site: Path, *rapporten: Rapport, voor: Doelgroep = OPENBAAR, **anders: Any) -> Publicatie:
    return publish(store, voor, site, NU, rapporten=rapporten, **anders)


def test_a_report_stands_on_the_site_as_page_paper_workbook_and_open_data(
    store: Store, site: Path, rapport: Rapport
) -> None:
    zet(store, site)
    assert not (site / "programmas.html").exists(), "nothing goes out by itself"
    assert "Programma’s" not in (site / "index.html").read_text()
    zet(store, site, rapport, door="Roos van Dalen")
    map_ = site / PLEK
    pagina = (map_ / "index.html").read_text()
    for woorden in ("Beweegroute langs de kade", "190.500", "Twee kilometer ligt er.", "rapportage.pdf"):
        assert woorden in pagina
    assert f"{PLEK}/index.html" in (site / "programmas.html").read_text()
    assert "Programma’s" in (site / "index.html").read_text()
    assert [(map_ / naam).read_bytes()[:2] for naam in ("rapportage.pdf", "overzicht.pdf", "begroting.xlsx")] == [
        b"%P", b"%P", b"PK",
    ]  # fmt: skip
    open_ = json.loads((map_ / "programma.json").read_text())
    (kade,) = (een for een in open_["regels"] if een["naam"] == "Kade")
    assert (kade["themalijn"], kade["bedragen"]["saldo"]) == ("Bewegen", 58_750)
    assert [een["naam"] for een in open_["themalijnen"][1]["projecten"]] == ["Hofjes", "Hofje Zuid"]
    (staat,) = store.programma.publicaties.op_site(OPENBAAR)
    assert (staat.rapport, staat.door, staat.geplaatst) == (rapport, "Roos van Dalen", NU)
    weer = publish(store, OPENBAAR, site, NU + timedelta(days=1), rapporten=[rapport])
    assert weer.bijgewerkt.gemaakt == ()
    assert store.programma.publicaties.op_site(OPENBAAR) == (staat,)


def test_two_programmes_of_one_name_have_a_folder_each(store: Store, site: Path, rapport: Rapport) -> None:
    ander = Rapport(maak_programma(store).id, PERIODE)
    gedaan = zet(store, site, rapport, ander)
    assert len({blad.map for blad in gedaan.site.programmas}) == 2
    assert len(list(site.glob("programmas/*/rapportage.pdf"))) == 2


def test_it_goes_off_the_site_with_a_reason(store: Store, site: Path, rapport: Rapport) -> None:
    zet(store, site, rapport)
    with pytest.raises(IntrekredenNodig):
        take_report_off(store, rapport, OPENBAAR, " ", NU)
    take_report_off(store, rapport, OPENBAAR, "Een bedrag was fout", NU)
    with pytest.raises(RapportNietOpSite):
        take_report_off(store, rapport, OPENBAAR, "Nog eens", NU)
    zet(store, site)
    assert not (site / "programmas").exists()
    assert [een.reden for een in store.programma.publicaties.all()] == ["Een bedrag was fout"]


def test_a_besloten_project_is_nowhere_on_the_site_and_its_money_counts(
    store: Store, site: Path, rapport: Rapport
) -> None:
    hofjes = next(een for een in store.programma.projecten.van(rapport.programma_id) if een.naam == "Hofjes")
    change_project(store, hofjes.id, besloten=True)
    change_project(store, next(een.id for een in store.programma.projecten.all() if een.is_sub), doel="Twaalf huizen.")
    zet(store, site, rapport)
    alles = b"".join(een.read_bytes() for een in sorted(site.rglob("*")) if een.suffix in {".html", ".json", ".js"})
    for woorden in ("Hofje", "Twaalf huizen", "Later begonnen", "De bouw begint later"):
        assert woorden.encode() not in alles
        assert woorden.encode("unicode_escape") not in alles
    pagina = (site / PLEK / "index.html").read_text()
    assert "Niet openbaar" in pagina
    assert "263.750" in pagina, "what is spent in all is as it was"
    zet(store, site.with_name("leden"), rapport, voor=Doelgroep.LEDEN)
    assert "Hofjes" in (site.with_name("leden") / PLEK / "index.html").read_text()


def test_a_report_that_names_what_is_besloten_is_refused_and_nothing_is_written(
    store: Store, site: Path, rapport: Rapport, verpakt: Verpakt
) -> None:
    opname = verpakt.opname
    geheim = next(punt for punt in opname.agendapunten if opname.is_besloten(punt))
    project = store.programma.projecten.van(rapport.programma_id)[0]
    stap = add_stap(store, project.id, f"Wacht op {geheim.titel.lower()}.")
    with pytest.raises(BeslotenInRapport, match=str(opname.nummers[geheim.id])):
        zet(store, site, rapport)
    assert not site.exists()
    assert store.programma.publicaties.all() == ()
    zet(store, site, rapport, voor=Doelgroep.LEDEN)
    store.programma.stappen.delete(stap.id)
    change_project(store, store.programma.projecten.van(rapport.programma_id)[2].id, besloten=True)
    add_stap(store, project.id, "Samen met hofje zuid.")
    with pytest.raises(BeslotenInRapport, match="een besloten project"):
        zet(store, site, rapport)


def test_a_besluit_is_named_where_it_stands_on_the_site_itself(
    store: Store, site: Path, rapport: Rapport, vergadering_id: str
) -> None:
    punt = next(een for een in store.opname(vergadering_id).agendapunten if not een.besloten)
    besluit = een_besluit(agendapunt_id=punt.id, nummer="2026-014", tekst="Er komen banken.", datum=date(2026, 3, 11))
    store.besluiten.save(besluit)
    project = store.programma.projecten.van(rapport.programma_id)[0]
    link_besluit(store, rapport.programma_id, besluit_id=besluit.id, projecten=[project.id])
    zet(store, site, rapport)
    assert "banken" not in (site / PLEK / "index.html").read_text()
