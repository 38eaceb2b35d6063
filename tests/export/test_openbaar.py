"""Nothing of a besloten item reaches a public set: not on a page, not in a name, not hidden in the file."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from tests.verpakt import VOORBEELD, Verpakt, alle_bytes, bladwijzers, genoemde_plaatsen, links, paginateksten
from tests.voorbeeld.inhoud import GEHEIME_WOORDEN, voorbeeld
from tk_desktop.cli import tk
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor
from tk_desktop.paper.reading import lees_pdf

_WOORD = re.compile(r"[^\W_]{6,}(?:[-.][^\W_]+)*")


def _woorden(teksten: Iterable[str]) -> set[str]:
    return {woord.casefold() for tekst in teksten for woord in _WOORD.findall(tekst)}


@pytest.fixture(scope="session")
def geheimen() -> frozenset[str]:
    """Every word of the besloten item and its nota that no public source uses, and the words named in the sample."""
    geheel = voorbeeld()
    nota, punt = geheel.notas["stuk-1A"], geheel.punt("punt-besloten")
    ontvangen = [tekst for bron in sorted(VOORBEELD.glob("*.pdf")) for tekst in lees_pdf(bron).paginas]
    openbaar = repr(zichtbaar_voor(geheel, Variant(doelgroep=Doelgroep.OPENBAAR)))
    bekend = " ".join((openbaar, *ontvangen, *_VASTE_WOORDEN)).casefold()
    alleen_daar = {woord for woord in _woorden([repr(nota), repr(punt)]) if woord not in bekend}
    return frozenset({woord.casefold() for woord in GEHEIME_WOORDEN} | alleen_daar | {nota.registratienummer})


_VASTE_WOORDEN = ("argumenten", "kanttekening", "registratienummer", "formaat", "compositie")
"""Words of forms and formats, which stand in every set."""


def _gevonden(geheimen: Iterable[str], bytes_: Iterable[bytes]) -> set[str]:
    """Return which words stand in these bytes, in any case and in each way a PDF writes text."""
    gezocht = {
        woord: [
            vorm
            for tekst in {woord, woord.capitalize(), woord.upper(), woord.title()}
            for ruw in (tekst.encode(), tekst.encode("latin-1", "ignore"), tekst.encode("utf-16-be"))
            for vorm in (ruw, ruw.hex().encode(), ruw.hex().upper().encode())
        ]
        for woord in geheimen
    }
    hoop = b"\n".join(set(bytes_))
    klein = hoop.lower()
    return {
        woord for woord, vormen in gezocht.items() if woord.encode() in klein or any(vorm in hoop for vorm in vormen)
    }


def test_the_search_for_leaks_finds_the_secrets_in_the_set_for_members(
    verpakt: Verpakt, geheimen: frozenset[str]
) -> None:
    assert len(geheimen) > 60
    op_papier = " ".join(verpakt.leden.paginas).casefold()
    assert {woord for woord in geheimen if woord in op_papier} >= {woord.casefold() for woord in GEHEIME_WOORDEN}
    assert len(_gevonden(geheimen, alle_bytes(verpakt.leden.pdf))) > 50


def test_no_page_of_a_public_set_holds_a_word_of_the_besloten_item(verpakt: Verpakt, geheimen: frozenset[str]) -> None:
    tekst = " ".join(paginateksten(verpakt.openbaar.pdf)).casefold()
    aaneen = re.sub(r"\W", "", tekst)
    assert [woord for woord in geheimen if woord in tekst or re.sub(r"\W", "", woord) in aaneen] == []


def test_no_byte_of_a_public_set_holds_a_word_of_the_besloten_item(verpakt: Verpakt, geheimen: frozenset[str]) -> None:
    assert _gevonden(geheimen, alle_bytes(verpakt.openbaar.pdf)) == set()


def test_no_bookmark_place_link_attachment_or_property_names_the_besloten_item(
    verpakt: Verpakt, geheimen: frozenset[str]
) -> None:
    with pikepdf.open(verpakt.openbaar.pdf) as pdf:
        teksten = [
            *(titel for _, titel, _ in bladwijzers(pdf)),
            *genoemde_plaatsen(pdf),
            *(f"{woorden} {plaats}" for nr in range(1, len(pdf.pages) + 1) for woorden, plaats in links(pdf, nr)),
            *pdf.attachments,
            *(str(waarde) for waarde in pdf.docinfo.values()),
            pdf.Root.Metadata.read_bytes().decode(),
            *(pdf.attachments[naam].get_file().read_bytes().decode() for naam in pdf.attachments),
        ]
    alles = " ".join(teksten).casefold()
    assert "2a projectplan" in alles
    assert "agenda.json" in alles
    assert [woord for woord in geheimen if woord in alles] == []
    assert "1a" not in [plaats.removeprefix("stuk-").casefold() for plaats in teksten]
    assert not re.search(r"\b1A\b", " ".join(teksten))


def test_the_agenda_inside_a_public_set_holds_only_public_items_and_no_phone_numbers(verpakt: Verpakt) -> None:
    with pikepdf.open(verpakt.openbaar.pdf) as pdf:
        gegevens = json.loads(pdf.attachments["agenda.json"].get_file().read_bytes())
    (vergadering,) = gegevens["vergaderingen"]
    assert [punt["nummer"] for punt in vergadering["agendapunten"]][:4] == ["1", "2", "2a", "2b"]
    assert not any(punt["besloten"] for punt in vergadering["agendapunten"])
    assert "06-00 14" not in json.dumps(gegevens)
    assert "06-00 14" not in " ".join(verpakt.openbaar.paginas)
    assert "06-00 14" in " ".join(verpakt.leden.paginas)


def test_the_command_line_names_nothing_besloten_when_it_makes_a_public_set(
    verpakt: Verpakt, geheimen: frozenset[str], tmp_path: Path
) -> None:
    for extra in ([], ["--json"], ["--schutbladen"]):
        uitkomst = CliRunner().invoke(
            tk,
            ["pack", "--audience", "openbaar", "--uit", str(tmp_path), "--werkmap", str(verpakt.werkmap), *extra],
        )  # fmt: skip
        assert uitkomst.exception is None, uitkomst.output
        verteld = f"{uitkomst.output} {[pad.name for pad in tmp_path.iterdir()]}".casefold()
        assert [woord for woord in geheimen if woord in verteld] == []
        assert "openbaar" in verteld


def test_public_labels_and_numbers_are_those_of_the_set_for_members(verpakt: Verpakt) -> None:
    leden = {deel.titel: deel.label for deel in verpakt.leden.gemaakt.delen}
    openbaar = {deel.titel: deel.label for deel in verpakt.openbaar.gemaakt.delen}
    assert openbaar == {titel: leden[titel] for titel in openbaar}
    assert set(leden.values()) - set(openbaar.values()) == {"1A"}
