"""Everything of a werkmap leaves in one folder, is read without this program, and makes the same werkmap again."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bouwers import (
    bewaar,
    bewaar_bytes,
    een_agendapunt,
    een_gremium,
    een_nota,
    een_opname,
    een_stuk,
    een_stukversie,
    een_vergadering,
)
from tests.dossierbouwers import bewaar_oud
from tests.notenbouwers import ROOS, WIES, een_aantekening
from tests.papier import a_paper
from tests.programmebouwers import maak_kerntaken, maak_programma
from tests.schijf import IN_GEHEUGEN
from tests.zittingbouwers import bewaar_maart, een_besluit
from tk_desktop.base.errors import TkError
from tk_desktop.base.files import sha256
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.dossier import Dossier, Dossierregel, Dossierstap
from tk_desktop.domain.stuk import Bron
from tk_desktop.extranet.inname import GeenUitgang, UitgangGewijzigd, UitgangTeNieuw, import_uitgang
from tk_desktop.extranet.map import MapInWerkmap
from tk_desktop.extranet.uitgang import UitgangsmapVol, besloten_count, write_uitgang
from tk_desktop.extranet.uitgangwoorden import UITLEG
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.minutes.verloop import close_zitting, open_zitting
from tk_desktop.minutes.verslagen import approve_verslag, write_besproken
from tk_desktop.pack.lakken import add_weglakkingen, make_gelakt
from tk_desktop.paper.redaction_marks import marks_over_words
from tk_desktop.programme.overleg import add_ronde, add_route, read_overleg, set_leden
from tk_desktop.reading.voorbereidingen import set_voorbereiding
from tk_desktop.store.fouten import DossierGesloten, RijenKloppenNiet, WerkmapNietLeeg
from tk_desktop.store.uitgang import MEE, VAN_LEZERS
from tk_desktop.store.werkmap import Store

NU = datetime.fromisoformat("2026-05-20T09:00:00+02:00")
MAART = date(2026, 3, 11)


def _bytes(map_: Path) -> dict[str, bytes]:
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}


@pytest.fixture
def uit(store: Store, tmp_path: Path) -> Path:
    """The sample, left to a folder."""
    return write_uitgang(store, tmp_path / "uit").map


def test_the_sample_leaves_is_taken_in_and_leaves_again_with_the_same_bytes(
    store: Store, uit: Path, tmp_path: Path
) -> None:
    import_uitgang(uit, tmp_path / "nieuw")
    with Store.open(tmp_path / "nieuw") as nieuw:
        assert nieuw.controleer().goed
        rows = {key: row for key, row in store.rijen().items() if key[0] not in VAN_LEZERS}
        assert nieuw.rijen() == rows
        assert set(nieuw.zoekregister.zoek("projectplan")) == set(store.zoekregister.zoek("projectplan")) != set()
        again = write_uitgang(nieuw, tmp_path / "weer").map
    assert _bytes(again) == _bytes(uit)


def test_every_page_leads_to_what_is_there_and_every_file_is_reached(uit: Path) -> None:
    reached: set[Path] = set()
    for pagina in uit.rglob("*.html"):
        for adres in re.findall(r'(?:href|src)="([^"#]+)"', pagina.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", adres):
                doel = (pagina.parent / adres).resolve()
                assert doel.is_file(), (pagina, adres)
                reached.add(doel)
    alles = {
        pad.resolve() for pad in uit.rglob("*") if pad.is_file() and pad.name not in ("uitgang.json", "sha256.txt")
    }
    assert {pad for pad in alles - reached if pad.suffix != ".xml"} == set()


def test_a_page_tells_in_a_short_word_what_kind_of_file_each_is(uit: Path) -> None:
    (blad,) = uit.glob("vergaderingen/*/index.html")
    assert ">pdf<" in blad.read_text(encoding="utf-8")
    assert "application/" not in blad.read_text(encoding="utf-8")


def test_the_sums_are_those_of_the_files(uit: Path) -> None:
    regels = (uit / "sha256.txt").read_text(encoding="utf-8").splitlines()
    assert len(regels) == len(_bytes(uit)) - 2
    for regel in regels:
        som, pad = regel.split("  ", 1)
        assert sha256(uit / pad) == som


def _vol(store: Store) -> Store:
    """Put beside the sample what a werkmap comes to hold: one held meeting, one closed dossier, a programme, notes."""
    bewaar_maart(store)
    open_zitting(store, "maart", time(9))
    write_besproken(store, "oever", "De commissie vraagt naar de kosten.")
    record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    close_zitting(store, "maart", time(10))
    store.stukken.save(een_stuk(id="brief", vergadering_id="maart", agendapunt_id="oever", titel="Brief"))
    som = bewaar_bytes(store, a_paper(["Bel Roosje van Dalen op 06 12345678."]))
    store.versies.save(een_stukversie(id="v1", stuk_id="brief", sha256=bewaar_bytes(store, a_paper(["Eerder."]))))
    store.versies.save(een_stukversie(id="v2", stuk_id="brief", sha256=som, volgorde="z"))
    merken = marks_over_words(store.bestanden.open(som), "Roosje van Dalen")
    add_weglakkingen(store, "brief", merken, "5.1.2e", NU.replace(tzinfo=None), wie="Roos")
    make_gelakt(store, "brief")
    approve_verslag(store, "maart", op=date(2026, 4, 8))
    bewaar_oud(store)
    programma = maak_programma(store)
    maak_kerntaken(store, programma.id)
    route = add_route(store, programma.id, "Zorgpad", date(2027, 6, 24))
    set_leden(store, read_overleg(store, programma.id).stappen_van(route.id)[0].tafel_id, ["Roos", "Joost"])
    add_ronde(store, programma.id, "Ontwerp", ["Sluisdam"])
    for wie in (ROOS, WIES):
        tekst = f"Vraag van {wie}"
        noot = een_aantekening(vergadering_id="maart", papier="brief", agendapunt_id="oever", eigenaar=wie, tekst=tekst)
        store.aantekeningen.save(noot)
        set_voorbereiding(store, "oever", eigenaar=wie, standpunt="Voor")
    return store


def test_a_full_werkmap_with_notes_of_its_reader_leaves_twice_with_the_same_bytes(store: Store, tmp_path: Path) -> None:
    uit = write_uitgang(_vol(store), tmp_path / "uit", lezer=ROOS)
    assert uit.aantekeningen == 1
    namen = {pad.name for pad in uit.map.glob("vergaderingen/2026-03-11*/bestanden/brief*")}
    in_beide = [{sha256(pad) for pad in map_.glob("bestanden/*")} for map_ in uit.map.glob("vergaderingen/*-bc-wk")]
    assert len(set.intersection(*in_beide)) == 1, "what is of two dossiers stands in each"
    assert namen == {"brief-versie-1.pdf", "brief-versie-2.pdf", "brief-versie-2-weggelakt.pdf"}
    import_uitgang(uit.map, tmp_path / "nieuw")
    with Store.open(tmp_path / "nieuw") as nieuw:
        assert nieuw.controleer().goed
        assert {een.eigenaar for een in nieuw.aantekeningen.all()} == {ROOS}
        van_bestuur = {key: row for key, row in store.rijen().items() if key[0] not in VAN_LEZERS}
        assert {key: row for key, row in nieuw.rijen().items() if key[0] not in VAN_LEZERS} == van_bestuur
        assert {"vastgesteld", "gelakt", "dossier_stap", "besluit", "actie", "overlegstap"} <= {
            een for een, _ in van_bestuur
        }
        with pytest.raises(DossierGesloten), nieuw.transaction():
            nieuw.stukken.save(replace(nieuw.stukken.get("oud-stuk"), titel="Anders"))
        again = write_uitgang(nieuw, tmp_path / "weer", lezer=ROOS)
    assert _bytes(again.map) == _bytes(uit.map)


def test_what_is_of_no_meeting_is_read_without_this_program_too(store: Store, tmp_path: Path) -> None:
    uit = write_uitgang(_vol(store), tmp_path / "uit", lezer=ROOS).map
    alles = {naam: inhoud.decode() for naam, inhoud in _bytes(uit).items() if naam.endswith(".html")}
    for waar, woorden in {
        "lopend/acties-en-toezeggingen.html": "Actie open",
        "lopend/register-van-geheimhouding.html": "Onderhandeling over de sluis",
        "lopend/gremia-en-leden.html": "Guus Meerdink",
        "lopend/waterkant-gezond.html": "Beweegroute langs de kade",
        "lopend/waterkant-gezond-2026-1.html": "Twee kilometer ligt er.",
        "lopend/waterkant-gezond-kerntaken.html": "De vaargeul wordt elk jaar op diepte gebracht.",
        "lopend/waterkant-gezond-overleg.html": "Zorgpad",
    }.items():
        assert woorden in alles[waar], waar
        assert waar in alles["index.html"]
    assert any(f"Vraag van {ROOS}" in inhoud for inhoud in alles.values())
    assert not any(f"Vraag van {WIES}".encode() in inhoud for inhoud in _bytes(uit).values())


def test_every_table_is_explained_and_notes_of_readers_stay_home(uit: Path) -> None:
    assert set(UITLEG) == {*MEE, *VAN_LEZERS}
    assert {pad.stem for pad in (uit / "gegevens").iterdir()} == set(MEE)
    assert "aantekening" not in MEE


def test_a_file_that_is_gone_is_named_and_does_not_stop_the_rest(store: Store, tmp_path: Path) -> None:
    som = next(rij.sha256 for stuk in store.stukken.all() for rij in store.versies.van_stuk(stuk.id))
    store.bestanden.plek(som).unlink()
    gang = write_uitgang(store, tmp_path / "uit")
    assert gang.ontbreekt == (som,)
    assert som in (tmp_path / "uit" / "index.html").read_text(encoding="utf-8")
    import_uitgang(tmp_path / "uit", tmp_path / "nieuw")
    with Store.open(tmp_path / "nieuw") as nieuw:
        assert nieuw.controleer().ontbreekt == (som,)
        assert _bytes(write_uitgang(nieuw, tmp_path / "weer").map) == _bytes(tmp_path / "uit")


def test_a_file_that_was_damaged_stops_it_and_leaves_nothing(store: Store, tmp_path: Path) -> None:
    som = next(rij.sha256 for stuk in store.stukken.all() for rij in store.versies.van_stuk(stuk.id))
    store.bestanden.plek(som).write_bytes(b"anders")
    with pytest.raises(TkError):
        write_uitgang(store, tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_what_is_besloten_is_counted_before_it_goes_where_anybody_can_read(store: Store) -> None:
    before = besloten_count(store)
    punt = next(een for een in store.agendapunten.all() if not een.besloten)
    store.agendapunten.save(replace(punt, besloten=True))
    assert besloten_count(store) == before + 1


def test_a_folder_with_something_in_it_is_left_alone(store: Store, tmp_path: Path) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "vakantie.jpg").write_bytes(b"zee")
    with pytest.raises(UitgangsmapVol, match=r"vakantie\.jpg"):
        write_uitgang(store, tmp_path / "vol")
    assert _bytes(tmp_path / "vol") == {"vakantie.jpg": b"zee"}
    with pytest.raises(MapInWerkmap):
        write_uitgang(store, store.map / "uit")


def _lijst(map_: Path, **anders: object) -> None:
    pad = map_ / "uitgang.json"
    pad.write_text(json.dumps(json.loads(pad.read_bytes()) | anders), encoding="utf-8")


def _andere_rij(map_: Path, kolom: str = "gremium_id", waarde: object = "niemand") -> None:
    """Change a row, and its sum with it in both lists."""
    pad = map_ / "gegevens" / "vergadering.json"
    inhoud = json.loads(pad.read_bytes())
    inhoud["rijen"][0][kolom] = waarde
    was = sha256(pad)
    pad.write_text(json.dumps(inhoud), encoding="utf-8")
    for lijst in (map_ / "uitgang.json", map_ / "sha256.txt"):
        lijst.write_text(lijst.read_text(encoding="utf-8").replace(was, sha256(pad)), encoding="utf-8")


def _te_groot(map_: Path) -> None:
    """Write a version that no number can hold, as JSON lets one."""
    pad = map_ / "uitgang.json"
    pad.write_text(pad.read_text(encoding="utf-8").replace('"versie": 1,', '"versie": 1e999,'), encoding="utf-8")


BAD: dict[str, tuple[Callable[[Path], object], type[TkError]]] = {
    "half-finished": (lambda map_: (map_ / "uitgang.json").unlink(), GeenUitgang),
    "a list that is no list": (lambda map_: (map_ / "uitgang.json").write_text("[]", encoding="utf-8"), GeenUitgang),
    "a list that leads outside": (
        lambda map_: _lijst(map_, bestanden=[{"pad": "../elders", "sha256": "0"}]),
        GeenUitgang,
    ),
    "a newer program": (lambda map_: _lijst(map_, versie=2), UitgangTeNieuw),
    "a newer schema": (lambda map_: _lijst(map_, schema=9999), UitgangTeNieuw),
    "a changed row": (
        lambda map_: (map_ / "gegevens" / "actie.json").write_text("{}", encoding="utf-8"),
        UitgangGewijzigd,
    ),
    "a changed row with its sum": (_andere_rij, RijenKloppenNiet),
    "a changed row with half a letter": (lambda map_: _andere_rij(map_, "plaats", "zaal \ud800"), RijenKloppenNiet),
    "a changed row with a number without end": (
        lambda map_: _andere_rij(map_, "plaats", float("inf")),
        RijenKloppenNiet,
    ),
    "a version without end": (lambda map_: _lijst(map_, versie=float("inf")), GeenUitgang),
    "a version too large": (_te_groot, GeenUitgang),
    "a name with half a letter": (
        lambda map_: _lijst(map_, bestanden=[{"pad": "\ud800", "sha256": "0"}]),
        GeenUitgang,
    ),
    "other sums": (lambda map_: (map_ / "sha256.txt").write_text("onzin", encoding="utf-8"), UitgangGewijzigd),
    "no sums": (lambda map_: (map_ / "sha256.txt").unlink(), UitgangGewijzigd),
    "a page less": (lambda map_: (map_ / "index.html").unlink(), UitgangGewijzigd),
    "something of somebody else": (
        lambda map_: (map_ / "vakantie.jpg").write_bytes(b"zee"),
        UitgangGewijzigd,
    ),
    "a kept file that nothing lists": (
        lambda map_: _lijst(map_, bestanden=[]),
        UitgangGewijzigd,
    ),
}


@pytest.mark.parametrize("wat", BAD)
def test_a_folder_that_is_not_as_it_was_written_is_refused_whole(uit: Path, tmp_path: Path, wat: str) -> None:
    doe, fout = BAD[wat]
    doe(uit)
    before = _bytes(uit)
    with pytest.raises(fout):
        import_uitgang(uit, tmp_path / "nieuw")
    assert not (tmp_path / "nieuw").exists()
    assert _bytes(uit) == before


def test_what_a_system_leaves_in_every_folder_is_no_change(uit: Path, tmp_path: Path) -> None:
    for naam in (".DS_Store", "Thumbs.db"):
        (uit / "vergaderingen" / naam).write_bytes(b"systeem")
    import_uitgang(uit, tmp_path / "nieuw")
    assert (tmp_path / "nieuw" / "tk.db").is_file()


def test_a_werkmap_that_holds_something_is_not_written_over(store: Store, uit: Path) -> None:
    before = store.rijen()
    with pytest.raises(WerkmapNietLeeg):
        import_uitgang(uit, store.map)
    assert store.rijen() == before


def test_an_empty_werkmap_is_filled(uit: Path, tmp_path: Path) -> None:
    Store.open(tmp_path / "leeg", maken=True).close()
    import_uitgang(uit, tmp_path / "leeg")
    with Store.open(tmp_path / "leeg") as store:
        assert store.vergaderingen.all()


_WOORDEN = st.text(min_size=1, max_size=200).filter(lambda tekst: tekst.strip() and "\0" not in tekst)
_NAMEN = st.sampled_from(["Plan.pdf", "plan.PDF", "é " * 90 + ".docx", "..", "zonder", "a.b/c.pdf", "naam.exe;x"])


@st.composite
def werkmappen(draw: st.DrawFn) -> Callable[[Store, Path], None]:
    """Fill a werkmap with meetings, papers of one name and any name, files, besluiten, and dossiers that are closed."""
    gevallen = draw(
        st.lists(
            st.tuples(
                st.dates(date(2020, 1, 1), date(2027, 12, 31)),
                st.lists(st.tuples(_WOORDEN, _NAMEN, st.binary(min_size=1, max_size=40), st.booleans()), max_size=4),
                st.booleans(),
            ),
            max_size=3,
        )
    )
    gremium = draw(_WOORDEN)

    def vul(store: Store, bestanden: Path) -> None:
        for nummer, (dag, stukken, dicht) in enumerate(gevallen):
            id_ = f"v{nummer}"
            punten = [een_agendapunt(id=f"{id_}p", vergadering_id=id_, titel=draw(_WOORDEN), besloten=dicht)]
            papieren, versies, notas = [], {}, {}
            for plek, (titel, naam, inhoud, is_nota) in enumerate(stukken):
                stuk = een_stuk(id=f"{id_}s{plek}", vergadering_id=id_, agendapunt_id=f"{id_}p", titel=titel)
                papieren.append(stuk)
                if is_nota:
                    notas[stuk.id] = een_nota(id=f"{id_}n{plek}", stuk_id=stuk.id, onderwerp=titel)
                (bestanden / "in").write_bytes(inhoud)
                som = store.bestanden.bewaar(bestanden / "in")
                versies[stuk.id] = een_stukversie(id=f"{stuk.id}v", stuk_id=stuk.id, sha256=som, bestandsnaam=naam)
            bewaar(
                store,
                een_opname(
                    gremium=een_gremium(id="g", naam=gremium),
                    vergadering=een_vergadering(id=id_, gremium_id="g", datum=dag),
                    agendapunten=punten,
                    stukken=papieren,
                    versies=versies,
                    notas=notas,
                ),
            )
            store.besluiten.save(een_besluit(id=f"{id_}b", agendapunt_id=f"{id_}p", tekst=draw(_WOORDEN)))
            if stukken:
                som = store.bestanden.bewaar(bestanden / "in")
                store.bronnen.save(
                    Bron(id=f"{id_}x", vergadering_id=id_, sha256=som, bestandsnaam="B.pdf", media="x", ontvangen=NU)
                )
            if dicht:
                stap = Dossierregel(
                    id=f"{id_}d", volgorde="i", stap=Dossierstap.GESLOTEN, datum=dag, wie=draw(_WOORDEN)
                )
                store.dossiers.save(Dossier(id=f"{id_}r", vergadering_id=id_, regels=(stap,)))

    return vul


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_werkmap_leaves_is_taken_in_and_leaves_again_with_the_same_bytes(data: st.DataObject) -> None:
    with TemporaryDirectory(dir=IN_GEHEUGEN) as naam:
        map_ = Path(naam)
        with Store.open(map_ / "a", maken=True) as store:
            data.draw(werkmappen())(store, map_)
            write_uitgang(store, map_ / "uit")
        import_uitgang(map_ / "uit", map_ / "b")
        with Store.open(map_ / "b") as nieuw:
            write_uitgang(nieuw, map_ / "weer")
        assert _bytes(map_ / "weer") == _bytes(map_ / "uit")
        shutil.rmtree(map_ / "uit")
