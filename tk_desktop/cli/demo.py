"""``tk demo``: the main job on the sample set, without a screen."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tk_desktop.base.errors import TkError
from tk_desktop.base.klok import dit_moment
from tk_desktop.base.paths import resources
from tk_desktop.base.progress import Progress
from tk_desktop.cli.gedeeld import print_json, progress
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.cli.pack import als_gegevens, toon
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.gemaakt import GemaakteSet
from tk_desktop.domain.getal import omvang
from tk_desktop.domain.gremium import Rol
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.exchange.maken import make_openbaar
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.exchange.rooster import begin_rooster
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.export.openbladen import public_papers
from tk_desktop.export.pdf import write_pdf
from tk_desktop.export.word import write_word
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.meeting.gremia import choose_huisstijl
from tk_desktop.pack.controleren import check
from tk_desktop.pack.samenstellen import Keuze, assemble
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store

HUISSTIJL = "vechtstreek"


class GeenDemowerkmap(TkError):
    """The folder of the demo holds a werkmap of the user."""

    code = "TK-C05"
    melding = "In ‘{map}’ staat werk dat niet van de demo is."
    veilig = "Er is niets gewijzigd."
    advies = "Kies met --uit een andere map voor de demo."


@click.command(
    cls=Opdracht,
    short_help="Laat zien wat TK Desktop doet, op een verzonnen vergadering.",
    help="Neemt de meegeleverde, verzonnen vergadering in, controleert haar, stelt de sets samen en schrijft pdf en "
    "Word. De werkmap in die map wordt bij elke demo nieuw gemaakt.",
    epilog="tk demo --uit ./demo",
)
@click.option(
    "--uit",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo"),
    show_default=True,
    metavar="MAP",
    help="Waar alles komt.",
)
@click.option("--json", "als_json", is_flag=True, help="Uitvoer als JSON, voor een ander programma.")
def demo(uit: Path, als_json: bool) -> int:
    """Read in, check, assemble, write, and print what was made and where."""
    werkmap = uit / "werkmap"
    _begin_opnieuw(werkmap)
    with Store.open(werkmap, maken=True) as store, schrijfslot(werkmap):
        opname = _take_in(store, progress())
        bevindingen = check(store, opname.vergadering.id)
        sets = [(_doel(uit, opname, soort), _maak(store, opname, uit, soort)) for soort in _SOORTEN]
        word = write_word(store.opname(opname.vergadering.id), uit / "word", vervang=True)
    bundel = _maak_bundel(werkmap, opname, uit)
    if als_json:
        print_json(
            {
                "sets": [als_gegevens(doel, gemaakt) for doel, gemaakt in sets],
                "word": [str(p) for p in word],
                "bundel": str(bundel),
            }
        )
        return 0
    hoofd = sum(opname.hoofdpunt(punt) is punt for punt in opname.agendapunten)
    click.echo(f"{opname.gremium.naam} ({opname.kort})")
    click.echo(
        f"Ingelezen: {hoofd} agendapunten, {len(opname.agendapunten) - hoofd} subpunten, "
        f"{meervoud(len(opname.notas), 'nota', 'nota’s')}, {meervoud(len(opname.versies), 'bestand', 'bestanden')}."
    )
    geteld = {ernst: sum(b.ernst is ernst for b in bevindingen) for ernst in Ernst}
    click.echo(
        f"Gecontroleerd: {meervoud(geteld[Ernst.FOUT], 'fout', 'fouten')}, "
        f"{meervoud(geteld[Ernst.WAARSCHUWING], 'waarschuwing', 'waarschuwingen')}, "
        f"{geteld[Ernst.INFO]} ter informatie. Zie: tk check --werkmap {werkmap}\n"
    )
    for doel, gemaakt in sets:
        toon(doel, gemaakt)
        click.echo()
    click.echo(f"Word: {meervoud(len(word), 'bestand', 'bestanden')} in {uit / 'word'}")
    click.echo(f"Bundel voor iedereen: {bundel} ({omvang(bundel.stat().st_size)})")
    click.echo(f'Zie wat erin staat met: tk bundle inspect "{bundel}"')
    return 0


_SOORTEN = (Doelgroep.LEDEN, Doelgroep.OPENBAAR)


def _begin_opnieuw(werkmap: Path) -> None:
    """Remove what an earlier demo made; a folder that holds anything else is refused."""
    if (werkmap / _KENMERK).is_file():
        with schrijfslot(werkmap):
            pass  # an open window would lose its werkmap
        shutil.rmtree(werkmap)
    if werkmap.exists() and any(werkmap.iterdir()):
        raise GeenDemowerkmap(map=werkmap)
    werkmap.mkdir(parents=True, exist_ok=True)
    (werkmap / _KENMERK).write_text("Deze werkmap hoort bij `tk demo` en wordt elke keer nieuw gemaakt.\n", "utf-8")


_KENMERK = "demo.txt"


def _take_in(store: Store, voortgang: Progress) -> Momentopname:
    gelezen = lees_bestanden([resources() / "sample"], voortgang, cache=Bladcache(store.cache))
    inname = neem_op(store, gelezen, nu=dit_moment())
    (vergadering_id,) = inname.vergaderingen
    choose_huisstijl(store, store.vergaderingen.get(vergadering_id).gremium_id, HUISSTIJL)
    return store.opname(vergadering_id)


def _maak(store: Store, opname: Momentopname, uit: Path, soort: Doelgroep) -> GemaakteSet:
    plan = assemble(store, opname.vergadering.id, soort, keuze=Keuze(schutbladen=soort is Doelgroep.LEDEN))
    return write_pdf(
        plan, _doel(uit, opname, soort), bestand=store.bestanden.open, cache=store.cache, progress=progress()
    )


def _maak_bundel(werkmap: Path, opname: Momentopname, uit: Path) -> Path:
    """Make a bundle for everybody in a copy of the werkmap: the one of the demo takes part in no exchange."""
    doel = uit / f"{bestandsnaam(opname, 'bundel openbaar')}.tkb"
    wie = next((lid.persoon_id for lid in opname.leden if lid.rol is Rol.SECRETARIS), next(iter(opname.personen)))
    with TemporaryDirectory(prefix="tk-demo-") as map_:
        kopie = Path(shutil.copytree(werkmap, Path(map_) / "werkmap"))
        with Store.open(kopie) as store:
            bos = Sleutelbos.maak()
            begin_rooster(store, bos, opname.gremium.naam, wie, "demo")
            publish_vergadering(store, bos, opname.vergadering.id)
            make_openbaar(store, bos, doel, papieren=public_papers, progress=progress())
    return doel


def _doel(uit: Path, opname: Momentopname, soort: Doelgroep) -> Path:
    return uit / f"{bestandsnaam(opname, f'vergaderset {soort.value}')}.pdf"
