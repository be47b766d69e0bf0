"""Whom the forum meets, when and where, and what was said there."""
