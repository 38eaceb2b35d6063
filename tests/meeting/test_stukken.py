"""Papers are named, moved and put away; their numbers follow, and nothing is lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bouwers import bewaar, een_agendapunt, een_nota, een_opname, een_sectie, een_stuk, een_stukversie
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Sectiesoort
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.meeting.aanhouden import withdraw_punt
from tk_desktop.meeting.agenda import TitelOntbreekt, remove_punt
from tk_desktop.meeting.agendapunten import set_besloten
from tk_desktop.meeting.stukken import (
    BijlageOnmogelijk,
    SoortVanNota,
    move_stukken,
    remove_stukken,
    rename_stuk,
    restore_stuk,
    restore_version,
    set_afdrukken,
    set_genoemd,
    set_soort,
    set_stuk_besloten,
    trash,
    versions_of,
)
from tk_desktop.pack.controleren import check
from tk_desktop.pack.samenstellen import Keuze, assemble
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 2, 27, 14, 32)


def _gevuld(map_: Path) -> Store:
    """Item 1 with a nota and three bijlagen, item 2 with a brief."""
    bijlagen = [
        een_stuk(id=id_, agendapunt_id="een", hoort_bij="nota", volgorde=plek, soort=Soort.BIJLAGE, titel=id_)
        for id_, plek in (("plan", "c"), ("kaart", "g"), ("foto", "m"))
    ]
    stukken = [
        een_stuk(id="nota", agendapunt_id="een", volgorde="c", titel="Veilige oevers"),
        *bijlagen,
        een_stuk(id="brief", agendapunt_id="twee", volgorde="c", soort=Soort.BRIEF, titel="Lesuren"),
    ]
    store = Store.open(map_, maken=True)
    opname = een_opname(
        agendapunten=[een_agendapunt(id="een", volgorde="c"), een_agendapunt(id="twee", volgorde="m")],
        stukken=stukken,
        notas={"nota": een_nota(stuk_id="nota")},
        versies={"plan": een_stukversie(sha256="a" * 64, volgorde="c"), "brief": een_stukversie(sha256="b" * 64)},
    )
    bewaar(store, opname)
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with _gevuld(tmp_path / "werkmap") as gevuld:
        yield gevuld


def _opname(store: Store) -> Momentopname:
    (vergadering,) = store.vergaderingen.all()
    return store.opname(vergadering.id)


def _labels(store: Store) -> dict[str, str]:
    opname = _opname(store)
    return {stuk.id: opname.label(stuk) for stuk in opname.stukken}


def test_a_paper_gets_another_title_kind_secrecy_and_place_in_print(store: Store) -> None:
    rename_stuk(store, "plan", "  Zwemplan\n2027 ")
    set_soort(store, "plan", Soort.PROJECTPLAN)
    set_stuk_besloten(store, "plan", True)
    set_afdrukken(store, "plan", False)
    set_genoemd(store, "plan", True)
    plan = store.stukken.get("plan")
    assert (plan.titel, plan.soort, plan.besloten, plan.afdrukken, plan.genoemd) == (
        "Zwemplan 2027", Soort.PROJECTPLAN, True, False, True,
    )  # fmt: skip


def test_a_title_and_the_kind_of_a_form_are_kept(store: Store) -> None:
    with pytest.raises(TitelOntbreekt):
        rename_stuk(store, "plan", " ")
    with pytest.raises(SoortVanNota, match="adviesnota"):
        set_soort(store, "nota", Soort.BRIEF)
    assert set_soort(store, "nota", Soort.ADVIESNOTA).soort is Soort.ADVIESNOTA


def test_bijlagen_change_places_and_numbers_follow(store: Store) -> None:
    move_stukken(store, ["foto"], "een", hoort_bij="nota", voor="plan")
    assert _labels(store) == {
        "nota": "1", "foto": "1 bijl. 1", "plan": "1 bijl. 2", "kaart": "1 bijl. 3", "brief": "2",
    }  # fmt: skip


def test_several_papers_move_together_to_another_item(store: Store) -> None:
    set_genoemd(store, "plan", True)
    move_stukken(store, ["plan", "foto"], "twee", voor="brief")
    opname = _opname(store)
    assert [stuk.id for stuk in opname.stukken_bij(opname.punt("twee"))] == ["plan", "foto", "brief"]
    assert _labels(store)["kaart"] == "1 bijl. 1"
    assert not store.stukken.get("plan").genoemd


def test_a_paper_put_with_a_nota_is_listed_in_it_unless_the_nota_tells_of_its_bijlagen_itself(store: Store) -> None:
    lijst = een_sectie(soort=Sectiesoort.BIJLAGEN, tekst="")
    nota = replace(_opname(store).notas["nota"], secties=(lijst,))
    store.notas.save(nota)
    move_stukken(store, ["brief"], "een", hoort_bij="nota")
    assert store.stukken.get("brief").genoemd
    move_stukken(store, ["brief"], "twee")
    assert not store.stukken.get("brief").genoemd
    store.notas.save(replace(nota, secties=(replace(lijst, tekst="De kaart ligt ter inzage."),)))
    move_stukken(store, ["brief"], "een", hoort_bij="nota")
    assert not store.stukken.get("brief").genoemd


def test_a_nota_takes_its_bijlagen_along(store: Store) -> None:
    move_stukken(store, ["nota"], "twee")
    assert {id_ for id_, label in _labels(store).items() if label.startswith("2")} == {
        "nota", "plan", "kaart", "foto", "brief",
    }  # fmt: skip
    assert _labels(store)["plan"] == "2 bijl. 1"


@pytest.mark.parametrize(("stuk", "bij"), [("nota", "brief"), ("brief", "plan"), ("nota", "nota"), ("brief", "brief")])
def test_a_bijlage_has_no_bijlagen(store: Store, stuk: str, bij: str) -> None:
    voor = _opname(store)
    with pytest.raises(BijlageOnmogelijk):
        move_stukken(store, ["kaart", stuk], None, hoort_bij=bij)
    assert _opname(store) == voor


def test_a_paper_that_is_put_away_leaves_the_meeting_and_its_sets_whole(store: Store) -> None:
    set_stuk_besloten(store, "nota", True)
    assert [stuk.id for stuk in remove_stukken(store, ["nota", "plan"], NU)] == ["nota", "plan", "kaart", "foto"]
    opname = _opname(store)
    assert [stuk.id for stuk in opname.stukken] == ["brief"]
    assert set(opname.versies) == {"brief"}
    assert opname.notas == {}
    plan = assemble(store, opname.vergadering.id, Doelgroep.OPENBAAR, keuze=Keuze())
    assert {deel.stuk_id for deel in plan.onderdelen} >= {"brief"}
    assert not any("oevers" in bevinding.wat for bevinding in check(store, opname.vergadering.id))
    assert [stuk.id for stuk in trash(store, opname.vergadering.id)] == ["nota"]


def test_what_was_put_away_comes_back_as_it_was(store: Store) -> None:
    voor = _opname(store)
    remove_stukken(store, ["foto"], datetime(2026, 2, 26))
    zonder_foto = _opname(store)
    remove_stukken(store, ["nota"], NU)
    restore_stuk(store, "nota")
    assert _opname(store) == zonder_foto
    restore_stuk(store, "foto")
    assert _opname(store) == voor
    assert restore_stuk(store, "foto").verwijderd is None


def test_a_bijlage_comes_back_with_the_nota_it_belongs_to(store: Store) -> None:
    remove_stukken(store, ["nota"], NU)
    restore_stuk(store, "kaart")
    assert [stuk.id for stuk in _opname(store).stukken if stuk.id != "brief"] == ["nota", "kaart"]


def test_a_paper_that_was_put_away_stays_when_its_item_goes(store: Store) -> None:
    remove_stukken(store, ["brief"], NU)
    _, wijziging = store.record(lambda: store.agendapunten.delete("twee"))
    restore_stuk(store, "brief")
    assert _labels(store)["brief"] == ""
    remove_stukken(store, ["brief"], NU)
    store.redo(wijziging.terug())
    restore_stuk(store, "brief")
    assert _labels(store)["brief"] == "2"


def test_an_item_with_what_was_only_promised_goes_although_a_bijlage_was_put_away(store: Store) -> None:
    store.stukken.save(een_stuk(id="belofte", vergadering_id=_opname(store).vergadering.id, agendapunt_id="twee"))
    move_stukken(store, ["brief"], "twee", hoort_bij="belofte")
    remove_stukken(store, ["brief"], NU)
    _, wijziging = store.record(lambda: remove_punt(store, "twee"))
    restore_stuk(store, "brief")
    assert (_labels(store)["brief"], store.stukken.get("brief").hoort_bij) == ("", None)
    remove_stukken(store, ["brief"], NU)
    store.redo(wijziging.terug())
    restore_stuk(store, "brief")
    assert _labels(store)["brief"] == "2 bijl. 1"


def test_a_paper_that_was_besloten_through_its_item_stays_so_when_the_item_goes_while_it_is_put_away(
    store: Store,
) -> None:
    set_besloten(store, "twee", True)
    remove_stukken(store, ["brief"], NU)
    remove_punt(store, "twee")
    restore_stuk(store, "brief")
    brief = store.stukken.get("brief")
    assert (brief.agendapunt_id, _opname(store).stuk_is_besloten(brief)) == (None, True)
    openbaar = assemble(store, brief.vergadering_id, Doelgroep.OPENBAAR)
    assert "brief" not in {deel.stuk_id for deel in openbaar.onderdelen}


def test_a_bijlage_of_a_besloten_paper_stays_besloten_when_that_paper_goes_while_it_is_put_away(store: Store) -> None:
    belofte = een_stuk(id="belofte", vergadering_id=_opname(store).vergadering.id, agendapunt_id="een", besloten=True)
    store.stukken.save(belofte)
    move_stukken(store, ["brief"], "een", hoort_bij="belofte")
    remove_stukken(store, ["brief"], NU)
    store.stukken.delete("belofte")
    restore_stuk(store, "brief")
    brief = store.stukken.get("brief")
    assert (brief.hoort_bij, _opname(store).stuk_is_besloten(brief)) == (None, True)


def test_what_was_put_away_before_its_item_was_besloten_is_no_more_public_than_that_item(store: Store) -> None:
    store.stukken.save(een_stuk(id="belofte", vergadering_id=_opname(store).vergadering.id, agendapunt_id="een"))
    move_stukken(store, ["foto"], None, hoort_bij="belofte")
    remove_stukken(store, ["brief", "foto"], NU)
    set_besloten(store, "twee", True)
    set_stuk_besloten(store, "belofte", True)
    store.agendapunten.delete("twee")
    store.stukken.delete("belofte")
    for id_ in ("brief", "foto"):
        assert restore_stuk(store, id_).besloten


def test_a_nota_of_a_withdrawn_item_takes_its_bijlagen_and_its_secrecy_along(store: Store) -> None:
    set_besloten(store, "een", True)
    withdraw_punt(store, "een", "Niet rijp")
    weg = remove_stukken(store, ["nota"], NU)
    assert {stuk.id: stuk.besloten for stuk in weg} == dict.fromkeys(["nota", "plan", "kaart", "foto"], True)


@pytest.mark.parametrize(("waarheen", "bij"), [("twee", None), (None, None), (None, "brief")])
def test_a_paper_that_leaves_its_besloten_item_or_nota_stays_besloten(
    store: Store, waarheen: str | None, bij: str | None
) -> None:
    set_stuk_besloten(store, "nota", True)
    move_stukken(store, ["plan"], waarheen, hoort_bij=bij)
    assert store.stukken.get("plan").besloten
    set_stuk_besloten(store, "nota", False)
    set_besloten(store, "een", True)
    move_stukken(store, ["kaart"], waarheen, hoort_bij=bij)
    move_stukken(store, ["nota"], "twee")
    opname = _opname(store)
    assert {stuk.id for stuk in opname.stukken if opname.stuk_is_besloten(stuk)} == {"nota", "plan", "kaart", "foto"}
    assert not store.stukken.get("foto").besloten  # it follows its nota


def test_a_paper_that_stays_or_goes_under_a_besloten_item_gets_no_mark(store: Store) -> None:
    set_besloten(store, "een", True)
    move_stukken(store, ["foto"], "een", hoort_bij="nota", voor="plan")
    move_stukken(store, ["brief"], "een")
    move_stukken(store, ["nota"], "een", voor="brief")
    assert not any(stuk.besloten for stuk in _opname(store).stukken)


def test_an_older_version_becomes_the_newest_again_and_none_is_lost(store: Store) -> None:
    (oud,) = versions_of(store, "plan")
    store.versies.save(een_stukversie(stuk_id="plan", sha256="c" * 64, volgorde="m", pdf_sha256="d" * 64))
    terug = restore_version(store, "plan", oud.id, NU)
    assert [versie.sha256[0] for versie in versions_of(store, "plan")] == ["a", "c", "a"]
    assert terug.ontvangen == NU
    assert restore_version(store, "plan", terug.id, NU) == terug
    with pytest.raises(NietGevonden):
        restore_version(store, "plan", "geen", NU)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(["plan", "kaart", "foto", "brief"]), min_size=1, max_size=3, unique=True),
            st.sampled_from([("een", "nota"), ("een", None), ("twee", None), (None, None)]),
            st.sampled_from([None, "plan", "kaart", "brief"]),
        ),
        max_size=6,
    )
)
def test_moving_loses_no_paper_and_can_be_undone_step_by_step(
    stappen: list[tuple[list[str], tuple[str | None, str | None], str | None]],
) -> None:
    with TemporaryDirectory() as map_, _gevuld(Path(map_) / "werkmap") as store:
        gedaan = []
        for ids, (punt, bij), voor in stappen:
            stand = _opname(store)
            _, wijziging = store.record(
                lambda ids=ids, punt=punt, bij=bij, voor=voor: move_stukken(  # type: ignore[misc]
                    store, ids, punt, hoort_bij=bij, voor=voor
                )
            )
            gedaan.append((stand, wijziging))
            assert {stuk.id for stuk in _opname(store).stukken} == {"nota", "plan", "kaart", "foto", "brief"}
            assert len(set(_labels(store).values()) - {"", "1", "2"}) == sum(
                stuk.hoort_bij is not None for stuk in _opname(store).stukken
            )
        for stand, wijziging in reversed(gedaan):
            store.redo(wijziging.terug())
            assert _opname(store) == stand
