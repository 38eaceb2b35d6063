"""The form of a layout file: what may stand in it, and a clear fault for what may not."""

from collections.abc import Sequence

from tk_desktop.base.errors import TkError

FORMAAT = 1


class IndelingOnjuist(TkError):
    """A layout file lacks something, or holds what no layout has."""

    code = "TK-I41"
    melding = "De indeling in ‘{bestand}’ kan niet worden gebruikt: {oorzaak}."
    veilig = "Er is niets gewijzigd."
    advies = "Verbeter dat bestand; docs/indelingen.md noemt alle velden."


class Tafel:
    """One table of a layout file, read field by field; ``klaar`` tells what stands there and was not asked for."""

    def __init__(self, waarden: dict[str, object], bestand: str, pad: str = "") -> None:
        self._waarden = waarden
        self._bestand = bestand
        self._pad = pad
        self._gezien: set[str] = set()
        self._onder: list[Tafel] = []

    def onder(self, naam: str, *, leeg: bool = False) -> "Tafel":
        """Return a table in this one."""
        waarde = self._waarde(naam, {} if leeg else None)
        if not isinstance(waarde, dict):
            raise self._fout(f"‘{self._pad}{naam}’ is geen tabel")
        tafel = Tafel(waarde, self._bestand, f"{self._pad}{naam}.")
        self._onder.append(tafel)
        return tafel

    def tekst(self, naam: str, *, leeg: bool = False) -> str:
        """Return a text."""
        waarde = self._waarde(naam, "" if leeg else None)
        if not isinstance(waarde, str) or not (leeg or waarde.strip()):
            raise self._fout(f"‘{self._pad}{naam}’ is geen tekst")
        return waarde

    def keuze(self, naam: str, keuzes: Sequence[str]) -> str:
        """Return one of these texts."""
        waarde = self.tekst(naam)
        if waarde not in keuzes:
            raise self._fout(f"‘{self._pad}{naam}’ is ‘{waarde}’; het kan zijn: {', '.join(keuzes)}")
        return waarde

    def woorden(self, naam: str, *, leeg: bool = False) -> tuple[str, ...]:
        """Return a list of texts; with ``leeg`` it may be left out or hold nothing."""
        waarde = self._waarde(naam, [] if leeg else None)
        if not isinstance(waarde, list) or not all(isinstance(deel, str) and deel.strip() for deel in waarde):
            raise self._fout(f"‘{self._pad}{naam}’ is geen lijst van woorden")
        if not waarde and not leeg:
            raise self._fout(f"‘{self._pad}{naam}’ is leeg")
        return tuple(str(deel) for deel in waarde)

    def paren(self, rollen: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Return every word of this table with the role it plays; only these roles may stand there."""
        uit: list[tuple[str, str]] = []
        for rol in self._waarden:
            if rol not in rollen:
                raise self._fout(f"‘{self._pad}{rol}’ bestaat niet; het kan zijn: {', '.join(rollen)}")
            uit.extend((woord, rol) for woord in self.woorden(rol, leeg=True))
        return tuple(uit)

    def klaar(self) -> None:
        """Raise for a field that no layout has: a word that was misspelled would else be lost in silence."""
        vreemd = sorted(set(self._waarden) - self._gezien)
        if vreemd:
            raise self._fout(f"‘{self._pad}{vreemd[0]}’ bestaat niet")
        for tafel in self._onder:
            tafel.klaar()

    def _waarde(self, naam: str, anders: object) -> object:
        self._gezien.add(naam)
        waarde = self._waarden.get(naam, anders)
        if waarde is None:
            raise self._fout(f"‘{self._pad}{naam}’ ontbreekt")
        return waarde

    def _fout(self, oorzaak: str) -> IndelingOnjuist:
        return IndelingOnjuist(bestand=self._bestand, oorzaak=oorzaak)


def open_tafel(waarden: dict[str, object], bestand: str) -> Tafel:
    """Return the values of a whole file; raises ``IndelingOnjuist`` for a file of a newer program."""
    tafel = Tafel(waarden, bestand)
    formaat = tafel._waarde("formaat", None)
    if formaat != FORMAAT:
        raise IndelingOnjuist(bestand=bestand, oorzaak=f"‘formaat’ is {formaat}; dit programma kent {FORMAAT}")
    return tafel
