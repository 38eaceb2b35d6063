"""A verslag that is taken in becomes the record of its meeting, once."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from tests.bouwers import een_gremium
from tests.intake.test_verslag import TEKST
from tk_desktop.domain.actie import Actiesoort, Actiestaat
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.presentiewoorden import afwezige
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.verslag import VerslagVastgesteld
from tk_desktop.domain.zitting import Zitting
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.opnemen import Inname, neem_op
from tk_desktop.intake.werk import AlIngenomen
from tk_desktop.minutes.acties import set_staat, tell_stand
from tk_desktop.minutes.geheimhouding import impose_geheimhouding, set_einddatum
from tk_desktop.minutes.verslagen import approve_verslag, write_besproken
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
AGENDA = """\
Agenda Bestuurscommissie Waterkant

DATUM Woensdag 11 maart 2026 PLAATS Kadehuis TIJD 09.00 – 10.30 uur

NR. ONDERWERP VOORSTEL/ADVIES

1. 09.00 uur
Welkom

2. 09.10 uur
Rondvraag
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def _neem(store: Store, tmp_path: Path, verslag: str = TEKST, *, vervang: bool = False) -> Inname:
    bron = tmp_path / "set.txt"
    bron.write_text(f"{AGENDA}\n{verslag}", encoding="utf-8")
    return neem_op(store, lees_bestanden([bron]), nu=NU, vervang=vervang)


def _toen(store: Store) -> Zitting:
    (vergadering,) = store.vergaderingen.op_dag(date(2025, 12, 10))
    return store.zitting(vergadering.id)


def test_the_meeting_of_a_verslag_is_one_that_was_held_by_the_body_of_the_set(store: Store, tmp_path: Path) -> None:
    inname = _neem(store, tmp_path)
    zitting = _toen(store)
    assert (zitting.opname.gremium.naam, zitting.opname.vergadering.status) == (
        "Bestuurscommissie Waterkant",
        Status.GEHOUDEN,
    )
    assert zitting.opname.vergadering.id not in inname.vergaderingen
    assert [str(nummer) for nummer in zitting.opname.nummers.values()] == ["1", "1A", "2"]
    assert [punt.besloten for punt in zitting.opname.agendapunten] == [False, True, False]


def test_names_besluiten_and_actions_become_records(store: Store, tmp_path: Path) -> None:
    _neem(store, tmp_path)
    zitting = _toen(store)
    oever = zitting.opname.agendapunten[2]
    assert [wie.naam for wie in zitting.presentie if not wie.aanwezig] == ["Wim Tol"]
    assert zitting.presentie[1].tot_punt_id == oever.id
    agenda, dicht, besluit = zitting.besluiten
    assert (agenda.uitkomst, agenda.besloten) == (Uitkomst.VASTGESTELD, False), "the agenda was adopted"
    assert dicht.besloten, "what was decided without a label on an item for decision is a besluit too"
    assert dicht.tekst
    assert (besluit.uitkomst, besluit.tekst) == (
        Uitkomst.CONFORM,
        "1. De oever te herstellen.\n2. De kosten te dragen.",
    )
    assert [(een.door, een.soort) for een in zitting.acties_bij(oever)] == [
        ("WK/directie", Actiesoort.ACTIE),
        ("", Actiesoort.TOEZEGGING),
    ]
    (geheim,) = store.geheimhoudingen.all()
    assert geheim.is_opgeheven
    assert geheim.agendapunten == (zitting.opname.agendapunten[1].id,)


def test_who_had_the_volmacht_of_who_was_absent_is_known_from_the_verslag(store: Store, tmp_path: Path) -> None:
    met_volmacht = "Wim Tol (Kadijk; volmacht aan Roos van Dalen)"
    _neem(store, tmp_path, TEKST.replace("Wim Tol (Kadijk)", met_volmacht))
    lijst = _toen(store).presentie
    (wim,) = (wie for wie in lijst if not wie.aanwezig)
    assert [wie.naam for wie in lijst if wie.id == wim.volmacht_id] == ["Roos van Dalen"]
    assert afwezige(wim, lijst, {}) == "Wim Tol (Kadijk; met bericht; volmacht aan Roos van Dalen)"


def test_taking_the_same_verslag_in_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    _neem(store, tmp_path)
    eerst = _toen(store)
    inname = _neem(store, tmp_path)
    assert _toen(store) == eerst
    assert any("was er al" in waar for _, waar in inname.plaatsen)


def test_another_verslag_of_that_meeting_is_refused_unless_it_replaces_the_old_one(
    store: Store, tmp_path: Path
) -> None:
    _neem(store, tmp_path)
    eerst = _toen(store)
    anders = TEKST.replace("de brug open is", "de brug dicht is")
    with pytest.raises(AlIngenomen, match="het verslag 10 december 2025"):
        _neem(store, tmp_path, anders)
    assert _toen(store) == eerst
    _neem(store, tmp_path, anders, vervang=True)
    nu = _toen(store)
    assert "de brug dicht is" in nu.verslagen[nu.opname.agendapunten[2].id].besproken
    assert (len(nu.acties), len(nu.besluiten), len(store.geheimhoudingen.all())) == (2, 3, 1)


def test_a_verslag_that_was_approved_is_never_replaced(store: Store, tmp_path: Path) -> None:
    _neem(store, tmp_path)
    oever = _toen(store).opname.agendapunten[2]
    write_besproken(store, oever.id, "Aangepast door de secretaris.")
    approve_verslag(store, _toen(store).opname.vergadering.id, op=date(2026, 1, 5))
    eerst = _toen(store)
    with pytest.raises(VerslagVastgesteld, match="5-1-2026"):
        _neem(store, tmp_path, vervang=True)
    assert _toen(store) == eerst


def test_a_new_reading_keeps_how_far_actions_are(store: Store, tmp_path: Path) -> None:
    _neem(store, tmp_path)
    eerst, belofte = _toen(store).acties
    tell_stand(store, eerst.id, "gebeld", op=date(2026, 1, 2))
    set_staat(store, eerst.id, Actiestaat.GEDAAN, op=date(2026, 1, 3))
    set_staat(store, belofte.id, Actiestaat.BEZIG, op=date(2026, 1, 3))
    anders = TEKST.replace("de brug open is", "de brug dicht is").replace(
        "wat het kost. De directeur", "het. De directeur"
    )
    _neem(store, tmp_path, anders, vervang=True)
    nu = {een.id: een for een in _toen(store).acties}
    assert (nu[eerst.id].staat, nu[eerst.id].afgedaan) == (Actiestaat.GEDAAN, date(2026, 1, 3))
    assert [stand.tekst for stand in nu[eerst.id].standen] == ["gebeld"]
    assert nu[belofte.id].staat is Actiestaat.BEZIG


def test_a_new_reading_keeps_geheimhouding_that_was_imposed_or_ratified_by_hand(store: Store, tmp_path: Path) -> None:
    _neem(store, tmp_path)
    toen = _toen(store)
    (gelezen,) = store.geheimhoudingen.all()
    eigen = impose_geheimhouding(
        store,
        toen.opname.gremium.id,
        "De bouwput",
        grond="economisch",
        orgaan="de bestuurscommissie",
        op=date(2026, 1, 2),
        agendapunten=(toen.opname.agendapunten[2].id,),
    )
    set_einddatum(store, gelezen.id, date(2027, 1, 1))
    anders = TEKST.replace("de brug open is", "de brug dicht is")
    _neem(store, tmp_path, anders, vervang=True)
    register = {een.id: een for een in store.geheimhoudingen.all()}
    assert register.keys() == {gelezen.id, eigen.id}
    assert register[eigen.id] == eigen
    assert register[gelezen.id].einddatum == date(2027, 1, 1)
    _neem(store, tmp_path, anders.replace("met opheffing van de geheimhouding", "met het plan"), vervang=True)
    assert [een.id for een in store.geheimhoudingen.all()] == [eigen.id]


def test_the_set_stays_the_meeting_that_nobody_needs_to_name(store: Store, tmp_path: Path) -> None:
    _neem(store, tmp_path)
    enige = store.vergaderingen.enige()
    assert enige is not None
    assert enige.datum == date(2026, 3, 11)


def test_a_verslag_without_a_date_is_told_and_not_stored(store: Store, tmp_path: Path) -> None:
    inname = _neem(store, tmp_path, TEKST.replace("Woensdag 10 december 2025", "onbekend"))
    assert any("zonder datum of rijen" in twijfel.wat for twijfel in inname.twijfels)
    assert len(store.vergaderingen.all()) == 1


@pytest.mark.parametrize(
    ("bekend", "vraagt"), [(["Dagelijks bestuur Vlonderdijk", "Algemeen bestuur Vlonderdijk"], False), ([], True)]
)
def test_a_verslag_is_of_the_body_that_its_title_names(
    store: Store, tmp_path: Path, bekend: list[str], vraagt: bool
) -> None:
    for naam in bekend:
        store.gremia.save(een_gremium(id=naam, naam=naam, afkorting=""))
    document = docx.Document()
    for regel in (
        "Verslag van de vergadering van het dagelijks bestuur Vlonderdijk van 20 mei 2026",
        "Datum: 20 mei 2026", "1. Opening", "Wij beginnen.", "2. Steigers", "Zij zijn nat.",
    ):  # fmt: skip
        document.add_paragraph(regel)
    document.save(str(tmp_path / "verslag.docx"))
    inname = neem_op(store, lees_bestanden([tmp_path / "verslag.docx"]), nu=NU)
    (toen,) = store.vergaderingen.op_dag(date(2026, 5, 20))
    assert store.gremia.get(toen.gremium_id).naam == "Dagelijks bestuur Vlonderdijk"
    assert any("gremium" in een.wat.casefold() for een in inname.twijfels) is vraagt
