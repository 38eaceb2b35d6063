"""What goes between the program and the process that reads files: bytes with their length, and answers in them.

Work goes out as it is, for it is ours. An answer comes from a process that read a file of somebody else: it is
unpacked only when it holds plain values, dataclasses and choices of this program.
"""

import dataclasses
import enum
import io
import pickle
import struct
from dataclasses import dataclass
from typing import IO, BinaryIO

from tk_desktop.base.errors import TkError

Pijp = BinaryIO | IO[bytes]
_LENGTE = struct.Struct(">Q")
_GROOTST = 512 * 1024 * 1024
_GEWOON = frozenset(
    {
        ("builtins", "set"),
        ("builtins", "frozenset"),
        ("builtins", "bytearray"),
        ("builtins", "complex"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "time"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("decimal", "Decimal"),
        ("pathlib", "PosixPath"),
        ("pathlib", "WindowsPath"),
        ("collections", "OrderedDict"),
        ("tk_desktop.base.errors", "remade"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """One thing that the process says: a step, or how the work ended.

    ``fout`` is the fault of the file, ``waar`` the place of one that nobody foresaw; after ``einde`` the process is
    used no more.
    """

    waarde: object = None
    stap: tuple[str, int, int] | None = None
    fout: TkError | None = None
    waar: str = ""
    te_veel: bool = False
    te_lang: bool = False
    gevallen: bool = False
    einde: bool = False


def stuur(pijp: Pijp, bericht: bytes) -> None:
    """Write one message; raises ``OSError`` when nobody reads any more."""
    pijp.write(_LENGTE.pack(len(bericht)))
    pijp.write(bericht)
    pijp.flush()


def ontvang(pijp: Pijp) -> bytes | None:
    """Read one message; ``None`` when the other side is gone or says something else."""
    kop = pijp.read(_LENGTE.size)
    if len(kop) < _LENGTE.size:
        return None
    (lengte,) = _LENGTE.unpack(kop)
    if lengte > _GROOTST:
        return None
    bericht: bytes = pijp.read(lengte)
    return bericht if len(bericht) == lengte else None


def unpacked(bericht: bytes) -> Antwoord:
    """Return the answer in a message, or raise ``pickle.UnpicklingError`` when it holds what is no plain value."""
    antwoord = _Uitpakker(io.BytesIO(bericht)).load()
    if not isinstance(antwoord, Antwoord):
        raise pickle.UnpicklingError("geen antwoord")
    return antwoord


class _Uitpakker(pickle.Unpickler):
    """Makes nothing but values."""

    def find_class(self, module_name: str, global_name: str, /) -> type:
        """Return a class of values, or refuse."""
        if (module_name, global_name) in _GEWOON:
            gewoon: type = super().find_class(module_name, global_name)
            return gewoon
        if module_name.startswith("tk_desktop.") and "." not in global_name:
            gevonden = super().find_class(module_name, global_name)
            if isinstance(gevonden, type) and _is_waarde(gevonden):
                return gevonden
        raise pickle.UnpicklingError(f"{module_name}.{global_name}")


def _is_waarde(soort: type) -> bool:
    return issubclass(soort, (TkError, enum.Enum, tuple)) or dataclasses.is_dataclass(soort)
