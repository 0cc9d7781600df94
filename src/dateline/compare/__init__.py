"""Claims, origins, slots, verdicts and states."""
