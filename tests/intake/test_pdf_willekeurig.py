"""Any agenda and nota in plain words that TK Desktop writes as PDF reads back equal.

Paragraphs of a few words too: the tags of our own PDFs tell where each ends. A numbered proposal beside numbered items
is told apart by the records inside the PDF. Words that look like marks or headings tell nothing apart on a printed
page; the test by way of Word has those.
"""

from datetime import datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests import bouwers
from tests.intake.heen_en_terug import beeld
from tests.intake.test_pdf_heen_en_terug import plat
from tests.schijf import IN_GEHEUGEN
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import FORMULIEREN, Sectiesoort, Vorm
from tk_desktop.domain.voorstel import Merk
from tk_desktop.export.bladen import geen_ankers, schrijf_agenda, schrijf_nota
from tk_desktop.export.gegevens import agenda_json
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.pakbladen import GEGEVENS
from tk_desktop.paper.tagged import TaggedDocument
from tk_desktop.store.werkmap import Store

WOORDEN = ("oever", "kade", "herstel", "rietland", "sluis", "zwemwater", "boot", "steiger", "vissers", "peil", "gemaal")
titels = st.lists(st.sampled_from(WOORDEN), min_size=2, max_size=5).map(lambda delen: " ".join(delen).capitalize())
zinnen = st.lists(st.sampled_from(WOORDEN), min_size=1, max_size=40).map(lambda w: f"De {' '.join(w)} gaat voor.")
MERKEN = (Merk.STREEP, Merk.CIJFER, Merk.LETTER)
"""Of the points of a proposal; the records inside a PDF tell numbers apart from those of items."""
alineas = st.lists(zinnen, min_size=1, max_size=3).map("\n".join)


@st.composite
def vergaderingen(draw: st.DrawFn) -> Momentopname:
    aantal = draw(st.integers(2, 5))
    punten = [
        bouwers.een_agendapunt(
            titel=f"{draw(titels)} {rang}", behandeling=frozenset({draw(st.sampled_from(Behandeling))}), duur=15
        )
        for rang in range(aantal)
    ]
    soorten = (Sectiesoort.INLEIDING, Sectiesoort.BEOOGD_EFFECT, Sectiesoort.COMMUNICATIE, Sectiesoort.BESLUIT)
    koppen = {sectie.soort: sectie.kop for sectie in FORMULIEREN[Vorm.ADVIESNOTA].secties}
    secties = [bouwers.een_sectie(soort=Sectiesoort.VOORSTEL, kop=koppen[Sectiesoort.VOORSTEL], tekst="")]
    secties += [
        bouwers.een_sectie(soort=s, kop=koppen[s], tekst="" if s is Sectiesoort.BESLUIT else draw(alineas))
        for s in soorten
    ]
    stuk = bouwers.een_stuk(agendapunt_id=punten[1].id, titel=punten[1].titel, bijlagen_beloofd=0)
    merk = draw(st.sampled_from(MERKEN))
    voorstel = tuple(
        bouwers.een_voorstelpunt(tekst=f"{draw(titels)} {rang} vast te stellen.", merk=merk)
        for rang in range(draw(st.integers(1, 4)))
    )
    nota = bouwers.een_nota(
        stuk_id=stuk.id,
        onderwerp=stuk.titel,
        registratienummer="2026-000123",
        voorstel=voorstel,
        secties=tuple(secties),
    )
    return bouwers.een_opname(
        vergadering=bouwers.een_vergadering(begin=time(9, 0), plaats="Kadehuis"),
        agendapunten=punten,
        stukken=[stuk],
        notas={stuk.id: nota},
    )


def terug_van_pdf(opname: Momentopname, map_: Path) -> Momentopname:
    """Write agenda and nota as PDF, take both into an empty werkmap and return what stands there."""
    huisstijl = Huisstijl.load("neutraal")
    agenda, nota = (
        TaggedDocument(titel=titel, huisstijl=huisstijl, datum=opname.vergadering.datum, voettekst=titel)
        for titel in ("Agenda", "Nota")
    )
    schrijf_agenda(agenda, opname, geen_ankers)
    schrijf_nota(nota, opname, opname.notastukken[0], geen_ankers)
    bestanden = [agenda.write(map_ / "agenda.pdf"), nota.write(map_ / "nota.pdf")]
    with pikepdf.open(bestanden[0], allow_overwriting_input=True) as pdf:
        pdf.attachments[GEGEVENS] = agenda_json(opname)  # as in our sets
        pdf.save(bestanden[0])
    with Store.open(map_ / "werkmap", maken=True) as store:
        (id_,) = neem_op(store, lees_bestanden(bestanden), nu=datetime(2026, 1, 5, 9, 0)).vergaderingen
        return store.opname(id_)


@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
    derandomize=True,
)
@given(opname=vergaderingen())
def test_any_plain_agenda_and_nota_comes_back_from_pdf_equal(opname: Momentopname) -> None:
    with TemporaryDirectory(dir=IN_GEHEUGEN) as map_:
        terug = terug_van_pdf(opname, Path(map_))
    was, nu = plat(beeld(opname)), plat(beeld(terug))
    for oud, nieuw in zip(was["punten"], nu["punten"], strict=True):
        for veld in ("nummer", "titel", "behandeling", "tijd", "voorstel"):
            assert nieuw[veld] == oud[veld]
    (nota,) = [stuk["nota"] for punt in was["punten"] for stuk in punt["stukken"] if stuk["nota"]]
    (gelezen,) = [stuk["nota"] for punt in nu["punten"] for stuk in punt["stukken"] if stuk["nota"]]
    for veld in ("vorm", "onderwerp", "registratienummer", "voorstel", "secties"):
        assert gelezen[veld] == nota[veld]
