"""Where everything of a werkmap comes to stand when it leaves for good: a folder a meeting, a readable name a file."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tk_desktop.base.webnaam import webnaam
from tk_desktop.store.uitgang import Rij, Tabelinhoud

_ACHTER = re.compile(r"\.[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgangsbestand:
    """A kept file and where it comes: ``pad`` from the top of the folder, ``naam`` the name in it.

    ``ontvangen`` is when it came in, ``stuk_id`` the paper that it is a version of; empty for a file from which records
    were read. ``ook_van`` are the other papers of that meeting that it is a version of.
    """

    sha256: str
    pad: str
    titel: str
    media: str
    ontvangen: str
    stuk_id: str = ""
    ook_van: tuple[str, ...] = ()

    def is_van(self, stuk_id: str) -> bool:
        """Tell whether it is a version of a paper."""
        return stuk_id == self.stuk_id or stuk_id in self.ook_van

    @property
    def naam(self) -> str:
        """Its own name."""
        return self.pad.rpartition("/")[2]

    @property
    def soort(self) -> str:
        """What kind of file it is, in a short word: the ending of its name, or else what came with it."""
        return self.naam.rpartition(".")[2] if "." in self.naam else self.media


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossiermap:
    """The folder of one meeting; ``paginas`` are the pages of its nota's, by the id of their paper."""

    vergadering_id: str
    map: str
    bestanden: tuple[Uitgangsbestand, ...]
    paginas: Mapping[str, str]

    def van_stuk(self, stuk_id: str) -> tuple[Uitgangsbestand, ...]:
        """Return the files of one paper, the oldest first."""
        return tuple(een for een in self.bestanden if een.is_van(stuk_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bij:
    """The paper of each id, and the files of which passages were taken away of each version."""

    stukken: Mapping[str, Rij]
    gelakt: Mapping[str, Sequence[str]]


def plan_folders(tabellen: Iterable[Tabelinhoud]) -> tuple[Dossiermap, ...]:
    """Return the folder of each meeting, the earliest first, with its files under names that tell what they are.

    A file that several rows of a meeting name stands once, with the first of them: it is the same file. In each meeting
    that names it, it stands anew, so that a dossier is whole by itself.
    """
    per_naam = {een.naam: een.rijen for een in tabellen}
    kort = {rij["id"]: str(rij["afkorting"] or rij["naam"]) for rij in per_naam["gremium"]}
    stukken = {str(rij["id"]): rij for rij in per_naam["stuk"]}
    gelakt: dict[str, list[str]] = {}
    for rij in per_naam.get("gelakt", ()):
        gelakt.setdefault(str(rij["versie_id"]), []).append(str(rij["sha256"]))
    per = _Bij(stukken=stukken, gelakt=gelakt)
    mappen: list[str] = []
    uit = []
    for vergadering in sorted(per_naam["vergadering"], key=lambda rij: (str(rij["datum"]), str(rij["id"]))):
        id_ = str(vergadering["id"])
        mappen.append(webnaam(f"{vergadering['datum']} {kort[vergadering['gremium_id']]}", mappen))
        begin = f"vergaderingen/{mappen[-1]}"
        hier = [rij for rij in per_naam["stuk"] if rij["vergadering_id"] == id_]
        versies = [rij for rij in per_naam["stukversie"] if stukken[str(rij["stuk_id"])]["vergadering_id"] == id_]
        bronnen = [rij for rij in per_naam["bron"] if rij["vergadering_id"] == id_]
        bestanden = _bestanden(f"{begin}/bestanden", sorted(versies, key=_rang), bronnen, per)
        notas = {str(rij["stuk_id"]) for rij in per_naam["nota"]}
        paginas: dict[str, str] = {}
        for stuk in sorted((rij for rij in hier if rij["id"] in notas), key=_rang):
            bezet = ("index", "verslag", "besluitenlijst", "aantekeningen", *(naam[:-5] for naam in paginas.values()))
            paginas[str(stuk["id"])] = f"{webnaam(str(stuk['titel']), bezet)}.html"
        uit.append(Dossiermap(vergadering_id=id_, map=begin, bestanden=tuple(bestanden), paginas=paginas))
    return tuple(uit)


def _rang(rij: Rij) -> tuple[str, str]:
    return str(rij["volgorde"]), str(rij["id"])


def _bestanden(begin: str, versies: Sequence[Rij], bronnen: Sequence[Rij], per: _Bij) -> list[Uitgangsbestand]:
    uit: dict[str, Uitgangsbestand] = {}
    namen: list[str] = []

    def zet(rij: Rij, som: str, titel: str, *, als_pdf: bool = False, stuk_id: str = "") -> None:
        if stuk_id and som in uit and not uit[som].is_van(stuk_id):
            uit[som] = replace(uit[som], ook_van=(*uit[som].ook_van, stuk_id))
        elif som and som not in uit:
            namen.append(webnaam(titel, namen))
            uit[som] = Uitgangsbestand(
                sha256=som,
                pad=f"{begin}/{namen[-1]}{'.pdf' if als_pdf else _achter(rij)}",
                titel=titel,
                media="application/pdf" if als_pdf else str(rij["media"]),
                ontvangen=str(rij["ontvangen"]),
                stuk_id=stuk_id,
            )

    aantallen = Counter(str(rij["stuk_id"]) for rij in versies)
    nummers: Counter[str] = Counter()
    for rij in versies:
        stuk = per.stukken[str(rij["stuk_id"])]
        titel, id_ = str(stuk["titel"]), str(stuk["id"])
        nummers[id_] += 1
        titel += f", versie {nummers[id_]}" if aantallen[id_] > 1 else ""
        zet(rij, str(rij["sha256"]), titel, stuk_id=id_)
        zet(rij, str(rij["pdf_sha256"]), f"{titel} als pdf", als_pdf=True, stuk_id=id_)
        for som in per.gelakt.get(str(rij["id"]), ()):
            zet(rij, som, f"{titel} weggelakt", als_pdf=True, stuk_id=id_)
    for rij in bronnen:
        naam = str(rij["bestandsnaam"])
        zet(rij, str(rij["sha256"]), f"ontvangen {naam.rpartition('.')[0] or naam}")
    return list(uit.values())


def _achter(rij: Rij) -> str:
    """Return the ending of the name under which a file came in, when it is an honest one."""
    naam = str(rij["bestandsnaam"]).casefold()
    achter = f".{naam.rpartition('.')[2]}" if "." in naam else ""
    return achter if _ACHTER.fullmatch(achter) else ""
