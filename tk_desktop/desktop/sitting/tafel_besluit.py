"""What is decided on an item: the outcomes as buttons, the words, and how these differ from the proposal."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.parts.tekstveld import Regelveld
from tk_desktop.desktop.sitting.tafelwoorden import KNOPPEN, verschil_als_html, verschil_in_woorden
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.domain.besluit import Besluit, Uitkomst
from tk_desktop.domain.opmaak import platte_tekst

_WAT = "Wat is er besloten? Typ het hier."
_MAG_LEEG = "Dit mag leeg blijven. Wat u hier typt, komt bij het besluit in het verslag."
_ZONDER_NUMMER = "Er staat nog niet wat is besloten. Typ het hier; daarmee krijgt het besluit zijn nummer."


class Besluitvak(QWidget):
    """The besluit of one item.

    ``gekozen`` tells the outcome that was pressed, ``getypt`` the outcome and words of the besluit as they were typed,
    ``minderheid_getypt`` the view of who was outvoted, ``besloten_gekozen`` whether it is besloten on an open item,
    ``weg`` that the besluit goes. While a changed besluit waits for
    its words it is not recorded yet.
    """

    gekozen = Signal(object)
    getypt = Signal(object, str)
    minderheid_getypt = Signal(str)
    besloten_gekozen = Signal(bool)
    weg = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Besluit")
        self._punt_id = ""
        self._voorstel = ""
        self._punt_besloten = False
        self._besluit: Besluit | None = None
        self._wacht: Uitkomst | None = None
        self.knoppen: dict[Uitkomst, QPushButton] = {}
        for nummer, (uitkomst, woorden) in enumerate(KNOPPEN, 1):
            knop = QPushButton(f"{nummer} {woorden}")
            knop.setCheckable(True)
            knop.setAccessibleName(f"{woorden}, Alt+{nummer}")
            knop.setToolTip(f"{woorden} (Alt+{nummer})")
            knop.clicked.connect(self._druk)
            self.knoppen[uitkomst] = knop
        self.eerder = QLabel()
        self.voorstel = QLabel()
        self.verschil = QLabel()
        self.uitleg = QLabel()
        for label in (self.eerder, self.voorstel, self.verschil, self.uitleg):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for label in (self.eerder, self.voorstel, self.uitleg):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.verschil.setTextFormat(Qt.TextFormat.RichText)
        self.uitleg.setProperty("zacht", "ja")
        self.tekst = RijkeTekst("Tekst van het besluit", regels=2)
        self.tekst.setPlaceholderText(_WAT)
        self.tekst.getypt.connect(self._typ)
        self.minderheid = Regelveld("Minderheidsstandpunt")
        self.minderheid.setPlaceholderText("Minderheidsstandpunt, als iemand dat wil laten vastleggen")
        self.minderheid.getypt.connect(self.minderheid_getypt)
        self.besloten = QCheckBox("Dit besluit is besloten")
        self.besloten.clicked.connect(self.besloten_gekozen)
        self.knop_weg = QPushButton(icon("trash-2"), "Besluit weghalen")
        self.knop_weg.clicked.connect(self.weg)
        self._leg_uit()

    def toon(
        self, punt_id: str, voorstel: str, besluiten: Sequence[Besluit], *, nieuw: bool = False, dicht: bool = False
    ) -> None:
        """Show what is proposed and what was decided; with ``nieuw`` the next outcome is another besluit.

        At an item that is ``dicht`` (behind closed doors) every besluit is besloten.
        """
        self._punt_besloten = dicht
        zelfde = punt_id == self._punt_id
        if not zelfde:
            self._wacht = None
        self._punt_id, self._voorstel = punt_id, voorstel
        was, self._besluit = self._besluit, besluiten[-1] if besluiten and not nieuw else None
        eerder = besluiten if nieuw else besluiten[:-1]
        self.eerder.setText("\n".join(f"{een.aanduiding}: {een.uitkomst.value}" for een in eerder))
        self.eerder.setVisible(bool(eerder))
        if self._besluit is not None and self._wacht is self._besluit.uitkomst:
            self._wacht = None
        self.voorstel.setText(f"Voorstel\n{platte_tekst(voorstel)}" if voorstel else "")
        mag_leeg = self._besluit is not None and not self._besluit.uitkomst.vraagt_woorden
        self.tekst.setPlaceholderText(_MAG_LEEG if mag_leeg else _WAT)
        self._toon_knoppen()
        zelfde_besluit = zelfde and was is not None and self._besluit is not None and was.id == self._besluit.id
        if self._wacht is None:
            self.tekst.toon(self._besluit.tekst if self._besluit else "", zelfde=zelfde_besluit)
        self.minderheid.toon(self._besluit.minderheid if self._besluit else "", zelfde=zelfde_besluit)
        self._toon_tekst()

    def wacht_op(self, uitkomst: Uitkomst) -> None:
        """Let the words of another besluit than the proposal be typed; it is recorded once they differ from that."""
        self._wacht = uitkomst
        if self._besluit is None:
            self.tekst.toon(self._voorstel)
        self._toon_knoppen()
        self._toon_tekst()
        self.tekst.setFocus()

    def wacht_niet(self) -> None:
        """Wait for no words any more: another outcome was chosen."""
        self._wacht = None

    def leg_vast(self) -> None:
        """Tell what is typed and not yet told."""
        self.tekst.leg_vast()
        self.minderheid.leg_vast()

    def _druk(self) -> None:
        gedrukt = self.sender()
        uitkomst = next(uit for uit, knop in self.knoppen.items() if knop is gedrukt)
        self._toon_knoppen()  # what is pressed shows what is recorded, not that it was pressed
        self.gekozen.emit(uitkomst)

    def _typ(self, tekst: str) -> None:
        uitkomst = self._wacht or (self._besluit.uitkomst if self._besluit else None)
        if uitkomst is not None:
            self.getypt.emit(uitkomst, tekst)

    def _toon_knoppen(self) -> None:
        gekozen = self._wacht or (self._besluit.uitkomst if self._besluit else None)
        for nummer, (uitkomst, woorden) in enumerate(KNOPPEN, 1):
            aan = uitkomst is gekozen
            knop = self.knoppen[uitkomst]
            knop.setChecked(aan)
            knop.setIcon(icon("check") if aan else icon("circle"))
            knop.setAccessibleName(f"{woorden}, Alt+{nummer}{', gekozen' if aan else ''}")
            knop.setProperty("toon", "blauw" if aan else None)
            knop.style().unpolish(knop)
            knop.style().polish(knop)

    def _toon_tekst(self) -> None:
        besluit, wacht = self._besluit, self._wacht
        self._rechts.setVisible(besluit is not None or wacht is not None)
        self.voorstel.setVisible(bool(self.voorstel.text()))
        tekst = self.tekst.tekst()
        uitkomst = wacht or (besluit.uitkomst if besluit is not None else None)
        naast = uitkomst is not None and not uitkomst.laat_voorstel_open
        html = verschil_als_html(self._voorstel, tekst) if naast else ""
        self.verschil.setText(f"Verschil met het voorstel: {html}" if html else "")
        self.verschil.setAccessibleName(
            f"Verschil met het voorstel: {verschil_in_woorden(self._voorstel, tekst)}" if html else "Geen verschil"
        )
        self.verschil.setVisible(bool(html))
        slot = " · besloten" if besluit is not None and besluit.besloten else ""
        if wacht is not None:
            self.uitleg.setText("Typ wat is besloten. Het wordt vastgelegd zodra de tekst afwijkt van het voorstel.")
        elif besluit is not None:
            self.uitleg.setText(f"{_ZONDER_NUMMER if besluit.mist_woorden else besluit.nummer}{slot}")
        self.minderheid.setVisible(besluit is not None)
        self.besloten.setVisible(besluit is not None and not self._punt_besloten)
        self.besloten.setChecked(besluit is not None and besluit.besloten)
        self.knop_weg.setVisible(besluit is not None)

    def _leg_uit(self) -> None:
        rij = QWidget()
        stroom = Stroom(rij)
        for knop in self.knoppen.values():
            stroom.addWidget(knop)
        self._rechts = QWidget()
        rechts = QVBoxLayout(self._rechts)
        rechts.setContentsMargins(0, 0, 0, 0)
        rechts.setSpacing(3)
        for deel in (self.uitleg, self.tekst, self.verschil, self.minderheid):
            rechts.addWidget(deel)
        rechts.addWidget(self.besloten)
        rechts.addWidget(self.knop_weg, 0, Qt.AlignmentFlag.AlignLeft)
        self._naast = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._naast.setSpacing(8)
        self._naast.addWidget(self.voorstel, 1, Qt.AlignmentFlag.AlignTop)
        self._naast.addWidget(self._rechts, 1, Qt.AlignmentFlag.AlignTop)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(4)
        kolom.addWidget(rij)
        kolom.addWidget(self.eerder)
        kolom.addLayout(self._naast)

    def leg_breed(self, *, breed: bool) -> None:
        """Put proposal and besluit beside each other, or under each other where there is little room."""
        richting = QBoxLayout.Direction.LeftToRight if breed else QBoxLayout.Direction.TopToBottom
        self._naast.setDirection(richting)
