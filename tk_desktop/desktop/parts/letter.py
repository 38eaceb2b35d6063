"""How wide a letter is in running text: the measure in which screens say how wide they are."""

from PySide6.QtGui import QFontMetrics

_WOORDEN = "De commissie stelt het verslag van de vorige vergadering ongewijzigd vast."


def letterbreedte(letter: QFontMetrics) -> int:
    """Return the pixels that a letter takes of a line of Dutch, at least what the font says its average one does.

    A font counts each of its letters once: of DejaVu, the font of a bare Debian, words are a sixth wider than that.
    """
    return max(letter.averageCharWidth(), -(-letter.horizontalAdvance(_WOORDEN) // len(_WOORDEN)))
