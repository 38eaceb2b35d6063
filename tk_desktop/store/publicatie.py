"""What of a meeting is for its readers: rows as they stand, each with whether it is besloten and by which item (E8)."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from tk_desktop.domain.agenda import DICHT_PUNT
from tk_desktop.domain.bewerking import Waarde
from tk_desktop.domain.opmaak import heeft_besloten, open_regel, open_tekst
from tk_desktop.domain.presentiezicht import presentie_voor_iedereen
from tk_desktop.domain.zitting import Zitting
from tk_desktop.store.tabel import Rij, rijen_bij
from tk_desktop.store.weglakkingen import Gelakten
from tk_desktop.store.zittingen import Geheimhoudingen, Presenties, besluitrijen

_VAN_STUK = (
    ("nota", "stuk_id", "stuk"),
    ("nota_behandelaar", "nota_id", "nota"),
    ("nota_sectie", "nota_id", "nota"),
    ("voorstelpunt", "nota_id", "nota"),
    ("nota_argument", "nota_id", "nota"),
    ("cijfertabel", "stuk_id", "stuk"),
    ("cijferkolom", "tabel_id", "cijfertabel"),
    ("cijferrij", "tabel_id", "cijfertabel"),
    ("cijfercel", "rij_id", "cijferrij"),
    ("cijfertwijfel", "tabel_id", "cijfertabel"),
)
_VAN_PUNT = (
    ("agendapunt_behandeling", "agendapunt_id", "agendapunt"),
    ("agendapunt_inleider", "agendapunt_id", "agendapunt"),
    ("voorstelpunt", "agendapunt_id", "agendapunt"),
    ("ronde", "agendapunt_id", "agendapunt"),
)
_UITKOMSTEN = (
    ("besluit", "agendapunt_id", "agendapunt"),
    ("actie", "agendapunt_id", "agendapunt"),
    ("actie_stand", "actie_id", "actie"),
)
_VERSLAG_PUNT = (
    ("puntverslag", "agendapunt_id", "agendapunt"),
    ("stemming", "agendapunt_id", "agendapunt"),
    ("stem", "stemming_id", "stemming"),
)
_VERSLAG = (
    ("verslag", "vergadering_id"),
    ("schorsing", "vergadering_id"),
)
_ZONDER_BRON = {"pdf_sha256": "", "omgezet_met": "", "getekend": ""}
"""What a version that was redacted tells of the file that came in."""
_NIET = {"persoon": ("telefoon", "email"), "lidmaatschap": ()}
"""Columns that are published to nobody: how people are reached."""

_VAN_DICHT_PUNT = ("id", "vergadering_id", "ouder_id", "volgorde", "ingevoegd", "duur", "staat")
"""What everybody knows of a besloten item: its place on the agenda, from which its number and its time follow."""
_DICHT_PUNT: Rij = {
    "titel": DICHT_PUNT,
    "besloten": 1,
    "standaard": 0,
    "mondeling": 0,
    "toelichting": "",
    "hamerstuk": 0,
    "akkoord": 1,
    "spoed": "",
    "reden": "",
    "herkomst_id": None,
    "geheimhouding_id": None,
}
"""All else of such an item, as everybody reads it."""


def _niets(_: str) -> str:
    """Return what everybody reads of what was said behind closed doors at an item that is open."""
    return ""


_OPEN: Mapping[str, Mapping[str, Callable[[str], str]]] = {
    "nota_sectie": {"tekst": open_tekst},
    "voorstelpunt": {"tekst": open_regel},
    "nota_argument": {"kop": open_regel, "tekst": open_tekst},
    "puntverslag": {"besproken": open_tekst, "besloten_deel": _niets},
    "besluit": {"tekst": open_tekst, "voorgesteld": open_tekst, "minderheid": open_tekst},
}
"""Texts of which everybody reads what is not besloten, as on paper (J9), so that no point and no number is lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesrij:
    """A row for readers; ``zaak`` is the item that members are kept from and under which it hangs, else empty.

    A row may be there more than once, with other values for other readers: who may read the narrower one sees that.
    """

    tabel: str
    id: str
    waarden: Mapping[str, Waarde]
    besloten: bool
    zaak: str


@dataclass(frozen=True, slots=True)
class _Zicht:
    besloten: bool
    zaak: str


class Publicaties:
    """Reads what a meeting is to its readers."""

    def __init__(self, db: Database, zitting: Callable[[str], Zitting]) -> None:
        """``zitting`` reads a meeting as it was held, by its id."""
        self._db = db
        self._zitting = zitting

    def rijen(self, vergadering_id: str, *, uitkomsten: bool) -> tuple[Leesrij, ...]:
        """Return the rows of a meeting: agenda, papers and nota's, and with ``uitkomsten`` besluiten and acties.

        A verslag goes along once it was approved, with who were there and how they voted, as it was approved. A row is
        besloten when it is itself, or when anything is that it hangs under; what geheimhouding rests on says so to who
        may read it. One with a passage that is besloten is there twice: for everybody without it, and whole. So is a
        paper that was redacted; what was read in it stays with who may read it whole.
        """
        zicht: dict[tuple[str, str], _Zicht] = {}
        rijen = [*self._open(vergadering_id), *self._punten(vergadering_id, zicht)]
        rijen += self._stukken(vergadering_id, zicht)
        uit = [*self._dichte_punten(zicht, rijen), *self._gelakt(zicht, rijen)]
        uit += [self._leesrij(tabel, rij, zicht.get((tabel, rij["id"]), _Zicht(False, ""))) for tabel, rij in rijen]
        verslag = uitkomsten and self._is_vastgesteld(vergadering_id)
        vast = self._vastgesteld(vergadering_id) if verslag else {}
        gemerkt = self._gemerkt(zicht)
        onder = (*_VAN_PUNT, *_VAN_STUK, *(_UITKOMSTEN if uitkomsten else ()), *(_VERSLAG_PUNT if verslag else ()))
        for tabel, kolom, ouder in onder:
            ouders = [id_ for van, id_ in zicht if van == ouder]
            if tabel == "stem":
                ouders = [id_ for id_ in ouders if id_ not in self._geheime_stemmingen()]
            for rij in self._rijen(vast, tabel, kolom, ouders):
                boven = zicht[ouder, rij[kolom]]
                dicht = boven.besloten or bool(rij.get("besloten")) or self._van_dicht_besluit(rij)
                dicht = dicht or (tabel in ("nota", "cijfertabel") and rij["stuk_id"] in gemerkt)
                open_ = _zonder_passage(tabel, rij)
                hier = _Zicht(dicht or open_ is None, boven.zaak)
                zicht[tabel, rij["id"]] = hier
                uit.append(self._leesrij(tabel, rij if open_ is None or dicht else open_, hier))
                if not hier.besloten and open_ != rij:
                    uit.append(self._leesrij(tabel, rij, _Zicht(True, boven.zaak)))
        if verslag:
            uit += self._verslag(vergadering_id, zicht)
        uit += self._geheimhouding(zicht)
        return tuple(uit)

    def _vastgesteld(self, vergadering_id: str) -> Mapping[str, Sequence[Rij]]:
        """Return the rows by table that say what was approved; nothing when that was not kept yet then."""
        zitting = self._zitting(vergadering_id)
        return besluitrijen(self._db, zitting.zoals_vastgesteld()) if zitting.vast is not None else {}

    def _rijen(self, vast: Mapping[str, Sequence[Rij]], tabel: str, kolom: str, ouders: Sequence[str]) -> Iterable[Rij]:
        """Return the rows under others, those that were approved where they were."""
        if tabel in vast:
            return [rij for rij in vast[tabel] if rij[kolom] in ouders]
        return rijen_bij(self._db, tabel, kolom, ouders)

    def _is_vastgesteld(self, vergadering_id: str) -> bool:
        vraag = "SELECT 1 FROM verslag WHERE vergadering_id = :id AND staat = 'vastgesteld'"
        return next(iter(self._db.query(vraag, {"id": vergadering_id})), None) is not None

    def _geheime_stemmingen(self) -> frozenset[str]:
        """Return the votes of which nobody is to know who voted what."""
        return frozenset(rij["id"] for rij in self._db.query("SELECT id FROM stemming WHERE wijze = 'schriftelijk'"))

    def _verslag(self, vergadering_id: str, zicht: Mapping[tuple[str, str], _Zicht]) -> Iterator[Leesrij]:
        """Yield what an approved verslag has besides its items: its state, who were there, corrections."""
        verslagen = []
        for tabel, kolom in _VERSLAG:
            for rij in rijen_bij(self._db, tabel, kolom, [vergadering_id]):
                if tabel == "verslag":
                    verslagen.append(rij["id"])
                yield self._leesrij(tabel, rij, _Zicht(False, ""))
        yield from self._presentie(vergadering_id, zicht)
        for rij in rijen_bij(self._db, "correctie", "verslag_id", verslagen):
            boven = zicht.get(("agendapunt", rij["agendapunt_id"] or ""), _Zicht(False, ""))
            dicht = boven.besloten or bool(rij["besloten"]) or _zonder_passage("correctie", rij) is None
            if dicht and rij["agendapunt_id"] is None and any(een.zaak for een in zicht.values()):
                continue  # of what somebody is kept from it may tell, so it stays with the secretariat
            yield self._leesrij("correctie", rij, _Zicht(dicht, boven.zaak))

    def _presentie(self, vergadering_id: str, zicht: Mapping[tuple[str, str], _Zicht]) -> Iterator[Leesrij]:
        """Yield the list of names as each circle of readers may know it: guests of a closed item tell of it (H9).

        Everybody gets it by the open items; members by those that nobody is kept from, and by each item that some are
        kept from: of these only the rows that say something else than what they have already.
        """
        zitting = self._zitting(vergadering_id).zoals_vastgesteld()
        punten = {id_: hier for (tabel, id_), hier in zicht.items() if tabel == "agendapunt"}
        open_ = {id_ for id_, hier in punten.items() if not hier.besloten}
        gekend: dict[str, Rij] = {}
        for rij in self._namen(zitting, open_):
            gekend[rij["id"]] = rij
            yield self._leesrij("presentie", rij, _Zicht(False, ""))
        van_leden = {id_ for id_, hier in punten.items() if id_ in open_ or not hier.zaak}
        zaken = sorted({hier.zaak for id_, hier in punten.items() if id_ not in van_leden})
        for zaak in ("", *zaken) if len(open_) < len(punten) else ():
            erbij = {id_ for id_, hier in punten.items() if zaak and hier.zaak == zaak}
            anders = [rij for rij in self._namen(zitting, van_leden | erbij) if gekend.get(rij["id"]) != rij]
            yield from (self._leesrij("presentie", rij, _Zicht(True, zaak)) for rij in anders)
            gekend |= {} if zaak else {rij["id"]: rij for rij in anders}

    def _namen(self, zitting: Zitting, punten: set[str]) -> Iterator[Rij]:
        """Yield the rows of the list of names as they are to who knows of these items; whole when they know of all."""
        lijst = zitting.presentie
        if not punten.issuperset(zitting.rij):
            lijst, _ = presentie_voor_iedereen(lijst, (), zitting.rij, punten)
        namen = Presenties(self._db)
        return map(namen.rij, lijst)

    def _geheimhouding(self, zicht: Mapping[tuple[str, str], _Zicht]) -> Iterator[Leesrij]:
        """Yield the duties of secrecy on items and papers of the meeting, always besloten: their words may tell."""
        hier: dict[str, str] = {}
        for tabel, soort in (("geheimhouding_punt", "agendapunt"), ("geheimhouding_stuk", "stuk")):
            ids = [id_ for van, id_ in zicht if van == soort and zicht[van, id_].besloten]
            for rij in rijen_bij(self._db, tabel, "over", ids):
                zaak = zicht[soort, rij["over"]].zaak
                hier[rij["geheimhouding_id"]] = hier.get(rij["geheimhouding_id"], "") or zaak
                yield self._leesrij(tabel, rij, _Zicht(True, zaak))
        for tabel, kolom in (("geheimhouding", "id"), ("geheimhouding_gebeurtenis", "geheimhouding_id")):
            for rij in rijen_bij(self._db, tabel, kolom, hier):
                yield self._leesrij(tabel, rij, _Zicht(True, hier[rij[kolom]]))

    def uitgesloten(self, zaak: str) -> frozenset[str]:
        """Return who is kept from an item or from anything under it, or from what it or a paper hangs under."""
        rijen = self._db.query(
            """WITH RECURSIVE onder (id) AS (
                   VALUES (:zaak) UNION SELECT a.id FROM agendapunt a JOIN onder o ON a.ouder_id = o.id
               ), papier (id) AS (
                   VALUES (:zaak) UNION SELECT s.hoort_bij FROM stuk s JOIN papier p ON s.id = p.id
               ), boven (id) AS (
                   SELECT :zaak UNION SELECT s.agendapunt_id FROM stuk s JOIN papier p ON s.id = p.id
                   UNION SELECT a.ouder_id FROM agendapunt a JOIN boven b ON a.id = b.id
               ) SELECT persoon_id FROM uitgesloten
               WHERE agendapunt_id IN (SELECT id FROM onder UNION SELECT id FROM boven)""",
            {"zaak": zaak},
        )
        return frozenset(rij["persoon_id"] for rij in rijen)

    def _open(self, vergadering_id: str) -> Iterator[tuple[str, Rij]]:
        (vergadering,) = self._db.query("SELECT * FROM vergadering WHERE id = :id", {"id": vergadering_id})
        yield "vergadering", vergadering
        gremium = vergadering["gremium_id"]
        leden = rijen_bij(self._db, "lidmaatschap", "gremium_id", [gremium])
        personen = {lid["persoon_id"] for lid in leden} | {vergadering["voorzitter_id"], vergadering["secretaris_id"]}
        for tabel, rijen in (
            ("gremium", rijen_bij(self._db, "gremium", "id", [gremium])),
            ("lidmaatschap", leden),
            ("persoon", rijen_bij(self._db, "persoon", "id", sorted(personen - {None}))),
            ("uitnodigingsbrief", rijen_bij(self._db, "uitnodigingsbrief", "vergadering_id", [vergadering_id])),
        ):
            yield from ((tabel, rij) for rij in rijen)

    def _gedekt(self, vergadering_id: str) -> frozenset[str]:
        """Return the ids of the items and papers on which geheimhouding holds: besloten, however they are marked."""
        plichten = Geheimhoudingen(self._db).geldend(vergadering_id)
        return frozenset(id_ for een in plichten for id_ in (*een.agendapunten, *een.stukken))

    def _punten(self, vergadering_id: str, zicht: dict[tuple[str, str], _Zicht]) -> Iterator[tuple[str, Rij]]:
        gedekt = self._gedekt(vergadering_id)
        punten = [
            {**punt, "besloten": 1} if punt["id"] in gedekt else punt
            for punt in rijen_bij(self._db, "agendapunt", "vergadering_id", [vergadering_id])
        ]
        per_id = self._met_hogere("agendapunt", "ouder_id", punten)
        weg = {rij["agendapunt_id"] for rij in rijen_bij(self._db, "uitgesloten", "agendapunt_id", per_id)}
        for punt in punten:
            keten = list(_boven(punt, per_id))
            besloten = any(een["besloten"] for een in keten)
            zaak = _zaak([een["id"] for een in reversed(keten)], weg, {een["id"] for een in punten})
            zicht["agendapunt", punt["id"]] = _Zicht(besloten, zaak)
            yield "agendapunt", punt

    def _met_hogere(self, tabel: str, kolom: str, rijen: Sequence[Rij]) -> dict[str, Rij]:
        """Return rows by id with all that they hang under, in whatever meeting: what is besloten there, counts here."""
        uit = {rij["id"]: rij for rij in rijen}
        while mist := {rij[kolom] for rij in uit.values() if rij[kolom]} - uit.keys():
            gevonden = {rij["id"]: rij for rij in rijen_bij(self._db, tabel, "id", sorted(mist))}
            if not gevonden:
                break
            uit |= gevonden
        return uit

    def _elders(self, punt_id: str | None, stuk_id: str) -> _Zicht:
        """Return how an item of another meeting is seen, under which a paper of this one hangs.

        Where somebody is kept from it, that paper is a case of its own: that of the item has other readers.
        """
        punten = list(rijen_bij(self._db, "agendapunt", "id", [punt_id] if punt_id else []))
        keten = [een for punt in punten for een in _boven(punt, self._met_hogere("agendapunt", "ouder_id", punten))]
        weg = rijen_bij(self._db, "uitgesloten", "agendapunt_id", [een["id"] for een in keten])
        return _Zicht(any(een["besloten"] for een in keten), stuk_id if weg else "")

    def _stukken(self, vergadering_id: str, zicht: dict[tuple[str, str], _Zicht]) -> Iterator[tuple[str, Rij]]:
        """Yield the papers that were not put away, and the newest version of each."""
        gedekt = self._gedekt(vergadering_id)
        stukken = [
            {**stuk, "besloten": 1} if stuk["id"] in gedekt else stuk
            for stuk in rijen_bij(self._db, "stuk", "vergadering_id", [vergadering_id])
            if stuk["verwijderd"] is None
        ]
        per_id = self._met_hogere("stuk", "hoort_bij", stukken)
        for stuk in stukken:
            besloten, zaak = False, ""
            for een in _boven(stuk, per_id, "hoort_bij"):
                punt = zicht.get(("agendapunt", een["agendapunt_id"] or "")) or self._elders(
                    een["agendapunt_id"], stuk["id"]
                )
                besloten, zaak = besloten or bool(een["besloten"]) or punt.besloten, zaak or punt.zaak
            zicht["stuk", stuk["id"]] = _Zicht(besloten, zaak)
            yield "stuk", stuk
        gelakt = self._gemerkt(zicht)
        nieuwste: dict[str, Rij] = {}
        for versie in rijen_bij(self._db, "stukversie", "stuk_id", [stuk["id"] for stuk in stukken]):
            nieuwste[versie["stuk_id"]] = versie
        for versie in nieuwste.values():
            hier = zicht["stuk", versie["stuk_id"]]
            zicht["stukversie", versie["id"]] = _Zicht(True, hier.zaak) if versie["stuk_id"] in gelakt else hier
            yield "stukversie", versie

    def _dichte_punten(
        self, zicht: Mapping[tuple[str, str], _Zicht], rijen: Iterable[tuple[str, Rij]]
    ) -> Iterator[Leesrij]:
        """Yield for everybody the items that are besloten and stand under none that is: that there is one, no more.

        So every laptop counts as the agenda on paper does, and knows at what time the next item begins.
        """
        punten = {rij["id"]: rij for tabel, rij in rijen if tabel == "agendapunt"}
        for id_, punt in punten.items():
            boven = list(_boven(punt, punten))
            onder_open = not any(zicht["agendapunt", een["id"]].besloten for een in boven[1:])
            if zicht["agendapunt", id_].besloten and onder_open and all(een["staat"] == "geagendeerd" for een in boven):
                open_ = {kolom: punt[kolom] for kolom in _VAN_DICHT_PUNT}
                stomp = {**_DICHT_PUNT, **open_}
                yield self._leesrij("agendapunt", stomp, _Zicht(False, ""))

    def _gelakt(self, zicht: Mapping[tuple[str, str], _Zicht], rijen: Iterable[tuple[str, Rij]]) -> Iterator[Leesrij]:
        """Yield for everybody the versions that were redacted, each with the file that was made of it."""
        gelakt = self._gemerkt(zicht)
        for tabel, rij in rijen:
            som = gelakt.get(rij["stuk_id"], "") if tabel == "stukversie" else ""
            if som and not zicht["stuk", rij["stuk_id"]].besloten:
                eigen = {"sha256": som, "bestandsnaam": "gelakt.pdf", "media": "application/pdf"}
                yield self._leesrij(tabel, {**rij, **eigen, **_ZONDER_BRON}, _Zicht(False, ""))

    def _gemerkt(self, zicht: Mapping[tuple[str, str], _Zicht]) -> Mapping[str, str]:
        """Return the papers that were marked for redaction, each with the file for everybody."""
        return Gelakten(self._db).voor_iedereen([id_ for tabel, id_ in zicht if tabel == "stuk"])

    def _van_dicht_besluit(self, rij: Rij) -> bool:
        """Tell whether a row tells of how a besluit came about that is besloten itself: a round of letters."""
        ids = [id_] if (id_ := rij.get("besluit_id")) else []
        return any(besluit["besloten"] for besluit in rijen_bij(self._db, "besluit", "id", ids))

    def _leesrij(self, tabel: str, rij: Rij, zicht: _Zicht) -> Leesrij:
        weg = _NIET.get(tabel, ())
        if tabel == "agendapunt" and not zicht.besloten:
            rij = {**rij, "toelichting": open_tekst(rij["toelichting"])}
        return Leesrij(
            tabel=tabel,
            id=rij["id"],
            waarden={kolom: waarde for kolom, waarde in rij.items() if kolom != "id" and kolom not in weg},
            besloten=zicht.besloten,
            zaak=zicht.zaak if zicht.besloten else "",
        )


def _zonder_passage(tabel: str, rij: Rij) -> Rij | None:
    """Return a row as everybody may read it: the same one when no passage of it is besloten (J9).

    ``None``: the passage stands where none is left out, so the whole row is for who may read it.
    """
    wijze = _OPEN.get(tabel, {})
    open_ = {kolom: wijze[kolom](waarde) if kolom in wijze else waarde for kolom, waarde in rij.items()}
    gelezen = (waarde for waarde in open_.values() if isinstance(waarde, str))
    return None if any(map(heeft_besloten, gelezen)) else open_


def _zaak(keten: Iterable[str], weg: Collection[str], eigen: Collection[str]) -> str:
    """Return the highest item of this meeting (``eigen``) at or under one that somebody is kept from (``weg``).

    ``keten`` goes from the highest down. Empty when nobody is kept from any.
    """
    dicht = False
    for id_ in keten:
        dicht = dicht or id_ in weg
        if dicht and id_ in eigen:
            return id_
    return ""


def _boven(rij: Rij, per_id: Mapping[str, Rij], kolom: str = "ouder_id") -> Iterable[Rij]:
    """Yield a row and those it hangs under, each once."""
    gehad: set[str] = set()
    volgende: Rij | None = rij
    while volgende is not None and volgende["id"] not in gehad:
        gehad.add(volgende["id"])
        yield volgende
        volgende = per_id.get(volgende[kolom] or "")
