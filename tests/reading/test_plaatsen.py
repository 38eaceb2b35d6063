"""Notes of readers when a paper is replaced: each is placed, shown for review or in the tray, and none is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk
from tests.domain.verankeringhulp import BEGROTING, ORGANISATIE, RISICO
from tests.papier import a_paper, a_scan, passage_op
from tk_desktop.domain.aantekening import Aantekening, Anker, Inktpunt, Lijn, Oordeel, Soort, Vlak
from tk_desktop.domain.plaatstelling import Plaatstelling
from tk_desktop.paper.version_pages import Versiebladen
from tk_desktop.reading.aantekeningen import (
    Leesplek,
    add_aantekening,
    confirm_plaatsen,
    put_aantekening,
    remove_aantekeningen,
)
from tk_desktop.reading.plaatsen import needs_places, place_aantekeningen, reject_plaats
from tk_desktop.reading.versiezoeker import AFGEWEZEN
from tk_desktop.store.fouten import IntussenGewijzigd
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
ROOS = "Roos van Dalen"
WEG = "Een tweede risico is de levertijd van damwanden uit het buitenland."
WEG_KORT = "Een tweede risico is de levertijd"
Bladen = list[list[str]]

EEN: Bladen = [tekst.splitlines() for tekst in (BEGROTING, ORGANISATIE, RISICO)]
VOORBLAD = ["Aan de leden", "Hierbij ontvangt u de nieuwe stukken, met excuses voor de late toezending."]
TWEE: Bladen = [
    VOORBLAD,
    EEN[0],
    [regel.replace("werkgroep van", "commissie van") for regel in EEN[1]],
    RISICO.replace(WEG, "").splitlines(),
]


class Map:
    """Versions of one paper on disk, and what reads them."""

    def __init__(self, map_: Path, store: Store) -> None:
        self.map = map_
        self.store = store
        self.hier = store.vergaderingen.all()[0].id

    def versie(self, bladen: Bladen) -> str:
        """Write a version and return its SHA-256."""
        inhoud = a_paper(*bladen, maat=(800, 600))
        som = sha256(inhoud).hexdigest()
        (self.map / som).write_bytes(inhoud)
        return som

    def scan(self, bladen: Bladen) -> str:
        """Write a version of which the pages are pictures, and return its SHA-256."""
        inhoud = a_scan(*bladen)
        som = sha256(inhoud).hexdigest()
        (self.map / som).write_bytes(inhoud)
        return som

    def pad(self, som: str) -> Path | None:
        pad = self.map / som
        return pad if pad.exists() else None

    def noteer(self, versie: str, citaat: str, soort: Soort = Soort.MARKERING) -> Aantekening:
        """Keep a note on words of a version."""
        with Versiebladen(self.pad) as bladen:
            paginas = bladen.paginas(versie)
            pagina = next(nr for nr, tekst in enumerate(paginas, 1) if citaat in tekst)
            tekst = paginas[pagina - 1]
            begin = tekst.index(citaat)
            anker = Anker(
                versie=versie,
                pagina=pagina,
                begin=begin,
                eind=begin + len(citaat),
                citaat=citaat,
                voor=tekst[max(0, begin - 200) : begin],
                na=tekst[begin + len(citaat) :][:200],
                vlakken=passage_op(bladen, versie, pagina, begin, begin + len(citaat)),
            )
        return self._bewaar(anker, soort, paginas)

    def teken(self, versie: str, pagina: int, bij: str) -> Aantekening:
        """Keep a stroke over the first letters of words."""
        with Versiebladen(self.pad) as bladen:
            paginas = bladen.paginas(versie)
            begin = paginas[pagina - 1].index(bij)
            punt = bladen.punt(versie, pagina, begin)
        assert punt is not None
        x, y = punt
        lijn = Lijn(pagina, (Inktpunt(x, y), Inktpunt(x + 20, y + 10)))
        anker = Anker(
            versie=versie, pagina=pagina, begin=begin, eind=begin, vlakken=(Vlak(pagina, x, y, x + 20, y + 10),)
        )
        return self._bewaar(anker, Soort.INKT, paginas, (lijn,))

    def _bewaar(
        self, anker: Anker, soort: Soort, paginas: tuple[str, ...], lijnen: tuple[Lijn, ...] = ()
    ) -> Aantekening:
        plek = Leesplek(vergadering_id=self.hier, papier="stuk", agendapunt_id="oever")
        een = add_aantekening(self.store, plek, anker, soort, eigenaar=ROOS, moment=NU, lijnen=lijnen, paginas=paginas)
        return self.lees(een)

    def plaats(self, versie: str) -> Plaatstelling:
        with Versiebladen(self.pad) as bladen:
            return place_aantekeningen(self.store, self.hier, "stuk", versie, bladen)

    def lees(self, een: Aantekening) -> Aantekening:
        return self.store.aantekeningen.get(een.id)


@pytest.fixture
def papier(tmp_path: Path) -> Iterator[Map]:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        punt = een_agendapunt(id="oever", titel="Oever")
        bewaar(store, een_opname(agendapunten=[punt], stukken=[een_stuk(id="stuk", agendapunt_id="oever")]))
        (tmp_path / "versies").mkdir()
        yield Map(tmp_path / "versies", store)


def _drie(papier: Map) -> tuple[str, tuple[Aantekening, Aantekening, Aantekening]]:
    """Notes on words that stay, that are rewritten and that go; the version they are written on."""
    een = papier.versie(EEN)
    return een, (
        papier.noteer(een, "een vast aanspreekpunt op het werk"),
        papier.noteer(een, "Een werkgroep van vier"),
        papier.noteer(een, WEG_KORT),
    )


def test_after_a_replacement_every_note_is_placed_reviewed_or_in_the_tray_with_exact_counts(papier: Map) -> None:
    een, (blijft, herschreven, weg) = _drie(papier)
    twee = papier.versie(TWEE)
    telling = papier.plaats(twee)
    assert telling == Plaatstelling(op_plaats=1, gewijzigd=1, niet_gevonden=1)
    assert (telling.totaal, telling.na_te_kijken) == (3, 2)
    plaats = papier.lees(blijft).plaats
    assert plaats is not None
    assert (plaats.oordeel, plaats.anker.versie, plaats.anker.pagina) == (Oordeel.ZEKER, twee, 2)
    staat = papier.lees(herschreven).plaats
    assert staat is not None
    assert (staat.oordeel, staat.reden, staat.anker.citaat) == (
        Oordeel.WAARSCHIJNLIJK,
        "herschreven",
        "Een commissie van vier",
    )
    kwijt = papier.lees(weg).plaats
    assert kwijt is not None
    assert (kwijt.oordeel, kwijt.anker.citaat) == (Oordeel.NIET_GEVONDEN, WEG_KORT)
    assert [plek.anker.versie for plek in papier.lees(weg).plaatsen] == [een, twee]


def test_a_placed_note_is_drawn_round_its_words_on_the_new_page(papier: Map) -> None:
    _, (blijft, _, _) = _drie(papier)
    twee = papier.versie(TWEE)
    papier.plaats(twee)
    plaats = papier.lees(blijft).plaats
    assert plaats is not None
    with Versiebladen(papier.pad) as bladen:
        (daar,) = passage_op(bladen, twee, 2, plaats.anker.begin, plaats.anker.eind)
    (vlak,) = plaats.anker.vlakken
    assert vlak.pagina == 2
    assert (vlak.x0, vlak.y1) == pytest.approx((daar.x0, daar.y1), abs=0.01)


def test_placing_again_changes_nothing_and_what_the_writer_decided_stays(papier: Map) -> None:
    _, (_, herschreven, weg) = _drie(papier)
    twee = papier.versie(TWEE)
    papier.plaats(twee)
    confirm_plaatsen(papier.store, [herschreven.id])
    put_aantekening(papier.store, weg.id, Anker(versie=twee, pagina=4, begin=0, eind=8, citaat="Risico's"))
    voor = papier.store.aantekeningen.all()
    assert papier.plaats(twee) == Plaatstelling(op_plaats=3)
    assert papier.store.aantekeningen.all() == voor
    assert not needs_places(voor, twee)


def test_placing_is_undone_whole(papier: Map) -> None:
    _drie(papier)
    voor = papier.store.aantekeningen.all()
    twee = papier.versie(TWEE)
    with Versiebladen(papier.pad) as bladen:
        telling, wijziging = papier.store.record(
            lambda: place_aantekeningen(papier.store, papier.hier, "stuk", twee, bladen)
        )
    assert telling.totaal == 3
    papier.store.redo(wijziging.terug())
    assert papier.store.aantekeningen.all() == voor


def test_a_note_is_undone_and_done_again_after_the_program_placed_it(papier: Map) -> None:
    een, twee = papier.versie(EEN), papier.versie(TWEE)
    noot, maken = papier.store.record(lambda: papier.noteer(een, "een vast aanspreekpunt"))
    papier.plaats(twee)
    papier.plaats(een)
    papier.store.redo(maken.terug())
    assert papier.store.aantekeningen.all() == ()
    papier.store.redo(maken)
    assert papier.store.aantekeningen.all() == (noot,)


def test_what_the_reader_decided_on_a_place_is_done_again_after_the_program_placed_anew(papier: Map) -> None:
    een, twee = papier.versie(EEN), papier.versie(TWEE)
    noot, maken = papier.store.record(lambda: papier.noteer(een, "Een werkgroep van vier"))
    papier.plaats(twee)
    _, goed = papier.store.record(lambda: confirm_plaatsen(papier.store, [noot.id]))
    for stap in (goed, maken):
        papier.store.redo(stap.terug())
    papier.store.redo(maken)
    papier.plaats(twee)
    papier.store.redo(goed)
    plaats = papier.store.aantekeningen.get(noot.id).plaats
    assert plaats is not None
    assert plaats.oordeel is Oordeel.BEVESTIGD


def test_what_the_reader_put_right_still_stands_in_the_way_of_an_older_undo(papier: Map) -> None:
    een, twee = papier.versie(EEN), papier.versie(TWEE)
    noot, maken = papier.store.record(lambda: papier.noteer(een, "Een werkgroep van vier"))
    papier.plaats(twee)
    confirm_plaatsen(papier.store, [noot.id])
    with pytest.raises(IntussenGewijzigd):
        papier.store.redo(maken.terug())


def test_a_place_that_was_rejected_does_not_come_back(papier: Map) -> None:
    een, twee = papier.versie(EEN), papier.versie(TWEE)
    noot = papier.noteer(een, "een vast aanspreekpunt")
    papier.plaats(twee)
    reject_plaats(papier.store, noot.id)
    papier.plaats(papier.versie([VOORBLAD, *TWEE]))
    plaats = papier.store.aantekeningen.get(noot.id).plaats
    assert plaats is not None
    assert (plaats.oordeel, plaats.reden) == (Oordeel.NIET_GEVONDEN, AFGEWEZEN)
    assert plaats.anker.citaat == "een vast aanspreekpunt"


def test_a_version_that_comes_back_has_its_notes_where_they_were(papier: Map) -> None:
    een, noten = _drie(papier)
    papier.plaats(papier.versie(TWEE))
    assert needs_places(papier.store.aantekeningen.all(), een)
    assert papier.plaats(een) == Plaatstelling(op_plaats=3)
    for noot in noten:
        plaats = papier.lees(noot).plaats
        assert plaats is not None
        assert (plaats.anker, plaats.oordeel) == (noot.plaatsen[0].anker, Oordeel.GEMAAKT)


def test_a_third_version_is_compared_with_the_words_a_note_was_written_on(papier: Map) -> None:
    een, (_, _, weg) = _drie(papier)
    papier.plaats(papier.versie(TWEE))
    (papier.map / een).unlink()  # the words of that version were kept with the note
    drie = papier.versie([VOORBLAD, *EEN])
    assert papier.plaats(drie) == Plaatstelling(op_plaats=3)
    plaats = papier.lees(weg).plaats
    assert plaats is not None
    assert (plaats.oordeel, plaats.anker.pagina) == (Oordeel.ZEKER, 4)


def test_a_note_that_was_rewritten_twice_is_found_from_where_it_stood_last_for_review(papier: Map) -> None:
    een = papier.versie(EEN)
    noot = papier.noteer(een, "De inhuur van een toezichthouder kost € 12.500 per jaar")
    tussen = ORGANISATIE.replace("inhuur van een toezichthouder kost", "inhuur van een toezichthouder vraagt straks")
    daarna = tussen.replace("inhuur van een toezichthouder", "aanstelling van twee opzichters").replace(
        "€ 12.500 per jaar en valt buiten", "€ 31.000 ieder jaar, wat past binnen"
    )
    papier.plaats(papier.versie([EEN[0], tussen.splitlines(), EEN[2]]))
    papier.plaats(papier.versie([EEN[0], daarna.splitlines(), EEN[2]]))
    plaats = papier.lees(noot).plaats
    assert plaats is not None
    assert plaats.oordeel is not Oordeel.ZEKER
    assert len(papier.lees(noot).plaatsen) == 3


def test_a_wrong_place_goes_to_the_tray_with_the_passage_it_was_written_on(papier: Map) -> None:
    _, (_, herschreven, weg) = _drie(papier)
    twee = papier.versie(TWEE)
    papier.plaats(twee)
    plaats = reject_plaats(papier.store, herschreven.id).plaats
    assert plaats is not None
    assert (plaats.oordeel, plaats.reden, plaats.anker.versie) == (Oordeel.NIET_GEVONDEN, "afgewezen", twee)
    assert plaats.anker.citaat == "Een werkgroep van vier"
    assert reject_plaats(papier.store, weg.id) == papier.lees(weg)
    assert papier.plaats(twee) == Plaatstelling(op_plaats=1, niet_gevonden=2)


def test_a_note_that_was_removed_meanwhile_is_not_brought_back(papier: Map) -> None:
    een, (blijft, _, _) = _drie(papier)
    twee = papier.versie(TWEE)

    class Traag(Versiebladen):
        """Somebody removes a note while the words are read."""

        def paginas(self, versie: str) -> tuple[str, ...]:
            if papier.store.aantekeningen.all() and blijft.id in {noot.id for noot in papier.store.aantekeningen.all()}:
                remove_aantekeningen(papier.store, [blijft.id])
            return super().paginas(versie)

    with Traag(papier.pad) as bladen:
        telling = place_aantekeningen(papier.store, papier.hier, "stuk", twee, bladen)
    assert telling == Plaatstelling(gewijzigd=1, niet_gevonden=1)
    assert een != twee


def test_a_drawing_goes_up_and_down_with_the_words_it_stands_at(papier: Map) -> None:
    een = papier.versie(EEN)
    inkt = papier.teken(een, 2, "uittreedt")
    twee = papier.versie(
        [VOORBLAD, EEN[0], ["Een regel vooraf die eerst niet op deze bladzijde stond.", *EEN[1]], EEN[2]]
    )
    papier.plaats(twee)
    na = papier.lees(inkt)
    plaats = na.plaats
    assert plaats is not None
    assert (plaats.oordeel, plaats.anker.pagina) == (Oordeel.ZEKER, 3)
    (stond,), (staat,) = inkt.plaatsen[0].anker.vlakken, plaats.anker.vlakken
    assert staat.y0 == pytest.approx(stond.y0 - 12, abs=0.1)
    (lijn,) = na.lijnen_in(twee)
    assert lijn.pagina == 3
    assert lijn.punten[0].y == pytest.approx(na.lijnen[0].punten[0].y - 12, abs=0.1)
    assert na.lijnen_in(een) == na.lijnen


def test_a_drawing_whose_old_pages_are_gone_is_shown_for_review(papier: Map) -> None:
    een = papier.versie(EEN)
    inkt = papier.teken(een, 2, "uittreedt")
    twee = papier.versie([VOORBLAD, *EEN])
    (papier.map / een).unlink()
    papier.plaats(twee)
    plaats = papier.lees(inkt).plaats
    assert plaats is not None
    assert (plaats.oordeel, plaats.anker.pagina) == (Oordeel.WAARSCHIJNLIJK, 3)


def test_on_a_scan_without_words_a_note_keeps_its_spot_for_review(papier: Map) -> None:
    een = papier.versie(EEN)
    noot, inkt = papier.noteer(een, "Roos van Dalen"), papier.teken(een, 2, "uittreedt")
    papier.plaats(papier.versie([[], [], []]))
    getekend = papier.lees(inkt).plaats
    assert getekend is not None
    assert (getekend.oordeel, getekend.anker.vlakken) == (Oordeel.WAARSCHIJNLIJK, inkt.plaatsen[0].anker.vlakken)
    plaats = papier.lees(noot).plaats
    assert plaats is not None
    assert (plaats.oordeel, plaats.anker.pagina) == (Oordeel.WAARSCHIJNLIJK, 2)
    assert plaats.anker.vlakken == noot.plaatsen[0].anker.vlakken


def test_on_a_scan_of_a_later_version_a_note_is_where_it_stood_last_and_one_that_was_gone_stays_gone(
    papier: Map,
) -> None:
    _, (blijft, _, weg) = _drie(papier)
    papier.plaats(papier.versie(TWEE))
    telling = papier.plaats(papier.scan(TWEE))
    assert telling == Plaatstelling(onzeker=2, niet_gevonden=1)
    op_scan, nergens = papier.lees(blijft).plaats, papier.lees(weg).plaats
    assert op_scan is not None
    assert op_scan.anker.pagina == 2
    assert nergens is not None
    assert (nergens.oordeel, nergens.anker.citaat) == (Oordeel.NIET_GEVONDEN, WEG_KORT)
