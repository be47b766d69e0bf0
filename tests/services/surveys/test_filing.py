"""Many responses put into their tables at once."""

from pathlib import Path

from sqlalchemy import func, select

from pcf_desktop.importers.naming import identified
from pcf_desktop.importers.surveys import read
from pcf_desktop.records import Answer, Consent, Feedback, ImportBatch, Response
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys import filing, targets
from pcf_desktop.workspace import Workspace


def test_every_response_gets_its_own_answers_consents_and_comments(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet = read(samples.survey_file())
    named = list(identified(sheet))
    with workspace.change("add") as session:
        target = targets.make(session, sheet, "Spring")
        batch = ImportBatch(
            survey_id=target.survey_id, file_name="a", sha256="0", tool="a", choices={}, read=0,
            imported=0, already_here=0, changed=0, skipped=0, rejected=0,
        )  # fmt: skip
        session.add(batch)
        session.flush()
        first = filing.add_responses(session, target, batch.id, named[:50])
        second = filing.add_responses(session, target, batch.id, named[50:])
        assert filing.add_responses(session, target, batch.id, []) == []
        filing.add_contents(session, target, batch.id, [*first, *second])
    with workspace.read() as session:
        assert session.scalar(select(func.count(Feedback.id))) == sum(
            len(each.written) for each in (*first, *second)
        )
        owners = session.scalars(select(Response.known_as).order_by(Response.id)).all()
        assert owners == [name for name, _ in named]
        answered = select(func.count(Answer.response_id.distinct()))
        assert session.scalar(answered) == len(named)
        how = session.scalars(select(Consent.how).distinct()).all()
        assert how == [filing.BY_SURVEY]
        for name, row in (named[0], named[60]):
            words = session.scalars(
                select(Feedback.words)
                .join(Response, Response.id == Feedback.response_id)
                .where(Response.known_as == name)
                .order_by(Feedback.id)
            ).all()
            written = [row.cells[place.index] for place in target.free]
            assert words == [each.strip() for each in written if isinstance(each, str)]
