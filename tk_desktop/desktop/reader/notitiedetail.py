"""The note that was chosen, to change beside the pages: its text, colour, labels, who reads it, and the answer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.lijstveld import Lijstveld
from tk_desktop.desktop.parts.tekstveld import Tekstveld
from tk_desktop.desktop.reader.notitie_woorden import bereik_van, citaat_van, over_notitie
from tk_desktop.domain.aantekening import Aantekening, Soort, Zicht
from tk_desktop.domain.leeslijst import is_gesteld
from tk_desktop.domain.notenstijl import Kleur

_ZICHT = {Zicht.PRIVE: "Privé: alleen u", Zicht.GEDEELD: "Gedeeld met…", Zicht.ALLEN: "Alle lezers"}


class Notitiedetail(QScrollArea):
    """Fields of one note, each kept while one types.

    ``tekst_getypt``, ``labels_getypt``, ``kleur_gekozen``, ``zicht_gekozen`` (with the names) and ``antwoord_getypt``
    tell the id first, ``stellen_gevraagd`` that a question is to go to the secretariat. ``knoppen`` is the
    row for what can be done with the note.
    """

    tekst_getypt = Signal(str, str)
    labels_getypt = Signal(str, str)
    kleur_gekozen = Signal(str, object)
    zicht_gekozen = Signal(str, object, str)
    antwoord_getypt = Signal(str, str)
    stellen_gevraagd = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._een: Aantekening | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Gekozen aantekening")
        binnen = QWidget()
        self._over = _regels(zacht=True)
        self._citaat = _regels()
        self.tekst = Tekstveld("Tekst van de aantekening", 2)
        self.tekst.getypt.connect(self._tekst)
        self.kleur = QComboBox()
        self.kleur.setAccessibleName("Kleur")
        for kleur in Kleur:
            self.kleur.addItem(kleur.value, kleur)
        self.kleur.activated.connect(self._kleur)
        self.labels = Lijstveld("Labels", "Kies uit uw labels", "tag")
        self.labels.getypt.connect(self._labels)
        self.zicht = QComboBox()
        self.zicht.setAccessibleName("Wie mag dit lezen")
        for zicht, woorden in _ZICHT.items():
            self.zicht.addItem(woorden, zicht)
        self.zicht.activated.connect(self._zicht)
        self.met = Lijstveld("Namen met wie u deelt", "Kies uit de leden", "users")
        self.met.getypt.connect(self._zicht)
        self.bereik = _regels(zacht=True)
        self.antwoord = Tekstveld("Antwoord van het secretariaat", 2)
        self.antwoord.getypt.connect(self._antwoord)
        self._beantwoord = _regels()
        self._vorm = self._maak_vorm()
        self.knoppen = QHBoxLayout()
        self.knoppen.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.stel = QPushButton("Stellen aan het secretariaat")
        self.stel.clicked.connect(self._stel)
        self.knoppen.addWidget(self.stel)
        kolom = QVBoxLayout(binnen)
        kolom.setContentsMargins(6, 4, 6, 4)
        kolom.addWidget(self._over)
        kolom.addWidget(self._citaat)
        kolom.addLayout(self.knoppen)
        kolom.addLayout(self._vorm)
        kolom.addWidget(self._beantwoord)
        kolom.addStretch(1)
        self.setWidget(binnen)
        self.hide()

    def _maak_vorm(self) -> QFormLayout:
        """Return the fields, each with its name."""
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for naam, veld in (
            ("Tekst", self.tekst),
            ("Kleur", self.kleur),
            ("Labels", self.labels),
            ("Zichtbaar", self.zicht),
            ("Met", self.met),
            ("Antwoord", self.antwoord),
        ):
            label = QLabel(naam)
            label.setBuddy(veld.veld if isinstance(veld, Lijstveld) else veld)
            vorm.addRow(label, veld)
        vorm.insertRow(vorm.rowCount() - 1, self.bereik)
        return vorm

    @property
    def haltes(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        met_knop = ((veld.veld, veld.knop) for veld in (self.labels, self.met))
        labels, met = met_knop
        return self.stel, self.tekst, self.kleur, *labels, self.zicht, *met, self.antwoord

    @property
    def id(self) -> str:
        """The note that is shown; empty when none is."""
        return self._een.id if self._een is not None else ""

    def toon(
        self,
        een: Aantekening | None,
        *,
        lezer: str,
        secretaris: bool,
        labels: Sequence[str] = (),
        namen: Sequence[str] = (),
    ) -> None:
        """Show a note, or nothing; only its writer changes it, and the secretaris answers a question put there.

        ``labels`` are those in use, ``namen`` those of the people with whom one may share.
        """
        zelfde = een is not None and een.id == self.id
        if not zelfde:
            self.leg_vast()
        self._een = een
        self.setVisible(een is not None)
        if een is None:
            return
        eigen = een.eigenaar == lezer
        vraag = een.soort is Soort.VRAAG
        citaat = citaat_van(een)
        self._over.setText(over_notitie(een, lezer))
        self._citaat.setText(f"“{citaat if len(citaat) < 200 else citaat[:199] + '…'}”")
        self._citaat.setVisible(bool(citaat))
        self.tekst.toon(een.tekst, zelfde=zelfde)
        self.tekst.setReadOnly(not eigen)
        self.labels.toon(een.labels, labels, zelfde=zelfde)
        self.met.toon(een.gedeeld_met, [naam for naam in namen if naam != een.eigenaar], zelfde=zelfde)
        self.kleur.setCurrentIndex(self.kleur.findData(een.kleur))
        self.stel.setVisible(eigen and vraag and not is_gesteld(een))
        self.zicht.setCurrentIndex(self.zicht.findData(een.zicht))
        self.antwoord.toon(een.antwoord, zelfde=zelfde)
        antwoordt = vraag and secretaris and not een.is_afschrift
        deelt = eigen or antwoordt
        for veld, mag in (
            (self.kleur, eigen),
            (self.labels, eigen),
            (self.zicht, deelt),
            (self.met, deelt and een.zicht is Zicht.GEDEELD),
            (self.antwoord, antwoordt),
        ):
            self._vorm.setRowVisible(veld, mag)
        bereik = bereik_van(een, secretaris=secretaris) if eigen else ""
        self.bereik.setText(bereik)
        self._vorm.setRowVisible(self.bereik, bool(bereik))
        self._beantwoord.setText(f"Antwoord: {een.antwoord}")
        self._beantwoord.setVisible(bool(een.antwoord) and not antwoordt)

    def leg_vast(self) -> None:
        """Keep what is typed."""
        if self._een is not None:
            for veld in (self.tekst, self.labels, self.met, self.antwoord):
                veld.leg_vast()

    def _stel(self) -> None:
        self.leg_vast()
        self.stellen_gevraagd.emit(self.id)

    def _tekst(self, tekst: str) -> None:
        self.tekst_getypt.emit(self.id, tekst)

    def _labels(self, tekst: str) -> None:
        self.labels_getypt.emit(self.id, tekst)

    def _kleur(self) -> None:
        self.kleur_gekozen.emit(self.id, Kleur(self.kleur.currentData()))

    def _zicht(self) -> None:
        if self._een is None:
            return
        self.zicht_gekozen.emit(self.id, Zicht(self.zicht.currentData()), self.met.text())

    def _antwoord(self, tekst: str) -> None:
        self.antwoord_getypt.emit(self.id, tekst)


def _regels(*, zacht: bool = False) -> QLabel:
    """Return room for words of the user, on as many lines as they ask."""
    regels = QLabel()
    regels.setProperty("zacht", "ja" if zacht else None)
    regels.setWordWrap(True)
    regels.setTextFormat(Qt.TextFormat.PlainText)
    return regels
