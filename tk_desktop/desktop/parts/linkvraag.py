"""Asking before a link leads out of a paper: where it really goes stands there, and nothing is opened by itself."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte

_REGELS = 3
"""Lines of an address that are seen at once."""


class LinkVraag(QDialog):
    """Shows an address; ``openen`` tells that the user wants to go there. Other kinds than web and mail do not open."""

    openen = Signal(QUrl)

    def __init__(self, adres: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._url = QUrl(adres.strip())
        self._adres = bytes(self._url.toEncoded().data()).decode("ascii") if self._url.isValid() else adres
        waarheen = _waarheen(self._url)
        self.setWindowTitle("Een koppeling naar buiten dit stuk")
        self.uitleg = waarheen or "Deze koppeling wijst naar een ander bestand of programma. TK Desktop opent dat niet."
        zin = QLabel(self.uitleg)
        zin.setTextFormat(Qt.TextFormat.PlainText)
        zin.setWordWrap(True)
        self._knoppen = QDialogButtonBox()
        niet = self._knop("&Niet openen" if waarheen else "&Sluiten", self.reject)
        niet.setDefault(True)
        self._knop("Adres &kopiëren", self._kopieer)
        if waarheen:
            wie = "mailprogramma" if self._url.scheme() == "mailto" else "browser"
            self._knop(f"&Openen in uw {wie}", self._open)
        kolom = QVBoxLayout(self)
        kolom.addWidget(zin)
        kolom.addWidget(self._veld())
        kolom.addWidget(self._knoppen)
        self.setMinimumWidth(min(letterbreedte(self.fontMetrics()) * 60, max(300, ouder.width())))
        niet.setFocus()
        self.finished.connect(self.deleteLater)

    def _veld(self) -> QPlainTextEdit:
        """Return the whole address, letters of other alphabets written out, however long it is."""
        veld = QPlainTextEdit(self._adres)
        veld.setReadOnly(True)
        veld.setTabChangesFocus(True)
        veld.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        veld.setAccessibleName("Adres van de koppeling")
        veld.setFixedHeight(veld.fontMetrics().lineSpacing() * (_REGELS + 1))
        return veld

    def _knop(self, tekst: str, doe: Callable[[], None]) -> QPushButton:
        rol = QDialogButtonBox.ButtonRole.ActionRole
        knop = self._knoppen.addButton(tekst, rol)
        knop.clicked.connect(doe)
        return knop

    def _open(self) -> None:
        self.accept()
        self.openen.emit(self._url)

    def _kopieer(self) -> None:
        QGuiApplication.clipboard().setText(self._adres)


def _waarheen(url: QUrl) -> str:
    """Return in a sentence where an address leads; empty when it must not be opened.

    Who it leads to is named apart: what stands before an @ in an address is often a name that is not the server.
    """
    soort = url.scheme().lower()
    server = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    if url.isValid() and soort in {"http", "https"} and server:
        return f"Deze koppeling gaat naar de website {server}. Open die alleen als u haar vertrouwt."
    if url.isValid() and soort == "mailto" and url.path():
        return f"Deze koppeling maakt een e-mail aan {url.path()}. Er wordt niets verstuurd zonder u."
    return ""
