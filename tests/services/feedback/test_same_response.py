"""What one respondent ticked is told in the order of the survey's questions."""

from sqlalchemy import select

from pcf_desktop.records import Response
from pcf_desktop.services.feedback import same_response
from pcf_desktop.services.surveys import results, surveys
from pcf_desktop.workspace import Workspace


def test_what_one_respondent_ticked_stands_in_the_order_of_the_questions(demo: Workspace) -> None:
    with demo.read() as session:
        response = session.scalars(select(Response.id).order_by(Response.id)).first()
        assert response is not None
        told = same_response.ticked(session, response)
        (line,) = surveys.every(session)
        order = [result.words for result in results.results(session, line.id)]
    asked = list(dict.fromkeys(question for question, _ in told))
    assert asked == [words for words in order if words in asked]
    assert told
    assert all(answer for _, answer in told)
