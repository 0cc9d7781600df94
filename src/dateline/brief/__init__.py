"""The timeline and the brief."""
