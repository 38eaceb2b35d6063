"""The names of keys, as code writes them."""

from PySide6.QtGui import QKeySequence


def toets_van(naam: str) -> QKeySequence:
    """Return the keys of a name as ``Ctrl+Enter``, in English whatever the language of the window.

    By itself Qt reads a name as the user would: in Dutch ‘Enter’ is the large key, so that two names mean one.
    """
    return QKeySequence(naam, QKeySequence.SequenceFormat.PortableText)
