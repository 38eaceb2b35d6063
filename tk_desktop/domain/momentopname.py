"""A meeting as it stands now, whole: what checks, sets and exports are made from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from typing import Self

from tk_desktop.domain.actie import Actie
from tk_desktop.domain.agenda import (
    Agendapunt,
    Behandeling,
    Puntstaat,
    bereken_tijden,
    geldende_behandeling,
    hoofdpunt,
    in_volgorde,
    is_afgevoerd,
    lijn,
    nummer_punten,
)
from tk_desktop.domain.bevinding import Aanvaarding
from tk_desktop.domain.datum import kort, lang, spanne
from tk_desktop.domain.geheimhouding import Geheimhouding, Geheimregels
from tk_desktop.domain.gremium import Gremium, Lidmaatschap, Persoon, Rol
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Stuk, Stukversie
from tk_desktop.domain.vergadering import Uitnodigingsbrief, Vergadering
from tk_desktop.domain.verwijzing import vul
from tk_desktop.domain.voorstel import Voorstelpunt

_GEEN_LID = frozenset({Rol.PLAATSVERVANGER, Rol.ADVISEUR})
"""Who has a seat without being named among the members."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Afgevoerd:
    """What was held over or withdrawn: no check, set or export sees it, and yet its record is kept (B13, B14).

    ``besloten`` holds the ids of the items and papers that were behind closed doors.
    """

    agendapunten: tuple[Agendapunt, ...] = ()
    stukken: tuple[Stuk, ...] = ()
    versies: Mapping[str, Stukversie] = field(default_factory=dict)
    notas: Mapping[str, Nota] = field(default_factory=dict)
    besloten: frozenset[str] = frozenset()

    def __contains__(self, id_: str) -> bool:
        """Tell whether an item or a paper was taken off the agenda."""
        return any(punt.id == id_ for punt in self.agendapunten) or any(stuk.id == id_ for stuk in self.stukken)

    def stukken_bij(self, punt: Agendapunt) -> tuple[Stuk, ...]:
        """Return the papers of an item that was taken off the agenda, bijlagen included."""
        return tuple(stuk for stuk in self.stukken if stuk.agendapunt_id == punt.id)


BESLOTEN_VARIANT = "BESLOTEN VARIANT · de onderstreepte passages zijn niet openbaar"
"""What stands on each page of a nota of which passages are besloten, where these can be read (J9)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Momentopname:
    """One meeting with everything that belongs to it.

    ``agendapunten`` stand in the order of the paper, ``versies`` hold the newest version of each paper by the id of the
    paper, ``notas`` the form of a paper by the same id. ``nummers`` and ``tijden`` are those of the whole agenda,
    ``rangen`` the places of bijlagen under their nota; they stay when a variant leaves things out, so that a public
    agenda keeps the numbers of the full one.
    ``uitgesloten`` holds pairs (agendapunt, persoon): who may not see an item although a member (J2, G11), items of
    earlier meetings from which ``acties`` come among them.
    ``afgevoerd`` holds what was held over or withdrawn; nothing else here knows of it, numbers and times included.
    ``acties`` is what the body had open from earlier meetings when this one began (I3); one whose item is besloten is
    besloten itself. ``geheim`` are the duties of secrecy that hold here, ``geheimregels`` the words of their stamps;
    who may see nothing besloten does not know of them (J8). ``gelakt`` has by paper that was ever marked for redaction
    the SHA-256 of the file that everybody gets, empty when it is still to be made; ``ongelakt`` names, for readers who
    may see nothing else, the papers of which there is none. ``dichte`` are, for such readers, the numbers of the items
    that are besloten and stand under none that is: they know that there is one, and nothing of it.
    """

    gremium: Gremium
    vergadering: Vergadering
    personen: Mapping[str, Persoon] = field(default_factory=dict)
    leden: tuple[Lidmaatschap, ...] = ()
    agendapunten: tuple[Agendapunt, ...] = ()
    stukken: tuple[Stuk, ...] = ()
    versies: Mapping[str, Stukversie] = field(default_factory=dict)
    notas: Mapping[str, Nota] = field(default_factory=dict)
    brief: Uitnodigingsbrief | None = None
    aanvaard: tuple[Aanvaarding, ...] = ()
    uitgesloten: frozenset[tuple[str, str]] = frozenset()
    nummers: Mapping[str, Nummer] = field(default_factory=dict)
    tijden: Mapping[str, time] = field(default_factory=dict)
    rangen: Mapping[str, int] = field(default_factory=dict)
    afgevoerd: Afgevoerd = field(default_factory=Afgevoerd)
    acties: tuple[Actie, ...] = ()
    geheim: tuple[Geheimhouding, ...] = ()
    geheimregels: Geheimregels = field(default_factory=Geheimregels)
    gelakt: Mapping[str, str] = field(default_factory=dict)
    ongelakt: tuple[str, ...] = ()
    dichte: tuple[Nummer, ...] = ()

    @classmethod
    def maak(
        cls,
        gremium: Gremium,
        vergadering: Vergadering,
        *,
        agendapunten: Iterable[Agendapunt] = (),
        stukken: Iterable[Stuk] = (),
        personen: Iterable[Persoon] = (),
        leden: Iterable[Lidmaatschap] = (),
        versies: Mapping[str, Stukversie] | None = None,
        notas: Mapping[str, Nota] | None = None,
        brief: Uitnodigingsbrief | None = None,
        aanvaard: Iterable[Aanvaarding] = (),
        uitgesloten: Iterable[tuple[str, str]] = (),
        acties: Iterable[Actie] = (),
        geheim: Iterable[Geheimhouding] = (),
        geheimregels: Geheimregels | None = None,
        gelakt: Mapping[str, str] | None = None,
    ) -> Self:
        """Return the meeting with its items and papers in order, numbered and timed.

        Items that are held over or withdrawn, with all that hangs on them, stand in ``afgevoerd`` alone.
        """
        punten = in_volgorde(agendapunten)
        op_volgorde = tuple(sorted(stukken, key=lambda stuk: (stuk.volgorde, stuk.id)))
        geheel = cls(
            gremium=gremium,
            vergadering=vergadering,
            personen={persoon.id: persoon for persoon in personen},
            leden=tuple(leden),
            agendapunten=punten,
            stukken=op_volgorde,
            versies=dict(versies or {}),
            notas=dict(notas or {}),
            brief=brief,
            aanvaard=tuple(aanvaard),
            uitgesloten=frozenset(uitgesloten),
            acties=tuple(acties),
            geheim=tuple(geheim),
            geheimregels=geheimregels or Geheimregels(),
            gelakt=dict(gelakt or {}),
        )
        over = geheel._zonder_afgevoerd()
        return replace(
            over,
            nummers=nummer_punten(over.agendapunten),
            tijden=bereken_tijden(over.agendapunten, vergadering.begin) if vergadering.begin else {},
            rangen=_rangen(over.stukken),
        )

    def _zonder_afgevoerd(self) -> Self:
        alle = self._punten()
        weg = frozenset(punt.id for punt in self.agendapunten if is_afgevoerd(punt, alle))
        if not weg:
            return self
        over = self.zonder(weg, frozenset())
        stukken = tuple(stuk for stuk in self.stukken if stuk.id not in {blijft.id for blijft in over.stukken})
        ids = {stuk.id for stuk in stukken}
        punten = tuple(punt for punt in self.agendapunten if punt.id in weg)
        geheim = {punt.id for punt in punten if self.is_besloten(punt)}
        geheim |= {stuk.id for stuk in stukken if self.stuk_is_besloten(stuk)}
        return replace(
            over,
            afgevoerd=Afgevoerd(
                agendapunten=punten,
                stukken=stukken,
                versies={id_: versie for id_, versie in self.versies.items() if id_ in ids},
                notas={id_: nota for id_, nota in self.notas.items() if id_ in ids},
                besloten=frozenset(geheim),
            ),
        )

    def met_afgevoerd(self) -> Self:
        """Return the meeting as if nothing was taken off its agenda: to read its record, never to send (B14)."""
        weg = self.afgevoerd
        punten = (*self.agendapunten, *(replace(punt, staat=Puntstaat.GEAGENDEERD) for punt in weg.agendapunten))
        return self.maak(
            self.gremium,
            self.vergadering,
            agendapunten=punten,
            stukken=(*self.stukken, *weg.stukken),
            personen=self.personen.values(),
            leden=self.leden,
            versies={**self.versies, **weg.versies},
            notas={**self.notas, **weg.notas},
            brief=self.brief,
            aanvaard=self.aanvaard,
            uitgesloten=self.uitgesloten,
            geheim=self.geheim,
            geheimregels=self.geheimregels,
            gelakt=self.gelakt,
        )

    def punt(self, id_: str) -> Agendapunt:
        """Return one item; raises ``KeyError`` when it is not on this agenda."""
        return self._punten()[id_]

    def hoofdpunt(self, punt: Agendapunt) -> Agendapunt:
        """Return the main item under which an item stands, or the item itself when it is one."""
        return hoofdpunt(punt, self._punten())

    def behandeling(self, punt: Agendapunt) -> frozenset[Behandeling]:
        """Return how an item is treated, by itself or through its parent."""
        return geldende_behandeling(punt, self._punten())

    def lijn(self, punt: Agendapunt) -> tuple[Agendapunt, ...]:
        """Return an item with the ones it stands under, the nearest first."""
        return tuple(lijn(punt, self._punten()))

    def is_besloten(self, punt: Agendapunt) -> bool:
        """Tell whether an item is behind closed doors, by itself or through one it stands under.

        One that was taken off the agenda is what it was there.
        """
        return punt.id in self.afgevoerd.besloten or any(boven.besloten for boven in lijn(punt, self._punten()))

    def stuk_is_besloten(self, stuk: Stuk) -> bool:
        """Tell whether a paper is secret: by itself, through the nota it belongs to, or through its item.

        One of an item that was taken off the agenda, or one that was put away, is what it was there.
        """
        punten = self._punten()
        keten = tuple(self._lijn(stuk))
        bij = (punten.get(boven.agendapunt_id or "") for boven in keten)
        afgevoerd = {id_ for boven in keten for id_ in (boven.id, boven.agendapunt_id, boven.hoort_bij)}
        return (
            any(boven.besloten for boven in keten)
            or any(punt is not None and self.is_besloten(punt) for punt in bij)
            or not afgevoerd.isdisjoint(self.afgevoerd.besloten)
        )

    def stempels_op_punt(self, punt: Agendapunt) -> tuple[str, ...]:
        """Return what stands on each page about an item: a line for each duty on it or on one it stands under (J8)."""
        boven = {ander.id for ander in lijn(punt, self._punten())}
        return self._stempels(een for een in self.geheim if not boven.isdisjoint(een.agendapunten))

    def stempels_op_stuk(self, stuk: Stuk) -> tuple[str, ...]:
        """Return what stands on each page of a paper: a line for each duty on it, its nota or its item (J8).

        The variant of a nota with its besloten passages says that it is that one (J9).
        """
        plichten = self._stempels(een for een in self.geheim if self.is_gedekt(stuk, een))
        nota = self.notas.get(stuk.id)
        return (*plichten, BESLOTEN_VARIANT) if nota is not None and nota.heeft_besloten else plichten

    def is_gedekt(self, stuk: Stuk, geheim: Geheimhouding) -> bool:
        """Tell whether a duty is or was on a paper: on itself, on what it belongs to, or on its item."""
        keten = tuple(self._lijn(stuk))
        punten = self._punten()
        bij = (punten[boven.agendapunt_id] for boven in keten if boven.agendapunt_id in punten)
        boven_punten = {hoger.id for punt in bij for hoger in lijn(punt, punten)}
        op_stuk = any(boven.id in geheim.stukken for boven in keten)
        return op_stuk or not boven_punten.isdisjoint(geheim.agendapunten)

    def _stempels(self, geheimen: Iterable[Geheimhouding]) -> tuple[str, ...]:
        regels = (self.geheimregels.stempel_voor(een) for een in geheimen if not een.is_opgeheven)
        return tuple(dict.fromkeys(regel for regel in regels if regel))

    def stukken_bij(self, punt: Agendapunt) -> tuple[Stuk, ...]:
        """Return the papers directly under an item, without their bijlagen."""
        bij_punt = (stuk for stuk in self.stukken if stuk.agendapunt_id == punt.id)
        return tuple(stuk for stuk in bij_punt if self._bijlage_van(stuk) is None)

    def bijlagen_bij(self, stuk: Stuk) -> tuple[Stuk, ...]:
        """Return the bijlagen of a paper, in order."""
        genoemd = (ander for ander in self.stukken if ander.hoort_bij == stuk.id)
        return tuple(ander for ander in genoemd if self._bijlage_van(ander) is not None)

    @property
    def notastukken(self) -> tuple[Stuk, ...]:
        """The papers that have a form, in the order of the agenda."""
        rang = {punt.id: plaats for plaats, punt in enumerate(self.agendapunten)}
        met_nota = (stuk for stuk in self.stukken if stuk.id in self.notas)
        return tuple(sorted(met_nota, key=lambda stuk: rang.get(stuk.agendapunt_id or "", len(rang))))

    def punt_van(self, stuk: Stuk) -> str | None:
        """Return the id of the item a paper lies under, by itself or through the nota it belongs to."""
        return next((boven.agendapunt_id for boven in self._lijn(stuk) if boven.agendapunt_id is not None), None)

    def is_aanwezig(self, stuk: Stuk) -> bool:
        """Tell whether there is something to read: a form or a received file."""
        return stuk.id in self.notas or stuk.id in self.versies

    def voorstel(self, punt: Agendapunt) -> tuple[Voorstelpunt, ...]:
        """Return what is proposed: the item's own points, else those of the first nota under it (catalogue 29)."""
        if punt.voorstel:
            return punt.voorstel
        notas = (self.notas[stuk.id] for stuk in self.stukken_bij(punt) if stuk.id in self.notas)
        return next((nota.voorstel for nota in notas), ())

    def label(self, stuk: Stuk) -> str:
        """Return the short name of a paper in this meeting: ``2a``, ``2a bijl. 1``; empty when it is under no item."""
        ouder = self._bijlage_van(stuk)
        if ouder is not None:
            return f"{self.label(ouder)} bijl. {self.rang(stuk)}".strip()
        nummer = self.nummers.get(stuk.agendapunt_id or "")
        return str(nummer) if nummer is not None else ""

    def rang(self, bijlage: Stuk) -> int:
        """Return the number of a bijlage under its nota, in this set and in every other."""
        if bijlage.id in self.rangen:
            return self.rangen[bijlage.id]
        return [ander.id for ander in self.stukken if ander.hoort_bij == bijlage.hoort_bij].index(bijlage.id) + 1

    def aanduiding(self, stuk: Stuk) -> str:
        """Return the name of a paper among all meetings: ``BC WK 11-3-2026 2a``."""
        return f"{self.kort} {self.label(stuk) or stuk.titel}"

    @property
    def kort(self) -> str:
        """The name of this meeting among all meetings: ``BC WK 11-3-2026``."""
        return f"{self.gremium.kort} {kort(self.vergadering.datum)}"

    def naam(self, persoon_id: str | None) -> str:
        """Return the name of a person, or nothing when nobody is named."""
        persoon = self.personen.get(persoon_id or "")
        return persoon.naam if persoon else ""

    def velden(self, stuk: Stuk | None = None) -> dict[str, str]:
        """Return what placeholders stand for, in the whole meeting or in one paper."""
        punt = self.nummers.get(stuk.agendapunt_id or "") if stuk else None
        nota = self.notas.get(stuk.id) if stuk else None
        begin, einde = self.vergadering.begin, self.vergadering.einde
        return {
            "gremium": self.gremium.naam,
            "datum": lang(self.vergadering.datum),
            "dag": lang(self.vergadering.datum, met_dag=True),
            "tijd": spanne(begin, einde) if begin and einde else "",
            "plaats": self.vergadering.plaats,
            "afmelden": self.brief.afmelden if self.brief else "",
            "voorzitter": self.naam(self.vergadering.voorzitter_id),
            "secretaris": self.naam(self.vergadering.secretaris_id),
            "leden": ", ".join(self._bezetting()),
            "agendapunt": str(punt) if punt is not None else "",
            "kenmerk": nota.registratienummer if nota else self.brief.ons_kenmerk if self.brief else "",
        }

    def _bezetting(self) -> Iterator[str]:
        """Go through the names of who has a seat on the day of the meeting, the chair first, then as listed."""
        zetels = [
            zetel for zetel in self.leden if zetel.geldt_op(self.vergadering.datum) and zetel.rol not in _GEEN_LID
        ]
        voorop = {Rol.VOORZITTER: 0, Rol.SECRETARIS: 2}
        for zetel in sorted(zetels, key=lambda zetel: voorop.get(zetel.rol, 1)):
            naam = self.naam(zetel.persoon_id)
            if naam:
                yield f"{naam} ({zetel.rol.value})" if zetel.rol in voorop else naam

    def gevuld(self, tekst: str, stuk: Stuk | None = None) -> str:
        """Return a text with its placeholders filled for this meeting."""
        return vul(tekst, self.velden(stuk), self.nummers)

    def zonder(self, punten: frozenset[str], stukken: frozenset[str]) -> Self:
        """Return this meeting without those items and papers, and without all that hangs on them; numbers stay.

        A paper promises no bijlagen that are left out. What was taken off the agenda is left out too.
        """
        alle = self._punten()
        over = tuple(punt for punt in self.agendapunten if not any(boven.id in punten for boven in lijn(punt, alle)))
        ids = {punt.id for punt in over}
        los = set(stukken) | {s.id for s in self.stukken if s.agendapunt_id and s.agendapunt_id not in ids}
        weg = {stuk.id for stuk in self.stukken if any(boven.id in los for boven in self._lijn(stuk))}
        return replace(
            self,
            agendapunten=over,
            stukken=tuple(self._belooft_zonder(stuk, weg) for stuk in self.stukken if stuk.id not in weg),
            versies={id_: versie for id_, versie in self.versies.items() if id_ not in weg},
            notas={id_: nota for id_, nota in self.notas.items() if id_ not in weg},
            nummers={id_: nummer for id_, nummer in self.nummers.items() if id_ in ids},
            tijden={id_: tijd for id_, tijd in self.tijden.items() if id_ in ids},
            rangen={id_: rang for id_, rang in self.rangen.items() if id_ not in weg},
            gelakt={id_: som for id_, som in self.gelakt.items() if id_ not in weg},
            afgevoerd=Afgevoerd(),
        )

    def _punten(self) -> dict[str, Agendapunt]:
        return {punt.id: punt for punt in self.agendapunten}

    def _lijn(self, stuk: Stuk) -> Iterator[Stuk]:
        """Go from a paper to the ones it belongs to, the nearest first; none comes twice."""
        alle = {ander.id: ander for ander in self.stukken}
        gehad: set[str] = set()
        boven: Stuk | None = stuk
        while boven is not None and boven.id not in gehad:
            gehad.add(boven.id)
            yield boven
            boven = alle.get(boven.hoort_bij or "")

    def _bijlage_van(self, stuk: Stuk) -> Stuk | None:
        """Return the paper of which this is a bijlage; none when it belongs to itself by a roundabout way."""
        _, *boven = self._lijn(stuk)
        return boven[0] if boven and boven[-1].hoort_bij != stuk.id else None

    def _belooft_zonder(self, stuk: Stuk, weg: set[str]) -> Stuk:
        aantal = sum(bijlage.id in weg for bijlage in self.bijlagen_bij(stuk)) if stuk.bijlagen_beloofd else 0
        return replace(stuk, bijlagen_beloofd=max(0, stuk.bijlagen_beloofd - aantal))


def _rangen(stukken: Iterable[Stuk]) -> dict[str, int]:
    geteld: dict[str, int] = {}
    uit = {}
    for stuk in stukken:
        if stuk.hoort_bij is not None:
            uit[stuk.id] = geteld[stuk.hoort_bij] = geteld.get(stuk.hoort_bij, 0) + 1
    return uit
