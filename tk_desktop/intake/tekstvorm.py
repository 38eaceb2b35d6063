"""The words of a plain text, in whatever form the program that wrote it keeps letters."""

from tk_desktop.intake.bestandssoorten import UTF_16

_GEWOON = frozenset("\t\n\v\f\r\x1a")
"""Signs below a space that stand in texts; the last ended a file in the days of DOS."""


class GeenTekst(ValueError):
    """Bytes that are no text; who reads them knows which fault that is."""


def tekst_van(gegevens: bytes) -> str:
    """Return the text of a file in UTF-8, in UTF-16 that says so, or with the letters of Windows as Excel saves it.

    Lines end as they do in Unix. Raises ``GeenTekst``.
    """
    try:
        tekst = _ontcijferd(gegevens)
    except UnicodeDecodeError as fout:
        raise GeenTekst from fout
    if "\0" in tekst:
        raise GeenTekst
    return tekst.replace("\r\n", "\n").replace("\r", "\n")


def _ontcijferd(gegevens: bytes) -> str:
    if gegevens.startswith(UTF_16):
        return gegevens.decode("utf-16")
    try:
        return gegevens.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = gegevens.decode("cp1252")
    if any(teken < " " and teken not in _GEWOON for teken in tekst):
        raise GeenTekst
    return tekst
