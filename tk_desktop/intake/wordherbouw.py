"""Agendas, verslagen and lists of besluiten in Word as people write them who know no styles or tables of columns.

Where nothing was found by tables and headings, what is numbered by hand, stands in a table without a header row or in a
table that only gives the page its looks is put in the form that the readers know. That it was is told: a person looks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tk_desktop.domain.datum import lees_datum
from tk_desktop.domain.opmaak import Lijst, Lijstpunt, Stukje
from tk_desktop.intake.indeling import Indeling
from tk_desktop.intake.woordvormen import VERLOREN_NUMMER
from tk_desktop.intake.wordblokken import celtekst, woorden
from tk_desktop.intake.wordetiketten import met_etiketten
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordKop, WordTabel

_BLIK = 12
"""How many blocks from the begin of a file its title is looked for."""
_MEESTE_TEKENS = 160
"""A longer line is a sentence, no title of an item."""
_PUNT = re.compile(r"(?P<nummer>\d{1,2}[A-Z]?[a-z]?)(?:\s*[.):\t]\s*|\s+)(?P<rest>\S.*)", re.S)
_LETTER = re.compile(r"(?P<letter>[a-z])[.)]\s+(?P<rest>[A-ZÀ-Ý‘'0-9].*)", re.S)
_TIJD = re.compile(
    r"(?:om )?\d{1,2}[.:]\d{2}(?: ?uur)?(?:\s*[-–]\s*\d{1,2}[.:]\d{2}(?: ?uur)?)?|\d+ ?(?:min\.?|minuten)"
)
_TER = re.compile(r"\s*(?:[(–-]\s*)(?P<ter>ter \w+(?: en (?:ter )?\w+)?)\s*\)?\s*$", re.I)
_TER_VOORAAN = re.compile(r"(?P<ter>ter \w+(?: en (?:ter )?\w+)?)\s*[:–-]\s*(?=\S)", re.I)
_DATUM_IN_TITEL = re.compile(
    r"\s*[,–-]?\s*(?:(?:van|op|d\.?d\.?)\s+)?(?:\w+dag\s+)?\d{1,2}[ ./-](?:\w{3,9}|\d{1,2})[ ./-]\d{4}.*$"
)
_VERSLAG = re.compile(
    r"(?:concept\W*)?(?:verslag|notulen|besluitenlijst|conceptverslag|lijst van besluiten|besluiten)\b", re.I
)
_BESLUITENLIJST = re.compile(r"(?:concept\W*)?(?:besluitenlijst|lijst van besluiten|besluiten)\b", re.I)
_NIETS = re.compile(r"\W*(?:geen(?: besluit(?:en)?)?|n\.?v\.?t\.?|niet van toepassing)?\W*", re.I)
_GREMIUM = re.compile(
    r"(?=[^:]*$)(?=\D*$).*(?:bestuur|commissie|stuurgroep|raad\b|college|overleg|vergadering|groep|platform).*", re.I
)
_NAAM_KOLOM = re.compile(r"\W*")
_Cel = tuple[WordBlok, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Herbouwd:
    """Blocks in the form that the readers know, and what was done to them, as a question."""

    blokken: tuple[WordBlok, ...]
    vraag: str


def uit_hokjes(blokken: Sequence[WordBlok], namen: Sequence[str]) -> list[WordBlok]:
    """Return blocks in which a cell with a label over its value is two cells, the label beside its value."""
    bekend = {_sleutel(naam) for naam in namen}
    return [_met_losse_labels(blok, bekend) if isinstance(blok, WordTabel) else blok for blok in blokken]


def herbouw(blokken: Sequence[WordBlok], indeling: Indeling) -> Herbouwd | None:
    """Return an agenda, verslag or nota in another form, or ``None`` when these blocks look like none."""
    vlak = list(_vlak(blokken))
    for plaats, blok in enumerate(vlak[:_BLIK]):
        titel = woorden(blok)
        if not titel or len(titel) > _MEESTE_TEKENS:
            continue
        uit = None
        if _VERSLAG.match(titel):
            uit = _als_verslag(vlak, plaats, indeling, alles_besluit=_BESLUITENLIJST.match(titel) is not None)
        elif any(re.match(rf"{re.escape(woord)}\b", titel, re.I) for woord in indeling.agenda.titels):
            uit = _als_agenda(vlak, plaats, indeling)
        if uit is not None:
            return uit
    if len(vlak) > len(blokken):
        vraag = "De tekst stond in een tabel die alleen de bladzijde indeelt; kijk na of alles op zijn plaats staat."
        return Herbouwd(blokken=tuple(vlak), vraag=vraag)
    return None


def is_punt(tekst: str, nummer: int) -> bool:
    """Tell whether a line numbered by hand opens the main item of that number."""
    treffer = _PUNT.fullmatch(tekst)
    kort = treffer is not None and len(treffer["rest"]) <= _MEESTE_TEKENS and treffer["rest"][0].isalpha()
    return treffer is not None and kort and treffer["nummer"] == str(nummer)


def _als_agenda(vlak: Sequence[WordBlok], titel: int, indeling: Indeling) -> Herbouwd | None:
    """Return an agenda as a table with a header row, and what stands above it with the labels of the layout."""
    kop = [*vlak[:titel], *_titel(_met_gremium(vlak[titel : titel + 2], vlak[:titel]))]
    for plaats, blok in enumerate(vlak[titel + 1 :], start=titel + 1):
        if isinstance(blok, WordTabel) and (rijen := _met_kop(blok)) is not None:
            heeft_kop = any(indeling.agenda.kolommen.rol(celtekst(cel)) == "onderwerp" for cel in blok.rijen[0])
            tabel = WordTabel(rijen=blok.rijen if heeft_kop else rijen, kop_rijen=1)
            vraag = "De tabel van de agenda heeft geen kopregel; de kolommen zijn geraden. Klopt dat?"
            boven, geraden = met_etiketten(vlak[titel + 1 : plaats], indeling)
            blokken = (*kop, *boven, tabel, *vlak[plaats + 1 :])
            return Herbouwd(blokken=blokken, vraag=" ".join(filter(None, ["" if heeft_kop else vraag, geraden])))
    begin, punten = _punten(vlak[titel + 1 :], letters=True)
    if len(punten) < 2:
        return None
    uit: list[tuple[_Cel, ...]] = [(_cel("Nr."), _cel("Onderwerp"), _cel("Voorstel"))]
    for nummer, onderwerp, rest in punten:
        ter = _TER_VOORAAN.match(onderwerp) or _TER.search(onderwerp)
        voorstel = _cel(ter["ter"].capitalize()) if ter else ()
        zonder = f"{onderwerp[: ter.start()]}{onderwerp[ter.end() :]}" if ter else onderwerp
        uit.append((_cel(nummer), (*_cel(zonder), *rest), voorstel))
    vraag = "Deze agenda heeft geen tabel; de genummerde regels zijn als agendapunten gelezen. Klopt dat?"
    tabel = WordTabel(rijen=tuple(uit), kop_rijen=1)
    boven, geraden = met_etiketten(vlak[titel + 1 : titel + 1 + begin], indeling)
    return Herbouwd(blokken=(*kop, *boven, tabel), vraag=f"{vraag} {geraden}".strip())


def _als_verslag(vlak: Sequence[WordBlok], titel: int, indeling: Indeling, *, alles_besluit: bool) -> Herbouwd | None:
    """Return a verslag or a list of besluiten as the table of a verslag; in the latter every text is a besluit."""
    kop = [*vlak[:titel], *_titel(WordAlinea(stukjes=_stukjes(f"Verslag {woorden(vlak[titel])}"), stijl=""))]
    for plaats, blok in enumerate(vlak[titel + 1 :], start=titel + 1):
        if (
            isinstance(blok, WordTabel)
            and (rijen := _met_actie(blok, indeling, alles_besluit=alles_besluit)) is not None
        ):
            tabel = WordTabel(rijen=rijen, kop_rijen=1)
            vraag = "Dit is gelezen als lijst van besluiten: wat onder Besluit staat, is een besluit. Klopt dat?"
            blokken = (*kop, *vlak[titel + 1 : plaats], tabel, *vlak[plaats + 1 :])
            return Herbouwd(blokken=blokken, vraag=vraag)
    begin, punten = _punten(vlak[titel + 1 :], letters=False)
    if len(punten) < 2:
        return None
    namen = ("Nr.", "Onderwerp", "Voorstel", "Beslissing", "Actie door")
    uit: list[tuple[_Cel, ...]] = [tuple(_cel(naam) for naam in namen)]
    uit += [(_cel(nummer), _cel(onderwerp), (), tuple(rest), ()) for nummer, onderwerp, rest in punten]
    vraag = "Dit verslag heeft geen tabel; de genummerde regels zijn als punten gelezen. Klopt dat?"
    tabel = WordTabel(rijen=tuple(uit), kop_rijen=1)
    return Herbouwd(blokken=(*kop, *vlak[titel + 1 : titel + 1 + begin], tabel), vraag=vraag)


def _met_gremium(blokken: Sequence[WordBlok], boven: Sequence[WordBlok]) -> WordBlok:
    """Return a title of one word with the body that stands under it, else above it."""
    buren = [tekst for blok in (*blokken[1:], *reversed(boven)) if (tekst := woorden(blok).strip())]
    naam = next((tekst for tekst in buren[:2] if _GREMIUM.fullmatch(tekst)), "")
    if " " in woorden(blokken[0]).strip() or not naam:
        return blokken[0]
    return WordAlinea(stukjes=_stukjes(f"{woorden(blokken[0])} {naam}"), stijl="")


def _titel(blok: WordBlok) -> Iterator[WordBlok]:
    """Yield a title, and the day that stands in it as a field of its own."""
    tekst = woorden(blok)
    datum = _DATUM_IN_TITEL.search(tekst)
    if datum is None or lees_datum(datum[0]) is None:
        yield blok
        return
    yield WordAlinea(stukjes=_stukjes(tekst[: datum.start()].strip()), stijl="")
    yield WordAlinea(stukjes=_stukjes(f"Datum: {datum[0].strip(' ,–-')}"), stijl="")


def _punten(blokken: Sequence[WordBlok], *, letters: bool) -> tuple[int, list[tuple[str, str, list[WordBlok]]]]:
    """Return before which block the items begin, and each: its number, its title and what stands under it.

    Items count on from 1, and with ``letters`` the items under one from a; a line with another number is text of the
    item above it.
    """
    uit: list[tuple[str, str, list[WordBlok]]] = []
    begin, hoofd = len(blokken), 0
    for plaats, blok in enumerate(blokken):
        treffer = _PUNT.fullmatch(woorden(blok)) if isinstance(blok, WordAlinea | WordKop) else None
        letter = _LETTER.fullmatch(woorden(blok)) if letters and uit else None
        if letter and letter["letter"] == _next_letter(uit[-1][0]) and len(letter["rest"]) <= _MEESTE_TEKENS:
            uit.append((f"{hoofd}{letter['letter']}", letter["rest"].strip(), []))
            continue
        getal = int(re.match(r"\d+", treffer["nummer"])[0]) if treffer else 0  # type: ignore[index]
        sub = treffer is not None and treffer["nummer"][-1:].islower()
        volgt = getal == hoofd + 1 if not sub else getal in (hoofd, hoofd + 1) and bool(uit)
        if treffer and volgt and len(treffer["rest"]) <= _MEESTE_TEKENS and treffer["rest"][0].isalpha():
            uit.append((treffer["nummer"], treffer["rest"].strip(), []))
            begin, hoofd = min(begin, plaats), getal
        elif uit:
            uit[-1][2].append(blok)
    return begin, uit


def _next_letter(nummer: str) -> str:
    """Return the letter that follows the number of an item: b after 3a, a after 3."""
    return chr(ord(nummer[-1]) + 1) if nummer[-1].islower() else "a"


def _vlak(blokken: Sequence[WordBlok]) -> Iterator[WordBlok]:
    """Yield blocks without tables of one column, and lists that are numbered as the lines they look like."""
    for blok in blokken:
        if isinstance(blok, WordTabel) and all(sum(bool(cel) for cel in rij) <= 1 for rij in blok.rijen):
            yield from _vlak([binnen for rij in blok.rijen for cel in rij for binnen in cel])
        elif isinstance(blok, Lijst) and any(punt.merk[:1].isdecimal() for punt in blok.punten):
            yield from _als_alineas(blok.punten)
        else:
            yield blok


def _als_alineas(punten: Sequence[Lijstpunt]) -> Iterator[WordBlok]:
    for punt in punten:
        yield WordAlinea(stukjes=(Stukje(tekst=f"{punt.merk} "), *punt.stukjes), stijl="")
        if punt.onder:
            yield Lijst(punt.onder)


def _met_kop(tabel: WordTabel) -> tuple[tuple[_Cel, ...], ...] | None:
    """Return the rows of a table without header row under one; ``None`` when its rows are no items."""
    rijen = [rij for rij in tabel.rijen if any(rij)]
    genummerd = sum(_is_nummer(celtekst(rij[0])) for rij in rijen if rij)
    if len(rijen) < 2 or genummerd * 3 < len(rijen) * 2:
        return None
    breed = max(len(rij) for rij in rijen)
    namen = ["Nr."]
    for kolom in range(1, breed):
        teksten = [tekst for rij in rijen if (tekst := celtekst(rij[kolom] if kolom < len(rij) else ()))]
        is_tijd = bool(teksten) and all(_TIJD.fullmatch(tekst) for tekst in teksten)
        over = [naam for naam in ("Onderwerp", "Voorstel", "Inleider") if naam not in namen]
        namen.append("Tijd" if is_tijd and "Tijd" not in namen else over[0] if over and teksten else "")
    return ((*(_cel(naam) for naam in namen),), *rijen) if "Onderwerp" in namen else None


def _is_nummer(tekst: str) -> bool:
    """Tell whether a cell holds the number of an item alone, in a scan perhaps one that is not certain."""
    return bool(re.fullmatch(r"\d{1,2}[A-Z]?[a-z]?[.)]?", tekst) or VERLOREN_NUMMER.fullmatch(tekst))


def _met_actie(tabel: WordTabel, indeling: Indeling, *, alles_besluit: bool) -> tuple[tuple[_Cel, ...], ...] | None:
    """Return a list of besluiten with an empty column for who acts; ``None`` when the table names no besluiten."""
    rol = indeling.verslag.kolommen.rol
    rollen = [rol(celtekst(cel)) for cel in tabel.rijen[0]] if tabel.rijen else []
    if not {"onderwerp", "beslissing"} <= set(rollen):
        return None
    plek = rollen.index("beslissing")
    uit: list[tuple[_Cel, ...]] = [(*tabel.rijen[0], _cel("Actie door"))]
    for rij in tabel.rijen[1:]:
        cellen = list(rij)
        if alles_besluit and plek < len(cellen) and not _NIETS.fullmatch(celtekst(cellen[plek])):
            cellen[plek] = _besluit(cellen[plek])
        uit.append((*cellen, ()))
    return tuple(uit)


def _besluit(cel: _Cel) -> _Cel:
    eerste = cel[0]
    if not isinstance(eerste, WordAlinea | WordKop) or re.match(r"(?:\S+-)?besluit\s*:", woorden(eerste), re.I):
        return cel
    return (WordAlinea(stukjes=(Stukje(tekst="Besluit: "), *eerste.stukjes), stijl=""), *cel[1:])


def _met_losse_labels(tabel: WordTabel, bekend: set[str]) -> WordTabel:
    rijen: list[tuple[_Cel, ...]] = []
    for rij in tabel.rijen:
        labels = [_is_label_boven(cel, bekend) for cel in rij]
        if any(labels) and not any(_sleutel(celtekst(cel)) in bekend for cel in rij):
            rijen.extend((cel[:1], cel[1:]) if is_label else (cel,) for cel, is_label in zip(rij, labels, strict=True))
        else:
            rijen.append(rij)
    return replace(tabel, rijen=tuple(rijen))


def _is_label_boven(cel: _Cel, bekend: set[str]) -> bool:
    return len(cel) > 1 and isinstance(cel[0], WordAlinea | WordKop) and _sleutel(woorden(cel[0])) in bekend


def _sleutel(tekst: str) -> str:
    return _NAAM_KOLOM.sub("", tekst).casefold()


def _cel(tekst: str) -> _Cel:
    return (WordAlinea(stukjes=_stukjes(tekst), stijl=""),)


def _stukjes(tekst: str) -> tuple[Stukje, ...]:
    return (Stukje(tekst=tekst),)
