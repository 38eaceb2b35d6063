"""What an archive needs to take a dossier over: MDTO for each dossier, paper and file, held to rules of our own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.bouwers import een_stuk
from tk_desktop.base.files import sha256
from tk_desktop.domain.dossier import Dossierregel, Dossierstap, Waardering
from tk_desktop.domain.vergadering import Status
from tk_desktop.extranet.mdto import NAAMRUIMTE
from tk_desktop.extranet.uitgang import write_uitgang
from tk_desktop.minutes.dossiers import choose_retention, dossier_of
from tk_desktop.store.werkmap import Store

# Per kind of element: its children in their order, and those that must be there (MDTO 1.0.1).
BEGRIP = ("begripLabel", "begripCode", "begripBegrippenlijst"), {"begripLabel", "begripBegrippenlijst"}
VERWIJZING = ("verwijzingNaam", "verwijzingIdentificatie"), {"verwijzingNaam"}
IDENTIFICATIE = ("identificatieKenmerk", "identificatieBron"), {"identificatieKenmerk", "identificatieBron"}
VORM: dict[str, tuple[tuple[str, ...], set[str]]] = {
    "MDTO": (("informatieobject", "bestand"), set()),
    "informatieobject": (
        (
            "identificatie",
            "naam",
            "aggregatieniveau",
            "classificatie",
            "omschrijving",
            "dekkingInTijd",
            "event",
            "waardering",
            "bewaartermijn",
            "informatiecategorie",
            "isOnderdeelVan",
            "bevatOnderdeel",
            "heeftRepresentatie",
            "archiefvormer",
            "beperkingGebruik",
        ),
        {"identificatie", "naam", "waardering", "archiefvormer", "beperkingGebruik"},
    ),
    "bestand": (
        ("identificatie", "naam", "omvang", "bestandsformaat", "checksum", "isRepresentatieVan"),
        {"identificatie", "naam", "omvang", "bestandsformaat", "checksum", "isRepresentatieVan"},
    ),
    "checksum": (
        ("checksumAlgoritme", "checksumWaarde", "checksumDatum"),
        {"checksumAlgoritme", "checksumWaarde", "checksumDatum"},
    ),
    "dekkingInTijd": (
        ("dekkingInTijdType", "dekkingInTijdBegindatum", "dekkingInTijdEinddatum"),
        {"dekkingInTijdType", "dekkingInTijdBegindatum"},
    ),
    "event": (("eventType", "eventTijd", "eventVerantwoordelijkeActor", "eventResultaat"), {"eventType"}),
    "bewaartermijn": (("termijnStartdatumLooptijd", "termijnLooptijd", "termijnEinddatum"), set()),
    "beperkingGebruik": (("beperkingGebruikType", "beperkingGebruikNadereBeschrijving"), {"beperkingGebruikType"}),
    **dict.fromkeys(("identificatie", "verwijzingIdentificatie"), IDENTIFICATIE),
    **dict.fromkeys(
        (
            "isOnderdeelVan",
            "bevatOnderdeel",
            "heeftRepresentatie",
            "archiefvormer",
            "begripBegrippenlijst",
            "isRepresentatieVan",
            "eventVerantwoordelijkeActor",
        ),
        VERWIJZING,
    ),
    **dict.fromkeys(
        (
            "aggregatieniveau",
            "classificatie",
            "waardering",
            "informatiecategorie",
            "dekkingInTijdType",
            "eventType",
            "bestandsformaat",
            "checksumAlgoritme",
            "beperkingGebruikType",
        ),
        BEGRIP,
    ),
}


def kaal(element: ET.Element) -> str:
    naam = element.tag.removeprefix(f"{{{NAAMRUIMTE}}}")
    assert not naam.startswith("{")
    return naam


def klachten(element: ET.Element) -> Iterator[str]:
    """What of an element and all under it is not as the standard has it."""
    naam, kinderen = kaal(element), [kaal(een) for een in element]
    if naam not in VORM:
        if kinderen or not (element.text or "").strip():
            yield f"{naam} is geen tekst"
        return
    volgorde, verplicht = VORM[naam]
    if [een for een in kinderen if een not in volgorde]:
        yield f"{naam}: {kinderen}"
    elif kinderen != sorted(kinderen, key=volgorde.index):
        yield f"{naam}: volgorde {kinderen}"
    yield from (f"{naam}: {een} ontbreekt" for een in sorted(verplicht - set(kinderen)))
    for een in element:
        yield from klachten(een)


@pytest.fixture
def uit(store: Store, tmp_path: Path) -> Path:
    """The sample as it leaves, with a dossier that was closed, a paper that is secret and one with hostile words."""
    id_ = store.vergaderingen.all()[0].id
    stuk = next(een for een in store.stukken.van_vergadering(id_) if store.versies.van_stuk(een.id))
    store.stukken.save(replace(stuk, besloten=True))
    store.stukken.save(een_stuk(id="../../boos", vergadering_id=id_, titel="<b>\x01 & ‘boos’ ../.."))
    choose_retention(store, id_, waardering=Waardering.VERNIETIGEN, termijn=5, toelichting="Besluit van 2018")
    store.vergaderingen.save(replace(store.vergaderingen.get(id_), status=Status.GEHOUDEN))
    regel = Dossierregel(id="r", volgorde="i", stap=Dossierstap.GESLOTEN, datum=date(2026, 9, 1), wie="Roos van Dalen")
    store.dossiers.save(replace(dossier_of(store, id_), regels=(regel,)))
    return write_uitgang(store, tmp_path / "uit").map


def _een(pad: Path) -> ET.Element:
    return ET.parse(pad).getroot()


def _teksten(pad: Path, naam: str) -> list[str]:
    return [een.text or "" for een in _een(pad).iter(f"{{{NAAMRUIMTE}}}{naam}")]


def test_each_file_describes_one_object_as_the_standard_has_it(uit: Path) -> None:
    bestanden = sorted(uit.rglob("mdto/*.xml"))
    assert [(pad.name, een) for pad in bestanden for een in klachten(_een(pad))] == []
    assert {len(_een(pad)) for pad in bestanden} == {1}


def _genoemd(pad: Path, element: str) -> list[str]:
    """The objects that one refers to by this element."""
    namen = [ref.iter(f"{{{NAAMRUIMTE}}}identificatieKenmerk") for ref in _een(pad).iter(f"{{{NAAMRUIMTE}}}{element}")]
    return [een.text or "" for ref in namen for een in ref]


def test_every_kept_file_and_every_page_has_its_sum_and_is_of_what_it_belongs_to(uit: Path) -> None:
    (dossier,) = uit.glob("vergaderingen/*")
    papieren = {f"bestand-{pad.name}.xml": pad for pad in dossier.glob("bestanden/*")}
    papieren |= {f"bladzijde-{pad.name}.xml": pad for pad in dossier.glob("*.html")}
    assert {"bladzijde-index.html.xml", "bladzijde-verslag.html.xml", "bladzijde-besluitenlijst.html.xml"} < set(
        papieren
    )
    for naam, papier in papieren.items():
        beschreven = dossier / "mdto" / naam
        assert _teksten(beschreven, "checksumWaarde") == [sha256(papier)]
        assert _teksten(beschreven, "omvang") == [str(papier.stat().st_size)]
        if papier.suffix == ".html":
            assert _teksten(beschreven, "checksumDatum") == ["2026-09-01"], "no row tells when a page was made"
    objecten = {_teksten(pad, "identificatieKenmerk")[0]: pad for pad in dossier.glob("mdto/*.xml")}
    assert len(objecten) == len(list(dossier.glob("mdto/*.xml")))
    for element in ("bevatOnderdeel", "isOnderdeelVan", "heeftRepresentatie", "isRepresentatieVan"):
        assert {een for pad in objecten.values() for een in _genoemd(pad, element)} <= set(objecten), element
    voorgesteld = [een for pad in objecten.values() for een in _genoemd(pad, "heeftRepresentatie")]
    assert set(voorgesteld) == set(map(sha256, papieren.values()))
    assert len(voorgesteld) == len(papieren) + 1, "the sample has one file at two of its papers"


def test_a_dossier_tells_of_which_day_it_is_how_long_it_is_kept_and_what_was_done_with_it(uit: Path) -> None:
    (dossier,) = uit.rglob("mdto/dossier.xml")
    labels = _teksten(dossier, "begripLabel")
    assert {"Dossier", "Te vernietigen", "Gesloten", "Deels besloten"} <= set(labels)
    assert _teksten(dossier, "dekkingInTijdBegindatum") == ["2026-06-04"]
    assert _teksten(dossier, "termijnEinddatum") == ["2031-12-31"]
    assert _teksten(dossier, "eventTijd") == ["2026-09-01"]


def test_what_is_besloten_says_so(uit: Path) -> None:
    soorten = [
        label
        for pad in uit.rglob("mdto/stuk-*.xml")
        for een in _een(pad).iter(f"{{{NAAMRUIMTE}}}beperkingGebruikType")
        for label in (deel.text for deel in een.iter(f"{{{NAAMRUIMTE}}}begripLabel"))
    ]
    assert "Besloten" in soorten
    assert "Openbaar" in soorten
