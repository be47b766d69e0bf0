"""Who answered: each closed question with its own base, small counts named together."""

from pcf_desktop.records import Forum
from pcf_desktop.services import who_answered
from pcf_desktop.services.small_numbers import Shown
from pcf_desktop.services.who_answered import AnswerTable
from pcf_desktop.workspace import Workspace


def table(counts: Shown, base: int, *, is_multiple: bool = False) -> AnswerTable:
    return AnswerTable("How old?", base, counts, "Autumn survey", is_multiple, 20)


def test_the_sample_gives_its_first_closed_questions(demo: Workspace) -> None:
    with demo.read() as session:
        found = who_answered.tables(session, session.query(Forum).one())
    assert [each.title.split("?")[0] for each in found][:2] == [
        "How old is your child or young person",
        "What support does your child have, or are you asking for",
    ]
    assert len(found) == who_answered.MOST_TABLES
    assert all(count >= 5 for each in found for count in each.counts.alone.values())


def test_without_a_survey_there_is_no_table(workspace: Workspace) -> None:
    with workspace.read() as session:
        assert who_answered.tables(session, session.query(Forum).one()) == []


def test_small_answers_are_named_together() -> None:
    block = table(Shown({"5 to 10": 30}, ("0 to 4", "16 to 19"), 7), 37).as_block("Table 1")
    assert block.rows == (("5 to 10", 30, "81%"), ("0 to 4 or 16 to 19", 7, "19%"))


def test_many_small_answers_are_counted_and_not_named() -> None:
    block = table(Shown({"a": 30}, ("b", "c", "d", "e"), 9), 39).as_block("Table 1")
    assert block.rows[1][0] == "Other answers together (4)"


def test_a_small_base_carries_no_share_and_the_note_says_what_n_is() -> None:
    block = table(Shown({"a": 9, "b": 6}), 15, is_multiple=True).as_block("Table 1")
    assert block.headings == ("Answer", "Respondents")
    assert block.rows == (("a", 9), ("b", 6))
    assert block.note.startswith("n = 15 who answered this question in “Autumn survey”.")
    assert "Several answers were possible" in block.note
