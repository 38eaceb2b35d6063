"""A received e-mail (.eml or .msg): who sent it, when, its words, and the files that came with it.

Everything in a message is of somebody else: the names of its attachments too. They are written into a folder of ours,
each in a folder of its own, under a name that is no path; what is no paper is named with why it was left out.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import replacing
from tk_desktop.domain.datum import lang
from tk_desktop.domain.getal import omvang
from tk_desktop.intake.bericht_eml import lees_eml
from tk_desktop.intake.bericht_msg import lees_msg
from tk_desktop.intake.bericht_tnef import MEDIA, NAAM, lees_tnef
from tk_desktop.intake.berichtdelen import MEESTE_BERICHTEN_DIEP, Ruwbericht, Ruwdeel, Ruwsoort, inner, opened
from tk_desktop.intake.bestandsnaam import NaamMisleidt, check_name
from tk_desktop.intake.verhindering import Verhindering, lees_verhindering

BERICHTEN = {".eml": "message/rfc822", ".msg": "application/vnd.ms-outlook"}
"""The messages that are read: the end of their name, and their kind."""

GROOTSTE_BERICHT = 100 * 1024 * 1024
"""Mail servers stop at a quarter of this; a larger file is no message."""
MEESTE_BIJLAGEN = 200
TE_VEEL = "er zijn te veel bijlagen"
LANGSTE_NAAM = 120
_MEESTE_WOORDEN = 20_000
"""Nobody needs more signs to say that they cannot come."""

_NIET_IN_NAMEN = re.compile(r'[<>:"|?*]')
_LAAGJE = re.compile(r"(image|outlook-)[\w-]{0,40}\.(png|jpe?g|gif|bmp)", re.I)
_KLEIN_BEELD = 100 * 1024
_OMZETTINGEN = {
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_GEEN_STUK = {
    **dict.fromkeys(
        MEDIA,
        "het is een verpakking van Outlook (winmail.dat) die niet te openen is; vraag de afzender om de bestanden zelf",
    ),
    "application/pkcs7-signature": "het is de handtekening van het bericht",
    "application/x-pkcs7-signature": "het is de handtekening van het bericht",
    "application/pgp-signature": "het is de handtekening van het bericht",
    "text/calendar": "het is een uitnodiging voor een agenda",
    "text/vcard": "het is een visitekaartje",
    "text/x-vcard": "het is een visitekaartje",
}
_NAAM_ZEGT = {
    NAAM: MEDIA[0],
    ".p7s": "application/pkcs7-signature",
    ".ics": "text/calendar",
    ".vcf": "text/vcard",
}


class BerichtBeschadigd(TkError):
    """A message that cannot be read, or of another kind than its name says."""

    code = "TK-I70"
    melding = "‘{bestand}’ is niet ingenomen: het is beschadigd, of geen e-mailbericht."
    veilig = "Er is niets gewijzigd."
    advies = "Open het in uw mailprogramma, sla de bijlagen op en neem die in."


class BerichtTeGroot(TkError):
    """A message larger than mail can be."""

    code = "TK-I71"
    melding = "‘{bestand}’ is niet ingenomen: met {omvang} is het te groot voor een e-mailbericht."
    veilig = "Er is niets gewijzigd."
    advies = "Sla de bijlagen in uw mailprogramma op en neem die in."


@dataclass(frozen=True, slots=True, kw_only=True)
class Weggelaten:
    """Something in a message that is no paper, and why."""

    naam: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht:
    """A message as read; ``bijlagen`` are the files that came with it, where they were written."""

    bestand: str
    van: str = ""
    adres: str = ""
    moment: datetime | None = None
    onderwerp: str = ""
    tekst: str = ""
    bijlagen: tuple[Path, ...] = ()
    weggelaten: tuple[Weggelaten, ...] = ()
    verhindering: Verhindering | None = None
    """That its sender cannot come to a meeting, where its words say so."""
    is_zip: bool = False
    """It is no message but an archive: files without words, that came together."""

    @property
    def dag(self) -> date | None:
        """The day on which it was sent."""
        return self.moment.date() if self.moment is not None else None

    @property
    def afzender(self) -> str:
        """Who sent it, as people say it."""
        if self.van and self.adres:
            return f"{self.van} ({self.adres})"
        return self.van or self.adres or "een onbekende afzender"


def is_bericht(pad: Path) -> bool:
    """Tell whether the name of a file says that it is a message."""
    return pad.suffix.lower() in BERICHTEN


def lees_bericht(bron: Path, map_: Path) -> Bericht:
    """Return what a message holds, with its attachments written into ``map_``.

    Raises ``NaamMisleidt``, ``BerichtTeGroot`` or ``BerichtBeschadigd``; an attachment with such a name is left out.
    """
    check_name(bron.name)
    grootte = bron.stat().st_size
    if grootte > GROOTSTE_BERICHT:
        raise BerichtTeGroot(bestand=bron.name, omvang=omvang(grootte))
    lees = lees_msg if bron.suffix.lower() == ".msg" else lees_eml
    ruw = lees(bron)
    if ruw is None:
        raise BerichtBeschadigd(bestand=bron.name)
    ruw = _met_berichtbestanden(ruw, 0)
    bijlagen, weggelaten = _bijlagen(tuple(opened(ruw.delen)), map_)
    van, adres, onderwerp, tekst = _regel(ruw.van), _regel(ruw.adres).casefold(), _regel(ruw.onderwerp), _tekst(ruw)
    dag = ruw.moment.date() if ruw.moment is not None else None
    return Bericht(
        bestand=bron.name,
        van=van,
        adres=adres,
        moment=ruw.moment,
        onderwerp=onderwerp,
        tekst="\n\n".join(filter(None, (tekst, *map(_binnenin, inner(ruw))))),
        bijlagen=bijlagen,
        weggelaten=weggelaten,
        verhindering=lees_verhindering(van, adres, onderwerp[:_MEESTE_WOORDEN], tekst[:_MEESTE_WOORDEN], dag),
    )


def _met_berichtbestanden(ruw: Ruwbericht, diep: int) -> Ruwbericht:
    """Return a message in which files that are messages are opened as a message in it is, and no deeper.

    The files in a package of Outlook stand in its place.
    """
    delen: list[Ruwdeel] = []
    for deel in chain.from_iterable(map(_uit_outlook, ruw.delen)):
        soort = Path(deel.naam.strip()).suffix.lower()
        if deel.bericht is not None:
            delen.append(replace(deel, bericht=_met_berichtbestanden(deel.bericht, diep + 1)))
        elif deel.soort is Ruwsoort.BESTAND and soort in BERICHTEN and deel.inhoud:
            lees = lees_msg if soort == ".msg" else lees_eml
            binnen = lees(deel.inhoud, diep + 1) if diep < MEESTE_BERICHTEN_DIEP else None
            eigen = _met_berichtbestanden(binnen, diep + 1) if binnen is not None else None
            delen.append(replace(deel, inhoud=b"", soort=Ruwsoort.BERICHT, bericht=eigen))
        else:
            delen.append(deel)
    return replace(ruw, delen=tuple(delen))


def _uit_outlook(deel: Ruwdeel) -> tuple[Ruwdeel, ...]:
    """Return the files in a package of Outlook; any other part itself, and a package that cannot be read."""
    if deel.media not in MEDIA and deel.naam.strip().lower() != NAAM:
        return (deel,)
    return lees_tnef(deel.inhoud) or (deel,)


def _binnenin(ruw: Ruwbericht) -> str:
    """Return the words of a message in a message under who wrote it, as a program of mail shows them."""
    wie = " ".join(filter(None, (_regel(ruw.van), f"<{_regel(ruw.adres)}>" if ruw.adres else "")))
    dag = f" op {lang(ruw.moment.date())}" if ruw.moment is not None else ""
    kop = f"Bericht in dit bericht, van {wie or 'een onbekende afzender'}{dag}: {_regel(ruw.onderwerp)}".rstrip(": ")
    return f"—— {kop} ——\n\n{_tekst(ruw)}".rstrip()


def veilige_naam(naam: str, anders: str) -> str:
    """Return the name of an attachment as a file may bear it: no path, nothing that Windows forbids, not too long."""
    kaal = unicodedata.normalize("NFC", re.split(r"[/\\]", naam.strip())[-1])
    kaal = _NIET_IN_NAMEN.sub("_", " ".join(kaal.split())).rstrip(". ").lstrip()
    if not kaal.strip("._ "):
        return anders
    stam, punt, eind = kaal.rpartition(".")
    if punt and stam and len(eind) <= 8:
        return f"{stam[: LANGSTE_NAAM - len(eind) - 1].rstrip()}.{eind}"
    return kaal[:LANGSTE_NAAM]


def _bijlagen(delen: Sequence[Ruwdeel], map_: Path) -> tuple[tuple[Path, ...], tuple[Weggelaten, ...]]:
    """Write what may be a paper, each in a folder of its own, and name the rest."""
    paden: list[Path] = []
    weg: list[Weggelaten] = []
    for nummer, deel in enumerate(delen, start=1):
        naam = veilige_naam(deel.naam, f"bijlage {nummer}{_OMZETTINGEN.get(deel.media, '')}")
        try:
            check_name(naam)
        except NaamMisleidt as fout:
            weg.append(Weggelaten(naam=str(fout.details["bestand"]), reden="de naam verbergt wat voor bestand het is"))
            continue
        reden = _geen_stuk(deel, naam) or (TE_VEEL if len(paden) == MEESTE_BIJLAGEN else "")
        if reden:
            weg.append(Weggelaten(naam=naam, reden=reden))
            continue
        eigen = map_ / str(nummer)
        eigen.mkdir(parents=True, exist_ok=True)
        with replacing(eigen / naam) as half:
            half.write_bytes(deel.inhoud)
        paden.append(eigen / naam)
    return tuple(paden), tuple(weg)


def _geen_stuk(deel: Ruwdeel, naam: str) -> str:
    """Return why a part is no paper; nothing when it may be one."""
    klein = naam.lower()
    media = next((media for eind, media in _NAAM_ZEGT.items() if klein.endswith(eind)), deel.media)
    if media in _GEEN_STUK:
        return _GEEN_STUK[media]
    if deel.soort is Ruwsoort.BERICHT:
        return "het is een bericht in dit bericht dat TK Desktop niet opent; neem het in uw mailprogramma apart in"
    if deel.soort is Ruwsoort.VERWIJZING:
        return "het zit niet in het bericht; het staat elders en is niet opgehaald"
    if deel.soort is Ruwsoort.OPMAAK or (_LAAGJE.fullmatch(klein) and len(deel.inhoud) < _KLEIN_BEELD):
        return "het is een beeld uit de opmaak of de ondertekening"
    if not deel.inhoud:
        return "het is leeg"
    return ""


def _regel(tekst: str) -> str:
    """Return a header as one line without signs that steer a screen."""
    schoon = "".join(teken if unicodedata.category(teken) not in ("Cc", "Cf") else " " for teken in tekst)
    return " ".join(schoon.split())


def _tekst(ruw: Ruwbericht) -> str:
    """Return the words of a message: lines without signs that steer a screen, at most one empty line on a row."""
    schoon = "".join(
        teken for teken in ruw.tekst.replace("\r\n", "\n").replace("\r", "\n")
        if teken in "\n\t" or unicodedata.category(teken) not in ("Cc", "Cf")
    )  # fmt: skip
    regels = [regel.replace("\xa0", " ").rstrip() for regel in schoon.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(regels)).strip()
