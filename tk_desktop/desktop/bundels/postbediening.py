"""What happens to bundles that come in: they are read, shown, taken in, and what is written apart is judged."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.bundels.post import Post, Stand, telling
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.store.werkmap import Store

if TYPE_CHECKING:
    from tk_desktop.desktop.bundels.uitwisselscherm import Uitwisselscherm
    from tk_desktop.exchange.conflicten import Geschil, Keuze
    from tk_desktop.exchange.ontvangen import Ontvangst
    from tk_desktop.exchange.sleutels import Sleutelbos

Sleutelvraag = Callable[[Callable[["Sleutelbos"], None]], None]


class Postbediening(QObject):
    """Wires the inbox; ``met_sleutels`` gives the open keys of this laptop to who asks for them.

    ``scherm`` gives the screen of it, and makes that when it was not there; until then what comes is kept unseen.
    ``gekozen`` tells an ``Adres`` to go to, ``ontvangen`` that a bundle was taken in.
    """

    gekozen = Signal(object)
    ontvangen = Signal()

    def __init__(
        self, sessie: Sessie, ouder: QObject, met_sleutels: Sleutelvraag, scherm: "Callable[[], Uitwisselscherm]"
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._scherm = scherm
        self._blad: Uitwisselscherm | None = None
        self._met_sleutels = met_sleutels
        self._post: dict[Path, Post] = {}
        self._werk: Job | None = None
        self.bussen: Callable[[], Sequence[Post]] = tuple
        """The postbussen, which stand above the bundles."""
        self._kijker = QFileSystemWatcher(self)
        self._kijker.directoryChanged.connect(self._kijk_in_map)

    def toon_in(self, blad: "Uitwisselscherm") -> None:
        """Show from now on in a screen what comes in."""
        self._blad = blad
        blad.verwerken.connect(self.verwerk)
        blad.lezen.connect(self._lees_een)
        blad.vertrouwd.connect(self._vertrouw)
        blad.weg.connect(self._haal_weg)
        blad.stoppen.connect(self._stop)
        blad.conflicten.gekozen.connect(self._beslis)
        blad.conflicten.plek_gevraagd.connect(self._naar_punt)
        self.herlaad()

    @property
    def alle(self) -> tuple[Post, ...]:
        """What lies in the inbox."""
        return tuple(self._post.values())

    @property
    def aantal(self) -> int:
        """How many bundles and questions wait for the user."""
        wacht = (Stand.WACHT, Stand.KLAAR, Stand.WOORDEN)
        bundels = sum(een.stand in wacht for een in self._post.values())
        bussen = sum(een.stand in (Stand.KLAAR, Stand.WOORDEN) for een in self.bussen())
        return bundels + bussen + len(self._sessie.store.conflicten())

    def herlaad(self) -> None:
        """Show the inbox and the questions as they stand now, where somebody looked at them."""
        if self._blad is None:
            return
        geschillen = ()
        if self._sessie.store.conflicten():
            geschillen = laad("bundels.werk").list_geschillen(self._sessie.store)
        self._blad.toon((*self.bussen(), *self._post.values()), geschillen)

    def neem(self, paden: Iterable[Path]) -> None:
        """Put bundles in the inbox, read them, and show them."""
        nieuw = [pad.resolve() for pad in paden if pad.suffix.casefold() == ".tkb"]
        if not nieuw:
            return
        for pad in nieuw:
            self._zet_in(pad)
        self.gekozen.emit(Adres(scherm=Scherm.UITWISSELEN))
        self._scherm().kies(nieuw[0])
        self._met_sleutels(partial(self._lees, nieuw))

    def volg(self, map_: Path | None) -> None:
        """Look in a folder for bundles from now on; ``None`` for no folder any more."""
        if self._kijker.directories():
            self._kijker.removePaths(self._kijker.directories())
        if map_ is not None and map_.is_dir():
            self._kijker.addPath(str(map_))
            self._kijk_in_map(str(map_))

    def verwerk(self, pad: Path) -> None:
        """Take a bundle in."""
        self._met_sleutels(partial(self._verwerk, pad))

    # Reading

    def _zet_in(self, pad: Path) -> None:
        try:
            stand = pad.stat()
        except OSError:
            grootte, moment = 0, self._sessie.nu()
        else:
            grootte, moment = stand.st_size, datetime.fromtimestamp(stand.st_mtime).astimezone()
        self._zet(Post(pad=pad, grootte=grootte, moment=moment))

    def _zet(self, post: Post) -> None:
        self._post[post.pad] = post
        self.herlaad()
        self._sessie.veranderd.emit()

    def _kijk_in_map(self, naam: str) -> None:
        """Put in the inbox what is new in the folder, or changed since it was refused: half a copy becomes whole."""
        nieuw = []
        for pad in sorted(Path(naam).glob("*.tkb")):
            bekend = self._post.get(pad.resolve())
            if bekend is None or (bekend.stand is Stand.GEWEIGERD and _grootte(pad) != bekend.grootte):
                self._zet_in(pad.resolve())
                nieuw.append(pad.resolve())
        if nieuw and self._sessie.sleutels is not None:
            self._lees(nieuw, self._sessie.sleutels)

    def _lees_een(self, pad: Path) -> None:
        self._met_sleutels(partial(self._lees, [pad]))

    def _lees(self, paden: Iterable[Path], bos: "Sleutelbos") -> None:
        for pad in paden:
            post = self._post[pad]
            self._zet(replace(post, stand=Stand.LEEST, melding=""))

            def werk(store: Store, progress: Progress, pad: Path = pad) -> "Ontvangst":
                return laad("bundels.werk").look_at_bundel(store, bos, pad, progress)  # type: ignore[no-any-return]

            self._begin(werk, partial(self._gelezen, pad), partial(self._geweigerd, pad))

    def _gelezen(self, pad: Path, gekregen: "Ontvangst") -> None:
        stand = Stand.BEKEND if gekregen.al_bekend else Stand.KLAAR
        self._zet(replace(self._post[pad], stand=stand, brengt=gekregen))
        blad = self._getoond()
        if blad is not None and blad.huidig is not None and blad.huidig.pad == pad:
            blad.kies(pad)

    def _geweigerd(self, pad: Path, fout: TkError) -> None:
        post = self._post[pad]
        if fout.code == "TK-U19":  # a first bundle: its words are to be compared
            verify = str(fout.details["verify"])
            melding = (
                f"Dit is de eerste bundel van {fout.details['wie']}. Aan de telefoon hoort u van het secretariaat "
                f"deze zes woorden:\n\n{fout.details['woorden']}\n\nZijn ze gelijk? Dan is de bundel echt van hen."
            )
            self._zet(replace(post, stand=Stand.WOORDEN, melding=melding, verify=verify))
        else:
            self._zet(replace(post, stand=Stand.GEWEIGERD, melding=fout.zin))
        if (blad := self._getoond()) is not None:
            blad.kies(pad)

    def _vertrouw(self, pad: Path) -> None:
        verify = self._post[pad].verify
        with self._sessie.balk.meldt():
            with self._sessie.store.transaction():
                self._sessie.store.uitwisseling.vertrouw(verify)
            self._lees_een(pad)

    def _haal_weg(self, pad: Path) -> None:
        self._post.pop(pad, None)
        self.herlaad()
        self._sessie.veranderd.emit()

    # Taking in

    def _verwerk(self, pad: Path, bos: "Sleutelbos") -> None:
        self._zet(replace(self._post[pad], stand=Stand.BEZIG))
        vandaag, lezer = self._sessie.nu().date(), self._sessie.voorkeuren.lezer

        def werk(store: Store, progress: Progress) -> "Ontvangst":
            receive = laad("bundels.werk").receive_bundel
            return receive(store, bos, pad, lezer=lezer, vandaag=vandaag, progress=progress)  # type: ignore[no-any-return]

        self._begin(werk, partial(self._verwerkt, pad), partial(self._geweigerd, pad), partial(self._gestopt, pad))

    def _verwerkt(self, pad: Path, gekregen: "Ontvangst") -> None:
        self._zet(replace(self._post[pad], stand=Stand.VERWERKT, brengt=gekregen))
        self._sessie.voorkeuren.uitgewisseld = self._sessie.nu()
        melding = f"De bundel van {gekregen.afzender} is verwerkt: {telling(gekregen)}."
        ook = partial(self._anders_om, pad)
        self._sessie.gedaan(f"Bundel van {gekregen.afzender} verwerken", gekregen.wijziging, melding=melding, ook=ook)
        self.ontvangen.emit()
        if (blad := self._getoond()) is not None and blad.conflicten.huidig is not None:
            blad.ga_beoordelen()

    def _anders_om(self, pad: Path, heen: bool) -> None:
        """Show that what came in was taken back, so that it can be taken in again, or that it is here after all."""
        if pad in self._post:
            self._zet(replace(self._post[pad], stand=Stand.VERWERKT if heen else Stand.KLAAR))

    def _gestopt(self, pad: Path) -> None:
        self._zet(replace(self._post[pad], stand=Stand.KLAAR))

    def _begin(
        self,
        werk: Callable[[Store, Progress], Any],
        klaar: Callable[[Any], None],
        mislukt: Callable[[TkError], None],
        gestopt: Callable[[], None] | None = None,
    ) -> None:
        luisteraar = _Luisteraar(self, klaar, mislukt, gestopt)
        self._werk = self._sessie.op_achtergrond(
            werk,
            luisteraar.klaar,
            mislukt=luisteraar.mislukt,
            stap=self._toon_stap,
            gestopt=luisteraar.gestopt,
            voorbij=luisteraar.voorbij,
        )

    def werk(self, werk: Callable[[Store, Progress], Any], klaar: Callable[[Any], None]) -> None:
        """Do long work that this screen shows and that the user can stop; a refusal is told in the bar."""
        self._begin(werk, klaar, self._sessie.balk.toon)

    def einde(self) -> None:
        """Show no progress any more."""
        self._toon_stap("", 0, 0)

    def _toon_stap(self, wat: str, gedaan: int, totaal: int) -> None:
        if self._blad is not None:
            self._blad.toon_stap(wat, gedaan, totaal)

    def _getoond(self) -> "Uitwisselscherm | None":
        """Return the screen when it is looked at now."""
        return self._blad if self._blad is not None and self._blad.isVisible() else None

    def _stop(self) -> None:
        if self._werk is not None:
            self._werk.stop()

    # Judging

    def _beslis(self, geschil: "Geschil", keuze: "Keuze") -> None:
        store = self._sessie.store
        self._sessie.doe(
            "Kiezen tussen twee teksten",
            lambda: store.beslis(geschil.conflict, keuze.waarde),
            melding=f"Gekozen: {keuze.wie[:1].lower()}{keuze.wie[1:]} bij {geschil.waar}",
        )

    def _naar_punt(self, geschil: "Geschil") -> None:
        self.gekozen.emit(
            Adres(
                scherm=Scherm.VERGADERINGEN,
                vergadering=geschil.vergadering_id,
                punt=geschil.agendapunt_id,
                stuk=geschil.stuk_id,
            )
        )


class _Luisteraar(QObject):
    """Hears in the window's thread how one piece of work ended."""

    def __init__(
        self,
        ouder: Postbediening,
        klaar: Callable[[Any], None],
        mislukt: Callable[[TkError], None],
        gestopt: Callable[[], None] | None,
    ) -> None:
        super().__init__(ouder)
        self._ouder = ouder
        self._klaar, self._mislukt, self._gestopt = klaar, mislukt, gestopt

    def klaar(self, uitkomst: object) -> None:
        """Tell the result."""
        self._klaar(uitkomst)

    def mislukt(self, fout: TkError) -> None:
        """Tell the refusal."""
        self._mislukt(fout)

    def gestopt(self) -> None:
        """Tell that the user stopped it."""
        if self._gestopt is not None:
            self._gestopt()

    def voorbij(self) -> None:
        """Go when all is told."""
        self._ouder.einde()
        self.deleteLater()


def _grootte(pad: Path) -> int:
    try:
        return pad.stat().st_size
    except OSError:
        return -1
