"""When articles were written and what their time expressions mean."""
