"""Lines of a received text: comparing them, joining them, taking labels apart and dropping what a page adds."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.intake.lettertabellen import VERLOREN

_ZINSEINDE = re.compile(r"[.:;!?…][”’\"')\]]*$")
_AFGEBROKEN = re.compile(r"(?:^|[\s(‘“/])([a-zà-ÿ]{3,}|[A-ZÀ-Ý][a-zà-ÿ]{4,})-$")
_LOS_STREEPJE = re.compile(r"(?:en|of|en/of|tot|dan)\b")
_GEEN_LETTER = re.compile(r"[^a-z0-9]+")
_KLINKERBOTSING = re.compile(r"(aa|ae|ee|ei|eu|ie|ii|oe|oi|oo|ou|uu|ui)$")


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of a text with its number, the characters lost in it and the lost ones taken as a space.

    Readers take lines from any source; where each line is a whole paragraph, an empty line goes between two.
    """

    nr: int
    tekst: str
    verloren: int = 0
    aangenomen: int = 0

    @property
    def kaal(self) -> str:
        """The words of the line with single spaces."""
        return " ".join(self.tekst.split())

    @property
    def leeg(self) -> bool:
        """Whether nothing stands on the line."""
        return not self.tekst.strip()

    @property
    def opent_blad(self) -> bool:
        """Whether the line may be the first of a page: text layers of this house begin those with a space."""
        return self.tekst[:1].isspace() and not self.leeg


@lru_cache(maxsize=16_384)
def sleutel(tekst: str) -> str:
    """Return a text to compare by: without case, accents, white space and punctuation.

    Each line is compared with the words of each layout, so what was asked last is remembered.
    """
    if tekst.isascii():
        return _GEEN_LETTER.sub("", tekst.lower())
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in ontleed if teken.isalnum())


def is_voet(regel: str, woorden: Sequence[str]) -> bool:
    """Tell whether a line is page furniture: ``… Pagina 2 van 2``, with the words that a layout has for a page."""
    kaal = " ".join(regel.split())
    return any(vorm.fullmatch(kaal) for vorm in _voetvormen(tuple(woorden)))


@cache
def _voetvormen(woorden: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    blad = "|".join(re.escape(woord) for woord in sorted(woorden, key=len, reverse=True))
    return (
        re.compile(rf"(?:.{{0,120}}\s)?(?:{blad})\s*\d+\s*(?:van|/)\s*\d+(?:\s+↑.*)?", re.I),
        re.compile(rf"(?:{blad})\s*\d+", re.I),
        re.compile(r"[-–]\s*\d{1,3}\s*[-–]"),
    )


def zonder_voeten(regels: Sequence[Regel], woorden: Sequence[str]) -> tuple[Regel, ...]:
    """Return lines without page furniture; a sentence that ran over the page is whole again.

    The line behind page furniture opens a page, and stands with a space before it as such lines do.
    """
    uit: list[Regel] = []
    na_voet = False
    for regel in regels:
        if is_voet(regel.tekst, woorden):
            na_voet = True
            tekst = next((eerder for eerder in reversed(uit) if not eerder.leeg), None)
            if tekst is not None and not zin_af(tekst.kaal):
                while uit[-1].leeg:
                    uit.pop()
            continue
        if na_voet and regel.leeg and uit and not uit[-1].leeg and not zin_af(uit[-1].kaal):
            continue
        opent = na_voet and not regel.leeg and not regel.opent_blad and not regel.kaal[0].islower()
        na_voet = na_voet and regel.leeg
        uit.append(replace(regel, tekst=f" {regel.tekst}") if opent else regel)
    return tuple(uit)


def zin_af(tekst: str) -> bool:
    """Tell whether a line ends where a sentence, a lead-in or an item of a list may end."""
    return bool(_ZINSEINDE.search(tekst.rstrip()))


def breedte(regels: Iterable[Regel]) -> int:
    """Return the length of a full line: nine out of ten lines with text are not longer."""
    lengtes = sorted(len(regel.kaal) for regel in regels if not regel.leeg)
    return lengtes[len(lengtes) * 9 // 10] if lengtes else 0


def samen(delen: Iterable[str]) -> str:
    """Return lines joined into one.

    A hyphen at the end of a line:
        * falls away inside a word (``werkings-`` + ``agenda``);
        * stays, without space, before a capital or digit, after an abbreviation, a digit or a part with a hyphen, and
          where two vowels would run together (``2019-`` + ``2022``, ``Wmo-`` + ``loket``, ``zee-`` + ``eend``);
        * is none in an amount (``500,-`` + ``per jaar``);
        * stays, with a space, before ``en`` or ``of`` (``jeugd-`` + ``en ouderenzorg``).
    """
    uit = ""
    for deel in delen:
        volgende = " ".join(deel.split())
        if not volgende:
            continue
        if len(uit) > 1 and uit.endswith("-") and (uit[-2].isalpha() or (uit[-2].isdigit() and volgende[0].isdigit())):
            uit = _over_het_streepje(uit, volgende)
        else:
            uit = f"{uit} {volgende}" if uit else volgende
    return uit


def tekst_van(regels: Iterable[Regel]) -> str:
    """Return the words of lines as one line."""
    return samen(regel.tekst for regel in regels)


def _over_het_streepje(begin: str, vervolg: str) -> str:
    if _LOS_STREEPJE.match(vervolg):
        return f"{begin} {vervolg}"
    deel = _AFGEBROKEN.search(begin)
    if deel and vervolg[0].islower() and not _KLINKERBOTSING.search(begin[-2] + vervolg[0]):
        return begin[:-1] + vervolg
    return begin + vervolg


def etiketten(regel: str, namen: Sequence[str], *, hoofdletters: bool = False) -> dict[str, str]:
    """Return the value after each label on a line that opens with one: ``DATUM 4 maart PLAATS Kamer 2``.

    With ``hoofdletters`` a label counts only in capitals, or at the start of the line with a colon behind it.
    """
    vorm, bij_naam = _etiketvorm(tuple(namen))
    kaal = regel.strip()
    if vorm.match(kaal) is None:
        return {}
    treffers = [
        treffer
        for treffer in vorm.finditer(kaal)
        if (not hoofdletters and treffer[1][0].isupper())
        or treffer[1].isupper()
        or (treffer.start() == 0 and ":" in treffer[0])
    ]
    if not treffers or treffers[0].start():
        return {}
    grenzen = [*(treffer.start() for treffer in treffers[1:]), len(kaal)]
    uit: dict[str, str] = {}
    for treffer, grens in zip(treffers, grenzen, strict=True):
        uit.setdefault(bij_naam[sleutel(treffer[1])], " ".join(kaal[treffer.end() : grens].split()))
    return uit


@cache
def _etiketvorm(namen: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of labels, longer ones first, and the labels by their key."""
    op_lengte = sorted(namen, key=lambda naam: (-len(naam), naam))
    keus = "|".join(re.escape(naam).replace(r"\ ", r"\s*") for naam in op_lengte)
    vorm = re.compile(rf"(?:^|(?<=\s))({keus})(?=[\s:]|$)\s*:?\s*", re.I)
    return vorm, {sleutel(naam): naam for naam in namen}


def spannen(beginnen: Sequence[int], einde: int) -> list[tuple[int, int]]:
    """Return the stretch from each beginning to the next; the last runs to ``einde``."""
    return list(zip(beginnen, [*beginnen[1:], einde], strict=False))


def plek(regels: Sequence[Regel]) -> str:
    """Return where lines stand: ``regel 12`` or ``regel 12-14``."""
    if not regels:
        return "hele tekst"
    eerste, laatste = regels[0].nr, regels[-1].nr
    return f"regel {eerste}" if eerste == laatste else f"regel {eerste}-{laatste}"


def schade(regels: Iterable[Regel], waar: str) -> tuple[Twijfel, ...]:
    """Return what the text layer lost in one field, as one doubt; nothing when all is whole."""
    geraakt = [regel for regel in regels if regel.verloren or regel.aangenomen]
    if not geraakt:
        return ()
    verloren = sum(regel.verloren for regel in geraakt)
    aangenomen = sum(regel.aangenomen for regel in geraakt)
    zinnen = []
    if verloren:
        bedrag = any(re.search(rf"€\s*\S*{VERLOREN}", regel.tekst) for regel in geraakt)
        soort = "in een bedrag" if bedrag else "in de tekst"
        zinnen.append(f"{meervoud(verloren, 'teken', 'tekens')} verloren {soort}; vul aan van papier.")
    if aangenomen:
        zinnen.append(f"{meervoud(aangenomen, 'teken', 'tekens')} aangenomen, meestal een spatie; kijk het na.")
    return (Twijfel(waar=f"{plek(geraakt)}, {waar}", wat=" ".join(zinnen)),)
