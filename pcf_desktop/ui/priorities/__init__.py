"""Priorities: what inspectors asked for, and what families say; linking comments to them."""
