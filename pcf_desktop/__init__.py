"""PCF Desktop: what families say, linked to the plan's priorities, ready for the meeting."""

__version__ = "0.1.0"
