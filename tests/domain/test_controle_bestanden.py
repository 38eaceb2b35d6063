"""Files that a reader would stumble over are found; good files are left alone."""

from dataclasses import replace

import pytest

from tests.bouwers import een_agendapunt, een_stuk, een_stukversie
from tests.domain.controlehulp import bevindingen, een_hele_vergadering, een_punt_met_nota, samen
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle import Controlecontext, controleer
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stuk import Soort, Tekstlaag


def _met_bestanden(*versies: dict[str, object]) -> Momentopname:
    punt = een_agendapunt(titel="Jaarstukken")
    stukken = [een_stuk(agendapunt_id=punt.id, soort=Soort.RAPPORT, titel=f"Rapport {i}") for i in range(len(versies))]
    rij = [
        een_stukversie(**{"stuk_id": stuk.id, "sha256": stuk.id, **v}) for stuk, v in zip(stukken, versies, strict=True)
    ]
    return een_hele_vergadering(punten=[punt], stukken=stukken, versies=rij)


def test_the_same_file_twice_in_one_meeting_is_flagged_with_all_its_places() -> None:
    [gevonden] = bevindingen(_met_bestanden({"sha256": "a"}, {"sha256": "b"}, {"sha256": "a"}), "BS01")
    assert gevonden.wat == ("Hetzelfde bestand zit 2 keer in deze vergadering: bij 1 (‘Rapport 0’) en 1 (‘Rapport 2’).")


def test_the_same_file_in_an_earlier_meeting_gives_a_note() -> None:
    opname = _met_bestanden({"sha256": "a"})
    [gevonden] = bevindingen(opname, "BS02", zelfde_bestand={"a": ("BC WK 11-3-2026 1", "BC WK 10-12-2025 4")})
    assert gevonden.ernst is Ernst.INFO
    assert gevonden.wat.endswith("hoort ook bij BC WK 10-12-2025 4.")
    assert not bevindingen(opname, "BS02", zelfde_bestand={"a": ("BC WK 11-3-2026 1",), "b": ("BC WK 1-1-2025 1",)})


@pytest.mark.parametrize(
    ("besloten", "openbaar", "ernst"),
    [(True, True, Ernst.WAARSCHUWING), (True, False, Ernst.INFO), (False, True, Ernst.INFO)],
)
def test_a_file_that_is_besloten_here_and_public_elsewhere_is_warned_of(
    besloten: bool, openbaar: bool, ernst: Ernst
) -> None:
    elders = ("BC WK 10-12-2025 4",)
    opname = _met_bestanden({"sha256": "a"})
    opname = replace(opname, stukken=tuple(replace(stuk, besloten=besloten) for stuk in opname.stukken))
    [gevonden] = bevindingen(
        opname, "BS02", zelfde_bestand={"a": elders}, openbaar_elders={"a": elders} if openbaar else {}
    )
    assert gevonden.ernst is ernst
    assert gevonden.wat.endswith("bij BC WK 10-12-2025 4.")


@pytest.mark.parametrize(("laag", "woord"), [(Tekstlaag.GEEN, "beelden"), (Tekstlaag.BESCHADIGD, "beschadigd")])
def test_a_file_whose_text_cannot_be_read_is_flagged(laag: Tekstlaag, woord: str) -> None:
    [gevonden] = bevindingen(_met_bestanden({"tekstlaag": laag}), "BS03")
    assert woord in gevonden.wat
    assert gevonden.zo_herstelt_u.startswith("Vraag de afzender om")


def test_a_file_without_pages_goes_along_as_a_loose_file() -> None:
    opname = _met_bestanden({"paginas": 0, "media": "text/csv", "bestandsnaam": "cijfers.csv", "tekstlaag": "geen"})
    assert [(b.code, b.ernst) for b in controleer(opname, Controlecontext())] == [("BS04", Ernst.INFO)]


def test_good_files_are_left_alone() -> None:
    assert controleer(_met_bestanden({}, {}), Controlecontext()) == ()


def test_a_nota_with_a_form_needs_no_readable_file() -> None:
    deel = een_punt_met_nota()
    stuk = deel["stukken"][0]
    deel["versies"] = [een_stukversie(stuk_id=stuk.id, media="text/plain", paginas=0, tekstlaag=Tekstlaag.GEEN)]
    assert controleer(samen(deel), Controlecontext()) == ()
