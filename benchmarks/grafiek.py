"""A chart as SVG, drawn by hand: a few lines in a frame, each with its name at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

_BREED, _HOOG, _LINKS, _ONDER, _RECHTS, _BOVEN = 760, 320, 78, 46, 190, 40
_KLEUREN = ("#0b5394", "#b45f06", "#38761d", "#741b47", "#555555")
_STREPEN = ("", "7 4", "2 3", "9 3 2 3", "1 4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijn:
    """One line: its name and its points."""

    naam: str
    punten: Sequence[tuple[float, float]]


def teken(titel: str, as_x: str, as_y: str, lijnen: Sequence[Lijn], *, machten: bool = False) -> str:
    """Return a chart; lines differ in colour and in dashes. With ``machten`` the steps to the right are powers."""
    schaal = log10 if machten else float
    stap = _stap(max(y for lijn in lijnen for _, y in lijn.punten) or 1.0)
    treden = ceil(max(y for lijn in lijnen for _, y in lijn.punten) / stap - 1e-9) or 1
    hoogst = stap * treden
    laagste, verste = (schaal(kies(x for lijn in lijnen for x, _ in lijn.punten)) for kies in (min, max))
    breed, hoog = _BREED - _LINKS - _RECHTS, _HOOG - _ONDER - _BOVEN

    def plek(x: float, y: float) -> tuple[float, float]:
        return (
            _LINKS + (schaal(x) - laagste) / ((verste - laagste) or 1) * breed,
            _BOVEN + hoog - y / hoogst * hoog,
        )

    uit = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_BREED} {_HOOG}" role="img" '
        f'font-family="sans-serif" font-size="12">',
        f"<title>{escape(titel)}</title>",
        f'<rect width="{_BREED}" height="{_HOOG}" fill="#ffffff"/>',
        f'<text x="{_LINKS}" y="22" font-size="15">{escape(titel)}</text>',
        f'<text x="{_LINKS + breed / 2:.0f}" y="{_HOOG - 8}" text-anchor="middle">{escape(as_x)}</text>',
        f'<text x="14" y="{_BOVEN + hoog / 2:.0f}" text-anchor="middle" '
        f'transform="rotate(-90 14 {_BOVEN + hoog / 2:.0f})">{escape(as_y)}</text>',
    ]
    for trede in range(treden + 1):
        waarde = stap * trede
        _, y = plek(lijnen[0].punten[0][0], waarde)
        uit.append(f'<line x1="{_LINKS}" x2="{_LINKS + breed}" y1="{y:.1f}" y2="{y:.1f}" stroke="#dddddd"/>')
        uit.append(f'<text x="{_LINKS - 8}" y="{y + 4:.1f}" text-anchor="end">{_getal(waarde, stap)}</text>')
    for x in sorted({x for lijn in lijnen for x, _ in lijn.punten}):
        uit.append(f'<text x="{plek(x, 0)[0]:.1f}" y="{_BOVEN + hoog + 18}" text-anchor="middle">{_getal(x, 1)}</text>')
    namen: list[tuple[float, float, str, str]] = []
    for nummer, lijn in enumerate(lijnen):
        kleur, streep = _KLEUREN[nummer % 5], _STREPEN[nummer % 5]
        punten = " ".join(f"{x:.1f},{y:.1f}" for x, y in (plek(*punt) for punt in lijn.punten))
        uit.append(
            f'<polyline points="{punten}" fill="none" stroke="{kleur}" stroke-width="2" stroke-dasharray="{streep}"/>'
        )
        x, y = plek(*lijn.punten[-1])
        namen.append((y, x, kleur, lijn.naam))
    vorige = 0.0
    for y, x, kleur, naam in sorted(namen):  # from the top, each at its line or just under the one before
        vorige = max(y, vorige + 14)
        uit.append(f'<text x="{x + 8:.1f}" y="{vorige + 4:.1f}" fill="{kleur}">{escape(naam)}</text>')
    return "\n".join([*uit, "</svg>"]) + "\n"


def _stap(hoogste: float) -> float:
    """Return the step between two lines of the frame: 1, 2 or 5 of some power of ten, with four to six of them."""
    macht = 10.0 ** floor(log10(hoogste / 4))
    return next(macht * keer for keer in (1, 2, 5, 10) if hoogste / (macht * keer) <= 6)


def _getal(waarde: float, stap: float) -> str:
    """Return a number with as many digits as the step needs, as it is written in Dutch."""
    return f"{waarde:,.{max(0, -floor(log10(stap)))}f}".translate({ord(","): "\N{NO-BREAK SPACE}", ord("."): ","})
