"""What Outlook wraps in winmail.dat comes in as the files that it is, and a damaged package leaves nothing half."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.intake.berichtbouwers import een_winmail, van_thunderbird
from tests.papier import a_paper
from tk_desktop.intake.bericht import lees_bericht
from tk_desktop.intake.bericht_tnef import lees_tnef
from tk_desktop.intake.berichtdelen import Ruwsoort

PDF = a_paper(["Plan van aanpak"])


def test_the_files_in_a_package_of_outlook_stand_in_its_place(tmp_path: Path) -> None:
    pakket = een_winmail(("2a bijlage 1 - Plan één.pdf", PDF), ("2a bijlage 2 - Kaart.pdf", PDF), met_bericht=True)
    bijlagen = [("winmail.dat", pakket), ("2a bijlage 3 - Los.pdf", PDF)]
    bericht = lees_bericht(van_thunderbird(tmp_path / "bericht.eml", "Zie bijlagen.", bijlagen), tmp_path / "uit")
    assert [pad.name for pad in bericht.bijlagen] == [
        "2a bijlage 1 - Plan één.pdf",
        "2a bijlage 2 - Kaart.pdf",
        "2a bijlage 3 - Los.pdf",
    ]
    assert {pad.read_bytes() for pad in bericht.bijlagen} == {PDF}
    assert [(weg.naam, weg.reden[:11]) for weg in bericht.weggelaten] == [("Doorgestuurd", "het is een ")]


def test_a_part_without_bytes_of_its_own_is_told_as_a_message() -> None:
    assert [deel.soort for deel in lees_tnef(een_winmail(met_bericht=True))] == [Ruwsoort.BERICHT]


@given(st.data())
def test_a_package_that_is_cut_or_changed_gives_its_files_whole_or_none(data: st.DataObject) -> None:
    heel = een_winmail(("plan.pdf", b"woorden van het plan"))
    plek = data.draw(st.integers(0, len(heel) - 1))
    anders = heel[:plek] + bytes([heel[plek] ^ data.draw(st.integers(1, 255))]) + heel[plek + 1 :]
    for kapot in (heel[:plek], anders):
        assert {deel.inhoud for deel in lees_tnef(kapot)} <= {b"woorden van het plan", b""}


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_left(gegevens: bytes) -> None:
    merk = een_winmail()[:6]
    assert all(isinstance(deel.inhoud, bytes) for kop in (b"", merk) for deel in lees_tnef(kop + gegevens))
