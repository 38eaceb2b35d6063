"""What somebody types becomes an article of a law, in words and as an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.wetten import Wet, lees_verwijzing, passende_wetten

AWB = Wet(naam="Algemene wet bestuursrecht", lidwoord="de", bwb="BWBR0005537", ook=("awb",))
GEMEENTEWET = Wet(naam="Gemeentewet", lidwoord="de", bwb="BWBR0005416", ook=("gemw",))
WMO = Wet(naam="Wet maatschappelijke ondersteuning 2015", lidwoord="de", bwb="BWBR0035362", ook=("wmo 2015", "wmo"))
BBV = Wet(naam="Besluit begroting en verantwoording", lidwoord="het", bwb="BWBR0014606", ook=("bbv",))
WVR = Wet(naam="Wet veiligheidsregio’s", lidwoord="de", bwb="BWBR0027466", ook=("wvr",))
WETTEN = (AWB, GEMEENTEWET, WMO, BBV, WVR)
ADRES = "https://wetten.overheid.nl/jci1.3:c:"


@pytest.mark.parametrize(
    ("getypt", "tekst", "adres"),
    [
        ("awb 3:40", "artikel 3:40 van de Algemene wet bestuursrecht", "BWBR0005537&artikel=3:40"),
        ("Art. 25 Gemeentewet", "artikel 25 van de Gemeentewet", "BWBR0005416&artikel=25"),
        ("gemeentewet 87a lid 2", "artikel 87a, tweede lid, van de Gemeentewet", "BWBR0005416&artikel=87a&lid=2"),
        ("artikel 3:40, tweede lid, van de Awb", "artikel 3:40, tweede lid, van de Algemene wet bestuursrecht",
         "BWBR0005537&artikel=3:40&lid=2"),
        ("wmo 2015 2.3.5", "artikel 2.3.5 van de Wet maatschappelijke ondersteuning 2015",
         "BWBR0035362&artikel=2.3.5"),
        ("BBV 25 lid 12", "artikel 25, lid 12, van het Besluit begroting en verantwoording",
         "BWBR0014606&artikel=25&lid=12"),
        ("wet veiligheidsregio's 10", "artikel 10 van de Wet veiligheidsregio’s", "BWBR0027466&artikel=10"),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_words_and_an_address(getypt: str, tekst: str, adres: str) -> None:
    gelezen = lees_verwijzing(getypt, WETTEN)
    assert gelezen is not None
    assert (gelezen.tekst, gelezen.adres) == (tekst, ADRES + adres)


@pytest.mark.parametrize(
    "getypt", ["", "3:40", "awb", "wmo 2015", "onbekend 3", "awb drie", "awb 3:40 &lid=1", "mawb 3"]
)
def test_what_is_no_article_of_a_known_law_is_none(getypt: str) -> None:
    assert lees_verwijzing(getypt, WETTEN) is None


def test_laws_are_found_by_part_of_their_name() -> None:
    assert passende_wetten("", WETTEN) == WETTEN
    assert passende_wetten("wet", WETTEN)[0] in (WMO, WVR)
    assert passende_wetten("veil 10", WETTEN) == (WVR,)
    assert passende_wetten("awb 3:4", WETTEN) == (AWB,)
    assert passende_wetten("xyz", WETTEN) == ()


@given(
    st.sampled_from(WETTEN),
    st.from_regex(r"[1-9]\d{0,2}[a-z]?(:[1-9]\d?)?", fullmatch=True),
    st.none() | st.integers(1, 20),
)
def test_the_words_of_a_reference_read_back_as_that_reference(wet: Wet, artikel: str, lid: int | None) -> None:
    gelezen = lees_verwijzing(f"{wet.ook[0]} {artikel}{f' lid {lid}' if lid else ''}", WETTEN)
    assert gelezen is not None
    assert (gelezen.wet, gelezen.artikel, gelezen.lid) == (wet, artikel, lid)
    assert lees_verwijzing(gelezen.tekst, WETTEN) == gelezen


def test_a_law_without_an_identification_cannot_exist() -> None:
    with pytest.raises(ValueError, match="BWBR0005537"):
        Wet(naam="Havenwet", lidwoord="de", bwb="BWBR1")
