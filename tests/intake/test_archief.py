"""A folder of years: looked at first, taken in file by file, and gone on with after it was broken off."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.bouwers import een_gremium, een_vergadering
from tests.intake.berichtbouwers import PNG, van_outlook
from tests.intake.pakbouwers import AGENDA, NOTA, een_pak
from tests.intake.test_verslag import TEKST as VERSLAG
from tests.intake.test_wordcijfers import een_rapport
from tests.intake.wordpapieren import een_rijke_agenda
from tk_desktop.base.errors import BestandNietGevonden, Onderbroken
from tk_desktop.base.leesproces import Hier
from tk_desktop.base.progress import Progress
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.intake.archief import Archiefwerk, Lot, read_archief, take_archief
from tk_desktop.intake.opnemen import Inname
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 5, 20, 9, 0)
MEI = tuple(regel.replace("12 maart", "14 mei").replace("Roos van Dalen", "R. van Dalen") for regel in AGENDA)


@pytest.fixture
def archief(tmp_path: Path) -> Path:
    """Return a folder with two meetings, a copy, a second pack of one of them and what cannot be read."""
    wortel = tmp_path / "archief"
    for jaar in ("2026-03", "2026-05", "kopieën"):
        (wortel / jaar).mkdir(parents=True)
    een_pak(wortel / "2026-03" / "pak.pdf", [AGENDA, NOTA])
    een_pak(wortel / "2026-05" / "pak.pdf", [MEI])
    (wortel / "2026-05" / "2 bijlage 1 - Verhaal.txt").write_text("De kade is oud.\n" * 20, encoding="utf-8")
    shutil.copy(wortel / "2026-03" / "pak.pdf", wortel / "kopieën" / "zelfde.pdf")
    een_pak(wortel / "kopieën" / "nieuwer.pdf", [AGENDA, NOTA], {1: "Agenda"})
    (wortel / "kopieën" / "kapot.pdf").write_bytes(b"%PDF-1.7 niets")
    (wortel / "kopieën" / "foto.png").write_bytes(b"\x89PNG")
    (wortel / ".verborgen").write_bytes(b"x")
    return wortel


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def werk(map_: Path, **zelfde: str) -> Archiefwerk:
    return Archiefwerk(cache=Bladcache(map_ / "cache"), lezer=Hier(), map=map_, zelfde=zelfde)


def _komt(store: Store) -> Vergadering:
    """Store the one meeting that is known, which is still to be held."""
    gremium = een_gremium()
    store.gremia.save(gremium)
    vergadering = een_vergadering(gremium_id=gremium.id, datum=date(2026, 7, 1))
    store.vergaderingen.save(vergadering)
    return vergadering


LOTEN = {
    "2026-03/pak.pdf": Lot.INGENOMEN,
    "2026-05/2 bijlage 1 - Verhaal.txt": Lot.INGENOMEN,
    "2026-05/pak.pdf": Lot.INGENOMEN,
    "kopieën/foto.png": Lot.OVERGESLAGEN,
    "kopieën/kapot.pdf": Lot.GEWEIGERD,
    "kopieën/nieuwer.pdf": Lot.ZELFDE_VERGADERING,
    "kopieën/zelfde.pdf": Lot.DUBBEL,
}


def test_looking_tells_what_becomes_of_each_file_and_stores_nothing(archief: Path, tmp_path: Path) -> None:
    verslag = read_archief(archief, werk(tmp_path), NU, Progress())
    gelezen = {regel.bestand: regel.lot for regel in verslag.regels}
    assert gelezen == {naam: Lot.VOORGESTELD if lot is Lot.INGENOMEN else lot for naam, lot in LOTEN.items()}
    assert [(naam.kort, naam.voluit) for naam in verslag.namen] == [("R. van Dalen", "Roos van Dalen")]
    assert not (tmp_path / "werkmap").exists()


def test_taking_in_joins_names_that_somebody_agreed_to_and_keeps_papers_with_their_meeting(
    archief: Path, store: Store, tmp_path: Path
) -> None:
    akkoord = werk(tmp_path, **{"R. van Dalen": "Roos van Dalen"})
    verslag = take_archief(store, archief, akkoord, NU, Progress())
    assert {regel.bestand: regel.lot for regel in verslag.regels} == LOTEN
    assert "R. van Dalen" not in {wie.naam for wie in store.personen.all()}
    mei = next(een for een in store.vergaderingen.all() if een.datum.month == 5)
    assert "Verhaal" in {stuk.titel for stuk in store.stukken.van_vergadering(mei.id)}


def test_a_pack_with_the_notas_of_a_meeting_of_which_the_agenda_came_first_completes_it(
    store: Store, tmp_path: Path
) -> None:
    wortel = tmp_path / "archief"
    (wortel / "agenda’s").mkdir(parents=True)
    een_pak(wortel / "agenda’s" / "12 maart.pdf", [AGENDA])
    een_pak(wortel / "set 12 maart.pdf", [AGENDA, NOTA, ["Meetrapport kades", "Tien plekken."]])
    een_pak(wortel / "set nog eens.pdf", [AGENDA, NOTA], {1: "Agenda"})
    verslag = take_archief(store, wortel, werk(tmp_path), NU, Progress())
    loten = {regel.bestand: regel.lot for regel in verslag.regels}
    assert loten == {
        "agenda’s/12 maart.pdf": Lot.INGENOMEN,
        "set 12 maart.pdf": Lot.INGENOMEN,
        "set nog eens.pdf": Lot.ZELFDE_VERGADERING,
    }
    (vergadering,) = store.vergaderingen.all()
    opname = store.opname(vergadering.id)
    assert [nota.onderwerp for nota in opname.notas.values()] == ["Herstel van de kades"]
    assert "Meetrapport kades" in {stuk.titel for stuk in opname.stukken if opname.is_aanwezig(stuk)}
    weer = take_archief(store, wortel, werk(tmp_path), NU, Progress())
    assert weer.aantal(Lot.INGENOMEN) == 0


def test_bodies_that_may_be_one_are_asked_about_and_joined_with_consent(
    archief: Path, store: Store, tmp_path: Path
) -> None:
    kort = [regel.replace("bestuurscommissie Waterkant", "bestuurscommissie") for regel in MEI]
    een_pak(archief / "2026-05" / "pak.pdf", [kort])
    paar = ("bestuurscommissie", "bestuurscommissie Waterkant")
    assert paar in [(naam.kort, naam.voluit) for naam in read_archief(archief, werk(tmp_path), NU, Progress()).namen]
    take_archief(store, archief, werk(tmp_path, **dict([paar])), NU, Progress())
    assert len(store.gremia.all()) == 1
    assert len(store.vergaderingen.all()) == 2


def test_what_names_no_meeting_never_hangs_onto_the_one_that_is_to_come(store: Store, tmp_path: Path) -> None:
    komt = _komt(store)
    los = tmp_path / "los"
    los.mkdir()
    een_pak(los / "oud pak.pdf", [NOTA, ["Meetrapport kades", "", "Tien plekken."]], {1: "Nota", 2: "Bijlage 1"})
    een_rapport(los / "rapport.docx", "Financiën haven")
    gekeken = read_archief(los, werk(tmp_path), NU, Progress()).regels
    assert [regel.lot for regel in gekeken] == [Lot.VOORGESTELD, Lot.OVERGESLAGEN]
    for regel in take_archief(store, los, werk(tmp_path), NU, Progress()).regels:
        assert regel.lot is Lot.OVERGESLAGEN
        assert "hoort nog bij geen vergadering" in regel.wat
    assert not store.stukken.van_vergadering(komt.id)


def test_a_verslag_by_itself_stands_in_the_meeting_of_its_own_day_and_its_body_is_asked(
    store: Store, tmp_path: Path
) -> None:
    komt = _komt(store)
    (tmp_path / "los").mkdir()
    (tmp_path / "los" / "verslag.txt").write_text(VERSLAG, encoding="utf-8")
    (regel,) = take_archief(store, tmp_path / "los", werk(tmp_path), NU, Progress()).regels
    assert (regel.lot, "na te kijken" in regel.wat) == (Lot.INGENOMEN, True)
    eerst, *twijfels = regel.in_woorden()
    assert eerst.startswith("verslag.txt: ingenomen. 1 verslag.")
    assert "bijdrage aan de aannemer" in "".join(twijfels), "what is to be looked at is told, not counted alone"
    bewaard = regel.in_woorden(geheel=False)
    assert len(bewaard) == len(twijfels) + 1
    assert "punt 1A" in "".join(bewaard)
    assert "aannemer" not in "".join(bewaard), "a file that is kept tells no words of the besloten part"
    (nieuw,) = [een for een in store.vergaderingen.all() if een.id != komt.id]
    assert (nieuw.status, nieuw.gremium_id) == (Status.GEHOUDEN, komt.gremium_id)


def test_mail_goes_in_with_what_came_with_it_and_a_link_is_refused(store: Store, tmp_path: Path) -> None:
    wortel = tmp_path / "archief"
    wortel.mkdir()
    een_pak(wortel / "pak.pdf", [AGENDA, NOTA])
    bijlage = een_pak(tmp_path / "bijlage.pdf", [["Meetrapport kades", "", "Tien plekken."]]).read_bytes()
    van_outlook(wortel / "nagekomen.eml", "Hierbij de bijlage.", [("2 bijlage 1 - Meetrapport kades.pdf", bijlage)])
    (wortel / "verwijzing.pdf").symlink_to(tmp_path / "bijlage.pdf")
    verslag = take_archief(store, wortel, werk(tmp_path), NU, Progress())
    assert {regel.bestand: regel.lot for regel in verslag.regels} == {
        "nagekomen.eml": Lot.INGENOMEN,
        "pak.pdf": Lot.INGENOMEN,
        "verwijzing.pdf": Lot.GEWEIGERD,
    }
    assert "TK-I61" in verslag.regels[-1].wat
    (vergadering,) = store.vergaderingen.all()
    namen = {versie.bestandsnaam for versie in store.versies.nieuwste(vergadering.id).values()}
    assert "2 bijlage 1 - Meetrapport kades.pdf" in namen
    assert take_archief(store, wortel, werk(tmp_path), NU, Progress()).aantal(Lot.WAS_ER) == 2, "the message too"
    assert not list(tmp_path.glob(".tk-*"))


def test_old_word_waits_for_libreoffice_and_a_sheet_goes_where_its_name_tells(store: Store, tmp_path: Path) -> None:
    wortel = tmp_path / "archief"
    wortel.mkdir()
    een_pak(wortel / "pak.pdf", [AGENDA, NOTA])
    een_rijke_agenda(wortel / "agenda.doc")
    (wortel / "2 bijlage 1 - Kaart.png").write_bytes(PNG)
    (wortel / "kiekje.png").write_bytes(PNG)
    verslag = take_archief(store, wortel, werk(tmp_path), NU, Progress())
    assert {regel.bestand: regel.lot for regel in verslag.regels} == {
        "2 bijlage 1 - Kaart.png": Lot.INGENOMEN,
        "agenda.doc": Lot.GEWEIGERD,
        "kiekje.png": Lot.OVERGESLAGEN,
        "pak.pdf": Lot.INGENOMEN,
    }
    assert "TK-I80" in verslag.regels[1].wat


def test_a_report_that_belongs_to_no_meeting_is_not_said_to_be_taken_in(store: Store, tmp_path: Path) -> None:
    (tmp_path / "los").mkdir()
    een_rapport(tmp_path / "los" / "rapport.docx", "Financiën haven")
    (regel,) = take_archief(store, tmp_path / "los", werk(tmp_path), NU, Progress()).regels
    assert regel.lot is Lot.OVERGESLAGEN
    assert "hoort nog bij geen vergadering" in regel.wat


def test_a_run_that_was_broken_off_goes_on_where_it_was(archief: Path, store: Store, tmp_path: Path) -> None:
    na_de_eerste = Progress(stopped=lambda: len(store.vergaderingen.all()) == 1)
    with pytest.raises(Onderbroken):
        take_archief(store, archief, werk(tmp_path), NU, na_de_eerste)
    verslag = take_archief(store, archief, werk(tmp_path), NU, Progress())
    loten = {regel.bestand: regel.lot for regel in verslag.regels}
    assert loten == {**LOTEN, "2026-03/pak.pdf": Lot.WAS_ER, "kopieën/zelfde.pdf": Lot.WAS_ER}
    nog_eens = take_archief(store, archief, werk(tmp_path), NU, Progress())
    assert nog_eens.aantal(Lot.INGENOMEN) == 0
    assert nog_eens.aantal(Lot.WAS_ER) == 4, "the copy too"
    assert len(store.vergaderingen.all()) == 2


def test_in_a_folder_of_more_meetings_a_paper_that_tells_no_day_is_left_for_somebody_to_place(
    store: Store, tmp_path: Path
) -> None:
    plat = tmp_path / "plat"
    plat.mkdir()
    een_pak(plat / "maart.pdf", [AGENDA])
    een_pak(plat / "mei.pdf", [MEI])
    een_pak(plat / "nota.pdf", [NOTA])
    (plat / "2 bijlage 1 - Verhaal.txt").write_text("De kade is oud.\n" * 20, encoding="utf-8")
    verslag = take_archief(store, plat, werk(tmp_path), NU, Progress())
    assert {regel.bestand: regel.lot for regel in verslag.regels} == {
        "2 bijlage 1 - Verhaal.txt": Lot.OVERGESLAGEN,
        "maart.pdf": Lot.INGENOMEN,
        "mei.pdf": Lot.INGENOMEN,
        "nota.pdf": Lot.INGENOMEN,
    }
    (nota,) = [nota for een in store.vergaderingen.all() for nota in store.opname(een.id).notas.values()]
    maart = next(een for een in store.vergaderingen.all() if een.datum.month == 3)
    assert store.stukken.get(nota.stuk_id).vergadering_id == maart.id, "a nota names its day"


def test_each_file_is_kept_as_it_is_read_and_by_who_records_it(archief: Path, store: Store, tmp_path: Path) -> None:
    gezien: list[tuple[str, int]] = []

    def bewaar(naam: str, opnemen: Callable[[], Inname]) -> Inname:
        uit, _ = store.record(opnemen)
        gezien.append((naam, len(store.vergaderingen.all())))
        return uit

    take_archief(store, archief, werk(tmp_path), NU, Progress(), bewaar=bewaar)
    assert gezien == [("2026-03/pak.pdf", 1), ("2026-05/pak.pdf", 2), ("2026-05/2 bijlage 1 - Verhaal.txt", 2)]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BestandNietGevonden):
        read_archief(tmp_path / "nergens", werk(tmp_path), NU, Progress())
