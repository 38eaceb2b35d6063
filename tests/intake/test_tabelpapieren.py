"""The verslagen in a PDF are read by their tables: our own, and those of others without tags."""

from datetime import date, time
from pathlib import Path

from tests.export.test_verslag import _zitting
from tests.intake.huisstijlpakken import regels, rij, schrijf
from tests.intake.pakbouwers import NOTA
from tests.verpakt import VOORBEELD
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.export.verslag import write_verslag
from tk_desktop.export.vorm import Vorm
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakvoorstel import Deelsoort

KOLOMMEN = (50.0, 80.0, 200.0, 300.0, 480.0)


def test_our_own_verslag_comes_back_from_pdf_as_from_word(tmp_path: Path) -> None:
    (verslag,) = lees_pak(write_verslag(_zitting(), tmp_path / "verslag.pdf", Vorm.PDF)).lezing.verslagen
    assert (verslag.datum, verslag.begin, verslag.einde) == (date(2026, 3, 11), time(9, 3), time(10, 20))
    assert [(wie.naam, wie.namens) for wie in verslag.aanwezig] == [
        ("Bram Sluiter", "Kadijk"),
        ("Roos van Dalen", "Veenhoek"),
    ]
    assert [(str(een.nummer), een.onderwerp, een.besloten) for een in verslag.rijen] == [
        ("1", "Opening", False),
        ("2", "Veilige oevers", False),
        ("3", "Oesterbank", True),
    ]
    oevers = verslag.rijen[1]
    assert [(een.uitkomst, een.minderheid) for een in oevers.besluiten] == [(Uitkomst.CONFORM, "Kadijk was tegen.")]
    assert [(een.door, een.tekst, een.voor) for een in oevers.acties] == [
        ("WK/directie", "Belt de aannemer", date(2026, 4, 1))
    ]
    assert "Oesterbank" not in oevers.besproken
    assert "Oesterbank is duur." in oevers.besloten_deel


def test_a_verslag_without_tags_is_read_by_its_columns_over_its_pages() -> None:
    (verslag,) = lees_pak(VOORBEELD / "9a verslag - BC GO 12 maart 2026.pdf").lezing.verslagen
    assert (verslag.datum, len(verslag.aanwezig), len(verslag.afwezig)) == (date(2026, 3, 12), 13, 2)
    assert [str(een.nummer) for een in verslag.rijen] == ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    terugblik, jaarplan = verslag.rijen[1:3]
    assert terugblik.onderwerp == "Terugblik op de proef Fit de klas in"
    assert [een.uitkomst for een in jaarplan.besluiten] == [Uitkomst.CONFORM]
    assert [(een.door, een.voor) for een in terugblik.acties] == [("N. Wijnbergen", date(2026, 5, 15))]
    assert "De heer Nollen verlaat de vergadering om 10.25" in jaarplan.toelichting, (
        "a line across the columns is whole"
    )
    assert "Marjolein" not in verslag.rijen[-1].toelichting, "who signs stands under the table"


def test_verslagen_behind_each_other_are_two_and_what_follows_is_of_neither(tmp_path: Path) -> None:
    def een_verslag(dag: str, onderwerp: str) -> list[tuple[float, float, str]]:
        koppen = ("NR.", "ONDERWERP", "VOORSTEL/ADVIES", "BESLISSING", "ACTIE DOOR")
        return [
            *regels(50, 60, "Verslag dagelijks bestuur Vlonderdijk", f"Datum {dag}"),
            *regels(50, 88, "Aanwezig Roos van Dalen (Veenhoek),"),
            *regels(100, 102, "Bram Sluiter (Kadijk)"),
            *rij(140, *zip(KOLOMMEN, koppen, strict=True)),
            *rij(170, (KOLOMMEN[0], "1."), (KOLOMMEN[1], "Opening"), (KOLOMMEN[3], "De voorzitter opent.")),
            *rij(200, (KOLOMMEN[0], "2."), (KOLOMMEN[1], onderwerp), (KOLOMMEN[3], "Besluit: conform advies"),
                (KOLOMMEN[4], "Siem Hoek")),
        ]  # fmt: skip

    bron = schrijf(
        tmp_path / "twee.pdf",
        [
            een_verslag("4 maart 2026", "Steigers"),
            een_verslag("8 april 2026", "Boeien"),
            regels(50, 60, *NOTA),
        ],
    )  # fmt: skip
    voorstel = lees_pak(bron)
    assert [(een.datum, [een_rij.onderwerp for een_rij in een.rijen]) for een in voorstel.lezing.verslagen] == [
        (date(2026, 3, 4), ["Opening", "Steigers"]),
        (date(2026, 4, 8), ["Opening", "Boeien"]),
    ]
    assert [[wie.naam for wie in een.aanwezig] for een in voorstel.lezing.verslagen] == [
        ["Roos van Dalen", "Bram Sluiter"]
    ] * 2
    assert [(deel.van, deel.tot) for deel in voorstel.delen if deel.soort is Deelsoort.VERSLAG] == [(1, 1), (2, 2)]
    assert not any("datum" in een.wat for een in voorstel.lezing.twijfels)
