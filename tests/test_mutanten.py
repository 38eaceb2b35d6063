"""Each fault that is planted on purpose still has its place in the program: else it proves nothing any more."""

from tests.mutanten import FOUTEN, WORTEL


def test_each_fault_has_one_place_in_the_program() -> None:
    teksten = {fout.bestand: (WORTEL / fout.bestand).read_text(encoding="utf-8") for fout in FOUTEN}
    assert [fout.wat for fout in FOUTEN if teksten[fout.bestand].count(fout.goed) != 1] == []
    assert [fout.wat for fout in FOUTEN for test in fout.tests.split() if not (WORTEL / "tests" / test).exists()] == []
    assert len(FOUTEN) - sum(bool(fout.overleeft) for fout in FOUTEN) >= 24
