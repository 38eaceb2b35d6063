"""What a page opens and does not close: states of drawing, stretches of text, marks."""

import pikepdf
from pikepdf import Array, Object, Pdf, Stream

_OPEN_SLUIT = "q Q BT ET BMC BDC EMC"


def balance(pdf: Pdf, page: Object) -> None:
    """Close what a page leaves open, so that nothing printed over it is moved or taken for its text."""
    try:
        namen = [str(opdracht.operator) for opdracht in pikepdf.parse_content_stream(page, _OPEN_SLUIT)]
    except (pikepdf.PdfError, UnicodeDecodeError):
        return
    diepte = tekort = teksten = merken = 0
    for naam in namen:
        if naam == "q":
            diepte += 1
        elif naam == "Q" and diepte == 0:
            tekort += 1
        elif naam == "Q":
            diepte -= 1
        elif naam in ("BT", "ET"):
            teksten = int(naam == "BT")
        else:
            merken = max(0, merken + (-1 if naam == "EMC" else 1))
    slot = b"\nET" * teksten + b"\nEMC" * merken + b"\nQ" * diepte
    if tekort or slot:
        inhoud = page.get("/Contents")
        stromen = list(inhoud.as_list()) if isinstance(inhoud, Array) else [inhoud]
        page.Contents = Array(
            [
                pdf.make_stream(b"q\n" * tekort),
                *(stroom for stroom in stromen if isinstance(stroom, Stream)),
                pdf.make_stream(slot + b"\n"),
            ]
        )
