"""Notes that another program put in a PDF come in at their words, once, and none is lost on the way."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Name, String

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk
from tests.notenbouwers import NU, ROOS, WIES, een_aantekening, een_anker
from tests.paper.sample_pdfs import a_pdf
from tests.paper.test_annotation_reading import a_mark, with_annotations
from tests.verpakt import Verpakt
from tk_desktop.base.files import sha256
from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.aantekening import Aantekening, Oordeel, Soort, Vlak, Zicht
from tk_desktop.domain.notenstijl import NAAMLOOS, Kleur
from tk_desktop.domain.vergaderset import Vergaderset
from tk_desktop.export.annotaties import write_pdf_met_aantekeningen, write_set_met_aantekeningen
from tk_desktop.export.leesbestand import make_leesbestand
from tk_desktop.intake.annotaties import nearest_colour, passage_under, read_annotaties
from tk_desktop.intake.notitieinname import (
    ANDERE_LEZER,
    GeenAantekeningen,
    GelezenNotities,
    HoortBijAndereVergadering,
    Leespapier,
    compare_notes,
    count_lost,
    take_in_notes,
)
from tk_desktop.pack.samenstellen import assemble_for_reader
from tk_desktop.paper.annotation_drawing import LIJN, MERKSTIFT
from tk_desktop.paper.annotations import pdf_moment
from tk_desktop.paper.bladtekst import Bladtekst, Kader, Regel
from tk_desktop.paper.bladtekst_reading import read_bladteksten
from tk_desktop.store.werkmap import Store

ZIN = "De oevers verzakken.\nDe brug blijft open.\nHet college besluit in mei."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        punt = een_agendapunt(id="oever", titel="Oever")
        bewaar(geopend, een_opname(agendapunten=[punt], stukken=[een_stuk(id="nota", agendapunt_id="oever")]))
        yield geopend


@pytest.fixture
def vergadering_id(store: Store) -> str:
    return store.vergaderingen.all()[0].id


@pytest.fixture
def gevuld(verpakt: Verpakt) -> Iterator[Store]:
    with Store.open(verpakt.werkmap) as geopend:
        yield geopend


@pytest.fixture
def plan(gevuld: Store, verpakt: Verpakt) -> Vergaderset:
    return assemble_for_reader(gevuld, verpakt.opname.vergadering.id, ROOS)


def papieren_van(store: Store, plan: Vergaderset) -> list[Leespapier]:
    uit = []
    for deel in plan.onderdelen:
        bestand = make_leesbestand(plan, deel, bestand=store.bestanden.open, cache=store.map / "cache")
        if bestand.pad is not None:
            uit.append(
                Leespapier(
                    sleutel=deel.sleutel, agendapunt_id=plan.punt_van(deel), versie=bestand.versie, pad=bestand.pad
                )
            )
    return uit


def op_woorden(papier: Leespapier, pagina: int, woorden: int = 6, **anders: object) -> Aantekening:
    """A note on the first words of a page of a paper, as the reader makes it."""
    tekst = read_bladteksten(papier.pad, [pagina])[pagina]
    begin = tekst.regels[1].begin if len(tekst.regels) > 1 else 0
    eind = begin + len(" ".join(tekst.tekst[begin:].split(" ")[:woorden]))
    anker = een_anker(
        versie=papier.versie,
        pagina=pagina,
        begin=begin,
        eind=eind,
        citaat=tekst.tekst[begin:eind],
        voor=tekst.tekst[max(0, begin - 200) : begin],
        na=tekst.tekst[eind : eind + 200],
        vlakken=tuple(Vlak(pagina, *(round(maat, 3) for maat in kader)) for kader in tekst.kaders_van(begin, eind)),
    )
    return een_aantekening(anker, **({"papier": papier.sleutel, "agendapunt_id": papier.agendapunt_id} | anders))


def een_papier(pad: Path, sleutel: str = "nota") -> Leespapier:
    return Leespapier(sleutel=sleutel, agendapunt_id="oever", versie=sha256(pad), pad=pad)


def lees(bron: Path, papieren: Sequence[Leespapier]) -> GelezenNotities:
    return read_annotaties(bron, "vergadering", papieren, moment=NU)


def _alleen(een: Aantekening) -> tuple[object, ...]:
    """What of a note travels in a PDF."""
    plaats = een.plaats
    waar = (plaats.anker, plaats.oordeel) if plaats else None
    return een.id, een.soort, een.kleur, een.tekst, een.papier, een.agendapunt_id, een.eigenaar, een.antwoord, waar


def test_a_set_with_notes_that_comes_back_gives_the_same_notes_on_the_same_words(
    gevuld: Store, plan: Vergaderset, tmp_path: Path
) -> None:
    papieren = papieren_van(gevuld, plan)
    vergadering_id = plan.opname.vergadering.id
    noten = [
        op_woorden(
            papier, pagina, vergadering_id=vergadering_id, soort=soort, kleur=kleur, tekst=f"Bij {papier.sleutel}"
        )
        for papier in papieren
        for pagina, soort, kleur in [(1, Soort.MARKERING, Kleur.BLAUW), (1, Soort.NOTITIE, Kleur.ROZE)]
        if read_bladteksten(papier.pad, [1])[1].regels
    ]
    assert len(noten) > 12
    uit = write_set_met_aantekeningen(
        plan, noten, tmp_path / "set.pdf", lezer=ROOS, bestand=gevuld.bestanden.open, cache=gevuld.map / "cache"
    )
    assert uit.niet_geplaatst == ()
    gelezen = read_annotaties(uit.pdf, vergadering_id, papieren, moment=NU)
    assert sorted(map(_alleen, gelezen.aantekeningen)) == sorted(map(_alleen, noten))


@pytest.mark.parametrize("soort", [Soort.MARKERING, Soort.NOTITIE, Soort.VRAAG])
def test_a_note_on_words_over_the_end_of_a_page_comes_back_as_one(
    gevuld: Store, plan: Vergaderset, tmp_path: Path, soort: Soort
) -> None:
    papieren = papieren_van(gevuld, plan)
    papier = next(een for een in papieren if een.sleutel == "stuk-2a")
    eerste, tweede = read_bladteksten(papier.pad, [1, 2]).values()
    begin, eind = eerste.regels[-2].begin, tweede.regels[1].eind
    vlakken = [(1, eerste.kaders_van(begin, len(eerste.tekst))), (2, tweede.kaders_van(0, eind))]
    anker = een_anker(
        versie=papier.versie,
        pagina=1,
        eindpagina=2,
        begin=begin,
        eind=eind,
        citaat=f"{eerste.tekst[begin:]}\n{tweede.tekst[:eind]}",
        vlakken=tuple(Vlak(pagina, *kader) for pagina, kaders in vlakken for kader in kaders),
    )
    noot = een_aantekening(
        anker,
        papier=papier.sleutel,
        vergadering_id=plan.opname.vergadering.id,
        soort=soort,
        tekst="" if soort is Soort.MARKERING else "Wie?",
        antwoord="Wij." if soort is Soort.VRAAG else "",
    )
    uit = write_set_met_aantekeningen(
        plan, [noot], tmp_path / "set.pdf", lezer=ROOS, bestand=gevuld.bestanden.open, cache=gevuld.map / "cache"
    )
    (terug,) = read_annotaties(uit.pdf, plan.opname.vergadering.id, papieren, moment=NU).aantekeningen
    assert (terug.id, terug.soort, terug.tekst, terug.antwoord) == (noot.id, soort, noot.tekst, noot.antwoord)
    assert terug.plaats is not None
    assert {vlak.pagina for vlak in terug.plaats.anker.vlakken} == {1, 2}


def test_what_came_in_once_does_not_come_in_again(store: Store, vergadering_id: str, tmp_path: Path) -> None:
    papier = een_papier(a_pdf(tmp_path / "nota.pdf", [ZIN]))
    bron = with_annotations(
        a_pdf(tmp_path / "terug.pdf", [ZIN]), a_mark(Contents=String("Let op")), a_mark(Name.Underline)
    )
    gelezen = read_annotaties(bron, vergadering_id, [papier], moment=NU)
    for nieuw in (2, 0):
        inname = compare_notes(store, vergadering_id, gelezen, lezer=ROOS)
        assert (len(inname.nieuw), inname.gewijzigd, inname.bekend) == (nieuw, (), 2 - nieuw)
        take_in_notes(store, inname)
    assert {een.eigenaar for een in store.aantekeningen.van_vergadering(vergadering_id)} == {ROOS}
    assert store.leesteksten.van(papier.versie) != ()


def test_what_came_in_once_is_known_whichever_paper_is_read_first(
    store: Store, vergadering_id: str, tmp_path: Path
) -> None:
    papieren = [een_papier(a_pdf(tmp_path / f"{naam}.pdf", [ZIN]), naam) for naam in ("nota", "bijlage")]
    bron = with_annotations(a_pdf(tmp_path / "terug.pdf", [ZIN]), a_mark(Contents=String("Let op")))
    for volgorde, nieuw in ((papieren, 1), (papieren[::-1], 0)):
        gelezen = read_annotaties(bron, vergadering_id, volgorde, moment=NU)
        inname = compare_notes(store, vergadering_id, gelezen, lezer=ROOS)
        assert (len(inname.nieuw), inname.bekend) == (nieuw, 1 - nieuw)
        take_in_notes(store, inname)


def test_words_under_a_mark_of_another_program_are_the_passage(tmp_path: Path) -> None:
    papier = een_papier(a_pdf(tmp_path / "nota.pdf", [ZIN, ZIN]))
    blad = read_bladteksten(papier.pad, [2])[2]
    begin = blad.tekst.index("De brug")
    (kader,) = blad.kaders_van(begin, begin + len("De brug blijft open"))
    bron = a_pdf(tmp_path / "terug.pdf", [ZIN, ZIN])
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        merk = {f"/{k}": v for k, v in a_mark().items()}
        merk["/QuadPoints"] = Array([kader.x0, kader.y1, kader.x1, kader.y1, kader.x0, kader.y0, kader.x1, kader.y0])
        pdf.pages[1].obj.Annots = Array([pdf.make_indirect(pikepdf.Dictionary(merk))])
        pdf.save(bron)
    (noot,) = lees(bron, [papier]).aantekeningen
    assert noot.plaats is not None
    anker = noot.plaats.anker
    assert (anker.citaat, anker.pagina, noot.plaats.oordeel) == ("De brug blijft open", 2, Oordeel.GEMAAKT)
    assert blad.tekst[anker.begin : anker.eind] == anker.citaat
    assert anker.voor.split()[-1] == "verzakken."
    assert anker.na.startswith(".")
    assert "Het college" in anker.na


def test_a_note_that_was_changed_elsewhere_is_changed_here_and_an_older_one_is_not(
    store: Store, vergadering_id: str, tmp_path: Path
) -> None:
    papier = een_papier(a_pdf(tmp_path / "nota.pdf", [ZIN]))
    noot = op_woorden(papier, 1, vergadering_id=vergadering_id, tekst="Eerst", labels=("geld",))
    with store.transaction():
        store.aantekeningen.save(noot)
    pdf = write_pdf_met_aantekeningen(papier.pad, [noot], tmp_path / "uit.pdf", lezer=ROOS).pdf
    for dagen, verwacht in ((-1, "Eerst"), (1, "Later anders")):
        with pikepdf.open(pdf, allow_overwriting_input=True) as document:
            merk = document.pages[0].Annots[0]
            merk.Contents = String("Later anders")
            merk.M = String(pdf_moment(NU + timedelta(days=dagen)))
            document.save(pdf)
        gelezen = read_annotaties(pdf, vergadering_id, [papier], moment=NU)
        take_in_notes(store, compare_notes(store, vergadering_id, gelezen, lezer=ROOS))
        (bewaard,) = store.aantekeningen.van_vergadering(vergadering_id)
        assert (bewaard.tekst, bewaard.labels, bewaard.plaatsen) == (verwacht, ("geld",), noot.plaatsen)


def test_nobody_changes_the_note_of_another_with_a_file(store: Store, vergadering_id: str, tmp_path: Path) -> None:
    papier = een_papier(a_pdf(tmp_path / "nota.pdf", [ZIN]))
    eigen = op_woorden(papier, 1, vergadering_id=vergadering_id, tekst="Van Roos")
    with store.transaction():
        store.aantekeningen.save(eigen)
    vals = een_aantekening(
        een_anker(versie=papier.versie), id=eigen.id, eigenaar=WIES, tekst="Kwaad", gewijzigd=NU + timedelta(days=9)
    )
    gelezen = GelezenNotities(aantekeningen=(vals,))
    inname = compare_notes(store, vergadering_id, gelezen, lezer=ROOS, als_eigen=False)
    assert (inname.nieuw, inname.gewijzigd, inname.bekend) == ((), (), 1)


def test_notes_of_another_stay_theirs_and_can_be_read(store: Store, vergadering_id: str) -> None:
    gelezen = GelezenNotities(aantekeningen=(een_aantekening(eigenaar=WIES, vergadering_id=vergadering_id),))
    (haar,) = compare_notes(store, vergadering_id, gelezen, lezer=ROOS, als_eigen=False).nieuw
    assert (haar.eigenaar, haar.zicht, haar.gedeeld_met) == (WIES, Zicht.GEDEELD, (ROOS,))
    (eigen,) = compare_notes(store, vergadering_id, gelezen, lezer=ROOS).nieuw
    assert (eigen.eigenaar, eigen.zicht) == (ROOS, Zicht.PRIVE)
    assert gelezen.schrijvers == {WIES: 1}


def test_a_note_of_another_without_a_name_is_not_of_who_has_none_here(store: Store, vergadering_id: str) -> None:
    vreemd, eigen = (een_aantekening(eigenaar=NAAMLOOS, vergadering_id=vergadering_id) for _ in range(2))
    with store.transaction():
        store.aantekeningen.save(eigen)
    gelezen = GelezenNotities(aantekeningen=(vreemd, replace(eigen, tekst="Ook thuis", gewijzigd=NU + timedelta(1))))
    inname = compare_notes(store, vergadering_id, gelezen, lezer=NAAMLOOS, als_eigen=False)
    assert [(een.id, een.eigenaar) for een in inname.nieuw] == [(vreemd.id, ANDERE_LEZER)]
    assert [(een.id, een.eigenaar) for een in inname.gewijzigd] == [(eigen.id, NAAMLOOS)]
    (over,) = compare_notes(store, vergadering_id, gelezen, lezer=NAAMLOOS).nieuw
    assert (over.eigenaar, over.zicht) == (NAAMLOOS, Zicht.PRIVE)


def test_a_note_on_a_page_of_no_paper_goes_to_the_tray_with_its_words(tmp_path: Path) -> None:
    papier = een_papier(a_pdf(tmp_path / "nota.pdf", [ZIN]))
    vreemd = "Dit staat in een heel ander stuk over bomen. " * 8
    alles = Array([0, 842, 600, 842, 0, 0, 600, 0])
    bron = with_annotations(a_pdf(tmp_path / "terug.pdf", [vreemd, ZIN]), a_mark(QuadPoints=alles))
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        merk = pikepdf.Dictionary({f"/{naam}": waarde for naam, waarde in a_mark().items()})
        pdf.pages[1].obj.Annots = Array([pdf.make_indirect(merk)])
        pdf.save(bron)
    gelezen = lees(bron, [papier])
    plaatsen = {een.plaats.oordeel: een.plaats.anker for een in gelezen.aantekeningen if een.plaats}
    assert plaatsen.keys() == {Oordeel.NIET_GEVONDEN, Oordeel.GEMAAKT}
    assert plaatsen[Oordeel.NIET_GEVONDEN].citaat.startswith("Dit staat in een heel ander stuk")
    assert count_lost(gelezen.aantekeningen) == 1


def test_a_copy_that_was_printed_smaller_finds_the_words_where_they_stand(tmp_path: Path) -> None:
    papier = een_papier(a_pdf(tmp_path / "nota.pdf", [ZIN]))
    klein = a_pdf(tmp_path / "terug.pdf", [ZIN])
    with pikepdf.open(klein, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        page.contents_add(b"q 0.8 0 0 0.8 40 60 cm", prepend=True)
        page.contents_add(b"Q")
        pdf.save(klein)
    kader, echt = (_plek(pad, "De brug blijft open") for pad in (klein, papier.pad))
    assert kader.x0 != echt.x0
    quads = Array([kader.x0, kader.y1, kader.x1, kader.y1, kader.x0, kader.y0, kader.x1, kader.y0])
    (noot,) = lees(with_annotations(klein, a_mark(QuadPoints=quads)), [papier]).aantekeningen
    assert noot.plaats is not None
    (vlak,) = noot.plaats.anker.vlakken
    assert noot.plaats.anker.citaat == "De brug blijft open"
    assert max(abs(vlak.x0 - echt.x0), abs(vlak.y0 - echt.y0)) < 1


def _plek(pdf: Pad, woorden: str) -> Kader:
    """Where words stand on the first page."""
    blad = read_bladteksten(pdf, [1])[1]
    begin = blad.tekst.index(woorden)
    (kader,) = blad.kaders_van(begin, begin + len(woorden))
    return kader


def test_notes_on_a_version_that_was_replaced_stand_on_that_version(tmp_path: Path) -> None:
    lang = "De dijk bij Waterkant wordt in drie jaar met een meter verhoogd, en het fietspad komt terug. " * 4
    nieuw, oud = (een_papier(a_pdf(tmp_path / naam, [tekst])) for naam, tekst in (("b.pdf", ZIN * 9), ("a.pdf", lang)))
    bron = with_annotations(a_pdf(tmp_path / "terug.pdf", [lang]), a_mark())
    (noot,) = lees(bron, [nieuw, oud]).aantekeningen
    assert noot.plaats is not None
    assert noot.plaats.anker.versie == oud.versie


def test_a_stroke_of_the_pen_has_the_box_around_it_as_its_place(tmp_path: Path) -> None:
    papier = een_papier(a_pdf(tmp_path / "nota.pdf", [ZIN]))
    lijn = Array([Array([100, 300, 200, 340])])
    inkt = {"Subtype": Name.Ink, "Rect": Array([99, 299, 201, 341]), "InkList": lijn}
    (noot,) = lees(with_annotations(a_pdf(tmp_path / "terug.pdf", [ZIN]), inkt), [papier]).aantekeningen
    assert noot.plaats is not None
    (vlak,) = noot.plaats.anker.vlakken
    assert (noot.soort, len(noot.lijnen)) == (Soort.INKT, 1)
    assert vlak.x0 < 100
    assert vlak.x1 > 200


def test_a_file_of_another_meeting_is_refused(tmp_path: Path) -> None:
    papier = een_papier(a_pdf(tmp_path / "nota.pdf", [ZIN]))
    bron = with_annotations(a_pdf(tmp_path / "terug.pdf", ["Over iets heel anders gaat dit stuk. " * 9]), a_mark())
    with pytest.raises(HoortBijAndereVergadering):
        lees(bron, [papier])


def test_a_file_without_notes_is_told(tmp_path: Path) -> None:
    pdf = a_pdf(tmp_path / "nota.pdf", [ZIN])
    with pytest.raises(GeenAantekeningen):
        lees(pdf, [een_papier(pdf)])


def test_answers_of_others_are_kept_with_who_gave_them(tmp_path: Path) -> None:
    papier = een_papier(a_pdf(tmp_path / "nota.pdf", [ZIN]))
    bron = with_annotations(
        a_pdf(tmp_path / "terug.pdf", [ZIN]),
        {
            "Subtype": Name.Text,
            "Name": Name.Help,
            "Rect": Array([90, 300, 110, 320]),
            "Contents": String("Wie betaalt?"),
        },
        {"Subtype": Name.Text, "bij": 0, "Contents": String("De regio"), "T": String("Wies Aalders")},
    )
    (noot,) = lees(bron, [papier]).aantekeningen
    assert (noot.soort, noot.antwoord) == (Soort.VRAAG, "Wies Aalders: De regio")


def test_every_colour_of_our_own_comes_back_and_others_take_the_nearest() -> None:
    for tabel in (MERKSTIFT, LIJN):
        assert [nearest_colour(rgb) for rgb in tabel.values()] == list(tabel)
    assert nearest_colour((1, 1, 0)) is Kleur.GEEL
    assert nearest_colour((1, 0.82, 0)) is Kleur.GEEL
    assert nearest_colour((1, 0, 0)) is Kleur.ROZE
    assert nearest_colour((0.9, 0.1, 0.9)) is Kleur.ROZE
    assert nearest_colour((0, 0.8, 0.2)) is Kleur.GROEN
    assert nearest_colour((0, 0.4, 1)) is Kleur.BLAUW
    assert nearest_colour(None) is nearest_colour((0.5, 0.5, 0.5)) is Kleur.GEEL


def een_blad(woorden: Sequence[str]) -> Bladtekst:
    """A page with a line a word, every letter five points wide."""
    tekst, kaders, regels = "", [], []
    for nummer, woord in enumerate(woorden):
        begin, onder = len(tekst), 700 - 14 * nummer
        kaders += [Kader(50 + 5 * plek, onder, 55 + 5 * plek, onder + 10) for plek in range(len(woord))]
        tekst += woord
        regels.append(Regel(begin, len(tekst), Kader(50, onder, 50 + 5 * len(woord), onder + 10)))
        tekst += "\n"
        kaders.append(Kader(kaders[-1].x1, onder, kaders[-1].x1, onder + 10))
    return Bladtekst(tekst=tekst, kaders=tuple(kaders), regels=tuple(regels))


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=6), st.data())
def test_the_rectangles_of_a_passage_lie_on_that_passage(woorden: list[str], data: st.DataObject) -> None:
    blad = een_blad(woorden)
    letters = [plek for plek, teken in enumerate(blad.tekst) if not teken.isspace()]
    begin = data.draw(st.sampled_from(letters))
    eind = data.draw(st.sampled_from([plek for plek in letters if plek >= begin])) + 1
    vlakken = [Vlak(1, *kader) for kader in blad.kaders_van(begin, eind)]
    assert passage_under(blad, [Vlak(1, v.x0 + 1.5, v.y0, v.x1 - 1.5, v.y1) for v in vlakken]) == (begin, eind)
