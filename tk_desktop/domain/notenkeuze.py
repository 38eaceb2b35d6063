"""Which notes of a reader leave the laptop: all for own use, for others only what is shared with them (F8, F10)."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from tk_desktop.domain.aantekening import Aantekening, Anker, Soort, Zicht
from tk_desktop.domain.leeslijst import is_voor_secretariaat
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.paginaverwijzing import EIGEN_BLADEN
from tk_desktop.domain.papiertekst import Tekstlezer, only_here

_KORTSTE_TITEL = 6
"""Letters of a title that is known wherever it stands; a shorter one only as a word of its own."""

_WIT = re.compile(r"\s+")


class Voor(StrEnum):
    """For whom notes are; the words are those of the dialog."""

    MIJZELF = "mijzelf"
    LEZER = "één lezer"
    LEDEN = "alle leden"
    SECRETARIAAT = "het secretariaat"
    OPENBAAR = "iedereen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvanger:
    """For whom notes are, by name where it is one reader. ``van_anderen`` adds, for own use, what others share."""

    voor: Voor = Voor.MIJZELF
    naam: str = ""
    van_anderen: bool = False

    def __post_init__(self) -> None:
        if (self.voor is Voor.LEZER) != bool(self.naam):
            raise ValueError("alleen één lezer heeft een naam")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notenkeuze:
    """The notes that go along, and how many do not.

    ``prive`` are not shared with these readers, ``afgeschermd`` are on what is kept from them, and of ``zonder_plek``
    nothing is left for them: marks without words of their own, on a passage that their version does not have.
    """

    noten: tuple[Aantekening, ...] = ()
    prive: int = 0
    afgeschermd: int = 0
    zonder_plek: int = 0


def choose_notes(
    aantekeningen: Iterable[Aantekening],
    ontvanger: Ontvanger,
    *,
    lezer: str,
    geheel: Momentopname,
    zichtbaar: Momentopname,
    papieren: Collection[str],
    tekst_van: Tekstlezer,
) -> Notenkeuze:
    """Return which notes of ``lezer`` go to somebody who sees ``zichtbaar`` of the meeting ``geheel`` and these papers.

    Rule: for own use all own notes go. For others only what is shared with them, on papers and items that they see;
    to the secretariat goes what is shared with it and a question once it is put (F18);
    where something is kept from them nothing that names it, and nothing on the sheets that are made for each reader.
    Of the papers they get the words of the version that they have (``tekst_van``), never those of an earlier one; a
    mark without words of its own that has no place there stays behind.
    """
    alle = tuple(aantekeningen)
    eigen = [een for een in alle if een.eigenaar == lezer]
    if ontvanger.voor is Voor.MIJZELF:
        anderen = [een for een in alle if een.eigenaar != lezer and een.leesbaar_voor(lezer)]
        return Notenkeuze(noten=(*eigen, *anderen) if ontvanger.van_anderen else tuple(eigen))
    gedeeld = [een for een in eigen if _is_voor(een, ontvanger)]
    punten = {punt.id for punt in zichtbaar.agendapunten}
    geheim = _hidden_titles(geheel, zichtbaar)
    alles = _is_alles(geheel, zichtbaar)
    te_zien = [een for een in gedeeld if _op_zichtbaar(een, punten, papieren, alles=alles)]
    hier = [only_here(een, tekst_van(een.papier)) if een.papier else een for een in te_zien]
    zegt_iets = [een for een in hier if not een.papier or een.plaatsen or een.zoektekst().strip()]
    mag = [een for een in zegt_iets if not names_any(een, geheim)]
    return Notenkeuze(
        noten=tuple(_zonder_lezers(een, ontvanger) for een in mag),
        prive=len(eigen) - len(gedeeld),
        afgeschermd=len(gedeeld) - len(te_zien) + len(zegt_iets) - len(mag),
        zonder_plek=len(hier) - len(zegt_iets),
    )


def readers_of(aantekeningen: Iterable[Aantekening], lezer: str) -> tuple[str, ...]:
    """Return with whom somebody shares notes by name."""
    eigen = (een for een in aantekeningen if een.eigenaar == lezer and een.zicht is Zicht.GEDEELD)
    return tuple(sorted({naam for een in eigen for naam in een.gedeeld_met if naam != lezer}))


def _is_voor(een: Aantekening, ontvanger: Ontvanger) -> bool:
    match ontvanger.voor:
        case Voor.LEZER:
            return een.leesbaar_voor(ontvanger.naam)
        case Voor.SECRETARIAAT:
            return is_voor_secretariaat(een)
        case _:
            return een.zicht is Zicht.ALLEN


def _is_alles(geheel: Momentopname, zichtbaar: Momentopname) -> bool:
    return len(geheel.agendapunten) == len(zichtbaar.agendapunten) and len(geheel.stukken) == len(zichtbaar.stukken)


def _op_zichtbaar(een: Aantekening, punten: Collection[str], papieren: Collection[str], *, alles: bool) -> bool:
    if een.soort is Soort.PUNTNOTITIE:
        return een.agendapunt_id in punten
    return een.papier in papieren and (alles or een.papier not in EIGEN_BLADEN)


def names_any(een: Aantekening, titels: Iterable[str]) -> bool:
    """Tell whether what goes along of a note names one of these: a short title as a word of its own, a long one always.

    A short one stands within other words too often: item ‘Bod’ is not named in ‘bodem’.
    """
    rondom = [deel for plaats in een.plaatsen for deel in _lopend(plaats.anker)]
    delen = [_plat(deel) for deel in (een.zoektekst(), *rondom)]
    return any(_staat_in(titel, deel) for titel in map(_plat, titels) if titel for deel in delen)


def _lopend(anker: Anker) -> tuple[str, ...]:
    """Return the running text of a place in two ways: pages join with and without a space between them."""
    return (f"{anker.voor}{anker.citaat}{anker.na}", f"{anker.voor} {anker.citaat} {anker.na}")


def _staat_in(titel: str, tekst: str) -> bool:
    if len(titel) >= _KORTSTE_TITEL:
        return titel in tekst
    return re.search(rf"(?<!\w){re.escape(titel)}(?!\w)", tekst) is not None


def _hidden_titles(geheel: Momentopname, zichtbaar: Momentopname) -> tuple[str, ...]:
    """Return the titles that are kept from these readers."""
    gezien = {_plat(punt.titel) for punt in zichtbaar.agendapunten} | {_plat(s.titel) for s in zichtbaar.stukken}
    titels = {_plat(punt.titel) for punt in geheel.agendapunten} | {_plat(stuk.titel) for stuk in geheel.stukken}
    return tuple(sorted(titel for titel in titels - gezien if titel))


def _plat(tekst: str) -> str:
    return _WIT.sub(" ", tekst).strip().casefold()


def _zonder_lezers(een: Aantekening, ontvanger: Ontvanger) -> Aantekening:
    """Return a note that tells nobody with whom else it is shared."""
    return replace(een, gedeeld_met=(ontvanger.naam,) if ontvanger.naam and een.zicht is Zicht.GEDEELD else ())
