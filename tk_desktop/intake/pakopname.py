"""From a proposal to files: each part of a pack cut out under its own name, with what was read in it."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tk_desktop.base.files import private_folder
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.intake.bestandssoorten import PDF
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.pakvoorstel import Deelsoort, Pakdeel, Pakvoorstel
from tk_desktop.intake.plaats import Plaats
from tk_desktop.paper.knippen import cut
from tk_desktop.paper.reading import tekstlaag

_EIGEN_BESTAND = (Deelsoort.NOTA, Deelsoort.BIJLAGE, Deelsoort.STUK, Deelsoort.VERSLAG)


def als_bestand(voorstel: Pakvoorstel, gelezen: GelezenBestand) -> GelezenBestand:
    """Return a received file with what a person agreed to: the parts of the proposal and what was read in them."""
    return replace(gelezen, lezing=voorstel.lezing, delen=voorstel.delen, plaats=None)


@contextmanager
def uitgeknipt(gelezen: Sequence[GelezenBestand], map_: Path) -> Iterator[tuple[GelezenBestand, ...]]:
    """Give files with each pack replaced by itself and its parts, as long as the block lasts; ``map_`` is the werkmap.

    Raises ``SchijfVol``, ``NietSchrijfbaar`` or the fault of a PDF.
    """
    if not any(bestand.delen for bestand in gelezen):
        yield tuple(gelezen)
        return
    eigen = private_folder(map_)
    try:
        yield tuple(
            deel
            for rang, bestand in enumerate(gelezen)
            for deel in (_parts(bestand, eigen / str(rang)) if bestand.delen else (bestand,))
        )
    finally:
        shutil.rmtree(eigen, ignore_errors=True)


def _parts(bestand: GelezenBestand, map_: Path) -> Iterator[GelezenBestand]:
    """Yield the pack itself, with letter and agenda, and then its parts."""
    map_.mkdir()
    lezing = bestand.lezing or Lezing()
    vragen = tuple(
        Twijfel(waar=f"{bestand.bron.name}, bladzijde {deel.van}-{deel.tot}, {deel.titel}", wat=deel.twijfel)
        for deel in bestand.delen
        if deel.twijfel
    )
    yield replace(
        bestand,
        lezing=replace(lezing, notas=(), verslagen=(), twijfels=(*lezing.twijfels, *vragen)),
        delen=(),
        plaats=None,
    )
    delen = [
        deel
        for deel in bestand.delen
        if deel.soort in _EIGEN_BESTAND and (deel.nummer or deel.gelezen is not None or not deel.twijfel)
    ]
    paden = [map_ / _vrije_naam(deel, delen[:plaats]) for plaats, deel in enumerate(delen)]
    cut(bestand.pdf or bestand.bron, [(deel.van, deel.tot, pad) for deel, pad in zip(delen, paden, strict=True)])
    for deel, pad in zip(delen, paden, strict=True):
        yield _part(bestand, lezing, deel, pad)


def _vrije_naam(deel: Pakdeel, eerder: Sequence[Pakdeel]) -> str:
    """Return the name of a part; where one before it has that name too, the page it begins on tells them apart."""
    return f"{deel.naam[:-4]} ({deel.van}).pdf" if any(een.naam == deel.naam for een in eerder) else deel.naam


def _part(bestand: GelezenBestand, lezing: Lezing, deel: Pakdeel, pad: Path) -> GelezenBestand:
    paginas = bestand.paginas[deel.van - 1 : deel.tot]
    inhoud: Lezing | None = None
    if deel.soort is Deelsoort.NOTA and deel.gelezen is not None:
        nota = lezing.notas[deel.gelezen]
        inhoud = Lezing(notas=(replace(nota, agendapunt=deel.nummer or nota.agendapunt),))
    elif deel.soort is Deelsoort.VERSLAG and deel.gelezen is not None:
        inhoud = Lezing(verslagen=(lezing.verslagen[deel.gelezen],))
    plaats = None
    if deel.nummer is not None and deel.soort is not Deelsoort.NOTA:
        plaats = Plaats(
            nummer=deel.nummer,
            is_bijlage=deel.soort is Deelsoort.BIJLAGE,
            rang=deel.rang,
            soort=deel.papier,
            titel=deel.titel,
        )
    return GelezenBestand(
        bron=pad,
        media=PDF,
        plaats=plaats,
        los=plaats is None and inhoud is None,
        lezing=inhoud,
        paginas=paginas,
        tekstlaag=tekstlaag(paginas),
        opmerkingen=bestand.opmerkingen if bestand.pdf is not None else (),
    )
