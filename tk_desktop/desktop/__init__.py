"""The window: what the user sees and presses. It shows, asks and wires; the rules live in the rooms below."""

import sys
from types import ModuleType

import PySide6.QtCore  # noqa: F401  (what looks at imports comes with it)


def _not_asked(_: ModuleType) -> None:
    """Say nothing of a module that was imported: none of ours asks PySide6 for another way of writing."""


_FEATURE = sys.modules.get("shibokensupport.feature")
if _FEATURE is not None:
    # PySide6 reads the source of every module that anybody imports, and keeps it, to learn whether it may ask for
    # ``__feature__``: a sixth of the time in which a werkmap opens. A frozen program has no source and does without.
    vars(_FEATURE)["feature_imported"] = _not_asked
