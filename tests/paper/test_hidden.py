"""What a received PDF tells beside its pages is found, wherever it is kept."""

import struct
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from tests.paper.sample_pdfs import a_pdf, a_tagged_pdf, add_annotation, name_places
from tk_desktop.paper.hidden import hidden_words
from tk_desktop.paper.pdf_faults import PdfBeschadigd
from tk_desktop.paper.received import maak_gereed

GEHEIM = "Schikking met de leverancier"


def _changed(bron: Path, wijzig: Callable[[Pdf], object]) -> Path:
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        wijzig(pdf)
        pdf.save(bron)
    return bron


def _noted(**delen: Any) -> Callable[[Pdf], object]:
    return lambda pdf: add_annotation(pdf, 0, Dictionary(**{"Subtype": Name.Text, **delen}))


def _form(pdf: Pdf) -> None:
    """Draw a form whose marks bear words, under a name that bears them too."""
    vorm = pdf.make_stream(
        f"/Span <</ActualText ({GEHEIM})>> BDC EMC".encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9]
    )
    pdf.pages[0].obj.Resources.XObject = Dictionary(Tekening=vorm)
    pdf.pages[0].contents_add(b"/Tekening Do")


def _tag(pdf: Pdf) -> None:
    """Mark a part of the drawing with the words as its name."""
    pdf.pages[0].contents_add(f"/{GEHEIM.replace(' ', '#20')} BMC EMC".encode())


def _stamp(pdf: Pdf) -> None:
    """Put a stamp on the page: its words stand in its drawing alone."""
    beeld = pdf.make_stream(
        f"BT /F1 9 Tf 2 2 Td ({GEHEIM}) Tj ET".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 200, 20],
        Resources=Dictionary(Font=Dictionary(F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))),
    )
    add_annotation(pdf, 0, Dictionary(Subtype=Name.Stamp, AP=Dictionary(N=beeld), Rect=Array([50, 50, 250, 70])))


def _field(pdf: Pdf) -> None:
    """Put a filled field on the page."""
    letter = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    veld = add_annotation(
        pdf,
        0,
        Dictionary(
            Subtype=Name.Widget, FT=Name.Tx, T=String("vak"), V=String(GEHEIM), DA=String("/Helv 9 Tf 0 g"),
            Rect=Array([50, 50, 350, 70]),
        ),
    )  # fmt: skip
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(Fields=Array([veld]), NeedAppearances=True, DR=Dictionary(Font=Dictionary(Helv=letter)))
    )


def _photograph(pdf: Pdf) -> None:
    """Put a photograph on the page in which its maker wrote words."""
    stroom = BytesIO()
    Image.new("RGB", (8, 8)).save(stroom, "JPEG")
    ruw, tekst = stroom.getvalue(), f"<rdf:li>{GEHEIM}</rdf:li>".encode()
    ruw = ruw[:2] + b"\xff\xe1" + struct.pack(">H", len(tekst) + 2) + tekst + ruw[2:]
    beeld = pdf.make_stream(
        ruw, Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=8, ColorSpace=Name.DeviceRGB,
        Filter=Name.DCTDecode,
    )  # fmt: skip
    pdf.pages[0].obj.Resources.XObject = Dictionary(Foto=beeld)
    pdf.pages[0].contents_add(b"q 8 0 0 8 0 0 cm /Foto Do Q")


def _structure(sleutel: str) -> Callable[[Pdf], object]:
    def wijzig(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.K.K[0]["/" + sleutel] = String(GEHEIM)

    return wijzig


ROUTES: dict[str, Callable[[Pdf], object]] = {
    "notitie": _noted(Contents=String(GEHEIM)),
    "wie de notitie schreef": _noted(T=String(GEHEIM)),
    "notitie met opmaak": _noted(RC=String("<body><p>Schikking <b>met de</b> lever&#97;ncier</p></body>")),
    "stempel": _stamp,
    "ingevuld vak": _field,
    "tekst van een beeld": _structure("Alt"),
    "vervangende tekst": _structure("ActualText"),
    "voluit": _structure("E"),
    "titel van een kop": _structure("T"),
    "merk in de tekening": _form,
    "naam van een merk": _tag,
    "foto": _photograph,
}


@pytest.mark.parametrize("route", ROUTES)
def test_words_beside_the_pages_of_a_clean_copy_are_found(tmp_path: Path, route: str) -> None:
    bron = _changed(a_tagged_pdf(tmp_path / "in.pdf", ["Een kop."]), ROUTES[route])
    maak_gereed(bron, tmp_path / "uit.pdf")
    assert [tekst for tekst in hidden_words(tmp_path / "uit.pdf") if GEHEIM in tekst]


def test_the_address_of_a_link_is_found_in_what_came_in_and_is_gone_from_the_clean_copy(tmp_path: Path) -> None:
    adres = String("https://voorbeeld.example/Schikking%20met%20de%20leverancier")
    koppeling = _noted(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=adres))
    bron = _changed(a_tagged_pdf(tmp_path / "in.pdf", ["Een kop."]), koppeling)
    assert [tekst for tekst in hidden_words(bron) if GEHEIM in tekst]
    maak_gereed(bron, tmp_path / "uit.pdf")
    assert not [tekst for tekst in hidden_words(tmp_path / "uit.pdf") if GEHEIM in tekst]


def test_bookmarks_and_named_places_are_found(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "in.pdf", ["Een.", "Twee."], bladwijzers=[("Aankoop van de kade", 0, 0)])
    name_places(bron, {"kaart.van.de.sluis": 1})
    maak_gereed(bron, tmp_path / "uit.pdf")
    assert {"Aankoop van de kade", "kaart.van.de.sluis"} <= set(hidden_words(tmp_path / "uit.pdf"))


def _properties(pdf: Pdf) -> None:
    pdf.docinfo[Name.Title] = String(GEHEIM)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(GEHEIM))]))
    laag = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(GEHEIM)))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([laag]), D=Dictionary(ON=Array([laag])))
    pdf.Root.Metadata = pdf.make_stream(f"<x>{GEHEIM}</x>".encode(), Type=Name.Metadata, Subtype=Name.XML)


def test_properties_labels_and_layers_are_found_and_none_is_in_a_clean_copy(tmp_path: Path) -> None:
    bron = _changed(a_pdf(tmp_path / "in.pdf"), _properties)
    assert hidden_words(bron).count(GEHEIM) == 1
    maak_gereed(bron, tmp_path / "uit.pdf")
    assert not _telling(hidden_words(tmp_path / "uit.pdf"))


def _telling(teksten: Sequence[str]) -> list[str]:
    return [tekst for tekst in teksten if "schikking" in tekst.casefold()]


def test_the_pages_as_printed_come_last_and_a_word_is_named_once(tmp_path: Path) -> None:
    gevonden = hidden_words(a_pdf(tmp_path / "in.pdf", ["De kade.", "De sluis."]))
    assert [tekst.strip() for tekst in gevonden[-2:]] == ["De kade.", "De sluis."]
    assert len(set(gevonden)) == len(gevonden)


def test_a_file_that_is_no_pdf_is_refused_in_dutch(tmp_path: Path) -> None:
    (tmp_path / "in.pdf").write_bytes(b"%PDF-1.4 en dan niets")
    with pytest.raises(PdfBeschadigd):
        hidden_words(tmp_path / "in.pdf")
