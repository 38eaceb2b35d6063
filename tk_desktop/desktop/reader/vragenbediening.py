"""What the screen with questions to the secretariat does (F18)."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.reader.vragenscherm import Vragenscherm
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.reading.aantekeningen import answer_vraag
from tk_desktop.reading.vragen import Vraag, load_vragen, put_vraag

TITEL = "Vragen aan het secretariaat"


class Vragenbediening(QObject):
    """Opens the screen over ``ouder``; ``gekozen`` tells the ``Adres`` of a question to read."""

    gekozen = Signal(object)

    def __init__(self, sessie: Sessie, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._ouder = ouder
        self._scherm: Vragenscherm | None = None
        self._vragen: dict[str, Vraag] = {}
        sessie.veranderd.connect(self._herlaad)

    def open(self) -> Vragenscherm:
        """Open the screen."""
        scherm = self._scherm = Vragenscherm(secretaris=self._is_secretaris())
        scherm.beantwoord.connect(self._beantwoord)
        scherm.stellen_gevraagd.connect(self._stel)
        scherm.gekozen.connect(self._ga_naar)
        scherm.destroyed.connect(self._gesloten)
        self._herlaad()
        in_venster(scherm, TITEL, self._ouder, self._sessie)
        return scherm

    def _is_secretaris(self) -> bool:
        return self._sessie.inrichting.bereidt_voor

    def _gesloten(self) -> None:
        self._scherm = None

    def _herlaad(self) -> None:
        if self._scherm is not None:
            lezer = self._sessie.voorkeuren.lezer
            vragen = load_vragen(self._sessie.store, lezer=lezer, secretaris=self._is_secretaris())
            self._vragen = {vraag.aantekening.id: vraag for vraag in vragen}
            self._scherm.toon(vragen)

    def _beantwoord(self, id_: str, tekst: str) -> None:
        self._sessie.doe(
            "Vraag beantwoorden",
            partial(answer_vraag, self._sessie.store, id_, tekst, self._sessie.nu()),
            samen=f"antwoord {id_}",
        )

    def _stel(self, id_: str) -> None:
        self._sessie.doe(
            "Vraag stellen",
            partial(put_vraag, self._sessie.store, id_, self._sessie.nu()),
            melding="De vraag is gesteld aan het secretariaat.",
        )

    def _ga_naar(self, id_: str) -> None:
        vraag = self._vragen[id_]
        een = vraag.aantekening
        if self._scherm is not None:
            self._scherm.leg_vast()
            self._scherm.window().close()
        self.gekozen.emit(
            Adres(
                scherm=Scherm.LEZEN,
                vergadering=een.vergadering_id,
                punt="" if een.papier else een.agendapunt_id or "",
                stuk=een.papier,
                sectie=str(vraag.pagina or ""),
                notitie=id_,
            )
        )
