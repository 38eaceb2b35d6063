"""Writing a PDF to disk so that a full disk is a fault like any other."""

import io
from typing import TYPE_CHECKING, BinaryIO, cast

from pikepdf import ObjectStreamMode, Pdf

from tk_desktop.base.kluispad import Pad

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Afvoer(io.RawIOBase):
    """A file that remembers the first write that failed: qpdf ends the whole program when a write raises inside it."""

    def __init__(self, stroom: BinaryIO) -> None:
        self._stroom = stroom
        self.fout: OSError | None = None

    def writable(self) -> bool:
        """Say that this file can be written."""
        return True

    def seekable(self) -> bool:
        """Say that the place in this file can be asked and set."""
        return True

    def seek(self, plek: int, vanaf: int = io.SEEK_SET) -> int:
        """Go to a place."""
        return self._stroom.seek(plek, vanaf)

    def tell(self) -> int:
        """Return the place."""
        return self._stroom.tell()

    def write(self, gegevens: "ReadableBuffer", /) -> int:
        """Write, or remember why that failed and leave out the rest."""
        if self.fout is None:
            try:
                self._stroom.write(gegevens)
            except OSError as fout:
                self.fout = fout
        return memoryview(gegevens).nbytes


def save_pdf(pdf: Pdf, doel: Pad, *, fix_metadata_version: bool = True) -> None:
    """Write a PDF without a password, the same bytes every time; raises ``OSError`` when the disk refuses."""
    if "/Size" not in pdf.trailer:
        pdf.trailer.Size = 0  # of a mended PDF: qpdf fills it in, but only where it stands
    with doel.open("wb", buffering=0) as stroom, io.BufferedWriter(stroom, 1024 * 1024) as gebufferd:
        afvoer = _Afvoer(gebufferd)
        pdf.save(
            cast(BinaryIO, afvoer),
            force_version="1.7",
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=fix_metadata_version,
            encryption=False,
        )
        if afvoer.fout is not None:
            raise afvoer.fout
