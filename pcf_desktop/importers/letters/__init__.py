"""Inspection letters, reports and texts about them: what they say, read without guessing."""
