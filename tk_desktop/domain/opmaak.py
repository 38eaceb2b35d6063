r"""Rich text of a board paper: what the house layout prints, kept as lines of plain text.

A text is stored as lines, so that two versions merge line by line. A line is a paragraph, or opens with a mark:

* ``### kop`` a heading inside a section;
* ``- punt``, ``1. punt``, ``a. punt``, ``1.2 punt`` a list item (``09.00 uur`` is none), two spaces deeper a level;
* ``| a | b |`` a row of a table, the first row being the header; an empty line ends a table or a list; in
  ``| a || b |`` the first cell fills two columns.

Inside a line ``**vet**``, ``*cursief*``, ``[tekst](adres)`` and ``~~besloten~~`` mark spans, a backslash makes the next
character plain. What is besloten is for who may know it (J9): ``open_tekst`` leaves it out, up to the end of its line
when nothing ends it.
``lees`` and ``schrijf`` are each other's inverse for normal blocks (``normaal``).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Stukje:
    """A stretch of text in one manner of print; ``besloten`` is not for everybody (J9)."""

    tekst: str
    vet: bool = False
    cursief: bool = False
    link: str = ""
    besloten: bool = False

    def __repr__(self) -> str:
        """Return how it is made; one that is open as before there were besloten ones, for digests are made of it."""
        rest = ", besloten=True" if self.besloten else ""
        return f"Stukje(tekst={self.tekst!r}, vet={self.vet!r}, cursief={self.cursief!r}, link={self.link!r}{rest})"

    def met(self, tekst: str) -> "Stukje":
        """Return other words in the same manner."""
        return Stukje(tekst=tekst, vet=self.vet, cursief=self.cursief, link=self.link, besloten=self.besloten)


WEGGELATEN = "[besloten]"
"""What stands in an open text for a stretch that is left out: as long for a word as for a page."""


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph."""

    stukjes: tuple[Stukje, ...]


@dataclass(frozen=True, slots=True)
class Tussenkop:
    """A heading inside a section."""

    stukjes: tuple[Stukje, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijstpunt:
    """An item of a list: ``merk`` is ``-`` or the number as printed (``1.``, ``a.``, ``1.2``)."""

    merk: str
    stukjes: tuple[Stukje, ...]
    onder: tuple["Lijstpunt", ...] = ()


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list; items may hold deeper items."""

    punten: tuple[Lijstpunt, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Tabel:
    """A table; its first row is the header. All rows have as many cells as the first.

    ``samen`` are places (row, column) that the cell left of them fills too; those are empty.
    """

    rijen: tuple[tuple[tuple[Stukje, ...], ...], ...]
    samen: frozenset[tuple[int, int]] = frozenset()

    def __repr__(self) -> str:
        """Return how it is made; without merged cells as before there were any, for digests are made of it."""
        return f"Tabel(rijen={self.rijen!r}{f', samen={sorted(self.samen)!r}' if self.samen else ''})"

    def cellen(self, rij: int) -> list[tuple[int, int]]:
        """Return the cells of a row as they are seen: the column where each begins, and how many it fills."""
        uit: list[tuple[int, int]] = []
        for kolom in range(len(self.rijen[rij])):
            if uit and (rij, kolom) in self.samen:
                uit[-1] = (uit[-1][0], uit[-1][1] + 1)
            else:
                uit.append((kolom, 1))
        return uit

    def kolomwoorden(self) -> "Tabel":
        """Return the table without what stands in merged cells: columns are as wide as the other words ask."""
        breed = {(rij, kolom) for rij in range(len(self.rijen)) for kolom, aantal in self.cellen(rij) if aantal > 1}
        return Tabel(
            tuple(
                tuple(() if (r, k) in breed else cel for k, cel in enumerate(rij)) for r, rij in enumerate(self.rijen)
            )
        )


Blok = Alinea | Tussenkop | Lijst | Tabel

_MERK = re.compile(r"(-|\d+(?:\.\d+)*\.|[1-9]\d*(?:\.[1-9]\d*)+|[a-z]\.|[ivx]+\.) +(?=\S)(?!uur\b)")
_UUR = re.compile(r"^(?=uur\b)")
_ALS_TEKST = r"\\"
"""Put before ‘uur’ as the first word of an item, for ``1. uur`` is read as a time."""
_SPECIAAL = re.compile(r"([\\*\[\]|~])")
_BEGIN = re.compile(r"(#|-(?= )|(?:\d+(?:\.\d+)*\.?|[a-z]\.|[ivx]+\.)(?= ))")
_DEEL = re.compile(r"\\(.)|(\*\*|\*|~~)|\[((?:\\.|[^\]\\])*)\]\(([^()\s]*)\)", re.S)


def gewoon(tekst: str) -> tuple[Stukje, ...]:
    """Return plain text as spans, on one line and without outer space."""
    schoon = " ".join(tekst.split())
    return (Stukje(tekst=schoon),) if schoon else ()


def bescherm(tekst: str) -> str:
    """Return plain text as one line of stored text in which nothing is a mark."""
    return _bescherm_begin(_SPECIAAL.sub(r"\\\1", " ".join(tekst.split())))


def lees(tekst: str) -> tuple[Blok, ...]:
    """Return the blocks of a stored text; every text is readable, a mark that fits nowhere is plain text."""
    blokken: list[Blok] = []
    punten: list[tuple[int, str, tuple[Stukje, ...]]] = []
    rijen: list[tuple[tuple[Stukje, ...], ...]] = []
    samen: set[tuple[int, int]] = set()

    def sluit() -> None:
        if punten:
            blokken.append(Lijst(nest(punten)))
            punten.clear()
        if rijen:
            breedte = len(rijen[0])
            binnen = frozenset((rij, kolom) for rij, kolom in samen if kolom < breedte)
            blokken.append(Tabel(tuple((rij + ((),) * breedte)[:breedte] for rij in rijen), binnen))
            rijen.clear()
            samen.clear()

    for regel in tekst.splitlines():
        kaal = regel.strip()
        merk = _MERK.match(kaal)
        if kaal.startswith("|") and kaal.endswith("|") and len(kaal) > 1:
            if punten:
                sluit()
            cellen = _cellen(kaal)
            samen |= {(len(rijen), kolom) for kolom, cel in enumerate(cellen) if kolom and not cel}
            rijen.append(tuple(_stukjes(cel.strip()) for cel in cellen))
        elif merk:
            if rijen:
                sluit()
            diepte = (len(regel) - len(regel.lstrip(" "))) // 2
            punten.append((diepte, merk[1], _stukjes(kaal[merk.end() :])))
        else:
            sluit()
            if kaal.startswith("### ") and kaal[4:].strip():
                blokken.append(Tussenkop(_stukjes(kaal[4:].strip())))
            elif kaal:
                blokken.append(Alinea(_stukjes(kaal)))
    sluit()
    return tuple(blokken)


def schrijf(blokken: Sequence[Blok]) -> str:
    """Return blocks as stored text."""
    delen = [_schrijf_blok(blok) for blok in blokken]
    return "\n\n".join(deel for deel in delen if deel)


def platte_tekst(tekst: str) -> str:
    """Return a stored text as a reader sees it, without marks of print: a line a paragraph, list item or table row."""
    return "\n".join(_platte_regels(lees(tekst)))


def samenvoegen(stukjes: Iterable[Stukje]) -> str:
    """Return the words of spans, without their manner of print."""
    return "".join(stukje.tekst for stukje in stukjes)


def normaal(stukjes: Iterable[Stukje]) -> tuple[Stukje, ...]:
    """Return spans with neighbours of one manner joined, white space folded and no empty ones."""
    vormen: list[Stukje] = []
    teksten: list[list[str]] = []
    laatste_teken = " "
    for stukje in stukjes:
        tekst = re.sub(r"\s+", " ", stukje.tekst)
        if laatste_teken == " ":
            tekst = tekst.lstrip(" ")
        if not tekst:
            continue
        laatste_teken, vorm = tekst[-1], stukje.met("")
        if vormen and vormen[-1] == vorm:
            teksten[-1].append(tekst)
        else:
            vormen.append(vorm)
            teksten.append([tekst])
    uit = [vorm.met("".join(delen)) for vorm, delen in zip(vormen, teksten, strict=True)]
    while uit and not uit[-1].tekst.rstrip(" "):
        uit.pop()
    if uit and uit[-1].tekst.endswith(" "):
        laatste = uit.pop()
        uit.append(laatste.met(laatste.tekst.rstrip(" ")))
    return tuple(uit)


def schrijf_stukjes(stukjes: Iterable[Stukje]) -> str:
    """Return spans as the inside of one stored line."""
    uit = []
    vet = cursief = besloten = False
    for stukje in (*normaal(stukjes), Stukje(tekst="")):
        uit.append("~~" * (stukje.besloten != besloten))
        uit.append("**" * (stukje.vet != vet) + "*" * (stukje.cursief != cursief))
        vet, cursief, besloten = stukje.vet, stukje.cursief, stukje.besloten
        tekst = _SPECIAAL.sub(r"\\\1", stukje.tekst)
        uit.append(f"[{tekst}]({stukje.link})" if stukje.link else tekst)
    return "".join(uit)


def lees_stukjes(regel: str) -> tuple[Stukje, ...]:
    """Return the spans of the inside of one stored line."""
    return _stukjes(regel)


def heeft_besloten(tekst: str) -> bool:
    """Tell whether a stretch of a stored text is besloten (J9)."""
    return _MERK_BESLOTEN in tekst and any(stukje.besloten for blok in lees(tekst) for stukje in _alle_stukjes(blok))


def open_tekst(tekst: str) -> str:
    """Return a stored text as everybody may read it: what is besloten is left out, and seen to be (J9)."""
    if _MERK_BESLOTEN not in tekst:
        return tekst
    return schrijf([_door_stukjes(blok, _open_stukjes) for blok in lees(tekst)])


def open_regel(regel: str) -> str:
    """Return the inside of one stored line as everybody may read it."""
    return schrijf_stukjes(_open_stukjes(lees_stukjes(regel))) if _MERK_BESLOTEN in regel else regel


_MERK_BESLOTEN = "~~"


def _open_stukjes(stukjes: Iterable[Stukje]) -> tuple[Stukje, ...]:
    uit: list[Stukje] = []
    dicht = False
    for stukje in stukjes:
        if not stukje.besloten:
            uit.append(stukje)
        elif not dicht:
            uit.append(Stukje(tekst=WEGGELATEN))
        dicht = stukje.besloten
    return tuple(uit)


def _door_stukjes(blok: Blok, door: Callable[[Iterable[Stukje]], tuple[Stukje, ...]]) -> Blok:
    """Return a block with the spans of each line of it through ``door``."""

    def punt(een: Lijstpunt) -> Lijstpunt:
        return Lijstpunt(merk=een.merk, stukjes=door(een.stukjes), onder=tuple(map(punt, een.onder)))

    match blok:
        case Alinea(stukjes):
            return Alinea(door(stukjes))
        case Tussenkop(stukjes):
            return Tussenkop(door(stukjes))
        case Lijst(punten):
            return Lijst(tuple(map(punt, punten)))
        case Tabel(rijen, samen):
            return Tabel(tuple(tuple(door(cel) for cel in rij) for rij in rijen), samen)


def _alle_stukjes(blok: Blok) -> list[Stukje]:
    uit: list[Stukje] = []

    def neem(stukjes: Iterable[Stukje]) -> tuple[Stukje, ...]:
        uit.extend(stukjes)
        return tuple(stukjes)

    _door_stukjes(blok, neem)
    return uit


def schoon_adres(adres: str) -> str:
    """Return the address of a link as it can be stored, or nothing when it is none that a reader may follow.

    Only the web, mail and telephone: what runs (``javascript:``) or lies on one machine (``file:``) is no link.
    """
    kaal = "".join(adres.split()).translate(_IN_ADRES)
    if re.match(r"(?:https?://|mailto:|tel:)[^/]", kaal, re.I):
        return kaal
    if re.fullmatch(r"[^@:/?#]+@[^@:/?#]+\.[a-z]{2,}", kaal, re.I):
        return f"mailto:{kaal}"
    if re.match(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]|$)", kaal, re.I):
        return f"https://{kaal}"
    return ""


_IN_ADRES = {ord("("): "%28", ord(")"): "%29", ord("<"): "%3C", ord(">"): "%3E", ord('"'): "%22"}


@lru_cache(maxsize=4096)  # a paper is written several times over: to know it again, to count its pages, to print it
def _stukjes(regel: str) -> tuple[Stukje, ...]:
    uit: list[Stukje] = []
    wijze = Stukje(tekst="")
    plek = 0
    for deel in _DEEL.finditer(regel):
        uit.append(wijze.met(regel[plek : deel.start()]))
        plek = deel.end()
        if deel[1] is not None:
            uit.append(wijze.met(deel[1]))
        elif deel[2] == "**":
            wijze = replace(wijze, vet=not wijze.vet)
        elif deel[2] == "*":
            wijze = replace(wijze, cursief=not wijze.cursief)
        elif deel[2] is not None:
            wijze = replace(wijze, besloten=not wijze.besloten)
        else:
            uit.append(replace(wijze, tekst=re.sub(r"\\(.)", r"\1", deel[3]), link=deel[4]))
    uit.append(wijze.met(regel[plek:]))
    return normaal(uit)


def _cellen(regel: str) -> list[str]:
    return re.findall(r"((?:\\.|[^|\\])*)\|", regel[1:])


def nest(punten: Sequence[tuple[int, str, tuple[Stukje, ...]]]) -> tuple[Lijstpunt, ...]:
    """Return flat items (depth, mark, spans) as a tree; a jump of more than one level counts as one."""
    uit: list[Lijstpunt] = []
    i = 0
    basis = punten[0][0]
    while i < len(punten):
        diepte, merk, stukjes = punten[i]
        einde = i + 1
        while einde < len(punten) and punten[einde][0] > max(diepte, basis):
            einde += 1
        onder = nest(punten[i + 1 : einde]) if einde > i + 1 else ()
        uit.append(Lijstpunt(merk=merk, stukjes=stukjes, onder=onder))
        i = einde
    return tuple(uit)


def _schrijf_blok(blok: Blok) -> str:
    match blok:
        case Alinea(stukjes):
            return _bescherm_begin(schrijf_stukjes(stukjes))
        case Tussenkop(stukjes):
            return f"### {schrijf_stukjes(stukjes)}" if normaal(stukjes) else ""
        case Lijst(punten):
            return "\n".join(_schrijf_punten(punten, 0))
        case Tabel(rijen):
            return "\n".join(_schrijf_rij(blok, nummer) for nummer in range(len(rijen)))


def _schrijf_rij(tabel: Tabel, rij: int) -> str:
    cellen = [f" {schrijf_stukjes(tabel.rijen[rij][kolom])} {'|' * aantal}" for kolom, aantal in tabel.cellen(rij)]
    return "|" + "".join(cellen)


def _schrijf_punten(punten: Iterable[Lijstpunt], diepte: int) -> Iterable[str]:
    for punt in punten:
        tekst = schrijf_stukjes(punt.stukjes)
        yield f"{'  ' * diepte}{punt.merk} {_UUR.sub(_ALS_TEKST, tekst)}"
        yield from _schrijf_punten(punt.onder, diepte + 1)


def _platte_regels(blokken: Iterable[Blok]) -> Iterable[str]:
    for blok in blokken:
        match blok:
            case Alinea(stukjes) | Tussenkop(stukjes):
                yield samenvoegen(stukjes)
            case Lijst(punten):
                yield from _platte_punten(punten, 0)
            case Tabel(rijen):
                for rij in rijen:
                    yield "\t".join(samenvoegen(cel) for cel in rij)


def _platte_punten(punten: Iterable[Lijstpunt], diepte: int) -> Iterable[str]:
    for punt in punten:
        yield f"{'  ' * diepte}{punt.merk} {samenvoegen(punt.stukjes)}"
        yield from _platte_punten(punt.onder, diepte + 1)


def _bescherm_begin(regel: str) -> str:
    """Return a line whose first word is no mark: ``1. mei`` at the start of a paragraph stays a paragraph."""
    treffer = _BEGIN.match(regel)
    if not treffer:
        return regel
    eerste = treffer[1]
    if eerste[0] in "#-":
        return "\\" + regel
    return eerste[:-1] + "\\" + regel[len(eerste) - 1 :] if eerste.endswith(".") else "\\" + regel
