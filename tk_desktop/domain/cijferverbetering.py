"""Correcting a table of figures as somebody sees it on paper: a cell, the name of a row, or a doubt that is none."""

from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.domain.bedrag import VERLOREN, lees_bedrag
from tk_desktop.domain.cijfertabel import Cijfercel, Cijferrij, Cijfertabel, Cijfervraag, Kolomsoort


class BedragOnleesbaar(TkError):
    """What was written in a column of amounts has figures and is no amount in whole units."""

    code = "TK-I67"
    melding = "‘{tekst}’ is geen bedrag zonder centen."
    veilig = "De tabel is niet veranderd."
    advies = "Schrijf het als 12.500 of als -€ 1.777; woorden zonder cijfers, zoals ‘PM’, mogen ook."


def verbeter_cel(tabel: Cijfertabel, rij: int, kolom: int, tekst: str) -> Cijfertabel:
    """Return the table with a cell as somebody wrote it, and without the doubt it had.

    Raises ``BedragOnleesbaar`` for figures in a column of amounts that are none.
    """
    kaal = " ".join(tekst.split())
    bedrag = lees_bedrag(kaal) if tabel.kolommen[kolom].soort is Kolomsoort.BEDRAG else None
    telt = any(teken.isdigit() or teken == VERLOREN for teken in kaal)
    if tabel.kolommen[kolom].soort is Kolomsoort.BEDRAG and telt and bedrag is None:
        raise BedragOnleesbaar(tekst=kaal)
    oud = tabel.rijen[rij]
    cellen = (*oud.cellen[:kolom], Cijfercel(tekst=kaal, bedrag=bedrag), *oud.cellen[kolom + 1 :])
    return _met_rij(tabel, rij, replace(oud, cellen=cellen))


def verbeter_naam(tabel: Cijfertabel, rij: int, naam: str) -> Cijfertabel:
    """Return the table with another name for a row; what the row is (a post, the total) stays."""
    return _met_rij(tabel, rij, replace(tabel.rijen[rij], naam=" ".join(naam.split())))


def beantwoord(tabel: Cijfertabel, vraag: Cijfervraag) -> Cijfertabel:
    """Return the table without a doubt that somebody looked at; what does not add up is asked until it does."""
    if vraag.is_som:
        return tabel
    if vraag.rij < 0:
        return replace(tabel, twijfels=tuple(een for een in tabel.twijfels if een != vraag.tekst))
    rij = tabel.rijen[vraag.rij]
    if vraag.kolom < 0:
        return _met_rij(tabel, vraag.rij, replace(rij, twijfel=""))
    cel = replace(rij.cellen[vraag.kolom], twijfel="")
    cellen = (*rij.cellen[: vraag.kolom], cel, *rij.cellen[vraag.kolom + 1 :])
    return _met_rij(tabel, vraag.rij, replace(rij, cellen=cellen))


def _met_rij(tabel: Cijfertabel, plaats: int, rij: Cijferrij) -> Cijfertabel:
    return replace(tabel, rijen=(*tabel.rijen[:plaats], rij, *tabel.rijen[plaats + 1 :]))
