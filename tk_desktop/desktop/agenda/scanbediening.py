"""Reading the words in a scan, in the background: with its row on the screen, and stopped when the user says so."""

from PySide6.QtCore import QObject

from tk_desktop.base.files import aside
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.agenda.stukken_taken import Taakregel
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.intake.herkenning import Herkenning, keep_scan, recognise_scan
from tk_desktop.meeting.stukken import versions_of
from tk_desktop.store.leeskopie import AlleenLezen
from tk_desktop.store.werkmap import Store
from tk_desktop.store.wijzigingen import Wijziging

_MEESTE_WOORDEN = 12
_Gelezen = tuple[Herkenning, Wijziging]


class Scanlezing(QObject):
    """One scan that is read; it goes by itself when it is done."""

    def __init__(self, sessie: Sessie, taak: Taakregel, stuk_id: str, ouder: QObject) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._taak = taak
        self._stuk_id = stuk_id
        self._job: Job | None = None
        taak.gestopt.connect(self._stop)

    def start(self) -> None:
        """Begin with the reading; in a werkmap in which nothing can be kept, say so."""
        with self._sessie.balk.meldt():
            if self._sessie.alleen_lezen:
                self._voorbij()
                raise AlleenLezen(map=self._sessie.store.bron.name)
            self._lees()

    def _lees(self) -> None:
        stuk_id, nu = self._stuk_id, self._sessie.nu()

        def werk(store: Store, progress: Progress) -> _Gelezen | None:
            versies = versions_of(store, stuk_id)
            if not versies or not versies[0].is_pdf:
                return None
            with aside(store.cache) as klad:
                gelezen = recognise_scan(store, store.stukken.get(stuk_id), versies[0], klad, progress)
                _, wijziging = store.record(lambda: keep_scan(store, gelezen, nu))
            return gelezen, wijziging

        self._job = self._sessie.op_achtergrond(
            werk, self._gelezen, stap=self._taak.toon_stap, gestopt=self._gestopt, voorbij=self._voorbij
        )

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _gelezen(self, gedaan: _Gelezen | None) -> None:
        if gedaan is None or not gedaan[1]:
            self._sessie.gemeld.emit(_told(gedaan[0] if gedaan else None), False)
        else:
            self._sessie.gedaan("Tekst in een scan lezen", gedaan[1], melding=_told(gedaan[0]))

    def _gestopt(self) -> None:
        self._sessie.gemeld.emit("Het lezen van de scan is gestopt; er is niets veranderd.", False)

    def _voorbij(self) -> None:
        self._taak.hide()
        self._taak.deleteLater()
        self.deleteLater()


def _told(gedaan: Herkenning | None) -> str:
    """Return in a sentence what was read and what is not certain in it."""
    if gedaan is None:
        return "Dit stuk heeft geen bladzijden om te lezen."
    if not gedaan.bladen:
        return f"Elke bladzijde van ‘{gedaan.stuk.titel}’ heeft tekst; er is niets te herkennen."
    aantal = len(gedaan.bladen)
    bladen = f"{aantal} bladzijde{'n' if aantal > 1 else ''}"
    wat = f"{bladen} van ‘{gedaan.stuk.titel}’ gelezen; u kunt er nu in zoeken en tekst kiezen."
    onzeker = [woord for blad in gedaan.bladen for woord in blad.onzeker]
    return f"{wat} Niet zeker: {', '.join(onzeker[:_MEESTE_WOORDEN])}." if onzeker else wat
