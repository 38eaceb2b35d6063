"""Every text in the window can be read, in light and in dark."""

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tk_desktop.desktop.pages.markeerkleuren import markeerkleur
from tk_desktop.desktop.parts.theme import DONKER, LICHT, Kleuren, Thema, kies_thema, kleuren, stijl
from tk_desktop.domain.notenstijl import Kleur


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
def test_what_cannot_be_used_can_still_be_read_and_is_told_apart(palet: Kleuren) -> None:
    for naam, paar in palet.stille_paren():
        assert 3 <= contrast(paar.tekst, paar.vlak) < contrast(palet.zacht, paar.vlak) / 1.5, naam


@pytest.mark.parametrize("thema", [Thema.LICHT, Thema.DONKER])
@pytest.mark.parametrize("groep", list(QPalette.ColorGroup)[:3], ids=lambda groep: groep.name)
def test_what_qt_itself_draws_can_be_read(qapp: QApplication, thema: Thema, groep: QPalette.ColorGroup) -> None:
    kies_thema(qapp, thema)
    rol, palet = QPalette.ColorRole, qapp.palette()
    minstens = 3 if groep is QPalette.ColorGroup.Disabled else 4.5
    te_zwak: dict[str, float] = {}
    for tekst, vlak in (
        (rol.WindowText, rol.Window),
        (rol.Text, rol.Base),
        (rol.Text, rol.AlternateBase),
        (rol.ButtonText, rol.Button),
        (rol.BrightText, rol.Window),
        (rol.ToolTipText, rol.ToolTipBase),
        (rol.PlaceholderText, rol.Base),
        (rol.HighlightedText, rol.Highlight),
        (rol.HighlightedText, rol.Accent),
        (rol.Link, rol.Base),
        (rol.LinkVisited, rol.Base),
    ):
        verhouding = contrast(palet.color(groep, tekst).name(), palet.color(groep, vlak).name())
        te_zwak |= {f"{tekst.name} op {vlak.name}": round(verhouding, 2)} if verhouding < minstens else {}
    assert te_zwak == {}


@pytest.mark.parametrize("palet", [LICHT, DONKER], ids=["licht", "donker"])
def test_every_colour_that_the_style_sheet_gives_to_words_can_be_read(palet: Kleuren) -> None:
    """Read from the style sheet itself, so that a new rule cannot be forgotten."""
    te_zwak: dict[str, tuple[str, str]] = {}
    regels = re.findall(r"([^{}]+)\{([^}]*)\}", stijl(palet, 18))
    assert len(regels) > 30
    for wie, wat in regels:
        kleuren_van = dict(
            re.findall(r"(?<![\w-])(color|background|selection-color|selection-background-color): (#\w+)", wat)
        )
        minstens = 3 if ":disabled" in wie else 4.5
        vlakken = [kleuren_van["background"]] if "background" in kleuren_van else [palet.venster, palet.veld]
        zonder_woorden = any(deel in wie for deel in ("::indicator", "::handle", "close-button"))
        paren = [] if zonder_woorden else [(kleuren_van.get("color", palet.tekst), vlak) for vlak in vlakken]
        if "selection-color" in kleuren_van:
            paren.append((kleuren_van["selection-color"], kleuren_van["selection-background-color"]))
        for tekst, vlak in paren:
            te_zwak |= {wie.strip(): (tekst, vlak)} if contrast(tekst, vlak) < minstens else {}
    assert te_zwak == {}


@pytest.mark.parametrize("palet", [LICHT, DONKER], ids=["licht", "donker"])
def test_the_edge_of_every_field_and_button_stands_out(palet: Kleuren) -> None:
    """Read from the style sheet itself (WCAG 2.2, 1.4.11); what cannot be used now may be softer."""
    te_zwak: dict[str, str] = {}
    gezien: set[str] = set()
    for wie, wat in re.findall(r"([^{}]+)\{([^}]*)\}", stijl(palet, 18)):
        invulbaar = set(re.findall(r"Q(?:LineEdit|PlainTextEdit|TextEdit|ComboBox|SpinBox|PushButton)\b", wie))
        rand = re.search(r"border(?:-color)?: (?:\d+px solid )?(#\w+)", wat)
        if not invulbaar or rand is None or "disabled" in wie:
            continue
        gezien |= invulbaar
        for vlak in (palet.venster, palet.veld):
            te_zwak |= {wie.strip(): rand[1]} if contrast(rand[1], vlak) < 3 else {}
    assert te_zwak == {}
    assert len(gezien) == 6


@pytest.mark.parametrize("letter", [18, 54])
def test_signs_beside_words_are_as_large_as_the_words(letter: int) -> None:
    maten = {int(maat) for maat in re.findall(r"(?:width|height|icon-size): (\d+)px", stijl(LICHT, letter))}
    assert min(maten) >= letter * 0.3


@pytest.mark.parametrize("palet", [LICHT, DONKER], ids=["licht", "donker"])
def test_the_boxes_to_tick_stand_out(palet: Kleuren) -> None:
    """An empty one by its border, a ticked one by its plane (WCAG 2.2, 1.4.11)."""
    assert min(contrast(palet.zacht, vlak) for vlak in (palet.venster, palet.veld)) >= 3
    assert min(contrast(palet.selectie.vlak, vlak) for vlak in (palet.venster, palet.veld)) >= 3


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
