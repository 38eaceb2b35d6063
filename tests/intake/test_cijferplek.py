"""Each row of a table is found again on the page, also where two rows have the same figures."""

from pathlib import Path

from tests.intake.test_cijferblad import KOPPEN, RIJEN, een_blad
from tk_desktop.domain.cijfertabel import Cijfercel, Cijferkolom, Cijferrij, Cijfertabel
from tk_desktop.intake.tabelopname import read_tabellen


def test_each_row_stands_under_the_one_before_it_and_a_row_of_elsewhere_on_the_page_of_its_table(
    tmp_path: Path,
) -> None:
    dubbel = (RIJEN[0], ("Herstel van de oprit", *RIJEN[0][1:]), RIJEN[1], RIJEN[3])
    bron = een_blad(tmp_path / "cijfers.pdf", [["x"], (*KOPPEN, *dubbel)], lijnen=False)
    gelezen = read_tabellen(bron, "application/pdf", "Cijfers")
    (plekken,) = gelezen.plekken
    assert {plek.pagina for plek in plekken} == {2}
    hoogten = [plek.kader.y0 for plek in plekken if plek.kader is not None]
    assert len(hoogten) == len(dubbel)
    assert hoogten == sorted(hoogten, reverse=True)
    ander = Cijfertabel(
        titel="Elders",
        kolommen=(Cijferkolom(naam="Lasten"),),
        rijen=(
            Cijferrij(naam="Sloep", cellen=(Cijfercel(tekst="€ 77", bedrag=77),)),
            Cijferrij(naam="Financiën haven", cellen=(Cijfercel(),)),
        ),
        van=2,
        tot=2,
        op_bladzijde=True,
    )
    (elders,) = read_tabellen(bron, "application/pdf", "Cijfers", [ander]).plekken
    assert (elders[0].pagina, elders[0].kader) == (2, None)
    assert elders[1].kader is not None, "a row without figures is found by its name"
