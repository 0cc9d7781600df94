"""Places on the map: which place a name means, where it lies, and whether things happened there."""
