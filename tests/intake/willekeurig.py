"""Meetings as Hypothesis makes them up: everything that our papers can hold, in words that look like marks."""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from tests import bouwers
from tk_desktop.domain.agenda import Agendapunt, Behandeling, Inleider
from tk_desktop.domain.datum import lang, na_minuten
from tk_desktop.domain.gremium import Persoon
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import FORMULIEREN, Aard, Argument, Behandelaar, Nota, Sectie, Sectiesoort, Vorm
from tk_desktop.domain.opmaak import (
    Alinea,
    Blok,
    Lijst,
    Lijstpunt,
    Stukje,
    Tabel,
    Tussenkop,
    normaal,
    samenvoegen,
    schrijf,
    schrijf_stukjes,
)
from tk_desktop.domain.stuk import Soort, Stuk
from tk_desktop.domain.vergadering import Uitnodigingsbrief
from tk_desktop.domain.voorstel import Merk, Voorstelpunt

Trek = Callable[[st.SearchStrategy[Any]], Any]

DAG = date(2026, 3, 11)
WOORDEN = (
    "oever", "kade", "plan", "Vecht", "€ 1.200", "50%", "C&W", "<b>", "*ster*", "[haak]", "a|b", "#1", "\\pad", "1.",
    "a.", "-", "1.1", "(c)", "‘citaat’", "zó", "2026-2029", "Ter", "{open}", "i.", "en", "de", "tel.",
)  # fmt: skip
TITELWOORDEN = (
    "Oevers", "kade", "plan", "Vecht", "2026-2029", "en", "(fase 2)", "zó", "C&W:", "*ster*", "[x]", "1.", "’s avonds",
    "‘Vecht’",
)  # fmt: skip
TITELBEGIN = ("Over", "Over", "Verslagen", "Verslag van", "Brief aan", "Mondelinge vraag", "Rapport", "(concept) plan")
NAMEN = ("Roos van Dalen", "J.P. de Boer", "Anke Wiel", "Omar el Khatib", "Sjoerd ten Have-Bos")
ROLLEN = ("", "wethouder", "adviseur wonen, zorg en jeugd", "GGD (jeugd)")
GREMIA = ("Bestuurscommissie Waterkant", "Algemeen bestuur Regio Vecht", "Stuurgroep Oevers")
KOPPEN = ("Hoe nu verder?", "Afstemming met de buren", "Vraag 1: waarom nu")
BEHANDELINGEN = st.frozensets(st.sampled_from(Behandeling), max_size=3)

_woorden = st.lists(st.sampled_from(WOORDEN), min_size=1, max_size=5).map(" ".join)
_links = st.sampled_from(("", "", "", "https://waterkant.example/plan?a=1&b=2", "mailto:roos@waterkant.example"))
_stukje = st.builds(Stukje, tekst=_woorden, vet=st.booleans(), cursief=st.booleans(), link=_links)


def _met_spaties(stukjes: Sequence[Stukje]) -> tuple[Stukje, ...]:
    ruim = (deel for stukje in stukjes for deel in (stukje, Stukje(tekst=" ")))
    return normaal(ruim)


stukjes = st.lists(_stukje, min_size=1, max_size=3).map(_met_spaties)
regel = stukjes.map(schrijf_stukjes)
titel = st.tuples(st.sampled_from(TITELBEGIN), st.lists(st.sampled_from(TITELWOORDEN), min_size=1, max_size=4)).map(
    lambda delen: " ".join([delen[0], *delen[1]]).rstrip(":")
)


@st.composite
def _lijstpunten(draw: Trek, diepte: int = 0) -> tuple[Lijstpunt, ...]:
    soort = draw(st.sampled_from(("-", "1.", "a.", "4.1")))
    uit = []
    for rang in range(draw(st.integers(1, 3))):
        merk = {"-": "-", "1.": f"{rang + 1}.", "a.": f"{chr(97 + rang)}.", "4.1": f"4.{rang + 1}"}[soort]
        onder = draw(_lijstpunten(diepte + 1)) if diepte < 2 and draw(st.integers(0, 3)) == 0 else ()
        uit.append(Lijstpunt(merk=merk, stukjes=draw(stukjes), onder=onder))
    return tuple(uit)


@st.composite
def _tabellen(draw: Trek) -> Tabel:
    breedte = draw(st.integers(1, 3))
    cel = st.one_of(st.just(()), stukjes)
    rij = st.lists(cel, min_size=breedte, max_size=breedte).map(tuple)
    return Tabel(tuple(draw(st.lists(rij, min_size=1, max_size=3))))


_koppen = stukjes.filter(lambda s: not samenvoegen(s)[:1].isdigit()).map(Tussenkop)
blokken: st.SearchStrategy[list[Blok]] = st.lists(
    st.one_of(stukjes.map(Alinea), stukjes.map(Alinea), _koppen, _lijstpunten().map(Lijst), _tabellen()), max_size=4
)
tekst = blokken.map(schrijf)
"""Rich text of any kind; no heading in it opens with a number, since under ‘Argumenten’ that opens a reason."""


@st.composite
def voorstellen(draw: Trek, diepte: int = 0, *, leeg: bool = True) -> tuple[Voorstelpunt, ...]:
    """Return the points of a proposal, points under points."""
    merk = draw(st.sampled_from(Merk))
    return tuple(
        bouwers.een_voorstelpunt(
            tekst=f"{draw(regel)} vast te stellen",
            merk=merk,
            onder=draw(voorstellen(diepte + 1)) if diepte < 2 and draw(st.integers(0, 3)) == 0 else (),
        )
        for _ in range(draw(st.integers(0 if leeg else 1, 3)))
    )


@st.composite
def notas(draw: Trek, vorm: Vorm) -> Nota:
    """Return a nota of that form with any of its sections, and sections of its own."""
    secties: list[Sectie] = []
    for gevraagd in FORMULIEREN[vorm].secties:
        if gevraagd.soort is not Sectiesoort.DOEL and draw(st.integers(0, 2)) == 0:
            continue
        secties.append(bouwers.een_sectie(soort=gevraagd.soort, kop=gevraagd.kop, tekst=draw(tekst)))
        if draw(st.integers(0, 6)) == 0:
            kop = draw(st.sampled_from(KOPPEN))
            secties.append(bouwers.een_sectie(soort=Sectiesoort.VRIJ, kop=kop, tekst=draw(tekst)))
    soorten = {sectie.soort for sectie in secties}
    voorstel = draw(voorstellen()) if Sectiesoort.VOORSTEL in soorten else ()
    redenen = {Sectiesoort.ARGUMENTEN: Aard.ARGUMENT, Sectiesoort.KANTTEKENING: Aard.KANTTEKENING}
    return bouwers.een_nota(
        vorm=vorm,
        onderwerp=draw(titel),
        registratienummer=draw(st.sampled_from(("", "2026-000123", "Z26/12-b"))),
        domein=draw(st.sampled_from(("", "Jeugd", "Publieke Gezondheid", "Wonen, zorg en welzijn"))),
        behandelaars=tuple(_behandelaar(draw) for _ in range(draw(st.integers(0, 2)))),
        voorstel=voorstel,
        argumenten=tuple(
            _argument(draw, aard, voorstel)
            for soort, aard in redenen.items()
            if soort in soorten
            for _ in range(draw(st.integers(0, 3)))
        ),
        secties=tuple(secties),
    )


def _behandelaar(draw: Trek) -> Behandelaar:
    nummer = bouwers.een_voorstelpunt().volgorde
    return Behandelaar(
        id=f"behandelaar-{nummer}",
        volgorde=nummer,
        naam=draw(st.sampled_from(NAMEN)),
        functie=draw(st.sampled_from(("", "beleidsadviseur", "arts M&G, teamleider"))),
        telefoon=draw(st.sampled_from(("", "06-00 14 27 31", "030 123 45 67"))),
    )


def _argument(draw: Trek, aard: Aard, voorstel: Sequence[Voorstelpunt]) -> Argument:
    rang = draw(st.integers(0, len(voorstel)))
    gebonden = rang < len(voorstel)
    return bouwers.een_argument(
        aard=aard,
        kop=draw(regel),
        tekst=draw(tekst),
        voorstelpunt_id=voorstel[rang].id if gebonden else None,
        los_nummer="" if gebonden else f"{len(voorstel) + 1}.{draw(st.integers(1, 9))}",
    )


@st.composite
def opnames(draw: Trek) -> Momentopname:
    """Return a meeting with letter, agenda, papers and nota's."""
    punten = _punten(draw)
    begin = draw(st.sampled_from((None, time(9, 0), time(13, 30))))
    if begin is None:
        punten = [bouwers.een_agendapunt(**{**_velden(punt), "duur": None}) for punt in punten]
    einde = _einde(draw, begin, punten)
    gremium = bouwers.een_gremium(naam=draw(st.sampled_from(GREMIA)))
    personen = [bouwers.een_persoon(naam=naam) for naam in NAMEN[:2]]
    vergadering = bouwers.een_vergadering(
        gremium_id=gremium.id,
        datum=DAG,
        begin=begin,
        einde=einde,
        plaats=draw(st.sampled_from(("", "Kamer 2, Kadehuis", "de Oude Sluis te Vecht"))),
        voorzitter_id=draw(st.sampled_from((None, personen[0].id))),
        secretaris_id=draw(st.sampled_from((None, personen[1].id))),
        nieuw_tijdstip=begin is not None and draw(st.booleans()),
    )
    stukken, bij_stuk = _stukken(draw, punten)
    return Momentopname.maak(
        gremium,
        vergadering,
        agendapunten=punten,
        stukken=stukken,
        personen=personen,
        notas=bij_stuk,
        brief=_brief(draw, personen) if draw(st.booleans()) else None,
    )


def _velden(punt: Agendapunt) -> dict[str, Any]:
    return {naam: getattr(punt, naam) for naam in Agendapunt.__dataclass_fields__}


def _einde(draw: Trek, begin: time | None, punten: Sequence[Agendapunt]) -> time | None:
    """Return an end that the last item with a time runs to: longer or shorter stands on no paper."""
    if begin is None:
        return None
    duren = [punt.duur for punt in punten if punt.duur is not None and punt.ouder_id is None]
    if duren and duren[-1] == 0 and draw(st.booleans()):
        return None
    return na_minuten(begin, sum(duren) if duren else 60)


def _punten(draw: Trek) -> list[Agendapunt]:
    uit: list[Agendapunt] = []
    for hoofd in range(draw(st.integers(1, 4))):
        ouder = _punt(draw, duur=draw(st.sampled_from((None, 0, 5, 25))), ingevoegd=hoofd > 0 and draw(st.booleans()))
        uit.append(ouder)
        uit.extend(_punt(draw, ouder_id=ouder.id) for _ in range(draw(st.sampled_from((0, 0, 1, 3)))))
    return uit


def _punt(draw: Trek, **anders: Any) -> Agendapunt:
    namen = draw(st.lists(st.sampled_from(NAMEN), max_size=3, unique=True))
    volgorde = bouwers.een_voorstelpunt().volgorde
    return bouwers.een_agendapunt(
        titel=draw(titel),
        behandeling=draw(BEHANDELINGEN),
        besloten=draw(st.integers(0, 4)) == 0,
        mondeling=draw(st.integers(0, 4)) == 0,
        spoed=draw(st.sampled_from(("", "", "", "Het water stijgt."))),
        toelichting=draw(tekst),
        voorstel=draw(voorstellen()),
        inleiders=tuple(
            Inleider(id=f"{volgorde}-{rang}", volgorde=f"{rang + 1}", naam=naam, rol=draw(st.sampled_from(ROLLEN)))
            for rang, naam in enumerate(namen)
        ),
        **anders,
    )


def _stukken(draw: Trek, punten: Sequence[Agendapunt]) -> tuple[list[Stuk], dict[str, Nota]]:
    stukken: list[Stuk] = []
    bij_stuk: dict[str, Nota] = {}
    for punt in punten:
        for rang in range(draw(st.sampled_from((0, 0, 1, 2)))):
            stuk = bouwers.een_stuk(
                agendapunt_id=punt.id,
                soort=draw(st.sampled_from(Soort)),
                titel=punt.titel if rang == 0 and draw(st.booleans()) else f"{draw(titel)} deel {rang}",
                bijlagen_beloofd=draw(st.sampled_from((0, 0, 1, 4))),
            )
            stukken.append(stuk)
            if stuk.soort.is_nota and draw(st.booleans()):
                _met_nota(draw, stuk, stukken, bij_stuk)
    if draw(st.integers(0, 3)) == 0:
        los = bouwers.een_stuk(soort=Soort.ADVIESNOTA, titel="Losse nota over de ijsbaan")
        stukken.append(los)
        bij_stuk[los.id] = bouwers.een_nota(stuk_id=los.id, onderwerp=los.titel, secties=(bouwers.een_sectie(),))
    return stukken, bij_stuk


def _met_nota(draw: Trek, stuk: Stuk, stukken: list[Stuk], bij_stuk: dict[str, Nota]) -> None:
    vormen = [vorm for vorm in Vorm if FORMULIEREN[vorm].soort is stuk.soort]
    nota = draw(notas(draw(st.sampled_from(vormen))))
    onderwerp = stuk.titel if stuk.agendapunt_id else nota.onderwerp
    bij_stuk[stuk.id] = bouwers.een_nota(
        **{**{naam: getattr(nota, naam) for naam in Nota.__dataclass_fields__}, "stuk_id": stuk.id}
        | {"onderwerp": onderwerp}
    )
    if nota.sectie(Sectiesoort.BIJLAGEN):
        stukken.extend(
            bouwers.een_stuk(
                agendapunt_id=stuk.agendapunt_id,
                hoort_bij=stuk.id,
                soort=Soort.BIJLAGE,
                titel=f"{draw(titel)} {nummer}",
                genoemd=True,
            )
            for nummer in range(draw(st.integers(0, 3)))
        )


def _brief(draw: Trek, personen: Sequence[Persoon]) -> Uitnodigingsbrief:
    verhinderd = draw(st.booleans())
    dag, nummer, mail = date(2026, 3, 9), "030 123 45 67", "griffie@waterkant.example"
    zin = f"Berichten van verhindering graag uiterlijk {lang(dag)} via {nummer} of {mail}."
    inhoud = "\n\n".join(filter(None, [draw(tekst), zin if verhinderd else ""]))
    ondertekenaar = draw(st.sampled_from(("", personen[1].naam)))
    return bouwers.een_brief(
        aan=draw(st.sampled_from(("", "de leden van het bestuur", "mevrouw R. van Dalen"))),
        uw_kenmerk=draw(st.sampled_from(("", "WK-1"))),
        ons_kenmerk=draw(st.sampled_from(("", "2026/77 a"))),
        datum=draw(st.sampled_from((None, date(2026, 2, 25)))),
        behandeld_door=draw(st.sampled_from(("", "R. van Dalen"))),
        email=draw(st.sampled_from(("", mail))),
        doorkiesnummer=draw(st.sampled_from(("", nummer))),
        onderwerp=draw(st.sampled_from(("", "Vergadering over de oevers"))),
        aanhef=draw(st.sampled_from(("Geachte leden,", "Beste collega’s,"))),
        tekst=inhoud,
        verhindering_uiterlijk=dag if verhinderd else None,
        verhindering_telefoon=nummer if verhinderd else "",
        verhindering_email=mail if verhinderd else "",
        afsluiting=draw(st.sampled_from(("Hoogachtend,", "Met vriendelijke groet,"))),
        ondertekenaar=ondertekenaar,
        functie=draw(st.sampled_from(("", "secretaris"))) if ondertekenaar else "",
        mede_namens_voorzitter=draw(st.booleans()),
    )
