"""The tables of a report as lines of a budget: which column is what, of which project a row is, what the totals say."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tk_desktop.domain.bedrag import HEEL, VERLOREN, lees_bedrag
from tk_desktop.domain.begroting import AFGELEID, ALLES, Bedragsoort, Regelbedrag, Zijde
from tk_desktop.domain.cijfertabel import AFRONDING, Cijferrij, Cijfertabel, Eenheid
from tk_desktop.domain.getal import duizendtal, euro
from tk_desktop.domain.kolomsoort import kolomsoorten
from tk_desktop.domain.programmalezing import Gelezenlijn, Gelezenmeename, Gelezenregel, Gelezentotaal
from tk_desktop.domain.projectnaam import groep_van, zoek_naam
from tk_desktop.intake.regels import Regel, tekst_van

_LIJN = re.compile(r"themalijn\s+(?P<naam>\S.*)", re.I)
_RESERVE = re.compile(r"\w*reserve\b", re.I)
_KANT = re.compile(r"\b(baten|lasten)\b", re.I)
_MEE = re.compile(rf"€\s*(?P<bedrag>[\d.{VERLOREN}]+)[^€]{{0,40}}meenemen naar (?P<naar>\d{{4}})")
_POST = re.compile(rf"[•*-]?\s*€\s*(?P<bedrag>[\d.{VERLOREN}]+)\s+(?:van)?uit\s+(?P<waarvan>\S.*)")
_BEDRAG = re.compile(rf"-?€ ?[\d.]+\d{HEEL}")
_TUSSEN_HAAKJES = re.compile(r"\(([^()]+)\)")


def momenten(tabellen: Sequence[Cijfertabel]) -> tuple[str, str]:
    """Return when the budget was made and when it was changed: ``dec ‘23``, ``juli ‘24``."""
    uit = {Bedragsoort.BEGROTING: "", Bedragsoort.GEWIJZIGD: ""}
    for tabel in tabellen:
        for kolom, soort in zip(tabel.kolommen, kolomsoorten(tabel), strict=True):
            treffer = _TUSSEN_HAAKJES.search(kolom.naam)
            if soort in uit and treffer:
                uit[soort] = uit[soort] or treffer[1].strip()
    return uit[Bedragsoort.BEGROTING], uit[Bedragsoort.GEWIJZIGD]


class Geldlezing:
    """The lines and totals of the tables of one report; what was found is in ``regels`` and ``totalen``."""

    def __init__(self, lijnen: Sequence[Gelezenlijn], afkortingen: Mapping[str, str]) -> None:
        self._lijnen = lijnen
        self._afkortingen = afkortingen
        self.regels: list[Gelezenregel] = []
        self.totalen: list[Gelezentotaal] = []
        self.twijfels: list[str] = []
        self.groepen: list[str] = []
        """What tables are of, that is no themalijn."""

    def lees(self, tabellen: Sequence[Cijfertabel]) -> None:
        """Read the tables: those of one themalijn or group first, for an overview repeats their totals."""
        overzichten = []
        for tabel in tabellen:
            soorten = kolomsoorten(tabel)
            if sum(soort is not None for soort in soorten) < 2:
                continue
            if _side(tabel) is not None:
                overzichten.append((tabel, soorten))
                continue
            naam = groep_van(tabel.titel)
            lijn = self._line_of(tabel, naam)
            if lijn or naam:
                self._table(tabel, soorten, lijn, "" if lijn else naam)
            else:
                self.twijfels.append(
                    f"De tabel op {tabel.plek} is niet overgenomen: het is niet zeker van welke themalijn zij is."
                )
        onder = [b for tabel, _ in overzichten for rij in tabel.verder for b in _in_doubt(rij) if not _is_reserve(rij)]
        for tabel, soorten in overzichten:
            self._overview(tabel, soorten, _side(tabel) or Zijde.LASTEN, onder)

    def _line_of(self, tabel: Cijfertabel, naam: str) -> str:
        """Return the themalijn of a table: as its title says, else the one that most of its rows are projects of."""
        lijn = zoek_naam(naam, [een.naam for een in self._lijnen])
        if lijn:
            return lijn
        for een in self._lijnen:
            namen = [project.naam for project in een.projecten]
            raak = sum(bool(zoek_naam(rij.naam, namen, self._afkortingen)) for rij in tabel.posten)
            if raak >= 2 and raak * 2 > len(tabel.posten):
                return een.naam
        return ""

    def _table(self, tabel: Cijfertabel, soorten: Sequence[Bedragsoort | None], lijn: str, naam: str) -> None:
        groep = naam[:1].upper() + naam[1:]
        if groep:
            self.groepen.append(groep)
        projecten = [project.naam for een in self._lijnen if een.naam == lijn for project in een.projecten]
        for rij in tabel.posten:
            self.regels.append(
                Gelezenregel(
                    naam=rij.naam,
                    themalijn=lijn,
                    groep=groep,
                    project=zoek_naam(rij.naam, projecten, self._afkortingen),
                    bedragen=tuple(_amounts(tabel, rij, soorten)),
                    plek=_place(tabel, rij),
                )
            )
        self._total(tabel, soorten, lijn or groep, Zijde.LASTEN)

    def _overview(
        self, tabel: Cijfertabel, soorten: Sequence[Bedragsoort | None], zijde: Zijde, onder: Sequence[int]
    ) -> None:
        for rij in (*tabel.posten, *tabel.verder):
            treffer = _LIJN.fullmatch(rij.naam)
            bekend = [een.naam for een in self._lijnen] if treffer else self.groepen
            van = zoek_naam(treffer["naam"] if treffer else rij.naam, bekend)
            reserve = _is_reserve(rij)
            if zijde is Zijde.LASTEN and van and any(van in (een.themalijn, een.groep) for een in self.regels):
                self._totals(rij, soorten, van, zijde, tabel)
            elif rij in tabel.posten or reserve:
                self.regels.append(
                    Gelezenregel(
                        naam=rij.naam,
                        zijde=zijde,
                        bron=rij.naam if zijde is Zijde.BATEN and not reserve else "",
                        buiten_totaal=reserve,
                        bedragen=tuple(_amounts(tabel, rij, soorten)) or _reserve(tabel, rij, soorten, onder),
                        plek=_place(tabel, rij),
                    )
                )
        self._total(tabel, soorten, ALLES, zijde)

    def _total(self, tabel: Cijfertabel, soorten: Sequence[Bedragsoort | None], naam: str, zijde: Zijde) -> None:
        if tabel.totaal is not None:
            self._totals(tabel.totaal, soorten, naam, zijde, tabel)

    def _totals(
        self, rij: Cijferrij, soorten: Sequence[Bedragsoort | None], naam: str, zijde: Zijde, tabel: Cijfertabel
    ) -> None:
        for cel, soort in zip(rij.cellen, soorten, strict=True):
            if soort is not None and cel.bedrag is not None and not cel.twijfel:
                waar, euros = _place(tabel, rij), tabel.eenheid.euros
                self.totalen.append(
                    Gelezentotaal(
                        naam=naam, zijde=zijde, soort=soort, bedrag=cel.bedrag * euros, waar=waar, eenheid=euros
                    )
                )


def _amounts(tabel: Cijfertabel, rij: Cijferrij, soorten: Sequence[Bedragsoort | None]) -> Iterator[Regelbedrag]:
    """Yield the amounts of a row in euros; what follows from the rest but for rounding to thousands is left out."""
    per_soort = {soort: cel.bedrag for soort, cel in zip(soorten, rij.cellen, strict=True) if soort is not None}
    for cel, soort in zip(rij.cellen, soorten, strict=True):
        if soort is None or not (cel.tekst.strip() or cel.bedrag is not None):
            continue
        twijfel = cel.twijfel or ("" if cel.bedrag is not None else "dit is geen zeker bedrag")
        tekst = cel.tekst.strip()
        if tabel.eenheid is Eenheid.EURO:
            yield Regelbedrag(soort=soort, bedrag=cel.bedrag, tekst=tekst, twijfel=twijfel)
        elif not _follows(soort, per_soort):
            bedrag = None if cel.bedrag is None else cel.bedrag * tabel.eenheid.euros
            yield Regelbedrag(soort=soort, bedrag=bedrag, tekst=f"{tekst} ({tabel.eenheid.value})", twijfel=twijfel)


def _follows(soort: Bedragsoort, bedrag: Mapping[Bedragsoort, int | None]) -> bool:
    """Tell whether an amount is what follows from the others of its row, as rounding may leave it."""
    ruimte = bedrag.get(Bedragsoort.GEWIJZIGD, bedrag.get(Bedragsoort.BEGROTING))
    af = (Bedragsoort.BESTEED, Bedragsoort.VERWACHT)[: 1 if soort is Bedragsoort.SALDO else 2]
    delen = [ruimte, bedrag.get(soort), *(bedrag.get(een) for een in af)]
    if soort not in AFGELEID or None in delen:
        return False
    van, staat, *weg = (een or 0 for een in delen)
    return abs(van - sum(weg) - staat) <= AFRONDING


def _is_reserve(rij: Cijferrij) -> bool:
    return _RESERVE.fullmatch(rij.naam) is not None


def _in_doubt(rij: Cijferrij) -> tuple[int, ...]:
    """Return the amounts of a row of which nobody knows the columns."""
    return tuple(b for tekst in _BEDRAG.findall(rij.twijfel) if (b := lees_bedrag(tekst)) is not None)


def _reserve(
    tabel: Cijfertabel, rij: Cijferrij, soorten: Sequence[Bedragsoort | None], onder: Sequence[int]
) -> tuple[Regelbedrag, ...]:
    """Return the amount of a reserve whose column only the total with it tells; without that total it is a doubt."""
    bedragen, totaal = _in_doubt(rij), tabel.totaal
    if len(bedragen) != 1 or totaal is None:
        return ()
    past = [
        soort
        for soort, cel in zip(soorten, totaal.cellen, strict=True)
        if soort is not None and cel.bedrag is not None and cel.bedrag + bedragen[0] in onder
    ]
    tekst = f"{euro(bedragen[0])}"
    if len(past) == 1:
        return (Regelbedrag(soort=past[0], bedrag=bedragen[0] * tabel.eenheid.euros, tekst=tekst),)
    twijfel = "het is niet zeker in welke kolom dit bedrag staat"
    return (Regelbedrag(soort=Bedragsoort.BEGROTING, tekst=tekst, twijfel=twijfel),)


def _side(tabel: Cijfertabel) -> Zijde | None:
    """Return of which side a table is, where its heading says so."""
    treffer = _KANT.search(tabel.kop)
    return Zijde(treffer[1].lower()) if treffer else None


def _place(tabel: Cijfertabel, rij: Cijferrij) -> str:
    return f"{tabel.titel}, {f'regel {rij.regel}' if rij.regel else tabel.plek}"


def vind_meenames(regels: Sequence[Regel]) -> tuple[tuple[Gelezenmeename, ...], str]:
    """Return the amounts that go to another year, and a doubt where they are not together what the text says."""
    for plaats, regel in enumerate(regels):
        kop = _MEE.search(tekst_van(regels[plaats : plaats + 2])) if "€" in regel.tekst else None
        if kop is None:
            continue
        uit: list[Gelezenmeename] = []
        kwijt: list[str] = []
        for volgende in regels[plaats + 1 : plaats + 20]:
            post = _POST.fullmatch(volgende.kaal)
            if post is not None:
                bedrag = lees_bedrag(post["bedrag"])
                if bedrag is None:
                    kwijt.append(f"Meenemen naar {kop['naar']}: van ‘{volgende.kaal}’ is het bedrag niet te lezen.")
                else:
                    uit.append(Gelezenmeename(bedrag=bedrag, waarvan=post["waarvan"].strip(), naar=kop["naar"]))
            elif (uit or kwijt) and not volgende.leeg:
                break
        if uit or kwijt:
            noemt, som = kop["bedrag"].rstrip("."), sum(een.bedrag for een in uit)
            gesteld = lees_bedrag(noemt)
            zegt = f"Meenemen naar {kop['naar']}: de posten zijn samen {duizendtal(som)}, de tekst noemt {noemt}."
            return tuple(uit), " ".join(kwijt) if kwijt else "" if gesteld == som else zegt
    return (), ""
