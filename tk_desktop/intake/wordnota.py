"""Reads a nota in a Word file: fields in cells, sections under their headings, reasons by their number (C9)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from textwrap import shorten

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lees_datum
from tk_desktop.domain.nota import FORMULIEREN, Aard, Sectiesoort, Vorm
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.opmaak import Lijst, Lijstpunt, Stukje, normaal, platte_tekst, samenvoegen, schrijf_stukjes
from tk_desktop.intake.indeling import Indeling
from tk_desktop.intake.lezing import GelezenArgument, GelezenNota, GelezenSectie, GelezenVoorstelpunt
from tk_desktop.intake.namen import behandelaars
from tk_desktop.intake.notasecties import lees_kop, zegt_geen_bijlagen
from tk_desktop.intake.regels import sleutel, spannen
from tk_desktop.intake.wordblokken import (
    celtekst,
    genummerd,
    is_kopregel,
    met_lijsten,
    opmaak,
    regels_van,
    velden,
    voorstelpunten,
    woorden,
    zonder_aanloop,
    zonder_begin,
)
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordKop, WordTabel

SECTIEDIEPTE = 2
"""The level of heading at which our own nota's write a section."""
LANGSTE_REDEN = 150
"""A longer paragraph is not the heading of a reason alone."""

_REDEN = re.compile(r"(\d{1,2}\.\d{1,2})\.?\s+(?=\S)")
_REDENMERK = re.compile(r"(\d{1,2}\.\d{1,2})\.?")
_REDENEN = {Sectiesoort.ARGUMENTEN: Aard.ARGUMENT, Sectiesoort.KANTTEKENING: Aard.KANTTEKENING}
_BEHANDELAAR = re.compile(r"(?P<naam>[^,]*)(?:, (?!tel\. )(?P<functie>.*?))?(?:, tel\. (?P<telefoon>[^,]*))?")


@dataclass(frozen=True, slots=True)
class _Kop:
    """A heading of a section with the blocks under it."""

    soort: Sectiesoort
    kop: str
    blokken: list[WordBlok]


@dataclass(slots=True)
class _Lezer:
    """Reads the sections of one nota."""

    eigen: bool
    waar: str
    indeling: Indeling
    secties: list[GelezenSectie] = field(default_factory=list)
    voorstel: tuple[GelezenVoorstelpunt, ...] = ()
    argumenten: list[GelezenArgument] = field(default_factory=list)
    bijlagen: tuple[str, ...] = ()
    twijfels: list[Twijfel] = field(default_factory=list)

    def lees(self, kop: _Kop) -> None:
        """Read one section."""
        blokken: Sequence[WordBlok] = kop.blokken if self.eigen else met_lijsten(kop.blokken)
        match kop.soort:
            case Sectiesoort.VOORSTEL:
                blokken = self._voorstel(blokken)
            case Sectiesoort.ARGUMENTEN | Sectiesoort.KANTTEKENING:
                blokken = self._redenen(_REDENEN[kop.soort], blokken)
            case Sectiesoort.BIJLAGEN:
                blokken = self._bijlagen(blokken)
        tekst = opmaak(blokken, eigen=self.eigen)
        self.secties.append(GelezenSectie(soort=kop.soort, kop=kop.kop, tekst=tekst))

    def _voorstel(self, blokken: Sequence[WordBlok]) -> Sequence[WordBlok]:
        """Read the points; return what stands beside them."""
        plaats = next((plaats for plaats, blok in enumerate(blokken) if isinstance(blok, Lijst)), None)
        if self.eigen:
            plaats = 0 if plaats == 0 else None
        lijst = blokken[plaats] if plaats is not None else None
        if plaats is not None and isinstance(lijst, Lijst):
            self.voorstel = voorstelpunten(lijst.punten)
            return [*blokken[:plaats], *zonder_aanloop(blokken[plaats + 1 :])]
        if self.eigen or not blokken:
            return zonder_aanloop(blokken)
        alineas = [blok for blok in blokken if isinstance(blok, WordAlinea | WordKop)]
        self.voorstel = voorstelpunten(_als_punten(alineas))
        wat = "Het voorstel heeft geen merken; elke alinea is een punt."
        self.twijfels.append(Twijfel(waar=f"{self.waar}, voorstel", wat=wat))
        return [blok for blok in blokken if isinstance(blok, WordTabel)]

    def _redenen(self, aard: Aard, blokken: Sequence[WordBlok]) -> list[WordBlok]:
        """Read numbered reasons; return what stands before the first."""
        voor: list[WordBlok] = []
        nummer, kop, onder = "", "", voor
        for blok in _met_redenen(blokken, eigen=self.eigen):
            if isinstance(blok, _Reden):
                self._sluit(aard, nummer, kop, onder)
                nummer, onder = blok.nummer, []
                kop, rest = self._kop(blok)
                if rest:
                    onder.append(WordAlinea(stukjes=rest, stijl=""))
            else:
                onder.append(blok)
        self._sluit(aard, nummer, kop, onder)
        return voor

    def _kop(self, reden: "_Reden") -> tuple[str, tuple[Stukje, ...]]:
        """Return the heading of a reason and the text that runs on behind it in the same paragraph."""
        tekst = samenvoegen(reden.stukjes)
        if reden.is_kop or len(tekst) <= LANGSTE_REDEN:
            return schrijf_stukjes(reden.stukjes), ()
        einde = re.search(r"[.:?!](?=\s)", tekst)
        lengte = einde.end() if einde else len(tekst)
        kop = " ".join(tekst[:lengte].rstrip(".: ").split())
        wat = f"Gelezen als kop: ‘{shorten(kop, 60, placeholder=' …')}’. Loopt de kop hier goed af?"
        self.twijfels.append(Twijfel(waar=f"{self.waar}, {reden.nummer}", wat=wat))
        return schrijf_stukjes((Stukje(tekst=kop),)), zonder_begin(reden.stukjes, lengte)

    def _sluit(self, aard: Aard, nummer: str, kop: str, blokken: Sequence[WordBlok]) -> None:
        if nummer:
            tekst = opmaak(blokken, eigen=self.eigen)
            self.argumenten.append(GelezenArgument(aard=aard, nummer=nummer, kop=kop, tekst=tekst))

    def _bijlagen(self, blokken: Sequence[WordBlok]) -> Sequence[WordBlok]:
        """Read the titles of bijlagen; return what else stands there."""
        if blokken and isinstance(blokken[0], Lijst):
            self.bijlagen = tuple(samenvoegen(punt.stukjes) for punt in blokken[0].punten)
            return zonder_aanloop(blokken[1:])
        if self.eigen or zegt_geen_bijlagen(" ".join(regels_van(blokken)), self.indeling):
            return zonder_aanloop(blokken)
        self.bijlagen = tuple(_losse_titels(blokken))
        return []


@dataclass(frozen=True, slots=True)
class _Reden:
    """The paragraph or heading with which a numbered reason opens."""

    nummer: str
    stukjes: tuple[Stukje, ...]
    is_kop: bool


def is_notatitel(blok: WordBlok, indeling: Indeling) -> Vorm | None:
    """Return the form that a title names, alone on its line or before a colon or dash."""
    if isinstance(blok, WordKop | WordAlinea) and len(woorden(blok)) < 120:
        eerste = sleutel(re.split(r"[:–]|\s-\s", woorden(blok))[0])
        for titel, vorm in indeling.nota.titels:
            if eerste == sleutel(titel):
                return vorm
    return None


def kopvelden(blok: WordBlok, indeling: Indeling, *, eigen: bool) -> set[str]:
    """Return which fields of the header of a nota a block holds."""
    return set(velden([blok], indeling.nota.velden, eigen=eigen))


def telt_secties(blokken: Sequence[WordBlok], indeling: Indeling, *, eigen: bool) -> int:
    """Return how many known sections open among these blocks."""
    return sum(1 for _, soort, _ in _koppen(blokken, indeling, eigen=eigen) if soort is not Sectiesoort.VRIJ)


def lees_word_nota(
    blokken: Sequence[WordBlok], regel: int, indeling: Indeling, *, eigen: bool
) -> tuple[GelezenNota, tuple[Twijfel, ...]]:
    """Return the nota in these blocks and what is doubtful in it."""
    koppen = _koppen(blokken, indeling, eigen=eigen)
    eerste = koppen[0][0] if koppen else len(blokken)
    namen = indeling.nota
    gelezen = velden(blokken[:eerste], namen.velden.met(namen.velden_in_tabel), eigen=eigen)
    kop = {rol: waarde for rol, waarde in gelezen.items() if waarde}
    secties = list(_secties(blokken, koppen))
    onderwerp = _onderwerp(blokken[:eerste], kop, secties, indeling)
    agendapunt = _agendapunt(celtekst(kop.get("agendapunt", ())))
    kort = shorten(onderwerp or "zonder onderwerp", 48, placeholder=" …")
    lezer = _Lezer(eigen, f"nota {agendapunt or f'‘{kort}’'}", indeling)
    for sectie in secties:
        lezer.lees(sectie)
    vorm, vorm_zeker = _vorm(blokken[:eerste], [sectie.soort for sectie in secties], indeling, eigen=eigen)
    behandeld = kop.get("behandelaar", ())
    domein, personen, personen_zeker = _behandelaars(behandeld, eigen=eigen)
    nota = GelezenNota(
        vorm=vorm,
        openbaar={"ja": True, "nee": False, "neen": False}.get(sleutel(celtekst(kop.get("openbaar", ())))),
        registratienummer=celtekst(kop.get("registratienummer", ())),
        gremium=celtekst(kop.get("gremium", kop.get("informatie_voor", ()))),
        datum=lees_datum(celtekst(kop.get("datum", ()))),
        agendapunt=agendapunt,
        domein=domein,
        behandelaars=personen,
        onderwerp=onderwerp,
        voorstel=lezer.voorstel,
        argumenten=tuple(lezer.argumenten),
        secties=tuple(lezer.secties),
        bijlagen=lezer.bijlagen,
        regel=regel,
        regel_tot=max(regel, genummerd(blokken, regel)[-1]) if blokken else regel,
    )
    vragen = _vragen(nota, vorm_zeker=vorm_zeker, personen_zeker=personen_zeker)
    return nota, (*(Twijfel(waar=lezer.waar, wat=vraag) for vraag in vragen), *lezer.twijfels)


def _koppen(blokken: Sequence[WordBlok], indeling: Indeling, *, eigen: bool) -> list[tuple[int, Sectiesoort, str]]:
    """Return the place, kind and words of each heading of a section.

    In our own files those are the headings of one level; in other files also bold or known lines of any style, and
    headings that stand as high as the known ones.
    """
    niveaus = [blok.niveau for blok in blokken if isinstance(blok, WordKop) and lees_kop(woorden(blok), indeling)]
    diepte = SECTIEDIEPTE if eigen else min((niveau for niveau in niveaus if niveau), default=0)
    uit: list[tuple[int, Sectiesoort, str]] = []
    for plaats, blok in enumerate(blokken):
        if not isinstance(blok, WordKop | WordAlinea):
            continue
        tekst = woorden(blok)
        bekend = lees_kop(tekst.rstrip(":"), indeling)
        if isinstance(blok, WordKop) and blok.niveau == diepte:
            if bekend is None and not eigen and (not uit or _REDEN.match(tekst)):
                continue
            uit.append((plaats, *(bekend or (Sectiesoort.VRIJ, tekst))))
        elif bekend and (is_kopregel(blok) or not eigen):
            uit.append((plaats, *bekend))
    return uit


def _secties(blokken: Sequence[WordBlok], koppen: Sequence[tuple[int, Sectiesoort, str]]) -> Iterator[_Kop]:
    plaatsen = spannen([plaats for plaats, _, _ in koppen], len(blokken))
    for (_, soort, kop), (plaats, grens) in zip(koppen, plaatsen, strict=True):
        yield _Kop(soort, kop, list(blokken[plaats + 1 : grens]))


def _onderwerp(
    blokken: Sequence[WordBlok], kop: dict[str, tuple[WordBlok, ...]], secties: list[_Kop], indeling: Indeling
) -> str:
    """Return the subject: from its field, from under the first heading ‘Onderwerp’, else from the title."""
    if secties and sleutel(secties[0].kop) == "onderwerp":
        return " ".join(filter(None, regels_van(secties.pop(0).blokken)))
    if "onderwerp" in kop:
        return celtekst(kop["onderwerp"])
    for plaats, blok in enumerate(blokken):
        if sleutel(woorden(blok)) == "onderwerp" and plaats + 1 < len(blokken):
            return woorden(blokken[plaats + 1])
    for blok in blokken:
        delen = re.split(r":\s+|\s[–-]\s", woorden(blok), maxsplit=1)
        if is_notatitel(blok, indeling) and len(delen) > 1:
            return delen[1].strip("‘’\"' ")
    titels = [blok for blok in blokken if isinstance(blok, WordKop) and not is_notatitel(blok, indeling)]
    return woorden(titels[0]) if titels else ""


def _vorm(
    kop: Sequence[WordBlok], soorten: Sequence[Sectiesoort], indeling: Indeling, *, eigen: bool
) -> tuple[Vorm, bool]:
    """Return the form of a nota and whether its title or header says so; else the one that has most of its sections."""
    for blok in kop:
        genoemd = is_notatitel(blok, indeling)
        if genoemd is Vorm.INFORMATIENOTA_KERN and Sectiesoort.DOEL in soorten:
            return Vorm.INFORMATIENOTA_DOEL, True
        if genoemd:
            return genoemd, True
    if "informatie_voor" in velden(kop, indeling.nota.velden, eigen=eigen):
        return Vorm.INFORMATIENOTA_KORT, True
    passend = {vorm: sum(s.soort in soorten for s in formulier.secties) for vorm, formulier in FORMULIEREN.items()}
    return max(passend, key=lambda vorm: passend[vorm]), False


def _behandelaars(cel: Sequence[WordBlok], *, eigen: bool) -> tuple[str, tuple[tuple[str, str, str], ...], bool]:
    """Return domain and officials; our own files write the domain in italics on a line of its own."""
    alineas = [blok for blok in cel if isinstance(blok, WordAlinea)]
    if not eigen:
        return behandelaars([*regels_van(cel)])
    domein = ""
    if alineas and all(stukje.cursief for stukje in alineas[0].stukjes):
        domein = woorden(alineas.pop(0))
    personen = []
    for alinea in alineas:
        treffer = _BEHANDELAAR.fullmatch(woorden(alinea))
        if treffer is None:
            return domein, behandelaars([woorden(alinea) for alinea in alineas])[1], False
        personen.append((treffer["naam"], treffer["functie"] or "", treffer["telefoon"] or ""))
    return domein, tuple(personen), True


def _als_punten(alineas: Sequence[WordAlinea | WordKop]) -> list[Lijstpunt]:
    return [Lijstpunt(merk="-", stukjes=alinea.stukjes) for alinea in alineas]


def _met_redenen(blokken: Sequence[WordBlok], *, eigen: bool) -> Iterator[WordBlok | _Reden]:
    """Yield blocks with the openings of reasons in their place: a heading, paragraph or item that opens with n.m."""
    for blok in blokken:
        if isinstance(blok, Lijst) and not eigen and all(_REDENMERK.fullmatch(punt.merk) for punt in blok.punten):
            for punt in blok.punten:
                yield _Reden(punt.merk.rstrip("."), punt.stukjes, is_kop=False)
                if punt.onder:
                    yield Lijst(punt.onder)
            continue
        treffer = _REDEN.match(woorden(blok))
        if treffer and isinstance(blok, WordKop | WordAlinea) and (isinstance(blok, WordKop) or not eigen):
            stukjes = zonder_begin(blok.stukjes, len(samenvoegen(blok.stukjes)) - len(woorden(blok)[treffer.end() :]))
            yield _Reden(treffer[1], _zonder_vet(stukjes, eigen=eigen), is_kop=isinstance(blok, WordKop))
        else:
            yield blok


def _zonder_vet(stukjes: Sequence[Stukje], *, eigen: bool) -> tuple[Stukje, ...]:
    """Return spans without bold where all of it is bold: a heading made by hand."""
    if eigen or not all(stukje.vet for stukje in stukjes if stukje.tekst.strip()):
        return tuple(stukjes)
    return normaal(replace(s, vet=False) for s in stukjes)


def _losse_titels(blokken: Sequence[WordBlok]) -> Iterator[str]:
    """Yield a title for each paragraph, item and row."""
    for blok in blokken:
        if isinstance(blok, WordTabel):
            for rij in blok.rijen[blok.kop_rijen :]:
                yield celtekst(max(rij, key=lambda cel: len(celtekst(cel)), default=()))
        elif isinstance(blok, Lijst):
            yield from (samenvoegen(punt.stukjes) for punt in blok.punten)
        else:
            yield re.sub(r"^bijlage\s+\d+\s*[:.–-]?\s*", "", woorden(blok), flags=re.I) or woorden(blok)


def _agendapunt(tekst: str) -> Nummer | None:
    try:
        return Nummer.lees(tekst.replace(" ", ""))
    except ValueError:
        return None


def _vragen(nota: GelezenNota, *, vorm_zeker: bool, personen_zeker: bool) -> Iterator[str]:
    """Yield what the header of a nota leaves open, as questions to the reader."""
    gevraagd = {
        "agendapunt": nota.agendapunt,
        "registratienummer": nota.registratienummer,
        "datum": nota.datum,
        "openbaar of niet": nota.openbaar is not None,
        "onderwerp": nota.onderwerp,
    }
    ontbreekt = [naam for naam, waarde in gevraagd.items() if not waarde]
    if ontbreekt:
        yield f"Niet gevonden in de kop: {', '.join(ontbreekt)}. Vul dit zelf aan."
    if not vorm_zeker:
        yield f"De soort staat er niet bij; de koppen passen bij een {FORMULIEREN[nota.vorm].soort.value}. Klopt dat?"
    if not personen_zeker:
        namen = "; ".join(", ".join(filter(None, persoon)) for persoon in nota.behandelaars)
        yield f"De behandelaars zijn niet zeker. Gelezen als: {namen}. Klopt dat?"
    kaal = [sectie.kop for sectie in nota.secties if sectie.soort in _REDENEN and platte_tekst(sectie.tekst).strip()]
    if kaal and not nota.argumenten:
        yield f"Onder {' en '.join(kaal)} staan geen genummerde redenen (1.1); de tekst is als geheel bewaard."
