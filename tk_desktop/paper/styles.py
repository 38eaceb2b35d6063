"""The manners of print of a house style: size, line and colour of every kind of text."""

from dataclasses import dataclass, replace

from tk_desktop.paper.huisstijl import Huisstijl

MM = 72 / 25.4
_LEAST_CONTRAST = 4.5

Colour = tuple[float, float, float]
ROOD: Colour = (0.65, 0.0, 0.0)
"""Of what must be seen: dark enough to be read on white, and when it is printed without colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a text is printed; sizes in points."""

    size: float
    leading: float
    colour: Colour
    above: float = 0
    vet: bool = False
    rechts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """Every manner of print of one house style, and its colours."""

    title: Manner
    headings: tuple[Manner, Manner, Manner]
    text: Manner
    small: Manner
    right: Manner
    boxed: Manner
    cell: Manner
    column_head: Manner
    label: Manner
    footer: Manner
    accent: Colour
    rule: Colour
    tint: Colour

    @classmethod
    def of(cls, huisstijl: Huisstijl) -> "Styles":
        """Derive the manners from a house style."""
        corps = huisstijl.corps
        ink, accent = colour(huisstijl.kleur_tekst), colour(huisstijl.kleur_accent)
        grey = _softer(ink)
        text = Manner(size=corps, leading=corps * 1.36, colour=ink, above=corps * 0.55)
        cell = replace(text, leading=corps * 1.3, above=corps * 0.35)
        return cls(
            title=Manner(size=corps * 1.95, leading=corps * 2.35, colour=accent, above=corps * 1.6, vet=True),
            headings=(
                Manner(size=corps * 1.65, leading=corps * 2.05, colour=accent, above=corps * 1.9, vet=True),
                Manner(size=corps * 1.25, leading=corps * 1.6, colour=accent, above=corps * 1.6, vet=True),
                Manner(size=corps * 1.05, leading=corps * 1.42, colour=ink, above=corps * 1.1, vet=True),
            ),
            text=text,
            small=replace(text, size=corps * 0.86, leading=corps * 1.16, colour=grey, above=corps * 0.4),
            right=replace(text, rechts=True),
            boxed=replace(text, above=0, vet=True),
            cell=cell,
            column_head=Manner(size=corps * 0.86, leading=corps * 1.16, colour=accent, vet=True),
            label=Manner(size=corps * 0.86, leading=corps * 1.3, colour=grey, vet=True),
            footer=Manner(size=corps * 0.78, leading=corps, colour=grey),
            accent=accent,
            rule=colour(huisstijl.kleur_lijn),
            tint=colour(huisstijl.kleur_tint),
        )


def colour(hexadecimal: str) -> Colour:
    """Return ``#rrggbb`` as three shares."""
    red, green, blue = bytes.fromhex(hexadecimal.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours as WCAG counts it, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(shade: Colour) -> float:
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shade)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _softer(ink: Colour) -> Colour:
    """Return a softer shade of the ink that can still be read well on white."""
    for white in (0.3, 0.2, 0.1):
        shade = (ink[0] + (1 - ink[0]) * white, ink[1] + (1 - ink[1]) * white, ink[2] + (1 - ink[2]) * white)
        if contrast(shade, (1, 1, 1)) >= _LEAST_CONTRAST:
            return shade
    return ink
