"""A received file as read, before anything is stored, and the way in which files are read."""

from dataclasses import dataclass
from pathlib import Path

from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.bladbereik import as_bereik
from tk_desktop.domain.cijfertabel import Cijfertabel
from tk_desktop.domain.programmalezing import Programmalezing
from tk_desktop.domain.stuk import Tekstlaag
from tk_desktop.intake.bericht import Bericht
from tk_desktop.intake.ledenlijst import Gelezenlid
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.pakvoorstel import Pakdeel
from tk_desktop.intake.plaats import Plaats, plaats_bij, plaats_van


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenBestand:
    """A received file as read: its text as board papers (``lezing``), or its pages when it is a paper by itself.

    ``pdf`` is the PDF that ``omgezet_met`` made of an Office file, or the copy of a PDF that was opened with its
    password or of which the letters were mended; ``opmerkingen`` tell the user what to know of it.
    """

    bron: Path
    media: str
    plaats: Plaats | None = None
    lezing: Lezing | None = None
    paginas: tuple[str, ...] = ()
    verborgen: tuple[str, ...] = ()
    tekstlaag: Tekstlaag = Tekstlaag.GOED
    verwijderd: tuple[str, ...] = ()
    leden: tuple[Gelezenlid, ...] = ()
    pdf: Pad | None = None
    omgezet_met: str = ""
    getekend: tuple[int, ...] = ()
    """The pages (from 1) on which somebody signed."""
    opmerkingen: tuple[str, ...] = ()
    delen: tuple[Pakdeel, ...] = ()
    """The parts of a pack, where the file holds more papers than one."""
    bericht: Bericht | None = None
    """The message that this file is; its attachments are files of their own."""
    tekst: str = ""
    """The words of a file without pages, to be found by."""
    tabellen: tuple[Cijfertabel, ...] = ()
    programma: Programmalezing | None = None
    """What a report tells of a programme, to be taken over when somebody asks for it."""
    lijkt: str = ""
    """What a file that was added as a paper seems to be by itself, and was not read as: an agenda, a list of acties."""
    los: bool = False
    """It is a paper by itself, as somebody said who looked at it."""

    @property
    def getekend_bereik(self) -> str:
        """The pages on which somebody signed, as they are kept; empty for none."""
        return as_bereik(self.getekend) if self.getekend else ""

    @property
    def is_los(self) -> bool:
        """Whether it is a paper of which neither name nor words tell at which item it belongs: a report, a sheet."""
        heeft_stukken = self.lezing is not None and self.lezing.heeft_stukken
        return self.plaats is None and bool(self.los or self.tekst or self.tabellen) and not heeft_stukken


@dataclass(frozen=True, slots=True, kw_only=True)
class Leeswijze:
    """By which layout papers are read (none: the one that reads most), and the werkmap with layouts of its own.

    What comes with a message is written into ``bijlagen``; without it messages are not read. ``onderwerp`` is that of
    the message a file came with: it may tell the place that its name does not tell. With ``herken`` the words on pages
    without text are recognised.
    """

    indeling: str = ""
    map: Path | None = None
    bijlagen: Path | None = None
    onderwerp: str = ""
    herken: bool = False

    def plaats(self, bestand: Path) -> Plaats | None:
        """Return where a file belongs: as its name tells, else as the message tells with which it came."""
        return plaats_van(bestand) or (plaats_bij(self.onderwerp, bestand) if self.onderwerp else None)

    def is_papier(self, bestand: Path) -> bool:
        """Tell whether a file is read for the papers in it: its name does not say that it is a paper by itself."""
        plaats = self.plaats(bestand)
        return plaats is None or (plaats.soort.is_nota and not plaats.is_bijlage)
