"""What is done where a change needs a second signature: the paper, or a second secretary on another laptop (M3)."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.bundels.papierblad import Papiervraag
from tk_desktop.desktop.bundels.vragen import Ondertekenvraag
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.foutmelding import Actie, Meldbalk
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.opsomming import opsomming

if TYPE_CHECKING:
    from tk_desktop.exchange.medetekenen import Voorstel
    from tk_desktop.exchange.sleutels import Sleutelbos

Bewaarvraag = Callable[[QWidget, str, Path, str], Path | None]
_SOORT = "Wijziging van de deelnemers (*.json)"


def kies_wijziging(ouder: QWidget, map_: Path) -> Path | None:
    """Let the user choose the file with a change that is to be signed."""
    naam, _ = QFileDialog.getOpenFileName(ouder, "Wijziging openen", str(map_), _SOORT)
    return Path(naam) if naam else None


class Medetekening(QObject):
    """Brings a change to its second signature; ``balk`` and ``over`` tell where that is shown now.

    ``bewaar`` asks where the file for another secretary comes, ``kies`` for such a file.
    """

    def __init__(
        self, sessie: Sessie, ouder: QObject, balk: Callable[[], Meldbalk], over: Callable[[], QWidget]
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._balk = balk
        self._over = over
        self.bewaar: Bewaarvraag = vraag_bestand
        self.kies = kies_wijziging

    def uitleg(self, bos: "Sleutelbos", klaar: Callable[[], object], fout: TkError) -> tuple[str, Sequence[Actie]]:
        """Say why something was refused, and how a second signature comes under it; ``klaar`` goes on after that."""
        document = fout.details.get("document")
        if not isinstance(document, bytes):
            return self._sessie.balk.uitleg(fout)
        module = laad("bundels.werk")
        rooster = module.roosters(self._sessie.store).huidig
        acties: list[Actie] = []
        if module.has_paper(rooster):
            acties.append(("Ondertekenen met de sleutel op papier…", partial(self._vraag_papier, bos, document, klaar)))
        if module.co_signers(rooster, bos.id):
            acties.append(("Een tweede secretaris laten tekenen…", partial(self._bewaar, bos, document)))
        return fout.zin, acties

    def onderteken(self, bos: "Sleutelbos", klaar: Callable[[str], object]) -> None:
        """Let the user read a change that another secretary made, and sign it; ``klaar`` hears what to tell then."""
        pad = self.kies(self._over(), self._map())
        if pad is None:
            return
        with self._balk().meldt():
            voorstel = laad("bundels.werk").read_voorstel(self._sessie.store, bos, pad)
            vraag = Ondertekenvraag(voorstel.door, voorstel.wijzigingen, self._over())
            vraag.gegeven.connect(partial(self._onderteken, bos, voorstel, klaar))
            vraag.open()

    def _onderteken(self, bos: "Sleutelbos", voorstel: "Voorstel", klaar: Callable[[str], object]) -> None:
        with self._balk().meldt():
            laad("bundels.werk").sign_voorstel(self._sessie.store, bos, voorstel)
            klaar("De wijziging geldt nu. Stuur eerst wie haar maakte een bundel (Ctrl+Shift+M), en dan de anderen.")

    def _bewaar(self, bos: "Sleutelbos", document: bytes) -> None:
        module = laad("bundels.werk")
        doel = self.bewaar(
            self._over(), "Waar komt de wijziging?", self._map() / "wijziging van de deelnemers.json", _SOORT
        )
        if doel is None:
            return
        with self._balk().meldt():
            module.write_voorstel(document, doel)
            self._sessie.voorkeuren.uitvoermap = str(doel.parent)
            rooster = module.roosters(self._sessie.store).huidig
            namen = {wie.persoon_id: wie.naam for wie in rooster.deelnemers}
            wie = opsomming(
                f"{namen.get(een.persoon_id, '?')} (‘{een.naam}’)" for een in module.co_signers(rooster, bos.id)
            ).replace(" en ", " of ")
            self._balk().meld(
                f"‘{doel.name}’ is gemaakt. Mail het naar {wie}; daar kiest men Deelnemers en laptops › Wijziging "
                "ondertekenen. De wijziging geldt hier zodra u daarna een bundel van die laptop inneemt. Wijzig tot "
                "dan niets aan de deelnemers."
            )

    def _vraag_papier(self, bos: "Sleutelbos", document: bytes, klaar: Callable[[], object]) -> None:
        vraag = Papiervraag(self._over())
        vraag.gegeven.connect(partial(self._onderteken_met_papier, bos, document, klaar))
        vraag.open()

    def _onderteken_met_papier(
        self, bos: "Sleutelbos", document: bytes, klaar: Callable[[], object], woorden: str
    ) -> None:
        with self._balk().meldt():
            laad("bundels.werk").sign_with_paper(self._sessie.store, bos, document, woorden)
            klaar()

    def _map(self) -> Path:
        return Path(self._sessie.voorkeuren.uitvoermap or Path.home())
