"""Who says what: chains of speakers, sayings, independent lines of reporting."""
