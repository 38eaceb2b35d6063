"""What the sender of a message wrote, apart from what is quoted, passed on or stands under the signature."""

import re
from dataclasses import dataclass
from email.utils import parseaddr

_DOORGESTUURD = re.compile(
    r"^(?:[^\S\n]|[>*_-])*+(?:doorgestuurd bericht|forwarded message|begin doorgestuurd bericht|"
    r"begin forwarded message|oorspronkelijk bericht|original message)\b.*$",
    re.I | re.M,
)
_KOPREGEL = re.compile(r"^(?:[^\S\n]|[>*])*+(?:van|from)\s*:\**\s*(?P<van>\S.*)$", re.I | re.M)
_KOPVERVOLG = re.compile(
    r"^[\s>*]*(?:verzonden|sent|datum|date|aan|to|onderwerp|subject|cc|antwoord aan)\s*:", re.I | re.M
)
_SCHREEF = re.compile(
    r"^(?:[^\S\n]|>)*+(?:op|on)\b[^\n]{4,160}(?:\n[^\n]{0,120})?\b(?:schreef|wrote)\b[^\n]{0,120}:\s*$", re.I | re.M
)
_ONDER = re.compile(
    r"^[^\S\n]*+(?:--|(?:met\s+)?(?:vriendelijke|hartelijke|beste)\s+groet(?:en)?\b.*|groet(?:en|jes)?\b\W*|mvg\b.*|m\.?v\.?g\.?\b.*|"
    r"hoogachtend\b.*|verstuurd vanaf .*|verzonden vanaf .*|sent from .*)\s*$",
    re.I | re.M,
)
_AUTOMATISCH = re.compile(
    r"automatisch antwoord|afwezigheids(?:bericht|assistent)|automatic reply|out of office|autoreply|onbestelbaar|"
    r"undeliverable|delivery status",
    re.I,
)
_STUURT_DOOR = re.compile(r"^\s*(?:fw|fwd|doorst|doorgestuurd|wg|tr)\s*:", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Eigentekst:
    """The words of whoever speaks in a message: the sender, or in a message that was passed on who wrote that.

    ``onder`` is what stands under the greeting, where the name of the writer is.
    """

    van: str
    adres: str
    tekst: str
    onder: str
    doorgestuurd: bool = False


def is_automatisch(onderwerp: str) -> bool:
    """Tell whether a message was sent by a program: an answer while somebody is away, or a refusal of a mail server."""
    return _AUTOMATISCH.search(onderwerp) is not None


def eigen_tekst(van: str, adres: str, onderwerp: str, tekst: str) -> Eigentekst:
    """Return who speaks in a message and what they say."""
    knip = _knip(tekst)
    boven, rest = tekst[:knip], tekst[knip:]
    if rest and _STUURT_DOOR.match(onderwerp) and (kop := _KOPREGEL.search(rest)):
        naam, mail = parseaddr(kop["van"].replace("[mailto:", "<").replace("]", ">").strip(" *"))
        binnen = "\n".join(regel.lstrip("> ") for regel in rest[kop.end() :].splitlines())
        koppen = list(_KOPVERVOLG.finditer(binnen[:1500]))
        begin = binnen.find("\n", koppen[-1].start()) if koppen else 0
        binnen = binnen[max(begin, 0) :]
        lijf, onder = _zonder_groet(binnen[: _knip(binnen)])
        return Eigentekst(van=naam, adres=mail.casefold(), tekst=lijf, onder=onder, doorgestuurd=True)
    lijf, onder = _zonder_groet(boven)
    return Eigentekst(van=van, adres=adres, tekst=lijf, onder=onder)


def _knip(tekst: str) -> int:
    """Return where the words of somebody else begin."""
    plekken = [
        _begin(tekst, treffer.start(), tekens)
        for vorm, tekens in ((_DOORGESTUURD, ">*_-"), (_SCHREEF, ">"))
        if (treffer := vorm.search(tekst)) is not None
    ]
    for treffer in _KOPREGEL.finditer(tekst):
        if len(list(_KOPVERVOLG.finditer(tekst, treffer.end(), treffer.end() + 500))) > 1:
            plekken.append(_begin(tekst, treffer.start(), ">*"))
            break
    aanhaling = re.search(r"^>", tekst, re.M)
    if aanhaling is not None:
        plekken.append(aanhaling.start())
    return min(plekken, default=len(tekst))


def _begin(tekst: str, plek: int, tekens: str) -> int:
    """Return the first of the lines right above a line that hold nothing but white space and these marks."""
    while plek:
        boven = tekst.rfind("\n", 0, plek - 1) + 1
        if any(teken not in tekens and not teken.isspace() for teken in tekst[boven:plek]):
            break
        plek = boven
    return plek


def _zonder_groet(tekst: str) -> tuple[str, str]:
    treffer = _ONDER.search(tekst)
    return (tekst[: treffer.start()].strip(), tekst[treffer.end() :].strip()) if treffer else (tekst.strip(), "")
