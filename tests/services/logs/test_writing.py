"""A comment out of a log is one of the Log form's, and consent taken back stays so."""

from datetime import date

from sqlalchemy import func, select

from pcf_desktop.records import Event, Feedback
from pcf_desktop.services.counting import consents
from pcf_desktop.services.feedback import consent_answers
from pcf_desktop.services.logs.writing import state
from pcf_desktop.workspace import Workspace
from tests.services.logs.conftest import Read, bring

HEADINGS = ("Date", "Event", "Code", "Comments", "May we quote?")


def test_an_event_of_one_day_is_made_once(workspace: Workspace, read: Read) -> None:
    body = [["14/4/2025", "Picnic", f"A{n}", f"Said number {n}.", "Yes"] for n in range(3)]
    bring(workspace, read([*body, ["15/4/2025", "picnic", "A1", "Said later.", "Yes"]], HEADINGS))
    with workspace.read() as session:
        assert session.scalar(select(func.count(Event.id))) == 2
        for comment in session.scalars(select(Feedback)).all():
            assert comment.came_as is not None
            assert comment.came_as[-16:] == state(session, comment.id)


def test_consent_taken_back_here_is_not_given_again_by_a_file(
    workspace: Workspace, read: Read
) -> None:
    body = [["14/4/2025", "", "A1", "Said.", "Yes"]]
    bring(workspace, read(body, HEADINGS))
    with workspace.change("take back") as session:
        (key,) = session.scalars(select(Feedback.id)).all()
        consent_answers.take_back(session, key, date(2025, 5, 1), date(2025, 5, 1))
    body[0][1] = "Picnic"
    report = bring(workspace, read(body, HEADINGS))
    assert (report.changed, report.edited) == (0, 1)
    with workspace.read() as session:
        assert consents.standing(session, key).withdrawn_on == date(2025, 5, 1)
