"""A set as one PDF: numbers, bookmarks, links, tags and attachments that fit together."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from pikepdf.pdfa import check

from tests.paper.papers import a_document
from tests.paper.sample_pdfs import (
    A4,
    DAG,
    LETTER,
    a_pdf,
    a_tagged_pdf,
    add_annotation,
    add_link,
    check_tree,
    name_places,
)
from tests.paper.ua_rules import ua_faults
from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.progress import Progress
from tk_desktop.domain.opmaak import lees
from tk_desktop.paper.joining import Aanhangsel, Bladwijzer, Deel, Samenvoeging, indeling, voeg_samen
from tk_desktop.paper.pdf_faults import PdfBeschadigd
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.stamps import LetterOnbruikbaar


def a_deel(bron: Path, **anders: Any) -> Deel:
    waarden: dict[str, Any] = {"titel": bron.stem, "anker": bron.stem, "stempel": f"BC 4-3-2026 · {bron.stem}"}
    return Deel(pdf=bron, **(waarden | anders))


def join(delen: Sequence[Deel], target: Path, **anders: Any) -> Samenvoeging:
    gewoon: dict[str, Any] = {"titel": "Proefset", "datum": DAG, "letter": LETTER}
    return voeg_samen(delen, target, **(gewoon | anders))


def titles(regels: Object | None) -> list[tuple[str, list[Any]]]:
    """Return the bookmarks as nested (title, under)."""
    gelezen = []
    while regels is not None:
        gelezen.append((str(regels.Title), titles(regels.get("/First"))))
        regels = regels.get("/Next")
    return gelezen


def bookmark_pages(pdf: Pdf) -> dict[str, int]:
    """Return for each bookmark the page (counted from 1) that it leads to."""
    index = {page.obj.objgen: nummer for nummer, page in enumerate(pdf.pages, start=1)}
    gevonden: dict[str, int] = {}

    def walk(item: Object | None) -> None:
        while item is not None:
            gevonden[str(item.Title)] = index[item.Dest[0].objgen]
            walk(item.get("/First"))
            item = item.get("/Next")

    walk(pdf.Root.Outlines.First)
    return gevonden


def labels(pdf: Any) -> list[str]:
    return [page.label for page in pdf.pages]


def named_pages(pdf: Pdf) -> dict[str, int]:
    index = {page.obj.objgen: nummer for nummer, page in enumerate(pdf.pages, start=1)}
    lijst = list(pdf.Root.Names.Dests.Names.as_list())
    return {str(naam): index[dest[0].objgen] for naam, dest in zip(lijst[::2], lijst[1::2], strict=True)}


def stamp_boxes(bron: Path, pagina: int, woord: str) -> list[tuple[float, float, float, float]]:
    """Return the boxes of the characters of ``woord``, on the page as it is seen."""
    pdf = pypdfium2.PdfDocument(bron)
    page = pdf[pagina]
    tekst = page.get_textpage()
    begin = tekst.get_text_range().index(woord)
    vak = page.get_cropbox()
    draai = page.get_rotation()
    vakken = []
    for nummer in range(begin, begin + len(woord)):
        links, onder, rechts, boven = tekst.get_charbox(nummer)
        punten = [_seen(x, y, vak, draai) for x, y in ((links, onder), (rechts, boven))]
        (x0, x1), (y0, y1) = (sorted(richting) for richting in zip(*punten, strict=True))
        vakken.append((x0, y0, x1, y1))
    for ding in (tekst, page, pdf):
        ding.close()
    return vakken


def _seen(x: float, y: float, vak: tuple[float, float, float, float], draai: int) -> tuple[float, float]:
    x0, y0, x1, y1 = vak
    return {0: (x - x0, y - y0), 90: (y - y0, x1 - x), 180: (x1 - x, y1 - y), 270: (y1 - y, x - x0)}[draai]


@given(
    st.lists(st.tuples(st.integers(min_value=1, max_value=40), st.booleans()), min_size=1, max_size=12),
)
def test_parts_follow_each_other_and_those_on_the_right_start_on_an_odd_page(stukken: list[tuple[int, bool]]) -> None:
    delen = [
        Deel(pdf=Path("x.pdf"), titel="", anker=str(nummer), stempel="", rechts=rechts)
        for nummer, (_, rechts) in enumerate(stukken)
    ]
    vorige = 0
    for (van, tot), (aantal, rechts) in zip(indeling(delen, [aantal for aantal, _ in stukken]), stukken, strict=True):
        assert tot - van + 1 == aantal
        assert van - vorige in ((1, 2) if rechts else (1,))
        assert not rechts or van % 2 == 1
        vorige = tot


def test_every_page_carries_its_stamp_with_the_number_the_page_label_shows(tmp_path: Path) -> None:
    delen = [
        a_deel(a_pdf(tmp_path / "agenda.pdf", ["Agenda"])),
        a_deel(a_pdf(tmp_path / "2a.pdf", ["Nota", "Vervolg"]), rechts=True),
    ]
    gemaakt = join(delen, tmp_path / "set.pdf")
    assert gemaakt.bereik == ((1, 1), (3, 4)) == indeling(delen, [1, 2])
    assert gemaakt.paginas == 4
    paginas = lees_pdf(tmp_path / "set.pdf").paginas
    assert "BC 4-3-2026 · agenda · blz. 1/4" in paginas[0]
    assert "BC 4-3-2026 · agenda · blz. 2/4" in paginas[1]
    assert "BC 4-3-2026 · 2a · blz. 3/4" in paginas[2]
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        assert labels(pdf) == ["1", "2", "3", "4"]


def test_a_nazending_keeps_the_numbers_of_the_sheets_it_replaces(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "2a.pdf", ["Een", "Twee", "Drie", "Vier"])
    join([a_deel(bron)], tmp_path / "nazending.pdf", nummers=["16", "17", "17a", "19"], totaal=212)
    assert "blz. 17a/212" in lees_pdf(tmp_path / "nazending.pdf").paginas[2]
    with pikepdf.open(tmp_path / "nazending.pdf") as pdf:
        assert labels(pdf) == ["16", "17", "17a", "19"]


def test_bookmarks_of_a_stuk_stand_under_its_own_and_lead_to_the_right_page(tmp_path: Path) -> None:
    agenda = a_pdf(tmp_path / "agenda.pdf", ["Agenda"])
    nota = a_pdf(
        tmp_path / "nota.pdf",
        ["Kop", "Midden", "Slot"],
        bladwijzers=[("Inleiding", 0, 0), ("Achtergrond", 1, 1), ("Slot", 2, 0)],
    )
    delen = [a_deel(agenda), a_deel(nota, rechts=True), a_deel(a_pdf(tmp_path / "bijlage.pdf", ["Bijlage"]))]
    wijzers = [
        Bladwijzer(titel="Agenda", deel=0),
        Bladwijzer(
            titel="2a Brug", deel=1, onder=(Bladwijzer(titel="Nota", deel=1), Bladwijzer(titel="Bijl. 1", deel=2))
        ),
    ]
    join(delen, tmp_path / "set.pdf", bladwijzers=wijzers)
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        assert titles(pdf.Root.Outlines.First) == [
            ("Agenda", []),
            ("2a Brug", [("Nota", [("Inleiding", [("Achtergrond", [])]), ("Slot", [])]), ("Bijl. 1", [])]),
        ]
        assert bookmark_pages(pdf) == {
            "Agenda": 1, "2a Brug": 3, "Nota": 3, "Inleiding": 3, "Achtergrond": 4, "Slot": 5, "Bijl. 1": 6,
        }  # fmt: skip


def test_bookmarks_stay_out_where_the_caller_does_not_want_them(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "nota.pdf", bladwijzers=[("Inleiding", 0, 0)])
    join(
        [a_deel(bron, bladwijzers_eronder=False)],
        tmp_path / "set.pdf",
        bladwijzers=[Bladwijzer(titel="Nota", deel=0)],
    )
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        assert titles(pdf.Root.Outlines.First) == [("Nota", [])]


def test_the_same_name_in_two_received_files_leads_to_each_its_own_place(tmp_path: Path) -> None:
    delen = []
    for naam in ("een", "twee"):
        bron = a_pdf(tmp_path / f"{naam}.pdf", ["Begin", "Hoofdstuk"])
        name_places(bron, {"hoofdstuk": 1})
        add_link(bron, 0, "hoofdstuk")
        delen.append(a_deel(bron))
    gemaakt = join(delen, tmp_path / "set.pdf")
    assert gemaakt.losse_links == ()
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        plekken = named_pages(pdf)
        assert [plekken["een"], plekken["twee"]] == [1, 3]
        doelen = [plekken[str(pdf.pages[nummer].obj.Annots[0].Dest)] for nummer in (0, 2)]
        assert doelen == [2, 4]


def test_a_link_to_a_page_still_leads_to_that_page(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "nota.pdf", ["Een", "Twee", "Drie"])
    add_link(bron, 0, 2)
    join([a_deel(a_pdf(tmp_path / "agenda.pdf")), a_deel(bron)], tmp_path / "set.pdf")
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        assert pdf.pages[1].obj.Annots[0].A.D[0].objgen == pdf.pages[3].obj.objgen


def test_own_parts_link_to_each_other_by_name_and_links_to_nothing_are_reported(tmp_path: Path) -> None:
    agenda = a_tagged_pdf(tmp_path / "agenda.pdf", ["Agenda"], links=[(0, "nota"), (0, "verdwenen"), (0, "conclusie")])
    nota = a_tagged_pdf(tmp_path / "nota.pdf", ["Nota", "Conclusie"], links=[(1, "agenda")])
    name_places(nota, {"conclusie": 1})
    gemaakt = join([a_deel(agenda, eigen=True), a_deel(nota, eigen=True)], tmp_path / "set.pdf")
    assert gemaakt.losse_links == ((0, "verdwenen"),)
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        plekken = named_pages(pdf)
        assert [plekken[str(link.Dest)] for link in pdf.pages[0].obj.Annots.as_list()] == [2, 3]
        assert [plekken[str(link.Dest)] for link in pdf.pages[2].obj.Annots.as_list()] == [1]
        assert check_tree(pdf) == []


def test_the_first_page_of_each_part_leads_back_to_the_agenda(tmp_path: Path) -> None:
    delen = [
        a_deel(a_tagged_pdf(tmp_path / "agenda.pdf", ["Agenda"]), eigen=True),
        a_deel(a_tagged_pdf(tmp_path / "2a.pdf", ["Nota", "Vervolg"]), eigen=True),
        a_deel(a_pdf(tmp_path / "bijlage.pdf", ["Scan"])),
    ]
    gemaakt = join(delen, tmp_path / "set.pdf", terug="agenda")
    assert gemaakt.ongetagd == (2,)
    assert ["↑ agenda" in tekst for tekst in lees_pdf(tmp_path / "set.pdf").paginas] == [False, True, False, True]
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        for pagina in (1, 3):
            (link,) = pdf.pages[pagina].obj.Annots.as_list()
            assert named_pages(pdf)[str(link.Dest)] == 1
            assert str(link.Contents) == "Terug naar agenda"
            assert 0 < float(link.Rect[1]) < float(link.Rect[3]) < 40
        assert check_tree(pdf) == []


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("maat", "crop"),
    [(A4, None), ((841.89, 595.28), None), ((841.89, 1190.55), None), (A4, (100, 200, 400, 700)), ((90, 60), None)],
)
def test_the_stamp_stands_upright_at_the_foot_of_the_page_as_it_is_seen(
    tmp_path: Path, draai: int, maat: tuple[float, float], crop: tuple[int, ...] | None
) -> None:
    bron = a_pdf(tmp_path / "scan.pdf", [""], maat=maat)
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Rotate = draai
        if crop:
            pdf.pages[0].obj.CropBox = Array(list(crop))
        pdf.save(bron)
    join([a_deel(a_pdf(tmp_path / "agenda.pdf")), a_deel(bron)], tmp_path / "set.pdf", terug="agenda")
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        links, onder, rechts, boven = (float(maat) for maat in pdf.pages[1].cropbox)
        rand = [float(getal) for getal in pdf.pages[1].obj.Annots[0].Rect.as_list()]
        assert links <= rand[0] < rand[2] <= rechts
        assert onder <= rand[1] < rand[3] <= boven
    breed, hoog = (rechts - links, boven - onder) if draai % 180 == 0 else (boven - onder, rechts - links)
    vakken = stamp_boxes(tmp_path / "set.pdf", 1, "BC 4-3-2026 · scan · blz. 2/2")
    zichtbaar = [vak for vak in vakken if vak[2] - vak[0] > 0.01]
    assert all(vak[0] >= 0 and vak[2] <= breed for vak in zichtbaar)
    assert all(vak[1] >= 0 and vak[3] <= min(hoog * 0.25, 40) for vak in zichtbaar)
    assert [vak[0] for vak in zichtbaar] == sorted(vak[0] for vak in zichtbaar)


def test_a_page_that_leaves_its_drawing_scaled_does_not_move_the_stamp(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "slordig.pdf", ["Slordig"])
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        pdf.pages[0].contents_add(b"0.2 0 0 0.2 300 300 cm 1 0 0 rg")
        pdf.save(bron)
    net = a_pdf(tmp_path / "netjes.pdf", ["Netjes"])
    delen = [a_deel(bron, stempel="Proef"), a_deel(net, stempel="Proef")]
    join(delen, tmp_path / "set.pdf")
    slordig, netjes = (stamp_boxes(tmp_path / "set.pdf", pagina, "Proef · blz.") for pagina in (0, 1))
    assert slordig == [pytest.approx(vak, abs=0.1) for vak in netjes]


def test_a_set_of_own_pages_is_pdfa_with_one_sound_tree(tmp_path: Path) -> None:
    delen = [
        a_deel(a_tagged_pdf(tmp_path / "agenda.pdf", ["Agenda"], links=[(0, "2a")]), eigen=True),
        a_deel(a_tagged_pdf(tmp_path / "2a.pdf", ["Nota", "Vervolg"]), eigen=True, rechts=True),
    ]
    bijgevoegd = Aanhangsel(naam="agenda.json", gegevens=b"{}", mime="application/json", omschrijving="Open agenda")
    join(delen, tmp_path / "set.pdf", terug="agenda", pdfa=True, aanhangsels=[bijgevoegd], auteur="De griffie")
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        assert check(pdf, "3b").summary() == "PDF/A-3b: pass"
        assert check_tree(pdf) == []
        document = pdf.Root.StructTreeRoot.K
        assert [str(deel.T) for deel in document.K.as_list()] == ["agenda", "2a"]
        ids = list(pdf.Root.StructTreeRoot.IDTree.Names.as_list())[::2]
        assert [str(naam) for naam in ids] == sorted({str(naam) for naam in ids})
        assert str(pdf.Root.Lang) == "nl-NL"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert pdf.open_metadata()["dc:title"] == "Proefset"


def test_a_set_of_our_own_papers_can_be_read_aloud_whole(tmp_path: Path) -> None:
    agenda = a_document(titel="Agenda")
    agenda.title("Agenda", anker="agenda")
    agenda.blocks(lees("1. [Nota](#nota) over de dijk\n2. [Kopje](#kopje)"))
    nota = a_document(titel="Nota")
    nota.title("Nota", anker="nota")
    nota.heading(2, "Kopje", anker="kopje")
    nota.blocks(lees("Zie de [agenda](#agenda).\n\n| Wie | Bedrag |\n| Ommen | € 12 |"))
    delen = [
        a_deel(agenda.write(tmp_path / "a.pdf"), anker="deel-a", eigen=True),
        a_deel(nota.write(tmp_path / "b.pdf"), anker="deel-b", eigen=True, rechts=True),
    ]
    gemaakt = join(delen, tmp_path / "set.pdf", terug="agenda", pdfa=True)
    assert gemaakt.losse_links == ()
    assert gemaakt.ongetagd == ()
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        assert check(pdf, "3b").summary() == "PDF/A-3b: pass"
        assert ua_faults(pdf) == []
        assert check_tree(pdf) == []
        plekken = named_pages(pdf)
        assert [plekken[str(link.Dest)] for link in pdf.pages[0].obj.Annots.as_list()] == [3, 3]


def test_a_set_only_says_it_is_pdfa_when_the_caller_knows_it_is(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "2a.pdf")
    for pdfa in (True, False):
        join([a_deel(bron)], tmp_path / "set.pdf", pdfa=pdfa)
        with pikepdf.open(tmp_path / "set.pdf") as pdf, pdf.open_metadata() as xmp:
            assert (xmp.pdfa_status == "3B") is pdfa
            assert xmp["dc:title"] == "Proefset"


def test_roles_that_mean_different_things_in_two_stukken_keep_their_meaning(tmp_path: Path) -> None:
    delen = [
        a_deel(a_tagged_pdf(tmp_path / "een.pdf", ["Kop"], rol="Stijl1", staat_voor="H1")),
        a_deel(a_tagged_pdf(tmp_path / "twee.pdf", ["Alinea"], rol="Stijl1", staat_voor="P")),
    ]
    join(delen, tmp_path / "set.pdf")
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        kaart = pdf.Root.StructTreeRoot.RoleMap
        rollen = [deel.K[0].S for deel in pdf.Root.StructTreeRoot.K.K.as_list()]
        assert [str(kaart.get(str(rol), rol)) for rol in rollen] == ["/H1", "/P"]


@pytest.mark.parametrize("kwaad", ["zonder parent tree", "kring", "vreemd element"])
def test_an_unsound_tree_in_a_received_stuk_is_left_behind(tmp_path: Path, kwaad: str) -> None:
    bron = a_tagged_pdf(tmp_path / "kapot.pdf", ["Kop", "Nog een"])
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        top = pdf.Root.StructTreeRoot
        if kwaad == "zonder parent tree":
            del top["/ParentTree"]
        elif kwaad == "kring":
            top.K.K.append(top.K)
        else:
            top.ParentTree.Nums[1] = Array([pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P))])
        pdf.save(bron)
    goed = a_tagged_pdf(tmp_path / "goed.pdf", ["Goed"])
    gemaakt = join([a_deel(bron), a_deel(goed)], tmp_path / "set.pdf")
    assert gemaakt.ongetagd == (0,)
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        assert check_tree(pdf) == []
        assert ["/StructParents" in page.obj for page in pdf.pages] == [False, False, True]


def test_a_set_without_any_tags_does_not_pretend_to_have_them(tmp_path: Path) -> None:
    join([a_deel(a_pdf(tmp_path / "scan.pdf"))], tmp_path / "set.pdf")
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert "/MarkInfo" not in pdf.Root


def test_attachments_can_be_read_back(tmp_path: Path) -> None:
    bijgevoegd = [
        Aanhangsel(naam="agenda.json", gegevens=b'{"punt": 1}', mime="application/json", omschrijving="De agenda"),
        Aanhangsel(naam="één.csv", gegevens=b"a;b", mime="text/csv", omschrijving="Tabel", relatie="Source"),
    ]
    join([a_deel(a_pdf(tmp_path / "2a.pdf"))], tmp_path / "set.pdf", aanhangsels=bijgevoegd)
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        gelezen = {naam: bestand.get_file() for naam, bestand in pdf.attachments.items()}
        assert {naam: (inhoud.read_bytes(), inhoud.mime_type) for naam, inhoud in gelezen.items()} == {
            "agenda.json": (b'{"punt": 1}', "application/json"),
            "één.csv": (b"a;b", "text/csv"),
        }
        assert [str(bestand.AFRelationship) for bestand in pdf.Root.AF.as_list()] == ["/Data", "/Source"]


def test_the_same_stukken_give_the_same_bytes(tmp_path: Path) -> None:
    delen = [
        a_deel(a_tagged_pdf(tmp_path / "agenda.pdf", ["Agenda"]), eigen=True),
        a_deel(a_pdf(tmp_path / "2a.pdf", ["Een", "Twee"], bladwijzers=[("Kop", 1, 0)])),
    ]
    gemaakt = []
    for _ in range(2):
        join(delen, tmp_path / "set.pdf", terug="agenda", bladwijzers=[Bladwijzer(titel="A", deel=0)])
        gemaakt.append((tmp_path / "set.pdf").read_bytes())
    assert gemaakt[0] == gemaakt[1]


def test_a_set_can_be_a_stuk_in_another_set(tmp_path: Path) -> None:
    oud = a_deel(a_tagged_pdf(tmp_path / "oud.pdf", ["Oud stuk"]), stempel="Vorige keer éñ")
    join([oud, a_deel(a_pdf(tmp_path / "x.pdf"))], tmp_path / "vorige.pdf", terug="oud")
    nieuw = a_deel(a_pdf(tmp_path / "nieuw.pdf"), stempel="Deze keer zw")
    join([nieuw, a_deel(tmp_path / "vorige.pdf")], tmp_path / "set.pdf", terug="nieuw")
    paginas = lees_pdf(tmp_path / "set.pdf").paginas
    assert "Vorige keer éñ · blz. 1/2" in paginas[1]
    assert "BC 4-3-2026 · vorige · blz. 2/3" in paginas[1]
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        assert check_tree(pdf) == []


def test_a_sign_the_font_does_not_have_becomes_a_question_mark(tmp_path: Path) -> None:
    join([a_deel(a_pdf(tmp_path / "2a.pdf"), stempel="Łódź 漢")], tmp_path / "set.pdf")
    assert "Łódź ? · blz. 1/1" in lees_pdf(tmp_path / "set.pdf").paginas[0]


def test_a_form_field_does_not_stay_without_its_form(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "formulier.pdf")
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        veld = add_annotation(pdf, 0, Dictionary(Subtype=Name.Widget, FT=Name.Tx, T=String("naam")))
        pdf.Root.AcroForm = Dictionary(Fields=Array([veld]))
        add_annotation(pdf, 0, Dictionary(Subtype=Name.Highlight, Contents=String("let op")))
        pdf.save(bron)
    join([a_deel(bron)], tmp_path / "set.pdf")
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        assert [annotatie.Subtype for annotatie in pdf.pages[0].obj.Annots.as_list()] == [Name.Highlight]


def test_a_damaged_stuk_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    kapot = tmp_path / "kapot.pdf"
    kapot.write_bytes(a_pdf(tmp_path / "heel.pdf").read_bytes()[:900])
    with pytest.raises(PdfBeschadigd, match=r"‘kapot\.pdf’"):
        join([a_deel(tmp_path / "heel.pdf"), a_deel(kapot)], tmp_path / "set.pdf")
    assert not (tmp_path / "set.pdf").exists()


def test_a_font_that_is_no_font_is_named(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "2a.pdf")
    with pytest.raises(LetterOnbruikbaar, match=r"‘2a\.pdf’"):
        join([a_deel(bron)], tmp_path / "set.pdf", letter=bron)


def test_the_user_can_stop_and_nothing_remains(tmp_path: Path) -> None:
    delen = [a_deel(a_pdf(tmp_path / f"{nummer}.pdf")) for nummer in range(3)]
    stappen: list[int] = []
    voortgang = Progress(lambda _, gedaan, __: stappen.append(gedaan), lambda: len(stappen) == 2)
    with pytest.raises(Onderbroken):
        join(delen, tmp_path / "uit" / "set.pdf", progress=voortgang)
    assert not (tmp_path / "uit").exists()


def test_a_page_in_larger_units_has_a_stamp_of_the_usual_size(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "tekening.pdf", ["Kaart"], maat=(420, 300))
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.UserUnit = Decimal("2.0")
        pdf.save(bron)
    join([a_deel(bron)], tmp_path / "set.pdf")
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        assert b" 4.00 Tf 1 0 0 1" in b"".join(stroom.read_bytes() for stroom in pdf.pages[0].obj.Contents.as_list())


def test_a_stamp_is_readable_when_an_a3_is_printed_on_a4(tmp_path: Path) -> None:
    a4, a3 = a_pdf(tmp_path / "a4.pdf", ["Brief"], maat=A4), a_pdf(tmp_path / "a3.pdf", ["Kaart"], maat=(1190.55, 842))
    join([a_deel(a4, stempel="Proef"), a_deel(a3, stempel="Proef")], tmp_path / "set.pdf")
    gewoon, groot = (stamp_boxes(tmp_path / "set.pdf", pagina, "Proef · blz.") for pagina in (0, 1))
    verhouding = 1190.55 / 842
    assert [vak[3] - vak[1] for vak in groot] == [
        pytest.approx((vak[3] - vak[1]) * verhouding, abs=0.2) for vak in gewoon
    ]
    assert groot[0][1] == pytest.approx(gewoon[0][1] * verhouding, abs=0.2)


def test_the_stamp_stands_below_the_page_number_of_the_sender(tmp_path: Path) -> None:
    join([a_deel(a_pdf(tmp_path / "brief.pdf", ["Brief"], maat=A4), stempel="Gijp")], tmp_path / "set.pdf")
    vakken = stamp_boxes(tmp_path / "set.pdf", 0, "Gijp · blz.")
    assert min(vak[1] for vak in vakken if vak[3] > vak[1]) > 10
    assert max(vak[3] for vak in vakken) < 22
