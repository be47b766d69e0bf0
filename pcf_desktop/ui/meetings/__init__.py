"""The place of meetings."""
