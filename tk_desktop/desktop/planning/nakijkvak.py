"""Looking at all files of the werkmap, taking everything along, and a werkmap made of that, in the window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from tk_desktop.desktop.session.dialoog import Rolvak
from tk_desktop.domain.fixiteit import Fixiteit, file_name

_REGELS = 6
"""Lines that the list is at most; it scrolls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nakijkbeeld:
    """The times that files were looked at, whether that is too long ago, and how much is besloten.

    ``namen`` tells by SHA-256 what the files are that are not as they were.
    """

    keren: Sequence[Fixiteit]
    te_laat: bool
    besloten: int
    namen: Mapping[str, str]


class Nakijkvak(QWidget):
    """Shows what ``load`` gives; the signals tell what the user wants, ``meenemen`` with whether own notes go along."""

    nakijken = Signal()
    meenemen = Signal(bool)
    innemen = Signal()

    def __init__(self, load: Callable[[], Nakijkbeeld]) -> None:
        super().__init__()
        self._load = load
        self.setAccessibleName("Nakijken en meenemen")
        self.stand = QLabel()
        self.stand.setWordWrap(True)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Wanneer de bestanden zijn nagekeken")
        self.lijst.setWordWrap(True)
        self.lijst.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.lijst.setMaximumHeight(self.lijst.fontMetrics().height() * _REGELS)
        self.knop = QPushButton("Bestanden &nakijken")
        self.knop.setProperty("hoofd", "ja")
        self.knop.clicked.connect(self.nakijken)
        uitleg = QLabel(
            "Meenemen schrijft alles naar een lege map die zonder TK Desktop te lezen is, en waarvan later weer een "
            "werkmap kan worden gemaakt."
        )
        uitleg.setWordWrap(True)
        self.geheim = QLabel()
        self.geheim.setWordWrap(True)
        self.mag = QCheckBox("&Ook besloten mag mee")
        self.mag.toggled.connect(self._laat)
        self.noten = QCheckBox("Mi&jn aantekeningen gaan mee")
        self.noten.setToolTip("Ook uw bladwijzers en voorbereiding. Wat andere lezers schreven, blijft hier.")
        self.mee = QPushButton("Alles &meenemen…")
        self.mee.clicked.connect(self._neem_mee)
        terug = QLabel(
            "Van een map die zo is geschreven, wordt hier een nieuwe werkmap gemaakt. Deze werkmap verandert niet."
        )
        terug.setWordWrap(True)
        self.inname = QPushButton("&Werkmap maken van zo’n map…")
        self.inname.clicked.connect(self.innemen)
        kolom = QVBoxLayout()
        for titel, delen in (
            ("Bestanden nakijken", (self.stand, self.lijst, self.knop)),
            ("Alles meenemen", (uitleg, self.geheim, self.mag, self.noten, self.mee)),
            ("Weer innemen", (terug, self.inname)),
        ):
            kop = QLabel(titel)
            kop.setProperty("kop", "2")
            kolom.addWidget(kop)
            for deel in delen:
                kolom.addWidget(deel)
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        self._rol = Rolvak(kolom)
        rand.addWidget(self._rol)
        self.setFocusProxy(self.knop)
        self.reload()

    def reload(self) -> None:
        """Look again at when files were looked at, and how much is besloten.

        The last time stands above the list; in it stand what was wrong then, and the times before.
        """
        beeld = self._load()
        laat = " De bestanden zijn langer dan een jaar niet nagekeken." if beeld.te_laat else ""
        laatste = beeld.keren[0].zin if beeld.keren else "De bestanden zijn hier nog niet nagekeken."
        self.stand.setText(f"{laatste}{laat}")
        self.lijst.clear()
        for nummer, een in enumerate(beeld.keren):
            self.lijst.addItems([een.zin] if nummer else [])
            self.lijst.addItems([f"✗ {file_name(som, beeld.namen)} is veranderd" for som in een.veranderd])
            self.lijst.addItems([f"✗ {file_name(som, beeld.namen)} ontbreekt" for som in een.ontbreekt])
        self.lijst.setVisible(self.lijst.count() > 0)
        wat = "1 punt of stuk is" if beeld.besloten == 1 else f"{beeld.besloten} punten en stukken zijn"
        self.geheim.setText(f"{wat} besloten, en in die map leesbaar voor iedereen die haar heeft.")
        self.mag.setAccessibleDescription(self.geheim.text())
        for deel in (self.geheim, self.mag):
            deel.setVisible(bool(beeld.besloten))
        self._laat()
        if self.isVisible():
            QTimer.singleShot(0, self._rol, self._rol.laat_passen)  # once what came asks for its room

    def _neem_mee(self) -> None:
        self.meenemen.emit(self.noten.isChecked())

    def _laat(self) -> None:
        self.mee.setEnabled(self.mag.isChecked() or self.mag.isHidden())
