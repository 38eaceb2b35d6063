"""What tests of forms and lists share."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def naamloos(scherm: QWidget) -> list[str]:
    """Return what takes the keyboard on a screen without telling what it is."""
    return [
        kind.metaObject().className()
        for kind in [scherm, *scherm.findChildren(QWidget)]
        if kind.focusPolicy().value
        and kind.isVisible()
        and not kind.objectName().startswith("qt_")
        and not (kind.accessibleName() or str(kind.property("text") or ""))
    ]


def druk(op: QWidget, toets: Qt.Key, houd: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key on a widget."""
    QTest.keyClick(op, toets, houd)
