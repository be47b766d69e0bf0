"""Made-up feedback for tests of counts, quotes and packs: who said what of which priority."""

from datetime import date

from pcf_desktop.records import Feedback, Response, Survey, When
from pcf_desktop.services import consents, families, links
from pcf_desktop.workspace import Session

DAY = date(2025, 11, 3)


def say(
    session: Session,
    priority_id: int,
    stance: str,
    *,
    words: str = "we waited for a year",
    family: str | None = None,
    response_id: int | None = None,
    quote: bool | None = True,
    on: date | None = DAY,
) -> int:
    """Log something with its link; `quote` None: nobody asked. Return the feedback's id."""
    made = Feedback(
        words=words,
        said=When.day(on) if on is not None else When(),
        family_id=families.by_code(session, family).id if family else None,
        response_id=response_id,
    )
    session.add(made)
    session.flush()
    links.link(session, made.id, priority_id, stance)
    if quote is not None:
        consents.note(session, {consents.QUOTE: quote}, DAY, "spoken", feedback_id=made.id)
    return made.id


def response(session: Session, known_as: str = "id:1") -> int:
    """Add a respondent of a survey without names; return its id."""
    survey = Survey(title="Autumn survey")
    session.add(survey)
    session.flush()
    made = Response(survey_id=survey.id, known_as=known_as, digest="0" * 64, is_complete=True)
    session.add(made)
    session.flush()
    return made.id
