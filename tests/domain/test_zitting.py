"""A meeting as it was held, and what everybody may know of it."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bouwers import een_agendapunt, een_gremium, een_lidmaatschap, een_opname
from tests.zittingbouwers import een_actie, een_besluit, een_presentie, een_stemming, een_zitting
from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.gremium import Rol
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.presentie import Belang, Hoedanigheid
from tk_desktop.domain.ronde import Reactie, Ronde
from tk_desktop.domain.verslag import Correctie, Puntverslag, Schorsing, Verslag
from tk_desktop.domain.zitting import BeslotenInOpenbaarVerslag, Zitting
from tk_desktop.domain.zittingpapier import Zittingstof

_PUNTEN = ("1", "1a", "2", "3")
_GEHEIM = "oesterbank"


def _opname(besloten: frozenset[str]) -> Momentopname:
    return een_opname(
        agendapunten=[
            een_agendapunt(id=id_, volgorde=id_, titel=_GEHEIM if id_ in besloten else "open", besloten=id_ in besloten)
            for id_ in _PUNTEN
        ]
    )


def _vol(besloten: frozenset[str]) -> Zitting:
    """Return a meeting in which everything at a besloten item, and every besloten part, tells the secret."""

    def woord(punt: str) -> str:
        return _GEHEIM if punt in besloten else "open"

    gast = een_presentie(
        id="gast", naam=woord("1a"), hoedanigheid=Hoedanigheid.GENODIGDE, van_punt_id="1a", tot_punt_id="1a"
    )
    correcties = [
        Correctie(
            id=punt, volgorde=punt, agendapunt_id=punt, was=woord(punt), wordt=woord(punt), datum=date(2026, 4, 1)
        )
        for punt in _PUNTEN
    ]
    apart = Correctie(
        id="c", volgorde="c", agendapunt_id="2", was=_GEHEIM, wordt="", datum=date(2026, 4, 1), besloten=True
    )
    return een_zitting(
        opname=_opname(besloten),
        verslag=Verslag(id="v", vergadering_id="vergadering", correcties=(*correcties, apart)),
        presentie=(een_presentie(id="lid", van_punt_id="1a", tot_punt_id="2"), gast),
        belangen=tuple(Belang(id=punt, agendapunt_id=punt, presentie_id="lid", reden=woord(punt)) for punt in _PUNTEN),
        verslagen={
            punt: Puntverslag(id=punt, agendapunt_id=punt, besproken=woord(punt), besloten_deel=_GEHEIM)
            for punt in _PUNTEN
        },
        besluiten=(
            *(een_besluit(agendapunt_id=punt, tekst=woord(punt)) for punt in _PUNTEN),
            een_besluit(agendapunt_id="2", tekst=_GEHEIM, besloten=True),
        ),
        stemmingen=(
            *(een_stemming(agendapunt_id=punt, onderwerp=woord(punt)) for punt in _PUNTEN),
            een_stemming(agendapunt_id="2", onderwerp=_GEHEIM, besloten=True),
        ),
        acties=(
            *(een_actie(agendapunt_id=punt, tekst=woord(punt)) for punt in _PUNTEN),
            een_actie(tekst=_GEHEIM, besloten=True),
        ),
        rondes=tuple(_ronde(punt, woord(punt)) for punt in _PUNTEN),
    )


def _ronde(punt: str, woord: str) -> Ronde:
    dag = date(2026, 4, 1)
    reactie = Reactie(id=f"reactie-{punt}", volgorde="1", naam="Roos van Dalen", toelichting=woord)
    return Ronde(id=f"ronde-{punt}", agendapunt_id=punt, verzonden=dag, uiterlijk=dag, reacties=(reactie,))


@given(st.frozensets(st.sampled_from(_PUNTEN)))
def test_what_everybody_may_know_holds_no_word_that_was_said_behind_closed_doors(besloten: frozenset[str]) -> None:
    openbaar = _vol(besloten).voor_iedereen()
    assert _GEHEIM not in repr(openbaar)
    assert openbaar.rij == tuple(punt for punt in _PUNTEN if punt not in besloten)
    assert openbaar.voor_iedereen() == openbaar


@given(st.frozensets(st.sampled_from(_PUNTEN), min_size=1))
def test_a_public_meeting_with_anything_besloten_in_it_cannot_be_made(besloten: frozenset[str]) -> None:
    with pytest.raises(BeslotenInOpenbaarVerslag):
        replace(_vol(besloten), openbaar=True)


def test_a_besloten_part_of_an_open_item_alone_is_enough_to_refuse() -> None:
    deel = {"2": Puntverslag(id="2", agendapunt_id="2", besloten_deel=_GEHEIM)}
    with pytest.raises(BeslotenInOpenbaarVerslag):
        een_zitting(opname=_opname(frozenset()), verslagen=deel, openbaar=True)


@pytest.mark.parametrize("veld", ["tekst", "door", "oorsprong"])
def test_an_action_with_a_besloten_passage_is_kept_from_everybody_and_refused_in_public(veld: str) -> None:
    actie = een_actie(agendapunt_id="2", **{veld: f"het bod is ~~{_GEHEIM}~~"})
    zitting = een_zitting(opname=_opname(frozenset()), acties=(actie,))
    assert zitting.heeft_besloten()
    assert _GEHEIM not in repr(zitting.voor_iedereen())
    stof = Zittingstof(zitting=zitting, acties=(Actiepost(actie=actie, gremium="BC WK"),))
    assert _GEHEIM not in repr(stof.voor_iedereen())
    with pytest.raises(BeslotenInOpenbaarVerslag):
        replace(zitting, openbaar=True)


@pytest.mark.parametrize("veld", ["was", "wordt", "reden"])
def test_a_correction_with_a_besloten_passage_is_kept_from_everybody_and_refused_in_public(veld: str) -> None:
    woorden = {"was": "a", "wordt": "b", "reden": "", veld: f"het bod is ~~{_GEHEIM}~~"}
    was, wordt, reden = woorden.values()
    een = Correctie(id="c", volgorde="c", agendapunt_id="2", datum=date(2026, 4, 1), was=was, wordt=wordt, reden=reden)
    verslag = Verslag(id="v", vergadering_id="vergadering", correcties=(een,))
    zitting = een_zitting(opname=_opname(frozenset()), verslag=verslag)
    assert zitting.heeft_besloten()
    assert _GEHEIM not in repr(zitting.voor_iedereen())
    with pytest.raises(BeslotenInOpenbaarVerslag):
        replace(zitting, openbaar=True)


def test_who_came_at_a_besloten_item_came_for_everybody_at_the_next_open_one() -> None:
    openbaar = _vol(frozenset({"1a"})).voor_iedereen()
    assert [(wie.id, wie.van_punt_id, wie.tot_punt_id) for wie in openbaar.presentie] == [("lid", "2", "2")]


@pytest.mark.parametrize(("van", "tot"), [("3", None), (None, "1"), ("3", "3"), ("1", "1")])
def test_a_member_who_was_at_besloten_items_alone_is_absent_for_everybody(van: str | None, tot: str | None) -> None:
    wie = een_presentie(van_punt_id=van, tot_punt_id=tot, gekomen=time(9, 50), vertrokken=time(10))
    zitting = een_zitting(opname=_opname(frozenset({"1", "3"})), presentie=(wie,))
    (openbaar,) = zitting.voor_iedereen().presentie
    assert (openbaar.aanwezig, openbaar.gekomen, openbaar.vertrokken) == (False, None, None)
    assert zitting.voor_iedereen().voor_iedereen() == zitting.voor_iedereen()


def test_a_member_who_came_back_for_a_besloten_item_alone_is_named_once() -> None:
    eerst = een_presentie(id="lid", lid_id="zetel", tot_punt_id="1a")
    terug = een_presentie(id="terug", lid_id="zetel", van_punt_id="3")
    zitting = een_zitting(opname=_opname(frozenset({"3"})), presentie=(eerst, terug))
    assert [wie.id for wie in zitting.voor_iedereen().presentie] == ["lid"]


def test_a_guest_of_a_besloten_item_alone_is_not_named() -> None:
    assert "gast" not in {wie.id for wie in _vol(frozenset({"1a"})).voor_iedereen().presentie}
    assert "gast" in {wie.id for wie in _vol(frozenset()).voor_iedereen().presentie}


def test_the_quorum_follows_who_comes_and_goes() -> None:
    gremium = een_gremium()
    leden = [een_lidmaatschap(gremium_id=gremium.id) for _ in range(3)]
    punten = [een_agendapunt(id=id_, volgorde=id_) for id_ in ("1", "2")]
    zitting = een_zitting(
        opname=een_opname(gremium=gremium, leden=leden, agendapunten=punten),
        presentie=(een_presentie(), een_presentie(tot_punt_id="1"), een_presentie(stemgewicht=0)),
    )
    eerste, tweede = (zitting.quorum(punt) for punt in punten)
    assert (eerste.zetels, eerste.nodig, eerste.aanwezig, eerste.is_er) == (3, 2, 2, True)
    assert (tweede.aanwezig, tweede.is_er) == (1, False)


def test_who_has_no_vote_takes_no_seat_of_the_quorum() -> None:
    gremium = een_gremium()
    leden = [een_lidmaatschap(gremium_id=gremium.id) for _ in range(11)]
    leden += [een_lidmaatschap(gremium_id=gremium.id, rol=rol) for rol in (Rol.SECRETARIS, Rol.ADVISEUR)]
    leden += [
        een_lidmaatschap(gremium_id=gremium.id, stemgewicht=0),
        een_lidmaatschap(gremium_id=gremium.id, stemrecht=False),
    ]
    punt = een_agendapunt(id="1", volgorde="1")
    zitting = een_zitting(
        opname=een_opname(gremium=gremium, leden=leden, agendapunten=[punt]),
        presentie=tuple(een_presentie(id=str(nr), lid_id=lid.id) for nr, lid in enumerate(leden[:6])),
    )
    quorum = zitting.quorum(punt)
    assert (quorum.zetels, quorum.nodig, quorum.aanwezig, quorum.is_er) == (11, 6, 6, True)


def test_the_item_that_began_and_did_not_end_is_dealt_with_while_the_meeting_runs() -> None:
    opname = _opname(frozenset())
    verslagen = {
        "1": Puntverslag(id="1", agendapunt_id="1", begonnen=time(9), geeindigd=time(9, 10)),
        "2": Puntverslag(id="2", agendapunt_id="2", begonnen=time(9, 10)),
    }
    zitting = een_zitting(opname=opname, verslagen=verslagen)
    assert zitting.in_behandeling is None, "it was not opened"
    bezig = replace(opname, vergadering=opname.vergadering.gehouden(time(9), None))
    punt = replace(zitting, opname=bezig).in_behandeling
    assert punt is not None
    assert punt.id == "2"
    assert een_zitting(opname=bezig).in_behandeling is None


def test_items_that_were_tabled_to_be_decided_on_and_were_not_are_known() -> None:
    ter = {"1": Behandeling.BESLUITVORMING, "1a": Behandeling.BESPREKING, "2": Behandeling.VASTSTELLING}
    punten = [een_agendapunt(id=id_, volgorde=id_, behandeling=frozenset({hoe})) for id_, hoe in ter.items()]
    onder = een_agendapunt(id="2a", volgorde="2a", ouder_id="2")
    zitting = een_zitting(opname=een_opname(agendapunten=[*punten, onder]))
    assert [punt.id for punt in zitting.zonder_besluit] == ["1", "2a"], "a sub-item is treated as what it is under"
    besloten = replace(zitting, besluiten=(een_besluit(agendapunt_id="1"),))
    assert [punt.id for punt in besloten.zonder_besluit] == ["2a"]


def test_what_belongs_to_an_item_is_found_with_it() -> None:
    zitting = _vol(frozenset())
    punt = zitting.opname.punt("3")
    assert [een.agendapunt_id for een in zitting.besluiten_bij(punt)] == ["3"]
    assert [een.agendapunt_id for een in zitting.acties_bij(punt)] == ["3"]
    assert [een.agendapunt_id for een in zitting.stemmingen_bij(punt)] == ["3"]
    assert zitting.verslag_van(punt).besproken == "open"
    assert zitting.aanwezigen(punt) == ()
    assert [wie.id for wie in zitting.aanwezigen()] == ["lid", "gast"]


@pytest.mark.parametrize(
    ("van", "tot", "duur"),
    [
        (time(9, 40), time(9, 55), 45),
        (time(8, 50), time(9, 10), 50),
        (time(9, 50), time(10, 30), 50),
        (time(9, 50), None, 50),
        (time(8, 0), time(8, 30), 60),
        (time(10, 0), time(10, 30), 60),
    ],
)
def test_a_break_is_no_time_of_the_item(van: time, tot: time | None, duur: int) -> None:
    zitting = een_zitting(
        opname=een_opname(agendapunten=[een_agendapunt(id="p")]),
        verslagen={"p": Puntverslag(id="v", agendapunt_id="p", begonnen=time(9), geeindigd=time(10))},
        schorsingen=(Schorsing(id="s", vergadering_id="vergadering", begonnen=van, hervat=tot),),
    )
    assert zitting.duur(zitting.opname.punt("p"), time(11)) == duur


def test_a_break_past_midnight_is_no_time_of_the_item_either() -> None:
    zitting = een_zitting(
        opname=een_opname(agendapunten=[een_agendapunt(id="p")]),
        verslagen={"p": Puntverslag(id="v", agendapunt_id="p", begonnen=time(23, 30))},
        schorsingen=(Schorsing(id="s", vergadering_id="vergadering", begonnen=time(23, 50), hervat=time(0, 5)),),
    )
    assert zitting.duur(zitting.opname.punt("p"), time(0, 30)) == 45
