"""What would tell everybody about something besloten is found; ordinary words are left alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.bouwers import een_agendapunt, een_opname, een_stuk, een_stukversie
from tests.domain.controlehulp import bevindingen, een_hele_vergadering, een_punt_met_nota, met_sectie, samen
from tests.zittingbouwers import een_gebeurtenis, een_geheimhouding
from tk_desktop.domain.agenda import Inleider
from tk_desktop.domain.bevinding import Aanvaarding, Ernst
from tk_desktop.domain.controle import Controlecontext, lekken
from tk_desktop.domain.geheimhouding import Geheimstap
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Behandelaar, Sectiesoort
from tk_desktop.domain.stuk import Soort


def _vergadering(geheim: str, tekst: str = "", **anders: Any) -> Momentopname:
    deel = een_punt_met_nota()
    deel["notas"] = [met_sectie(deel["notas"][0], Sectiesoort.INLEIDING, tekst or "De oevers verzakken.")]
    return samen(deel, {"punten": [een_agendapunt(titel=geheim, besloten=True)]}, **anders)


def test_the_title_of_a_besloten_item_in_a_public_nota_is_a_fault() -> None:
    opname = _vergadering("Aankoop Molenkade 3", "Dit hangt samen met de **aankoop** Molenkade 3.")
    [gevonden] = bevindingen(opname, "GH01")
    assert gevonden.ernst is Ernst.FOUT
    assert gevonden.wat == ("‘Aankoop Molenkade 3’ is besloten (2), maar staat in de openbare tekst van 1 (Inleiding).")
    assert gevonden.waar == "1 Veilige oevers, Inleiding (besloten: 2 Aankoop Molenkade 3)"


def test_the_letter_and_the_occasion_are_public() -> None:
    brief = _vergadering("Aankoop Molenkade 3", brief={"tekst": "Ook de aankoop Molenkade 3 komt langs."})
    assert [b.waar.split(" (")[0] for b in bevindingen(brief, "GH01")] == ["Uitnodigingsbrief, tekst"]
    gelegenheid = _vergadering("Aankoop Molenkade 3", vergadering={"gelegenheid": "aankoop Molenkade 3"})
    assert bevindingen(gelegenheid, "GH01")


def test_a_page_of_a_public_file_that_names_it_is_told() -> None:
    deel = een_punt_met_nota(genoemd=1, ontvangen=1)
    bijlage = deel["stukken"][1]
    opname = samen(deel, {"punten": [een_agendapunt(titel="Aankoop Molenkade 3", besloten=True)]})
    teksten = {bijlage.id: ("Voorblad", "Zie de aankoop\nMolenkade 3.")}
    [gevonden] = bevindingen(opname, "GH01", paginateksten=teksten)
    assert "1 bijl. 1 (pagina 2)" in gevonden.wat


def test_pages_of_a_besloten_file_are_not_public() -> None:
    deel = een_punt_met_nota(genoemd=1, ontvangen=1)
    deel["stukken"][1] = bijlage = replace(deel["stukken"][1], besloten=True)
    opname = samen(deel, {"punten": [een_agendapunt(titel="Aankoop Molenkade 3", besloten=True)]})
    assert not bevindingen(opname, "GH01", paginateksten={bijlage.id: ("Aankoop Molenkade 3",)})


def test_words_that_a_public_file_carries_beside_its_pages_are_told() -> None:
    deel = een_punt_met_nota(genoemd=1, ontvangen=1)
    bijlage = deel["stukken"][1]
    opname = samen(deel, {"punten": [een_agendapunt(titel="Aankoop Molenkade 3", besloten=True)]})
    [gevonden] = bevindingen(opname, "GH01", verborgen={bijlage.id: ("Kaart", "Aankoop_Molenkade_3.dwg", "Kade 3")})
    assert gevonden.waar.startswith("1 bijl. 1 Kaart 1-0, woorden buiten de bladzijden")
    assert "bladwijzer" in gevonden.zo_herstelt_u
    dicht = replace(opname, stukken=tuple(replace(s, besloten=s.id == bijlage.id) for s in opname.stukken))
    assert not bevindingen(dicht, "GH01", verborgen={bijlage.id: ("Aankoop Molenkade 3",)})


@pytest.mark.parametrize(
    "tekst", ["Over de aankoop Molen-\nkade 3.", "Over aankoopMolenkade3.", "AANKOOP, MOLEN\u00adKADE 3"]
)
def test_a_title_broken_over_lines_or_written_as_one_word_is_found(tekst: str) -> None:
    assert len(bevindingen(_vergadering("Aankoop Molenkade 3", tekst), "GH01")) == 1


@pytest.mark.parametrize(
    "brief",
    [
        {veld: "Aankoop Molenkade 3"}
        for veld in ("aan", "uw_kenmerk", "ons_kenmerk", "behandeld_door", "aanhef", "afsluiting", "ondertekenaar",
                     "functie", "onderwerp", "tekst")
    ],
)  # fmt: skip
def test_every_field_of_the_letter_is_public(brief: dict[str, str]) -> None:
    assert len(bevindingen(_vergadering("Aankoop Molenkade 3", brief=brief), "GH01")) == 1


def test_who_introduces_and_who_answers_for_a_nota_are_public() -> None:
    deel = een_punt_met_nota(domein="Aankoop Molenkade 3")
    deel["punten"] = [
        replace(deel["punten"][0], inleiders=(Inleider(id="i", volgorde="a", naam="Wies", rol="aankoop Molenkade 3"),))
    ]
    behandelaar = Behandelaar(id="b", volgorde="a", naam="Wies", functie="aankoop Molenkade 3")
    deel["notas"] = [replace(deel["notas"][0], behandelaars=(behandelaar,))]
    opname = samen(deel, {"punten": [een_agendapunt(titel="Aankoop Molenkade 3", besloten=True)]})
    assert [b.waar.split(", ")[1].split(" (")[0] for b in bevindingen(opname, "GH01")] == [
        "inleiders", "domein", "behandelaars",
    ]  # fmt: skip


def _besloten_nota(**nota: Any) -> Momentopname:
    open_, dicht = een_punt_met_nota(), een_punt_met_nota(nummer=271828, titel="Zaak Oost", **nota)
    dicht["punten"] = [replace(dicht["punten"][0], besloten=True)]
    tekst = "Zie ook de verplaatsing van de molen en nota 2026/271828."
    open_["notas"] = [met_sectie(open_["notas"][0], Sectiesoort.INLEIDING, tekst)]
    return samen(open_, dicht)


def test_the_subject_and_the_number_of_a_besloten_nota_are_secret_too() -> None:
    gevonden = bevindingen(_besloten_nota(onderwerp="Verplaatsing van de molen"), "GH01")
    assert [b.ernst for b in gevonden] == [Ernst.FOUT, Ernst.FOUT]
    assert [b.waar for b in gevonden] == [
        "1 Veilige oevers, Inleiding (besloten: 2 Zaak Oost, onderwerp)",
        "1 Veilige oevers, Inleiding (besloten: 2 Zaak Oost, registratienummer)",
    ]


def test_a_number_that_an_open_nota_bears_too_is_no_secret() -> None:
    opname = _besloten_nota(onderwerp="Zaak Oost")
    zelfde = {id_: replace(nota, registratienummer="2026-271828") for id_, nota in opname.notas.items()}
    assert len(bevindingen(opname, "GH01")) == 1
    assert not bevindingen(replace(opname, notas=zelfde), "GH01")


def test_the_places_of_leaks_are_told_without_a_word_of_what_is_besloten() -> None:
    deel = een_punt_met_nota(genoemd=1, ontvangen=1, titel="Vervolg op aankoop Molenkade 3")
    secties = deel["notas"][0].secties
    deel["notas"] = [
        replace(
            deel["notas"][0], secties=(replace(secties[0], kop="Aankoop Molenkade 3", tekst="Aankoop Molenkade 3"),)
        )
    ]
    bijlage = deel["stukken"][1]
    los = een_stuk(titel="Bij aankoop Molenkade 3")
    geheim = {"punten": [een_agendapunt(titel="Aankoop Molenkade 3", besloten=True)]}
    opname = samen(deel, {"stukken": [los]}, geheim, brief={"aan": "Aankoop Molenkade 3"})
    paginas, verborgen = {bijlage.id: ("", "aankoop Molenkade 3")}, {bijlage.id: ("aankoop Molenkade 3",)}
    assert lekken(opname, Controlecontext(paginateksten=paginas, verborgen=verborgen)) == (
        "de uitnodigingsbrief",
        "agendapunt 1 (titel)",
        "stuk 1 (titel)",
        "stuk 1",
        "stuk 1 (koppen)",
        "stuk 1 bijl. 1 (pagina 2)",
        "stuk 1 bijl. 1 (woorden buiten de bladzijden)",
        "een stuk zonder nummer (titel)",
    )


def test_a_leak_that_was_accepted_is_no_leak() -> None:
    opname = _vergadering("Aankoop Molenkade 3", "De aankoop Molenkade 3.")
    assert lekken(opname, Controlecontext()) == ("stuk 1",)
    [gevonden] = bevindingen(opname, "GH01")
    reden = Aanvaarding(
        id="a", vergadering_id=opname.vergadering.id, code="GH01", waar=gevonden.waar, reden="Al in de krant."
    )
    assert lekken(replace(opname, aanvaard=(reden,)), Controlecontext()) == ()


def test_a_warning_is_no_leak() -> None:
    assert lekken(_vergadering("Zilverreiger", "Het project Zilverreiger."), Controlecontext()) == ()


@pytest.mark.parametrize(
    ("geheim", "tekst"),
    [
        ("Personeel", "Het personeel werkt aan de kade."),
        ("Besloten deel", "Daarna volgt het besloten deel."),
        ("Stand van zaken", "Dit is de stand van zaken."),
        ("Begroting 2027", "Zie ook de begroting 2027."),
        ("Aankoop Molenkade 3", "De aankoop van een boot; de Molenkade 31."),
        ("Molen", "Bij de molen."),
        ("Mededelingen", "Zie de mededelingen."),
        ("Bijlage 1", "Zie bijlage 1."),
        ("Aankoop grond", "De aankoop grondstoffen."),
    ],
)
def test_ordinary_words_and_part_of_a_title_tell_nothing(geheim: str, tekst: str) -> None:
    assert not bevindingen(_vergadering(geheim, tekst), "GH01")


def test_one_telling_word_gives_a_warning() -> None:
    [gevonden] = bevindingen(_vergadering("Zilverreiger", "Het project Zilverreiger."), "GH01")
    assert gevonden.ernst is Ernst.WAARSCHUWING


def test_an_open_item_with_the_very_same_title_gives_one_warning() -> None:
    opname = _vergadering("Veilige oevers", "Over veilige oevers.")
    gevonden = bevindingen(opname, "GH01")
    assert {b.ernst for b in gevonden} == {Ernst.WAARSCHUWING}
    assert all(", titel" in b.waar for b in gevonden)


def test_a_besloten_paper_that_bears_the_title_of_its_open_item_leaks_nothing() -> None:
    punt = een_agendapunt(titel="Aankoop Molenkade 3")
    stuk = een_stuk(agendapunt_id=punt.id, titel="Notitie aankoop Molenkade 3", besloten=True, soort=Soort.NOTITIE)
    opname = een_hele_vergadering(punten=[punt], stukken=[stuk], versies=[een_stukversie(stuk_id=stuk.id)])
    assert not bevindingen(opname, "GH01")
    assert [b.ernst for b in bevindingen(opname, "GH02")] == [Ernst.INFO]


def test_a_besloten_bijlage_named_in_the_text_of_its_open_nota_is_a_fault() -> None:
    deel = een_punt_met_nota(genoemd=1, ontvangen=1)
    deel["stukken"][1] = replace(deel["stukken"][1], besloten=True, titel="Taxatie van de molen")
    deel["notas"] = [met_sectie(deel["notas"][0], Sectiesoort.KOSTEN, "Zie de taxatie van de molen.")]
    assert [b.waar.split(" (")[0] for b in bevindingen(samen(deel), "GH01")] == [
        "1 Veilige oevers, Kosten, baten, dekking"
    ]


def test_a_besloten_paper_under_a_besloten_item_needs_no_note() -> None:
    punt = een_agendapunt(titel="Aankoop Molenkade 3", besloten=True)
    stuk = een_stuk(agendapunt_id=punt.id, besloten=True)
    assert not bevindingen(een_hele_vergadering(punten=[punt], stukken=[stuk]), "GH02")


def test_bijlagen_of_a_besloten_nota_are_named_only_when_some_are_marked_and_some_not() -> None:
    deel = een_punt_met_nota(genoemd=2, ontvangen=2)
    deel["stukken"][0] = replace(deel["stukken"][0], besloten=True)
    assert not bevindingen(samen(deel), "GH03")
    deel["stukken"][1] = replace(deel["stukken"][1], besloten=True)
    [gevonden] = bevindingen(samen(deel), "GH03")
    assert gevonden.wat == "1 is besloten; van de bijlagen is ‘Kaart 1-1’ niet als besloten aangemerkt."
    deel["stukken"][2] = replace(deel["stukken"][2], besloten=True)
    assert not bevindingen(samen(deel), "GH03")


def test_one_file_that_is_besloten_here_and_open_there_is_a_fault() -> None:
    dicht, open_ = een_agendapunt(titel="Zaak A", besloten=True), een_agendapunt(titel="Zaak B")
    stukken = [een_stuk(agendapunt_id=punt.id, soort=Soort.RAPPORT, titel=punt.titel) for punt in (dicht, open_)]
    versies = [een_stukversie(stuk_id=stuk.id, sha256="a") for stuk in stukken]
    opname = een_hele_vergadering(punten=[dicht, open_], stukken=stukken, versies=versies)
    [gevonden] = bevindingen(opname, "GH04")
    assert gevonden.wat == "Hetzelfde bestand is besloten bij 1 en openbaar bij 2."
    beide_open = replace(opname, agendapunten=tuple(replace(p, besloten=False) for p in opname.agendapunten))
    assert not bevindingen(beide_open, "GH04")


def test_a_file_that_is_besloten_in_the_trash_or_elsewhere_and_public_here_is_found() -> None:
    punt = een_agendapunt()
    stuk = een_stuk(agendapunt_id=punt.id, titel="Offerte")
    opname = een_opname(agendapunten=[punt], stukken=[stuk], versies={stuk.id: een_stukversie(sha256="a" * 64)})
    elders = {"a" * 64: ("BC WK 11-3-2026, in de prullenbak",)}
    [gevonden] = bevindingen(opname, "GH04", besloten_elders=elders)
    assert gevonden.wat == ("Hetzelfde bestand is besloten bij BC WK 11-3-2026, in de prullenbak en openbaar bij 1.")
    assert lekken(opname, Controlecontext(besloten_elders=elders)) == ("1",)
    assert not bevindingen(opname, "GH04", besloten_elders={"b" * 64: ("BC WK 11-3-2026, in de prullenbak",)})
    dicht = replace(opname, stukken=(replace(stuk, besloten=True),))
    assert not bevindingen(dicht, "GH04", besloten_elders=elders)


def test_what_a_duty_of_secrecy_covers_may_not_be_open() -> None:
    punt = een_agendapunt(titel="Aankoop Molenkade 3")
    stuk = een_stuk(agendapunt_id=punt.id, titel="Taxatie")
    opname = een_hele_vergadering(punten=[punt], stukken=[stuk], versies=[een_stukversie(stuk_id=stuk.id)])
    opgelegd = een_gebeurtenis(Geheimstap.OPGELEGD, date(2026, 3, 11))
    geheim = een_geheimhouding(stukken=(stuk.id,), agendapunten=(punt.id,), gebeurtenissen=(opgelegd,))
    assert [b.ernst for b in bevindingen(opname, "GH05", geheimhoudingen=(geheim,))] == [Ernst.FOUT, Ernst.FOUT]
    plaatsen = lekken(opname, Controlecontext(geheimhoudingen=(geheim,)))
    assert plaatsen == ("een punt of stuk waarop geheimhouding rust (1)",)
    opgeheven = een_gebeurtenis(Geheimstap.OPGEHEVEN, date(2026, 4, 8))
    gehad = replace(geheim, gebeurtenissen=(opgelegd, opgeheven))
    assert not bevindingen(opname, "GH05", geheimhoudingen=(gehad,))
    dicht = een_hele_vergadering(punten=[replace(punt, besloten=True)], stukken=[stuk])
    assert not bevindingen(dicht, "GH05", geheimhoudingen=(geheim,))
