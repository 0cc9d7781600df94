"""Trains the reader's network: documents, windows, the torch model, the loop, the export."""
