"""Layouts as data: the words, numbers and columns by which an organisation's papers are known.

A layout is a file in ``resources/layouts`` or in the folder ``layouts`` of a werkmap (docs/indelingen.md); the readers
know roles (``datum``, ``voorstel``), and a layout tells which words on paper play them.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.paths import resources
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.nota import Sectiesoort, Vorm
from tk_desktop.domain.stuk import Soort
from tk_desktop.intake.indelingvorm import IndelingOnjuist, Tafel, open_tafel
from tk_desktop.intake.regels import etiketten, sleutel

GEWOON = "regio"
"""The layout that is tried first, and that our own papers have."""
ALGEMEEN = "algemeen"
"""The layout of words that many use; it is tried last, where no other reads enough."""

VELDEN_AGENDA = ("gremium", "datum", "plaats", "tijd", "voorzitter", "secretaris", "aanwezig", "afwezig")
KOLOMMEN_AGENDA = ("nummer", "tijd", "onderwerp", "voorstel", "inleider")
VELDEN_NOTA = (
    "openbaar", "registratienummer", "gremium", "informatie_voor", "datum", "agendapunt", "behandelaar", "onderwerp",
    "overig",
)  # fmt: skip
"""The last is a label that ends the value before it, and of which nothing is taken."""
KOLOMMEN_VERSLAG = ("nummer", "onderwerp", "voorstel", "beslissing", "actie")
VELDEN_BRIEF = (
    "uw_kenmerk", "ons_kenmerk", "datum", "behandeld_door", "email", "telefoon", "onderwerp", "bijlagen",
)  # fmt: skip
HOOFDNUMMERS = ("1.", "1)", "1")
SUBNUMMERS = ("a.", "a)", "1.1", "1a")


class IndelingOnbekend(TkError):
    """A layout was asked for that is not there."""

    code = "TK-I40"
    melding = "Er is geen indeling ‘{naam}’."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een van deze: {bekend}."


@dataclass(frozen=True, slots=True)
class Etiketten:
    """Labels on paper by the role they play; the order is that of the layout."""

    paren: tuple[tuple[str, str], ...]
    """Each label with its role."""

    @property
    def namen(self) -> tuple[str, ...]:
        """All labels."""
        return tuple(label for label, _ in self.paren)

    def rol(self, label: str) -> str:
        """Return the role of a label, or nothing when it has none."""
        gezocht = sleutel(label)
        return next((rol for naam, rol in self.paren if sleutel(naam) == gezocht), "")

    def op_regel(self, regel: str, *, hoofdletters: bool = False) -> dict[str, str]:
        """Return the value of each role on a line that opens with a label, as ``regels.etiketten`` finds them."""
        uit: dict[str, str] = {}
        for label, waarde in etiketten(regel, self.namen, hoofdletters=hoofdletters).items():
            rol = self.rol(label)
            if not uit.get(rol):
                uit[rol] = waarde
        return uit

    def met(self, meer: "Etiketten") -> "Etiketten":
        """Return these labels and those of another set."""
        return Etiketten((*self.paren, *meer.paren))


@dataclass(frozen=True, slots=True)
class Kolommen:
    """What the columns of a table are called, by what stands in them."""

    paren: tuple[tuple[str, str], ...]

    def rol(self, kop: str) -> str:
        """Return what stands under a heading, or nothing when it is not known."""
        gezocht = sleutel(kop)
        return next((rol for naam, rol in self.paren if sleutel(naam) == gezocht), "") if gezocht else ""

    def rollen(self, koppen: Sequence[str]) -> tuple[str, ...]:
        """Return what stands under each heading of a row; the same twice is of the first.

        ``Agendapunt`` beside ``Onderwerp`` is the number of the item.
        """
        uit = [self.rol(kop) for kop in koppen]
        onderwerpen = [plaats for plaats, rol in enumerate(uit) if rol == "onderwerp"]
        if "nummer" not in uit and len(onderwerpen) > 1 and sleutel(koppen[onderwerpen[0]]).endswith("punt"):
            uit[onderwerpen[0]] = "nummer"
        return tuple(rol if rol not in uit[:plaats] else "" for plaats, rol in enumerate(uit))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendawoorden:
    """How an agenda is written."""

    titels: tuple[str, ...]
    koppen: tuple[str, ...]
    velden: Etiketten
    kolommen: Kolommen
    hoofdnummer: str
    subnummer: str
    sluiting: tuple[str, ...]
    voor_sluiting: tuple[str, ...]
    inleiding: tuple[str, ...]
    inleiding_met_wie: tuple[str, ...]
    besloten: tuple[str, ...]
    mondeling: tuple[str, ...]
    nieuw_tijdstip: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Behandelwoorden:
    """How an agenda says what is done with an item; ``voorzetsel`` may be empty (``Besluitvormend``)."""

    voorzetsel: str
    woorden: tuple[tuple[str, Behandeling], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukwoorden:
    """How an agenda announces papers."""

    woorden: tuple[tuple[str, Soort], ...]
    verslagen: tuple[str, ...]
    beloften: tuple[str, ...]
    bijlage: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notawoorden:
    """How a nota is written."""

    titels: tuple[tuple[str, Vorm], ...]
    velden: Etiketten
    velden_in_tabel: Etiketten
    secties: tuple[tuple[str, Sectiesoort], ...]
    geen_bijlagen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagwoorden:
    """How a verslag is written."""

    titels: tuple[str, ...]
    koppen: tuple[str, ...]
    velden: Etiketten
    kolommen: Kolommen
    besluit: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefwoorden:
    """How a letter that invites is written; ``…`` in a phrase stands for any words."""

    velden: Etiketten
    aanhef: tuple[str, ...]
    afsluitingen: tuple[str, ...]
    uitnodiging: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indeling:
    """The house style of an organisation's papers, as far as reading them asks for it."""

    naam: str
    titel: str
    voet: tuple[str, ...]
    agenda: Agendawoorden
    behandeling: Behandelwoorden
    stukken: Stukwoorden
    nota: Notawoorden
    verslag: Verslagwoorden
    brief: Briefwoorden


@cache
def gewone_indeling() -> Indeling:
    """Return the layout of our own papers."""
    return lees_indeling(resources() / "layouts" / f"{GEWOON}.toml")


def indelingen(map_: Path | None = None) -> tuple[Indeling, ...]:
    """Return the layouts that come with the program, ours first, those that were taught in a werkmap, the general last.

    Raises ``IndelingOnjuist`` for a file that cannot be used.
    """
    eigen = sorted((map_ / "layouts").glob("*.toml")) if map_ is not None else []
    geleerd = tuple(lees_indeling(bestand) for bestand in eigen)
    namen = {indeling.naam for indeling in geleerd}
    alle = (*(indeling for indeling in _meegeleverd() if indeling.naam not in namen), *geleerd)
    return tuple(sorted(alle, key=lambda indeling: indeling.naam == ALGEMEEN))


def indeling_van(naam: str, map_: Path | None = None) -> Indeling:
    """Return the layout of that name; raises ``IndelingOnbekend`` or ``IndelingOnjuist``."""
    bekend = indelingen(map_)
    for indeling in bekend:
        if indeling.naam.casefold() == naam.casefold():
            return indeling
    raise IndelingOnbekend(naam=naam, bekend=", ".join(indeling.naam for indeling in bekend))


def lees_indeling(bestand: Path) -> Indeling:
    """Read one layout; raises ``IndelingOnjuist``, which says what in the file is wrong."""
    try:
        waarden = tomllib.loads(bestand.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fout:
        raise IndelingOnjuist(bestand=bestand.name, oorzaak=f"het bestand is niet leesbaar ({fout})") from fout
    return indeling_uit(waarden, bestand.name)


def indeling_uit(waarden: dict[str, object], naam: str) -> Indeling:
    """Return the layout that the values of a file describe; ``naam`` is that of the file."""
    tafel = open_tafel(waarden, naam)
    indeling = Indeling(
        naam=naam.removesuffix(".toml"),
        titel=tafel.tekst("titel"),
        voet=tafel.woorden("voet"),
        agenda=_agenda(tafel.onder("agenda")),
        behandeling=_behandeling(tafel.onder("behandeling")),
        stukken=_stukken(tafel.onder("stukken")),
        nota=_nota(tafel.onder("nota")),
        verslag=_verslag(tafel.onder("verslag")),
        brief=_brief(tafel.onder("brief")),
    )
    tafel.klaar()
    return indeling


@cache
def _meegeleverd() -> tuple[Indeling, ...]:
    namen = sorted((resources() / "layouts").glob("*.toml"), key=lambda pad: (pad.stem != GEWOON, pad.stem))
    return tuple(lees_indeling(pad) for pad in namen)


def _agenda(tafel: Tafel) -> Agendawoorden:
    return Agendawoorden(
        titels=tafel.woorden("titels"),
        koppen=tafel.woorden("koppen"),
        velden=_etiketten(tafel.onder("velden"), VELDEN_AGENDA),
        kolommen=Kolommen(tafel.onder("kolommen").paren(KOLOMMEN_AGENDA)),
        hoofdnummer=tafel.keuze("hoofdnummer", HOOFDNUMMERS),
        subnummer=tafel.keuze("subnummer", SUBNUMMERS),
        sluiting=tafel.woorden("sluiting"),
        voor_sluiting=tafel.woorden("voor_sluiting", leeg=True),
        inleiding=tafel.woorden("inleiding", leeg=True),
        inleiding_met_wie=tafel.woorden("inleiding_met_wie", leeg=True),
        besloten=tafel.woorden("besloten"),
        mondeling=tafel.woorden("mondeling", leeg=True),
        nieuw_tijdstip=tafel.woorden("nieuw_tijdstip", leeg=True),
    )


def _behandeling(tafel: Tafel) -> Behandelwoorden:
    soorten = {soort.value: soort for soort in Behandeling}
    paren = tafel.onder("woorden").paren(tuple(soorten))
    return Behandelwoorden(
        voorzetsel=tafel.tekst("voorzetsel", leeg=True),
        woorden=tuple((woord, soorten[rol]) for woord, rol in paren),
    )


def _stukken(tafel: Tafel) -> Stukwoorden:
    soorten = {soort.value: soort for soort in Soort}
    paren = tafel.onder("woorden").paren(tuple(soorten))
    return Stukwoorden(
        woorden=tuple((woord, soorten[rol]) for woord, rol in paren),
        verslagen=tafel.woorden("verslagen"),
        beloften=tafel.woorden("beloften"),
        bijlage=tafel.woorden("bijlage"),
    )


def _nota(tafel: Tafel) -> Notawoorden:
    vormen = {vorm.value: vorm for vorm in Vorm}
    soorten = {soort.value: soort for soort in Sectiesoort}
    titels = tafel.onder("titels").paren(tuple(vormen))
    secties = tafel.onder("secties").paren(tuple(soorten))
    return Notawoorden(
        titels=tuple((titel, vormen[rol]) for titel, rol in titels),
        velden=_etiketten(tafel.onder("velden"), VELDEN_NOTA),
        velden_in_tabel=_etiketten(tafel.onder("velden_in_tabel", leeg=True), VELDEN_NOTA),
        secties=tuple((kop, soorten[rol]) for kop, rol in secties),
        geen_bijlagen=tafel.woorden("geen_bijlagen", leeg=True),
    )


def _verslag(tafel: Tafel) -> Verslagwoorden:
    return Verslagwoorden(
        titels=tafel.woorden("titels"),
        koppen=tafel.woorden("koppen"),
        velden=_etiketten(tafel.onder("velden"), VELDEN_AGENDA),
        kolommen=Kolommen(tafel.onder("kolommen").paren(KOLOMMEN_VERSLAG)),
        besluit=tafel.woorden("besluit"),
    )


def _brief(tafel: Tafel) -> Briefwoorden:
    return Briefwoorden(
        velden=_etiketten(tafel.onder("velden"), VELDEN_BRIEF),
        aanhef=tafel.woorden("aanhef"),
        afsluitingen=tafel.woorden("afsluitingen"),
        uitnodiging=tafel.woorden("uitnodiging"),
    )


def _etiketten(tafel: Tafel, rollen: Sequence[str]) -> Etiketten:
    return Etiketten(tafel.paren(rollen))


def op_lengte(woorden: Iterable[str]) -> list[str]:
    """Return words with the longer ones first, as a pattern tries them."""
    return sorted(woorden, key=lambda woord: (-len(woord), woord))
