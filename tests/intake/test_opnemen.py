"""What was read stands on its place, whole or not at all; what is there already is not written again."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from tests.intake.lezingen import DAG, NU, een_agenda, een_bestand, een_nota, een_punt, een_voorstel, gelezen
from tests.verpakt import VOORBEELD, inhoud_van_map
from tests.voorbeeld.inhoud import voorbeeld
from tests.zittingbouwers import een_presentie
from tk_desktop.base.errors import BestandNietGevonden
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.behandeld import PuntBehandeld
from tk_desktop.domain.controle import Controlecontext, controleer
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.domain.stuk import Soort, Tekstlaag
from tk_desktop.domain.verslag import Puntverslag, Verslag, Verslagstaat, VerslagVastgesteld
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.bestandstuk import PuntOnbekend
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.kop import PuntHeeftStukken
from tk_desktop.intake.lezing import GelezenStuk, GelezenUitnodiging
from tk_desktop.intake.opnemen import Inname, neem_op
from tk_desktop.intake.werk import AlIngenomen, DatumOntbreekt, VergaderingOnbekend
from tk_desktop.pack.zoeken import find
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def _neem(store: Store, *bestanden: GelezenBestand, **anders: Any) -> Inname:
    return neem_op(store, bestanden, nu=NU, **anders)


def _opname(store: Store) -> Momentopname:
    (vergadering,) = store.vergaderingen.all()
    return store.opname(vergadering.id)


def _labels(opname: Momentopname) -> list[tuple[str, str, bool]]:
    return sorted((opname.label(stuk), stuk.titel, opname.is_aanwezig(stuk)) for stuk in opname.stukken)


def _rijen(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table that is no index."""
    with sqlite3.connect(store.map / "tk.db") as db:
        tabellen = [
            naam
            for (naam,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            if naam not in ("bewerkstand", "uitwisseling", "opname_kolom")
            if not naam.startswith(("zoekregel", "sqlite", "_"))
        ]
        uit = {naam: db.execute(f"SELECT * FROM {naam} ORDER BY 1").fetchall() for naam in tabellen}
    db.close()
    return uit


# -- the sample, whole -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample() -> tuple[GelezenBestand, ...]:
    return lees_bestanden([VOORBEELD])


def test_the_sample_lands_on_its_place(store: Store, sample: tuple[GelezenBestand, ...]) -> None:
    inname = _neem(store, *sample)
    opname, bedoeld = _opname(store), voorbeeld()
    assert inname.vergaderingen == (opname.vergadering.id,)
    assert [(str(opname.nummers[p.id]), p.titel) for p in opname.agendapunten] == [
        (str(bedoeld.nummers[p.id]), p.titel) for p in bedoeld.agendapunten
    ]
    assert list(opname.tijden.values()) == list(bedoeld.tijden.values())
    assert {opname.label(stuk): stuk.soort.is_nota for stuk in opname.stukken} == {
        bedoeld.label(stuk): stuk.soort.is_nota for stuk in bedoeld.stukken
    }
    assert {opname.label(s) for s in opname.stukken if s.id in opname.notas} == {"1A", "2a", "2b", "3", "4", "8a"}
    assert [opname.label(s) for s in opname.stukken if not opname.is_aanwezig(s)] == ["3 bijl. 2"]
    assert [opname.label(s) for s in opname.stukken if s.hoort_bij and not s.genoemd] == ["2a bijl. 3"]
    assert len(opname.leden) == len(bedoeld.leden)
    assert opname.brief is not None
    assert opname.brief.ons_kenmerk == "RV/JG/2026-0173"
    assert {p.titel for p in opname.agendapunten if opname.is_besloten(p)} == {"Schikking met leverancier plansysteem"}
    scan = next(stuk for stuk in opname.stukken if opname.label(stuk) == "3 bijl. 1")
    assert opname.versies[scan.id].tekstlaag is Tekstlaag.GEEN
    assert find(store, "Kwadraat")[0].waar == "BC GO 4-6-2026 1A"


def test_the_same_files_again_change_nothing(store: Store, sample: tuple[GelezenBestand, ...]) -> None:
    eerst = _neem(store, *sample)
    voor, bestanden = _rijen(store), inhoud_van_map(store.map / "stukken")
    assert {naam: len(rijen) for naam, rijen in voor.items()}["nota"] == 6
    opnieuw = _neem(store, *sample)
    assert _rijen(store) == voor
    assert inhoud_van_map(store.map / "stukken") == bestanden
    assert {twijfel.wat for twijfel in opnieuw.twijfels} <= {twijfel.wat for twijfel in eerst.twijfels}


def test_a_proposal_that_agenda_and_nota_share_is_kept_once(store: Store, sample: tuple[GelezenBestand, ...]) -> None:
    _neem(store, *sample)
    opname = _opname(store)
    punten = {str(opname.nummers[p.id]): p for p in opname.agendapunten}
    assert punten["2a"].voorstel == ()
    assert len(opname.voorstel(punten["2a"])) == 3
    assert len(punten["2b"].voorstel) == 3, "de agenda noemt een ander bedrag dan de nota"


# -- agenda ----------------------------------------------------------------------------------------------------------


def test_two_items_with_one_number_are_both_kept_and_told(store: Store) -> None:
    punten = [een_punt("1", "Opening"), een_punt("2", "Oevers"), een_punt("2", "Dijken"), een_punt("2a", "Zee")]
    inname = _neem(store, gelezen(agenda=een_agenda(*punten)))
    opname = _opname(store)
    assert [(str(opname.nummers[p.id]), p.titel) for p in opname.agendapunten] == [
        ("1", "Opening"), ("2", "Oevers"), ("3", "Dijken"), ("3a", "Zee"),
    ]  # fmt: skip
    assert "loopt niet door; dit punt is in de werkmap punt 3" in inname.twijfels[0].wat


def test_a_sub_item_without_its_main_item_is_kept_and_told(store: Store) -> None:
    inname = _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening"), een_punt("3a", "Zwevend"))))
    assert [p.titel for p in _opname(store).agendapunten] == ["Opening", "Zwevend"]
    assert len(inname.twijfels) == 1


def test_an_agenda_that_ends_before_it_begins_is_taken_in_as_it_stands_and_the_check_tells(store: Store) -> None:
    _neem(store, gelezen(agenda=een_agenda(begin=time(10, 30), einde=time(9))))
    opname = _opname(store)
    assert (opname.vergadering.begin, opname.vergadering.einde) == (time(10, 30), time(9))
    assert "TP04" in {gevonden.code for gevonden in controleer(opname, Controlecontext())}


def test_clock_times_on_paper_become_durations(store: Store) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    assert [(p.titel, p.duur) for p in _opname(store).agendapunten] == [
        ("Opening", 5), ("Oevers", 40), ("Veilige oevers", None), ("Ingekomen", 45),
    ]  # fmt: skip
    assert list(_opname(store).tijden.values()) == [time(9), time(9, 5), time(9, 45)]


def test_another_agenda_of_the_same_meeting_is_refused_unless_it_must_replace_the_old_one(store: Store) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    voor = _rijen(store)
    with pytest.raises(AlIngenomen, match="de agenda van 11 maart 2026"):
        _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Iets anders"))))
    assert _rijen(store) == voor


def test_a_new_agenda_keeps_the_papers_of_the_items_that_stay(store: Store) -> None:
    _neem(store, gelezen(een_nota(), agenda=een_agenda()))
    oud = {punt.titel: punt.id for punt in _opname(store).agendapunten}
    nieuw = een_agenda(
        een_punt("1", "Opening", tijd=time(9)),
        een_punt("2", "Bruggen", tijd=time(9, 5)),
        een_punt("3", "Oevers", tijd=time(9, 30)),
        een_punt("3a", "Veilige oevers", stukken=(GelezenStuk(soort=Soort.ADVIESNOTA, titel="Veilige oevers"),)),
    )
    _neem(store, gelezen(agenda=nieuw), vervang=True)
    opname = _opname(store)
    assert [(str(opname.nummers[p.id]), p.titel) for p in opname.agendapunten] == [
        ("1", "Opening"), ("2", "Bruggen"), ("3", "Oevers"), ("3a", "Veilige oevers"),
    ]  # fmt: skip
    assert {titel: id_ for titel, id_ in oud.items() if titel != "Ingekomen"}.items() <= {
        punt.titel: punt.id for punt in opname.agendapunten
    }.items()
    assert _labels(opname) == [("3a", "Veilige oevers", True)]


def test_a_new_agenda_never_drops_an_item_that_has_papers(store: Store) -> None:
    _neem(store, gelezen(een_nota(), agenda=een_agenda()))
    voor = _rijen(store)
    with pytest.raises(PuntHeeftStukken, match="Veilige oevers"):
        _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening"))), vervang=True)
    assert _rijen(store) == voor


def test_the_files_from_which_records_were_read_are_kept(store: Store) -> None:
    bestand = gelezen(een_nota(), agenda=een_agenda())
    _neem(store, bestand)
    (bron,) = store.bronnen.van_vergadering(_opname(store).vergadering.id)
    assert store.bestanden.open(bron.sha256).read_bytes() == bestand.bron.read_bytes()


@pytest.mark.parametrize("titel", ["Ontslag (geheim)", "Ontslag - niet openbaar", "Vertrouwelijk: ontslag"])
def test_an_item_that_says_it_is_secret_is_besloten_and_told(store: Store, titel: str) -> None:
    inname = _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening"), een_punt("2", titel))))
    assert [punt.besloten for punt in _opname(store).agendapunten] == [False, True]
    assert "besloten ingenomen" in inname.twijfels[0].wat


def test_items_after_a_line_that_opens_the_closed_part_are_besloten(store: Store) -> None:
    agenda = een_agenda(
        een_punt("1", "Opening", voorstel=een_voorstel("BESLOTEN DEEL")), een_punt("2", "Ontslag directeur")
    )
    inname = _neem(store, gelezen(agenda=agenda))
    opening, ontslag = _opname(store).agendapunten
    assert (opening.besloten, opening.voorstel, ontslag.besloten) == (False, (), True)
    assert "besloten deel" in inname.twijfels[0].wat


def test_a_file_whose_name_says_it_is_secret_is_besloten(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    inname = _neem(store, een_bestand(tmp_path / "in", "3 brief - Offerte VERTROUWELIJK.pdf"))
    stuk = next(stuk for stuk in _opname(store).stukken if "Offerte" in stuk.titel)
    assert stuk.besloten
    assert "besloten ingenomen" in inname.twijfels[0].wat


def test_a_clock_time_that_cannot_be_kept_is_told(store: Store) -> None:
    agenda = een_agenda(een_punt("1", "Opening", tijd=time(9)), een_punt("2", "Oevers", tijd=time(8, 30)))
    inname = _neem(store, gelezen(agenda=agenda))
    assert "Op papier staat 08.30 uur" in inname.twijfels[0].wat


def test_an_item_without_a_time_before_the_first_time_begins_with_the_meeting(store: Store) -> None:
    agenda = een_agenda(een_punt("1", "Opening"), een_punt("2", "Oevers", tijd=time(9, 15)))
    assert _neem(store, gelezen(agenda=agenda)).twijfels == ()
    assert list(_opname(store).tijden.values()) == [time(9), time(9, 15)]


def test_a_nota_keeps_to_the_number_on_paper_where_the_agenda_skips_one(store: Store) -> None:
    agenda = een_agenda(
        een_punt("1", "Opening"),
        een_punt("3", "Bruggen"),
        een_punt("4", "Oevers", stukken=(GelezenStuk(soort=Soort.ADVIESNOTA, titel="Veilige oevers"),)),
    )
    _neem(store, gelezen(een_nota("4"), agenda=agenda))
    opname = _opname(store)
    (stuk,) = opname.stukken
    assert opname.punt(stuk.agendapunt_id or "").titel == "Oevers"
    assert opname.is_aanwezig(stuk)


def test_an_agenda_takes_its_day_from_the_invitation(store: Store) -> None:
    brief = GelezenUitnodiging(aan="de leden van BC Waterkant", vergaderdatum=DAG, plaats="Kamer 2")
    _neem(store, gelezen(agenda=een_agenda(datum=None)), gelezen(uitnodiging=brief))
    assert (_opname(store).vergadering.datum, _opname(store).vergadering.plaats) == (DAG, "Kamer 2")
    assert _opname(store).brief is not None


def test_an_agenda_without_a_day_is_refused_and_nothing_is_stored(store: Store) -> None:
    with pytest.raises(DatumOntbreekt, match=r"stukken\.docx"):
        _neem(store, gelezen(agenda=een_agenda(datum=None)))
    assert all(rijen == [] for rijen in _rijen(store).values())


def test_an_invitation_that_comes_alone_makes_the_meeting(store: Store) -> None:
    brief = GelezenUitnodiging(aan="de leden van de Bestuurscommissie Waterkant", vergaderdatum=DAG, tekst="Welkom.")
    _neem(store, gelezen(uitnodiging=brief))
    _neem(store, gelezen(agenda=een_agenda()))
    assert _opname(store).gremium.naam == "Bestuurscommissie Waterkant"
    assert len(_opname(store).agendapunten) == 4


# -- notas -----------------------------------------------------------------------------------------------------------


def test_a_nota_fills_the_paper_that_the_agenda_promised(store: Store) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    belofte = _opname(store).stukken[0].id
    inname = _neem(store, gelezen(een_nota()))
    assert set(_opname(store).notas) == {belofte}
    assert inname.twijfels == ()


def test_a_nota_without_an_item_finds_its_place_by_its_subject_and_stays_there(store: Store) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    inname = _neem(store, gelezen(een_nota(None)))
    assert "door haar onderwerp is zij bij 2a gezet" in inname.twijfels[0].wat
    voor = _rijen(store)
    _neem(store, gelezen(een_nota(None)))
    assert _rijen(store) == voor


def test_a_nota_of_no_item_stands_loose_once(store: Store) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    los = een_nota("9", onderwerp="Iets anders", registratienummer="2026-000009")
    inname = _neem(store, gelezen(los))
    assert "hoort bij geen punt van deze agenda" in inname.twijfels[0].wat
    voor = _rijen(store)
    _neem(store, gelezen(los))
    assert _rijen(store) == voor


def test_another_nota_for_a_filled_paper_is_refused_unless_it_must_replace_the_old_one(store: Store) -> None:
    _neem(store, gelezen(een_nota(), agenda=een_agenda()))
    voor = _rijen(store)
    anders = gelezen(een_nota(voorstel=een_voorstel("Iets anders te besluiten.")))
    with pytest.raises(AlIngenomen, match="de nota 2a Veilige oevers"):
        _neem(store, anders)
    assert _rijen(store) == voor
    inname = _neem(store, anders, vervang=True)
    (nota,) = _opname(store).notas.values()
    assert [punt.tekst for punt in nota.voorstel] == ["Iets anders te besluiten."]
    assert inname.plaatsen == (("stukken.docx", "nota 2a Veilige oevers (vervangen)"),)


def test_a_nota_of_another_day_goes_to_that_meeting_and_takes_no_other_paper_along(
    store: Store, tmp_path: Path
) -> None:
    later = date(2026, 5, 20)
    _neem(store, gelezen(agenda=een_agenda(datum=later)))
    ander = een_nota(datum=later, registratienummer="2026-000002")
    inname = _neem(
        store,
        gelezen(ander, een_nota(datum=None), agenda=een_agenda()),
        een_bestand(tmp_path / "in", "2a bijlage 1 - Kaart.pdf"),
    )
    per_dag = {v.datum: store.opname(v.id) for v in store.vergaderingen.all()}
    assert set(inname.vergaderingen) == {v.id for v in store.vergaderingen.all()}
    assert [n.registratienummer for n in per_dag[later].notas.values()] == ["2026-000002"]
    assert [n.registratienummer for n in per_dag[DAG].notas.values()] == ["2026-000001"]
    assert len(per_dag[DAG].versies) == 1
    assert per_dag[later].versies == {}


def test_a_nota_of_a_day_without_meeting_is_taken_and_told(store: Store) -> None:
    inname = _neem(store, gelezen(een_nota(datum=date(2026, 4, 1)), agenda=een_agenda()))
    assert "1 april 2026" in inname.twijfels[0].wat
    assert len(_opname(store).notas) == 1


def test_a_nota_that_says_it_is_not_public_makes_its_paper_besloten(store: Store) -> None:
    _neem(store, gelezen(een_nota(openbaar=False), agenda=een_agenda()))
    opname = _opname(store)
    assert [opname.stuk_is_besloten(stuk) for stuk in opname.stukken] == [True]


# -- bijlagen --------------------------------------------------------------------------------------------------------


def test_listed_and_received_bijlagen_are_one_whichever_comes_first(store: Store, tmp_path: Path) -> None:
    nota = een_nota(bijlagen=("Kaart van de oevers", "Begroting", "Brief"))
    bestanden = [
        een_bestand(tmp_path / "in", "2a bijlage 1 - Kaart van de oevers.pdf", b"%PDF kaart"),
        een_bestand(tmp_path / "in", "2a bijlage 2.pdf", b"%PDF begroting"),
    ]
    _neem(store, gelezen(agenda=een_agenda()))
    _neem(store, *bestanden)
    _neem(store, gelezen(nota))
    assert _labels(_opname(store)) == [
        ("2a", "Veilige oevers", True), ("2a bijl. 1", "Kaart van de oevers", True), ("2a bijl. 2", "Begroting", True),
        ("2a bijl. 3", "Brief", False),
    ]  # fmt: skip
    assert all(stuk.genoemd for stuk in _opname(store).stukken if stuk.hoort_bij)
    voor = _rijen(store)
    _neem(store, gelezen(nota), *bestanden)
    assert _rijen(store) == voor


def test_a_bijlage_that_no_nota_lists_is_kept_as_such(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(een_nota(bijlagen=("Kaart",)), agenda=een_agenda()))
    _neem(store, een_bestand(tmp_path / "in", "2a bijlage 2 - Foto's.pdf"))
    assert [(s.titel, s.genoemd) for s in _opname(store).stukken if s.hoort_bij] == [("Kaart", True), ("Foto's", False)]


def test_ten_bijlagen_without_a_list_are_ten_papers_in_their_own_order(store: Store, tmp_path: Path) -> None:
    namen = sorted(f"2a bijlage {rang} - Deel {rang}.pdf" for rang in range(1, 11))
    bestanden = [een_bestand(tmp_path / "in", naam, naam.encode()) for naam in namen]
    inname = _neem(store, gelezen(een_nota(), agenda=een_agenda()), *bestanden)
    bijlagen = [stuk for stuk in _opname(store).stukken if stuk.hoort_bij]
    assert [stuk.titel for stuk in bijlagen] == [f"Deel {rang}" for rang in range(1, 11)]
    assert inname.twijfels == ()


def test_a_bijlage_whose_number_skips_one_is_told_and_keeps_its_own_paper(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(een_nota(), agenda=een_agenda()))
    inname = _neem(store, een_bestand(tmp_path / "in", "2a bijlage 3 - Foto.pdf", b"%PDF 3"))
    assert "Er is geen bijlage 3 bij 2a" in inname.twijfels[0].wat
    for rang in (1, 2):
        _neem(store, een_bestand(tmp_path / "in", f"2a bijlage {rang} - Deel {rang}.pdf", f"%PDF {rang}".encode()))
    assert {s.titel for s in _opname(store).stukken if s.hoort_bij} == {"Foto", "Deel 1", "Deel 2"}
    assert all(len(store.versies.van_stuk(s.id)) == 1 for s in _opname(store).stukken if s.hoort_bij)


def test_a_new_version_of_a_bijlage_is_kept_beside_the_old_one(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(een_nota(bijlagen=("Kaart",)), agenda=een_agenda()))
    oud = een_bestand(tmp_path / "in", "2a bijlage 1 - Kaart.pdf", b"%PDF oud", ("Oude woorden",))
    _neem(store, oud)
    nieuw = een_bestand(tmp_path / "uit", "2a bijlage 1 - Kaart versie 2.pdf", b"%PDF nieuw", ("Nieuwe woorden", ""))
    _neem(store, nieuw)
    (bijlage,) = (stuk for stuk in _opname(store).stukken if stuk.hoort_bij)
    versies = store.versies.van_stuk(bijlage.id)
    assert [versie.bestandsnaam for versie in versies] == ["2a bijlage 1 - Kaart.pdf", nieuw.bron.name]
    assert _opname(store).versies[bijlage.id] == versies[1]
    assert store.bestanden.open(versies[0].sha256).read_bytes() == b"%PDF oud"
    inname = _neem(store, oud)
    assert "al een nieuwere versie ontvangen" in inname.twijfels[0].wat
    assert store.versies.van_stuk(bijlage.id) == versies


def test_a_file_that_was_damaged_in_the_werkmap_heals_when_it_is_taken_in_again(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    bestand = een_bestand(tmp_path / "in", "3 brief - Zwemclub.pdf")
    _neem(store, bestand)
    (versie,) = _opname(store).versies.values()
    store.bestanden.plek(versie.sha256).write_bytes(b"bedorven")
    assert not store.controleer().goed
    _neem(store, bestand)
    assert store.controleer().goed


def test_two_files_for_one_paper_are_told(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(een_nota(bijlagen=("Kaart",)), agenda=een_agenda()))
    inname = _neem(
        store,
        een_bestand(tmp_path / "in", "2a bijlage 1 - Kaart.pdf", b"%PDF een"),
        een_bestand(tmp_path / "in", "2a bijlage 1 - Plattegrond.pdf", b"%PDF twee"),
    )
    assert "twee bestanden voor ‘Kaart’" in inname.twijfels[0].wat


def test_two_letters_under_one_item_are_two_papers(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    een, twee = (
        een_bestand(tmp_path / "in", f"3 brief - {wie}.pdf", wie.encode()) for wie in ("Zwemclub", "Roeivereniging")
    )
    _neem(store, een)
    _neem(store, twee)
    _neem(store, een, twee)
    brieven = [stuk for stuk in _opname(store).stukken if stuk.soort is Soort.BRIEF]
    assert [stuk.titel for stuk in brieven] == ["Zwemclub", "Roeivereniging"]
    assert all(len(store.versies.van_stuk(stuk.id)) == 1 for stuk in brieven)


def test_a_file_without_a_title_is_a_new_version_of_the_paper_of_its_kind(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    for inhoud in (b"%PDF een", b"%PDF twee"):
        _neem(store, een_bestand(tmp_path / "in", "3 verslag.pdf", inhoud))
    (verslag,) = (stuk for stuk in _opname(store).stukken if stuk.soort is Soort.VERSLAG)
    assert len(store.versies.van_stuk(verslag.id)) == 2


def test_a_file_of_an_item_that_is_not_there_is_refused(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    voor = _rijen(store)
    with pytest.raises(PuntOnbekend, match="punt 12"):
        _neem(store, een_bestand(tmp_path / "in", "12 bijlage 1 - Plan.pdf"))
    assert _rijen(store) == voor


def test_what_was_left_out_of_a_file_is_told(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    bestand = replace(een_bestand(tmp_path / "in", "3 brief - Plan.pdf"), verwijderd=("scripts",))
    assert _neem(store, bestand).twijfels[0].wat == "Bij het klaarmaken voor de set is weggelaten: scripts."


# -- meetings --------------------------------------------------------------------------------------------------------


def test_papers_without_a_meeting_are_refused_and_nothing_is_stored(store: Store, tmp_path: Path) -> None:
    for papier in (gelezen(een_nota()), een_bestand(tmp_path / "in", "2a bijlage 1 - Plan.pdf")):
        with pytest.raises(VergaderingOnbekend):
            _neem(store, papier)
    assert all(rijen == [] for rijen in _rijen(store).values())
    assert inhoud_van_map(store.map / "stukken") == {}


def test_a_refusal_after_something_was_stored_takes_all_of_it_back(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    voor, bestanden = _rijen(store), inhoud_van_map(store.map)
    weg = een_bestand(tmp_path / "in", "3 brief - Zwemclub.pdf")
    weg.bron.unlink()
    with pytest.raises(BestandNietGevonden):
        _neem(store, gelezen(een_nota()), een_bestand(tmp_path / "in", "2a bijlage 1 - Plan.pdf"), weg)
    assert _rijen(store) == voor
    assert inhoud_van_map(store.map) == bestanden


def test_with_more_meetings_the_meeting_must_be_named(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(agenda=een_agenda()), gelezen(agenda=een_agenda(datum=date(2026, 5, 20))))
    bestand = een_bestand(tmp_path / "in", "2a bijlage 1 - Plan.pdf")
    with pytest.raises(VergaderingOnbekend):
        _neem(store, bestand)
    eerste = store.vergaderingen.all()[0].id
    assert _neem(store, bestand, vergadering_id=eerste).vergaderingen == (eerste,)
    assert len(store.opname(eerste).versies) == 1


def test_members_alone_join_the_only_meeting(store: Store, sample: tuple[GelezenBestand, ...]) -> None:
    leden = next(bestand for bestand in sample if bestand.leden)
    with pytest.raises(VergaderingOnbekend):
        _neem(store, leden)
    _neem(store, gelezen(agenda=een_agenda()))
    _neem(store, replace(leden, bron=Path("leden.csv")))
    assert len(_opname(store).leden) == len(leden.leden)


def test_a_day_of_the_week_that_is_not_that_of_the_date_is_told(store: Store) -> None:
    inname = _neem(store, gelezen(agenda=een_agenda(weekdag=1)))
    assert (
        inname.twijfels[0].wat == "Op de agenda staat dinsdag 11 maart 2026, maar dat is een woensdag. Welke dag klopt?"
    )


# -- what is besloten stays so ---------------------------------------------------------------------------------------


def test_a_nota_that_becomes_besloten_is_so_at_once_and_public_again_only_when_asked(store: Store) -> None:
    _neem(store, gelezen(een_nota(openbaar=True), agenda=een_agenda()))
    _neem(store, gelezen(een_nota(openbaar=False)))
    assert [stuk.besloten for stuk in _opname(store).stukken] == [True]
    _neem(store, gelezen(een_nota(openbaar=True)))
    assert [stuk.besloten for stuk in _opname(store).stukken] == [True]
    inname = _neem(store, gelezen(een_nota(openbaar=True)), vervang=True)
    assert [stuk.besloten for stuk in _opname(store).stukken] == [False]
    assert "Deze nota is nu openbaar" in inname.twijfels[0].wat


def test_an_announced_besloten_paper_that_its_nota_makes_public_is_told(store: Store) -> None:
    stuk = GelezenStuk(soort=Soort.ADVIESNOTA, titel="Veilige oevers")
    _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening"), een_punt("2", "Oevers", stukken=(stuk,)))))
    (aangekondigd,) = _opname(store).stukken
    with store.transaction():
        store.stukken.save(replace(aangekondigd, besloten=True))
    inname = _neem(store, gelezen(een_nota("2", onderwerp="Veilige oevers", openbaar=True)), vervang=True)
    assert [stuk.besloten for stuk in _opname(store).stukken] == [False]
    assert "Deze nota is nu openbaar" in " ".join(twijfel.wat for twijfel in inname.twijfels)


def test_papers_of_an_item_that_is_no_longer_besloten_stay_besloten(store: Store) -> None:
    stuk = GelezenStuk(soort=Soort.ADVIESNOTA, titel="Veilige oevers")
    besloten = een_agenda(een_punt("1", "Opening"), een_punt("2", "Oevers", besloten=True, stukken=(stuk,)))
    _neem(store, gelezen(een_nota("2"), agenda=besloten))
    openbaar = een_agenda(een_punt("1", "Opening"), een_punt("2", "Oevers", stukken=(stuk,)))
    inname = _neem(store, gelezen(agenda=openbaar), vervang=True)
    opname = _opname(store)
    assert [punt.besloten for punt in opname.agendapunten] == [False, False]
    assert all(opname.stuk_is_besloten(stuk) for stuk in opname.stukken)
    assert "zijn stukken zijn besloten gebleven" in inname.twijfels[0].wat


def _gehouden(store: Store) -> Agendapunt:
    """Hold the meeting of an agenda with an item that has no papers, and return that item."""
    _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening"), een_punt("2", "Een mondelinge vraag"))))
    opname = _opname(store)
    store.vergaderingen.save(replace(opname.vergadering, begonnen=time(9)))
    return opname.agendapunten[1]


def test_a_new_agenda_never_drops_an_item_of_which_something_was_said(store: Store) -> None:
    punt = _gehouden(store)
    store.puntverslagen.save(Puntverslag(id="t", agendapunt_id=punt.id, besproken="De vraag is beantwoord."))
    voor = _rijen(store)
    with pytest.raises(PuntBehandeld, match="Een mondelinge vraag"):
        _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening"))), vervang=True)
    assert _rijen(store) == voor


def test_a_new_agenda_changes_nothing_under_an_approved_verslag(store: Store) -> None:
    vergadering_id = _gehouden(store).vergadering_id
    store.verslagen.save(
        Verslag(id="v", vergadering_id=vergadering_id, staat=Verslagstaat.VASTGESTELD, vastgesteld_op=date(2026, 4, 8))
    )
    voor = _rijen(store)
    with pytest.raises(VerslagVastgesteld):
        _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening der vergadering"))), vervang=True)
    assert _rijen(store) == voor


def test_who_was_to_come_at_an_item_that_a_new_agenda_lacks_comes_at_the_one_beside_it(store: Store) -> None:
    punt = _gehouden(store)
    for naam, soort in (("Roos van Dalen", Hoedanigheid.LID), ("Coen Ruis", Hoedanigheid.GENODIGDE)):
        store.presenties.save(
            een_presentie(
                id=naam,
                naam=naam,
                vergadering_id=punt.vergadering_id,
                hoedanigheid=soort,
                van_punt_id=punt.id if soort is Hoedanigheid.GENODIGDE else None,
                tot_punt_id=punt.id,
            )
        )
    _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening"))), vervang=True)
    (roos,) = store.presenties.van_vergadering(punt.vergadering_id)
    assert (roos.naam, roos.tot_punt_id) == ("Roos van Dalen", _opname(store).agendapunten[0].id)


def test_what_was_said_at_an_item_that_a_new_agenda_calls_open_stays_behind_closed_doors(store: Store) -> None:
    _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening"), een_punt("2", "Aankoop", besloten=True))))
    opname = _opname(store)
    store.puntverslagen.save(
        Puntverslag(id="t", agendapunt_id=opname.agendapunten[1].id, besproken="Het bod is twee ton.")
    )
    inname = _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening"), een_punt("2", "Aankoop"))), vervang=True)
    zitting = store.zitting(opname.vergadering.id)
    assert not zitting.opname.is_besloten(zitting.opname.agendapunten[1])
    assert [een.besproken for een in zitting.voor_iedereen().verslagen.values()] == [""]
    assert [een.besloten_deel for een in zitting.verslagen.values()] == ["Het bod is twee ton."]
    assert "wat er is besproken" in inname.twijfels[0].wat


def test_papers_never_go_to_another_item_that_took_the_number(store: Store) -> None:
    stuk = GelezenStuk(soort=Soort.ADVIESNOTA, titel="Schikking met de leverancier")
    oud = een_agenda(een_punt("1", "Schikking met de leverancier", besloten=True, stukken=(stuk,)))
    _neem(store, gelezen(een_nota("1", onderwerp="Schikking met de leverancier"), agenda=oud))
    voor = _rijen(store)
    with pytest.raises(PuntHeeftStukken):
        _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Fietsenstalling"))), vervang=True)
    assert _rijen(store) == voor


def test_an_agenda_that_differs_only_in_how_an_item_is_treated_is_another_agenda(store: Store) -> None:
    _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening"))))
    with pytest.raises(AlIngenomen):
        _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening", besloten=True))))


def test_a_new_agenda_moves_the_meeting_to_its_place_and_time(store: Store) -> None:
    _neem(store, gelezen(agenda=een_agenda(plaats="Kadehuis")))
    _neem(store, gelezen(agenda=een_agenda(plaats="Raadzaal", begin=time(13), einde=time(15))), vervang=True)
    vergadering = _opname(store).vergadering
    assert (vergadering.plaats, vergadering.begin, vergadering.einde) == ("Raadzaal", time(13), time(15))


def test_a_file_that_came_in_before_stays_where_it_is_when_numbers_move(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(agenda=een_agenda(een_punt("1", "Opening"), een_punt("2", "Kade"), een_punt("3", "Brug"))))
    bestand = een_bestand(tmp_path / "in", "2 brief - Kade.pdf")
    _neem(store, bestand)
    verwisseld = een_agenda(een_punt("1", "Opening"), een_punt("2", "Brug"), een_punt("3", "Kade"))
    _neem(store, gelezen(agenda=verwisseld), vervang=True)
    _neem(store, bestand)
    assert _labels(_opname(store)) == [("3", "Kade", True)]


# -- a text that holds no papers of a board ---------------------------------------------------------------------------

RAPPORT = "Team Lasten Baten\nKade € 1.000 € 400\nSluis € 1.500 € 600\nTotaal € 2.500 € 1.000\n"


def test_a_text_whose_name_tells_its_place_is_a_bijlage_that_is_found_by_its_words(
    store: Store, tmp_path: Path
) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    bron = tmp_path / "2 bijlage 1 - Cijfers.txt"
    bron.write_text(f"Waterpeil en kademuur\n\n{RAPPORT}", encoding="utf-8")
    _neem(store, *lees_bestanden([bron]))
    (stuk,) = [stuk for stuk in _opname(store).stukken if stuk.titel == "Cijfers"]
    assert _opname(store).is_aanwezig(stuk)
    assert [treffer.titel for treffer in find(store, "kademuur")] == ["Cijfers"]


def test_a_report_of_which_nothing_tells_the_item_is_a_loose_paper_of_the_meeting(store: Store, tmp_path: Path) -> None:
    _neem(store, gelezen(agenda=een_agenda()))
    bron = tmp_path / "Halfjaarbericht haven.txt"
    bron.write_text(RAPPORT, encoding="utf-8")
    for _ in range(2):
        inname = _neem(store, *lees_bestanden([bron]))
    (stuk,) = [stuk for stuk in _opname(store).stukken if stuk.titel == "Halfjaarbericht haven"]
    assert (stuk.soort, stuk.agendapunt_id) == (Soort.RAPPORT, None)
    assert inname.plaatsen == ((bron.name, "los stuk (was er al)"),)


def test_a_list_of_projects_asks_for_no_meeting(store: Store, tmp_path: Path) -> None:
    bron = tmp_path / "projecten.csv"
    bron.write_text("Project;Fase\nHofjes;Ontwerpfase\n", encoding="utf-8")
    (bestand,) = lees_bestanden([bron])
    assert bestand.programma is not None
    assert _neem(store, bestand).plaatsen == (
        ("projecten.csv", "lijst van projecten; niet bewaard, want het hoort nog bij geen vergadering"),
    )


def test_a_report_without_a_meeting_is_read_and_any_other_text_asks_for_one(store: Store, tmp_path: Path) -> None:
    rapport, tekst = tmp_path / "Bericht.txt", tmp_path / "Verhaal.txt"
    rapport.write_text(RAPPORT, encoding="utf-8")
    tekst.write_text("De haven is oud.\n" * 120, encoding="utf-8")
    inname = _neem(store, *lees_bestanden([rapport]))
    assert inname.plaatsen == (
        ("Bericht.txt", "rapport, 1 tabel; niet bewaard, want het hoort nog bij geen vergadering"),
    )
    with pytest.raises(VergaderingOnbekend):
        _neem(store, *lees_bestanden([tekst]))
