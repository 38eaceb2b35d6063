"""Notes stand in the order of the set, are shown to whom they are for, and a paper says how far it is read."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.bouwers import een_agendapunt, een_opname, een_stuk
from tk_desktop.domain.aantekening import SECRETARIAAT, Aantekening, Anker, Oordeel, Plaats, Soort, Vlak, Zicht
from tk_desktop.domain.leeslijst import (
    Aantekenkeuze,
    Leesmerk,
    Vanwie,
    is_ongeplaatst,
    leesmerk,
    mag_lezen,
    op_volgorde,
    papiernaam,
    per_papier,
    puntnummer,
)
from tk_desktop.domain.leesstand import Leesstand
from tk_desktop.domain.vergaderset import Doelgroep, Onderdeel, Onderdeelsoort, Variant, Vergaderset

NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
ROOS = "Roos van Dalen"
V1 = "a" * 64


def _stand(*, verste: int = 1, gelezen: str = "") -> Leesstand:
    return Leesstand(
        id="s",
        vergadering_id="v",
        papier="nota",
        eigenaar=ROOS,
        versie=V1,
        pagina=1,
        verste=verste,
        gezien=NU,
        gelezen=gelezen,
    )


def _notitie(id_: str, papier: str, pagina: int = 1, y: float = 700, **anders: Any) -> Aantekening:
    anker = Anker(versie=V1, pagina=pagina, vlakken=(Vlak(pagina, 70, y - 12, 200, y),))
    waarden: dict[str, Any] = {
        "vergadering_id": "v",
        "soort": Soort.MARKERING,
        "eigenaar": ROOS,
        "gemaakt": NU,
        "gewijzigd": NU,
        "plaatsen": (Plaats(id=f"p-{id_}", volgorde="i", anker=anker),),
        **anders,
    }
    return Aantekening(id=id_, papier=papier, **waarden)


@pytest.fixture
def plan() -> Vergaderset:
    punten = [een_agendapunt(id="een", volgorde="a"), een_agendapunt(id="twee", volgorde="b")]
    stukken = [een_stuk(id="nota", agendapunt_id="twee", titel="Oever"), een_stuk(id="los", volgorde="z")]
    opname = een_opname(agendapunten=punten, stukken=stukken)
    delen = (
        Onderdeel(soort=Onderdeelsoort.AGENDA, anker="agenda", titel="Agenda"),
        Onderdeel(soort=Onderdeelsoort.BESTAND, anker="s", titel="Oever", label="2", punt_id="twee", stuk_id="nota"),
        Onderdeel(soort=Onderdeelsoort.BESTAND, anker="l", titel="Los", stuk_id="los"),
    )
    return Vergaderset(opname=opname, variant=Variant(doelgroep=Doelgroep.LEDEN), onderdelen=delen)


def test_a_paper_nobody_opened_is_unread_and_one_that_was_replaced_is_changed() -> None:
    assert leesmerk(None, V1, 3) is Leesmerk.ONGELEZEN
    assert leesmerk(_stand(gelezen="-"), V1, 1) is Leesmerk.BEGONNEN
    assert leesmerk(_stand(gelezen="1-3"), V1, 3) is Leesmerk.GELEZEN
    assert leesmerk(_stand(gelezen="1-3"), "b" * 64, 3) is Leesmerk.GEWIJZIGD


def test_a_paper_is_read_when_each_of_its_pages_is() -> None:
    assert leesmerk(_stand(gelezen="3", verste=3), V1, 3) is Leesmerk.BEGONNEN
    assert leesmerk(_stand(gelezen="1,3", verste=3), V1, 3) is Leesmerk.BEGONNEN
    assert leesmerk(_stand(gelezen="1-2,3", verste=3), V1, 3) is Leesmerk.GELEZEN


def test_what_a_program_of_before_kept_counts_up_to_the_furthest_page() -> None:
    assert leesmerk(_stand(verste=2), V1, 3) is Leesmerk.BEGONNEN
    assert leesmerk(_stand(verste=3), V1, 3) is Leesmerk.GELEZEN


def test_how_far_one_is_does_not_change_while_the_version_is_not_known_yet() -> None:
    assert leesmerk(_stand(), "", 0) is Leesmerk.GELEZEN


def test_notes_stand_in_the_order_of_the_set_and_of_the_page(plan: Vergaderset) -> None:
    bij_punt = _notitie("punt", "", soort=Soort.PUNTNOTITIE, agendapunt_id="twee", plaatsen=())
    rij = [
        _notitie("weg", "er-niet-meer"),
        _notitie("los", "los"),
        _notitie("onder", "nota", 1, 100),
        _notitie("boven", "nota", 1, 700),
        _notitie("later", "nota", 2, 800),
        _notitie("agenda", "agenda"),
        bij_punt,
    ]
    assert [een.id for een in op_volgorde(rij, plan)] == ["agenda", "punt", "boven", "onder", "later", "los", "weg"]


def test_a_private_note_is_read_by_its_writer_alone() -> None:
    eigen = _notitie("a", "nota")
    assert mag_lezen(eigen, ROOS)
    assert not mag_lezen(eigen, "Sem Oudkerk", secretaris=True)
    assert mag_lezen(replace(eigen, zicht=Zicht.ALLEN), "Sem Oudkerk")
    gedeeld = replace(eigen, zicht=Zicht.GEDEELD, gedeeld_met=("Sem Oudkerk",))
    assert mag_lezen(gedeeld, "Sem Oudkerk")
    assert not mag_lezen(gedeeld, "Ilse Brink")


def test_a_question_that_was_shared_reaches_the_secretaris_whoever_else_may_read_it() -> None:
    vraag = _notitie("a", "nota", soort=Soort.VRAAG)
    assert not mag_lezen(vraag, "Ilse Brink", secretaris=True)
    gesteld = replace(vraag, zicht=Zicht.GEDEELD, gedeeld_met=("Sem Oudkerk",))
    assert mag_lezen(gesteld, "Ilse Brink", secretaris=True)
    assert not mag_lezen(gesteld, "Ilse Brink")


def test_a_note_that_is_shared_with_the_secretariat_is_read_by_every_secretaris() -> None:
    gedeeld = _notitie("a", "nota", zicht=Zicht.GEDEELD, gedeeld_met=(SECRETARIAAT,))
    assert mag_lezen(gedeeld, "Ilse Brink", secretaris=True)
    assert not mag_lezen(gedeeld, "Ilse Brink")
    assert not mag_lezen(replace(gedeeld, zicht=Zicht.PRIVE), "Ilse Brink", secretaris=True)
    assert not mag_lezen(replace(gedeeld, gedeeld_met=("Sem Oudkerk",)), "Ilse Brink", secretaris=True)


def test_a_list_shows_what_was_chosen() -> None:
    vraag = _notitie("v", "nota", soort=Soort.VRAAG, tekst="Wie betaalt?")
    beantwoord = replace(vraag, id="b", antwoord="De gemeente.")
    weg = _notitie("w", "nota")
    weg = weg.met_plaats(replace(weg.plaatsen[0], oordeel=Oordeel.NIET_GEVONDEN))
    alle = [vraag, beantwoord, weg]
    assert [een.id for een in alle if Aantekenkeuze().toont(een)] == ["v", "b", "w"]
    assert [een.id for een in alle if Aantekenkeuze(open_vraag=True).toont(een)] == ["v"]
    assert [een.id for een in alle if Aantekenkeuze(ongeplaatst=True).toont(een)] == ["w"]
    assert [een.id for een in alle if Aantekenkeuze(woord="GEMEENTE").toont(een)] == ["b"]
    assert is_ongeplaatst(weg)


def test_notes_are_counted_by_paper_and_named_by_the_set(plan: Vergaderset) -> None:
    assert per_papier([_notitie("a", "nota"), _notitie("b", "nota")]) == {"nota": 2}
    assert papiernaam(plan, "nota") == "2 Oever"
    assert papiernaam(plan, "er-niet") == ""
    assert puntnummer(plan.opname, "twee") == "2"
    assert puntnummer(plan.opname, None) == ""


def test_a_list_tells_ones_own_notes_from_those_of_others() -> None:
    eigen, gedeeld = _notitie("eigen", "2a"), _notitie("gedeeld", "2a", zicht=Zicht.ALLEN)
    ander = _notitie("ander", "2a", eigenaar="Bram Noord", zicht=Zicht.ALLEN)

    def getoond(van: Vanwie) -> list[str]:
        keuze = Aantekenkeuze(van=van, lezer=eigen.eigenaar)
        return [een.id for een in (eigen, gedeeld, ander) if keuze.toont(een)]

    assert getoond(Vanwie.MIJ) == ["eigen", "gedeeld"]
    assert getoond(Vanwie.GEDEELD) == ["gedeeld"]
    assert getoond(Vanwie.ANDEREN) == ["ander"]
