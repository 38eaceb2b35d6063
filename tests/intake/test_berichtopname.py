"""A message goes in with what came with it: each paper on its place, the message itself kept with the meeting."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.bommen import zip_van
from tests.intake.berichtbouwers import van_gmail, van_outlook
from tests.papier import a_paper
from tests.verpakt import VOORBEELD
from tk_desktop.intake.bericht import TE_VEEL
from tk_desktop.intake.berichtlezing import BerichtZonderStukken, lees_berichtbestand
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.gelezen import Leeswijze
from tk_desktop.intake.opnemen import Inname, neem_op
from tk_desktop.intake.werk import VergaderingOnbekend
from tk_desktop.store.werkmap import Store

NU = datetime.fromisoformat("2026-05-20T09:00:00+02:00")
PDF = a_paper(["Plan van aanpak"])
AGENDA = VOORBEELD / "BC GO 2026-06-04 agenda.docx"
NOTA = next(VOORBEELD.glob("*2a adviesnota*.docx"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.making(tmp_path / "werkmap") as store:
        neem_op(store, lees_bestanden([AGENDA]), nu=NU)
        yield store


def _neem(store: Store, pad: Path) -> Inname:
    return neem_op(store, lees_bestanden([pad], wijze=Leeswijze(bijlagen=pad.parent / "uit")), nu=NU)


def test_attachments_go_where_their_names_tell_and_the_message_is_kept(store: Store, tmp_path: Path) -> None:
    bijlagen = [(NOTA.name, NOTA.read_bytes()), ("2a bijlage 1 - Plan.pdf", PDF)]
    inname = _neem(store, van_outlook(tmp_path / "Stukken.eml", "Hierbij de stukken.", bijlagen))
    (id_,) = inname.vergaderingen
    opname = store.opname(id_)
    nota = next(stuk for stuk in opname.stukken if stuk.id in opname.notas)
    assert opname.label(nota) == "2a"
    assert [opname.versies[b.id].bestandsnaam for b in opname.bijlagen_bij(nota) if b.id in opname.versies] == [
        "2a bijlage 1 - Plan.pdf"
    ]
    bronnen = {bron.bestandsnaam: bron for bron in store.bronnen.van_vergadering(id_)}
    assert bronnen["Stukken.eml"].media == "message/rfc822"
    assert dict(inname.plaatsen)["Stukken.eml"].startswith("bericht van 16 februari 2026 van Renée van de Kölk")
    assert [twijfel.wat for twijfel in inname.twijfels if twijfel.waar == "Stukken.eml"] == [
        "‘image001.png’ is niet ingenomen: het is een beeld uit de opmaak of de ondertekening."
    ]


def test_the_subject_tells_the_place_that_a_name_does_not(store: Store, tmp_path: Path) -> None:
    pad = van_gmail(tmp_path / "b.eml", "Zie bijlage.", [("Plan van aanpak.pdf", PDF)], "RE: Stukken agendapunt 3")
    (id_,) = _neem(store, pad).vergaderingen
    opname = store.opname(id_)
    stuk = next(stuk for stuk in opname.stukken if stuk.id in opname.versies)
    assert (stuk.titel, str(opname.nummers[stuk.agendapunt_id or ""])) == ("Plan van aanpak", "3")


def test_an_attachment_that_cannot_be_read_is_named_and_stops_nothing(store: Store, tmp_path: Path) -> None:
    bijlagen = [("2a bijlage 1 - Plan.pdf", PDF), ("2a bijlage 2 - Stuk.pdf", b"geen pdf"), ("losse foto.heic", b"x")]
    inname = _neem(store, van_gmail(tmp_path / "b.eml", "Zie bijlage.", bijlagen))
    assert "2a bijlage 1 - Plan.pdf" in dict(inname.plaatsen)
    twijfels = [twijfel.wat for twijfel in inname.twijfels if twijfel.waar == "b.eml"]
    assert ["‘2a bijlage 2 - Stuk.pdf’" in twijfels[0], "‘losse foto.heic’" in twijfels[1]] == [True, True]


def test_papers_in_an_archive_in_a_message_come_in_as_if_they_were_attached(store: Store, tmp_path: Path) -> None:
    binnen = zip_van(tmp_path / "stukken.zip", ("map/2a bijlage 1 - Plan.pdf", PDF), ("nog een.zip", b"x"))
    bijlagen = [("stukken.zip", binnen.read_bytes()), ("kapot.zip", b"PK")]
    inname = _neem(store, van_gmail(tmp_path / "b.eml", "Zie bijlage.", bijlagen))
    assert set(dict(inname.plaatsen)) == {"2a bijlage 1 - Plan.pdf", "b.eml"}
    assert [twijfel.wat for twijfel in inname.twijfels if twijfel.waar == "b.eml"] == [
        "‘nog een.zip’ is niet ingenomen: het is een pakket in dit pakket; pak het uit en neem het apart in.",
        "‘kapot.zip’ is niet ingenomen: het is beschadigd of met een wachtwoord gesloten.",
    ]


def test_archives_in_one_message_unpack_to_no_more_than_one_may(tmp_path: Path) -> None:
    vol = zip_van(tmp_path / "vol.zip", *((f"{nr}.txt", b"0123456789" * 30) for nr in range(120))).read_bytes()
    bericht = van_gmail(tmp_path / "b.eml", "Zie.", [(f"{nr}.zip", vol) for nr in range(3)])
    for ruimte, reden in ((40_000, "uitgepakt is het veel te groot voor stukken"), (400_000, TE_VEEL)):
        gelezen = lees_berichtbestand(bericht, tmp_path / str(ruimte), ruimte).bericht
        assert gelezen is not None
        assert [weg.reden for weg in gelezen.weggelaten][-1] == reden
        assert len(gelezen.bijlagen) == (120 if ruimte < 72_000 else 240)


def test_a_message_without_papers_is_refused_with_why(store: Store, tmp_path: Path) -> None:
    voor = len(store.bronnen.van_vergadering(store.vergaderingen.all()[0].id))
    with pytest.raises(BerichtZonderStukken, match=r"winmail\.dat"):
        _neem(store, van_gmail(tmp_path / "b.eml", "Zie bijlage.", [("winmail.dat", b"x")]))
    assert len(store.bronnen.van_vergadering(store.vergaderingen.all()[0].id)) == voor


def test_a_message_that_belongs_to_no_known_meeting_is_refused(tmp_path: Path) -> None:
    pad = van_gmail(tmp_path / "b.eml", "Zie bijlage.", [("2a bijlage 1 - Plan.pdf", PDF)])
    with Store.making(tmp_path / "leeg") as leeg, pytest.raises(VergaderingOnbekend):
        _neem(leeg, pad)


def test_a_nota_in_the_words_of_a_message_is_taken_in(store: Store, tmp_path: Path) -> None:
    tekst = (
        "Beste collega,\n\nAdviesnota\nOpenbaar: Ja\nRegistratienummer: 2026-000123\n"
        "Vergadering: Bestuurscommissie Gezond Opgroeien\nDatum: 4 juni 2026\nAgendapunt: 3\n"
        "Onderwerp: Standplaats Marsmade\n\nVoorstel\n1. De standplaats te kiezen.\n\n"
        "Inleiding\nEr is een plek nodig.\n"
    )
    inname = _neem(store, van_gmail(tmp_path / "b.eml", tekst, []))
    opname = store.opname(inname.vergaderingen[0])
    assert [nota.onderwerp for nota in opname.notas.values()] == ["Standplaats Marsmade"]
