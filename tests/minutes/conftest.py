"""A werkmap with one meeting that is about to begin."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_lidmaatschap,
    een_opname,
    een_persoon,
    een_vergadering,
    een_voorstelpunt,
)
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.gremium import Rol
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Bestuurscommissie Waterkant on 11 March 2026: a chair, two members, a secretary; items 1, 2, 3 and 3A."""
    mensen = {
        "guus": ("Guus Meerdink", Rol.VOORZITTER, "Veenhoek"),
        "roos": ("Roos van Dalen", Rol.LID, "Oostwaard"),
        "bram": ("Bram Sluiter", Rol.LID, "Kadijk"),
        "femke": ("Femke Aalders", Rol.SECRETARIS, ""),
    }
    punten = [
        een_agendapunt(id="opening", volgorde="1", titel="Opening"),
        een_agendapunt(
            id="oever",
            volgorde="2",
            titel="Veilige oevers",
            behandeling=frozenset({Behandeling.BESLUITVORMING}),
            voorstel=(een_voorstelpunt(tekst="De oever te herstellen."),),
        ),
        een_agendapunt(id="sluis", volgorde="3", titel="Sluis", behandeling=frozenset({Behandeling.BESPREKING})),
        een_agendapunt(id="koop", volgorde="4", titel="Aankoop", besloten=True, ingevoegd=True),
    ]
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        bewaar(
            geopend,
            een_opname(
                gremium=een_gremium(id="bc"),
                vergadering=een_vergadering(id="maart", gremium_id="bc"),
                personen=[een_persoon(id=id_, naam=naam) for id_, (naam, _, _) in mensen.items()],
                leden=[
                    een_lidmaatschap(
                        id=f"zetel-{id_}",
                        persoon_id=id_,
                        rol=rol,
                        namens=namens,
                        stemrecht=rol is not Rol.SECRETARIS,
                        stemgewicht={"guus": 5}.get(id_, 1),
                    )
                    for id_, (_, rol, namens) in mensen.items()
                ],
                agendapunten=punten,
            ),
        )
        yield geopend
