"""A dossier that may be destroyed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.bouwers import bewaar_bytes, een_agendapunt, een_stuk, een_stukversie, een_vergadering
from tests.notenbouwers import een_aantekening
from tests.zittingbouwers import bewaar_maart, een_actie, een_besluit, een_geheimhouding
from tk_desktop.domain.actie import Actiestaat
from tk_desktop.domain.dossier import Dossierregel, Dossierstap, Waardering
from tk_desktop.domain.leesstand import Bladwijzer
from tk_desktop.minutes.dossiers import choose_retention, dossier_of
from tk_desktop.minutes.vernietigen import carry_out_destruction, decide_destruction, finish_destruction
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

GEHEIM = "Zilverreigerplan"
NU = date(2026, 5, 20)


def bewaar_oud(store: Store) -> Store:
    """A meeting of 2019 beside the one of March, closed, to be destroyed after five years, with something of all."""
    store.vergaderingen.save(een_vergadering(id="oud", gremium_id="bc", datum=date(2019, 3, 11)))
    store.agendapunten.save(een_agendapunt(id="oud-punt", vergadering_id="oud", titel=GEHEIM, besloten=True))
    store.besluiten.save(een_besluit(id="oud-besluit", agendapunt_id="oud-punt", tekst=f"{GEHEIM} vast te stellen."))
    store.stukken.save(een_stuk(id="oud-stuk", vergadering_id="oud", agendapunt_id="oud-punt", titel=GEHEIM))
    store.stukken.save(een_stuk(id="stuk", vergadering_id="maart", titel="Blijft"))
    alleen, beide = bewaar_bytes(store, f"{GEHEIM} alleen".encode()), bewaar_bytes(store, b"in twee dossiers")
    for id_, stuk_id, som in (("a", "oud-stuk", alleen), ("b", "oud-stuk", beide), ("c", "stuk", beide)):
        store.versies.save(een_stukversie(id=id_, stuk_id=stuk_id, sha256=som))
    with store.transaction():
        store.zoekregister.neem_op(Zoeksoort.PAGINA, alleen, (f"{GEHEIM} op bladzijde een",))
    for id_, staat in (("klaar", Actiestaat.GEDAAN), ("open", Actiestaat.OPEN)):
        store.acties.save(een_actie(id=id_, gremium_id="bc", vergadering_id="oud", tekst=f"Actie {id_}", staat=staat))
    store.geheimhoudingen.save(een_geheimhouding(id="duty", gremium_id="bc", agendapunten=("oud-punt",)))
    choose_retention(store, "oud", waardering=Waardering.VERNIETIGEN, termijn=5, toelichting="Besluit van 2018")
    stap = Dossierregel(id="s", volgorde="i", stap=Dossierstap.GESLOTEN, datum=date(2019, 9, 1))
    store.dossiers.save(replace(dossier_of(store, "oud"), regels=(stap,)))
    return store


def laat_achter(map_: Path, woord: str) -> Path:
    """Return the werkmap of a reader whose word stayed behind when another laptop destroyed the meeting of 2019."""
    with Store.open(map_ / "een", maken=True) as een, Store.open(map_ / "ander", maken=True) as ander:
        bewaar_maart(een)
        bewaar_oud(een)

        def vertel() -> None:
            for bereik in een.bewerkingen.bereiken():
                if not str(bereik).startswith("prive:"):
                    ander.pas_toe(een.bewerkingen.openstaand(bereik))

        vertel()
        ander.aantekeningen.save(een_aantekening(vergadering_id="oud", agendapunt_id="oud-punt", tekst=woord))
        ander.aantekeningen.save(een_aantekening(vergadering_id="maart", agendapunt_id=None, tekst="Blijft staan"))
        merk = Bladwijzer(
            id="b", vergadering_id="oud", papier="agenda", eigenaar="Sem", versie="", pagina=1, naam="Hier"
        )
        ander.bladwijzers.save(merk)
        besluit = decide_destruction(een, ["oud"], op=NU, wie="dagelijks bestuur")
        carry_out_destruction(een, besluit.id, op=date(2026, 5, 21), door="Femke Aalders")
        vertel()
        finish_destruction(ander)
    return map_ / "ander"
