"""A row that goes on under itself where there is no more room, as words in a paragraph do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class Stroom(QLayout):
    """Lays its widgets from left to right, and those that do not fit on the next line; hidden ones take no room.

    With ``op_een_regel`` it asks for the room of them all beside each other, and does with less.
    """

    def __init__(self, ouder: QWidget | None = None, *, tussen: int = 4, op_een_regel: bool = False) -> None:
        super().__init__(ouder)
        self._delen: list[QLayoutItem] = []
        self._tussen = tussen
        self._op_een_regel = op_een_regel
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, ding: QWidget) -> None:
        """Put a widget at the end.

        What keeps its place is made here: PySide takes what Qt makes itself for gone, once it lets go of a layout round
        this one that is there still.
        """
        self.addChildWidget(ding)
        self.addItem(QWidgetItem(ding))

    def addItem(self, deel: QLayoutItem) -> None:
        """Put something at the end."""
        self._delen.append(deel)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._delen)

    def itemAt(self, plaats: int) -> QLayoutItem | None:
        """Return what stands at a place, if anything does."""
        return self._delen[plaats] if 0 <= plaats < len(self._delen) else None

    def takeAt(self, plaats: int) -> QLayoutItem | None:
        """Take out what stands at a place."""
        return self._delen.pop(plaats) if 0 <= plaats < len(self._delen) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that it is higher where it is narrower."""
        return True

    def heightForWidth(self, breedte: int) -> int:
        """Return how high it is at a width."""
        return self._leg(QRect(0, 0, breedte, 0), leg=False)

    def setGeometry(self, vlak: QRect) -> None:
        """Lay everything out in a rectangle."""
        super().setGeometry(vlak)
        self._leg(vlak, leg=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size, for what it would like follows from the width; or that of one line."""
        if not self._op_een_regel:
            return self.minimumSize()
        maten = [deel.sizeHint() for deel in self._delen if not deel.isEmpty()]
        breed = sum(maat.width() for maat in maten) + self._tussen * (len(maten) - 1)
        return QSize(max(breed, 0), max((maat.height() for maat in maten), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest of all."""
        maat = QSize()
        for deel in self._delen:
            maat = maat.expandedTo(deel.minimumSize())
        return maat

    def _leg(self, vlak: QRect, *, leg: bool) -> int:
        """Go along all lines and return their height together; on a line the middles stand in line."""
        y = vlak.y()
        for regel in self._regels(vlak.width()):
            x, hoog = vlak.x(), max(maat.height() for _, maat in regel)
            for deel, maat in regel:
                if leg:
                    deel.setGeometry(QRect(QPoint(x, y + (hoog - maat.height()) // 2), maat))
                x += maat.width() + self._tussen
            y += hoog + self._tussen
        return max(0, y - self._tussen - vlak.y())

    def _regels(self, breed: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Divide what is shown over lines."""
        uit: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for deel in self._delen:
            if deel.isEmpty():
                continue
            maat = deel.sizeHint().boundedTo(QSize(max(breed, 1), deel.sizeHint().height()))
            if not uit or x + maat.width() > breed:
                uit.append([])
                x = 0
            uit[-1].append((deel, maat))
            x += maat.width() + self._tussen
        return uit
