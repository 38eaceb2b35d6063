"""Every year all kept files are held against their SHA-256, and when that was and what was found stays to be read."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.bouwers import (
    bewaar,
    bewaar_bytes,
    een_agendapunt,
    een_gremium,
    een_opname,
    een_stuk,
    een_stukversie,
    een_vergadering,
)
from tests.cli.hulp import tk
from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.progress import Progress
from tk_desktop.domain.fixiteit import file_name
from tk_desktop.domain.stuk import Bron
from tk_desktop.domain.weglakking import Gelakt
from tk_desktop.minutes.bestandsnamen import name_files
from tk_desktop.minutes.fixiteit import check_files, overdue
from tk_desktop.store.werkmap import Store

NU = datetime.fromisoformat("2026-05-20T09:00:00+02:00")


@pytest.fixture
def sommen(store: Store) -> list[str]:
    """Three papers with a file each."""
    store.stukken.save(een_stuk(id="brief", vergadering_id="maart"))
    uit = [bewaar_bytes(store, inhoud) for inhoud in (b"een", b"twee", b"drie")]
    for som in uit:
        store.versies.save(een_stukversie(id=som, stuk_id="brief", sha256=som, ontvangen=NU))
    return uit


def test_files_that_are_as_they_came_in_are_told_to_be(store: Store, sommen: list[str]) -> None:
    keer = check_files(store, NU, "Roos van Dalen")
    assert (keer.goed, keer.gekeken) == (True, len(sommen))
    assert keer.zin == "20-5-2026 door Roos van Dalen: 3 bestanden nagekeken, alles klopt."
    assert store.fixiteit.all() == (keer,)


def test_what_changed_and_what_is_gone_is_named_and_written_down(store: Store, sommen: list[str]) -> None:
    store.bestanden.plek(sommen[0]).write_bytes(b"een!")
    store.bestanden.plek(sommen[1]).unlink()
    check_files(store, NU - timedelta(days=1))
    keer = check_files(store, NU)
    assert (keer.veranderd, keer.ontbreekt) == ((sommen[0],), (sommen[1],))
    assert keer.zin == "20-5-2026: 3 bestanden nagekeken, 1 veranderd, 1 weg."
    assert [een.moment for een in store.fixiteit.all()] == [NU, NU - timedelta(days=1)]


def test_a_file_is_named_as_people_know_it_and_what_is_besloten_is_not(store: Store, sommen: list[str]) -> None:
    brief, open_, weg = sommen[0], bewaar_bytes(store, b"kaart"), bewaar_bytes(store, b"verslag")
    opname = een_opname(
        gremium=een_gremium(id="wk", afkorting="BC WK"),
        vergadering=een_vergadering(id="juni", gremium_id="wk", datum=date(2026, 6, 4)),
        agendapunten=[een_agendapunt(id="toe", vergadering_id="juni", titel="De zaak Zegers", besloten=True)],
        stukken=[
            een_stuk(id="kaart", vergadering_id="juni", titel="Kaart van de oever"),
            een_stuk(id="zegers", vergadering_id="juni", titel="Brief aan Zegers", agendapunt_id="toe"),
        ],
    )
    bewaar(store, opname)
    gelakt, agenda = bewaar_bytes(store, b"zwart"), bewaar_bytes(store, b"agenda")
    with store.transaction():
        store.versies.save(een_stukversie(id="k", stuk_id="kaart", sha256=open_, pdf_sha256=weg, ontvangen=NU))
        store.versies.save(een_stukversie(id="z", stuk_id="zegers", sha256=brief, ontvangen=NU))
        store.gelakten.save(Gelakt(id="l", versie_id="k", merken="x", sha256=gelakt, paginas=1))
        store.bronnen.save(
            Bron(id="b", vergadering_id="juni", sha256=agenda, bestandsnaam="a.docx", media="x", ontvangen=NU)
        )
    namen = name_files(store, (open_, weg, brief, gelakt, agenda, "f" * 64))
    assert namen == {
        open_: "‘Kaart van de oever’, BC WK 4-6-2026",
        weg: "‘Kaart van de oever’, BC WK 4-6-2026",
        gelakt: "de gelakte versie van ‘Kaart van de oever’, BC WK 4-6-2026",
        agenda: "een bestand dat is ingelezen, BC WK 4-6-2026",
        brief: "een besloten stuk",  # another paper has the same file, and that one is open
    }
    assert file_name(open_, namen) == f"{open_[:12]}… (‘Kaart van de oever’, BC WK 4-6-2026)"
    store.bestanden.plek(brief).unlink()
    store.bestanden.plek(open_).write_bytes(b"Kaart")
    for opdracht in ("doctor", "fixiteit"):
        uit = tk(opdracht, "--werkmap", store.map).uit
        assert f"{open_[:12]}… (‘Kaart van de oever’, BC WK 4-6-2026) is veranderd" in uit
        assert f"{brief[:12]}… (een besloten stuk) ontbreekt" in uit
        assert "Zegers" not in uit


def test_who_stops_it_has_not_looked(store: Store, sommen: list[str]) -> None:
    with pytest.raises(Onderbroken):
        check_files(store, NU, progress=Progress(stopped=lambda: True))
    assert store.fixiteit.all() == ()
    assert sommen


@pytest.mark.parametrize(("dagen", "laat"), [(0, False), (365, False), (366, True)])
def test_over_a_year_after_the_last_look_it_is_time_again(
    store: Store, sommen: list[str], dagen: int, laat: bool
) -> None:
    vandaag = NU.date() + timedelta(days=dagen)
    assert overdue(store, vandaag) == laat  # a year after the first file came in
    check_files(store, NU)
    assert overdue(store, vandaag) == laat
    assert sommen


def test_a_werkmap_without_files_waits_for_nothing(store: Store) -> None:
    assert not overdue(store, date(2099, 1, 1))


def test_the_command_tells_what_was_found_and_when(store: Store, sommen: list[str], tmp_path: Path) -> None:
    opdracht = ("fixiteit", "--werkmap", tmp_path / "werkmap")
    assert "nog niet nagekeken" in tk(*opdracht, "--log").uit or tk(*opdracht, "--log").code
    goed = tk(*opdracht)
    assert (goed.code, "3 bestanden nagekeken, alles klopt" in goed.uit) == (0, True)
    store.bestanden.plek(sommen[2]).unlink()
    slecht = tk(*opdracht, "--json")
    assert (slecht.code, slecht.json[0]["ontbreekt"]) == (1, [sommen[2]])
    assert len(slecht.json) == 2
