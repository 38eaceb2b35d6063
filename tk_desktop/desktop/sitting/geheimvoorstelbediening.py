"""Offering to do in the register what a besluit says of geheimhouding, when it is recorded and at closing (J4, J6)."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.parts.foutmelding import Actie
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.geheim_vraag import Invulling
from tk_desktop.desktop.sitting.geheimoplegger import Oplegger, keuzes_bij
from tk_desktop.desktop.sitting.opheffer import Opheffer
from tk_desktop.domain.datum import kort
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.minutes.geheimvoorstel import (
    Geheimvoorstel,
    decided_lifting,
    impose_proposed,
    imposings_of,
    liftings_of,
    proposed_imposing,
)

_TOETS = "Alt+8"


class Geheimvoorstelbediening(QObject):
    """Speaks through the bar of the session; ``punt`` tells the id of the item that is looked at."""

    def __init__(self, sessie: Sessie, ouder: QWidget, punt: Callable[[], str], opheffer: Opheffer) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._punt = punt
        self._oplegger = Oplegger(sessie, ouder)
        self._opheffer = opheffer

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the command does that accepts what a besluit says."""
        return {"geheim.volgens-besluit": self.neem_over}

    def na_besluit(self, punt_id: str) -> None:
        """Offer what the besluit on an item imposes, or to lift what its item proposed to lift."""
        voorstel = proposed_imposing(self._store, punt_id)
        geheim = decided_lifting(self._store, punt_id)
        if voorstel is not None:
            self._bied_aan(voorstel, "Dit besluit legt geheimhouding op")
        elif geheim is not None:
            zin = f"Met dit besluit kan de geheimhouding op ‘{geheim.onderwerp}’ eraf."
            self._sessie.balk.meld(zin, [self._opheffen(punt_id)])

    def bij_sluiten(self, vergadering_id: str, ook: str = "", acties: Sequence[Actie] = ()) -> bool:
        """Offer what besluiten of a meeting impose or lift and nobody did yet, and tell whether there is anything.

        ``ook`` is what else there is to say, with what can be done about that.
        """
        voorstellen, opheffingen = imposings_of(self._store, vergadering_id), liftings_of(self._store, vergadering_id)
        nummers = self._store.opname(vergadering_id).nummers
        zinnen = [
            f"Bij {nummers[id_]} is besloten de geheimhouding op ‘{geheim.onderwerp}’ op te heffen; zij geldt nog."
            for id_, geheim in opheffingen.items()
        ]
        ook = " ".join([*zinnen, ook]).rstrip()
        if voorstellen:
            bij = opsomming(str(nummers[een.agendapunt_id]) for een in voorstellen)
            begin = f"Bij {bij} legt een besluit geheimhouding op die niet in het register staat"
            self._bied_aan(voorstellen[0], begin, ook, acties)
        elif opheffingen:
            self._sessie.balk.meld(ook, [self._opheffen(next(iter(opheffingen))), *acties])
        return bool(voorstellen or opheffingen)

    def neem_over(self) -> None:
        """Do what the besluit on this item says, else the first of this meeting; ask for a ground that it lacks."""
        punt_id = self._punt()
        vergadering_id = self._store.agendapunten.get(punt_id).vergadering_id
        voorstellen, opheffingen = imposings_of(self._store, vergadering_id), liftings_of(self._store, vergadering_id)
        hier = [een for een in voorstellen if een.agendapunt_id == punt_id]
        if hier or (voorstellen and punt_id not in opheffingen):
            self._neem((*hier, *voorstellen)[0])
        elif opheffingen:
            self._hef_op(punt_id if punt_id in opheffingen else next(iter(opheffingen)))
        else:
            self._sessie.gemeld.emit("Geen besluit van deze vergadering legt geheimhouding op of heft haar op.", False)

    def _opheffen(self, punt_id: str) -> Actie:
        return f"Nu opheffen ({_TOETS})", partial(self._hef_op, punt_id)

    def _hef_op(self, punt_id: str) -> None:
        """Lift by the besluit on an item what it lifts: by this besluit exactly that opens (J6)."""
        geheim = decided_lifting(self._store, punt_id)
        if geheim is not None:
            self._sessie.balk.hide()
            dag = self._store.besluiten.van_punt(punt_id)[-1].datum
            self._opheffer.hef_op(geheim.id, geheim.opheffer, dag, punt_id)

    def _bied_aan(self, voorstel: Geheimvoorstel, begin: str, ook: str = "", verder: Sequence[Actie] = ()) -> None:
        delen = [f"op ‘{voorstel.onderwerp}’"]
        if voorstel.grond:
            delen.append(f"grond: {self._oplegger.regels.grond(voorstel.grond).naam}")
        if voorstel.einddatum is not None:
            delen.append(f"tot en met {kort(voorstel.einddatum)}")
        nemen = "In het register zetten" if voorstel.grond else "Grond kiezen…"
        acties = [(f"{nemen} ({_TOETS})", partial(self._neem, voorstel))]
        if voorstel.grond:
            acties.append(("Eerst nakijken…", partial(self._kijk_na, voorstel)))
        self._sessie.balk.meld(f"{begin}: {', '.join(delen)}. {ook}".rstrip(), [*acties, *verder])

    def _neem(self, voorstel: Geheimvoorstel) -> None:
        if not voorstel.grond:
            self._kijk_na(voorstel)
            return
        self._sessie.balk.hide()
        self._sessie.doe(
            "Geheimhouding opleggen",
            lambda: impose_proposed(self._store, voorstel),
            melding=f"Op ‘{voorstel.onderwerp}’ rust geheimhouding; zij staat in het register.",
        )

    def _kijk_na(self, voorstel: Geheimvoorstel) -> None:
        self._sessie.balk.hide()
        punt = self._store.agendapunten.get(voorstel.agendapunt_id)
        opname = self._store.opname(punt.vergadering_id)
        invulling = Invulling(
            keuzes=keuzes_bij(opname, punt, {*voorstel.agendapunten, *voorstel.stukken}),
            orgaan=voorstel.orgaan,
            op=voorstel.op,
            onderwerp=voorstel.onderwerp,
            grond=voorstel.grond,
            einddatum=voorstel.einddatum,
            omvang=voorstel.omvang,
        )
        self._oplegger.vraag(opname, invulling, bij_punt=punt.id)
