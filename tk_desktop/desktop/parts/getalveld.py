"""A field for a number, with the room before it that other fields have before their text."""

from PySide6.QtWidgets import QSpinBox


class Getalveld(QSpinBox):
    """The style leaves no room inside a field for numbers, so it is left here."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(4, 0, 0, 0)
