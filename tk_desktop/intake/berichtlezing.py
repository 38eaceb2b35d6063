"""Reading a message with what came with it: each attachment by itself, as files that the user chose."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from tk_desktop.base.errors import NietSchrijfbaar, Onderbroken, SchijfVol, TkError
from tk_desktop.intake.bericht import BERICHTEN, MEESTE_BIJLAGEN, TE_VEEL, Bericht, Weggelaten, is_bericht, lees_bericht
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.tekst import lees_tekst
from tk_desktop.intake.zipbestand import GROOTSTE_INHOUD, ZIPSOORT, ZipBeschadigd, ZipTeGroot, lees_zip


class BerichtZonderStukken(TkError):
    """A message with nothing in it that can be taken in."""

    code = "TK-I72"
    melding = "{waarom} In ‘{bestand}’ zit niets dat TK Desktop kan innemen."
    veilig = "Er is niets ingenomen."
    advies = "Sleep het bericht op het agendapunt, of noem een bijlage bijvoorbeeld ‘2a bijlage 1 - Titel.pdf’."


def met_bijlagen(gelezen: GelezenBestand, lees: Callable[[Path], GelezenBestand]) -> Iterator[GelezenBestand]:
    """Yield a message as read, and what came with it; what cannot be read stands in the remarks of the message.

    Any other file is yielded alone. Raises ``BerichtZonderStukken``.
    """
    if gelezen.bericht is None:
        yield gelezen
        return
    bijlagen: list[GelezenBestand] = []
    niet: list[str] = []
    for pad in gelezen.bericht.bijlagen:
        try:
            bijlagen.append(lees(pad))
        except (Onderbroken, SchijfVol, NietSchrijfbaar):
            raise
        except TkError as fout:
            niet.append(f"{fout.wat} {fout.raad}")
    if not bijlagen and gelezen.lezing is None and gelezen.bericht.verhindering is None:
        waarom = " ".join([*gelezen.opmerkingen, *niet])
        raise BerichtZonderStukken(bestand=gelezen.bron.name, waarom=waarom or "Er zijn geen bijlagen.")
    yield replace(gelezen, opmerkingen=(*gelezen.opmerkingen, *niet))
    yield from bijlagen


def is_verpakt(pad: Path) -> bool:
    """Tell whether the name of a file says that other files are in it: a message, or an archive."""
    return is_bericht(pad) or pad.suffix.lower() == ".zip"


def lees_berichtbestand(bron: Path, bijlagen: Path, ruimte: int = GROOTSTE_INHOUD) -> GelezenBestand:
    """Return a message as read, with what came with it written into ``bijlagen``; its words when they are a nota.

    An archive is read as a message without words; what is in an archive in a message comes in its place.

    Raises the fault of the message.
    """
    bericht = _unpacked(lees_bericht(bron, bijlagen), ruimte) if is_bericht(bron) else lees_zip(bron, bijlagen)
    lezing = lees_tekst(bericht.tekst)
    return GelezenBestand(
        bron=bron,
        media=BERICHTEN.get(bron.suffix.lower(), ZIPSOORT),
        lezing=Lezing(notas=lezing.notas, twijfels=lezing.twijfels) if lezing.notas else None,
        bericht=bericht,
        opmerkingen=tuple(f"‘{weg.naam}’ is niet ingenomen: {weg.reden}." for weg in bericht.weggelaten),
    )


def _unpacked(bericht: Bericht, ruimte: int) -> Bericht:
    """Return a message with the papers of each archive in it for that archive; one that is refused is named.

    Together they unpack to ``ruimte`` bytes at most.
    """
    bijlagen: list[Path] = []
    weg = list(bericht.weggelaten)
    for pad in bericht.bijlagen:
        if pad.suffix.lower() != ".zip":
            bijlagen.append(pad)
            continue
        if len(bijlagen) >= MEESTE_BIJLAGEN:
            weg.append(Weggelaten(naam=pad.name, reden=TE_VEEL))
            continue
        try:
            pakket = lees_zip(pad, pad.parent / "uit", ruimte)
        except ZipBeschadigd:
            weg.append(Weggelaten(naam=pad.name, reden="het is beschadigd of met een wachtwoord gesloten"))
        except ZipTeGroot:
            weg.append(Weggelaten(naam=pad.name, reden="uitgepakt is het veel te groot voor stukken"))
        else:
            ruimte -= sum(een.stat().st_size for een in pakket.bijlagen)
            bijlagen += pakket.bijlagen
            weg += pakket.weggelaten
    return replace(bericht, bijlagen=tuple(bijlagen), weggelaten=tuple(weg))
