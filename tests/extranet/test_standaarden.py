"""What other programs read of a site is what the open standards say it is."""

import json
import shutil
from dataclasses import replace
from datetime import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lxml import etree

from tests.extranet.conftest import NU, laat_staan
from tests.verpakt import Verpakt
from tests.zittingbouwers import een_actie, een_besluit, een_presentie, een_stem, een_stemming
from tk_desktop.domain.actie import Actiesoort
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.domain.stemming import Keuze, Stemwijze
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.domain.verslag import Verslagstaat
from tk_desktop.extranet.ori_a import NAAMRUIMTE, Vertaling, VertalingOnbruikbaar
from tk_desktop.extranet.publiceren import publish
from tk_desktop.store.werkmap import Store

SCHEMA = Path(__file__).parents[1] / "data" / "ori-a" / "ORI-A.xsd"
ORI_A = {"o": NAAMRUIMTE}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "d": "https://standaarden.overheid.nl/diwoo/metadata/"}


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


@pytest.fixture(scope="module")
def werkmap(verpakt: Verpakt, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as it was held: with who was there, a vote by roll call, besluiten of every kind, and a promise."""
    map_ = Path(shutil.copytree(verpakt.werkmap, tmp_path_factory.mktemp("standaard") / "werkmap"))
    with Store.open(map_) as store, store.transaction():
        opname = verpakt.opname
        id_, gremium = opname.vergadering.id, opname.gremium.id
        open_ = [punt for punt in opname.agendapunten if not opname.is_besloten(punt)]
        gehouden = replace(opname.vergadering, status=Status.GEHOUDEN, begonnen=time(9, 31), geeindigd=time(11, 2))
        store.vergaderingen.save(gehouden)
        for rang, (uitkomst, punt) in enumerate(zip(Uitkomst, open_[1:], strict=False)):
            store.besluiten.save(
                een_besluit(
                    agendapunt_id=punt.id, uitkomst=uitkomst, nummer=f"BC GO 2026-{rang:03}", tekst="1. Het **plan**."
                )
            )
        store.presenties.save(
            een_presentie(
                vergadering_id=id_, naam="Taco Wiersinga", namens="Oudwold", gekomen=time(9, 40), volgorde="a"
            )
        )
        store.presenties.save(
            een_presentie(vergadering_id=id_, naam="Wies Tol", hoedanigheid=Hoedanigheid.GENODIGDE, volgorde="b")
        )
        store.stemmingen.save(
            een_stemming(
                agendapunt_id=open_[1].id,
                wijze=Stemwijze.HOOFDELIJK,
                stemmen=(een_stem(naam="Taco Wiersinga", keuze=Keuze.TEGEN),),
            )
        )
        store.acties.save(
            een_actie(
                gremium_id=gremium,
                vergadering_id=id_,
                agendapunt_id=open_[1].id,
                soort=Actiesoort.TOEZEGGING,
                tekst="stuurt de cijfers na",
            )
        )
        store.verslagen.save(replace(store.zitting(id_).verslag, staat=Verslagstaat.VASTGESTELD))
        laat_staan(store, id_)
    return map_


@pytest.fixture(scope="module", params=[Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN, Doelgroep.LEDEN])
def site(request: pytest.FixtureRequest, werkmap: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("site")
    with Store.open(werkmap) as store:
        (vergadering,) = store.vergaderingen.all()
        publish(store, request.param, map_ / "site", NU, erbij=[vergadering.id], basis="https://regio.example/é/")
    return map_ / "site"


def ori_a(site: Path) -> Path:
    (gevonden,) = site.glob("*/ori-a.xml")
    return gevonden


def test_a_meeting_that_was_held_is_valid_ori_a(site: Path, schema: etree.XMLSchema) -> None:
    schema.assertValid(etree.parse(str(ori_a(site))))


def test_a_besloten_item_has_its_number_and_nothing_else_on_the_site_its_papers_and_in_ori_a(
    site: Path, verpakt: Verpakt, request: pytest.FixtureRequest
) -> None:
    wortel = ET.parse(ori_a(site)).getroot()
    punten = wortel.findall("o:agendapunt", ORI_A)
    hoofd = [punt for punt in verpakt.opname.agendapunten if verpakt.opname.hoofdpunt(punt) is punt]
    assert [punt.findtext("o:volgnummer", "", ORI_A) for punt in punten] == [
        str(verpakt.opname.nummers[punt.id]) for punt in hoofd
    ]
    (dicht,) = (punt for punt in punten if punt.findtext("o:indicatieBesloten", "", ORI_A) == "true")
    titel = verpakt.opname.punt("punt-besloten").titel
    pagina = (ori_a(site).parent / "index.html").read_text("utf-8")
    verslag = (ori_a(site).parent / "verslag.html").read_text("utf-8")
    leden = request.node.callspec.params["site"] is Doelgroep.LEDEN  # their agenda is whole, what came of it is public
    assert (titel in pagina, "Besloten agendapunt" in pagina) == (leden, not leden)
    assert (titel in verslag, "Besloten agendapunt" in verslag) == (False, True)
    assert dicht.findtext("o:naam", "", ORI_A) == "Besloten agendapunt"
    assert len(dicht) == 7


def test_a_meeting_that_is_still_to_come_is_valid_ori_a(
    verpakt: Verpakt, tmp_path: Path, schema: etree.XMLSchema
) -> None:
    with Store.open(Path(shutil.copytree(verpakt.werkmap, tmp_path / "werkmap"))) as store:
        publish(store, Doelgroep.LEDEN, tmp_path / "site", NU, erbij=[verpakt.opname.vergadering.id])
    schema.assertValid(etree.parse(str(ori_a(tmp_path / "site"))))


def test_ori_a_tells_who_voted_what_and_what_was_promised_in_its_own_words(site: Path) -> None:
    wortel = ET.parse(ori_a(site)).getroot()
    (keuze,) = wortel.findall("o:aanwezigeDeelnemer/o:neemtDeelAanStemming/o:keuzeStemming", ORI_A)
    assert keuze.text == "Tegen"
    assert [el.text for el in wortel.findall("o:stemming/o:resultaatMondelingeStemming", ORI_A)] == ["Tegen"]
    assert "stuurt de cijfers na" in [el.text for el in wortel.findall("o:besluit/o:toezegging", ORI_A)]
    assert wortel.findtext("o:vergadering/o:isGenotuleerdIn/o:verwijzingInformatieobject/o:verwijzingID", "", ORI_A)


def test_an_outcome_without_a_word_in_ori_a_is_no_besluit_there_and_the_others_keep_their_own_words(site: Path) -> None:
    besluiten = ET.parse(ori_a(site)).getroot().findall("o:besluit", ORI_A)
    teksten = [el.findtext("o:toelichting", "", ORI_A) for el in besluiten]
    assert len(besluiten) == len(Uitkomst) - 2
    assert any("Conform advies." in tekst and "Het plan." in tekst for tekst in teksten)
    assert not any("Kennisgenomen" in tekst or "Ingetrokken" in tekst for tekst in teksten)


def test_another_list_of_words_is_used_and_one_that_is_no_list_is_refused(tmp_path: Path) -> None:
    eigen = tmp_path / "eigen.toml"
    lijsten = ["besluitResultaat", "stemmingstype", "keuzeStemming", "vergaderingStatus"]
    eigen.write_text("".join(f'[{naam}]\n"kennisgenomen" = "Aangenomen"\n' for naam in lijsten), encoding="utf-8")
    assert Vertaling.load(eigen).woord("besluitResultaat", "kennisgenomen") == "Aangenomen"
    assert Vertaling.load().woord("besluitResultaat", "kennisgenomen") == ""
    for inhoud in (b"[besluitResultaat", b"[besluitResultaat]\n", b"besluitResultaat = 3\n", b"\xff"):
        eigen.write_bytes(inhoud)
        with pytest.raises(VertalingOnbruikbaar):
            Vertaling.load(eigen)


def test_popolo_names_every_person_body_and_meeting_that_it_speaks_of(site: Path) -> None:
    gegevens = json.loads((site / "popolo.json").read_text(encoding="utf-8"))
    ids = {soort: {een["id"] for een in rijen} for soort, rijen in gegevens.items()}
    punten = {punt["id"] for vergadering in gegevens["events"] for punt in vergadering["agenda_items"]}
    for zetel in gegevens["memberships"]:
        assert zetel["person_id"] in ids["persons"]
        assert zetel["organization_id"] in ids["organizations"]
    for besluit in gegevens["motions"]:
        assert besluit["agenda_item_id"] in punten
    (stemming,) = gegevens["vote_events"]
    assert stemming["motion_id"] in ids["motions"]
    assert stemming["votes"] == [{"voter": {"name": "Taco Wiersinga"}, "option": "no", "weight": 1}]
    assert {
        deel["url"]
        for vergadering in gegevens["events"]
        for punt in vergadering["agenda_items"]
        for deel in punt["documents"]
    } <= {pad.relative_to(site).as_posix() for pad in site.rglob("*")}


def test_the_list_for_the_law_on_open_government_names_each_paper_with_its_kind_and_category(site: Path) -> None:
    wortel = ET.parse(site / "sitemap-diwoo.xml").getroot()
    adressen = [el.text or "" for el in wortel.findall("s:url/s:loc", SITEMAP)]
    assert all(adres.startswith("https://regio.example/%C3%A9/") and adres.endswith(".pdf") for adres in adressen)
    documenten = wortel.findall("s:url/d:Document/d:DiWoo", SITEMAP)
    assert len(documenten) == len(adressen) > 10
    for document in documenten:
        categorie = document.find("d:classificatiecollectie/d:informatiecategorieen/d:informatiecategorie", SITEMAP)
        assert categorie is not None
        assert categorie.get("resource", "").startswith("https://identifier.overheid.nl/tooi/")
        assert document.findtext("d:titelcollectie/d:officieleTitel", "", SITEMAP)
