"""Looking at the tables of amounts in a paper, and taking them over."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.leesproces import Hier
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.agenda.tabellenscherm import Tabellenscherm
from tk_desktop.desktop.pages.bladvraag import bladvraag
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.session.inzage import onthoud_inzage
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.terugregel import met_terug
from tk_desktop.domain.cijfertabel import Cijfertabel
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.domain.stuk import Stukversie
from tk_desktop.export.cijferblad import write_tabellen_xlsx
from tk_desktop.intake.bestandssoorten import PDF, TEKST, WORD
from tk_desktop.intake.tabelopname import Tabelbron, correct_tabel, drop_tabellen, keep_tabellen, read_tabellen
from tk_desktop.meeting.stukken import versions_of


class Tabellenbediening(QObject):
    """Wires the tables of one paper: those that were taken over, else those that stand in its newest file."""

    def __init__(self, sessie: Sessie, stuk_id: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._stuk = sessie.store.stukken.get(stuk_id)
        self._versie: Stukversie | None = next(iter(versions_of(sessie.store, stuk_id)), None)
        self._gelezen: tuple[Cijfertabel, ...] | None = None
        versie = self._versie
        if versie is not None and versie.is_pdf:
            vraag_blad = bladvraag(sessie, sessie.store.bestanden.plek(versie.paginabestand))
            self.scherm = Tabellenscherm(self._stuk.titel, versie.paginas, vraag_blad, ouder)
        else:
            self.scherm = Tabellenscherm(self._stuk.titel, ouder=ouder)
        self.scherm.verbeterd.connect(self._verbeter)
        self.scherm.overgenomen.connect(self._neem_over)
        self.scherm.verwijderd.connect(self._verwijder)
        self.scherm.uitvoer.connect(self._voer_uit)
        met_terug(self.scherm, sessie).veranderd.connect(self._toon)
        self.scherm.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setParent(self.scherm)

    def open(self) -> None:
        """Show the window, and read what was not taken over yet and what stands beside it."""
        self._onthoud(Inzagewijze.GELEZEN)
        self.scherm.open()
        self._toon()
        bewaard = tuple(een.tabel for een in self._sessie.store.cijfertabellen.van_stuk(self._stuk.id))
        if self._versie is not None and self._is_leesbaar(self._versie):
            self._lees(self._versie, bewaard)

    def _onthoud(self, wijze: Inzagewijze) -> None:
        opname = self._sessie.store.opname(self._stuk.vergadering_id)
        onthoud_inzage(self._sessie, opname, self._stuk.id, wijze)

    def _toon(self) -> None:
        bewaard = self._sessie.store.cijfertabellen.van_stuk(self._stuk.id)
        versie = self._versie
        if bewaard:
            self.scherm.toon([een.tabel for een in bewaard], bewaard=True)
        elif self._gelezen is not None:
            self.scherm.toon(self._gelezen, bewaard=False)
        elif versie is None or not self._is_leesbaar(versie):
            self.scherm.geen("Dit stuk heeft geen bladzijden of tekst waarin tabellen kunnen staan.")

    def _is_leesbaar(self, versie: Stukversie) -> bool:
        """Tell whether tables can be read: from pages, a text, or Word in a werkmap that is not locked."""
        in_word = versie.media == WORD and isinstance(self._sessie.store.bestanden.plek(versie.sha256), Path)
        return versie.is_pdf or versie.media == TEKST or in_word

    def _lees(self, versie: Stukversie, bekend: tuple[Cijfertabel, ...]) -> None:
        media = PDF if versie.is_pdf else versie.media
        bron = self._sessie.store.bestanden.plek(versie.paginabestand if versie.is_pdf else versie.sha256)
        werk = partial(read_tabellen, bron, media, self._stuk.titel, bekend)
        lezer = self._sessie.lezer if isinstance(bron, Path) else Hier()  # what is locked is unlocked here alone

        def lees(progress: Progress) -> Tabelbron:
            progress.step("Tabellen lezen", 0, 1)
            return lezer.doe(versie.bestandsnaam, werk, progress)

        self._sessie.op_achtergrond(lees, self._is_gelezen, met_store=False, mislukt=self._mislukt)

    def _is_gelezen(self, bron: Tabelbron) -> None:
        self._gelezen = bron.tabellen
        self._toon()
        self.scherm.toon_bron(bron)

    def _mislukt(self, fout: TkError) -> None:
        if self.scherm.tabellen:  # what was taken over is there without its file
            return
        self._gelezen = ()
        self.scherm.geen(fout.zin)

    def _neem_over(self) -> None:
        versie, tabellen = self._versie, self.scherm.tabellen
        if versie is not None:
            self._sessie.doe(
                "Tabellen overnemen",
                lambda: keep_tabellen(self._sessie.store, versie, tabellen),
                melding=f"De tabellen van ‘{self._stuk.titel}’ zijn overgenomen.",
            )

    def _verbeter(self, plaats: int, tabel: Cijfertabel) -> None:
        """Keep what was corrected: at once when the table was taken over, else with what will be."""
        store = self._sessie.store
        bewaard = store.cijfertabellen.van_stuk(self._stuk.id)
        if bewaard:
            beter = replace(bewaard[plaats], tabel=tabel)
            self._sessie.doe("Tabel verbeteren", lambda: correct_tabel(store, beter))
            self._toon()  # a change that was refused is not on the screen either
        elif self._gelezen is not None:
            self._gelezen = (*self._gelezen[:plaats], tabel, *self._gelezen[plaats + 1 :])

    def _verwijder(self) -> None:
        self._gelezen = self.scherm.tabellen
        self._sessie.doe("Tabellen verwijderen", lambda: drop_tabellen(self._sessie.store, self._stuk.id))

    def _voer_uit(self) -> None:
        doel = vraag_bestand(self.scherm, "Tabellen opslaan", Path.home() / "tabellen.xlsx", "Excel-bestanden (*.xlsx)")
        if doel is not None:
            with self._sessie.balk.meldt():
                self._onthoud(Inzagewijze.BESTAND)  # before it is there
                write_tabellen_xlsx(self._stuk.titel, self.scherm.tabellen, doel, op=self._sessie.nu().date())
                self._sessie.gemeld.emit(f"Opgeslagen als {doel.name}.", False)
