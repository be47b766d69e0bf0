"""How alike two responses are, question by question."""

from pcf_desktop.services.surveys.said_words import SaidWords, rare

LONG = ("listens", "somebody", "who")


def said(**words: tuple[str, ...]) -> SaidWords:
    by_key = {int(key[1:]): each for key, each in words.items()}
    return SaidWords(by_key, {}, frozenset(key for key, each in by_key.items() if each == LONG))


def test_the_share_counts_every_question_that_one_of_them_answered() -> None:
    row, here = said(q1=("a",), q2=("b",), q4=LONG), said(q1=("a",), q3=("c",), q4=LONG)
    assert row.likeness(here, rare([row, here])) == (0.5, True)
    assert said().likeness(said(), rare([])) == (1.0, False)


def test_a_text_that_many_wrote_tells_nobody_apart() -> None:
    many = [said(q1=LONG) for _ in range(3)]
    assert many[0].likeness(many[1], rare(many)) == (1.0, False)


def test_what_was_edited_here_is_not_held_against_the_file_and_makes_no_name() -> None:
    row, here = said(q1=("a",), q2=("b",)), SaidWords({1: ("a",)}, {2: "digest"})
    assert row.likeness(here, rare([row, here])) == (1.0, False)
    assert here.key is None
    assert said(q1=("a",), q2=("b",)).key == said(q2=("b",), q1=("a",)).key != said().key
