"""What happens with dossiers: closing and reopening one, looking at all files, and taking everything along."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.bestandsvraag import vraag_map
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.reden import RedenVraag
from tk_desktop.desktop.planning.dossiervak import Dossierbeeld, Dossiervak
from tk_desktop.desktop.planning.nakijkvak import Nakijkbeeld, Nakijkvak
from tk_desktop.desktop.planning.termijnvraag import Termijnvraag
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.dossier import Waardering
from tk_desktop.domain.fixiteit import Fixiteit
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.minutes.bestandsnamen import name_files
from tk_desktop.minutes.dossiers import (
    choose_retention,
    close_dossier,
    dossier_of,
    reasons_against,
    reopen_dossier,
    retention_of,
)
from tk_desktop.minutes.fixiteit import check_files, overdue
from tk_desktop.store.selectielijst import known_selectielijst
from tk_desktop.store.werkmap import Store

if TYPE_CHECKING:
    from tk_desktop.extranet.inname import Gelezen
    from tk_desktop.extranet.uitgang import Uitgang


class Dossierbediening(QObject):
    """Opens the screens over ``ouder``; ``opname`` gives the meeting that is open, ``kies`` asks for a folder."""

    def __init__(
        self,
        sessie: Sessie,
        opname: Callable[[], Momentopname],
        ouder: QWidget,
        *,
        vandaag: Callable[[], date] = date.today,
        kies: Callable[[QWidget, str, Path], Path | None] = vraag_map,
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._opname = opname
        self._ouder = ouder
        self._vandaag = vandaag
        self.kies = kies

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the command does that needs no open meeting."""
        return {"werkmap.nakijken": self.toon_nakijken}

    def bij_vergadering(self) -> dict[str, Callable[[], None]]:
        """Return what the command does with the meeting that is open."""
        return {"dossier.openen": self.toon_dossier}

    def begin(self) -> None:
        """Tell when files that were looked at before wait for over a year; who never did is told where it is done."""
        if self._store.fixiteit.all() and overdue(self._store, self._vandaag()):
            self._sessie.gemeld.emit(
                "De bestanden zijn langer dan een jaar niet nagekeken. Kies Bestand › Nakijken en alles meenemen.",
                False,
            )

    def toon_dossier(self) -> None:
        """Open the dossier of the meeting that is open."""
        opname = self._opname()
        id_ = opname.vergadering.id
        vak = Dossiervak(partial(self._beeld, id_, opname.kort))
        vak.gesloten.connect(partial(self._sluit, id_))
        vak.heropend.connect(partial(self._heropen, id_))
        vak.anders_bewaren.connect(partial(self._vraag_termijn, id_))
        self._sessie.veranderd.connect(vak.reload)
        in_venster(vak, "Dossier", self._ouder.window(), self._sessie, passend=True)

    def _beeld(self, id_: str, naam: str) -> Dossierbeeld:
        dossier = dossier_of(self._store, id_)
        dicht = dossier.gesloten_op is not None
        bewaring = retention_of(self._store, id_)
        return Dossierbeeld(
            naam=naam,
            dossier=dossier,
            redenen=() if dicht else reasons_against(self._store, id_, self._vandaag()),
            bewaren=f"{bewaring.zin} ({bewaring.categorie.naam})",
        )

    def _sluit(self, id_: str) -> None:
        op, wie = self._vandaag(), self._sessie.wie
        self._sessie.doe(
            "Dossier sluiten",
            lambda: close_dossier(self._store, id_, op=op, wie=wie),
            melding="Het dossier is gesloten.",
        )

    def _heropen(self, id_: str) -> None:
        uitleg = "De reden blijft bij het dossier staan."
        vraag = RedenVraag("Dossier heropenen", uitleg, "Heropenen", self._ouder.window())
        op, wie = self._vandaag(), self._sessie.wie

        def gegeven(_: str, reden: str) -> None:
            self._sessie.doe(
                "Dossier heropenen",
                lambda: reopen_dossier(self._store, id_, op=op, reden=reden, wie=wie),
                melding="Het dossier is weer open.",
            )

        vraag.gegeven.connect(gegeven)
        vraag.open()

    def _vraag_termijn(self, id_: str) -> None:
        lijst, vergadering = known_selectielijst(), self._store.vergaderingen.get(id_)
        gewoon = lijst.gebruikelijk(self._store.gremia.get(vergadering.gremium_id), vergadering)
        vraag = Termijnvraag(dossier_of(self._store, id_), lijst.categorieen, gewoon, self._ouder.window())

        def gegeven(categorie: str, waardering: Waardering | None, termijn: int | None, waarom: str) -> None:
            self._sessie.doe(
                "Bewaartermijn",
                lambda: choose_retention(
                    self._store, id_, categorie=categorie, waardering=waardering, termijn=termijn, toelichting=waarom
                ),
            )

        vraag.gegeven.connect(gegeven)
        vraag.open()

    def toon_nakijken(self) -> None:
        """Open when files were looked at, with doing so and taking everything along."""
        vak = Nakijkvak(self._nakijkbeeld)
        vak.nakijken.connect(self._kijk_na)
        vak.meenemen.connect(self._neem_mee)
        vak.innemen.connect(self._neem_in)
        self._sessie.veranderd.connect(vak.reload)
        in_venster(vak, "Nakijken en meenemen", self._ouder.window(), self._sessie, passend=True)

    def _nakijkbeeld(self) -> Nakijkbeeld:
        keren = self._store.fixiteit.all()
        return Nakijkbeeld(
            keren=keren,
            te_laat=overdue(self._store, self._vandaag()),
            besloten=laad("planning.uitgangwerk").besloten_count(self._store),
            namen=name_files(self._store, {som for keer in keren for som in (*keer.veranderd, *keer.ontbreekt)}),
        )

    def _kijk_na(self) -> None:
        nu, wie = self._sessie.nu(), self._sessie.wie

        def werk(store: Store, progress: Progress) -> Fixiteit:
            return check_files(store, nu, wie, progress)

        self._sessie.doe_op_achtergrond("Bestanden nakijken", werk, daarna=self._nagekeken, blijvend=True)

    def _nagekeken(self, keer: Fixiteit) -> None:
        self._sessie.gemeld.emit(keer.zin, False)

    def _neem_mee(self, met_noten: bool) -> None:
        map_ = self.kies(self._ouder.window(), "In welke lege map komt alles?", Path(self._sessie.voorkeuren.bewaarmap))
        if map_ is None:
            return
        nu, wie = self._sessie.nu(), self._sessie.wie
        lezer = self._sessie.voorkeuren.lezer if met_noten else ""

        def werk(store: Store, progress: Progress) -> "Uitgang":
            gang: Uitgang = laad("planning.uitgangwerk").take_all(store, map_, wie, nu, progress, lezer=lezer)
            return gang

        self._schrijf(werk, self._meegenomen)

    def _meegenomen(self, gang: "Uitgang") -> None:
        weg = f" {len(gang.ontbreekt)} ontbraken in de werkmap." if gang.ontbreekt else ""
        noten = f" {meervoud(gang.aantekeningen, 'aantekening gaat', 'aantekeningen gaan')} mee."
        self._sessie.gemeld.emit(
            f"Alles staat in de map, met {meervoud(gang.bestanden, 'bestand', 'bestanden')}."
            f"{noten if gang.aantekeningen else ''}{weg}",
            False,
        )

    def _neem_in(self) -> None:
        """Ask for a folder that was written so, and where the werkmap that is made of it comes."""
        begin = Path(self._sessie.voorkeuren.bewaarmap)
        map_ = self.kies(self._ouder.window(), "Welke map schreef TK Desktop?", begin)
        doel = self.kies(self._ouder.window(), "In welke lege map komt de werkmap?", begin) if map_ else None
        if map_ is None or doel is None:
            return

        def werk(_: Store, progress: Progress) -> "tuple[Path, Gelezen]":
            return doel, laad("planning.uitgangwerk").import_uitgang(map_, doel, progress=progress)

        self._schrijf(werk, self._ingenomen)

    def _schrijf(self, werk: Callable[..., Any], klaar: Callable[[Any], None]) -> None:
        """Start what is written outside the werkmap; what was refused before is not told beside it."""
        self._sessie.balk.hide()
        self._sessie.op_achtergrond(werk, klaar, stap=self._toon_stap)

    def _toon_stap(self, wat: str, gedaan: int, totaal: int) -> None:
        self._sessie.bezig.emit(wat, gedaan, totaal)

    def _ingenomen(self, uitkomst: "tuple[Path, Gelezen]") -> None:
        doel, gelezen = uitkomst
        open_ = "Er staat in wat besloten is: zet er een wachtwoord op." if gelezen.onbeschermd else ""
        waar = f"De nieuwe werkmap staat in ‘{doel.name}’. Open haar met Bestand › Andere werkmap openen."
        self._sessie.gemeld.emit(f"{waar} {open_}".rstrip(), False)
