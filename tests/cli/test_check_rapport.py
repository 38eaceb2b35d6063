"""``tk check --rapport`` and the check of a meeting tell the same of the amounts in a paper."""

from pathlib import Path

from tests.bouwers import een_gremium, een_stuk, een_stukversie, een_vergadering
from tests.cli.hulp import tk
from tests.intake.programmatekst import RAPPORT
from tests.papier import a_paper
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.tekst import herstelde_regels
from tk_desktop.pack.controleren import check
from tk_desktop.store.werkmap import Store


def test_the_amounts_of_a_report_are_checked_without_a_werkmap(tmp_path: Path) -> None:
    bron = tmp_path / "rapport.txt"
    bron.write_text(RAPPORT, encoding="utf-8")
    uitkomst = tk("check", "--rapport", bron, "--werkmap", tmp_path / "nergens", "--json")
    assert uitkomst.code == 1
    assert [(een["code"], een["waar"].split(", ", 1)[1]) for een in uitkomst.json] == [
        ("GD02", "rij ‘Kade op recept’, kolom ‘Verwacht eindsaldo 31 dec ‘25’"),
        ("GD03", "rij ‘Themalijn Kades en Sluizen’, kolom ‘Gewijzigde begroting (maart ‘25)’"),
        ("GD04", "kolom ‘bedrag’"),
    ]
    assert not (tmp_path / "nergens").exists()
    goed = RAPPORT.replace("€ 1.000 € 400", "€ 1.000 € 500").replace("€ 3.000 € 400", "€ 3.000 € 500")
    goed = goed.replace("€ 5.100 € 400", "€ 5.000 € 500").replace("5.400 € 100", "5.500 € 0").replace("€ 110", "€ 100")
    bron.write_text(goed, encoding="utf-8")
    uitkomst = tk("check", "--rapport", bron)
    assert (uitkomst.code, uitkomst.uit.strip()) == (0, "Niets gevonden: de bedragen kloppen met elkaar.")


def test_a_report_without_tables_says_so(tmp_path: Path) -> None:
    bron = tmp_path / "brief.txt"
    bron.write_text("Geachte leden, " * 40, encoding="utf-8")
    uitkomst = tk("check", "--rapport", bron)
    assert uitkomst.code == 2
    assert "TK-I65" in uitkomst.fout
    bron.write_text("Geachte leden, het gaat goed met de kade. " * 90, encoding="utf-8")
    assert "TK-I65" in tk("check", "--rapport", bron).fout


def test_a_csv_is_checked_as_a_sheet_is(tmp_path: Path) -> None:
    for kop in ("Post;Begroting;Besteed", "Wat;Begroot;Tot nu"):
        bron = tmp_path / "haven.csv"
        bron.write_text(f"{kop}\nKade;700;300\nSluis;500;20\nTotaal;1.200;330\n", encoding="utf-8")
        (een,) = tk("check", "--rapport", bron, "--json").json
        kolom = kop.rsplit(";", 1)[1]
        assert (een["code"], een["waar"]) == ("GD01", f"‘haven’, rij ‘Totaal’, kolom ‘{kolom}’")
        assert "Als totaal staat er 330; de posten zijn samen 320 (verschil 10)." in een["wat"]


def test_of_a_file_without_amounts_that_is_said_and_nothing_of_agendas_or_members(tmp_path: Path) -> None:
    bord = tmp_path / "bord.pdf"
    bord.write_bytes(a_paper(["Het bord", "Hofjes, ontwerpfase"]))
    lijst = tmp_path / "namen.csv"
    lijst.write_text("naam;gemeente\nRoos;Kadedorp\n", encoding="utf-8")
    for bron in (bord, lijst):
        uitkomst = tk("check", "--rapport", bron)
        assert (uitkomst.code, "TK-I65" in uitkomst.fout, bron.name in uitkomst.fout) == (2, True, True)
    weg = tk("check", "--rapport", tmp_path / "nergens.pdf")
    assert (weg.code, "‘nergens.pdf’ bestaat niet" in weg.fout) == (2, True)


def test_the_tables_of_papers_are_checked_with_their_meeting(tmp_path: Path) -> None:
    with Store.open(tmp_path / "w", maken=True) as store:
        with store.transaction():
            store.gremia.save(een_gremium(id="gremium"))
            store.vergaderingen.save(een_vergadering(id="vergadering"))
            store.stukken.save(een_stuk(id="rapport", agendapunt_id=None, titel="Halfjaarrapport"))
            store.versies.save(een_stukversie(id="v", stuk_id="rapport", sha256="a" * 64))
            store.cijfertabellen.bewaar("rapport", "a" * 64, vind_tabellen(herstelde_regels(RAPPORT)))
        gevonden = [een for een in check(store, "vergadering") if een.code.startswith("GD")]
        assert [een.code for een in gevonden] == ["GD02", "GD03"]
        assert all(een.bij == "rapport" and "Halfjaarrapport" in een.waar for een in gevonden)
