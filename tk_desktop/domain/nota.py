"""A nota: the form in which a proposal, an opinion or information is put to the board."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tk_desktop.domain.opmaak import lees_stukjes, open_regel, open_tekst, platte_tekst, samenvoegen
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.verwijzing import zonder_invulplekken
from tk_desktop.domain.voorstel import Voorstelpunt, open_punten, zinnen


class Sectiesoort(StrEnum):
    """What a section of a nota is about (catalogue 44-72)."""

    VOORSTEL = "voorstel"
    DOEL = "doel"
    KENNISNEMEN = "kennisnemen van"
    INLEIDING = "inleiding"
    BEOOGD_EFFECT = "beoogd effect"
    ARGUMENTEN = "argumenten"
    KANTTEKENING = "kanttekening"
    KERNBOODSCHAP = "kernboodschap"
    DISCUSSIEPUNTEN = "discussiepunten"
    VERVOLGSTAPPEN = "vervolgstappen"
    VOORDELEN = "voordelen"
    AANDACHTPUNTEN = "aandachtpunten"
    KOSTEN = "kosten, baten, dekking"
    COMMUNICATIE = "communicatie"
    VERVOLG = "vervolg"
    BIJLAGEN = "bijlagen"
    BESLUIT = "besluit"
    VRIJ = "vrij"


class Vorm(StrEnum):
    """The forms of a nota: one for advice and opinion, three layouts for information (catalogue 3-5)."""

    ADVIESNOTA = "adviesnota"
    OPINIERENDE_NOTA = "opinierende nota"
    INFORMATIENOTA_DOEL = "informatienota met doel"
    INFORMATIENOTA_KERN = "informatienota met kernboodschap"
    INFORMATIENOTA_KORT = "informatienota zonder titel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Formuliersectie:
    """A section that a form asks for; ``hulp`` is a writing aid that is never printed (A10)."""

    soort: Sectiesoort
    kop: str
    verplicht: bool = True
    hulp: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulier:
    """A form: the title on paper, the label before the body it is meant for, and its sections in order.

    A form without title (layout 2) puts its kind in that label and the subject on one line (catalogue 69, 70).
    """

    vorm: Vorm
    soort: Soort
    titel: str
    label_gremium: str
    secties: tuple[Formuliersectie, ...]

    @property
    def met_titel(self) -> bool:
        """Whether the kind stands above the paper."""
        return bool(self.titel)


def _sectie(soort: Sectiesoort, kop: str, hulp: str = "", *, verplicht: bool = True) -> Formuliersectie:
    return Formuliersectie(soort=soort, kop=kop, verplicht=verplicht, hulp=hulp)


_INLEIDING = _sectie(Sectiesoort.INLEIDING, "Inleiding", "Wat is de aanleiding en wat is eerder besloten?")
_EFFECT = _sectie(Sectiesoort.BEOOGD_EFFECT, "Beoogd effect", "Wat is er straks anders, en voor wie?")
_COMMUNICATIE = _sectie(Sectiesoort.COMMUNICATIE, "Communicatie", "Wie hoort dit van ons, wanneer en hoe?")
_VERVOLG = _sectie(Sectiesoort.VERVOLG, "Vervolg", "Welke stappen volgen, met datum?", verplicht=False)
_BIJLAGEN = _sectie(Sectiesoort.BIJLAGEN, "Bijlage(n)", "Nummer en titel van elke bijlage.", verplicht=False)
_BESLUIT = _sectie(Sectiesoort.BESLUIT, "Besluit", "Blijft leeg tot na de vergadering.", verplicht=False)
_KERN = (
    _sectie(Sectiesoort.KENNISNEMEN, "Kennisnemen van", "Waarvan neemt het bestuur kennis?"),
    _INLEIDING,
    _EFFECT,
    _sectie(Sectiesoort.KERNBOODSCHAP, "Kernboodschap", "Wat moet de lezer in elk geval onthouden?"),
)

FORMULIEREN: dict[Vorm, Formulier] = {
    formulier.vorm: formulier
    for formulier in (
        Formulier(
            vorm=Vorm.ADVIESNOTA,
            soort=Soort.ADVIESNOTA,
            titel="Adviesnota",
            label_gremium="Voorstel voor",
            secties=(
                _sectie(Sectiesoort.VOORSTEL, "Voorstel", "Genummerde punten waarop het bestuur kan besluiten."),
                _INLEIDING,
                _EFFECT,
                _sectie(Sectiesoort.ARGUMENTEN, "Argumenten", "Argument 1.2 hoort bij voorstelpunt 1."),
                _sectie(Sectiesoort.KANTTEKENING, "Kanttekening", "Wat pleit ertegen, of wat kan misgaan?"),
                _sectie(Sectiesoort.KOSTEN, "Kosten, baten, dekking", "Bedragen, of ‘Niet van toepassing.’"),
                _COMMUNICATIE,
                _sectie(Sectiesoort.VERVOLG, "Vervolg", "Welke stappen volgen, met datum?"),
                _BIJLAGEN,
                _BESLUIT,
            ),
        ),
        Formulier(
            vorm=Vorm.OPINIERENDE_NOTA,
            soort=Soort.OPINIERENDE_NOTA,
            titel="Opiniërende nota",
            label_gremium="Voorstel voor",
            secties=(
                _INLEIDING,
                _EFFECT,
                _sectie(Sectiesoort.DISCUSSIEPUNTEN, "Discussiepunten", "Waarover wilt u de mening van het bestuur?"),
                _sectie(Sectiesoort.VERVOLGSTAPPEN, "Vervolgstappen", "Wat stelt u voor om daarna te doen?"),
                _sectie(Sectiesoort.VOORDELEN, "Voordelen"),
                _sectie(Sectiesoort.AANDACHTPUNTEN, "Aandachtpunten"),
                _COMMUNICATIE,
                _sectie(Sectiesoort.VERVOLG, "Vervolg", "Welke stappen volgen, met datum?"),
                _BIJLAGEN,
                _BESLUIT,
            ),
        ),
        Formulier(
            vorm=Vorm.INFORMATIENOTA_DOEL,
            soort=Soort.INFORMATIENOTA,
            titel="Informatienota",
            label_gremium="Voorstel voor",
            secties=(
                _sectie(Sectiesoort.DOEL, "Doel", "Waarvoor krijgt het bestuur deze informatie?"),
                _INLEIDING,
                _sectie(Sectiesoort.VRIJ, "Hoe nu verder?", verplicht=False),
                _BIJLAGEN,
                _BESLUIT,
            ),
        ),
        Formulier(
            vorm=Vorm.INFORMATIENOTA_KERN,
            soort=Soort.INFORMATIENOTA,
            titel="Informatienota",
            label_gremium="Voorstel voor",
            secties=(*_KERN, _COMMUNICATIE, _VERVOLG, _BIJLAGEN, _BESLUIT),
        ),
        Formulier(
            vorm=Vorm.INFORMATIENOTA_KORT,
            soort=Soort.INFORMATIENOTA,
            titel="",
            label_gremium="Informatienota",
            secties=(
                *_KERN,
                _sectie(Sectiesoort.COMMUNICATIE, "Communicatie (proces)", "Wie hoort dit van ons, wanneer en hoe?"),
            ),
        ),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Behandelaar:
    """An official who answers for a nota (catalogue 43); the phone number stays out of a public set (A16)."""

    id: str
    volgorde: str
    naam: str
    functie: str = ""
    telefoon: str = ""


class Aard(StrEnum):
    """Whether a numbered reason pleads for or against."""

    ARGUMENT = "argument"
    KANTTEKENING = "kanttekening"


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A reason tied to one point of the proposal (C6; catalogue 48, 49); ``kop`` is one line of rich text (``opmaak``).

    Its number (2.1) follows from that point and from its place. A reason that was received with a number of no point
    keeps that number in ``los_nummer`` until it is tied.
    """

    id: str
    volgorde: str
    aard: Aard
    kop: str
    tekst: str = ""
    voorstelpunt_id: str | None = None
    los_nummer: str = ""

    def __post_init__(self) -> None:
        if not self.kop.strip():
            raise ValueError("een argument heeft een kop")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectie:
    """A section with its heading as printed and its rich text.

    The points of the proposal, the numbered reasons and the list of bijlagen are rows of their own; ``tekst`` of
    those sections holds only what stands beside them.
    """

    id: str
    volgorde: str
    soort: Sectiesoort
    kop: str
    tekst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nota:
    """The contents of one nota; its number, meeting date and body follow from the agenda item of its ``stuk``.

    Source: catalogue 39-74.
    """

    id: str
    stuk_id: str
    vorm: Vorm
    onderwerp: str
    registratienummer: str = ""
    domein: str = ""
    behandelaars: tuple[Behandelaar, ...] = ()
    voorstel: tuple[Voorstelpunt, ...] = ()
    argumenten: tuple[Argument, ...] = ()
    secties: tuple[Sectie, ...] = ()

    @property
    def heeft_besloten(self) -> bool:
        """Whether a passage of it is besloten: then there are two variants of it, from this one text (J9)."""
        return self.open_variant() != self

    def open_variant(self) -> "Nota":
        """Return this nota as everybody may read it, without its besloten passages (J9)."""
        return replace(
            self,
            voorstel=open_punten(self.voorstel),
            argumenten=tuple(
                replace(een, kop=open_regel(een.kop), tekst=open_tekst(een.tekst)) for een in self.argumenten
            ),
            secties=tuple(replace(een, tekst=open_tekst(een.tekst)) for een in self.secties),
        )

    @property
    def formulier(self) -> Formulier:
        """The form this nota is written in."""
        return FORMULIEREN[self.vorm]

    def sectie(self, soort: Sectiesoort) -> Sectie | None:
        """Return the first section of a kind, or ``None`` when the nota has none."""
        return next((sectie for sectie in self.secties if sectie.soort is soort), None)

    def redenen(self, aard: Aard) -> tuple[tuple[str, Argument], ...]:
        """Return the reasons of one kind with their numbers, in the order of the proposal; loose ones last."""
        return tuple(_genummerd(self.voorstel, [reden for reden in self.argumenten if reden.aard is aard]))

    def zoektekst(self) -> str:
        """Return the words by which this nota is found: plain, without what is filled in when it is printed."""
        redenen = ((samenvoegen(lees_stukjes(reden.kop)), platte_tekst(reden.tekst)) for reden in self.argumenten)
        secties = ((sectie.kop, platte_tekst(sectie.tekst)) for sectie in self.secties)
        regels = (regel for deel in (*redenen, *secties) for regel in deel)
        delen = (self.onderwerp, self.registratienummer, *zinnen(self.voorstel), *regels)
        return zonder_invulplekken("\n".join(deel for deel in delen if deel))

    def is_leeg(self, sectie: Sectie) -> bool:
        """Tell whether a section holds nothing, its rows included (bijlagen are rows of the meeting, not of it)."""
        if platte_tekst(sectie.tekst).strip():
            return False
        match sectie.soort:
            case Sectiesoort.VOORSTEL:
                return not self.voorstel
            case Sectiesoort.ARGUMENTEN:
                return not self.redenen(Aard.ARGUMENT)
            case Sectiesoort.KANTTEKENING:
                return not self.redenen(Aard.KANTTEKENING)
            case _:
                return True


def volgend_registratienummer(jaar: int, gebruikt: Iterable[str]) -> str:
    """Return the first free number ``jjjj-nnnnnn`` after those in use in that year (C5; catalogue 40)."""
    begin = f"{jaar:04}-"
    getallen = [int(nummer[5:]) for nummer in gebruikt if nummer.startswith(begin) and nummer[5:].isdecimal()]
    return f"{begin}{max(getallen, default=0) + 1:06}"


def _genummerd(voorstel: Sequence[Voorstelpunt], redenen: Sequence[Argument]) -> Iterable[tuple[str, Argument]]:
    rij = sorted(redenen, key=lambda reden: (reden.volgorde, reden.id))
    for rang, punt in enumerate(voorstel, 1):
        bij_punt = [reden for reden in rij if reden.voorstelpunt_id == punt.id]
        yield from ((f"{rang}.{nummer}", reden) for nummer, reden in enumerate(bij_punt, 1))
    punten = {punt.id for punt in voorstel}
    yield from ((reden.los_nummer, reden) for reden in rij if reden.voorstelpunt_id not in punten)
