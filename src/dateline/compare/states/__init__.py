"""What changed: deeds and descriptions read as states, whose they are, and how they follow one another."""
