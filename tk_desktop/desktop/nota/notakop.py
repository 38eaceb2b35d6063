"""The fields above the sections of a nota: its subject, and under one line its kind, domain and who handles it."""

from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.parts.keuzelijst import Keuzelijst
from tk_desktop.desktop.parts.tekstveld import Regelveld, Tekstveld
from tk_desktop.desktop.text.sectierij import Gegevensregel, Sectierij
from tk_desktop.domain.nota import Nota, Vorm
from tk_desktop.domain.notabewerking import behandelaarsregels
from tk_desktop.domain.sjabloon import VORMNAMEN


class Notakop(QObject):
    """Makes the rows; ``gewijzigd`` tells a field and its text, ``vorm_gekozen`` a ``Vorm``.

    The fields are called onderwerp, domein and behandelaars; ``rijen`` are the rows, from above to below.
    """

    gewijzigd = Signal(str, str)
    vorm_gekozen = Signal(object)

    def __init__(self, ouder: QObject) -> None:
        super().__init__(ouder)
        self.onderwerp, self.domein = Regelveld("Onderwerp"), Regelveld("Domein")
        self.behandelaars = Tekstveld("Behandelend ambtenaar", 2)
        self.behandelaars.setPlaceholderText("Naam, functie, tel. nummer; één per regel")
        self.vorm = Keuzelijst()
        self.vorm.setAccessibleName("Soort nota")
        self.vorm.setSizeAdjustPolicy(Keuzelijst.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.vorm.setMinimumContentsLength(12)
        for vorm, naam in VORMNAMEN.items():
            self.vorm.addItem(naam, vorm.value)
        self.vorm.activated.connect(self._kies_vorm)
        for veld, wat in ((self.onderwerp, "onderwerp"), (self.domein, "domein"), (self.behandelaars, "behandelaars")):
            veld.getypt.connect(partial(self._getypt, wat))
        self._gegevens = Gegevensregel()
        self._gegevens.gewisseld.connect(self._toon_gegevens)
        self._onder_gegevens = (
            Sectierij("Soort nota", self.vorm),
            Sectierij("Domein", self.domein),
            Sectierij("Behandelend ambtenaar", self.behandelaars, hulp="Naam, functie en telefoon; één per regel."),
        )
        self.rijen = (
            Sectierij("Onderwerp", self.onderwerp),
            Sectierij("Gegevens", self._gegevens),
            *self._onder_gegevens,
        )
        self._toon_gegevens(False)

    def toon(self, nota: Nota, *, zelfde: bool) -> None:
        """Show these facts of a nota; with ``zelfde`` it is the one that was shown before."""
        self.onderwerp.toon(nota.onderwerp, zelfde=zelfde)
        self.domein.toon(nota.domein, zelfde=zelfde)
        self.behandelaars.toon(behandelaarsregels(nota.behandelaars), zelfde=zelfde)
        with QSignalBlocker(self.vorm):
            self.vorm.setCurrentIndex(self.vorm.findData(nota.vorm.value))
        namen = ", ".join(wie.naam for wie in nota.behandelaars) or "geen behandelaar"
        self._gegevens.toon(" · ".join(filter(None, (VORMNAMEN[nota.vorm], nota.domein, namen))))

    def veld(self, naam: str) -> QWidget | None:
        """Return the field of that name, with its row shown; nothing for one that is not filled in here."""
        if naam == "onderwerp":
            return self.onderwerp
        if naam != "behandelend ambtenaar":
            return None
        self._gegevens.open()
        return self.behandelaars

    def leg_vast(self) -> None:
        """Tell at once what was typed."""
        for veld in (self.onderwerp, self.domein, self.behandelaars):
            veld.leg_vast()

    def _getypt(self, wat: str, tekst: str) -> None:
        if wat != "onderwerp" or tekst.strip():
            self.gewijzigd.emit(wat, tekst)

    def _kies_vorm(self) -> None:
        self.vorm_gekozen.emit(Vorm(self.vorm.currentData()))

    def _toon_gegevens(self, aan: bool) -> None:
        for rij in self._onder_gegevens:
            rij.setVisible(aan)
