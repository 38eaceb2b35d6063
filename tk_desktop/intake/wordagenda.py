"""Reads the agenda table of a Word file: a row an item, the columns by the words in their header."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lees_datum, lees_tijden
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.opmaak import Lijst, Stukje, normaal, samenvoegen, schrijf_stukjes
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake.aankondiging import is_aankondiging, is_verslagen, ontleed
from tk_desktop.intake.agenda import is_besloten, is_mondeling, uit_kopblok, zonder_inleidwoorden
from tk_desktop.intake.agendaregels import inleidvorm
from tk_desktop.intake.behandeling import lees_behandeling
from tk_desktop.intake.indeling import Indeling, gewone_indeling
from tk_desktop.intake.lezing import GelezenAgenda, GelezenPunt, GelezenStuk, GelezenVoorstelpunt
from tk_desktop.intake.namen import inleiders
from tk_desktop.intake.woordvormen import VERLOREN_NUMMER, lees_puntnummer, titelvorm
from tk_desktop.intake.wordblokken import (
    celtekst,
    met_lijsten,
    opmaak,
    regels_van,
    velden,
    voorstelpunten,
    woorden,
    zonder_aanloop,
)
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordKop, WordTabel

_SUBLETTER = re.compile(r"([a-z])[.)]\s+\S")
_OPMERKING = re.compile(r"\s*\((besloten|mondeling|nagekomen)\)")
_DOOR = "Toelichting door "
_SOORTEN = {soort.value: soort for soort in Soort}
_STUKREGEL = re.compile(r"(?P<soort>[^‘(]+) ‘(?P<titel>.+)’(?: (?P<belofte>\([^()]*\)))?", re.S)
_NAAM_EN_ROL = re.compile(r"(?P<naam>[^(]+?)(?: \((?P<rol>.*)\))?", re.S)
_BESLISSEND = {Behandeling.BESLUITVORMING, Behandeling.VASTSTELLING, Behandeling.OPINIEVORMING}
_Cel = tuple[WordBlok, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One row of an agenda table: its cells by what stands in their column, and the number of its first line."""

    nummer: str
    tijd: str
    onderwerp: _Cel
    voorstel: _Cel
    inleider: _Cel
    regel: int


@dataclass(slots=True)
class _Lezer:
    """Reads the rows of one agenda, each after the one above it."""

    eigen: bool
    indeling: Indeling
    twijfels: list[Twijfel] = field(default_factory=list)
    punten: list[GelezenPunt] = field(default_factory=list)
    _verslagen: bool = False

    def lees(self, rij: Rij, nummer: Nummer, tijd: time | None) -> None:
        """Read one item."""
        waar = f"regel {rij.regel}, agendapunt {nummer}"
        alineas, rest = _onderwerp(rij.onderwerp)
        personen, alineas = self._inleiders(alineas, celtekst(rij.inleider), waar)
        verslag = self._verslagen and bool(nummer.sub)
        gelezen = self._eigen_onderwerp(alineas) if self.eigen else self._onderwerp(alineas, verslag, waar)
        titel, stukken, over, opmerkingen = gelezen
        if not nummer.sub:
            self._verslagen = is_verslagen(titel, self.indeling)
        behandeling, voorstel, toelichting, los_gelezen = voorstelcel(rij.voorstel, self.indeling, eigen=self.eigen)
        if los_gelezen:
            self.twijfels.append(Twijfel(waar=waar, wat="Het voorstel heeft geen merken; elke alinea is een punt."))
        los = [*over, *rest]
        punt = GelezenPunt(
            nummer=nummer,
            titel=titel or "(zonder titel)",
            tijd=tijd,
            behandeling=behandeling,
            besloten="besloten" in opmerkingen or is_besloten(titel, self.indeling),
            mondeling="mondeling" in opmerkingen or "(mondeling)" in titel.lower(),
            inleiders=personen,
            toelichting=opmaak([*los, *toelichting], eigen=self.eigen),
            voorstel=voorstel,
            stukken=stukken,
            regel=rij.regel,
        )
        if punt.besloten and nummer.sub and self._is_besloten(nummer):
            punt = replace(punt, besloten=False)
        self.punten.append(punt)

    def _is_besloten(self, nummer: Nummer) -> bool:
        """Tell whether the item above a sub-item is behind closed doors: then that holds for both."""
        hoofd = replace(nummer, sub="")
        return any(punt.besloten for punt in self.punten if punt.nummer == hoofd)

    def _eigen_onderwerp(
        self, alineas: Sequence[WordAlinea | WordKop]
    ) -> tuple[str, tuple[GelezenStuk, ...], list[WordBlok], set[str]]:
        """Read a cell as our own agenda writes it: the title with its remarks, then a line for each paper."""
        if not alineas:
            return "", (), [], set()
        kop, opmerkingen = _zonder_opmerkingen(alineas[0].stukjes)
        titel, stukken, over = samenvoegen(kop), [], list[WordBlok]()
        nota = _STUKREGEL.fullmatch(titel)
        soort = _soort(nota["soort"]) if nota and not nota["belofte"] else None
        open_nota = soort is not None and soort.is_nota
        if nota and open_nota:
            titel = nota["titel"]
        for alinea in alineas[1:]:
            tekst = woorden(alinea)
            treffer = _STUKREGEL.fullmatch(tekst)
            genoemd = _soort(treffer["soort"]) if treffer and treffer["belofte"] else None
            if treffer and genoemd:
                stukken.append(_stuk(treffer["belofte"], treffer["titel"], genoemd))
            elif tekst.startswith("(") and is_aankondiging(tekst, self.indeling):
                stukken.append(_stuk(tekst, titel, soort if open_nota and soort else _belofte(tekst).soort))
                open_nota = False
            else:
                over.append(alinea)
        return titel, tuple(stukken), over, opmerkingen

    def _onderwerp(
        self, alineas: Sequence[WordAlinea | WordKop], verslag: bool, waar: str
    ) -> tuple[str, tuple[GelezenStuk, ...], list[WordBlok], set[str]]:
        """Read a cell as others write it: papers between brackets or after their kind, by the words of the field."""
        teksten = [woorden(alinea) for alinea in alineas]
        delen, over = teksten[:1], list[WordBlok]()
        los: list[str] = []
        for alinea, tekst in zip(alineas[1:], teksten[1:], strict=True):
            if tekst.startswith("("):
                (los if los else delen).append(tekst)
            elif is_aankondiging(tekst, self.indeling):
                los.append(tekst)
            else:
                over.append(alinea)
        titel, stukken, vragen = ontleed(" ".join(delen), self.indeling, verslag=verslag)
        for tekst in los:
            _, meer, nieuwe_vragen = ontleed(tekst, self.indeling, verslag=verslag)
            stukken, vragen = (*stukken, *meer), (*vragen, *nieuwe_vragen)
        self.twijfels.extend(Twijfel(waar=waar, wat=vraag) for vraag in vragen)
        opmerkingen = {"mondeling"} if any(is_mondeling(tekst, self.indeling) for tekst in delen) else set()
        return (
            titel,
            stukken,
            over,
            opmerkingen | ({"besloten"} if is_besloten(" ".join(delen), self.indeling) else set()),
        )

    def _inleiders(
        self, alineas: Sequence[WordAlinea | WordKop], eigen_kolom: str, waar: str
    ) -> tuple[tuple[tuple[str, str], ...], list[WordAlinea | WordKop]]:
        """Return who introduces an item, and the paragraphs that do not say so."""
        gevonden = [alinea for alinea in alineas[1:] if _leidt_in(woorden(alinea), self.indeling, eigen=self.eigen)]
        over = [alinea for alinea in alineas if alinea not in gevonden]
        if self.eigen:
            tekst = " ".join(woorden(alinea) for alinea in gevonden).removeprefix(_DOOR)
            return tuple(_namen(tekst)), over
        tekst = zonder_inleidwoorden(
            " en ".join([*map(woorden, gevonden), *filter(None, [eigen_kolom])]), self.indeling
        )
        personen, zeker = inleiders(tekst) if tekst else ((), True)
        if not zeker:
            namen = "; ".join(f"{naam} – {rol}" if rol else naam for naam, rol in personen)
            wat = f"Een rol staat hier zonder haakjes. Gelezen als: {namen}. Klopt dat?"
            self.twijfels.append(Twijfel(waar=f"{waar}, inleiders", wat=wat))
        return personen, over


def voorstelcel(
    cel: _Cel, indeling: Indeling, *, eigen: bool
) -> tuple[frozenset[Behandeling], tuple[GelezenVoorstelpunt, ...], Sequence[WordBlok], bool]:
    """Return how an item is treated, what is proposed, what else stands in that column, and whether that is a guess."""
    blokken: Sequence[WordBlok] = cel if eigen else met_lijsten(cel)
    soorten, blokken = _behandeling(blokken, indeling, eigen=eigen)
    if blokken and isinstance(blokken[0], Lijst):
        return soorten, voorstelpunten(blokken[0].punten), zonder_aanloop(blokken[1:]), False
    if eigen:
        return soorten, (), zonder_aanloop(blokken), False
    if not soorten & _BESLISSEND or not blokken:
        return soorten, (), blokken, False
    punten: list[GelezenVoorstelpunt] = []
    for blok in blokken:
        if isinstance(blok, Lijst):
            punten.extend(voorstelpunten(blok.punten))
        elif isinstance(blok, WordAlinea | WordKop):
            punten.append(GelezenVoorstelpunt(tekst=schrijf_stukjes(blok.stukjes), merk=Merk.STREEP))
    return soorten, tuple(punten), [blok for blok in blokken if isinstance(blok, WordTabel)], len(punten) > 1


def is_agendatabel(blok: WordBlok, indeling: Indeling | None = None) -> bool:
    """Tell whether a block is an agenda table: its first row names a column of items, and none of what was decided."""
    if not isinstance(blok, WordTabel) or not blok.rijen:
        return False
    indeling = indeling or gewone_indeling()
    return "onderwerp" in _kolommen(blok.rijen[0], indeling) and not noemt_beslissing(blok.rijen[0], indeling)


def noemt_beslissing(rij: Sequence[_Cel], indeling: Indeling) -> bool:
    """Tell whether a header row names what was decided: then the table is of a verslag, held after its agenda."""
    return any(indeling.verslag.kolommen.rol(celtekst(cel)) == "beslissing" for cel in rij)


def lees_word_agenda(
    blokken: Sequence[WordBlok], regels: Sequence[int], indeling: Indeling | None = None, *, eigen: bool
) -> tuple[GelezenAgenda | None, tuple[Twijfel, ...]]:
    """Return the agenda in these blocks; none when its rows are not one item each (lines read that better)."""
    indeling = indeling or gewone_indeling()
    rijen = [rij for blok, regel in zip(blokken, regels, strict=True) for rij in _rijen(blok, regel, indeling)]
    lezer = _Lezer(eigen, indeling)
    for rij, (nummer, tijd) in zip(rijen, nummers := _nummers(rijen, lezer), strict=False):
        lezer.lees(rij, nummer, tijd)
    if not nummers:
        return None, ()
    return _kop(blokken, lezer, eigen=eigen)


def _kop(
    blokken: Sequence[WordBlok], lezer: _Lezer, *, eigen: bool
) -> tuple[GelezenAgenda | None, tuple[Twijfel, ...]]:
    waarden = velden(
        [blok for blok in blokken if not is_agendatabel(blok, lezer.indeling)],
        lezer.indeling.agenda.velden,
        eigen=eigen,
    )
    kop = {naam: celtekst(waarde) for naam, waarde in waarden.items()}
    agenda = uit_kopblok(
        kop, lezer.indeling, gremium=_gremium(blokken, lezer.indeling, eigen=eigen), punten=tuple(lezer.punten)
    )
    agenda = replace(agenda, datum=agenda.datum or _datum(blokken, lezer.indeling))
    gevraagd = {"de datum": agenda.datum, "de begintijd": agenda.begin, "de plaats": agenda.plaats}
    ontbreekt = [naam for naam, waarde in gevraagd.items() if not waarde]
    if ontbreekt:
        wat = f"Niet gevonden: {', '.join(ontbreekt)}. Vul dit zelf aan."
        return agenda, (Twijfel(waar="kop van de agenda", wat=wat), *lezer.twijfels)
    return agenda, tuple(lezer.twijfels)


def _gremium(blokken: Sequence[WordBlok], indeling: Indeling, *, eigen: bool) -> str:
    for blok in blokken:
        treffer = (
            titelvorm(indeling.agenda.titels).fullmatch(woorden(blok))
            if isinstance(blok, WordKop | WordAlinea)
            else None
        )
        if treffer:
            return woorden(blok).removeprefix("Agenda ") if eigen else treffer["gremium"].strip(" :–-")
    return ""


def _datum(blokken: Sequence[WordBlok], indeling: Indeling) -> date | None:
    """Return a date in the lines above the table, where it has no label."""
    for blok in blokken:
        if is_agendatabel(blok, indeling):
            return None
        gevonden = next((dag for regel in regels_van([blok]) if (dag := lees_datum(regel))), None)
        if gevonden:
            return gevonden
    return None


def _kolommen(rij: Sequence[_Cel], indeling: Indeling) -> dict[str, int]:
    """Return the place of each column that the cells of a header row name."""
    rollen = indeling.agenda.kolommen.rollen([celtekst(cel) for cel in rij])
    uit = {rol: plaats for plaats, rol in enumerate(rollen) if rol}
    return uit if "onderwerp" in uit and len(uit) > 1 else {}


def _rijen(blok: WordBlok, regel: int, indeling: Indeling) -> Iterable[Rij]:
    """Yield the items of an agenda table; a row with an empty number goes on with the row above."""
    if not isinstance(blok, WordTabel) or not is_agendatabel(blok, indeling):
        return
    kolommen = _kolommen(blok.rijen[0], indeling)
    huidig: Rij | None = None
    for rij in blok.rijen:
        if _kolommen(rij, indeling):
            regel += sum(1 for cel in rij for _ in regels_van(cel))
            continue

        def cel(naam: str, rij: Sequence[_Cel] = rij) -> _Cel:
            plaats = kolommen.get(naam, len(rij))
            return rij[plaats] if plaats < len(rij) else ()

        nieuw = Rij(
            nummer=celtekst(cel("nummer")),
            tijd=celtekst(cel("tijd")),
            onderwerp=cel("onderwerp"),
            voorstel=cel("voorstel"),
            inleider=cel("inleider"),
            regel=regel,
        )
        regel += sum(1 for inhoud in rij for _ in regels_van(inhoud))
        if huidig and huidig.nummer and not nieuw.nummer:
            onder, naast = (*huidig.onderwerp, *nieuw.onderwerp), (*huidig.voorstel, *nieuw.voorstel)
            huidig = replace(huidig, onderwerp=onder, voorstel=naast)
            continue
        if huidig:
            yield huidig
        huidig = nieuw if any(rij) else huidig
    if huidig:
        yield huidig


def _nummers(rijen: Sequence[Rij], lezer: _Lezer) -> list[tuple[Nummer, time | None]]:
    """Return number and time of each row; nothing when a row holds no item, or sub-items without a row."""
    if not lezer.eigen and any(_heeft_subs(rij.onderwerp) for rij in rijen):
        return []
    uit: list[tuple[Nummer, time | None]] = []
    for rij in rijen:
        gelezen = lees_puntnummer(rij.nummer)
        letter = re.fullmatch(r"([a-z])[.)]?", rij.nummer)
        verloren = VERLOREN_NUMMER.fullmatch(rij.nummer)
        if gelezen:
            nummer = gelezen[0]
        elif verloren:
            geteld = _geteld(uit[-1][0] if uit else Nummer(0), verloren["sub"])
            nummer = replace(geteld, hoofd=int(verloren["hoofd"])) if verloren["hoofd"] else geteld
            wat = f"Het nummer van dit punt is niet zeker gelezen; gelezen is {nummer}. Klopt dat?"
            lezer.twijfels.append(Twijfel(waar=f"regel {rij.regel}, agendapunt {nummer}", wat=wat))
        elif letter and uit:
            nummer = replace(uit[-1][0], sub=letter[1])
        elif not any(ander.nummer for ander in rijen):
            nummer = Nummer(len(uit) + 1)
        else:
            return []
        tijden = lees_tijden(rij.tijd or rij.nummer[gelezen[1] if gelezen else 0 :])
        uit.append((nummer, tijden[0] if tijden else None))
    if rijen and not any(rij.nummer for rij in rijen):
        wat = "De nummers van de agenda zijn niet leesbaar in het bestand; de rijen zijn geteld."
        lezer.twijfels.append(Twijfel(waar="agenda", wat=wat))
    return uit if len({nummer for nummer, _ in uit}) == len(uit) else []


def _geteld(vorige: Nummer, sub: str) -> Nummer:
    """Return the number that follows another: a sub-item stays under its item."""
    return Nummer(vorige.hoofd if sub and vorige.hoofd else vorige.hoofd + 1, "", sub)


def _heeft_subs(cel: _Cel) -> bool:
    """Tell whether sub-items stand inside one cell: ``a. Titel``, ``b. Titel``."""
    return any((treffer := _SUBLETTER.match(regel)) and treffer[1] == "a" for regel in regels_van(cel))


def _onderwerp(cel: _Cel) -> tuple[list[WordAlinea | WordKop], list[WordBlok]]:
    """Return the paragraphs at the head of a cell, and its lists and tables."""
    alineas = [blok for blok in cel if isinstance(blok, WordAlinea | WordKop)]
    return alineas, [blok for blok in cel if not isinstance(blok, WordAlinea | WordKop)]


def _zonder_opmerkingen(stukjes: Sequence[Stukje]) -> tuple[tuple[Stukje, ...], set[str]]:
    """Return a title without the remarks in italics behind it: ``(besloten)``, ``(mondeling)``, ``(nagekomen)``."""
    over, gevonden = list(stukjes), set[str]()
    while over and (over[-1].cursief or not over[-1].tekst.strip()):
        treffers = _OPMERKING.findall(over[-1].tekst)
        if over[-1].tekst.strip() and _OPMERKING.sub("", over[-1].tekst).strip():
            break
        gevonden.update(treffers)
        over.pop()
    return normaal(over), gevonden


def _leidt_in(tekst: str, indeling: Indeling, *, eigen: bool) -> bool:
    return tekst.startswith(_DOOR) if eigen else bool(inleidvorm(indeling.agenda).match(tekst))


def _namen(tekst: str) -> Iterable[tuple[str, str]]:
    """Yield the people in our own line: ``Naam (rol), Naam en Naam (rol)``."""
    for deel in re.split(r"(?:, | en )(?![^()]*\))", tekst) if tekst else ():
        treffer = _NAAM_EN_ROL.fullmatch(deel)
        if treffer:
            yield treffer["naam"], treffer["rol"] or ""


def _soort(woord: str) -> Soort | None:
    return _SOORTEN.get(woord.strip().casefold())


def _belofte(tekst: str) -> GelezenStuk:
    return ontleed(f"Onderwerp {tekst}")[1][0]


def _stuk(belofte: str, titel: str, soort: Soort) -> GelezenStuk:
    gelezen = _belofte(belofte)
    return replace(gelezen, titel=titel, soort=soort)


def _behandeling(
    blokken: Sequence[WordBlok], indeling: Indeling, *, eigen: bool
) -> tuple[frozenset[Behandeling], Sequence[WordBlok]]:
    """Return the way of treatment that a cell opens with, and what stands behind it."""
    tekst = ""
    for plaats, blok in enumerate(blokken[:2]):
        tekst = f"{tekst} {woorden(blok)}".strip()
        voor = indeling.behandeling.voorzetsel
        gelezen = lees_behandeling(tekst, indeling) or (
            None if eigen else lees_behandeling(f"{voor} {tekst}", indeling)
        )
        if gelezen is None:
            break
        if not gelezen.loopt_door:
            return gelezen.soorten, blokken[plaats + 1 :]
    return frozenset(), blokken
