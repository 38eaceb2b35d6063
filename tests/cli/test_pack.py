"""``tk pack``: a set, or the sheets to send after one."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

from tests.bouwers import bewaar, een_opname
from tests.cli.hulp import tk
from tests.verpakt import Verpakt, inhoud_van_map, paginateksten
from tests.voorbeeld.inhoud import met_lek, voorbeeld
from tk_desktop.meeting.agenda import add_punt, exclude_lid
from tk_desktop.store.werkmap import Store


def test_what_was_made_is_told_to_a_program(verpakt: Verpakt, tmp_path: Path) -> None:
    uitkomst = tk("pack", "--werkmap", verpakt.werkmap, "--uit", tmp_path / "set.pdf", "--json")
    gegevens = uitkomst.json
    assert uitkomst.code == 0
    assert {"pdf", "paginas", "stukken", "variant"} <= set(gegevens)
    assert (gegevens["pdf"], gegevens["variant"]) == (str(tmp_path / "set.pdf"), "leden")
    assert gegevens["paginas"] == len(paginateksten(tmp_path / "set.pdf"))
    assert gegevens["stukken"][4] == {
        "nummer": "2a", "titel": "Projectplan Fit de klas in 2026-2029", "van": 8, "tot": 10,
    }  # fmt: skip
    assert all(set(stuk) == {"nummer", "titel", "van", "tot"} for stuk in gegevens["stukken"])


def test_a_set_with_what_is_besloten_is_written_down_with_its_number_on_those_pages(
    verpakt: Verpakt, tmp_path: Path
) -> None:
    werkmap = tmp_path / "werkmap"
    copytree(verpakt.werkmap, werkmap)
    with Store.open(werkmap) as store, store.transaction():
        stuk = next(een for een in verpakt.opname.stukken if een.id in verpakt.opname.notas)
        store.stukken.save(replace(stuk, besloten=True))
    for doelgroep, aantal in (("openbaar", 0), ("leden", 1), ("leden", 2)):
        uitkomst = tk("pack", "--audience", doelgroep, "--werkmap", werkmap, "--uit", tmp_path / "set.pdf")
        assert uitkomst.code == 0, uitkomst.fout
        with Store.open(werkmap) as store:
            log = [een for een in store.inzagen.all() if een.papier == stuk.id]
        assert [een.exemplaar for een in log] == list(range(1, aantal + 1))
    bladen = [blad for blad in paginateksten(tmp_path / "set.pdf") if "Exemplaar 2 " in blad]
    assert bladen
    assert all(een.reden == "tk pack" for een in log)


def test_a_set_in_a_folder_gets_a_good_name(verpakt: Verpakt, tmp_path: Path) -> None:
    uitkomst = tk("pack", "--werkmap", verpakt.werkmap, "--uit", tmp_path / "sets", "--audience", "openbaar")
    assert uitkomst.code == 0
    assert [pad.name for pad in (tmp_path / "sets").iterdir()] == ["BC GO 2026-06-04 vergaderset openbaar.pdf"]
    assert "3 bijl. 2 Gesprekken met dertig ouders ontbreekt" in uitkomst.uit


def test_page_numbers_and_contents_can_be_left_out(verpakt: Verpakt, tmp_path: Path) -> None:
    zonder = ["--zonder-nummers", "--zonder-inhoud"]
    uitkomst = tk("pack", "--werkmap", verpakt.werkmap, "--uit", tmp_path / "set.pdf", "--json", *zonder)
    assert uitkomst.code == 0
    assert "Inhoud" not in [stuk["titel"] for stuk in uitkomst.json["stukken"]]
    totaal = uitkomst.json["paginas"]
    assert not any(f"/{totaal}" in tekst for tekst in paginateksten(tmp_path / "set.pdf"))


def test_the_letter_can_be_left_out(verpakt: Verpakt, tmp_path: Path) -> None:
    uitkomst = tk("pack", "--werkmap", verpakt.werkmap, "--uit", tmp_path / "set.pdf", "--json", "--zonder-brief")
    assert uitkomst.code == 0
    assert "uitnodiging" not in [stuk["nummer"] for stuk in uitkomst.json["stukken"]]


def test_strict_refuses_a_set_with_a_paper_missing(verpakt: Verpakt, tmp_path: Path) -> None:
    uitkomst = tk("pack", "--werkmap", verpakt.werkmap, "--uit", tmp_path / "set.pdf", "--streng")
    assert uitkomst.code == 2
    assert "(TK-S04)" in uitkomst.fout
    assert list(tmp_path.iterdir()) == []


def test_a_leak_refuses_the_public_set_and_keeps_the_old_one(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        bewaar(store, met_lek(voorbeeld()))
    (tmp_path / "set.pdf").write_bytes(b"oud")
    uitkomst = tk("pack", "--werkmap", tmp_path / "werkmap", "--uit", tmp_path / "set.pdf", "--audience", "openbaar")
    assert uitkomst.code == 2
    assert "(TK-S03)" in uitkomst.fout
    assert "Schikking" not in uitkomst.fout + uitkomst.uit
    assert (tmp_path / "set.pdf").read_bytes() == b"oud"


def test_naming_a_member_never_gives_the_set_of_all_members(werkmap: Path, tmp_path: Path) -> None:
    with Store.open(werkmap) as store:
        exclude_lid(store, "punt-projectplan", "persoon-nollen")
    nollen = ["pack", "--werkmap", werkmap, "--uit", tmp_path / "s.pdf", "--lid", "Gijsbert Nollen"]
    for extra in ([], ["--audience", "leden"], ["--audience", "openbaar"]):
        uitkomst = tk(*nollen, *extra)
        assert (uitkomst.code, (tmp_path / "s.pdf").exists()) == (2, False)
        assert "(TK-C06)" in uitkomst.fout
        assert "Zet er --audience lid bij" in uitkomst.fout
    gemaakt = tk(*nollen, "--audience", "lid", "--json").json
    assert gemaakt["variant"] == "lid Gijsbert Nollen"
    assert "2a" not in [stuk["nummer"] for stuk in gemaakt["stukken"]]
    assert "(TK-S02)" in tk("pack", "--werkmap", werkmap, "--audience", "lid", "--lid", "Wie Dan Ook").fout
    assert "(TK-C04)" in tk("pack", "--werkmap", werkmap, "--audience", "lid").fout


def test_a_sent_set_is_followed_by_only_what_changed(werkmap: Path, tmp_path: Path) -> None:
    doel = tmp_path / "na.pdf"
    assert "(TK-S06)" in tk("pack", "--werkmap", werkmap, "--nazending", "--uit", doel).fout
    assert tk("pack", "--werkmap", werkmap, "--uit", tmp_path / "set.pdf", "--verzonden").code == 0
    assert "(TK-S05)" in tk("pack", "--werkmap", werkmap, "--nazending", "--uit", doel).fout
    assert not doel.exists()
    with Store.open(werkmap) as store:
        add_punt(store, store.vergaderingen.all()[0].id, "Rondleiding", na="punt-rondvraag")
    gegevens = tk("pack", "--werkmap", werkmap, "--nazending", "--uit", doel, "--json").json
    assert gegevens["opdrachten"] == ["Vervang blz. 3-5 (Agenda Bestuurscommissie Gezond Opgroeien)"]
    assert len(paginateksten(doel)) == 4


def test_a_nazending_is_never_kept_as_a_set_that_was_sent(werkmap: Path, tmp_path: Path) -> None:
    uitkomst = tk("pack", "--werkmap", werkmap, "--nazending", "--verzonden", "--uit", tmp_path / "na.pdf")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert "(TK-C07)" in uitkomst.fout
    assert "Maak de nazending zonder --verzonden." in uitkomst.fout
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_member_gets_the_nazending_of_their_own_set(werkmap: Path, tmp_path: Path) -> None:
    for_taco = ["pack", "--werkmap", werkmap, "--audience", "lid", "--lid", "Taco Wiersinga"]
    assert tk(*for_taco, "--uit", tmp_path / "set.pdf", "--schutbladen", "--verzonden").code == 0
    assert "(TK-S06)" in tk("pack", "--werkmap", werkmap, "--nazending").fout
    with Store.open(werkmap) as store, store.transaction():
        store.stukken.delete("stuk-9b")
    uitkomst = tk(*for_taco, "--nazending", "--uit", tmp_path / "na.pdf")
    assert "(nazending, lid Taco Wiersinga)" in uitkomst.uit
    assert "(9b AO GO 7 mei 2026)" in uitkomst.uit
    assert "chutblad" not in uitkomst.uit


def test_a_target_that_cannot_be_written_leaves_nothing(verpakt: Verpakt, tmp_path: Path) -> None:
    (tmp_path / "map").write_bytes(b"geen map")
    voor = inhoud_van_map(tmp_path)
    uitkomst = tk("pack", "--werkmap", verpakt.werkmap, "--uit", tmp_path / "map" / "set.pdf")
    assert uitkomst.code == 2
    assert "(TK-D02)" in uitkomst.fout
    assert inhoud_van_map(tmp_path) == voor


def test_a_meeting_without_anything_still_gives_a_set(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        bewaar(store, een_opname())
    uitkomst = tk("pack", "--werkmap", tmp_path / "werkmap", "--uit", tmp_path / "set.pdf", "--json")
    assert uitkomst.code == 0
    assert [stuk["nummer"] for stuk in uitkomst.json["stukken"]] == ["inhoud", "agenda"]
