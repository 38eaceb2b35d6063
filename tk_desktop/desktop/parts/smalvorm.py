"""A form in a narrow pane: its fields stand below their names."""

from PySide6.QtWidgets import QFormLayout, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte

_SMAL = 50
"""Letters wide under which fields stand below their names."""


def schik_namen(vorm: QFormLayout, vlak: QWidget) -> None:
    """Put every name above its field where ``vlak`` is narrow, else only where the field asks for the room."""
    smal = vlak.width() < letterbreedte(vlak.fontMetrics()) * _SMAL
    wijze = QFormLayout.RowWrapPolicy
    vorm.setRowWrapPolicy(wijze.WrapAllRows if smal else wijze.WrapLongRows)
