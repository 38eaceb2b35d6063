"""Files that lie encrypted on the disk and are read as if they did not."""

import io
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.base.kluispad import BLOK, Kluispad, leesbron, op_schijf


class Proefslot:
    """A lock of our own for these tests: what it does to a block depends on the place and is checked."""

    erbij = 8

    def __init__(self, sleutel: bytes = b"") -> None:
        self._sleutel = sleutel

    def sluit(self, blok: bytes, plaats: bytes) -> bytes:
        return sha256(self._sleutel + plaats + blok).digest()[:8] + bytes(teken ^ 0x5A for teken in blok)

    def ontsluit(self, blok: bytes, plaats: bytes) -> bytes:
        open_ = bytes(teken ^ 0x5A for teken in blok[8:])
        if sha256(self._sleutel + plaats + open_).digest()[:8] != blok[:8]:
            raise ValueError("veranderd")
        return open_


def _pad(map_: Path, naam: str = "stuk") -> Kluispad:
    return Kluispad(map_ / naam, Proefslot())


@pytest.mark.parametrize("groot", [0, 1, BLOK - 1, BLOK, BLOK + 1, 3 * BLOK, 3 * BLOK + 77])
def test_what_was_written_is_read_back_and_stands_nowhere_on_the_disk(tmp_path: Path, groot: int) -> None:
    gegevens = (b"De kade wordt verbreed. " * (groot // 24 + 1))[:groot]
    pad = _pad(tmp_path)
    pad.write_bytes(gegevens)

    assert pad.read_bytes() == gegevens
    assert pad.stat().st_size == groot
    assert b"kade" not in op_schijf(pad).read_bytes()


@given(
    stappen=st.lists(st.tuples(st.sampled_from([0, 1, 2]), st.integers(-70_000, 210_000), st.integers(0, 70_000))),
)
def test_reading_anywhere_gives_what_an_ordinary_file_would(
    tmp_path_factory: pytest.TempPathFactory, stappen: list[tuple[int, int, int]]
) -> None:
    gegevens = bytes(range(251)) * 800
    pad = _pad(tmp_path_factory.mktemp("kluis"))
    pad.write_bytes(gegevens)
    gewoon = io.BytesIO(gegevens)
    with pad.open("rb") as stroom:
        for vanaf, plek, aantal in stappen:
            if vanaf != 0 or plek >= 0:
                plek_hier = (
                    max(plek, -gewoon.tell()) if vanaf == 1 else max(plek, -len(gegevens)) if vanaf == 2 else plek
                )
                assert stroom.seek(plek_hier, vanaf) == gewoon.seek(plek_hier, vanaf)
            assert stroom.read(aantal) == gewoon.read(aantal)


@given(happen=st.lists(st.binary(max_size=40_000), max_size=8))
def test_in_whatever_pieces_it_is_written_it_is_one_whole(
    tmp_path_factory: pytest.TempPathFactory, happen: list[bytes]
) -> None:
    pad = _pad(tmp_path_factory.mktemp("kluis"))
    with pad.open("wb", buffering=0) as stroom:
        for hap in happen:
            stroom.write(hap)

    assert pad.read_bytes() == b"".join(happen)


def test_a_file_that_was_cut_off_changed_or_put_together_of_two_is_refused(tmp_path: Path) -> None:
    pad, ander = _pad(tmp_path), _pad(tmp_path, "ander")
    gegevens = bytes(range(256)) * 1024
    pad.write_bytes(gegevens)
    ander.write_bytes(gegevens)
    ruw, tweede = op_schijf(pad).read_bytes(), op_schijf(ander).read_bytes()
    midden = 24 + BLOK + 8
    for kapot in (
        ruw[:10],
        ruw[:midden],  # just after a block
        ruw[:-1],
        ruw + b"x",
        ruw[:100] + bytes([ruw[100] ^ 1]) + ruw[101:],
        ruw[:midden] + tweede[midden:],
        ruw[:24]
        + ruw[midden : midden + BLOK + 8]
        + ruw[24:midden]
        + ruw[midden + BLOK + 8 :],  # two blocks changed places
    ):
        op_schijf(pad).write_bytes(kapot)
        with pytest.raises(OSError, match="beschadigd"):
            pad.read_bytes()


def test_with_another_key_it_cannot_be_read(tmp_path: Path) -> None:
    _pad(tmp_path).write_bytes(b"geheim")

    with pytest.raises(OSError, match="sleutel"):
        Kluispad(tmp_path / "stuk", Proefslot(b"anders")).read_bytes()


def test_a_library_that_opens_by_name_cannot(tmp_path: Path) -> None:
    pad = _pad(tmp_path)
    pad.write_text("geheim", "utf-8")

    with pytest.raises(TypeError):
        Path(pad)  # type: ignore[arg-type]
    bron = leesbron(pad)
    assert not isinstance(bron, Path)
    with bron:
        assert bron.read() == b"geheim"
    assert leesbron(tmp_path / "gewoon") == tmp_path / "gewoon"
    assert pad.read_text("utf-8") == "geheim"


def test_it_goes_about_as_a_path(tmp_path: Path) -> None:
    map_ = _pad(tmp_path, "map")
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / "b.pdf").write_bytes(b"b")
    (map_ / "a.pdf").write_bytes(b"a")

    assert [pad.name for pad in sorted(map_.glob("*.pdf"))] == ["a.pdf", "b.pdf"]
    assert ((map_ / "a.pdf").stem, (map_ / "a.pdf").suffix) == ("a", ".pdf")
    assert (map_ / "a.pdf").with_suffix(".json") == map_ / "a.json"
    assert (map_ / "a.pdf").with_name("c.pdf").parent == map_
    (map_ / "a.pdf").replace(map_ / "c.pdf")
    assert (map_.is_dir(), (map_ / "a.pdf").exists(), (map_ / "c.pdf").is_file()) == (True, False, True)
    for naam in ("b.pdf", "c.pdf", "c.pdf"):
        (map_ / naam).unlink(missing_ok=True)
    map_.rmdir()
    assert not map_.exists()
