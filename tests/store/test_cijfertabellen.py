"""The tables of a paper stand in rows and come back as they were."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bouwers import een_gremium, een_stuk, een_stukversie, een_vergadering
from tk_desktop.domain.cijfertabel import (
    Cijfercel,
    Cijferkolom,
    Cijferrij,
    Cijfertabel,
    Eenheid,
    Kolomsoort,
    Rijsoort,
)
from tk_desktop.intake.tabelopname import (
    GeenTabellen,
    IntussenNieuweVersie,
    correct_tabel,
    drop_tabellen,
    keep_tabellen,
    read_tabellen,
)
from tk_desktop.meeting.stukken import restore_version
from tk_desktop.store.werkmap import Store

_TEKST = st.text("aé€▯ -19", max_size=12)
_CEL = st.builds(Cijfercel, tekst=_TEKST, bedrag=st.none() | st.integers(-(10**12), 10**12), twijfel=_TEKST)


@st.composite
def tabellen(draw: st.DrawFn) -> Cijfertabel:
    """Return any table."""
    breed = draw(st.integers(1, 3))
    kolommen = draw(
        st.lists(st.builds(Cijferkolom, naam=_TEKST, soort=st.sampled_from(Kolomsoort)), min_size=breed, max_size=breed)
    )
    cellen = st.lists(_CEL, min_size=breed, max_size=breed).map(tuple)
    soorten = st.sampled_from([Rijsoort.POST, Rijsoort.VERDER])
    rijen = draw(st.lists(st.builds(Cijferrij, naam=_TEKST, cellen=cellen, soort=soorten, twijfel=_TEKST), max_size=3))
    return Cijfertabel(
        titel=draw(_TEKST),
        kop=draw(_TEKST),
        eenheid=draw(st.sampled_from(Eenheid)),
        kolommen=tuple(kolommen),
        rijen=tuple(rijen),
        van=draw(st.integers(0, 99)),
        tot=99,
        op_bladzijde=draw(st.booleans()),
        twijfels=tuple(draw(st.lists(st.text("abc", min_size=1), max_size=2, unique=True))),
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as geopend:
        with geopend.transaction():
            geopend.gremia.save(een_gremium(id="gremium"))
            geopend.vergaderingen.save(een_vergadering(id="vergadering"))
            geopend.stukken.save(een_stuk(id="rapport", agendapunt_id=None))
            geopend.versies.save(een_stukversie(id="v1", stuk_id="rapport", sha256="a" * 64))
        yield geopend


@settings(max_examples=25, deadline=None)
@given(waarden=st.lists(tabellen(), max_size=2))
def test_tables_come_back_as_they_were_read(store: Store, waarden: list[Cijfertabel]) -> None:
    bewaard = keep_tabellen(store, store.versies.get("v1"), waarden)
    assert [een.tabel for een in bewaard] == waarden
    assert ("rapport" in store.cijfertabellen.stukken()) == bool(waarden)


def test_the_tables_of_a_file_go_when_another_file_takes_its_place(store: Store) -> None:
    tabel = Cijfertabel(titel="Haven", kolommen=(Cijferkolom(naam="Lasten"),), rijen=())
    keep_tabellen(store, store.versies.get("v1"), [tabel])
    _, wijziging = store.record(lambda: drop_tabellen(store, "rapport"))
    assert store.cijfertabellen.van_stuk("rapport") == ()
    store.redo(wijziging.terug())
    assert len(store.cijfertabellen.van_stuk("rapport")) == 1
    with store.transaction():
        store.versies.save(een_stukversie(id="v2", stuk_id="rapport", sha256="b" * 64, volgorde="z"))
    with pytest.raises(IntussenNieuweVersie):
        keep_tabellen(store, store.versies.get("v1"), [tabel])
    restore_version(store, "rapport", "v1", store.versies.get("v1").ontvangen)
    assert store.cijfertabellen.van_stuk("rapport") == ()


@settings(max_examples=15, deadline=None)
@given(tabel=tabellen(), cel=_CEL, naam=_TEKST)
def test_what_is_corrected_in_a_table_is_kept_and_nothing_else(
    store: Store, tabel: Cijfertabel, cel: Cijfercel, naam: str
) -> None:
    (stuktabel,) = keep_tabellen(store, store.versies.van_stuk("rapport")[-1], [tabel])
    rijen = tuple(replace(rij, naam=naam, twijfel="", cellen=(cel, *rij.cellen[1:])) for rij in tabel.rijen)
    beter = replace(stuktabel, tabel=replace(tabel, rijen=rijen, twijfels=tabel.twijfels[1:]))
    _, wijziging = store.record(lambda: correct_tabel(store, beter))
    assert store.cijfertabellen.van_stuk("rapport") == (beter,)
    store.redo(wijziging.terug())
    assert store.cijfertabellen.van_stuk("rapport") == (stuktabel,)


def test_a_text_is_read_for_its_tables_and_one_without_says_so(tmp_path: Path) -> None:
    bron = tmp_path / "cijfers.txt"
    bron.write_text("Team Lasten Baten\nKade € 1.000 € 400\nSluis € 1.500 € 600\n", encoding="utf-8")
    gelezen = read_tabellen(bron, "text/plain", "Cijfers")
    (tabel,) = gelezen.tabellen
    assert [gelezen.regels[rij.regel - 1] for rij in tabel.rijen] == ["Kade € 1.000 € 400", "Sluis € 1.500 € 600"]
    assert read_tabellen(bron, "text/plain", "Cijfers", [tabel, tabel]).tabellen == (tabel, tabel), (
        "as it was taken over"
    )
    for inhoud in (b"Geen cijfers.", b"\x81 geen letter van wie dan ook"):
        bron.write_bytes(inhoud)
        with pytest.raises(GeenTabellen, match="Cijfers"):
            read_tabellen(bron, "text/plain", "Cijfers")


def test_the_tables_of_a_besloten_paper_are_besloten_in_every_row(store: Store) -> None:
    kolommen = (Cijferkolom(naam="Lasten"),)
    rijen = (Cijferrij(naam="Kade", cellen=(Cijfercel(tekst="€ 12", bedrag=12),)),)
    tabel = Cijfertabel(titel="Haven", kolommen=kolommen, rijen=rijen, twijfels=("klopt dit?",))
    with store.transaction():
        store.stukken.save(een_stuk(id="geheim", agendapunt_id=None, besloten=True))
        store.cijfertabellen.bewaar("geheim", "c" * 64, [tabel])
    rijen_ = [rij for rij in store.publicaties.rijen("vergadering", uitkomsten=False) if rij.tabel.startswith("cijfer")]
    assert {rij.tabel for rij in rijen_ if rij.besloten} == {
        "cijfertabel", "cijferkolom", "cijferrij", "cijfercel", "cijfertwijfel",
    }  # fmt: skip
    assert not any(rij.waarden.get("tekst") == "€ 12" for rij in rijen_ if not rij.besloten)
