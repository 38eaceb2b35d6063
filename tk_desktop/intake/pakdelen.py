"""Where the parts of a pack begin and end: by what was read, bookmarks, headings and what was announced."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tk_desktop.domain.nota import FORMULIEREN
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Soort
from tk_desktop.intake.agenda import vind_agenda
from tk_desktop.intake.bronregels import Bronregels, Vindplaats
from tk_desktop.intake.indeling import Indeling
from tk_desktop.intake.lezing import GelezenNota, Lezing
from tk_desktop.intake.pakvoorstel import Deelsoort, Pakdeel
from tk_desktop.intake.regels import Regel, sleutel, zonder_voeten
from tk_desktop.intake.vinden import past
from tk_desktop.intake.woordvormen import opent_met
from tk_desktop.paper.pakbladen import Pakbladen

_KOPREGELS = 4
"""In so many lines at the head of a page its title stands."""
_KENMERKEND = 4
_LANG_GENOEG = 20
_DIEPSTE_WIJZER = 2
_LANGSTE_TITEL = 80
_KORTSTE_TITEL = 10
_GENOEG_REGELS = 3
"""A page with fewer lines than this is the end of something."""
_MEESTE_TITEL = 0.6


@dataclass(frozen=True, slots=True)
class _Beloofd:
    """A paper that the agenda or a nota announces; ``rang`` for a bijlage."""

    nummer: Nummer
    soort: Soort
    titel: str
    rang: int | None = None


def vind_delen(bladen: Pakbladen, bron: Bronregels, lezing: Lezing, indeling: Indeling) -> tuple[Pakdeel, ...]:
    """Return the parts of a pack in the order of its pages; every page is in one part."""
    if not bladen.bladen:
        return ()
    zoeker = _Zoeker(bladen, bron, lezing, indeling)
    begin = sorted(zoeker.beginnen(), key=lambda deel: deel.van)
    if not begin or begin[0].van > 1:
        eerste = Deelsoort.BIJLAGE if lezing.notas else Deelsoort.STUK
        begin.insert(0, Pakdeel(soort=eerste, titel="Vooraan", van=1, tot=1, twijfel="Wat is dit?"))
    totaal = len(bladen.bladen)
    begin = [_met_gemis(deel, plaats, begin, zoeker.over) for plaats, deel in enumerate(begin)]
    return tuple(
        replace(deel, tot=max(deel.van, (begin[plaats + 1].van - 1) if plaats + 1 < len(begin) else totaal))
        for plaats, deel in enumerate(begin)
    )


def _met_gemis(deel: Pakdeel, plaats: int, alle: Sequence[Pakdeel], over: Sequence["_Beloofd"]) -> Pakdeel:
    """Return the last part of an item with a question about the bijlagen that were announced and not found."""
    mist = [een for een in over if een.nummer == deel.nummer and een.rang is not None]
    laatste = all(ander.nummer != deel.nummer for ander in alle[plaats + 1 :])
    if not mist or not laatste or deel.nummer is None:
        return deel
    namen = "; ".join(f"bijlage {een.rang}, {een.titel}" for een in mist)
    vraag = f"Niet gevonden: {namen}. Begint die binnen dit deel? Splits het dan."
    return replace(deel, twijfel=f"{deel.twijfel} {vraag}".strip())


class _Zoeker:
    """Finds the pages on which a part begins, in the order of the pack."""

    def __init__(self, bladen: Pakbladen, bron: Bronregels, lezing: Lezing, indeling: Indeling) -> None:
        self.bladen = bladen
        self.bron = bron
        self.lezing = lezing
        self.indeling = indeling
        self.koppen = self._paginakoppen()
        self.wijzers = {
            wijzer.pagina: wijzer for wijzer in reversed(bladen.bladwijzers) if wijzer.diepte <= _DIEPSTE_WIJZER
        }
        self.over = list(self._beloofd())
        self.nummers = self._notanummers()

    def beginnen(self) -> list[Pakdeel]:
        """Return a part for each page on which one begins; its last page follows from the next."""
        vast = self._gelezen()
        einden = {self.bron.pagina(nota.regel_tot) for nota in self.lezing.notas}
        einden |= {self.bron.pagina(verslag.regel_tot) for verslag in self.lezing.verslagen}
        binnen = {
            pagina
            for nota in self.lezing.notas
            for pagina in range(self.bron.pagina(nota.regel), self.bron.pagina(nota.regel_tot) + 1)
        }
        binnen |= self._agendapaginas()
        uit: list[Pakdeel] = []
        for blad in self.bladen.bladen:
            if blad.nummer in vast:
                uit.append(vast[blad.nummer])
                self._streep_af(vast[blad.nummer])
                continue
            if blad.nummer in binnen:
                continue
            vorig = uit[-1] if uit else None
            tot = next(
                (deel.nummer for pagina, deel in sorted(vast.items()) if pagina > blad.nummer and deel.nummer), None
            )
            nieuw = self._los(blad.nummer, vorig, tot, na_gelezen=blad.nummer - 1 in einden)
            if nieuw is not None:
                uit.append(nieuw)
        return uit

    def _gelezen(self) -> dict[int, Pakdeel]:
        """Return by page the parts of which the contents were read."""
        uit: dict[int, Pakdeel] = {}
        if self.lezing.uitnodiging is not None:
            uit[1] = Pakdeel(soort=Deelsoort.UITNODIGING, titel="Uitnodiging", van=1, tot=1)
        plaats = self._agendaregel() if self.lezing.agenda is not None else None
        if plaats is not None:
            uit[self.bron.pagina(plaats)] = self._deel(Deelsoort.AGENDA, "Agenda", plaats, papier=Soort.STUK)
        for rang, nota in enumerate(self.lezing.notas):
            nummer = self.nummers[rang]
            deel = self._deel(Deelsoort.NOTA, nota.onderwerp, nota.regel, papier=FORMULIEREN[nota.vorm].soort)
            vraag = "" if nota.agendapunt else "Het agendapunt staat niet in de nota; gevonden bij de titel. Klopt dat?"
            uit[deel.van] = replace(deel, nummer=nummer, gelezen=rang, twijfel=vraag if nummer else "Bij welk punt?")
        for rang, verslag in enumerate(self.lezing.verslagen):
            deel = self._deel(Deelsoort.VERSLAG, "Verslag", verslag.regel, papier=Soort.VERSLAG)
            beloofd = next((een for een in self.over if een.soort is Soort.VERSLAG), None)
            titel, nummer = (beloofd.titel, beloofd.nummer) if beloofd else ("Verslag", None)
            if beloofd:
                self.over.remove(beloofd)
            uit.setdefault(deel.van, replace(deel, titel=titel, nummer=nummer, gelezen=rang))
        return uit

    def _deel(self, soort: Deelsoort, titel: str, regel: int, *, papier: Soort) -> Pakdeel:
        pagina = max(1, self.bron.pagina(regel))
        return Pakdeel(soort=soort, titel=titel, van=pagina, tot=pagina, papier=papier, plek=self.bron.plek(regel))

    def _agendapaginas(self) -> set[int]:
        """Return the pages from the title of the agenda to the line of its last item."""
        plaats = self._agendaregel()
        agenda = self.lezing.agenda
        if plaats is None or agenda is None:
            return set()
        return set(range(self.bron.pagina(plaats), self.bron.pagina(max(punt.regel for punt in agenda.punten)) + 1))

    def _agendaregel(self) -> int | None:
        regels = zonder_voeten(self.bron.regels, self.indeling.voet)
        plek = vind_agenda(regels, self.indeling)
        if plek is None and self.lezing.agenda is not None:
            return min(punt.regel for punt in self.lezing.agenda.punten)
        return regels[plek[0]].nr if plek else None

    def _los(self, pagina: int, vorig: Pakdeel | None, tot: Nummer | None, *, na_gelezen: bool) -> Pakdeel | None:
        """Return the part that begins on a page of which nothing was read; ``tot`` is the next item that was."""
        kop = self.koppen.get(pagina, [])
        wijzer = self.wijzers.get(pagina)
        tussen = [een for een in self.over if (tot is None or een.nummer <= tot) and _na(een, vorig)]
        beloofd = self._aangekondigd(kop, wijzer.titel if wijzer else "", tussen)
        is_bijlage = len(kop) >= _GENOEG_REGELS and opent_met(kop[0].kaal, self.indeling.stukken.bijlage)
        is_brief = bool(kop) and self._opent_brief(kop)
        herhaald = vorig is not None and self._herhaalt(pagina, vorig.van)
        if not (beloofd or wijzer or is_bijlage or is_brief or herhaald or na_gelezen):
            return None
        if not kop and not wijzer:
            return None
        if beloofd is None:
            genoemd = [kop[0].kaal] if is_bijlage else [wijzer.titel] if wijzer else []
            beloofd = self._genummerd(genoemd, vorig, tussen) or self._volgende(vorig, tussen)
        return self._nieuw(pagina, kop, beloofd, vorig, zeker=bool(wijzer or is_bijlage))

    def _nieuw(
        self, pagina: int, kop: Sequence[Regel], beloofd: _Beloofd | None, vorig: Pakdeel | None, *, zeker: bool
    ) -> Pakdeel:
        plek = self.bron.plek(kop[0].nr) if kop else Vindplaats(pagina)
        if beloofd is None:
            rang = (vorig.rang or 0) + 1 if vorig and vorig.soort in {Deelsoort.NOTA, Deelsoort.BIJLAGE} else None
            titel = self.wijzers[pagina].titel if pagina in self.wijzers else kop[0].kaal[:80] if kop else "Bijlage"
            soort = Deelsoort.BIJLAGE if vorig and vorig.nummer else Deelsoort.STUK
            return Pakdeel(
                soort=soort,
                titel=titel,
                van=pagina,
                tot=pagina,
                nummer=vorig.nummer if vorig else None,
                rang=rang if soort is Deelsoort.BIJLAGE else None,
                papier=Soort.BIJLAGE if soort is Deelsoort.BIJLAGE else Soort.STUK,
                plek=plek,
                twijfel="Dit stuk is niet aangekondigd. Hoort het hier?",
            )
        self.over.remove(beloofd)
        noemt = any(_noemt(beloofd.titel, regel.kaal) for regel in kop)
        naamloos = beloofd.titel == f"Bijlage {beloofd.rang}" and kop and len(kop[0].kaal) <= _LANGSTE_TITEL
        titel = kop[0].kaal if naamloos else beloofd.titel
        vraag = "" if zeker or noemt else f"Gelezen als ‘{beloofd.titel}’, op de plaats waar dat komt. Klopt dat?"
        return Pakdeel(
            soort=Deelsoort.BIJLAGE if beloofd.rang is not None else Deelsoort.STUK,
            titel=titel,
            van=pagina,
            tot=pagina,
            nummer=beloofd.nummer,
            rang=beloofd.rang,
            papier=beloofd.soort,
            plek=plek,
            twijfel=vraag,
        )

    def _aangekondigd(self, kop: Sequence[Regel], wijzer: str, tussen: Sequence[_Beloofd]) -> _Beloofd | None:
        """Return the announced paper whose title stands at the head of a page or in its bookmark."""
        hoofd = " ".join(regel.kaal for regel in kop)
        for een in tussen:
            if wijzer and _noemt(een.titel, wijzer):
                return een
            if een.soort.is_nota or een.titel == f"Bijlage {een.rang}":
                continue
            woorden = self._kenmerkend(een.titel) if een.rang is None else []
            if any(_noemt(een.titel, regel.kaal) for regel in kop) or (
                woorden and all(woord in sleutel(hoofd) for woord in woorden)
            ):
                return een
        return None

    def _kenmerkend(self, titel: str) -> list[str]:
        """Return the words that tell a paper from others: those that are no kind of paper."""
        soorten = {sleutel(woord) for woord, _ in self.indeling.stukken.woorden}
        woorden = [sleutel(woord) for woord in titel.split()]
        return [woord for woord in woorden if len(woord) > _KENMERKEND and woord not in soorten]

    def _genummerd(self, koppen: Sequence[str], vorig: Pakdeel | None, tussen: Sequence[_Beloofd]) -> _Beloofd | None:
        """Return the announced bijlage of this item whose number is named: ``Bijlage 2 bij …``."""
        keus = "|".join(re.escape(woord) for woord in self.indeling.stukken.bijlage)
        for kop in koppen:
            treffer = re.match(rf"(?:{keus})\D{{0,4}}(\d{{1,2}})\b", kop, re.I)
            for een in tussen if treffer else ():
                if vorig and een.nummer == vorig.nummer and treffer and een.rang == int(treffer[1]):
                    return een
        return None

    def _volgende(self, vorig: Pakdeel | None, tussen: Sequence[_Beloofd]) -> _Beloofd | None:
        """Return the paper that comes next by what was announced: a bijlage of the item, else the next item's."""
        if vorig is None or vorig.nummer is None:
            return None
        bij = [een for een in tussen if een.nummer == vorig.nummer and een.rang is not None]
        volgend_punt = min((een.nummer for een in tussen if een.nummer > vorig.nummer), default=None)
        verder = [een for een in tussen if een.nummer == volgend_punt and not een.soort.is_nota]
        return next(iter([*bij, *verder]), None)

    def _opent_brief(self, kop: Sequence[Regel]) -> bool:
        etiketten = self.indeling.brief.velden.op_regel(kop[0].kaal)
        return bool({"datum", "onderwerp"} & set(etiketten)) and any(etiketten.values())

    def _herhaalt(self, pagina: int, eerste: int) -> bool:
        """Tell whether a page opens as the first page of the part before it does: a second paper of one house."""
        hier, daar = self.koppen.get(pagina, []), self.koppen.get(eerste, [])
        zelfde = [regel.kaal for regel in hier[:2]] == [regel.kaal for regel in daar[:2]]
        lang = len("".join(regel.kaal for regel in hier[:2])) >= _LANG_GENOEG
        vaak = sum(bool(hier) and kop[0].kaal == hier[0].kaal for kop in self.koppen.values())
        return zelfde and lang and len(hier) > 1 and vaak <= max(3, len(self.koppen) // 20)

    def _streep_af(self, deel: Pakdeel) -> None:
        """Take what was read off the list of what was announced, with its bijlagen in their own words."""
        if deel.soort is not Deelsoort.NOTA or deel.gelezen is None or deel.nummer is None:
            return
        nota = self.lezing.notas[deel.gelezen]
        aantal = max(len(nota.bijlagen), sum(een.nummer == deel.nummer and een.rang is not None for een in self.over))
        plaats = next((nr for nr, een in enumerate(self.over) if een.nummer >= deel.nummer), len(self.over))
        self.over = [een for een in self.over if een.nummer != deel.nummer]
        bijlagen = [
            _Beloofd(
                deel.nummer,
                Soort.BIJLAGE,
                nota.bijlagen[nr] if nr < len(nota.bijlagen) else f"Bijlage {nr + 1}",
                nr + 1,
            )
            for nr in range(aantal)
        ]
        plaats = min(plaats, len(self.over))
        self.over[plaats:plaats] = bijlagen

    def _beloofd(self) -> Iterator[_Beloofd]:
        for punt in self.lezing.agenda.punten if self.lezing.agenda else ():
            for stuk in punt.stukken:
                yield _Beloofd(punt.nummer, stuk.soort, stuk.titel)
                yield from (
                    _Beloofd(punt.nummer, Soort.BIJLAGE, f"Bijlage {rang}", rang)
                    for rang in range(1, stuk.bijlagen_beloofd + 1)
                )

    def _notanummers(self) -> list[Nummer | None]:
        """Return the item of each nota: the one it names, else the one whose paper has its subject."""
        return [nota.agendapunt or self._punt_bij(nota) for nota in self.lezing.notas]

    def _punt_bij(self, nota: GelezenNota) -> Nummer | None:
        for punt in self.lezing.agenda.punten if self.lezing.agenda else ():
            titels = [punt.titel, *(stuk.titel for stuk in punt.stukken)]
            if any(past(titel, nota.onderwerp) for titel in titels if titel):
                return punt.nummer
        return None

    def _paginakoppen(self) -> dict[int, list[Regel]]:
        """Return the first lines with words of each page."""
        uit: dict[int, list[Regel]] = {}
        for regel in self.bron.regels:
            kop = uit.setdefault(self.bron.pagina(regel.nr), [])
            if not regel.leeg and len(kop) < _KOPREGELS:
                kop.append(regel)
        return {pagina: kop for pagina, kop in uit.items() if kop}


def _noemt(titel: str, regel: str) -> bool:
    """Tell whether a line holds a title, or most of it."""
    gezocht, hier = sleutel(titel), sleutel(regel)
    if len(gezocht) < _KORTSTE_TITEL:
        return gezocht == hier
    return gezocht in hier or (hier in gezocht and len(hier) >= _MEESTE_TITEL * len(gezocht))


def _na(een: _Beloofd, vorig: Pakdeel | None) -> bool:
    """Tell whether an announced paper may come behind a part: papers stand in the order of the agenda."""
    return vorig is None or vorig.nummer is None or een.nummer >= vorig.nummer
