"""What a screen says in words, for the tests that read all of it."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

ENGELS = re.compile(
    r"\b(the|and|cancel|close|save|file|edit|view|delete|undo|redo|search|page|copy|paste|cut|select|next|previous|yes|apply"
    r"|discard|settings|new|find|replace|show|hide|with|without|warning|error|loading|empty|look in|directory|options"
    r"|untitled|unknown|none|default|left|right|all|add|remove|clear|column|row)\b",
    re.I,
)
"""English words that are no Dutch ones too."""


def woorden_onder(ding: QWidget) -> Iterator[str]:
    """Yield what a screen or window says: all that stands in it, shown now or when one points at it."""
    yield ding.windowTitle()
    for deel in (ding, *ding.findChildren(QWidget)):
        yield from woorden_van(deel)


def woorden_van(ding: QWidget) -> Iterator[str]:
    """Yield what one widget says; not what the user typed in it."""
    yield ding.toolTip()
    yield ding.whatsThis()
    yield ding.statusTip()
    yield ding.accessibleName()
    yield ding.accessibleDescription()
    for actie in ding.actions():
        yield from (actie.text(), actie.toolTip(), actie.statusTip())
    if isinstance(ding, QAbstractButton | QLabel):
        yield ding.text()
    elif isinstance(ding, QGroupBox):
        yield ding.title()
    elif isinstance(ding, QLineEdit | QPlainTextEdit | QTextEdit):
        yield ding.placeholderText()
    elif isinstance(ding, QComboBox):
        yield from (ding.itemText(nr) for nr in range(ding.count()))
    elif isinstance(ding, QMenu):
        yield ding.title()
    elif isinstance(ding, QTabBar):
        yield from (tekst for nr in range(ding.count()) for tekst in (ding.tabText(nr), ding.tabToolTip(nr)))
    elif isinstance(ding, QHeaderView):
        yield from _koppen(ding)


def _koppen(kop: QHeaderView) -> Iterator[str]:
    """Yield what stands at the head of the columns of a list; its rows are of the board, not of the program."""
    model = kop.model()
    if model is not None and kop.isVisible():
        for rol in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            for nummer in range(kop.count()):
                yield str(model.headerData(nummer, kop.orientation(), rol) or "")
