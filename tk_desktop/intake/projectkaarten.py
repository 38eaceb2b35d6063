"""Project cards in a deck: title, who asks and leads, dates, steps with their status, and what was done by period.

The labels of a card are certain, the order of its columns is not (catalogue 136 to 151): a step is taken over with the
words before its status as what is done and those behind it as a remark; an aim that floats to the end of a card is not
taken for another field.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from tk_desktop.domain.programmalezing import (
    Gelezenbericht,
    Gelezenlijn,
    Gelezenproject,
    Gelezenstap,
    Programmalezing,
)
from tk_desktop.intake.regels import Regel, samen

_TITEL = re.compile(r"Titel project:\s*(.*)", re.I)
_ETIKETTEN = (
    ("opdrachtgever", re.compile(r"Opdrachtgevers?:\s*(.*)", re.I)),
    ("start", re.compile(r"Start(?:datum)?:\s*(.*)", re.I)),
    ("doorlooptijd", re.compile(r"Doorlooptijd:\s*(.*)", re.I)),
    ("trekker", re.compile(r"Projectleiders?(?:\(s\))?:\s*(.*)", re.I)),
    ("doel", re.compile(r"Doel(?:stelling)?()$", re.I)),
    ("aanpak", re.compile(r"Aanpak Gereed Status(?: Opmerkingen)?()$", re.I)),
    ("beoogd", re.compile(r"Beoogd()$|Beoogd resultaat\s*(.*)", re.I)),
    ("status", re.compile(r"Status periode\s*(.*)", re.I)),
    ("gedaan", re.compile(r"Gerealiseerd periode\s*(.*)", re.I)),
    ("te_doen", re.compile(r"Nog te realiseren periode\s*(.*)", re.I)),
    ("zorgen", re.compile(r"Afhankelijkheden()\b.*", re.I)),
    ("kosten", re.compile(r"Kosten\b\s*(.*)", re.I)),
)
_THEMA = re.compile(r"Themalijn:\s*(.*)", re.I)
_ERBOVEN = 4
"""The themalijn of a card stands at most so many lines above its title."""
_STATUS = re.compile(
    r"\b(gereed|afgerond|loopt|in ontwikkeling|in voorbereiding|nog niet gestart|nog niet opgepakt|on hold|onbekend)\b",
    re.I,
)
_GEREED = re.compile(
    r"(>?\s?Q[1-4](?:\s?[-/]\s?Q?\d{1,2}(?=\D|$))?\s?\d{4}|\bntb\b|\b\d{1,2} [a-z]+ \d{4}\b|\b(?:19|20)\d\d\b)\s*$",
    re.I,
)
_BEGINT = re.compile(r">?\s?Q[1-4]|ntb\b", re.I)
_OPSOMMING = re.compile(r"^\s*(?:[•‡\-]|\uf0b7|�‡)\s*")
_MEESTE = 130
"""Lines of a card; behind these another paper has begun."""
_ZONDER = "Overkoepelend"
"""The themalijn of cards that name none."""
_KORT = frozenset({"opdrachtgever", "start", "doorlooptijd", "trekker", "kosten"})


def lees_projectkaarten(regels: Sequence[Regel]) -> Programmalezing | None:
    """Return the project cards in these lines, by themalijn, or nothing where there are fewer than two."""
    begin = [plaats for plaats, regel in enumerate(regels) if _TITEL.match(regel.kaal)]
    if len(begin) < 2:
        return None
    lijnen: dict[str, list[Gelezenproject]] = {}
    twijfels: list[str] = []
    for van, tot in zip(begin, [*begin[1:], len(regels)], strict=True):
        einde = min(tot - len(_theme_above(regels, tot)), van + _MEESTE)
        delen = _parts(regels[van:einde])
        project = _card(delen, regels[van].nr)
        if not project.stappen:
            twijfels.append(f"Projectkaart ‘{project.naam}’: er zijn geen stappen met een status gevonden.")
        boven = _theme_above(regels, van)
        thema = _THEMA.match(boven[0].kaal) if boven else None
        naam = samen([thema[1], *(regel.tekst for regel in boven[1:])]) if thema else _ZONDER
        lijnen.setdefault(naam, []).append(project)
    werkagenda = any(regel.kaal.casefold() == "werkagenda" for regel in regels)
    return Programmalezing(
        naam="Werkagenda" if werkagenda else "Projecten",
        themalijnen=tuple(Gelezenlijn(naam=naam, projecten=tuple(rij)) for naam, rij in lijnen.items()),
        twijfels=tuple(twijfels),
    )


def _theme_above(regels: Sequence[Regel], titel: int) -> Sequence[Regel]:
    """Return the lines right above the title of a card that name its themalijn, the label first."""
    for plaats in range(titel - 1, max(-1, titel - 1 - _ERBOVEN), -1):
        if _THEMA.match(regels[plaats].kaal):
            return regels[plaats:titel]
    return ()


def _parts(regels: Sequence[Regel]) -> dict[str, list[str]]:
    """Return the lines under each label; an empty line stays one, for it ends what stands in one cell."""
    uit: dict[str, list[str]] = {}
    titel = _TITEL.match(regels[0].kaal)
    hier = uit.setdefault("titel", [titel[1] if titel else ""])
    for regel in regels[1:]:
        naam, rest = next(
            ((naam, next((deel for deel in treffer.groups() if deel), "")) for naam, vorm in _ETIKETTEN
             if (treffer := vorm.match(regel.kaal)) and naam not in uit),
            ("", ""),
        )  # fmt: skip
        if naam:
            hier = uit.setdefault(naam, [rest])
        else:
            hier.append("" if regel.leeg else regel.tekst)
    return uit


def _card(delen: Mapping[str, Sequence[str]], regel: int) -> Gelezenproject:
    kort = {naam: samen(_first_block(delen.get(naam, ()))) for naam in _KORT}
    beoogd = [een for een in delen.get("beoogd", ()) if een.strip().casefold() != "resultaat"]
    return Gelezenproject(
        naam=samen(delen["titel"]),
        opdrachtgever=kort["opdrachtgever"],
        start=kort["start"],
        doorlooptijd=kort["doorlooptijd"],
        trekker=kort["trekker"],
        doel=samen(_first_block(delen.get("doel", ()))),
        resultaat=samen(_first_block(beoogd)),
        kosten=kort["kosten"],
        stappen=tuple(_steps(delen.get("aanpak", ()))),
        zorgen=tuple(_points(delen.get("zorgen", ()))),
        berichten=tuple(_reports(delen)),
        regel=regel,
    )


def _blocks(regels: Sequence[str]) -> Iterator[list[str]]:
    blok: list[str] = []
    for regel in [*regels, ""]:
        if regel.strip():
            blok.append(regel)
        elif blok:
            yield blok
            blok = []


def _first_block(regels: Sequence[str]) -> list[str]:
    return next(_blocks(regels), [])


def _steps(regels: Sequence[str]) -> Iterator[Gelezenstap]:
    """Yield the steps: of each block the words before its status, when it is ready, its status and the rest.

    A block that tells neither is what the next one is about, where that begins with one.
    """
    erboven = ""
    for blok in _blocks(regels):
        heel = samen(blok)
        if erboven and (_STATUS.match(heel) or _BEGINT.match(heel)):
            heel = f"{erboven} {heel}"
        erboven = ""
        status = _STATUS.search(heel)
        voor = heel[: status.start()].rstrip() if status else heel
        gereed = _GEREED.search(voor)
        wat = voor[: gereed.start()].rstrip() if gereed else voor
        if wat and (status or gereed):
            yield Gelezenstap(
                wat=wat,
                gereed=gereed[1].strip() if gereed else "",
                status=status[1] if status else "",
                opmerking=heel[status.end() :].strip() if status else "",
            )
        elif not status and not gereed:
            erboven = heel


def _points(regels: Sequence[str]) -> Iterator[str]:
    """Yield the points of a list."""
    for regel in regels:
        kaal = _OPSOMMING.sub("", regel).strip()
        if _OPSOMMING.match(regel) and kaal:
            yield kaal


def _reports(delen: Mapping[str, Sequence[str]]) -> Iterator[Gelezenbericht]:
    """Yield what was done over a period and what is to be done in the next."""
    for naam in ("gedaan", "te_doen"):
        regels = delen.get(naam, ())
        if not regels or not regels[0].strip():
            continue
        tekst = " ".join(samen(blok) for blok in _blocks(regels[1:])).strip()
        if tekst:
            gedaan = naam == "gedaan"
            yield Gelezenbericht(
                periode=regels[0].strip(), gedaan=tekst if gedaan else "", te_doen="" if gedaan else tekst
            )
