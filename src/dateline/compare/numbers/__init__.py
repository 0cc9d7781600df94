"""Numbers that answer one question: what is asked, which answers join, what their difference amounts to."""
