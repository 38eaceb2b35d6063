"""A secret planted anywhere in a meeting leaves no string in any file of the site for everybody (J10)."""

from dataclasses import replace
from datetime import time
from pathlib import Path

from tests.export.test_lekken import Planter, Zoeker
from tests.extranet.test_publiceren import zet_op
from tk_desktop.domain.vergadering import Status
from tk_desktop.store.werkmap import Store

PLANTINGEN = (701, 702, 703)


def test_what_is_planted_behind_closed_doors_is_in_no_file_of_the_site_for_everybody(
    store: Store, site: Path, vergadering_id: str, tmp_path: Path
) -> None:
    vergadering = store.vergaderingen.get(vergadering_id)
    store.vergaderingen.save(replace(vergadering, status=Status.GEHOUDEN, begonnen=time(9, 30), geeindigd=time(11, 0)))
    woorden = []
    for zaad in PLANTINGEN:
        map_ = tmp_path / f"{zaad}"
        map_.mkdir()
        planter = Planter(store, store.opname(vergadering_id), map_, zaad)
        for plek in planter.plekken():
            plek()
        woorden.append(planter.woord)
    planter.stel_vast()
    zet_op(store, site, vergadering_id, nakijken=False)  # planted words look like names: that guard would stop it here
    assert list(site.glob("*/verslag.pdf")), "the approved verslag is on the site"
    zoeker = Zoeker()
    assert {woord: zoeker.vind(site, woord) for woord in woorden} == {woord: [] for woord in woorden}
