"""From rows of words to a table of figures: each value in its column, or a doubt where that is not certain."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tk_desktop.domain.bedrag import heeft_centen
from tk_desktop.domain.cijfertabel import (
    Cijfercel,
    Cijferkolom,
    Cijferrij,
    Cijfertabel,
    Eenheid,
    Kolomsoort,
    Rijsoort,
)
from tk_desktop.intake.cijferkoppen import Koppen, eenheid_van, is_geldkop, lees_koppen
from tk_desktop.intake.cijferregel import CENTEN, ONZEKER, cel_van, soort_van
from tk_desktop.intake.cijfervoeten import vind_voetnoten

_TOTAAL = re.compile(r"(?:eind)?totaal(?:\s+generaal)?\s*:?", re.I)
_LEEG = 5
"""So many empty cells, less one, are looked for in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruwerij:
    """A row as its words stand there.

    ``velden`` is what stands behind the name with an empty text for an empty cell, where the source shows that;
    ``plaats`` is where it begins; ``past_niet`` tells why its figures are in no column.
    """

    naam: str
    waarden: tuple[str, ...]
    velden: tuple[str, ...] = ()
    staart: str = ""
    twijfel: str = ""
    past_niet: str = ""
    plaats: int = 0

    @property
    def is_totaal(self) -> bool:
        """Whether it is the stated total."""
        return is_totaal(self.naam)


def is_totaal(naam: str) -> bool:
    """Tell whether a row is called the total of a table."""
    return _TOTAAL.fullmatch(naam.strip()) is not None


def maak_tabel(rijen: Sequence[Ruwerij], kop: Sequence[str], titel: str, koppen: Koppen | None = None) -> Cijfertabel:
    """Return the table of these rows under these lines of heading; ``koppen`` where its columns are known."""
    aantal = _usual(rijen)
    met_staart = any(rij.staart for rij in rijen)
    if koppen is None:
        koppen = lees_koppen(kop, aantal + met_staart)
        breder = next((lees_koppen(kop, n) for n in range(aantal + 1, aantal + _LEEG) if _all_fit(rijen, n)), koppen)
        if breder.zeker and (not koppen.zeker or is_geldkop(koppen.kop)):
            koppen = breder  # the spaces between figures tell of cells in which nothing stands
    breedte = len(koppen.namen)
    voeten = vind_voetnoten({nr: rij.waarden for nr, rij in enumerate(rijen) if _one_too_many(rij, breedte)})
    geplaatst = [_placed(rij, breedte, voeten.get(nr)) for nr, rij in enumerate(rijen)]
    kolommen = tuple(
        Cijferkolom(naam=naam, soort=soort_van([cellen[plaats] for cellen, _ in geplaatst if cellen]))
        for plaats, naam in enumerate(koppen.namen)
    )
    eenheid = eenheid_van(" ".join(kop))
    twijfels = (
        [] if koppen.zeker else [f"De koppen van de kolommen zijn niet zeker: ‘{' '.join(' '.join(kop).split())}’."]
    )
    if eenheid is None and not any("€" in waarde for rij in rijen for waarde in rij.waarden):
        twijfels.append("De eenheid staat er niet bij; de bedragen zijn gelezen als euro’s.")
    if all(rij.is_totaal for rij in rijen):
        twijfels.append("Er staat een totaal zonder posten; het is niet na te rekenen.")
    if not titel:
        twijfels.append("Een titel is niet gevonden.")
    return Cijfertabel(
        titel=titel,
        kop=koppen.kop,
        eenheid=eenheid or Eenheid.EURO,
        kolommen=kolommen,
        rijen=tuple(_rows(rijen, geplaatst, kolommen)),
        twijfels=tuple(twijfels),
    )


def maak_naast_elkaar(
    links: tuple[Sequence[Ruwerij], int], rechts: tuple[Sequence[Ruwerij], int], kop: Sequence[str], titel: str
) -> Iterator[Cijfertabel]:
    """Yield two tables that stand side by side under one heading, each with its rows and number of columns."""
    samen = lees_koppen(kop, links[1] + rechts[1] + 1)
    if samen.zeker and samen.kop:
        namen = samen.namen
        koppen = (
            Koppen(samen.kop, namen[: links[1]], zeker=True),
            Koppen(namen[links[1]], namen[links[1] + 1 :], zeker=True),
        )
    else:
        koppen = (lees_koppen([], links[1]), lees_koppen([], rechts[1]))
    for (rijen, _), eigen in zip((links, rechts), koppen, strict=True):
        naam = f"{titel} – {eigen.kop.lower()}" if eigen.kop and titel else titel or eigen.kop
        yield maak_tabel(rijen, kop, naam, eigen)


def _usual(rijen: Sequence[Ruwerij]) -> int:
    """Return how many figures most rows have; of equals the fewest."""
    telling = Counter(len(rij.waarden) for rij in rijen if not rij.past_niet)
    return max(telling, key=lambda aantal: (telling[aantal], -aantal)) if telling else 1


def _fields(rij: Ruwerij) -> tuple[str, ...]:
    """Return the cells behind the name, where single spaces part them."""
    return (*rij.velden, rij.staart) if rij.staart else rij.velden


def _all_fit(rijen: Sequence[Ruwerij], breedte: int) -> bool:
    return all(len(_fields(rij)) == breedte for rij in rijen)


def _one_too_many(rij: Ruwerij, breedte: int) -> bool:
    return len(rij.waarden) + bool(rij.staart) == breedte + 1 and not rij.past_niet


def _placed(rij: Ruwerij, breedte: int, voet: int | None) -> tuple[tuple[str, ...], str]:
    """Return what stands in each column, and a doubt; without certainty nothing stands in any."""
    if rij.past_niet:
        return (), f"{rij.past_niet} Er staat: {' '.join(rij.waarden)}."
    waarden = list(rij.waarden)
    wat = ""
    if voet is not None:
        wat = f"{waarden.pop(voet)} is gelezen als nummer van een voetnoot."
    if rij.staart:
        waarden.append(rij.staart)
    if len(waarden) == breedte:
        return tuple(waarden), wat
    velden = _fields(rij)
    if len(velden) == breedte:
        gevuld = [plaats for plaats, veld in enumerate(velden) if veld]
        tussen = bool(gevuld) and gevuld[-1] + 1 > len(gevuld)
        return velden, "lege cellen zijn geplaatst naar de ruimte ertussen." if tussen else ""
    passen = "1 waarde past" if len(waarden) == 1 else f"{len(waarden)} waarden passen"
    return (), f"{passen} niet bij {breedte} kolommen. Er staat: {' '.join(waarden)}."


def _rows(
    rijen: Sequence[Ruwerij], geplaatst: Sequence[tuple[tuple[str, ...], str]], kolommen: Sequence[Cijferkolom]
) -> Iterator[Cijferrij]:
    soort = Rijsoort.POST
    for nummer, (rij, (cellen, wat)) in enumerate(zip(rijen, geplaatst, strict=True)):
        is_totaal = rij.is_totaal and soort is Rijsoort.POST and nummer > 0
        yield Cijferrij(
            naam=rij.naam,
            cellen=tuple(
                _cell(tekst, kolom) for tekst, kolom in zip(cellen or [""] * len(kolommen), kolommen, strict=True)
            ),
            soort=Rijsoort.TOTAAL if is_totaal else soort,
            regel=rij.plaats,
            twijfel=" ".join(deel for deel in (rij.twijfel, wat) if deel),
        )
        soort = Rijsoort.VERDER if is_totaal else soort


def _cell(tekst: str, kolom: Cijferkolom) -> Cijfercel:
    cel = cel_van(tekst)
    if kolom.soort is not Kolomsoort.BEDRAG:
        return Cijfercel(tekst=cel.tekst, twijfel=cel.twijfel)
    if cel.bedrag is None and not cel.twijfel and ("€" in cel.tekst or heeft_centen(cel.tekst)):
        return Cijfercel(tekst=cel.tekst, twijfel=CENTEN if heeft_centen(cel.tekst) else ONZEKER)
    return cel
