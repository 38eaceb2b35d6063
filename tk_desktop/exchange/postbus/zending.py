"""Objects that came out of a postbus and lie here, read with the same care as those of a bundle."""

from collections.abc import Iterator, Mapping, Sequence

from tk_desktop import __version__
from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.exchange.fouten import BundelBeschadigd, BundelVervalst
from tk_desktop.exchange.manifest import Manifest, Sleutelpost
from tk_desktop.exchange.postbus.melding import Gelezenmelding
from tk_desktop.exchange.segment import digest

_BEGIN = 8192
_MAP = "postbus"


class Wachtkamer:
    """Where objects lie between coming out of a postbus and being taken in; what lies there is not fetched again."""

    def __init__(self, cache: Pad) -> None:
        self._map = cache / _MAP

    def pad(self, sha: str) -> Pad:
        """Return where an object lies, or would lie."""
        return self._map / sha

    def heeft(self, sha: str) -> bool:
        """Whether an object lies here whole; one that does not is removed."""
        try:
            heel = digest(self.pad(sha).read_bytes()) == sha
        except OSError:
            return False
        if not heel:
            self.pad(sha).unlink(missing_ok=True)
        return heel

    def leg(self, gegevens: bytes) -> str:
        """Lay an object here and return its name; raises ``SchijfVol`` or ``NietSchrijfbaar``."""
        sha = digest(gegevens)
        self._map.mkdir(parents=True, exist_ok=True)
        with replacing(self.pad(sha)) as deel:
            deel.write_bytes(gegevens)
        return sha

    def ruim_op(self, namen: Sequence[str]) -> None:
        """Remove objects that were taken in, or that nobody can use."""
        for sha in namen:
            self.pad(sha).unlink(missing_ok=True)


class Postzending:
    """Loose objects as something to be read (``bundel.Bron``), put together on this laptop.

    ``meldingen`` are those whose sender vouches for it: with keys or a roster; without them this laptop only looks at
    who made the objects themselves.
    """

    def __init__(
        self,
        kamer: Wachtkamer,
        *,
        voor: str,
        van: str,
        rooster: int,
        objecten: Mapping[str, int],
        sleutels: Sequence[Sleutelpost] = (),
        meldingen: Sequence[Gelezenmelding] = (),
    ) -> None:
        self.naam = "de postbus"
        self.los = True
        self.manifest = Manifest(
            app=__version__,
            van=van,
            inc="0" * 12,
            ctr=0,
            naar=voor,
            rooster=rooster,
            sleutels=tuple(sleutels),
            objecten=tuple(objecten.items()),
        )
        self._kamer = kamer
        self._meldingen = meldingen

    def ondertekend_door(self, verify: str) -> None:
        """Refuse it unless that device signed every message that vouches for it."""
        if not all(een.ondertekend_door(verify) for een in self._meldingen):
            raise BundelVervalst(bestand=self.naam, oorzaak="van een melding")

    def controleer(self, progress: Progress | None = None) -> None:
        """Do nothing yet: each object is looked at when it is read."""

    def object(self, som: str) -> bytes:
        """Return the bytes of one object, or raise ``BundelBeschadigd``."""
        try:
            gegevens: bytes = self._kamer.pad(som).read_bytes()
        except OSError as fout:
            raise BundelBeschadigd(bestand=self.naam, oorzaak="een deel is verdwenen") from fout
        if digest(gegevens) != som:
            raise BundelBeschadigd(bestand=self.naam, oorzaak="een deel is veranderd")
        return gegevens

    def stukdeel(self, som: str) -> bytes:
        """Return the bytes of a piece of a file, or raise ``BundelBeschadigd``."""
        return self.object(som)

    def begin(self, som: str) -> bytes:
        """Return the first bytes of an object, in which its header stands whole."""
        return self.object(som)[:_BEGIN]

    def leesdeel(self, naam: str) -> Iterator[bytes]:
        """Yield nothing: there are no parts to be read without this program."""
        raise KeyError(naam)
