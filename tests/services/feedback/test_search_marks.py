"""Where a search hits: the places that full-text search itself found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcf_desktop.services.feedback import feedback, search, search_marks
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.workspace import Workspace


def marked(words: str, wanted: str) -> list[str]:
    return [words[start:end] for start, end in search_marks.places(words, wanted)]


@pytest.mark.parametrize(
    ("words", "wanted", "found"),
    [
        ("The School bus. School!", "school", ["School", "School"]),
        ("waiting, we wait", "wait", ["waiting", "wait"]),
        ("waiting, we wait", "wait ", ["wait"]),
        ("a café; a cafe", "café ", ["café", "cafe"]),
        ("a plan, the plan", '"the plan"', ["the plan"]),
        ("a plan, the planner", "“the plan”", []),
        ("anything", "", []),
        ("anything", '"', []),
        ("school_bus", "bus", ["bus"]),
    ],
)
def test_every_hit_is_marked_and_nothing_else(words: str, wanted: str, found: list[str]) -> None:
    assert marked(words, wanted) == found


WORDS = st.lists(
    st.sampled_from(
        ["plan", "planner", "café", "a_b", "É", "the", "ﬁt", "x", "Łód\xadź", "评估", "चाहिए"]
    )
)


@settings(max_examples=25)
@given(text=WORDS.map(" ".join), wanted=WORDS.map(" ".join), quoted=st.booleans())
def test_what_the_index_finds_has_a_mark(
    workspace: Workspace, text: str, wanted: str, *, quoted: bool
) -> None:
    words = f'"{wanted}"' if quoted else wanted
    with workspace.change("log feedback") as session:
        key = feedback.log(session, NewFeedback(f"{text} .", "quote"))
        if key in (search.feedback_ids(session, words) or []):
            assert search_marks.places(text, words)
