"""Packs: choose, see the real pages, export, and the register of what was made."""
