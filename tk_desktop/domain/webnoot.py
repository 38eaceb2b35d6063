"""Words of the W3C Web Annotation model for notes, and those of our own beside them (F10).

Source: W3C Recommendation *Web Annotation Data Model*, 23 February 2017, and its vocabulary.
"""

from tk_desktop.domain.aantekening import Soort

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
EIGEN = "urn:x-tk-desktop:"
"""What ``tk:`` stands for: what the model has no word for."""

FORMAAT = 1
"""Number of the form of our own words; a file with a higher one is refused."""

PDF_FRAGMENT = "http://tools.ietf.org/rfc/rfc3778"
"""What a ``FragmentSelector`` on a page of a PDF conforms to: ``page=2``."""

MOTIEF = {
    Soort.MARKERING: "highlighting",
    Soort.ONDERSTREPING: "highlighting",
    Soort.DOORHALING: "editing",
    Soort.NOTITIE: "commenting",
    Soort.VRAAG: "questioning",
    Soort.BLADNOTITIE: "commenting",
    Soort.PUNTNOTITIE: "commenting",
    Soort.INKT: "describing",
}
"""Why a note was made, in the words of the model."""

SOORT_BIJ_MOTIEF = {
    "highlighting": Soort.MARKERING,
    "editing": Soort.DOORHALING,
    "questioning": Soort.VRAAG,
    "bookmarking": Soort.BLADNOTITIE,
}
"""What a note of another program is; any other motivation makes it a notitie."""

ANTWOORD = "replying"
VERSIE = "urn:sha256:"
PUNT = f"{EIGEN}agendapunt:"


def urn(id_: str) -> str:
    """Return the name of a note for the rest of the world: ``urn:uuid:…``; an id of another form has one of ours."""
    if len(id_) == 32 and set(id_) <= set("0123456789abcdef"):
        return f"urn:uuid:{id_[:8]}-{id_[8:12]}-{id_[12:16]}-{id_[16:20]}-{id_[20:]}"
    return f"{EIGEN}aantekening:{id_}"


def id_of(naam: str) -> str:
    """Return the id that ``urn`` gave a name; any other name stays as it is."""
    if naam.startswith(f"{EIGEN}aantekening:"):
        return naam.removeprefix(f"{EIGEN}aantekening:")
    kaal = naam.removeprefix("urn:uuid:").replace("-", "")
    return kaal if urn(kaal) == naam else naam
