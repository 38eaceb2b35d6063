"""A received PDF before it goes in a set: what acts or hides is gone, what is seen and read is there."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from pikepdf.pdfa import check
from reportlab.pdfgen.canvas import Canvas

from tests.paper.sample_pdfs import DAG, LETTER, a_pdf, a_tagged_pdf, add_annotation, add_link, check_tree, name_places
from tk_desktop.base.errors import TkError
from tk_desktop.paper import received
from tk_desktop.paper.joining import Deel, voeg_samen
from tk_desktop.paper.pdf_faults import PdfMetWachtwoord
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.received import OntvangenPdf, maak_gereed

GEVAARLIJK = re.compile(
    rb"/(JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|GoToE|EmbeddedFile|OpenAction|AA|XFA|AcroForm|RichMedia"
    rb"|Rendition|Movie|Sound|Thumb|Trans|PieceInfo)(?![A-Za-z])|file:|javascript:|calc\.exe"
)


def plain(bron: Path) -> bytes:
    """Return every object of a PDF as one text to search in."""
    with pikepdf.open(bron) as pdf:
        return b"\n".join(ding.unparse(resolved=True) for ding in pdf.objects if isinstance(ding, Object))


def changed(bron: Path, wijzig: Callable[[Pdf], object]) -> Path:
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        wijzig(pdf)
        pdf.save(bron)
    return bron


def action(soort: str, **meer: Any) -> Dictionary:
    return Dictionary(S=Name("/" + soort), **meer)


def script() -> Dictionary:
    return action("JavaScript", JS=String("app.alert('dag')"))


def a_file(pdf: Pdf) -> Object:
    inhoud = pdf.make_stream(b"MZ\x90\x00", Type=Name.EmbeddedFile)
    return pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("programma.exe"), EF=Dictionary(F=inhoud)))


def opening_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = script()


def named_script(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script()])))


def page_script(pdf: Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=script())
    pdf.pages[0].obj.Trans = Dictionary(S=Name.Dissolve)
    pdf.pages[0].obj.Thumb = pdf.make_stream(b"x")
    pdf.pages[0].obj.PieceInfo = Dictionary(Maker=Dictionary(LastModified=String("D:2020")))


def link_with(soort: str, **meer: Any) -> Callable[[Pdf], None]:
    def wijzig(pdf: Pdf) -> None:
        add_annotation(pdf, 0, Dictionary(Subtype=Name.Link, A=action(soort, **meer)))

    return wijzig


def chained_script(pdf: Pdf) -> None:
    stap = action("GoTo", D=Array([pdf.pages[0].obj, Name.Fit]), Next=script())
    add_annotation(pdf, 0, Dictionary(Subtype=Name.Link, A=stap, PA=script()))


def bookmark_script(pdf: Pdf) -> None:
    item = pdf.make_indirect(Dictionary(Title=String("Klik"), A=script()))
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1))
    item.Parent = pdf.Root.Outlines


def embedded_program(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("p"), a_file(pdf)])))


def attached_program(pdf: Pdf) -> None:
    add_annotation(pdf, 0, Dictionary(Subtype=Name.FileAttachment, FS=a_file(pdf)))
    pdf.pages[0].obj.AF = Array([a_file(pdf)])


def film(pdf: Pdf) -> None:
    add_annotation(pdf, 0, Dictionary(Subtype=Name.Movie, Movie=Dictionary(F=String("film.avi"))))
    add_annotation(pdf, 0, Dictionary(Subtype=Name.RichMedia, RichMediaContent=Dictionary()))
    add_annotation(pdf, 0, Dictionary(Subtype=Name.Screen, A=action("Rendition")))
    add_annotation(pdf, 0, Dictionary(Subtype=Name.Sound, Sound=pdf.make_stream(b"la")))


def hidden_in_the_tree(pdf: Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency)
    pdf.Root.Extra = pdf.make_indirect(script())
    pdf.Root.Threads = Array([Dictionary(I=Dictionary(Title=script()))])


def a_form(pdf: Pdf, **meer: Any) -> Object:
    uiterlijk = pdf.make_stream(
        b"/Tx BMC q BT /Proef 10 Tf 2 5 Td (ingevuld) Tj ET Q EMC",
        Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 100, 20]),
        Resources=Dictionary(Font=Dictionary(Proef=Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
        ))),
    )  # fmt: skip
    veld = add_annotation(
        pdf,
        0,
        Dictionary(Subtype=Name.Widget, FT=Name.Tx, T=String("naam"), V=String("ingevuld"), AA=Dictionary(K=script())),
    )
    veld.AP = Dictionary(N=uiterlijk)
    pdf.Root.AcroForm = Dictionary(Fields=Array([veld]), **meer)
    return veld


@pytest.mark.parametrize(
    ("kwaad", "genoemd"),
    [
        (opening_script, received.SCRIPT),
        (named_script, received.SCRIPT),
        (page_script, received.AUTOMATISCH),
        (link_with("Launch", F=String("calc.exe")), received.NAAR_BUITEN),
        (link_with("GoToR", F=String("ander.pdf"), D=Array([0, Name.Fit])), received.NAAR_BUITEN),
        (link_with("GoToE", T=Dictionary(R=Name.C, N=String("x"))), received.NAAR_BUITEN),
        (link_with("SubmitForm", F=String("https://example.org")), received.NAAR_BUITEN),
        (link_with("ImportData", F=String("x.fdf")), received.NAAR_BUITEN),
        (link_with("URI", URI=String("file:///c:/geheim.txt")), received.NAAR_BUITEN),
        (link_with("URI", URI=String("https://example.org/?a=1")), received.NAAR_HET_WEB),
        (link_with("URI", URI=String("mailto:roos@example.org")), received.NAAR_HET_WEB),
        (link_with("URI", URI=String("javascript:alert(1)")), received.NAAR_BUITEN),
        (chained_script, received.SCRIPT),
        (embedded_program, received.BIJGEVOEGD),
        (attached_program, received.BIJGEVOEGD),
        (film, received.MEDIA),
        (a_form, received.FORMULIER),
        (lambda pdf: a_form(pdf, XFA=String("<xdp/>")), received.XFA),
    ],
)
def test_what_acts_on_its_own_or_reaches_out_is_gone_and_named(
    tmp_path: Path, kwaad: Callable[[Pdf], None], genoemd: str
) -> None:
    gereed = maak_gereed(changed(a_pdf(tmp_path / "bijlage.pdf"), kwaad), tmp_path / "gereed.pdf")
    assert genoemd in gereed.verwijderd
    assert GEVAARLIJK.findall(plain(tmp_path / "gereed.pdf")) == []
    assert "Een bladzijde." in lees_pdf(tmp_path / "gereed.pdf").paginas[0]


@pytest.mark.parametrize("kwaad", [bookmark_script, hidden_in_the_tree])
def test_scripts_in_odd_places_are_gone_too(tmp_path: Path, kwaad: Callable[[Pdf], None]) -> None:
    maak_gereed(changed(a_pdf(tmp_path / "bijlage.pdf"), kwaad), tmp_path / "gereed.pdf")
    assert GEVAARLIJK.findall(plain(tmp_path / "gereed.pdf")) == []


def test_an_innocent_stuk_loses_nothing(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "bijlage.pdf", ["Een", "Twee"], bladwijzers=[("Kop", 1, 0)])
    name_places(bron, {"slot": 1})
    add_link(bron, 0, "slot")
    gereed = maak_gereed(bron, tmp_path / "gereed.pdf")
    assert gereed == OntvangenPdf(paginas=2, bezwaren=(), verwijderd=(), getagd=False)
    with pikepdf.open(tmp_path / "gereed.pdf") as pdf:
        (naar_slot,) = pdf.pages[0].obj.Annots.as_list()
        assert str(naar_slot.Dest) == "slot"
        assert pdf.Root.Names.Dests.Names[1][0].objgen == pdf.pages[1].obj.objgen
        assert str(pdf.Root.Outlines.First.Title) == "Kop"
        assert pdf.Root.Outlines.First.Dest[0].objgen == pdf.pages[1].obj.objgen


def test_a_link_that_leads_nowhere_is_taken_away(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "bijlage.pdf")
    add_link(bron, 0, "bestaat niet")
    assert maak_gereed(bron, tmp_path / "gereed.pdf").verwijderd == (received.DOOD,)


def test_pages_keep_their_size_turn_and_boxes(tmp_path: Path) -> None:
    def a3(pdf: Pdf) -> None:
        pdf.pages[0].obj.Rotate = 270
        pdf.pages[0].obj.CropBox = Array([10, 20, 800, 1100])
        pdf.pages[0].obj.UserUnit = 2

    maak_gereed(changed(a_pdf(tmp_path / "kaart.pdf", maat=(841.89, 1190.55)), a3), tmp_path / "gereed.pdf")
    with pikepdf.open(tmp_path / "gereed.pdf") as pdf:
        page = pdf.pages[0].obj
        assert [float(maat) for maat in page.MediaBox.as_list()] == [0, 0, 841.89, 1190.55]
        assert page.CropBox == Array([10, 20, 800, 1100])
        assert [int(page.Rotate), int(page.UserUnit)] == [270, 2]


def test_what_was_filled_in_stays_to_be_read(tmp_path: Path) -> None:
    maak_gereed(changed(a_pdf(tmp_path / "formulier.pdf"), a_form), tmp_path / "gereed.pdf")
    assert "ingevuld" in lees_pdf(tmp_path / "gereed.pdf").paginas[0]


def test_a_field_in_letters_of_another_language_keeps_the_drawing_it_had(tmp_path: Path) -> None:
    def grieks(pdf: Pdf) -> None:
        a_form(pdf, NeedAppearances=True).V = String("Ωμέγα")

    gereed = maak_gereed(changed(a_pdf(tmp_path / "formulier.pdf"), grieks), tmp_path / "gereed.pdf")
    assert received.VELDTEKENS in gereed.verwijderd
    assert "ingevuld" in lees_pdf(tmp_path / "gereed.pdf").paginas[0]


def test_names_from_before_unicode_do_no_harm(tmp_path: Path) -> None:
    def ouderwets(pdf: Pdf) -> None:
        page = pdf.pages[0]
        page.obj.Resources.XObject = Object.parse(b"<< /Letter#e9 null >>")
        page.obj.Resources.Properties = Object.parse(b"<< /Laag#e9 << /Type /Laag#e9 /S /Laag#e9 >> >>")
        add_annotation(pdf, 0, Dictionary(Subtype=Object.parse(b"/Vreemd#e9")))

    gereed = maak_gereed(changed(a_pdf(tmp_path / "oud.pdf"), ouderwets), tmp_path / "gereed.pdf")
    assert gereed.paginas == 1


def test_notes_in_the_margin_stay(tmp_path: Path) -> None:
    def notitie(pdf: Pdf) -> None:
        venster = add_annotation(pdf, 0, Dictionary(Subtype=Name.Popup))
        tekst = add_annotation(pdf, 0, Dictionary(Subtype=Name.Text, Contents=String("Klopt dit?"), Popup=venster))
        venster.Parent = tekst

    gereed = maak_gereed(changed(a_pdf(tmp_path / "bijlage.pdf"), notitie), tmp_path / "gereed.pdf")
    assert gereed.verwijderd == ()
    assert b"(Klopt dit?)" in plain(tmp_path / "gereed.pdf")


def test_a_redaction_that_was_never_carried_out_is_told(tmp_path: Path) -> None:
    def lak(pdf: Pdf) -> None:
        add_annotation(pdf, 0, Dictionary(Subtype=Name.Redact))

    gereed = maak_gereed(changed(a_pdf(tmp_path / "bijlage.pdf"), lak), tmp_path / "gereed.pdf")
    assert gereed.verwijderd == (received.WEGLAKKEN,)


@pytest.mark.parametrize("basis", ["ON", "OFF"])
def test_hidden_layers_are_gone_and_shown_ones_are_plain_text(tmp_path: Path, basis: str) -> None:
    def lagen(pdf: Pdf) -> None:
        toon, verberg = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(naam))) for naam in ("a", "b"))
        stand = Dictionary(OFF=Array([verberg])) if basis == "ON" else Dictionary(BaseState=Name.OFF, ON=Array([toon]))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([toon, verberg]), D=stand)
        page = pdf.pages[0]
        font = next(iter(page.obj.Resources.Font.keys()))
        page.obj.Resources.Properties = Dictionary(Toon=toon, Verberg=verberg)
        page.contents_add(
            b"/OC /Toon BDC BT %(f)s 9 Tf 72 500 Td (x) Tj ET EMC\n"
            b"/OC /Verberg BDC BT %(f)s 9 Tf 72 480 Td (y) Tj ET 0 0 500 500 re f EMC\n" % {b"f": font.encode()}
        )

    bron = changed(a_pdf(tmp_path / "lagen.pdf"), lagen)
    gereed = maak_gereed(bron, tmp_path / "gereed.pdf")
    assert received.LAGEN in gereed.verwijderd
    with pikepdf.open(tmp_path / "gereed.pdf") as pdf:
        inhoud = [str(stap.operator) for stap in pikepdf.parse_content_stream(pdf.pages[0])]
        assert inhoud.count("Tj") == 2
        assert "f" not in inhoud
        assert "BDC" not in inhoud
        assert "/OCProperties" not in pdf.Root
    assert gereed.bezwaren == ()


def test_a_file_that_only_its_owner_may_change_is_free_in_the_copy(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "heel.pdf")
    with pikepdf.open(bron) as pdf:
        pdf.save(tmp_path / "slot.pdf", encryption=pikepdf.Encryption(owner="baas", user=""))
    assert maak_gereed(tmp_path / "slot.pdf", tmp_path / "gereed.pdf").verwijderd == (received.BEVEILIGING,)
    with pikepdf.open(tmp_path / "gereed.pdf") as pdf:
        assert not pdf.is_encrypted


def test_a_password_stops_the_stuk_and_nothing_is_written(tmp_path: Path) -> None:
    with pikepdf.open(a_pdf(tmp_path / "heel.pdf")) as pdf:
        pdf.save(tmp_path / "slot.pdf", encryption=pikepdf.Encryption(owner="baas", user="lezer"))
    with pytest.raises(PdfMetWachtwoord):
        maak_gereed(tmp_path / "slot.pdf", tmp_path / "gereed.pdf")
    assert not (tmp_path / "gereed.pdf").exists()


def test_the_reasons_against_pdfa_are_told_in_dutch(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "bijlage.pdf"), invariant=1)
    canvas.setFillColorCMYK(1, 0, 0, 0)
    canvas.drawString(72, 700, "Niet ingesloten")
    canvas.save()
    assert maak_gereed(tmp_path / "bijlage.pdf", tmp_path / "gereed.pdf").bezwaren == (
        "kleurruimte zonder passend kleurprofiel (CMYK)",
        "lettertype niet ingesloten (Helvetica)",
    )


def test_a_tagged_stuk_stays_tagged(tmp_path: Path) -> None:
    bron = a_tagged_pdf(tmp_path / "nota.pdf", ["Kop", "Vervolg"], links=[(0, "slot"), (1, "nergens")])
    name_places(bron, {"slot": 1})
    gereed = maak_gereed(bron, tmp_path / "gereed.pdf")
    assert gereed.getagd
    assert gereed.verwijderd == (received.DOOD,)
    with pikepdf.open(tmp_path / "gereed.pdf", allow_overwriting_input=True) as pdf:
        top = pdf.Root.StructTreeRoot
        top.ParentTreeNextKey = 99
        assert check_tree(pdf) == []
        assert [str(element.S) for element in top.K.K.as_list()] == ["/H1", "/H1", "/Link", "/Span"]
        assert [page.obj.StructParents for page in pdf.pages] == [0, 1]


def test_a_tag_tree_of_pages_that_are_gone_does_not_bring_them_back(tmp_path: Path) -> None:
    bron = changed(a_tagged_pdf(tmp_path / "deel.pdf", ["Openbaar", "Geheim"]), lambda pdf: pdf.pages.__delitem__(1))
    gereed = maak_gereed(bron, tmp_path / "gereed.pdf")
    assert gereed.verwijderd == (received.TAGS,)
    with pikepdf.open(tmp_path / "gereed.pdf") as pdf:
        assert sum(ding.get("/Type") == Name.Page for ding in pdf.objects if isinstance(ding, Dictionary)) == 1


def test_the_same_stuk_gives_the_same_bytes(tmp_path: Path) -> None:
    bron = changed(a_tagged_pdf(tmp_path / "nota.pdf", ["Kop"]), a_form)
    for naam in ("a.pdf", "b.pdf"):
        maak_gereed(bron, tmp_path / naam)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_page_that_closes_too_little_or_too_much_does_not_move_the_stamp(tmp_path: Path) -> None:
    delen = []
    for nummer, slordig in enumerate((b"q 3 0 0 3 9 9 cm q BT", b"Q Q 0.5 0 0 0.5 0 0 cm", b"/P BMC q")):
        bron = changed(a_pdf(tmp_path / f"{nummer}.pdf"), lambda pdf, wat=slordig: pdf.pages[0].contents_add(wat))  # type: ignore[misc]
        maak_gereed(bron, tmp_path / f"gereed{nummer}.pdf")
        delen.append(Deel(pdf=tmp_path / f"gereed{nummer}.pdf", titel="x", anker=f"x{nummer}", stempel="Proef"))
    voeg_samen(delen, tmp_path / "set.pdf", titel="Set", datum=DAG, letter=LETTER, pdfa=True)
    plekken = []
    for pagina in range(3):
        document = pypdfium2.PdfDocument(tmp_path / "set.pdf")
        page = document[pagina]
        tekst = page.get_textpage()
        plekken.append(tekst.get_charbox(tekst.get_text_range().index("Proef")))
        for ding in (tekst, page, document):
            ding.close()
    assert plekken == [pytest.approx(plekken[0], abs=0.1)] * 3
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        assert check(pdf, "3b").summary() == "PDF/A-3b: pass"


@pytest.fixture(scope="module")
def rijk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tagged PDF with a form, a layerless picture of everything a file can be cut off in."""
    bron = a_tagged_pdf(tmp_path_factory.mktemp("rijk") / "nota.pdf", ["Kop", "Vervolg"], links=[(0, "slot")])
    return changed(bron, a_form)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deel=st.floats(min_value=0, max_value=1))
def test_a_file_cut_off_anywhere_is_refused_or_read_whole_and_nothing_half_remains(
    tmp_path: Path, rijk: Path, deel: float
) -> None:
    bron, target = tmp_path / "knip.pdf", tmp_path / "gereed.pdf"
    target.unlink(missing_ok=True)
    heel = rijk.read_bytes()
    bron.write_bytes(heel[: int(len(heel) * deel)])
    try:
        gereed = maak_gereed(bron, target)
    except TkError:
        assert not target.exists()
    else:
        assert gereed.paginas == len(lees_pdf(target).paginas) == 2
    assert [pad.name for pad in tmp_path.iterdir() if pad.name.startswith(".tk-")] == []


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plaats=st.integers(min_value=0, max_value=10**6), bytes_=st.binary(min_size=1, max_size=6))
def test_a_file_with_wrong_bytes_is_refused_or_made_fit_but_never_breaks(
    tmp_path: Path, rijk: Path, plaats: int, bytes_: bytes
) -> None:
    bron = tmp_path / "fout.pdf"
    heel = rijk.read_bytes()
    begin = plaats % len(heel)
    bron.write_bytes(heel[:begin] + bytes_ + heel[begin + len(bytes_) :])
    try:
        maak_gereed(bron, tmp_path / "gereed.pdf")
    except TkError:
        return
    over = plain(tmp_path / "gereed.pdf")
    assert b"/JavaScript" not in over
