"""Looking into a bundle from outside: who made it, what it holds, is it whole; without keys or a werkmap (M8)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.domain.rooster import Rooster
from tk_desktop.exchange.bundel import Bundel, lees_bundel
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.exchange.fouten import BundelOnleesbaar, BundelVervalst
from tk_desktop.exchange.manifest import Manifest
from tk_desktop.exchange.rooster import roosters
from tk_desktop.exchange.roosterdocument import Roosterdocument, RoosterVervalst, keur, lees_document
from tk_desktop.exchange.segment import Kop, Soort, lees_kop, lees_roosterdocument, ondertekend, open_inhoud
from tk_desktop.store.werkmap import Store


class NietNaTeGaan(TkError):
    """Who signed a bundle cannot be told: it brings no roster, and none is known."""

    code = "TK-U21"
    melding = "Van wie ‘{bestand}’ is, is hier niet na te gaan: er is geen rooster bij."
    veilig = "Er is niets overgenomen."
    advies = "Noem met --werkmap een werkmap die met deze afzender uitwisselt."


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """What a bundle tells to whoever has it; ``rooster`` is the latest it brings, ``None`` when it brings none.

    ``segmenten``, ``bewerkingen`` and ``stukdelen`` count by scope; ``vervolgt`` counts segments that follow on what
    came before.
    """

    bestand: str
    lengte: int
    manifest: Manifest
    rooster: Rooster | None
    segmenten: Mapping[str, int]
    bewerkingen: Mapping[str, int]
    stukdelen: Mapping[str, int]
    vervolgt: int

    @property
    def voor_iedereen(self) -> bool:
        """Whether it is addressed to nobody, and so all of it is open."""
        return not self.manifest.naar


def inspect_bundel(pad: Path, progress: Progress | None = None) -> Inzage:
    """Return what stands in a bundle after looking at every byte; signatures are not looked at (``verify_bundel``).

    Raises ``BestandNietGevonden``, ``BundelBeschadigd``, ``BundelTeNieuw`` or ``BundelOnleesbaar``.
    """
    with lees_bundel(pad) as bundel:
        bundel.controleer(progress)
        try:
            koppen = _koppen(bundel)
            documenten = _documenten(bundel, koppen)
        except Vormfout as fout:
            raise BundelOnleesbaar(bestand=bundel.naam, oorzaak=str(fout)) from fout
        return _inzage(bundel, koppen, documenten)


def verify_bundel(pad: Path, store: Store | None = None, progress: Progress | None = None) -> Inzage:
    """Check every signature in a bundle and return what stands in it.

    By the roster of a werkmap, or else by the one inside, which then only proves that the bundle is of one piece.
    Raises as ``inspect_bundel``, or ``BundelVervalst``, ``RoosterVervalst``, ``HandtekeningOntbreekt`` or
    ``NietNaTeGaan``.
    """
    with lees_bundel(pad) as bundel:
        bundel.controleer(progress)
        try:
            koppen = _koppen(bundel)
            documenten = _documenten(bundel, koppen)
            rooster = _rooster(bundel, documenten, store)
            afzender = rooster.apparaat(bundel.manifest.van)
            if afzender is None:
                raise BundelVervalst(bestand=bundel.naam, oorzaak="de afzender staat niet op het rooster")
            bundel.ondertekend_door(afzender.verify)
            for som, kop in koppen.items():
                maker = rooster.apparaat(kop.apparaat)
                if maker is None or not ondertekend(bundel.object(som), maker.verify):
                    raise BundelVervalst(bestand=bundel.naam, oorzaak="van een deel ervan")
        except Vormfout as fout:
            raise BundelOnleesbaar(bestand=bundel.naam, oorzaak=str(fout)) from fout
        return _inzage(bundel, koppen, documenten)


def _rooster(bundel: Bundel, documenten: list[Roosterdocument], store: Store | None) -> Rooster:
    """Return the roster to check by, after checking that what came along hangs together."""
    for oud, nieuw in pairwise(documenten):
        keur(nieuw, oud)
    bekend = roosters(store).huidig if store is not None and store.uitwisseling.roosters() else None
    if bekend is not None and (not documenten or documenten[-1].rooster.versie <= bekend.versie):
        return bekend
    if not documenten:
        raise NietNaTeGaan(bestand=bundel.naam)
    laatste = documenten[-1]
    if len(laatste.tekenaars(laatste.rooster.sleutels)) < 1:
        raise RoosterVervalst(oorzaak="het is niet ondertekend")
    if bekend is not None and documenten[0].rooster.versie > bekend.versie:
        keur(documenten[0], lees_document(store.uitwisseling.roosters()[-1]) if store else documenten[0])
    return laatste.rooster


def _koppen(bundel: Bundel) -> dict[str, Kop]:
    return {som: lees_kop(bundel.begin(som)) for som, _ in bundel.manifest.objecten}


def _documenten(bundel: Bundel, koppen: Mapping[str, Kop]) -> list[Roosterdocument]:
    documenten = [
        lees_document(lees_roosterdocument(open_inhoud(kop, bundel.object(som), None)))
        for som, kop in koppen.items()
        if kop.soort is Soort.ROOSTER
    ]
    return sorted(documenten, key=lambda een: een.rooster.versie)


def _inzage(bundel: Bundel, koppen: Mapping[str, Kop], documenten: list[Roosterdocument]) -> Inzage:
    segmenten, bewerkingen, stukdelen = Counter[str](), Counter[str](), Counter[str]()
    vervolgt = 0
    for kop in koppen.values():
        if kop.soort is Soort.SEGMENT:
            segmenten[kop.bereik] += 1
            bewerkingen[kop.bereik] += kop.aantal
            vervolgt += kop.vorige not in ("", *koppen)
        elif kop.soort is Soort.STUKDEEL:
            stukdelen[kop.bereik] += 1
    return Inzage(
        bestand=bundel.naam,
        lengte=bundel.lengte,
        manifest=bundel.manifest,
        rooster=documenten[-1].rooster if documenten else None,
        segmenten=dict(segmenten),
        bewerkingen=dict(bewerkingen),
        stukdelen=dict(stukdelen),
        vervolgt=vervolgt,
    )
