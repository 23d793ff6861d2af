"""Runs first in a bundled program: where the locale has no UTF-8 it takes one that has, as Python's own program does
(PEP 538). Qt would say at each start that it does."""

import os

named = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
if next(filter(None, named), "C") in ("C", "POSIX"):
    os.environ["LC_ALL"] = "C.UTF-8"
