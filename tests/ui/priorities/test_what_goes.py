"""What a deletion takes along is said exactly, in short sentences, whatever names the priority."""

import re

from pcf_desktop.services.priorities import changes
from pcf_desktop.services.priorities.changes import PriorityGoing
from pcf_desktop.ui.priorities import what_goes

APART = {"link", "pack_section"}
"""What has a sentence of its own."""


def test_what_nothing_names_takes_nothing_along() -> None:
    assert what_goes.sentences(PriorityGoing("Trust", {}, {}, 0)) == [
        "No comment is linked to it.",
        "Nothing that families said is deleted.",
        "You can undo it.",
    ]


def test_one_of_each() -> None:
    going = PriorityGoing(
        "Trust", {"link": 1, "keyword": 1, "plan_priority": 1}, {"pack_section": 1}, 0
    )
    assert what_goes.sentences(going) == [
        "1 comment stays where it is, but loses its link to this priority.",
        "Nothing that families said is deleted.",
        "Deleted with it: 1 word that suggests it and 1 mention in a plan.",
        "1 pack was made with it, and stays as it was made.",
        "You can undo it.",
    ]


def test_many_of_each_with_some_comments_out_of_sight() -> None:
    goes = {"link": 1204, "keyword": 30, "judgement": 2, "area_view": 3}
    comments = "1,204 comments (12 of them in the bin or set aside) stay where they are"
    three = "30 words that suggest it, 2 judgements of the inspectors and 3 ratings by the area"
    going = PriorityGoing("Trust", goes, {"pack_section": 2, "ask": 2, "you_said": 1}, 12)
    assert what_goes.sentences(going) == [
        f"{comments}, but lose their link to this priority.",
        "Nothing that families said is deleted.",
        f"Deleted with it: {three}.",
        "2 packs were made with it, and stay as they were made.",
        "Kept, but no longer about it: 2 asks of the forum and 1 line of You said, we did.",
        "You can undo it.",
    ]


def test_every_table_that_names_a_priority_has_its_words() -> None:
    goes = {c.table.name for c, key in changes.mentions() if key.ondelete == "CASCADE"}
    stays = {c.table.name for c, key in changes.mentions() if key.ondelete == "SET NULL"}
    assert {*what_goes.with_it()} == goes - APART
    assert {*what_goes.without_it()} == stays - APART


def test_no_sentence_is_longer_than_25_words() -> None:
    found = what_goes.sentences(PriorityGoing("Trust", {"link": 9}, {"pack_section": 9}, 9))
    assert [words for words in found if len(re.findall(r"\w+", words)) > 25] == []
