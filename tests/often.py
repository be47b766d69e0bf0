"""How often a fault is tried: spread thinly in every run, and whole by `make bench`."""

import pytest


def often(usual: int, whole: int) -> pytest.MarkDecorator:
    """Give a test `times`: the usual ones, and the whole promise where nobody waits for it."""
    return pytest.mark.parametrize("times", [usual, pytest.param(whole, marks=pytest.mark.bench)])
