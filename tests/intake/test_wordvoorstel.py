"""A Word file of papers is proposed as a pack is: what was read, each with its line, to be corrected first."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from tests.intake.wordpapieren import een_actielijst, een_agenda, een_brok
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.intake.pakbestand import lees_pakbestand
from tk_desktop.intake.pakopname import als_bestand
from tk_desktop.intake.pakrubrieken import rubrieken
from tk_desktop.intake.pakverbetering import WaardeNietMogelijk, verbeter
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 4, 5, 9, 0, tzinfo=UTC)


def test_an_agenda_is_proposed_with_the_line_of_each_item(tmp_path: Path) -> None:
    gelezen, voorstel = lees_pakbestand(een_agenda(tmp_path / "agenda.docx"), Bladcache(tmp_path / "cache"))
    per_id = {veld.id: veld for veld in voorstel.velden}
    assert (per_id["agenda.gremium"].waarde, per_id["punt.2"].waarde) == ("Bestuurscommissie Water", "Kades")
    assert "Kades" in voorstel.regels[per_id["punt.2"].regel - 1 : per_id["punt.2"].regel + 3]
    assert (voorstel.paginas, voorstel.delen) == (0, ())
    beter = verbeter(voorstel, "punt.2", "Kades en sluizen")
    assert als_bestand(beter, gelezen).lezing == beter.lezing


def test_the_acties_of_a_list_are_corrected_one_by_one_and_stored_as_they_are_then(tmp_path: Path) -> None:
    bron = een_actielijst(tmp_path / "5 actielijst.docx", "Actielijst Dagelijks bestuur 18 maart 2026")
    gelezen, voorstel = lees_pakbestand(bron, Bladcache(tmp_path / "cache"))
    assert [veld.waarde for veld in voorstel.velden if veld.id.startswith("actie.")] == [
        "Roos van Dalen: Offerte vragen",
        "dpg: Brief versturen",
    ]
    assert [een.naam for een in rubrieken(voorstel, "actie.0")] == [
        "Actie", "Wie doet het", "Uiterlijk", "Is dit een actie?"
    ]  # fmt: skip
    voorstel = verbeter(voorstel, "actie.0.door", "R. van Dalen")
    voorstel = verbeter(voorstel, "actie.0.voor", "2 mei 2026")
    voorstel = verbeter(voorstel, "actie.0", "Drie offertes vragen")
    voorstel = verbeter(voorstel, "actie.1.blijft", "Nee, weglaten")
    with pytest.raises(WaardeNietMogelijk):
        verbeter(voorstel, "actie.0.blijft", "Nee, weglaten")
    with pytest.raises(WaardeNietMogelijk):
        verbeter(voorstel, "actie.0.voor", "gauw")
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        neem_op(store, [als_bestand(voorstel, gelezen)], nu=NU, raad=False)
        (actie,) = store.acties.all()
        assert (actie.tekst, actie.door, actie.voor) == ("Drie offertes vragen", "R. van Dalen", date(2026, 5, 2))


def test_a_word_file_without_papers_proposes_nothing(tmp_path: Path) -> None:
    gelezen, voorstel = lees_pakbestand(een_brok(tmp_path / "brok.docx"), Bladcache(tmp_path / "cache"))
    assert not voorstel.lezing.heeft_stukken
    assert voorstel.velden == ()
    assert replace(gelezen, lezing=None).media.endswith("document")


def test_what_a_nota_in_word_lacks_is_filled_in_where_it_is_asked(tmp_path: Path) -> None:
    document = docx.Document()
    for regel in ("Adviesnota", "Datum vergadering: 17 juni 2027", "Agendapunt: 2", "Onderwerp: Zoutloods", "Voorstel",
        "1. De loods te vervangen.", "Inleiding", "De loods is oud.", "Besluit"):  # fmt: skip
        document.add_paragraph(regel)
    document.save(str(tmp_path / "nota.docx"))
    _, voorstel = lees_pakbestand(tmp_path / "nota.docx", Bladcache(tmp_path / "cache"))
    (vraag,) = (veld for veld in voorstel.velden if "registratienummer" in veld.twijfel)
    eerste = rubrieken(voorstel, vraag.id)[0]
    assert eerste.naam == "Registratienummer"
    assert verbeter(voorstel, eerste.id, "2027-000012").lezing.notas[0].registratienummer == "2027-000012"
