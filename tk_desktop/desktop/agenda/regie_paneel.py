"""The chair's script of one item, as a form that keeps what is typed by itself."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.tekstveld import Tekstveld
from tk_desktop.domain.regie import Regie

_VELDEN = (
    ("inleiding", "&Inleiding", "Wie leidt in, en hoe lang", 2),
    ("besluit", "Verwacht besluit", "Wat er naar verwachting uitkomt", 2),
    ("formulering", "&Formulering", "De zin waarmee u het besluit vaststelt", 3),
    ("risico", "Risi&co", "Wie bezwaar kan maken, en wat u dan doet", 2),
    ("notitie", "&Notitie", "Wat u verder bij de hand wilt hebben", 2),
)
ALLEEN_VOORZITTER = "Alleen voor de voorzitter; komt nooit in een set."


class RegiePaneel(QScrollArea):
    """A form for the chair's script; ``gewijzigd`` tells the whole ``Regie`` after each change.

    ``gevraagd_pdf`` asks for the script of the meeting on paper.
    """

    gewijzigd = Signal(object)
    gevraagd_pdf = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Regie voor de voorzitter")
        self._regie: Regie | None = None
        self.kop = QLabel()
        self.kop.setProperty("kop", "2")
        self.kop.setWordWrap(True)
        self.kop.setTextFormat(Qt.TextFormat.PlainText)
        self.velden = {veld: Tekstveld(naam.replace("&", ""), regels) for veld, naam, _, regels in _VELDEN}
        for veld, _, hulp, _ in _VELDEN:
            self.velden[veld].setPlaceholderText(hulp)
            self.velden[veld].getypt.connect(self._vertel)
        self.knop_pdf = QPushButton("Regie als pdf bewaren…")
        self.knop_pdf.clicked.connect(self.gevraagd_pdf)
        self.setWidget(self._vorm())
        self.setEnabled(False)

    def toon(self, regie: Regie, punt: str) -> None:
        """Show the script of an item, named ``2a Projectplan``; a field that is being typed in keeps its cursor."""
        if self._regie is not None and regie.agendapunt_id != self._regie.agendapunt_id:
            self.leg_vast()
        self._regie = regie
        self.kop.setText(punt)
        for veld, widget in self.velden.items():
            widget.toon(getattr(regie, veld))
        self.setEnabled(True)

    def leg_vast(self) -> None:
        """Tell what is typed and not yet told."""
        for widget in self.velden.values():
            widget.leg_vast()

    def _vorm(self) -> QWidget:
        merk = QLabel(ALLEEN_VOORZITTER)
        merk.setProperty("pil", "ja")
        merk.setProperty("toon", "oranje")
        merk.setWordWrap(True)
        slot = QLabel()
        slot.setPixmap(icon("lock").pixmap(self.fontMetrics().height(), self.fontMetrics().height()))
        rij = QHBoxLayout()
        rij.addWidget(slot)
        rij.addWidget(merk, 1)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for veld, naam, _, _ in _VELDEN:
            vorm.addRow(naam, self.velden[veld])
        inhoud = QWidget()
        kolom = QVBoxLayout(inhoud)
        kolom.setContentsMargins(12, 8, 12, 8)
        kolom.addLayout(rij)
        kolom.addWidget(self.kop)
        kolom.addLayout(vorm)
        kolom.addWidget(self.knop_pdf, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addStretch(1)
        return inhoud

    def _vertel(self) -> None:
        if self._regie is None:
            return
        teksten = {veld: widget.toPlainText() for veld, widget in self.velden.items()}
        self._regie = replace(self._regie, **teksten)
        self.gewijzigd.emit(self._regie)
