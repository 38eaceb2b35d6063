"""Putting a meeting on a site: what stands there, what is written again, and what the log says of it."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.bouwers import een_agendapunt, een_stuk
from tests.extranet.conftest import NU
from tests.verpakt import Verpakt, inhoud_van_map, paginateksten
from tests.zittingbouwers import een_actie, een_besluit, een_geheimhouding
from tk_desktop.domain.uitgave import Uitgave, Uitgavesoort
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.domain.verslag import Puntverslag, Verslagstaat
from tk_desktop.extranet.map import MapInWerkmap
from tk_desktop.extranet.publiceren import NietOpSite, PersoonsgegevensOpen, Publicatie, publish, take_off
from tk_desktop.extranet.webadres import GeenWebadres
from tk_desktop.pack.controleren import withdraw_acceptance
from tk_desktop.pack.samenstellen import BeslotenGenoemd
from tk_desktop.pack.uitgeven import GeenSiteVoorEen, IntrekredenOntbreekt, on_site
from tk_desktop.store.werkmap import Store

OPENBAAR = Doelgroep.OPENBAAR


def zet_op(store: Store, site: Path, vergadering_id: str, voor: Doelgroep = OPENBAAR, **anders: Any) -> Publicatie:
    return publish(store, voor, site, NU, erbij=[vergadering_id], **anders)


def werk_bij(store: Store, site: Path, voor: Doelgroep = OPENBAAR) -> Publicatie:
    return publish(store, voor, site, NU + timedelta(days=1))


def pagina(site: Path, naam: str) -> str:
    (gevonden,) = site.glob(naam)
    return gevonden.read_text(encoding="utf-8")


def test_everybody_finds_the_agenda_each_paper_as_page_and_pdf_and_the_open_data(
    store: Store, site: Path, vergadering_id: str
) -> None:
    gedaan = zet_op(store, site, vergadering_id)
    (blad,) = gedaan.site.bladen
    agenda = pagina(site, "*/index.html")
    opname = blad.opname
    for stuk in opname.stukken:
        if opname.is_aanwezig(stuk):
            assert stuk.titel in agenda
    for naam in ("uitnodiging.html", "vergaderset.pdf", "vergadering.json", "vergadering.ics"):
        assert (site / blad.map / naam).is_file()
    assert (site / "index.html").is_file()


def test_what_is_besloten_is_in_no_file_for_everybody_and_stands_there_for_the_members(
    store: Store, site: Path, vergadering_id: str, verpakt: Verpakt
) -> None:
    opname = verpakt.opname
    geheim = [punt.titel for punt in opname.agendapunten if opname.is_besloten(punt)]
    zet_op(store, site, vergadering_id)
    zet_op(store, site.with_name("leden"), vergadering_id, Doelgroep.LEDEN)
    openbaar = _alle_tekst(site)
    leden = _alle_tekst(site.with_name("leden"))
    for titel in geheim:
        assert titel not in openbaar
        assert titel in leden


def test_what_a_duty_of_secrecy_holds_on_and_what_one_member_may_not_see_is_on_no_site_for_members(
    store: Store, site: Path, vergadering_id: str, verpakt: Verpakt
) -> None:
    opname = verpakt.opname
    gebonden, gemist = opname.agendapunten[2], opname.agendapunten[5]
    store.geheimhoudingen.save(een_geheimhouding(gremium_id=opname.gremium.id, agendapunten=frozenset({gebonden.id})))
    store.agendapunten.uitsluitingen.sluit_uit(gemist.id, opname.leden[0].persoon_id)
    zet_op(store, site, vergadering_id, Doelgroep.LEDEN)
    tekst = _alle_tekst(site)
    assert gebonden.titel not in tekst
    assert gemist.titel not in tekst


def test_without_a_change_nothing_is_written_and_nothing_comes_in_the_log(
    store: Store, site: Path, vergadering_id: str
) -> None:
    zet_op(store, site, vergadering_id)
    voor = inhoud_van_map(site)
    gedaan = werk_bij(store, site)
    assert (gedaan.bijgewerkt.gemaakt, gedaan.bijgewerkt.verwijderd) == ((), ())
    assert inhoud_van_map(site) == voor
    assert len(_logregels(store, vergadering_id)) == 1


def test_one_changed_title_makes_again_what_tells_it_and_no_other_paper(
    store: Store, site: Path, vergadering_id: str, verpakt: Verpakt
) -> None:
    zet_op(store, site, vergadering_id)
    punt = next(punt for punt in verpakt.opname.agendapunten if not verpakt.opname.stukken_bij(punt))
    store.agendapunten.save(replace(punt, titel="Rondvraag en sluiting in het nieuwe huis"))
    gedaan = werk_bij(store, site)
    (blad,) = gedaan.site.bladen
    papieren = {pad.removeprefix(f"{blad.map}/") for pad in gedaan.bijgewerkt.gemaakt if pad.endswith(".pdf")}
    agenda = next(blad.bestand(deel) for deel in blad.plan.onderdelen if deel.label == "agenda")
    assert papieren == {agenda, "vergaderset.pdf"}
    assert len(_logregels(store, vergadering_id)) == 2


def test_two_folders_with_the_site_of_the_same_werkmap_are_the_same_to_the_byte(
    store: Store, site: Path, vergadering_id: str
) -> None:
    zet_op(store, site, vergadering_id)
    zet_op(store, site.with_name("nog eens"), vergadering_id)
    assert inhoud_van_map(site) == inhoud_van_map(site.with_name("nog eens"))


def test_the_log_tells_who_put_what_there_when_with_the_sum_of_each_file(
    store: Store, site: Path, vergadering_id: str
) -> None:
    gedaan = zet_op(store, site, vergadering_id, door="Roos van Dalen")
    (regel,) = _logregels(store, vergadering_id)
    assert (regel.door, regel.moment) == ("Roos van Dalen", NU)
    map_ = gedaan.site.bladen[0].map
    assert {een.naam: een.sha256 for een in regel.bestanden} == {
        pad.removeprefix(f"{map_}/"): som for pad, som in gedaan.bijgewerkt.sommen.items() if pad.startswith(f"{map_}/")
    }


def test_a_withdrawn_meeting_leaves_the_site_whole_and_stays_in_the_log_with_the_reason(
    store: Store, site: Path, vergadering_id: str
) -> None:
    gedaan = zet_op(store, site, vergadering_id)
    take_off(store, OPENBAAR, vergadering_id, "Een naam stond erin", NU)
    werk_bij(store, site)
    assert not (site / gedaan.site.bladen[0].map).exists()
    assert gedaan.site.bladen[0].map not in _alle_tekst(site)
    (regel,) = _logregels(store, vergadering_id)
    assert regel.intrekreden == "Een naam stond erin"
    assert not on_site(store, OPENBAAR)


def test_withdrawing_asks_a_reason_and_a_meeting_that_is_there(store: Store, site: Path, vergadering_id: str) -> None:
    with pytest.raises(NietOpSite):
        take_off(store, OPENBAAR, vergadering_id, "Zomaar", NU)
    zet_op(store, site, vergadering_id)
    with pytest.raises(IntrekredenOntbreekt):
        take_off(store, OPENBAAR, vergadering_id, " ", NU)


def test_a_site_for_one_member_does_not_exist(store: Store, site: Path, vergadering_id: str) -> None:
    with pytest.raises(GeenSiteVoorEen):
        zet_op(store, site, vergadering_id, Doelgroep.LID)
    assert not site.exists()


def test_a_meeting_that_names_something_besloten_is_refused_before_anything_is_written(
    store: Store, site: Path, vergadering_id: str, verpakt: Verpakt
) -> None:
    open_ = next(punt for punt in verpakt.opname.agendapunten if not verpakt.opname.is_besloten(punt))
    dicht = een_agendapunt(vergadering_id=vergadering_id, volgorde="zz", titel="Aankoop Kadijkhoeve", besloten=True)
    store.agendapunten.save(dicht)
    store.agendapunten.save(replace(open_, toelichting="Zie Aankoop Kadijkhoeve."))
    with pytest.raises(BeslotenGenoemd):
        zet_op(store, site, vergadering_id)
    assert not site.exists()
    assert not on_site(store, OPENBAAR)


def test_personal_data_of_which_nobody_decided_keep_a_site_from_officials_and_everybody_and_not_what_goes_off_it(
    store: Store, site: Path, vergadering_id: str
) -> None:
    zet_op(store, site, vergadering_id)
    zet_op(store, site.with_name("leden"), vergadering_id, Doelgroep.LEDEN)
    nodig = next(een for een in store.opname(vergadering_id).aanvaard if een.code == "PG04")
    withdraw_acceptance(store, nodig.id, NU)
    for voor in (OPENBAAR, Doelgroep.AMBTENAREN):
        with pytest.raises(PersoonsgegevensOpen, match=re.escape(nodig.waar)) as fout:
            zet_op(store, site.with_name(voor.value), vergadering_id, voor)
        assert not site.with_name(voor.value).exists()
        assert "@" not in str(fout.value), "what it is about is not told whole"
    werk_bij(store, site.with_name("leden"), Doelgroep.LEDEN)
    take_off(store, OPENBAAR, vergadering_id, "Een mailadres stond erin", NU)
    publish(store, OPENBAAR, site, NU, nakijken=False)
    assert not list(site.glob("2026*"))


def test_besluiten_stand_there_once_the_meeting_was_held_and_a_verslag_once_it_was_approved(
    store: Store, site: Path, vergadering_id: str, verpakt: Verpakt
) -> None:
    punt = next(punt for punt in verpakt.opname.agendapunten if not verpakt.opname.is_besloten(punt))
    store.besluiten.save(een_besluit(agendapunt_id=punt.id, nummer="BC GO 2026-001", tekst="Het dak te dichten."))
    store.puntverslagen.save(Puntverslag(id="p", agendapunt_id=punt.id, besproken="Er werd gelachen."))
    zet_op(store, site, vergadering_id)
    assert "Het dak te dichten" not in _alle_tekst(site)
    store.vergaderingen.save(replace(verpakt.opname.vergadering, status=Status.GEHOUDEN))
    werk_bij(store, site)
    assert "Het dak te dichten" in pagina(site, "besluiten.html")
    assert "Het dak te dichten" in pagina(site, "*/besluitenlijst.html")
    assert "Er werd gelachen" not in _alle_tekst(site)
    verslag = store.zitting(vergadering_id).verslag
    store.verslagen.save(replace(verslag, staat=Verslagstaat.VASTGESTELD, vastgesteld_op=date(2026, 7, 2)))
    werk_bij(store, site)
    assert "Er werd gelachen" in pagina(site, "*/verslag.html")
    assert any("Er werd gelachen" in tekst for tekst in paginateksten(next(site.glob("*/verslag.pdf"))))


def test_open_actions_of_meetings_on_the_site_stand_there_and_those_that_are_besloten_do_not(
    store: Store, site: Path, vergadering_id: str, verpakt: Verpakt
) -> None:
    gremium = verpakt.opname.gremium.id
    store.vergaderingen.save(replace(verpakt.opname.vergadering, status=Status.GEHOUDEN))
    for tekst, besloten in (("belt de aannemer", False), ("belt de notaris", True)):
        store.acties.save(
            een_actie(gremium_id=gremium, vergadering_id=vergadering_id, tekst=tekst, besloten=besloten, volgorde=tekst)
        )
    zet_op(store, site, vergadering_id)
    assert "belt de aannemer" in pagina(site, "acties.html")
    assert "belt de notaris" not in _alle_tekst(site)


def test_papers_with_one_title_and_very_long_or_foreign_titles_all_have_an_address_of_their_own(
    store: Store, site: Path, vergadering_id: str, verpakt: Verpakt
) -> None:
    stuk = next(stuk for stuk in verpakt.opname.stukken if stuk.id in verpakt.opname.versies)
    versie = verpakt.opname.versies[stuk.id]
    for rang, titel in enumerate(["Één titel", "Één titel", "é" * 200, "Ωμέγα", "con", "index"]):
        los = een_stuk(
            vergadering_id=vergadering_id, titel=titel, volgorde=f"z{rang}", id=f"los-{rang}", soort=stuk.soort
        )
        store.stukken.save(los)
        store.versies.save(replace(versie, id=f"versie-{rang}", stuk_id=los.id))
    gedaan = zet_op(store, site, vergadering_id)
    (blad,) = gedaan.site.bladen
    adressen = [blad.adres(deel) for deel in blad.plan.onderdelen if blad.adres(deel)]
    assert len(set(adressen)) == len(adressen)
    assert all((site / blad.map / adres).is_file() and adres.isascii() and len(adres) < 90 for adres in adressen)


def test_the_feed_and_the_sitemap_name_the_whole_address_also_when_the_site_stands_in_a_folder(
    store: Store, site: Path, vergadering_id: str
) -> None:
    gedaan = zet_op(store, site, vergadering_id, basis="https://regio.example/stukken/")
    map_ = gedaan.site.bladen[0].map
    assert f"<link>https://regio.example/stukken/{map_}/index.html</link>" in pagina(site, "nieuws.xml")
    assert f"<loc>https://regio.example/stukken/{map_}/index.html</loc>" in pagina(site, "sitemap.xml")
    assert "//" not in pagina(site, "sitemap.xml").replace("https://", "").replace("http://", "")
    assert "Volg welke vergaderingen erbij komen" in (site / "index.html").read_text(encoding="utf-8")


def test_what_is_no_address_of_a_site_is_refused_before_anything_is_written(
    store: Store, site: Path, vergadering_id: str
) -> None:
    with pytest.raises(GeenWebadres):
        zet_op(store, site, vergadering_id, basis="regio.example")
    assert not site.exists()


def test_a_site_is_not_written_in_the_werkmap_itself(store: Store, vergadering_id: str) -> None:
    with pytest.raises(MapInWerkmap):
        zet_op(store, store.map / "site", vergadering_id)
    assert not (store.map / "site").exists()


def test_a_site_keeps_its_name_and_address_until_they_are_said_otherwise(
    store: Store, site: Path, vergadering_id: str
) -> None:
    zet_op(store, site, vergadering_id, basis="https://regio.example/", naam="Extranet Waterkant")
    weer = werk_bij(store, site)
    assert (weer.bijgewerkt.gemaakt, weer.bijgewerkt.verwijderd) == ((), ())
    assert (weer.site.naam, (site / "nieuws.xml").is_file()) == ("Extranet Waterkant", True)
    anders = publish(store, OPENBAAR, site, NU, basis="")
    assert (anders.site.naam, (site / "nieuws.xml").is_file()) == ("Extranet Waterkant", False)
    assert werk_bij(store, site).site.basis == ""


def _logregels(store: Store, vergadering_id: str) -> list[Uitgave]:
    return [een for een in store.uitgaven.van_vergadering(vergadering_id) if een.soort is Uitgavesoort.EXTRANET]


def _alle_tekst(site: Path) -> str:
    """Return all words on a site: of pages, scripts and data, and of every page of every PDF."""
    delen = []
    for pad in sorted(site.rglob("*")):
        delen.append(pad.name)
        if pad.suffix == ".pdf":
            delen.extend(paginateksten(pad))
        elif pad.is_file():
            delen.append(pad.read_text(encoding="utf-8"))
    return "\n".join(delen)
