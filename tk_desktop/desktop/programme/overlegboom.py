"""Routes, terms of budget years and zienswijzen as one tree: what, who, when, and how it stands."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QTreeWidgetItem

from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.programme.celvak import SLEUTEL, SOORT
from tk_desktop.desktop.programme.programmabomen import Programmaboom
from tk_desktop.domain.datum import kort
from tk_desktop.domain.overleg import Overlegroute, Overlegstand, Pencjaar, Zienswijzeronde
from tk_desktop.domain.overlegroute import doorlooptijd, vragen

_KOPPEN = ("Wat", "Rol of standpunt", "Dag", "Hoe het staat")
_LEEG = "Er is nog niets gepland. Voeg een route, een begrotingsjaar of een zienswijze toe."


class Overlegplek(NamedTuple):
    """What a line is about: ``route``, ``stap``, ``jaar``, ``term``, ``ronde`` or ``zienswijze``, and its id."""

    soort: str
    id: str

    @property
    def sleutel(self) -> str:
        """The two as one word."""
        return f"{self.soort}:{self.id}"

    @classmethod
    def van(cls, sleutel: str) -> "Overlegplek":
        """Return the place that a word names."""
        soort, _, id_ = sleutel.partition(":")
        return cls(soort, id_)


class Overlegboom(Programmaboom):
    """All that is planned around a programme; ``geopend`` tells the ``Overlegplek.sleutel`` of a line."""

    opent = "plek"

    def __init__(self) -> None:
        super().__init__("Overleg en termijnen")

    def mag_typen(self, soort: str, kolom: int) -> bool:
        """Nothing is typed in a line: it is opened."""
        return False

    def toon(self, stand: Overlegstand, vandaag: date) -> None:
        """Show what is planned as it stands on a day."""
        vorige = self.gekozen
        self._koppen(_KOPPEN)
        for route in stand.routes:
            self._route(stand, route, vandaag)
        for jaar in stand.jaren:
            self._jaar(stand, jaar, vandaag)
        for ronde in stand.rondes:
            self._ronde(stand, ronde)
        self.expandAll()
        self.leeg.zeg("" if stand.routes or stand.jaren or stand.rondes else _LEEG)
        self.kies(vorige)

    def _route(self, stand: Overlegstand, route: Overlegroute, vandaag: date) -> None:
        gepland = stand.gepland(route)
        duur = f"doorlooptijd {doorlooptijd(gepland)} dagen" if gepland else "kies de dag van het besluit"
        kop = self._regel(
            self, (f"Route: {route.naam}", "", kort(route.besluit_op) if route.besluit_op else "", duur),
            Overlegplek("route", route.id), vet=True,
        )  # fmt: skip
        for plek, stap in enumerate(stand.stappen_van(route.id)):
            een = gepland[plek] if gepland else None
            dag, staat = "", ""
            if een is not None:
                dag = kort(een.dag) if een.dag else f"vóór {kort(een.laatst)}"
                wacht = "1 dag wachten" if een.wacht == 1 else f"{een.wacht} dagen wachten"
                staat = "⚠ geen vergadering op tijd" if een.dag is None else wacht if een.wacht else "sluit aan"
            self._regel(
                kop, (stand.tafel(stap.tafel_id).naam, stap.rol.value, dag, staat), Overlegplek("stap", stap.id)
            )
        for zin in vragen(gepland, vandaag) if gepland else ():
            self._let_op(kop, zin)
        for overlap in stand.overlap(route):
            self._let_op(kop, f"{overlap.een} en {overlap.ander}: {overlap.reden}")

    def _jaar(self, stand: Overlegstand, jaar: Pencjaar, vandaag: date) -> None:
        ab = kort(jaar.ab) if jaar.ab else ""
        kop = self._regel(
            self, (f"Begrotingsjaar {jaar.jaar}", "AB besluit", ab, ""), Overlegplek("jaar", jaar.id), vet=True
        )
        for een in stand.kalender(jaar):
            dag = f"uiterlijk {kort(een.uiterlijk)}" if een.uiterlijk else "hangt af van de dag van het AB"
            staat = f"gedaan op {kort(een.gedaan)}" if een.gedaan else "nog te doen"
            if een.te_laat(vandaag):
                staat = f"⚠ te laat, {staat}"
            plek = Overlegplek("term", f"{jaar.id}/{een.termijn.code}")
            self._regel(kop, (een.termijn.wat, een.termijn.bron, dag, staat), plek, let_op=een.te_laat(vandaag))

    def _ronde(self, stand: Overlegstand, ronde: Zienswijzeronde) -> None:
        hoe = stand.stand(ronde)
        binnen = len(stand.zienswijzen_van(ronde.id)) - len(hoe.ontbreekt)
        telling = f"{binnen} binnen, {len(hoe.ontbreekt)} nog niet, {len(hoe.te_verwerken)} te verwerken"
        uiterlijk = f"uiterlijk {kort(ronde.uiterlijk)}" if ronde.uiterlijk else ""
        kop = self._regel(
            self, (f"Zienswijzen: {ronde.onderwerp}", "", uiterlijk, telling), Overlegplek("ronde", ronde.id), vet=True
        )
        for een in stand.zienswijzen_van(ronde.id):
            staat = "nog niet binnen" if een.standpunt is None else een.verwerking.split("\n")[0] or "binnen"
            if een.vraagt_verwerking:
                staat = "⚠ nog te verwerken"
            dag = kort(een.ontvangen) if een.ontvangen else ""
            if een.gemeente in hoe.te_laat:
                dag = f"{dag} (te laat)"
            standpunt = een.standpunt.value if een.standpunt else ""
            self._regel(
                kop, (een.gemeente, standpunt, dag, staat), Overlegplek("zienswijze", een.id),
                let_op=een.vraagt_verwerking,
            )  # fmt: skip

    def _let_op(self, kop: QTreeWidgetItem, zin: str) -> None:
        item = self._regel(kop, (f"⚠ {zin}",), None, let_op=True)
        item.setFirstColumnSpanned(True)

    def _regel(
        self,
        onder: "Overlegboom | QTreeWidgetItem",
        teksten: Sequence[str],
        plek: Overlegplek | None,
        *,
        vet: bool = False,
        let_op: bool = False,
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(onder, list(teksten))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(tekst for tekst in teksten if tekst))
        if plek is not None:
            item.setData(0, SLEUTEL, plek.sleutel)
            item.setData(0, SOORT, self.opent)
        for kolom, tekst in enumerate(teksten):
            item.setToolTip(kolom, tekst)
            if vet:
                letter = item.font(kolom)
                letter.setBold(True)
                item.setFont(kolom, letter)
        if let_op:
            item.setForeground(len(teksten) - 1, QBrush(QColor(kleuren().tonen[Toon.ORANJE].tekst)))
        return item
