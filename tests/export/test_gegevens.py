"""A meeting as open JSON: the shape that other programs count on."""

import json
from dataclasses import replace

from tests.bouwers import een_agendapunt, een_brief, een_nota, een_opname, een_sectie, een_stuk
from tests.voorbeeld.inhoud import voorbeeld
from tk_desktop.domain.nota import Sectiesoort
from tk_desktop.domain.stuk import Soort
from tk_desktop.export.gegevens import agenda_json, nota, notas, vergadering


def test_a_meeting_has_exactly_the_agreed_fields() -> None:
    gegevens = vergadering(voorbeeld())
    assert list(gegevens) == [
        "id", "gremium", "datum", "begin", "einde", "plaats", "voorzitter", "secretaris", "agendapunten",
    ]  # fmt: skip
    assert (gegevens["datum"], gegevens["begin"], gegevens["einde"]) == ("2026-06-04", "09:30", "11:30")
    per_nummer = {punt["nummer"]: punt for punt in gegevens["agendapunten"]}
    assert {"nummer", "titel", "tijd", "behandeling", "besloten", "stukken"} <= set(per_nummer["4"])
    assert per_nummer["4"]["behandeling"] == ["informatie", "bespreking"]
    assert (per_nummer["4"]["tijd"], per_nummer["2a"]["tijd"]) == ("10:45", None)
    assert [nummer for nummer, punt in per_nummer.items() if punt["besloten"]] == ["1A"]
    assert per_nummer["2a"]["stukken"] == [
        {"soort": "adviesnota", "titel": "Projectplan Fit de klas in 2026-2029", "bijlagen_beloofd": 3}
    ]


def test_a_nota_has_exactly_the_agreed_fields() -> None:
    opname = voorbeeld()
    gegevens = nota(opname, next(stuk for stuk in opname.stukken if stuk.id == "stuk-2a"))
    assert list(gegevens) == [
        "soort", "agendapunt", "registratienummer", "onderwerp", "behandelaars", "secties", "bijlagen",
    ]  # fmt: skip
    assert gegevens["behandelaars"][0]["naam"] == "Noor Wijnbergen"
    assert gegevens["bijlagen"] == ["Projectplan Fit de klas in 2026-2029", "Presentatie Zes scholen verder"]
    teksten = {sectie["kop"]: sectie["tekst"] for sectie in gegevens["secties"]}
    assert teksten["Voorstel"].startswith("1. ")
    assert teksten["Argumenten"].startswith("1.1 ")
    assert "4.1 " in teksten["Argumenten"]
    assert "**" not in json.dumps(gegevens)


def test_a_meeting_about_which_little_is_known_has_the_same_fields() -> None:
    gegevens = vergadering(een_opname(vergadering=replace(een_opname().vergadering, begin=None, einde=None)))
    assert (gegevens["begin"], gegevens["einde"], gegevens["voorzitter"], gegevens["agendapunten"]) == (
        None, None, "", [],
    )  # fmt: skip


def test_notas_stand_in_the_order_of_the_agenda_and_loose_ones_last() -> None:
    punten = [een_agendapunt(id="een", volgorde="c"), een_agendapunt(id="twee", volgorde="d")]
    los, twee, een = (een_stuk(agendapunt_id=punt, volgorde="c") for punt in (None, "twee", "een"))
    gevuld = {stuk.id: een_nota(stuk_id=stuk.id) for stuk in (los, twee, een)}
    opname = een_opname(agendapunten=punten, stukken=[los, twee, een], notas=gevuld)
    assert [gegevens["agendapunt"] for gegevens in notas(opname)] == ["1", "2", None]


def test_bijlagen_keep_their_own_number_where_one_is_left_out() -> None:
    stuk = een_stuk(id="nota")
    bijlagen = [
        een_stuk(id=f"b{rang}", volgorde=f"d{rang}", titel=f"Kaart {rang}", soort=Soort.BIJLAGE, hoort_bij="nota",
                 genoemd=True, besloten=rang == 1)
        for rang in (1, 2)
    ]  # fmt: skip
    sectie = een_sectie(soort=Sectiesoort.BIJLAGEN, kop="Bijlage(n)", tekst="")
    opname = een_opname(stukken=[stuk, *bijlagen], notas={"nota": een_nota(stuk_id="nota", secties=(sectie,))})
    openbaar = opname.zonder(frozenset(), frozenset({"b1"}))
    assert nota(openbaar, stuk)["secties"][0]["tekst"] == "2. Kaart 2"


def test_the_file_inside_a_set_tells_its_format_and_no_id_of_the_werkmap() -> None:
    ruw = agenda_json(replace(voorbeeld(), brief=een_brief()))
    gegevens = json.loads(ruw)
    assert (gegevens["formaat"], gegevens["versie"]) == ("tk-agenda", 1)
    assert "vergadering-2026-06-04" not in ruw.decode()
    assert "id" not in gegevens["vergaderingen"][0]
    assert "opiniërende nota" in ruw.decode()
