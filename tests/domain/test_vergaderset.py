"""A public set holds nothing besloten, whoever builds it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.bouwers import (
    een_agendapunt,
    een_brief,
    een_gremium,
    een_lidmaatschap,
    een_nota,
    een_opname,
    een_persoon,
    een_stuk,
    een_stukversie,
    een_vergadering,
)
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Behandelaar
from tk_desktop.domain.vergaderset import (
    BeslotenInOpenbareSet,
    Doelgroep,
    OnbekendLid,
    Onderdeel,
    Onderdeelsoort,
    Variant,
    Vergaderset,
    variant_voor_lid,
    zichtbaar_voor,
)

OPENBAAR = Variant(doelgroep=Doelgroep.OPENBAAR)
LEDEN = Variant(doelgroep=Doelgroep.LEDEN)


def een_set(variant: Variant = OPENBAAR, *onderdelen: Onderdeel, **opname: Any) -> Vergaderset:
    return Vergaderset(opname=een_opname(**opname), variant=variant, onderdelen=onderdelen)


def een_gevoelige_opname(**anders: Any) -> Momentopname:
    """Return a meeting in which every way of being besloten occurs once."""
    punten = [
        een_agendapunt(id="open", volgorde="b"),
        een_agendapunt(id="besloten", volgorde="d", titel="Schikking", besloten=True, duur=5),
        een_agendapunt(id="onder-besloten", volgorde="e", titel="Bedrag", ouder_id="besloten"),
        een_agendapunt(id="ouder", volgorde="h", titel="Bewegen"),
        een_agendapunt(id="besloten-sub", volgorde="k", titel="Namen", ouder_id="ouder", besloten=True),
        een_agendapunt(id="open-sub", volgorde="m", titel="Plan", ouder_id="ouder"),
    ]
    stukken = [
        een_stuk(id="bij-besloten", agendapunt_id="besloten", volgorde="c"),
        een_stuk(id="bij-sub", agendapunt_id="onder-besloten", volgorde="c"),
        een_stuk(id="open-nota", agendapunt_id="open-sub", volgorde="c"),
        een_stuk(id="besloten-bijlage", agendapunt_id="open-sub", hoort_bij="open-nota", volgorde="d", besloten=True),
        een_stuk(id="open-bijlage", agendapunt_id="open-sub", hoort_bij="open-nota", volgorde="e"),
        een_stuk(id="los-besloten", volgorde="f", besloten=True),
    ]
    return een_opname(
        agendapunten=punten,
        stukken=stukken,
        versies={stuk.id: een_stukversie(stuk_id=stuk.id) for stuk in stukken[3:]},
        notas={stuk.id: een_nota(stuk_id=stuk.id) for stuk in stukken[:3]},
        **anders,
    )


@pytest.mark.parametrize(
    "opname",
    [
        {"agendapunten": [een_agendapunt(besloten=True)]},
        {"agendapunten": [een_agendapunt(id="p", besloten=True), een_agendapunt(ouder_id="p")]},
        {"stukken": [een_stuk(besloten=True)]},
        {"stukken": [een_stuk(id="s"), een_stuk(hoort_bij="s", besloten=True)]},
        {"stukken": [een_stuk(id="s", besloten=True), een_stuk(hoort_bij="s")]},
    ],
)
def test_a_public_set_with_anything_besloten_cannot_exist(opname: dict[str, Any]) -> None:
    with pytest.raises(BeslotenInOpenbareSet, match=r"openbare set .* niet gemaakt"):
        een_set(**opname)
    with pytest.raises(BeslotenInOpenbareSet, match="set voor de ambtenaren"):
        een_set(Variant(doelgroep=Doelgroep.AMBTENAREN), **opname)
    een_set(LEDEN, **opname)


def test_a_public_set_cannot_be_changed_into_a_secret_one() -> None:
    openbaar = een_set(agendapunten=[een_agendapunt()])
    with pytest.raises(BeslotenInOpenbareSet):
        replace(openbaar, opname=een_opname(agendapunten=[een_agendapunt(besloten=True)]))
    with pytest.raises(BeslotenInOpenbareSet):
        replace(een_set(LEDEN, stukken=[een_stuk(besloten=True)]), variant=OPENBAAR)


@pytest.mark.parametrize("vreemd", [{"stuk_id": "elders"}, {"punt_id": "elders"}])
def test_a_public_set_holds_no_part_of_what_its_meeting_does_not_show(vreemd: dict[str, str]) -> None:
    deel = Onderdeel(soort=Onderdeelsoort.SCHUTBLAD, anker="punt-1A", titel="Schikking", **vreemd)  # type: ignore[arg-type]
    with pytest.raises(BeslotenInOpenbareSet):
        een_set(OPENBAAR, deel)


@pytest.mark.parametrize(
    "wees",
    [
        {"agendapunten": [een_agendapunt(ouder_id="weg")]},
        {"stukken": [een_stuk(hoort_bij="weg")]},
        {"stukken": [een_stuk(agendapunt_id="weg")]},
        {"notas": {"weg": een_nota()}},
        {"versies": {"weg": een_stukversie()}},
    ],
)
def test_what_hangs_below_something_left_out_is_taken_for_besloten(wees: dict[str, Any]) -> None:
    with pytest.raises(BeslotenInOpenbareSet):
        een_set(**wees)


def test_the_public_sees_nothing_besloten_and_no_number_moves() -> None:
    geheel = een_gevoelige_opname()
    openbaar = zichtbaar_voor(geheel, OPENBAAR)
    assert [(str(openbaar.nummers[p.id]), p.id) for p in openbaar.agendapunten] == [
        ("1", "open"), ("3", "ouder"), ("3b", "open-sub"),
    ]  # fmt: skip
    assert [(openbaar.label(s), s.id) for s in openbaar.stukken] == [
        ("3b", "open-nota"), ("3b bijl. 2", "open-bijlage"),
    ]  # fmt: skip
    assert (set(openbaar.notas), set(openbaar.versies)) == ({"open-nota"}, {"open-bijlage"})
    assert set(openbaar.nummers) == {"open", "ouder", "open-sub"}
    assert "Schikking" not in repr(openbaar)
    Vergaderset(opname=openbaar, variant=OPENBAAR, onderdelen=())


def test_the_public_sees_no_contact_data_of_officials() -> None:
    nota = een_nota(behandelaars=(Behandelaar(id="b", volgorde="b", naam="Wies Terlouw", telefoon="06-0000"),))
    openbaar = zichtbaar_voor(
        een_opname(
            stukken=[een_stuk(id="s")],
            notas={"s": nota},
            personen=[een_persoon(telefoon="06-1111", email="roos@waterkant.example")],
            brief=een_brief(
                email="w@waterkant.example", doorkiesnummer="06-2222", verhindering_telefoon="06-3333",
                verhindering_email="v@waterkant.example",
            ),
        ),
        OPENBAAR,
    )  # fmt: skip
    assert "06-" not in repr(openbaar)
    assert "@" not in repr(openbaar)
    assert "Wies Terlouw" in repr(openbaar)


def test_members_see_all_and_an_excluded_member_all_but_the_item() -> None:
    geheel = een_gevoelige_opname(uitgesloten=[("besloten", "roos")])
    roos = Variant(doelgroep=Doelgroep.LID, persoon_id="roos", naam="Roos")
    bram = Variant(doelgroep=Doelgroep.LID, persoon_id="bram", naam="Bram")
    assert zichtbaar_voor(geheel, LEDEN) == geheel
    assert zichtbaar_voor(geheel, bram) == geheel
    zonder = zichtbaar_voor(geheel, roos)
    assert {p.id for p in geheel.agendapunten} - {p.id for p in zonder.agendapunten} == {"besloten", "onder-besloten"}
    assert {s.id for s in geheel.stukken} - {s.id for s in zonder.stukken} == {"bij-besloten", "bij-sub"}
    assert all(zonder.nummers[p.id] == geheel.nummers[p.id] for p in zonder.agendapunten)


def test_a_set_for_one_member_is_for_somebody_who_sits_in_the_body_that_day() -> None:
    gremium = een_gremium()
    roos, bram = een_persoon(naam="Roos van Dalen"), een_persoon(naam="Bram Oud")
    opname = een_opname(
        gremium=gremium,
        vergadering=een_vergadering(gremium_id=gremium.id, datum=date(2026, 3, 11)),
        personen=[roos, bram],
        leden=[
            een_lidmaatschap(persoon_id=roos.id, mandaat_van=date(2026, 3, 11)),
            een_lidmaatschap(persoon_id=bram.id, mandaat_tot=date(2026, 3, 10)),
        ],
    )
    variant = variant_voor_lid(opname, " roos VAN dalen ")
    assert (variant.persoon_id, str(variant)) == (roos.id, "lid Roos van Dalen")
    for naam in ("Bram Oud", "Niemand"):
        with pytest.raises(OnbekendLid, match=naam):
            variant_voor_lid(opname, naam)


def test_only_a_set_for_one_member_names_a_member() -> None:
    for fout in ({"doelgroep": Doelgroep.LID}, {"doelgroep": Doelgroep.LEDEN, "persoon_id": "p"}):
        with pytest.raises(ValueError, match="één lid"):
            Variant(**fout)


def test_every_page_says_what_it_is_and_where() -> None:
    deel = Onderdeel(soort=Onderdeelsoort.BESTAND, anker="a", titel="Plan", label="2a bijl. 1", stuk_id="s")
    vergaderset = een_set(LEDEN, deel, stukken=[een_stuk(id="s")])
    assert vergaderset.stempel(deel, "37", 212) == "BC WK 11-3-2026 · 2a bijl. 1 · blz. 37/212"
    assert (vergaderset.anker_van("s"), vergaderset.anker_van("t")) == ("a", "")
    assert vergaderset.titel == "Vergaderset Bestuurscommissie Waterkant 11-3-2026"
    assert een_set().titel.endswith("11-3-2026 (openbaar)")


def test_a_part_is_known_by_its_paper_or_item_and_not_by_its_number() -> None:
    stuk = Onderdeel(soort=Onderdeelsoort.BESTAND, anker="stuk-2a", titel="Plan", label="2a", stuk_id="s", punt_id="p")
    schutblad = Onderdeel(soort=Onderdeelsoort.SCHUTBLAD, anker="punt-2", titel="Bewegen", label="2", punt_id="p")
    agenda = Onderdeel(soort=Onderdeelsoort.AGENDA, anker="agenda", titel="Agenda BC", label="agenda")
    assert [deel.sleutel for deel in (stuk, schutblad, agenda)] == ["s", "schutblad p", "agenda"]
    assert [deel.naam for deel in (stuk, schutblad, agenda)] == ["2a Plan", "2 Bewegen", "Agenda BC"]
    assert replace(stuk, anker="stuk-3a", label="3a").sleutel == "s"
