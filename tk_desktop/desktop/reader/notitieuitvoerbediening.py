"""Notes out of and into the werkmap, from the reader: the questions, the work in the background, the toast."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import aside
from tk_desktop.base.leesproces import Lezer
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.agenda.pdfwachtwoord import Geopend, PdfWachtwoord
from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.reader.notitie_inname import Notitieinname
from tk_desktop.desktop.reader.notitie_uitvoervraag import Notitieuitvoer, Uitvoervraag
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.notenkeuze import Notenkeuze, Ontvanger, readers_of
from tk_desktop.export.leesbestand import make_leesbestanden, read_papiertekst
from tk_desktop.export.notenuitvoer import Bewaard, notes_name, write_notes
from tk_desktop.intake.notitiebestand import read_notes
from tk_desktop.intake.notitieinname import GelezenNotities, Inname, Leespapier, compare_notes, take_in_notes
from tk_desktop.pack.notenset import Notenset, gather_notes
from tk_desktop.pack.samenstellen import assemble_for_reader
from tk_desktop.paper.pdf_faults import PdfMetWachtwoord
from tk_desktop.paper.unlocking import WachtwoordPastNiet, write_opened
from tk_desktop.store.werkmap import Store

_SOORTEN = "Aantekeningen (*.pdf *.jsonld *.json)"


class Notitieuitvoerbediening(QObject):
    """Wires the commands that write notes to a file and take them in. ``adres`` tells what is read."""

    def __init__(self, sessie: Sessie, adres: Callable[[], Adres], ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._adres = adres
        self._ouder = ouder
        self._job: Job | None = None
        self._uitvoer: Notitieuitvoer | None = None
        self._inname: Notitieinname | None = None
        self._id = ""
        self._sleutel = ""

    @property
    def lezer(self) -> str:
        """Whose notes they are."""
        return self._sessie.voorkeuren.lezer

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command does."""
        return {"notitie.exporteren": self.vraag_uitvoer, "notitie.innemen": self.vraag_inname}

    def vraag_uitvoer(self) -> None:
        """Ask in which form and for whom the notes of the meeting that is read are written."""
        hier = self._adres()
        self._id, self._sleutel = hier.vergadering, hier.stuk
        if not self._id:
            return
        with self._sessie.balk.meldt():
            alle = self._store.aantekeningen.van_vergadering(self._id)
            stuk = (self._sleutel, self._naam(self._sleutel))
            venster = Notitieuitvoer(readers_of(alle, self.lezer), stuk=stuk, ouder=self._ouder.window())
            venster.keuze_gevraagd.connect(self._kijk_wat_meegaat)
            venster.gevraagd.connect(self._bewaar)
            venster.gestopt.connect(self._stop)
            venster.finished.connect(self._uitvoer_dicht)
            venster.finished.connect(venster.deleteLater)
            self._uitvoer = venster
            venster.vraag_keuze()
            venster.open()

    def vraag_inname(self) -> None:
        """Ask for a file with notes, and read it."""
        hier = self._adres()
        self._id, self._sleutel = hier.vergadering, hier.stuk
        if not self._id:
            return
        naam, _ = QFileDialog.getOpenFileName(self._ouder.window(), "Aantekeningen innemen", "", _SOORTEN)
        if naam:
            self.neem_in(Path(naam))

    def neem_in(self, bron: Path) -> None:
        """Read a file with notes, and show what taking it in will do."""
        venster = Notitieinname(bron.name, self._ouder.window())
        venster.innemen_gevraagd.connect(self._bewaar_inname)
        venster.gestopt.connect(self._stop)
        venster.finished.connect(venster.deleteLater)
        self._inname = venster
        id_, sleutel, lezer, moment = self._id, self._sleutel, self.lezer, self._sessie.nu()
        leest = self._sessie.lezer

        def werk(store: Store, progress: Progress) -> GelezenNotities:
            return _lees(store, bron, (id_, sleutel, lezer), moment, progress, leest=leest)

        def werk_open(wachtwoord: str, store: Store, progress: Progress) -> GelezenNotities:
            with aside(store.map) as map_:  # what opens without a password stays no longer than needed
                kopie = map_ / bron.name
                leest.doe(bron.name, partial(write_opened, bron, kopie, wachtwoord), progress)
                return _lees(store, kopie, (id_, sleutel, lezer), moment, progress, leest=leest)

        def probeer(wachtwoord: str, past: Callable[[Geopend], None], mislukt: Callable[[TkError], None]) -> None:
            def gelezen(uitkomst: GelezenNotities) -> None:
                past({})
                self._gelezen(uitkomst)

            def weiger(fout: TkError) -> None:
                if isinstance(fout, WachtwoordPastNiet):
                    mislukt(fout)
                else:
                    past({})
                    venster.weiger(fout)

            self._begin(partial(werk_open, wachtwoord), gelezen, weiger, venster)

        def mislukt(fout: TkError) -> None:
            if not isinstance(fout, PdfMetWachtwoord):
                venster.weiger(fout)
                return
            vraag = PdfWachtwoord(bron.name, probeer, venster, daarna="Alleen de aantekeningen worden overgenomen.")
            vraag.rejected.connect(self._stop_lezen)
            vraag.rejected.connect(partial(venster.weiger, fout))
            vraag.open()

        self._begin(werk, self._gelezen, mislukt, venster)
        venster.open()

    def _begin(
        self,
        werk: Callable[[Store, Progress], GelezenNotities],
        klaar: Callable[[GelezenNotities], None],
        mislukt: Callable[[TkError], None],
        venster: Notitieinname,
    ) -> None:
        self._job = self._sessie.op_achtergrond(
            werk, klaar, stap=venster.toon_stap, mislukt=mislukt, voorbij=self._klaar
        )

    def _naam(self, sleutel: str) -> str:
        plan = assemble_for_reader(self._store, self._id, self.lezer)
        return next((deel.naam for deel in plan.onderdelen if deel.sleutel == sleutel), "")

    def _kijk_wat_meegaat(self, ontvanger: Ontvanger) -> None:
        id_, lezer = self._id, self.lezer

        def werk(store: Store, _: Progress) -> tuple[Ontvanger, Notenkeuze]:
            return ontvanger, _verzamel(store, id_, ontvanger, lezer).keuze

        self._sessie.op_achtergrond(werk, self._toon_keuze, eerst=True, mislukt=partial(self._weiger_keuze, ontvanger))

    def _toon_keuze(self, uitkomst: tuple[Ontvanger, Notenkeuze]) -> None:
        if self._uitvoer is not None:
            self._uitvoer.toon_keuze(*uitkomst)

    def _weiger_keuze(self, ontvanger: Ontvanger, fout: TkError) -> None:
        if self._uitvoer is not None:
            self._uitvoer.weiger_keuze(ontvanger, fout)

    def _uitvoer_dicht(self) -> None:
        self._uitvoer = None

    def _bewaar(self, vraag: Uitvoervraag) -> None:
        venster, id_, sleutel, lezer = self._uitvoer, self._id, self._sleutel, self.lezer
        if venster is None:
            return
        map_ = self._sessie.voorkeuren.bewaarmap
        voorstel = map_ / notes_name(vraag.vorm, self._store.opname(id_), sleutel)
        soort = f"{voorstel.suffix[1:].capitalize()} (*{voorstel.suffix})"
        doel = vraag_bestand(venster, "Aantekeningen bewaren als", voorstel, soort)
        if doel is None:
            return
        venster.begin()

        def werk(store: Store, progress: Progress) -> Bewaard:
            gekozen = _verzamel(store, id_, vraag.ontvanger, lezer)
            return write_notes(
                vraag.vorm,
                gekozen.plan,
                gekozen.keuze.noten,
                doel,
                lezer=lezer,
                bestand=store.bestanden.open,
                cache=store.cache,
                sleutel=sleutel,
                progress=progress,
            )

        self._job = self._sessie.op_achtergrond(
            werk, self._bewaard, stap=venster.toon_stap, mislukt=venster.weiger, voorbij=self._klaar
        )

    def _bewaard(self, uitkomst: Bewaard) -> None:
        self._sessie.voorkeuren.uitvoermap = str(uitkomst.pad.parent)
        if self._uitvoer is not None:
            self._uitvoer.is_bewaard()
        aantal = uitkomst.aantekeningen
        over = f" {_over(uitkomst.niet_geplaatst)}" if uitkomst.niet_geplaatst else ""
        self._sessie.gemeld.emit(f"{_zoveel(aantal)} bewaard in {uitkomst.pad.name}.{over}", False)

    def _gelezen(self, gelezen: GelezenNotities) -> None:
        if self._inname is None:
            return
        id_, lezer = self._id, self.lezer
        bekend = {persoon.naam for persoon in self._store.opname(id_).personen.values()} - {lezer}
        self._inname.toon(
            gelezen,
            lambda als_eigen: compare_notes(self._store, id_, gelezen, lezer=lezer, als_eigen=als_eigen),
            als_eigen=not bekend & set(gelezen.schrijvers),
        )

    def _bewaar_inname(self, inname: Inname) -> None:
        self._inname = None
        aantal = len(inname.nieuw) + len(inname.gewijzigd)
        self._sessie.doe(
            "Aantekeningen innemen",
            lambda: take_in_notes(self._store, inname),
            melding=f"{_zoveel(aantal)} ingenomen.",
        )

    def _stop_lezen(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _stop(self) -> None:
        self._stop_lezen()
        self._inname = self._uitvoer = None

    def _klaar(self) -> None:
        self._job = None


def _verzamel(store: Store, vergadering_id: str, ontvanger: Ontvanger, lezer: str) -> Notenset:
    """Return what goes to somebody, with the papers read as that reader has them."""
    lees = partial(read_papiertekst, bestand=store.bestanden.open, cache=store.cache)
    return gather_notes(store, vergadering_id, ontvanger, lezer=lezer, lees=lees)


def _lees(
    store: Store, bron: Path, waar: tuple[str, str, str], moment: datetime, progress: Progress, *, leest: Lezer
) -> GelezenNotities:
    """Read a file for a meeting, the paper that is read first."""
    vergadering_id, sleutel, lezer = waar
    bestanden = make_leesbestanden(
        assemble_for_reader(store, vergadering_id, lezer),
        store.versies.van_stuk,
        bestand=store.bestanden.open,
        cache=store.cache,
        eerst=sleutel,
        progress=progress,
    )
    papieren = [
        Leespapier(sleutel=een.sleutel, agendapunt_id=punt, versie=een.versie, pad=een.pad)
        for een, punt in bestanden
        if een.pad is not None
    ]
    return read_notes(bron, vergadering_id, papieren, moment=moment, progress=progress, lezer=leest)


def _zoveel(aantal: int) -> str:
    return "1 aantekening" if aantal == 1 else f"{aantal} aantekeningen"


def _over(aantal: int) -> str:
    if aantal == 1:
        return "1 aantekening staat niet in deze versie van het stuk; in de lijst staat zij wel."
    return f"{aantal} aantekeningen staan niet in deze versie van de stukken; in de lijst staan zij wel."
