"""Packs: what goes to inspectors, made, looked at and written."""
