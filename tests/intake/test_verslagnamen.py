"""The names in the head of a verslag tell who was there, for whom and at what."""

from dataclasses import replace
from operator import itemgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.zittingbouwers import een_presentie
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.domain.presentiewoorden import afwezige, namenlijst
from tk_desktop.intake.lezing import GelezenAanwezige
from tk_desktop.intake.verslagnamen import lees_namen, lees_nummer


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("Roos van Dalen (Oostwaard)", GelezenAanwezige(naam="Roos van Dalen", namens="Oostwaard")),
        (
            "Guus Meerdink (voorzitter; Hof van Kadijk)",
            GelezenAanwezige(naam="Guus Meerdink", hoedanigheid=Hoedanigheid.VOORZITTER, namens="Hof van Kadijk"),
        ),
        (
            "Bram Sluiter (Kadijk; t/m punt 2a)",
            GelezenAanwezige(naam="Bram Sluiter", namens="Kadijk", tot_punt=Nummer(2, "", "a")),
        ),
        (
            "Coen Ruis (directeur aannemer bij punt 1A)",
            GelezenAanwezige(
                naam="Coen Ruis",
                hoedanigheid=Hoedanigheid.GENODIGDE,
                functie="directeur aannemer",
                van_punt=Nummer(1, "A"),
                tot_punt=Nummer(1, "A"),
            ),
        ),
        (
            "Femke Aalders (secretaris; DPG)",
            GelezenAanwezige(naam="Femke Aalders", hoedanigheid=Hoedanigheid.SECRETARIS, functie="DPG"),
        ),
        (
            "Els Brouwer (medewerker verslag)",
            GelezenAanwezige(naam="Els Brouwer", hoedanigheid=Hoedanigheid.NOTULIST, functie="medewerker"),
        ),
        ("Wim Tol", GelezenAanwezige(naam="Wim Tol", hoedanigheid=Hoedanigheid.GENODIGDE)),
    ],
)
def test_a_name_with_what_stands_between_brackets(tekst: str, gelezen: GelezenAanwezige) -> None:
    assert lees_namen(tekst) == (gelezen,)


def test_names_are_parted_outside_brackets_only() -> None:
    tekst = "Roos van Dalen (Oostwaard), Coen Ruis (hoofd zorg, jeugd en gezin) en Bram Sluiter (Kadijk)"
    assert [wie.naam for wie in lees_namen(tekst)] == ["Roos van Dalen", "Coen Ruis", "Bram Sluiter"]


def test_a_number_of_an_item_is_read_as_it_is_printed() -> None:
    assert [str(lees_nummer(tekst)) for tekst in ("2", "1A.", "2a", "x")] == ["2", "1A", "2a", "None"]


_NAAM = st.sampled_from(["Roos van Dalen", "Guus Meerdink", "Anna v.d. Berg", "Wim Tol-Smit"])
_ROLLEN = st.sampled_from([Hoedanigheid.VOORZITTER, Hoedanigheid.LID, Hoedanigheid.VERVANGER])
_PUNTEN = {"een": Nummer(1), "twee": Nummer(2, "", "a")}
_GRENS = st.sampled_from([None, *_PUNTEN])


@given(
    st.lists(
        st.tuples(_NAAM, _ROLLEN, st.sampled_from(["Kadijk", "Hof van Oost"]), _GRENS, _GRENS),
        max_size=6,
        unique_by=itemgetter(0),
    )
)
def test_the_names_that_our_own_verslag_prints_are_read_back(
    mensen: list[tuple[str, Hoedanigheid, str, str | None, str | None]],
) -> None:
    lijst = [
        een_presentie(naam=naam, hoedanigheid=rol, namens=plaats, van_punt_id=van, tot_punt_id=tot)
        for naam, rol, plaats, van, tot in mensen
    ]
    gelezen = lees_namen(namenlijst(lijst, _PUNTEN))
    assert [(wie.naam, wie.hoedanigheid, wie.namens, wie.van_punt, wie.tot_punt) for wie in gelezen] == [
        (wie.naam, wie.hoedanigheid, wie.namens, _PUNTEN.get(wie.van_punt_id or ""), _PUNTEN.get(wie.tot_punt_id or ""))
        for wie in lijst
    ]


@pytest.mark.parametrize(
    ("achter", "anders"),
    [
        ("; met bericht", {"met_bericht": True}),
        (") (met bericht", {"met_bericht": True}),
        ("", {}),
        ("; met bericht; volmacht aan Roos van Dalen", {"met_bericht": True, "volmacht_aan": "Roos van Dalen"}),
        (") (met bericht; volmacht aan Roos van Dalen", {"met_bericht": True, "volmacht_aan": "Roos van Dalen"}),
        ("; vanaf punt 2 volmacht aan Roos", {"van_punt": Nummer(2), "volmacht_aan": "Roos"}),
    ],
)
def test_our_own_verslag_says_who_had_told_not_to_come_and_who_votes_for_them(
    achter: str, anders: dict[str, Any]
) -> None:
    """Between brackets of its own too, as it was printed once."""
    (gelezen,) = lees_namen(f"Wim Tol (Kadijk{achter})", eigen=True)
    assert gelezen == GelezenAanwezige(**{"naam": "Wim Tol", "namens": "Kadijk", "met_bericht": False, **anders})


@given(st.booleans(), st.sampled_from(["", "Kadijk"]), st.booleans(), _GRENS, _GRENS)
def test_who_our_own_verslag_names_as_absent_is_read_back(
    bericht: bool, namens: str, volmacht: bool, van: str | None, tot: str | None
) -> None:
    houder = een_presentie(id="roos", naam="Roos van Dalen")
    wim = een_presentie(naam="Wim Tol", namens=namens, aanwezig=False, met_bericht=bericht)
    if volmacht:
        wim = replace(wim, volmacht_id="roos", van_punt_id=van, tot_punt_id=tot)
    (gelezen,) = lees_namen(afwezige(wim, [houder, wim], _PUNTEN), eigen=True)
    assert (gelezen.naam, gelezen.namens, gelezen.met_bericht) == ("Wim Tol", namens, bericht)
    assert gelezen.volmacht_aan == ("Roos van Dalen" if volmacht else "")
    if volmacht:
        assert (gelezen.van_punt, gelezen.tot_punt) == (_PUNTEN.get(van or ""), _PUNTEN.get(tot or ""))


def test_where_nobody_is_told_to_be_of_a_gemeente_who_has_no_role_is_a_member() -> None:
    tekst = (
        "mw. A. Kade (voorzitter), de heren P. Smit, H. Bakker en J. Ruis, dhr. K. Vlet (secretaris), T. Zee (jurist)"
    )
    assert [(wie.naam, wie.hoedanigheid.value) for wie in lees_namen(tekst)] == [
        ("A. Kade", "voorzitter"),
        ("P. Smit", "lid"),
        ("H. Bakker", "lid"),
        ("J. Ruis", "lid"),
        ("K. Vlet", "secretaris"),
        ("T. Zee", "genodigde"),
    ]
