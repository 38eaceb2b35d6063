"""What of programmes stands on a site: the reports that were put on it, as those readers may know them (E4, N8)."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import unescape

from tk_desktop.base.errors import TkError
from tk_desktop.base.webnaam import webnaam
from tk_desktop.domain.controle import genoemd
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.programma import Programmaperiode
from tk_desktop.domain.programmapublicatie import Programmapublicatie, besloten_namen, voor_iedereen
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.export.halfjaar import schrijf_halfjaarbericht
from tk_desktop.extranet.gebonden import without_bound
from tk_desktop.pack.controleren import secret_titles
from tk_desktop.paper.web import WebDocument
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store

MAP = "programmas"
"""The folder of all reports on a site."""
_LABEL = re.compile(r"<[^>]*>")


class BeslotenInRapport(TkError):
    """The report of a programme names what its readers may not know."""

    code = "TK-E57"
    melding = "De rapportage van ‘{programma}’ over {periode} noemt iets wat deze lezers niet mogen weten: {waar}."
    veilig = "Er is niets geschreven; de site is zoals zij was."
    advies = "Haal de vermelding uit het programma, maak dat project besloten, of laat de rapportage van de site."


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmablad:
    """The report of a programme over a period on a site: its folder, and the programme as its readers may see it."""

    map: str
    stand: Programmastand
    periode: Programmaperiode
    geplaatst: datetime

    @property
    def titel(self) -> str:
        """How the report is called in lists."""
        return f"{self.stand.programma.naam}, {self.periode.naam}"


def gather_programmas(
    store: Store, doelgroep: Doelgroep, publicaties: Sequence[Programmapublicatie], besluiten: Collection[str]
) -> tuple[Programmablad, ...]:
    """Return these reports as they stand on the site of these readers.

    A period that is gone is passed over. Of the besluiten of this werkmap a report names those that stand on the site
    themselves (``besluiten``, by their ids). Raises ``BeslotenInRapport``.
    """
    geheim = _secrets(store, doelgroep) if publicaties else ()
    uit: list[Programmablad] = []
    for een in publicaties:
        geheel = read_stand(store, een.programma_id)
        periode = next((periode for periode in geheel.perioden if periode.naam == een.periode), None)
        if periode is None:
            continue
        bezet = {blad.map.removeprefix(f"{MAP}/") for blad in uit}
        blad = Programmablad(
            map=f"{MAP}/{webnaam(f'{geheel.programma.naam} {periode.naam}', bezet)}",
            stand=_visible(geheel, periode, doelgroep, besluiten),
            periode=periode,
            geplaatst=een.geplaatst,
        )
        namen = _hidden_names(geheel) if doelgroep.zonder_besloten else ()
        woorden = _words(blad)
        waar = (*genoemd(woorden, geheim), *genoemd(woorden, namen, ook_kort=True))
        if waar:
            raise BeslotenInRapport(programma=geheel.programma.naam, periode=periode.naam, waar=opsomming(waar))
        uit.append(blad)
    return tuple(uit)


def _visible(
    geheel: Programmastand, periode: Programmaperiode, doelgroep: Doelgroep, besluiten: Collection[str]
) -> Programmastand:
    """Return a programme over a period as these readers may see it."""
    stand = voor_iedereen(geheel) if doelgroep.zonder_besloten else geheel
    gevolgen = (een for een in stand.gevolgen if een.besluit_id is None or een.besluit_id in besluiten)
    return replace(stand, programma=replace(stand.programma, periode=periode.naam), gevolgen=tuple(gevolgen))


def _secrets(store: Store, doelgroep: Doelgroep) -> tuple[tuple[str, str], ...]:
    """Return the titles that these readers may not know, each with its place."""
    return secret_titles(store) if doelgroep.zonder_besloten else tuple(_bound_titles(store))


def _bound_titles(store: Store) -> Iterator[tuple[str, str]]:
    """Yield the titles of what a duty of secrecy holds on, and of what one of the members may not see."""
    for vergadering in store.vergaderingen.all():
        opname = store.opname(vergadering.id)
        over = without_bound(opname)
        punten, stukken = {punt.id for punt in over.agendapunten}, {stuk.id for stuk in over.stukken}
        for punt in opname.agendapunten:
            if punt.id not in punten:
                yield punt.titel, f"{opname.kort} {opname.nummers[punt.id]}"
        for stuk in opname.stukken:
            if stuk.id not in stukken:
                yield stuk.titel, opname.aanduiding(stuk)


def _hidden_names(stand: Programmastand) -> tuple[tuple[str, str], ...]:
    """Return what besloten projects are called: no other text of the report may name them."""
    return tuple((naam, "een besloten project") for naam in besloten_namen(stand))


def _words(blad: Programmablad) -> str:
    """Return all words of a report, as its page has them."""
    web = WebDocument(str)
    schrijf_halfjaarbericht(web, blad.stand, blad.periode)
    return unescape(_LABEL.sub(" ", web.html()))
