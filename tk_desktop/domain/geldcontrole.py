"""Whether the amounts of tables agree: columns with totals, rows, one table with another, the text with a table.

Right figures are never flagged: what is not certain is not compared, a difference of one or two is rounding and told
as information, and what follows from one fault is told with that fault and not again (N3, N4).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tk_desktop.domain.bedrag import beschadigde, is_beschadigd
from tk_desktop.domain.begroting import Bedragsoort
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.cijfertabel import AFRONDING, Cijferrij, Cijfertabel, Kolomsoort, Rijsoort
from tk_desktop.domain.geldoorzaak import oorzaak_van_kolom, oorzaak_van_rij, verwisseld
from tk_desktop.domain.geldtekst import Tekstbedrag, tekstbedragen
from tk_desktop.domain.getal import duizendtal
from tk_desktop.domain.kolomsoort import is_lasten_tabel, kolomsoorten
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.projectnaam import zoek_naam

KOLOM, RIJ, TABELLEN, TEKST, RONDING, VERLOREN = "GD01", "GD02", "GD03", "GD04", "GD05", "GD06"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldvondst:
    """One thing that does not agree: in which table, row and column, and by how much what is stated lies too high.

    ``oorzaak`` is a sentence where one single cause explains it, else empty. ``gevolg`` tells what else it explains.
    Of an amount that lost figures there is no more than how it is ``geschreven``.
    """

    code: str
    ernst: Ernst
    tabel: str
    plek: str
    rij: str
    kolom: str
    gesteld: int = 0
    gerekend: int = 0
    geschreven: str = ""
    oorzaak: str = ""
    gevolg: str = ""

    @property
    def verschil(self) -> int:
        """How much what is stated lies above what follows."""
        return self.gesteld - self.gerekend

    @property
    def waar(self) -> str:
        """Where it is: table, row and column."""
        tabel, rij = f"‘{self.tabel}’" if self.tabel else "", f"rij ‘{self.rij}’" if self.rij else ""
        delen = (tabel, rij, f"kolom ‘{self.kolom}’" if self.kolom else "")
        return ", ".join(deel for deel in delen if deel)

    @property
    def wat(self) -> str:
        """What is wrong, in sentences."""
        if self.code == VERLOREN:
            return f"Er staat {self.geschreven}: daarin zijn cijfers verloren gegaan. Ermee gerekend is er niet."
        staat, telt = duizendtal(self.gesteld), duizendtal(self.gerekend)
        zin = {
            KOLOM: f"Als totaal staat er {staat}; de posten zijn samen {telt}",
            RIJ: f"Er staat {staat}; uit de rest van de rij volgt {telt}",
            TABELLEN: f"Hier staat {staat}; in een andere tabel staat {telt}",
            TEKST: f"De tekst noemt {staat}; in de tabel staat {telt}",
            RONDING: f"Er staat {staat}; uit de rest volgt {telt}",
        }[self.code]
        eind = "Dat is een afrondingsverschil." if self.code == RONDING else ""
        delen = (f"{zin} (verschil {duizendtal(self.verschil)}).", eind, self.oorzaak, self.gevolg)
        return " ".join(deel for deel in delen if deel)


def controleer_tabellen(tabellen: Sequence[Cijfertabel], tekst: str = "") -> tuple[Geldvondst, ...]:
    """Return what does not agree in the tables of one paper, and with its text, in the order of the tables."""
    rijen = [list(_rows(tabel)) for tabel in tabellen]
    kolommen = [list(_columns(tabel)) for tabel in tabellen]
    tussen = list(_across(tabellen))
    uit: list[Geldvondst] = []
    for plaats, tabel in enumerate(tabellen):
        eigen = [een for t, een in tussen if t == plaats]
        kolom, verklaard = met_gevolg(kolommen[plaats], eigen)
        uit += _lost(tabel)
        uit += _without_totals_of(rijen[plaats], tabel)
        uit += kolom
        uit += verklaard
    return tuple(_once([*uit, *_text(tabellen, tekst), *_lost_in_text(tabellen, tekst)]))


def _once(vondsten: Sequence[Geldvondst]) -> Iterator[Geldvondst]:
    """Yield what was found, each place and pair of amounts once: a total may be wrong by its column and by its row."""
    gehad = set()
    for een in vondsten:
        kenmerk = (een.plek, een.waar, een.gesteld, een.gerekend, een.geschreven)
        if kenmerk not in gehad:
            gehad.add(kenmerk)
            yield een


def _level(code: str, verschil: int) -> tuple[str, Ernst]:
    return (RONDING, Ernst.INFO) if abs(verschil) <= AFRONDING else (code, Ernst.FOUT)


def geldvondst(code: str, tabel: Cijfertabel, rij: str, kolom: str, *, gesteld: int, gerekend: int) -> Geldvondst:
    """Return a finding at a place, as information where it is no more than rounding."""
    eigen, ernst = _level(code, gesteld - gerekend)
    return Geldvondst(
        code=eigen, ernst=ernst, tabel=tabel.titel, plek=tabel.plek, rij=rij, kolom=kolom, gesteld=gesteld,
        gerekend=gerekend,
    )  # fmt: skip


# -- lost figures ------------------------------------------------------------------------------------------------------


def verloren_in(tabel: str, plek: str, rij: str, kolom: str, tekst: str) -> Geldvondst:
    """Return that an amount at a place lost figures."""
    return Geldvondst(
        code=VERLOREN, ernst=Ernst.WAARSCHUWING, tabel=tabel, plek=plek, rij=rij, kolom=kolom,
        geschreven=f"‘{' '.join(tekst.split())}’",
    )  # fmt: skip


def _lost(tabel: Cijfertabel) -> Iterator[Geldvondst]:
    """Yield the amounts of a table that lost figures: no check says anything of what they are part of."""
    for rij in tabel.rijen:
        for cel, kolom in zip(rij.cellen, tabel.kolommen, strict=True):
            if is_beschadigd(cel.tekst):
                yield verloren_in(tabel.titel, tabel.plek, rij.naam, kolom.naam, cel.tekst)


def _lost_in_text(tabellen: Sequence[Cijfertabel], tekst: str) -> Iterator[Geldvondst]:
    """Yield the amounts that lost figures in the text and in no table, as one finding."""
    in_tabel = "\n".join(cel.tekst for tabel in tabellen for rij in tabel.rijen for cel in rij.cellen)
    los = [een for een in beschadigde(tekst) if een not in in_tabel and een.lstrip("-–−€ ") not in in_tabel]
    if los:
        yield Geldvondst(
            code=VERLOREN, ernst=Ernst.WAARSCHUWING, tabel="", plek="", rij="de tekst", kolom="",
            geschreven=opsomming([f"‘{een}’" for een in los]),
        )  # fmt: skip


# -- columns ----------------------------------------------------------------------------------------------------------


def _columns(tabel: Cijfertabel) -> Iterator[Geldvondst]:
    for som in tabel.sommen():
        if som.verschil:
            vondst = geldvondst(KOLOM, tabel, "Totaal", som.kolom, gesteld=som.totaal, gerekend=som.som)
            yield replace(vondst, oorzaak="" if vondst.code == RONDING else oorzaak_van_kolom(tabel, som))


def met_gevolg(
    kolommen: Sequence[Geldvondst], tussen: Sequence[Geldvondst]
) -> tuple[list[Geldvondst], list[Geldvondst]]:
    """Return the columns that no other table explains, and what other tables say with the columns that it explains."""
    blijft = list(kolommen)
    verklaard = []
    for een in tussen:
        gevolg = next((k for k in blijft if k.kolom == een.kolom and k.verschil == -een.verschil), None)
        if gevolg is None:
            verklaard.append(een)
        else:
            blijft.remove(gevolg)
            zin = f"Met {duizendtal(een.gerekend)} klopt het totaal van deze kolom ook."
            verklaard.append(replace(een, gevolg=zin))
    return blijft, verklaard


# -- rows -------------------------------------------------------------------------------------------------------------


def _rows(tabel: Cijfertabel) -> Iterator[Geldvondst]:
    soorten = kolomsoorten(tabel)
    for rij in tabel.rijen:
        if rij.soort is Rijsoort.VERDER or rij.twijfel or any(cel.twijfel for cel in rij.cellen):
            continue
        yield from _balance(tabel, rij, soorten)
        yield from _sides(tabel, rij)


def _balance(tabel: Cijfertabel, rij: Cijferrij, soorten: Sequence[Bedragsoort | None]) -> Iterator[Geldvondst]:
    """Yield where saldo or eindsaldo does not follow from what stands before it."""
    bedrag = {soort: cel.bedrag for soort, cel in zip(soorten, rij.cellen, strict=True) if soort is not None}
    naam = {soort: kolom.naam for soort, kolom in zip(soorten, tabel.kolommen, strict=True) if soort is not None}
    ruimte = bedrag.get(Bedragsoort.GEWIJZIGD, bedrag.get(Bedragsoort.BEGROTING))
    saldo, eind = bedrag.get(Bedragsoort.SALDO), bedrag.get(Bedragsoort.EINDSALDO)
    for soort, gesteld, van, af in (
        (Bedragsoort.SALDO, saldo, ruimte, bedrag.get(Bedragsoort.BESTEED)),
        (Bedragsoort.EINDSALDO, eind, saldo, bedrag.get(Bedragsoort.VERWACHT)),
    ):
        if gesteld is None or van is None or af is None or gesteld == van - af:
            continue
        vondst = geldvondst(RIJ, tabel, rij.naam, naam[soort], gesteld=gesteld, gerekend=van - af)
        yield vondst if vondst.code == RONDING else replace(vondst, oorzaak=oorzaak_van_rij(vondst.verschil, bedrag))


def _sides(tabel: Cijfertabel, rij: Cijferrij) -> Iterator[Geldvondst]:
    """Yield where costs are not what income and contributions are together."""
    if not is_lasten_tabel(tabel):
        return
    paren = zip(rij.cellen, tabel.kolommen, strict=True)
    cellen = [cel for cel, kolom in paren if kolom.soort is Kolomsoort.BEDRAG]
    bedragen = [cel.bedrag for cel in cellen]
    if bedragen[0] is None or any(cel.bedrag is None and cel.tekst.strip() for cel in cellen):
        return
    rest = [b for b in bedragen[1:] if b is not None]
    if len(rest) < 2 or sum(rest) == bedragen[0]:
        return
    vondst = geldvondst(RIJ, tabel, rij.naam, tabel.kolommen[0].naam, gesteld=bedragen[0], gerekend=sum(rest))
    gelijk = len(set(rest)) == 1 and rest[0] == bedragen[0]
    oorzaak = "In alle kolommen staat hetzelfde bedrag; de baten zijn dan niet ingevuld." if gelijk else ""
    yield vondst if vondst.code == RONDING else replace(vondst, oorzaak=oorzaak)


def _without_totals_of(rijen: Sequence[Geldvondst], tabel: Cijfertabel) -> list[Geldvondst]:
    """Return the rows without the total of which the difference is that of the rows together: one fault, told once."""
    totaal = tabel.totaal
    if totaal is None:
        return list(rijen)
    uit = []
    for een in rijen:
        samen = sum(ander.verschil for ander in rijen if ander.kolom == een.kolom and ander.rij != totaal.naam)
        if een.rij != totaal.naam or een.code == RONDING or samen != een.verschil:
            uit.append(een)
    return uit


# -- one table with another -------------------------------------------------------------------------------------------


def _across(tabellen: Sequence[Cijfertabel]) -> Iterator[tuple[int, Geldvondst]]:
    """Yield, with the place of the table, where a row of one table is another amount than the total of that other."""
    totalen = {plaats: tabel.totaal for plaats, tabel in enumerate(tabellen) if tabel.totaal is not None}
    for plaats, tabel in enumerate(tabellen):
        namen = {tabellen[ander].titel: ander for ander in totalen if ander != plaats and tabellen[ander].titel}
        for rij in tabel.posten:
            ander = namen.get(_meant(rij.naam, list(namen)))
            if ander is None or tabellen[ander].eenheid is not tabel.eenheid:
                continue
            yield from ((plaats, een) for een in _compare(tabel, rij, tabellen[ander], totalen[ander]))
        if plaats:
            yield from ((plaats - 1, een) for een in _summary(tabellen[plaats - 1], tabel))


def _meant(naam: str, titels: Sequence[str]) -> str:
    """Return the title of the table that a row repeats the total of: ``Themalijn Ouderen``, ``Financiën … ouderen``."""
    kern = naam.removeprefix("Themalijn ").removeprefix("themalijn ")
    kort = {titel.split(" ", 1)[-1].removeprefix("themalijn "): titel for titel in titels if " " in titel}
    return kort.get(zoek_naam(kern, list(kort)), "")


def _compare(tabel: Cijfertabel, rij: Cijferrij, ander: Cijfertabel, totaal: Cijferrij) -> Iterator[Geldvondst]:
    daar = dict(zip(kolomsoorten(ander), totaal.cellen, strict=True))
    for soort, cel, kolom in zip(kolomsoorten(tabel), rij.cellen, tabel.kolommen, strict=True):
        andere = daar.get(soort) if soort is not None else None
        if andere is None or andere.bedrag is None or cel.bedrag is None or cel.twijfel or andere.twijfel:
            continue
        if cel.bedrag != andere.bedrag:
            vondst = geldvondst(TABELLEN, tabel, rij.naam, kolom.naam, gesteld=cel.bedrag, gerekend=andere.bedrag)
            yield replace(vondst, oorzaak=f"Die andere tabel is ‘{ander.titel}’ ({ander.plek}).")


def _summary(kort: Cijfertabel, lang: Cijfertabel) -> Iterator[Geldvondst]:
    """Yield where a table with totals alone is other than the rows of the table under the same title."""
    if not kort.titel or kort.titel != lang.titel or not (is_lasten_tabel(kort) and is_lasten_tabel(lang)):
        return
    rij = (kort.posten or (None,))[0]
    if rij is None or not kort.kolommen[0].naam.casefold().startswith("tota") or not lang.posten:
        return
    gesteld = rij.cellen[0].bedrag or 0
    bedragen = [een.cellen[0].bedrag for een in lang.posten]
    som = sum(bedrag for bedrag in bedragen if bedrag is not None)
    stap = 10 ** min(3, len(str(abs(gesteld))) - len(str(abs(gesteld)).rstrip("0")))
    if rij.cellen[0].bedrag is None or None in bedragen or abs(gesteld - som) < stap:
        return
    vondst = geldvondst(KOLOM, kort, rij.naam, kort.kolommen[0].naam, gesteld=gesteld, gerekend=som)
    namen = [(een.naam, een.cellen[0].bedrag or 0) for een in lang.posten]
    yield replace(vondst, oorzaak=verwisseld(vondst.verschil, namen))


# -- text -------------------------------------------------------------------------------------------------------------


def _text(tabellen: Sequence[Cijfertabel], tekst: str) -> Iterator[Geldvondst]:
    """Yield where the text names an amount of a table otherwise, or adds up to another amount than it names."""
    for een in tekstbedragen(tabellen, tekst) if tekst else ():
        if een.in_tekst != een.in_tabel:
            yield _of_text(een)


def _of_text(een: Tekstbedrag) -> Geldvondst:
    code, ernst = _level(TEKST, een.in_tekst - een.in_tabel)
    return Geldvondst(
        code=code, ernst=ernst, tabel=een.tabel, plek=een.plek, rij=een.rij, kolom=een.kolom, gesteld=een.in_tekst,
        gerekend=een.in_tabel,
    )  # fmt: skip
