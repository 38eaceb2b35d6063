"""Restoring the text layer of a PDF whose fonts had no table of characters.

What is certain is restored, every glyph that is gone becomes ▯, and nothing is guessed: least of all a digit.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tk_desktop.intake import calibri
from tk_desktop.intake.lettertabellen import (
    ALLEEN_CALIBRI,
    ARIAL,
    CALIBRI,
    MEEST_CALIBRI,
    SCHADE,
    SYMBOLEN,
    VERLOREN,
    calibri_byte,
    lage_byte,
)

_RUN = rf"{SCHADE}[\s\S](?:{SCHADE}[\s\S]|(?<={SCHADE}{SCHADE})[ ](?={SCHADE}))*"
_LOS_VOOR_LETTERS = re.compile(rf"(?<!{SCHADE})(?<!{SCHADE}.){SCHADE}(?=[a-zà-ÿ]{{2}})")
_SCHADE_IN_REGEL = re.compile(
    rf"""
      (?P<acuut>{SCHADE}[ ]{{1,2}}\u0301)                                  # a closing quote as a loose acute accent
    | (?P<fi>{_LOS_VOOR_LETTERS.pattern})                                  # one lost glyph before sound letters
    | (?P<run>{_RUN})
    | (?P<los>{SCHADE})
    | (?P<trema>(?<=[aeiou])‘(?!(?:[stmk]|tjes?|ers?|(?<![ei]‘)n)(?![a-z]))(?=[a-z])(?!.*’(?![a-z])))
    | (?P<ji>(?<=[a-zà-ÿ])ї|ї(?=[a-zà-ÿ]))
    | (?P<ti>(?<=[a-zà-ÿ])V(?=[bcdfghjkmnpqstvwxz])|(?<=[a-zà-ÿ]{{3}})V(?=es?\b|ep)|\bV(?=j[a-z]))
    """,
    re.VERBOSE,
)
_RUN_MET_STAART = re.compile(rf"({_RUN}){SCHADE}\Z")
_DELEN = 20  # no line of prose holds more apostrophes than this
_BLIK = 200  # how far ahead a closing quote is sought
_FI_IN_WOORD = frozenset("acdegntxz")
_FI_AAN_BEGIN = frozenset("adjklnrstxz")
_VASTE_LEZING = {"fi": "fi", "acuut": "”", "trema": "ë", "ji": "ï", "ti": "ti"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HersteldeRegel:
    """One line as it reads now, beside the line as it was received.

    Rules:
        * every character of ``tekst`` has its own mark in ``hersteld``: True where it was restored from damage;
        * ``verloren`` counts the glyphs that are gone and stand as ▯;
        * ``aangenomen`` counts the glyphs that were read by a rule that can be wrong: a lost glyph taken as a space,
          or the usual one of two characters that came out alike.
    """

    tekst: str
    ruw: str
    hersteld: tuple[bool, ...]
    verloren: int = 0
    aangenomen: int = 0

    def __post_init__(self) -> None:
        if len(self.hersteld) != len(self.tekst):
            raise ValueError("elk teken heeft een eigen merk")


def herstel(ruw: str) -> tuple[HersteldeRegel, ...]:
    """Restore a whole text: one result for each of its lines.

    An apostrophe can have come out as the end of a line. The two halves are then read as one line, and an empty line
    follows it, so that the numbers of all other lines stay as they were.
    """
    regels = ruw.split("\n")
    klaar: list[HersteldeRegel] = []
    while len(klaar) < len(regels):
        begin = len(klaar)
        eind = begin + 1
        geheel = regels[begin]
        while eind - begin < _DELEN and eind < len(regels) and _loopt_door(geheel, regels[eind]):
            geheel = f"{geheel}\n{regels[eind]}"
            eind += 1
        klaar.append(replace(herstel_regel(geheel), ruw=regels[begin]))
        klaar.extend(HersteldeRegel(tekst="", ruw=regel, hersteld=()) for regel in regels[begin + 1 : eind])
    return tuple(klaar)


def herstel_regel(ruw: str) -> HersteldeRegel:
    """Restore one line; a sound line comes back as it is."""
    if _SCHADE_IN_REGEL.search(ruw) is None:
        return HersteldeRegel(tekst=ruw, ruw=ruw, hersteld=(False,) * len(ruw))
    cellen = _cellen(ruw)
    gelezen = _lees(cellen)
    return HersteldeRegel(
        tekst="".join(teken.tekst for teken in gelezen),
        ruw=ruw,
        hersteld=tuple(teken.hersteld for teken in gelezen for _ in teken.tekst),
        verloren=sum(teken.verloren for teken in gelezen),
        aangenomen=sum(teken.aangenomen for teken in gelezen),
    )


class _Familie(StrEnum):
    """The font a run of glyphs was set in."""

    ARIAL = "arial"
    CALIBRI = "calibri"
    SYMBOOL = "symbool"
    SCHEMA = "schema"
    LEEG = "leeg"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cel:
    """One sound character, one that is already read, or one glyph of a run; ``teken`` is None where it is lost."""

    teken: str | None
    run: int | None = None
    breed: bool = False
    vast: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gelezen:
    """What one cell reads as."""

    tekst: str
    hersteld: bool = True
    aangenomen: bool = False
    verloren: bool = False


_WEG = _Gelezen(tekst=VERLOREN, hersteld=False, verloren=True)
_SPATIE = _Gelezen(tekst=" ")
_WEL_SPATIE = _Gelezen(tekst=" ", aangenomen=True)


def _loopt_door(regel: str, volgende: str) -> bool:
    """Tell whether a line stops halfway a glyph of Arial and the next one goes on with it."""
    eind = _RUN_MET_STAART.search(regel)
    if eind is None or not volgende.startswith(SCHADE):
        return False
    glyphs = [cel.teken for cel in _glyphs(eind[1], 0)]
    return len(glyphs) > 1 and any(_alleen_arial(teken) for teken in glyphs if teken)


def _cellen(ruw: str) -> list[_Cel]:
    """Take a line apart into sound characters and glyphs."""
    alleen_los = SCHADE not in _LOS_VOOR_LETTERS.sub("", ruw)
    cellen: list[_Cel] = []
    plek = 0
    for nummer, vondst in enumerate(_SCHADE_IN_REGEL.finditer(ruw)):
        cellen.extend(_Cel(teken=teken) for teken in ruw[plek : vondst.start()])
        plek = vondst.end()
        soort = vondst.lastgroup or ""
        if soort == "run":
            cellen.extend(_glyphs(vondst["run"], nummer))
        elif soort == "fi" and not alleen_los:
            plek += 1
            cellen.append(_Cel(teken=ruw[plek - 1], run=nummer))
        elif soort == "fi" and ruw[plek] not in (_FI_IN_WOORD if ruw[plek - 2 : plek - 1].isalpha() else _FI_AAN_BEGIN):
            plek += 1
            cellen.append(_Cel(teken=None))
        elif soort == "los":
            cellen.append(_Cel(teken=None))
        else:
            cellen.append(_Cel(teken=_VASTE_LEZING[soort], vast=True))
    cellen.extend(_Cel(teken=teken) for teken in ruw[plek:])
    return cellen


def _glyphs(run: str, nummer: int) -> Iterator[_Cel]:
    """Yield the glyphs of a run: pairs of characters, with now and then a real space after a lost one."""
    plek = 0
    while plek < len(run):
        teken = run[plek + 1]
        breed = teken == SCHADE and run[plek + 2 : plek + 3] == " "
        yield _Cel(teken=None if teken == SCHADE else teken, run=nummer, breed=breed)
        plek += 3 if breed else 2


def _alleen_arial(teken: str) -> bool:
    return calibri_byte(teken) not in CALIBRI


def _families(runs: dict[int, list[_Cel]]) -> dict[int, _Familie]:
    """Choose the font of each run; one that could be either goes along with a sure run of Calibri on its line."""
    families = {nummer: _familie([cel.teken for cel in run]) for nummer, run in runs.items()}
    if _Familie.CALIBRI in families.values():
        for nummer, familie in families.items():
            zichtbaar = [cel.teken for cel in runs[nummer] if cel.teken]
            if familie is _Familie.ARIAL and not any(_alleen_arial(teken) for teken in zichtbaar):
                families[nummer] = _Familie.CALIBRI
    return families


def _familie(tekens: Sequence[str | None]) -> _Familie:
    """Choose the font of one run by the characters that show."""
    zichtbaar = [teken for teken in tekens if teken]
    if not zichtbaar:
        return _Familie.LEEG
    if ALLEEN_CALIBRI & set(zichtbaar):
        return _Familie.CALIBRI
    if tekens[0] in SYMBOLEN and (len(tekens) == 1 or (len(tekens) == 2 and not tekens[1] and tekens[0] != "¼")):
        return _Familie.SYMBOOL
    if len(zichtbaar) > 1 and MEEST_CALIBRI & set(zichtbaar) and not any(map(_alleen_arial, zichtbaar)):
        return _Familie.CALIBRI
    telling = Counter(zichtbaar)
    if telling["A"] + telling["B"] + telling["C"] > 1 and all("!" <= teken <= "Z" or teken == "k" for teken in telling):
        return _Familie.SCHEMA
    return _Familie.ARIAL


def _lees(cellen: Sequence[_Cel]) -> list[_Gelezen]:
    """Read all cells of one line."""
    runs: dict[int, list[_Cel]] = {}
    begin: dict[int, int] = {}
    for plek, cel in enumerate(cellen):
        if cel.run is not None:
            runs.setdefault(cel.run, []).append(cel)
            begin.setdefault(cel.run, plek)
    families = _families(runs)
    aanzicht = _aanzicht(cellen, families)
    uitgevuld = any(cel.breed for cel in cellen)
    op_dia = _Familie.CALIBRI in families.values()
    gelezen: list[_Gelezen] = []
    haakje_open = False
    for plek, cel in enumerate(cellen):
        if cel.run is None:
            teken = _WEG if cel.teken is None else _Gelezen(tekst=cel.teken, hersteld=cel.vast)
        else:
            run, eerste = runs[cel.run], begin[cel.run]
            eind = eerste + len(run)
            buren = ("".join(aanzicht[max(eerste - 1, 0) : eerste]), "".join(aanzicht[eind : eind + 1]))
            match families[cel.run]:
                case _Familie.CALIBRI:
                    voor = gelezen[-1].tekst[-1] if gelezen else ""
                    teken = _lees_calibri(cel, voor, aanzicht[plek + 1 : plek + 1 + _BLIK], haakje_open)
                case _Familie.ARIAL:
                    teken = _lees_arial(run, plek - eerste, buren, uitgevuld)
                case _Familie.SYMBOOL:
                    teken = _lees_symbool(cel, buren, op_dia)
                case _Familie.SCHEMA:
                    teken = _lees_schema(cel)
                case _Familie.LEEG:
                    teken = _lees_leeg(cel, len(run) == 1, buren)
        gelezen.append(teken)
        haakje_open = teken.tekst == "(" or (haakje_open and teken.tekst != ")")
    return gelezen


def _lees_arial(run: Sequence[_Cel], plek: int, buren: tuple[str, str], uitgevuld: bool) -> _Gelezen:
    """Read one glyph of Arial; a lost one may still be known as the space between two words."""
    cel = run[plek]
    if cel.teken is not None:
        byte = lage_byte(cel.teken)
        return _Gelezen(tekst=ARIAL[byte]) if byte in ARIAL else _WEG
    if cel.breed:
        return _SPATIE
    laatste = plek + 1 == len(run)
    na_euro = plek > 0 and run[plek - 1].teken == "¼"
    if _kan_cijfer_zijn(plek == 0, laatste, na_euro, buren):
        return _WEG
    if na_euro:
        return _WEL_SPATIE
    return _WEL_SPATIE if _scheidt_woorden(run, plek) and (laatste or not uitgevuld) else _WEG


def _kan_cijfer_zijn(eerste: bool, laatste: bool, na_euro: bool, buren: tuple[str, str]) -> bool:
    """Tell whether a lost glyph touches a sound digit, or is all there is between a euro sign and its ``,-``."""
    if (eerste and buren[0].isdigit()) or (laatste and buren[1].isdigit()):
        return True
    return na_euro and laatste and buren[1] in (",", ".", "-", "–")


def _scheidt_woorden(run: Sequence[_Cel], plek: int) -> bool:
    """Tell whether a lost glyph is taken as the space between two words.

    One that stands alone is, but not before a closing quote; of three or more the first is, after a word; the last
    of several is, before a word. In between stand digits and punctuation, and those are gone.
    """
    vorig_weg = plek > 0 and run[plek - 1].teken is None
    volgende = [cel.teken for cel in run[plek + 1 : plek + 3]]
    if not vorig_weg and volgende[:1] != [None]:
        return volgende[:1] not in (["¶"], ["´"])
    if not vorig_weg:
        return plek > 0 and volgende == [None, None]
    return bool(volgende) and volgende[0] is not None and volgende[0] not in ("¼", " ", "¶", "´")


def _lees_calibri(cel: _Cel, voor: str, na: Sequence[str], haakje_open: bool) -> _Gelezen:
    """Read one glyph of Calibri; a lost one is a, b, c, d, e or a space, and nobody knows which."""
    byte = calibri_byte(cel.teken) if cel.teken else None
    if byte not in CALIBRI:
        return _WEG
    teken, aangenomen = calibri.kies(byte, voor, na, haakje_open)
    return _WEG if teken == VERLOREN else _Gelezen(tekst=teken, aangenomen=aangenomen)


def _aanzicht(cellen: Sequence[_Cel], families: dict[int, _Familie]) -> list[str]:
    """Return the characters of cells as they seem before their neighbours are weighed."""
    aanzicht = []
    for cel in cellen:
        if cel.teken is None:
            aanzicht.append(VERLOREN)
        elif cel.run is None:
            aanzicht.append(cel.teken)
        else:
            tabel = CALIBRI if families[cel.run] is _Familie.CALIBRI else ARIAL
            aanzicht.append(tabel.get(calibri_byte(cel.teken) or 0, VERLOREN))
    return aanzicht


def _lees_symbool(cel: _Cel, buren: tuple[str, str], op_dia: bool) -> _Gelezen:
    """Read a glyph that stands alone; not where it could be a letter as well."""
    if cel.teken is None:
        return _lees_leeg(cel, True, buren)
    letter_van_dia = op_dia and not _alleen_arial(cel.teken)
    letter_van_woord = cel.teken in ("t", "x") and buren[0].isalpha()
    return _WEG if letter_van_dia or letter_van_woord else _Gelezen(tekst=SYMBOLEN[cel.teken])


def _lees_schema(cel: _Cel) -> _Gelezen:
    """Read a glyph of the drawn schemes, whose codes lie 32 below those of the letters."""
    if cel.teken is None:
        return _WEL_SPATIE
    return _Gelezen(tekst="fi" if cel.teken == "k" else chr(ord(cel.teken) + 32))


def _lees_leeg(cel: _Cel, alleen: bool, buren: tuple[str, str]) -> _Gelezen:
    """Read a lost glyph without any other beside it: a space, unless a digit stands next to it."""
    if cel.breed:
        return _SPATIE
    return _WEL_SPATIE if alleen and not any(buur.isdigit() for buur in buren) else _WEG
