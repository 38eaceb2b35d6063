"""What happens with the papers of a meeting that was held: they are made, and the earlier verslag is approved."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.bestandsvraag import vraag_map
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.palet import Keus, Kieslijst
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.inzage import kopiemaker
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.vaststel_vak import Getypt, Vaststelvak
from tk_desktop.desktop.sitting.verslag_vak import Verslagvak
from tk_desktop.desktop.sitting.verslagkeuze import Verslagkeuze
from tk_desktop.domain.datum import kort
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.domain.verslag import Verslag
from tk_desktop.domain.zittingpapier import wacht_op_keuze
from tk_desktop.minutes.kopieen import log_kopie
from tk_desktop.minutes.terugzetten import restore_vastgesteld
from tk_desktop.minutes.verslagen import (
    add_correctie,
    approve_verslag,
    keep_approved,
    remove_correctie,
    reopen_verslag,
    unapproved,
)
from tk_desktop.store.werkmap import Store


class Verslagbediening(QObject):
    """Opens both windows over ``ouder``; ``kies`` asks for a folder, ``gekozen`` tells an ``Adres`` to go to."""

    gekozen = Signal(object)

    def __init__(
        self, sessie: Sessie, ouder: QWidget, *, kies: Callable[[QWidget, str, Path], Path | None] = vraag_map
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._ouder = ouder
        self.kies = kies
        self._getypt: dict[str, Getypt] = {}
        """The corrections that were typed and never told, by the id of the meeting of their verslag."""

    def toon_verslag(self, vergadering_id: str) -> None:
        """Open the form that says which papers are made."""
        vak = Verslagvak(lambda: self._store.zitting(vergadering_id))
        self._sessie.veranderd.connect(vak.reload)

        def maak(keuze: Verslagkeuze) -> None:
            self.maak(vergadering_id, keuze)

        def vaststelling() -> None:
            self._stel_vast(vergadering_id, "")

        vak.gevraagd.connect(maak)
        vak.vaststelling.connect(vaststelling)
        titel = f"Verslag en lijsten van {self._store.opname(vergadering_id).kort}"
        in_venster(vak, titel, self._ouder.window(), self._sessie, passend=True)
        vak.knop.setFocus()

    def maak(self, vergadering_id: str, keuze: Verslagkeuze) -> None:
        """Ask for a folder and make the papers there in the background."""
        voorkeuren = self._sessie.voorkeuren
        map_ = self.kies(
            self._ouder.window(), "Waar komen het verslag en de lijsten?", Path(voorkeuren.uitvoermap or Path.home())
        )
        if map_ is None:
            return
        voorkeuren.uitvoermap = str(map_)
        doel, merk = map_, ""
        if keuze.besloten and (maker := kopiemaker(self._sessie)) is not None:
            papieren = {een.value: "" for een in keuze.besloten}
            reden = "papieren van de vergadering"
            merk = log_kopie(self._store, vergadering_id, papieren, maker(reden), wat=Inzagewijze.BESTAND)

        def werk(store: Store, progress: Progress) -> Sequence[Path]:
            schrijf = laad("sitting.verslagbestanden").write_papieren
            return tuple(schrijf(store, vergadering_id, keuze, doel, progress, exemplaar=merk))

        self._sessie.op_achtergrond(werk, partial(self._gemaakt, vergadering_id))

    def toon_vaststellen(self, vergadering_id: str) -> None:
        """Approve the verslag of an earlier meeting of the body; of more than one the user chooses which."""
        wachten = unapproved(self._store, vergadering_id)
        if not wachten:
            self._sessie.gemeld.emit("Er is geen eerder verslag dat nog vastgesteld moet worden.", False)
        elif len(wachten) == 1:
            self._stel_vast(wachten[0].id, vergadering_id)
        else:
            self._kies_verslag(wachten, vergadering_id)

    def _kies_verslag(self, wachten: Sequence[Vergadering], hier: str) -> None:
        lijst = Kieslijst("Welk verslag", "Typ de dag van de vergadering", self._ouder.window())

        def gekozen(id_: str) -> None:
            self._stel_vast(id_, hier)

        lijst.gekozen.connect(gekozen)
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(lambda: [Keus(sleutel=een.id, tekst=f"Verslag van {kort(een.datum)}") for een in wachten])

    def _stel_vast(self, van: str, hier: str) -> None:
        """Open the form of one verslag in a later meeting, or by itself when there is none."""
        vak = Vaststelvak(lambda: self._store.zitting(van), hier=bool(hier))
        self._sessie.veranderd.connect(vak.reload)

        def corrigeer(getypt: Getypt) -> None:
            def klaar(_: Verslag) -> None:
                vak.maak_leeg()

            self._sessie.doe("Correctie op het verslag", lambda: self._corrigeer(van, hier, getypt), daarna=klaar)

        def haal_weg(id_: str) -> None:
            self._sessie.doe("Correctie weghalen", lambda: remove_correctie(self._store, van, id_))

        def stel_vast(getypt: Getypt | None) -> None:
            def werk() -> Verslag:
                if getypt is not None:
                    getypt.require_af()
                    self._corrigeer(van, hier, getypt)
                return approve_verslag(self._store, van, op=self._sessie.nu().date(), in_vergadering=hier or None)

            def klaar(_: Verslag) -> None:
                if getypt is not None:
                    vak.maak_leeg()

            ook = ", met de correctie die er nog stond" if getypt is not None else ""
            self._sessie.doe("Verslag vaststellen", werk, melding=f"Het verslag is vastgesteld{ook}.", daarna=klaar)
            if vak.getypt is not None:
                vak.maak_af()

        def heropen() -> None:
            self._sessie.doe(
                "Verslag weer concept",
                lambda: reopen_verslag(
                    self._store, van, op=self._sessie.nu().date(), wie=self._sessie.voorkeuren.lezer
                ),
            )

        def onthoud(_: int) -> None:
            if vak.getypt is not None:
                self._getypt[van] = vak.getypt

        def zet_terug() -> None:
            self._sessie.doe(
                "Terugzetten wat is vastgesteld",
                lambda: restore_vastgesteld(self._store, van),
                melding="Er staat weer wat is vastgesteld.",
            )

        vak.teruggezet.connect(zet_terug)
        vak.correctie.connect(corrigeer)
        vak.weg.connect(haal_weg)
        vak.vastgesteld.connect(stel_vast)
        vak.heropend.connect(heropen)
        if (getypt := self._getypt.pop(van, None)) is not None:
            vak.vul(getypt)
        venster = in_venster(vak, "Verslag vaststellen", self._ouder.window(), self._sessie, passend=True)
        venster.finished.connect(onthoud)

    def _corrigeer(self, van: str, hier: str, getypt: Getypt) -> Verslag:
        """Keep a correction on a verslag; it is of the day of the meeting in which it is told, or of today."""
        return add_correctie(
            self._store,
            van,
            was=getypt.was,
            wordt=getypt.wordt,
            op=self._store.vergaderingen.get(hier).datum if hier else self._sessie.nu().date(),
            punt_id=getypt.punt_id or None,
            reden=getypt.reden,
            besloten=getypt.besloten,
        )

    def _gemaakt(self, vergadering_id: str, bestanden: Sequence[Path]) -> None:
        if bestanden:
            wat = f"‘{bestanden[0].name}’ is" if len(bestanden) == 1 else f"{len(bestanden)} bestanden zijn"
            self._sessie.gemeld.emit(f"{wat} bewaard in ‘{bestanden[0].parent.name}’.", False)
        wacht = wacht_op_keuze(self._store.zitting(vergadering_id))
        if wacht:
            self._sessie.balk.meld(wacht, [("Naar de keuze", partial(self._naar_keuze, vergadering_id))])

    def _naar_keuze(self, vergadering_id: str) -> None:
        """Show the first of the choices that wait in a meeting."""
        keuzes = self._store.zitting(vergadering_id).keuzes
        if keuzes:
            self.gekozen.emit(Adres(scherm=Scherm.UITWISSELEN, sectie=keuzes[0].rij))


def bewaar_vastgestelde(sessie: Sessie) -> None:
    """Keep what approved verslagen say of which nothing was kept yet, and tell which."""

    def werk() -> None:
        vergaderingen = keep_approved(sessie.store, op=sessie.nu().date())
        if vergaderingen:
            dagen = opsomming(kort(een.datum) for een in vergaderingen)
            sessie.gemeld.emit(f"Bewaard wat eerder is vastgesteld: het verslag van {dagen}.", False)

    sessie.onthoud(werk)
