"""Which screens a show is for, of those that are there."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen

ALL = "all"

Names = tuple[str, str]
"""What the system calls a screen, and its serial number; either may be empty."""

Area = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""

NOT_ASKED: Mapping[str, Area] = {}
"""Nobody but Qt was asked where the screens are."""


class Wanted:
    """The screens that an operator asks for; None stands for the first one.

    They are named by name, serial number or number from 0, with a plus between those that show one picture together.
    """

    def __init__(self, said: str | None) -> None:
        self._said = said
        self._numbered: dict[str, str] = {}

    @property
    def is_asked(self) -> bool:
        """Whether anybody has asked for one: other shows may then be on others."""
        return self._said is not None

    def among(self, there: Sequence[Names]) -> tuple[list[int], list[str]]:
        """Which they are of those that are there, and the words for those that are not."""
        if self._said in (None, ALL):
            return list(range(len(there)))[: 1 if self._said is None else None], []
        assert self._said is not None
        # A name may have a plus in it.
        whole = self._find(self._said, there)
        found = {word: self._find(word, there) for word in self._said.split("+")} if whole is None else {"": whole}
        here = dict.fromkeys(index for index in found.values() if index is not None)
        return list(here), [word for word, index in found.items() if index is None]

    def _find(self, word: str, there: Sequence[Names]) -> int | None:
        named = next((index for index, names in enumerate(there) if word and word in names), None)
        if named is not None or not word.isdecimal():
            return named
        if int(word) < len(there):
            # Numbers change as screens come and go: it stands for the one that it was first.
            self._numbered.setdefault(word, there[int(word)][0])
        first = self._numbered.get(word)
        return next((index for index, (name, _) in enumerate(there) if name == first), None)


class Place:
    """Where a show is to be: the screens it fills together, the first of them, and the words for those it lacks."""

    def __init__(
        self,
        screen: QScreen,
        areas: Sequence[QRect],
        missing: Sequence[str],
        *,
        others: Sequence[QRect] = (),
        is_guest: bool = False,
    ) -> None:
        """`areas` are those of all of its screens, `others` those of further ones. `is_guest` tells that the screen is
        not its own."""
        self.screen = screen
        self.area = QRect()
        for area in areas:
            self.area = self.area.united(area)
        self.missing = missing
        self.is_guest = is_guest
        self.is_shared = any(each != self.area and each.intersects(self.area) for each in (*areas, *others))
        """Whether screens of another size show parts of it: its own when there are several, or mirrors."""


def place(wanted: Wanted, monitors: Mapping[str, Area] = NOT_ASKED) -> Place | None:
    """Where what is wanted is to be now; None where there is no screen at all.

    When all of its screens are away another one shows it, as a guest. `monitors` is that of `FullScreen.fill`.
    """
    # While none is there Qt has one without a size in its place.
    there = [screen for screen in QGuiApplication.screens() if not screen.geometry().isEmpty()]
    if not there:
        return None
    indexes, missing = wanted.among([(screen.name(), screen.serialNumber()) for screen in there])
    # The first one is that which the system prefers.
    mine = [there[index] for index in indexes or [0]]
    areas, others = ([_area(each, monitors) for each in those] for those in (mine, there))
    return Place(mine[0], areas, missing, others=others, is_guest=not indexes)


def _area(screen: QScreen, monitors: Mapping[str, Area]) -> QRect:
    """Qt counts in larger pixels where it is told to, and nobody else does."""
    known = monitors.get(screen.name()) if screen.devicePixelRatio() == 1 else None
    return QRect(*known) if known else screen.geometry()
