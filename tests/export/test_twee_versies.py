"""Notes on a paper that was replaced, written in the open form and taken in on another laptop, through real PDFs."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk, een_vergadering
from tests.domain.verankeringhulp import BEGROTING, ORGANISATIE, RISICO
from tests.papier import a_paper, passage_op
from tk_desktop.domain.aantekening import Aantekening, Anker, Inktpunt, Lijn, Oordeel, Soort, Vlak, Zicht
from tk_desktop.domain.notenkeuze import Ontvanger, Voor
from tk_desktop.export.leesbestand import make_leesbestanden, read_papiertekst
from tk_desktop.export.notenuitvoer import Vorm, write_notes
from tk_desktop.intake.bestanden import lees_stuk
from tk_desktop.intake.notitiebestand import read_notes
from tk_desktop.intake.notitieinname import GelezenNotities, Leespapier, compare_notes, take_in_notes
from tk_desktop.intake.toevoegen import replace_stuk
from tk_desktop.pack.notenset import Notenset, gather_notes
from tk_desktop.pack.samenstellen import assemble_for_reader
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.version_pages import Versiebladen
from tk_desktop.reading.aantekeningen import (
    Leesplek,
    add_aantekening,
    add_puntnotitie,
    answer_vraag,
    share_aantekeningen,
)
from tk_desktop.reading.plaatsen import place_aantekeningen
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
ROOS, BAS = "Roos van Dalen", "Bas Ven"
VOORBLAD = "Aan de leden\nHierbij ontvangt u de nieuwe stukken, met excuses voor de late toezending."
GEHEIM = "De aankoop van de Oude Werf kost € 212.000, te betalen uit de algemene reserve van de commissie."
WEG = f"{GEHEIM} Dit bedrag is nog niet bekend bij de eigenaar van het terrein aan de vaart."
EEN = (f"{BEGROTING}\n{WEG}", ORGANISATIE, RISICO)
TWEE = (VOORBLAD, BEGROTING, ORGANISATIE.replace("werkgroep van", "commissie van"), RISICO)
BLIJFT, HERSCHREVEN = "een vast aanspreekpunt op het werk", "Een werkgroep van vier"


class Laptop:
    """A werkmap with one meeting and versions of one paper."""

    def __init__(self, map_: Path, store: Store, *versies: tuple[str, ...]) -> None:
        self.map, self.store = map_, store
        punt = een_agendapunt(id="oever", titel="Oever")
        stuk = een_stuk(id="plan", agendapunt_id="oever", titel="Plan")
        opname = een_opname(vergadering=een_vergadering(id="samen"), agendapunten=[punt], stukken=[stuk])
        bewaar(store, opname)
        self.id = store.vergaderingen.all()[0].id
        for versie in versies:
            self.vervang(versie)

    def vervang(self, bladen: tuple[str, ...]) -> str:
        """Make these pages the newest version of the paper, and return it."""
        pad = self.map / "Plan.pdf"
        pad.write_bytes(a_paper(*(blad.splitlines() for blad in bladen), maat=(800, 600)))
        replace_stuk(self.store, "plan", lees_stuk(pad, Bladcache(self.map / "cache"), als_bestand=True), NU)
        return self.store.versies.van_stuk("plan")[-1].paginabestand

    def bladen(self) -> Versiebladen:
        return Versiebladen(lambda versie: pad if (pad := self.store.bestanden.plek(versie)).is_file() else None)

    def noteer(self, woorden: str, tekst: str = "", soort: Soort = Soort.MARKERING) -> str:
        """Write a note on words of the newest version, shared with all."""
        versie = self.store.versies.van_stuk("plan")[-1].paginabestand
        with self.bladen() as bladen:
            paginas = bladen.paginas(versie)
            pagina = next(nr for nr, blad in enumerate(paginas, 1) if woorden in blad)
            begin = paginas[pagina - 1].index(woorden)
            eind = begin + len(woorden)
            vlakken = passage_op(bladen, versie, pagina, begin, eind)
            blad = paginas[pagina - 1]
        lijnen: tuple[Lijn, ...] = ()
        if soort is Soort.INKT:
            (vlak, *_) = vlakken
            lijnen = (Lijn(pagina, (Inktpunt(vlak.x0, vlak.y0), Inktpunt(vlak.x1, vlak.y1))),)
            anker = Anker(versie=versie, pagina=pagina, begin=begin, eind=begin, vlakken=(Vlak(*_los(vlak)),))
        else:
            anker = Anker(
                versie=versie,
                pagina=pagina,
                begin=begin,
                eind=eind,
                citaat=woorden,
                voor=blad[:begin][-200:],
                na=blad[eind:][:200],
                vlakken=vlakken,
            )
        plek = Leesplek(vergadering_id=self.id, papier="plan", agendapunt_id="oever")
        noot = add_aantekening(
            self.store, plek, anker, soort, eigenaar=ROOS, moment=NU, tekst=tekst, lijnen=lijnen, paginas=paginas
        )
        share_aantekeningen(self.store, [noot.id], Zicht.ALLEN, NU)
        return noot.id

    def plaats(self, versie: str) -> None:
        with self.bladen() as bladen:
            place_aantekeningen(self.store, self.id, "plan", versie, bladen)

    def kies(self, voor: Voor) -> Notenset:
        lees = partial(read_papiertekst, bestand=self.store.bestanden.open, cache=self.store.map / "cache")
        return gather_notes(self.store, self.id, Ontvanger(voor=voor), lezer=ROOS, lees=lees)

    def schrijf(self, voor: Voor) -> Path:
        """Write the notes in the open form."""
        keuze = self.kies(voor)
        uit = self.map / "noten.jsonld"
        cache = self.store.map / "cache"
        write_notes(
            Vorm.W3C, keuze.plan, keuze.keuze.noten, uit, lezer=ROOS, bestand=self.store.bestanden.open, cache=cache
        )
        return uit

    def lees(self, bron: Path) -> GelezenNotities:
        """Read a file as the window does."""
        bestand, cache = self.store.bestanden.open, self.store.map / "cache"
        bestanden = make_leesbestanden(
            assemble_for_reader(self.store, self.id, BAS), self.store.versies.van_stuk, bestand=bestand, cache=cache
        )
        papieren = [
            Leespapier(sleutel=een.sleutel, agendapunt_id=punt, versie=een.versie, pad=een.pad)
            for een, punt in bestanden
            if een.pad is not None
        ]
        return read_notes(bron, self.id, papieren, moment=NU)

    def neem_in(self, bron: Path, *, als_eigen: bool = False) -> dict[str, Aantekening]:
        """Take in a file as the window does, and return the notes by id."""
        gelezen = self.lees(bron)
        take_in_notes(self.store, compare_notes(self.store, self.id, gelezen, lezer=BAS, als_eigen=als_eigen))
        return {een.id: een for een in self.store.aantekeningen.van_vergadering(self.id)}


def _los(vlak: Vlak) -> tuple[int, float, float, float, float]:
    return vlak.pagina, vlak.x0, vlak.y0, vlak.x1, vlak.y1


@contextmanager
def _laptop(map_: Path, *versies: tuple[str, ...]) -> Iterator[Laptop]:
    map_.mkdir()
    with Store.open(map_ / "werkmap", maken=True) as store:
        yield Laptop(map_, store, *versies)


@pytest.fixture
def roos(tmp_path: Path) -> Iterator[Laptop]:
    with _laptop(tmp_path / "roos", EEN) as laptop:
        yield laptop


def _gezet(noot: Aantekening) -> list[tuple[Anker, Oordeel]]:
    return [(plaats.anker, plaats.oordeel) for plaats in noot.plaatsen]


def _oordelen(noten: dict[str, Aantekening], versie: str, *ids: str) -> list[Oordeel | None]:
    plaatsen = [noten[id_].in_versie(versie) for id_ in ids]
    return [plaats.oordeel if plaats is not None else None for plaats in plaatsen]


def test_notes_come_back_on_a_laptop_with_both_versions_where_they_stood_in_each(roos: Laptop, tmp_path: Path) -> None:
    ids = [roos.noteer(BLIJFT, "Wie is dat?"), roos.noteer(HERSCHREVEN), roos.noteer(GEHEIM)]
    ids.append(roos.noteer("uittreedt", soort=Soort.INKT))
    twee = roos.vervang(TWEE)
    roos.plaats(twee)
    hier = {een.id: een for een in roos.store.aantekeningen.van_vergadering(roos.id)}
    with _laptop(tmp_path / "bas", EEN, TWEE) as bas:
        daar = bas.neem_in(roos.schrijf(Voor.MIJZELF))
        assert set(daar) == set(ids)
        for id_ in ids:
            assert _gezet(daar[id_]) == _gezet(hier[id_])
            assert (daar[id_].lijnen, daar[id_].tekst) == (hier[id_].lijnen, hier[id_].tekst)
        assert _oordelen(daar, twee, *ids)[:3] == [Oordeel.ZEKER, Oordeel.WAARSCHIJNLIJK, Oordeel.NIET_GEVONDEN]


def test_what_is_for_others_holds_no_word_of_the_version_before_and_stands_on_the_pages_they_have(
    roos: Laptop, tmp_path: Path
) -> None:
    blijft, weg = roos.noteer(BLIJFT, "Wie is dat?"), roos.noteer(GEHEIM, "Te duur")
    kaal, tekening = roos.noteer(WEG[-30:]), roos.noteer("uittreedt", soort=Soort.INKT)
    twee = roos.vervang(TWEE)
    roos.plaats(twee)
    keuze = roos.kies(Voor.LEDEN).keuze
    assert {een.id for een in keuze.noten} == {blijft, weg, tekening}
    assert (keuze.zonder_plek, keuze.afgeschermd, keuze.prive) == (1, 0, 0)
    assert kaal not in {een.id for een in keuze.noten}
    bron = roos.schrijf(Voor.LEDEN)
    tekst = bron.read_text("utf-8")
    assert [woord for woord in ("212.000", "Oude Werf", "eigenaar van het terrein") if woord in tekst] == []
    versies = {doel["source"]["id"] for doel in _doelen(bron)}
    assert versies == {f"urn:sha256:{twee}"}
    with _laptop(tmp_path / "bas", TWEE) as bas:
        daar = bas.neem_in(bron)
        assert _oordelen(daar, twee, blijft, tekening) == [Oordeel.ZEKER, Oordeel.ZEKER]
        (vlak,) = daar[tekening].lijnen_in(twee)
        assert vlak.pagina == 3
        plaats = daar[blijft].plaats
        assert plaats is not None
        assert (plaats.anker.pagina, plaats.anker.citaat) == (2, BLIJFT)
        assert (daar[weg].plaatsen, daar[weg].tekst) == ((), "Te duur")


def test_a_laptop_with_only_the_version_before_finds_the_words_or_keeps_the_note_in_the_tray_until_it_has_the_next(
    roos: Laptop, tmp_path: Path
) -> None:
    blijft = roos.noteer(BLIJFT, "Wie is dat?")
    roos.plaats(roos.vervang(TWEE))
    nieuw = roos.noteer("Hierbij ontvangt u de nieuwe stukken", "Eindelijk")
    with _laptop(tmp_path / "bas", EEN) as bas:
        een = bas.store.versies.van_stuk("plan")[-1].paginabestand
        bas.neem_in(roos.schrijf(Voor.LEDEN))
        bas.plaats(een)
        daar = {een.id: een for een in bas.store.aantekeningen.van_vergadering(bas.id)}
        assert set(daar) == {blijft, nieuw}
        plaats = daar[blijft].in_versie(een)
        assert plaats is not None
        assert (plaats.anker.pagina, plaats.anker.citaat) == (1, BLIJFT)
        kwijt = daar[nieuw].in_versie(een)
        assert kwijt is not None
        assert (kwijt.oordeel, kwijt.anker.citaat) == (Oordeel.NIET_GEVONDEN, "Hierbij ontvangt u de nieuwe stukken")
        twee = bas.vervang(TWEE)
        bas.plaats(twee)
        later = {een.id: een for een in bas.store.aantekeningen.van_vergadering(bas.id)}
        assert _oordelen(later, twee, blijft, nieuw) == [Oordeel.ZEKER, Oordeel.GEMAAKT]


@pytest.mark.parametrize("voor", [Voor.MIJZELF, Voor.LEDEN, Voor.SECRETARIAAT])
def test_own_notes_that_come_back_after_their_paper_was_replaced_double_none(roos: Laptop, voor: Voor) -> None:
    soorten = (Soort.MARKERING, Soort.INKT, Soort.VRAAG, Soort.BLADNOTITIE, Soort.NOTITIE)
    ids = [roos.noteer(HERSCHREVEN, soort.naam, soort) for soort in soorten]
    ids += [roos.noteer(GEHEIM, "Te duur"), roos.noteer(GEHEIM, "Te duur")]
    ids.append(add_puntnotitie(roos.store, "oever", "Vooraf vragen", eigenaar=ROOS, moment=NU).id)
    answer_vraag(roos.store, ids[2], "Ja", NU)
    eerder = roos.schrijf(voor).rename(roos.map / "eerder.jsonld")
    for bladen in (TWEE, TWEE[1:]):
        roos.plaats(roos.vervang(bladen))
        for bron in (eerder, roos.schrijf(voor)):
            for als_eigen in (True, False):
                inname = compare_notes(roos.store, roos.id, roos.lees(bron), lezer=ROOS, als_eigen=als_eigen)
                assert (inname.nieuw, inname.gewijzigd, inname.niet_geplaatst) == ((), (), 0)
                assert inname.bekend >= len(soorten)


def _doelen(bron: Path) -> list[dict[str, dict[str, str]]]:
    items = json.loads(bron.read_text("utf-8"))["first"]["items"]
    doelen = [item["target"] if isinstance(item["target"], list) else [item["target"]] for item in items]
    return [doel for rij in doelen for doel in rij if isinstance(doel, dict)]
