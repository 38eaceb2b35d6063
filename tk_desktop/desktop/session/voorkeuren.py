"""What the window remembers on this laptop: who works here, how it looks and where one was. Never what a paper says."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.parts.theme import Thema
from tk_desktop.domain.notenstijl import NAAMLOOS, Kleur, Notenwijze

SCHALEN = (100, 110, 125, 150, 175, 200, 250, 300)
"""Sizes of the letters, in per cent."""

_RECENT = 12

DICHT = "dicht"
"""Stands for no panel at all, right of the pages."""

_GEKOZEN = "gekozen"
"""Stands before what was chosen, so that choosing nothing is remembered too."""


class Rol(StrEnum):
    """For whom the window is laid out: it hides, never forbids."""

    SECRETARIS = "secretaris"
    BESTUURDER = "bestuurder"


class Voorkeuren:
    """Kept in ``venster.ini`` in the werkmap; the file may be removed at any time, the window then opens afresh."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.naam_gevraagd = False
        """Whether this window asked already who works here: it does so once."""
        self._kast = QSettings(str(map_ / "venster.ini"), QSettings.Format.IniFormat)

    @property
    def thema(self) -> Thema:
        """Light, dark, or as the computer."""
        gekozen = self._tekst("thema")
        return Thema(gekozen) if gekozen in set(Thema) else Thema.SYSTEEM

    @thema.setter
    def thema(self, thema: Thema) -> None:
        self._zet("thema", thema.value)

    @property
    def schaal(self) -> int:
        """The size of the letters, one of ``SCHALEN``."""
        gekozen = self._tekst("schaal")
        return int(gekozen) if gekozen.isdecimal() and int(gekozen) in SCHALEN else 100

    @schaal.setter
    def schaal(self, procent: int) -> None:
        self._zet("schaal", str(procent))

    @property
    def rol(self) -> Rol:
        """For whom the window is laid out."""
        gekozen = self._tekst("rol")
        return Rol(gekozen) if gekozen in set(Rol) else Rol.SECRETARIS

    @rol.setter
    def rol(self, rol: Rol) -> None:
        self._zet("rol", rol.value)

    @property
    def naam(self) -> str:
        """Who works on this laptop; empty until told."""
        return self._tekst("naam")

    @naam.setter
    def naam(self, naam: str) -> None:
        self._zet("naam", naam)

    @property
    def lezer(self) -> str:
        """Whose notes are written on this laptop: who works here, or ``Lezer`` until that is told."""
        return self.naam or NAAMLOOS

    @property
    def uitvoermap(self) -> str:
        """Where the last set was put; empty until one was made."""
        return self._tekst("uitvoermap")

    @uitvoermap.setter
    def uitvoermap(self, map_: str) -> None:
        self._zet("uitvoermap", map_)

    @property
    def bewaarmap(self) -> Path:
        """Where a file that is made is proposed: beside the last set, else in the folder of the user."""
        return Path(self.uitvoermap or Path.home())

    @property
    def invoermap(self) -> str:
        """Where the last files were taken from; empty until some were."""
        return self._tekst("invoermap")

    @invoermap.setter
    def invoermap(self, map_: str) -> None:
        self._zet("invoermap", map_)

    @property
    def inkomende_map(self) -> str:
        """The folder in which post comes in; empty when none is looked at."""
        return self._tekst("inkomende_map")

    @inkomende_map.setter
    def inkomende_map(self, map_: str) -> None:
        self._zet("inkomende_map", map_)

    @property
    def inkomend_gezien(self) -> frozenset[str]:
        """The marks of the files in that folder that were told of; a mark does not tell a name."""
        return frozenset(self._tekst("inkomend_gezien").split())

    @inkomend_gezien.setter
    def inkomend_gezien(self, merken: Collection[str]) -> None:
        self._zet("inkomend_gezien", " ".join(sorted(merken)))

    @property
    def los(self) -> frozenset[str]:
        """What was promised and is not the item that it seemed to be: both ids, with a colon between them."""
        return frozenset(self._tekst("los").split())

    @los.setter
    def los(self, paren: Collection[str]) -> None:
        self._zet("los", " ".join(sorted(paren)))

    def siteplek(self, voor: str) -> tuple[str, str]:
        """Return the folder of the site for some readers and its address on the web; empty until one was made."""
        return self._tekst(f"site/{voor}/map"), self._tekst(f"site/{voor}/basis")

    def bewaar_siteplek(self, voor: str, map_: str, basis: str) -> None:
        """Remember where the site for some readers stands."""
        self._zet(f"site/{voor}/map", map_)
        self._zet(f"site/{voor}/basis", basis)

    def setvinkjes(self, gremium_id: str) -> frozenset[str] | None:
        """What stands on and between the papers of a set of that body; nothing when that was never chosen."""
        regel = self._tekst(f"set/{gremium_id}")
        return frozenset(regel.split()) - {_GEKOZEN} if regel else None

    def bewaar_setvinkjes(self, gremium_id: str, vinkjes: Collection[str]) -> None:
        """Remember what stands on and between the papers of the sets of a body."""
        self._zet(f"set/{gremium_id}", " ".join([_GEKOZEN, *sorted(vinkjes)]))

    def leestabs(self, vergadering_id: str) -> tuple[str, ...]:
        """Keys of the papers of a meeting that were open when one read it last."""
        return tuple(self._tekst(f"lezer/{vergadering_id}").split("\n")) if vergadering_id else ()

    def bewaar_leestabs(self, vergadering_id: str, sleutels: Sequence[str]) -> None:
        """Remember which papers of a meeting are open."""
        self._zet(f"lezer/{vergadering_id}", "\n".join(sleutels))

    @property
    def leespaneel(self) -> str:
        """The name of what stood right of the pages, ``DICHT`` when nothing did; empty until one read."""
        return self._tekst("leespaneel")

    @leespaneel.setter
    def leespaneel(self, naam: str) -> None:
        self._zet("leespaneel", naam)

    @property
    def leesbreedten(self) -> tuple[int, int] | None:
        """How many letters wide what stands left and right of the pages is; nothing until one read."""
        delen = self._tekst("leesbreedten").split()
        if len(delen) != 2 or not all(deel.isdecimal() and int(deel) for deel in delen):
            return None
        return int(delen[0]), int(delen[1])

    @leesbreedten.setter
    def leesbreedten(self, letters: tuple[int, int]) -> None:
        self._zet("leesbreedten", " ".join(map(str, letters)))

    @property
    def kleur(self) -> Kleur:
        """The colour in which notes were made last."""
        gekozen = self._tekst("kleur")
        return Kleur(gekozen) if gekozen in set(Kleur) else Kleur.GEEL

    @kleur.setter
    def kleur(self, kleur: Kleur) -> None:
        self._zet("kleur", kleur.value)

    @property
    def noten(self) -> Notenwijze:
        """How notes were printed the last time."""
        gekozen = self._tekst("noten")
        return Notenwijze(gekozen) if gekozen in set(Notenwijze) else Notenwijze.GEEN

    @noten.setter
    def noten(self, wijze: Notenwijze) -> None:
        self._zet("noten", wijze.value)

    @property
    def donkere_bladen(self) -> bool:
        """Whether pages are read dark, whatever the colours of the window are."""
        return self._tekst("donkere_bladen") == "aan"

    @donkere_bladen.setter
    def donkere_bladen(self, aan: bool) -> None:
        self._zet("donkere_bladen", "aan" if aan else "uit")

    @property
    def taaltips(self) -> bool:
        """Whether tips on language are given beside a nota."""
        return self._tekst("taaltips") != "uit"

    @taaltips.setter
    def taaltips(self, aan: bool) -> None:
        self._zet("taaltips", "aan" if aan else "uit")

    @property
    def postmap(self) -> Path | None:
        """The folder that is looked in for bundles."""
        gekozen = self._tekst("postmap")
        return Path(gekozen) if gekozen else None

    @postmap.setter
    def postmap(self, map_: Path | None) -> None:
        self._zet("postmap", str(map_) if map_ else "")

    @property
    def postritme(self) -> int:
        """Minutes between two looks into the postbus; none when the user looks."""
        gekozen = self._tekst("postritme")
        return int(gekozen) if gekozen.isdecimal() else 60

    @postritme.setter
    def postritme(self, minuten: int) -> None:
        self._zet("postritme", str(minuten))

    @property
    def uitgewisseld(self) -> datetime | None:
        """When a bundle was last taken in here."""
        try:
            return datetime.fromisoformat(self._tekst("uitgewisseld"))
        except ValueError:
            return None

    @uitgewisseld.setter
    def uitgewisseld(self, moment: datetime) -> None:
        self._zet("uitgewisseld", moment.isoformat(timespec="minutes"))

    @property
    def adres(self) -> Adres:
        """Where the user was when the window closed."""
        return Adres.lees(self._tekst("adres"))

    def schermplek(self, adres: Adres) -> str:
        """Return where one was within that place when the window closed (``Schermplek``); nothing elsewhere."""
        waar, _, plek = self._tekst("schermplek").partition("\n")
        return plek if waar == str(adres) else ""

    def bewaar_schermplek(self, adres: Adres, plek: str) -> None:
        """Remember where one is within a place."""
        self._zet("schermplek", f"{adres}\n{plek}")

    @property
    def recent(self) -> tuple[Adres, ...]:
        """Meetings and papers opened last, the latest first."""
        return tuple(Adres.lees(regel) for regel in self._tekst("recent").split("\n") if regel)

    @property
    def bewerkt(self) -> tuple[Adres, ...]:
        """Places where something was changed last, the latest first."""
        return tuple(Adres.lees(regel) for regel in self._tekst("bewerkt").split("\n") if regel)

    @bewerkt.setter
    def bewerkt(self, plekken: Sequence[Adres]) -> None:
        self._zet("bewerkt", "\n".join(str(plek) for plek in plekken))

    def was_op(self, adres: Adres) -> None:
        """Remember a place, also as recent when it is a meeting or a paper."""
        self._zet("adres", str(adres))
        if adres.vergadering:
            dit = adres.zonder_sectie()
            eerder = [str(ander) for ander in self.recent if ander != dit]
            self._zet("recent", "\n".join([str(dit), *eerder][:_RECENT]))

    def vorm(self, naam: str) -> QByteArray:
        """Return the sizes that a window or splitter of that name had; empty when it never had any."""
        return QByteArray.fromBase64(self._tekst(f"vorm/{naam}").encode())

    def bewaar_vorm(self, naam: str, vorm: QByteArray) -> None:
        """Remember the sizes of a window or splitter."""
        self._zet(f"vorm/{naam}", bytes(vorm.toBase64().data()).decode())

    def leg_vast(self) -> None:
        """Write what is remembered to disk now."""
        self._kast.sync()

    def _tekst(self, naam: str) -> str:
        waarde = self._kast.value(naam, "")
        return waarde if isinstance(waarde, str) else ""

    def _zet(self, naam: str, waarde: str | Sequence[str]) -> None:
        self._kast.setValue(naam, waarde)
