"""Safety: what keeps the screen on over crashes, power cuts and broken content. No Qt."""
