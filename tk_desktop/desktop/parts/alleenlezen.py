"""Fields of a werkmap in which nothing can be kept: they are read and copied from, and take no words."""

from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def lock(deel: QWidget) -> None:
    """Let every field in a part of the window be read only; what can only be chosen is greyed."""
    for veld in deel.findChildren(QWidget):
        if isinstance(veld, (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)):
            veld.setReadOnly(True)
        elif isinstance(veld, (QComboBox, QCheckBox)):
            veld.setEnabled(False)
