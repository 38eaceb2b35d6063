"""After locking, nothing of what was typed, taken in, read, found, sent or printed can be found on the disk (R13)."""

import zlib
from base64 import b64encode
from pathlib import Path

import pytest

from tests.storing.gang import STERF
from tests.storing.geheimen import GEHEIM, gevonden
from tests.storing.sporen import Laptop


def test_a_locked_werkmap_leaves_no_word_anywhere_on_the_disk(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    dood = laptop.werk(STERF)
    assert dood.code == 9, dood.uitvoer  # it died while a paper lay open to be read: that much is left
    assert {Path(pad).parts[len(laptop.werkmap.parts)][:4] for pad in dood.gevonden} <= {".tk-"}

    daarna = laptop.werk()
    assert daarna.code == 0, daarna.uitvoer
    assert f"bewaard: {' '.join(naam for naam in GEHEIM if naam != 'fout')}\n" in daarna.uitvoer
    assert "tijdens: {}\n" in daarna.uitvoer
    assert daarna.gevonden == {}
    assert (laptop.werkmap / "tk.log").read_text("utf-8").count("RuntimeError") == 2


@pytest.mark.parametrize(
    "vorm",
    [
        lambda woord: woord.encode(),
        lambda woord: f"in {woord} en".encode("utf-16-le"),
        lambda woord: b"%PDF stream\n" + zlib.compress(b"(" + woord.encode() + b")") + b"endstream",
        lambda woord: b64encode(b"ab" + woord.encode() + b"c"),
    ],
)
def test_the_look_finds_a_word_however_it_is_written(tmp_path: Path, vorm: object) -> None:
    assert callable(vorm)
    (tmp_path / "iets").write_bytes(b"\0\1" + vorm(GEHEIM["nota"]))
    assert gevonden(tmp_path) == {str(tmp_path / "iets"): {"nota"}}
    (tmp_path / "iets").rename(tmp_path / GEHEIM["pdf"])
    assert gevonden(tmp_path)[str(tmp_path / GEHEIM["pdf"])] == {"nota", "pdf"}
