"""A set of our own, taken in again: the same items, papers and pages, by what it brings along and its bookmarks."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest

from tests.bouwers import een_agendapunt, een_opname, een_vergadering, een_voorstelpunt
from tests.verpakt import VOORBEELD
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.domain.voorstel import Merk
from tk_desktop.export.bladen import geen_ankers, schrijf_agenda
from tk_desktop.export.gegevens import agenda_json
from tk_desktop.export.pdf import write_pdf
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.eigenset import ANDERS, eigen_agenda, vul_aan
from tk_desktop.intake.indeling import indelingen
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.intake.pak import lees_bladen, lees_pak
from tk_desktop.intake.pakvoorstel import Deelsoort, Pakvoorstel
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.pakbladen import Pakbladen, read_pak
from tk_desktop.paper.tagged import TaggedDocument
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 5, 20, 9, 0)


@pytest.fixture(scope="module")
def reis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Momentopname, Path]]:
    """Return a meeting and the set that was made of it."""
    map_ = tmp_path_factory.mktemp("reis")
    with Store.open(map_ / "werkmap", maken=True) as store:
        inname = neem_op(store, lees_bestanden([VOORBEELD]), nu=NU)
        opname = store.opname(inname.vergaderingen[0])
        doel = map_ / "set.pdf"
        write_pdf(
            assemble(store, opname.vergadering.id, Doelgroep.LEDEN),
            doel,
            bestand=store.bestanden.open,
            cache=store.cache,
        )
        yield opname, doel


@pytest.fixture(scope="module")
def voorstel(reis: tuple[Momentopname, Path]) -> Pakvoorstel:
    return lees_pak(reis[1])


def test_every_part_of_the_set_is_a_paper_of_the_meeting_with_its_own_number(
    reis: tuple[Momentopname, Path], voorstel: Pakvoorstel
) -> None:
    opname, _ = reis
    stukken = [
        (str(opname.nummers[opname.punt_van(stuk) or ""]), stuk.titel, opname.versies[stuk.id].paginas)
        for stuk in opname.stukken
        if stuk.id in opname.versies and opname.versies[stuk.id].is_pdf
    ]
    delen = {(str(deel.nummer), deel.titel, deel.tot - deel.van + 1) for deel in voorstel.delen if deel.nummer}
    assert set(stukken) <= delen
    assert not any(deel.twijfel for deel in voorstel.delen)
    assert [deel.titel for deel in voorstel.delen if deel.soort is Deelsoort.WEGLATEN] == [
        "Inhoud",
        "Gesprekken met dertig ouders",
    ]
    assert [deel.van for deel in voorstel.delen[1:]] == [deel.tot + 1 for deel in voorstel.delen[:-1]]


def test_the_agenda_comes_back_item_by_item(reis: tuple[Momentopname, Path], voorstel: Pakvoorstel) -> None:
    opname, _ = reis
    agenda = voorstel.lezing.agenda
    assert agenda is not None
    assert (agenda.gremium, agenda.datum, agenda.begin, agenda.plaats) == (
        opname.gremium.naam,
        opname.vergadering.datum,
        opname.vergadering.begin,
        opname.vergadering.plaats,
    )
    assert [(punt.nummer, punt.titel, punt.behandeling, punt.tijd) for punt in agenda.punten] == [
        (opname.nummers[punt.id], punt.titel, punt.behandeling, opname.tijden.get(punt.id))
        for punt in opname.agendapunten
    ]


def test_the_set_becomes_the_same_papers_in_an_empty_werkmap(reis: tuple[Momentopname, Path], tmp_path: Path) -> None:
    opname, bron = reis
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        inname = neem_op(store, lees_bestanden([bron]), nu=NU)
        terug = next(een for id_ in inname.vergaderingen if len((een := store.opname(id_)).agendapunten) > 1)
    aanwezig = {
        (opname.label(stuk), stuk.titel)
        for stuk in opname.stukken
        if stuk.id in opname.notas or (stuk.id in opname.versies and opname.versies[stuk.id].is_pdf)
    }
    gelezen = {(terug.label(stuk), stuk.titel) for stuk in terug.stukken if terug.is_aanwezig(stuk)}
    assert aanwezig <= gelezen


def _bladen(inhoud: bytes | None) -> Pakbladen:
    return Pakbladen(bladen=(), bladwijzers=(), tekstlaag="goed", gegevens=inhoud)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "inhoud",
    [None, b"", b"\xff", b"[]", b"{}", b'{"formaat": "tk-agenda", "versie": 2}', b"[" * 5000,
     b'{"formaat": "tk-agenda", "versie": 1, "vergaderingen": [{"gremium": 1}]}'],
)  # fmt: skip
def test_what_is_attached_and_cannot_be_read_is_left_alone(inhoud: bytes | None) -> None:
    assert eigen_agenda(_bladen(inhoud)) is None
    assert vul_aan(Lezing(), _bladen(inhoud)) == Lezing()


def test_what_is_attached_is_not_believed_when_the_pages_say_something_else(voorstel: Pakvoorstel) -> None:
    agenda = voorstel.lezing.agenda
    assert agenda is not None
    punten: list[dict[str, object]] = [
        {
            "nummer": str(punt.nummer), "titel": f"{punt.titel} anders", "tijd": None, "behandeling": [],
            "besloten": False, "inleiders": [], "voorstel": [], "stukken": [],
        }
        for punt in agenda.punten
    ]  # fmt: skip
    kop = {"gremium": "X", "datum": "2026-06-04", "begin": None, "einde": None, "plaats": "", "voorzitter": "",
           "secretaris": "", "agendapunten": punten}  # fmt: skip
    inhoud = json.dumps({"formaat": "tk-agenda", "versie": 1, "vergaderingen": [kop]}).encode()
    lezing = vul_aan(replace(voorstel.lezing, twijfels=()), _bladen(inhoud))
    assert lezing.agenda == agenda
    assert [twijfel.wat for twijfel in lezing.twijfels] == [ANDERS]


def _genummerd(map_: Path) -> tuple[Momentopname, Pakbladen]:
    """Return a meeting whose proposals are numbered as its items are, and its agenda as printed."""
    punten = [
        een_agendapunt(
            titel=f"Steiger {rang}",
            behandeling=frozenset({Behandeling.BESLUITVORMING}),
            duur=15,
            voorstel=tuple(
                een_voorstelpunt(tekst=f"Plank {rang}{nr} te vervangen.", merk=Merk.CIJFER) for nr in range(4)
            ),
        )
        for rang in range(3)
    ]
    opname = een_opname(vergadering=een_vergadering(begin=time(9, 0), plaats="Kadehuis"), agendapunten=punten)
    huisstijl = Huisstijl.load("neutraal")
    blad = TaggedDocument(titel="Agenda", huisstijl=huisstijl, datum=opname.vergadering.datum, voettekst="Agenda")
    schrijf_agenda(blad, opname, geen_ankers)
    return opname, replace(read_pak(blad.write(map_ / "agenda.pdf")), gegevens=agenda_json(opname))


def test_numbered_proposals_beside_numbered_items_come_back_by_what_is_attached(tmp_path: Path) -> None:
    opname, bladen = _genummerd(tmp_path)
    agenda = lees_bladen(tmp_path / "agenda.pdf", bladen, indelingen()).lezing.agenda
    assert agenda is not None
    assert [(str(punt.nummer), punt.titel) for punt in agenda.punten] == [
        (str(opname.nummers[punt.id]), punt.titel) for punt in opname.agendapunten
    ]
    assert [[een.tekst for een in punt.voorstel] for punt in agenda.punten] == [
        [een.tekst for een in punt.voorstel] for punt in opname.agendapunten
    ]


@pytest.mark.parametrize("woord", ["Plank 12 te vervangen.", "Steiger 1"])
def test_records_that_say_more_or_less_than_the_pages_are_not_believed(tmp_path: Path, woord: str) -> None:
    _, bladen = _genummerd(tmp_path)
    anders = (bladen.gegevens or b"").replace(woord.encode(), b"Het paard van de buren")
    lezing = lees_bladen(tmp_path / "agenda.pdf", replace(bladen, gegevens=anders), indelingen()).lezing
    assert "Het paard van de buren" not in repr(lezing.agenda)
    assert ANDERS in {een.wat for een in lezing.twijfels}
