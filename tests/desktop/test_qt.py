"""The library of the window is one that lasts (DESIGN: 6.12.0 aborts on Python 3.11 after some hundred signals)."""

import sys

import PySide6
from PySide6.QtCore import QObject, Signal


class _Teller(QObject):
    geteld = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.aantal = 0
        self.geteld.connect(self.tel)

    def tel(self, wat: object) -> None:
        self.aantal += wat is None


def test_the_version_of_qt_fits_that_of_python() -> None:
    versie = tuple(int(deel) for deel in PySide6.__version__.split(".")[:2])
    assert versie == ((6, 11) if sys.version_info < (3, 12) else (6, 12))


def test_thousands_of_signals_with_nothing_in_them_do_no_harm() -> None:
    teller = _Teller()
    for _ in range(20_000):
        teller.geteld.emit(None)
    assert teller.aantal == 20_000
