"""The line of names: who is there at an item, with what can be said of each."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.sitting.tafelwoorden import bestuurders_eerst, chip_van
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.presentie import Presentie
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.domain.zitting import Zitting

MENU = (
    ("aanwezig", "&Aanwezig, van begin tot eind"),
    ("bericht", "Afwezig met &bericht"),
    ("zonder", "Afwezig &zonder bericht"),
    ("komt", "&Komt nu binnen, bij dit punt"),
    ("gaat", "&Gaat nu weg, na dit punt"),
    ("gaat-vervanger", "Gaat nu &weg, met een vervanger…"),
    ("grenzen", "&Van welk punt tot en met welk punt…"),
    ("voorzitter", "Zit de vergadering v&oor"),
    ("vervanger", "&Laat zich vervangen door…"),
    ("vervanger-hier", "Laat zich vanaf &dit punt vervangen door…"),
    ("volmacht", "Geeft vol&macht aan…"),
    ("belang", "B&elang bij dit punt: doet niet mee"),
    ("geen-belang", "&Toch geen belang bij dit punt"),
    ("weg", "Van de lijst &halen"),
)
"""What can be said of somebody: the key that ``gevraagd`` tells, and its words, each with a letter of its own."""


_MINST = 14
"""Letters of a name that there is always room for."""


class Chip(QToolButton):
    """One name: Space says that somebody is there or not, Enter gives what else can be said of them.

    ``stap`` tells that the keyboard goes to another name, forward (1) or back (-1), ``letter`` to one that begins so.
    """

    stap = Signal(int)
    letter = Signal(str)
    gevraagd = Signal(str)

    def __init__(self, presentie_id: str) -> None:
        super().__init__()
        self.id = presentie_id
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.menu_open: Callable[[], Sequence[str]] = tuple

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters: a long name is cut off where there is no room for it."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), letterbreedte(self.fontMetrics()) * _MINST), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name, with three dots where it does not fit."""
        optie = QStyleOptionToolButton()
        self.initStyleOption(optie)
        te_breed = self.sizeHint().width() - self.width()
        if te_breed > 0:
            letters = self.fontMetrics()
            ruimte = letters.horizontalAdvance(self.text()) - te_breed
            optie.text = letters.elidedText(self.text(), Qt.TextElideMode.ElideMiddle, ruimte)
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, optie)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the names with the arrows, open what can be said with Enter."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.stap.emit(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.stap.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Menu:
                self.toon_menu()
            case _ if event.text().isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
                self.letter.emit(event.text())
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Give what can be said with the other mouse button too."""
        self.toon_menu()
        event.accept()

    def toon_menu(self) -> None:
        """Open what can be said of this name."""
        menu = self.menu_van()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def menu_van(self) -> QMenu:
        """Return a menu with what can be said of this name now."""
        mag = set(self.menu_open())
        menu = QMenu(self)
        for wat, woorden in MENU:
            if wat in mag:
                menu.addAction(woorden, partial(self.gevraagd.emit, wat))
        return menu


class Presentievak(QWidget):
    """The names of one meeting at one item.

    ``gewisseld`` tells the id of a name and whether they are there now, ``gevraagd`` the id and what is said of them
    (``MENU``), ``erbij`` that somebody is to be put on the list. Arrows go along the names, Tab passes them at once.
    """

    gewisseld = Signal(str, bool)
    gevraagd = Signal(str, str)
    erbij = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._zitting: Zitting | None = None
        self._punt: Agendapunt | None = None
        self.chips: list[Chip] = []
        self._getypt = ""
        kop = QLabel("Wie er zijn")
        kop.setProperty("kop", "2")
        hulp = QLabel(
            "Begin van een naam: daarheen · Spatie: aanwezig of afwezig · Enter: komt, gaat, vervanger, belang"
        )
        hulp.setProperty("zacht", "ja")
        hulp.setWordWrap(True)
        boven = QHBoxLayout()
        boven.addWidget(kop)
        boven.addWidget(hulp, 1)
        self.knop_erbij = QPushButton(icon("user-plus"), "Iemand erbij…")
        self.knop_erbij.clicked.connect(self.erbij)
        self._rij = QWidget()
        self._stroom = Stroom(self._rij)
        self._stroom.addWidget(self.knop_erbij)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(3)
        kolom.addLayout(boven)
        kolom.addWidget(self._rij)

    def toon(self, zitting: Zitting, punt: Agendapunt) -> None:
        """Show who is there at an item; the name that has the keyboard keeps it."""
        self._zitting, self._punt = zitting, punt
        mensen = _een_per_naam(zitting, punt)
        if [wie.id for wie in mensen] != [chip.id for chip in self.chips]:
            self._bouw(mensen)
        for wie, chip in zip(mensen, self.chips, strict=True):
            merk = chip_van(zitting, wie, punt)
            chip.setIcon(icon(merk.icoon))
            chip.setText(merk.tekst)
            chip.setAccessibleName(merk.tekst)
            chip.setToolTip(merk.tekst)
            chip.setProperty("toon", merk.toon.value)
            chip.style().unpolish(chip)
            chip.style().polish(chip)

    def ga_naar(self) -> None:
        """Put the keyboard on the first name, or on what adds one."""
        (self.chips[0] if self.chips else self.knop_erbij).setFocus(Qt.FocusReason.TabFocusReason)

    def _bouw(self, mensen: Sequence[Presentie]) -> None:
        hier = self.window().focusWidget()  # the name that has the keyboard, or gets it back when a dialog closes
        gekozen = next((chip.id for chip in self.chips if chip is hier), "")
        for chip in self.chips:
            self._stroom.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._stroom.removeWidget(self.knop_erbij)
        self.chips = [self._chip(wie.id) for wie in mensen]
        vorige: QWidget | None = None
        for deel in (*self.chips, self.knop_erbij):
            self._stroom.addWidget(deel)
            deel.show()
            if vorige is not None:
                QWidget.setTabOrder(vorige, deel)
            vorige = deel
        if self.chips:
            self.chips[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for chip in self.chips:
            if chip.id == gekozen:
                self._geef(chip)

    def _chip(self, id_: str) -> Chip:
        chip = Chip(id_)
        chip.menu_open = partial(self._mag, id_)
        chip.clicked.connect(partial(self._wissel, id_))
        chip.stap.connect(self._stap)
        chip.letter.connect(self._zoek)
        chip.gevraagd.connect(partial(self.gevraagd.emit, id_))
        return chip

    def _stap(self, stap: int) -> None:
        hier = next((nr for nr, chip in enumerate(self.chips) if chip.hasFocus()), 0)
        self._geef(self.chips[(hier + stap) % len(self.chips)])

    def _zoek(self, letter: str) -> None:
        """Go to the name of which the first name, the last name or the gemeente begins with what was typed.

        Letters go on with what was typed until another key does something; where that finds nobody, the letter begins
        anew, so that the same one goes along all names that begin with it.
        """
        hier = next((nr for nr, chip in enumerate(self.chips) if chip.hasFocus()), 0)
        verder = (*self.chips[hier + 1 :], *self.chips[: hier + 1])
        hier_eerst = (self.chips[hier], *verder)
        for getypt, rij in ((self._getypt + letter, hier_eerst if self._getypt else verder), (letter, verder)):
            chip = next((een for een in rij if self._heet(een.id, sleutel(getypt))), None)
            if chip is not None:
                self._geef(chip)
                self._getypt = getypt
                return

    def _heet(self, id_: str, begin: str) -> bool:
        wie = self._wie(id_)
        woorden = f"{wie.naam} {wie.namens}".split()
        return any(sleutel("".join(woorden[nr:])).startswith(begin) for nr in range(len(woorden)))

    def _geef(self, naar: Chip) -> None:
        """Give a name the keyboard; it is the one that Tab comes back to, and typing begins anew."""
        self._getypt = ""
        for chip in self.chips:
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is naar else Qt.FocusPolicy.ClickFocus)
        naar.setFocus(Qt.FocusReason.TabFocusReason)

    def _wissel(self, id_: str, _: bool = False) -> None:
        if self._zitting is not None and self._punt is not None:
            self._getypt = ""
            wie = self._wie(id_)
            self.gewisseld.emit(id_, not wie.is_bij(self._punt.id, self._zitting.rij))

    def _wie(self, id_: str) -> Presentie:
        mensen = self._zitting.presentie if self._zitting else ()
        return next(wie for wie in mensen if wie.id == id_)

    def _mag(self, id_: str) -> Sequence[str]:
        """Return what can be said of somebody now."""
        if self._zitting is None or self._punt is None:
            return ()
        wie, punt = self._wie(id_), self._punt
        belang = id_ in self._zitting.met_belang(punt)
        er = wie.is_bij(punt.id, self._zitting.rij)
        mag = ["bericht", "zonder", "weg"]
        mag += ["aanwezig"] if wie.is_deels or not wie.aanwezig else []
        mag += ["gaat"] if er else ["komt"]
        mag += ["grenzen"] if wie.aanwezig else []
        mag += ["voorzitter"] if wie in self._zitting.kunnen_voorzitten(punt) else []
        lid = wie.lid_id is not None and wie.heeft_stem
        nog_niet = self._zitting.opname.vergadering.begonnen is None  # who sat there already, leaves first
        mag += ["vervanger"] if lid and (nog_niet or not wie.aanwezig) else []
        mag += _vervangen_vanaf(self._zitting, wie, punt) if lid and wie.aanwezig else []
        mag += ["volmacht"] if lid else []
        mag += (["geen-belang"] if belang else ["belang"]) if er and wie.heeft_stem else []
        return mag


def _een_per_naam(zitting: Zitting, punt: Agendapunt) -> tuple[Presentie, ...]:
    """Return one row for each name: who came back after having left has more, and the one of this item counts."""
    per_naam: dict[tuple[str, str, str], Presentie] = {}
    for wie in bestuurders_eerst(zitting.presentie):
        naam = (wie.naam, wie.namens, wie.hoedanigheid.value)
        al = per_naam.get(naam)
        hier = wie.geldt_bij(punt.id, zitting.rij) and (wie.aanwezig or wie.volmacht_id is not None)
        if al is None or wie.is_bij(punt.id, zitting.rij) or (hier and not al.is_bij(punt.id, zitting.rij)):
            per_naam[naam] = wie
    return tuple(per_naam.values())


def _vervangen_vanaf(zitting: Zitting, wie: Presentie, punt: Agendapunt) -> list[str]:
    """Return how a member who was there can be replaced: from the next item on, or, who had gone, from this one."""
    rij = zitting.rij
    van, tot = wie.grenzen(rij)
    plek = rij.index(punt.id)
    if van <= plek <= tot:
        return ["gaat-vervanger"] if plek + 1 < len(rij) else []
    vrij = not any(een.zetel == wie.zetel and een.is_bij(punt.id, rij) for een in zitting.presentie)
    return ["vervanger-hier"] if tot < plek and vrij else []
