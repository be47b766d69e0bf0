"""A log is taken back as a whole, and so are the families that came with it."""

from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.logs import taking_back
from pcf_desktop.workspace import Workspace
from tests.made_up_log import rows
from tests.services.every_row import rows as every_row
from tests.services.logs.conftest import Read, bring


def test_taking_a_log_back_leaves_what_was_there_before(workspace: Workspace, read: Read) -> None:
    with workspace.change("log") as session:
        feedback.log(session, NewFeedback("Said before, by hand.", "quote", family_code="F-0001"))
    body = rows(20)
    body[1][4] = "F-0001"
    bring(workspace, read(body))
    with workspace.read() as session:
        (batch,) = taking_back.batches(session)
        assert (batch.file_name, batch.imported) == ("log.csv", 20)
        assert taking_back.what_goes(session, batch.id).comments == 20
    with workspace.change("take back") as session:
        assert taking_back.take_back(session, batch.id) == 20
    kept = every_row(workspace)
    assert [len(kept[name]) for name in ("family", "feedback", "family_mark")] == [1, 1, 0]
    assert workspace.undo()
    with workspace.read() as session:
        assert taking_back.is_here(session, batch.id)
        assert feedback.count(session) == 21
