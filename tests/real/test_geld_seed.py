"""The amounts of two real reports: their real faults are found with their causes, and nothing else is flagged."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.hulp import tk


def _gevonden(zaden: Path, nummer: str, ernst: str) -> list[tuple[str, str, str]]:
    (bestand,) = zaden.glob(f"{nummer}_*.txt")
    uit = tk("check", "--rapport", bestand, "--json").json
    return [(een["code"], een["waar"], een["wat"]) for een in uit if een["ernst"] == ernst]


def test_the_half_year_report_has_three_faults_and_three_roundings(zaden: Path, toon: Callable[[str], None]) -> None:
    rij, totaal, programma = _gevonden(zaden, "004", "fout")
    assert rij == (
        "GD02",
        "‘Financiën themalijn mentale gezondheid’, rij ‘(Onafhankelijke) cliëntondersteuning’, "
        "kolom ‘Verwacht eindsaldo 31 dec ‘24’",
        "Er staat 30.617; uit de rest van de rij volgt 48.730 (verschil -18.113). Dat is precies de "
        "begrotingswijziging van 18.113: er is gerekend met de oorspronkelijke begroting.",
    )
    assert totaal[:2] == ("GD01", "‘Financieel totaaloverzicht – lasten’, rij ‘Totaal’, kolom ‘Begroting (dec ‘23)’")
    assert "5.978.615; de posten zijn samen 5.878.615 (verschil 100.000)" in totaal[2]
    assert programma[0] == "GD03"
    assert "rij ‘Programma organisatie algemeen’" in programma[1]
    assert "Hier staat 1.842.422; in een andere tabel staat 1.846.422 (verschil -4.000)." in programma[2]
    assert programma[2].endswith("Met 1.846.422 klopt het totaal van deze kolom ook.")
    rond = _gevonden(zaden, "004", "info")
    assert [code for code, _, _ in rond] == ["GD05"] * 3
    zinnen = " ".join(wat for _, _, wat in (rij, totaal, programma, *rond))
    assert "877.224" not in zinnen
    assert "430.328" not in zinnen
    toon(f"004: 3 fouten, {len(rond)} afrondingen")


def test_the_report_on_core_tasks_has_one_part_of_which_the_totals_are_wrong(
    zaden: Path, toon: Callable[[str], None]
) -> None:
    fouten = _gevonden(zaden, "003", "fout")
    assert [(code, waar) for code, waar, _ in fouten] == [
        ("GD02", "‘7. Financiën Staf in SamenTwente’, rij ‘Totalen financieel’, kolom ‘Totale lasten’"),
        ("GD01", "‘7. Financiën Staf in SamenTwente’, rij ‘Totalen financieel’, kolom ‘Totale lasten’"),
    ]
    assert "In alle kolommen staat hetzelfde bedrag" in fouten[0][2]
    assert "1.079.400; de posten zijn samen 1.169.400 (verschil -90.000)" in fouten[1][2]
    rond = _gevonden(zaden, "003", "info")
    toon(f"003: {len(fouten)} fouten, {len(rond)} afrondingen")
    assert [code for code, _, _ in rond] == ["GD05"] * 6
