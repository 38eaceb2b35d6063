"""What somebody says of a line of a pack (title, label, heading row, numbers), as words of a layout.

Each thing that can be said is a ``Rol``: a place in a layout file (docs/indelingen.md) under a Dutch name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Any

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.nota import FORMULIEREN, Sectiesoort, Vorm
from tk_desktop.intake.bladtabel import visual_lines
from tk_desktop.intake.bronregels import Vindplaats
from tk_desktop.intake.indeling import GEWOON, VELDEN_NOTA, Indeling
from tk_desktop.intake.regels import sleutel
from tk_desktop.paper.pakbladen import Bladwoord, Pakblad

_GAT = 0.9
"""From so many heights of a letter on, room between two words parts two cells of a heading row."""
_SAMEN = {"agenda": "verslag", "verslag": "agenda"}
"""Papers above which an organisation puts the same labels."""
_LANGSTE_ETIKET = 5
_NUMMERS = (
    ("1)", re.compile(r"\d{1,2}[A-Z]?\)")),
    ("1.", re.compile(r"\d{1,2}[A-Z]?\.(?!\d)")),
    ("1", re.compile(r"\d{1,2}[A-Z]?(?=\s|$)")),
)
_SUBNUMMERS = (
    ("1.1", re.compile(r"\d{1,2}\.\d")),
    ("1a", re.compile(r"\d{1,2}[A-Z]?\s?[a-z]\b")),
    ("a)", re.compile(r"[a-z]\)")),
    ("a.", re.compile(r"[a-z]\.")),
)
_BLADNUMMER = re.compile(r"(\S+)\s+\d+(?:\s*(?:van|/)\s*\d+)?$", re.I)


class Rolsoort(StrEnum):
    """Which part of the line counts: what is taken from it when somebody points at it."""

    TITEL = "titel"
    ETIKET = "etiket"
    KOP = "kop"
    KOPREGEL = "kopregel"
    BEHANDELING = "behandeling"
    NUMMER = "nummer"
    SUBNUMMER = "subnummer"
    SLOT = "slot"
    VOET = "voet"


@dataclass(frozen=True, slots=True)
class Rol:
    """One thing that a line can be: its place in a layout, and what the screen calls it."""

    pad: str
    naam: str
    soort: Rolsoort


@dataclass(frozen=True, slots=True)
class Aanwijzing:
    """A word on paper and the role that it plays; ``kolommen`` gives of a heading row what stands under each cell."""

    rol: str
    woord: str
    kolommen: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Les:
    """All that was said of an example, the name of the layout that follows, and ``naar``, which it began with."""

    naam: str
    titel: str
    aanwijzingen: tuple[Aanwijzing, ...]
    naar: str = GEWOON


@dataclass(frozen=True, slots=True)
class Wijsregel:
    """A line as it is seen on a page, with what stands on it from left to right and where each of that begins."""

    tekst: str
    plek: Vindplaats
    cellen: tuple[str, ...]
    links: tuple[float, ...]

    def cel_bij(self, x: float) -> str:
        """Return what stands at a place on the line."""
        return [cel for cel, begin in zip(self.cellen, self.links, strict=True) if begin <= x or cel is self.cellen[0]][
            -1
        ]


def _etiketten(deel: str, wie: str, namen: Mapping[str, str]) -> Iterator[Rol]:
    return (Rol(f"{deel}.{veld}", f"{naam.capitalize()} ({wie})", Rolsoort.ETIKET) for veld, naam in namen.items())


def _rollen() -> Iterator[Rol]:
    kop = {
        "datum": "datum", "tijd": "tijd", "plaats": "plaats", "voorzitter": "voorzitter", "secretaris": "secretaris",
        "aanwezig": "aanwezigen", "afwezig": "afwezigen",
    }  # fmt: skip
    nota = dict(zip(VELDEN_NOTA, (
        "openbaar of niet", "registratienummer", "voor welk gremium", "informatie voor", "datum van de vergadering",
        "agendapunt", "behandelaar", "onderwerp", "iets anders, niet overnemen",
    ), strict=True))  # fmt: skip
    yield Rol("agenda.titels", "Titel (agenda)", Rolsoort.TITEL)
    yield Rol("agenda.koppen", "Kopregel van de tabel (agenda)", Rolsoort.KOPREGEL)
    yield from _etiketten("agenda.velden", "agenda", {"gremium": "gremium", **kop})
    yield Rol("agenda.hoofdnummer", "Begin van een agendapunt", Rolsoort.NUMMER)
    yield Rol("agenda.subnummer", "Begin van een subpunt", Rolsoort.SUBNUMMER)
    yield Rol("agenda.sluiting", "Laatste punt, de sluiting", Rolsoort.SLOT)
    for soort in Behandeling:
        yield Rol(f"behandeling.woorden.{soort.value}", f"Ter {soort.value}", Rolsoort.BEHANDELING)
    for vorm, naam in _NOTAS.items():
        yield Rol(f"nota.titels.{vorm.value}", f"Nota die {naam} (de titel)", Rolsoort.KOP)
    yield from _etiketten("nota.velden", "nota", nota)
    for sectie in Sectiesoort:
        if sectie is not Sectiesoort.VRIJ:
            yield Rol(f"nota.secties.{sectie.value}", f"{sectie.value.capitalize()} (kop in een nota)", Rolsoort.KOP)
    yield Rol("verslag.titels", "Titel (verslag)", Rolsoort.TITEL)
    yield Rol("verslag.koppen", "Kopregel van de tabel (verslag)", Rolsoort.KOPREGEL)
    yield from _etiketten("verslag.velden", "verslag", kop)
    yield Rol("verslag.besluit", "Woord voor een besluit (verslag)", Rolsoort.ETIKET)
    yield Rol("brief.aanhef", "Aanhef (uitnodiging)", Rolsoort.TITEL)
    yield Rol("brief.afsluitingen", "Slotgroet (uitnodiging)", Rolsoort.KOP)
    yield Rol("brief.uitnodiging", "Zin die uitnodigt (uitnodiging)", Rolsoort.KOP)
    yield Rol("voet", "Voet met het bladzijdenummer", Rolsoort.VOET)


_NOTAS = {
    Vorm.ADVIESNOTA: "een besluit vraagt",
    Vorm.OPINIERENDE_NOTA: "een mening vraagt",
    Vorm.INFORMATIENOTA_KERN: "informatie geeft",
}
ROLLEN: tuple[Rol, ...] = tuple(_rollen())
"""All that can be said of a line, in the order in which the screen offers it."""
KOLOMMEN: Mapping[str, tuple[tuple[str, str], ...]] = {
    "agenda.koppen": (
        ("nummer", "nummer"), ("tijd", "tijd"), ("onderwerp", "onderwerp"), ("voorstel", "voorstel of behandeling"),
        ("inleider", "inleider"),
    ),
    "verslag.koppen": (
        ("nummer", "nummer"), ("onderwerp", "onderwerp"), ("voorstel", "voorstel"), ("beslissing", "wat is beslist"),
        ("actie", "wie doet het"),
    ),
}  # fmt: skip
"""What can stand under a heading: its place in a layout and its name on the screen."""


def rol_van(pad: str) -> Rol:
    """Return the role with a place in a layout."""
    return next(rol for rol in ROLLEN if rol.pad == pad)


def regels_van(blad: Pakblad) -> tuple[Wijsregel, ...]:
    """Return the lines of a page as they are seen, from above, each with its place and its cells."""
    uit = []
    for woorden in visual_lines(blad.woorden):
        kader = woorden[0].kader
        for woord in woorden[1:]:
            kader = kader.met(woord.kader)
        tekst = " ".join(woord.tekst for woord in woorden)
        cellen = _cellen(woorden)
        uit.append(
            Wijsregel(
                tekst,
                Vindplaats(blad.nummer, kader),
                tuple(" ".join(woord.tekst for woord in cel) for cel in cellen),
                tuple(cel[0].kader.x0 for cel in cellen),
            )
        )
    return tuple(uit)


def stel_woord_voor(rol: Rol, regel: str) -> str:
    """Return the part of a line that is probably meant: the label before its colon, the first word of a title."""
    kaal = " ".join(regel.split())
    eerste = kaal.split(" ", 1)[0]
    woord = kaal
    match rol.soort:
        case Rolsoort.TITEL:
            woord = eerste.rstrip(",:")
        case Rolsoort.ETIKET:
            voor, teken, _ = kaal.partition(":")
            woord = voor.strip() if teken and len(voor.split()) <= _LANGSTE_ETIKET else _eerste_etiket(kaal)
        case Rolsoort.SLOT:
            woord = kaal.rstrip(" .").rsplit(" ", 1)[-1]
        case Rolsoort.VOET:
            treffer = _BLADNUMMER.search(kaal)
            woord = treffer[1] if treffer else eerste
        case Rolsoort.NUMMER:
            woord = next((vorm for vorm, past in _NUMMERS if past.match(kaal)), "")
        case Rolsoort.SUBNUMMER:
            woord = next((vorm for vorm, past in _SUBNUMMERS if past.match(kaal)), "")
        case Rolsoort.KOP | Rolsoort.BEHANDELING:
            woord = kaal.rstrip(" ,:")
    return woord


def stel_kolommen_voor(rol: Rol, cellen: Sequence[str], bekend: Sequence[Indeling]) -> tuple[tuple[str, str], ...]:
    """Return with each cell of a heading row what some layout says that stands under it, or nothing."""
    deel = rol.pad.partition(".")[0]
    tafels = [(indeling.agenda if deel == "agenda" else indeling.verslag).kolommen for indeling in bekend]
    uit: list[tuple[str, str]] = []
    for cel in cellen:
        rollen = [gevonden for tafel in tafels if (gevonden := tafel.rol(cel))]
        if not sleutel(cel) and not uit:
            rollen = ["nummer"]
        vrij = [een for een in rollen if een not in {eerder for _, eerder in uit}]
        uit.append((cel, vrij[0] if vrij else ""))
    return tuple(uit)


def als_woorden(les: Sequence[Aanwijzing], waarden: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return by place in a layout the words that it has then: what was pointed at first, then those that were there.

    A word plays one role in its table: it goes away where it stood before. Where nothing else was said, a label of the
    agenda counts on a verslag too, and the other way round, and the title of a nota in lines that announce papers.
    """
    uit: dict[str, list[str]] = {}
    for een in _volledig(les):
        tafel, _, veld = een.rol.rpartition(".")
        boven = _tafel(waarden, tafel)
        if isinstance(boven.get(veld), str):
            uit[een.rol] = [een.woord]
            continue
        if _is_rollentafel(tafel):
            for ander in boven:
                pad = f"{tafel}.{ander}"
                uit[pad] = [woord for woord in _nu(uit, boven, pad) if sleutel(woord) != sleutel(een.woord)]
        oud = [woord for woord in _nu(uit, boven, een.rol) if sleutel(woord) != sleutel(een.woord)]
        nieuw = [woord for woord in oud if any(woord == ander.woord for ander in les)]
        uit[een.rol] = [*nieuw, een.woord, *(woord for woord in oud if woord not in nieuw)]
    for pad, woord in _niets(les):
        boven = _tafel(waarden, pad)
        for rol in boven:
            nu = _nu(uit, boven, f"{pad}.{rol}")
            if any(sleutel(een) == sleutel(woord) for een in nu):
                uit[f"{pad}.{rol}"] = [een for een in nu if sleutel(een) != sleutel(woord)]
    return uit | _behandelwoorden(les, waarden)


def _volledig(les: Sequence[Aanwijzing]) -> Iterator[Aanwijzing]:
    """Yield what was said and what follows from it."""
    gezegd = {een.rol for een in les}
    for een in les:
        if een.rol.startswith("behandeling."):
            continue
        yield een
        deel, _, rest = een.rol.partition(".")
        yield from (Aanwijzing(f"{deel}.kolommen.{rol}", cel) for cel, rol in een.kolommen if rol and sleutel(cel))
        ook = f"{_SAMEN.get(deel, '')}.{rest}"
        if deel in _SAMEN and rest.startswith("velden.") and ook not in gezegd:
            yield Aanwijzing(ook, een.woord)
        if een.rol.startswith("nota.titels."):
            soort = FORMULIEREN[Vorm(een.rol.removeprefix("nota.titels."))].soort
            yield Aanwijzing(f"stukken.woorden.{soort.value}", een.woord.lower())


def _niets(les: Sequence[Aanwijzing]) -> Iterator[tuple[str, str]]:
    """Yield the table of columns and the heading of each of which somebody said that it is something else."""
    for een in les:
        deel = een.rol.partition(".")[0]
        yield from ((f"{deel}.kolommen", cel) for cel, rol in een.kolommen if not rol and sleutel(cel))


def _behandelwoorden(les: Sequence[Aanwijzing], waarden: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the ways of treatment as they were pointed at, and the word before them where all have the same.

    Words without it stand there whole, and those that were known with the word that stood before them.
    """
    gezegd = [een for een in les if een.rol.startswith("behandeling.")]
    if not gezegd:
        return {}
    oud = waarden["behandeling"]
    voor = str(oud["voorzetsel"])
    eerste = {een.woord.split(" ", 1)[0].casefold() for een in gezegd if " " in een.woord}
    eigen = eerste.pop() if len(eerste) == 1 and all(" " in een.woord for een in gezegd) else ""
    uit: dict[str, list[str]] = {"behandeling.voorzetsel": [eigen]}
    nieuw: dict[str, list[str]] = {}
    for een in gezegd:
        woord = een.woord.split(" ", 1)[1] if eigen else een.woord
        nieuw.setdefault(een.rol, []).append(woord.lower())
    bezet = {sleutel(woord) for woorden in nieuw.values() for woord in woorden}
    for soort, woorden in oud["woorden"].items():
        pad = f"behandeling.woorden.{soort}"
        over = [woord if eigen or not voor else f"{voor} {woord}" for woord in woorden]
        uit[pad] = [*nieuw.get(pad, []), *(woord for woord in over if sleutel(woord) not in bezet)]
    return uit


def _eerste_etiket(kaal: str) -> str:
    """Return the words in capitals that a line opens with, else its first word."""
    groot: list[str] = []
    for woord in kaal.split(" "):
        if not (woord.isupper() and any(teken.isalpha() for teken in woord)):
            break
        groot.append(woord)
    return " ".join(groot) or kaal.split(" ", 1)[0]


def _cellen(woorden: Sequence[Bladwoord]) -> list[list[Bladwoord]]:
    """Return the words of a line, taken together where only a space stands between them."""
    hoog = median(woord.kader.y1 - woord.kader.y0 for woord in woorden)
    cellen: list[list[Bladwoord]] = []
    for woord in woorden:
        if cellen and woord.kader.x0 - cellen[-1][-1].kader.x1 < _GAT * hoog:
            cellen[-1].append(woord)
        else:
            cellen.append([woord])
    return cellen


def _is_rollentafel(tafel: str) -> bool:
    return tafel.partition(".")[2] in {"velden", "kolommen", "titels", "secties", "woorden"}


def _tafel(waarden: Mapping[str, Any], pad: str) -> Mapping[str, Any]:
    for deel in filter(None, pad.split(".")):
        waarden = waarden.get(deel, {})
    return waarden


def _nu(uit: Mapping[str, list[str]], boven: Mapping[str, Any], pad: str) -> list[str]:
    return uit.get(pad, list(boven.get(pad.rpartition(".")[2], [])))
