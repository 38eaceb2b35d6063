"""The menu of a field for rich text, in Dutch; its owner may put words before it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from tk_desktop.desktop.text.opmaakbewerking import tabel_van
from tk_desktop.desktop.text.tabelbewerking import Tabelstap


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekstacties:
    """What a field for rich text can do beside what every field can; ``tabel`` is ``None`` where none may stand."""

    plak_kaal: Callable[[], object]
    koppeling: Callable[[], object]
    wijzig_tabel: Callable[[Tabelstap], object]
    tabel: Callable[[], object] | None


def tekstmenu(veld: QTextEdit, plek: QTextCursor, acties: Tekstacties) -> QMenu:
    """Return what can be done in a field at a place in its text."""
    menu = QMenu(veld)
    heeft = veld.textCursor().hasSelection()
    for tekst, doe, kan in (
        ("Kn&ippen\tCtrl+X", veld.cut, heeft),
        ("&Kopiëren\tCtrl+C", veld.copy, heeft),
        ("&Plakken\tCtrl+V", veld.paste, veld.canPaste()),
        ("Plakken &zonder opmaak\tCtrl+Shift+V", acties.plak_kaal, veld.canPaste()),
        ("&Alles selecteren\tCtrl+A", veld.selectAll, True),
    ):
        voeg_actie_toe(menu, tekst, doe).setEnabled(kan)
    menu.addSeparator()
    if tabel_van(plek) is not None:
        for stap in Tabelstap:
            if stap is Tabelstap.RIJ_WEG:
                menu.addSeparator()
            voeg_actie_toe(menu, stap.value, partial(acties.wijzig_tabel, stap))
        menu.addSeparator()
    elif acties.tabel is not None:
        voeg_actie_toe(menu, "&Tabel invoegen", acties.tabel)
    voeg_actie_toe(menu, "K&oppeling…\tCtrl+K", acties.koppeling)
    return menu


def voeg_actie_toe(menu: QMenu, tekst: str, doe: Callable[[], object], *, voor: QAction | None = None) -> QAction:
    """Put an action at the end of a menu, or before another."""
    actie = QAction(tekst, menu)

    def gekozen() -> None:
        doe()

    actie.triggered.connect(gekozen)
    if voor is None:
        menu.addAction(actie)
    else:
        menu.insertAction(voor, actie)
    return actie
