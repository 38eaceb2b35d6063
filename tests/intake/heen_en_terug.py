"""What of a meeting comes back from Word: its records without ids, places and what stands on no paper.

What stands on no paper, so that no file can give it back:
    * of the meeting: ``gelegenheid`` (the letter may tell it in its own words) and ``status``; of the body its
      abbreviation, house style and seats; of people their function, phone and e-mail;
    * of an item: ``standaard``, and the time of a sub-item; the last timed item runs to the end of the meeting;
    * of a paper: that it is besloten by itself where it has no nota (the agenda does not say so), the kind of a bijlage
      (a nota lists titles) and the bijlagen that no nota lists; files that were received travel by themselves;
    * placeholders: they are filled when a paper is written.

What comes back in another way that reads the same:
    * a proposal that agenda and nota share stands with the nota, whoever had it first (``Momentopname.voorstel``);
    * a sub-item or nota under a besloten item is besloten through that item;
    * an empty subject or address of the letter comes back as the words that were printed for it;
    * two lists with nothing between them are one list; headings and header cells are bold already, so that bold in
      them is no mark.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from tk_desktop.domain.datum import lang, spanne
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Aard, Nota
from tk_desktop.domain.opmaak import (
    Alinea,
    Blok,
    Lijst,
    Lijstpunt,
    Stukje,
    Tabel,
    Tussenkop,
    lees,
    lees_stukjes,
    normaal,
)
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.voorstel import Voorstelpunt
from tk_desktop.export.word import write_word
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.opnemen import Inname, neem_op
from tk_desktop.store.werkmap import Store

Beeld = dict[str, Any]


def via_word(opname: Momentopname, map_: Path) -> tuple[Momentopname, Inname]:
    """Write a meeting as Word, take the files into an empty werkmap and return what stands there."""
    uit, werkmap = map_ / "uit", map_ / "werkmap"
    uit.mkdir()
    bestanden = write_word(opname, uit)
    with Store.open(werkmap, maken=True) as store:
        inname = neem_op(store, lees_bestanden(bestanden), nu=datetime(2026, 1, 5, 9, 0))
        (vergadering_id,) = inname.vergaderingen
        return store.opname(vergadering_id), inname


def beeld(opname: Momentopname) -> Beeld:
    """Return everything that stands on the papers of a meeting."""
    vergadering = opname.vergadering
    return {
        "gremium": opname.gremium.naam,
        "datum": vergadering.datum,
        "begin": vergadering.begin,
        "einde": vergadering.einde,
        "plaats": vergadering.plaats,
        "voorzitter": opname.naam(vergadering.voorzitter_id),
        "secretaris": opname.naam(vergadering.secretaris_id),
        "nieuw_tijdstip": vergadering.nieuw_tijdstip,
        "brief": _brief(opname),
        "punten": [_punt(opname, punt.id) for punt in opname.agendapunten],
        "los": [_stuk(opname, stuk) for stuk in opname.stukken if not stuk.agendapunt_id and not stuk.hoort_bij],
    }


def tekstbeeld(tekst: str) -> list[Blok]:
    """Return rich text as it looks on paper."""
    uit: list[Blok] = []
    for blok in lees(tekst):
        vorige = uit[-1] if uit else None
        match blok:
            case Alinea(stukjes) if not normaal(stukjes):
                continue
            case Tussenkop(stukjes):
                uit.append(Tussenkop(_zonder_vet(stukjes)))
            case Lijst(punten) if isinstance(vorige, Lijst):
                uit[-1] = Lijst((*vorige.punten, *punten))
            case Tabel((kop, *rijen)):
                uit.append(Tabel((tuple(_zonder_vet(cel) for cel in kop), *rijen)))
            case _:
                uit.append(blok)
    return uit


def _zonder_vet(stukjes: Iterable[Stukje]) -> tuple[Stukje, ...]:
    return normaal(Stukje(tekst=s.tekst, cursief=s.cursief, link=s.link) for s in stukjes)


def _brief(opname: Momentopname) -> Beeld | None:
    brief = opname.brief
    if brief is None:
        return None
    namen = (
        "uw_kenmerk", "ons_kenmerk", "datum", "behandeld_door", "email", "doorkiesnummer", "aanhef", "afsluiting",
        "ondertekenaar", "functie", "mede_namens_voorzitter",
        "verhindering_uiterlijk", "verhindering_telefoon", "verhindering_email",
    )  # fmt: skip
    uit: Beeld = {naam: getattr(brief, naam) for naam in namen}
    uit["aan"] = (brief.aan or f"de leden van {opname.gremium.naam}").removeprefix("Aan ")
    uit["onderwerp"] = opname.gevuld(brief.onderwerp) or _gewoon_onderwerp(opname)
    uit["tekst"] = tekstbeeld(opname.gevuld(brief.tekst))
    return uit


def _gewoon_onderwerp(opname: Momentopname) -> str:
    """Return the subject that is printed above a letter without one."""
    vergadering = opname.vergadering
    begin, einde = vergadering.begin, vergadering.einde
    nieuw = " op nieuw vergadertijdstip" if vergadering.nieuw_tijdstip else ""
    tijd = f", {spanne(begin, einde)}" if begin and einde else ""
    return f"{opname.gremium.kort} {lang(vergadering.datum)}{nieuw}{tijd}"


def _punt(opname: Momentopname, id_: str) -> Beeld:
    punt = opname.punt(id_)
    return {
        "nummer": str(opname.nummers[id_]),
        "titel": punt.titel,
        "tijd": opname.tijden.get(id_),
        "duur": None if punt.ouder_id else punt.duur,
        "behandeling": punt.behandeling,
        "besloten": opname.is_besloten(punt),
        "ingevoegd": punt.ingevoegd,
        "mondeling": punt.mondeling,
        "inleiders": [(inleider.naam, inleider.rol) for inleider in punt.inleiders],
        "voorstel": _voorstel(opname.voorstel(punt)),
        "toelichting": tekstbeeld(opname.gevuld(punt.toelichting)),
        "stukken": [_stuk(opname, stuk) for stuk in opname.stukken_bij(punt)],
    }


def _stuk(opname: Momentopname, stuk: Stuk) -> Beeld:
    nota = opname.notas.get(stuk.id)
    return {
        "soort": stuk.soort,
        "titel": stuk.titel,
        "beloofd": stuk.bijlagen_beloofd,
        "besloten": opname.stuk_is_besloten(stuk) if nota else None,
        "bijlagen": [bijlage.titel for bijlage in opname.bijlagen_bij(stuk) if bijlage.genoemd],
        "nota": _nota(opname, stuk, nota) if nota else None,
    }


def _nota(opname: Momentopname, stuk: Stuk, nota: Nota) -> Beeld:
    return {
        "vorm": nota.vorm,
        "onderwerp": nota.onderwerp,
        "registratienummer": nota.registratienummer,
        "domein": nota.domein,
        "behandelaars": [(b.naam, b.functie, b.telefoon) for b in nota.behandelaars],
        "voorstel": _voorstel(nota.voorstel),
        "redenen": [
            (aard, nummer, _zonder_vet(lees_stukjes(reden.kop)), tekstbeeld(opname.gevuld(reden.tekst, stuk)))
            for aard in Aard
            for nummer, reden in nota.redenen(aard)
        ],
        "secties": [
            (sectie.soort, sectie.kop, tekstbeeld(opname.gevuld(sectie.tekst, stuk))) for sectie in nota.secties
        ],
    }


def _voorstel(punten: Iterable[Voorstelpunt]) -> list[Lijstpunt]:
    return [
        Lijstpunt(merk=punt.merk.value, stukjes=lees_stukjes(punt.tekst), onder=tuple(_voorstel(punt.onder)))
        for punt in punten
    ]
