"""A report on a programme is read with its projects and its money, however its columns ran together."""

from datetime import date
from pathlib import Path

from tests.cli.hulp import tk
from tests.intake.programmatekst import RAPPORT, een_lezing
from tests.real.zaaddruk import OPMAKEN, druk
from tk_desktop.domain.bedrag import VERLOREN
from tk_desktop.domain.begroting import ALLES, Bedragsoort, Zijde
from tk_desktop.export.programmagegevens import programmagegevens
from tk_desktop.intake.bestanden import lees_bestanden


def test_rows_of_which_the_dates_ran_together_read_as_projects() -> None:
    assert [(een.naam, een.fase, een.start, een.eind, een.is_sub, een.ouder) for een in een_lezing().projecten] == [
        ("Kade op recept", "Realisatiefase", "01-2024", "12-2027", False, ""),
        ("Bereik vergroten van sluiswachters", "Nazorgfase", "Voor huidige werkagenda", "doorlopend", False, ""),
        (
            "Scholing- en deskundigheidsbevordering voor de bediening",
            "Voorbereidingsfase",
            "02-2025",
            "nog niet bekend",
            True,
            "Kade op recept",
        ),
        ("Vaarpas", "Initiatiefase", "01-2025", "12-2024", False, ""),
    ]


def test_footnotes_and_aims_come_with_their_project() -> None:
    kade, bereik, scholing, vaarpas = een_lezing().projecten
    assert kade.eindnoot == "Op die dag loopt ook het geld voor de kade af."
    assert bereik.eindnoot == "Doorlopend is zo lang als deze werkagenda duurt."
    assert [een.doel for een in (kade, bereik, scholing, vaarpas)] == [
        "De kade eerder droog.",
        "Meer sluiswachters spreken.",
        "Iedereen kan de sluis bedienen.",
        "",
    ]
    assert vaarpas.naamnoot == "***", "a mark of which the words stand under another list stays a mark"


def test_what_the_report_says_of_itself_is_held_against_what_was_found() -> None:
    lezing = een_lezing()
    assert (lezing.naam, lezing.gesteld) == ("Waterkantse Koers", (3, 3))
    assert lezing.periode is not None
    assert (lezing.periode.naam, lezing.periode.van, lezing.periode.tot) == (
        "2025-1",
        date(2025, 1, 1),
        date(2025, 6, 30),
    )
    assert (lezing.periode.begroot, lezing.periode.gewijzigd) == ("dec ‘24", "maart ‘25")
    assert [(lijn.naam, lijn.ambitie) for lijn in lezing.themalijnen] == [
        ("Kades en sluizen", "Binnen deze themalijn richten we ons op droge voeten voor iedereen."),
        ("Ouderen", "Varen tot op hoge leeftijd."),
        ("Jeugd", ""),
    ]
    assert lezing.vragen() == (
        "Meenemen naar 2026: de posten zijn samen 310, de tekst noemt 300.",
        "Themalijn ‘Jeugd’ wordt genoemd, maar heeft in dit stuk geen projecten.",
        "Bij 2 projecten staan gerealiseerde resultaten; welke bij welk project horen, is niet zeker. "
        "Neem ze over van papier.",
    )
    kapot = een_lezing(RAPPORT.replace("• € 200 van", f"• € 2{VERLOREN}0 van"))
    assert [een.bedrag for een in kapot.meenemen] == [110]
    assert kapot.vragen()[0] == (
        f"Meenemen naar 2026: van ‘• € 2{VERLOREN}0 vanuit themalijn Kades en sluizen’ is het bedrag niet te lezen."
    )
    anders = een_lezing(
        RAPPORT.replace("thema met 2 projecten", "thema met 4 projecten").replace("met 3 pro", "met 9 pro")
    )
    assert anders.vragen()[-2:] == (
        "Themalijn ‘Kades en sluizen’: gevonden 2 projecten en 1 subproject; de tekst noemt er 4 en 1.",
        "De tekst noemt 9 projecten; er zijn er 3 gevonden.",
    )


def test_phases_and_abbreviations_are_read_with_what_they_mean() -> None:
    lezing = een_lezing()
    assert [(fase.naam, fase.kern) for fase in lezing.fasen] == [("Realisatiefase", "doen")]
    assert dict(lezing.afkortingen)["WLV"] == "Wet lange vaart"
    los = een_lezing(RAPPORT.replace("Wet lange vaart\n", ""))
    assert los.afkortingen == ()
    assert "Er staan 4 afkortingen en 3 omschrijvingen; ze zijn niet gekoppeld." in los.vragen()


def test_rows_of_tables_are_lines_of_their_project_and_an_overview_gives_the_rest() -> None:
    lezing = een_lezing()
    assert [(een.naam, een.zijde, een.themalijn, een.project) for een in lezing.regels] == [
        ("Kade op recept", Zijde.LASTEN, "Kades en sluizen", "Kade op recept"),
        ("Bereik vergroten van sluiswachters", Zijde.LASTEN, "Kades en sluizen", "Bereik vergroten van sluiswachters"),
        ("Rijk", Zijde.BATEN, "", ""),
        ("Provincie", Zijde.BATEN, "", ""),
        ("Risicoreserve", Zijde.BATEN, "", ""),
        ("Overig budget", Zijde.LASTEN, "", ""),
        ("Risicoreserve", Zijde.LASTEN, "", ""),
    ]
    assert [een.bedrag for een in lezing.regels[0].bedragen] == [1_000, 2_000, 500, 1_500, 1_000, 400]
    reserve = lezing.regels[4]
    assert reserve.buiten_totaal
    assert [(een.soort, een.bedrag) for een in reserve.bedragen] == [(Bedragsoort.GEWIJZIGD, 700)]
    gewijzigd = {
        (een.naam, een.bedrag)
        for een in lezing.totalen
        if een.soort is Bedragsoort.GEWIJZIGD and een.zijde is Zijde.LASTEN
    }
    assert gewijzigd == {("Kades en sluizen", 5_000), ("Kades en sluizen", 5_100), (ALLES, 10_500)}


def test_a_table_in_thousands_is_kept_in_euros_and_its_rounding_is_no_difference() -> None:
    in_euros = "Begroting (dec ‘24) Gewijzigde begroting\n(maart ‘25)\n\nBesteed"
    assert RAPPORT.count(f" {in_euros}") == 1
    duizend = RAPPORT.replace(f" {in_euros}", f" Bedragen x € 1.000\n{in_euros}")
    kade = een_lezing(duizend.replace("€ 1.500 € 1.000 € 400", "€ 1.501 € 1.000 € 501")).regels[0]
    assert [(een.soort.value, een.bedrag, een.tekst) for een in kade.bedragen] == [
        ("begroting", 1_000_000, "€ 1.000 (× € 1.000)"),
        ("gewijzigd", 2_000_000, "€ 2.000 (× € 1.000)"),
        ("besteed", 500_000, "€ 500 (× € 1.000)"),
        ("verwacht", 1_000_000, "€ 1.000 (× € 1.000)"),
    ]
    anders = een_lezing(duizend)
    assert [een.bedrag for een in anders.regels[0].bedragen if een.soort is Bedragsoort.EINDSALDO] == [400_000]
    totaal = next(een for een in anders.totalen if een.naam == "Kades en sluizen")
    assert (totaal.bedrag, totaal.eenheid) == (4_000_000, 1_000)


def test_the_printed_report_reads_the_same(tmp_path: Path) -> None:
    regels = RAPPORT.splitlines()
    bladen = {nr for nr, regel in enumerate(regels, 1) if regel.startswith(" ")}
    doel = tmp_path / "rapport.pdf"
    druk(regels, bladen, OPMAKEN[1], doel)
    (bestand,) = lees_bestanden([doel])
    assert bestand.programma is not None
    zonder = {"regel", "plek", "waar"}
    gedrukt, direct = (programmagegevens(lezing) for lezing in (bestand.programma, een_lezing()))
    assert _zonder(gedrukt, zonder) == _zonder(direct, zonder)


def test_a_report_is_taken_over_when_that_is_asked(tmp_path: Path) -> None:
    bron = tmp_path / "rapport.txt"
    bron.write_text(RAPPORT, encoding="utf-8")
    (gegevens,) = tk("intake", bron, "--werkmap", tmp_path / "w", "--json").json["programma"]
    assert gegevens["naam"] == "Waterkantse Koers"
    uit = tk("intake", bron, "--werkmap", tmp_path / "w2", "--programma").uit
    assert (
        "Programma Waterkantse Koers: 3 themalijnen, 3 projecten, 1 subproject, 7 begrotingsregels overgenomen" in uit
    )


def _zonder(waarde: object, namen: set[str]) -> object:
    if isinstance(waarde, dict):
        return {naam: _zonder(deel, namen) for naam, deel in waarde.items() if naam not in namen}
    return [_zonder(deel, namen) for deel in waarde] if isinstance(waarde, list) else waarde
