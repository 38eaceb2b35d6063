"""What a dialog must be like, looked at from outside: each function returns what is amiss."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabBar,
    QTabWidget,
    QTextBrowser,
    QWidget,
)

from tests.desktop.venster import druk
from tests.desktop.woorden import ENGELS, woorden_onder

_CELLEN = (QAccessible.Role.Cell, QAccessible.Role.ListItem, QAccessible.Role.TreeItem)
_WEG = ("Annuleren", "Verwijderen", "Vernietigen", "Stoppen")
"""What Enter must not do by itself."""
_HOOGSTENS = 80
"""Times that Tab is pressed: more than any dialog has widgets."""


_KOPROLLEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_GAAT_VERDER = re.compile(r"\b(?:wordt|worden) (?:gelezen|gemaakt|geteld|getekend|nagekeken)…$")
"""How sentences end that have dots of their own: something is being done."""


def keur(dialoog: QDialog) -> list[str]:
    """Return what is amiss with a dialog that is open."""
    if isinstance(dialoog, QFileDialog):  # of the computer, not ours; its words are in test_nederlands
        return [] if dialoog.windowTitle() else ["heeft geen titel"]
    mist = [] if dialoog.windowTitle() else ["heeft geen titel"]
    mist += [f"geen naam voor een voorlezer: {wat}" for wat in naamloos(dialoog)]
    mist += [f"Engels: {tekst}" for tekst in sorted(engels(dialoog))]
    mist += [f"tweemaal onderstreept: {letter}" for letter in dubbele_letters(dialoog)]
    mist += standaardknop(dialoog)
    mist += rondgang(dialoog)
    return mist


def elk_blad(dialoog: QDialog, kijk: Callable[[QDialog], list[str]]) -> list[str]:
    """Look at a dialog once, or once for every tab in it; the one that was shown is shown again."""
    bladen = dialoog.findChildren(QTabWidget)
    if not bladen:
        return kijk(dialoog)
    eerst, mist = bladen[0].currentIndex(), []
    for nummer in (eerst, *(nr for nr in range(bladen[0].count()) if nr != eerst)):
        bladen[0].setCurrentIndex(nummer)
        mist += [f"{bladen[0].tabText(nummer)}: {wat}" for wat in kijk(dialoog)]
    bladen[0].setCurrentIndex(eerst)
    return mist


def engels(ding: QWidget) -> set[str]:
    """Return the texts with an English word."""
    return {tekst for tekst in woorden_onder(ding) if ENGELS.search(tekst)}


def naamloos(ding: QWidget) -> set[str]:
    """Return what takes the keyboard without a name, as a screen reader gets it."""
    boom = QAccessible.queryAccessibleInterface(ding)
    assert boom is not None
    return set(_naamloos(boom, ding))


def _naamloos(boom: QAccessibleInterface, waar: QWidget) -> Iterator[str]:
    for nummer in range(boom.childCount()):
        kind = boom.child(nummer)
        if kind is None or not kind.isValid():
            continue
        staat = kind.state()
        if staat.invisible or kind.role() in _CELLEN:
            continue
        ding = kind.object()
        eigen = ding if isinstance(ding, QWidget) else waar
        if staat.focusable and not kind.text(QAccessible.Text.Name).strip():
            yield f"{type(eigen).__name__} {eigen.objectName()} ({kind.role().name}) in {type(waar).__name__}"
        yield from _naamloos(kind, eigen)


def dubbele_letters(ding: QWidget) -> list[str]:
    """Return the underlined letters that two things have at one time."""
    letters = Counter(
        letter
        for deel in ding.findChildren(QWidget)
        if deel.isVisible() and deel.window() is ding
        for letter in _letters(deel)
    )
    return sorted(letter for letter, keren in letters.items() if keren > 1)


def _letters(ding: QWidget) -> Iterator[str]:
    teksten: list[str] = []
    if isinstance(ding, QAbstractButton) or (isinstance(ding, QLabel) and ding.buddy() is not None):
        teksten = [ding.text()]
    elif isinstance(ding, QGroupBox):
        teksten = [ding.title()]
    elif isinstance(ding, QTabBar):
        teksten = [ding.tabText(nummer) for nummer in range(ding.count())]
    for tekst in teksten:
        treffer = re.search(r"(?<!&)&([^&\s])", tekst)
        if treffer:
            yield treffer[1].lower()


def standaardknop(dialoog: QDialog) -> list[str]:
    """Return what is wrong with what Enter does: at most one button, and none that stops or destroys beside others."""
    knoppen = [knop for knop in dialoog.findChildren(QPushButton) if knop.isVisible()]
    vast = [knop.text().replace("&", "") for knop in knoppen if knop.isDefault()]
    if len(vast) > 1:
        return [f"meer dan een standaardknop: {vast}"]
    if vast and len(knoppen) > 1 and vast[0] in _WEG:
        return [f"Enter doet: {vast[0]}"]
    if not vast and any(knop.autoDefault() for knop in knoppen):
        return ["Enter doet niets, en er zijn knoppen die het zouden kunnen"]
    return []


def rondgang(dialoog: QDialog) -> list[str]:
    """Return what Tab does not reach, and what it does not come out of."""
    gezien: list[QWidget] = []
    bereikbaar = {ding for ding in dialoog.findChildren(QWidget) if met_tab(ding, dialoog)}
    for toets in ("Tab",) * _HOOGSTENS:
        huidig = QApplication.focusWidget()
        if huidig is None or huidig.window() is not dialoog:
            return [f"Tab gaat het venster uit na {gezien[-1:]}" if gezien else "het toetsenbord staat nergens"]
        if huidig in gezien and huidig is not gezien[-1]:
            break
        if gezien.count(huidig) > 1:
            if bereikbaar == {huidig}:
                break
            if isinstance(huidig, QTextBrowser):  # it has links, each a stop
                druk(toets)
                continue
            return [f"Tab komt niet uit {_wie(huidig)}"]
        gezien.append(huidig)
        druk(toets)
    over = [ding for ding in bereikbaar - set(gezien) if met_tab(ding, dialoog)]
    langs = " > ".join(_wie(ding) for ding in gezien)
    return [f"Tab komt niet bij {_wie(ding)}, wel langs {langs}" for ding in over]


def rond_het_venster(venster: QWidget) -> set[str]:
    """Return what Tab or Shift+Tab does not reach in a window as it is shown, and where they do not come round."""
    return {*_ronde(venster, "Tab"), *_ronde(venster, "Shift+Backtab")}


def _ronde(venster: QWidget, toets: str) -> Iterator[str]:
    druk(toets)
    begin = QApplication.focusWidget()
    gezien: list[QWidget] = []
    grens = 3 * len(_haltes(venster))  # a page with links is a stop for each of them
    while (huidig := QApplication.focusWidget()) is not None and (not gezien or huidig is not begin):
        if len(gezien) > grens:
            yield f"{toets} komt niet rond, maar gaat langs {' > '.join(_wie(ding) for ding in gezien[-6:])}"
            return
        gezien.append(huidig)
        druk(toets)
    if huidig is None:
        yield f"{toets} gaat het venster uit na {gezien[-1:]}"
    yield from (f"{toets} komt niet bij {_wie(ding)}" for ding in _haltes(venster) - set(gezien))


def _haltes(venster: QWidget) -> set[QWidget]:
    return {ding for ding in _zichtbaar(venster) if met_tab(ding, venster)}


def met_tab(ding: QWidget, venster: QWidget) -> bool:
    """Tell whether Tab should reach it: it takes the keyboard itself, and is no member of a group reached by arrows."""
    if not (ding.isVisible() and ding.isEnabled() and ding.window() is venster):
        return False
    groep = isinstance(ding, QAbstractButton) and ding.autoExclusive() and not ding.isChecked()
    return bool(ding.focusPolicy() & Qt.FocusPolicy.TabFocus) and ding.focusProxy() is None and not groep


def _wie(ding: QWidget) -> str:
    return f"{type(ding).__name__} ‘{ding.accessibleName() or ding.property('text') or ''}’"


def niet_heel(venster: QWidget) -> set[str]:
    """Return what cannot be read whole: cut off, short without the whole being told, or to be pushed aside."""
    gezien = list(_zichtbaar(venster))
    return {*_afgesneden(gezien), *(wat for ding in gezien for wat in _te_kort(ding)), *_rolt_opzij(gezien)}


def afgesneden(venster: QWidget) -> set[str]:
    """Return words that do not fit where they stand, and what stands outside its parent."""
    return set(_afgesneden(_zichtbaar(venster)))


def rolt_opzij(venster: QWidget) -> set[str]:
    """Return what must be pushed aside to be read: forms scroll up and down, never sideways."""
    return set(_rolt_opzij(_zichtbaar(venster)))


def _afgesneden(dingen: Iterable[QWidget]) -> Iterator[str]:
    for ding in dingen:
        if _van_qt(ding):
            continue
        if isinstance(ding, QLabel) and ding.text():
            nodig = ding.heightForWidth(ding.width()) if ding.wordWrap() else ding.sizeHint().height()
            if (not ding.wordWrap() and ding.sizeHint().width() > ding.width() + 1) or nodig > ding.height() + 1:
                yield f"QLabel ‘{ding.text()[:50]}’ {ding.size().toTuple()} wil {ding.sizeHint().toTuple()} {nodig}"
        elif isinstance(ding, QAbstractButton) and ding.text():
            if _te_smal(ding, ding.sizeHint().width()):
                yield f"{type(ding).__name__} ‘{ding.text()}’ {ding.width()} wil {ding.sizeHint().width()}"
        elif isinstance(ding, QComboBox) and _woorden(ding) > ding.width() - ding.height() / 2:
            yield f"QComboBox ‘{ding.currentText()}’ {ding.width()}"
        if ding.minimumSizeHint().height() > ding.height() + 1 and not isinstance(ding, QAbstractScrollArea | QLabel):
            yield f"{_wie(ding)} is te laag: {ding.height()} wil {ding.minimumSizeHint().height()}"
        ouder = ding.parentWidget()
        if ouder is None or _rolt(ouder) or ouder.rect().adjusted(-1, -1, 1, 1).contains(ding.geometry()):
            continue
        yield f"{_wie(ding)} steekt uit {type(ouder).__name__}: {ding.geometry()} in {ouder.size()}"


def _van_qt(ding: QWidget) -> bool:
    """Tell whether it is a part that Qt fits itself: of a choice or a bar of tabs, or the box round a scroll bar."""
    deel = isinstance(ding.parentWidget(), QComboBox | QAbstractSpinBox | QTabBar)
    return deel or ding.objectName().startswith("qt_scrollarea_")


def _zichtbaar(venster: QWidget) -> Iterator[QWidget]:
    """Yield what is seen in a window: not what stands in a pane that gave all its room to the one beside it."""
    dicht = [
        vak
        for splitter in venster.findChildren(QSplitter)
        for plek, maat in enumerate(splitter.sizes())
        if maat == 0 and (vak := splitter.widget(plek)) is not None
    ]
    for ding in venster.findChildren(QWidget):
        is_dicht = any(vak is ding or vak.isAncestorOf(ding) for vak in dicht)
        if ding.isVisible() and ding.window() is venster and not is_dicht:
            yield ding


def _te_kort(ding: QWidget) -> Iterator[str]:
    if isinstance(ding, QLabel):
        if ding.text().endswith("…") and not ding.toolTip() and not _GAAT_VERDER.search(ding.text()):
            yield f"QLabel ‘{ding.text()[-60:]}’ zegt nergens het geheel"
    elif isinstance(ding, QTabBar):
        for nummer in range(ding.count()):
            smal = ding.tabRect(nummer).width() + 1 < ding.tabSizeHint(nummer).width()
            if smal and ding.isTabVisible(nummer) and not ding.tabToolTip(nummer):
                yield f"tab ‘{ding.tabText(nummer)}’"
    elif isinstance(ding, QHeaderView) and ding.orientation() is Qt.Orientation.Horizontal:
        for nummer in range(ding.count()):
            if not ding.isSectionHidden(nummer) and ding.sectionSize(nummer) + 1 < ding.sectionSizeHint(nummer):
                yield from _kop_zonder_tip(ding, nummer)
    elif isinstance(ding, QLineEdit) and not ding.text() and not ding.toolTip():
        nodig = ding.fontMetrics().horizontalAdvance(ding.placeholderText())
        if nodig > ding.contentsRect().width() - 8:
            yield f"QLineEdit ‘{ding.placeholderText()}’ in {ding.width()}"


def _kop_zonder_tip(kop: QHeaderView, nummer: int) -> Iterator[str]:
    tekst, tip = (kop.model().headerData(nummer, kop.orientation(), rol) for rol in _KOPROLLEN)
    if tekst and not tip:
        yield f"kolom ‘{tekst}’ {kop.sectionSize(nummer)} wil {kop.sectionSizeHint(nummer)}"


def _rolt_opzij(dingen: Iterable[QWidget]) -> Iterator[str]:
    for rol in dingen:
        if isinstance(rol, QScrollArea) and rol.horizontalScrollBar().maximum() > 0:
            yield f"{_wie(rol)} rolt opzij"


def _woorden(ding: QComboBox) -> int:
    return ding.fontMetrics().horizontalAdvance(ding.currentText())


def _te_smal(ding: QWidget, nodig: int) -> bool:
    return nodig > ding.width() + 1


def _rolt(ding: QWidget) -> bool:
    """Tell whether what does not fit in it can be scrolled to, or is drawn by Qt itself."""
    ouder = ding.parentWidget()
    return isinstance(ouder, QAbstractScrollArea) or isinstance(ding, QTabBar | QAbstractScrollArea)
