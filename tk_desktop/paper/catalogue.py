"""What a set says of itself as a whole: its page labels, the files inside it, and whether it is PDF/A."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lxml import etree
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

_PDFAID = "http://www.aiim.org/pdfa/ns/id/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanhangsel:
    """A file that travels inside the set."""

    naam: str
    gegevens: bytes
    mime: str
    omschrijving: str
    relatie: Literal["Data", "Source", "Supplement"] = "Data"


def label_pages(pdf: Pdf, labels: Sequence[str]) -> None:
    """Write the page labels, so that the number a reader types is the number on the paper."""
    lijst: list[Object | int] = []
    verwacht = ""
    for plaats, label in enumerate(labels):
        telt = label.isdecimal() and label.isascii() and not label.startswith("0")
        if not telt:
            lijst += [plaats, Dictionary(P=String(label))]
        elif label != verwacht:
            lijst += [plaats, Dictionary(S=Name.D, St=int(label))]
        verwacht = str(int(label) + 1) if telt else ""
    pdf.Root.PageLabels = Dictionary(Nums=Array(lijst))


def attach(pdf: Pdf, aanhangsels: Sequence[Aanhangsel], datum: date) -> None:
    """Put the files inside, each with what it is to the set."""
    if not aanhangsels:
        return
    moment = String(f"D:{datum:%Y%m%d}000000Z")
    lijst: list[Object] = []
    for aanhangsel in sorted(aanhangsels, key=lambda bijgevoegd: bijgevoegd.naam.encode("utf-16-be")):
        stroom = pdf.make_stream(
            aanhangsel.gegevens,
            Type=Name.EmbeddedFile,
            Subtype=Name("/" + aanhangsel.mime),
            Params=Dictionary(
                Size=len(aanhangsel.gegevens),
                ModDate=moment,
                CheckSum=String(hashlib.md5(aanhangsel.gegevens, usedforsecurity=False).digest()),
            ),
        )
        lijst += [
            String(aanhangsel.naam),
            pdf.make_indirect(
                Dictionary(
                    Type=Name.Filespec,
                    F=String(aanhangsel.naam),
                    UF=String(aanhangsel.naam),
                    Desc=String(aanhangsel.omschrijving),
                    AFRelationship=Name("/" + aanhangsel.relatie),
                    EF=Dictionary(F=stroom, UF=stroom),
                )
            ),
        ]
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(Dictionary(Names=Array(lijst)))
    pdf.Root.AF = Array(lijst[1::2])


def claim_nothing(pdf: Pdf) -> None:
    """Take back the statement that the file is PDF/A."""
    boom = etree.fromstring(pdf.Root.Metadata.read_bytes())
    for merk in list(boom.iter(f"{{{_PDFAID}}}*")):
        ouder = merk.getparent()
        if ouder is not None:
            ouder.remove(merk)
    pdf.Root.Metadata.write(etree.tostring(boom, encoding="utf-8"))
