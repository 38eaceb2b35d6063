"""Two laptops take minutes of one meeting, without each other, through every use case, and their bundles merge."""

from collections.abc import Callable, Iterator
from datetime import date, time
from functools import partial
from pathlib import Path

import pytest

from tests.bouwers import een_agendapunt
from tests.uitwisselwereld import Wereld
from tests.verpakt import paginateksten
from tests.zittingbouwers import bewaar_maart
from tk_desktop.domain.actie import Actiestaat
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.conflict import KeuzeWacht
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.presentie import Hoedanigheid, Presentie
from tk_desktop.domain.ronde import Antwoord
from tk_desktop.domain.rooster import Rol
from tk_desktop.domain.stemming import Keuze, Stemwijze
from tk_desktop.domain.zitting import Zitting
from tk_desktop.domain.zittingpapier import wacht_op_keuze
from tk_desktop.exchange.conflicten import list_geschillen
from tk_desktop.export.verslag import write_verslag
from tk_desktop.export.vorm import Vorm
from tk_desktop.meeting.aanhouden import withdraw_punt
from tk_desktop.meeting.agenda import remove_punt
from tk_desktop.meeting.agendapunten import set_besloten, set_hamerstukken
from tk_desktop.minutes.acties import add_actie, set_staat, take_actieregel
from tk_desktop.minutes.besluiten import correct_besluit, edit_besluit, record_besluit, renumber_besluit
from tk_desktop.minutes.deuren import close_doors, open_doors
from tk_desktop.minutes.geheimhouding import impose_geheimhouding, lift_geheimhouding
from tk_desktop.minutes.hamerstukken import decide_hamerstukken
from tk_desktop.minutes.presentie import (
    add_aanwezige,
    come_in,
    declare_belang,
    leave,
    let_preside,
    prepare_presentie,
    send_vervanger,
    set_aanwezig,
    set_grenzen,
)
from tk_desktop.minutes.rondes import decide_ronde, record_reactie, send_ronde
from tk_desktop.minutes.stemmingen import call_stemming, count_stemming, edit_stemming, give_stem, refresh_deelnemers
from tk_desktop.minutes.verloop import close_zitting, go_to_punt, open_zitting, resume, suspend
from tk_desktop.minutes.verslagen import add_correctie, approve_verslag, reopen_verslag, write_besproken
from tk_desktop.minutes.volmacht import give_volmacht
from tk_desktop.pack.controleren import check
from tk_desktop.store.werkmap import Store

MAART, APRIL, MEI = date(2026, 3, 11), date(2026, 4, 8), date(2026, 5, 13)


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    """The secretary and a colleague, each with a laptop that has the meeting."""
    wereld = Wereld(tmp_path)
    store = wereld["s1"].store
    bewaar_maart(store)
    wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    yield wereld
    wereld.sluit()


def _wissel_uit(wereld: Wereld) -> Zitting:
    """Send each what the other does not have until there is nothing more, and return what both have."""
    for _ in range(2):
        wereld["s1"].stuur(wereld["s2"])
        wereld["s2"].stuur(wereld["s1"])
    een, twee = (wereld[naam].store.zitting("maart") for naam in ("s1", "s2"))
    assert een == twee
    return een


def _wie(store: Store, naam: str) -> Presentie:
    return next(wie for wie in store.presenties.van_vergadering("maart") if wie.naam == naam)


def _op_beide(wereld: Wereld, werk: Callable[[Store], object]) -> None:
    for naam in ("s1", "s2"):
        werk(wereld[naam].store)


def test_minutes_that_two_laptops_take_apart_are_whole_on_both(wereld: Wereld) -> None:
    een, twee = wereld["s1"].store, wereld["s2"].store
    for laptop, minuut in ((een, 0), (twee, 2)):
        open_zitting(laptop, "maart", time(9, minuut))
        go_to_punt(laptop, "opening", time(9, minuut))
        go_to_punt(laptop, "oever", time(9, 5 + minuut))
        suspend(laptop, "maart", time(9, 20 + minuut))
        resume(laptop, "maart", time(9, 30 + minuut))
        send_vervanger(laptop, _wie(laptop, "Bram Sluiter").id, "Wies Boon")
        declare_belang(laptop, _wie(laptop, "Roos van Dalen").id, "sluis", "Woont naast de sluis.")
        record_besluit(laptop, "oever", Uitkomst.CONFORM, op=MAART)
        go_to_punt(laptop, "koop", time(9, 50 + minuut))
        close_zitting(laptop, "maart", time(10, 30 + minuut))
    write_besproken(een, "oever", "Er zijn vragen over het riet.", besloten_deel="De prijs is hoog.")
    write_besproken(twee, "oever", "De dijkgraaf licht toe.")
    write_besproken(een, "opening", "De voorzitter opent.")
    write_besproken(twee, "sluis", "De sluis lekt.")
    record_besluit(twee, "sluis", Uitkomst.KENNISGENOMEN, op=MAART)
    take_actieregel(een, "oever", "!WK/directie belt de aannemer 1 april")
    take_actieregel(twee, "oever", "!!Guus Meerdink: stuurt de cijfers")
    add_actie(twee, "bc", "Belt de aannemer nog eens.", op=MAART, punt_id="oever", besloten=True)
    add_aanwezige(een, "maart", "Kees Kramer", hoedanigheid=Hoedanigheid.GENODIGDE, alleen_bij="oever")
    add_aanwezige(twee, "maart", "Ria Post", hoedanigheid=Hoedanigheid.NOTULIST)
    for laptop, onderwerp in ((een, "Het voorstel"), (twee, "Het uitstel")):
        stemming = call_stemming(laptop, "oever", onderwerp)
        count_stemming(laptop, stemming.id, voor=2, tegen=1)

    zitting = _wissel_uit(wereld)

    (strijd,) = [een for een in een.conflicten() if een.veld == "besproken"]
    zinnen = {str(kandidaat.waarde) for kandidaat in strijd.waarden}
    assert zinnen == {"Er zijn vragen over het riet.", "De dijkgraaf licht toe."}, "both are kept until one decides"
    een.beslis(strijd, "\n\n".join(sorted(zinnen)))
    zitting = _wissel_uit(wereld)
    assert zitting.verslagen["oever"].besproken == "De dijkgraaf licht toe.\n\nEr zijn vragen over het riet."
    assert zitting.verslagen["oever"].besloten_deel == "De prijs is hoog."
    assert "besproken" not in {strijd.veld for strijd in een.conflicten()}
    assert zitting.verslagen["opening"].besproken == "De voorzitter opent."
    assert zitting.verslagen["sluis"].besproken == "De sluis lekt."
    assert zitting.dubbel == (), "an item has one row"
    assert [(een.agendapunt_id, een.uitkomst.value) for een in zitting.besluiten] == [
        ("oever", "conform advies"),
        ("sluis", "kennisgenomen"),
    ]
    assert {actie.tekst for actie in zitting.acties} == {
        "belt de aannemer",
        "stuurt de cijfers",
        "Belt de aannemer nog eens.",
    }
    assert sorted(wie.naam for wie in zitting.presentie) == sorted({wie.naam for wie in zitting.presentie}), (
        "everybody is on the list once"
    )
    assert {"Kees Kramer", "Ria Post", "Wies Boon"} <= {wie.naam for wie in zitting.presentie}
    assert len(zitting.belangen) == len(zitting.schorsingen) == 1
    assert {een.onderwerp for een in zitting.stemmingen} == {"Het voorstel", "Het uitstel"}
    assert zitting.opname.vergadering.begonnen in (time(9), time(9, 2))


def test_doors_chair_hamerstukken_and_a_vote_in_two_parts_merge(wereld: Wereld) -> None:
    een, twee = wereld["s1"].store, wereld["s2"].store
    set_hamerstukken(een, ["oever"], hamerstuk=True)
    prepare_presentie(een, "maart")
    stemming = call_stemming(een, "sluis", "De sluis", wijze=Stemwijze.HOOFDELIJK)
    _wissel_uit(wereld)
    for laptop in (een, twee):
        let_preside(laptop, _wie(laptop, "Roos van Dalen").id)
        decide_hamerstukken(laptop, "maart", op=MAART)
        close_doors(laptop, "koop", frozenset({_wie(laptop, "Guus Meerdink").id}), time(10))
    give_stem(een, stemming.id, stemming.stemmen[0].id, Keuze.VOOR)
    give_stem(twee, stemming.id, stemming.stemmen[1].id, Keuze.TEGEN)
    leave(twee, _wie(twee, "Guus Meerdink").id, "koop", om=time(10, 30))
    set_aanwezig(een, _wie(een, "Femke Aalders").id, aanwezig=False, met_bericht=True)

    zitting = _wissel_uit(wereld)

    assert [wie.naam for wie in zitting.presentie if wie.hoedanigheid is Hoedanigheid.VOORZITTER] == ["Roos van Dalen"]
    (besluit,) = zitting.besluiten
    assert (besluit.agendapunt_id, besluit.uitkomst) == ("oever", Uitkomst.CONFORM)
    (samen,) = zitting.stemmingen
    assert [stem.keuze for stem in samen.stemmen] == [Keuze.VOOR, Keuze.TEGEN, None]
    aanwezig = {wie.naam: (wie.aanwezig, wie.tot_punt_id, wie.vertrokken) for wie in zitting.presentie}
    assert aanwezig["Guus Meerdink"] == (True, "koop", time(10, 30))
    assert aanwezig["Bram Sluiter"] == (True, "sluis", time(10))
    assert not aanwezig["Femke Aalders"][0]


def test_who_comes_back_in_on_both_laptops_comes_back_once(wereld: Wereld) -> None:
    store = wereld["s1"].store
    store.agendapunten.save(een_agendapunt(id="slot", vergadering_id="maart", volgorde="5", titel="Sluiting"))
    prepare_presentie(store, "maart")
    close_doors(store, "koop", frozenset(), time(10))
    _wissel_uit(wereld)
    _op_beide(wereld, lambda laptop: open_doors(laptop, "slot", [_wie(laptop, "Bram Sluiter").id], time(10, 30)))
    zitting = _wissel_uit(wereld)
    assert len([wie for wie in zitting.presentie if wie.naam == "Bram Sluiter"]) == 2, "until the doors closed, and on"


def test_a_round_that_both_end_gives_one_besluit_and_keeps_all_answers(wereld: Wereld) -> None:
    een, twee = wereld["s1"].store, wereld["s2"].store
    ronde = send_ronde(een, "oever", op=APRIL, uiterlijk=APRIL, toch=True)
    _wissel_uit(wereld)
    for laptop, reactie in zip((een, twee), ronde.reacties, strict=False):
        record_reactie(laptop, ronde.id, reactie.id, Antwoord.AKKOORD, op=APRIL)
    _wissel_uit(wereld)
    _op_beide(wereld, lambda laptop: decide_ronde(laptop, ronde.id, op=MEI))
    zitting = _wissel_uit(wereld)
    (besluit,) = zitting.besluiten
    (gesloten,) = zitting.rondes
    assert (gesloten.besluit_id, gesloten.tel(Antwoord.AKKOORD)) == (besluit.id, 2)


def test_approval_and_corrections_on_both_laptops_are_one_verslag_with_every_correction(wereld: Wereld) -> None:
    een, twee = wereld["s1"].store, wereld["s2"].store
    open_zitting(een, "maart", time(9))
    write_besproken(een, "oever", "Er zijn vragen.")
    besluit = record_besluit(een, "oever", Uitkomst.CONFORM, op=MAART)
    _wissel_uit(wereld)
    edit_besluit(een, besluit.id, uitkomst=Uitkomst.CONFORM, tekst="", minderheid="Kadijk was tegen.")
    _op_beide(wereld, lambda laptop: approve_verslag(laptop, "maart", op=APRIL))
    add_correctie(een, "maart", was="vragen", wordt="twee vragen", op=APRIL, punt_id="oever")
    add_correctie(twee, "maart", was="Er", wordt="Daar", op=APRIL, punt_id="oever")
    correct_besluit(twee, besluit.id, "De oever vóór 2027 te herstellen.", op=APRIL)
    zitting = _wissel_uit(wereld)
    assert {een.wordt for een in zitting.verslag.correcties} == {"twee vragen", "Daar"}
    eerst, herstel = zitting.besluiten
    assert (eerst.minderheid, herstel.herstelt_id) == ("Kadijk was tegen.", eerst.id)
    assert zitting.verslag.vastgesteld_op == APRIL


def test_a_second_text_of_an_item_is_told_and_keeps_the_verslag_from_being_approved(wereld: Wereld) -> None:
    een, twee = wereld["s1"].store, wereld["s2"].store
    open_zitting(een, "maart", time(9))
    _wissel_uit(wereld)
    write_besproken(een, "oever", "Er zijn vragen over het *riet*.")
    write_besproken(twee, "oever", "De dijkgraaf licht toe.")
    (keuze,) = _wissel_uit(wereld).keuzes
    assert (keuze.agendapunt_id, keuze.veld, len(keuze.weggelaten)) == ("oever", "besproken", 1)
    for laptop in (een, twee):
        (gevonden,) = [een for een in check(laptop, "maart") if een.code == "ZT10"]
        assert (gevonden.bij, gevonden.keuze) == ("oever", keuze.rij)
        assert gevonden.wat == f"Van 2 wacht een tweede tekst op een keuze: ‘{platte_tekst(keuze.weggelaten[0])}’."
        with pytest.raises(KeuzeWacht, match=r"1 van wat apart is opgeschreven, wacht op een keuze \(punt 2\)"):
            approve_verslag(laptop, "maart", op=APRIL)
    assert wacht_op_keuze(een.zitting("maart")).startswith("Let op: bij punt 2 wacht een tweede versie")
    assert een.zitting("maart").voor_iedereen().keuzes == ()
    (strijd,) = een.conflicten()
    een.beslis(strijd, "De dijkgraaf licht toe; er zijn vragen over het *riet*.")
    assert _wissel_uit(wereld).keuzes == ()
    assert "ZT10" not in {een.code for een in check(twee, "maart")}
    approve_verslag(twee, "maart", op=APRIL)


def test_how_far_an_action_is_keeps_no_verslag_from_being_approved(wereld: Wereld) -> None:
    een, twee = wereld["s1"].store, wereld["s2"].store
    open_zitting(een, "maart", time(9))
    actie = take_actieregel(een, "oever", "!WK/directie belt")
    _wissel_uit(wereld)
    set_staat(een, actie.id, Actiestaat.GEDAAN, op=APRIL)
    set_staat(twee, actie.id, Actiestaat.BEZIG, op=APRIL)
    assert _wissel_uit(wereld).keuzes == ()
    approve_verslag(een, "maart", op=APRIL)


def test_the_same_vote_guest_and_action_on_both_laptops_are_there_once(wereld: Wereld) -> None:
    open_zitting(wereld["s1"].store, "maart", time(9))
    _wissel_uit(wereld)

    def noteer(laptop: Store) -> None:
        stemming = call_stemming(laptop, "oever", "", wijze=Stemwijze.HANDOPSTEKEN)
        count_stemming(laptop, stemming.id, voor=2, tegen=1)
        add_aanwezige(laptop, "maart", "Kees Kramer", hoedanigheid=Hoedanigheid.GENODIGDE)
        take_actieregel(laptop, "oever", "!WK/directie belt 1 april")

    _op_beide(wereld, noteer)
    zitting = _wissel_uit(wereld)
    (stemming,) = zitting.stemmingen
    assert (stemming.voor, stemming.tegen, len(stemming.stemmen)) == (2, 1, 3)
    assert [wie.naam for wie in zitting.presentie].count("Kees Kramer") == 1
    assert [actie.tekst for actie in zitting.acties] == ["belt"]
    noteer(wereld["s2"].store)
    again = _wissel_uit(wereld)
    assert len(again.stemmingen) == len(again.acties) == 2, "on one laptop the second time is another one"


def test_yes_and_no_on_one_item_are_told_and_can_be_given_numbers_of_their_own(wereld: Wereld) -> None:
    een, twee = wereld["s1"].store, wereld["s2"].store
    open_zitting(een, "maart", time(9))
    _wissel_uit(wereld)
    record_besluit(een, "oever", Uitkomst.CONFORM, op=MAART)
    nee = record_besluit(twee, "oever", Uitkomst.VERWORPEN, op=MAART)
    _wissel_uit(wereld)
    assert {"ZT06", "ZT11"} <= {bevinding.code for bevinding in check(een, "maart")}
    renumber_besluit(twee, nee.id)
    zitting = _wissel_uit(wereld)
    assert sorted(besluit.nummer for besluit in zitting.besluiten) == ["BC WK 2026-001", "BC WK 2026-002"]
    (tegen,) = [bevinding for bevinding in check(een, "maart") if bevinding.code in ("ZT06", "ZT11")]
    assert (tegen.code, tegen.bij) == ("ZT11", "oever")
    assert "conform advies" in tegen.wat
    assert "verworpen" in tegen.wat
    correct_besluit(een, zitting.besluiten[0].id, "De oever niet te herstellen.", op=MAART)
    assert "ZT11" not in {bevinding.code for bevinding in check(een, "maart")}


def test_a_vote_counted_on_both_laptops_is_the_count_of_one_of_them_and_is_chosen_whole(wereld: Wereld) -> None:
    een, twee = wereld["s1"].store, wereld["s2"].store
    open_zitting(een, "maart", time(9))
    stemming = call_stemming(een, "oever", "Het plan", wijze=Stemwijze.SCHRIFTELIJK)
    _wissel_uit(wereld)
    tellingen = [(2, 0, 1), (1, 2, 0)]
    for laptop, (voor, tegen, onthouden) in zip((een, twee), tellingen, strict=True):
        count_stemming(laptop, stemming.id, voor=voor, tegen=tegen, onthouden=onthouden)
    zitting = _wissel_uit(wereld)
    eerst = _geteld(zitting)
    assert eerst in tellingen, "half of one and half of the other is of nobody"
    (strijd,) = een.conflicten()
    assert len(zitting.keuzes) == 1
    (geschil,) = list_geschillen(een)
    assert geschil.waar.startswith("2 Veilige oevers › stemming ‘Het plan’ › ")
    assert all(woord in keuze.tekst for keuze in geschil.keuzes for woord in ("voor", "tegen", "onthoudingen"))
    ander = next(kandidaat for kandidaat in strijd.waarden if not kandidaat.getoond)
    _, wijziging = een.record(lambda: een.beslis(strijd, ander.waarde))
    assert {eerst, _geteld(_wissel_uit(wereld))} == set(tellingen)
    assert twee.conflicten() == ()
    een.redo(wijziging.terug())
    (weer,) = een.conflicten()
    assert len(weer.samen) == 2, "a choice that is taken back asks the whole question again"
    een.beslis(weer, next(kandidaat for kandidaat in weer.waarden if kandidaat.getoond).waarde)
    assert _geteld(_wissel_uit(wereld)) in tellingen


def test_counts_of_the_same_moment_are_those_of_one_laptop(wereld: Wereld) -> None:
    een, twee = wereld["s1"].store, wereld["s2"].store
    open_zitting(een, "maart", time(9))
    stemmingen = [call_stemming(een, "oever", f"Plan {nr}", wijze=Stemwijze.SCHRIFTELIJK) for nr in range(6)]
    _wissel_uit(wereld)
    for laptop, (voor, tegen, onthouden) in ((een, (2, 0, 1)), (twee, (1, 2, 0))):
        with laptop.transaction():
            laptop._db.execute("UPDATE bewerkstand SET klok = 1 << 60")  # both heard of a laptop whose clock is ahead
            for stemming in stemmingen:
                count_stemming(laptop, stemming.id, voor=voor, tegen=tegen, onthouden=onthouden)
    geteld = {(een.voor, een.tegen, een.onthouden) for een in _wissel_uit(wereld).stemmingen}
    assert geteld <= {(2, 0, 1), (1, 2, 0)}


def test_times_volmachten_a_vote_and_its_list_told_apart_are_all_there(wereld: Wereld) -> None:
    een, twee = wereld["s1"].store, wereld["s2"].store
    open_zitting(een, "maart", time(9))
    stemming = call_stemming(een, "oever", "Het plan", wijze=Stemwijze.HOOFDELIJK)
    _wissel_uit(wereld)
    bram, guus, roos = (_wie(een, naam).id for naam in ("Bram Sluiter", "Guus Meerdink", "Roos van Dalen"))
    set_grenzen(een, roos, van="oever", tot=None, gekomen=time(9, 10), vertrokken=None, stemgewicht=1)
    edit_stemming(een, stemming.id, onderwerp="Het betere plan", besloten=False)
    come_in(twee, bram, "oever", om=time(9, 12))
    refresh_deelnemers(twee, stemming.id)
    for laptop in (een, twee):
        leave(laptop, guus, "oever", om=time(9, 40))
        give_volmacht(laptop, guus, "Roos van Dalen", vanaf="sluis", om=time(9, 40))
    zitting = _wissel_uit(wereld)
    assert zitting.keuzes == ()
    er = {wie.id: (wie.van_punt_id, wie.gekomen) for wie in zitting.presentie}
    assert (er[roos], er[bram]) == (("oever", time(9, 10)), ("oever", time(9, 12)))
    assert [wie.naam for wie in zitting.presentie].count("Guus Meerdink") == 2, "at the table, and by volmacht after it"
    punten = {punt.id: punt for punt in zitting.opname.agendapunten}
    assert {wie.naam for wie in zitting.deelnemers(punten["opening"])} == {"Guus Meerdink"}
    assert {wie.naam for wie in zitting.deelnemers(punten["sluis"])} == {
        "Guus Meerdink",
        "Roos van Dalen",
        "Bram Sluiter",
    }
    (samen,) = zitting.stemmingen
    assert (samen.onderwerp, len(samen.stemmen)) == ("Het betere plan", 3)


def test_lifting_and_reopening_on_both_laptops_end_the_same(wereld: Wereld) -> None:
    een = wereld["s1"].store
    open_zitting(een, "maart", time(9))
    plicht = impose_geheimhouding(
        een, "bc", "De oever", grond="economisch", orgaan="bestuurscommissie", op=MAART, agendapunten=("oever",)
    )
    write_besproken(een, "oever", "Achter gesloten deuren gezegd.")
    approve_verslag(een, "maart", op=APRIL)
    _wissel_uit(wereld)

    def doe(laptop: Store) -> None:
        lift_geheimhouding(laptop, plicht.id, orgaan="bestuurscommissie", op=APRIL)
        reopen_verslag(laptop, "maart", op=MEI)

    _op_beide(wereld, doe)
    zitting = _wissel_uit(wereld)
    assert not zitting.verslag.is_vastgesteld
    assert not zitting.opname.is_besloten(zitting.opname.punt("oever"))
    assert zitting.verslagen["oever"].besloten_deel == "Achter gesloten deuren gezegd."
    open_ = zitting.voor_iedereen()
    assert open_.verslagen["oever"].besproken == open_.verslagen["oever"].besloten_deel == ""


@pytest.mark.parametrize("opent_laatst", [True, False])
def test_what_was_first_typed_at_a_closed_item_that_another_laptop_opened_stays_behind_closed_doors(
    wereld: Wereld, opent_laatst: bool
) -> None:
    een, twee = wereld["s1"].store, wereld["s2"].store
    open_zitting(een, "maart", time(9))
    set_besloten(een, "oever", True)
    _wissel_uit(wereld)
    if not opent_laatst:
        set_besloten(een, "oever", False)
    write_besproken(twee, "oever", "Het bod is twee ton.")
    if opent_laatst:
        set_besloten(een, "oever", False)
    zitting = _wissel_uit(wereld)
    assert (zitting.verslagen["oever"].besproken, zitting.keuzes) == ("", ())
    assert zitting.verslagen["oever"].besloten_deel == "Het bod is twee ton."
    assert "twee ton" not in repr(zitting.voor_iedereen())
    for nu_open in ("De kade wordt hersteld.", "De kade wordt in mei hersteld."):
        write_besproken(een, "oever", nu_open)
        _wissel_uit(wereld)
        for store in (een, twee):
            staat = store.zitting("maart").verslagen["oever"]
            assert (staat.besproken, staat.besloten_deel) == (nu_open, "Het bod is twee ton.")


@pytest.mark.parametrize("opent_laatst", [True, False])
def test_what_was_typed_at_a_closed_item_that_another_laptop_opened_is_not_for_everybody_until_somebody_chose(
    wereld: Wereld, opent_laatst: bool
) -> None:
    """There what was said had gone behind closed doors; which of the two is shown here follows from who was last."""
    een, twee = wereld["s1"].store, wereld["s2"].store
    open_zitting(een, "maart", time(9))
    set_besloten(een, "oever", True)
    write_besproken(een, "oever", "Het bod.")
    _wissel_uit(wereld)
    if not opent_laatst:
        set_besloten(een, "oever", False)
    write_besproken(twee, "oever", "Het bod is twee ton.")
    if opent_laatst:
        set_besloten(een, "oever", False)
    zitting = _wissel_uit(wereld)
    assert "twee ton" in f"{zitting.verslagen['oever']} {zitting.keuzes}", "nothing is lost"
    assert zitting.voor_iedereen().verslagen["oever"].besproken == ""


def test_papers_of_both_laptops_say_the_same_once_they_told_each_other(wereld: Wereld, tmp_path: Path) -> None:
    een, twee = wereld["s1"].store, wereld["s2"].store
    open_zitting(een, "maart", time(9))
    _wissel_uit(wereld)
    write_besproken(een, "oever", "Er zijn vragen over het riet.")
    record_besluit(twee, "oever", Uitkomst.CONFORM, op=MAART)
    take_actieregel(twee, "sluis", "!WK/directie belt de aannemer")
    zitting = _wissel_uit(wereld)
    teksten = [
        " ".join(" ".join(paginateksten(write_verslag(van, tmp_path / f"{naam}.pdf", Vorm.PDF))).split())
        for naam, van in (("een", zitting), ("twee", twee.zitting("maart")))
    ]
    assert teksten[0] == teksten[1]
    for woorden in ("Er zijn vragen over het riet.", "Conform advies", "belt de aannemer"):
        assert teksten[0].count(woorden) == 1, woorden


def _geteld(zitting: Zitting) -> tuple[int, int, int]:
    (stemming,) = zitting.stemmingen
    return stemming.voor, stemming.tegen, stemming.onthouden


@pytest.mark.parametrize("gaat", [remove_punt, partial(withdraw_punt, reden="Het stuk is niet klaar.")])
def test_a_guest_of_a_closed_item_that_goes_elsewhere_is_not_named_to_everybody(
    wereld: Wereld, gaat: Callable[[Store, str], object]
) -> None:
    """The item stays for who came for it: without it they would have been there all the time."""
    een, twee = wereld["s1"].store, wereld["s2"].store
    _op_beide(wereld, lambda laptop: open_zitting(laptop, "maart", time(9)))
    add_aanwezige(een, "maart", "Notaris Pan", hoedanigheid=Hoedanigheid.GENODIGDE, alleen_bij="koop")
    gaat(twee, "koop")

    zitting = _wissel_uit(wereld)

    assert _wie(een, "Notaris Pan").van_punt_id == "koop"
    assert "Notaris Pan" not in {wie.naam for wie in zitting.voor_iedereen().presentie}
