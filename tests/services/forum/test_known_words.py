"""Words of a file: what is sure, what waits for a look, and what is remembered."""

from pcf_desktop.services.forum import known_words
from pcf_desktop.services.forum.known_words import NONE, WordMatch
from pcf_desktop.workspace import Workspace


def test_only_the_same_words_are_sure(workspace: Workspace) -> None:
    counts = {"ASD": 3, "autsim": 2, "aged 7": 1, "waiting for autism": 9, "!": 1}
    with workspace.read() as session:
        found = known_words.matched(session, "need", counts, {})
        ages = known_words.matched(session, "age_band", {"7½": 1, "3 to 12": 1}, {})
        answers = known_words.matched(session, "may_quote", {"Only anonymously": 1, "Hm": 1}, {})
    assert [(each.words, each.key, each.likely) for each in found] == [
        ("waiting for autism", None, None), ("autsim", None, "asd"), ("aged 7", None, None),
        ("ASD", "asd", None),
    ]  # fmt: skip
    assert {each.words: each.key for each in ages} == {"7½": "age_5_10", "3 to 12": None}
    assert {each.words: each.key for each in answers} == {"Only anonymously": "quote", "Hm": None}


def test_what_a_person_said_goes_before_all_and_is_remembered(workspace: Workspace) -> None:
    with workspace.change("remember") as session:
        known_words.remember(session, {("need", "asd"): NONE, ("need", "our boy"): "asd"})
        known_words.remember(session, {("need", "our boy"): "hi"})
    with workspace.read() as session:
        found = known_words.matched(session, "need", {"ASD": 1, "Our boy": 1}, {})
        assert {each.words: (each.key, each.why) for each in found} == {
            "ASD": (NONE, "You chose this before."), "Our boy": ("hi", "You chose this before."),
        }  # fmt: skip
        (now,) = known_words.matched(session, "need", {"ASD": 1}, {("need", "asd"): "asd"})
        assert (now.key, now.why) == ("asd", "You chose it.")


def test_a_district_is_known_new_or_a_slip(workspace: Workspace) -> None:
    counts = {"northvale": 2, "Norhtvale": 1, "Southmere": 5, "Soutmere": 1}
    with workspace.read() as session:
        found = known_words.matched(session, "district", counts, {}, ["Northvale"])
        chosen = known_words.choosing(session, "district", found, ["Northvale"])
    assert {each.words: (each.key, each.likely) for each in found} == {
        "northvale": ("Northvale", None), "Norhtvale": (None, "Northvale"),
        "Southmere": (None, "Southmere"), "Soutmere": (None, "Southmere"),
    }  # fmt: skip
    assert list(chosen.labels) == ["Northvale", "Southmere"]
    assert WordMatch("need", "Our  Boy!", 1, None).place == ("need", "our boy")
