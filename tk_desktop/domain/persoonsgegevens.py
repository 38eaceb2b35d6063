"""Personal data in a text: what may not reach everybody without somebody having looked at it (L6; AVG 4, 46 UAVG).

Only what can be told by its form is found, and what fails its own check digit is not told: a number of nine digits is a
burgerservicenummer when the eleven-test holds, an account number when it holds modulo 97. The data of an organisation
(``info@``, 088-numbers, a postbus) are no personal data.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Gegevenssoort(StrEnum):
    """Kinds of personal data, in the words of a sentence."""

    BSN = "burgerservicenummer"
    REKENING = "rekeningnummer"
    MOBIEL = "mobiel telefoonnummer"
    MAIL = "mailadres van een persoon"
    ADRES = "woonadres"


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsgegeven:
    """Personal data in a text: its kind, and where it stands as places of its first sign and after its last."""

    soort: Gegevenssoort
    van: int
    tot: int

    def in_tekst(self, tekst: str) -> str:
        """Return the data themselves."""
        return tekst[self.van : self.tot]

    def verkort(self, tekst: str) -> str:
        """Return enough to find them by and too little to use: the last two signs, or the end of a mail address."""
        woord = self.in_tekst(tekst)
        return f"…{woord[woord.rindex('@') :]}" if self.soort is Gegevenssoort.MAIL else f"…{woord.strip()[-2:]}"


_CIJFERS = re.compile(r"(?<![\d.,/-])\d(?:[ .]?\d){8}(?![\d/-]|[.,]\d)")
_BSN_WOORD = re.compile(r"\b(?:bsn|burgerservicenummers?|sofinummers?|sofi-nummers?)\b", re.IGNORECASE)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,6}(?: ?[A-Z0-9]{1,3})?\b")
_MOBIEL = re.compile(r"(?<![\d-])(?:\+31|0031|0)[ .-]?(?:\(0\))?[ .-]?6(?:[ .-]?\d){8}(?!\d)")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_GROEPSNAMEN = re.compile(
    r"(?:info|secretariaat|bestuurssecretariaat|griffie|post|postbus|contact|algemeen|communicatie|redactie|planning|"
    r"helpdesk|support|no-?reply|privacy|fg|klachten|pers|team|bestuur|gemeente|stadhuis|directie|receptie)[\w.+-]*@",
    re.IGNORECASE,
)
_ADRES = re.compile(
    r"\b[A-Z][\w’'.-]+(?: [\w’'.-]+){0,4} \d{1,5}(?:[ -]?[a-zA-Z]{1,2}\b|-\d{1,4})?[,\s]{1,3}"
    r"[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b"
)
_POSTBUS = re.compile(r"^postbus\b", re.IGNORECASE)
_DICHTBIJ = 60
"""Signs before a number in which the word must stand that tells what it is."""


def find_persoonsgegevens(tekst: str) -> Iterator[Persoonsgegeven]:
    """Yield the personal data in a text, kind by kind, each in the order in which they stand there."""
    for treffer in _CIJFERS.finditer(tekst):
        cijfers = re.sub(r"\D", "", treffer[0])
        gezegd = _BSN_WOORD.search(tekst[max(0, treffer.start() - _DICHTBIJ) : treffer.start()])
        if gezegd and is_bsn(cijfers):
            yield _gegeven(Gegevenssoort.BSN, treffer)
    for treffer in _IBAN.finditer(tekst):
        if is_iban(treffer[0]):
            yield _gegeven(Gegevenssoort.REKENING, treffer)
    for treffer in _MOBIEL.finditer(tekst):
        yield _gegeven(Gegevenssoort.MOBIEL, treffer)
    for treffer in _MAIL.finditer(tekst):
        if not _GROEPSNAMEN.match(treffer[0]):
            yield _gegeven(Gegevenssoort.MAIL, treffer)
    for treffer in _ADRES.finditer(tekst):
        if not _POSTBUS.match(treffer[0]):
            yield _gegeven(Gegevenssoort.ADRES, treffer)


def is_bsn(cijfers: str) -> bool:
    """Tell whether nine digits can be a burgerservicenummer: the eleven-test holds (Wet algemene bepalingen BSN)."""
    if not re.fullmatch(r"[0-9]{9}", cijfers) or cijfers == "0" * 9:
        return False
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(cijfer) * gewicht for cijfer, gewicht in zip(cijfers, gewichten, strict=True)) % 11 == 0


def is_iban(tekst: str) -> bool:
    """Tell whether a text is an account number: it is 1 modulo 97, letters being 10 to 35 (ISO 13616)."""
    kaal = tekst.replace(" ", "")
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}", kaal):
        return False
    return int("".join(str(int(teken, 36)) for teken in kaal[4:] + kaal[:4])) % 97 == 1


def _gegeven(soort: Gegevenssoort, treffer: re.Match[str]) -> Persoonsgegeven:
    return Persoonsgegeven(soort=soort, van=treffer.start(), tot=treffer.end())
