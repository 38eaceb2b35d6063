"""Colours of the window: an own light and an own dark palette, every pair of which is easy to read (SCREENS 2.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tk_desktop.base.paths import resources


class Thema(StrEnum):
    """What the user chooses."""

    SYSTEEM = "systeem"
    LICHT = "licht"
    DONKER = "donker"


class Toon(StrEnum):
    """What a mark says by its colour, always beside a word or a sign."""

    GROEN = "groen"
    ORANJE = "oranje"
    ROOD = "rood"
    GRIJS = "grijs"
    BLAUW = "blauw"


@dataclass(frozen=True, slots=True)
class Paar:
    """Text and the colour under it."""

    tekst: str
    vlak: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kleuren:
    """All colours of one palette, as ``#rrggbb``.

    ``focus`` is the ring round what has the keyboard, ``uit`` the text of what cannot be used now, ``lijn`` the edge of
    what can be filled in or pressed (WCAG 2.2, 1.4.11), ``rand`` one that only divides.
    """

    naam: str
    tekst: str
    zacht: str
    uit: str
    venster: str
    veld: str
    rand: str
    lijn: str
    link: str
    focus: str
    selectie: Paar
    tonen: Mapping[Toon, Paar]

    def paren(self) -> tuple[tuple[str, Paar], ...]:
        """Return every pair of text and background that the window shows, with its name, for the check on contrast."""
        vlakken = (("venster", self.venster), ("veld", self.veld))
        grijs = self.tonen[Toon.GRIJS].vlak  # under what the mouse points at, and the head of a table
        gewoon = (("tekst", self.tekst), ("zacht", self.zacht), ("link", self.link))
        return (
            *((f"{naam} op {op}", Paar(kleur, vlak)) for naam, kleur in gewoon for op, vlak in vlakken),
            ("selectie", self.selectie),
            *((toon.value, paar) for toon, paar in self.tonen.items()),
            *(
                (f"{toon.value} op {op}", Paar(paar.tekst, vlak))
                for toon, paar in self.tonen.items()
                for op, vlak in vlakken
            ),
            *((f"{naam} op grijs", Paar(kleur, grijs)) for naam, kleur in gewoon),
        )

    def stille_paren(self) -> tuple[tuple[str, Paar], ...]:
        """Return the pairs of what cannot be used now: softer, but there to be read."""
        return (("uit op venster", Paar(self.uit, self.venster)), ("uit op veld", Paar(self.uit, self.veld)))


LICHT = Kleuren(
    naam="licht",
    tekst="#1b1e22",
    zacht="#4a5058",
    uit="#7c828b",
    venster="#f4f5f7",
    veld="#ffffff",
    rand="#c4c9d0",
    lijn="#858b94",
    link="#0b4f8a",
    focus="#0b4f8a",
    selectie=Paar("#ffffff", "#1f6fb2"),
    tonen={
        Toon.GROEN: Paar("#0b6b3a", "#e3f4ea"),
        Toon.ORANJE: Paar("#8a4b00", "#fdf0dc"),
        Toon.ROOD: Paar("#a4161a", "#fde7e7"),
        Toon.GRIJS: Paar("#4a5058", "#eef0f2"),
        Toon.BLAUW: Paar("#0b4f8a", "#e3effa"),
    },
)
DONKER = Kleuren(
    naam="donker",
    tekst="#e8eaed",
    zacht="#b4bac2",
    uit="#80868f",
    venster="#18191b",
    veld="#212326",
    rand="#45494f",
    lijn="#70757d",
    link="#8cc4f5",
    focus="#8cc4f5",
    selectie=Paar("#ffffff", "#2373b8"),
    tonen={
        Toon.GROEN: Paar("#7fd6a3", "#17301f"),
        Toon.ORANJE: Paar("#f0b35a", "#33260f"),
        Toon.ROOD: Paar("#ff9a9a", "#3a1a1c"),
        Toon.GRIJS: Paar("#b4bac2", "#2b2e32"),
        Toon.BLAUW: Paar("#8cc4f5", "#142a3d"),
    },
)


def kleuren() -> Kleuren:
    """Return the colours that the window has now."""
    return DONKER if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LICHT


def kies_thema(app: QApplication, thema: Thema) -> None:
    """Give the program a palette; ``SYSTEEM`` follows what the computer is set to, now and later."""
    hints = app.styleHints()
    match thema:
        case Thema.SYSTEEM:
            hints.unsetColorScheme()
        case Thema.LICHT:
            hints.setColorScheme(Qt.ColorScheme.Light)
        case Thema.DONKER:
            hints.setColorScheme(Qt.ColorScheme.Dark)
    donker = thema is Thema.DONKER or (thema is Thema.SYSTEEM and hints.colorScheme() is Qt.ColorScheme.Dark)
    gekozen = DONKER if donker else LICHT
    # Qt gives all that stands in all windows its style anew, half a second of work, also when nothing changes.
    nieuw = palet(gekozen)
    if app.palette() != nieuw:
        app.setPalette(nieuw)
    blad = stijl(gekozen, QFontMetrics(app.font()).height())
    if app.styleSheet() != blad:
        app.setStyleSheet(blad)


def kies_schaal(app: QApplication, procent: int) -> None:
    """Give all letters of the program a size, in per cent of what the computer gives."""
    letter = app.font()
    basis = app.property("letterpunten")
    if basis is None:
        basis = letter.pointSizeF()
        app.setProperty("letterpunten", basis)
    letter.setPointSizeF(float(basis) * procent / 100)
    if letter != app.font():
        app.setFont(letter)


def palet(k: Kleuren) -> QPalette:
    """Return the palette of these colours."""
    rol = QPalette.ColorRole
    uit = QPalette()
    for welke, kleur in {
        rol.Window: k.venster,
        rol.WindowText: k.tekst,
        rol.Base: k.veld,
        rol.AlternateBase: k.venster,
        rol.Text: k.tekst,
        rol.Button: k.venster,
        rol.ButtonText: k.tekst,
        rol.BrightText: k.tonen[Toon.ROOD].tekst,
        rol.ToolTipBase: k.veld,
        rol.ToolTipText: k.tekst,
        rol.PlaceholderText: k.zacht,
        rol.Link: k.link,
        rol.LinkVisited: k.link,
        rol.Highlight: k.selectie.vlak,
        rol.HighlightedText: k.selectie.tekst,
        rol.Accent: k.selectie.vlak,
        rol.Mid: k.rand,
    }.items():
        uit.setColor(welke, QColor(kleur))
    for welke in (rol.WindowText, rol.Text, rol.ButtonText, rol.PlaceholderText):
        uit.setColor(QPalette.ColorGroup.Disabled, welke, QColor(k.uit))
    return uit


_GEWOON = 17
"""The height of a line, in pixels, for which the space around words is set; with larger letters there is more."""


@dataclass(frozen=True, slots=True)
class _Maten:
    """How large signs and the space around words are, in pixels, and where drawings of our own stand."""

    teken: int
    vak: int
    pijl: int
    naast: int
    knop: int
    eigen: str

    @classmethod
    def bij(cls, letter: int) -> "_Maten":
        """Return the sizes that go with the height of a line."""
        naast = max(0, letter - _GEWOON) // 6
        return cls(
            teken=round(letter * 1.05),
            vak=round(letter * 0.8),
            pijl=round(letter * 0.7),
            naast=naast,
            knop=12 + naast,  # height is scarcest with large letters: above and below stays as it is
            eigen=(resources() / "icons" / "eigen").as_posix(),
        )


def stijl(k: Kleuren, letter: int) -> str:
    """Return the style sheet: what a palette cannot say; ``letter`` is the height of a line, in pixels."""
    m = _Maten.bij(letter)
    delen = (deel(k, m) for deel in (_kader, _lijsten, _knoppen, _velden, _tabs, _keuzes))
    return "\n" + "".join(delen) + _pillen(k)


def _kader(k: Kleuren, m: _Maten) -> str:
    """Return how frames, menus, words and the line below look."""
    return f"""\
QDialog {{ border: 1px solid {k.rand}; }}
QMenuBar {{ border-bottom: 1px solid {k.rand}; }}
QMenuBar::item {{ background: transparent; padding: 3px {6 + m.naast}px; border-radius: 4px; }}
QMenuBar[krap="ja"] {{ spacing: 0; }}
QMenuBar[krap="ja"]::item {{ padding: 1px {2 + m.naast}px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{
    color: {k.selectie.tekst}; background: {k.selectie.vlak};
}}
QToolTip {{ color: {k.tekst}; background: {k.veld}; border: 1px solid {k.rand}; padding: 3px; }}
QLabel[pil="ja"] {{ border-radius: 4px; padding: 1px 6px; }}
QLabel[zacht="ja"] {{ color: {k.zacht}; }}
QLabel[kop="1"] {{ font-size: 150%; font-weight: 600; }}
QLabel[kop="2"] {{ font-weight: 600; }}
QFrame[kader="ja"] {{ border: 1px solid {k.rand}; border-radius: 6px; background: {k.veld}; }}
QStatusBar {{ color: {k.zacht}; }}
QStatusBar::item {{ border: none; }}
"""


def _lijsten(k: Kleuren, m: _Maten) -> str:
    """Return how lists and trees look."""
    return f"""\
QTreeView, QTableView, QListView {{ border: 1px solid {k.rand}; background: {k.veld}; outline: none; }}
QTreeView[scherm="ja"] {{ margin: 9px; }}
QHeaderView::section {{
    background: {k.venster}; color: {k.zacht}; border: none; border-bottom: 1px solid {k.rand};
    padding: 4px {6 + m.naast}px;
}}
QAbstractItemView, QPushButton, QTabBar, QToolBar {{ icon-size: {m.teken}px; }}
QToolButton {{ qproperty-iconSize: {m.teken}px {m.teken}px; }}
QTreeView::item {{ padding: 3px {2 + m.naast}px; }}
QTreeView::branch:has-children:closed {{ image: url({m.eigen}/pijl-rechts-{k.naam}.svg); }}
QTreeView::branch:has-children:open {{ image: url({m.eigen}/pijl-{k.naam}.svg); }}
QTreeView::branch:has-children:closed:selected {{ image: url({m.eigen}/pijl-rechts-donker.svg); }}
QTreeView::branch:has-children:open:selected {{ image: url({m.eigen}/pijl-donker.svg); }}
QSplitter::handle {{ background: {k.venster}; }}
QSplitter::handle:hover {{ background: {k.rand}; }}
"""


def _knoppen(k: Kleuren, m: _Maten) -> str:
    """Return how buttons look, also those of a tool bar."""
    return f"""\
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton {{ padding: 4px {m.knop}px; border: 1px solid {k.lijn}; border-radius: 4px; background: {k.veld}; }}
QPushButton[laag="ja"] {{ padding: 1px {m.knop}px; }}
QPushButton:hover {{ border-color: {k.zacht}; }}
QPushButton:checked {{
    color: {k.tonen[Toon.BLAUW].tekst}; background: {k.tonen[Toon.BLAUW].vlak};
    border-color: {k.tonen[Toon.BLAUW].tekst};
}}
QPushButton:default {{ border: 1px solid {k.selectie.vlak}; }}
QPushButton[hoofd="ja"] {{ color: {k.selectie.tekst}; background: {k.selectie.vlak}; border-color: {k.selectie.vlak}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {k.focus}; }}
QPushButton:disabled {{ color: {k.uit}; border-color: {k.rand}; }}
QPushButton[hoofd="ja"]:disabled {{ color: {k.uit}; background: {k.venster}; border-color: {k.rand}; }}
QToolButton {{ border: 2px solid transparent; border-radius: 4px; padding: 3px; }}
QToolButton:hover {{ background: {k.tonen[Toon.GRIJS].vlak}; }}
QToolButton:checked {{ background: {k.tonen[Toon.BLAUW].vlak}; color: {k.tonen[Toon.BLAUW].tekst}; }}
QToolButton[popupMode="2"] {{ padding-right: {m.pijl + 6}px; }}
QToolButton::menu-indicator {{
    image: url({m.eigen}/pijl-{k.naam}.svg); width: {m.pijl}px; height: {m.pijl}px;
    subcontrol-position: right center; right: 3px;
}}
QToolButton#qt_toolbar_ext_button, QToolButton#qt_menubar_ext_button {{
    qproperty-icon: url({m.eigen}/meer-{k.naam}.svg); qproperty-accessibleName: "Meer knoppen";
    padding: 0; border: none;
}}
QToolBar {{ padding: 0; }}
"""


def _velden(k: Kleuren, m: _Maten) -> str:
    """Return how what one types in looks."""
    return f"""\
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {{
    border: 1px solid {k.lijn}; border-radius: 4px; background: {k.veld}; padding: 3px {5 + m.naast}px;
    selection-background-color: {k.selectie.vlak}; selection-color: {k.selectie.tekst};
}}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{
    border-color: {k.rand};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QTreeView:focus, QTableView:focus, QListView:focus {{ border: 1px solid {k.focus}; }}
QTreeView QLineEdit, QTableView QLineEdit {{ padding: 0 2px; border-radius: 0; border: 1px solid {k.focus}; }}
"""


def _tabs(k: Kleuren, m: _Maten) -> str:
    """Return how tabs look."""
    return f"""\
QTabBar::tab {{ padding: 5px {m.knop}px; border: none; border-bottom: 2px solid transparent; color: {k.zacht}; }}
QTabBar[dicht="ja"]::tab {{ padding: 5px {8 + m.naast}px; }}
QTabBar::tab:selected {{ color: {k.tekst}; border-bottom: 2px solid {k.selectie.vlak}; }}
QTabBar::tab:focus {{ color: {k.link}; }}
QTabBar::close-button {{ image: url({m.eigen}/sluit-{k.naam}.svg); width: {m.vak - 3}px; height: {m.vak - 3}px; }}
QTabBar::close-button:hover {{ background: {k.rand}; border-radius: 4px; }}
QTabWidget::pane {{ border: none; }}
"""


def _keuzes(k: Kleuren, m: _Maten) -> str:
    """Return how boxes to tick, and the arrows of numbers and choices, look."""
    return f"""\
QCheckBox, QRadioButton {{ spacing: {6 + 2 * m.naast}px; }}
QCheckBox::indicator, QTreeView::indicator, QListView::indicator, QRadioButton::indicator {{
    border: 1px solid {k.zacht}; border-radius: 3px; background: {k.veld}; width: {m.vak}px; height: {m.vak}px;
}}
QRadioButton::indicator {{ border-radius: {m.vak // 2 + 1}px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {k.focus}; }}
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked {{
    background: {k.selectie.vlak}; border-color: {k.selectie.vlak}; image: url({m.eigen}/vink.svg);
}}
QTreeView::indicator:indeterminate {{
    background: {k.selectie.vlak}; border-color: {k.selectie.vlak}; image: url({m.eigen}/streep.svg);
}}
QRadioButton::indicator:checked {{ border: 5px solid {k.selectie.vlak}; width: {m.vak - 8}px; height: {m.vak - 8}px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: {m.pijl + 6}px; }}
QSpinBox::up-arrow {{ image: url({m.eigen}/pijl-op-{k.naam}.svg); width: {m.pijl}px; height: {m.pijl}px; }}
QSpinBox::down-arrow {{ image: url({m.eigen}/pijl-{k.naam}.svg); width: {m.pijl}px; height: {m.pijl}px; }}
QComboBox::drop-down {{ border: none; width: {m.pijl + 6}px; }}
QComboBox::down-arrow {{ image: url({m.eigen}/pijl-{k.naam}.svg); width: {m.pijl}px; height: {m.pijl}px; }}
"""


def _pillen(k: Kleuren) -> str:
    """Return the colours of what stands in a pill."""
    return "".join(
        f'*[toon="{toon.value}"] {{ color: {paar.tekst}; background: {paar.vlak}; }}\n'
        for toon, paar in k.tonen.items()
    )
