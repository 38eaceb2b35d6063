"""What two people did apart and nobody chose between: shown for review, nothing of it lost."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from tk_desktop.base.errors import TkError
from tk_desktop.domain.bewerking import WEG, Waarde

_SOORTEN = {
    "puntverslag": "het besprokene",
    "besluit": "het besluit",
    "stemming": "de stemming",
    "stem": "een stem",
    "actie": "een actie",
    "presentie": "de presentie",
    "belang": "een belang",
    "schorsing": "een schorsing",
    "ronde": "een schriftelijke ronde",
    "ronde_reactie": "een reactie in een schriftelijke ronde",
}
_LOS_VAN_HET_VERSLAG = frozenset({("actie", "staat"), ("actie", "afgedaan")})

NOTULEN = frozenset(_SOORTEN)
"""Tables with what is said, voted and decided in a meeting: what its verslag prints comes from these."""


class KeuzeWacht(TkError):
    """A verslag was to be approved of which two versions of something wait for a choice."""

    code = "TK-B80"
    melding = (
        "Het verslag kan nog niet worden vastgesteld: {aantal} van wat apart is opgeschreven, wacht op een keuze "
        "({waar})."
    )
    veilig = "Er is niets gewijzigd."
    advies = "Kies bij Uitwisselen (Ctrl+7) welke tekst blijft, en stel het verslag dan vast."


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """One of the values; ``apparaat`` is who wrote it, empty for this laptop."""

    id: str
    hlc: int
    apparaat: str
    waarde: Waarde
    getoond: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field with more than one value, the latest first.

    Of the field ``_weg`` it means that somebody took a row away without having seen all of it, or while another row
    needed it: the row stays until somebody decides.

    ``samen`` are the other fields of one meaning that differ (``Reizend.samen``), such as how many voted for and
    against: their values stand in the same order, for who wrote one wrote all. Choosing one chooses all.
    """

    bereik: str
    tabel: str
    rij: str
    veld: str
    waarden: tuple[Kandidaat, ...]
    samen: tuple["Conflict", ...] = ()

    def bij_keuze(self, waarde: Waarde) -> tuple[tuple["Conflict", Waarde], ...]:
        """Return what each field gets when this one gets a value: the others what was written together with it."""
        plek = next((plek for plek, een in enumerate(self.waarden) if een.waarde == waarde), None)
        mee = () if plek is None else tuple((een, een.waarden[plek].waarde) for een in self.samen)
        return ((replace(self, samen=()), waarde), *mee)

    @property
    def over_verwijderen(self) -> bool:
        """Whether the question is if the row is to go."""
        return self.veld == WEG


@dataclass(frozen=True, slots=True, kw_only=True)
class Toepassing:
    """What came of operations of others: how many were new, and which rows (table, id) were written."""

    nieuw: int
    rijen: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Openkeuze:
    """Something of a meeting of which one version is on paper while another waits for a choice.

    ``rij`` is the row in ``tabel`` (one of ``NOTULEN``), ``agendapunt_id`` its item, ``None`` where it is of the whole
    meeting. ``weggelaten`` are the texts that are on no paper as long as nobody chose; empty where it is no text.
    """

    tabel: str
    rij: str
    veld: str
    agendapunt_id: str | None = None
    weggelaten: tuple[str, ...] = ()

    @property
    def soort(self) -> str:
        """What it is, in words: ``het besluit``."""
        return _SOORTEN[self.tabel]

    @property
    def is_tekst(self) -> bool:
        """Whether it is what the verslag says of an item."""
        return self.tabel == "puntverslag" and bool(self.weggelaten)

    @property
    def leeg_elders(self) -> bool:
        """Whether what was said at an item is nothing on another laptop: emptied, or put behind closed doors there."""
        return (self.tabel, self.veld) == ("puntverslag", "besproken") and not self.weggelaten


def staat_in_verslag(tabel: str, veld: str) -> bool:
    """Tell whether a field is of what a verslag prints; how far an action is, changes also after its approval."""
    return tabel in NOTULEN and (tabel, veld) not in _LOS_VAN_HET_VERSLAG


def require_chosen(keuzes: Collection[Openkeuze], waar: str) -> None:
    """Raise ``KeuzeWacht`` when anything of a meeting waits for a choice; ``waar`` names the items."""
    if keuzes:
        raise KeuzeWacht(aantal=len(keuzes), waar=waar)
