"""One response in the shape of the tables."""

from datetime import date, datetime

import pytest

from pcf_desktop.importers.sheet import Answer, Kind, Row
from pcf_desktop.services.surveys import responses
from pcf_desktop.services.surveys.responses import HALF, Ticked
from pcf_desktop.services.surveys.targets import QuestionPlace, Target


def place(index: int, kind: Kind, part: str | None = None) -> QuestionPlace:
    options = {"Yes": 1, "No": 2, "3": 3}
    return QuestionPlace(
        index, f"key {index}", f"Question {index}", kind, index + 10, options, part
    )


def row(*cells: Answer, others: dict[int, str] | None = None) -> Row:
    moment = datetime(2021, 9, 3, 23, 59)  # noqa: DTZ001 - as a file has it
    return Row(2, "1", None, moment, True, cells, others or {})  # noqa: FBT003 - a named tuple


@pytest.mark.parametrize(
    ("answer", "other", "kept"),
    [
        (None, None, []),
        ("Yes", None, [(1, None, None)]),
        ("Perhaps", None, [(None, None, "Perhaps")]),
        (("No", "Yes"), None, [(2, None, None), (1, None, None)]),
        (3, None, [(3, 3.0, None)]),
        (2.5, None, [(None, 2.5, None)]),
        (date(2021, 9, 3), None, [(None, None, "2021-09-03")]),
        ("Yes", "for now", [(1, None, None), (None, None, "for now")]),
        (None, "only this", [(None, None, "only this")]),
    ],
)
def test_an_answer_as_it_is_kept(answer: Answer, other: str | None, kept: list[Ticked]) -> None:
    others = {0: other} if other else {}
    assert responses.ticked(place(0, Kind.SINGLE), row(answer, others=others)) == kept


def test_the_digest_tells_closed_answers_and_comments_apart() -> None:
    target = Target(1, 1, (place(0, Kind.SINGLE),), (place(1, Kind.TEXT),))
    first = responses.digest(target, row("Yes", "Words"))
    ticked = responses.digest(target, row("No", "Words"))
    written = responses.digest(target, row("Yes", "Other words"))
    assert len(first) == 64
    assert (first[:HALF] == ticked[:HALF], first[HALF:] == ticked[HALF:]) == (False, True)
    assert (first[:HALF] == written[:HALF], first[HALF:] == written[HALF:]) == (True, False)


def test_a_question_added_later_and_not_answered_changes_no_digest() -> None:
    less = Target(1, 1, (place(0, Kind.SINGLE),), ())
    more = Target(1, 1, (place(0, Kind.SINGLE), place(1, Kind.SINGLE)), ())
    assert responses.digest(less, row("Yes")) == responses.digest(more, row("Yes", None))


def test_to_quote_is_also_to_use_and_to_keep_unless_that_was_refused() -> None:
    quote = place(0, Kind.CONSENT, "quote_words")
    use = place(1, Kind.CONSENT, "use_without_names")
    target = Target(1, 1, (quote,), ())
    assert responses.given(target, row("Yes")) == {
        "quote_words": True, "use_without_names": True, "keep": True,
    }  # fmt: skip
    assert responses.given(target, row("No")) == {"quote_words": False}
    assert responses.given(target, row("Perhaps")) == {}
    both = Target(1, 1, (quote, use), ())
    assert responses.given(both, row("Yes", "No"))["use_without_names"] is False
    assert responses.asked_for(target) == {"quote_words", "use_without_names", "keep"}


def test_the_day_is_the_one_that_the_tool_wrote() -> None:
    assert responses.day(row("Yes")) == date(2021, 9, 3)
