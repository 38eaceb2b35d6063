"""Whether what was printed of a budget agrees with itself, from its records: the same checks as on a paper (N3, N4).

The records keep what a paper printed where it is other than what follows. Put back in the tables where it stood, they
are checked by ``domain.geldcontrole``, so that a finding has the same code and diagnosis here as on the paper.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tk_desktop.domain.bedrag import is_beschadigd
from tk_desktop.domain.begroting import ALLES, Bedragsoort, Begrotingsregel, GedruktTotaal, Zijde, tel_op
from tk_desktop.domain.begrotingstabel import Begrotingstabel, Rijsoort, kolomnaam, lastentabellen, overzicht
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.cijfertabel import Cijfercel, Cijferkolom, Cijferrij, Cijfertabel
from tk_desktop.domain.cijfertabel import Rijsoort as Cijfersoort
from tk_desktop.domain.geldcontrole import controleer_tabellen, met_gevolg
from tk_desktop.domain.geldvondst import TABELLEN, Geldvondst, geldvondst, verloren_in
from tk_desktop.domain.programma import Programmaperiode
from tk_desktop.domain.programmastand import Programmastand

_TEKEN = {Ernst.FOUT: "✗", Ernst.WAARSCHUWING: "!", Ernst.INFO: "i"}


def controleer_begroting(stand: Programmastand, periode: Programmaperiode) -> tuple[Geldvondst, ...]:
    """Return what does not agree in what was printed of the budget of a period.

    Each group by itself; the columns of the whole, of which not every group knows every amount; and the whole against
    the groups.
    """
    regels = {regel.id: regel for regel in stand.regels}
    waar = _plekken(stand, periode)
    uit: list[Geldvondst] = list(_lost(stand, periode))
    groepen = {}
    for tabel in lastentabellen(stand, periode.naam):
        groepen[tabel.titel] = _groep(stand, periode, tabel, regels, waar)
        uit += controleer_tabellen([groepen[tabel.titel]])
    for tabel in overzicht(stand, periode.naam):
        geheel = _zijde(stand, periode, tabel, regels, waar)
        tussen = list(_across(geheel, groepen)) if tabel.zijde is Zijde.LASTEN else []
        anders = {
            kolomnaam(een.soort, periode)
            for een in stand.totalen
            if (een.zijde, een.periode, _titel(een.waar)) == (tabel.zijde, periode.naam, waar.get(tabel.zijde, ""))
        }
        kolommen = [
            een
            for kolom in _columns(geheel)
            if kolom.kolommen[0].naam in anders  # else nothing was printed there that is other
            for een in controleer_tabellen([kolom])
        ]
        blijft, verklaard = met_gevolg(kolommen, tussen)
        uit += [*blijft, *verklaard]
    return tuple(uit)


def _lost(stand: Programmastand, periode: Programmaperiode) -> Iterator[Geldvondst]:
    """Yield the amounts of lines that lost figures on the paper."""
    for regel in stand.regels:
        for een in regel.bedragen if regel.periode == periode.naam else ():
            if is_beschadigd(een.tekst):
                yield verloren_in("", "", regel.naam, kolomnaam(een.soort, periode), een.tekst)


def _columns(tabel: Cijfertabel) -> Iterator[Cijfertabel]:
    """Yield each column of a table as a table of its own."""
    for plek, kolom in enumerate(tabel.kolommen):
        rijen = tuple(replace(rij, cellen=(rij.cellen[plek],)) for rij in tabel.rijen)
        yield replace(tabel, kolommen=(kolom,), rijen=rijen)


def _across(geheel: Cijfertabel, groepen: Mapping[str, Cijfertabel]) -> Iterator[Geldvondst]:
    """Yield where the whole prints another amount for a group than the table of that group does."""
    for rij in geheel.posten:
        groep = groepen.get(rij.naam)
        if groep is None or groep.totaal is None:
            continue
        daar = dict(zip((kolom.naam for kolom in groep.kolommen), groep.totaal.cellen, strict=True))
        for kolom, cel in zip(geheel.kolommen, rij.cellen, strict=True):
            eigen = daar[kolom.naam].bedrag if kolom.naam in daar else None
            if cel.bedrag is not None and eigen is not None and cel.bedrag != eigen:
                yield geldvondst(TABELLEN, geheel, rij.naam, kolom.naam, gesteld=cel.bedrag, gerekend=eigen)


def in_woorden(een: Geldvondst) -> str:
    """Return a finding as one line with its sign: ``✗ ‘Lasten’, kolom ‘Begroting’: Als totaal staat er …``."""
    return f"{_TEKEN[een.ernst]} {een.waar}: {een.wat}"


def _plekken(stand: Programmastand, periode: Programmaperiode) -> dict[Zijde, str]:
    """Return in which table of the paper the whole of each side was printed."""
    return {een.zijde: _titel(een.waar) for een in stand.totalen if een.naam == ALLES and een.periode == periode.naam}


def _titel(waar: str) -> str:
    return waar.rsplit(", regel", 1)[0]


def _gedrukt(
    stand: Programmastand, periode: Programmaperiode, zijde: Zijde, naam: str, *, in_geheel: str, geheel: bool
) -> dict[Bedragsoort, GedruktTotaal]:
    """Return the totals that were printed under a name, in the table of the whole or in that of the group."""
    return {
        een.soort: een
        for een in stand.totalen
        if (een.periode, een.zijde, een.naam) == (periode.naam, zijde, naam)
        and (_titel(een.waar) == in_geheel) is geheel
    }


def _of(gerekend: Mapping[Bedragsoort, int], gedrukt: Mapping[Bedragsoort, GedruktTotaal]) -> dict[Bedragsoort, int]:
    """Return what was printed in the place of sums, but where that is a sum in thousands."""
    anders = {
        soort: een.bedrag
        for soort, een in gedrukt.items()
        if soort not in gerekend or not een.is_in_duizenden_gelijk(gerekend[soort])
    }
    return dict(gerekend) | anders


def _groep(
    stand: Programmastand,
    periode: Programmaperiode,
    tabel: Begrotingstabel,
    regels: dict[str, Begrotingsregel],
    waar: dict[Zijde, str],
) -> Cijfertabel:
    """Return the table of a group with the amounts that were printed in it."""
    posten = [(rij.naam, regels[rij.regel_id]) for rij in tabel.rijen if rij.regel_id]
    gerekend = {soort: tel_op([regel for _, regel in posten], soort).som for soort in tabel.kolommen}
    totaal = _of(
        gerekend, _gedrukt(stand, periode, tabel.zijde, tabel.titel, in_geheel=waar.get(tabel.zijde, ""), geheel=False)
    )
    return _tabel(tabel, periode, [(naam, _amounts(regel, tabel.kolommen)) for naam, regel in posten], totaal)


def _zijde(
    stand: Programmastand,
    periode: Programmaperiode,
    tabel: Begrotingstabel,
    regels: dict[str, Begrotingsregel],
    waar: dict[Zijde, str],
) -> Cijfertabel:
    """Return the table of a whole side: a row for each group as it was printed there, else as its own table says."""
    rijen: list[tuple[str, dict[Bedragsoort, Cijfercel]]] = []
    geheel = waar.get(tabel.zijde, "")
    for rij in tabel.rijen:
        if rij.soort is not Rijsoort.REGEL:
            continue
        if rij.regel_id:
            rijen.append((rij.naam, _amounts(regels[rij.regel_id], tabel.kolommen)))
            continue
        onder = [een for een in stand.lasten(periode.naam) if een.id in _ids(stand, periode, rij.naam)]
        bedragen = {soort: tel_op(onder, soort).som for soort in _som(onder)}
        for in_eigen in (True, False):
            bedragen = _of(
                bedragen,
                _gedrukt(stand, periode, tabel.zijde, rij.naam, in_geheel=geheel, geheel=not in_eigen),
            )
        rijen.append((rij.naam, {soort: _cel(bedragen.get(soort)) for soort in tabel.kolommen}))
    in_totaal = stand.lasten(periode.naam) if tabel.zijde is Zijde.LASTEN else stand.baten(periode.naam)
    totaal = _of(
        {soort: tel_op(in_totaal, soort).som for soort in tabel.kolommen},
        _gedrukt(stand, periode, tabel.zijde, ALLES, in_geheel=geheel, geheel=True),
    )
    return _tabel(tabel, periode, rijen, totaal)


def _ids(stand: Programmastand, periode: Programmaperiode, groep: str) -> frozenset[str]:
    """Return the lines of a group, by its name."""
    tabel = next((een for een in lastentabellen(stand, periode.naam) if een.titel == groep), None)
    return frozenset(rij.regel_id for rij in tabel.rijen if rij.regel_id) if tabel else frozenset()


def _som(regels: Iterable[Begrotingsregel]) -> dict[Bedragsoort, int]:
    """Return what was printed on these lines, added up by column; what is not certain is not in it."""
    uit: dict[Bedragsoort, int] = {}
    for regel in regels:
        for soort in Bedragsoort:
            bedrag = regel.gedrukt(soort)
            if bedrag is not None:
                uit[soort] = uit.get(soort, 0) + bedrag
    return uit


def _amounts(regel: Begrotingsregel, kolommen: Sequence[Bedragsoort]) -> dict[Bedragsoort, Cijfercel]:
    uit = {}
    for soort in kolommen:
        gegeven = regel.gegeven(soort)
        twijfel = gegeven.twijfel if gegeven is not None else ""
        uit[soort] = _cel(regel.gedrukt(soort), twijfel)
    return uit


def _cel(bedrag: int | None, twijfel: str = "") -> Cijfercel:
    return Cijfercel(tekst="" if bedrag is None else str(bedrag), bedrag=bedrag, twijfel=twijfel)


def _tabel(
    tabel: Begrotingstabel,
    periode: Programmaperiode,
    rijen: Sequence[tuple[str, dict[Bedragsoort, Cijfercel]]],
    totaal: dict[Bedragsoort, int | None] | dict[Bedragsoort, int],
) -> Cijfertabel:
    kolommen = tuple(Cijferkolom(naam=kolomnaam(soort, periode)) for soort in tabel.kolommen)
    posten = [
        Cijferrij(naam=naam, cellen=tuple(cellen.get(soort, Cijfercel()) for soort in tabel.kolommen))
        for naam, cellen in rijen
    ]
    som = Cijferrij(
        naam=ALLES, cellen=tuple(_cel(totaal.get(soort)) for soort in tabel.kolommen), soort=Cijfersoort.TOTAAL
    )
    return Cijfertabel(titel=tabel.titel, kolommen=kolommen, rijen=(*posten, som))
