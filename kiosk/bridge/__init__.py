"""Bridge: the only Python that knows Qt and the only objects that QML sees."""
