"""Notes on a paper that was just replaced: placed at once, and told how they stand (SCREENS 2.12, 11)."""

from PySide6.QtCore import QObject

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.reader.versiewerk import Plaatsvraag, plaats_noten, te_plaatsen
from tk_desktop.desktop.reader.versiewoorden import telling_zin
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.plaatstelling import tel_plaatsen
from tk_desktop.store.werkmap import Store


class Notenplaatser(QObject):
    """Places the notes of every reader in the newest version of a paper."""

    def __init__(self, sessie: Sessie, ouder: QObject) -> None:
        super().__init__(ouder)
        self._sessie = sessie

    def na_vervanging(self, stuk_id: str, naam: str) -> None:
        """Place the notes on a received paper; ``naam`` is what the user calls it. Without notes nothing happens."""
        store = self._sessie.store
        versies = store.versies.van_stuk(stuk_id)
        if not versies or not versies[-1].is_pdf:
            return
        versie = versies[-1].paginabestand
        vragen = te_plaatsen(store, store.stukken.get(stuk_id).vergadering_id, {stuk_id: versie})
        if not vragen:
            return

        def werk(store: Store, progress: Progress) -> tuple[Plaatsvraag, str]:
            plaats_noten(store, progress, vragen, {})
            return vragen[0], naam

        self._sessie.op_achtergrond(werk, self._geplaatst)

    def _geplaatst(self, uitkomst: tuple[Plaatsvraag, str]) -> None:
        vraag, naam = uitkomst
        noten = self._sessie.store.aantekeningen.van_papier(vraag.vergadering_id, vraag.papier)
        eigen = [een for een in noten if een.eigenaar == self._sessie.voorkeuren.lezer]
        telling = tel_plaatsen(eigen, vraag.versie)
        if telling.totaal:
            self._sessie.gemeld.emit(f"{naam}: {telling_zin(telling)}", False)
        self._sessie.veranderd.emit()
