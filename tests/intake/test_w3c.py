"""Notes in the open form come back as they went out; those of other programs find their words; nonsense is refused."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk
from tests.notenbouwers import NU, ROOS, WIES, een_aantekening, een_anker
from tests.paper.sample_pdfs import a_pdf
from tk_desktop.base.errors import TkError
from tk_desktop.base.files import sha256
from tk_desktop.domain.aantekening import Aantekening, Anker, Inktpunt, Lijn, Oordeel, Plaats, Soort, Vlak, Zicht
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.domain.webnoot import id_of, urn
from tk_desktop.export.w3c import as_collection, write_w3c
from tk_desktop.intake import w3c
from tk_desktop.intake.notitieinname import (
    GeenAantekeningen,
    GelezenNotities,
    HoortBijAndereVergadering,
    Leespapier,
    compare_notes,
    count_lost,
    take_in_notes,
)
from tk_desktop.intake.w3c import W3cOnleesbaar, read_w3c
from tk_desktop.reading.aantekeningen import with_plaats
from tk_desktop.store.werkmap import Store

ZIN = "De oevers verzakken. De brug blijft open. Het college besluit in mei."
PUNT = een_agendapunt(id="oever", titel="Oever")
OPNAME = een_opname(agendapunten=[PUNT], stukken=[een_stuk(id="nota", agendapunt_id="oever", titel="Oeverplan")])

woorden = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=30).map(str.strip)
zinnen = woorden.map(lambda tekst: tekst.strip())
namen = woorden.map(lambda naam: " ".join(naam.split())).filter(bool)
maten = st.floats(-900, 9000).map(lambda maat: round(maat, 3))
momenten = st.datetimes(
    datetime(1990, 1, 1),
    datetime(2090, 1, 1),
    timezones=st.integers(-840, 840).map(lambda m: timezone(timedelta(minutes=m))),
)
vlakken = st.lists(st.builds(Vlak, st.integers(1, 900), maten, maten, maten, maten), max_size=3).map(tuple)


@st.composite
def ankers(draw: st.DrawFn) -> Anker:
    pagina = draw(st.integers(1, 500))
    return Anker(
        versie=draw(st.text("0123456789abcdef", min_size=64, max_size=64)),
        pagina=pagina,
        begin=draw(st.integers(0, 9999)),
        eindpagina=pagina + draw(st.integers(0, 2)),
        eind=draw(st.integers(0, 9999)),
        citaat=draw(woorden),
        voor=draw(woorden),
        na=draw(woorden),
        vlakken=draw(vlakken),
    )


@st.composite
def aantekeningen(draw: st.DrawFn) -> Aantekening:
    soort = draw(st.sampled_from(Soort))
    op_punt = soort is Soort.PUNTNOTITIE
    zicht = draw(st.sampled_from(Zicht))
    delen = draw(st.lists(ankers(), min_size=1, max_size=3, unique_by=lambda anker: anker.versie))
    punten = st.builds(Inktpunt, maten, maten, st.floats(0, 1).map(lambda druk: round(druk, 3)))
    lijn = st.builds(Lijn, st.integers(1, 9), st.lists(punten, min_size=1, max_size=4).map(tuple))
    return Aantekening(
        id=draw(st.text("0123456789abcdef", min_size=32, max_size=32)),
        vergadering_id=OPNAME.vergadering.id,
        papier="" if op_punt else draw(st.sampled_from(["nota", "agenda", "een stuk dat weg is"])),
        agendapunt_id=draw(st.sampled_from(["oever", None])),
        soort=soort,
        kleur=draw(st.sampled_from(Kleur)),
        tekst=draw(zinnen),
        eigenaar=ROOS,
        zicht=zicht,
        gemaakt=draw(momenten),
        gewijzigd=draw(momenten),
        antwoord=draw(zinnen),
        lijnen=draw(st.lists(lijn, max_size=2).map(tuple)) if soort is Soort.INKT else (),
        plaatsen=()
        if op_punt
        else tuple(
            Plaats(id=f"{nr}", volgorde=f"{nr}", anker=anker, oordeel=draw(st.sampled_from(Oordeel)), reden=draw(namen))
            for nr, anker in enumerate(delen)
        ),
        labels=tuple(sorted(draw(st.sets(namen, max_size=3)))),
        gedeeld_met=tuple(sorted(draw(st.sets(namen, max_size=2)))) if zicht is Zicht.GEDEELD else (),
    )


def zonder_namen(een: Aantekening) -> Aantekening:
    """A note without the ids of its places, which each werkmap makes of the note and the version."""
    return replace(een, plaatsen=tuple(replace(plaats, id="", volgorde="") for plaats in een.plaatsen))


@given(st.lists(aantekeningen(), min_size=1, max_size=4, unique_by=lambda een: een.id))
def test_notes_go_out_and_come_back_the_same(noten: list[Aantekening]) -> None:
    bezet = {een.id for een in noten}
    vrij = next(f"{nummer:032x}" for nummer in range(len(noten) + 1) if f"{nummer:032x}" not in bezet)
    vindbaar = een_aantekening(id=vrij, vergadering_id=OPNAME.vergadering.id)
    with TemporaryDirectory() as map_:
        pad = write_w3c(OPNAME, [*noten, vindbaar], Path(map_) / "noten.jsonld", lezer=ROOS)
        gelezen = read_w3c(pad, OPNAME.vergadering.id, [], moment=NU)
    terug = {een.id: zonder_namen(een) for een in gelezen.aantekeningen}
    assert terug == {een.id: zonder_namen(een) for een in [*noten, vindbaar]}


@given(st.text(min_size=1, max_size=40))
def test_a_name_for_the_world_is_that_of_one_note(id_: str) -> None:
    assert id_of(urn(id_)) == id_


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        bewaar(geopend, OPNAME)
        yield geopend


@pytest.fixture
def papier(tmp_path: Path) -> Leespapier:
    pad = a_pdf(tmp_path / "nota.pdf", ["Voorblad van het plan", ZIN])
    return Leespapier(sleutel="nota", agendapunt_id="oever", versie=sha256(pad), pad=pad)


def bestand(tmp_path: Path, inhoud: object) -> Path:
    pad = tmp_path / "in.jsonld"
    pad.write_text(inhoud if isinstance(inhoud, str) else json.dumps(inhoud), encoding="utf-8")
    return pad


def van_elders(**anders: Any) -> dict[str, Any]:
    """An annotation as a reader in a browser writes it."""
    keuze = {"type": "TextQuoteSelector", "exact": "de brug  blijft open", "prefix": "verzakken. "}
    item = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://noten.example/a/7",
        "type": "Annotation",
        "motivation": "commenting",
        "creator": {"type": "Person", "name": "Jo Vos"},
        "created": "2026-03-01T10:00:00Z",
        "body": {"type": "TextualBody", "value": "<p>Tot <b>wanneer</b> &amp; hoe?</p>", "format": "text/html"},
        "target": {"source": "https://bestuur.example/nota.pdf", "selector": [keuze]},
    }
    return {**item, **anders}


def lees(pad: Path, *papieren: Leespapier) -> GelezenNotities:
    return read_w3c(pad, OPNAME.vergadering.id, papieren, moment=NU)


def test_a_note_of_another_program_finds_its_words_in_the_papers(tmp_path: Path, papier: Leespapier) -> None:
    (noot,) = lees(bestand(tmp_path, van_elders()), papier).aantekeningen
    assert (noot.soort, noot.tekst, noot.eigenaar) == (Soort.NOTITIE, "Tot wanneer & hoe?", "Jo Vos")
    assert (noot.papier, noot.agendapunt_id) == ("nota", "oever")
    assert noot.plaats is not None
    assert (noot.plaats.anker.pagina, noot.plaats.anker.citaat) == (2, "De brug blijft open")
    assert noot.plaats.anker.vlakken != ()


def test_of_words_that_stand_twice_those_in_the_same_surroundings_are_meant(tmp_path: Path) -> None:
    pad = a_pdf(tmp_path / "nota.pdf", ["Er is geld voor bomen.", "Er is geld voor bruggen."])
    papier = Leespapier(sleutel="nota", agendapunt_id=None, versie=sha256(pad), pad=pad)
    keuze = {"type": "TextQuoteSelector", "exact": "Er is geld", "suffix": " voor bruggen"}
    doel = {"source": "x", "selector": keuze}
    (noot,) = lees(bestand(tmp_path, van_elders(target=doel, motivation="highlighting")), papier).aantekeningen
    assert noot.plaats is not None
    assert (noot.soort, noot.plaats.anker.pagina) == (Soort.MARKERING, 2)


def test_words_that_were_changed_since_are_put_where_they_probably_stand(tmp_path: Path) -> None:
    nu = "Het bestuur versterkt de oevers in twee fasen. De brug bij Lindervoort blijft daarbij open voor fietsers."
    pad = a_pdf(tmp_path / "nota.pdf", ["Voorblad van het plan", f"{nu} Het krediet komt uit de reserve."])
    papier = Leespapier(sleutel="nota", agendapunt_id="oever", versie=sha256(pad), pad=pad)
    toen = {"type": "TextQuoteSelector", "exact": "De brug bij Lindervoort blijft open voor alle fietsers"}
    (noot,) = lees(bestand(tmp_path, van_elders(target={"source": "x", "selector": toen})), papier).aantekeningen
    assert noot.plaats is not None
    assert (noot.papier, noot.plaats.oordeel, noot.plaats.anker.pagina) == ("nota", Oordeel.WAARSCHIJNLIJK, 2)
    assert "daarbij open" in noot.plaats.anker.citaat
    assert noot.plaats.anker.vlakken != ()


def test_words_that_are_nowhere_go_to_the_tray_beside_those_that_are_found(tmp_path: Path, papier: Leespapier) -> None:
    kwijt = van_elders(
        id="urn:x:8", target={"source": "x", "selector": {"type": "TextQuoteSelector", "exact": "weg is weg"}}
    )
    gelezen = lees(bestand(tmp_path, [van_elders(), kwijt]), papier)
    assert count_lost(gelezen.aantekeningen) == 1
    with pytest.raises(HoortBijAndereVergadering):
        lees(bestand(tmp_path, [kwijt]), papier)


def test_notes_without_a_name_are_told_apart_by_the_words_they_stand_on(
    tmp_path: Path, store: Store, papier: Leespapier
) -> None:
    for woorden in ("De brug blijft open", "De oevers verzakken"):
        keuze = {"type": "TextQuoteSelector", "exact": woorden}
        naamloos = van_elders(id="", body=[], motivation="highlighting", target={"source": "x", "selector": keuze})
        for nieuw in (1, 0):
            gelezen = lees(bestand(tmp_path, naamloos), papier)
            inname = compare_notes(store, OPNAME.vergadering.id, gelezen, lezer=ROOS)
            assert (len(inname.nieuw), inname.bekend) == (nieuw, 1 - nieuw)
            take_in_notes(store, inname)


def test_an_answer_of_another_comes_with_the_note_it_answers(tmp_path: Path, papier: Leespapier) -> None:
    antwoord = van_elders(
        id="urn:x:9", motivation="replying", target="https://noten.example/a/7", body={"value": "In mei"}
    )
    los = van_elders(id="urn:x:10", motivation="replying", target="urn:x:weg", body={"value": "Verdwaald"})
    gelezen = lees(bestand(tmp_path, {"type": "AnnotationPage", "items": [antwoord, van_elders(), los]}), papier)
    assert [een.antwoord for een in gelezen.aantekeningen] == ["Jo Vos: In mei"]
    assert gelezen.overgeslagen == 1


def test_a_file_of_another_laptop_finds_the_same_file_by_its_digest(
    tmp_path: Path, store: Store, papier: Leespapier
) -> None:
    noot = een_aantekening(een_anker(versie=papier.versie), eigenaar=WIES, zicht=Zicht.ALLEN, papier="andere sleutel")
    elders = een_opname(agendapunten=[PUNT], stukken=[])
    geheel = as_collection(elders, [noot], WIES) | {"tk:vergadering": "een andere id"}
    gelezen = lees(bestand(tmp_path, geheel), papier)
    take_in_notes(store, compare_notes(store, OPNAME.vergadering.id, gelezen, lezer=ROOS, als_eigen=False))
    (bewaard,) = store.aantekeningen.van_vergadering(OPNAME.vergadering.id)
    assert (bewaard.papier, bewaard.agendapunt_id, bewaard.eigenaar) == ("nota", "oever", WIES)
    assert bewaard.leesbaar_voor(ROOS)


@pytest.mark.parametrize("ander", [False, True], ids=["in its own meeting", "among the ids of other programs"])
def test_own_notes_come_back_once_though_the_paper_was_replaced_since(
    tmp_path: Path, store: Store, papier: Leespapier, ander: bool
) -> None:
    vergadering = OPNAME.vergadering.id
    toen = een_anker(versie="0" * 64)
    eigen = [
        een_aantekening(toen, vergadering_id=vergadering, id=id_, soort=soort, antwoord=antwoord)
        for id_, soort, antwoord in (
            ("1" * 32, Soort.MARKERING, ""),
            ("noot-van-vroeger", Soort.VRAAG, "In mei."),
            ("3" * 32, Soort.BLADNOTITIE, ""),
            ("4" * 32, Soort.PUNTNOTITIE, ""),
        )
    ]
    for een in eigen:
        store.aantekeningen.save(een)
    geheel = as_collection(OPNAME, eigen, ROOS) | ({"tk:vergadering": "een andere id"} if ander else {})
    for een in eigen[:3]:
        nieuw = replace(toen, versie=papier.versie)
        store.aantekeningen.save(with_plaats(een, nieuw, Oordeel.WAARSCHIJNLIJK, "herschreven"))
    inname = compare_notes(store, vergadering, lees(bestand(tmp_path, geheel), papier), lezer=ROOS)
    assert (inname.nieuw, inname.gewijzigd, inname.bekend) == ((), (), 4)
    take_in_notes(store, inname)
    assert len(store.aantekeningen.van_vergadering(vergadering)) == 4


def test_whatever_a_file_names_the_werkmap_stays_whole(tmp_path: Path, store: Store, papier: Leespapier) -> None:
    """An item that is not there, a moment that no clock knows, the id of a note of another meeting."""
    eigen = een_aantekening(een_anker(versie=papier.versie), vergadering_id=OPNAME.vergadering.id)
    geheel = as_collection(OPNAME, [eigen], ROOS)
    (item,) = geheel["first"]["items"]
    item["tk:agendapunt"] = "bestaat niet"
    item["created"], item["modified"] = "0001-01-01T00:00:00+23:59", "2026-03-04T09:00:00+00:00:30"
    inname = compare_notes(store, OPNAME.vergadering.id, lees(bestand(tmp_path, geheel), papier), lezer=ROOS)
    (bewaard,) = take_in_notes(store, inname)
    assert bewaard.agendapunt_id is None
    assert store.aantekeningen.get(bewaard.id) == bewaard


def _fout(pad: Path, *papieren: Leespapier) -> str:
    with pytest.raises(W3cOnleesbaar) as gevangen:
        lees(pad, *papieren)
    return str(gevangen.value)


@pytest.mark.parametrize(
    ("inhoud", "oorzaak"),
    [
        ("", "geen JSON"),
        ("{", "geen JSON"),
        ("[" * 100_000, "geen JSON"),
        ("7", "zoals het W3C die beschrijft"),
        ('"tekst"', "zoals het W3C die beschrijft"),
        ("[1, 2]", "zoals het W3C die beschrijft"),
        ('{"items": [{"type": "Annotation"}, {"type": "Kat"}]}', "dat geen aantekening is"),
        ('{"type": "Annotation", "id": 7}', "‘aantekening 1 › id’ is geen tekst"),
        ('{"type": "Annotation", "created": "gisteren"}', "is geen datum"),
        ('{"type": "Annotation", "created": NaN}', "geen JSON"),
        ('{"type": "Annotation", "tk:soort": "liedje"}', "‘liedje’ is geen waarde"),
        ('{"type": "Annotation", "tk:soort": "inkt", "tk:lijnen": [{"tk:pagina": 0, "tk:punten": []}]}', "geen getal"),
        ('{"type": "Annotation", "tk:soort": "inkt", "tk:lijnen": [3]}', "geen bladzijde"),
        ('{"type": "Annotation", "tk:formaat": 99}', "nieuwere versie"),
        (json.dumps({"type": "Annotation", "bodyValue": "x" * 30_000}), "langer dan 20000 tekens"),
        (
            json.dumps({"type": "Annotation", "body": [{"purpose": "tagging", "value": str(n)} for n in range(60)]}),
            "labels",
        ),
        (json.dumps({"type": "Annotation", "target": [{}] * 3000}), "meer dan 2000 leden"),
    ],
)
def test_what_is_no_set_of_annotations_is_refused_with_the_reason(
    tmp_path: Path, papier: Leespapier, inhoud: str, oorzaak: str
) -> None:
    assert oorzaak in _fout(bestand(tmp_path, inhoud), papier)


@pytest.mark.parametrize(
    "vlak", [[0, 1, 2, 3, 4], [1, 2], [1, "a", 2, 3, 4], [1, 1e300, 2, 3, 4], {"x": 1}, [1.5, 1, 2, 3, 4]]
)
def test_a_rectangle_that_is_none_is_refused(tmp_path: Path, vlak: object) -> None:
    noot = een_aantekening(vergadering_id=OPNAME.vergadering.id)
    geheel = as_collection(OPNAME, [noot], ROOS)
    geheel["first"]["items"][0]["target"]["tk:vlakken"] = [vlak]
    assert "rij van 5 getallen" in (fout := _fout(bestand(tmp_path, geheel))) or "bladzijde van 1" in fout


def test_files_beyond_all_measure_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(w3c, "_MEESTE", 3)
    assert "meer dan 3 leden" in _fout(bestand(tmp_path, [van_elders()] * 4))
    monkeypatch.setattr(w3c, "_MEESTE_BYTES", 1_000_000)
    assert "groter dan 1 MB" in _fout(bestand(tmp_path, " " * 1_000_001))


def test_a_file_without_notes_is_told(tmp_path: Path) -> None:
    with pytest.raises(GeenAantekeningen):
        lees(bestand(tmp_path, {"type": "AnnotationPage", "items": []}))


SLEUTELS = (
    *("type", "id", "items", "first", "body", "target", "selector", "source", "value", "creator", "name", "purpose"),
    *("motivation", "created", "exact", "refinedBy", "start", "tk:papier", "tk:vlakken", "tk:lijnen", "tk:vergadering"),
)
sleutels = st.sampled_from(SLEUTELS)
json_waarden = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(sleutels, deel, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(sleutels, json_waarden, max_size=6))
def test_whatever_stands_in_a_file_gives_notes_or_a_reason(ding: dict[str, Any]) -> None:
    with TemporaryDirectory() as map_:
        pad = Path(map_) / "in.jsonld"
        pad.write_text(json.dumps({**ding, "type": "Annotation"}), encoding="utf-8")
        try:
            noten = lees(pad).aantekeningen
        except TkError:
            return
    assert all(isinstance(een, Aantekening) for een in noten)


def test_the_moment_of_a_note_that_tells_none_is_that_of_taking_it_in(tmp_path: Path, papier: Leespapier) -> None:
    item = van_elders()
    del item["created"]
    (noot,) = lees(bestand(tmp_path, item), papier).aantekeningen
    assert (noot.gemaakt, noot.gewijzigd) == (NU, NU)
    (later,) = lees(bestand(tmp_path, van_elders(created="2026-03-01T10:00:00")), papier).aantekeningen
    assert later.gemaakt == datetime(2026, 3, 1, 10, tzinfo=UTC)
