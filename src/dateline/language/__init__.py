"""What one text says: sentences, names, times, quantities, quotes, events. ``en/`` holds English as data."""
