"""Icons have the colour of the text beside them."""

import pytest
from PySide6.QtWidgets import QApplication

from tk_desktop.base.paths import resources
from tk_desktop.desktop.parts.commands import OPDRACHTEN
from tk_desktop.desktop.parts.icons import beeldmerk, icon
from tk_desktop.desktop.parts.theme import DONKER, LICHT, Thema, kies_thema


@pytest.mark.parametrize(("thema", "kleur"), [(Thema.LICHT, LICHT.tekst), (Thema.DONKER, DONKER.tekst)])
def test_an_icon_follows_the_palette(qapp: QApplication, thema: Thema, kleur: str) -> None:
    huis = icon("house")
    kies_thema(qapp, thema)
    beeld = huis.pixmap(64, 64).toImage()
    getekend = {
        beeld.pixelColor(x, y).name() for x in range(64) for y in range(64) if beeld.pixelColor(x, y).alpha() == 255
    }
    assert kleur in getekend


def test_every_icon_that_a_command_names_is_there(qapp: QApplication) -> None:
    assert [een.id for een in OPDRACHTEN if een.icoon and icon(een.icoon).pixmap(16, 16).isNull()] == []


def test_the_program_has_a_sign_of_its_own(qapp: QApplication) -> None:
    assert not beeldmerk().pixmap(48, 48).isNull()


def test_icons_come_with_their_licence() -> None:
    assert "ISC License" in (resources() / "icons" / "lucide" / "LICENSE.txt").read_text(encoding="utf-8")


def test_every_drawing_that_travels_is_named_somewhere() -> None:
    code = "".join(pad.read_text(encoding="utf-8") for pad in (resources().parent / "tk_desktop").rglob("*.py"))
    tekeningen = sorted(pad.stem for pad in (resources() / "icons" / "lucide").glob("*.svg"))
    assert [naam for naam in tekeningen if f'"{naam}"' not in code] == []
