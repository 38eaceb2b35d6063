"""Private notes on a dossier that somebody else destroyed stay with who wrote them, who decides on them."""

from collections.abc import Iterable
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.hulp import tk
from tests.dossierbouwers import GEHEIM, laat_achter
from tk_desktop.base.errors import NietSchrijfbaar
from tk_desktop.domain.bewaring import Aantal
from tk_desktop.store.werkmap import Store

WOORD = "Kwikstaartvermoeden"


@pytest.fixture
def lezer(tmp_path: Path) -> Path:
    """The werkmap of a colleague who wrote on the old dossier for oneself, after another laptop destroyed it."""
    return laat_achter(tmp_path, WOORD)


def test_they_are_counted_shown_and_kept_until_their_writer_lets_them_go(
    lezer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opdracht = ("notes", "--achtergebleven", "--werkmap", lezer)
    gezegd = tk(*opdracht).uit
    assert WOORD in gezegd
    assert "1 aantekening en 1 bladwijzer" in gezegd
    assert "Blijft staan" not in gezegd
    monkeypatch.setattr("sys.stdin", StringIO("nee\n"))
    tk(*opdracht, "--vernietig", "--uit", lezer.parent / "van mij.txt")
    assert WOORD in (lezer.parent / "van mij.txt").read_text(encoding="utf-8")
    with Store.open(lezer) as store:
        alle = store.achterblijvers.van(store.bewerkingen.persoon)
        assert sum((een.aantal for een in alle), Aantal()) == Aantal(aantekeningen=1, bladwijzers=1)
        store.kopieer(lezer / "kopieen" / "gisteren.db")
    monkeypatch.setattr("sys.stdin", StringIO("ja\n"))
    assert tk(*opdracht, "--vernietig", "--json").code == 0
    assert tk(*opdracht, "--json").json == {"achtergebleven": []}
    with Store.open(lezer) as store:
        assert [een.tekst for een in store.aantekeningen.all()] == ["Blijft staan"]
    inhoud = b"".join(pad.read_bytes() for pad in lezer.rglob("*") if pad.is_file())
    assert (WOORD.encode() in inhoud, GEHEIM.encode() in inhoud) == (False, False)


def test_what_breaks_off_at_a_copy_that_refuses_is_done_again(lezer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def weigert(_: Iterable[Path]) -> None:
        raise PermissionError("in gebruik")

    with Store.open(lezer) as store:
        store.kopieer(lezer / "kopieen" / "gisteren.db")
        with monkeypatch.context() as toen:
            toen.setattr("tk_desktop.store.werkmap.wis_bestanden", weigert)
            with pytest.raises(NietSchrijfbaar):
                store.vernietig_achterblijvers()
        assert store.vernietig_achterblijvers() == 2
    inhoud = b"".join(pad.read_bytes() for pad in lezer.rglob("*") if pad.is_file())
    assert WOORD.encode() not in inhoud
