"""What happens with the site: what is on it, and the folder brought up to date in the background."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.bestandsvraag import vraag_map
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.reden import RedenVraag
from tk_desktop.desktop.planning.sitevak import Sitekeuze, Siteplek, Siteregel, Sitevak
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.datum import kort
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.programmapublicatie import Rapport
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.pack.uitgeven import on_site
from tk_desktop.store.werkmap import Store

if TYPE_CHECKING:
    from tk_desktop.extranet.publiceren import Publicatie


class Sitebediening(QObject):
    """Opens the form of the site over ``ouder``; ``kies`` asks for a folder."""

    def __init__(
        self, sessie: Sessie, ouder: QWidget, *, kies: Callable[[QWidget, str, Path], Path | None] = vraag_map
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._ouder = ouder
        self._vak: Sitevak | None = None
        self.kies = kies

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do."""
        return {"site.bijwerken": self.toon}

    def toon(self) -> None:
        """Open the form."""
        vak = self._vak = Sitevak(self._regels, self._plek, self._kies_map)
        vak.gevraagd.connect(self._gevraagd)
        vak.openen.connect(self._open)
        self._sessie.veranderd.connect(vak.reload)
        in_venster(vak, "Site", self._ouder.window(), self._sessie, passend=True)

    def _regels(self, doelgroep: Doelgroep) -> Sequence[Siteregel]:
        """Return the meetings, the latest first, and then the reports of programmes over each period."""
        erop = on_site(self._store, doelgroep)
        gremia = {gremium.id: gremium.kort for gremium in self._store.gremia.all()}
        vergaderingen = sorted(self._store.vergaderingen.all(), key=lambda een: (een.datum, een.id), reverse=True)
        return [
            *(
                Siteregel(wat=een.id, naam=f"{gremia[een.gremium_id]} {kort(een.datum)}", erop=een.id in erop)
                for een in vergaderingen
            ),
            *self._rapporten(doelgroep),
        ]

    def _rapporten(self, doelgroep: Doelgroep) -> Iterator[Siteregel]:
        tafels = self._store.programma
        erop = {een.rapport for een in tafels.publicaties.op_site(doelgroep)}
        for programma in tafels.programmas.all():
            for periode in reversed(tafels.perioden.van(programma.id)):
                rapport = Rapport(programma.id, periode.naam)
                naam = f"Rapportage {programma.naam}, {periode.naam}"
                yield Siteregel(wat=rapport, naam=naam, erop=rapport in erop)

    def _plek(self, doelgroep: Doelgroep) -> Siteplek:
        map_, basis = self._sessie.voorkeuren.siteplek(doelgroep.value)
        return Siteplek(map=map_, basis=basis)

    def _kies_map(self, nu: str) -> Path | None:
        voorstel = Path(nu or self._sessie.voorkeuren.bewaarmap)
        return self.kies(self._ouder.window(), "In welke map komt de site?", voorstel)

    def _open(self, map_: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(map_) / "index.html")))

    def _gevraagd(self, keuze: Sitekeuze) -> None:
        """Ask why meetings go off the site, if any do, and write it."""
        if not keuze.eraf:
            self._schrijf(keuze, "")
            return
        namen = opsomming([regel.naam for regel in self._regels(keuze.doelgroep) if regel.wat in keuze.eraf])
        uitleg = f"Van de site gaat: {namen}. De reden komt in de verzendlijst."
        vak = self._vak or self._ouder
        vraag = RedenVraag("Van de site halen", uitleg, "Van de site halen", vak.window())

        def gegeven(_: str, reden: str) -> None:
            self._schrijf(keuze, reden)

        vraag.gegeven.connect(gegeven)
        if self._vak is not None:
            vraag.rejected.connect(self._vak.reload)
        vraag.open()

    def _schrijf(self, keuze: Sitekeuze, reden: str) -> None:
        voorkeuren = self._sessie.voorkeuren
        voorkeuren.bewaar_siteplek(keuze.doelgroep.value, str(keuze.map), keuze.basis)
        moment, door = self._sessie.nu(), self._sessie.wie

        def werk(store: Store, progress: Progress) -> "Publicatie":
            publicatie: Publicatie = laad("planning.sitebestanden").write_site(
                store, keuze, moment, progress, door=door, reden=reden
            )
            return publicatie

        self._sessie.doe_op_achtergrond("Site bijwerken", werk, daarna=self._bijgewerkt, blijvend=True)

    def _bijgewerkt(self, publicatie: "Publicatie") -> None:
        aantal = len(publicatie.bijgewerkt.gemaakt)
        weg = len(publicatie.bijgewerkt.verwijderd)
        wat = f"{aantal} bestand{'' if aantal == 1 else 'en'} geschreven{f', {weg} weggehaald' if weg else ''}"
        self._sessie.gemeld.emit(f"De site is bijgewerkt: {wat}." if aantal or weg else "De site was al bij.", False)
