"""Hands each line of an agenda table to its item and column, also where the columns run through each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from functools import cache

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lees_tijden
from tk_desktop.domain.nummer import Nummer, letter
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake import alineas
from tk_desktop.intake.aankondiging import is_aankondiging, is_alleen_soort
from tk_desktop.intake.behandeling import is_onbekende, lees_behandeling, lees_letters, splits_behandeling
from tk_desktop.intake.indeling import Agendawoorden, Indeling, gewone_indeling, op_lengte
from tk_desktop.intake.regels import Regel, sleutel, tekst_van, zin_af
from tk_desktop.intake.woordvormen import TIJDVORM, hoofdvorm, subletter, subvorm

_BEGINTIJD = re.compile(rf"{TIJDVORM}(?=\s|$)[\s:–-]*")
_ALLEEN_TIJD = re.compile(rf"{TIJDVORM}")
_PUNT_MET_TIJD = re.compile(rf"\d{{1,2}}[A-Z]?\.?\s+{TIJDVORM}(?:\s|$)")
_BLIK = 40
"""How many lines ahead an agenda that turned the page is looked for: less than one page."""
_MERKTEKEN = re.compile(r"(\d{1,2}[A-Z]?)?\s?([a-z])[.:)]?")


def is_kolomkop(regel: str, indeling: Indeling | None = None) -> bool:
    """Tell whether a line is the heading row of an agenda table; that of a verslag has more columns."""
    return sleutel(regel) in {sleutel(kop) for kop in (indeling or gewone_indeling()).agenda.koppen}


@cache
def sluitvorm(woorden: Agendawoorden) -> re.Pattern[str]:
    """Return the title of the item that closes a meeting; an item about a closed road is another one."""
    voor = "|".join(re.escape(woord).replace(r"\ ", r"\s+") for woord in op_lengte(woorden.voor_sluiting))
    eerst = rf"(?:(?:{voor})(?!\w)[\w\s,/&]*?)?" if voor else ""
    return re.compile(rf"{eerst}(?:\s*\ben\s+)?(?:{'|'.join(map(re.escape, woorden.sluiting))})", re.I)


@cache
def inleidvorm(woorden: Agendawoorden) -> re.Pattern[str]:
    """Return how a line opens that says who introduces an item."""
    met_wie = "|".join(map(re.escape, op_lengte(woorden.inleiding_met_wie))) or "(?!)"
    alleen = "|".join(map(re.escape, op_lengte(woorden.inleiding))) or "(?!)"
    return re.compile(
        rf"(?:(?:{met_wie})\b(?=.*\b(?:presentatie|door|d\.m\.v\.|mondeling)\b|\s*:\s*[A-Z])|(?:{alleen})\b\s*:)"
    )


class Kolom(StrEnum):
    """Where in an item the lines now stand."""

    ONDERWERP = "onderwerp"
    INLEIDING = "inleiding"
    BEHANDELING = "behandeling"
    VOORSTEL = "voorstel"
    TOELICHTING = "toelichting"


@dataclass(slots=True)
class Bouw:
    """One item while its lines are being gathered."""

    nummer: Nummer
    regel: Regel
    indeling: Indeling
    tijd: time | None = None
    onderwerp: list[Regel] = field(default_factory=list)
    behandeling: frozenset[Behandeling] = frozenset()
    inleiding: list[Regel] = field(default_factory=list)
    toelichting: list[Regel] = field(default_factory=list)
    voorstel: list[Regel] = field(default_factory=list)
    meer_stukken: list[Regel] = field(default_factory=list)

    @property
    def titel_open(self) -> bool:
        """Whether the title is not whole yet: it may run on over an empty line."""
        tekst = tekst_van(self.onderwerp)
        return (
            not tekst
            or is_alleen_soort(tekst, self.indeling)
            or tekst.count("‘") > tekst.count("’")
            or tekst.count("“") > tekst.count("”")
        ) and not self.aangekondigd

    @property
    def haakje_open(self) -> bool:
        """Whether a bracket waits for its other half."""
        tekst = tekst_van(self.onderwerp)
        return tekst.count("(") > tekst.count(")")

    @property
    def aangekondigd(self) -> bool:
        """Whether a paper has been announced between brackets."""
        return is_aankondiging(tekst_van(self.onderwerp), self.indeling)


class Agendalezer:
    """Hands each line of the agenda table to the item and column it belongs to."""

    def __init__(self, regels: Sequence[Regel], indeling: Indeling) -> None:
        self.regels = regels
        self.indeling = indeling
        self._hoofdvorm = hoofdvorm(indeling.agenda)
        self._subvorm = subvorm(indeling.agenda)
        self.punten: list[Bouw] = []
        self.twijfels: list[Twijfel] = []
        self._hoofd: Bouw | None = None
        self._sub: Bouw | None = None
        self._kolom = Kolom.ONDERWERP
        self._voorstel_van: Bouw | None = None
        self._behandelregels: list[tuple[Bouw | None, frozenset[Behandeling]]] = []
        self._gat: list[Regel] = []
        self._half = ""

    @property
    def _huidig(self) -> Bouw | None:
        return self._sub or self._hoofd

    def _subs(self) -> list[Bouw]:
        return [punt for punt in self.punten if self._hoofd and self.ouder(punt) is self._hoofd]

    def ouder(self, punt: Bouw) -> Bouw | None:
        """Return the main item above a sub-item."""
        if not punt.nummer.sub:
            return None
        boven = Nummer(punt.nummer.hoofd, punt.nummer.ingevoegd)
        return next((hoofd for hoofd in self.punten if hoofd.nummer == boven), None)

    def lees(self) -> None:
        """Read all lines."""
        for plaats, regel in enumerate(self.regels):
            if regel.leeg or is_kolomkop(regel.tekst, self.indeling):
                self._gat.append(regel)
                if self._is_gesloten():
                    break
                continue
            if self._nieuw_stuk(plaats):
                wat = "Hier lijkt een ander stuk te beginnen; de agenda is tot hier gelezen. Klopt dat?"
                self.twijfels.append(Twijfel(waar=f"regel {regel.nr}, agenda", wat=wat))
                break
            if self._hoofdpunt(regel, plaats) or self._hoofd is None:
                self._gat = []
                continue
            self._verdeel(regel)
            self._gat = []
        self._sluit_hoofd()

    def _is_gesloten(self) -> bool:
        """Tell whether the last item of the agenda, the closing, has been read."""
        if self._hoofd is None or not self._hoofd.onderwerp:
            return False
        return (
            bool(sluitvorm(self.indeling.agenda).fullmatch(tekst_van(self._hoofd.onderwerp).rstrip(" .:")))
            and self._hoofd.nummer.hoofd > 1
        )

    def _nieuw_stuk(self, plaats: int) -> bool:
        """Tell whether another paper opens here: a new page without the heading row and nothing of the agenda on it."""
        regel = self.regels[plaats]
        if not regel.opent_blad or not self._gat or len(self.punten) < 2 or any(not deel.leeg for deel in self._gat):
            return False
        if (
            lees_behandeling(regel.kaal, self.indeling)
            or self._subvorm.match(regel.kaal)
            or alineas.lees_merk(regel.kaal)
        ):
            return False
        verder = self.regels[plaats : plaats + _BLIK]
        return not any(is_kolomkop(deel.tekst, self.indeling) or _PUNT_MET_TIJD.match(deel.kaal) for deel in verder)

    def _hoofdpunt(self, regel: Regel, plaats: int) -> bool:
        treffer = self._hoofdvorm.match(regel.kaal)
        if not treffer or (self._huidig and self._huidig.haakje_open):
            return False
        nummer = Nummer(int(treffer[1]), treffer[2])
        rest = regel.kaal[treffer.end() :]
        tijd = _BEGINTIJD.match(rest)
        if not self._volgt(nummer, tijd is not None or (not rest and self._dan_tijd(plaats)), plaats):
            return False
        self._sluit_hoofd()
        if self._hoofd and not treffer[2] and nummer.hoofd != self._hoofd.nummer.hoofd + 1:
            wat = f"Na punt {self._hoofd.nummer} komt punt {nummer}: er lijkt een punt te ontbreken."
            self.twijfels.append(Twijfel(waar=f"regel {regel.nr}, agendapunt {nummer}", wat=wat))
        tijden = lees_tijden(tijd[0]) if tijd else ()
        self._hoofd = Bouw(nummer=nummer, regel=regel, indeling=self.indeling, tijd=tijden[0] if tijden else None)
        self.punten.append(self._hoofd)
        self._sub, self._kolom, self._voorstel_van = None, Kolom.ONDERWERP, None
        self._onderwerp(self._hoofd, Regel(regel.nr, rest[tijd.end() :] if tijd else rest, *_schade_van(regel)))
        return True

    def _dan_tijd(self, plaats: int) -> bool:
        """Tell whether the next line with text holds a time and nothing else."""
        volgende = next((regel for regel in self.regels[plaats + 1 :] if not regel.leeg), None)
        return volgende is not None and bool(_ALLEEN_TIJD.fullmatch(volgende.kaal))

    def _volgt(self, nummer: Nummer, met_tijd: bool, plaats: int) -> bool:
        """Tell whether this number opens the next item, and not a point of a proposal."""
        if self._hoofd is None:
            return nummer.hoofd == 1 or met_tijd
        vorig = self._hoofd.nummer
        if nummer.ingevoegd:
            return nummer.hoofd == vorig.hoofd and nummer.ingevoegd == letter(_rang(vorig.ingevoegd)).upper()
        if met_tijd:
            return nummer.hoofd > vorig.hoofd
        if nummer.hoofd != vorig.hoofd + 1:
            return False
        if self._voorstel_van is None and self._kolom is not Kolom.BEHANDELING:
            return True
        return not self._gaat_voorstel_verder(nummer, plaats)

    def _gaat_voorstel_verder(self, nummer: Nummer, plaats: int) -> bool:
        """Tell whether this number is the next point of the proposal: the list goes on, or the item comes later."""
        punten = [merk for regel in self._voorstelregels() if (merk := alineas.lees_merk(regel.kaal))]
        cijfers = [rang for soort, rang, _ in punten if soort is Merk.CIJFER]
        if not cijfers or cijfers[-1] + 2 != nummer.hoofd:
            return False
        if self._voorstelregels()[-1].kaal.endswith(";"):
            return True
        later = [self._hoofdvorm.match(regel.kaal) for regel in self.regels[plaats + 1 :]]
        return any(int(treffer[1]) == nummer.hoofd for treffer in later if treffer)

    def _voorstelregels(self) -> list[Regel]:
        return self._voorstel_van.voorstel if self._voorstel_van else []

    def _verdeel(self, regel: Regel) -> None:
        """Hand over one line of the current main item."""
        if self._huidig and self._huidig.haakje_open:
            self._huidig.onderwerp.append(regel)
        elif not (self._behandel(regel) or self._merkteken(regel) or self._inleiding(regel) or self._subpunt(regel)):
            self._tekst(regel)

    def _behandel(self, regel: Regel) -> bool:
        tekst, self._half = f"{self._half} {regel.kaal}".strip(), ""
        letters, soort = lees_letters(tekst, self.indeling)
        if soort:
            for sub in self._subs():
                if sub.nummer.sub in letters:
                    sub.behandeling = soort
            self._kolom = Kolom.BEHANDELING
            return True
        gelezen = lees_behandeling(tekst, self.indeling)
        if gelezen is None:
            if is_onbekende(tekst, self.indeling) and self._huidig:
                wat = f"‘{tekst}’ is geen behandelwijze die wij kennen. Kies de behandelwijze zelf."
                self.twijfels.append(Twijfel(waar=f"regel {regel.nr}, agendapunt {self._huidig.nummer}", wat=wat))
            return False
        if gelezen.loopt_door:
            self._half = tekst
            return True
        self._behandelregels.append((self._sub, gelezen.soorten))
        self._kolom = Kolom.BEHANDELING
        return True

    def _merkteken(self, regel: Regel) -> bool:
        """Read ``2b`` in the column of proposals: what follows is proposed for that sub-item."""
        treffer = _MERKTEKEN.fullmatch(regel.kaal)
        sub = next((punt for punt in self._subs() if treffer and punt.nummer.sub == treffer[2]), None)
        if not treffer or sub is None or self._hoofd is None:
            return False
        if (treffer[1] and treffer[1] != str(self._hoofd.nummer)) or (not treffer[1] and not self._behandelregels):
            return False
        if not sub.behandeling and self._behandelregels:
            sub.behandeling = self._behandelregels[-1][1]
        self._voorstel_van, self._kolom = sub, Kolom.VOORSTEL
        return True

    def _inleiding(self, regel: Regel) -> bool:
        punt = self._huidig if self._kolom is Kolom.ONDERWERP and not self._gat else self._hoofd
        if self._kolom is Kolom.INLEIDING and not self._gat and self._ingeleid:
            self._ingeleid.inleiding.append(regel)
            return True
        if punt is None or not inleidvorm(self.indeling.agenda).match(regel.kaal):
            return False
        self._ingeleid, self._kolom = punt, Kolom.INLEIDING
        punt.inleiding.append(regel)
        return True

    _ingeleid: Bouw | None = None

    def _subpunt(self, regel: Regel) -> bool:
        treffer = self._subvorm.match(regel.kaal)
        subs = self._subs()
        if not treffer or self._hoofd is None or treffer[2] not in {None, str(self._hoofd.nummer)}:
            return False
        teken = treffer[1] or subletter(treffer[3])
        if teken != letter(len(subs)):
            return False
        rest = regel.kaal[treffer.end() :]
        if treffer[2]:
            return self._nieuw_sub(teken, regel, rest)
        if not subs and self._kolom in {Kolom.BEHANDELING, Kolom.VOORSTEL} and self._stelt_voor():
            if not (is_aankondiging(rest, self.indeling) or is_alleen_soort(rest.split("‘")[0], self.indeling)):
                return False
        elif self._kolom is Kolom.VOORSTEL and self._in_lijst(teken):
            return False
        return self._nieuw_sub(teken, regel, rest)

    def _nieuw_sub(self, teken: str, regel: Regel, rest: str) -> bool:
        if self._hoofd is None:
            return False
        nummer = Nummer(self._hoofd.nummer.hoofd, self._hoofd.nummer.ingevoegd, teken)
        self._sub = Bouw(nummer, regel, self.indeling)
        self.punten.append(self._sub)
        self._voorstel_van = None
        self._kolom = Kolom.ONDERWERP
        self._onderwerp(self._sub, Regel(regel.nr, rest, *_schade_van(regel)))
        return True

    def _stelt_voor(self) -> bool:
        soorten: frozenset[Behandeling] = frozenset().union(*(soort for _, soort in self._behandelregels))
        return bool(soorten & {Behandeling.BESLUITVORMING, Behandeling.VASTSTELLING, Behandeling.OPINIEVORMING})

    def _in_lijst(self, teken: str) -> bool:
        """Tell whether a letter goes on with the list inside the proposal that is being read."""
        for regel in reversed(self._voorstelregels()):
            merk = alineas.lees_merk(regel.kaal)
            if merk:
                soort, rang, _ = merk
                return (soort is Merk.CIJFER and teken == "a") or (soort is Merk.LETTER and letter(rang + 1) == teken)
        return False

    def _onderwerp(self, punt: Bouw, regel: Regel) -> None:
        """Take a line into the title; a time alone on it and words of treatment at its end go to their own place."""
        if punt.tijd is None and not punt.onderwerp and _ALLEEN_TIJD.fullmatch(regel.kaal):
            punt.tijd = next(iter(lees_tijden(regel.kaal)), None)
            return
        tekst, achter = splits_behandeling(regel.kaal, self.indeling)
        if tekst:
            punt.onderwerp.append(Regel(regel.nr, tekst, regel.verloren, regel.aangenomen))
        if achter:
            self._behandel(Regel(regel.nr, achter))

    def _tekst(self, regel: Regel) -> None:
        punt = self._huidig
        if punt is None:
            return
        kaal = regel.kaal
        if (
            kaal.startswith("(")
            and not punt.aangekondigd
            and (is_aankondiging(kaal, self.indeling) or self._kolom is Kolom.ONDERWERP)
        ):
            punt.onderwerp.append(regel)
        elif self._kolom is Kolom.ONDERWERP and (not self._gat or punt.titel_open):
            self._onderwerp(punt, regel)
        elif self._is_voorstel(regel):
            per_rij = punt if len(self._behandelregels) > 1 else self._hoofd or punt
            eigenaar = self._voorstel_van = self._voorstel_van or per_rij
            self._kolom = Kolom.VOORSTEL
            eigenaar.voorstel.extend([*self._leeg_gat(), regel])
        else:
            eigenaar = punt if self._kolom is Kolom.ONDERWERP else self._hoofd or punt
            eigenaar.toelichting.extend([*self._leeg_gat(), regel])

    def _leeg_gat(self) -> list[Regel]:
        """Return the empty lines before this one, without heading rows between them."""
        return [regel for regel in self._gat if regel.leeg]

    def _is_voorstel(self, regel: Regel) -> bool:
        if self._kolom is Kolom.ONDERWERP:
            return False
        merk = alineas.lees_merk(regel.kaal)
        eerder = self._voorstelregels()
        if merk:
            return self._voorstel_van is not None or self._kolom is Kolom.BEHANDELING
        if not eerder:
            return self._stelt_voor() and (self._kolom is Kolom.BEHANDELING or self._kolom is Kolom.VOORSTEL)
        if self._kolom is not Kolom.VOORSTEL:
            return False
        gemerkt = any(alineas.lees_merk(deel.kaal) for deel in eerder)
        return not self._gat or not zin_af(eerder[-1].kaal) or not gemerkt

    def _sluit_hoofd(self) -> None:
        """Give the ways of treatment of a finished main item to it, or one to each sub-item where each has its own."""
        subs = self._subs()
        eigen = [sub for sub, _ in self._behandelregels if sub is not None]
        per_sub = self._elk_zijn_eigen(eigen, subs)
        voor_hoofd: frozenset[Behandeling] = frozenset()
        for sub, soorten in self._behandelregels:
            if sub is not None and per_sub:
                sub.behandeling = sub.behandeling or soorten
            else:
                voor_hoofd |= soorten
        if self._hoofd:
            self._hoofd.behandeling = voor_hoofd
        self._behandelregels = []
        self._half = ""

    def _elk_zijn_eigen(self, eigen: Sequence[Bouw], subs: Sequence[Bouw]) -> bool:
        """Tell whether the ways of treatment that stand at sub-items are theirs, and not those of the main item."""
        return len({sub.nummer for sub in eigen}) == len(eigen) == len(subs) > 1


def _schade_van(regel: Regel) -> tuple[int, int]:
    return regel.verloren, regel.aangenomen


def _rang(teken: str) -> int:
    return ord(teken) - ord("A") + 1 if teken else 0
