"""What can be found on a site says what it is, of whom and of which year, and is what its readers may know alone."""

from dataclasses import replace

from tests.extranet.conftest import NU
from tests.zittingbouwers import een_actie, een_besluit
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.domain.verslag import Verslagstaat
from tk_desktop.extranet.bladen import pages
from tk_desktop.extranet.stof import gather_site
from tk_desktop.extranet.zoekplaatsen import search_places
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort


def test_each_place_has_its_body_year_and_kind(store: Store, vergadering_id: str) -> None:
    opname = store.opname(vergadering_id)
    open_punt = next(punt for punt in opname.agendapunten if not opname.is_besloten(punt))
    dicht = next(punt for punt in opname.agendapunten if opname.is_besloten(punt))
    store.vergaderingen.save(replace(opname.vergadering, status=Status.GEHOUDEN))
    store.verslagen.save(replace(store.zitting(vergadering_id).verslag, staat=Verslagstaat.VASTGESTELD))
    store.besluiten.save(een_besluit(agendapunt_id=open_punt.id, nummer="2026-1", tekst="De kade."))
    van = {"gremium_id": opname.gremium.id, "vergadering_id": vergadering_id, "door": "GGD/dpg"}
    store.acties.save(een_actie(agendapunt_id=open_punt.id, tekst="Belt de **aannemer**.", **van))
    store.acties.save(een_actie(agendapunt_id=dicht.id, tekst="Belt de Oesterbank.", **van))
    store.acties.save(een_actie(agendapunt_id=open_punt.id, tekst="Biedt op de Oesterbank.", besloten=True, **van))

    site = gather_site(store, Doelgroep.OPENBAAR, [vergadering_id], NU)
    html = dict(pages(site, {}))
    plaatsen = list(search_places(site, html, lambda som: store.zoekregister.teksten(Zoeksoort.PAGINA, som)))

    assert {(een.gremium, een.jaar) for een in plaatsen} == {(opname.gremium.naam, 2026)}
    soorten = {een.adres.partition("/")[2].partition("#")[0]: een.soort for een in plaatsen}
    assert (soorten["index.html"], soorten["besluitenlijst.html"], soorten["verslag.html"]) == (
        "agenda", "besluitenlijst", "verslag",
    )  # fmt: skip
    assert {"brief", "adviesnota", "opiniërende nota", "informatienota", "presentatie"} <= set(soorten.values())
    acties = [een for een in plaatsen if een.soort == "actie"]
    assert [(een.titel, een.adres, een.waar) for een in acties] == [
        ("Belt de aannemer.", "acties.html", f"{opname.kort}, punt {opname.nummers[open_punt.id]}")
    ]
    assert "GGD/dpg" in acties[0].tekst
    assert not any("Oesterbank" in een.titel + een.tekst for een in plaatsen)
