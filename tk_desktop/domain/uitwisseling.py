"""What a werkmap keeps of the exchange: its own place in it, segments, and what other devices have."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Eigen:
    """This laptop in the exchange; ``apparaat`` is empty as long as it has no keys.

    ``anker`` is the public key of the device of the secretariat that was trusted after comparing words. ``incarnatie``
    changes when a backup was put back, for ``teller`` then counts from an earlier bundle again.
    """

    apparaat: str
    anker: str
    incarnatie: str
    teller: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Signed operations of one device in one scope, as bytes; ``vorige`` is empty for the first of a chain."""

    sha: str
    apparaat: str
    bereik: str
    vorige: str
    aantal: int
    gegevens: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """What another device last said of itself, in the manifest of a bundle.

    ``heeft`` names the last segments of its whole chains, by their first digits; ``wil`` files it asks for, each with
    the pieces it lacks (none: all); ``bekend`` digests the keys it has. ``onthoudt``: it remembers that it told this
    ``heeft``, so that the list can be named.
    """

    apparaat: str
    incarnatie: str
    teller: int
    eerdere: frozenset[str] = frozenset()
    heeft: tuple[str, ...] = ()
    wil: tuple[tuple[str, tuple[int, ...]], ...] = ()
    bekend: str = ""
    rooster: int = 0
    onthoudt: bool = False

    def is_later(self, nieuw: "Peer") -> bool:
        """Tell whether ``nieuw`` was told after this, and not in an older bundle that was underway long.

        A counter only counts within its incarnation; one that was followed by another says nothing any more.
        """
        if nieuw.incarnatie == self.incarnatie:
            return nieuw.teller > self.teller
        return nieuw.incarnatie not in self.eerdere

    def wordt(self, nieuw: "Peer") -> "Peer":
        """Return what is known after ``nieuw`` came in too."""
        if not self.is_later(nieuw):
            return self
        gezien = self.eerdere | {self.incarnatie}
        return Peer(
            apparaat=self.apparaat,
            incarnatie=nieuw.incarnatie,
            teller=nieuw.teller,
            eerdere=gezien - {nieuw.incarnatie},
            heeft=nieuw.heeft,
            wil=nieuw.wil,
            bekend=nieuw.bekend,
            rooster=nieuw.rooster,
            onthoudt=nieuw.onthoudt,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Logstand:
    """The log of who opened secret papers on a laptop, at one of its rows: its number, and the digest it has now."""

    aantal: int
    afdruk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Logbreuk:
    """A log of another laptop that no longer held a row which it told of before, when it had ``nu`` rows."""

    apparaat: str
    verteld: int
    nu: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """A piece of a file that was received while others are still to come: object, scope and key it came under."""

    object: str
    bereik: str
    kid: int
    sha256: str
    deel: int
    delen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Postbus:
    """A shared place through which this laptop exchanges, and how it comes in; a password is no part of it.

    ``hostsleutel`` is the key of an SFTP server that was compared, ``sleutel`` the path of a private key to come in
    there with (or ``agent``), ``certificaat`` the file of an own issuer. ``kenmerk`` tells one postbus from another at
    the same address, ``nagekeken`` is the day its lists were last looked at whole.
    """

    adres: str
    gebruiker: str = ""
    hostsleutel: str = ""
    certificaat: str = ""
    kenmerk: str = ""
    nagekeken: str = ""
    sleutel: str = ""
