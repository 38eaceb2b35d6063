"""Which character a glyph stood for, for the fonts whose PDF lost that table.

A composite font without a ToUnicode map prints each glyph as two bytes: the high byte becomes U+FFFD, the low byte
shows as the character it has in Windows code page 1252. Low bytes below 0x20 become U+FFFD as well and are gone.
"""

SCHADE = "\ufffd"
VERLOREN = "▯"
"""Stands for one character that the text layer of a file lost."""

BOLLETJE = "•"  # code page 1252 has no character for six bytes; they all came out as this one

_MACINTOSH = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰Â"

ARIAL: dict[int, str] = (
    {glyph: chr(glyph + 29) for glyph in range(32, 98)}
    | {98 + plaats: teken for plaats, teken in enumerate(_MACINTOSH)}
    | {10: "'", 198: "→"}  # 10 is below 0x20, yet shows: it came out as the end of a line
)

CALIBRI: dict[int, str] = (
    {0x26: "F", 0x27: "G", 0x2C: "H", 0x2F: "I", 0x3A: "J", 0x3C: "K", 0x3E: "L", 0x44: "M", 0x45: "N", 0x4B: "O"}
    | {0x57: ":", 0x59: "Q", 0x5E: "S", 0x64: "T", 0x68: "U", 0x73: "V", 0x74: "W", 0x79: "X", 0x7A: "Y"}
    | {0x23: "ë", 0x28: "f", 0x50: "g", 0x5A: "h", 0x5D: "i", 0x69: "j", 0x6C: "k", 0x6F: "l", 0x75: "m", 0x76: "n"}
    | {0x7D: "o", 0x89: "p", 0x8B: "q", 0x8C: "r", 0x90: "s", 0x9A: "t", 0xB5: "u", 0xC0: "v", 0xC1: "w"}
    | {0xC6: "x", 0xC7: "y", 0xCC: "z"}
    | {0x55: ",", 0x58: ".", 0x5B: "’", 0x5F: "”", 0x7E: "(", 0xA6: "€", 0x3D: "+"}
    | {0xEC + cijfer: str(cijfer) for cijfer in range(10)}
)
"""The usual character of each low byte; six low bytes belong to more than one glyph, see ``calibri.kies``."""

SYMBOLEN: dict[str, str] = {
    "x": "•",
    "‡": "•",
    "¾": "➢",
    "Æ": "→",
    "t": "–",
    "±": "–",
    "µ": "‘",
    "¶": "’",
    "³": "“",
    "´": "”",
    "¼": "€",
}
"""A glyph that stands alone between sound text: bullets, arrows, dashes and quotes of symbol fonts."""

ALLEEN_CALIBRI = frozenset("‰ŒšÀÁÇÌ¦ìíîïðñòóôõ")
"""What the glyphs of Dutch words show in Calibri and never in Arial."""

MEEST_CALIBRI = frozenset("}~•iluvo")
"""What shows common letters in Calibri and rare accents in Arial."""


def lage_byte(teken: str) -> int | None:
    """Return the low byte that printed as ``teken``, or None where no single byte did."""
    if teken == "\n":
        return 0x0A
    try:
        return None if teken == BOLLETJE else teken.encode("cp1252")[0]
    except UnicodeEncodeError:
        return None


def calibri_byte(teken: str) -> int | None:
    """Return the low byte of a Calibri glyph: there only s, ) and Z come out as a bullet."""
    return 0x90 if teken == BOLLETJE else lage_byte(teken)
