"""A besluit that imposes geheimhouding leads to the register, with item, ground and day filled in."""

from dataclasses import replace
from datetime import date

from tests.bouwers import een_nota, een_sectie, een_stuk
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.minutes.besluiten import correct_besluit, record_besluit
from tk_desktop.minutes.geheimhouding import lift_geheimhouding
from tk_desktop.minutes.geheimvoorstel import impose_proposed, imposings_of, proposed_imposing
from tk_desktop.store.werkmap import Store

MAART = date(2026, 3, 11)
WOORDEN = (
    "De oever te kopen. Geheimhouding op te leggen op deze nota en het verslag van dit punt tot en met 30 mei 2026."
)


def _besluit(store: Store, tekst: str = WOORDEN, uitkomst: Uitkomst = Uitkomst.GEWIJZIGD) -> str:
    return record_besluit(store, "oever", uitkomst, op=MAART, tekst=tekst).id


def test_a_besluit_proposes_a_duty_with_item_organ_day_and_end(store: Store) -> None:
    _besluit(store)
    voorstel = proposed_imposing(store, "oever")
    assert voorstel is not None
    assert (voorstel.onderwerp, voorstel.agendapunten, voorstel.stukken) == ("Veilige oevers", ("oever",), ())
    assert (voorstel.op, voorstel.einddatum) == (MAART, date(2026, 5, 30))
    assert voorstel.orgaan == "de bestuurscommissie Waterkant"
    assert voorstel.omvang == "deze nota en het verslag van dit punt"
    assert voorstel.grond == ""
    assert imposings_of(store, "maart") == (voorstel,)


def test_the_ground_comes_from_what_the_item_or_its_nota_says(store: Store) -> None:
    _besluit(store)
    store.stukken.save(een_stuk(id="nota", vergadering_id="maart", agendapunt_id="oever"))
    tekst = "Deze nota is besloten op grond van artikel 5.1, tweede lid, onder i, van de Wet open overheid."
    store.notas.save(een_nota(id="n", stuk_id="nota", secties=(een_sectie(id="s", tekst=tekst),)))
    uit_nota = proposed_imposing(store, "oever")
    assert uit_nota is not None
    assert uit_nota.grond == "functioneren"
    punt = store.agendapunten.get("oever")
    store.agendapunten.save(replace(punt, toelichting="Besloten: artikel 5.1, tweede lid, onder b, Woo."))
    uit_punt = proposed_imposing(store, "oever")
    assert uit_punt is not None
    assert uit_punt.grond == "economisch"


def test_what_names_papers_alone_covers_those(store: Store) -> None:
    for id_ in ("nota", "kaart"):
        store.stukken.save(een_stuk(id=id_, vergadering_id="maart", agendapunt_id="oever", volgorde=id_))
    _besluit(store, "Geheimhouding op te leggen op de stukken.")
    voorstel = proposed_imposing(store, "oever")
    assert voorstel is not None
    assert (voorstel.agendapunten, voorstel.stukken) == ((), ("kaart", "nota"))


def test_what_is_accepted_stands_in_the_register_and_is_not_proposed_again(store: Store) -> None:
    _besluit(store)
    voorstel = proposed_imposing(store, "oever")
    assert voorstel is not None
    geheim = impose_proposed(store, replace(voorstel, grond="economisch"))
    assert geheim.gebeurtenissen[0].agendapunt_id == "oever"
    assert store.agendapunten.get("oever").besloten
    assert proposed_imposing(store, "oever") is None
    lift_geheimhouding(store, geheim.id, orgaan=voorstel.orgaan, op=MAART)
    assert proposed_imposing(store, "oever") is None
    assert imposings_of(store, "maart") == ()


def test_what_was_not_decided_or_was_set_right_imposes_nothing(store: Store) -> None:
    id_ = _besluit(store, WOORDEN, Uitkomst.AANGEHOUDEN)
    assert proposed_imposing(store, "oever") is None
    store.besluiten.delete(id_)
    id_ = _besluit(store)
    correct_besluit(store, id_, tekst="De oever te huren.", op=MAART)
    assert proposed_imposing(store, "oever") is None
