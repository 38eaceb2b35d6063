"""Files that the user puts on an item stand there, whatever their name says; nothing is there twice."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_nota, een_opname, een_sectie, een_stuk
from tests.intake.lezingen import NU, een_bestand, gelezen
from tests.intake.lezingen import een_nota as een_gelezen_nota
from tests.paper.test_signatures import een_getekende_brief
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Sectiesoort
from tk_desktop.domain.stuk import Soort, Stuk
from tk_desktop.intake.bestanden import lees_stuk
from tk_desktop.intake.bestandssoorten import WORD
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.toevoegen import GeenNota, Toevoeging, add_bestanden, replace_stuk
from tk_desktop.pack.zoeken import find
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Item 1 without papers, 2 with a nota that promises ‘Zwemplan Waterkant’, 3 with a brief that was announced."""
    punten = [
        een_agendapunt(id=id_, volgorde=plek, titel=id_) for id_, plek in (("leeg", "c"), ("nota", "g"), ("brief", "m"))
    ]
    nota = een_stuk(id="de-nota", agendapunt_id="nota", volgorde="c", titel="Veilige oevers")
    stukken = [
        nota,
        een_stuk(
            id="beloofd",
            agendapunt_id="nota",
            hoort_bij="de-nota",
            volgorde="c",
            soort=Soort.BIJLAGE,
            titel="Zwemplan Waterkant",
            genoemd=True,
        ),
        een_stuk(id="de-brief", agendapunt_id="brief", volgorde="c", soort=Soort.BRIEF, titel="Lesuren"),
    ]
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        bewaar(
            geopend, een_opname(agendapunten=punten, stukken=stukken, notas={"de-nota": een_nota(stuk_id="de-nota")})
        )
        yield geopend


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return tmp_path / "in"


def _opname(store: Store) -> Momentopname:
    (vergadering,) = store.vergaderingen.all()
    return store.opname(vergadering.id)


def _bij(store: Store, punt: str) -> list[tuple[str, str, str, bool]]:
    """What stands under an item: label, kind, title, present."""
    opname = _opname(store)
    eigen = opname.stukken_bij(opname.punt(punt))
    alle = [deel for stuk in eigen for deel in (stuk, *opname.bijlagen_bij(stuk))]
    return [(opname.label(s), s.soort.value, s.titel, opname.is_aanwezig(s)) for s in alle]


def _voeg(store: Store, punt: str, *bestanden: GelezenBestand, **anders: str) -> Toevoeging:
    return add_bestanden(store, bestanden, punt, nu=NU, **anders)


def _pdf(map_: Path, naam: str, inhoud: str = "") -> GelezenBestand:
    bestand: GelezenBestand = een_bestand(map_, naam, f"%PDF {inhoud or naam}".encode(), (f"Tekst van {naam}",))
    return bestand


def test_files_on_an_item_without_a_nota_are_papers_of_their_own(store: Store, map_: Path) -> None:
    toevoeging = _voeg(store, "leeg", _pdf(map_, "Brief - Zwembad.pdf"), _pdf(map_, "kaart van de oevers.pdf"))
    assert _bij(store, "leeg") == [("1", "brief", "Zwembad", True), ("1", "stuk", "Kaart van de oevers", True)]
    assert len(toevoeging.stukken) == 2
    assert toevoeging.plaatsen == (
        ("Brief - Zwembad.pdf", "1 Zwembad"),
        ("kaart van de oevers.pdf", "1 Kaart van de oevers"),
    )


def test_files_on_an_item_with_a_nota_are_its_bijlagen(store: Store, map_: Path) -> None:
    _voeg(store, "nota", _pdf(map_, "bijlage 3 - Begroting 2027.pdf"), _pdf(map_, "Foto.pdf"))
    assert _bij(store, "nota") == [
        ("2", "adviesnota", "Veilige oevers", True),
        ("2 bijl. 1", "bijlage", "Zwemplan Waterkant", False),
        ("2 bijl. 2", "begroting", "Begroting 2027", True),
        ("2 bijl. 3", "bijlage", "Foto", True),
    ]


def test_a_file_put_with_a_nota_stands_in_its_printed_list(store: Store, map_: Path) -> None:
    nota = _opname(store).notas["de-nota"]
    store.notas.save(replace(nota, secties=(een_sectie(soort=Sectiesoort.BIJLAGEN, tekst=""),)))
    _voeg(store, "nota", _pdf(map_, "Foto.pdf"))
    opname = _opname(store)
    assert [stuk.genoemd for stuk in opname.bijlagen_bij(store.stukken.get("de-nota"))] == [True, True]


def test_what_was_announced_is_filled(store: Store, map_: Path) -> None:
    _voeg(store, "nota", _pdf(map_, "2 bijlage 1 - Zwemplan_waterkant DEF.pdf"))
    _voeg(store, "brief", _pdf(map_, "brief van de scholen.pdf"))
    assert _bij(store, "nota")[1] == ("2 bijl. 1", "bijlage", "Zwemplan Waterkant", True)
    assert _bij(store, "brief") == [("3", "brief", "Lesuren", True)]


def test_the_place_the_user_chose_goes_before_the_name(store: Store, map_: Path) -> None:
    _voeg(store, "leeg", _pdf(map_, "3 bijlage 1 - Plan.pdf"))
    assert _bij(store, "leeg") == [("1", "stuk", "Plan", True)]


def test_a_file_can_be_put_between_two_bijlagen(store: Store, map_: Path) -> None:
    eerste = _voeg(store, "nota", _pdf(map_, "Laatste.pdf")).stukken[0]
    _voeg(store, "nota", _pdf(map_, "Een.pdf"), _pdf(map_, "Twee.pdf"), voor=eerste)
    assert [titel for _, _, titel, _ in _bij(store, "nota")[2:]] == ["Een", "Twee", "Laatste"]


def test_files_put_on_a_paper_are_its_bijlagen(store: Store, map_: Path) -> None:
    _voeg(store, "brief", _pdf(map_, "Lijst.pdf"), hoort_bij="de-brief")
    assert _bij(store, "brief") == [("3", "brief", "Lesuren", False), ("3 bijl. 1", "bijlage", "Lijst", True)]


def test_the_same_file_is_recognised_and_not_added_again(store: Store, map_: Path) -> None:
    _voeg(store, "leeg", _pdf(map_, "Plan.pdf", "a"))
    toevoeging = _voeg(store, "nota", _pdf(map_, "Ander.pdf", "a"), _pdf(map_, "Nieuw.pdf"), _pdf(map_, "Oud.pdf", "a"))
    assert toevoeging.al_aanwezig == (("Ander.pdf", "1 Plan"), ("Oud.pdf", "1 Plan"))
    assert len(toevoeging.stukken) == 1
    assert len(store.versies.all()) == 2


def test_a_nota_in_word_becomes_a_form_under_the_chosen_item_with_its_doubts(store: Store, map_: Path) -> None:
    nota = een_gelezen_nota("2", registratienummer="2026-000009", onderwerp="Vaste bruggen", bijlagen=("Kaart",))
    toevoeging = _voeg(store, "leeg", _pdf(map_, "Kaart.pdf"), gelezen(nota, naam="2 adviesnota.docx"))
    assert _bij(store, "leeg") == [
        ("1", "adviesnota", "Vaste bruggen", True),
        ("1 bijl. 1", "bijlage", "Kaart", True),
    ]
    assert "noemt agendapunt 2, maar staat bij 1" in toevoeging.twijfels[0].wat
    assert "‘Vaste bruggen’ staat nu bij 1 ‘leeg’" in toevoeging.twijfels[1].wat
    assert find(store, "verzakken")[0].waar.endswith(" 1")


def test_the_same_nota_again_is_recognised_and_a_changed_one_takes_its_place(store: Store) -> None:
    nota = een_gelezen_nota("2", registratienummer="2026-000001", onderwerp="Veilige oevers")
    eerst = _voeg(store, "nota", gelezen(nota, naam="nota.docx"))
    assert eerst.stukken == ("de-nota",)
    assert _voeg(store, "nota", gelezen(nota, naam="nota.docx")).al_aanwezig == (("nota.docx", "2 Veilige oevers"),)
    anders = replace(nota, bijlagen=("Zwemplan Waterkant",), domein="Water")
    assert _voeg(store, "nota", gelezen(anders, naam="nota.docx")).stukken == ("de-nota",)
    assert len(_bij(store, "nota")) == 2


def test_the_file_of_a_nota_on_another_item_is_recognised(store: Store) -> None:
    bestand = gelezen(
        een_gelezen_nota("2", registratienummer="2026-000007", onderwerp="Vaste bruggen"), naam="nota.docx"
    )
    assert len(_voeg(store, "leeg", bestand).stukken) == 1
    assert _voeg(store, "brief", bestand).al_aanwezig == (("nota.docx", "1 Vaste bruggen"),)
    assert len(_bij(store, "brief")) == 1


def test_a_nota_that_is_replaced_keeps_what_it_was(store: Store) -> None:
    oud = _opname(store).notas["de-nota"]
    replace_stuk(store, "de-nota", gelezen(een_gelezen_nota("2", domein="Water"), naam="nota v2.docx"), NU)
    (versie,) = store.notaversies.van_nota(oud.id)
    assert (versie.nota, versie.moment) == (oud, NU)
    assert _opname(store).notas["de-nota"].domein == "Water"


def test_a_nota_among_bijlagen_is_a_file_like_any_other(store: Store) -> None:
    _voeg(store, "nota", gelezen(een_gelezen_nota("2"), naam="Nota van vorig jaar.docx"), hoort_bij="de-nota")
    assert _bij(store, "nota")[-1] == ("2 bijl. 2", "bijlage", "Nota van vorig jaar", True)


def test_a_besloten_nota_does_not_become_public_because_a_file_says_so(store: Store) -> None:
    store.stukken.save(replace(store.stukken.get("de-nota"), besloten=True))
    toevoeging = replace_stuk(store, "de-nota", gelezen(een_gelezen_nota(openbaar=True)), NU)
    assert store.stukken.get("de-nota").besloten
    assert any("besloten gebleven" in twijfel.wat for twijfel in toevoeging.twijfels)


def test_a_file_whose_name_says_so_is_besloten(store: Store, map_: Path) -> None:
    toevoeging = _voeg(store, "leeg", _pdf(map_, "Offerte VERTROUWELIJK.pdf"))
    assert store.stukken.get(toevoeging.stukken[0]).besloten
    assert "besloten ingenomen" in toevoeging.twijfels[0].wat


def test_a_replaced_paper_keeps_its_old_version(store: Store, map_: Path) -> None:
    (stuk_id,) = _voeg(store, "leeg", _pdf(map_, "Plan.pdf", "oud")).stukken
    toevoeging = replace_stuk(store, stuk_id, _pdf(map_, "Plan v2.pdf", "nieuw"), NU)
    assert toevoeging.stukken == (stuk_id,)
    versies = store.versies.van_stuk(stuk_id)
    assert [versie.bestandsnaam for versie in versies] == ["Plan.pdf", "Plan v2.pdf"]
    assert store.bestanden.open(versies[0].sha256).read_bytes() == b"%PDF oud"
    assert _bij(store, "leeg") == [("1", "stuk", "Plan", True)]
    assert find(store, '"Plan v2"')
    assert not find(store, '"Tekst van Plan.pdf"')


def test_replacing_by_the_same_file_changes_nothing_and_says_so(store: Store, map_: Path) -> None:
    (stuk_id,) = _voeg(store, "leeg", _pdf(map_, "Plan.pdf", "oud")).stukken
    toevoeging, wijziging = store.record(lambda: replace_stuk(store, stuk_id, _pdf(map_, "Kopie.pdf", "oud"), NU))
    assert not wijziging
    assert toevoeging.al_aanwezig == (("Kopie.pdf", "1 Plan"),)


def test_a_form_is_not_replaced_by_a_file_without_a_nota(store: Store, map_: Path) -> None:
    with pytest.raises(GeenNota, match="Veilige oevers"):
        replace_stuk(store, "de-nota", _pdf(map_, "Scan.pdf"), NU)
    assert store.versies.all() == ()


def test_pages_made_of_an_office_file_are_shown_and_found_and_the_original_is_kept(store: Store, map_: Path) -> None:
    map_.mkdir()
    (map_ / "Raming.xlsx").write_bytes(b"PK rekenblad")
    (map_ / "Raming.pdf").write_bytes(b"%PDF gemaakt")
    bestand = GelezenBestand(
        bron=map_ / "Raming.xlsx",
        media=WORD,
        paginas=("Raming van de oevers",),
        pdf=map_ / "Raming.pdf",
        omgezet_met="LibreOffice",
    )
    (stuk_id,) = _voeg(store, "leeg", bestand).stukken
    (versie,) = store.versies.van_stuk(stuk_id)
    assert versie.is_pdf
    assert store.bestanden.open(versie.sha256).read_bytes() == b"PK rekenblad"
    assert store.bestanden.open(versie.paginabestand).read_bytes() == b"%PDF gemaakt"
    assert find(store, "raming")[0].pagina == 1
    assert store.controleer().goed


def test_a_page_on_which_somebody_signed_is_known_of_the_paper(store: Store, map_: Path, tmp_path: Path) -> None:
    brief = lees_stuk(een_getekende_brief(tmp_path / "brief.pdf", "Hoogachtend,"), Bladcache(tmp_path / "cache"))
    (stuk_id,) = _voeg(store, "leeg", brief).stukken
    replace_stuk(store, stuk_id, _pdf(map_, "anders.pdf", "niet getekend"), NU)
    assert [een.getekend for een in store.versies.van_stuk(stuk_id)] == ["1", ""]


def test_everything_dropped_at_once_is_undone_at_once(store: Store, map_: Path) -> None:
    voor = _bij(store, "nota")
    bestanden = [_pdf(map_, f"Stuk {rang}.pdf") for rang in range(5)]
    _, wijziging = store.record(lambda: _voeg(store, "nota", *bestanden))
    na = _bij(store, "nota")
    assert len(na) == len(voor) + 5
    store.redo(wijziging.terug())
    assert _bij(store, "nota") == voor
    store.redo(wijziging)
    assert _bij(store, "nota") == na


def test_files_for_an_item_that_is_gone_are_refused_whole(store: Store, map_: Path) -> None:
    voor = [stuk.id for stuk in store.stukken.all()]
    with pytest.raises(NietGevonden):
        _voeg(store, "weg", _pdf(map_, "Plan.pdf"))
    assert [stuk.id for stuk in store.stukken.all()] == voor
    assert not (store.map / "stukken").exists()


def test_a_file_that_was_put_away_may_come_again(store: Store, map_: Path) -> None:
    (stuk_id,) = _voeg(store, "leeg", _pdf(map_, "Plan.pdf")).stukken
    stuk: Stuk = store.stukken.get(stuk_id)
    store.stukken.save(replace(stuk, verwijderd=NU))
    assert len(_voeg(store, "leeg", _pdf(map_, "Plan.pdf")).stukken) == 1
