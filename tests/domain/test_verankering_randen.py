"""What repeats on pages is no part of the running text."""

from tests.domain.verankeringhulp import STUK
from tk_desktop.domain.verankering.randen import zonder_randen

KOP, VOET = "Regio Waterkant - concept", "Pagina {} van 3"


def test_headers_footers_and_page_numbers_are_blanked_and_no_offset_moves() -> None:
    paginas = tuple(f"{KOP}\n{pagina}\n{VOET.format(nr)}\n" for nr, pagina in enumerate(STUK, 1))
    schoon = zonder_randen(paginas)
    assert [len(pagina) for pagina in schoon] == [len(pagina) for pagina in paginas]
    assert [pagina.strip() for pagina in schoon] == list(STUK)
    assert [pagina.index(tekst) for pagina, tekst in zip(schoon, STUK, strict=True)] == [len(KOP) + 1] * 3


def test_loose_page_numbers_go_and_a_lone_number_at_the_end_of_a_table_stays() -> None:
    assert [
        pagina.split("\n")[-1].strip() for pagina in zonder_randen([f"{t}\n{n}" for n, t in enumerate(STUK, 7)])
    ] == [
        "",
        "",
        "",
    ]
    tabel = f"{STUK[0]}\n12"
    assert zonder_randen([tabel, STUK[1], STUK[2]])[0] == tabel


def test_a_paper_of_two_pages_keeps_every_line() -> None:
    paginas = tuple(f"{KOP}\n{pagina}" for pagina in STUK[:2])
    assert zonder_randen(paginas) == paginas
