"""Runs the stages over a store."""
