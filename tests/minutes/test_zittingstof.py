"""What the papers of a meeting are made of: the meeting, the actions of its own body, and the next meeting."""

from datetime import date

from tests.bouwers import een_gremium, een_vergadering
from tests.zittingbouwers import een_actie
from tk_desktop.minutes.zittingstof import gather_zittingstof
from tk_desktop.store.werkmap import Store


def test_actions_of_another_body_stay_out_of_the_papers(store: Store) -> None:
    store.gremia.save(een_gremium(id="ab", naam="Algemeen bestuur"))
    store.vergaderingen.save(een_vergadering(id="april", gremium_id="bc", datum=date(2026, 4, 8)))
    for gremium in ("bc", "ab"):
        store.acties.save(een_actie(id=gremium, gremium_id=gremium))
    stof = gather_zittingstof(store, "maart")
    assert [post.actie.id for post in stof.acties] == ["bc"]
    assert stof.volgende is not None
    assert stof.volgende.id == "april"
    assert stof.zitting == store.zitting("maart")
