"""What the tree of the reader tells: the agenda with its papers, made from the set and from how far one is."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from tk_desktop.desktop.reader.lezer_boom import Boomregel
from tk_desktop.domain.aantekening import Aantekening, Soort
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.leeslijst import Leesmerk, leesmerk, per_papier
from tk_desktop.domain.leesstand import Leesstand
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.vergaderset import Onderdeel, Vergaderset
from tk_desktop.export.leesbestand import Leesbestand


class _Boom:
    def __init__(
        self,
        plan: Vergaderset,
        standen: Mapping[str, Leesstand],
        bestanden: Mapping[str, Leesbestand],
        aantekeningen: Sequence[Aantekening],
        *,
        genoemd: Mapping[str, int],
        veranderd: Collection[str],
        anders: Collection[str],
    ) -> None:
        self._genoemd = genoemd
        self._veranderd = {*veranderd, *anders}
        self._anders = anders
        self._plan = plan
        self._opname = plan.opname
        self._standen = standen
        self._bestanden = bestanden
        self._op_papier = per_papier(aantekeningen)
        self._bij_punt: dict[str, int] = {}
        for een in aantekeningen:
            if een.soort is Soort.PUNTNOTITIE and een.agendapunt_id:
                self._bij_punt[een.agendapunt_id] = self._bij_punt.get(een.agendapunt_id, 0) + 1
        self._delen = {deel.sleutel: deel for deel in plan.onderdelen}

    def regels(self) -> Iterable[Boomregel]:
        los = [deel for deel in self._plan.onderdelen if self._plan.punt_van(deel) is None]
        boven = [deel for deel in los if deel.stuk_id is None]
        yield from (self._papier(deel, deel.titel) for deel in boven)
        hoofden = [
            punt for punt in self._opname.agendapunten if punt.ouder_id is None or not self._staat(punt.ouder_id)
        ]
        yield from (self._punt(punt) for punt in hoofden)
        stukken = {stuk.id: stuk for stuk in self._opname.stukken}
        for deel in los:
            if deel.stuk_id is not None and stukken[deel.stuk_id].hoort_bij is None:
                yield self._stuk(stukken[deel.stuk_id])

    def _staat(self, punt_id: str) -> bool:
        return punt_id in self._opname.nummers

    def _punt(self, punt: Agendapunt) -> Boomregel:
        opname = self._opname
        stukken = [self._stuk(stuk) for stuk in opname.stukken_bij(punt) if stuk.id in self._delen]
        onder = [self._punt(ander) for ander in opname.agendapunten if ander.ouder_id == punt.id]
        return Boomregel(
            tekst=f"{opname.nummers[punt.id]}  {punt.titel}",
            punt_id=punt.id,
            notities=self._bij_punt.get(punt.id, 0),
            besloten=opname.is_besloten(punt),
            onder=(*stukken, *onder),
        )

    def _stuk(self, stuk: Stuk) -> Boomregel:
        bijlagen = (self._stuk(een) for een in self._opname.bijlagen_bij(stuk) if een.id in self._delen)
        return self._papier(
            self._delen[stuk.id], self._kort(stuk), self._opname.stuk_is_besloten(stuk), tuple(bijlagen)
        )

    def _kort(self, stuk: Stuk) -> str:
        """Return the name of a paper under its item or nota, which need not be said again."""
        punt = next((een for een in self._opname.agendapunten if een.id == stuk.agendapunt_id), None)
        if stuk.hoort_bij is not None:
            return f"bijl. {self._opname.rang(stuk)}  {stuk.titel}"
        if punt is not None and punt.titel == stuk.titel:
            return f"{stuk.soort.value[:1].upper()}{stuk.soort.value[1:]}"
        return stuk.titel

    def _papier(
        self, deel: Onderdeel, naam: str, besloten: bool = False, onder: tuple[Boomregel, ...] = ()
    ) -> Boomregel:
        stand, bestand = self._standen.get(deel.sleutel), self._bestanden.get(deel.sleutel)
        paginas = bestand.paginas if bestand else 0
        merk = leesmerk(stand, bestand.versie if bestand else "", paginas)
        hier = self._genoemd.get(deel.sleutel, stand.pagina if stand is not None else 0)
        bezig = merk is Leesmerk.BEGONNEN
        if deel.sleutel in (self._veranderd if bezig else self._anders):
            merk = Leesmerk.GEWIJZIGD
        van = f" van {paginas}" if paginas else ""
        anders = Leesmerk.GEWIJZIGD.value if merk is Leesmerk.GEWIJZIGD else ""  # other signs say what they are
        return Boomregel(
            tekst=naam,
            sleutel=deel.sleutel,
            punt_id=self._plan.punt_van(deel) or "",
            merk=merk,
            stand=f"{merk.value}, bij blz. {hier}{van}" if bezig else merk.value,
            kort=f"blz. {hier}" if bezig else anders,
            notities=self._op_papier.get(deel.sleutel, 0),
            besloten=besloten,
            onder=onder,
        )


def boomregels(
    plan: Vergaderset,
    standen: Mapping[str, Leesstand],
    bestanden: Mapping[str, Leesbestand],
    aantekeningen: Sequence[Aantekening] = (),
    *,
    genoemd: Mapping[str, int] | None = None,
    veranderd: Collection[str] = (),
    anders: Collection[str] = (),
) -> tuple[Boomregel, ...]:
    """Return the tree: letter and agenda, the items with their papers, and loose papers.

    ``genoemd`` is the page the bar names, by key of the paper; without it the page at the top of the screen counts.
    ``veranderd`` are papers that were replaced: one that is half read says so until it is read. ``anders`` are papers
    that differ from another moment than one read them, which the reader asked for: they say so however far one is.
    """
    boom = _Boom(plan, standen, bestanden, aantekeningen, genoemd=genoemd or {}, veranderd=veranderd, anders=anders)
    return tuple(boom.regels())
