"""The site of the sample in a real browser, from the disk: every link works, search finds, and nobody is kept out."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.extranet.conftest import NU, laat_staan
from tests.verpakt import Verpakt
from tests.zittingbouwers import een_actie, een_besluit
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.domain.verslag import Verslagstaat
from tk_desktop.extranet.publiceren import publish
from tk_desktop.paper.blad import cel
from tk_desktop.paper.web import WebDocument
from tk_desktop.store.werkmap import Store

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="er is geen Chromium om de site in te openen")
ZONDER_NETWERK = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def site(verpakt: Verpakt, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample for everybody, as it is after the meeting: with besluiten, actions and a verslag."""
    map_ = tmp_path_factory.mktemp("browser")
    with Store.open(Path(shutil.copytree(verpakt.werkmap, map_ / "werkmap"))) as store:
        opname = verpakt.opname
        id_ = opname.vergadering.id
        punt = next(punt for punt in opname.agendapunten if not opname.is_besloten(punt))
        store.vergaderingen.save(replace(opname.vergadering, status=Status.GEHOUDEN))
        store.besluiten.save(
            een_besluit(agendapunt_id=punt.id, nummer="BC GO 2026-001", tekst="1. De **agenda** vast.")
        )
        store.acties.save(een_actie(gremium_id=opname.gremium.id, vergadering_id=id_, tekst="belt de aannemer"))
        store.verslagen.save(replace(store.zitting(id_).verslag, staat=Verslagstaat.VASTGESTELD))
        laat_staan(store, id_)
        publish(store, Doelgroep.OPENBAAR, map_ / "mijn site é", NU, erbij=[id_])
    return map_ / "mijn site é"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as spelen:
        yield spelen.chromium.launch(executable_path=CHROMIUM, args=ZONDER_NETWERK)


@pytest.fixture
def blad(browser: Browser) -> Iterator[Page]:
    """A page that fails a test when a script on it does, or when it reaches out for anything."""
    klachten: list[str] = []
    pagina = browser.new_page()
    pagina.on("pageerror", lambda fout: klachten.append(str(fout)))
    pagina.on("request", lambda vraag: klachten.append(vraag.url) if not vraag.url.startswith("file:") else None)
    yield pagina
    pagina.close()
    assert klachten == []


def paginas(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_link_and_every_file_a_page_needs_is_there(site: Path, blad: Page) -> None:
    gezien = 0
    for pagina in paginas(site):
        blad.goto(pagina.as_uri())
        doelen = blad.eval_on_selector_all("a[href], link[href], script[src]", "een => een.map(e => e.href || e.src)")
        for doel in doelen:
            delen = urlsplit(doel)
            if delen.scheme == "file":
                pad = Path(unquote(delen.path))
                assert pad.is_file(), f"{pagina.name} leads to {pad.name}, which is not there"
                if delen.fragment and pad.suffix == ".html":
                    assert f'id="{delen.fragment}"' in pad.read_text(encoding="utf-8")
                gezien += 1
    assert gezien > 50


def test_from_the_first_page_a_reader_comes_at_every_file_for_readers(site: Path, blad: Page) -> None:
    te_gaan, gehad = [site / "index.html"], set()
    while te_gaan:
        pagina = te_gaan.pop()
        if pagina in gehad:
            continue
        gehad.add(pagina)
        if pagina.suffix == ".html":
            blad.goto(pagina.as_uri())
            doelen = blad.eval_on_selector_all("a[href]", "een => een.map(e => e.href)")
            te_gaan += [Path(unquote(urlsplit(doel).path)) for doel in doelen if doel.startswith("file:")]
    anders = {"publicatie.json", "popolo.json", "nieuws.xml", "sitemap.xml", "sitemap-diwoo.xml"}
    alle = {pad for pad in site.rglob("*") if pad.is_file() and pad.name not in anders}
    niet = {pad for pad in alle - gehad if pad.parent.name not in ("zoek", "opmaak")}
    assert niet == set()


@pytest.mark.parametrize("breedte", [641, 683])
def test_a_budget_of_millions_does_not_run_out_of_a_screen_at_twice_the_size(
    site: Path, blad: Page, breedte: int
) -> None:
    blad.set_viewport_size({"width": breedte, "height": 384})
    blad.goto((site / "index.html").as_uri())
    tabel = WebDocument(str)
    rij = (cel("Programmaorganisatie algemeen"), *[cel("16.275.938", vet=True)] * 6)
    tabel.table(("Post", *["Verwacht t/m 31 dec ’26"] * 6), [rij], (1,) * 7)
    blad.evaluate("html => document.querySelector('main').innerHTML = html", tabel.html())
    assert blad.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("breedte", [360, 1200])
@pytest.mark.parametrize("kleur", ["light", "dark"])
def test_no_page_keeps_anybody_out(site: Path, blad: Page, breedte: int, kleur: str) -> None:
    """WCAG 2.1 A and AA as axe checks it, contrast in both palettes included; nothing runs out of a small screen."""
    blad.set_viewport_size({"width": breedte, "height": 800})
    blad.emulate_media(color_scheme="dark" if kleur == "dark" else "light")
    fouten = {}
    for pagina in paginas(site):
        blad.goto(pagina.as_uri())
        gevonden = Axe().run(blad).response["violations"]
        if gevonden:
            fouten[pagina.name] = [(een["id"], een["nodes"][0]["html"]) for een in gevonden]
        assert blad.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{pagina.name} is te breed"
    assert fouten == {}


def test_search_finds_a_word_in_a_bijlage_and_leads_to_its_page(site: Path, blad: Page) -> None:
    blad.goto((site / "zoeken.html").as_uri())
    blad.get_by_label("Woorden").fill("ZWEMFONDS verdel")
    blad.wait_for_selector("#treffers li")
    assert blad.get_by_text("Zoeken werkt alleen").is_hidden()
    assert re.fullmatch(r"\d+ plaatsen gevonden\.", blad.locator("#hoeveel").inner_text())
    eerste = blad.locator("#treffers a").first
    assert "wemfonds" in eerste.inner_text()
    assert Path(unquote(urlsplit(str(eerste.evaluate("a => a.href"))).path)).is_file()


def test_a_word_is_found_within_longer_ones_and_the_page_opens_where_it_stands(site: Path, blad: Page) -> None:
    blad.goto((site / "zoeken.html").as_uri())
    blad.get_by_label("Woorden").fill("büreau")
    blad.wait_for_selector("#treffers li")
    adressen = blad.eval_on_selector_all("#treffers a", "alle => alle.map(a => a.href)")
    assert any(adres.endswith(".html#:~:text=consultatiebureau") for adres in adressen)
    assert any(re.search(r"\.pdf#page=\d+&search=consultatiebureau$", adres) for adres in adressen)
    blad.locator("#treffers a[href*='consultatiebureau']:not([href*='.pdf'])").first.click()
    blad.wait_for_function("window.scrollY > 0")
    blad.goto((site / "zoeken.html").as_uri() + "?q=rijdend+bureau")
    blad.wait_for_selector("#treffers a[href$='.html#:~:text=rijdend&text=consultatiebureau']")


def test_what_is_found_shows_its_words_is_narrowed_and_is_there_again_on_going_back(site: Path, blad: Page) -> None:
    blad.goto((site / "zoeken.html").as_uri())
    assert blad.locator("#keuzes").is_hidden()
    blad.get_by_label("Woorden").fill("BÜREAU rijdend")
    blad.wait_for_selector("#treffers li:first-child .fragment")
    merken = blad.locator("#treffers li:first-child .fragment mark").all_inner_texts()
    assert {woord.casefold() for woord in merken} >= {"rijdend", "consultatiebureau"}
    assert (
        blad.get_by_label("Gremium").locator("option").count()
        == blad.get_by_label("Jaar").locator("option").count()
        == 2
    )
    soort = blad.get_by_label("Soort")
    namen = soort.locator("option").all_inner_texts()
    assert namen[0] == "Alle soorten"
    keus = next(naam for naam in namen if naam.startswith("opiniërende nota ("))
    soort.select_option(label=keus)
    aantal = int(keus.rpartition("(")[2].rstrip(")"))
    blad.wait_for_function(f"document.querySelectorAll('#treffers li').length === {aantal}")
    assert soort.locator("option").all_inner_texts() == namen, "what else there is, is still counted"
    blad.wait_for_selector(".fragment")
    assert Axe().run(blad).response["violations"] == []
    blad.set_viewport_size({"width": 360, "height": 700})
    assert blad.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    blad.locator("#treffers a").first.click()
    blad.wait_for_function("!window.location.pathname.endsWith('zoeken.html')")
    blad.go_back()
    blad.wait_for_function(f"document.querySelectorAll('#treffers li').length === {aantal}")
    assert (blad.get_by_label("Woorden").input_value(), soort.input_value()) == ("BÜREAU rijdend", "opiniërende nota")
    blad.get_by_label("Woorden").fill("zwemmen")
    blad.wait_for_function("document.getElementById('hoeveel').textContent.startsWith('Hierin is niets gevonden')")


def test_of_many_places_the_best_are_shown_and_the_others_are_asked_for(site: Path, blad: Page) -> None:
    blad.goto((site / "zoeken.html").as_uri())
    blad.get_by_label("Woorden").fill("de")
    blad.wait_for_selector("#meer:visible")
    aantal = int(blad.locator("#hoeveel").inner_text().split()[0])
    assert blad.locator("#treffers li").count() == 20 < aantal
    blad.get_by_role("button", name="Toon meer").press("Enter")
    assert blad.evaluate("document.activeElement === document.querySelectorAll('#treffers a')[20]")
    while blad.locator("#meer").is_visible():
        blad.locator("#meer").click()
    assert blad.locator("#treffers li").count() == aantal


def test_an_open_action_is_found_and_leads_to_the_list(site: Path, blad: Page) -> None:
    blad.goto((site / "zoeken.html").as_uri() + "?q=aannemer&soort=actie")
    blad.wait_for_selector("#treffers .fragment mark")
    assert blad.locator("#treffers a").all_inner_texts() == ["belt de aannemer"]
    blad.locator("#treffers a").first.click()
    blad.wait_for_selector("h1:has-text('Open acties')")


def test_search_says_when_nothing_is_found_and_finds_again_after_that(site: Path, blad: Page) -> None:
    blad.goto((site / "zoeken.html").as_uri())
    veld = blad.get_by_label("Woorden")
    veld.fill("kwijtgeraakt")
    blad.wait_for_function("document.getElementById('hoeveel').textContent.startsWith('Niets')")
    veld.fill("agenda")
    blad.wait_for_selector("#treffers li")
    veld.fill("")
    blad.wait_for_function("document.getElementById('treffers').children.length === 0")


def test_what_is_besloten_is_not_found(site: Path, blad: Page, verpakt: Verpakt) -> None:
    opname = verpakt.opname
    dicht = next(punt.titel for punt in opname.agendapunten if opname.is_besloten(punt))
    blad.goto((site / "zoeken.html").as_uri())
    blad.get_by_label("Woorden").fill(dicht)
    blad.wait_for_function("document.getElementById('hoeveel').textContent.startsWith('Niets')")


def test_without_scripts_every_paper_can_be_read_and_the_page_says_that_searching_cannot(
    site: Path, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    blad = context.new_page()
    blad.goto((site / "index.html").as_uri())
    blad.get_by_role("table").get_by_role("link").first.click()
    assert blad.get_by_role("heading", level=1).inner_text().startswith("Agenda")
    blad.get_by_role("link", name="Zoeken").click()
    assert blad.get_by_text("Zoeken werkt alleen als uw browser scripts toelaat").is_visible()
    context.close()


def test_with_the_keyboard_one_skips_the_menu(site: Path, blad: Page) -> None:
    blad.goto((site / "index.html").as_uri())
    blad.keyboard.press("Tab")
    assert blad.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    blad.keyboard.press("Enter")
    assert blad.evaluate("document.activeElement.id") == "inhoud"
