"""What a list of papers shows: a row for each paper as it stands now, and what letting go of a file there would do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stuk import Soort, Stuk


class Stand(StrEnum):
    """How it is with a paper, in the words of the screen."""

    AANWEZIG = "aanwezig"
    FORMULIER = "formulier"
    ONTBREEKT = "ontbreekt"
    LOS = "los bestand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukregel:
    """One row: a paper, or with ``is_punt`` the item above its papers; ``ouder_id`` is the row it stands under.

    ``paginas`` is ``None`` where there are none to count. ``vorm`` tells that the paper is a nota with a form,
    ``erft_besloten`` that it is besloten through its item or its nota.
    """

    id: str
    ouder_id: str = ""
    label: str = ""
    titel: str
    soort: Soort | None = None
    paginas: int | None = None
    stand: Stand | None = None
    versies: int = 0
    besloten: bool = False
    erft_besloten: bool = False
    afdrukken: bool = True
    genoemd: bool = False
    is_bijlage: bool = False
    is_punt: bool = False
    vorm: bool = False
    uitleg: str = ""

    @property
    def staat(self) -> str:
        """What the row says in words of how it is with the paper."""
        delen = (
            "besloten" if self.besloten else "",
            self.stand.value if self.stand else "",
            "" if self.afdrukken else "niet afdrukken",
        )
        return " · ".join(deel for deel in delen if deel)


def stukregels(opname: Momentopname, versies: Mapping[str, int], punt_id: str | None = None) -> tuple[Stukregel, ...]:
    """Return the rows of one item, or of the whole meeting with a row for each item; ``versies`` counts files."""
    return tuple(_punt(opname, versies, punt_id) if punt_id is not None else _alles(opname, versies))


def _alles(opname: Momentopname, versies: Mapping[str, int]) -> Iterator[Stukregel]:
    for punt in opname.agendapunten:
        yield Stukregel(
            id=punt.id,
            label=str(opname.nummers[punt.id]),
            titel=punt.titel,
            is_punt=True,
            besloten=opname.is_besloten(punt),
        )
        yield from _punt(opname, versies, punt.id, punt.id)


def _punt(opname: Momentopname, versies: Mapping[str, int], punt_id: str, ouder_id: str = "") -> Iterator[Stukregel]:
    for stuk in opname.stukken_bij(opname.punt(punt_id)):
        yield _regel(opname, versies, stuk, ouder_id)
        for bijlage in opname.bijlagen_bij(stuk):
            yield _regel(opname, versies, bijlage, stuk.id)


def _regel(opname: Momentopname, versies: Mapping[str, int], stuk: Stuk, ouder_id: str) -> Stukregel:
    versie, vorm = opname.versies.get(stuk.id), stuk.id in opname.notas
    if vorm:
        stand, uitleg = Stand.FORMULIER, "Nota met een formulier; of die in orde is, zegt de controle."
    elif versie is None:
        stand, uitleg = Stand.ONTBREEKT, "Aangekondigd, maar er is nog geen bestand. Sleep het hierop."
    elif versie.is_pdf:
        is_omgezet = versie.pdf_sha256 and not (versie.had_wachtwoord or versie.is_leesbaar_gemaakt)
        van = f", omgezet uit {versie.bestandsnaam}" if is_omgezet else f": {versie.bestandsnaam}"
        stand, uitleg = Stand.AANWEZIG, f"Pdf{van}"
    else:
        stand = Stand.LOS
        uitleg = f"{versie.bestandsnaam} heeft geen pagina’s en gaat als los bestand mee met de set."
    return Stukregel(
        id=stuk.id,
        ouder_id=ouder_id,
        label=opname.label(stuk),
        titel=stuk.titel,
        soort=stuk.soort,
        paginas=versie.paginas if versie is not None and versie.is_pdf and not vorm else None,
        stand=stand,
        versies=versies.get(stuk.id, 0),
        besloten=opname.stuk_is_besloten(stuk),
        erft_besloten=opname.stuk_is_besloten(stuk) and not stuk.besloten,
        afdrukken=stuk.afdrukken,
        genoemd=stuk.genoemd,
        is_bijlage=stuk.hoort_bij is not None,
        vorm=vorm,
        uitleg=uitleg,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsing:
    """What letting go would do: replace ``vervangt``, or put things under an item, among bijlagen, before ``voor``.

    ``uitleg`` says it to the user while the mouse still holds them.
    """

    uitleg: str
    punt_id: str = ""
    hoort_bij: str = ""
    voor: str = ""
    vervangt: str = ""


def bijlageregels(opname: Momentopname, bijlagen: Sequence[Stuk]) -> str:
    """Return the list of bijlagen as it will be printed, and under it those that go along unnamed."""
    if not bijlagen:
        return "Geen bijlagen. Voeg ze toe op het tabblad Stukken (Ctrl+Shift+B)."
    regels = [
        f"{opname.rang(b)}. {b.titel}" + ("" if opname.is_aanwezig(b) else "  ⚠ nog niet toegevoegd")
        for b in bijlagen
        if b.genoemd
    ]
    los = [f"{opname.rang(b)}. {b.titel}" for b in bijlagen if not b.genoemd]
    if los:
        regels += ["Gaan mee, maar staan op papier niet in deze lijst (zie Stukken):", *los]
    return "\n".join(regels)
