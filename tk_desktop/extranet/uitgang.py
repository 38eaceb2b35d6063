"""Everything of a werkmap in one folder that is read without this program, and from which it is made again (Deliver 4).

``index.html`` leads to a page for each meeting with its files under readable names; ``gegevens`` holds a file of JSON
for each table (docs/uitgang.md); ``uitgang.json`` and ``sha256.txt`` say what there is. The same werkmap gives the same
bytes: no clock, no name of a folder and no version of the program stands in it.
"""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tk_desktop.base.errors import BestandNietGevonden, TkError
from tk_desktop.base.files import replacing, sha256
from tk_desktop.base.paths import resources
from tk_desktop.base.progress import Progress
from tk_desktop.extranet.map import outside_werkmap
from tk_desktop.extranet.mdto import describe
from tk_desktop.extranet.uitgangblad import Uitgangsbladen, pages
from tk_desktop.extranet.uitgangplan import plan_folders
from tk_desktop.store.migraties import schemanummer
from tk_desktop.store.uitgang import Tabelinhoud
from tk_desktop.store.werkmap import Store

LIJST = "uitgang.json"
"""The list of what stands in the folder; written last, so that a folder without it is not whole."""
SOMMEN = "sha256.txt"
"""The same sums in the form of ``sha256sum``, for who has no program of ours."""
FORMAAT, VERSIE = "tk-uitgang", 1


class UitgangsmapVol(TkError):
    """The folder for everything holds something already."""

    code = "TK-F10"
    melding = "In de map ‘{map}’ staat al iets, zoals ‘{bestand}’."
    veilig = "Er is niets geschreven."
    advies = "Kies een nieuwe of lege map, buiten de werkmap."


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgang:
    """What was written: how many rows, files and notes of a reader, and the SHA-256 of kept files that are gone."""

    map: Path
    rijen: int
    bestanden: int
    aantekeningen: int
    ontbreekt: tuple[str, ...]


def besloten_count(store: Store) -> int:
    """Return how many items and papers are besloten, for who is going to write them where anybody can read."""
    return store.aantal_besloten()


def require_empty(store: Store, map_: Path) -> None:
    """Raise ``UitgangsmapVol`` or ``MapInWerkmap`` when nothing can be written to a folder: ask before it is logged."""
    outside_werkmap(store, map_)
    for pad in sorted(map_.iterdir()) if map_.is_dir() else ():
        raise UitgangsmapVol(map=map_.name, bestand=pad.name)


def write_uitgang(store: Store, map_: Path, progress: Progress | None = None, *, lezer: str = "") -> Uitgang:
    """Write everything that leaves to an empty folder, all or nothing, and tell what that was.

    ``lezer`` takes along what he wrote for himself. Raises ``UitgangsmapVol`` or ``MapInWerkmap`` before anything
    is written, or what writing a file raises.
    """
    require_empty(store, map_)
    gang = progress or Progress()
    tabellen = store.tabellen(lezer)
    plan = plan_folders(tabellen)
    ontbreekt = tuple(
        sorted(een.sha256 for blad in plan for een in blad.bestanden if not store.bestanden.plek(een.sha256).is_file())
    )
    bladen = Uitgangsbladen(plan=plan, ontbreekt=ontbreekt, lezer=lezer)
    with _alles_of_niets(map_):
        sommen: dict[str, tuple[str, int]] = {}
        bestanden = [een for blad in plan for een in blad.bestanden if een.sha256 not in ontbreekt]
        for een in gang.each(bestanden, "Bestanden"):
            sommen[een.pad] = _kopieer(store, een.sha256, map_, een.pad)
        for pad, tekst in _teksten(store, tabellen, bladen):
            gang.check()
            sommen[pad] = _schrijf(map_, pad, tekst)
        for pad, tekst in tuple(describe(store, plan, sommen)):
            sommen[pad] = _schrijf(map_, pad, tekst)
        _schrijf(map_, SOMMEN, als_sommen({pad: som for pad, (som, _) in sommen.items()}))
        _schrijf(map_, LIJST, als_json(_lijst(tabellen, sommen, ontbreekt)))
    rijen = sum(len(een.rijen) for een in tabellen)
    noten = sum(len(een.rijen) for een in tabellen if een.naam == "aantekening")
    return Uitgang(map=map_, rijen=rijen, bestanden=len(bestanden), aantekeningen=noten, ontbreekt=ontbreekt)


def als_json(gegevens: object) -> str:
    """Return JSON as it stands in the folder: readable, the same at every writing."""
    return json.dumps(gegevens, ensure_ascii=False, indent=1) + "\n"


def als_sommen(sommen: Mapping[str, str]) -> str:
    """Return the sums of files, by their place, as ``sha256sum`` reads them."""
    return "".join(f"{som}  {pad}\n" for pad, som in sorted(sommen.items()))


def plek(map_: Path, pad: str) -> Path:
    """Return where something stands in the folder."""
    return map_.joinpath(*PurePosixPath(pad).parts)


@contextmanager
def _alles_of_niets(map_: Path) -> Iterator[None]:
    """Leave nothing of what was written to a folder that was empty when the block fails."""
    was_er = map_.is_dir()
    try:
        yield
    except BaseException:
        shutil.rmtree(map_, ignore_errors=True)
        if was_er:
            map_.mkdir(exist_ok=True)
        raise


def _teksten(store: Store, tabellen: Sequence[Tabelinhoud], bladen: Uitgangsbladen) -> Iterator[tuple[str, str]]:
    for een in tabellen:
        inhoud = {"tabel": een.naam, "kolommen": list(een.kolommen), "rijen": [dict(rij) for rij in een.rijen]}
        yield f"gegevens/{een.naam}.json", als_json(inhoud)
    yield from pages(store, tabellen, bladen)
    yield "opmaak/stijl.css", (resources() / "extranet" / "stijl.css").read_text(encoding="utf-8")


def _schrijf(map_: Path, pad: str, tekst: str) -> tuple[str, int]:
    doel = plek(map_, pad)
    with replacing(doel) as deel:
        deel.write_text(tekst, encoding="utf-8", newline="\n")
    return sha256(doel), doel.stat().st_size


def _kopieer(store: Store, som: str, map_: Path, pad: str) -> tuple[str, int]:
    """Copy a kept file; raises ``BestandNietGevonden`` for one that is no longer what came in."""
    doel = plek(map_, pad)
    with replacing(doel) as deel, store.bestanden.open(som).open("rb") as van, deel.open("wb") as naar:
        shutil.copyfileobj(van, naar)
    if sha256(doel) != som:
        raise BestandNietGevonden(bestand=f"stukken/{som[:2]}/{som[:12]}…")
    return som, doel.stat().st_size


def _lijst(
    tabellen: Sequence[Tabelinhoud], sommen: Mapping[str, tuple[str, int]], ontbreekt: Sequence[str]
) -> dict[str, object]:
    return {
        "formaat": FORMAAT,
        "versie": VERSIE,
        "schema": schemanummer(),
        "tabellen": [een.naam for een in tabellen],
        "ontbreekt": list(ontbreekt),
        "bestanden": [{"pad": pad, "bytes": groot, "sha256": som} for pad, (som, groot) in sorted(sommen.items())],
    }
