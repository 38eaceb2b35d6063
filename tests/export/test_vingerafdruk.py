"""The digest of a paper changes with every word on it, and with nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.voorbeeld.inhoud import voorbeeld
from tk_desktop.domain.opmaak import Alinea, gewoon, lees
from tk_desktop.export.bladen import geen_ankers, schrijf_agenda, schrijf_nota
from tk_desktop.export.vingerafdruk import Vingerafdruk
from tk_desktop.paper.blad import Blad, Toon, Veld


def _som(*schrijvers: Callable[[Vingerafdruk], object], grond: str = "1") -> str:
    vinger = Vingerafdruk(grond)
    for schrijf in schrijvers:
        schrijf(vinger)
    return vinger.som


def test_every_manner_of_printing_the_same_word_differs(tmp_path: Path) -> None:
    plaatje = tmp_path / "kaart.png"
    plaatje.write_bytes(b"plaatje")
    sommen = [
        _som(),
        _som(grond="2"),
        _som(lambda b: b.title("Plan")),
        _som(lambda b: b.title("Plan", anker="plan")),
        _som(lambda b: b.heading(2, "Plan")),
        _som(lambda b: b.heading(3, "Plan")),
        _som(lambda b: b.paragraph("Plan")),
        _som(lambda b: b.paragraph("Plan", Toon.KLEIN)),
        _som(lambda b: b.paragraph(gewoon("Plan"))),
        _som(lambda b: b.blocks(lees("Plan"))),
        _som(lambda b: b.blocks(lees("**Plan**"))),
        _som(lambda b: b.fields([[Veld(naam="Plan", waarde=(Alinea(gewoon("a")),))]])),
        _som(lambda b: b.table(("Plan",), [], (1,))),
        _som(lambda b: b.table(("Plan",), [], (2,))),
        _som(lambda b: b.figure(plaatje, breedte_mm=20, alternatieve_tekst="Plan")),
        _som(lambda b: b.space(4)),
        _som(lambda b: b.page_break()),
        _som(lambda b: b.title("Plan"), lambda b: b.page_break()),
        _som(lambda b: b.page_break(), lambda b: b.title("Plan")),
    ]
    assert len(set(sommen)) == len(sommen)


def test_a_picture_counts_by_what_is_in_it(tmp_path: Path) -> None:
    een, ander = tmp_path / "een.png", tmp_path / "ander.png"
    een.write_bytes(b"plaatje")
    ander.write_bytes(b"plaatje")
    assert _som(lambda b: b.figure(een, breedte_mm=20, alternatieve_tekst="K")) == _som(
        lambda b: b.figure(ander, breedte_mm=20, alternatieve_tekst="K")
    )
    ander.write_bytes(b"Plaatje")
    assert _som(lambda b: b.figure(een, breedte_mm=20, alternatieve_tekst="K")) != _som(
        lambda b: b.figure(ander, breedte_mm=20, alternatieve_tekst="K")
    )


@pytest.mark.parametrize("papier", ["agenda", "nota"])
def test_the_same_paper_has_the_same_digest_every_time(papier: str, tmp_path: Path) -> None:
    def schrijf(blad: Blad) -> None:
        opname = voorbeeld()
        if papier == "agenda":
            schrijf_agenda(blad, opname, geen_ankers)
        else:
            schrijf_nota(blad, opname, next(s for s in opname.stukken if s.id == "stuk-2a"), geen_ankers)

    assert _som(schrijf) == _som(schrijf)
    vinger = Vingerafdruk("1")
    schrijf(vinger)
    assert vinger.write(tmp_path / "som").read_text() == vinger.som
