"""What happens with a vote: called, taken, counted and set right at the item that is looked at."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.stem_vak import Stembeeld, Stembegin, Stemvak
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.stemming import Keuze, Stemming
from tk_desktop.domain.zitting import Zitting
from tk_desktop.minutes.stemmingen import (
    call_stemming,
    changed_deelnemers,
    count_stemming,
    edit_stemming,
    give_stem,
    refresh_deelnemers,
    remove_stemming,
)


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
        self._gekozen = ""
        self.vak: Stemvak | None = None

    def toon(self) -> None:
        """Open the last vote on the item, or the form to call one."""
        punt = self._punt()
        self._punt_id, self._nieuw, self._gekozen = punt.id, False, ""
        self.vak = vak = Stemvak(self._beeld, punt.titel)
        self._sessie.veranderd.connect(vak.reload)
        vak.begonnen.connect(self._begin)
        vak.gestemd.connect(self._stem)
        vak.geteld.connect(self._tel)
        vak.gewijzigd.connect(self._wijzig)
        vak.gekozen.connect(self._kies)
        vak.bijgewerkt.connect(self._werk_bij)
        vak.nieuw.connect(self._nog_een)
        vak.weg.connect(self._weg)
        in_venster(vak, "Stemming", self._ouder.window(), self._sessie, passend=True)
        vak.ga_naar()

    def _beeld(self) -> Stembeeld:
        zitting = self._store.zitting(self._zitting().opname.vergadering.id)
        punt = zitting.opname.punt(self._punt_id)
        nu = self._stemming()
        return Stembeeld(
            stemmingen=zitting.stemmingen_bij(punt),
            nu=nu,
            dicht=zitting.opname.is_besloten(punt),
            anders=_anders(zitting, nu) if nu is not None else "",
        )

    def _stemming(self) -> Stemming | None:
        stemmingen = self._store.stemmingen.van_punt(self._punt_id)
        if not stemmingen or self._nieuw:
            return None
        return next((een for een in stemmingen if een.id == self._gekozen), stemmingen[-1])

    def _begin(self, begin: Stembegin) -> None:
        punt_id = self._punt_id
        self._sessie.doe(
            "Stemming beginnen",
            lambda: call_stemming(
                self._store,
                punt_id,
                begin.onderwerp,
                wijze=begin.wijze,
                gewogen=begin.gewogen,
                besloten=begin.besloten,
                soort=begin.soort,
                indiener=begin.indiener,
            ),
            daarna=self._begonnen,
        )

    def _begonnen(self, stemming: Stemming) -> None:
        self._nieuw, self._gekozen = False, stemming.id
        self._toon_opnieuw()

    def _stem(self, stem_id: str, keuze: Keuze | None) -> None:
        self._doe("Stem uitbrengen", lambda stemming: give_stem(self._store, stemming.id, stem_id, keuze))

    def _tel(self, voor: int, tegen: int, onthouden: int) -> None:
        self._doe(
            "Stemmen tellen",
            lambda stemming: count_stemming(self._store, stemming.id, voor=voor, tegen=tegen, onthouden=onthouden),
            samen="stemming",
        )

    def _wijzig(self, onderwerp: str, besloten: bool, indiener: str) -> None:
        self._doe(
            "Stemming wijzigen",
            lambda stemming: edit_stemming(
                self._store, stemming.id, onderwerp=onderwerp, besloten=besloten, indiener=indiener
            ),
        )

    def _werk_bij(self) -> None:
        self._doe("Deelnemers bijwerken", lambda stemming: refresh_deelnemers(self._store, stemming.id))

    def _kies(self, stemming_id: str) -> None:
        self._gekozen = stemming_id
        self._toon_opnieuw()

    def _nog_een(self) -> None:
        self._nieuw = True
        self._toon_opnieuw()

    def _weg(self) -> None:
        self._doe("Stemming weghalen", lambda stemming: remove_stemming(self._store, stemming.id))

    def _toon_opnieuw(self) -> None:
        if self.vak is not None:
            self.vak.reload()

    def _doe(self, naam: str, werk: Callable[[Stemming], object], *, samen: str = "") -> None:
        stemming = self._stemming()
        if stemming is not None:
            self._sessie.doe(naam, lambda: werk(stemming), samen=f"{samen} {stemming.id}" if samen else "")


def _anders(zitting: Zitting, stemming: Stemming) -> str:
    """Say how the list of names differs by now from who take part; nothing while it does not."""
    erbij, weg = changed_deelnemers(zitting, stemming)
    zinnen = [
        f"Volgens de presentielijst doet ook mee: {opsomming(list(erbij))}." if erbij else "",
        f"Volgens de presentielijst doet niet mee: {opsomming(list(weg))}." if weg else "",
    ]
    return " ".join(zin for zin in zinnen if zin)
