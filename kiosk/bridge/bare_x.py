"""What is asked of an X server: an answer, where monitors are, a colour behind windows, a window on every desktop."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ctypes import (
    CDLL,
    POINTER,
    Structure,
    byref,
    c_char,
    c_char_p,
    c_int,
    c_long,
    c_uint,
    c_ulong,
    c_ushort,
    c_void_p,
    cast,
)
from threading import Thread

log = logging.getLogger(__name__)

SOON, PATIENCE = 3.0, 20.0
"""Seconds in which a server answers, and more of them after which it will not: one that is just being started may take
its time."""

WINDOW_MANAGER = b"_NET_SUPPORTING_WM_CHECK"
"""The property of the root window that a window manager sets. Source: Extended Window Manager Hints."""

DESKTOP = b"_NET_WM_DESKTOP"
EVERY_DESKTOP = 0xFFFFFFFF
BY_A_PROGRAM = 1
"""What a window manager is asked, from the same source."""

CLIENT_MESSAGE = 33
TO_THE_WINDOW_MANAGER = 1 << 19 | 1 << 20
"""ClientMessage, SubstructureNotifyMask and SubstructureRedirectMask (X.h)."""

ANY = 0


class Colour(Structure):
    """XColor (Xlib.h)."""

    _fields_ = (
        ("pixel", c_ulong),
        ("red", c_ushort),
        ("green", c_ushort),
        ("blue", c_ushort),
        ("flags", c_char),
        ("pad", c_char),
    )


class Message(Structure):
    """XClientMessageEvent (Xlib.h), with as much after it as any XEvent takes."""

    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("more", c_long * 12),
    )


class Monitor(Structure):
    """XRRMonitorInfo (Xrandr.h)."""

    _fields_ = (
        ("name", c_ulong),
        ("primary", c_int),
        ("automatic", c_int),
        ("outputs", c_int),
        ("x", c_int),
        ("y", c_int),
        ("width", c_int),
        ("height", c_int),
        ("width_in_millimetres", c_int),
        ("height_in_millimetres", c_int),
        ("list_of_outputs", c_void_p),
    )


@contextmanager
def _opened(x: CDLL) -> Iterator[c_void_p]:
    """The X server that the environment names; null where it does not answer."""
    x.XOpenDisplay.restype = c_void_p
    display = c_void_p(x.XOpenDisplay(None))
    try:
        yield display
    finally:
        if display:
            x.XCloseDisplay(display)


def is_silent() -> bool:
    """Whether the server that the environment names is there and says nothing. Qt would wait for it for ever, and hear
    nothing that the program is asked."""

    def ask() -> None:
        with suppress(OSError), _opened(CDLL("libX11.so.6")):
            pass

    asking = Thread(target=ask, name="display", daemon=True)
    asking.start()
    asking.join(SOON)
    if asking.is_alive():
        log.warning("the display server does not answer yet")
        asking.join(PATIENCE)
    return asking.is_alive()


def monitors() -> dict[str, tuple[int, int, int, int]]:
    """Left, top, width and height in pixels of each monitor by its name; empty where that cannot be told.

    Qt misses where one has moved to when it is off for a moment meanwhile, as for xrandr's `--output OTHER --off`.
    """
    with suppress(OSError):  # What moves monitors brings that library.
        x, randr = CDLL("libX11.so.6"), CDLL("libXrandr.so.2")
        with _opened(x) as display:
            return _monitors(x, randr, display) if display else {}
    return {}


def _monitors(x: CDLL, randr: CDLL, display: c_void_p) -> dict[str, tuple[int, int, int, int]]:
    x.XDefaultRootWindow.restype = c_ulong
    x.XGetAtomName.restype = c_void_p
    randr.XRRGetMonitors.restype = POINTER(Monitor)
    number = c_int()
    # Before version 1.5 of the extension it has none.
    found = randr.XRRGetMonitors(display, c_ulong(x.XDefaultRootWindow(display)), True, byref(number))
    if not found:
        return {}
    areas = {}
    for each in found[: max(0, number.value)]:
        name = c_void_p(x.XGetAtomName(display, c_ulong(each.name)))
        areas[(cast(name, c_char_p).value or b"").decode(errors="replace")] = each.x, each.y, each.width, each.height
        x.XFree(name)
    randr.XRRFreeMonitors(found)
    return areas


def fill(colour: str) -> None:
    """Have it show a colour, so that nothing flashes black between two runs. A window manager has it its own way."""
    with suppress(OSError):  # Where it is missing, Qt draws on no X server either.
        x = CDLL("libX11.so.6")
        with _opened(x) as display:
            if display:
                _fill(x, display, colour.encode())


def _fill(x: CDLL, display: c_void_p, colour: bytes) -> None:
    x.XDefaultRootWindow.restype = x.XDefaultColormap.restype = x.XInternAtom.restype = c_ulong
    root = c_ulong(x.XDefaultRootWindow(display))
    atom = c_ulong(x.XInternAtom(display, WINDOW_MANAGER, False))
    kind, form, items, more, value = c_ulong(), c_int(), c_ulong(), c_ulong(), c_void_p()
    x.XGetWindowProperty(
        display, root, atom, c_long(0), c_long(1), False, c_ulong(ANY),
        byref(kind), byref(form), byref(items), byref(more), byref(value),
    )  # fmt: skip
    if value:
        x.XFree(value)
    if items:
        return
    x.XAllocNamedColor.argtypes = (c_void_p, c_ulong, c_void_p, POINTER(Colour), POINTER(Colour))
    pixel, exact = Colour(), Colour()
    if x.XAllocNamedColor(display, x.XDefaultColormap(display, c_uint(0)), colour, byref(pixel), byref(exact)):
        x.XSetWindowBackground(display, root, c_ulong(pixel.pixel))
        x.XClearWindow(display, root)


def show_everywhere(window: int) -> None:
    """Have a window manager show a window on every desktop: whoever changes desktops does not get rid of it."""
    with suppress(OSError):
        x = CDLL("libX11.so.6")
        with _opened(x) as display:
            if display:
                _show_everywhere(x, display, window)


def _show_everywhere(x: CDLL, display: c_void_p, window: int) -> None:
    x.XDefaultRootWindow.restype = x.XInternAtom.restype = c_ulong
    root, asked = x.XDefaultRootWindow(display), x.XInternAtom(display, DESKTOP, False)
    data = (c_long * 5)(EVERY_DESKTOP, BY_A_PROGRAM)
    message = Message(type=CLIENT_MESSAGE, window=window, message_type=asked, format=32, data=data)
    x.XSendEvent(display, c_ulong(root), False, c_long(TO_THE_WINDOW_MANAGER), byref(message))
