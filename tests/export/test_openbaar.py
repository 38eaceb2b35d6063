"""Nothing of a besloten item reaches a public set or one for officials: not on a page, in a name or
hidden in the file.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from click.testing import CliRunner
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.bouwers import bewaar, een_agendapunt, een_nota, een_opname, een_stuk
from tests.paper.sample_pdfs import a_pdf, a_tagged_pdf, add_annotation
from tests.verpakt import (
    VOORBEELD,
    Gepakt,
    Verpakt,
    alle_bytes,
    bladwijzers,
    genoemde_plaatsen,
    links,
    paginateksten,
    pak,
)
from tests.voorbeeld.inhoud import GEHEIME_WOORDEN, voorbeeld
from tk_desktop.cli import tk
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor
from tk_desktop.export.pdf import write_nazending, write_pdf
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.pack.samenstellen import BeslotenGenoemd, assemble
from tk_desktop.pack.uitgeven import record_uitgave
from tk_desktop.pack.zoeken import find
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.store.werkmap import Store

_WOORD = re.compile(r"[^\W_]{6,}(?:[-.][^\W_]+)*")
_KORTST = 4
"""How many letters a word has at least that is searched."""
_CIJFERS = re.compile(rb"[0-9a-f]{%d,}" % (2 * _KORTST))


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


@pytest.fixture(params=["openbaar", "ambtenaren"])
def besneden(verpakt: Verpakt, request: pytest.FixtureRequest) -> Gepakt:
    """A set for readers who may see nothing besloten."""
    gepakt: Gepakt = getattr(verpakt, request.param)
    return gepakt


_VASTE_WOORDEN = ("argumenten", "kanttekening", "registratienummer", "formaat", "compositie")
"""Words of forms and formats, which stand in every set."""


def _gevonden(geheimen: Iterable[str], bytes_: Iterable[bytes]) -> set[str]:
    """Return which words stand in these bytes, in any case and in each way a PDF writes text."""
    klein = b"\n".join(set(bytes_)).lower()
    hoop = klein + b"\n" + _ontcijferd(klein)
    return {woord for woord in geheimen if any(vorm in hoop for vorm in _vormen(woord))}


def _vormen(woord: str) -> set[bytes]:
    """Return a word as it may stand in bytes of which each capital became small; letters with an accent differ then."""
    assert len(woord) >= _KORTST
    teksten = {woord, woord.capitalize(), woord.upper(), woord.title()}
    return {
        ruw.lower()
        for tekst in teksten
        for ruw in (tekst.encode(), tekst.encode("latin-1", "ignore"), tekst.encode("utf-16-be"))
    }


def _ontcijferd(klein: bytes) -> bytes:
    """Return what stands in hexadecimal digits, begun at an even and at an odd digit."""
    reeksen = {reeks[begin:] for reeks in _CIJFERS.findall(klein) for begin in (0, 1)}
    return b"\n".join(bytes.fromhex(reeks[: len(reeks) // 2 * 2].decode()) for reeks in reeksen).lower()


def test_the_search_for_leaks_finds_the_secrets_in_the_set_for_members(
    verpakt: Verpakt, geheimen: frozenset[str]
) -> None:
    assert len(geheimen) > 60
    op_papier = " ".join(verpakt.leden.paginas).casefold()
    assert {woord for woord in geheimen if woord in op_papier} >= {woord.casefold() for woord in GEHEIME_WOORDEN}
    assert len(_gevonden(geheimen, alle_bytes(verpakt.leden.pdf))) > 50


@pytest.mark.parametrize("woord", ["zwemfonds", "reünie", "ab12.3x-bc"])
def test_the_search_for_leaks_finds_a_word_in_each_way_a_pdf_writes_it(woord: str) -> None:
    for tekst in (woord, woord.upper(), woord.title()):
        for ruw in (tekst.encode(), tekst.encode("latin-1"), tekst.encode("utf-16-be")):
            for vorm in (ruw, ruw.hex().encode(), ruw.hex().upper().encode(), b"a" + ruw.hex().encode() + b"f"):
                assert _gevonden([woord, "niets"], [b"\0(", b"<" + vorm + b">"]) == {woord}


def test_no_page_of_a_public_set_holds_a_word_of_the_besloten_item(besneden: Gepakt, geheimen: frozenset[str]) -> None:
    tekst = " ".join(paginateksten(besneden.pdf)).casefold()
    aaneen = re.sub(r"\W", "", tekst)
    assert [woord for woord in geheimen if woord in tekst or re.sub(r"\W", "", woord) in aaneen] == []


def test_no_byte_of_a_public_set_holds_a_word_of_the_besloten_item(besneden: Gepakt, geheimen: frozenset[str]) -> None:
    assert _gevonden(geheimen, alle_bytes(besneden.pdf)) == set()


def test_no_bookmark_place_link_attachment_or_property_names_the_besloten_item(
    besneden: Gepakt, geheimen: frozenset[str]
) -> None:
    with pikepdf.open(besneden.pdf) as pdf:
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


def test_officials_see_whom_to_call_but_nothing_besloten(verpakt: Verpakt) -> None:
    assert "06-00 14" in " ".join(verpakt.ambtenaren.paginas)
    assert verpakt.ambtenaren.plan.titel.endswith("(ambtenaren)")
    assert [deel.sleutel for deel in verpakt.ambtenaren.gemaakt.delen] == [
        deel.sleutel for deel in verpakt.openbaar.gemaakt.delen
    ]


@pytest.mark.parametrize("lezers", ["openbaar", "ambtenaren"])
def test_the_command_line_names_nothing_besloten_when_it_makes_a_public_set(
    verpakt: Verpakt, geheimen: frozenset[str], tmp_path: Path, lezers: str
) -> None:
    for extra in ([], ["--json"], ["--schutbladen"]):
        uitkomst = CliRunner().invoke(
            tk,
            ["pack", "--audience", lezers, "--uit", str(tmp_path), "--werkmap", str(verpakt.werkmap), *extra],
        )  # fmt: skip
        assert uitkomst.exception is None, uitkomst.output
        verteld = f"{uitkomst.output} {[pad.name for pad in tmp_path.iterdir()]}".casefold()
        assert [woord for woord in geheimen if woord in verteld] == []
        assert lezers in verteld


def test_public_labels_and_numbers_are_those_of_the_set_for_members(verpakt: Verpakt) -> None:
    leden = {deel.titel: deel.label for deel in verpakt.leden.gemaakt.delen}
    openbaar = {deel.titel: deel.label for deel in verpakt.openbaar.gemaakt.delen}
    assert openbaar == {titel: leden[titel] for titel in openbaar}
    assert set(leden.values()) - set(openbaar.values()) == {"1A"}


GEHEIM = "Schikking met de leverancier"
_BESLOTEN = een_agendapunt(volgorde="b", titel=GEHEIM, besloten=True)
_OPEN = een_agendapunt(volgorde="c", titel="Veilige oevers")


def _bladwijzer(pdf: Pdf) -> None:
    with pdf.open_outline() as wijzers:
        wijzers.root.append(pikepdf.OutlineItem(GEHEIM, 0))


def _noot(pdf: Pdf) -> None:
    add_annotation(pdf, 0, Dictionary(Subtype=Name.Text, Contents=String(f"Past bij {GEHEIM.lower()}.")))


def _adres(pdf: Pdf) -> None:
    adres = "https://voorbeeld.example/Schikking_met_de_leverancier.html"
    add_annotation(pdf, 0, Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(adres))))


def _plaats(pdf: Pdf) -> None:
    namen = Array([String(GEHEIM), Array([pdf.pages[0].obj, Name.Fit])])
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=namen)))


def _structuur(sleutel: str) -> Callable[[Pdf], None]:
    def wijzig(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.K.K[0]["/" + sleutel] = String(GEHEIM)

    return wijzig


def _eigenschappen(pdf: Pdf) -> None:
    pdf.docinfo[Name.Title] = String(GEHEIM)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(GEHEIM))]))


def _laag(pdf: Pdf) -> None:
    laag = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(GEHEIM)))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([laag]), D=Dictionary(ON=Array([laag])))


def _bijgevoegd(pdf: Pdf) -> None:
    pdf.attachments[f"{GEHEIM}.txt"] = GEHEIM.encode()


_WEGEN: dict[str, tuple[bool, Callable[[Pdf], None]]] = {
    "bladwijzer": (True, _bladwijzer),
    "noot": (True, _noot),
    "webadres": (False, _adres),
    "genoemde plaats": (True, _plaats),
    "Alt": (True, _structuur("Alt")),
    "ActualText": (True, _structuur("ActualText")),
    "eigenschappen en paginanummers": (False, _eigenschappen),
    "laag": (False, _laag),
    "bijgevoegd bestand": (False, _bijgevoegd),
}
"""Where a title can hide in a received PDF, and whether a set would carry it from there."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        bewaar(geopend, een_opname(agendapunten=[_BESLOTEN, _OPEN]))
        yield geopend


def _neem_in(store: Store, *bronnen: Path) -> str:
    nu = datetime(2026, 3, 1, 12)
    return neem_op(store, lees_bestanden(bronnen), nu=nu).vergaderingen[0]


@pytest.mark.parametrize("lezers", [Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN])
@pytest.mark.parametrize("weg", _WEGEN)
def test_a_besloten_title_hidden_in_a_received_file_is_refused_or_left_behind(
    store: Store, tmp_path: Path, weg: str, lezers: Doelgroep
) -> None:
    reist_mee, wijzig = _WEGEN[weg]
    bron = a_tagged_pdf(tmp_path / "2 - Kaart van de oevers.pdf", ["Een kaart."])
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        wijzig(pdf)
        pdf.save(bron)
    vergadering = _neem_in(store, bron)
    if reist_mee:
        with pytest.raises(BeslotenGenoemd, match=r"stuk 2 \(woorden buiten de bladzijden\)"):
            assemble(store, vergadering, lezers)
    else:
        gepakt = pak(store, vergadering, tmp_path / "set.pdf", lezers)
        assert _gevonden([GEHEIM.casefold()], alle_bytes(gepakt.pdf)) == set()
    assert pak(store, vergadering, tmp_path / "leden.pdf").paginas


def test_hidden_words_are_kept_for_the_check_and_never_found_by_a_search(store: Store, tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "2 - Kaart.pdf", ["Een waterkaart."], bladwijzers=[("Peilbuizen langs de oever", 0, 0)])
    _neem_in(store, bron)
    assert [gevonden.waar.split()[-1] for gevonden in find(store, "waterkaart")] == ["2"]
    assert find(store, "peilbuizen") == ()


@pytest.mark.parametrize("lezers", [Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN])
def test_a_loose_file_stays_out_of_the_public_set_and_the_secretaris_is_told(
    store: Store, tmp_path: Path, lezers: Doelgroep
) -> None:
    bron = tmp_path / "2 - Rekenblad.xlsx"
    with ZipFile(bron, "w") as pakket:
        pakket.writestr("xl/workbook.xml", f"<workbook>{GEHEIM}</workbook>")
    vergadering = _neem_in(store, bron)
    gepakt = pak(store, vergadering, tmp_path / "set.pdf", lezers)
    assert _gevonden([GEHEIM.casefold(), ".xlsx", "los bestand"], alle_bytes(gepakt.pdf)) == set()
    assert "los bestand" not in " ".join(gepakt.paginas)
    assert (gepakt.gemaakt.los, gepakt.gemaakt.niet_mee) == ((), ("2 Rekenblad",))
    leden = pak(store, vergadering, tmp_path / "leden.pdf")
    assert "los bestand" in " ".join(leden.paginas)
    store.close()
    vraag = ["pack", "--audience", lezers.value, "--uit", str(tmp_path / "o.pdf"), "--werkmap", str(store.map)]
    verteld = CliRunner().invoke(tk, vraag).output
    assert "‘2 Rekenblad’ gaat als los bestand niet mee in deze set; maak er een pdf van." in verteld


@pytest.mark.parametrize("lezers", [Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN])
def test_a_public_nazending_does_not_repeat_the_title_of_what_became_besloten(
    tmp_path: Path, lezers: Doelgroep
) -> None:
    geheim = een_agendapunt(titel="Wachttijden logopedie")
    stuk = een_stuk(agendapunt_id=geheim.id, titel="Wachttijden logopedie")
    opname = een_opname(agendapunten=[geheim], stukken=[stuk], notas={stuk.id: een_nota(stuk_id=stuk.id)})
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        bewaard = bewaar(store, opname)
        cache, doel = tmp_path / "cache", tmp_path / "set.pdf"
        plan = assemble(store, bewaard.vergadering.id, lezers)
        gemaakt = write_pdf(plan, doel, bestand=store.bestanden.open, cache=cache)
        uitgave = record_uitgave(store, bewaard.vergadering.id, gemaakt, "0" * 64)
        store.agendapunten.save(replace(bewaard.agendapunten[0], besloten=True))
        plan = assemble(store, bewaard.vergadering.id, lezers)
        lijst = write_nazending(plan, uitgave, doel, bestand=store.bestanden.open, cache=cache)
    assert any("Verwijder" in regel for regel in lijst)
    assert "logopedie" not in " ".join(lijst)
    assert "logopedie" not in " ".join(paginateksten(doel))
