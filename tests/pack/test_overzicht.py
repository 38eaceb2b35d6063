"""The secretaris sees what a set will hold before it is made."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_lidmaatschap, een_opname, een_persoon, een_stuk, een_stukversie
from tests.verpakt import Verpakt, pak, vul_werkmap
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.pack.overzicht import Overzicht, Reden, Verandering, describe_set
from tk_desktop.pack.samenstellen import Keuze, assemble
from tk_desktop.pack.uitgeven import record_uitgave
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


@pytest.fixture
def gevuld(verpakt: Verpakt) -> Iterator[Store]:
    with Store.open(verpakt.werkmap) as geopend:
        yield geopend


def redenen(overzicht: Overzicht) -> dict[str, Reden | None]:
    return {deel.naam: deel.reden for deel in overzicht.delen}


@pytest.mark.parametrize("soort", [Doelgroep.LEDEN, Doelgroep.AMBTENAREN, Doelgroep.OPENBAAR])
def test_what_the_overview_says_is_what_the_set_holds(gevuld: Store, verpakt: Verpakt, soort: Doelgroep) -> None:
    id_ = verpakt.opname.vergadering.id
    for keuze in (Keuze(), Keuze(schutbladen=True, zonder=frozenset({"stuk-2a", "brief"}))):
        overzicht = describe_set(gevuld, id_, soort, keuze=keuze)
        plan = assemble(gevuld, id_, soort, keuze=keuze)
        assert [deel.sleutel for deel in overzicht.delen if deel.mee] == [deel.sleutel for deel in plan.onderdelen]


def test_pages_are_an_estimate_until_the_set_was_made(gevuld: Store, verpakt: Verpakt) -> None:
    id_ = verpakt.opname.vergadering.id
    keuze = Keuze(schutbladen=True, rechts=True)
    voor = describe_set(gevuld, id_, Doelgroep.LEDEN, keuze=keuze)
    na = describe_set(gevuld, id_, Doelgroep.LEDEN, keuze=keuze, gemaakt=verpakt.leden.gemaakt)
    assert voor.geschat
    assert any(deel.geschat for deel in voor.delen)
    assert not na.geschat
    assert not any(deel.geschat for deel in na.delen)
    assert na.paginas == verpakt.leden.gemaakt.paginas
    per_deel = {deel.sleutel: deel.tot - deel.van + 1 for deel in verpakt.leden.gemaakt.delen}
    assert {deel.sleutel: deel.paginas for deel in na.delen} == per_deel
    zonder = describe_set(
        gevuld, id_, Doelgroep.LEDEN, keuze=replace(keuze, zonder=frozenset({"brief"})), gemaakt=verpakt.leden.gemaakt
    )
    assert zonder.geschat


def test_the_size_is_about_that_of_the_file(gevuld: Store, verpakt: Verpakt) -> None:
    overzicht = describe_set(gevuld, verpakt.opname.vergadering.id, Doelgroep.LEDEN)
    werkelijk = verpakt.leden.pdf.stat().st_size
    assert werkelijk / 3 < overzicht.omvang < 3 * werkelijk


def test_words_time_to_read_and_the_share_of_annexes_are_told_beforehand(gevuld: Store, verpakt: Verpakt) -> None:
    id_ = verpakt.opname.vergadering.id
    geheel = describe_set(gevuld, id_, Doelgroep.LEDEN)
    bijlagen = frozenset(deel.sleutel for deel in geheel.delen if deel.niveau)
    kaal = describe_set(gevuld, id_, Doelgroep.LEDEN, keuze=Keuze(zonder=bijlagen))
    assert geheel.woorden > kaal.woorden > 1000
    assert geheel.leesminuten == -(-geheel.woorden // 1000) * 5
    assert 0 < geheel.aandeel_bijlagen < 100
    assert (kaal.bijlagebladen, kaal.aandeel_bijlagen) == (0, 0)


def test_an_empty_set_has_nothing_to_read(store: Store) -> None:
    id_ = bewaar(store, een_opname()).vergadering.id
    leeg = describe_set(store, id_, Doelgroep.LEDEN)
    assert (leeg.woorden, leeg.leesminuten, leeg.aandeel_bijlagen) == (0, 0, 0)


def test_besloten_papers_are_kept_from_the_public_and_the_secretaris_sees_why(gevuld: Store, verpakt: Verpakt) -> None:
    id_ = verpakt.opname.vergadering.id
    openbaar = describe_set(gevuld, id_, Doelgroep.OPENBAAR)
    assert [(deel.label, deel.reden, deel.te_kiezen) for deel in openbaar.achtergehouden] == [
        ("1A", Reden.BESLOTEN, False)
    ]
    leden = describe_set(gevuld, id_, Doelgroep.LEDEN)
    assert leden.achtergehouden == ()
    assert [deel.label for deel in leden.delen if deel.besloten] == ["1A"]


def test_a_part_that_is_missing_loose_or_left_out_says_so(store: Store) -> None:
    punt = een_agendapunt(volgorde="c", titel="Oevers")
    stukken = [een_stuk(id=f"s{nr}", agendapunt_id=punt.id, titel=f"Stuk {nr}") for nr in range(3)]
    versies = {"s1": een_stukversie(media="x/y", paginas=0), "s2": een_stukversie(sha256="1" * 64, paginas=5)}
    bewaard = bewaar(store, een_opname(agendapunten=[punt], stukken=stukken, versies=versies))
    overzicht = describe_set(
        store, bewaard.vergadering.id, Doelgroep.OPENBAAR, keuze=Keuze(zonder=frozenset({"s2"}), inhoud=False)
    )
    assert redenen(overzicht) == {
        "Agenda Bestuurscommissie Waterkant": None,
        "1 Stuk 0": None,
        "1 Stuk 1": Reden.LOS_BESTAND,
        "1 Stuk 2": Reden.WEGGELATEN,
    }
    assert [deel.sleutel for deel in overzicht.ontbreekt] == ["s0"]
    assert [deel.paginas for deel in overzicht.delen][-1] == 5
    assert overzicht.paginas == 2


def test_a_member_who_is_excluded_from_an_item_does_not_get_it(store: Store) -> None:
    roos = een_persoon(naam="Roos van Dalen")
    punt = een_agendapunt(volgorde="c", titel="Oevers")
    stuk = een_stuk(id="s", agendapunt_id=punt.id)
    bewaard = bewaar(
        store,
        een_opname(
            agendapunten=[punt], stukken=[stuk], personen=[roos], leden=[een_lidmaatschap(persoon_id=roos.id)],
            uitgesloten=[(punt.id, roos.id)],
        ),
    )  # fmt: skip
    overzicht = describe_set(store, bewaard.vergadering.id, Doelgroep.LID, lid="Roos van Dalen")
    assert redenen(overzicht)[f"1 {stuk.titel}"] is Reden.UITGESLOTEN


def test_what_changed_since_the_last_set_is_marked(store: Store, tmp_path: Path) -> None:
    bewaard = vul_werkmap(store)
    id_ = bewaard.vergadering.id
    set_ = pak(store, id_, tmp_path / "set.pdf")
    record_uitgave(store, id_, set_.gemaakt, "0" * 64)
    assert describe_set(store, id_, Doelgroep.LEDEN, gemaakt=set_.gemaakt).veranderd == 0
    bijlage = next(deel for deel in set_.gemaakt.delen if deel.label == "2a bijl. 2")
    with store.transaction():
        store.versies.save(replace(bewaard.versies["stuk-8b"], id="nieuw", stuk_id=bijlage.sleutel, volgorde="z"))
        nota = bewaard.notas["stuk-2a"]
        store.notas.save(replace(nota, domein="Andere woorden"))
        store.stukken.delete("stuk-9b")
    nieuw = pak(store, id_, tmp_path / "set2.pdf")
    voor = describe_set(store, id_, Doelgroep.LEDEN, gemaakt=set_.gemaakt)
    na = describe_set(store, id_, Doelgroep.LEDEN, gemaakt=nieuw.gemaakt)
    assert [deel.label for deel in voor.delen if deel.verandering is Verandering.GEWIJZIGD] == ["2a bijl. 2"]
    assert {"2a", "2a bijl. 2"} <= {deel.label for deel in na.delen if deel.verandering is Verandering.GEWIJZIGD}
    assert na.vervallen == 1
    assert na.sinds is not None
    assert describe_set(store, id_, Doelgroep.OPENBAAR).sinds is None
