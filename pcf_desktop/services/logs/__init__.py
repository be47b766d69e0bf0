"""Bringing in a log that the forum kept in a spreadsheet: what it says, and what became of it."""
