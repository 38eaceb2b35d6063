"""The sections of a nota: their headings, and how the lines under each are read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.nota import Aard, Sectiesoort
from tk_desktop.domain.opmaak import gewoon, schrijf_stukjes
from tk_desktop.intake import alineas
from tk_desktop.intake.indeling import Indeling, Notawoorden, gewone_indeling
from tk_desktop.intake.lezing import GelezenArgument, GelezenSectie, GelezenVoorstelpunt
from tk_desktop.intake.regels import Regel, plek, samen, schade, sleutel, spannen, tekst_van, zin_af

_REDEN = re.compile(r"(\d{1,2}\.\d{1,2})\.?\s+(?=\S)")
_REDENEN = {Sectiesoort.ARGUMENTEN: Aard.ARGUMENT, Sectiesoort.KANTTEKENING: Aard.KANTTEKENING}


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading of a form, on its place among the lines."""

    plaats: int
    soort: Sectiesoort
    kop: str


def lees_kop(regel: str, indeling: Indeling | None = None) -> tuple[Sectiesoort, str] | None:
    """Return the section that a line is the heading of, as the form prints it; ``None`` when it is no heading."""
    if len(regel) >= 60 or alineas.lees_merk(regel):
        return None
    return _koppen((indeling or gewone_indeling()).nota).get(sleutel(regel))


def zegt_geen_bijlagen(tekst: str, indeling: Indeling | None = None) -> bool:
    """Tell whether a text under the heading of bijlagen says that there are none."""
    woorden = (indeling or gewone_indeling()).nota.geen_bijlagen
    return sleutel(tekst) in {"", *(sleutel(woord) for woord in woorden)}


@cache
def _koppen(woorden: Notawoorden) -> dict[str, tuple[Sectiesoort, str]]:
    return {sleutel(kop): (soort, kop) for kop, soort in woorden.secties}


class Sectielezer:
    """Reads the sections of one nota, each in its own way."""

    def __init__(self, waar: str, vol: int, indeling: Indeling) -> None:
        self.waar = waar
        self.indeling = indeling
        self.vol = vol
        self.secties: list[GelezenSectie] = []
        self.voorstel: tuple[GelezenVoorstelpunt, ...] = ()
        self.argumenten: list[GelezenArgument] = []
        self.bijlagen: tuple[str, ...] = ()
        self.twijfels: list[Twijfel] = []

    def lees(self, kop: Kop, regels: Sequence[Regel]) -> None:
        """Read one section."""
        match kop.soort:
            case Sectiesoort.VOORSTEL:
                tekst = self._voorstel(regels)
            case Sectiesoort.ARGUMENTEN | Sectiesoort.KANTTEKENING:
                tekst = self._redenen(_REDENEN[kop.soort], regels)
            case Sectiesoort.BIJLAGEN:
                tekst = self._bijlagen(regels)
            case _:
                tekst = alineas.rijke_tekst(regels, self.vol)
                self.twijfels.extend(schade(regels, f"{self.waar}, {kop.kop}"))
        self.secties.append(GelezenSectie(soort=kop.soort, kop=kop.kop, tekst=tekst))

    def _voorstel(self, regels: Sequence[Regel]) -> str:
        delen = alineas.brokken(regels, self.vol)
        los = [brok for brok in delen if brok.vorm is not alineas.Brokvorm.PUNT]
        if delen and len(los) == len(delen):
            self.voorstel, twijfels = alineas.los_voorstel(delen, self.waar)
            los = []
        else:
            self.voorstel, twijfels = alineas.voorstel(delen, self.waar)
        self.twijfels.extend(twijfels)
        return alineas.opmaak(los)

    def _redenen(self, aard: Aard, regels: Sequence[Regel]) -> str:
        """Read numbered reasons; return what stands before the first."""
        beginnen = [plaats for plaats in range(len(regels)) if self._opent_reden(regels, plaats)]
        for begin, grens in spannen(beginnen, len(regels)):
            self._reden(aard, regels[begin:grens])
        voor = regels[: beginnen[0]] if beginnen else regels
        self.twijfels.extend(schade(voor, f"{self.waar}, {aard.value}en"))
        return alineas.rijke_tekst(voor, self.vol)

    def _opent_reden(self, regels: Sequence[Regel], plaats: int) -> bool:
        if not _REDEN.match(regels[plaats].kaal):
            return False
        eerder = [regel for regel in regels[:plaats] if not regel.leeg]
        return not eerder or plaats == 0 or regels[plaats - 1].leeg or zin_af(eerder[-1].kaal)

    def _reden(self, aard: Aard, regels: Sequence[Regel]) -> None:
        treffer = _REDEN.match(regels[0].kaal)
        if treffer is None:
            return
        waar = f"{self.waar}, {aard.value} {treffer[1]}"
        eerste = Regel(regels[0].nr, regels[0].kaal[treffer.end() :], regels[0].verloren, regels[0].aangenomen)
        tot, zeker = _einde_kop([eerste, *regels[1:]], len(treffer[0]), self.vol)
        woorden = tekst_van([eerste, *regels[1:tot]])
        if not zeker:
            wat = f"Gelezen als kop: ‘{woorden}’. Loopt de kop hier goed af?"
            self.twijfels.append(Twijfel(waar=f"{plek(regels[:tot])}, {waar}", wat=wat))
        self.twijfels.extend(schade(regels, waar))
        tekst = alineas.rijke_tekst(regels[tot:], self.vol)
        kop = schrijf_stukjes(gewoon(woorden))
        self.argumenten.append(GelezenArgument(aard=aard, nummer=treffer[1], kop=kop, tekst=tekst))

    def _bijlagen(self, regels: Sequence[Regel]) -> str:
        """Read the titles of bijlagen; return the text when it says that there are none."""
        self.twijfels.extend(schade(regels, f"{self.waar}, bijlagen"))
        tekst = tekst_van(regels)
        if zegt_geen_bijlagen(tekst, self.indeling):
            return alineas.rijke_tekst(regels, self.vol)
        titels: list[str] = []
        for brok in alineas.brokken(regels, self.vol):
            gemerkt = brok.vorm is alineas.Brokvorm.PUNT
            titels.extend([brok.tekst] if gemerkt else _losse_titels(brok.regels))
        self.bijlagen = tuple(titel.rstrip(" ;") for titel in titels)
        return ""


def _losse_titels(regels: Sequence[Regel]) -> list[str]:
    """Return a title for each line; a line in lower case belongs to the one above."""
    uit: list[list[str]] = []
    for regel in regels:
        if uit and (regel.kaal[0].islower() or uit[-1][-1].endswith("-")):
            uit[-1].append(regel.kaal)
        else:
            uit.append([regel.kaal])
    return [samen(deel) for deel in uit]


def _einde_kop(regels: Sequence[Regel], ingesprongen: int, vol: int) -> tuple[int, bool]:
    """Return how many lines the heading of a reason takes, and whether that is sure.

    A heading goes on while the next line is in lower case; before a capital it ends, and that is sure when the first
    word of the next line would have fitted or an empty line stands between. Four lines are no heading any more.
    """
    vorige, plaats = regels[0], 1
    gat = False
    while plaats < len(regels):
        regel = regels[plaats]
        if regel.leeg:
            gat = True
            plaats += 1
            continue
        lengte = len(vorige.kaal) + (ingesprongen if vorige is regels[0] else 0)
        if (gat and zin_af(vorige.kaal)) or alineas.lees_merk(regel.kaal):
            return _zonder_staart(regels, plaats), True
        if not regel.kaal[0].islower():
            ruim = alineas.past_nog("x" * lengte, regel.kaal, vol)
            return _zonder_staart(regels, plaats), gat or ruim
        vorige, gat = regel, False
        plaats += 1
        if plaats > 5:
            return 1, False
    return _zonder_staart(regels, len(regels)), True


def _zonder_staart(regels: Sequence[Regel], tot: int) -> int:
    while tot > 1 and regels[tot - 1].leeg:
        tot -= 1
    return tot
