"""The folder of a site: brought up to date file by file, and nothing in it touched that is not ours."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import replacing, sha256, sweep
from tk_desktop.base.progress import Progress
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.extranet.bestanden import Sitebestand
from tk_desktop.store.werkmap import Store

LIJST = "publicatie.json"
"""The list of what the program put in the folder, with the SHA-256 of each file (L8)."""
_FORMAAT = "tk-extranet"


class MapVanAnder(TkError):
    """The folder for a site holds files that are not of a site of ours."""

    code = "TK-E51"
    melding = "In de map ‘{map}’ staat al iets anders, zoals ‘{bestand}’."
    veilig = "Er is niets geschreven."
    advies = "Kies een lege map, of de map waarin u deze site eerder liet schrijven."


class MapVanAndereLezers(TkError):
    """The folder holds the site of other readers: they would get what is not for them, or lose what is."""

    code = "TK-E52"
    melding = "In de map ‘{map}’ staat de site voor {lezers}."
    veilig = "Er is niets geschreven."
    advies = "Kies voor elke groep lezers een eigen map."


class SiteAangepast(TkError):
    """Somebody changed a file of a site by hand: writing over it would lose that."""

    code = "TK-E53"
    melding = "In de map ‘{map}’ is ‘{bestand}’ niet meer zoals het erin is gezet: gewijzigd, of niet heel aangekomen."
    veilig = "Er is niets geschreven."
    advies = "Haal het weg, dan komt het opnieuw; bewaar wat u ervan wilt houden ergens anders."


class LijstOnleesbaar(TkError):
    """The list in the folder of a site is not as the program wrote it."""

    code = "TK-E54"
    melding = "De lijst ‘publicatie.json’ in de map ‘{map}’ is beschadigd."
    veilig = "Er is niets geschreven."
    advies = "Laat de site in een nieuwe map schrijven, en zet die in plaats van de oude."


class MapInWerkmap(TkError):
    """The folder in which everybody can read lies in the werkmap itself, which may be protected."""

    code = "TK-F11"
    melding = "De map ‘{map}’ ligt in de werkmap zelf."
    veilig = "Er is niets geschreven."
    advies = "Kies een map daarbuiten."


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijgewerkt:
    """What was done in the folder: the SHA-256 of each file by its place, and which were made and removed."""

    sommen: Mapping[str, str]
    gemaakt: tuple[str, ...]
    verwijderd: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kenmerk:
    """What a site is called and at which address it stands; both empty where nobody said."""

    naam: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lijst:
    """What stands in the list: key and SHA-256 of each file. While ``bezig`` a file may be of before or of after."""

    sommen: Mapping[str, str]
    sleutels: Mapping[str, str]
    bezig: frozenset[str] = frozenset()
    kenmerk: Kenmerk = Kenmerk()


def outside_werkmap(store: Store, map_: Path) -> None:
    """Refuse a folder in the werkmap: what is written there would go with it, and is not protected with it."""
    if map_.resolve().is_relative_to(store.bron.resolve()):
        raise MapInWerkmap(map=map_.name)


def kenmerk_of(map_: Path, doelgroep: Doelgroep) -> Kenmerk:
    """Return what the site of these readers in a folder was called when it was written, and where it stands.

    Of a folder in which their site cannot be written nothing is known; ``update_folder`` tells why.
    """
    try:
        return _lees(map_, doelgroep).kenmerk
    except (MapVanAndereLezers, LijstOnleesbaar):
        return Kenmerk()


def update_folder(
    map_: Path,
    bestanden: Sequence[Sitebestand],
    doelgroep: Doelgroep,
    progress: Progress | None = None,
    *,
    kenmerk: Kenmerk | None = None,
) -> Bijgewerkt:
    """Bring the folder of a site up to date and tell what changed; what did not change is not made again.

    ``kenmerk`` is kept in the folder for the next time; without it stays what was there.

    A file is whole or as it was. When it is broken off the folder is mended by doing it again. Raises ``MapVanAnder``,
    ``MapVanAndereLezers``, ``SiteAangepast`` or ``LijstOnleesbaar`` before anything is written, or the ``TkError`` of
    a file that cannot be made or written.
    """
    eerder = _lees(map_, doelgroep)
    voortaan = eerder.kenmerk if kenmerk is None else kenmerk
    _verwacht(map_, eerder, {een.pad for een in bestanden})
    _ruim_begonnen(map_, eerder)
    weg = tuple(sorted((eerder.sommen.keys() | eerder.bezig) - {een.pad for een in bestanden}))
    nodig = [een for een in bestanden if not _is_actueel(map_, een, eerder)]
    if not nodig and not weg and eerder.sommen and not eerder.bezig and voortaan == eerder.kenmerk:
        return Bijgewerkt(sommen=eerder.sommen, gemaakt=(), verwijderd=())
    _schrijf(map_, doelgroep, replace(eerder, kenmerk=voortaan), bezig={een.pad for een in nodig} | set(weg))
    for een in (progress or Progress()).each(nodig, "Bestanden van de site"):
        with replacing(_plek(map_, een.pad)) as deel:
            deel.unlink()  # some writers make their file themselves
            een.maak(deel)
    for pad in weg:
        _plek(map_, pad).unlink(missing_ok=True)
        _ruim_lege_mappen(map_, pad)
    nieuw = {een.pad for een in nodig}
    sommen = {
        een.pad: sha256(_plek(map_, een.pad)) if een.pad in nieuw else eerder.sommen[een.pad] for een in bestanden
    }
    sleutels = {een.pad: een.sleutel for een in bestanden}
    _schrijf(map_, doelgroep, _Lijst(sommen=sommen, sleutels=sleutels, kenmerk=voortaan))
    return Bijgewerkt(sommen=sommen, gemaakt=tuple(sorted(nieuw)), verwijderd=weg)


def _lees(map_: Path, doelgroep: Doelgroep) -> _Lijst:
    pad = map_ / LIJST
    if not pad.is_file():
        return _Lijst(sommen={}, sleutels={})
    try:
        gelezen = json.loads(pad.read_bytes())
        if gelezen["formaat"] != _FORMAAT or gelezen["versie"] != 1:
            raise ValueError
        lezers = Doelgroep(gelezen["voor"])
        sommen = {str(een["pad"]): str(een["sha256"]) for een in gelezen["bestanden"]}
        sleutels = {str(een["pad"]): str(een["van"]) for een in gelezen["bestanden"]}
        bezig = frozenset(map(str, gelezen.get("bezig", ())))
        kenmerk = Kenmerk(naam=str(gelezen.get("naam", "")), basis=str(gelezen.get("basis", "")))
    except (OSError, ValueError, KeyError, TypeError) as fout:
        raise LijstOnleesbaar(map=map_.name) from fout
    if any(_wijst_buiten(naam) for naam in (*sommen, *bezig)):
        raise LijstOnleesbaar(map=map_.name)
    if lezers is not doelgroep:
        raise MapVanAndereLezers(map=map_.name, lezers=_LEZERS[lezers])
    return _Lijst(sommen=sommen, sleutels=sleutels, bezig=bezig, kenmerk=kenmerk)


_LEZERS = {
    Doelgroep.OPENBAAR: "iedereen",
    Doelgroep.AMBTENAREN: "de ambtenaren",
    Doelgroep.LEDEN: "de leden",
    Doelgroep.LID: "één lid",
}


def _wijst_buiten(naam: str) -> bool:
    pad = PurePosixPath(naam)
    return pad.is_absolute() or ".." in pad.parts or "\\" in naam or ":" in naam


def _verwacht(map_: Path, eerder: _Lijst, straks: set[str]) -> None:
    """Refuse a folder in which something would be lost that is not ours."""
    if not eerder.sommen and not eerder.bezig and map_.is_dir():
        for pad in sorted(map_.iterdir()):
            raise MapVanAnder(map=map_.name, bestand=pad.name)
    for naam, som in eerder.sommen.items():
        if naam not in eerder.bezig and _plek(map_, naam).is_file() and sha256(_plek(map_, naam)) != som:
            raise SiteAangepast(map=map_.name, bestand=naam)
    for naam in sorted(straks - eerder.sommen.keys() - eerder.bezig):
        if _plek(map_, naam).exists():
            raise MapVanAnder(map=map_.name, bestand=naam)


def _ruim_begonnen(map_: Path, eerder: _Lijst) -> None:
    """Remove what a killed program left half-made: it would stay there when its paper goes off the site."""
    for boven in {_plek(map_, naam).parent for naam in eerder.bezig}:
        sweep(boven, alle=True)


def _is_actueel(map_: Path, een: Sitebestand, eerder: _Lijst) -> bool:
    zelfde = eerder.sleutels.get(een.pad) == een.sleutel and een.pad not in eerder.bezig
    return zelfde and _plek(map_, een.pad).is_file()


def _schrijf(map_: Path, doelgroep: Doelgroep, lijst: _Lijst, *, bezig: set[str] | None = None) -> None:
    gegevens = {
        "formaat": _FORMAAT,
        "versie": 1,
        "voor": doelgroep.value,
        **{naam: woord for naam, woord in asdict(lijst.kenmerk).items() if woord},
        "bestanden": [
            {"pad": pad, "sha256": lijst.sommen[pad], "van": lijst.sleutels[pad]} for pad in sorted(lijst.sommen)
        ],
    }
    if bezig:
        gegevens["bezig"] = sorted(bezig)
    with replacing(map_ / LIJST) as deel:
        deel.write_text(json.dumps(gegevens, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _plek(map_: Path, pad: str) -> Path:
    return map_.joinpath(*PurePosixPath(pad).parts)


def _ruim_lege_mappen(map_: Path, pad: str) -> None:
    for boven in _plek(map_, pad).parents:
        if boven == map_ or (boven.is_dir() and any(boven.iterdir())):
            return
        if boven.is_dir():
            boven.rmdir()
