"""The reader's network: words to pieces, windows, the session, and what its scores mean."""
