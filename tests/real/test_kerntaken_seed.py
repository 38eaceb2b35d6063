"""The core tasks of a real organisation: every bouwsteen of every part, counted by hand, and what the parts cost."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tk_desktop.domain.begroting import Zijde
from tk_desktop.domain.programmacontrole import controleer_begroting
from tk_desktop.intake.bouwstenen import AANVULLEND
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.kerntaken import lees_kerntaken
from tk_desktop.intake.tekst import herstelde_regels
from tk_desktop.programme.overnemen import keep_programma
from tk_desktop.store.werkmap import Store

AANTALLEN = {
    "OZJT": (16, 0),
    "GGD-JGZ": (8, 15),
    "AGZ": (9, 7),
    "GGD-Staf": (6, 5),
    "VTT": (8, 0),
    "Dienstverlening": (17, 0),
}
"""Bouwstenen and additional tasks of each part."""
LASTEN = {
    "OZJT": 3_920_942,
    "GGD-JGZ": 17_392_299,
    "AGZ": 7_575_353,
    "GGD-Staf": 1_169_400,
    "VTT": 6_061_095,
    "Dienstverlening": 12_647_000,
}
"""What the posts of each part are together."""
GRONDEN = {
    "OZJT": {"C": 15, "": 1},
    "GGD-JGZ": {"B": 3, "C": 18, "D": 1, "": 1},
    "AGZ": {"A": 4, "B": 3, "C": 7, "": 2},
    "GGD-Staf": {"A": 1, "B": 1, "C": 5, "D": 1, "": 3},
    "VTT": {"A": 1, "B": 1, "C": 6},
    "Dienstverlening": {"": 17},
}
"""On what ground the tasks are done; none where the paper names two, or another."""


def test_every_bouwsteen_of_every_part_is_read_and_kept(
    zaden: Path, tmp_path: Path, toon: Callable[[str], None]
) -> None:
    (bestand,) = zaden.glob("003_*.txt")
    regels = herstelde_regels(bestand.read_text(encoding="utf-8"))
    lezing = lees_kerntaken(regels, vind_tabellen(regels))
    assert lezing is not None
    for deel in lezing.kerndelen:
        kern = [een for een in deel.bouwstenen if een.groep != AANVULLEND]
        aanvullend = [een for een in deel.bouwstenen if een.groep == AANVULLEND]
        assert (len(kern), len(aanvullend)) == AANTALLEN[deel.naam]
        for rij in (kern, aanvullend):
            assert [een.nummer for een in rij] == [str(nummer) for nummer in range(1, len(rij) + 1)]
        assert Counter(een.categorie for een in deel.bouwstenen) == GRONDEN[deel.naam]
        assert all(len(een.naam.split()) <= 20 and een.velden for een in deel.bouwstenen)
    agz = next(deel for deel in lezing.kerndelen if deel.naam == "AGZ")
    assert sum(een.bedrag or 0 for een in agz.bouwstenen) == LASTEN["AGZ"] - 33_441  # a post that is no bouwsteen
    with Store.open(tmp_path, maken=True) as store:
        stand = keep_programma(store, lezing)
        stenen = store.kerntaken.bouwstenen.van(stand.programma.id)
        assert len(stenen) == sum(kern + meer for kern, meer in AANTALLEN.values()) == 91
        kosten: Counter[str] = Counter()
        for regel in stand.regels:
            if regel.zijde is Zijde.LASTEN:
                kosten[regel.groep] += sum(een.bedrag or 0 for een in regel.bedragen)
        assert dict(kosten) == LASTEN
        assert {een.naam: een.bedrag for een in stand.totalen} == {
            "GGD-JGZ": 17_392_000,
            "GGD-Staf": 1_079_400,
            "Dienstverlening": 12_648_000,
        }
        assert stand.periode is not None
        vondsten = controleer_begroting(stand, stand.periode)
        assert [(een.code, een.tabel, een.verschil) for een in vondsten] == [("GD01", "GGD-Staf", -90_000)], (
            "the rest is right"
        )
    per_deel = ", ".join(f"{naam} {kern}+{meer}" for naam, (kern, meer) in AANTALLEN.items())
    toon(f"003: 91 bouwstenen ({per_deel}), lasten samen {sum(LASTEN.values())}, {len(lezing.vragen())} twijfels")
