"""An answer is one object, unless it says that it is many."""

from pcf_desktop.answer import CommandAnswer


def test_an_answer_is_one_object_unless_it_has_rows() -> None:
    assert CommandAnswer({"count": 1}, ("one",)).rows is None
    assert list(CommandAnswer({}, (), iter([{"row": 1}])).rows or ()) == [{"row": 1}]
