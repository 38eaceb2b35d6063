"""What the builder of sets asks for, done: previews and sets made in the background, what was sent kept in the log."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tk_desktop.base.errors import NietSchrijfbaar, SchijfVol, TkError
from tk_desktop.base.files import sha256_of_written
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.parts.foutmelding import Actie
from tk_desktop.desktop.session.jobs import Job, Jobs
from tk_desktop.desktop.sets.set_bouwen import Setbouwer
from tk_desktop.desktop.sets.set_keuze import Gemaakt, Setkeuze, Uitvoer, Voorbeeld
from tk_desktop.desktop.sets.set_woorden import besloten_namen
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.domain.gemaakt import GemaaktDeel, GemaakteSet
from tk_desktop.domain.uitgave import Uitgave, Uitgavesoort
from tk_desktop.domain.vergaderset import Variant, Vergaderset
from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.export.pdf import Nazending, make_nazending, write_pdf
from tk_desktop.export.per_punt import MapNietLeeg, write_per_punt
from tk_desktop.export.word import WordBestandBestaat, write_word
from tk_desktop.export.zip import write_zip
from tk_desktop.minutes.kopieen import Kopiemaker, log_kopie, secret_in
from tk_desktop.pack.bekijken_als import readers_of
from tk_desktop.pack.controleren import check
from tk_desktop.pack.overzicht import NAZENDBLAD, Overzicht, describe_nazending, describe_set
from tk_desktop.pack.samenstellen import BeslotenGenoemd, StukOntbreekt, assemble, like_sent, variant_van
from tk_desktop.pack.uitgeven import Aan, Bestandsom, latest_uitgave, record_bestand, record_map, record_uitgave
from tk_desktop.store.werkmap import Store

Maker = Callable[[str], Kopiemaker]
"""Who makes a copy and when; gets what it is for."""
Kies = Callable[[Setkeuze, str], Path | None]
"""Asks the user where a set is put; gets the name that is offered, gives nothing when the user stops."""


class Setwerk(QObject):
    """Joins one builder to the werkmap of its meeting; ``gemaakt`` tells that a set stands ready."""

    gemaakt = Signal(object)

    def __init__(
        self,
        store: Store,
        vergadering_id: str,
        jobs: Jobs,
        bron: Achtergrondbron,
        kies: Kies,
        *,
        maker: Maker | None = None,
    ) -> None:
        super().__init__()
        self._maker = maker
        self._store = store
        self.vergadering_id = vergadering_id
        self._jobs = jobs
        self._bron = bron
        self._kies = kies
        self._job: Job | None = None
        self._voorbeeld: Job | None = None
        self._telling: Job | None = None
        self._gevraagd = (Setkeuze(), Path())
        opname = store.opname(vergadering_id)
        self.bouwer = Setbouwer(self._overzicht, readers_of(opname), bron, opname.kort)
        self.setParent(self.bouwer)  # news of work that ends later than the builder reaches nobody
        self.bouwer.voorbeeld_gevraagd.connect(self._maak_voorbeeld)
        self.bouwer.maken_gevraagd.connect(self._maak)
        self.bouwer.stop_gevraagd.connect(self.stop)
        self.bouwer.telling_gevraagd.connect(self._tel_fouten)

    def stop(self) -> None:
        """Stop what is being made; nothing half remains."""
        for job in (self._job, self._voorbeeld, self._telling):
            if job is not None:
                job.stop()

    def herlaad(self) -> None:
        """Show the set anew, for the meeting changed, and with it perhaps who reads."""
        self.bouwer.zet_lezers(readers_of(self._store.opname(self.vergadering_id)))
        self.bouwer.herlaad()

    def _overzicht(self, keuze: Setkeuze, gemaakt: GemaakteSet | None, nazending: GemaakteSet | None) -> Overzicht:
        store, id_, wie, lid = self._store, self.vergadering_id, keuze.lezer.doelgroep, keuze.lezer.lid
        if keuze.uitvoer is not Uitvoer.NAZENDING:
            return describe_set(store, id_, wie, lid=lid, keuze=keuze.keuze, gemaakt=gemaakt)
        return describe_nazending(store, id_, wie, lid=lid, keuze=keuze.keuze, gemaakt=gemaakt, nazending=nazending)

    def _maak_voorbeeld(self, keuze: Setkeuze) -> None:
        if self._voorbeeld is not None:
            self._voorbeeld.stop()
        pad = self._store.cache / "voorbeeld" / f"{self.vergadering_id}.pdf"

        def werk(store: Store, progress: Progress) -> Voorbeeld:
            if keuze.uitvoer is Uitvoer.NAZENDING:
                self._bron.laat_los(pad)
                return _show_nazending(store, self.vergadering_id, keuze, pad)
            plan = _plan(store, self.vergadering_id, keuze)
            self._bron.laat_los(pad)
            return Voorbeeld(pdf=pad, gemaakt=_schrijf(store, plan, pad, progress))

        job = Job.met_store(self._store.again, werk)
        job.succeeded.connect(self._toon_voorbeeld)
        job.failed.connect(self._weiger_voorbeeld)
        self._voorbeeld = job
        self._jobs.start_job(job)

    def _toon_voorbeeld(self, voorbeeld: Voorbeeld) -> None:
        if self.sender() is self._voorbeeld and not self._jobs.gesloten:
            self.bouwer.toon_voorbeeld(voorbeeld)

    def _weiger_voorbeeld(self, fout: TkError) -> None:
        if self.sender() is self._voorbeeld:
            self.bouwer.weiger(fout, self._acties(fout, self._met_blad, "Met een blad ‘wordt nagezonden’"))

    def _tel_fouten(self) -> None:
        id_ = self.vergadering_id

        def werk(store: Store, _: Progress) -> int:
            return sum(bevinding.ernst is Ernst.FOUT for bevinding in check(store, id_))

        if self._telling is not None:
            self._telling.stop()
        self._telling = Job.met_store(self._store.again, werk)
        self._telling.eerst = True
        self._telling.succeeded.connect(self.bouwer.voet.toon_fouten)
        self._jobs.start_job(self._telling)

    def _maak(self, keuze: Setkeuze) -> None:
        doel = self._kies(keuze, self._naam(keuze))
        if doel is None:
            self.bouwer.voet.klaar()
        else:
            self._maak_in(keuze, doel)

    def _maak_in(self, keuze: Setkeuze, doel: Path) -> None:
        self._gevraagd = (keuze, doel)
        voet, id_ = self.bouwer.voet, self.vergadering_id
        maker = self._maker(keuze.lezer.doelgroep.setnaam) if self._maker is not None else None

        def werk(store: Store, progress: Progress) -> Gemaakt:
            return make_set(store, id_, keuze, doel, progress, maker=maker)

        job = Job.met_store(self._store.again, werk)
        job.stepped.connect(voet.toon_stap)
        job.succeeded.connect(self.bouwer.is_gemaakt)
        job.succeeded.connect(self.gemaakt)
        job.failed.connect(self._mislukt)
        job.stopped.connect(voet.gestopt)
        job.finished.connect(voet.klaar)
        self._job = job
        self._jobs.start_job(job)

    def _mislukt(self, fout: TkError) -> None:
        keuze, doel = self._gevraagd
        woorden = "Toch maken, met een blad ‘wordt nagezonden’"
        acties = self._acties(fout, self._toch_met_blad, woorden)
        if isinstance(fout, (MapNietLeeg, WordBestandBestaat)):
            vrij = _vrije_map(doel)
            acties = [(f"Maken in ‘{vrij.name}’", partial(self._opnieuw, keuze, vrij))]
        elif isinstance(fout, (NietSchrijfbaar, SchijfVol)):
            acties = [("Opnieuw", partial(self._opnieuw, keuze, doel)), ("Andere naam…", self.bouwer.maak)]
        self.bouwer.voet.mislukt(fout, acties)

    def _acties(self, fout: TkError, met_blad: Callable[[], None], woorden: str) -> list[Actie]:
        """Return what can be done about a set that may not be made as it was asked for."""
        if isinstance(fout, StukOntbreekt):
            naar = partial(self.bouwer.stuk_gevraagd.emit, fout.details["stuk"])
            return [(f"Naar {fout.details['naam']}", naar), (woorden, met_blad)]
        if isinstance(fout, BeslotenGenoemd):
            return [("Naar de controle", self.bouwer.controle_gevraagd.emit)]
        return []

    def _met_blad(self) -> None:
        uitvoer = self.bouwer.uitvoer
        uitvoer.zet_vinkjes(uitvoer.vinkjes | {"ontbrekende_toestaan"})

    def _toch_met_blad(self) -> None:
        self._met_blad()
        self._opnieuw(self.bouwer.keuze, self._gevraagd[1])

    def _opnieuw(self, keuze: Setkeuze, doel: Path) -> None:
        if self.bouwer.voet.begin():
            self._maak_in(keuze, doel)

    def _naam(self, keuze: Setkeuze) -> str:
        opname = self._store.opname(self.vergadering_id)
        variant = variant_van(opname, keuze.lezer.doelgroep, keuze.lezer.lid)
        namen = {Uitvoer.NAZENDING: "nazending", Uitvoer.PER_PUNT: "per punt", Uitvoer.WORD: "Word"}
        wat = namen.get(keuze.uitvoer, "vergaderset")
        return bestandsnaam(opname, f"{wat} {variant}") + keuze.uitvoer.achter


def make_set(
    store: Store,
    vergadering_id: str,
    keuze: Setkeuze,
    doel: Path,
    progress: Progress,
    *,
    maker: Kopiemaker | None = None,
) -> Gemaakt:
    """Make a set in the form that was asked for, and tell what stands there; raises the ``TkError`` that stops it.

    What is secret in it is written down before it is made, as a copy by ``maker``, and bears the number of that (J13).
    """
    plan = _plan(store, vergadering_id, keuze)
    if maker is not None:
        geheim = secret_in(plan.opname, [deel.stuk_id for deel in plan.onderdelen if deel.stuk_id is not None])
        voor = plan.variant.naam
        merk = log_kopie(store, vergadering_id, geheim, maker, wat=Inzagewijze.BESTAND, voor=voor)
        plan = replace(plan, exemplaar=merk)
    if keuze.uitvoer is Uitvoer.NAZENDING:
        return _make_nazending(store, vergadering_id, keuze, doel)
    return replace(_make(store, plan, keuze, doel, progress), zonder=_zonder(store, vergadering_id, keuze))


def _make(store: Store, plan: Vergaderset, keuze: Setkeuze, doel: Path, progress: Progress) -> Gemaakt:
    cache = store.cache
    match keuze.uitvoer:
        case Uitvoer.PDF:
            gemaakt = _schrijf(store, plan, doel, progress)
            return Gemaakt(keuze=keuze, doel=doel, gemaakt=gemaakt, vingerafdruk=sha256_of_written(doel))
        case Uitvoer.ZIP:
            write_zip(plan, doel, bestand=store.bestanden.open, cache=cache, progress=progress)
            return Gemaakt(keuze=keuze, doel=doel, vingerafdruk=sha256_of_written(doel))
        case Uitvoer.PER_PUNT:
            paden = write_per_punt(plan, doel, bestand=store.bestanden.open, cache=cache, progress=progress)
            return Gemaakt(keuze=keuze, doel=doel, sommen=_sommen(paden))
        case _:
            paden = write_word(plan.opname, doel, progress, zonder=keuze.keuze.zonder)
            return Gemaakt(keuze=keuze, doel=doel, sommen=_sommen(paden))


def _make_nazending(store: Store, vergadering_id: str, keuze: Setkeuze, doel: Path) -> Gemaakt:
    """Make the sheets to send after a set, and tell what stands there."""
    _write_nazending(store, vergadering_id, keuze, doel)
    return Gemaakt(keuze=keuze, doel=doel, vingerafdruk=sha256_of_written(doel))


def _show_nazending(store: Store, vergadering_id: str, keuze: Setkeuze, doel: Pad) -> Voorbeeld:
    """Make the sheets to send after a set to look at, with on which pages each part stands."""
    variant, nazending = _write_nazending(store, vergadering_id, keuze, doel)
    delen = tuple(
        GemaaktDeel(
            sleutel=deel.sleutel if rang else NAZENDBLAD,
            anker=deel.anker,
            label=deel.label,
            titel=deel.titel,
            naam=deel.naam,
            inhoud="",
            van=van,
            tot=tot,
        )
        for rang, (deel, (van, tot)) in enumerate(zip(nazending.delen, nazending.bereik, strict=True))
    )
    gemaakt = GemaakteSet(variant=variant, paginas=max(deel.tot for deel in delen), delen=delen)
    return Voorbeeld(pdf=doel, gemaakt=gemaakt, nazending=True)


def _write_nazending(store: Store, vergadering_id: str, keuze: Setkeuze, doel: Pad) -> tuple[Variant, Nazending]:
    """Write what changed since the set that these readers have, which decides what stands between its papers."""
    variant = variant_van(store.opname(vergadering_id), keuze.lezer.doelgroep, keuze.lezer.lid)
    uitgave = latest_uitgave(store, vergadering_id, variant)
    plan = _plan(store, vergadering_id, replace(keuze, keuze=like_sent(keuze.keuze, uitgave)))
    cache = store.cache
    return variant, make_nazending(plan, uitgave, doel, bestand=store.bestanden.open, cache=cache)


def record_sent(store: Store, vergadering_id: str, gemaakt: Gemaakt, aan: Sequence[Aan], moment: datetime) -> Uitgave:
    """Keep in the log that what was made was sent; through the history of the window it can be undone."""
    naam = gemaakt.doel.name
    if gemaakt.gemaakt is not None:
        return record_uitgave(
            store, vergadering_id, gemaakt.gemaakt, gemaakt.vingerafdruk, moment=moment, bestandsnaam=naam, aan=aan
        )
    lezer = gemaakt.keuze.lezer
    variant = variant_van(store.opname(vergadering_id), lezer.doelgroep, lezer.lid)
    soort = _SOORTEN[gemaakt.keuze.uitvoer]
    if gemaakt.keuze.uitvoer.is_map:
        return record_map(store, vergadering_id, variant, soort, gemaakt.sommen, moment=moment, mapnaam=naam, aan=aan)
    return record_bestand(
        store, vergadering_id, variant, soort, gemaakt.vingerafdruk, moment=moment, bestandsnaam=naam, aan=aan
    )


_SOORTEN = {
    Uitvoer.PDF: Uitgavesoort.SET,
    Uitvoer.ZIP: Uitgavesoort.ZIP,
    Uitvoer.NAZENDING: Uitgavesoort.NAZENDING,
    Uitvoer.PER_PUNT: Uitgavesoort.PER_PUNT,
    Uitvoer.WORD: Uitgavesoort.WORD,
}
"""What the log calls each form."""


def _zonder(store: Store, vergadering_id: str, keuze: Setkeuze) -> tuple[str, ...]:
    """Return what a set for officials or everybody was made without, being besloten."""
    lezer = keuze.lezer
    if not lezer.doelgroep.zonder_besloten:
        return ()
    return tuple(besloten_namen(describe_set(store, vergadering_id, lezer.doelgroep, keuze=keuze.keuze)))


def _vrije_map(doel: Path) -> Path:
    """Return a folder beside one that is taken: ``Set Word (2)``."""
    rang = 2
    while doel.with_name(f"{doel.name} ({rang})").exists():
        rang += 1
    return doel.with_name(f"{doel.name} ({rang})")


def _sommen(paden: Sequence[Path]) -> tuple[Bestandsom, ...]:
    return tuple((pad.name, sha256_of_written(pad)) for pad in paden)


def _plan(store: Store, vergadering_id: str, keuze: Setkeuze) -> Vergaderset:
    return assemble(store, vergadering_id, keuze.lezer.doelgroep, lid=keuze.lezer.lid, keuze=keuze.keuze)


def _schrijf(store: Store, plan: Vergaderset, doel: Pad, progress: Progress) -> GemaakteSet:
    return write_pdf(plan, doel, bestand=store.bestanden.open, cache=store.cache, progress=progress)
