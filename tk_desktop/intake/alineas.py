"""Paragraphs, lists and small headings in the lines of a text, as rich text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.nummer import letter
from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Lijstpunt, Tussenkop, bescherm, gewoon, schrijf
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake.lezing import GelezenVoorstelpunt
from tk_desktop.intake.regels import Regel, breedte, plek, schade, tekst_van, zin_af

STREPEN = "-–•➢▪▸◦*"
"""The characters that open an item of a list without number."""

_STREEP = re.compile(rf"[{re.escape(STREPEN)}]\s+(?=\S)")
_CIJFER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_LETTER = re.compile(r"([a-z])[.)]\s+(?=\S)")


class Brokvorm(StrEnum):
    """What a stretch of lines is."""

    ALINEA = "alinea"
    PUNT = "punt"
    KOP = "kop"


@dataclass(slots=True)
class Brok:
    """A stretch of lines that is one paragraph, one item of a list or one small heading."""

    vorm: Brokvorm
    regels: list[Regel] = field(default_factory=list)
    merk: Merk = Merk.STREEP
    rang: int = 0
    diepte: int = 0

    @property
    def tekst(self) -> str:
        """The words as one line, without the mark of a list item."""
        tekst = tekst_van(self.regels)
        merk = lees_merk(tekst) if self.vorm is Brokvorm.PUNT else None
        return tekst[merk[2] :] if merk else tekst


def lees_merk(tekst: str) -> tuple[Merk, int, int] | None:
    """Return the kind of mark a line opens with, its rank from 0 and its length; ``None`` when it has none."""
    if treffer := _STREEP.match(tekst):
        return Merk.STREEP, 0, treffer.end()
    if treffer := _CIJFER.match(tekst):
        return Merk.CIJFER, int(treffer[1]) - 1, treffer.end()
    if treffer := _LETTER.match(tekst):
        return Merk.LETTER, ord(treffer[1]) - ord("a"), treffer.end()
    return None


def loopt_door(vorige: str, volgende: str, vol: int, *, zacht: bool) -> bool:
    """Tell whether a sentence runs on over an empty stretch; ``zacht`` when only the layout left it open.

    A sentence that is not at its end runs on in lower case; over a soft gap also after a full line.
    """
    if zin_af(vorige) or not volgende:
        return False
    return (volgende[0].islower() and len(vorige) > vol * 0.5) or (zacht and len(vorige) > vol * 0.8)


def past_nog(vorige: str, volgende: str, vol: int) -> bool:
    """Tell whether the first word of the next line would have fitted: then the writer ended the line."""
    woord = volgende.split(maxsplit=1)[0] if volgende.split() else ""
    return len(vorige) + 1 + len(woord) < vol * 0.85


class _Opbouw:
    """Gathers lines into stretches; keeps the marks that are open, to nest the lists."""

    def __init__(self, vol: int) -> None:
        self.vol = vol
        self.brokken: list[Brok] = []
        self._open: list[tuple[Merk, int]] = []

    def voeg_toe(self, regel: Regel, volgende: Regel | None, gat: Sequence[Regel]) -> None:
        huidig = self.brokken[-1] if self.brokken else None
        merk = self._merk(regel, huidig, bool(gat))
        if merk:
            self._punt(regel, *merk)
        elif huidig and self._hoort_bij(huidig, regel, gat):
            huidig.regels.append(regel)
        else:
            self._open.clear()
            is_kop = (gat or huidig is None or huidig.vorm is Brokvorm.KOP) and self._is_kop(regel, volgende)
            self.brokken.append(Brok(Brokvorm.KOP if is_kop else Brokvorm.ALINEA, [regel]))

    def _merk(self, regel: Regel, huidig: Brok | None, gat: bool) -> tuple[Merk, int] | None:
        merk = lees_merk(regel.kaal)
        if merk is None:
            return None
        soort, rang, _ = merk
        vrij = huidig is None or gat or huidig.vorm is Brokvorm.KOP or zin_af(huidig.regels[-1].kaal)
        if soort is Merk.STREEP:
            return (soort, rang) if vrij or (huidig and huidig.vorm is Brokvorm.PUNT) else None
        verwacht = rang == 0 or any(eerder is soort and rang == laatste + 1 for eerder, laatste in self._open)
        in_lijst = huidig is not None and huidig.vorm is Brokvorm.PUNT
        return (soort, rang) if (verwacht and (vrij or in_lijst)) or (vrij and soort is Merk.CIJFER) else None

    def _punt(self, regel: Regel, soort: Merk, rang: int) -> None:
        diepte = next((i for i, (eerder, _) in enumerate(self._open) if eerder is soort), len(self._open))
        self._open[diepte:] = [(soort, rang)]
        self.brokken.append(Brok(Brokvorm.PUNT, [regel], soort, rang, diepte))

    def _hoort_bij(self, huidig: Brok, regel: Regel, gat: Sequence[Regel]) -> bool:
        if huidig.vorm is Brokvorm.KOP:
            return False
        vorige, kaal = huidig.regels[-1].kaal, regel.kaal
        if gat:
            return loopt_door(vorige, kaal, self.vol, zacht=all(not leeg.tekst for leeg in gat))
        if regel.opent_blad and zin_af(vorige):
            return False
        if huidig.vorm is Brokvorm.PUNT or kaal[0].islower():
            return True
        hard = 0.85 if zin_af(vorige) else 0.6
        return not (past_nog(vorige, kaal, self.vol) and len(vorige) < self.vol * hard)

    def _is_kop(self, regel: Regel, volgende: Regel | None) -> bool:
        kaal = regel.kaal
        return (
            volgende is not None
            and not volgende.leeg
            and not regel.opent_blad
            and len(kaal) < min(self.vol * 0.6, 70)
            and kaal[0].isupper()
            and (volgende.kaal[0].isupper() or bool(lees_merk(volgende.kaal)))
            and kaal[-1] not in ".,:;"
        )


def brokken(regels: Sequence[Regel], vol: int = 0) -> list[Brok]:
    """Return lines as paragraphs, items of lists and small headings; ``vol`` is the length of a full line."""
    opbouw = _Opbouw(vol or breedte(regels))
    gat: list[Regel] = []
    for plaats, regel in enumerate(regels):
        if regel.leeg:
            gat.append(regel)
            continue
        opbouw.voeg_toe(regel, regels[plaats + 1] if plaats + 1 < len(regels) else None, gat)
        gat = []
    return opbouw.brokken


def opmaak(delen: Sequence[Brok]) -> str:
    """Return stretches as rich text."""
    blokken: list[Blok] = []
    i = 0
    while i < len(delen):
        einde = i
        while einde < len(delen) and delen[einde].vorm is Brokvorm.PUNT:
            einde += 1
        if einde > i:
            blokken.append(Lijst(_lijst(delen[i:einde])))
            i = einde
            continue
        stukjes = gewoon(delen[i].tekst)
        blokken.append(Tussenkop(stukjes) if delen[i].vorm is Brokvorm.KOP else Alinea(stukjes))
        i += 1
    return schrijf(blokken)


def rijke_tekst(regels: Sequence[Regel], vol: int = 0) -> str:
    """Return lines as rich text."""
    return opmaak(brokken(regels, vol))


def voorstel(delen: Sequence[Brok], waar: str) -> tuple[tuple[GelezenVoorstelpunt, ...], tuple[Twijfel, ...]]:
    """Return the items among the stretches as points of a proposal, and what the text layer lost in them."""
    punten = [brok for brok in delen if brok.vorm is Brokvorm.PUNT]
    twijfels = [
        twijfel
        for brok, nummer in zip(punten, _nummers(punten), strict=True)
        for twijfel in schade(brok.regels, f"{waar}, voorstelpunt {nummer}")
    ]
    return _voorstel(punten), tuple(twijfels)


def _nummers(punten: Sequence[Brok]) -> list[str]:
    """Return how to call each point: ``1``, ``1a``; a dash goes by its place."""
    uit: list[str] = []
    pad: list[str] = []
    plaatsen: list[int] = []
    for brok in punten:
        plaatsen[brok.diepte + 1 :] = []
        if len(plaatsen) > brok.diepte:
            plaatsen[brok.diepte] += 1
        else:
            plaatsen.append(1)
        eigen = letter(brok.rang) if brok.merk is Merk.LETTER else str(plaatsen[brok.diepte])
        pad[brok.diepte :] = [str(brok.rang + 1) if brok.merk is Merk.CIJFER else eigen]
        uit.append("".join(pad))
    return uit


def los_voorstel(delen: Sequence[Brok], waar: str) -> tuple[tuple[GelezenVoorstelpunt, ...], tuple[Twijfel, ...]]:
    """Return each stretch as a point of its own: a proposal written without marks."""
    punten = tuple(GelezenVoorstelpunt(tekst=bescherm(brok.tekst), merk=Merk.STREEP) for brok in delen)
    regels = [regel for brok in delen for regel in brok.regels]
    zonder = (Twijfel(waar=f"{plek(regels)}, {waar}", wat="Het voorstel heeft geen merken; elke alinea is een punt."),)
    return punten, (*zonder, *schade(regels, f"{waar}, voorstel"))


def _takken(punten: Sequence[Brok]) -> list[tuple[Brok, Sequence[Brok]]]:
    uit: list[tuple[Brok, Sequence[Brok]]] = []
    i = 0
    while i < len(punten):
        einde = i + 1
        while einde < len(punten) and punten[einde].diepte > punten[i].diepte:
            einde += 1
        uit.append((punten[i], punten[i + 1 : einde]))
        i = einde
    return uit


def _lijst(punten: Sequence[Brok]) -> tuple[Lijstpunt, ...]:
    return tuple(
        Lijstpunt(merk=brok.merk.geschreven(brok.rang), stukjes=gewoon(brok.tekst), onder=_lijst(onder))
        for brok, onder in _takken(punten)
    )


def _voorstel(punten: Sequence[Brok]) -> tuple[GelezenVoorstelpunt, ...]:
    return tuple(
        GelezenVoorstelpunt(tekst=bescherm(brok.tekst), merk=brok.merk, onder=_voorstel(onder))
        for brok, onder in _takken(punten)
    )
