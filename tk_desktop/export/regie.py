"""The chair's script on paper: a PDF of its own, for the chair alone, that is part of no set."""

from pathlib import Path

from tk_desktop.domain.agenda import Agendapunt, behandelwijze
from tk_desktop.domain.datum import kort, lang, spanne, uur
from tk_desktop.domain.opmaak import lees
from tk_desktop.domain.regie import Draaiboek
from tk_desktop.domain.voorstel import als_lijst
from tk_desktop.paper.blad import Blad, Toon, Veld, veld
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument

ALLEEN_VOORZITTER = "Alleen voor de voorzitter; hoort in geen enkele set."
VELDEN = (
    ("inleiding", "Inleiding"),
    ("besluit", "Verwacht besluit"),
    ("formulering", "Formulering"),
    ("risico", "Risico"),
    ("notitie", "Notitie"),
)
"""What the script tells of an item, with its label on paper and on screen."""


def write_regie(draaiboek: Draaiboek, target: Path) -> Path:
    """Write the script in the order of the agenda, with clock times, and return the file (B19).

    It bears on every page for whom it is. Raises ``NietSchrijfbaar`` or ``SchijfVol``; no half file remains.
    """
    opname = draaiboek.opname
    datum = opname.vergadering.datum
    document = TaggedDocument(
        titel=f"Regie {opname.gremium.naam} {kort(datum)}",
        huisstijl=Huisstijl.load(opname.gremium.huisstijl),
        datum=datum,
        auteur=opname.gremium.naam,
        merken=tuple(dict.fromkeys(merk for punt in opname.agendapunten for merk in opname.stempels_op_punt(punt))),
        voettekst=f"Regie {opname.gremium.kort} {kort(datum)} · alleen voor de voorzitter",
    )
    schrijf_regie(document, draaiboek)
    return document.write(target)


def schrijf_regie(blad: Blad, draaiboek: Draaiboek) -> None:
    """Put the script on paper: a head, then every item with what the chair has at hand."""
    opname = draaiboek.opname
    vergadering = opname.vergadering
    begin, einde = vergadering.begin, vergadering.einde
    tijd = spanne(begin, einde)
    blad.title(f"Regie {opname.gremium.naam}")
    blad.paragraph(ALLEEN_VOORZITTER, Toon.NADRUK)
    blad.fields(
        [
            [veld("Datum", lang(vergadering.datum, met_dag=True).capitalize()), veld("Tijdstip", tijd)],
            [veld("Plaats", vergadering.plaats), veld("Voorzitter", opname.naam(vergadering.voorzitter_id))],
        ]
    )
    for punt in opname.agendapunten:
        _schrijf_punt(blad, draaiboek, punt)


def _schrijf_punt(blad: Blad, draaiboek: Draaiboek, punt: Agendapunt) -> None:
    opname = draaiboek.opname
    niveau = 2 if opname.hoofdpunt(punt) is punt else 3
    blad.heading(niveau, f"{opname.nummers[punt.id]} {punt.titel}")
    tijd = opname.tijden.get(punt.id)
    merken = [
        uur(tijd) if tijd else "",
        f"{punt.duur} minuten" if punt.duur else "",
        behandelwijze(opname.behandeling(punt)),
        "hamerstuk" if punt.hamerstuk else "",
        "besloten" if opname.is_besloten(punt) else "",
        ", ".join(f"{wie.naam} ({wie.rol})" if wie.rol else wie.naam for wie in punt.inleiders),
    ]
    kop = " · ".join(merk for merk in merken if merk)
    if kop:
        blad.paragraph(kop, Toon.KLEIN)
    lijst = als_lijst(opname.voorstel(punt), opname.gevuld)
    if lijst is not None:
        blad.blocks([lijst])
    regie = draaiboek.bij(punt.id)
    rijen = [
        [Veld(naam=naam, waarde=tuple(lees(getattr(regie, veld))))]
        for veld, naam in VELDEN
        if getattr(regie, veld).strip()
    ]
    if rijen:
        blad.fields(rijen)
