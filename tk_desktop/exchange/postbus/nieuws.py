"""What is new in a postbus: its messages, read channel by channel; nothing of the werkmap changes (M1)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tk_desktop.base.progress import Progress
from tk_desktop.domain.rooster import Rooster
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.exchange.lezen import ZelfNietOpRooster
from tk_desktop.exchange.postbus.bus import Bus
from tk_desktop.exchange.postbus.indeling import kanalen_voor
from tk_desktop.exchange.postbus.melding import Ding, Gelezenmelding, digest, lees_melding
from tk_desktop.exchange.postbus.opslag import Opslag
from tk_desktop.exchange.roosterdocument import als_roosters
from tk_desktop.store.werkmap import Store

_MEESTE_GATEN = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Nieuws:
    """What waits in a postbus: messages, how many bytes they name for this laptop; whether anything waits here.

    ``van`` names the people who wrote them, as far as they are on the roster that this laptop knows.
    """

    meldingen: int
    lengte: int
    te_sturen: bool
    van: tuple[str, ...] = ()

    @property
    def is_er(self) -> bool:
        """Whether there is anything to fetch."""
        return self.meldingen > 0


def look_for_news(store: Store, apparaat: str, opslag: Opslag, *, progress: Progress | None = None) -> Nieuws:
    """Tell what waits in a postbus for this device; when nothing does it costs one question for each of its channels.

    No key is needed for it. The caller chooses when, and on which thread. Raises the faults of ``postbus.fouten`` or
    ``ZelfNietOpRooster``.
    """
    bus = Bus(store, opslag, maken=False)
    meldingen = Meldinglezer(bus, progress or Progress()).lees(channels(store, apparaat), heel=False)
    documenten = store.uitwisseling.roosters()
    huidig = als_roosters(documenten).huidig if documenten else None
    nodig = needed(store, huidig, own_person(huidig, apparaat), meldingen) if huidig else {}
    anderen = [een.melding.van for een in meldingen if een.melding.van != apparaat]
    return Nieuws(
        meldingen=len(anderen),
        lengte=sum(ding.lengte for ding in nodig.values()),
        te_sturen=bool(store.bewerkingen.bereiken()),
        van=_namen(huidig, anderen) if huidig else (),
    )


def _namen(huidig: Rooster, apparaten: Iterable[str]) -> tuple[str, ...]:
    """Return whose devices these are, each once."""
    gevonden = (huidig.apparaat(een) for een in apparaten)
    mensen = (huidig.deelnemer(een.persoon_id) for een in gevonden if een is not None)
    return tuple(sorted({wie.naam for wie in mensen if wie is not None}))


def own_person(huidig: Rooster, apparaat: str) -> str:
    """Return whose laptop this is, or raise ``ZelfNietOpRooster``."""
    eigen = huidig.apparaat(apparaat)
    if eigen is None or eigen.ingetrokken:
        raise ZelfNietOpRooster(organisatie=huidig.organisatie)
    return eigen.persoon_id


def channels(store: Store, apparaat: str) -> tuple[str, ...]:
    """Return the channels that this laptop reads; before it has a roster only the first."""
    documenten = store.uitwisseling.roosters()
    if not documenten:
        return kanalen_voor(None, "")
    huidig = als_roosters(documenten).huidig
    return kanalen_voor(huidig, own_person(huidig, apparaat))


def needed(store: Store, huidig: Rooster, ik: str, meldingen: Iterable[Gelezenmelding]) -> dict[str, Ding]:
    """Return the segments that these name, that this laptop may read and that are not here."""
    return {
        ding.sha: ding
        for een in meldingen
        for ding in een.melding.segmenten
        if huidig.leest(ik, ding.bereik) and not store.segmenten.kent(ding.sha)
    }


class Meldinglezer:
    """Reads channels from where they were read before; ``laatst`` is how far, by channel.

    ``gaten`` are the numbers, by channel, under which a message went missing or something stands that is none.
    """

    def __init__(self, bus: Bus, progress: Progress) -> None:
        self._bus = bus
        self._store = bus.store
        self._progress = progress
        self._begon_anew = False
        self.laatst: dict[str, tuple[int, str]] = {}
        self.gaten: dict[str, list[int]] = {}

    def lees(self, kanalen: Sequence[str], *, heel: bool) -> list[Gelezenmelding]:
        """Return the messages that are new here; with ``heel`` after looking at whole lists.

        A postbus that is no longer what was read here is read from its start.
        """
        self._begon_anew = False
        uit = [een for kanaal in kanalen for een in self._kanaal(kanaal, heel=heel)]
        if self._begon_anew or any(self.gaten.values()):
            self._vergeet()
            uit = [een for kanaal in kanalen for een in self._kanaal(kanaal, heel=True)]
        return uit

    def _kanaal(self, kanaal: str, *, heel: bool) -> list[Gelezenmelding]:
        """Return the messages of a channel that are new here, and those of which something could not be used before."""
        nummer, sha = self._bus.gelezen(kanaal)
        if nummer == 0 or heel:
            begin, er_zijn = self._bus.lijst(kanaal)
            nummer, sha = self._na_de_lijst(kanaal, nummer, sha, begin, er_zijn)
            tot = min(er_zijn[-1], begin + _MEESTE_GATEN) if er_zijn else begin
            self.gaten[kanaal] = sorted(set(range(begin, tot)) - set(er_zijn))
            over = [een for een in er_zijn if een > nummer]
        else:
            over = []
        uit = list(self._wachtende(kanaal, nummer))
        stroom: Iterator[tuple[int, bytes]]
        if over:
            stroom = ((een, self._bus.melding(kanaal, een) or b"") for een in over)
        else:
            stroom = self._bus.na(kanaal, nummer)
        for volgende, gegevens in stroom:
            self._progress.step("Meldingen lezen", len(uit), len(uit) + 1)
            melding = _gelezen(kanaal, volgende, gegevens)
            if melding is not None and not heel and volgende == nummer + 1 and melding.melding.vorige not in ("", sha):
                self._vergeet()  # what was read here under that number is not what others read
                return []
            nummer, sha = volgende, digest(gegevens)
            if melding is not None:
                uit.append(melding)
            else:
                self.gaten.setdefault(kanaal, []).append(volgende)
        self.laatst[kanaal] = (nummer, sha)
        return uit

    def _na_de_lijst(self, kanaal: str, nummer: int, sha: str, begin: int, er_zijn: Sequence[int]) -> tuple[int, str]:
        """Return from where a channel is read; a postbus that is older than what was read here is read anew."""
        if not nummer:
            return 0, ""
        if begin > nummer:
            return nummer, sha  # what was read here was cleared away, as it should be
        staat = self._bus.melding(kanaal, nummer) if nummer in er_zijn else None
        if staat is not None and digest(staat) == sha:
            return nummer, sha
        self._vergeet()
        return 0, ""

    def _vergeet(self) -> None:
        with self._store.transaction():
            self._store.postbussen.vergeet_stand(self._bus.adres)
        self._begon_anew = True

    def _wachtende(self, kanaal: str, tot: int) -> Iterator[Gelezenmelding]:
        for nummer in self._store.postbussen.wacht(self._bus.adres, kanaal):
            gegevens = self._bus.melding(kanaal, nummer) if nummer <= tot else None
            melding = _gelezen(kanaal, nummer, gegevens) if gegevens is not None else None
            if melding is not None:
                yield melding


def _gelezen(kanaal: str, nummer: int, gegevens: bytes) -> Gelezenmelding | None:
    """Return a message; ``None`` for what is none, which anybody who can write in the postbus can put there."""
    try:
        return Gelezenmelding(kanaal, nummer, gegevens, lees_melding(gegevens))
    except Vormfout:
        return None
