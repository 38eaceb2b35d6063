"""The picture of a site on which somebody seeks, taken in a browser."""

import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from tests.extranet.conftest import NU, laat_staan
from tests.extranet.test_browser import CHROMIUM, ZONDER_NETWERK
from tests.verpakt import vul_werkmap
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.extranet.publiceren import publish
from tk_desktop.store.werkmap import Store

_MAAT = ViewportSize(width=1050, height=714)


def main(doel: Path) -> Path:
    """Write the site of the sample for everybody, seek on it, and take the picture."""
    with tempfile.TemporaryDirectory() as map_, sync_playwright() as spelen:
        site = Path(map_) / "site"
        with Store.open(Path(map_) / "werkmap", maken=True) as store:
            id_ = vul_werkmap(store).vergadering.id
            laat_staan(store, id_)
            publish(store, Doelgroep.OPENBAAR, site, NU, erbij=[id_])
        browser = spelen.chromium.launch(executable_path=CHROMIUM, args=ZONDER_NETWERK)
        blad = browser.new_page(viewport=_MAAT, color_scheme="light")
        blad.goto(f"{(site / 'zoeken.html').as_uri()}?q=rijdend+bureau")
        blad.wait_for_selector("#treffers li:last-child .fragment")
        blad.screenshot(path=doel)
        browser.close()
    return doel
