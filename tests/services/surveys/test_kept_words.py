"""What is kept of responses, in words that a file would say."""

import pytest

from pcf_desktop.importers.naming import words_of
from pcf_desktop.importers.sheet import Answer, Kind
from pcf_desktop.services.surveys import responses
from pcf_desktop.services.surveys.kept_words import Comment, chosen_and_own, few, plain
from pcf_desktop.services.surveys.responses import Ticked
from pcf_desktop.services.surveys.targets import QuestionPlace

PLACE = QuestionPlace(
    0, "which", "Which?", Kind.MULTIPLE, 1, {"School": 1, "Friends": 2, "Other": 3, "4": 4}, None
)


@pytest.mark.parametrize(
    ("ticked", "answer", "own"),
    [
        ([(1, None, None), (2, None, None)], ("School", "Friends"), None),
        ([(3, None, None), (None, None, "a club")], "a club", None),
        ([(3, None, None), (None, None, "a club")], ("Other",), "a club"),
        ([(4, 4.0, None)], 4, None),
        ([(None, 1234567.0, None)], 1234567, None),
        ([(None, 2.5, None)], "2,5", None),
    ],
)
def test_what_was_ticked_reads_as_it_was_written(
    ticked: list[Ticked], answer: Answer, own: str | None
) -> None:
    assert plain(PLACE, ticked) == words_of(answer, own)


def test_nothing_ticked_is_nothing_said() -> None:
    assert plain(PLACE, []) == ()
    assert chosen_and_own(PLACE, [(1, None, None), (None, None, "x")]) == (["School"], ["x"])


def test_a_comment_is_edited_where_its_words_are_not_those_of_its_file() -> None:
    name = responses.of_words("So")
    assert not Comment(1, "So", is_binned=False, said=name, taken=name).is_edited
    assert Comment(1, "So it is", is_binned=False, said=name, taken=name).is_edited
    assert Comment(1, "So", is_binned=False, said=name, taken=name).holds("So")


def test_keys_go_into_queries_a_few_at_a_time() -> None:
    assert [len(some) for some in few(range(1_100))] == [500, 500, 100]
