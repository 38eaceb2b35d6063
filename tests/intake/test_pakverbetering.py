"""Typing over what was read in a pack, and answering what was asked."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from tests.intake.pakbouwers import AGENDA, NOTA, een_pak
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakrubrieken import rubrieken
from tk_desktop.intake.pakverbetering import WaardeNietMogelijk, beantwoord, verbeter
from tk_desktop.intake.pakvoorstel import Deelsoort, Pakvoorstel, noem


@pytest.fixture
def voorstel(tmp_path: Path) -> Pakvoorstel:
    return lees_pak(een_pak(tmp_path / "set.pdf", [AGENDA, NOTA[:-1]]))


def test_a_field_that_is_typed_over_is_what_will_be_stored(voorstel: Pakvoorstel) -> None:
    nieuw = verbeter(verbeter(voorstel, "agenda.datum", "13 maart 2026"), "agenda.begin", "13.30 uur")
    nieuw = verbeter(verbeter(nieuw, "punt.2", " Kades  en oevers "), "nota.0", "Kades en oevers")
    assert nieuw.lezing.agenda is not None
    assert (nieuw.lezing.agenda.datum, nieuw.lezing.agenda.begin) == (date(2026, 3, 13), time(13, 30))
    assert nieuw.lezing.agenda.punten[1].titel == "Kades en oevers"
    assert nieuw.lezing.notas[0].onderwerp == "Kades en oevers"
    assert {veld.id: veld.waarde for veld in nieuw.velden}["agenda.datum"] == "13 maart 2026"


@pytest.mark.parametrize(("veld", "waarde"), [("agenda.datum", "morgen"), ("agenda.begin", "vroeg"), ("punt.2", " ")])
def test_what_cannot_stand_there_is_refused(voorstel: Pakvoorstel, veld: str, waarde: str) -> None:
    with pytest.raises(WaardeNietMogelijk):
        verbeter(voorstel, veld, waarde)


@pytest.mark.parametrize("welk", ["gremium", "plaats", "voorzitter", "secretaris"])
def test_every_field_of_the_head_can_be_typed_over(voorstel: Pakvoorstel, welk: str) -> None:
    nieuw = verbeter(voorstel, f"agenda.{welk}", "Anke Wiel")
    assert getattr(nieuw.lezing.agenda, welk) == "Anke Wiel"


def test_an_answered_doubt_is_not_told_again(voorstel: Pakvoorstel) -> None:
    vragen = [veld for veld in voorstel.velden if veld.id.startswith("twijfel.")]
    assert vragen
    nieuw = beantwoord(voorstel, vragen[0].id)
    assert len(nieuw.lezing.twijfels) == len(voorstel.lezing.twijfels) - 1
    assert vragen[0].id not in {veld.id for veld in nieuw.velden}


def test_what_a_doubt_is_about_is_corrected_where_it_is_asked(voorstel: Pakvoorstel) -> None:
    vraag = next(veld for veld in voorstel.velden if veld.over == "nota.0")
    vooraan = rubrieken(replace(voorstel, velden=(replace(vraag, twijfel="Niet gevonden: datum."),)), vraag.id)
    assert vooraan[0].id == "nota.0.datum", "what is missing stands first"
    nieuw = verbeter(voorstel, "nota.0.datum", "13 maart 2026")
    nieuw = verbeter(verbeter(nieuw, "nota.0.openbaar", "Nee"), "nota.0.punt", "3")
    nieuw = verbeter(nieuw, "nota.0.behandelaars", "Anke Wiel, adviseur, 030 123 45 67; Bo Smal")
    (nota,) = nieuw.lezing.notas
    assert (nota.datum, nota.openbaar, nota.agendapunt) == (date(2026, 3, 13), False, Nummer(3))
    assert nota.behandelaars == (("Anke Wiel", "adviseur", "030 123 45 67"), ("Bo Smal", "", ""))
    assert [deel.nummer for deel in nieuw.delen if deel.soort is Deelsoort.NOTA] == [Nummer(3)]
    assert {een.id: een.waarde for een in rubrieken(nieuw, "nota.0")}["nota.0.datum"] == "13 maart 2026"


def test_an_item_is_given_its_time_treatment_proposal_and_who_introduces_it(voorstel: Pakvoorstel) -> None:
    nieuw = verbeter(verbeter(voorstel, "punt.3.tijd", "15.10"), "punt.3.behandeling", "Ter informatie en bespreking")
    nieuw = verbeter(nieuw, "punt.3.voorstel", "1. Kennis te nemen van:\n   a. het overzicht\n2. Te danken.")
    nieuw = verbeter(verbeter(nieuw, "punt.3.inleiders", "Roos van Dalen (directeur); Bo Smal"), "punt.4.blijft", "Ja")
    assert nieuw.lezing.agenda is not None
    punt = nieuw.lezing.agenda.punten[2]
    assert (punt.tijd, punt.behandeling) == (time(15, 10), frozenset({Behandeling.INFORMATIE, Behandeling.BESPREKING}))
    assert [(een.tekst, een.merk, len(een.onder)) for een in punt.voorstel] == [
        ("Kennis te nemen van:", Merk.CIJFER, 1),
        ("Te danken.", Merk.CIJFER, 0),
    ]
    assert punt.inleiders == (("Roos van Dalen", "directeur"), ("Bo Smal", ""))
    zonder = verbeter(nieuw, "punt.3.blijft", "Nee, weglaten")
    assert zonder.lezing.agenda is not None
    assert [str(een.nummer) for een in zonder.lezing.agenda.punten] == ["1", "2", "4"]
    assert "punt.3" not in {veld.id for veld in zonder.velden}


def test_what_is_not_on_the_paper_is_asked_once(voorstel: Pakvoorstel) -> None:
    leeg = verbeter(voorstel, "agenda.plaats", "")
    assert next(veld for veld in leeg.velden if veld.id == "agenda.plaats").vraagt
    nieuw = beantwoord(leeg, "agenda.plaats")
    assert not next(veld for veld in nieuw.velden if veld.id == "agenda.plaats").vraagt


def test_a_nota_goes_by_the_title_and_item_that_its_part_was_given(voorstel: Pakvoorstel) -> None:
    plaats = next(nr for nr, deel in enumerate(voorstel.delen) if deel.soort is Deelsoort.NOTA)
    nieuw = noem(noem(voorstel, plaats, titel="Kades"), plaats, nummer=Nummer(3))
    assert (nieuw.lezing.notas[0].onderwerp, nieuw.lezing.notas[0].agendapunt) == ("Kades", Nummer(3))
