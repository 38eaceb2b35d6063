"""Scenarios side by side: a line for each bouwsteen with what each does with it, and what parts cost in all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from tk_desktop.desktop.parts.tweeregels import Tweeregels
from tk_desktop.desktop.programme.celvak import SLEUTEL, SOORT
from tk_desktop.desktop.programme.programmabomen import RECHTS, Programmaboom
from tk_desktop.domain.afkorting import met_uitleg
from tk_desktop.domain.getal import duizendtal
from tk_desktop.domain.kernstand import Deelsom, Kernstand
from tk_desktop.domain.kerntaken import Bouwsteen, Keuze, keuzes_voor
from tk_desktop.domain.programma import Afkorting
from tk_desktop.domain.scenarios import Scenariocel, Vergelijking

TEKENS = {
    Keuze.BEHOUDEN: "●",
    Keuze.AMBITIE: "◐",
    Keuze.BELEGGEN: "→",
    Keuze.BEEINDIGEN: "✕",
    Keuze.NIEUW: "＋",
}
"""The shape of a choice; its word stands beside it."""
_VAST = ("Bouwsteen", "Grond", "Kosten nu")
DEEL = "onderdeel"
"""What a line of a part is called; such a line is not opened."""
_LEEG = "Er zijn nog geen bouwstenen. Neem een stuk over kerntaken over, of voeg een onderdeel toe."


class Kerntakenboom(Programmaboom):
    """Parts of an organisation with their bouwstenen, and a column for each scenario."""

    opent = "bouwsteen"

    def __init__(self) -> None:
        super().__init__("Kerntaken en scenario’s")
        Tweeregels(self, 0)  # beside five scenarios most names do not fit on one line
        self._kort: tuple[Afkorting, ...] = ()

    def mag_typen(self, soort: str, kolom: int) -> bool:
        """Nothing is typed in a line: it is opened."""
        return False

    def toon(self, stand: Kernstand, tegen: str | None = None) -> None:
        """Show core tasks as they stand; ``tegen`` is the scenario that the others are held against."""
        vorige = self.rij[1]
        self._kort = stand.afkortingen
        self._koppen((*_VAST, *(f"{een.code} {een.naam}" for een in stand.scenarios)))
        for kolom in range(2, self.columnCount()):
            self.headerItem().setTextAlignment(kolom, RECHTS)
        naast = stand.vergelijking(tegen)
        cellen = {steen.id: rij for steen, rij in naast.rijen}
        for deel in stand.delen:
            kop = self._regel(self, [deel.naam, "", *(_som(een) for een in stand.deelsommen(deel.id))], vet=True)
            kop.setData(0, SLEUTEL, deel.id)
            kop.setData(0, SOORT, DEEL)
            groep, onder = "", kop
            for steen in stand.van_deel(deel.id):
                if steen.groep != groep:
                    groep = steen.groep
                    onder = self._regel(kop, [groep]) if groep else kop
                self._steen(onder, steen, cellen[steen.id], stand.anders_dan_stuk(steen))
        if stand.bouwstenen:
            self._samen(stand, naast, tegen)
        self.expandAll()
        self.leeg.zeg("" if stand.delen else _LEEG)
        self.kies(vorige)

    def _steen(self, onder: QTreeWidgetItem, steen: Bouwsteen, cellen: Sequence[Scenariocel], anders: str) -> None:
        nu = "?" if steen.bedrag is None else duizendtal(steen.bedrag)
        naam = f"{steen.nummer} {steen.naam}".strip()
        mag = keuzes_voor(steen)
        wat = [f"{'' if cel.keuze in mag else '⚠ '}{cel_tekst(cel)}" for cel in cellen]
        item = self._regel(onder, [naam, steen.categorie, nu, *wat])
        item.setToolTip(1, anders)
        item.setData(0, SLEUTEL, steen.id)
        item.setData(0, SOORT, self.opent)

    def _samen(self, stand: Kernstand, naast: Vergelijking, tegen: str | None) -> None:
        anders = next((een.code for een in stand.scenarios if een.id == tegen), "nu")
        som = duizendtal(naast.nu)
        kop = self._regel(self, ["Alles samen", "", som, *(duizendtal(een.som) for een in naast.sommen)], vet=True)
        self._regel(
            kop,
            [
                "Zonder bedrag (niet meegeteld)", "", str(naast.nu_onzeker),
                *(str(een.onzeker) for een in naast.sommen),
            ],
        )  # fmt: skip
        verschillen = ["onzeker" if een.verschil is None else _verschil(een.verschil) for een in naast.sommen]
        self._regel(kop, [f"Verschil met {anders}", "", "", *verschillen])

    def _regel(
        self, onder: "Kerntakenboom | QTreeWidgetItem", teksten: Sequence[str], *, vet: bool = False
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(onder, list(teksten))
        koppen = [self.headerItem().text(kolom) for kolom in range(self.columnCount())]
        gezegd = [teksten[0], *(f"{kop} {tekst}" for kop, tekst in zip(koppen[1:], teksten[1:], strict=False) if tekst)]
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(gezegd))
        item.setToolTip(0, met_uitleg(teksten[0], self._kort))
        for kolom in range(2, len(teksten)):
            item.setTextAlignment(kolom, RECHTS)
        if vet:
            letter = item.font(0)
            letter.setBold(True)
            for kolom in range(len(teksten)):
                item.setFont(kolom, letter)
        return item


def cel_tekst(cel: Scenariocel) -> str:
    """Return what a scenario does with a bouwsteen: ``✕ beëindigen 0``, with a question mark for no amount."""
    return f"{TEKENS[cel.keuze]} {cel.keuze.value} {'?' if cel.bedrag is None else duizendtal(cel.bedrag)}"


def _som(een: Deelsom) -> str:
    return f"{duizendtal(een.som)} + ?" if een.onzeker else duizendtal(een.som)


def _verschil(bedrag: int) -> str:
    return f"+{duizendtal(bedrag)}" if bedrag > 0 else duizendtal(bedrag)
