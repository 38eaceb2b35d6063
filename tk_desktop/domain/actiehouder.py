"""Whose an action is that was typed in one line: who is known round the table, or a part of an organisation."""

import re
from collections.abc import Collection, Iterable, Sequence

from tk_desktop.domain.gremium import Gremium, Rol
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.presentie import PLV_VOORZITTER, Hoedanigheid, Presentie
from tk_desktop.domain.vergelijken import sleutel

_ALTIJD = frozenset(
    {"allen", "alle leden", "secretariaat", "griffie", "directie", "directeur", "dagelijks bestuur", "algemeen bestuur"}
)
"""Who can be asked to do something in any body."""
_ROLLEN = frozenset(
    rol.value for rol in (*Rol, *Hoedanigheid) if rol not in (Rol.LID, Hoedanigheid.LID, Hoedanigheid.GENODIGDE)
)
_AANSPREEKVORM = re.compile(
    r"(?:(?:de|het|dhr|mw|mevr|mevrouw|meneer|heer|wethouder|burgemeester|drs|mr|ir|ing|dr|prof)\.?\s+)+", re.IGNORECASE
)
_DEEL_VAN_ORGANISATIE = re.compile(r"[^\W\d_][\w.&-]+/[^\W\d_][\w.&-]*")
"""``GGD/dpg``: nobody begins a task with such a word, so it says whose it is by itself."""
_GEEN_ORGANISATIE = frozenset({"en/of", "hij/zij", "hem/haar", "zijn/haar"})
_OPMERKINGEN = ("let op", "nb", "n.b", "pm", "p.m", "ps", "p.s", "vraag", "opmerking", "afspraak", "besluit", "memo")
_ETIKETTEN = ("actie", "acties", "actiepunt", "actiepunten", "toezegging", "toezeggingen")
_KOPJE = re.compile(rf"(?:{'|'.join(map(re.escape, (*_OPMERKINGEN, *_ETIKETTEN)))})\b", re.IGNORECASE)
"""What heads a remark or says what kind of line it is, and is nobody's name."""
_TUSSENVOEGSELS = re.compile(r"(?:(?:van|der|den|ten|ter|te)\s+)+")
_VOORLETTERS = re.compile(r"(?:[^\W\d_]\.)+")


def bekenden(
    opname: Momentopname, presentie: Sequence[Presentie], gremia: Iterable[Gremium], eerder: Iterable[str]
) -> frozenset[str]:
    """Return by which names somebody of a meeting can be asked to do something.

    These are the members and who else is on the list of names, their gemeenten, functions and roles, the bodies of the
    werkmap and all who have an action already (``eerder``).
    """
    leden = [een for een in opname.leden if een.gremium_id == opname.gremium.id]
    mensen = [opname.personen[een.persoon_id] for een in leden if een.persoon_id in opname.personen]
    uit = {*_ALTIJD, *_ROLLEN, PLV_VOORZITTER, *(wie for wie in eerder if not _KOPJE.match(wie))}
    for naam in (*(een.naam for een in mensen), *(wie.naam for wie in presentie)):
        uit |= _vormen(naam)
    uit |= {*(een.functie for een in mensen), *(wie.functie for wie in presentie)}
    namens = {*(lid.namens for lid in leden), *(wie.namens for wie in presentie)}
    uit |= namens | {re.sub(r"^gemeente\s+", "", een, flags=re.IGNORECASE) for een in namens}
    for gremium in gremia:
        uit |= {gremium.naam, gremium.afkorting}
    return frozenset(_sleutel(naam.split()) for naam in uit if sleutel(naam))


def wie_vooraan(woorden: Sequence[str], bekend: Collection[str]) -> int:
    """Return how many words at the begin of a line say whose it is; none when nobody is known by them.

    The longest name counts, with ``de`` or a title before it. Several can do it together: ``Roos en Guus``.
    """
    aantal = _een_naam(woorden, bekend)
    if not aantal:
        return 0
    rest = woorden[aantal:]
    if rest and rest[0].casefold() in ("en", "&") and (volgende := wie_vooraan(rest[1:], bekend)):
        return aantal + 1 + volgende
    if woorden[aantal - 1].endswith(",") and (volgende := wie_vooraan(rest, bekend)):
        return aantal + volgende
    return aantal


def lijkt_naam(wie: str) -> bool:
    """Tell whether words could name a person, a role or a body that nobody knows: with a capital, and no heading."""
    kaal = _TUSSENVOEGSELS.sub("", _AANSPREEKVORM.sub("", wie.strip(), count=1), count=1)
    return kaal[:1].isupper() and not _KOPJE.match(kaal)


def _een_naam(woorden: Sequence[str], bekend: Collection[str]) -> int:
    langste = max((len(naam.split()) for naam in bekend), default=0)
    titels = _AANSPREEKVORM.match(" ".join(woorden) + " ")
    voor = len(titels[0].split()) if titels else 0
    for overslaan in dict.fromkeys((voor, 0)):
        for aantal in range(min(langste, len(woorden) - overslaan), 0, -1):
            if _sleutel(woorden[overslaan : overslaan + aantal]) in bekend:
                return overslaan + aantal
    eerste = woorden[0].rstrip(",") if woorden else ""
    organisatie = _DEEL_VAN_ORGANISATIE.fullmatch(eerste) and eerste.casefold() not in _GEEN_ORGANISATIE
    return 1 if organisatie else 0


def _vormen(naam: str) -> set[str]:
    """Return a name with how people shorten it: ``Roos van Dalen``, ``Roos``, ``van Dalen``."""
    kaal = _AANSPREEKVORM.sub("", naam.strip(), count=1)
    eerste, _, rest = kaal.partition(" ")
    kort = {rest} if _VOORLETTERS.fullmatch(eerste) else {eerste, rest}
    return {naam, kaal, *kort}


def _sleutel(woorden: Iterable[str]) -> str:
    """Return the words of a name as they are compared, each without capitals and signs."""
    return " ".join(filter(None, map(sleutel, woorden)))
