"""Dossiers whose term is over are listed, decided on and destroyed for good; what stays is the statement."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from tests.bouwers import bewaar_bytes
from tests.cli.hulp import tk
from tests.dossierbouwers import GEHEIM, NU, bewaar_oud
from tests.notenbouwers import een_aantekening
from tests.zittingbouwers import een_besluit
from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import only_id
from tk_desktop.domain.begroting import Besluitgevolg
from tk_desktop.domain.dossier import Dossierregel, Dossierstap, Waardering
from tk_desktop.domain.leesstand import Bladwijzer
from tk_desktop.domain.selectielijst import BewarenVraagtReden, TermijnHoortNiet
from tk_desktop.domain.uitwisseling import Deel
from tk_desktop.domain.vernietiging import AlVernietigd, BeslisserOntbreekt, VernietigenMagNiet
from tk_desktop.export.vernietiging import write_verklaring
from tk_desktop.export.vorm import Vorm
from tk_desktop.minutes.dossiers import choose_retention, dossier_of, reopen_dossier
from tk_desktop.minutes.vernietigen import (
    carry_out_destruction,
    count_notes,
    decide_destruction,
    finish_destruction,
    list_destroyable,
)
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.programme.gevolgen import read_gevolgen
from tk_desktop.programme.programmas import add_programma, add_themalijn
from tk_desktop.programme.projecten import add_project
from tk_desktop.store.bestanden import Bestanden
from tk_desktop.store.werkmap import Store


@pytest.fixture
def oud(store: Store) -> Store:
    return bewaar_oud(store)


def _sommen(store: Store) -> dict[str, str]:
    return {een.id: een.sha256 for stuk in ("oud-stuk", "stuk") for een in store.versies.van_stuk(stuk)}


def _is_te_lezen(map_: Path) -> list[str]:
    """The files of a werkmap in which the word still stands."""
    woord = GEHEIM.encode()
    return [pad.name for pad in map_.rglob("*") if pad.is_file() and woord in pad.read_bytes()]


def test_only_a_closed_dossier_whose_term_is_over_is_on_the_list(oud: Store) -> None:
    (regel,) = list_destroyable(oud, NU)
    assert (regel.vergadering, regel.bestanden, regel.bewaard) == ("oud", 1, "vernietigen vanaf 2025")
    assert list_destroyable(oud, date(2024, 12, 31)) == ()
    choose_retention(oud, "oud", waardering=Waardering.BEWAREN)
    assert list_destroyable(oud, NU) == ()


def test_what_is_kept_for_good_is_not_to_go_without_a_reason(oud: Store) -> None:
    with pytest.raises(BewarenVraagtReden):
        choose_retention(oud, "maart", waardering=Waardering.VERNIETIGEN, termijn=5, toelichting=" ")
    with pytest.raises(BewarenVraagtReden):
        choose_retention(oud, "maart", categorie="overleg")
    assert (dossier_of(oud, "maart").waardering, dossier_of(oud, "maart").categorie) == (None, "")
    with pytest.raises(TermijnHoortNiet):
        choose_retention(oud, "maart", waardering=Waardering.VERNIETIGEN, termijn=0, toelichting="Dubbel.")


def test_it_is_refused_by_name_for_what_is_kept_and_without_somebody_who_decides(oud: Store) -> None:
    with pytest.raises(VernietigenMagNiet, match="11-3-2026"):
        decide_destruction(oud, ["oud", "maart"], op=NU, wie="dagelijks bestuur")
    with pytest.raises(BeslisserOntbreekt):
        decide_destruction(oud, ["oud"], op=NU, wie=" ")
    assert oud.vernietigingen.all() == ()


def test_what_is_destroyed_is_nowhere_to_be_read_any_more(oud: Store) -> None:
    sommen, map_ = _sommen(oud), oud.map
    oud.kopieer(map_ / "kopieen" / "voor_0001.db")
    (map_ / "cache").mkdir(exist_ok=True)
    (map_ / "cache" / "deel").write_bytes(GEHEIM.encode())
    maart = oud.opname("maart")
    besluit = decide_destruction(oud, ["oud"], op=NU, wie="dagelijks bestuur")
    assert _is_te_lezen(map_)
    klaar = carry_out_destruction(oud, besluit.id, op=NU, door="Femke Aalders")
    assert _is_te_lezen(map_) == []
    assert oud.zoekregister.zoek(GEHEIM) == ()
    assert (oud.bestanden.plek(sommen["a"]).exists(), oud.bestanden.plek(sommen["c"]).exists()) == (False, True)
    assert oud.opname("maart").stukken == maart.stukken
    assert [een.id for een in oud.acties.all()] == ["open"]
    assert oud.geheimhoudingen.all() == ()
    assert oud.controleer().goed
    assert klaar.bestanden == (sommen["a"],)
    assert oud.vernietigingen.get(besluit.id) == klaar


def test_a_programme_does_not_keep_the_words_of_a_besluit_that_was_destroyed(oud: Store) -> None:
    oud.dossiers.save(replace(dossier_of(oud, "oud"), regels=()))
    besloten = een_besluit(id="oud-besluit", agendapunt_id="oud-punt", tekst=GEHEIM)
    oud.besluiten.save(besloten)
    programma = add_programma(oud, "Water")
    project = add_project(oud, add_themalijn(oud, programma.id, "Kades").id, "Kade")
    oud.programma.gevolgen.save(
        Besluitgevolg(  # as an older program kept it
            id=only_id("besluitgevolg", besloten.id, project.id),
            programma_id=programma.id,
            wat=GEHEIM,
            datum=besloten.datum,
            besluit_id=besloten.id,
            project_id=project.id,
        )
    )
    stap = Dossierregel(id="s", volgorde="i", stap=Dossierstap.GESLOTEN, datum=date(2019, 9, 1))
    oud.dossiers.save(replace(dossier_of(oud, "oud"), regels=(stap,)))
    besluit = decide_destruction(oud, ["oud"], op=NU, wie="dagelijks bestuur")
    carry_out_destruction(oud, besluit.id, op=NU, door="F")
    (gevolg,) = read_gevolgen(oud, programma.id)
    assert (gevolg.wat, gevolg.datum) == ("Een besluit dat niet meer in deze werkmap staat", None)
    assert _is_te_lezen(oud.map) == []


def test_it_is_done_once_and_not_when_something_changed_since(oud: Store) -> None:
    besluit = decide_destruction(oud, ["oud"], op=NU, wie="dagelijks bestuur")

    def refused(error: type[TkError], doe: Callable[[], object]) -> None:
        with pytest.raises(error):
            doe()

    reopen_dossier(oud, "oud", op=NU, reden="Een vraag van de rechter.")
    refused(VernietigenMagNiet, lambda: carry_out_destruction(oud, besluit.id, op=NU, door="F"))
    assert oud.vergaderingen.get("oud")
    stap = Dossierregel(id="s", volgorde="i", stap=Dossierstap.GESLOTEN, datum=date(2019, 9, 1))
    oud.dossiers.save(replace(dossier_of(oud, "oud"), regels=(stap,)))
    carry_out_destruction(oud, besluit.id, op=NU, door="F")
    refused(AlVernietigd, lambda: carry_out_destruction(oud, besluit.id, op=NU, door="F"))


def test_a_file_that_was_left_elsewhere_goes_when_it_is_finished(oud: Store) -> None:
    besluit = decide_destruction(oud, ["oud"], op=NU, wie="dagelijks bestuur")
    carry_out_destruction(oud, besluit.id, op=NU, door="F")
    assert finish_destruction(oud) == 0
    bewaar_bytes(oud, f"{GEHEIM} alleen".encode())
    assert finish_destruction(oud) == 1
    assert _is_te_lezen(oud.map) == []


def test_what_was_broken_off_between_rows_and_files_is_finished_at_the_next_opening(
    oud: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    def weiger(*_: object) -> None:
        raise PermissionError

    besluit = decide_destruction(oud, ["oud"], op=NU, wie="dagelijks bestuur")
    plek = oud.bestanden.plek(_sommen(oud)["a"])
    with monkeypatch.context() as stroom:
        stroom.setattr(Store, "wis", stop)
        with pytest.raises(KeyboardInterrupt):
            carry_out_destruction(oud, besluit.id, op=NU, door="F")
    assert (oud.vernietigingen.get(besluit.id).uitgevoerd_op, plek.is_file()) == (NU, True)
    oud.close()
    with monkeypatch.context() as stroom:
        stroom.setattr(Bestanden, "vernietig", weiger)
        Store.open(oud.map).close()  # a file that another program holds does not keep the werkmap shut
    with Store.open(oud.map) as weer:
        assert not plek.exists()
        assert _is_te_lezen(oud.map) == []
        assert weer.controleer().goed
        bewaar_bytes(weer, f"{GEHEIM} alleen".encode())
    Store.open(oud.map).close()
    assert plek.is_file()  # what was finished is not begun again


def test_a_damaged_file_and_pieces_that_wait_for_others_are_written_over_too(oud: Store, tmp_path: Path) -> None:
    som = _sommen(oud)["a"]
    oud.bestanden.plek(som).write_bytes(f"{GEHEIM} maar beschadigd".encode())
    oud.bestanden.leg_opzij(som)
    (oud.map / "cache" / "ontvangen").mkdir(parents=True)
    for object_, van in (("d" * 64, som), ("e" * 64, "f" * 64)):
        (oud.map / "cache" / "ontvangen" / object_).write_bytes(f"{GEHEIM}, deel 1".encode())
        oud.uitwisseling.bewaar_deel(Deel(object=object_, bereik="bestuur", kid=1, sha256=van, deel=1, delen=2))
    for nummer, pad in enumerate((*oud.map.rglob("*.beschadigd"), oud.map / "cache" / "ontvangen" / ("d" * 64))):
        os.link(pad, tmp_path / f"getuige{nummer}")  # another name shows what is left on the disk
    besluit = decide_destruction(oud, ["oud"], op=NU, wie="dagelijks bestuur")
    carry_out_destruction(oud, besluit.id, op=NU, door="F")
    assert _is_te_lezen(oud.map) == []
    assert [bytes(len(pad.read_bytes())) == pad.read_bytes() for pad in sorted(tmp_path.glob("getuige*"))] == [True] * 2
    assert [een.sha256 for een in oud.uitwisseling.delen()] == ["f" * 64]


def test_the_statement_tells_who_and_when_and_not_what(oud: Store, tmp_path: Path) -> None:
    besluit = decide_destruction(oud, ["oud"], op=NU, wie="dagelijks bestuur")
    klaar = carry_out_destruction(oud, besluit.id, op=NU, door="Femke Aalders")
    woorden = " ".join(" ".join(lees_pdf(write_verklaring(klaar, tmp_path / "v.pdf", Vorm.PDF)).paginas).split())
    for woord in ("dagelijks bestuur", "Femke Aalders", "20 mei 2026", "11-3-2019"):
        assert woord in woorden
    assert GEHEIM not in woorden
    assert "in elke werkmap die een bundel maakte of kreeg" in woorden  # nothing is claimed of signed segments
    assert write_verklaring(klaar, tmp_path / "v.docx", Vorm.WORD).stat().st_size


def test_what_readers_wrote_on_it_is_counted_and_told_before_it_goes(
    oud: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for id_ in ("een", "twee"):
        oud.aantekeningen.save(een_aantekening(id=id_, vergadering_id="oud", agendapunt_id=None))
    oud.bladwijzers.save(
        Bladwijzer(id="b", vergadering_id="oud", papier="agenda", eigenaar="Sem", versie="", pagina=1, naam="Hier")
    )
    oud.aantekeningen.save(een_aantekening(id="blijft", vergadering_id="maart", agendapunt_id=None))
    besluit = decide_destruction(oud, ["oud"], op=NU, wie="dagelijks bestuur")
    assert str(count_notes(oud, besluit)) == "2 aantekeningen en 1 bladwijzer"
    oud.close()
    monkeypatch.setattr("sys.stdin", StringIO("nee\n"))
    gevraagd = tk("vernietig", "--werkmap", oud.map, "--uitvoeren")
    assert "2 aantekeningen en 1 bladwijzer" in gevraagd.fout
    with Store.open(oud.map) as store:
        carry_out_destruction(store, besluit.id, op=NU, door="F")
        assert [een.id for een in store.aantekeningen.all()] == ["blijft"]
        assert not count_notes(store, besluit)


def test_the_command_goes_in_two_steps_and_asks(oud: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opdracht = ("vernietig", "--werkmap", oud.map)
    oud.close()
    assert "Mag weg: Bestuurscommissie" in tk(*opdracht).uit or "11-3-2019" in tk(*opdracht).uit
    assert "TK-F24" in tk(*opdracht, "--besluit").fout
    assert "nog niet uitgevoerd" in tk(*opdracht, "--besluit", "--door", "dagelijks bestuur").uit
    monkeypatch.setattr("sys.stdin", StringIO("nee\n"))
    assert tk(*opdracht, "--uitvoeren").code == 1
    monkeypatch.setattr("sys.stdin", StringIO("ja\n"))
    gedaan = tk(*opdracht, "--uitvoeren", "--uit", tmp_path / "uit", "--json")
    assert (gedaan.code, gedaan.json["mag"]) == (0, [])
    assert sorted(pad.name for pad in (tmp_path / "uit").iterdir()) == [
        "Verklaring van vernietiging 1.pdf",
        "Vernietigingslijst.pdf",
    ]
    assert tk(*opdracht, "--afmaken", "--uit", tmp_path / "blad", "--als", "xlsx").code == 0
    assert (tmp_path / "blad" / "Vernietigingslijst.xlsx").is_file()


def test_the_other_laptop_lets_it_go_too(oud: Store, tmp_path: Path) -> None:
    with Store.open(tmp_path / "ander", maken=True) as ander:

        def vertel() -> None:
            for bereik in oud.bewerkingen.bereiken():
                ander.pas_toe(oud.bewerkingen.openstaand(bereik))

        vertel()
        bewaar_bytes(ander, f"{GEHEIM} alleen".encode())
        assert ander.agendapunten.get("oud-punt").titel == GEHEIM
        besluit = decide_destruction(oud, ["oud"], op=NU, wie="dagelijks bestuur")
        carry_out_destruction(oud, besluit.id, op=NU, door="F")
        vertel()
        assert "oud" not in {een.id for een in ander.vergaderingen.all()}
        assert ander.vernietigingen.get(besluit.id).uitgevoerd_op == NU
        assert finish_destruction(ander) == 1
        assert _is_te_lezen(ander.map) == []
        assert ander.controleer().klachten == ()
