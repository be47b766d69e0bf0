"""The table of changes fits the program, and a change that no test sees is said to live."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests import mutations
from tests.mutations import Fate, Mutation

SUM = "def add(one: int, other: int) -> int:\n    return one + other\n"
TEST = "from sums import add\n\ndef test_sum():\n    assert add(2, 2) == 4\n"
CHANGE = Mutation("X1", "a sum is a product", "sums.py", "one + other", "one * other", ("t.py",))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "sums.py").write_text(SUM)
    (tmp_path / "t.py").write_text(TEST)
    return tmp_path


def test_every_change_of_the_table_can_be_made() -> None:
    assert [words for words in (each.misfit() for each in mutations.listed()) if words] == []


def test_a_change_that_no_longer_fits_is_named(tree: Path) -> None:
    assert CHANGE.misfit(tree) == ""
    (tree / "sums.py").write_text(SUM.replace("one + other", "sum((one, other))"))
    assert CHANGE.misfit(tree) == "X1 (a sum is a product): stands 0 times in sums.py"
    assert "no test file gone.py" in replace(CHANGE, tests=("gone.py",)).misfit(tree)


def test_a_change_is_caught_or_lives_and_is_taken_back(tree: Path) -> None:
    seen = replace(CHANGE, new="one - other")
    broken = replace(CHANGE, tests=("sums.py",))  # which holds no test at all
    fates = [fate for _, fate in mutations.tried([CHANGE, seen, broken], tree)]
    assert fates == [Fate.LIVED, Fate.CAUGHT, Fate.UNTRIED]
    assert (tree / "sums.py").read_text() == SUM
