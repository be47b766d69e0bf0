"""A number once given is never given again."""

from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.records import Feedback
from pcf_desktop.services.forum import series
from pcf_desktop.workspace import Workspace


def test_numbers_follow_each_other_and_each_series_has_its_own(workspace: Workspace) -> None:
    with workspace.change("Take") as session:
        assert series.peek(session, "quote") == 0
        assert series.take(session, "quote") == 1
        assert series.take(session, "quote", 5) == 2
        assert series.take(session, "quote") == 7
        assert series.take(session, "other") == 1
        assert series.peek(session, "quote") == 7


@given(asked=st.lists(st.tuples(st.booleans(), st.integers(1, 50)), max_size=12))
def test_no_number_comes_twice_whatever_is_taken_or_reached(
    workspace: Workspace, asked: list[tuple[bool, int]]
) -> None:
    with workspace.change("Take") as session:
        name = f"series {series.take(session, 'names')}"
        given_out: set[int] = set()
        for is_taken, number in asked:
            if is_taken:
                first = series.take(session, name, number)
                block = set(range(first, first + number))
                assert not block & given_out
                given_out |= block
            else:
                series.reach(session, name, number)
                given_out.add(number)
        assert series.peek(session, name) == max(given_out, default=0)


def test_an_undo_gives_no_number_back(workspace: Workspace) -> None:
    with workspace.change("Log") as session:
        taken = series.take(session, "family")
        session.add(Feedback(words="-"))
    workspace.undo()
    with workspace.read() as session:
        assert series.peek(session, "family") == taken
