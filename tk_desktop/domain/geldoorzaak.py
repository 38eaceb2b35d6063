"""Why amounts do not agree, where one single cause explains it: never a guess among several."""

from collections.abc import Mapping, Sequence

from tk_desktop.domain.begroting import Bedragsoort
from tk_desktop.domain.cijfertabel import Cijfertabel, Kolomsom
from tk_desktop.domain.getal import duizendtal

_DUIZEND = 1_000


def oorzaak_van_kolom(tabel: Cijfertabel, som: Kolomsom) -> str:
    """Return the one cause of a total that is not what its rows are together, or nothing.

    A row that was left out or counted twice, one in other units than the rest, or two figures that changed places.
    """
    plaats = next(p for p, kolom in enumerate(tabel.kolommen) if kolom.naam == som.kolom)
    posten = [(rij.naam, rij.cellen[plaats].bedrag or 0) for rij in tabel.posten]
    weg = [naam for naam, bedrag in posten if bedrag and bedrag == -som.verschil]
    dubbel = [naam for naam, bedrag in posten if bedrag and bedrag == som.verschil]
    if len(weg) == 1 and not dubbel:
        return f"Dat is precies ‘{weg[0]}’: die post is niet meegeteld."
    if len(dubbel) == 1 and not weg:
        return f"Dat is precies ‘{dubbel[0]}’: die post is dubbel meegeteld."
    return "" if weg or dubbel else _andere_eenheid(som.verschil, posten) or verwisseld(som.verschil, posten)


def oorzaak_van_rij(verschil: int, bedrag: Mapping[Bedragsoort, int | None]) -> str:
    """Return the one cause of a saldo that does not follow from its row, or nothing.

    It was computed with the budget before it was changed, or what was spent or is expected was left out.
    """
    begroting, gewijzigd = bedrag.get(Bedragsoort.BEGROTING), bedrag.get(Bedragsoort.GEWIJZIGD)
    gevonden = []
    if begroting is not None and gewijzigd is not None and begroting != gewijzigd and verschil == begroting - gewijzigd:
        wijziging = duizendtal(gewijzigd - begroting)
        gevonden.append(
            f"Dat is precies de begrotingswijziging van {wijziging}: er is gerekend met de oorspronkelijke begroting."
        )
    for soort, wat in ((Bedragsoort.BESTEED, "wat is besteed"), (Bedragsoort.VERWACHT, "de verwachte uitgave")):
        if bedrag.get(soort) and bedrag.get(soort) == verschil:
            gevonden.append(f"Dat is precies {wat}: die is er niet afgetrokken.")
    return gevonden[0] if len(gevonden) == 1 else ""


def verwisseld(verschil: int, posten: Sequence[tuple[str, int]]) -> str:
    """Return the one row of which two neighbouring figures that changed places make this difference, or nothing."""
    gevonden = [
        (naam, bedrag, anders)
        for naam, bedrag in posten
        for anders in _verwisselingen(bedrag)
        if anders - bedrag == verschil
    ]
    if len(gevonden) != 1:
        return ""
    naam, bedrag, anders = gevonden[0]
    return f"Bij ‘{naam}’ staat {duizendtal(bedrag)}; met {duizendtal(anders)} (twee cijfers verwisseld) klopt het wel."


def _andere_eenheid(verschil: int, posten: Sequence[tuple[str, int]]) -> str:
    """Return the one row that makes this difference by standing in euros among thousands, or the other way round."""
    gevonden = [
        (naam, bedrag, anders, eenheid)
        for naam, bedrag in posten
        for anders, eenheid in (
            (bedrag // _DUIZEND if bedrag % _DUIZEND == 0 else bedrag, "in duizenden"),
            (bedrag * _DUIZEND, "in hele euro’s"),
        )
        if bedrag and anders - bedrag == verschil
    ]
    if len(gevonden) != 1:
        return ""
    naam, bedrag, anders, eenheid = gevonden[0]
    van, met = duizendtal(bedrag), duizendtal(anders)
    return f"Bij ‘{naam}’ staat {van}; met {met} ({eenheid}, zoals de rest) klopt het wel."


def _verwisselingen(bedrag: int) -> set[int]:
    """Return the amounts that a number becomes when two neighbouring figures change places."""
    cijfers = str(abs(bedrag))
    uit = set()
    for plek in range(len(cijfers) - 1):
        if cijfers[plek] != cijfers[plek + 1]:
            anders = cijfers[:plek] + cijfers[plek + 1] + cijfers[plek] + cijfers[plek + 2 :]
            uit.add(int(anders) * (1 if bedrag >= 0 else -1))
    return uit
