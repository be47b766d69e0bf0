"""Made-up feedback for tests of counts, quotes and packs: who said what of which priority."""

from datetime import date

from typing_extensions import TypedDict, Unpack

from pcf_desktop.records import Feedback, Response, Survey, When
from pcf_desktop.services.counting import consents
from pcf_desktop.services.families import families
from pcf_desktop.services.feedback import links
from pcf_desktop.workspace import Session

DAY = date(2025, 11, 3)


class More(TypedDict, total=False):
    """What else there is to say of a comment; `quote` None: nobody asked."""

    words: str
    family: str
    response_id: int
    quote: bool | None
    on: date | None


def say(session: Session, priority_id: int, stance: str, **more: Unpack[More]) -> int:
    """Log something with its link; unless said otherwise it may be quoted. Return its id."""
    on, family = more.get("on", DAY), more.get("family")
    made = Feedback(
        words=more.get("words", "we waited for a year"),
        said=When.day(on) if on is not None else When(),
        family_id=families.by_code(session, family).id if family else None,
        response_id=more.get("response_id"),
    )
    session.add(made)
    session.flush()
    links.link(session, made.id, priority_id, stance)
    quote = more.get("quote", True)
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
