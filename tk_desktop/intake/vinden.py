"""Which paper of a meeting a received nota or file is: the one promised, the one that came in before, or none yet."""

from collections.abc import Sequence
from pathlib import Path

from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import FORMULIEREN, Nota
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Soort, Stuk
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.intake.lezing import GelezenNota
from tk_desktop.intake.plaats import Plaats, plaats_van


def find_punt(opname: Momentopname, nummer: Nummer | None) -> Agendapunt | None:
    """Return the item with that number, or ``None`` when this agenda has none."""
    return next(
        (punt for punt in opname.agendapunten if nummer is not None and opname.nummers[punt.id] == nummer), None
    )


def find_nota(opname: Momentopname, nota: GelezenNota, nummer: Nummer | None) -> Stuk | None:
    """Return the paper a nota fills: the one it filled before, the one under its item, or that of its title."""
    stukken = [stuk for stuk in opname.stukken if stuk.soort.is_nota and stuk.hoort_bij is None]
    for stuk in stukken:
        if stuk.id in opname.notas and _is_eerder_ontvangen(opname, stuk, nota, nummer):
            return stuk
    keuze = [stuk for stuk in stukken if nummer and opname.nummers.get(stuk.agendapunt_id or "") == nummer]
    if nummer is None:
        keuze = [stuk for stuk in stukken if stuk.id not in opname.notas and past(stuk.titel, nota.onderwerp)]
    soort = FORMULIEREN[nota.vorm].soort

    def aansluiting(stuk: Stuk) -> tuple[bool, bool, bool, bool]:
        gelijk = sleutel(stuk.titel) == sleutel(nota.onderwerp)
        return gelijk, past(stuk.titel, nota.onderwerp), stuk.soort is soort, stuk.id not in opname.notas

    return max(keuze, key=aansluiting, default=None) or _without_kind(opname, nota, nummer)


def _without_kind(opname: Momentopname, nota: GelezenNota, nummer: Nummer | None) -> Stuk | None:
    """Return the paper that the agenda promises at the item of a nota without saying what it is, by its title."""
    beloofd = (
        stuk
        for stuk in opname.stukken
        if stuk.soort is Soort.STUK and stuk.hoort_bij is None and not opname.is_aanwezig(stuk)
    )
    bij_punt = (stuk for stuk in beloofd if nummer and opname.nummers.get(stuk.agendapunt_id or "") == nummer)
    return next((stuk for stuk in bij_punt if past(stuk.titel, nota.onderwerp)), None)


def find_bestand(opname: Momentopname, plaats: Plaats, naam: str) -> Stuk | None:
    """Return the paper of which a file is a version, by its name, number, title or kind; ``None`` when it is new."""
    punt = find_punt(opname, plaats.nummer)
    bij_punt = opname.stukken_bij(punt) if punt else _los(opname)
    hoofd = main_of(bij_punt)
    if plaats.is_bijlage and punt is not None and hoofd is not None:
        return _bijlage(opname, opname.bijlagen_bij(hoofd), plaats, naam)
    vrij = [stuk for stuk in bij_punt if stuk.id not in opname.notas]
    zelfde_naam = [stuk for stuk in vrij if _bestandsnaam(opname, stuk) == naam]
    met_titel = [stuk for stuk in vrij if past(stuk.titel, plaats.titel)]
    van_soort = [
        stuk
        for stuk in vrij
        if stuk.soort is plaats.soort and (plaats.is_naamloos or not opname.is_aanwezig(stuk)) and punt is not None
    ]
    return next(iter([*zelfde_naam, *met_titel, *van_soort]), None)


def find_genoemd(opname: Momentopname, bijlagen: Sequence[Stuk], rang: int, titel: str) -> Stuk | None:
    """Return which of these bijlagen a nota lists: by its title, else the unlisted one whose file bears that number."""
    gelijk = [stuk for stuk in bijlagen if sleutel(stuk.titel) == sleutel(titel)]
    lijkt = [stuk for stuk in bijlagen if past(stuk.titel, titel)]
    genummerd = [stuk for stuk in bijlagen if not stuk.genoemd and _rang_op_bestand(opname, stuk) == rang]
    return next(iter([*gelijk, *lijkt, *genummerd]), None)


def main_of(stukken: Sequence[Stuk]) -> Stuk | None:
    """Return the paper of an item that its bijlagen belong to: the nota, else the first one."""
    return next((stuk for stuk in stukken if stuk.soort.is_nota), stukken[0] if stukken else None)


def past(titel: str, ander: str) -> bool:
    """Tell whether two titles name one paper: the same letters, or one within the other (at least ten letters)."""
    kort, lang = sorted((sleutel(titel), sleutel(ander)), key=len)
    return kort == lang or (len(kort) >= 10 and kort in lang)


def _is_eerder_ontvangen(opname: Momentopname, stuk: Stuk, nota: GelezenNota, nummer: Nummer | None) -> bool:
    """Tell whether this very nota came in before: the same subject, with its own number or at the same place."""
    bekend: Nota = opname.notas[stuk.id]
    if (sleutel(bekend.onderwerp), bekend.vorm) != (sleutel(nota.onderwerp), nota.vorm):
        return False
    if bekend.registratienummer or nota.registratienummer:
        return bekend.registratienummer == nota.registratienummer
    return opname.nummers.get(stuk.agendapunt_id or "") in (nummer, None) or nummer is None


def _bijlage(opname: Momentopname, bijlagen: Sequence[Stuk], plaats: Plaats, naam: str) -> Stuk | None:
    zelfde_naam = [stuk for stuk in bijlagen if _bestandsnaam(opname, stuk) == naam]
    if plaats.rang is not None:
        zelfde_rang = [stuk for stuk in bijlagen if _rang_op_bestand(opname, stuk) == plaats.rang]
        op_plek = bijlagen[plaats.rang - 1 : plaats.rang]
        vrij = [stuk for stuk in op_plek if _rang_op_bestand(opname, stuk) is None]
        return next(iter([*zelfde_naam, *zelfde_rang, *vrij]), None)
    met_titel = [stuk for stuk in bijlagen if past(stuk.titel, plaats.titel)]
    ontbreekt = [stuk for stuk in bijlagen if not opname.is_aanwezig(stuk)]
    enige = ontbreekt if len(ontbreekt) == 1 else []
    return next(iter([*zelfde_naam, *met_titel, *enige]), None)


def _los(opname: Momentopname) -> tuple[Stuk, ...]:
    return tuple(stuk for stuk in opname.stukken if stuk.agendapunt_id is None and stuk.hoort_bij is None)


def _bestandsnaam(opname: Momentopname, stuk: Stuk) -> str:
    return opname.versies[stuk.id].bestandsnaam if stuk.id in opname.versies else ""


def _rang_op_bestand(opname: Momentopname, stuk: Stuk) -> int | None:
    plaats = plaats_van(Path(_bestandsnaam(opname, stuk)))
    return plaats.rang if plaats else None
