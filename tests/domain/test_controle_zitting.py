"""What was done in a meeting is checked: actions, votes, names, besluiten and the verslag."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from tests.bouwers import (
    een_agendapunt,
    een_gremium,
    een_lidmaatschap,
    een_opname,
    een_persoon,
    een_vergadering,
)
from tests.zittingbouwers import een_actie, een_besluit, een_presentie, een_stem, een_stemming, een_zitting
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.bevinding import Bevinding
from tk_desktop.domain.controle import Controlecontext, controleer
from tk_desktop.domain.controle.zitting import CODES
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stemming import Keuze, Stemsoort, Stemwijze
from tk_desktop.domain.verslag import Puntverslag, Verslagstaat


def _opname() -> Momentopname:
    return een_opname(
        gremium=een_gremium(),
        vergadering=een_vergadering(),
        agendapunten=[
            een_agendapunt(id="een", volgorde="1", behandeling=frozenset({Behandeling.BESLUITVORMING})),
            een_agendapunt(id="twee", volgorde="2", behandeling=frozenset({Behandeling.KENNISNAME})),
        ],
    )


def _gevonden(context: dict[str, Any] | None = None, **zitting: Any) -> list[Bevinding]:
    opname = _opname()
    heel = een_zitting(opname=opname, **{"presentie": (een_presentie(),), **zitting})
    alle = controleer(opname, Controlecontext(zitting=heel, **(context or {})))
    return [bevinding for bevinding in alle if bevinding.code in CODES]


def test_a_meeting_in_which_all_is_right_gives_no_finding() -> None:
    zitting: dict[str, Any] = {
        "acties": (een_actie(agendapunt_id="een", voor=date(2026, 4, 1)),),
        "stemmingen": (
            een_stemming(agendapunt_id="een", voor=1, stemmen=(een_stem(),)),
            een_stemming(agendapunt_id="een", soort=Stemsoort.MOTIE, stemmen=(een_stem(),)),
        ),
        "presentie": (een_presentie(van_punt_id="een", tot_punt_id="twee"),),
        "besluiten": (
            een_besluit(agendapunt_id="een", nummer="BC WK 2026-001"),
            een_besluit(agendapunt_id="twee", nummer="BC WK 2026-002", uitkomst=Uitkomst.KENNISGENOMEN),
        ),
    }
    assert _gevonden(**zitting) == []
    assert controleer(_opname(), Controlecontext()) == controleer(
        _opname(), Controlecontext(zitting=een_zitting(opname=_opname()))
    )


@pytest.mark.parametrize(
    ("code", "zitting", "woorden"),
    [
        ("ZT01", {"acties": (een_actie(agendapunt_id="een", door=" "),)}, "een actie van niemand"),
        ("ZT02", {"acties": (een_actie(voor=date(2025, 4, 1)),)}, "moet klaar zijn op 1-4-2025"),
        (
            "ZT03",
            {"stemmingen": (een_stemming(agendapunt_id="een", voor=3, tegen=1, stemmen=(een_stem(),)),)},
            "4 stemmen geteld, en er konden er 1 zijn",
        ),
        ("ZT04", {"presentie": (een_presentie(van_punt_id="twee", tot_punt_id="een"),)}, "Roos van Dalen ging"),
        ("ZT04", {"presentie": (een_presentie(gekomen=time(10, 0), vertrokken=time(9, 0)),)}, "Roos van Dalen ging"),
        ("ZT05", {"besluiten": (een_besluit(agendapunt_id="twee"),)}, "niet ter besluitvorming"),
        (
            "ZT06",
            {"besluiten": tuple(een_besluit(agendapunt_id="een", nummer="BC 1") for _ in range(2))},
            "BC 1 is meer dan eens gegeven",
        ),
        (
            "ZT09",
            {"presentie": (een_presentie(lid_id="z"), een_presentie(lid_id="z", naam="Piet"))},
            "Roos van Dalen en Piet zitten",
        ),
        (
            "ZT17",
            {"stemmingen": (een_stemming(agendapunt_id="een", stemmen=(een_stem(),)),)},
            "een stemming geopend en niet afgemaakt: er is nog niets geteld",
        ),
        (
            "ZT17",
            {
                "stemmingen": (
                    een_stemming(
                        agendapunt_id="een",
                        wijze=Stemwijze.HOOFDELIJK,
                        soort=Stemsoort.AMENDEMENT,
                        stemmen=(een_stem(keuze=Keuze.VOOR), een_stem(naam="Piet")),
                    ),
                )
            },
            "1 van de 2 namen stemden nog niet",
        ),
        (
            "ZT16",
            {"besluiten": (een_besluit(agendapunt_id="een", nummer="", tekst="", voorgesteld=""),)},
            "staat als besluit ‘conform advies’, en niet wat er is besloten",
        ),
        (
            "ZT18",
            {
                "verslagen": {
                    "een": Puntverslag(
                        id="a", agendapunt_id="een", besproken="Akkoord!\n\n!GGD/dpg belt", besloten_deel=""
                    )
                }
            },
            "geen actie geworden: ‘!GGD/dpg belt’",
        ),
        (
            "ZT08",
            {"dubbel": (Puntverslag(id="b", agendapunt_id="een", besproken="Er zijn *vragen*."),)},
            "een tweede verslagtekst: ‘Er zijn vragen.’",
        ),
    ],
)
def test_what_does_not_hold_together_is_told_once(code: str, zitting: dict[str, Any], woorden: str) -> None:
    (gevonden,) = _gevonden(**zitting)
    assert gevonden.code == code
    assert woorden in gevonden.wat


def test_a_number_that_another_meeting_gave_is_told_with_that_meeting() -> None:
    elders = {"besluitnummers_elders": {"BC 1": ("de vergadering van 4-2-2026",)}}
    (gevonden,) = _gevonden(elders, besluiten=(een_besluit(agendapunt_id="een", nummer="BC 1"),))
    assert (gevonden.code, gevonden.bij) == ("ZT06", "een")
    assert "de vergadering van 4-2-2026" in gevonden.wat


def test_a_draft_verslag_is_told_once_a_later_meeting_was_held() -> None:
    later = {"later_gehouden": date(2026, 4, 8)}
    assert [een.code for een in _gevonden(later)] == ["ZT07"]
    assert _gevonden() == []
    verslag = een_zitting(opname=_opname()).verslag
    assert _gevonden(later, verslag=replace(verslag, staat=Verslagstaat.VASTGESTELD)) == []


@pytest.mark.parametrize(
    ("er", "code"),
    [((), "ZT14"), (("roos",), "ZT13"), (("roos", "bram"), "")],
)
def test_a_besluit_that_too_few_or_none_took_is_told(er: tuple[str, ...], code: str) -> None:
    opname = een_opname(
        gremium=een_gremium(),
        vergadering=een_vergadering(),
        personen=[een_persoon(id=naam, naam=naam) for naam in ("roos", "bram", "wies")],
        leden=[een_lidmaatschap(id=f"z-{naam}", persoon_id=naam) for naam in ("roos", "bram", "wies")],
        agendapunten=[een_agendapunt(id="een", behandeling=frozenset({Behandeling.BESLUITVORMING}))],
    )
    lijst = tuple(
        een_presentie(naam=naam, lid_id=f"z-{naam}", aanwezig=naam in er) for naam in ("roos", "bram", "wies")
    )
    zitting = een_zitting(opname=opname, presentie=lijst, besluiten=(een_besluit(agendapunt_id="een"),))
    alle = controleer(opname, Controlecontext(zitting=zitting))
    assert [een.code for een in alle if een.code in CODES] == [code][: bool(code)]
