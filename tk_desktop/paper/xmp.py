"""What a file says about itself: XMP and document information in step, and the colours it means (PDF/A-3b)."""

import datetime
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Pdf, String

MAKER = "TK Desktop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Title, author, language and day of a file."""

    titel: str
    auteur: str
    taal: str
    datum: datetime.date


def describe(pdf: Pdf, description: Description) -> None:
    """Write the description, the output colours and the PDF/A mark into ``pdf``."""
    root = pdf.Root
    root.Lang = String(description.taal)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    packet = pdf.make_stream(_packet(description).encode(), Type=Name.Metadata, Subtype=Name.XML)
    root.Metadata = packet
    root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB IEC61966-2.1"),
                DestOutputProfile=pdf.make_stream(_srgb(), N=3),
            )
        ]
    )
    moment = String(f"D:{description.datum:%Y%m%d}000000Z")
    info = Dictionary(Title=String(description.titel), Producer=String(MAKER), CreationDate=moment, ModDate=moment)
    if description.auteur:
        info.Author = String(description.auteur)
    pdf.trailer.Info = pdf.make_indirect(info)


@cache
def _srgb() -> bytes:
    """Return the colour profile that travels with pikepdf."""
    return files("pikepdf").joinpath("pdfa/data/sRGB.icc").read_bytes()


def _packet(description: Description) -> str:
    moment = f"{description.datum:%Y-%m-%d}T00:00:00Z"
    auteur = f"<dc:creator><rdf:Seq><rdf:li>{escape(description.auteur)}</rdf:li></rdf:Seq></dc:creator>"
    return _PACKET.format(
        titel=escape(description.titel),
        auteur=auteur if description.auteur else "",
        taal=escape(description.taal),
        moment=moment,
        maker=MAKER,
    )


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:title>{auteur}
<dc:language><rdf:Bag><rdf:li>{taal}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{maker}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
