"""A lobby display: a fullscreen show read from one content file, browsed by touch."""

__version__ = "0.1.0"
