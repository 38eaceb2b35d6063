"""What is proposed: the numbered points of a nota or an agenda item."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tk_desktop.domain.nummer import letter
from tk_desktop.domain.opmaak import Lijst, Lijstpunt, lees_stukjes, open_regel, samenvoegen
from tk_desktop.domain.vergelijken import sleutel


class Merk(StrEnum):
    """How a point is marked on paper (catalogue 30)."""

    CIJFER = "1."
    LETTER = "a."
    STREEP = "-"

    def geschreven(self, rang: int) -> str:
        """Return the mark of the point with that rank, the first being 0."""
        match self:
            case Merk.CIJFER:
                return f"{rang + 1}."
            case Merk.LETTER:
                return f"{letter(rang)}."
            case Merk.STREEP:
                return "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstelpunt:
    """One point that the board is asked to decide on; ``tekst`` is one line of rich text (``opmaak``).

    Its number follows from its place, so that arguments (1.1, 2.1) keep to their point when points move (C6).
    """

    id: str
    volgorde: str
    tekst: str
    merk: Merk = Merk.CIJFER
    onder: tuple["Voorstelpunt", ...] = ()

    def __post_init__(self) -> None:
        if not self.tekst.strip():
            raise ValueError("een voorstelpunt heeft een tekst")


def als_lijst(punten: Sequence[Voorstelpunt], vul: Callable[[str], str] = str) -> Lijst | None:
    """Return the points as a list to print, or ``None`` when there are none; ``vul`` fills placeholders."""
    return Lijst(tuple(_lijstpunten(punten, vul))) if punten else None


def open_punten(punten: Iterable[Voorstelpunt]) -> tuple[Voorstelpunt, ...]:
    """Return the points as everybody may read them: without what is besloten in them (J9)."""
    return tuple(replace(punt, tekst=open_regel(punt.tekst), onder=open_punten(punt.onder)) for punt in punten)


def zinnen(punten: Iterable[Voorstelpunt]) -> Iterator[str]:
    """Go through the points at every depth, each as plain text without its mark."""
    for punt in punten:
        yield samenvoegen(lees_stukjes(punt.tekst))
        yield from zinnen(punt.onder)


def woorden(punten: Iterable[Voorstelpunt]) -> str:
    """Return the words of the points without marks, case and white space, to compare two texts."""
    return "".join(sleutel(punt.tekst) + woorden(punt.onder) for punt in punten)


def _lijstpunten(punten: Sequence[Voorstelpunt], vul: Callable[[str], str]) -> Iterable[Lijstpunt]:
    for rang, punt in enumerate(punten):
        yield Lijstpunt(
            merk=punt.merk.geschreven(rang),
            stukjes=lees_stukjes(vul(punt.tekst)),
            onder=tuple(_lijstpunten(punt.onder, vul)),
        )
