"""Reads the verslag in a Word file cell by cell: a row an item, the columns by the words in their header."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lees_datum, lees_tijden
from tk_desktop.domain.nummer import Nummer
from tk_desktop.intake.agenda import zonder_dag
from tk_desktop.intake.indeling import KOLOMMEN_VERSLAG, Indeling, gewone_indeling
from tk_desktop.intake.lezing import GelezenVerslag, GelezenVerslagrij
from tk_desktop.intake.namen import zonder_aanspreking
from tk_desktop.intake.verslagnamen import lees_namen
from tk_desktop.intake.verslagzinnen import (
    beloften,
    geheimstappen,
    lijkt_besluit,
    ongenoemd_besluit,
    splits_zinnen,
)
from tk_desktop.intake.woordvormen import lees_puntnummer, opent_met, titelvorm, zonder_concept
from tk_desktop.intake.wordagenda import voorstelcel
from tk_desktop.intake.wordbeslissing import lees_beslissing
from tk_desktop.intake.wordblokken import celtekst, opmaak, regels_van, velden, woorden
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordKop, WordTabel

_BLIK_TERUG = 12
"""How many blocks above its table the head of a verslag is looked for."""
_BESLOTEN = re.compile(r"\(besloten\)", re.I)
_Cel = tuple[WordBlok, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagplek:
    """Where a verslag stands among the blocks of a file: from its head up to what follows, with its tables."""

    van: int
    tot: int
    tabellen: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rij:
    """One row with its cells by what stands in their column, and the line it begins on."""

    nummer: Nummer
    cellen: dict[str, _Cel]
    regel: int

    def met(self, meer: dict[str, _Cel]) -> "_Rij":
        """Return the row with cells that go on where these end."""
        return replace(self, cellen={naam: (*cel, *meer[naam]) for naam, cel in self.cellen.items()})


def is_verslagtabel(blok: WordBlok, indeling: Indeling | None = None) -> bool:
    """Tell whether a block is the table of a verslag: it names items and what was decided.

    It also names what was proposed or who does something; a list of besluiten does neither.
    """
    if not isinstance(blok, WordTabel) or not blok.rijen:
        return False
    namen = set(_kolommen(blok.rijen[0], indeling or gewone_indeling()))
    return {"onderwerp", "beslissing"} <= namen and bool(namen & {"actie", "voorstel"})


def vind_word_verslagen(
    blokken: Sequence[WordBlok], einden: Sequence[int], indeling: Indeling | None = None, *, eigen: bool
) -> tuple[Verslagplek, ...]:
    """Return where each verslag stands; ``einden`` are the places where another paper opens.

    A table without a head of its own goes on with the verslag above it.
    """
    uit: list[Verslagplek] = []
    for tabel in (plaats for plaats, blok in enumerate(blokken) if is_verslagtabel(blok, indeling)):
        vorige = uit[-1].tabellen[-1] + 1 if uit else 0
        grens = max([vorige, tabel - _BLIK_TERUG, *(einde for einde in einden if einde < tabel)])
        kop = [
            plaats
            for plaats in range(grens, tabel)
            if _hoort_bij_kop(blokken[plaats], indeling or gewone_indeling(), eigen=eigen)
        ]
        if uit and not kop and grens == vorige:
            uit[-1] = replace(uit[-1], tabellen=(*uit[-1].tabellen, tabel))
        else:
            uit.append(Verslagplek(van=min([*kop, tabel]), tot=tabel + 1, tabellen=(tabel,)))
    begin = [plek.van for plek in uit]
    return tuple(
        replace(plek, tot=min([*(p for p in (*begin, *einden) if p > plek.tabellen[-1]), len(blokken)])) for plek in uit
    )


def lees_word_verslag(
    blokken: Sequence[WordBlok],
    regels: Sequence[int],
    plek: Verslagplek,
    indeling: Indeling | None = None,
    *,
    eigen: bool,
) -> tuple[GelezenVerslag, tuple[Twijfel, ...]]:
    """Return the verslag at that place, and what in it is not certain; ``regels`` number the first line of each block.

    A table with odd rows loses no text: what has no number of its own goes on with the row above, and that is told.
    """
    indeling = indeling or gewone_indeling()
    hoofd = blokken[plek.van : plek.tabellen[0]]
    kop = {naam: _waarde(cel) for naam, cel in velden(hoofd, indeling.verslag.velden, eigen=eigen).items()}
    datum = lees_datum(kop.get("datum", "")) or next(
        (dag for regel in regels_van(hoofd) if (dag := lees_datum(regel)) is not None), None
    )
    twijfels: list[Twijfel] = []
    if datum is None:
        waar = f"regel {regels[plek.van]}"
        twijfels.append(Twijfel(waar=waar, wat="De datum van de vergadering is niet gevonden."))
    rijen = []
    for bouw in _rijen(blokken, regels, plek, indeling, twijfels):
        rij, bij_rij = _rij(bouw, datum, indeling, eigen=eigen)
        rijen.append(rij)
        twijfels += bij_rij
    tijden = lees_tijden(kop.get("tijd", ""))
    verslag = GelezenVerslag(
        gremium=_gremium(hoofd, indeling),
        datum=datum,
        begin=tijden[0] if tijden else None,
        einde=tijden[1] if len(tijden) > 1 else None,
        plaats=kop.get("plaats", ""),
        voorzitter=zonder_aanspreking(kop.get("voorzitter", "")),
        secretaris=zonder_aanspreking(kop.get("secretaris", "")),
        aanwezig=lees_namen(kop.get("aanwezig", ""), eigen=eigen),
        afwezig=lees_namen(kop.get("afwezig", ""), eigen=eigen),
        rijen=tuple(rijen),
        geheimhouding=geheimstappen(rijen, datum),
        regel=regels[plek.van],
        regel_tot=regels[plek.tabellen[-1]],
    )
    return verslag, tuple(twijfels)


def _hoort_bij_kop(blok: WordBlok, indeling: Indeling, *, eigen: bool) -> bool:
    """Tell whether a block is of the head of a verslag: its title, or labels that only a head has."""
    if isinstance(blok, WordKop | WordAlinea) and opent_met(zonder_concept(woorden(blok)), indeling.verslag.titels):
        return True
    return bool({"datum", "aanwezig"} & set(velden([blok], indeling.verslag.velden, eigen=eigen)))


def _gremium(blokken: Sequence[WordBlok], indeling: Indeling) -> str:
    """Return the body that the title of a verslag names, without its day; nothing where it names none."""
    vorm = titelvorm(indeling.verslag.titels)
    for blok in blokken:
        titel = zonder_concept(woorden(blok))
        treffer = vorm.fullmatch(titel)
        while treffer and vorm.fullmatch(treffer["gremium"]):  # ‘Verslag’ as a label before a title that says it again
            treffer = vorm.fullmatch(treffer["gremium"])
        if treffer and (naam := zonder_dag(treffer["gremium"])):
            return naam
    return ""


def _waarde(cel: _Cel) -> str:
    """Return a value of the head on one line; names that stand under each other are parted."""
    return "; ".join(regel.strip(" ,;") for regel in regels_van(cel) if regel.strip(" ,;"))


def _kolommen(rij: Sequence[_Cel], indeling: Indeling) -> dict[str, int]:
    """Return the place of each column that the cells of a header row name."""
    rollen = indeling.verslag.kolommen.rollen([celtekst(cel) for cel in rij])
    return {rol: plaats for plaats, rol in enumerate(rollen) if rol}


def _rijen(
    blokken: Sequence[WordBlok], regels: Sequence[int], plek: Verslagplek, indeling: Indeling, twijfels: list[Twijfel]
) -> list[_Rij]:
    """Return the items of a verslag, each number once; doubts are added for what was put together or counted."""
    uit: dict[Nummer, _Rij] = {}
    huidig: Nummer | None = None
    los = list(_losse_rijen(blokken, regels, plek, indeling))
    tel = not any(celtekst(cellen["nummer"]) for cellen, _ in los)
    if tel and los:
        wat = "De nummers van het verslag zijn niet leesbaar in het bestand; de rijen zijn geteld."
        twijfels.append(Twijfel(waar=f"regel {regels[plek.van]}", wat=wat))
    for cellen, regel in los:
        tekst = celtekst(cellen["nummer"])
        nummer = Nummer(len(uit) + 1) if tel else _nummer(tekst, huidig)
        if nummer is not None and nummer not in uit:
            uit[nummer] = _Rij(nummer=nummer, cellen=cellen, regel=regel)
            huidig = nummer
            continue
        bij = nummer or huidig
        if bij is None:
            huidig = Nummer(1)
            uit[huidig] = _Rij(nummer=huidig, cellen=cellen, regel=regel)
            twijfels.append(_samen(regel, tekst, huidig))
            continue
        uit[bij] = uit[bij].met(cellen)
        if tekst:
            twijfels.append(_samen(regel, tekst, bij))
    return list(uit.values())


def _samen(regel: int, tekst: str, nummer: Nummer) -> Twijfel:
    wat = f"Deze rij heeft het nummer ‘{tekst}’ en is bij punt {nummer} gezet. Klopt dat?"
    return Twijfel(waar=f"regel {regel}", wat=wat)


def _losse_rijen(
    blokken: Sequence[WordBlok], regels: Sequence[int], plek: Verslagplek, indeling: Indeling
) -> Iterator[tuple[dict[str, _Cel], int]]:
    """Yield the cells of each row by column, without header rows and empty ones.

    What stands in a column that has no name goes to what was said.
    """
    for plaats in plek.tabellen:
        tabel, regel = blokken[plaats], regels[plaats]
        if not isinstance(tabel, WordTabel):
            continue
        kolommen = _kolommen(tabel.rijen[0], indeling)
        for rij in tabel.rijen:
            begin, regel = regel, regel + sum(1 for cel in rij for _ in regels_van(cel))
            if {"onderwerp", "beslissing"} <= set(_kolommen(rij, indeling)) or not any(rij):
                continue
            cellen = {naam: _cel(rij, kolommen.get(naam)) for naam in KOLOMMEN_VERSLAG}
            over = [cel for nr, cel in enumerate(rij) if nr not in kolommen.values()]
            cellen["beslissing"] = (*cellen["beslissing"], *(blok for cel in over for blok in cel))
            yield cellen, begin


def _cel(rij: Sequence[_Cel], plaats: int | None) -> _Cel:
    return rij[plaats] if plaats is not None and plaats < len(rij) else ()


def _nummer(tekst: str, vorige: Nummer | None) -> Nummer | None:
    """Return the number of a row: ``2.``, ``1A``, ``2a``, or ``b.`` under the item above it."""
    if gelezen := lees_puntnummer(tekst):
        return gelezen[0]
    letter = re.fullmatch(r"([a-z])[.)]?", tekst)
    return replace(vorige, sub=letter[1]) if letter and vorige is not None else None


def _rij(bouw: _Rij, datum: date | None, indeling: Indeling, *, eigen: bool) -> tuple[GelezenVerslagrij, list[Twijfel]]:
    waar = f"regel {bouw.regel}, verslag, punt {bouw.nummer}"
    onderwerp = [blok for blok in bouw.cellen["onderwerp"] if not _BESLOTEN.fullmatch(woorden(blok))]
    titel, *verder = onderwerp or [WordAlinea(stukjes=(), stijl="")]
    regels_titel = list(regels_van([titel]))
    soorten, voorstel, toelichting, los_gelezen = voorstelcel(bouw.cellen["voorstel"], indeling, eigen=eigen)
    beslissing = lees_beslissing(bouw.cellen["beslissing"], bouw.cellen["actie"], datum, eigen=eigen)
    zinnen = [zin for regel in regels_van(beslissing.besproken) for zin in splits_zinnen(regel)]
    los = () if eigen or beslissing.besluiten else tuple(zin for zin in zinnen if lijkt_besluit(zin))
    ongenoemd = ongenoemd_besluit(" ".join(regels_titel), soorten, zinnen) if los else None
    rij = GelezenVerslagrij(
        nummer=bouw.nummer,
        onderwerp=" ".join(regels_titel),
        toelichting=opmaak([*verder, *toelichting], eigen=eigen),
        behandeling=soorten,
        voorstel=voorstel,
        voorsteltekst=opmaak(bouw.cellen["voorstel"], eigen=eigen),
        beslissing=opmaak(bouw.cellen["beslissing"], eigen=eigen),
        besproken=opmaak(beslissing.besproken, eigen=eigen),
        besloten_deel=opmaak(beslissing.besloten_deel, eigen=eigen),
        besloten=len(onderwerp) < len(bouw.cellen["onderwerp"]),
        besluiten=beslissing.besluiten or ((ongenoemd,) if ongenoemd else ()),
        instemming=los,
        acties=(*beslissing.acties, *(() if eigen else beloften(zinnen, datum))),
        regel=bouw.regel,
    )
    vragen = [*beslissing.vragen]
    if los_gelezen:
        vragen.append("Het voorstel heeft geen merken; elke alinea is een punt.")
    vervolg = "Kijk het besluit na." if ongenoemd else "Leg het vast als dat zo is."
    vragen += [f"Hier lijkt iets besloten: ‘{zin}’ {vervolg}" for zin in los]
    return rij, [Twijfel(waar=waar, wat=vraag) for vraag in vragen]
