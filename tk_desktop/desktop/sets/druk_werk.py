"""What the print dialog asks for, done: a set made ready in the background, sheets sent to the printer."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.printer import Printer, PrinterReageertNiet, Printtaak, druk_af
from tk_desktop.desktop.session.jobs import Job, Jobs
from tk_desktop.desktop.sets.afdrukken import Afdrukvenster, Drukopdracht, Drukvraag, Drukwat
from tk_desktop.desktop.sets.set_keuze import Setkeuze
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.notenstijl import Notenwijze
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.vergaderset import Variant, zichtbaar_voor
from tk_desktop.export.afdruk import Drukbron, prepare_changes, prepare_print, write_afdruk
from tk_desktop.export.afdruknoten import Druknoten, own_notes
from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.minutes.kopieen import Kopiemaker, log_kopie, secret_in
from tk_desktop.pack.bekijken_als import Lezer
from tk_desktop.pack.samenstellen import assemble, variant_van
from tk_desktop.pack.uitgeven import laatste_set, latest_uitgave
from tk_desktop.store.werkmap import Store

Kies = Callable[[str], Path | None]
"""Asks the user where a PDF is kept; gets the name that is offered, gives nothing when the user stops."""


class Drukwerk(QObject):
    """Joins one print dialog to the werkmap of its meeting; ``afgedrukt`` says in a sentence where it went.

    Closing the dialog stops the work; ``gestopt`` tells that something was being printed or kept, and is not any more.
    ``voorbij`` tells that the dialog is closed and nothing is at work for it, so that it can go.
    """

    afgedrukt = Signal(str)
    gestopt = Signal()
    voorbij = Signal()

    def __init__(
        self,
        store: Store,
        vergadering_id: str,
        jobs: Jobs,
        printers: tuple[Printer, ...],
        kies: Kies,
        *,
        keuze: Setkeuze | None = None,
        punt: str = "",
        lezer: str = "",
        noten: Notenwijze = Notenwijze.GEEN,
        maker: Callable[[str], Kopiemaker] | None = None,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._openen, self._cache = store.again, store.cache
        self._store = store
        self._maker = maker
        self._id = vergadering_id
        self._jobs = jobs
        self._kies = kies
        self._keuze = keuze or Setkeuze()
        self._lezer = lezer
        self._doel: Pad = Path()
        self._lopend: set[Job] = set()
        opname = store.opname(vergadering_id)
        variant = variant_van(opname, self._keuze.lezer.doelgroep, self._keuze.lezer.lid)
        self._titel = bestandsnaam(opname, f"afdruk {variant}")
        met_stukken = {opname.punt_van(stuk) for stuk in opname.stukken}
        hoofden = {opname.hoofdpunt(punt).id for punt in opname.agendapunten if punt.id in met_stukken}
        punten = [
            (punt.id, f"{opname.nummers[punt.id]} {punt.titel}")
            for punt in opname.agendapunten
            if punt.id in met_stukken | hoofden
        ]
        namen = [opname.naam(lid.persoon_id) for lid in opname.leden if lid.geldt_op(opname.vergadering.datum)]
        self.venster = Afdrukvenster(
            punten,
            list(dict.fromkeys(naam for naam in namen if naam)),
            printers,
            voor=_setnaam(self._keuze.lezer),
            besloten=_met_besloten(zichtbaar_voor(opname, variant), [id_ for id_, _ in punten]),
            punt=punt,
            wijzigingen=_ooit_verzonden(store, vergadering_id, variant),
            niet_alles=any(not stuk.afdrukken for stuk in opname.stukken),
            aantekeningen=len(own_notes(store.aantekeningen.van_vergadering(vergadering_id), lezer)),
            noten=noten,
            ouder=ouder,
        )
        self.setParent(self.venster)
        self.venster.bron_gevraagd.connect(self._maak_bron)
        self.venster.afdrukken_gevraagd.connect(self._druk_af)
        self.venster.bewaren_gevraagd.connect(self._bewaar)
        self.venster.pdf_gevraagd.connect(self._open)
        self.venster.rejected.connect(self._stop)
        self.venster.finished.connect(self._ruim_op)
        self._maak_bron(self.venster.vraag)

    def _maak_bron(self, vraag: Drukvraag) -> None:
        map_, keuze, id_ = self._cache / "afdruk" / vraag.wat.name.lower(), self._keuze, self._id
        lezer = self._lezer

        def werk(store: Store, progress: Progress) -> tuple[Drukvraag, Drukbron]:
            plan = assemble(store, id_, keuze.lezer.doelgroep, lid=keuze.lezer.lid, keuze=keuze.keuze)
            cache, bestand = store.cache, store.bestanden.open
            if vraag.wat is Drukwat.SET:
                eigen = own_notes(store.aantekeningen.van_vergadering(id_), lezer)
                noten = Druknoten(wijze=vraag.noten, aantekeningen=eigen, lezer=lezer)
                return vraag, prepare_print(plan, map_, bestand=bestand, cache=cache, noten=noten, progress=progress)
            uitgave = latest_uitgave(store, id_, plan.variant)
            return vraag, prepare_changes(plan, uitgave, map_, bestand=bestand, cache=cache)

        job = Job.met_store(self._openen, werk)
        job.succeeded.connect(self._toon_bron)
        self._start(job)

    def _toon_bron(self, uitkomst: tuple[Drukvraag, Drukbron]) -> None:
        self.venster.toon_bron(*uitkomst)

    def _druk_af(self, opdracht: Drukopdracht) -> None:
        self._doel = self._cache / "afdruk" / f"{self._titel}.pdf"
        doel, titel = self._doel, self._titel
        self._schrijf_op(opdracht, Inzagewijze.AFGEDRUKT)

        def werk(progress: Progress) -> str:
            write_afdruk(opdracht.bron, opdracht.keuze, doel, progress)
            keuze = opdracht.keuze
            progress.step("Naar de printer sturen", 0, 0)  # the last moment to stop
            druk_af(
                Printtaak(
                    pdf=doel,
                    printer=opdracht.printer,
                    titel=titel,
                    dubbelzijdig=keuze.dubbelzijdig,
                    a3_op_a4=keuze.a3_op_a4,
                ),
                progress,
            )
            return f"De afdruk gaat naar {opdracht.printer}."

        self._maak_af(werk)

    def _bewaar(self, opdracht: Drukopdracht) -> None:
        eigen = opdracht.vraag.noten is not Notenwijze.GEEN
        doel = self._kies(f"{self._titel}{' met eigen aantekeningen' if eigen else ''}.pdf")
        if doel is None:
            self.venster.geannuleerd()
            return
        self._schrijf_op(opdracht, Inzagewijze.BESTAND)

        def werk(progress: Progress) -> str:
            write_afdruk(opdracht.bron, opdracht.keuze, doel, progress)
            return f"De afdruk is bewaard als ‘{doel.name}’.{' Uw eigen aantekeningen staan erin.' if eigen else ''}"

        self._maak_af(werk)

    def _schrijf_op(self, opdracht: Drukopdracht, wat: Inzagewijze) -> None:
        """Write down each copy of what is secret before it is printed; all of it has the name of who gets it (J13)."""
        if self._maker is None:
            return
        opname = self._store.opname(self._id)
        gezien = zichtbaar_voor(opname, variant_van(opname, self._keuze.lezer.doelgroep, self._keuze.lezer.lid))
        ids = [stuk.id for stuk in gezien.stukken if _hoort_bij(gezien, stuk, opdracht.keuze.punt)]
        for naam in opdracht.keuze.namen:
            reden = f"afdruk van de {self._keuze.lezer.doelgroep.setnaam}{f' voor {naam}' if naam else ''}"
            log_kopie(self._store, self._id, secret_in(gezien, ids), self._maker(reden), wat=wat, voor=naam)

    def _klaar(self, zin: str) -> None:
        self.venster.is_afgedrukt()
        self.afgedrukt.emit(zin)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._doel)))

    def _maak_af(self, werk: Callable[[Progress], str]) -> None:
        job = Job(werk)
        job.succeeded.connect(self._klaar)
        job.stopped.connect(self.gestopt)
        self._start(job)

    def _start(self, job: Job) -> None:
        self._lopend.add(job)
        job.stepped.connect(self.venster.toon_stap)
        job.failed.connect(self._weiger)
        job.finished.connect(self._voorbij)
        self._jobs.start_job(job)

    def _weiger(self, fout: TkError) -> None:
        self.venster.weiger(fout, met_pdf=isinstance(fout, PrinterReageertNiet) and isinstance(self._doel, Path))

    def _voorbij(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._lopend.discard(job)
            self._ruim_op()

    def _ruim_op(self) -> None:
        if not self._lopend and self.venster.isHidden():
            self.voorbij.emit()

    def _stop(self) -> None:
        for job in self._lopend:
            job.stop()


def _ooit_verzonden(store: Store, vergadering_id: str, variant: Variant) -> bool:
    return laatste_set(store.uitgaven.van_variant(vergadering_id, variant)) is not None


def _met_besloten(gezien: Momentopname, punten: Sequence[str]) -> set[str]:
    """Return the items under which these readers see something besloten, and an empty id when there is any."""
    dicht = [punt.id for punt in gezien.agendapunten if gezien.is_besloten(punt) or gezien.stempels_op_punt(punt)]
    stukken = [stuk for stuk in gezien.stukken if gezien.stuk_is_besloten(stuk) or gezien.stempels_op_stuk(stuk)]
    dicht += [punt for stuk in stukken if (punt := gezien.punt_van(stuk))]
    lijnen = {boven.id for id_ in dicht for boven in gezien.lijn(gezien.punt(id_))}
    return {""} | (lijnen & set(punten)) if dicht or stukken else set()


def _setnaam(lezer: Lezer) -> str:
    """Return what the title calls the set of these readers: ``openbare set``, ``set voor R. van Dalen``."""
    return f"set voor {lezer.naam}" if lezer.lid else lezer.doelgroep.setnaam


def _hoort_bij(opname: Momentopname, stuk: Stuk, punt_id: str) -> bool:
    """Tell whether a paper lies under an item or one that stands under that; without an item every paper does."""
    onder = opname.punt_van(stuk)
    return not punt_id or (onder is not None and punt_id in {boven.id for boven in opname.lijn(opname.punt(onder))})
