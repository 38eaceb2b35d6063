"""The glyphs of Calibri that share a low byte: told apart by their neighbours, or left lost."""

from collections.abc import Sequence

from tk_desktop.intake.lettertabellen import CALIBRI, VERLOREN

_KLINKERS = frozenset("aeiouyë")


def kies(byte: int, voor: str, na: Sequence[str], haakje_open: bool) -> tuple[str, bool]:
    """Return the character of one glyph, and whether it is the usual reading rather than the only one.

    ``voor`` is the character before it as restored (empty at the start of the line), ``na`` are the characters after
    it as they seem, ``haakje_open`` tells that a bracket still waits for its partner. Where the neighbours speak for
    the rarer character as well, the glyph stays lost.
    """
    volgend = na[0] if na else ""
    gebruikelijk = CALIBRI.get(byte, VERLOREN)
    keuze = (gebruikelijk, False)
    match gebruikelijk:
        case "h":
            keuze = _h_of_citaat(voor, na)
        case "S":
            keuze = _s_of_citaat(voor, na)
        case ":":
            keuze = _dubbele_punt_of_p(voor, volgend)
        case "W":
            keuze = _w_of_streep(voor, volgend)
        case "s":
            keuze = _s_of_haakje(voor, volgend, haakje_open)
        case "k":  # or a slash, which stands between the same letters
            keuze = ("k", True)
    return keuze


def _grens(teken: str) -> bool:
    """Tell whether a word can begin after, or end before, this character."""
    return teken in ("", VERLOREN) or not teken.isalnum()


def _klein(teken: str) -> bool:
    return teken.isalpha() and teken.islower()


def _groot(teken: str) -> bool:
    return teken.isalpha() and teken.isupper()


def _sluit_later(na: Sequence[str], citaat: str) -> bool:
    """Tell whether a closing quote follows, and not merely the apostrophe of a plural."""
    paren = zip(na, [*na[1:], ""], strict=True)
    return any(teken == citaat and not _klein(volgend) for teken, volgend in paren)


def _h_of_citaat(voor: str, na: Sequence[str]) -> tuple[str, bool]:
    """Choose between h, R and ‘."""
    volgend = na[0] if na else ""
    if _klein(voor):
        return "h", False
    if volgend == "’":
        return "‘", False
    if not _grens(voor) or not (_klein(volgend) or volgend == VERLOREN) or _sluit_later(na, "’"):
        return VERLOREN, False
    if _klein(volgend) and volgend not in _KLINKERS:
        return (VERLOREN, False) if voor == VERLOREN else ("‘", False)
    return "h", True


def _s_of_citaat(voor: str, na: Sequence[str]) -> tuple[str, bool]:
    """Choose between S and “."""
    if _groot(voor):
        return "S", False
    if not na or not _grens(voor) or _sluit_later(na, "”"):
        return VERLOREN, False
    return "S", True


def _dubbele_punt_of_p(voor: str, volgend: str) -> tuple[str, bool]:
    """Choose between a colon and P."""
    if _klein(voor) or voor.isdigit() or voor in (")", "’", "”"):
        return ":", False
    if _grens(voor) and volgend.isalpha():
        return "P", False
    return VERLOREN, False


def _w_of_streep(voor: str, volgend: str) -> tuple[str, bool]:
    """Choose between W and a dash."""
    if _groot(voor) or (volgend.isalpha() and not _klein(voor)):
        return "W", False
    if (voor.isdigit() and volgend.isdigit()) or (_grens(voor) and (volgend == "" or volgend.isspace())):
        return "–", False
    return VERLOREN, False


def _s_of_haakje(voor: str, volgend: str, haakje_open: bool) -> tuple[str, bool]:
    """Choose between s, a closing bracket and Z."""
    if voor.isdigit() or voor in ("€", ")"):
        return ")", False
    if _klein(volgend):
        return "s", _grens(voor)
    if haakje_open and voor != "s" and volgend != ")":
        return VERLOREN, False
    return "s", True
