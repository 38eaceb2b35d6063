"""Cutting a received PDF into parts: each a file of its own, with its pages as they came."""

from collections.abc import Sequence
from pathlib import Path

import pikepdf

from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.paper.pdf_faults import told_in_dutch
from tk_desktop.paper.saving import save_pdf


def cut(bron: Pad, stukken: Sequence[tuple[int, int, Path]]) -> tuple[Path, ...]:
    """Write pages ``van`` to ``tot`` (from 1, counted in) of ``bron`` to each path; the same pages give the same bytes.

    Raises the ``TkError`` of a PDF that cannot be read.
    """
    with told_in_dutch(bron), pikepdf.open(leesbron(bron)) as heel:
        for van, tot, doel in stukken:
            with pikepdf.new() as deel:
                deel.add_pages_from(heel, range(van - 1, tot))  # with its fields, and the places its links lead to
                with replacing(doel) as half:
                    save_pdf(deel, half)
    return tuple(doel for *_, doel in stukken)
