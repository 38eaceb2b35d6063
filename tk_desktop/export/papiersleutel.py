"""The key of the secretariat as one sheet of paper, to be laid in a safe (M3)."""

from collections.abc import Sequence
from datetime import date

from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.datum import lang
from tk_desktop.domain.opmaak import Alinea, Stukje, gewoon
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument

_KOLOMMEN = 4


def write_paper_key(woorden: Sequence[str], organisatie: str, doel: Pad, *, op: date) -> None:
    """Write the words of a key with what it is for; it fits on one page of A4."""
    titel = "Sleutel op papier"
    document = TaggedDocument(titel=titel, huisstijl=Huisstijl.load(), datum=op, auteur=organisatie)
    document.title(f"{titel} van het secretariaat")
    document.paragraph(f"{organisatie}. Gemaakt op {lang(op)}.")
    document.paragraph(
        "Dit papier is een van de sleutels waarmee het secretariaat laptops toelaat en intrekt. Samen met één laptop "
        "van het secretariaat is het genoeg, als de andere laptop kwijt of stuk is. Bewaar het in een kluis, niet bij "
        "een laptop. Met het papier alleen kan niemand iets, en het opent geen stukken."
    )
    hoog = -(-len(woorden) // _KOLOMMEN)
    rijen = [
        [
            (Alinea((Stukje(tekst=f"{nr + 1}. "), Stukje(tekst=woorden[nr], vet=True))),)
            for nr in range(rij, len(woorden), hoog)
        ]
        for rij in range(hoog)
    ]
    koppen = [f"{nr + 1} – {min(nr + hoog, len(woorden))}" for nr in range(0, len(woorden), hoog)]
    document.table(koppen, rijen, (25,) * len(koppen))
    document.heading(2, "Zo gebruikt u het")
    document.paragraph(
        "Vraagt het programma om een tweede handtekening, kies dan ‘Ondertekenen met de sleutel op papier’ en typ de "
        "24 woorden in hun volgorde, van 1 tot en met 24. Hoofdletters maken niet uit."
    )
    document.paragraph(
        "Maak een nieuw papier als iemand anders dit zag, of als een secretaris weggaat: Uitwisselen › Deelnemers en "
        "laptops › Sleutel op papier. Het oude geldt dan niet meer; vernietig het."
    )
    document.blocks([Alinea(gewoon("Bewaard door: ………………………………………………   Waar: ………………………………………………"))])
    document.write(doel)
