"""Projects and budget lines from a spreadsheet: columns by their headings, and what is doubtful named and kept."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from tests.programmebouwers import bedragen, maak_programma
from tk_desktop.base.progress import Progress
from tk_desktop.domain.begroting import Bedragsoort, Zijde
from tk_desktop.domain.programmalezing import Programmalezing
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.export.begrotingsblad import write_begroting_xlsx
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.periodenaam import periode_van
from tk_desktop.intake.projectblad import Blad, lees_projectblad
from tk_desktop.programme.begroting import add_regel
from tk_desktop.programme.overnemen import keep_programma
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store

PROJECTEN = (
    ("Onze projecten",),
    ("Themalijn", "Project", "Fase", "Einddatum", "Kleur", "Onderdeel van"),
    ("Wonen", "Hofjes", "Ontwerpfase", "09-2027", "groen"),
    ("Wonen", "Hofje Zuid", "", "", "", "Hofjes"),
    ("", "", "Realisatiefase"),
    ("", "Zwemles"),
)
BEGROTING = (
    ("Post", "Baten/lasten", "Periode", "Begroting (dec ’25)", "Besteed", "Verwacht eindsaldo"),
    ("Hofjes", "", "2026-1", "€ 80.000", "12▯00", "-500"),
    ("Rijksbijdrage", "Baten", "2026-1", "600000", "", ""),
    ("Oude post", "", "2025-2", "7", "", ""),
    ("Totaal", "", "", "80.000", "", ""),
)


def _gelezen(bron: Path) -> Programmalezing:
    (een,) = lees_bestanden([bron], Progress())
    assert een.programma is not None
    return een.programma


def test_a_workbook_gives_projects_lines_and_every_doubt(tmp_path: Path) -> None:
    bron = tmp_path / "Koers 2026.xlsx"
    with xlsxwriter.Workbook(str(bron)) as boek:
        for naam, rijen in (("Projecten", PROJECTEN), ("Begroting", BEGROTING)):
            blad = boek.add_worksheet(naam)
            for plek, rij in enumerate(rijen):
                for kolom, tekst in enumerate(rij):
                    if tekst.isdigit():
                        blad.write_number(plek, kolom, int(tekst))
                    else:
                        blad.write_string(plek, kolom, tekst)
    lezing = _gelezen(bron)
    assert (lezing.naam, [lijn.naam for lijn in lezing.themalijnen]) == ("Koers 2026", ["Wonen", "Zonder themalijn"])
    assert [(een.naam, een.fase, een.eind, een.ouder) for een in lezing.projecten] == [
        ("Hofjes", "Ontwerpfase", "09-2027", ""),
        ("Hofje Zuid", "", "", "Hofjes"),
        ("Zwemles", "", "", ""),
    ]
    assert lezing.periode is not None
    assert (lezing.periode.naam, lezing.periode.tot) == ("2026-1", date(2026, 6, 30))
    hofjes, rijk = lezing.regels
    assert [(een.soort, een.bedrag, een.tekst) for een in hofjes.bedragen] == [
        (Bedragsoort.BEGROTING, 80_000, "€ 80.000"),
        (Bedragsoort.BESTEED, None, "12▯00"),
        (Bedragsoort.EINDSALDO, -500, "-500"),
    ]
    assert (rijk.zijde, rijk.bedragen[0].bedrag) == (Zijde.BATEN, 600_000)
    assert [een.bedrag for een in lezing.totalen] == [80_000]
    assert lezing.vragen() == (
        "Projecten: de kolom ‘Kleur’ is niet herkend en blijft in het bestand.",
        "Projecten, rij 5: er staat geen naam; de rij is niet overgenomen.",
        "Er staan regels van meer perioden; alleen die van 2026-1 zijn overgenomen.",
        "Hofjes: er zijn cijfers verloren gegaan",
    )


@pytest.mark.parametrize("teken", [";", ",", "\t"])
def test_a_csv_of_projects_is_read_whatever_stands_between_its_cells(tmp_path: Path, teken: str) -> None:
    bron = tmp_path / "projecten.csv"
    bron.write_text(f"Project{teken}Fase\r\nHofjes{teken}Ontwerpfase\r\n", encoding="utf-8-sig")
    assert [(een.naam, een.fase) for een in _gelezen(bron).projecten] == [("Hofjes", "Ontwerpfase")]


def test_a_list_of_members_and_an_unknown_period_are_no_programme() -> None:
    assert lees_projectblad([Blad("Leden", [["Naam", "Functie"], ["Roos", "lid"]])], "leden") is None
    assert periode_van("voorjaar") is None
    jaar = periode_van("2026")
    assert jaar is not None
    assert (jaar.van, jaar.tot) == (date(2026, 1, 1), date(2026, 12, 31))


def test_the_name_of_a_sheet_tells_the_side_and_a_line_may_begin_as_a_total_does() -> None:
    koppen = ("Post", "Begroting")
    rijen = (koppen, ("Totaalaanpak water", "700"), ("Rijksbijdrage", "500"), ("Totaal baten", "1200"))
    lezing = lees_projectblad([Blad("Baten", rijen)], "Haven 2026")
    assert lezing is not None
    assert [(een.naam, een.zijde) for een in lezing.regels] == [
        ("Totaalaanpak water", Zijde.BATEN),
        ("Rijksbijdrage", Zijde.BATEN),
    ]
    assert [een.bedrag for een in lezing.totalen] == [1200]


def _money(stand: Programmastand) -> set[tuple[object, ...]]:
    return {
        (een.periode, een.zijde, een.themalijn_id, een.groep, een.naam, een.buiten_totaal,
         tuple((cel.soort, cel.bedrag) for cel in een.bedragen))
        for een in stand.regels
    }  # fmt: skip


def test_a_budget_that_was_saved_as_a_workbook_is_taken_in_again_as_it_is_and_nothing_counts_twice(
    tmp_path: Path,
) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        programma = maak_programma(store)
        add_regel(store, programma.id, "2026-1", "Lokaal", bedragen=bedragen(9_000, 8_000, 0, 500))
        add_regel(store, programma.id, "2026-1", "Reserve", buiten_totaal=True, bedragen=bedragen(70, 70, 0, 0))
        stand = read_stand(store, programma.id)
        assert stand.periode is not None
        boek = write_begroting_xlsx(stand, stand.periode, tmp_path / "b.xlsx", op=date(2026, 7, 1))
        na = keep_programma(store, _gelezen(boek), programma.id)
    assert _money(na) == _money(stand)
    assert na.totalen == stand.totalen == ()


def test_a_row_that_repeats_another_sheet_is_its_total_and_a_sentence_is_no_line() -> None:
    koppen = ("Onderdeel", "Begroting")
    haven = Blad("Haven", (koppen, ("Kade", "700"), ("Sluis", "500"), ("Subtotaal", "1200"), ("Totaal", "1200")))
    alles = Blad("Lasten", (koppen, ("Haven", "1.250"), ("Staf", "10"), ("Van de haven is het nog niet zeker.",)))
    lezing = lees_projectblad([alles, haven], "Haven 2026")
    assert lezing is not None
    assert [een.naam for een in lezing.regels] == ["Staf", "Kade", "Sluis"]
    assert next((een.naam, een.bedrag, een.waar) for een in lezing.totalen) == ("Haven", 1250, "Lasten, rij 2")
