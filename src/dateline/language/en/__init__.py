"""English as data: word lists and tables that the rest of ``language`` reads."""
