"""For own use every own note goes along; others get what is shared with them, and nothing that is kept from them."""

from dataclasses import replace
from typing import Any

import pytest

from tests.bouwers import een_agendapunt, een_opname, een_stuk
from tests.notenbouwers import ROOS, VERSIE, WIES, een_aantekening, een_anker
from tk_desktop.domain.aantekening import SECRETARIAAT, Aantekening, Anker, Soort, Zicht
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.notenkeuze import Notenkeuze, Ontvanger, Voor, choose_notes, readers_of
from tk_desktop.domain.papiertekst import Papiertekst
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor

GEHEIM = "Aankoop van de Oude Werf"
OUD = "0" * 64
GOED, MET_GEHEIM = "Bij water de oevers verzakken van het kanaal.", f"Over de  {'x' * 19} {GEHEIM.upper()}."
NOTA = Papiertekst(versies=frozenset({VERSIE}), paginas=(GOED, MET_GEHEIM))


@pytest.fixture
def geheel() -> Momentopname:
    return een_opname(
        agendapunten=[
            een_agendapunt(id="oever", titel="Oever"),
            een_agendapunt(id="werf", titel=GEHEIM, besloten=True),
        ],
        stukken=[
            een_stuk(id="nota", agendapunt_id="oever", titel="Oeverplan"),
            een_stuk(id="bod", agendapunt_id="werf", titel="Bod op de werf", besloten=True),
        ],
    )


def allen(*ankers: Anker, **anders: Any) -> Aantekening:
    return een_aantekening(*ankers, **({"zicht": Zicht.ALLEN} | anders))


def kies(geheel: Momentopname, noten: list[Aantekening], ontvanger: Ontvanger, openbaar: bool = False) -> Notenkeuze:
    variant = Variant(doelgroep=Doelgroep.OPENBAAR if openbaar else Doelgroep.LEDEN)
    zichtbaar = zichtbaar_voor(geheel, variant)
    papieren = {"agenda", *(stuk.id for stuk in zichtbaar.stukken)}
    return choose_notes(
        noten,
        ontvanger,
        lezer=ROOS,
        geheel=geheel,
        zichtbaar=zichtbaar,
        papieren=papieren,
        tekst_van={"nota": NOTA, "bod": NOTA, "agenda": NOTA}.__getitem__,
    )


def ids(keuze: Notenkeuze) -> list[str]:
    return [een.id for een in keuze.noten]


def test_for_own_use_all_own_notes_go_along_and_those_of_others_when_asked(geheel: Momentopname) -> None:
    eigen, op_weg = een_aantekening(), een_aantekening(papier="stuk dat weg is")
    gedeeld, niet = allen(eigenaar=WIES), een_aantekening(eigenaar=WIES)
    alle = [eigen, op_weg, gedeeld, niet]
    assert kies(geheel, alle, Ontvanger()) == Notenkeuze(noten=(eigen, op_weg))
    assert kies(geheel, alle, Ontvanger(van_anderen=True)).noten == (eigen, op_weg, gedeeld)


def test_what_is_private_never_goes_to_others(geheel: Momentopname) -> None:
    prive, alleen_wies = een_aantekening(), een_aantekening(zicht=Zicht.GEDEELD, gedeeld_met=(WIES, "Jo Vos"))
    was_gedeeld = een_aantekening(gedeeld_met=(WIES,))
    voor_allen, van_wies = allen(), allen(eigenaar=WIES)
    alle = [prive, alleen_wies, was_gedeeld, voor_allen, van_wies]
    aan_wies = kies(geheel, alle, Ontvanger(voor=Voor.LEZER, naam=WIES))
    assert [een.id for een in aan_wies.noten] == [alleen_wies.id, voor_allen.id]
    assert [een.gedeeld_met for een in aan_wies.noten] == [(WIES,), ()]
    assert aan_wies.prive == 2
    assert ids(kies(geheel, alle, Ontvanger(voor=Voor.LEDEN))) == [voor_allen.id]


def test_what_was_put_to_or_shared_with_the_secretariat_goes_there_and_nothing_else(geheel: Momentopname) -> None:
    gesteld = een_aantekening(soort=Soort.VRAAG, zicht=Zicht.GEDEELD, gedeeld_met=(WIES,))
    aan_allen, iedereen = allen(soort=Soort.VRAAG), allen()
    niet_gesteld, prive = een_aantekening(soort=Soort.VRAAG), een_aantekening()
    was_gedeeld = een_aantekening(soort=Soort.VRAAG, gedeeld_met=(WIES,))
    met_hen = een_aantekening(zicht=Zicht.GEDEELD, gedeeld_met=(SECRETARIAAT,))
    alle = [gesteld, aan_allen, iedereen, met_hen, niet_gesteld, was_gedeeld, prive]
    keuze = kies(geheel, alle, Ontvanger(voor=Voor.SECRETARIAAT))
    assert [een.id for een in keuze.noten] == [gesteld.id, aan_allen.id, iedereen.id, met_hen.id]
    assert keuze.prive == 3


def test_nothing_about_what_is_besloten_goes_to_everybody(geheel: Momentopname) -> None:
    goed = allen(tekst="Over de oever")
    weg = [
        allen(papier="bod", agendapunt_id="werf"),
        allen(soort=Soort.PUNTNOTITIE, agendapunt_id="werf"),
        allen(een_anker(citaat=f"punt 2 {GEHEIM}"), papier="agenda"),
        allen(papier="agenda"),
        allen(tekst="hangt samen met de aankoop  van de\noude werf"),
        allen(een_anker(pagina=2)),
        allen(een_anker(pagina=2, begin=30, eind=36)),
        allen(labels=("Bod op de werf",)),
    ]
    keuze = kies(geheel, [goed, *weg], Ontvanger(voor=Voor.OPENBAAR), openbaar=True)
    assert (ids(keuze), keuze.afgeschermd) == ([goed.id], len(weg))
    assert len(kies(geheel, [goed, *weg], Ontvanger(voor=Voor.LEDEN)).noten) == 1 + len(weg)


def test_others_get_no_word_of_an_earlier_version(geheel: Momentopname) -> None:
    oud = een_anker(versie=OUD, citaat="drie miljoen", voor="Het bod op de werf is", na="zegt de makelaar")
    nu = een_anker(begin=9, eind=28, voor="nog uit v1: drie miljoen")
    geplaatst, kwijt = allen(oud, nu), allen(oud, tekst="Kan dit?")
    for voor in (Voor.OPENBAAR, Voor.LEDEN, Voor.SECRETARIAAT):
        eerste, tweede = kies(geheel, [geplaatst, kwijt], Ontvanger(voor=voor), openbaar=voor is Voor.OPENBAAR).noten
        assert [plaats.anker for plaats in eerste.plaatsen] == [
            replace(nu, citaat=GOED[9:28], voor=GOED[:9], na=GOED[28:])
        ]
        assert "miljoen" not in repr((eerste, tweede))
        assert (tweede.tekst, tweede.plaatsen) == ("Kan dit?", ())


@pytest.mark.parametrize(
    ("tekst", "gaat_mee"),
    [("De GGiD wil dit ook", False), ("ggid?", False), ("Zie ‘GGiD’.", False), ("de GGiDienst", True), ("", True)],
)
def test_a_short_title_that_is_besloten_is_known_as_a_word(geheel: Momentopname, tekst: str, gaat_mee: bool) -> None:
    punten = [*geheel.agendapunten, een_agendapunt(id="ggid", titel="GGiD", besloten=True)]
    met_kort = een_opname(agendapunten=punten, stukken=list(geheel.stukken))
    keuze = kies(met_kort, [allen(tekst=tekst)], Ontvanger(voor=Voor.OPENBAAR), openbaar=True)
    assert len(keuze.noten) == gaat_mee


def test_with_whom_somebody_shares_is_told_by_name() -> None:
    noten = [
        een_aantekening(zicht=Zicht.GEDEELD, gedeeld_met=(WIES, "Jo Vos")),
        een_aantekening(gedeeld_met=("Niet meer",)),
        een_aantekening(eigenaar=WIES, zicht=Zicht.GEDEELD, gedeeld_met=(ROOS,)),
    ]
    assert readers_of(noten, ROOS) == ("Jo Vos", WIES)


def test_only_one_reader_has_a_name() -> None:
    with pytest.raises(ValueError, match="naam"):
        Ontvanger(voor=Voor.LEDEN, naam=WIES)


@pytest.mark.parametrize("soort", [Soort.MARKERING, Soort.ONDERSTREPING, Soort.DOORHALING, Soort.INKT])
def test_a_mark_without_words_that_has_no_place_in_their_version_stays_behind_and_is_counted(
    geheel: Momentopname, soort: Soort
) -> None:
    kaal, met_tekst = (
        allen(een_anker(versie=OUD), soort=soort),
        allen(een_anker(versie=OUD), soort=soort, tekst="Let op"),
    )
    hier, met_label = allen(soort=soort), allen(een_anker(versie=OUD), soort=soort, labels=("geld",))
    keuze = kies(geheel, [kaal, met_tekst, hier, met_label], Ontvanger(voor=Voor.LEDEN))
    assert ids(keuze) == [met_tekst.id, hier.id, met_label.id]
    assert (keuze.zonder_plek, keuze.afgeschermd, keuze.prive) == (1, 0, 0)
    assert len(kies(geheel, [kaal], Ontvanger()).noten) == 1
