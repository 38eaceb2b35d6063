"""How one sees that a task is done: from what the werkmap holds, and from where the user is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from tests.verpakt import paginateksten
from tests.wachtrij import Wachtrij
from tk_desktop.domain.aantekening import Oordeel
from tk_desktop.domain.datum import lees_datum
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.store.werkmap import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What is left after a task: the werkmap, and the last lines that the counter wrote."""

    store: Store
    regels: Sequence[Mapping[str, Any]]
    werkmap: Path
    wachtrij: Wachtrij | None = None

    @property
    def opname(self) -> Momentopname:
        """The meeting of the task: the one that is open, else the first."""
        adres = self.regels[-1]["adres"].split("|") if self.regels else []
        alle = self.store.vergaderingen.all()
        open_ = adres[1] if len(adres) > 1 and adres[1] else alle[0].id
        return self.store.opname(open_)


def nummer_van(stand: Stand, titel: str, nummer: str) -> bool:
    """An item of that title has that number."""
    opname = stand.opname
    return any(punt.titel == titel and str(opname.nummers[punt.id]) == nummer for punt in opname.agendapunten)


def adres_is(stand: Stand, deel: str) -> bool:
    """The place where the user is, names this."""
    return deel in stand.regels[-1]["adres"]


def set_bij(stand: Stand, label: str) -> bool:
    """The builder stands at the paper of that label."""
    delen = stand.regels[-1]["adres"].split("|")
    opname = stand.store.opname(delen[1])
    return delen[0] == "set" and any(stuk.id == delen[3] and opname.label(stuk) == label for stuk in opname.stukken)


def focus_is(stand: Stand, naam: str) -> bool:
    """The keyboard is in the widget of that name."""
    return naam in str(stand.regels[-1]["focus"])


def punt_is(stand: Stand, nummer: str) -> bool:
    """The user is at the item of that number."""
    return str(stand.opname.nummers.get(stand.regels[-1]["adres"].split("|")[2], "")) == nummer


def vergadering_op(stand: Stand, datum: str, punten: int) -> bool:
    """There is a meeting on that day with at least so many items."""
    dag = lees_datum(datum)
    return any(
        v.datum == dag and len(stand.store.opname(v.id).agendapunten) >= punten for v in stand.store.vergaderingen.all()
    )


def stukken_bij(stand: Stand, nummer: str, aantal: int) -> bool:
    """The item of that number has so many papers, bijlagen included."""
    opname = stand.opname
    punt = next(p for p in opname.agendapunten if str(opname.nummers[p.id]) == nummer)
    return sum(stuk.agendapunt_id == punt.id for stuk in opname.stukken) == aantal


def versies_van(stand: Stand, label: str, aantal: int) -> bool:
    """The paper of that label has so many versions."""
    opname = stand.opname
    stuk = next(s for s in opname.stukken if opname.label(s) == label)
    return len(stand.store.versies.van_stuk(stuk.id)) == aantal


def sectie_is(stand: Stand, label: str, kop: str, tekst: str) -> bool:
    """The section of that heading in the nota of that label says this."""
    opname = stand.opname
    stuk = next(s for s in opname.notastukken if opname.label(s) == label)
    return any(sectie.kop == kop and tekst in sectie.tekst for sectie in opname.notas[stuk.id].secties)


def besluit_bij(stand: Stand, nummer: str, uitkomst: str) -> bool:
    """The last besluit on the item of that number has that outcome."""
    zitting = stand.store.zitting(stand.opname.vergadering.id)
    punt = next(p for p in zitting.opname.agendapunten if str(zitting.opname.nummers[p.id]) == nummer)
    besluiten = zitting.besluiten_bij(punt)
    return bool(besluiten) and besluiten[-1].uitkomst.value == uitkomst


def actie_bij(stand: Stand, nummer: str, door: str, tekst: str, voor: str) -> bool:
    """At the item of that number somebody is to do that, before that day of some year."""
    zitting = stand.store.zitting(stand.opname.vergadering.id)
    punt = next(p for p in zitting.opname.agendapunten if str(zitting.opname.nummers[p.id]) == nummer)
    acties = [
        (een.door, een.tekst, een.voor and f"{een.voor.day}-{een.voor.month}") for een in zitting.acties_bij(punt)
    ]
    return (door, tekst, voor) in acties


def afgedrukt(stand: Stand, woord: str) -> bool:
    """A PDF came out of the printer with that word on its pages."""
    assert stand.wachtrij is not None
    pdfs = stand.wachtrij.pdfs()
    return any(woord in tekst for pdf in pdfs for tekst in paginateksten(pdf))


def noot_is(stand: Stand, label: str, citaat: str, tekst: str) -> bool:
    """There is a note with that text on those words of the paper of that label."""
    opname = stand.opname
    stuk = next(stuk for stuk in opname.stukken if opname.label(stuk) == label)
    noten = stand.store.aantekeningen.van_papier(opname.vergadering.id, stuk.id)
    return any(
        noot.tekst == tekst and noot.plaats is not None and citaat in " ".join(noot.plaats.anker.citaat.split())
        for noot in noten
    )


def langs_stukken(stand: Stand, aantal: int) -> bool:
    """So many different papers were read on the way, beside the one where it began."""
    plekken = [regel["adres"].split("|") for regel in stand.regels]
    gelezen = [delen[3] for delen in plekken if delen[0] == "lezen" and len(delen) > 3 and delen[3]]
    return len(set(gelezen) - set(gelezen[:1])) == aantal


def noten_zeker(stand: Stand, label: str, aantal: int) -> bool:
    """So many notes on the paper of that label stand surely in its newest version, and no other lies anywhere."""
    opname = stand.opname
    stuk = next(stuk for stuk in opname.stukken if opname.label(stuk) == label)
    versie = opname.versies[stuk.id].paginabestand
    plaatsen = [noot.plaats for noot in stand.store.aantekeningen.van_papier(opname.vergadering.id, stuk.id)]
    hier = [plaats for plaats in plaatsen if plaats is not None and plaats.anker.versie == versie]
    return [plaats.oordeel for plaats in hier] == [Oordeel.ZEKER] * aantal and len(plaatsen) == aantal


def geen_verschillen(stand: Stand, punten: int, van_hen: str) -> bool:
    """Nothing is to be judged any more, and one of so many items has the words of the other."""
    titels = [punt.titel for punt in stand.store.agendapunten.all() if van_hen in punt.titel or "tweede" in punt.titel]
    gekozen = [titel for titel in titels if van_hen in titel]
    return stand.store.conflicten() == () and (len(titels), len(gekozen)) == (punten, 1)


def in_werkboek(stand: Stand, wel: str, niet: str) -> bool:
    """There is one workbook, with the first words in it and without the second."""
    inhoud = [ZipFile(pad).read("xl/sharedStrings.xml").decode() for pad in stand.werkmap.glob("*.xlsx")]
    return [wel in tekst and niet not in tekst for tekst in inhoud] == [True]


EINDEN: dict[str, Callable[..., bool]] = {
    een.__name__: een
    for een in (
        nummer_van,
        adres_is,
        set_bij,
        punt_is,
        focus_is,
        vergadering_op,
        stukken_bij,
        versies_van,
        sectie_is,
        besluit_bij,
        actie_bij,
        afgedrukt,
        noot_is,
        langs_stukken,
        noten_zeker,
        in_werkboek,
        geen_verschillen,
    )
}


def gedaan(stand: Stand, einde: Sequence[tuple[str, Any]]) -> list[str]:
    """Return which ends are not reached."""
    return [f"{naam} {waarden}" for naam, waarden in einde if not EINDEN[naam](stand, *waarden)]
