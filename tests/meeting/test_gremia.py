"""A body keeps its house style."""

from pathlib import Path

import pytest

from tests.bouwers import een_gremium
from tk_desktop.meeting.gremia import choose_huisstijl
from tk_desktop.paper.huisstijl import HuisstijlOnbruikbaar
from tk_desktop.store.werkmap import Store


def test_a_body_gets_a_house_style_that_exists_and_no_other(tmp_path: Path) -> None:
    with Store.open(tmp_path, maken=True) as store:
        gremium = een_gremium()
        with store.transaction():
            store.gremia.save(gremium)
        assert choose_huisstijl(store, gremium.id, "vechtstreek").huisstijl == "vechtstreek"
        with pytest.raises(HuisstijlOnbruikbaar):
            choose_huisstijl(store, gremium.id, "bestaat niet")
        assert store.gremia.get(gremium.id).huisstijl == "vechtstreek"
