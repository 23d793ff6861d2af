"""Show: which slide is on the screen, for how long, and who decides. No Qt, no clock of its own."""
