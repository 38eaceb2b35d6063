"""Fields in which a password is typed."""

from PySide6.QtWidgets import QCheckBox, QLineEdit


def geheim_veld(naam: str) -> QLineEdit:
    """Return a field that shows dots."""
    veld = QLineEdit()
    veld.setEchoMode(QLineEdit.EchoMode.Password)
    veld.setAccessibleName(naam)
    return veld


def toonvak(*velden: QLineEdit) -> QCheckBox:
    """Return a box to tick for who wants to see what is typed in these fields."""
    vak = QCheckBox("Wachtwoord &tonen")

    def toon(aan: bool) -> None:
        for veld in velden:
            veld.setEchoMode(QLineEdit.EchoMode.Normal if aan else QLineEdit.EchoMode.Password)

    vak.toggled.connect(toon)
    return vak
