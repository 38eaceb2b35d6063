"""The pages of one nota are those of the set."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.verpakt import Verpakt, paginateksten
from tk_desktop.export.notavoorbeeld import write_nota_pdf
from tk_desktop.store.fouten import NietGevonden


def _geen_bestand(_: str) -> Path:
    raise AssertionError("een nota heeft geen ontvangen bestand nodig")


def test_the_pages_of_a_nota_hold_what_they_hold_in_the_set(verpakt: Verpakt, tmp_path: Path) -> None:
    deel = next(deel for deel in verpakt.leden.gemaakt.delen if deel.sleutel == "stuk-2a")
    doel = tmp_path / "2a.pdf"
    aantal = write_nota_pdf(verpakt.opname, "stuk-2a", doel, bestand=_geen_bestand, cache=tmp_path / "cache")
    eigen = paginateksten(doel)
    in_set = verpakt.leden.paginas[deel.van - 1 : deel.tot]
    assert aantal == len(eigen) == len(in_set) > 1
    assert f"blz. 1/{aantal}" in eigen[0]
    for een, ander in zip(eigen, in_set, strict=True):
        assert set(een.split()) - set(ander.split()) <= {"1/2", "2/2", "1/3", "2/3", "3/3"}


def test_the_same_nota_gives_the_same_bytes_and_a_changed_one_its_new_words(verpakt: Verpakt, tmp_path: Path) -> None:
    een, twee = tmp_path / "een.pdf", tmp_path / "twee.pdf"
    for doel in (een, twee):
        write_nota_pdf(verpakt.opname, "stuk-4", doel, bestand=_geen_bestand, cache=tmp_path / "cache")
    assert een.read_bytes() == twee.read_bytes()
    nota = verpakt.opname.notas["stuk-4"]
    secties = (replace(nota.secties[0], tekst="Een **heel ander** doel."), *nota.secties[1:])
    anders = replace(verpakt.opname, notas={**verpakt.opname.notas, "stuk-4": replace(nota, secties=secties)})
    write_nota_pdf(anders, "stuk-4", twee, bestand=_geen_bestand, cache=tmp_path / "cache")
    assert "Een heel ander doel." in " ".join(paginateksten(twee))


def test_a_paper_without_a_form_has_no_preview(verpakt: Verpakt, tmp_path: Path) -> None:
    bijlage = next(stuk for stuk in verpakt.opname.stukken if stuk.hoort_bij)
    for stuk_id in (bijlage.id, "nergens"):
        with pytest.raises(NietGevonden):
            write_nota_pdf(verpakt.opname, stuk_id, tmp_path / "x.pdf", bestand=_geen_bestand, cache=tmp_path / "c")
    assert not (tmp_path / "x.pdf").exists()
