"""A question says the child's need: its answers are matched, and families are counted by them."""

from pathlib import Path

import pytest
from sqlalchemy import select

from pcf_desktop.progress import silent
from pcf_desktop.records import AnswerMeaning, Question
from pcf_desktop.services.counting.by_family import families_by
from pcf_desktop.services.families.families import AboutChild
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum import reference
from pcf_desktop.services.surveys import about_family, importing, surveys, taken_back
from pcf_desktop.workspace import Workspace
from tests.services.every_row import rows as every_row
from tests.services.surveys.profile_survey import NEED, SOURCE, TITLE, answers, key_of, read_rows


@pytest.fixture
def survey(workspace: Workspace, tmp_path: Path) -> int:
    """The id of a survey of 40 families, just brought in."""
    with workspace.change("import") as session:
        report = importing.import_survey(
            session, read_rows(tmp_path, answers(40)), TITLE, SOURCE, silent
        )
    assert report.survey_id is not None
    return report.survey_id


def test_what_is_sure_counts_at_once_and_the_rest_with_a_look(
    workspace: Workspace, survey: int
) -> None:
    question = key_of(workspace, NEED)
    before = every_row(workspace)
    with workspace.change("say what a question tells") as session:
        about_family.tell(session, question, "need")
    with workspace.read() as session:
        told = about_family.told(session, survey)[question]
        assert [
            (each.words, each.rows, each.likely) for each in told.matches if each.key is None
        ] == [
            ("My son has autism", 10, "asd"),
            ("Something else", 10, None),
        ]
        by = families_by(session, "need")
        assert (by.counts, by.known, by.heard) == (
            {"Social, emotional and mental health": 10, "Autistic spectrum disorder": 10}, 20, 40,
        )  # fmt: skip
    with workspace.change("match answers") as session:
        about_family.look(
            session,
            question,
            {("need", "my son has autism"): "asd", ("need", "something else"): ""},
        )
    with workspace.read() as session:
        assert families_by(session, "need").counts["Autistic spectrum disorder"] == 20
        told = about_family.told(session, survey)[question]
        assert [each.key for each in told.matches if each.words == "Something else"] == [""]
    assert workspace.undo()
    assert workspace.undo()
    assert every_row(workspace) == before


def test_a_family_of_the_log_and_one_of_a_survey_stand_in_one_table(
    workspace: Workspace, survey: int
) -> None:
    with workspace.change("log") as session:
        asd = reference.term_id(session, "need", "asd")
        for code in ("F-0001", "F-0001", "F-0002"):
            child = AboutChild(need_id=asd)
            said = NewFeedback("Words of a family.", "quote", family_code=code, child=child)
            feedback.log(session, said)
        feedback.log(session, NewFeedback("A family of which more is not known.", "quote"))
        about_family.tell(session, key_of(workspace, NEED), "need")
    with workspace.read() as session:
        by = families_by(session, "need")
        assert by.counts["Autistic spectrum disorder"] == 12
        assert (by.known, by.heard) == (22, 43)


def test_what_was_matched_is_remembered_for_another_survey(
    workspace: Workspace, survey: int, tmp_path: Path
) -> None:
    with workspace.change("match") as session:
        about_family.tell(session, key_of(workspace, NEED), "need")
        about_family.look(session, key_of(workspace, NEED), {("need", "my son has autism"): "asd"})
    with workspace.change("import") as session:
        sheet = read_rows(tmp_path, answers(40))
        report = importing.import_survey(session, sheet, "Next year", SOURCE, silent)
        assert report.survey_id is not None
        about = {each.key: "need" for each in sheet.questions if each.text == NEED}
        about_family.at_import(session, report.survey_id, about, {})
    with workspace.read() as session:
        assert families_by(session, "need").counts["Autistic spectrum disorder"] == 40
        told = about_family.told(session, report.survey_id)
        assert about_family.subjects(told) == ["need"]


def test_an_answer_that_a_later_file_brings_is_matched_too(
    workspace: Workspace, survey: int, tmp_path: Path
) -> None:
    with workspace.change("say") as session:
        about_family.tell(session, key_of(workspace, NEED), "need")
    more = [*answers(40), ["41", "9", "Dyslexia", "Northvale"]]
    with workspace.change("import") as session:
        sheet = read_rows(tmp_path, more)
        report = importing.import_survey(session, sheet, TITLE, SOURCE, silent)
        assert (report.imported, report.already_here) == (1, 40)
        about_family.at_import(session, survey, {}, {})
    with workspace.read() as session:
        assert families_by(session, "need").counts["Specific learning difficulty"] == 1


def test_ages_in_numbers_fall_into_their_bands(workspace: Workspace, survey: int) -> None:
    with workspace.change("say") as session:
        about_family.tell(session, key_of(workspace, "How old is your child?"), "age_band")
    with workspace.read() as session:
        by = families_by(session, "age_band")
        assert by.known == 40
        assert sum(by.counts.values()) == 40
        assert set(by.counts) <= {"0–4", "5–10", "11–15", "16–19"}


def test_districts_are_taken_with_a_look(workspace: Workspace, survey: int) -> None:
    question = key_of(workspace, "Where do you live?")
    with workspace.change("say") as session:
        about_family.tell(session, question, "district")
        assert families_by(session, "district").counts == {}
        about_family.look(session, question, {("district", "northvale"): "Northvale"})
    with workspace.read() as session:
        assert families_by(session, "district").counts == {"Northvale": 20}


def test_a_question_that_says_nothing_any_more_counts_nothing(
    workspace: Workspace, survey: int
) -> None:
    for about in ("need", None):
        with workspace.change("say") as session:
            about_family.tell(session, key_of(workspace, NEED), about)
    with workspace.read() as session:
        assert families_by(session, "need").counts == {}
        assert session.scalars(select(AnswerMeaning.id)).all() == []
        assert session.scalars(select(Question.about)).all() == [None] * 3
    with workspace.change("delete") as session:
        (batch,) = surveys.every(session)[0].batches
        taken_back.take_back(session, batch.id)
