"""Layouts as data: what stands in them, what is wrong in them, and how their words are found on paper."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tk_desktop.base.paths import resources
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.nota import FORMULIEREN, Sectiesoort
from tk_desktop.domain.nummer import Nummer
from tk_desktop.intake.aankondiging import ontleed
from tk_desktop.intake.agendaregels import is_kolomkop
from tk_desktop.intake.behandeling import lees_behandeling
from tk_desktop.intake.indeling import (
    IndelingOnbekend,
    gewone_indeling,
    indeling_uit,
    indeling_van,
    indelingen,
)
from tk_desktop.intake.indelingvorm import IndelingOnjuist
from tk_desktop.intake.notasecties import lees_kop
from tk_desktop.intake.woordvormen import lees_puntnummer, opent_met, subletter, titelvorm, zinnen

LAYOUTS = resources() / "layouts"


def waarden(naam: str = "regio") -> dict[str, Any]:
    return tomllib.loads((LAYOUTS / f"{naam}.toml").read_text(encoding="utf-8"))


def test_ours_is_the_first_of_the_layouts_and_the_general_one_the_last() -> None:
    assert [indeling.naam for indeling in indelingen()] == ["regio", "stichting", "waterschap", "algemeen"]


def test_every_heading_that_our_forms_print_is_known_to_our_layout() -> None:
    koppen = [(sectie.soort, sectie.kop) for vorm in FORMULIEREN.values() for sectie in vorm.secties]
    assert [lees_kop(kop) for _, kop in koppen] == koppen


@pytest.mark.parametrize(
    ("pad", "waarde", "oorzaak"),
    [
        ("titel", None, "‘titel’ ontbreekt"),
        ("formaat", 2, "‘formaat’ is 2"),
        ("agenda.hoofdnummer", "I.", "‘agenda.hoofdnummer’ is ‘I.’; het kan zijn"),
        ("agenda.titels", "Agenda", "‘agenda.titels’ is geen lijst van woorden"),
        ("agenda.titels", [], "‘agenda.titels’ is leeg"),
        ("agenda.velden.zaal", ["ZAAL"], "‘agenda.velden.zaal’ bestaat niet"),
        ("nota.secties.vooral", ["Vooral"], "‘nota.secties.vooral’ bestaat niet"),
        ("verslag.besluiten", ["besluit"], "‘verslag.besluiten’ bestaat niet"),
        ("brief", "Geachte", "‘brief’ is geen tabel"),
    ],
)
def test_what_is_wrong_in_a_layout_is_told_by_its_place(pad: str, waarde: object, oorzaak: str) -> None:
    inhoud = waarden()
    *boven, laatste = pad.split(".")
    tafel = inhoud
    for naam in boven:
        tafel = tafel[naam]
    if waarde is None:
        del tafel[laatste]
    else:
        tafel[laatste] = waarde
    with pytest.raises(IndelingOnjuist) as gevangen:
        indeling_uit(inhoud, "eigen.toml")
    assert "‘eigen.toml’" in str(gevangen.value)
    assert oorzaak in str(gevangen.value)


def test_a_file_that_is_no_layout_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "kapot.toml").write_text("titel = ", encoding="utf-8")
    with pytest.raises(IndelingOnjuist, match=r"kapot\.toml"):
        indelingen(tmp_path)


def test_a_layout_of_the_werkmap_goes_before_one_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    eigen = (LAYOUTS / "stichting.toml").read_text(encoding="utf-8").replace('titel = "Stichting', 'titel = "Onze')
    (tmp_path / "layouts" / "stichting.toml").write_text(eigen, encoding="utf-8")
    assert indeling_van("Stichting", tmp_path).titel.startswith("Onze")
    assert [een.naam for een in indelingen(tmp_path)] == ["regio", "waterschap", "stichting", "algemeen"]


def test_an_unknown_layout_names_those_that_are_there() -> None:
    with pytest.raises(IndelingOnbekend, match="provincie") as gevangen:
        indeling_van("provincie")
    assert "waterschap" in gevangen.value.raad


@pytest.mark.parametrize(
    ("naam", "tekst", "soorten"),
    [
        ("waterschap", "Besluitvormend", {Behandeling.BESLUITVORMING}),
        ("waterschap", "Informerend en opiniërend", {Behandeling.INFORMATIE, Behandeling.OPINIEVORMING}),
        ("stichting", "Om te bespreken", {Behandeling.BESPREKING}),
        ("stichting", "Om kennis te nemen en om te bespreken", {Behandeling.KENNISNAME, Behandeling.BESPREKING}),
    ],
)
def test_each_organisation_says_in_its_own_words_how_an_item_is_treated(
    naam: str, tekst: str, soorten: set[Behandeling]
) -> None:
    gelezen = lees_behandeling(tekst, indeling_van(naam))
    assert gelezen is not None
    assert gelezen.soorten == soorten
    assert lees_behandeling(tekst) is None


def test_headings_of_tables_and_of_sections_follow_the_layout() -> None:
    water = indeling_van("waterschap")
    assert is_kolomkop("PUNT TIJD AGENDAPUNT AARD PORTEFEUILLEHOUDER", water)
    assert not is_kolomkop("NR. ONDERWERP VOORSTEL/ADVIES", water)
    assert lees_kop("Gevraagde beslissing", water) == (Sectiesoort.VOORSTEL, "Gevraagde beslissing")
    assert lees_kop("Voorstel", water) is None


def test_announced_papers_have_the_kind_that_the_layout_gives_their_word() -> None:
    titel, stukken, _ = ontleed("Bestuursvoorstel ‘Kades’ (voorstel met annexen 1 t/m 3)", indeling_van("waterschap"))
    assert titel == "Kades"
    assert [(stuk.soort.value, stuk.bijlagen_beloofd) for stuk in stukken] == [("adviesnota", 3)]


@pytest.mark.parametrize(
    ("tekst", "nummer"), [("2", "2"), ("1A.", "1A"), ("2a", "2a"), ("3.2", "3b"), ("4)", "4"), ("2 a.", "2a")]
)
def test_numbers_of_items_are_read_in_every_shape(tekst: str, nummer: str) -> None:
    gelezen = lees_puntnummer(tekst)
    assert gelezen is not None
    assert gelezen[0] == Nummer.lees(nummer)
    assert lees_puntnummer("geen nummer") is None


def test_a_rank_is_a_letter_and_a_letter_stays_one() -> None:
    assert [subletter(teken) for teken in ("1", "3", "b")] == ["a", "c", "b"]


def test_phrases_are_whole_words_with_room_for_others() -> None:
    woorden = gewone_indeling().brief.uitnodiging
    assert zinnen(woorden).search("Hierbij nodigt de voorzitter u uit.")
    assert not zinnen(("pad",)).search("paddenstoel")
    assert opent_met("Notulen van maart", ("Notulen",))
    assert not opent_met("Notulenboek", ("Notulen",))
    treffer = titelvorm(("Agenda",)).fullmatch("Agenda van de vergadering van het bestuur Oeverland")
    assert treffer
    assert treffer["gremium"] == "bestuur Oeverland"
