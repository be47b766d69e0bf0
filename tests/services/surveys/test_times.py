"""Of an anonymous survey the day of an answer is kept, and a mark by which its time is known."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import select

from pcf_desktop.importers.sheet import Row
from pcf_desktop.importers.surveys import read
from pcf_desktop.records import Response
from pcf_desktop.services.surveys import importing, times
from pcf_desktop.workspace import Workspace
from tests.importers.exports import moment
from tests.services.autumn_survey import HEADINGS, ROWS, bring, changed, counts, export

SECRET, OTHER = "a1" * 32, "b2" * 32
MORNING = moment(2026, 5, 1, 9, 41, 7)


def _row(completed: datetime | None) -> Row:
    return Row(2, None, None, completed, complete=True, cells=())


def _kept(workspace: Workspace) -> list[tuple[datetime | None, datetime | None, str | None]]:
    with workspace.read() as session:
        rows = session.execute(
            select(Response.started_at, Response.completed_at, Response.time_mark).order_by(
                Response.id
            )
        )
        return [(row[0], row[1], row[2]) for row in rows]


def _clock(when: datetime | None) -> time:
    assert when is not None
    return when.astimezone().time()


def test_no_time_of_day_is_kept_where_nobody_is_named(workspace: Workspace, tmp_path: Path) -> None:
    bring(workspace, export(tmp_path / "a.csv", ROWS))
    found = _kept(workspace)
    assert {_clock(when) for row in found for when in row[:2]} == {time()}
    assert [row[1].astimezone().day for row in found if row[1]] == [3, 4, 25, 26]
    assert len({row[2] for row in found}) == len(ROWS)


def test_the_time_stays_where_a_column_that_names_people_is_kept(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet = export(tmp_path / "a.csv", ROWS)
    email = next(each.key for each in sheet.questions if each.text == "Email")
    whole = read(tmp_path / "a.csv", sheet.choices.__class__(keep={email: True}))
    assert not times.is_anonymous(whole)
    bring(workspace, whole)
    assert [(_clock(row[1]), row[2]) for row in _kept(workspace)] == [(time(10, 9), None)] * 4


def test_an_answer_without_an_id_is_known_by_its_time_though_only_the_day_is_kept(
    workspace: Workspace, tmp_path: Path
) -> None:
    headings = ["When it was sent", *HEADINGS[5:]]

    def without_ids(rows: list[list[str]]) -> list[list[str]]:
        return [[row[2].replace("26/09", "25/09"), *row[5:]] for row in rows]

    headings[0] = "Timestamp"
    bring(workspace, export(tmp_path / "a.csv", without_ids(ROWS), headings))
    later = without_ids(changed(2, 9, "Nothing works any more, and we were told to go elsewhere."))
    report = bring(workspace, export(tmp_path / "b.csv", later, headings))
    assert counts(report)[:3] == (0, 3, 1)


@pytest.mark.parametrize("when", [MORNING, moment(2026, 10, 25, 1, 30), moment(2026, 3, 29, 1, 30)])
def test_a_mark_leads_back_to_its_time_with_the_secret_alone(when: datetime) -> None:
    mark = times.kept(SECRET, _row(when)).mark
    assert mark is not None
    day = datetime.combine(when.date(), time())
    assert times.Recalling(SECRET).of(day, mark) == when
    assert times.Recalling(OTHER).of(day, mark) == day


def test_a_day_without_a_time_has_no_mark() -> None:
    assert times.kept(SECRET, _row(datetime.combine(date(2026, 5, 1), time()))).mark is None
    assert times.kept(SECRET, _row(None)) == (None, None, None)


def test_counting_alone_writes_no_secret(workspace: Workspace, tmp_path: Path) -> None:
    sheet = export(tmp_path / "a.csv", ROWS)
    with workspace.read() as session:
        assert importing.count(session, sheet, "A").imported == len(ROWS)
