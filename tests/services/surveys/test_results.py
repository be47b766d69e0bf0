"""What a survey says, question by question."""

from pathlib import Path

from sqlalchemy import select

from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.records import Answer, Option
from pcf_desktop.services.surveys import importing, option_order, results, surveys
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.workspace import Workspace


def test_each_question_has_its_own_base(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        found = results.results(session, line.id)
    assert len(found) > 5
    assert len({result.base for result in found}) > 1
    for result in found:
        assert 0 < result.base <= line.responses
        if result.kind in {"single", "scale", "consent"}:
            assert sum(result.counts.values()) <= result.base
        assert max(result.counts.values()) <= result.base


def test_an_option_that_nobody_chose_any_more_stands_there_with_nought(
    shropshire: Workspace,
) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        result = next(r for r in results.results(session, line.id) if r.kind == "single")
        words = next(iter(result.counts))
        option = session.scalars(
            select(Option.id).where(Option.question_id == result.question_id, Option.words == words)
        ).one()
    with shropshire.change("Empty an option") as session:
        for answer in session.scalars(select(Answer).where(Answer.option_id == option)):
            session.delete(answer)
    with shropshire.read() as session:
        after = results.results(session, line.id)
    (found,) = [each for each in after if each.question_id == result.question_id]
    assert found.counts[words] == 0
    assert found.base == result.base - result.counts[words]


def test_numbers_are_counted_one_by_one_in_their_order(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "any.csv"
    lines = "\n".join(f"{n},A place where he is happy at last" for n in (10, 9, 9, 11, 25, 31, 42))
    path.write_text(f"How many weeks did you wait?,What most needs to change?\n{lines}\n", "utf-8")
    with workspace.change("Import") as session:
        sheet = read(path)
        importing.import_survey(session, sheet, "Waits", Source("any.csv", "0" * 64), silent)
    with workspace.read() as session:
        (survey,) = surveys.every(session)
        (result,) = [r for r in results.results(session, survey.id) if r.kind == "number"]
    assert list(result.counts.items())[:3] == [("9", 2), ("10", 1), ("11", 1)]


def test_questions_in_free_words_say_how_many_comments_they_brought(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        found = results.free_questions(session, line.id)
    assert sum(question.comments for question in found) == line.comments > 0
    assert all(question.words for question in found)


def test_answers_without_an_order_of_their_own_stand_by_size(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        found = results.results(session, line.id)
    by_size = [
        [n for words, n in each.counts.items() if not option_order.is_other(words)]
        for each in found
        if each.kind in {"single", "multiple"} and "0 to 4" not in each.counts
    ]
    assert len(by_size) > 3
    assert all(counts == sorted(counts, reverse=True) for counts in by_size)


def test_ages_stand_from_the_youngest_whatever_came_first(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        found = results.results(session, line.id)
    ages = [list(each.counts) for each in found if "0 to 4" in each.counts]
    assert ages
    assert all(each == ["0 to 4", "5 to 10", "11 to 15", "16 to 19", "20 to 25"] for each in ages)
