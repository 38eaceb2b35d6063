"""The sample meeting is as rich as a real one, right where it should be and wrong where it says so."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.voorbeeld.inhoud import GEHEIME_WOORDEN, met_lek, voorbeeld
from tests.voorbeeld.mensen import LEDEN, leden_csv
from tests.voorbeeld.ontvangst import met_bestanden
from tk_desktop.base.paths import resources
from tk_desktop.domain.agenda import Behandeling, behandelwijze
from tk_desktop.domain.controle import Controlecontext, controleer
from tk_desktop.domain.datum import DAGEN, lees_datum, minuten, spanne
from tk_desktop.domain.gremium import Rol
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Aard, Nota, Sectiesoort, Vorm
from tk_desktop.domain.opmaak import Lijst, Stukje, Tabel, lees, platte_tekst, samenvoegen
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor
from tk_desktop.domain.voorstel import Merk, woorden

SAMPLE = resources() / "sample"
GEBREKEN = {
    "BS01": "2b bijl. 1",
    "BS03": "3 bijl. 1",
    "DT01": "Uitnodigingsbrief",
    "DT02": "3 ",
    "NM01": "3 ",
    "PG03": "Uitnodigingsbrief",
    "SH01": "Registratienummer 2026-000418",
    "SH04": "2b ",
    "SH05": "2a ",
    "SH08": "4 ",
    "TP02": "8 ",
    "VL01": "2a ",
    "VL03": "3 bijl. 2",
    "VL05": "2a bijl. 3",
    "VL07": "2b ",
}


@pytest.fixture(scope="module")
def opname() -> Momentopname:
    return voorbeeld()


def nota(opname: Momentopname, naam: str) -> Nota:
    return opname.notas[f"stuk-{naam}"]


def alle_teksten(opname: Momentopname) -> list[str]:
    uit = [opname.brief.tekst if opname.brief else ""]
    for punt in opname.agendapunten:
        uit += [punt.titel, punt.toelichting, *(deel.tekst for deel in punt.voorstel)]
    for een in opname.notas.values():
        uit += [een.onderwerp, *(s.tekst for s in een.secties), *(f"{a.kop} {a.tekst}" for a in een.argumenten)]
    return [opname.gevuld(platte_tekst(tekst)) for tekst in uit]


def test_the_meeting_is_on_the_thursday_it_says_and_its_items_fill_two_hours(opname: Momentopname) -> None:
    vergadering = opname.vergadering
    assert DAGEN[vergadering.datum.weekday()] == "donderdag"
    assert vergadering.begin
    assert vergadering.einde
    assert spanne(vergadering.begin, vergadering.einde) == "09.30 – 11.30 uur"
    duur = sum(punt.duur or 0 for punt in opname.agendapunten if punt.ouder_id is None)
    assert duur == minuten(vergadering.einde) - minuten(vergadering.begin)


def test_every_member_of_the_roster_has_a_mandate_on_the_day_and_each_substitute_a_seat(opname: Momentopname) -> None:
    rollen = Counter(lid.rol for lid in LEDEN)
    assert rollen == {
        Rol.VOORZITTER: 1,
        Rol.PLAATSVERVANGEND_VOORZITTER: 1,
        Rol.SECRETARIS: 1,
        Rol.LID: 9,
        Rol.PLAATSVERVANGER: 2,
    }
    assert all(lid.geldt_op(opname.vergadering.datum) for lid in LEDEN)
    assert len({lid.namens for lid in LEDEN if lid.rol is not Rol.SECRETARIS}) == 11
    zetels = {lid.id for lid in LEDEN}
    assert all(lid.vervangt in zetels for lid in LEDEN if lid.rol is Rol.PLAATSVERVANGER)
    assert opname.naam(opname.vergadering.voorzitter_id) == "Marjolein Terweel"


def test_the_roster_on_disk_is_the_roster_of_the_meeting() -> None:
    assert (SAMPLE / "leden.csv").read_text(encoding="utf-8") == leden_csv()


def test_the_agenda_has_ten_items_one_behind_closed_doors_and_sub_items(opname: Momentopname) -> None:
    nummers = [str(nummer) for nummer in opname.nummers.values()]
    assert nummers == (
        "1 1A 2 2a 2b 3 4 5 6 7 8 8a 8b 8c 8d 8e 8f 8g 9 9a 9b 10".split()  # noqa: SIM905 - reads as an agenda
    )
    assert [str(opname.nummers[punt.id]) for punt in opname.agendapunten if punt.besloten] == ["1A"]
    assert opname.punt("punt-verhuizing").mondeling


def test_every_way_of_treatment_is_on_the_agenda(opname: Momentopname) -> None:
    assert {soort for punt in opname.agendapunten for soort in punt.behandeling} == set(Behandeling)
    assert behandelwijze(opname.punt("punt-logopedie").behandeling) == "Ter informatie en bespreking"


def test_proposals_have_figures_letters_and_dashes_and_points_under_points(opname: Momentopname) -> None:
    punten = [deel for punt in opname.agendapunten for deel in punt.voorstel]
    merken = {deel.merk for deel in punten} | {onder.merk for deel in punten for onder in deel.onder}
    assert merken == set(Merk)
    assert [onder.tekst for onder in nota(opname, "2a").voorstel[1].onder] == [
        "€ 211.000 uit het regionale preventiebudget;",
        "€ 107.500 uit de bestemmingsreserve Jeugd;",
    ]


def test_there_is_a_nota_of_every_form_but_one(opname: Momentopname) -> None:
    assert Counter(een.vorm for een in opname.notas.values()) == {
        Vorm.ADVIESNOTA: 3,
        Vorm.OPINIERENDE_NOTA: 1,
        Vorm.INFORMATIENOTA_DOEL: 1,
        Vorm.INFORMATIENOTA_KORT: 1,
    }


def test_the_papers_are_of_many_kinds(opname: Momentopname) -> None:
    assert {stuk.soort for stuk in opname.stukken} == {
        Soort.ADVIESNOTA, Soort.OPINIERENDE_NOTA, Soort.INFORMATIENOTA, Soort.PROJECTPLAN, Soort.PRESENTATIE,
        Soort.BIJLAGE, Soort.BRIEF, Soort.JAAROVERZICHT, Soort.INFOGRAPHIC, Soort.VERSLAG,
    }  # fmt: skip


@pytest.mark.parametrize("naam", ["1A", "2a", "2b", "3", "4", "8a"])
def test_a_nota_follows_its_form_and_is_long_enough_to_read(opname: Momentopname, naam: str) -> None:
    een = nota(opname, naam)
    verplicht = {sectie.soort for sectie in een.formulier.secties if sectie.verplicht}
    assert verplicht <= {sectie.soort for sectie in een.secties}
    tekst = " ".join([*(s.tekst for s in een.secties), *(f"{a.kop} {a.tekst}" for a in een.argumenten)])
    assert 150 <= len(tekst.split()) <= 1300


def test_reasons_are_tied_to_their_points_except_the_one_that_is_meant_to_be_loose(opname: Momentopname) -> None:
    assert [nr for nr, _ in nota(opname, "2a").redenen(Aard.ARGUMENT)] == ["1.1", "1.2", "2.1", "2.2", "3.1", "4.1"]
    assert [nr for nr, _ in nota(opname, "2a").redenen(Aard.KANTTEKENING)] == ["1.1", "2.1"]
    los = [reden for een in opname.notas.values() for reden in een.argumenten if reden.los_nummer]
    assert [reden.kop for reden in los] == ["Ouders willen meehelpen"]


def test_texts_have_lists_tables_bold_italic_and_a_link(opname: Momentopname) -> None:
    blokken = [blok for een in opname.notas.values() for sectie in een.secties for blok in lees(sectie.tekst)]
    stukjes = [stukje for blok in blokken if not isinstance(blok, Lijst | Tabel) for stukje in blok.stukjes]
    assert {type(blok).__name__ for blok in blokken} == {"Alinea", "Tussenkop", "Lijst", "Tabel"}
    assert any(stukje.vet for stukje in stukjes)
    assert any(stukje.cursief for stukje in stukjes)
    assert any(stukje.link.startswith("https://") for stukje in stukjes)


def test_a_cross_reference_follows_the_number_of_its_item(opname: Momentopname) -> None:
    inleiding = nota(opname, "2b").sectie(Sectiesoort.INLEIDING)
    assert inleiding
    assert "bij agendapunt 3 van gedachten" in opname.gevuld(inleiding.tekst)


@pytest.mark.parametrize("naam", ["1A", "2a", "2b"])
def test_the_amounts_in_a_table_add_up(opname: Momentopname, naam: str) -> None:
    kosten = nota(opname, naam).sectie(Sectiesoort.KOSTEN)
    assert kosten
    (tabel,) = (blok for blok in lees(kosten.tekst) if isinstance(blok, Tabel))
    rijen = [[_getal(cel) for cel in rij[1:]] for rij in tabel.rijen[1:]]
    assert [sum(kolom) for kolom in zip(*rijen[:-1], strict=True)] == rijen[-1]


def _getal(cel: tuple[Stukje, ...]) -> int:
    return int(re.sub(r"[€. ]", "", samenvoegen(cel)))


def test_every_weekday_in_the_texts_is_right_but_one(opname: Momentopname) -> None:
    patroon = re.compile(rf"\b({'|'.join(DAGEN)}) (\d+ \w+ \d{{4}})")
    genoemd = [treffer.groups() for tekst in alle_teksten(opname) for treffer in patroon.finditer(tekst)]
    fout = [(dag, wanneer) for dag, wanneer in genoemd if DAGEN[_dag(wanneer).weekday()] != dag]
    assert len(genoemd) >= 5
    assert fout == [("vrijdag", "18 juni 2026")]


def _dag(tekst: str) -> date:
    dag = lees_datum(tekst)
    assert dag
    return dag


def test_the_checks_find_every_planted_mistake_and_nothing_else(opname: Momentopname) -> None:
    bevindingen = controleer(met_bestanden(opname, SAMPLE), Controlecontext())
    assert sorted(bevinding.code for bevinding in bevindingen) == sorted(GEBREKEN)
    for bevinding in bevindingen:
        assert bevinding.waar.startswith(GEBREKEN[bevinding.code])


def test_the_readme_names_every_planted_mistake() -> None:
    leesmij = (SAMPLE / "LEESMIJ.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\b[A-Z]{2}\d\d\b", leesmij)) == set(GEBREKEN)
    assert all(bestand.name in leesmij for bestand in SAMPLE.glob("*.pdf"))


def test_the_proposal_on_the_agenda_is_that_of_the_nota_except_at_2b(opname: Momentopname) -> None:
    assert woorden(opname.punt("punt-projectplan").voorstel) == woorden(nota(opname, "2a").voorstel)
    assert woorden(opname.punt("punt-zwemfonds").voorstel) != woorden(nota(opname, "2b").voorstel)


def test_what_everybody_may_see_holds_no_word_of_the_besloten_item(opname: Momentopname) -> None:
    alles = repr(opname)
    openbaar = repr(zichtbaar_voor(opname, Variant(doelgroep=Doelgroep.OPENBAAR)))
    for woord in GEHEIME_WOORDEN:
        assert woord in alles
        assert woord not in openbaar


def test_the_variant_with_a_leak_tells_the_besloten_title_in_public(opname: Momentopname) -> None:
    lek = met_lek(opname)
    assert GEHEIME_WOORDEN[1] in repr(zichtbaar_voor(lek, Variant(doelgroep=Doelgroep.OPENBAAR)))
    assert {b.code for b in controleer(lek, Controlecontext())} >= {"GH01"}


def test_the_letter_has_every_field_but_the_one_the_reader_would_fill(opname: Momentopname) -> None:
    brief = opname.brief
    assert brief
    leeg = {naam for naam in brief.__slots__ if not getattr(brief, naam)}
    assert leeg == {"uw_kenmerk"}
    assert "donderdag 4 juni 2026" in opname.gevuld(brief.tekst)


def test_nobody_has_a_number_or_an_address_that_could_be_real() -> None:
    map_ = Path(__file__).parent
    tekst = "\n".join(pad.read_text(encoding="utf-8") for pad in sorted(map_.rglob("*.[pm][yd]")))
    adressen = re.findall(r"[\w.]+@[\w.]+\w|https?://[\w./-]+", tekst)
    assert adressen
    assert all(".example" in adres for adres in adressen)
    assert not re.search(r"06[- ][1-9]", tekst)
