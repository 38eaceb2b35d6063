"""What happens with a vote: called, taken and counted at the item that is looked at."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.dialoog import in_venster
from tk_desktop.desktop.sessie import Sessie
from tk_desktop.desktop.stem_vak import Stemvak
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.stemming import Keuze, Stemming, Stemwijze
from tk_desktop.domain.zitting import Zitting
from tk_desktop.minutes.stemmingen import call_stemming, count_stemming, give_stem, remove_stemming


class Stembediening(QObject):
    """Opens the window of a vote over ``ouder``; ``zitting`` and ``punt`` give what is looked at."""

    def __init__(
        self, sessie: Sessie, zitting: Callable[[], Zitting], punt: Callable[[], Agendapunt], ouder: QWidget
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._zitting = zitting
        self._punt = punt
        self._ouder = ouder
        self._punt_id = ""
        self._nieuw = False
        self.vak: Stemvak | None = None

    def toon(self) -> None:
        """Open the last vote on the item, or the form to call one."""
        punt = self._punt()
        self._punt_id, self._nieuw = punt.id, False
        self.vak = vak = Stemvak(self._stemming, punt.titel)
        self._sessie.veranderd.connect(vak.reload)
        vak.begonnen.connect(self._begin)
        vak.gestemd.connect(self._stem)
        vak.geteld.connect(self._tel)
        vak.nieuw.connect(self._nog_een)
        vak.weg.connect(self._weg)
        in_venster(vak, "Stemming", self._ouder.window(), self._sessie)
        vak.ga_naar()

    def _stemming(self) -> Stemming | None:
        stemmingen = self._store.stemmingen.van_punt(self._punt_id)
        return stemmingen[-1] if stemmingen and not self._nieuw else None

    def _begin(self, onderwerp: str, wijze: Stemwijze, gewogen: bool) -> None:
        self._sessie.doe(
            "Stemming beginnen",
            lambda: call_stemming(self._store, self._punt_id, onderwerp, wijze=wijze, gewogen=gewogen),
            daarna=self._begonnen,
        )

    def _begonnen(self, _: Stemming) -> None:
        self._nieuw = False
        if self.vak is not None:
            self.vak.reload()

    def _stem(self, stem_id: str, keuze: Keuze | None) -> None:
        stemming = self._stemming()
        if stemming is not None:
            self._sessie.doe("Stem uitbrengen", lambda: give_stem(self._store, stemming.id, stem_id, keuze))

    def _tel(self, voor: int, tegen: int, onthouden: int) -> None:
        stemming = self._stemming()
        if stemming is not None:
            self._sessie.doe(
                "Stemmen tellen",
                lambda: count_stemming(self._store, stemming.id, voor=voor, tegen=tegen, onthouden=onthouden),
                samen=f"stemming {stemming.id}",
            )

    def _nog_een(self) -> None:
        self._nieuw = True
        if self.vak is not None:
            self.vak.reload()

    def _weg(self) -> None:
        stemming = self._stemming()
        if stemming is not None:
            self._sessie.doe("Stemming weghalen", lambda: remove_stemming(self._store, stemming.id))
