"""Everything about one agenda item that is not a paper: its words, its time, how it is treated, who introduces it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tk_desktop.desktop.agenda.verloopveld import Verloopveld
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.smalvorm import schik_namen
from tk_desktop.desktop.parts.tekstveld import Regelveld, Tekstveld
from tk_desktop.desktop.parts.theme import Toon
from tk_desktop.desktop.session.dialoog import op_regel
from tk_desktop.domain.agenda import Agendapunt, Behandeling
from tk_desktop.meeting.aanhouden import Herkomst

_VINKEN = (
    ("besloten", "Besloten: alleen voor de leden", "Het punt en al zijn stukken gaan niet mee in een openbare set."),
    ("ingevoegd", "In&gevoegd: genummerd als 1A", "De punten erna houden hun nummer."),
    ("hamerstuk", "Hamerstuk", "Samen met de andere hamerstukken in één keer afgedaan."),
    ("mondeling", "&Mondeling: zonder stukken", "De controle vraagt niet om een stuk."),
    ("akkoord", "&Formeel akkoord", "Zonder akkoord wordt de agenda niet vastgesteld."),
)

_BREED = 75
"""Letters wide from which the boxes stand in two columns."""
_RAND = 8
"""Pixels round the form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntblad:
    """What the panel shows: the item, its number, whether it is a main item, its explanation, where it was and goes.

    ``van_boven`` says how it is treated when that follows from the item above it, else it is empty.
    ``geheim`` says how each duty of secrecy on it or its papers stands.
    """

    punt: Agendapunt
    nummer: str
    hoofdpunt: bool
    van_boven: str = ""
    toelichting: str = ""
    eerder: Sequence[Herkomst] = ()
    later: Sequence[Herkomst] = ()
    geheim: Sequence[str] = ()
    besloten: bool = False


class PuntPaneel(QScrollArea):
    """A form; ``gewijzigd`` tells the item, which field, and its new value.

    ``plek_gevraagd`` tells the ``Adres`` where its subject was treated before, or is treated later.
    """

    gewijzigd = Signal(str, str, object)
    plek_gevraagd = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Gegevens van het punt")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rasters: list[tuple[QGridLayout, Sequence[QCheckBox]]] = []
        self._naast = 1
        self._id = ""
        self.titel = Regelveld("Titel")
        self.duur = Regelveld("Duur in minuten")
        self.duur.setMaximumWidth(letterbreedte(self.fontMetrics()) * 10)
        self.inleiders = Tekstveld("Inleiders", 2)
        self.inleiders.setPlaceholderText("Een naam per regel; een rol na een puntkomma")
        self.toelichting = Tekstveld("Toelichting op de agenda", 3)
        self.spoed = Regelveld("Reden van spoed")
        self.spoed.setPlaceholderText("Als het na het sluiten komt")
        self.spoed.setToolTip("Waarom een punt dat na het sluiten van de agenda komt, niet kan wachten")
        self.behandeling = {soort: QCheckBox(f"Ter {soort.value}") for soort in Behandeling}
        self.van_boven = QLabel()
        self.van_boven.setAccessibleName("Behandeling van het hoofdpunt")
        self.van_boven.setWordWrap(True)
        self.vinken = {veld: QCheckBox(tekst) for veld, tekst, _ in _VINKEN}
        self.besloten = QLabel()
        self.besloten.setAccessibleName("Besloten")
        self.besloten.setWordWrap(True)
        self.besloten.setProperty("pil", "ja")
        self.besloten.setProperty("toon", Toon.ORANJE.value)
        self.geheim = QLabel()
        self.geheim.setAccessibleName("Geheimhouding")
        self.geheim.setWordWrap(True)
        self.verloop = Verloopveld()
        self.verloop.gevraagd.connect(self.plek_gevraagd)
        self.setWidget(self._vorm())
        self._verbind()

    def toon(self, blad: Puntblad) -> None:
        """Show an item; a field that is being typed in keeps its cursor."""
        zelfde = blad.punt.id == self._id
        if not zelfde:
            self.leg_vast()
        self._id = blad.punt.id
        punt = blad.punt
        inleiders = "\n".join(f"{wie.naam}; {wie.rol}" if wie.rol else wie.naam for wie in punt.inleiders)
        self.titel.toon(punt.titel, zelfde=zelfde)
        self.duur.toon("" if punt.duur is None else str(punt.duur), zelfde=zelfde)
        self.inleiders.toon(inleiders, zelfde=zelfde)
        self.toelichting.toon(blad.toelichting, zelfde=zelfde)
        self.spoed.toon(punt.spoed, zelfde=zelfde)
        for soort, vink in self.behandeling.items():
            with QSignalBlocker(vink):
                vink.setChecked(soort in punt.behandeling)
        self.van_boven.setText(f"Zoals het punt erboven: {blad.van_boven}.")
        self._rijen.setRowVisible(self.van_boven, bool(blad.van_boven))
        for veld, vink in self.vinken.items():
            with QSignalBlocker(vink):
                vink.setChecked(bool(getattr(punt, veld)))
        self.vinken["ingevoegd"].setEnabled(blad.hoofdpunt)
        zelf = "Besloten: alleen de leden krijgen dit punt."
        self.besloten.setText(zelf if punt.besloten else "Besloten, omdat het hoofdpunt besloten is.")
        self._rijen.setRowVisible(self.besloten, blad.besloten)
        self.geheim.setText("\n".join(blad.geheim))
        self._rijen.setRowVisible(self.geheim, bool(blad.geheim))
        self.verloop.toon(blad.eerder, blad.later)

    def leg_vast(self) -> None:
        """Tell what is typed and not yet told."""
        for veld in (self.titel, self.duur, self.inleiders, self.toelichting, self.spoed):
            veld.leg_vast()

    def _vorm(self) -> QWidget:
        inhoud = QWidget()
        self._rijen = vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow(self.besloten)
        vorm.addRow("&Titel", self.titel)
        vorm.addRow("&Duur (min.)", self.duur)
        vorm.addRow("Behandeling", op_regel(self._raster(list(self.behandeling.values()))))
        vorm.addRow("", self.van_boven)
        vorm.addRow("&Inleiders", self.inleiders)
        vorm.addRow("T&oelichting", self.toelichting)
        vorm.addRow("Kenmerken", op_regel(self._raster(list(self.vinken.values()))))
        vorm.addRow("Geheimhouding", self.geheim)
        vorm.addRow("Spoed", self.spoed)
        vorm.addRow("Verloop", self.verloop)
        kolom = QVBoxLayout(inhoud)
        kolom.setContentsMargins(_RAND, _RAND, _RAND, _RAND)
        kolom.addLayout(vorm)
        kolom.addStretch(1)
        for veld, _, uitleg in _VINKEN:
            self.vinken[veld].setToolTip(uitleg)
        return inhoud

    def minimumSizeHint(self) -> QSize:
        """Return at least the widest box with the scroll bar: nothing in it can be pushed aside."""
        breedst = max(vink.sizeHint().width() for _, vinken in self._rasters for vink in vinken)
        rand = self.verticalScrollBar().sizeHint().width() + 2 * _RAND
        return super().minimumSizeHint().expandedTo(QSize(breedst + rand, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the boxes under each other when there is no room beside each other, and the fields under their names."""
        super().resizeEvent(event)
        schik_namen(self._rijen, self)
        naast = 2 if self.width() > letterbreedte(self.fontMetrics()) * _BREED else 1
        if naast != self._naast:
            self._naast = naast
            for raster, vinken in self._rasters:
                for nummer, vink in enumerate(vinken):
                    raster.addWidget(vink, nummer // naast, nummer % naast)

    def _raster(self, vinken: Sequence[QCheckBox]) -> QWidget:
        vak = QWidget()
        raster = QGridLayout(vak)
        raster.setContentsMargins(0, 0, 0, 0)
        raster.setColumnStretch(2, 1)
        for nummer, vink in enumerate(vinken):
            raster.addWidget(vink, nummer, 0)
        self._rasters.append((raster, vinken))
        return vak

    def _verbind(self) -> None:
        self.titel.getypt.connect(self._titel)
        self.duur.getypt.connect(self._duur)
        self.inleiders.getypt.connect(self._inleiders)
        self.toelichting.getypt.connect(self._toelichting)
        self.spoed.getypt.connect(self._spoed)
        for vink in self.behandeling.values():
            vink.toggled.connect(self._behandeling)
        for vink in self.vinken.values():
            vink.toggled.connect(self._vink)

    def _titel(self, tekst: str) -> None:
        self.gewijzigd.emit(self._id, "titel", tekst)

    def _duur(self, tekst: str) -> None:
        self.gewijzigd.emit(self._id, "duur", tekst)

    def _inleiders(self, tekst: str) -> None:
        paren = [regel.partition(";") for regel in tekst.splitlines() if regel.strip()]
        self.gewijzigd.emit(self._id, "inleiders", [(naam.strip(), rol.strip()) for naam, _, rol in paren])

    def _toelichting(self, tekst: str) -> None:
        self.gewijzigd.emit(self._id, "toelichting", tekst)

    def _spoed(self, tekst: str) -> None:
        self.gewijzigd.emit(self._id, "spoed", tekst)

    def _behandeling(self) -> None:
        gekozen = frozenset(soort for soort, vink in self.behandeling.items() if vink.isChecked())
        self.gewijzigd.emit(self._id, "behandeling", gekozen)

    def _vink(self, aan: bool) -> None:
        veld = next(naam for naam, vink in self.vinken.items() if vink is self.sender())
        self.gewijzigd.emit(self._id, veld, aan)
