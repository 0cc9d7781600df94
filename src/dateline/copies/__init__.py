"""Signatures, pairs, reprints and partial reuse."""
