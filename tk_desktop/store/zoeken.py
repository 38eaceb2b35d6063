"""Full text search over pages, nota's, items and what came of them; what is searched is derived and made again."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database

from tk_desktop.store.tabel import Rij
from tk_desktop.store.zoekwoorden import longer_words, remember_words


class Zoeksoort(StrEnum):
    """Where a text was found; what stands hidden in a file is kept for the checks and never found."""

    PAGINA = "pagina"
    VERBORGEN = "verborgen"
    NOTA = "nota"
    AGENDAPUNT = "agendapunt"
    AANTEKENING = "aantekening"
    BESLUIT = "besluit"
    VERSLAG = "verslag"
    ACTIE = "actie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vindplaats:
    """A place that holds the words: ``bron`` is the SHA-256 of a file, or the id of what else holds them.

    ``pagina`` counts from 1 and is 0 where there are no pages; of what a verslag says of an item, 1 is the closed part
    (``Puntverslag.zoekteksten``). ``fragment`` has the found words between ‹ and ›.
    """

    soort: Zoeksoort
    bron: str
    pagina: int
    fragment: str


_OVERAL = 20_000
"""Beyond so many places the words say little of what is sought; bm25 weighs each of them before it gives the first."""


class Zoekregister:
    """What can be searched."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def neem_op(self, soort: Zoeksoort, bron: str, teksten: Sequence[str]) -> None:
        """Make these texts (pages, or the one text of a nota) all that is found of this source.

        What is found already is not written again: the index costs more than what it is of.
        """
        van = {"soort": soort.value, "bron": bron}
        vraag = "SELECT pagina, tekst FROM zoekregel WHERE soort = :soort AND bron = :bron"
        staat = {rij["pagina"]: rij["tekst"] for rij in self._db.query(vraag, van)}
        nieuw = dict(enumerate(teksten, 1 if soort is Zoeksoort.PAGINA else 0))
        remember_words(self._db, [tekst for pagina, tekst in nieuw.items() if staat.get(pagina) != tekst])
        for pagina in staat.keys() - nieuw.keys():
            deze = "soort = :soort AND bron = :bron AND pagina = :pagina"
            self._db.execute(f"DELETE FROM zoekregel WHERE {deze}", van | {"pagina": pagina})
        for pagina, tekst in nieuw.items():
            if pagina not in staat:
                opdracht = "INSERT INTO zoekregel (soort, bron, pagina, tekst) VALUES (:soort, :bron, :pagina, :tekst)"
            elif staat[pagina] != tekst:
                opdracht = (
                    "UPDATE zoekregel SET tekst = :tekst WHERE soort = :soort AND bron = :bron AND pagina = :pagina"
                )
            else:
                continue
            self._db.execute(opdracht, van | {"pagina": pagina, "tekst": tekst})

    def teksten(self, soort: Zoeksoort, bron: str) -> tuple[str, ...]:
        """Return the texts of a source, in order of page."""
        rijen = self._db.query(
            "SELECT tekst FROM zoekregel WHERE soort = :soort AND bron = :bron ORDER BY pagina",
            {"soort": soort.value, "bron": bron},
        )
        return tuple(rij["tekst"] for rij in rijen)

    def zoek(self, vraag: str, *, hoogstens: int = 50, aantekeningen: bool = False) -> tuple[Vindplaats, ...]:
        """Return where the words stand, the best first (K1, K2).

        Words are all required, and are found within longer words too (``zorg`` in ``jeugdzorgregio``, from four
        letters on; where the words stand as they were asked comes first, of words that stand everywhere the newest
        pages); ``"een zin"`` is sought as it stands, ``-woord`` must be absent, ``woord*`` may go on, ``OR`` or ``OF``
        between two words allows either. A question without a word finds nothing. Notes of readers are sought apart
        (F14): what is found in papers may be shown to others.
        """
        precies = _als_fts(vraag)
        if not precies:
            return ()
        uit = self._passend(precies, hoogstens, aantekeningen=aantekeningen)
        if len(uit) == hoogstens:  # to look through all words for longer ones costs more than to seek
            return tuple(uit)
        breder = _als_fts(vraag, lambda woord: longer_words(self._db, woord))
        if breder != precies:
            rest = hoogstens - len(uit)
            uit += self._passend(f"({breder}) NOT ({precies})", rest, aantekeningen=aantekeningen)
        return tuple(uit)

    def _passend(self, fts: str, hoogstens: int, *, aantekeningen: bool) -> list[Vindplaats]:
        """Return the best of what is found, without what stands hidden in a file."""
        haal = hoogstens
        while True:
            rijen = self._beste(fts, haal, aantekeningen=aantekeningen)
            passend = [rij for rij in rijen if rij["soort"] != Zoeksoort.VERBORGEN.value]
            if len(passend) >= hoogstens or len(rijen) < haal:
                return [_vindplaats(rij) for rij in passend[:hoogstens]]
            haal *= 4

    def _beste(self, fts: str, haal: int, *, aantekeningen: bool) -> list[Rij]:
        """Return the best of what is found, or the newest of what stands everywhere; of the rest nothing is looked up.

        Notes are few among many pages: they are told apart first.
        """
        notities = "SELECT id FROM zoekregel WHERE soort = 'aantekening'"
        rang = "-rowid" if self._staat_overal(fts) else "rank"
        return list(
            self._db.query(
                f"""SELECT z.soort, z.bron, z.pagina, f.fragment FROM (
                       SELECT rowid AS id, {rang} AS rang, snippet(zoekregel_fts, 0, '‹', '›', ' … ', 12) AS fragment
                       FROM zoekregel_fts
                       WHERE zoekregel_fts MATCH :vraag AND rowid {"" if aantekeningen else "NOT"} IN ({notities})
                       ORDER BY {"rowid DESC" if rang == "-rowid" else rang} LIMIT :haal
                   ) f JOIN zoekregel z ON z.id = f.id ORDER BY f.rang, z.id""",
                {"vraag": fts, "haal": haal},
            )
        )

    def _staat_overal(self, fts: str) -> bool:
        """Tell whether so much is found that weighing each place would keep who asks waiting."""
        vraag = "SELECT 1 FROM zoekregel_fts WHERE zoekregel_fts MATCH :vraag LIMIT 1 OFFSET :aantal"
        return any(True for _ in self._db.query(vraag, {"vraag": fts, "aantal": _OVERAL}))


def _vindplaats(rij: Rij) -> Vindplaats:
    return Vindplaats(
        soort=Zoeksoort(rij["soort"]),
        bron=rij["bron"],
        pagina=rij["pagina"],
        fragment=" ".join(rij["fragment"].split()),
    )


def zoek_in(teksten: Mapping[str, str], vraag: str) -> tuple[Vindplaats, ...]:
    """Return in which of these texts, by their id, the words of a question stand, as ``Zoekregister.zoek`` seeks them.

    For texts that are few and stand in no register; nothing of it comes on the disk.
    """
    fts = _als_fts(vraag)
    if not fts or not teksten:
        return ()
    db = Database(memory=True)
    try:
        db.execute(f"CREATE VIRTUAL TABLE proef USING fts5 (bron UNINDEXED, tekst, {_WOORDEN})")
        for bron, tekst in teksten.items():
            db.execute("INSERT INTO proef (bron, tekst) VALUES (:bron, :tekst)", {"bron": bron, "tekst": tekst})
        rijen = db.query(
            """SELECT bron, snippet(proef, 1, '‹', '›', ' … ', 12) AS fragment FROM proef
               WHERE proef MATCH :vraag ORDER BY rank""",
            {"vraag": fts},
        )
        return tuple(
            Vindplaats(
                soort=Zoeksoort.AANTEKENING, bron=rij["bron"], pagina=0, fragment=" ".join(rij["fragment"].split())
            )
            for rij in rijen
        )
    finally:
        db.close()


_WOORDEN = "tokenize = 'unicode61 remove_diacritics 2'"
"""How texts fall into words, as in the index of ``db/migrations``."""

_TERM = re.compile(r'(-?)"([^"]*)"|(-?)(\S+)')


def _als_fts(vraag: str, langer: Callable[[str], Sequence[str]] = lambda _: ()) -> str:
    """Return a question in the words of FTS5; every word is quoted, so that no sign in it is an operator.

    ``langer`` gives the words of the index within which a word stands.
    """
    wel: list[str] = []
    niet: list[str] = []
    of = False
    for min_zin, zin, min_woord, woord in _TERM.findall(vraag.replace("\0", " ")):
        if woord in ("OR", "OF"):
            of = bool(wel)
            continue
        if woord in ("AND", "EN"):
            continue
        term = _term(zin or woord, voorvoegsel=woord.endswith("*"))
        if not term:
            continue
        breder = () if zin or min_woord or woord.endswith("*") else langer(woord)
        if breder:
            term = "(" + " OR ".join([term, *(f'"{een}"' for een in breder)]) + ")"
        if min_zin or min_woord:
            niet.append(term)
        elif of:
            wel[-1] = f"({wel[-1]} OR {term})"
        else:
            wel.append(term)
        of = False
    if not wel:
        return ""
    return " AND ".join(wel) + "".join(f" NOT {term}" for term in niet)


def _term(tekst: str, *, voorvoegsel: bool) -> str:
    woorden: Iterable[str] = re.findall(r"\w+", tekst)
    zin = " ".join(woorden)
    if not zin:
        return ""
    return f'"{zin}"*' if voorvoegsel else f'"{zin}"'
