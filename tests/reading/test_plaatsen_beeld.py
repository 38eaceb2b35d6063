"""Ink and spots on a drawing when the paper is replaced: sure only where one sees the same (F11)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Pdf
from reportlab.pdfgen.canvas import Canvas

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk
from tests.domain.verankeringhulp import ORGANISATIE, STUK
from tests.papier import a_scan, resent
from tk_desktop.desktop.reader.notitie_anker import anker_op_blad
from tk_desktop.domain.aantekening import Anker, Inktpunt, Lijn, Oordeel, Plaats, Soort, Vlak
from tk_desktop.domain.verankering.oordelen import Reden
from tk_desktop.paper.rendering import Bladenlezer
from tk_desktop.paper.version_pages import Versiebladen
from tk_desktop.reading.aantekeningen import Leesplek, add_aantekening
from tk_desktop.reading.plaatsen import place_aantekeningen
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grafiek:
    """A chart of bars of one page: its lower left corner, its bars, and whether its figures are a picture too."""

    x: float = 80
    y: float = 120
    staven: tuple[int, ...] = (40, 90, 60)
    kleur: float = 0.4
    bijschrift: str = ""


def een_verslag(
    grafiek: Grafiek | None, *, regels: tuple[str, ...] = (), voorblad: bool = False, tekst: str = ORGANISATIE
) -> bytes:
    """A page of words with a chart below them, and a page in front when asked; ``regels`` come before the words."""
    stroom = BytesIO()
    canvas = Canvas(stroom, invariant=1, pagesize=(595, 842))
    if voorblad:
        canvas.drawString(40, 780, "Hierbij ontvangt u het verslag, met excuses voor de late toezending.")
        canvas.showPage()
    canvas.setFont("Helvetica", 10)
    for nummer, regel in enumerate((*regels, *tekst.splitlines())):
        canvas.drawString(40, 780 - 14.3 * nummer, regel)
    if grafiek is not None:
        _teken(canvas, grafiek)
    canvas.showPage()
    canvas.save()
    return stroom.getvalue()


def _teken(canvas: Canvas, grafiek: Grafiek) -> None:
    canvas.setFillGray(grafiek.kleur)
    for nummer, hoogte in enumerate(grafiek.staven):
        canvas.rect(grafiek.x + 50 * nummer, grafiek.y, 30, hoogte, stroke=1, fill=1)
    canvas.setFillGray(0)
    pad = canvas.beginPath()
    pad.moveTo(grafiek.x - 10, grafiek.y + 140)
    pad.lineTo(grafiek.x - 10, grafiek.y)
    pad.lineTo(grafiek.x + 160, grafiek.y)
    canvas.drawPath(pad)
    if grafiek.bijschrift:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(grafiek.x + 50, grafiek.y - 12, grafiek.bijschrift)


STAAF = Vlak(1, 125, 195, 165, 215)
"""Round the top of the second bar of the chart where it stands first."""


class Map:
    """Versions of a paper with a chart, and a note on the first."""

    def __init__(self, map_: Path, store: Store) -> None:
        self.map, self.store = map_, store
        self.hier = store.vergaderingen.all()[0].id

    def versie(self, inhoud: bytes) -> str:
        som = sha256(inhoud).hexdigest()
        (self.map / som).write_bytes(inhoud)
        return som

    def pad(self, som: str) -> Path | None:
        pad = self.map / som
        return pad if pad.exists() else None

    def noteer(self, versie: str, vlak: Vlak, soort: Soort, bij: str = "uittreedt") -> str:
        """Keep ink or a note at a spot, as near to words as the window finds them, and return its id."""
        with Versiebladen(self.pad) as bladen:
            paginas = bladen.paginas(versie)
        begin = paginas[vlak.pagina - 1].index(bij)
        lijn = Lijn(vlak.pagina, (Inktpunt(vlak.x0, vlak.y0), Inktpunt(vlak.x1, vlak.y1)))
        anker = Anker(versie=versie, pagina=vlak.pagina, begin=begin, eind=begin, vlakken=(vlak,))
        plek = Leesplek(vergadering_id=self.hier, papier="stuk", agendapunt_id="oever")
        lijnen = (lijn,) if soort is Soort.INKT else ()
        return add_aantekening(
            self.store, plek, anker, soort, eigenaar="Roos van Dalen", moment=NU, lijnen=lijnen, paginas=paginas
        ).id

    def plaats(self, noot: str, versie: str) -> Plaats:
        with Versiebladen(self.pad) as bladen:
            place_aantekeningen(self.store, self.hier, "stuk", versie, bladen)
        plaats = self.store.aantekeningen.get(noot).plaats
        assert plaats is not None
        return plaats

    def vervang(
        self, nieuw: bytes, vlak: Vlak = STAAF, soort: Soort = Soort.INKT, oud: Grafiek | None = None
    ) -> Plaats:
        """Write a note on a first version, and return where it stands in the next."""
        noot = self.noteer(self.versie(een_verslag(oud or Grafiek())), vlak, soort)
        return self.plaats(noot, self.versie(nieuw))


@pytest.fixture
def papier(tmp_path: Path) -> Iterator[Map]:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        punt = een_agendapunt(id="oever", titel="Oever")
        bewaar(store, een_opname(agendapunten=[punt], stukken=[een_stuk(id="stuk", agendapunt_id="oever")]))
        (tmp_path / "versies").mkdir()
        yield Map(tmp_path / "versies", store)


@pytest.mark.parametrize("soort", [Soort.INKT, Soort.NOTITIE])
@pytest.mark.parametrize(
    "nieuw",
    [Grafiek(y=420), Grafiek(x=220), Grafiek(staven=(40, 130, 60)), Grafiek(staven=(40, 84, 60)), Grafiek(kleur=0.9)],
    ids=["moved up", "moved aside", "another figure", "a little lower", "another colour"],
)
def test_a_note_on_a_chart_that_moved_or_changed_under_the_same_words_is_to_be_looked_at(
    papier: Map, nieuw: Grafiek, soort: Soort
) -> None:
    plaats = papier.vervang(een_verslag(nieuw), soort=soort)
    assert (plaats.oordeel, plaats.reden) == (Oordeel.WAARSCHIJNLIJK, Reden.BEELD)


def test_a_note_on_a_chart_that_went_is_to_be_looked_at(papier: Map) -> None:
    assert papier.vervang(een_verslag(None)).oordeel is Oordeel.WAARSCHIJNLIJK


def test_a_note_beside_a_chart_on_white_paper_is_held_by_what_stands_near(papier: Map) -> None:
    naast = Vlak(1, 300, 180, 330, 220)
    assert papier.vervang(een_verslag(Grafiek(y=420)), vlak=naast).oordeel is Oordeel.WAARSCHIJNLIJK
    ernaast = een_verslag(Grafiek(), voorblad=True)
    assert papier.vervang(ernaast, vlak=naast).oordeel is Oordeel.ZEKER


def test_one_figure_on_a_chart_that_is_another_is_seen(papier: Map) -> None:
    toen, nu = Grafiek(bijschrift="€ 35.000"), Grafiek(bijschrift="€ 36.000")
    onder = Vlak(1, 125, 104, 165, 120)
    plaats = papier.vervang(een_verslag(nu), vlak=onder, oud=toen)
    assert plaats.oordeel is Oordeel.WAARSCHIJNLIJK


@pytest.mark.parametrize("regels", [(), ("Een regel vooraf.",), ("Een regel vooraf.", "En nog een.")])
@pytest.mark.parametrize("voorblad", [True, False])
def test_a_note_on_a_chart_that_goes_along_with_its_words_stays_sure(
    papier: Map, regels: tuple[str, ...], voorblad: bool
) -> None:
    lager = 14.3 * len(regels)
    anders = ORGANISATIE.replace("Een werkgroep", "De werkgroep")
    plaats = papier.vervang(een_verslag(Grafiek(y=120 - lager), regels=regels, voorblad=voorblad, tekst=anders))
    assert (plaats.oordeel, plaats.anker.pagina) == (Oordeel.ZEKER, 2 if voorblad else 1)
    assert plaats.anker.vlakken[0].y0 == pytest.approx(STAAF.y0 - lager, abs=0.1)


def test_a_note_on_a_chart_whose_old_picture_is_gone_is_to_be_looked_at(papier: Map) -> None:
    een = papier.versie(een_verslag(Grafiek()))
    noot = papier.noteer(een, STAAF, Soort.INKT)
    (papier.map / een).unlink()
    plaats = papier.plaats(noot, papier.versie(een_verslag(Grafiek(), voorblad=True)))
    assert (plaats.oordeel, plaats.anker.pagina) == (Oordeel.WAARSCHIJNLIJK, 2)


def test_a_spot_between_words_asks_for_the_same_words_on_both_sides_and_for_nothing_else(papier: Map) -> None:
    een = papier.versie(een_verslag(Grafiek()))
    with Versiebladen(papier.pad) as bladen:
        begin = bladen.paginas(een)[0].index("uittreedt")
        punt = bladen.punt(een, 1, begin)
    assert punt is not None
    streepje = Vlak(1, *punt, punt[0], punt[1] + 9)
    noot = papier.noteer(een, streepje, Soort.NOTITIE)
    elders = papier.plaats(noot, papier.versie(een_verslag(Grafiek(y=420), regels=("Een regel vooraf.",))))
    assert elders.oordeel is Oordeel.ZEKER
    anders = ORGANISATIE.replace("verdelen de andere", "dragen de andere")
    plaats = papier.plaats(noot, papier.versie(een_verslag(Grafiek(), tekst=anders)))
    assert (plaats.oordeel, plaats.reden) == (Oordeel.WAARSCHIJNLIJK, Reden.OMGEVING)


def test_a_spot_between_words_goes_aside_with_them(papier: Map) -> None:
    een = papier.versie(een_verslag(None))
    twee = papier.versie(een_verslag(None, tekst=ORGANISATIE.replace("uittreedt", "in dat geval uittreedt")))
    with Versiebladen(papier.pad) as bladen:
        toen, nu = (bladen.punt(som, 1, bladen.paginas(som)[0].index("verdelen")) for som in (een, twee))
    assert toen is not None
    assert nu is not None
    assert nu[0] > toen[0] + 10
    noot = papier.noteer(een, Vlak(1, *toen, toen[0], toen[1] + 9), Soort.NOTITIE, bij="verdelen")
    staat = papier.plaats(noot, twee).anker.vlakken[0]
    assert (staat.x0, staat.y0) == pytest.approx(nu, abs=0.1)


def test_a_minus_beside_a_spot_that_went_is_no_small_thing(papier: Map) -> None:
    toen = ORGANISATIE.replace("€ 12.500", "€ - 12.500")
    noot = papier.noteer(
        papier.versie(een_verslag(None, tekst=toen)), Vlak(1, 40, 740, 41, 749), Soort.NOTITIE, "12.500"
    )
    plaats = papier.plaats(noot, papier.versie(een_verslag(None, tekst=ORGANISATIE)))
    assert plaats.oordeel is Oordeel.WAARSCHIJNLIJK


@pytest.mark.parametrize("soort", [Soort.INKT, Soort.NOTITIE, Soort.BLADNOTITIE])
def test_on_a_scan_that_is_resent_a_note_stays_and_on_another_scan_it_is_to_be_looked_at(
    papier: Map, soort: Soort
) -> None:
    scan = a_scan(["Geachte leden,", "De kosten zijn 35.000 euro."], ["Bijlage"])
    een = papier.versie(scan)
    anker = Anker(versie=een, pagina=1, vlakken=(Vlak(1, 60, 700, 200, 760),))
    plek = Leesplek(vergadering_id=papier.hier, papier="stuk", agendapunt_id="oever")
    noot = add_aantekening(papier.store, plek, anker, soort, eigenaar="Roos van Dalen", moment=NU)
    opnieuw = papier.plaats(noot.id, papier.versie(resent(scan, "Nog eens")))
    assert (opnieuw.oordeel, opnieuw.anker.vlakken) == (Oordeel.ZEKER, anker.vlakken)
    met_woorden = papier.plaats(
        noot.id, papier.versie(_met_tekstlaag(scan, "Geachte leden, de kosten zijn 35.000 euro."))
    )
    assert (met_woorden.oordeel, met_woorden.anker.vlakken) == (Oordeel.ZEKER, anker.vlakken)
    anders = a_scan(["Geachte leden,", "De kosten zijn 36.000 euro."], ["Bijlage"])
    assert papier.plaats(noot.id, papier.versie(anders)).oordeel is Oordeel.WAARSCHIJNLIJK


def _met_tekstlaag(scan: bytes, woorden: str) -> bytes:
    """The same pictures with words over them that are not drawn, on every page."""
    stroom = BytesIO()
    canvas = Canvas(stroom, invariant=1, pagesize=(595, 842))
    regel = canvas.beginText(60, 740)
    regel.setTextRenderMode(3)
    regel.textLine(woorden)
    canvas.drawText(regel)
    canvas.save()
    uit = BytesIO()
    with Pdf.open(BytesIO(scan)) as pdf, Pdf.open(stroom) as laag:
        for blad in pdf.pages:
            blad.add_overlay(laag.pages[0], None)
        pdf.save(uit)
    return uit.getvalue()


def _bladen(*teksten: str) -> bytes:
    """Pages with a number that is drawn before their words, above them."""
    stroom = BytesIO()
    canvas = Canvas(stroom, invariant=1, pagesize=(595, 842))
    canvas.setFont("Helvetica", 10)
    for nummer, tekst in enumerate(teksten, 1):
        canvas.drawString(40, 30, f"Regio Waterkant, pagina {nummer} van {len(teksten)}")
        for rij, regel in enumerate(tekst.splitlines()):
            canvas.drawString(40, 780 - 14.3 * rij, regel)
        canvas.drawString(480, 815, f"blz. {nummer}")
        canvas.showPage()
    canvas.save()
    return stroom.getvalue()


def test_a_note_at_a_page_that_reads_the_same_is_sure_wherever_that_page_went(papier: Map) -> None:
    een = papier.versie(_bladen(*STUK))
    noten = []
    with Versiebladen(papier.pad) as bladen, Bladenlezer() as lezer:
        pad = papier.pad(een)
        assert pad is not None
        for pagina in (1, 2, 3):
            anker = anker_op_blad(een, pagina, lezer.tekst(pad, pagina - 1))
            plek = Leesplek(vergadering_id=papier.hier, papier="stuk", agendapunt_id="oever")
            noten.append(
                add_aantekening(
                    papier.store,
                    plek,
                    anker,
                    Soort.BLADNOTITIE,
                    eigenaar="Roos van Dalen",
                    moment=NU,
                    paginas=bladen.paginas(een),
                ).id
            )
    for orde in ((3, 1, 2), (1, 0, 0, 0, 2, 3), (0, 2)):
        nieuw = papier.versie(_bladen(*(STUK[blad - 1] if blad else "Een blad erbij." for blad in orde)))
        staan = {blad: papier.plaats(noten[blad - 1], nieuw) for blad in orde if blad}
        assert {blad: plaats.anker.pagina for blad, plaats in staan.items()} == {
            blad: nummer for nummer, blad in enumerate(orde, 1) if blad
        }
        assert {plaats.oordeel for plaats in staan.values()} == {Oordeel.ZEKER}
