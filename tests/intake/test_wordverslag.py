"""A verslag in Word is read cell by cell: our own comes back as it was, and an odd table gives doubts."""

from collections.abc import Sequence
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bouwers import een_agendapunt, een_opname, een_vergadering, een_voorstelpunt
from tests.export.test_verslag import _zitting
from tests.intake.heen_en_terug import tekstbeeld
from tests.intake.willekeurig import tekst
from tests.schijf import IN_GEHEUGEN
from tests.zittingbouwers import een_actie, een_besluit, een_zitting
from tk_desktop.domain.actie import Actiesoort
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.domain.verslag import Puntverslag
from tk_desktop.domain.zitting import Zitting
from tk_desktop.export.verslag import write_verslag
from tk_desktop.export.vorm import Vorm
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.lezing import GelezenVerslag, GelezenVerslagrij, Lezing
from tk_desktop.intake.word import lees_word_stuk

KOP = ("NR.", "ONDERWERP", "VOORSTEL/ADVIES", "BESLISSING", "ACTIE DOOR")


def _via_word(zitting: Zitting, map_: Path) -> GelezenVerslag:
    lezing = lees_word_stuk(write_verslag(zitting, map_ / "verslag.docx", Vorm.WORD))
    assert (lezing.agenda, lezing.uitnodiging, lezing.notas) == (None, None, ())
    (verslag,) = lezing.verslagen
    return verslag


def _van_een_ander(map_: Path, rijen: Sequence[Sequence[str]], *boven: str) -> Lezing:
    document = docx.Document()
    for regel in boven:
        document.add_paragraph(regel)
    tabel = document.add_table(rows=0, cols=max(len(rij) for rij in rijen))
    for rij in rijen:
        for cel, inhoud in zip(tabel.add_row().cells, rij, strict=False):
            eerste, *verder = inhoud.split("\n")
            cel.paragraphs[0].text = eerste
            for regel in verder:
                cel.add_paragraph(regel)
    document.save(str(map_ / "stuk.docx"))
    return lees_word_stuk(map_ / "stuk.docx")


def _rij(verslag: GelezenVerslag, nummer: str) -> GelezenVerslagrij:
    return next(rij for rij in verslag.rijen if str(rij.nummer) == nummer)


def test_our_own_verslag_comes_back_with_its_head_and_names(tmp_path: Path) -> None:
    verslag = _via_word(_zitting(), tmp_path)
    assert (verslag.datum, verslag.begin, verslag.einde) == (date(2026, 3, 11), time(9, 3), time(10, 20))
    assert (verslag.plaats, verslag.voorzitter) == ("Kamer 2, Kadehuis", "Guus Meerdink")
    assert [(wie.naam, wie.namens, wie.hoedanigheid, wie.tot_punt) for wie in verslag.aanwezig] == [
        ("Bram Sluiter", "Kadijk", Hoedanigheid.LID, Nummer(2)),
        ("Roos van Dalen", "Veenhoek", Hoedanigheid.LID, None),
    ]
    assert [(wie.naam, wie.met_bericht) for wie in verslag.afwezig] == [("Wim Tol", True)]


def test_our_own_verslag_comes_back_with_its_rows_besluiten_and_actions(tmp_path: Path) -> None:
    verslag = _via_word(_zitting(), tmp_path)
    assert [(str(rij.nummer), rij.onderwerp, rij.besloten) for rij in verslag.rijen] == [
        ("1", "Opening", False),
        ("2", "Veilige oevers", False),
        ("3", "Oesterbank", True),
    ]
    rij = _rij(verslag, "2")
    assert rij.behandeling == {Behandeling.BESLUITVORMING}
    assert [punt.tekst for punt in rij.voorstel] == ["De oever te herstellen."]
    assert [(een.uitkomst, een.minderheid) for een in rij.besluiten] == [(Uitkomst.CONFORM, "Kadijk was tegen.")]
    assert [(een.door, een.tekst, een.voor) for een in rij.acties] == [
        ("WK/directie", "Belt de aannemer", date(2026, 4, 1))
    ]


def test_what_was_said_behind_closed_doors_stays_so_when_it_is_taken_in_again(tmp_path: Path) -> None:
    verslag = _via_word(_zitting(), tmp_path)
    assert "Oesterbank" not in _rij(verslag, "2").besproken
    assert "Oesterbank is duur." in _rij(verslag, "2").besloten_deel
    gesloten = _rij(verslag, "3")
    assert [een.besloten for een in gesloten.besluiten] == [een.besloten for een in gesloten.acties] == [True]


def test_besluiten_and_actions_of_all_kinds_come_back_in_order(tmp_path: Path) -> None:
    besluitvorming = frozenset({Behandeling.BESLUITVORMING})
    punt = een_agendapunt(
        id="punt", behandeling=besluitvorming, voorstel=(een_voorstelpunt(tekst="De oever te herstellen."),)
    )
    zitting = een_zitting(
        opname=een_opname(vergadering=een_vergadering(), agendapunten=[punt]),
        verslagen={"punt": Puntverslag(id="t", agendapunt_id="punt", besproken="Het rietland zakt.")},
        besluiten=(
            een_besluit(uitkomst=Uitkomst.GEWIJZIGD, tekst="1. De oever te vernieuwen.", voorgesteld="1. Anders."),
            een_besluit(uitkomst=Uitkomst.AANGEHOUDEN, tekst="Tot juni.", voorgesteld="", besloten=True),
        ),
        acties=(
            een_actie(agendapunt_id="punt", tekst="Bellen", door=""),
            een_actie(agendapunt_id="punt", tekst="Komt terug", soort=Actiesoort.TOEZEGGING, door="Roos van Dalen"),
        ),
    )
    (rij,) = _via_word(zitting, tmp_path).rijen
    assert [(een.uitkomst, een.tekst, een.besloten) for een in rij.besluiten] == [
        (Uitkomst.GEWIJZIGD, "1. De oever te vernieuwen.", False),
        (Uitkomst.AANGEHOUDEN, "Tot juni.", True),
    ]
    assert [(een.door, een.tekst, een.toezegging) for een in rij.acties] == [
        ("", "Bellen", False),
        ("Roos van Dalen", "Komt terug", True),
    ]
    assert rij.besproken == "Het rietland zakt."


@settings(max_examples=40, deadline=None)
@given(besproken=tekst)
def test_any_text_of_an_item_comes_back_the_same(besproken: str) -> None:
    zitting = een_zitting(
        opname=een_opname(vergadering=een_vergadering(), agendapunten=[een_agendapunt(id="punt")]),
        verslagen={"punt": Puntverslag(id="t", agendapunt_id="punt", besproken=besproken)},
        besluiten=(een_besluit(voorgesteld="", tekst="De oever te herstellen."),),
    )
    with TemporaryDirectory(dir=IN_GEHEUGEN) as map_:
        (rij,) = _via_word(zitting, Path(map_)).rijen
    assert tekstbeeld(rij.besproken) == tekstbeeld(besproken)
    assert [een.tekst for een in rij.besluiten] == ["De oever te herstellen."]


def test_a_verslag_of_another_writer_is_read_by_its_columns(tmp_path: Path) -> None:
    rijen = [
        KOP,
        ("1.", "Opening", "", "De voorzitter opent de vergadering.", ""),
        (
            "2.",
            "Veilige oevers",
            "Ter besluitvorming\n1. De oever te herstellen.",
            "De directeur zoekt uit wat het kost voor 1 april. De bomen blijven.\nBC-besluit: Conform advies",
            "Directeur",
        ),
        ("3.", "Sluis", "", "De commissie stemt in met het plan.", ""),
    ]
    lezing = _van_een_ander(
        tmp_path, rijen, "Verslag bestuurscommissie", "DATUM: 11 maart 2026", "AANWEZIG: Guus Meerdink (Veenhoek)"
    )
    assert lezing.agenda is None
    (verslag,) = lezing.verslagen
    assert (verslag.datum, [wie.naam for wie in verslag.aanwezig]) == (date(2026, 3, 11), ["Guus Meerdink"])
    rij = _rij(verslag, "2")
    assert rij.besluit is not None
    assert (rij.besluit.uitkomst, rij.besluit.tekst) == (Uitkomst.CONFORM, "Conform advies")
    assert [(een.door, een.tekst, een.voor) for een in rij.acties] == [
        ("Directeur", "De directeur zoekt uit wat het kost voor 1 april.", date(2026, 4, 1))
    ]
    assert _rij(verslag, "3").instemming == ("De commissie stemt in met het plan.",)
    assert any("Hier lijkt iets besloten" in een.wat for een in lezing.twijfels)


@pytest.mark.parametrize(
    ("rijen", "nummers", "twijfel"),
    [
        ([("1.", "A", "", "x", ""), ("1.", "B", "", "y", "")], ["1"], "‘1.’ en is bij punt 1 gezet"),
        ([("1.", "A", "", "x", ""), ("slot", "B", "", "y", "")], ["1"], "‘slot’ en is bij punt 1 gezet"),
        ([("?", "A", "", "x", ""), ("", "", "", "y", "")], ["1"], "‘?’ en is bij punt 1 gezet"),
        ([("", "A", "", "x", ""), ("", "B", "", "y", "")], ["1", "2"], "de rijen zijn geteld"),
        ([("2.", "A", "", "x", ""), ("a.", "B", "", "y", "")], ["2", "2a"], "datum van de vergadering is niet"),
        ([("9.", "", "", "xy", "Z")], ["9"], "Bij ‘Z’ is als actie gelezen"),
    ],
)
def test_an_odd_table_gives_doubts_and_loses_no_text(
    tmp_path: Path, rijen: list[tuple[str, ...]], nummers: list[str], twijfel: str
) -> None:
    lezing = _van_een_ander(tmp_path, [KOP, *rijen])
    (verslag,) = lezing.verslagen
    assert [str(rij.nummer) for rij in verslag.rijen] == nummers
    alles = " ".join(rij.beslissing for rij in verslag.rijen)
    assert all(rij[3] in alles for rij in rijen)
    assert any(twijfel in een.wat for een in lezing.twijfels)


_cel = st.sampled_from(
    ["", "1.", "1.", "2", "2a", "b.", "99999", "Actie:", "Actie: belt", "besluit:", "BC-besluit: x", "Besloten:", "–"]
)
_woorden = st.sampled_from(
    ["Minderheidsstandpunt: a", "BESLISSING", "ONDERWERP", "Roos", "Zin. Nog een zin.\nEn meer.", "(besloten)"]
)


@settings(max_examples=60, deadline=None)
@given(rijen=st.lists(st.lists(_cel | _woorden, min_size=6, max_size=6), max_size=6), kop=st.permutations((*KOP, "")))
def test_no_table_is_too_odd_to_read(rijen: list[list[str]], kop: list[str]) -> None:
    with TemporaryDirectory(dir=IN_GEHEUGEN) as map_:
        (verslag,) = _van_een_ander(Path(map_), [kop, *rijen]).verslagen
    assert len({rij.nummer for rij in verslag.rijen}) == len(verslag.rijen)


def test_a_table_on_the_next_page_goes_on_and_a_head_opens_another_verslag(tmp_path: Path) -> None:
    document = docx.Document()
    for dag, nummers in (("11 maart 2026", (("1.",), ("2.",))), ("8 april 2026", (("1.",),))):
        document.add_paragraph("Verslag bestuurscommissie")
        document.add_paragraph(f"DATUM: {dag}")
        for rijen in nummers:
            tabel = document.add_table(rows=0, cols=5)
            for rij in (KOP, *((nummer, "Oever", "", "Gezien.", "") for nummer in rijen)):
                for cel, inhoud in zip(tabel.add_row().cells, rij, strict=True):
                    cel.text = inhoud
            document.add_paragraph("")
    document.save(str(tmp_path / "twee.docx"))
    verslagen = lees_word_stuk(tmp_path / "twee.docx").verslagen
    assert [(een.datum, [str(rij.nummer) for rij in een.rijen]) for een in verslagen] == [
        (date(2026, 3, 11), ["1", "2"]),
        (date(2026, 4, 8), ["1"]),
    ]


def test_a_verslag_in_a_file_of_its_own_is_taken_in_and_one_with_a_place_stays_a_paper(tmp_path: Path) -> None:
    los = write_verslag(_zitting(), tmp_path / "verslag maart.docx", Vorm.WORD)
    (gelezen,) = lees_bestanden([los])
    assert gelezen.lezing is not None
    assert len(gelezen.lezing.verslagen) == 1
    (geplaatst,) = lees_bestanden([los.rename(tmp_path / "2a verslag maart.docx")])
    assert geplaatst.plaats is not None
    assert geplaatst.lezing is None
