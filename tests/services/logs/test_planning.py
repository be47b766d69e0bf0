"""Each row as the Log form would hold it."""

from datetime import date

from pcf_desktop.records import When
from pcf_desktop.services.forum import reference
from pcf_desktop.services.logs import planning
from pcf_desktop.workspace import Workspace
from tests.made_up_log import rows
from tests.services.logs.conftest import LOOKED, Read


def test_a_row_is_what_the_log_form_would_hold(workspace: Workspace, read: Read) -> None:
    body = rows(2)
    body[1][0] = "March 2025"
    with workspace.read() as session:
        plan = planning.plan(session, read(body), LOOKED)
        first, second = plan.rows
        new = first.new
        assert (new.words, new.may_quote, new.district) == (body[0][10], "quote", "Southmere")
        assert new.said == When.day(date(2025, 1, 1))
        assert second.new.said.text == "March 2025"
        assert (second.new.said.latest, second.new.said.precision) == (date(2025, 3, 31), "month")
        keys = (
            (new.channel_id, "channel", "coffee_morning"), (new.child.need_id, "need", "semh"),
            (new.child.age_band_id, "age_band", "age_0_4"),
            (new.child.status_id, "send_status", "sen_support"),
        )  # fmt: skip
        for found, list_key, key in keys:
            assert found == reference.term_id(session, list_key, key)
        assert (first.number, first.event) == (2, "Coffee at the library")
        again = planning.plan(session, read(body), LOOKED)
        assert [each.raw for each in again.rows] == [each.raw for each in plan.rows]
        unlooked = planning.plan(session, read(body), {})
        assert unlooked.rows[0].raw == first.raw
        assert unlooked.rows[0].resolved != first.resolved
