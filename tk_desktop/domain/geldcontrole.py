"""Whether the amounts of tables agree: columns with totals, rows, one table with another, the text with a table.

Right figures are never flagged: what is not certain is not compared, a difference of one or two is rounding and told
as information, and what follows from one fault is told with that fault and not again (N3, N4).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tk_desktop.domain.bedrag import beschadigde, is_beschadigd
from tk_desktop.domain.begroting import Bedragsoort
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.cijfertabel import Cijferrij, Cijfertabel, Kolomsoort, Rijsoort
from tk_desktop.domain.geldoorzaak import oorzaak_van_kolom, oorzaak_van_rij, verwisseld
from tk_desktop.domain.geldtekst import Tekstbedrag, tekstbedragen
from tk_desktop.domain.geldverband import met_een_bedrag
from tk_desktop.domain.geldvondst import (
    KOLOM,
    RIJ,
    RONDING,
    TABELLEN,
    TEKST,
    VERLOREN,
    Geldvondst,
    ernst_van,
    geldvondst,
    verloren_in,
)
from tk_desktop.domain.getal import duizendtal
from tk_desktop.domain.kolomsoort import is_lasten_tabel, kolomsoorten
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.projectnaam import groep_van, zoek_over_en_weer
from tk_desktop.domain.vergelijken import sleutel


def controleer_tabellen(tabellen: Sequence[Cijfertabel], tekst: str = "") -> tuple[Geldvondst, ...]:
    """Return what does not agree in the tables of one paper, and with its text, in the order of the tables."""
    in_tabellen = met_een_bedrag(tabellen, _in_tables(tabellen), _in_tables)
    return tuple(_once([*in_tabellen, *_text(tabellen, tekst), *_lost_in_text(tabellen, tekst)]))


def _in_tables(tabellen: Sequence[Cijfertabel]) -> list[Geldvondst]:
    half = _half_told(tabellen)
    rijen = [list(_rows(tabel, van)) for tabel, van in zip(tabellen, half, strict=True)]
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
    return uit


def _once(vondsten: Sequence[Geldvondst]) -> Iterator[Geldvondst]:
    """Yield what was found, each place and pair of amounts once: a total may be wrong by its column and by its row."""
    gehad = set()
    for een in vondsten:
        kenmerk = (een.plek, een.waar, een.gesteld, een.gerekend, een.geschreven)
        if kenmerk not in gehad:
            gehad.add(kenmerk)
            yield een


# -- lost figures ------------------------------------------------------------------------------------------------------


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
    yield from _subtotals(tabel)


def _subtotals(tabel: Cijfertabel) -> Iterator[Geldvondst]:
    """Yield where a subtotal is neither what stands above it since the one before, nor all that stands above it.

    One that stands above its posts is not compared.
    """
    if any(not onder for _, onder in tabel.subtotalen):
        return
    alles: list[Cijferrij] = []
    for rij, onder in tabel.subtotalen:
        alles += onder
        for plaats, (cel, kolom) in enumerate(zip(rij.cellen, tabel.kolommen, strict=True)):
            cellen = [een.cellen[plaats] for een in alles]
            if cel.bedrag is None or cel.twijfel or kolom.soort is not Kolomsoort.BEDRAG:
                continue
            if any(een.twijfel or (een.bedrag is None and een.tekst.strip()) for een in cellen):
                continue
            som = sum(een.cellen[plaats].bedrag or 0 for een in onder)
            if cel.bedrag not in (som, sum(een.bedrag or 0 for een in cellen)):
                yield geldvondst(KOLOM, tabel, rij.naam, kolom.naam, gesteld=cel.bedrag, gerekend=som)


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


def _rows(tabel: Cijfertabel, half: Mapping[str, frozenset[Bedragsoort]]) -> Iterator[Geldvondst]:
    """Yield the rows of a table that do not follow; ``half`` tells which amounts of a row are of some posts alone."""
    soorten = kolomsoorten(tabel)
    for rij in tabel.rijen:
        if rij.soort is Rijsoort.VERDER or rij.twijfel or any(cel.twijfel for cel in rij.cellen):
            continue
        yield from _balance(tabel, rij, soorten, half.get(rij.naam, frozenset()))
        yield from _sides(tabel, rij)


def _balance(
    tabel: Cijfertabel, rij: Cijferrij, soorten: Sequence[Bedragsoort | None], half: frozenset[Bedragsoort]
) -> Iterator[Geldvondst]:
    """Yield where saldo or eindsaldo does not follow from what stands before it."""
    bedrag = _amounts(rij, soorten)
    naam = {soort: kolom.naam for soort, kolom in zip(soorten, tabel.kolommen, strict=True) if soort is not None}
    for soort, (van, af) in _formulas(soorten).items():
        gesteld, eerst, min_ = bedrag.get(soort), bedrag.get(van), bedrag.get(af)
        if gesteld is None or eerst is None or min_ is None or gesteld == eerst - min_ or soort in half:
            continue
        vondst = geldvondst(RIJ, tabel, rij.naam, naam[soort], gesteld=gesteld, gerekend=eerst - min_)
        yield vondst if vondst.code == RONDING else replace(vondst, oorzaak=oorzaak_van_rij(vondst.verschil, bedrag))


def _formulas(soorten: Sequence[Bedragsoort | None]) -> dict[Bedragsoort, tuple[Bedragsoort, Bedragsoort]]:
    """Return of what and less what the amounts of a row follow, by the columns that a table has."""
    ruimte = Bedragsoort.GEWIJZIGD if Bedragsoort.GEWIJZIGD in soorten else Bedragsoort.BEGROTING
    return {
        Bedragsoort.SALDO: (ruimte, Bedragsoort.BESTEED),
        Bedragsoort.EINDSALDO: (Bedragsoort.SALDO, Bedragsoort.VERWACHT),
    }


def _half_told(tabellen: Sequence[Cijfertabel]) -> list[dict[str, frozenset[Bedragsoort]]]:
    """Return for each table, by the name of a row, the amounts that some of its posts have and others lack.

    A total of those does not follow from the totals beside it: of some posts it is not known what was spent. That goes
    for the total of a table, and for the row of an overview that repeats it.
    """
    totalen = [_not_of_all(tabel) for tabel in tabellen]
    uit = []
    for tabel, eigen in zip(tabellen, totalen, strict=True):
        rijen = {
            rij.naam: totalen[ander] for rij in tabel.posten if (ander := _meant(tabel, rij, tabellen)) is not None
        }
        heel = eigen.union(*rijen.values())
        uit.append(rijen | ({tabel.totaal.naam: heel} if tabel.totaal is not None else {}))
    return uit


def _not_of_all(tabel: Cijfertabel) -> frozenset[Bedragsoort]:
    soorten = kolomsoorten(tabel)
    posten = [_amounts(rij, soorten) for rij in tabel.posten]
    return frozenset(
        soort
        for soort, uit in _formulas(soorten).items()
        if any((post.get(soort) is None) != all(post.get(een) is None for een in uit) for post in posten)
    )


def _amounts(rij: Cijferrij, soorten: Sequence[Bedragsoort | None]) -> dict[Bedragsoort, int | None]:
    return {soort: cel.bedrag for soort, cel in zip(soorten, rij.cellen, strict=True) if soort is not None}


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
    for plaats, tabel in enumerate(tabellen):
        for rij in tabel.posten:
            nummer = _meant(tabel, rij, tabellen)
            ander = None if nummer is None else tabellen[nummer]
            if ander is not None and ander.totaal is not None and ander.eenheid is tabel.eenheid:
                yield from ((plaats, een) for een in _compare(tabel, rij, ander, ander.totaal))
        if plaats:
            yield from ((plaats - 1, een) for een in _summary(tabellen[plaats - 1], tabel))


def _meant(tabel: Cijfertabel, rij: Cijferrij, tabellen: Sequence[Cijfertabel]) -> int | None:
    """Return the place of the table that a row repeats the total of: ``Themalijn Ouderen``, ``Financiën … ouderen``.

    A title that is the name of the row will do; a name that is only alike has to be of a title that names a group, and
    no other row may be as near to it.
    """
    anderen = {p: een.titel for p, een in enumerate(tabellen) if een is not tabel and een.totaal is not None}
    gelijk = [p for p, titel in anderen.items() if titel and sleutel(titel) == sleutel(rij.naam)]
    if gelijk:
        return gelijk[0] if len(gelijk) == 1 else None
    groepen = {p: groep for p, titel in anderen.items() if (groep := groep_van(titel))}
    naam = zoek_over_en_weer(rij.naam, list(groepen.values()), [een.naam for een in tabel.posten])
    return next((p for p, groep in groepen.items() if groep == naam), None) if naam else None


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
    code, ernst = ernst_van(TEKST, een.in_tekst - een.in_tabel)
    return Geldvondst(
        code=code, ernst=ernst, tabel=een.tabel, plek=een.plek, rij=een.rij, kolom=een.kolom, gesteld=een.in_tekst,
        gerekend=een.in_tabel,
    )  # fmt: skip
