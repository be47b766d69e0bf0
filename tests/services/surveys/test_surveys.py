"""The list of surveys, and how columns were matched."""

from sqlalchemy import func, select

from pcf_desktop.records import Feedback, Response
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys import surveys
from pcf_desktop.workspace import Workspace


def test_a_survey_in_the_list_says_how_much_came_in_and_when(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        responses = session.scalar(select(func.count(Response.id)))
        comments = session.scalar(
            select(func.count(Feedback.id)).where(Feedback.response_id.is_not(None))
        )
    assert (line.title, line.tool) == (samples.SURVEY_TITLE, "microsoft_forms")
    assert (line.responses, line.comments) == (responses, comments)
    assert line.first is not None
    assert line.last is not None
    assert line.first < line.last
    (batch,) = line.batches
    assert (batch.file_name, batch.imported, batch.changed) == (
        "shropshire-survey.xlsx",
        responses,
        0,
    )


def test_a_way_of_matching_columns_is_kept_by_name_and_replaced(workspace: Workspace) -> None:
    with workspace.change("Keep") as session:
        surveys.keep_profile(session, "Annual survey", {"tool": "jotform"})
        surveys.keep_profile(session, "Another", {"tool": "limesurvey"})
    with workspace.change("Keep") as session:
        surveys.keep_profile(session, "Annual survey", {"tool": "smartsurvey"})
    with workspace.read() as session:
        assert surveys.profiles(session) == {
            "Annual survey": {"tool": "smartsurvey"},
            "Another": {"tool": "limesurvey"},
        }
