"""The words on the meeting screen: times, differences and votes as a secretaris reads them."""

from datetime import date, time

from tests.bouwers import een_agendapunt, een_opname
from tests.zittingbouwers import een_actie, een_presentie, een_stem, een_stemming, een_zitting
from tk_desktop.desktop.sitting.tafelwoorden import (
    actie_als_regel,
    actiezin,
    chip_van,
    stemzin,
    tijdzin,
    verschil_als_html,
    verschil_in_woorden,
)
from tk_desktop.domain.actie import Actiesoort
from tk_desktop.domain.actieregel import lees_actieregel
from tk_desktop.domain.stemming import Keuze, Stemwijze
from tk_desktop.domain.verslag import Puntverslag


def test_an_item_tells_how_long_it_lasts_beside_what_was_planned() -> None:
    zitting = een_zitting(
        opname=een_opname(agendapunten=[een_agendapunt(id="p", duur=25)]),
        verslagen={"p": Puntverslag(id="v", agendapunt_id="p", begonnen=time(9, 5))},
    )
    (punt,) = zitting.opname.agendapunten
    assert tijdzin(zitting, punt, time(9, 31)).startswith("Duurt 26 min, gepland 25, begonnen om 09.05")


def test_only_what_stands_beside_a_change_is_shown_and_nothing_in_it_is_markup() -> None:
    lang = "Het plan voor de oever <b>met alle bijlagen</b> van het college en de raad in zijn geheel over te nemen "
    html = verschil_als_html(lang + lang + "in mei.", lang + lang + "in juni.")
    assert html.startswith("…")
    assert "<b>met" not in html
    assert "juni." in html
    assert verschil_in_woorden("in mei.", "in juni.") == "vervallen: mei.; erbij: juni."
    assert verschil_als_html("in mei.", "in mei.") == ""
    assert verschil_als_html("", "in mei.") == ""


def test_an_action_is_changed_as_it_could_be_typed() -> None:
    actie = een_actie(door="Roos van Dalen", tekst="belt", voor=date(2026, 4, 1), soort=Actiesoort.TOEZEGGING)
    assert actiezin(actie) == "Toezegging · Roos van Dalen · belt · vóór 1-4-2026"
    gelezen = lees_actieregel(f"!{actie_als_regel(actie)}", date(2026, 3, 11))
    assert (gelezen.door, gelezen.tekst, gelezen.voor, gelezen.soort) == (
        actie.door,
        actie.tekst,
        actie.voor,
        actie.soort,
    )


def test_an_action_for_a_day_that_was_over_says_so_where_it_is_typed() -> None:
    actie = een_actie(door="GGD/dpg", tekst="belt", ontstaan=date(2026, 6, 4), voor=date(2026, 5, 1))
    assert actiezin(actie) == "GGD/dpg · belt · vóór 1-5-2026 (al voorbij)"


def test_a_roll_call_says_how_many_are_still_to_vote() -> None:
    stemmen = (een_stem(keuze=Keuze.VOOR), een_stem())
    stemming = een_stemming(wijze=Stemwijze.HOOFDELIJK, stemmen=stemmen)
    assert stemzin(stemming).endswith("1 voor, 0 tegen, 0 onthouding; nog 1 te gaan")


def test_a_name_says_in_words_that_somebody_left() -> None:
    punten = [een_agendapunt(id="a", volgorde="1"), een_agendapunt(id="b", volgorde="2")]
    roos = een_presentie(tot_punt_id="a", vertrokken=time(9, 40))
    zitting = een_zitting(opname=een_opname(agendapunten=punten), presentie=(roos,))
    hier, later = zitting.opname.agendapunten
    assert chip_van(zitting, roos, hier).tekst == "Roos van Dalen (Veenhoek), t/m punt 1"
    assert chip_van(zitting, roos, later).tekst == "Roos van Dalen (Veenhoek): vertrokken om 09.40"
