"""One thing that does not agree in tables of amounts: where it is, what stands there and what follows."""

from dataclasses import dataclass

from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.cijfertabel import AFRONDING, Cijfertabel
from tk_desktop.domain.getal import duizendtal

KOLOM, RIJ, TABELLEN, TEKST, RONDING, VERLOREN = "GD01", "GD02", "GD03", "GD04", "GD05", "GD06"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldvondst:
    """One thing that does not agree: in which table, row and column, and by how much what is stated lies too high.

    ``oorzaak`` is a sentence where one single cause explains it, else empty. ``gevolg`` tells what else it explains.
    Of an amount that lost figures there is no more than how it is ``geschreven``.
    """

    code: str
    ernst: Ernst
    tabel: str
    plek: str
    rij: str
    kolom: str
    gesteld: int = 0
    gerekend: int = 0
    geschreven: str = ""
    oorzaak: str = ""
    gevolg: str = ""

    @property
    def verschil(self) -> int:
        """How much what is stated lies above what follows."""
        return self.gesteld - self.gerekend

    @property
    def waar(self) -> str:
        """Where it is: table, row and column; a table without a title is told by its place."""
        zonder = f"de tabel op {self.plek}" if self.plek else ""
        tabel, rij = f"‘{self.tabel}’" if self.tabel else zonder, f"rij ‘{self.rij}’" if self.rij else ""
        delen = (tabel, rij, f"kolom ‘{self.kolom}’" if self.kolom else "")
        return ", ".join(deel for deel in delen if deel)

    @property
    def wat(self) -> str:
        """What is wrong, in sentences."""
        if self.code == VERLOREN:
            return f"Er staat {self.geschreven}: daarin zijn cijfers verloren gegaan. Ermee gerekend is er niet."
        staat, telt = duizendtal(self.gesteld), duizendtal(self.gerekend)
        zin = {
            KOLOM: f"Als totaal staat er {staat}; de posten zijn samen {telt}",
            RIJ: f"Er staat {staat}; uit de rest van de rij volgt {telt}",
            TABELLEN: f"Hier staat {staat}; in een andere tabel staat {telt}",
            TEKST: f"De tekst noemt {staat}; in de tabel staat {telt}",
            RONDING: f"Er staat {staat}; uit de rest volgt {telt}",
        }[self.code]
        eind = "Dat is een afrondingsverschil." if self.code == RONDING else ""
        delen = (f"{zin} (verschil {duizendtal(self.verschil)}).", eind, self.oorzaak, self.gevolg)
        return " ".join(deel for deel in delen if deel)


def ernst_van(code: str, verschil: int) -> tuple[str, Ernst]:
    """Return code and weight of a difference: rounding is information."""
    return (RONDING, Ernst.INFO) if abs(verschil) <= AFRONDING else (code, Ernst.FOUT)


def geldvondst(code: str, tabel: Cijfertabel, rij: str, kolom: str, *, gesteld: int, gerekend: int) -> Geldvondst:
    """Return a finding at a place, as information where it is no more than rounding."""
    eigen, ernst = ernst_van(code, gesteld - gerekend)
    return Geldvondst(
        code=eigen, ernst=ernst, tabel=tabel.titel, plek=tabel.plek, rij=rij, kolom=kolom, gesteld=gesteld,
        gerekend=gerekend,
    )  # fmt: skip


def verloren_in(tabel: str, plek: str, rij: str, kolom: str, tekst: str) -> Geldvondst:
    """Return that an amount at a place lost figures."""
    return Geldvondst(
        code=VERLOREN, ernst=Ernst.WAARSCHUWING, tabel=tabel, plek=plek, rij=rij, kolom=kolom,
        geschreven=f"‘{' '.join(tekst.split())}’",
    )  # fmt: skip
