"""What was printed of a budget is checked from its records, with the same findings as on the paper."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.programmebouwers import PERIODE, bedragen, maak_programma
from tk_desktop.domain.bedrag import VERLOREN
from tk_desktop.domain.begroting import ALLES, Bedragsoort, GedruktTotaal, Regelbedrag, Zijde, lees_regelbedrag
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.programmacontrole import controleer_begroting, in_woorden
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store

_GEHEEL = "Overzicht van de lasten, regel 9"


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Programmastand]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as store:
        yield read_stand(store, maak_programma(store).id)


def _vondsten(stand: Programmastand) -> list[tuple[str, int]]:
    assert stand.periode is not None
    return [(een.code, een.verschil) for een in controleer_begroting(stand, stand.periode)]


def _totaal(stand: Programmastand, naam: str, waar: str, soort: Bedragsoort, bedrag: int) -> GedruktTotaal:
    return GedruktTotaal(
        id=f"{naam}{waar}{soort}", programma_id=stand.programma.id, periode=PERIODE, zijde=Zijde.LASTEN, naam=naam,
        waar=waar, soort=soort, bedrag=bedrag,
    )  # fmt: skip


def test_what_agrees_is_not_flagged(stand: Programmastand) -> None:
    assert _vondsten(stand) == []


def test_a_wrong_total_of_the_whole_and_of_a_group_are_told_each_once(stand: Programmastand) -> None:
    geheel = _totaal(stand, ALLES, _GEHEEL, Bedragsoort.BEGROTING, 700_000)
    assert _vondsten(replace(stand, totalen=(geheel,))) == [("GD01", 100_000)]
    groep = _totaal(stand, "Wonen", "Wonen, regel 3", Bedragsoort.BEGROTING, 80_001)
    assert _vondsten(replace(stand, totalen=(groep,))) == [("GD05", 1)]


def test_a_total_that_is_rounded_to_thousands_or_counted_in_them_is_right(stand: Programmastand) -> None:
    regels = [replace(een, bedragen=bedragen(120_000, 120_299, 61_250, 58_750)) for een in stand.regels[1:2]]
    stand = replace(stand, regels=tuple(regels))
    rond = _totaal(stand, "Bewegen", "Tabel Bewegen", Bedragsoort.GEWIJZIGD, 120_000)
    in_duizenden = replace(rond, id="d", soort=Bedragsoort.BEGROTING, bedrag=121_000, eenheid=1_000)
    assert _vondsten(replace(stand, totalen=(rond, in_duizenden))) == []
    assert _vondsten(replace(stand, totalen=(replace(in_duizenden, eenheid=1),))) == [("GD01", 1_000)]


def test_another_amount_in_the_whole_than_in_the_group_explains_the_total(stand: Programmastand) -> None:
    in_geheel = _totaal(stand, "Wonen", _GEHEEL, Bedragsoort.GEWIJZIGD, 90_000)
    geheel = _totaal(stand, ALLES, _GEHEEL, Bedragsoort.BEGROTING, 600_001)
    assert stand.periode is not None
    vondsten = controleer_begroting(replace(stand, totalen=(in_geheel, geheel)), stand.periode)
    assert [(een.code, een.ernst) for een in vondsten] == [("GD05", Ernst.INFO), ("GD03", Ernst.FOUT)]
    assert in_woorden(vondsten[1]).startswith("✗ ‘Lasten’, rij ‘Wonen’, kolom ‘Gewijzigd (mei ’26)’: Hier staat 90.000")
    assert vondsten[1].gevolg == "Met 95.000 klopt het totaal van deze kolom ook."


def test_a_saldo_that_was_made_with_the_old_budget_is_told_with_its_cause(stand: Programmastand) -> None:
    hof = next(een for een in stand.regels if een.naam == "Hofjes")
    fout = hof.met(Regelbedrag(soort=Bedragsoort.SALDO, bedrag=68_000, tekst="68.000"))
    anders = tuple(fout if een.id == hof.id else een for een in stand.regels)
    assert stand.periode is not None
    vondsten = controleer_begroting(replace(stand, regels=anders), stand.periode)
    vondst = next(een for een in vondsten if een.rij == "Hofjes" and een.kolom.startswith("Saldo"))
    assert (vondst.code, vondst.gesteld, vondst.gerekend) == ("GD02", 68_000, 83_000)
    assert "begrotingswijziging van 15.000" in vondst.oorzaak


def test_an_amount_that_is_not_certain_is_not_compared(stand: Programmastand) -> None:
    hof = next(een for een in stand.regels if een.naam == "Hofjes")
    vaag = hof.met(Regelbedrag(soort=Bedragsoort.BEGROTING, tekst="8▯.000", twijfel="er zijn cijfers verloren gegaan"))
    anders = tuple(vaag if een.id == hof.id else een for een in stand.regels)
    totaal = _totaal(stand, ALLES, _GEHEEL, Bedragsoort.BEGROTING, 600_000)
    gevonden = _vondsten(replace(stand, regels=anders, totalen=(totaal,)))
    assert ("GD02", 80_000) not in gevonden


def test_an_amount_that_lost_figures_on_the_paper_is_told_of_the_record_too(stand: Programmastand) -> None:
    hof = next(een for een in stand.regels if een.naam == "Hofjes")
    kapot = lees_regelbedrag(Bedragsoort.BESTEED, f"€ 12.{VERLOREN}00")
    assert kapot is not None
    regels = tuple(hof.met(kapot) if een is hof else een for een in stand.regels)
    assert stand.periode is not None
    (een,) = controleer_begroting(replace(stand, regels=regels), stand.periode)
    assert in_woorden(een) == (
        f"! rij ‘Hofjes’, kolom ‘Besteed t/m 30 jun ’26’: Er staat ‘€ 12.{VERLOREN}00’: daarin zijn cijfers verloren "
        "gegaan. Ermee gerekend is er niet."
    )
