"""The command line."""

from dateline.cli.commands import app, main

__all__ = ["app", "main"]
