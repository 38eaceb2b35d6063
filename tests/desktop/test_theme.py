"""Every text in the window can be read, in light and in dark."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tk_desktop.desktop.markeerkleuren import markeerkleur
from tk_desktop.desktop.theme import DONKER, LICHT, Kleuren, Thema, kies_thema, kleuren
from tk_desktop.domain.aantekening import Kleur


def _helderheid(kleur: str) -> float:
    gekozen = QColor(kleur)
    delen = [gekozen.redF(), gekozen.greenF(), gekozen.blueF()]
    r, g, b = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen)
    return float(0.2126 * r + 0.7152 * g + 0.0722 * b)


def contrast(een: str, ander: str) -> float:
    """The ratio of WCAG 2.2, 1.4.3."""
    licht, donker = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


@pytest.mark.parametrize("palet", [LICHT, DONKER], ids=["licht", "donker"])
def test_every_pair_of_text_and_background_has_contrast_enough(palet: Kleuren) -> None:
    te_zwak = {
        naam: round(contrast(p.tekst, p.vlak), 2) for naam, p in palet.paren() if contrast(p.tekst, p.vlak) < 4.5
    }
    assert te_zwak == {}


@pytest.mark.parametrize("palet", [LICHT, DONKER], ids=["licht", "donker"])
def test_the_ring_round_what_has_the_keyboard_stands_out(palet: Kleuren) -> None:
    assert min(contrast(palet.focus, vlak) for vlak in (palet.venster, palet.veld)) >= 3


def test_the_user_chooses_light_or_dark(qapp: QApplication) -> None:
    for thema, palet in ((Thema.DONKER, DONKER), (Thema.LICHT, LICHT)):
        kies_thema(qapp, thema)
        assert kleuren() is palet
        assert qapp.palette().color(QPalette.ColorRole.WindowText).name() == palet.tekst


def test_words_stay_easy_to_read_on_every_mark() -> None:
    for kleur in Kleur:
        licht, donker = markeerkleur(kleur, False), markeerkleur(kleur, True)
        assert contrast("#000000", licht.vlak) >= 12
        assert contrast("#dedede", donker.vlak) >= 4.5
        assert contrast(licht.lijn, "#ffffff") >= 4.5
        assert contrast(donker.lijn, "#1b1b1b") >= 4.5
