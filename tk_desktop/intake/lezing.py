"""What is read from received papers: the values between a text and the store, without identities or order keys.

Titles, names and headings of sections are plain; ``tekst``, ``toelichting``, the points of a proposal and the headings
of reasons are rich text as ``domain.opmaak`` keeps it. What was read but is not certain stands in ``Lezing.twijfels``
with its place.
"""

from dataclasses import dataclass
from datetime import date, time

from tk_desktop.domain.actie import Actiestaat
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.geheimhouding import Geheimstap
from tk_desktop.domain.nota import Aard, Sectiesoort, Vorm
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.voorstel import Merk


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenUitnodiging:
    """The letter that invites to a meeting (catalogue 1-10)."""

    aan: str = ""
    uw_kenmerk: str = ""
    ons_kenmerk: str = ""
    datum: date | None = None
    behandeld_door: str = ""
    email: str = ""
    doorkiesnummer: str = ""
    onderwerp: str = ""
    aanhef: str = ""
    tekst: str = ""
    gelegenheid: str = ""
    vergaderdatum: date | None = None
    begin: time | None = None
    einde: time | None = None
    plaats: str = ""
    nieuw_tijdstip: bool = False
    verhindering_uiterlijk: date | None = None
    verhindering_telefoon: str = ""
    verhindering_email: str = ""
    afsluiting: str = ""
    ondertekenaar: str = ""
    functie: str = ""
    mede_namens_voorzitter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenStuk:
    """A paper that the agenda announces; ``letterlijk`` is the announcement between brackets, if there is one."""

    soort: Soort
    titel: str
    bijlagen_beloofd: int = 0
    letterlijk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenVoorstelpunt:
    """One point of a proposal, with its mark on paper and the points under it."""

    tekst: str
    merk: Merk
    onder: tuple["GelezenVoorstelpunt", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenPunt:
    """One item or sub-item of an agenda; ``regel`` is the line on which it opens.

    ``behandeling`` is its own: a sub-item for which the paper names none has none here.
    Remarks such as ``(mondeling)`` stay in the title, as printed.
    """

    nummer: Nummer
    titel: str
    tijd: time | None = None
    behandeling: frozenset[Behandeling] = frozenset()
    besloten: bool = False
    mondeling: bool = False
    inleiders: tuple[tuple[str, str], ...] = ()
    toelichting: str = ""
    voorstel: tuple[GelezenVoorstelpunt, ...] = ()
    stukken: tuple[GelezenStuk, ...] = ()
    regel: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenAgenda:
    """An agenda with its header block; items and sub-items stand flat, in the order of the paper.

    ``weekdag`` is the day of the week that stands beside the date (monday is 0).
    """

    gremium: str = ""
    datum: date | None = None
    weekdag: int | None = None
    begin: time | None = None
    einde: time | None = None
    plaats: str = ""
    voorzitter: str = ""
    secretaris: str = ""
    nieuw_tijdstip: bool = False
    punten: tuple[GelezenPunt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenSectie:
    """A section of a nota; ``kop`` as the form prints it. Points, reasons and bijlagen are not in ``tekst``."""

    soort: Sectiesoort
    kop: str
    tekst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenArgument:
    """A numbered reason for or against, with the number on paper without final dot: ``1.2``.

    ``kop`` is one line of rich text: an asterisk that stands on paper has a backslash before it.
    """

    aard: Aard
    nummer: str
    kop: str
    tekst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenNota:
    """One nota; ``regel`` and ``regel_tot`` are its first and last line. Each behandelaar: name, function, phone."""

    vorm: Vorm
    openbaar: bool | None = None
    registratienummer: str = ""
    gremium: str = ""
    datum: date | None = None
    agendapunt: Nummer | None = None
    domein: str = ""
    behandelaars: tuple[tuple[str, str, str], ...] = ()
    onderwerp: str = ""
    voorstel: tuple[GelezenVoorstelpunt, ...] = ()
    argumenten: tuple[GelezenArgument, ...] = ()
    secties: tuple[GelezenSectie, ...] = ()
    bijlagen: tuple[str, ...] = ()
    regel: int
    regel_tot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenAanwezige:
    """One name in the head of a verslag; ``van_punt`` and ``tot_punt`` bound at which items, both counted in.

    ``met_bericht`` is of who was absent: our own verslag says so, in others everybody who is named had told.
    ``volmacht_aan`` is the name of who voted for them, at these items; empty when nobody did.
    """

    naam: str
    hoedanigheid: Hoedanigheid = Hoedanigheid.LID
    namens: str = ""
    functie: str = ""
    van_punt: Nummer | None = None
    tot_punt: Nummer | None = None
    met_bericht: bool = True
    volmacht_aan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenBesluit:
    """What was decided, with the words of the paper; ``besloten`` where it says that of the besluit itself."""

    uitkomst: Uitkomst
    tekst: str
    minderheid: str = ""
    besloten: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenActie:
    """What somebody is to do: the sentence beside which the actor stands; ``toezegging`` for a promise."""

    door: str
    tekst: str
    voor: date | None = None
    toezegging: bool = False
    besloten: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenGeheimstap:
    """A step in keeping something secret, as a verslag tells it, with the item at which it does.

    ``einddatum`` is the last day of the secrecy, where the verslag tells from when it may be shared.
    """

    stap: Geheimstap
    datum: date
    nummer: Nummer
    onderwerp: str
    einddatum: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenVerslagrij:
    """One row of a verslag; ``voorsteltekst`` is the cell as it stands, ``beslissing`` is rich text.

    ``besproken`` is what stands there without what is told by itself: the besluiten, and ``besloten_deel``, the part of
    it that was said behind closed doors. ``besloten`` says that the whole item is.

    ``instemming`` are sentences without a label that read as a besluit: a person says whether they are.
    """

    nummer: Nummer
    onderwerp: str
    toelichting: str = ""
    behandeling: frozenset[Behandeling] = frozenset()
    voorstel: tuple[GelezenVoorstelpunt, ...] = ()
    voorsteltekst: str = ""
    beslissing: str = ""
    besproken: str = ""
    besloten_deel: str = ""
    besloten: bool = False
    besluiten: tuple[GelezenBesluit, ...] = ()
    instemming: tuple[str, ...] = ()
    acties: tuple[GelezenActie, ...] = ()
    regel: int

    @property
    def besluit(self) -> GelezenBesluit | None:
        """The first thing that was decided."""
        return next(iter(self.besluiten), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenVerslag:
    """A verslag with its head and rows, in the order of the paper (catalogue 85-102); ``gremium`` is of its title."""

    gremium: str = ""
    datum: date | None = None
    begin: time | None = None
    einde: time | None = None
    plaats: str = ""
    voorzitter: str = ""
    secretaris: str = ""
    aanwezig: tuple[GelezenAanwezige, ...] = ()
    afwezig: tuple[GelezenAanwezige, ...] = ()
    rijen: tuple[GelezenVerslagrij, ...] = ()
    geheimhouding: tuple[GelezenGeheimstap, ...] = ()
    regel: int
    regel_tot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenLijstactie:
    """One action of a list, with how far it is (``stand`` in its words) and the day it is of, where those stand there.

    ``vraag`` is what is not certain in it; ``regel`` the line it begins on.
    """

    actie: GelezenActie
    staat: Actiestaat = Actiestaat.OPEN
    stand: str = ""
    ontstaan: date | None = None
    vraag: str = ""
    regel: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenActielijst:
    """A list of acties as it stood on a day; ``titel`` and the line under it may name the body."""

    titel: str = ""
    verder: str = ""
    datum: date | None = None
    acties: tuple[GelezenLijstactie, ...]
    regel: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezing:
    """Everything that one text turned out to hold."""

    uitnodiging: GelezenUitnodiging | None = None
    agenda: GelezenAgenda | None = None
    notas: tuple[GelezenNota, ...] = ()
    verslagen: tuple[GelezenVerslag, ...] = ()
    actielijst: GelezenActielijst | None = None
    twijfels: tuple[Twijfel, ...] = ()

    @property
    def heeft_stukken(self) -> bool:
        """Whether papers of a board were read."""
        return bool(self.agenda or self.uitnodiging or self.notas or self.verslagen or self.actielijst)
