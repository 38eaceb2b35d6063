"""Who takes part in the exchange, with which devices, and what each may read and write (BUNDLES 3; M2, M3).

A scope (``bereik``) is the circle of readers of a piece of data: ``sec`` the working copy of the secretariat, ``alg``
what was published to all, ``bes:<dossier>`` a besloten part of it, ``pp:<persoon>`` what passes between one person and
the secretariat, ``deel:<schrijver>~<lezer>`` what one shares with one other, ``prive:<persoon>`` what only that
person's own devices read. A roster is one version of who is in
which circle; each version names the digest of the one before it and is signed by the secretariat.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tk_desktop.domain.bereik import TUSSEN

LEESTABELLEN = frozenset(
    {
        "aantekening",
        "aantekening_plaats",
        "aantekening_label",
        "aantekening_lezer",
        "leesstand",
        "bladwijzer",
        "voorbereiding",
        "favoriet",
        "bewaarregel",
        "vaststelling",
        "zoekvraag",
    }
)
"""What a reader keeps for himself: notes, how far he is, bookmarks, what he prepares and seeks."""

BRIEFWISSELING = frozenset(
    {
        "afmelding",
        "ronde_reactie",
        "opmerking",
        "aantekening",
        "aantekening_plaats",
        "aantekening_label",
        "aantekening_lezer",
    }
)
"""What a member tells the secretariat: absence, an answer in a round, a question, a note that is shared."""

GEDEELDE_NOTEN = frozenset({"aantekening", "aantekening_plaats", "aantekening_label", "aantekening_lezer"})
"""What somebody shares with one other."""

_ANTWOORD = frozenset({("opmerking", "antwoord"), ("opmerking", "afgehandeld"), ("opmerking", "afgehandeld_door")})
"""Columns of those tables that are for the secretariat to fill."""


class Rol(StrEnum):
    """What somebody is in the exchange."""

    SECRETARIS = "secretaris"
    BESTUURDER = "bestuurder"
    AMBTENAAR = "ambtenaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemer:
    """Somebody on the roster: a ``persoon`` of the werkmap with a role."""

    persoon_id: str
    naam: str
    rol: Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Apparaat:
    """A laptop of a participant with its two public keys (hexadecimal).

    ``gesloten`` cuts scopes off: of what this device wrote there, only the named segments and those before them still
    hold (an empty row: nothing). A device that was withdrawn is cut off in every scope.
    """

    id: str
    persoon_id: str
    naam: str
    verify: str
    box: str
    ingetrokken: bool = False
    gesloten: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def tot(self, bereik: str) -> tuple[str, ...] | None:
        """Return the last segments that hold in a scope; ``None`` when it was not cut off there."""
        if bereik in self.gesloten:
            return self.gesloten[bereik]
        return () if self.ingetrokken else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooster:
    """One version of the roster.

    ``maker`` is the device that made this version, and with it the keys that came into use. ``sleutels`` are the public
    keys of the secretariat that sign the next version; ``lezers`` names who reads each besloten scope; ``kids`` the
    number of the key in use in each scope that is not open.
    Rules:
        * somebody stands on it once, and so does a device;
        * a device belongs to somebody on it;
        * one key signs alone; of more keys two must sign.
    """

    versie: int
    organisatie: str
    vorige: str = ""
    maker: str = ""
    sleutels: tuple[str, ...]
    deelnemers: tuple[Deelnemer, ...]
    apparaten: tuple[Apparaat, ...] = ()
    lezers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kids: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        personen = [wie.persoon_id for wie in self.deelnemers]
        apparaten = [apparaat.id for apparaat in self.apparaten]
        if self.versie < 1 or (self.versie == 1) != (self.vorige == ""):
            raise ValueError("een rooster volgt op het vorige")
        if not self.sleutels or len(set(self.sleutels)) < len(self.sleutels):
            raise ValueError("een rooster heeft sleutels van het secretariaat, elk een keer")
        if len(set(personen)) < len(personen) or len(set(apparaten)) < len(apparaten):
            raise ValueError("wie op het rooster staat, staat er een keer")
        if {apparaat.persoon_id for apparaat in self.apparaten if not apparaat.ingetrokken} - set(personen):
            raise ValueError("een apparaat is van iemand op het rooster")

    @property
    def drempel(self) -> int:
        """How many of the keys of the secretariat sign the next version."""
        return min(2, len(self.sleutels))

    def deelnemer(self, persoon_id: str) -> Deelnemer | None:
        """Return who that person is in the exchange, ``None`` when not on the roster."""
        return next((wie for wie in self.deelnemers if wie.persoon_id == persoon_id), None)

    def apparaat(self, id_: str) -> Apparaat | None:
        """Return the device with that id, ``None`` when it never stood on the roster."""
        return next((een for een in self.apparaten if een.id == id_), None)

    def apparaten_van(self, persoon_id: str) -> tuple[Apparaat, ...]:
        """Return the devices that somebody uses now."""
        return tuple(een for een in self.apparaten if een.persoon_id == persoon_id and not een.ingetrokken)

    def is_secretaris(self, persoon_id: str) -> bool:
        """Whether somebody is of the secretariat."""
        wie = self.deelnemer(persoon_id)
        return wie is not None and wie.rol is Rol.SECRETARIS

    def leest(self, persoon_id: str, bereik: str) -> bool:
        """Whether somebody may read a scope; an unknown scope is read by nobody."""
        wie = self.deelnemer(persoon_id)
        soort, _, van = bereik.partition(":")
        if wie is None:
            return False
        if soort in ("alg", "sec"):
            return not van and (soort == "alg" or wie.rol is Rol.SECRETARIS)
        if soort == "bes":
            return wie.rol is not Rol.AMBTENAAR and persoon_id in self.lezers.get(bereik, frozenset())
        if soort == "pp":
            return van == persoon_id or wie.rol is Rol.SECRETARIS
        if soort == "deel":
            return persoon_id in van.split(TUSSEN)
        return soort == "prive" and van == persoon_id

    def schrijft(self, persoon_id: str, bereik: str, tabel: str, veld: str) -> bool:
        """Whether somebody may set that column of that table in a scope: who cannot read it never writes there."""
        if not self.leest(persoon_id, bereik):
            return False
        soort, _, van = bereik.partition(":")
        if soort == "prive":
            return tabel in LEESTABELLEN
        if soort == "deel":
            return van.split(TUSSEN)[0] == persoon_id and tabel in GEDEELDE_NOTEN
        if self.is_secretaris(persoon_id):
            return True
        return soort == "pp" and van == persoon_id and tabel in BRIEFWISSELING and (tabel, veld) not in _ANTWOORD

    def geeft_sleutel(self, van: str, naar: str, bereik: str) -> bool:
        """Whether somebody may hand another the key of a scope, to their own other laptop too.

        That is for the secretariat, and for who shares with one other; a key of one's own goes to nobody else.
        """
        if not (self.leest(van, bereik) and self.leest(naar, bereik)):
            return False
        soort, _, wie = bereik.partition(":")
        if van == naar:
            return True
        if soort == "deel":
            return wie.split(TUSSEN)[0] == van
        return soort != "prive" and self.is_secretaris(van)

    def ontvangers(self, bereik: str) -> tuple[Apparaat, ...]:
        """Return the devices in use whose person reads a scope."""
        return tuple(een for een in self.apparaten if not een.ingetrokken and self.leest(een.persoon_id, bereik))


@dataclass(frozen=True, slots=True)
class Roosters:
    """All versions of a roster that a werkmap knows, the oldest first.

    What was written is judged by the version it names, for who writes may read no later one; what the latest version
    cut off (``Apparaat.tot``) holds only as far as that version says.
    """

    versies: Sequence[Rooster]

    @property
    def huidig(self) -> Rooster:
        """The latest version; raises ``IndexError`` when there is none."""
        return self.versies[-1]

    def van_versie(self, nummer: int) -> Rooster | None:
        """Return one version, ``None`` when it is not known here."""
        return next((een for een in self.versies if een.versie == nummer), None)

    def ingetrokken_sinds(self, apparaat_id: str) -> int:
        """Return the first version in which a device was withdrawn, 0 when it was not."""
        return next((een.versie for een in self.versies if (a := een.apparaat(apparaat_id)) and a.ingetrokken), 0)

    def oordeelt(self, nummer: int) -> Rooster:
        """Return the version that judges what names that number: itself, or the latest known before it."""
        return next((een for een in reversed(self.versies) if een.versie <= nummer), self.versies[0])
