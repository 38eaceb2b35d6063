"""What a received pack is proposed to hold before anything is stored: parts with pages, fields with places.

A proposal is a value: to correct it gives another one, and only a person's consent brings it into the werkmap.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Soort
from tk_desktop.intake.bronregels import Vindplaats
from tk_desktop.intake.lezing import Lezing


class DeelNietMogelijk(TkError):
    """A part of a pack was given pages or a place that it cannot have."""

    code = "TK-I42"
    melding = "Dat kan niet: {oorzaak}."
    veilig = "Het voorstel is niet veranderd."
    advies = "Kies een andere bladzijde, of voeg dit deel eerst bij het vorige."


class Deelsoort(StrEnum):
    """What a part of a pack is."""

    UITNODIGING = "uitnodiging"
    AGENDA = "agenda"
    NOTA = "nota"
    BIJLAGE = "bijlage"
    VERSLAG = "verslag"
    STUK = "stuk"
    WEGLATEN = "weglaten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pakdeel:
    """One part: pages ``van`` to ``tot`` (from 1, counted in), the item it belongs to and how sure that is.

    ``rang`` is the number of a bijlage; ``nota`` the place in ``Lezing.notas`` or ``Lezing.verslagen`` of what was read
    here. ``twijfel`` is a question to the reader, empty when there is none.
    """

    soort: Deelsoort
    titel: str
    van: int
    tot: int
    nummer: Nummer | None = None
    rang: int | None = None
    papier: Soort = Soort.BIJLAGE
    gelezen: int | None = None
    plek: Vindplaats | None = None
    twijfel: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.van <= self.tot:
            raise ValueError("een deel heeft minstens één bladzijde")

    @property
    def naam(self) -> str:
        """The name of the file that the part becomes."""
        voor = f"{self.nummer} " if self.nummer else ""
        rang = f" {self.rang}" if self.rang else ""
        match self.soort:
            case Deelsoort.BIJLAGE:
                kop = f"{voor}bijlage{rang}"
            case Deelsoort.NOTA | Deelsoort.STUK | Deelsoort.VERSLAG:
                kop = f"{voor}{self.papier.value}"
            case _:
                kop = self.soort.value
        titel = "".join(teken if teken.isalnum() or teken in " -’‘,()&" else " " for teken in self.titel)
        schoon = " ".join(titel.split())[:80].strip()
        return f"{kop} - {schoon}.pdf" if schoon else f"{kop}.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pakveld:
    """One thing that was read: what it is, its words, where they stand, and what is doubtful.

    A doubt tells by ``over`` which field it is about; ``gezien`` is that somebody looked at what was not found.
    ``regel`` is the line (from 1) of a source without pages.
    """

    id: str
    naam: str
    waarde: str
    plek: Vindplaats | None = None
    twijfel: str = ""
    over: str = ""
    gezien: bool = False
    regel: int = 0

    @property
    def vraagt(self) -> bool:
        """Whether it asks something: it is doubtful, or was not found."""
        return bool(self.twijfel) or not (self.waarde or self.gezien)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pakvoorstel:
    """A whole proposal; ``scan`` when its pages have no text to read.

    A source without pages, such as a Word file, has its ``regels`` instead, and no parts.
    """

    bron: Pad
    indeling: str
    lezing: Lezing
    paginas: int
    delen: tuple[Pakdeel, ...]
    velden: tuple[Pakveld, ...]
    scan: bool = False
    regels: tuple[str, ...] = ()


def kies_soort(voorstel: Pakvoorstel, plaats: int, soort: Deelsoort) -> Pakvoorstel:
    """Return the proposal in which a part is of another kind; what was chosen is no question any more."""
    deel = voorstel.delen[plaats]
    if soort is not deel.soort and soort in {Deelsoort.AGENDA, Deelsoort.UITNODIGING}:
        raise DeelNietMogelijk(oorzaak=f"een {soort.value} wordt gelezen, niet gekozen")
    return _met(voorstel, plaats, replace(deel, soort=soort, twijfel=""))


def noem(voorstel: Pakvoorstel, plaats: int, *, titel: str | None = None, nummer: Nummer | None = None) -> Pakvoorstel:
    """Return the proposal in which a part, and a nota in it, has another title or stands at another item."""
    deel = voorstel.delen[plaats]
    if titel is not None and not titel.strip():
        raise DeelNietMogelijk(oorzaak="een stuk heeft een titel nodig")
    nieuw = replace(deel, titel=titel.strip() if titel is not None else deel.titel, nummer=nummer or deel.nummer)
    if deel.soort is Deelsoort.NOTA and deel.gelezen is not None:
        notas = list(voorstel.lezing.notas)
        nota = notas[deel.gelezen]
        notas[deel.gelezen] = replace(
            nota,
            onderwerp=nieuw.titel if titel is not None else nota.onderwerp,
            agendapunt=nummer or nota.agendapunt,
        )
        voorstel = replace(voorstel, lezing=replace(voorstel.lezing, notas=tuple(notas)))
    return _met(voorstel, plaats, replace(nieuw, twijfel=""))


def bevestig(voorstel: Pakvoorstel, plaats: int) -> Pakvoorstel:
    """Return the proposal in which a person said that a part is right."""
    return _met(voorstel, plaats, replace(voorstel.delen[plaats], twijfel=""))


def verschuif(voorstel: Pakvoorstel, plaats: int, van: int) -> Pakvoorstel:
    """Return the proposal in which a part begins on another page; the part before it ends there."""
    if plaats == 0:
        raise DeelNietMogelijk(oorzaak="het eerste deel begint op de eerste bladzijde")
    vorig, deel = voorstel.delen[plaats - 1], voorstel.delen[plaats]
    if not vorig.van < van <= deel.tot:
        raise DeelNietMogelijk(oorzaak=f"dit deel kan beginnen van bladzijde {vorig.van + 1} tot en met {deel.tot}")
    delen = list(voorstel.delen)
    delen[plaats - 1 : plaats + 1] = [replace(vorig, tot=van - 1), replace(deel, van=van, plek=None, twijfel="")]
    return replace(voorstel, delen=tuple(delen))


def splits(voorstel: Pakvoorstel, pagina: int) -> Pakvoorstel:
    """Return the proposal in which a new part begins on a page."""
    plaats = next((nr for nr, deel in enumerate(voorstel.delen) if deel.van <= pagina <= deel.tot), None)
    if plaats is None or voorstel.delen[plaats].van == pagina:
        raise DeelNietMogelijk(oorzaak="hier begint al een deel")
    deel = voorstel.delen[plaats]
    rang = deel.rang + 1 if deel.rang and deel.soort is Deelsoort.BIJLAGE else None
    nieuw = Pakdeel(
        soort=Deelsoort.BIJLAGE if deel.soort in {Deelsoort.NOTA, Deelsoort.BIJLAGE} else Deelsoort.STUK,
        titel=f"Vanaf bladzijde {pagina}",
        van=pagina,
        tot=deel.tot,
        nummer=deel.nummer,
        rang=rang,
        papier=Soort.BIJLAGE if deel.soort in {Deelsoort.NOTA, Deelsoort.BIJLAGE} else Soort.STUK,
        twijfel="Dit deel is nieuw. Hoe heet het?",
    )
    delen = list(voorstel.delen)
    delen[plaats : plaats + 1] = [replace(deel, tot=pagina - 1), nieuw]
    return replace(voorstel, delen=tuple(delen))


def voeg_samen(voorstel: Pakvoorstel, plaats: int) -> Pakvoorstel:
    """Return the proposal in which a part goes on with the part before it."""
    if plaats == 0:
        raise DeelNietMogelijk(oorzaak="voor het eerste deel staat niets")
    if voorstel.delen[plaats].gelezen is not None:
        raise DeelNietMogelijk(oorzaak="in dit deel is een nota of verslag gelezen")
    vorig, deel = voorstel.delen[plaats - 1], voorstel.delen[plaats]
    delen = list(voorstel.delen)
    delen[plaats - 1 : plaats + 1] = [replace(vorig, tot=deel.tot)]
    return replace(voorstel, delen=tuple(delen))


def _met(voorstel: Pakvoorstel, plaats: int, deel: Pakdeel) -> Pakvoorstel:
    return replace(voorstel, delen=(*voorstel.delen[:plaats], deel, *voorstel.delen[plaats + 1 :]))
