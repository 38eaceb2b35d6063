"""What goes to somebody of the notes on the sample meeting, with the papers that they see."""

from collections.abc import Iterator

import pytest

from tests.notenbouwers import ROOS, VERSIE, WIES, een_aantekening
from tests.verpakt import Verpakt
from tk_desktop.domain.aantekening import Aantekening, Zicht
from tk_desktop.domain.notenkeuze import Ontvanger, Voor
from tk_desktop.domain.papiertekst import Papiertekst
from tk_desktop.domain.vergaderset import Doelgroep, Onderdeel, Vergaderset
from tk_desktop.pack.notenset import choose_from, gather_notes
from tk_desktop.store.werkmap import Store


@pytest.fixture
def gevuld(verpakt: Verpakt) -> Iterator[Store]:
    with Store.open(verpakt.werkmap) as geopend:
        yield geopend


@pytest.fixture
def noten(verpakt: Verpakt) -> list[Aantekening]:
    opname = verpakt.opname
    besloten = next(stuk for stuk in opname.stukken if opname.stuk_is_besloten(stuk))
    open_ = next(stuk for stuk in opname.stukken if not opname.stuk_is_besloten(stuk))
    return [
        een_aantekening(papier=stuk.id, agendapunt_id=opname.punt_van(stuk), zicht=zicht, tekst=f"{nr}")
        for nr, (stuk, zicht) in enumerate([(besloten, Zicht.ALLEN), (open_, Zicht.ALLEN), (open_, Zicht.PRIVE)])
    ]


KRIJGT = {
    Ontvanger(): ("012", Doelgroep.LEDEN),
    Ontvanger(voor=Voor.SECRETARIAAT): ("01", Doelgroep.LEDEN),
    Ontvanger(voor=Voor.LEDEN): ("01", Doelgroep.LEDEN),
    Ontvanger(voor=Voor.OPENBAAR): ("1", Doelgroep.OPENBAAR),
    Ontvanger(voor=Voor.LEZER, naam="Iemand van buiten"): ("1", Doelgroep.AMBTENAREN),
}
"""Which notes each reader gets, and of which set."""


def _lees(plan: Vergaderset, deel: Onderdeel) -> Papiertekst:
    assert deel in plan.onderdelen
    return Papiertekst(versies=frozenset({VERSIE}), paginas=("Bij water de oevers verzakken van het kanaal.",))


@pytest.mark.parametrize("ontvanger", KRIJGT)
def test_each_reader_gets_the_papers_they_see_and_the_notes_on_them(
    gevuld: Store, verpakt: Verpakt, noten: list[Aantekening], ontvanger: Ontvanger
) -> None:
    gekozen = choose_from(gevuld, verpakt.opname.vergadering.id, noten, ontvanger, lezer=ROOS, lees=_lees)
    teksten = "".join(een.tekst for een in gekozen.keuze.noten)
    assert (teksten, gekozen.plan.variant.doelgroep) == KRIJGT[ontvanger]
    sleutels = {deel.sleutel for deel in gekozen.plan.onderdelen}
    assert {een.papier for een in gekozen.keuze.noten} <= sleutels


def test_a_member_gets_the_set_of_that_member(gevuld: Store, verpakt: Verpakt) -> None:
    opname = verpakt.opname
    lid = opname.naam(next(lid for lid in opname.leden if lid.geldt_op(opname.vergadering.datum)).persoon_id)
    gekozen = gather_notes(gevuld, opname.vergadering.id, Ontvanger(voor=Voor.LEZER, naam=lid), lezer=WIES, lees=_lees)
    assert gekozen.plan.variant.naam == lid
    assert gekozen.opname.vergadering.id == opname.vergadering.id
    assert gekozen.keuze.noten == ()
