"""Every expected fault speaks Dutch, says what to do and has a code of its own."""

import importlib
import pkgutil
import re
import string

import pytest

import tk_desktop
from tk_desktop.base.errors import SchijfVol, TkError


def _alle_fouten() -> list[type[TkError]]:
    for module in pkgutil.walk_packages(tk_desktop.__path__, "tk_desktop."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    gevonden, open_ = [], [TkError]
    while open_:
        for soort in open_.pop().__subclasses__():
            gevonden.append(soort)
            open_.append(soort)
    return sorted((soort for soort in gevonden if soort.__module__.startswith("tk_desktop")), key=lambda s: s.code)


def test_no_two_faults_share_a_code() -> None:
    codes = [soort.code for soort in _alle_fouten() if not soort.__subclasses__()]
    assert len(codes) > 20
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"TK-[A-Z]\d\d", code) for code in codes)


def test_every_fault_is_a_whole_sentence_with_advice() -> None:
    for soort in _alle_fouten():
        if soort.__subclasses__():
            continue
        namen = {
            naam for _, naam, _, _ in string.Formatter().parse(soort.melding + soort.veilig + soort.advies) if naam
        }
        fout = soort(**dict.fromkeys(namen, "Iets"))
        for tekst in (fout.wat, str(fout), fout.raad):
            assert tekst.rstrip()[-1] in ".?!", (soort, tekst)
            assert tekst[0].isupper() or tekst[0] in "‘", (soort, tekst)
            assert "{" not in tekst, (soort, tekst)


def test_a_fault_tells_what_happened_whether_the_work_is_safe_and_what_to_do_in_that_order() -> None:
    fout = SchijfVol(bestand="set.pdf")
    assert fout.wat == "De schijf is vol: ‘set.pdf’ is niet geschreven."
    assert str(fout) == f"{fout.wat} Er is niets gewijzigd."
    assert fout.zin == f"{fout} Maak ruimte vrij en probeer het opnieuw. (TK-D01)"


def test_a_fault_names_its_details() -> None:
    fout = SchijfVol(bestand="set.pdf")
    assert fout.details == {"bestand": "set.pdf"}
    with pytest.raises(TkError, match=r"‘set\.pdf’ is niet geschreven"):
        raise fout
