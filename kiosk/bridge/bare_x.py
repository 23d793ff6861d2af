"""What a bare X server, without a window manager, shows where no window is."""

from contextlib import suppress
from ctypes import CDLL, POINTER, Structure, byref, c_char, c_int, c_long, c_uint, c_ulong, c_ushort, c_void_p

WINDOW_MANAGER = b"_NET_SUPPORTING_WM_CHECK"
"""The property of the root window that a window manager sets. Source: Extended Window Manager Hints."""

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


def fill(colour: str) -> None:
    """Have it show a colour, so that nothing flashes black between two runs. A window manager has it its own way."""
    with suppress(OSError):  # Where it is missing, Qt draws on no X server either.
        x = CDLL("libX11.so.6")
        x.XOpenDisplay.restype = c_void_p
        display = c_void_p(x.XOpenDisplay(None))
        if display:
            _fill(x, display, colour.encode())
            x.XCloseDisplay(display)


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
