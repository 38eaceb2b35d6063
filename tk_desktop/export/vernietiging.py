"""The list of dossiers to destroy and the statement that it was done, on paper (K10)."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import xlsxwriter

from tk_desktop.base.files import replacing
from tk_desktop.domain.datum import kort, lang
from tk_desktop.domain.vernietiging import Vernietiging, Vernietigingsregel
from tk_desktop.export.vorm import Vorm, document_in
from tk_desktop.paper.blad import Blad, cel, veld
from tk_desktop.paper.tagged import TaggedDocument
from tk_desktop.paper.word import WordDocument

_KOLOMMEN = ("GREMIUM", "VERGADERING", "CATEGORIE", "BEWAREN", "BESTANDEN")
_BREEDTES = (28, 16, 30, 16, 10)
_GEDAAN = (
    "De gegevens en bestanden van deze dossiers zijn vernietigd in de werkmap, met wat daarvan in zoekregister, "
    "tussenopslag en kopieën van de database stond. Op andere laptops verdwijnen de gegevens met de volgende bundel, "
    "en de bestanden wanneer het vernietigen daar wordt afgemaakt."
)
_BLIJFT = (
    "Is deze werkmap met bundels uitgewisseld, dan blijven woorden uit deze dossiers staan in de ondertekende delen "
    "daarvan, in elke werkmap die een bundel maakte of kreeg."
)
"""What signed segments hold cannot be taken out of them, and without them no chain can be checked."""


def write_vernietigingslijst(regels: Sequence[Vernietigingsregel], target: Path, vorm: Vorm, *, op: date) -> Path:
    """Write the list of what may be destroyed on a day, with room to sign, and return the file."""
    document = _document(vorm, "Vernietigingslijst", op)
    schrijf_lijst(document, regels, op)
    return document.write(target)


def write_vernietigingslijst_xlsx(regels: Sequence[Vernietigingsregel], target: Path, *, op: date) -> Path:
    """Write the list as a workbook with a row for each dossier, and return it; no text in it is ever a formula."""
    stroom = BytesIO()
    with xlsxwriter.Workbook(stroom, {"in_memory": True}) as boek:
        boek.set_properties({"title": f"Vernietigingslijst {kort(op)}", "created": datetime.combine(op, time())})
        blad = boek.add_worksheet("Vernietigingslijst")
        vet = boek.add_format({"bold": True})
        for kolom, (naam, breed) in enumerate(zip(_KOLOMMEN, _BREEDTES, strict=True)):
            blad.set_column(kolom, kolom, breed)
            blad.write_string(0, kolom, naam.capitalize(), vet)
        for rij, een in enumerate(regels, 1):
            for kolom, tekst in enumerate((een.gremium, kort(een.datum), een.categorie, een.bewaard)):
                blad.write_string(rij, kolom, tekst)
            blad.write_number(rij, len(_KOLOMMEN) - 1, een.bestanden)
    with replacing(target) as deel:
        deel.write_bytes(stroom.getvalue())
    return target


def write_verklaring(vernietiging: Vernietiging, target: Path, vorm: Vorm) -> Path:
    """Write the statement that dossiers were destroyed, and return the file; of the same decision the same bytes."""
    op = vernietiging.uitgevoerd_op or vernietiging.besloten_op
    document = _document(vorm, "Verklaring van vernietiging", op)
    schrijf_verklaring(document, vernietiging)
    return document.write(target)


def schrijf_lijst(blad: Blad, regels: Sequence[Vernietigingsregel], op: date) -> None:
    """Put the list on paper: it tells which dossiers, not what is in them."""
    blad.title("Vernietigingslijst")
    blad.paragraph(f"Dossiers waarvan de bewaartermijn op {lang(op)} om is.")
    _schrijf_regels(blad, regels)
    blad.signatures("Akkoord met vernietiging.", (("Namens het bestuur", ""),))


def schrijf_verklaring(blad: Blad, vernietiging: Vernietiging) -> None:
    """Put on paper who decided it, when it was done, and which dossiers went."""
    blad.title("Verklaring van vernietiging")
    gedaan = vernietiging.uitgevoerd_op
    blad.fields(
        (
            (
                veld("Besloten", f"{lang(vernietiging.besloten_op)} door {vernietiging.besloten_door}"),
                veld("Uitgevoerd", f"{lang(gedaan)} door {vernietiging.uitgevoerd_door}" if gedaan else "nog niet"),
            ),
        )
    )
    if vernietiging.toelichting:
        blad.paragraph(vernietiging.toelichting)
    if gedaan:
        blad.paragraph(_GEDAAN)
        blad.paragraph(_BLIJFT)
    else:
        blad.paragraph("De dossiers hieronder mogen worden vernietigd; dat is nog niet gebeurd.")
    _schrijf_regels(blad, vernietiging.regels)


def _schrijf_regels(blad: Blad, regels: Sequence[Vernietigingsregel]) -> None:
    if not regels:
        blad.paragraph("Er zijn geen dossiers die mogen worden vernietigd.")
        return
    rijen = [
        (cel(een.gremium), cel(kort(een.datum)), cel(een.categorie), cel(een.bewaard), cel(str(een.bestanden)))
        for een in regels
    ]
    blad.table(_KOLOMMEN, rijen, _BREEDTES)


def _document(vorm: Vorm, titel: str, op: date) -> TaggedDocument | WordDocument:
    return document_in(vorm, titel=titel, huisstijl="neutraal", datum=op, voettekst=f"{titel} {kort(op)}")
