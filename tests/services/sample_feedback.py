"""Made-up feedback for tests of services: a comment of a survey, and a priority to link it to."""

from pcf_desktop.records import Feedback, Priority, Question, Response, Survey
from pcf_desktop.services.forum import reference
from pcf_desktop.workspace import Session


def survey_comment(session: Session, words: str, response_id: int | None = None) -> tuple[int, int]:
    """Add a comment of a new survey, or of a response there is; return it and its survey."""
    survey = Survey(title="Autumn survey")
    session.add(survey)
    session.flush()
    question = Question(
        survey_id=survey.id, key="change", position=1, words="What must change?", kind="text"
    )
    response = Response(survey_id=survey.id, known_as="id:1", digest="0" * 64, is_complete=True)
    session.add_all([question, response])
    session.flush()
    comment = Feedback(words=words, response_id=response_id or response.id, question_id=question.id)
    session.add(comment)
    session.flush()
    return comment.id, survey.id


def priority(session: Session, title: str = "Transport") -> int:
    """Add a priority of the forum's own; return its id."""
    made = Priority(
        kind_id=reference.term_id(session, "priority_kind", "own_concern"),
        position=1,
        title=title,
        bodies=[],
        is_embargoed=False,
    )
    session.add(made)
    session.flush()
    return made.id
