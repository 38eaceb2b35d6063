"""The plan of a set: which parts, in which order, for which reader; and no word of what is besloten."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_argument,
    een_brief,
    een_gremium,
    een_lidmaatschap,
    een_nota,
    een_opname,
    een_persoon,
    een_sectie,
    een_stuk,
    een_stukversie,
    een_vergadering,
    een_voorstelpunt,
)
from tests.voorbeeld.inhoud import met_lek, voorbeeld
from tests.zittingbouwers import een_actie
from tk_desktop.domain.agenda import Inleider
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Behandelaar
from tk_desktop.domain.vergaderset import Doelgroep, OnbekendLid, Onderdeelsoort
from tk_desktop.meeting.stukken import remove_stukken
from tk_desktop.pack.controleren import accept, check
from tk_desktop.pack.samenstellen import (
    BeslotenGenoemd,
    Keuze,
    LegeSet,
    StukOntbreekt,
    agenda_for,
    assemble,
    variant_van,
)
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

GEHEIM = "Schikking met de leverancier"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def _ankers(store: Store, opname: Momentopname, doelgroep: Doelgroep = Doelgroep.LEDEN, **keuze: Any) -> list[str]:
    bewaard = bewaar(store, opname)
    plan = assemble(store, bewaard.vergadering.id, doelgroep, keuze=Keuze(**keuze))
    return [deel.anker for deel in plan.onderdelen]


def test_a_set_opens_with_letter_contents_and_agenda_and_follows_the_agenda(store: Store) -> None:
    ankers = _ankers(store, voorbeeld())
    assert ankers[:7] == ["brief", "inhoud", "agenda", "stuk-1A", "stuk-2a", "stuk-2a-bijl-1", "stuk-2a-bijl-2"]
    assert ankers[-2:] == ["stuk-9a", "stuk-9b"]


def test_what_the_secretaris_leaves_out_is_not_there(store: Store) -> None:
    assert _ankers(store, voorbeeld(), brief=False, inhoud=False)[:2] == ["agenda", "stuk-1A"]
    assert "punt-2" not in _ankers(store, voorbeeld())
    assert [anker for anker in _ankers(store, voorbeeld(), schutbladen=True) if anker.startswith("punt-")] == [
        "punt-1A", "punt-2", "punt-3", "punt-4", "punt-8", "punt-9",
    ]  # fmt: skip


def test_papers_start_on_the_right_only_when_asked(store: Store) -> None:
    bewaard = bewaar(store, voorbeeld())
    for rechts in (False, True):
        plan = assemble(store, bewaard.vergadering.id, Doelgroep.LEDEN, keuze=Keuze(rechts=rechts))
        assert {deel.rechts for deel in plan.onderdelen if deel.stuk_id} == {rechts}


def test_a_part_is_what_there_is_to_print(store: Store) -> None:
    punt = een_agendapunt(volgorde="c")
    nota, bestand, belofte, los = (een_stuk(agendapunt_id=punt.id, volgorde=plek) for plek in "cdef")
    los = replace(los, agendapunt_id=None)
    opname = een_opname(
        agendapunten=[punt],
        stukken=[nota, bestand, belofte, los],
        notas={nota.id: een_nota()},
        versies={bestand.id: een_stukversie()},
    )
    plan = assemble(store, bewaar(store, opname).vergadering.id, Doelgroep.LEDEN)
    assert [(deel.anker, deel.soort) for deel in plan.onderdelen if deel.stuk_id] == [
        ("stuk-1", Onderdeelsoort.NOTA),
        ("stuk-1-2", Onderdeelsoort.BESTAND),
        ("stuk-1-3", Onderdeelsoort.NAGEZONDEN),
        ("stuk-los", Onderdeelsoort.NAGEZONDEN),
    ]


def test_a_strict_set_names_every_paper_that_is_missing(store: Store) -> None:
    punt = een_agendapunt(volgorde="c")
    nota = een_stuk(agendapunt_id=punt.id, volgorde="c")
    bijlage = een_stuk(agendapunt_id=punt.id, hoort_bij=nota.id, volgorde="d")
    bewaard = bewaar(store, een_opname(agendapunten=[punt], stukken=[nota, bijlage]))
    with pytest.raises(StukOntbreekt, match=r"1 en 1 bijl\. 1 ontbreken nog"):
        assemble(store, bewaard.vergadering.id, Doelgroep.LEDEN, keuze=Keuze(ontbrekende_toestaan=False))


def test_a_public_set_leaves_the_besloten_item_out_and_moves_no_number(store: Store) -> None:
    ankers = _ankers(store, voorbeeld(), Doelgroep.OPENBAAR, schutbladen=True)
    assert ankers[:5] == ["brief", "inhoud", "agenda", "punt-2", "stuk-2a"]
    assert not [anker for anker in ankers if "1A" in anker]


def test_a_public_item_that_tells_the_besloten_title_stops_the_public_set(store: Store) -> None:
    bewaard = bewaar(store, met_lek(voorbeeld()))
    with pytest.raises(BeslotenGenoemd, match="agendapunt 8e") as fout:
        assemble(store, bewaard.vergadering.id, Doelgroep.OPENBAAR)
    assert "Schikking" not in f"{fout.value} {fout.value.raad}"
    assemble(store, bewaard.vergadering.id, Doelgroep.LEDEN)


PUNT = een_agendapunt(id="punt", volgorde="c", titel="Veilige oevers")
STUK = een_stuk(id="stuk", agendapunt_id="punt", volgorde="c")
NOTA = een_nota(id="nota", stuk_id="stuk")
DIEP = een_voorstelpunt(onder=(een_voorstelpunt(onder=(een_voorstelpunt(tekst=f"In te stemmen met {GEHEIM}."),)),))

LEKKEN: dict[str, tuple[str, Callable[[], dict[str, Any]]]] = {
    "brief": ("de uitnodigingsbrief", lambda: {"brief": een_brief(tekst=f"Over {GEHEIM} hoort u later.")}),
    "doorkiesnummer in de brief": ("de uitnodigingsbrief", lambda: {"brief": een_brief(doorkiesnummer=GEHEIM)}),
    "onderwerp van de brief": ("de uitnodigingsbrief", lambda: {"brief": een_brief(onderwerp=GEHEIM)}),
    "titel": ("agendapunt 2 (titel)", lambda: {"agendapunten": [replace(PUNT, titel=f"Vervolg op {GEHEIM.upper()}")]}),
    "toelichting": (
        "agendapunt 2 (toelichting)",
        lambda: {"agendapunten": [replace(PUNT, toelichting=f"Zie **{GEHEIM}**.")]},
    ),
    "inleider": (
        "agendapunt 2 (inleiders)",
        lambda: {"agendapunten": [replace(PUNT, inleiders=(Inleider(id="i", volgorde="c", naam="Wies", rol=GEHEIM),))]},
    ),
    "voorstel, drie diep": ("agendapunt 2 (voorstel)", lambda: {"agendapunten": [replace(PUNT, voorstel=(DIEP,))]}),
    "stuktitel": ("stuk 2 (titel)", lambda: {"stukken": [replace(STUK, titel=f"Bijlage bij {GEHEIM}")]}),
    "notatekst": ("stuk 2", lambda: {"notas": {"stuk": replace(NOTA, secties=(een_sectie(tekst=f"Na {GEHEIM}."),))}}),
    "kop": ("stuk 2 (koppen)", lambda: {"notas": {"stuk": replace(NOTA, secties=(een_sectie(kop=GEHEIM),))}}),
    "afgebroken": (
        "stuk 2",
        lambda: {"notas": {"stuk": replace(NOTA, secties=(een_sectie(tekst="De schikking\nmet de lever-ancier."),))}},
    ),
    "reden": ("stuk 2", lambda: {"notas": {"stuk": replace(NOTA, argumenten=(een_argument(kop=f"{GEHEIM} helpt"),))}}),
    "domein": ("stuk 2 (domein)", lambda: {"notas": {"stuk": replace(NOTA, domein=GEHEIM)}}),
    "behandelaar": (
        "stuk 2 (behandelaars)",
        lambda: {
            "notas": {"stuk": replace(NOTA, behandelaars=(Behandelaar(id="b", volgorde="c", naam=GEHEIM),))}
        },
    ),
    "telefoon van de behandelaar": (
        "stuk 2 (behandelaars)",
        lambda: {
            "notas": {
                "stuk": replace(NOTA, behandelaars=(Behandelaar(id="b", volgorde="c", naam="Wies", telefoon=GEHEIM),))
            }
        },
    ),
    "bladzijde": ("stuk 2 (pagina 2)", lambda: {"versies": {"stuk": een_stukversie(sha256="a" * 64)}}),
    "verborgen": (
        "stuk 2 (woorden buiten de bladzijden)",
        lambda: {"versies": {"stuk": een_stukversie(sha256="b" * 64)}},
    ),
}  # fmt: skip


@pytest.mark.parametrize("lezers", [Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN])
@pytest.mark.parametrize("lek", LEKKEN)
def test_a_besloten_title_anywhere_in_public_papers_stops_the_public_set(
    store: Store, lek: str, lezers: Doelgroep
) -> None:
    waar, anders = LEKKEN[lek]
    delen: dict[str, Any] = {"agendapunten": [PUNT], "stukken": [STUK], **anders()}
    besloten = een_agendapunt(volgorde="b", titel=GEHEIM, besloten=True)
    delen["agendapunten"] = [besloten, *delen["agendapunten"]]
    bewaard = bewaar(store, een_opname(**delen))
    with store.transaction():
        store.zoekregister.neem_op(Zoeksoort.PAGINA, "a" * 64, ["Niets.", "De schikking met de\nleverancier."])
        store.zoekregister.neem_op(Zoeksoort.VERBORGEN, "b" * 64, ["Kaart", f"{GEHEIM} (concept)"])
    with pytest.raises(BeslotenGenoemd) as fout:
        assemble(store, bewaard.vergadering.id, lezers)
    assert fout.value.wat.endswith(f" in {waar}.")
    assert "schikking" not in f"{fout.value} {fout.value.raad}".casefold()


def test_every_place_of_a_leak_is_named_at_once_and_an_accepted_one_is_not(store: Store) -> None:
    besloten = een_agendapunt(volgorde="b", titel=GEHEIM, besloten=True)
    punt = replace(PUNT, toelichting=GEHEIM)
    bewaard = bewaar(store, een_opname(agendapunten=[besloten, punt], brief=een_brief(onderwerp=GEHEIM)))
    with pytest.raises(BeslotenGenoemd, match=r"de uitnodigingsbrief en agendapunt 2 \(toelichting\)"):
        assemble(store, bewaard.vergadering.id, Doelgroep.OPENBAAR)
    for gevonden in check(store, bewaard.vergadering.id):
        if gevonden.code == "GH01":
            accept(store, bewaard.vergadering.id, code="GH01", waar=gevonden.waar, reden="Stond al in de krant.")
    assert assemble(store, bewaard.vergadering.id, Doelgroep.OPENBAAR).onderdelen


@pytest.mark.parametrize("titel", ["Mededelingen", "Bijlage 1", "Veilige oevers"])
def test_words_of_every_agenda_and_titles_that_are_public_refuse_nothing(store: Store, titel: str) -> None:
    punt = replace(PUNT, toelichting="Zie de mededelingen en bijlage 1 over veilige oevers.")
    bijlage = een_stuk(volgorde="d", agendapunt_id="punt", hoort_bij="stuk", titel=titel, besloten=True)
    opname = een_opname(
        agendapunten=[punt], stukken=[replace(STUK, titel="Veilige oevers"), bijlage], notas={"stuk": NOTA}
    )
    assert _ankers(store, opname, Doelgroep.OPENBAAR)[-1] == "stuk-1"


def test_a_file_without_pages_stays_out_of_a_public_set_with_its_divider(store: Store) -> None:
    los = {"stuk": een_stukversie(bestandsnaam="begroting.ods", media="x/y", paginas=0)}
    bewaard = bewaar(store, een_opname(agendapunten=[PUNT], stukken=[STUK], versies=los))
    leden, openbaar = (
        assemble(store, bewaard.vergadering.id, soort, keuze=Keuze(schutbladen=True))
        for soort in (Doelgroep.LEDEN, Doelgroep.OPENBAAR)
    )
    assert [deel.anker for deel in leden.onderdelen][-2:] == ["punt-1", "stuk-1"]
    assert [deel.anker for deel in openbaar.onderdelen] == ["inhoud", "agenda"]
    assert (leden.niet_mee, openbaar.niet_mee) == ((), (f"1 {STUK.titel}",))


def test_a_short_besloten_title_is_no_sign_of_a_leak(store: Store) -> None:
    besloten = een_agendapunt(volgorde="b", titel="Brief", besloten=True)
    open_ = een_agendapunt(volgorde="c", titel="Brief van de zwemclub")
    assert _ankers(store, een_opname(agendapunten=[besloten, open_]), Doelgroep.OPENBAAR) == ["inhoud", "agenda"]


def test_a_set_for_one_member_needs_a_member_of_that_day(store: Store) -> None:
    roos = een_persoon(naam="Roos van Dalen")
    lid = een_lidmaatschap(persoon_id=roos.id, mandaat_tot=date(2026, 1, 1))
    bewaard = bewaar(store, een_opname(personen=[roos], leden=[lid]))
    with pytest.raises(OnbekendLid):
        assemble(store, bewaard.vergadering.id, Doelgroep.LID, lid="Roos van Dalen")
    assert str(variant_van(bewaard, Doelgroep.OPENBAAR)) == "openbaar"


def test_a_meeting_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(NietGevonden):
        assemble(store, "geen", Doelgroep.LEDEN)


@pytest.mark.parametrize("woorden", [f"Zie {GEHEIM}.", "Zie 2026-000042.", "Zie de akte van dading Molenkade."])
@pytest.mark.parametrize("hier", [True, False])
def test_what_is_besloten_stays_secret_when_its_paper_is_put_away(store: Store, woorden: str, hier: bool) -> None:
    dicht = een_agendapunt(id="dicht", volgorde="b", titel="Besloten deel", besloten=True)
    geheim = een_stuk(id="geheim", agendapunt_id="dicht", titel=GEHEIM)
    notas = {"geheim": een_nota(onderwerp="Akte van dading Molenkade", registratienummer="2026-000042")}
    anders = {} if hier else {"stukken": [geheim], "notas": notas}
    elders = bewaar(store, een_opname(agendapunten=[] if hier else [dicht], **anders))
    open_ = een_agendapunt(volgorde="c", titel="Nabespreking", toelichting=woorden)
    eigen = {"stukken": [geheim], "notas": notas} if hier else {}
    opname = bewaar(store, een_opname(agendapunten=[dicht, open_] if hier else [open_], **eigen))
    remove_stukken(store, ["geheim"], datetime(2026, 3, 1))
    with pytest.raises(BeslotenGenoemd, match="agendapunt"):
        assemble(store, opname.vergadering.id, Doelgroep.OPENBAAR)
    assert elders.vergadering.id != opname.vergadering.id


def test_a_paper_that_was_put_away_and_came_in_anew_in_the_open_is_no_secret(store: Store) -> None:
    geheim = een_stuk(id="geheim", agendapunt_id="punt", volgorde="c", titel=GEHEIM, besloten=True)
    nota = een_nota(registratienummer="2026-000042")
    open_ = een_stuk(id="open", agendapunt_id="punt", volgorde="d", titel=GEHEIM)
    punt = replace(PUNT, toelichting=f"Zie {GEHEIM} (2026-000042).")
    opname = een_opname(
        agendapunten=[punt],
        stukken=[geheim, open_],
        notas={"geheim": nota, "open": replace(nota, id="nieuw", onderwerp=GEHEIM)},
    )
    id_ = bewaar(store, opname).vergadering.id
    remove_stukken(store, ["geheim"], datetime(2026, 3, 1))
    assert "stuk-1" in [deel.anker for deel in assemble(store, id_, Doelgroep.OPENBAAR).onderdelen]


@pytest.mark.parametrize("lezers", [Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN])
def test_a_file_that_is_besloten_elsewhere_stops_the_public_set(store: Store, lezers: Doelgroep) -> None:
    geheim, punt = een_agendapunt(titel="Gesloten zaak", besloten=True), een_agendapunt(titel="Oevers")
    stukken = [een_stuk(agendapunt_id=geheim.id, titel="Offerte"), een_stuk(agendapunt_id=punt.id, titel="Kaart")]
    versies = {stuk.id: een_stukversie(stuk_id=stuk.id, sha256="a" * 64) for stuk in stukken}
    opname = een_opname(agendapunten=[geheim, punt], stukken=stukken, versies=versies)
    bewaard = bewaar(store, opname)
    with pytest.raises(BeslotenGenoemd, match="2"):
        assemble(store, bewaard.vergadering.id, lezers)


def test_what_was_besloten_in_another_meeting_stops_the_public_set_too(store: Store) -> None:
    gremium = een_gremium()
    juni = een_vergadering(gremium_id=gremium.id, datum=date(2026, 6, 4))
    geheim = een_agendapunt(vergadering_id=juni.id, titel=GEHEIM, besloten=True)
    bewaar(store, een_opname(gremium=gremium, vergadering=juni, agendapunten=[geheim]))
    juli = een_vergadering(gremium_id=gremium.id, datum=date(2026, 7, 9))
    punt = een_agendapunt(vergadering_id=juli.id, titel="Verslag", toelichting=f"In juni: {GEHEIM}.")
    bewaar(store, een_opname(gremium=gremium, vergadering=juli, agendapunten=[punt]))
    with pytest.raises(BeslotenGenoemd):
        assemble(store, juli.id, Doelgroep.OPENBAAR)


def test_a_part_that_is_left_out_moves_no_number(store: Store) -> None:
    bewaard = bewaar(store, voorbeeld())
    zonder = frozenset({"stuk-2a", "brief"})
    plan = assemble(store, bewaard.vergadering.id, Doelgroep.LEDEN, keuze=Keuze(schutbladen=True, zonder=zonder))
    ankers = [deel.anker for deel in plan.onderdelen]
    assert "brief" not in ankers
    assert "stuk-2a" not in ankers
    assert [anker for anker in ankers if anker.startswith(("punt-2", "stuk-2a"))][:2] == ["punt-2", "stuk-2a-bijl-1"]
    assert plan.weggelaten == {"stuk-2a"}
    assert plan.niet_mee == ()


def test_a_divider_goes_with_the_last_paper_behind_it(store: Store) -> None:
    bewaard = bewaar(store, een_opname(agendapunten=[PUNT], stukken=[STUK], notas={"stuk": NOTA}))
    plan = assemble(
        store, bewaard.vergadering.id, Doelgroep.LEDEN, keuze=Keuze(schutbladen=True, zonder=frozenset({"stuk"}))
    )
    assert [deel.anker for deel in plan.onderdelen] == ["inhoud", "agenda"]


def test_a_missing_paper_that_is_left_out_is_not_missed(store: Store) -> None:
    bewaard = bewaar(store, een_opname(agendapunten=[PUNT], stukken=[STUK]))
    keuze = Keuze(ontbrekende_toestaan=False, zonder=frozenset({"stuk"}))
    assert assemble(store, bewaard.vergadering.id, Doelgroep.LEDEN, keuze=keuze).onderdelen


def test_a_set_of_nothing_is_not_made(store: Store) -> None:
    bewaard = bewaar(store, een_opname(agendapunten=[PUNT], stukken=[STUK]))
    with pytest.raises(LegeSet):
        assemble(store, bewaard.vergadering.id, Doelgroep.LEDEN, keuze=Keuze(zonder=frozenset({"stuk", "agenda"})))


def test_a_besloten_file_in_the_trash_keeps_the_same_public_file_out_of_a_public_set(store: Store) -> None:
    punt = een_agendapunt()
    geheim = een_stuk(id="geheim", agendapunt_id=punt.id, titel="Offerte A", besloten=True)
    open_ = een_stuk(id="open", agendapunt_id=punt.id, titel="Bijlage bij de begroting")
    versies = {id_: een_stukversie(id=f"v-{id_}", stuk_id=id_, sha256="a" * 64) for id_ in ("geheim", "open")}
    opname = bewaar(store, een_opname(agendapunten=[punt], stukken=[geheim, open_], versies=versies))
    remove_stukken(store, [geheim.id], datetime(2026, 3, 1, 9))
    with pytest.raises(BeslotenGenoemd):
        assemble(store, opname.vergadering.id, Doelgroep.OPENBAAR)
    assert assemble(store, opname.vergadering.id, Doelgroep.LEDEN).onderdelen
    assert [b.code for b in check(store, opname.vergadering.id) if b.code == "GH04"] == ["GH04"]


def test_an_older_version_of_a_besloten_paper_may_not_be_public_elsewhere(store: Store) -> None:
    punt = een_agendapunt()
    geheim = een_stuk(id="geheim", agendapunt_id=punt.id, titel="Offerte A", besloten=True)
    open_ = een_stuk(id="open", agendapunt_id=punt.id, titel="Bijlage bij de begroting")
    versies = {
        "geheim": een_stukversie(id="v1", stuk_id="geheim", volgorde="c", sha256="a" * 64),
        "open": een_stukversie(id="v2", stuk_id="open", sha256="a" * 64),
    }
    opname = bewaar(store, een_opname(agendapunten=[punt], stukken=[geheim, open_], versies=versies))
    with store.transaction():
        store.versies.save(een_stukversie(id="v3", stuk_id="geheim", volgorde="d", sha256="b" * 64))
    with pytest.raises(BeslotenGenoemd):
        assemble(store, opname.vergadering.id, Doelgroep.OPENBAAR)


def test_an_agenda_on_its_own_tells_no_more_than_a_set(store: Store) -> None:
    dicht = een_agendapunt(id="dicht", volgorde="c", titel="Schikking Molenkade", besloten=True)
    open_ = een_agendapunt(id="open", volgorde="d", titel="Mededelingen")
    opname = bewaar(store, een_opname(agendapunten=[dicht, open_]))
    id_ = opname.vergadering.id
    assert [punt.titel for punt in agenda_for(store, id_, Doelgroep.OPENBAAR).agendapunten] == ["Mededelingen"]
    with store.transaction():
        store.agendapunten.save(replace(opname.punt("open"), toelichting="Na de Schikking Molenkade volgt dit."))
    for doelgroep in (Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN):
        with pytest.raises(BeslotenGenoemd, match="lijst"):
            agenda_for(store, id_, doelgroep)
    assert len(agenda_for(store, id_, Doelgroep.LEDEN).agendapunten) == 2


def test_a_paper_that_tells_a_secret_keeps_no_list_of_the_agenda_back(store: Store) -> None:
    dicht = een_agendapunt(id="dicht", volgorde="c", titel="Schikking Molenkade", besloten=True)
    open_ = een_agendapunt(id="open", volgorde="d", titel="Mededelingen")
    stuk = een_stuk(agendapunt_id=open_.id, titel="Nota over Schikking Molenkade")
    opname = bewaar(store, een_opname(agendapunten=[dicht, open_], stukken=[stuk]))
    with pytest.raises(BeslotenGenoemd):
        assemble(store, opname.vergadering.id, Doelgroep.OPENBAAR)
    assert agenda_for(store, opname.vergadering.id, Doelgroep.OPENBAAR).agendapunten == (opname.punt("open"),)


def test_who_is_kept_from_an_item_does_not_see_what_was_agreed_there_on_the_next_agenda(store: Store) -> None:
    gremium = een_gremium(id="wk")
    roos, bram = een_persoon(id="roos", naam="Roos van Dalen"), een_persoon(id="bram", naam="Bram Sluiter")
    leden = [een_lidmaatschap(gremium_id="wk", persoon_id=wie.id) for wie in (roos, bram)]
    punten = [een_agendapunt(id="sluis"), een_agendapunt(id="bod", ouder_id="sluis")]
    maart = een_vergadering(id="maart", gremium_id="wk", datum=date(2026, 3, 11))
    buiten = [("sluis", "roos")]
    bewaar(
        store,
        een_opname(gremium=gremium, vergadering=maart, agendapunten=punten, personen=[roos], uitgesloten=buiten),
    )
    april = een_vergadering(id="april", gremium_id="wk", datum=date(2026, 4, 8))
    opname = een_opname(gremium=gremium, vergadering=april, personen=[roos, bram], leden=leden)
    bewaar(store, opname)
    for actie in (een_actie(gremium_id="wk", vergadering_id="maart", agendapunt_id="bod"), een_actie(gremium_id="wk")):
        store.acties.save(actie)

    def gezien(naam: str) -> int:
        return len(assemble(store, "april", Doelgroep.LID, lid=naam).opname.acties)

    assert (gezien("Roos van Dalen"), gezien("Bram Sluiter")) == (1, 2)
    assert len(assemble(store, "april", Doelgroep.LEDEN).opname.acties) == 2
