"""Of an item that is removed nothing may be lost that was said, voted, agreed or decided at it."""

from datetime import date
from typing import Any

import pytest

from tests.bouwers import een_agendapunt, een_opname
from tests.zittingbouwers import een_actie, een_besluit, een_stemming, een_zitting
from tk_desktop.domain.behandeld import PuntBehandeld, require_onbehandeld
from tk_desktop.domain.ronde import Ronde
from tk_desktop.domain.verslag import Puntverslag

PUNTEN = (een_agendapunt(id="een", titel="Oevers"), een_agendapunt(id="twee", titel="Sluis"))
DAG = date(2026, 3, 11)
LEEG = Puntverslag(id="t", agendapunt_id="een")


@pytest.mark.parametrize(
    "gedaan",
    [
        {"verslagen": {"een": Puntverslag(id="t", agendapunt_id="een", besproken="Er is gesproken.")}},
        {"verslagen": {"een": LEEG}, "dubbel": (Puntverslag(id="u", agendapunt_id="een", besloten_deel="Geheim."),)},
        {"besluiten": (een_besluit(agendapunt_id="een"),)},
        {"stemmingen": (een_stemming(agendapunt_id="een"),)},
        {"acties": (een_actie(agendapunt_id="een"),)},
        {"rondes": (Ronde(id="r", agendapunt_id="een", verzonden=DAG, uiterlijk=DAG),)},
    ],
)
def test_an_item_at_which_something_was_done_is_not_removed(gedaan: dict[str, Any]) -> None:
    zitting = een_zitting(opname=een_opname(agendapunten=PUNTEN), **gedaan)
    with pytest.raises(PuntBehandeld, match="Oevers"):
        require_onbehandeld(zitting, PUNTEN)
    require_onbehandeld(zitting, PUNTEN[1:])


def test_an_item_that_was_only_looked_at_can_be_removed() -> None:
    require_onbehandeld(een_zitting(opname=een_opname(agendapunten=PUNTEN), verslagen={"een": LEEG}), PUNTEN)
