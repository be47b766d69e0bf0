"""What says nothing stands as an answer, is listed, and can be put in as a comment after all."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from pcf_desktop.importers.sheet import Choices, Kind
from pcf_desktop.importers.surveys import read
from pcf_desktop.records import Answer, Feedback
from pcf_desktop.services.feedback import same_response
from pcf_desktop.services.surveys import no_comments
from pcf_desktop.services.surveys.no_comments import SaidNothing
from pcf_desktop.workspace import Workspace
from tests.services.autumn_survey import CHANGE, HEADINGS, ROWS, WELL, bring, counts, export

SAID = ["n/a", "Dim byd", "The taxi is late every week.", "N/A"]


def rows(said: Sequence[str] = SAID) -> list[list[str]]:
    made = [list(row) for row in ROWS]
    for row, words in zip(made, said, strict=True):
        row[CHANGE], row[WELL] = words, ""
    return made


def words(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        kept = select(Feedback.words).where(Feedback.binned_at.is_(None)).order_by(Feedback.id)
        return list(session.scalars(kept))


def nothing(workspace: Workspace) -> list[SaidNothing]:
    with workspace.read() as session:
        return no_comments.listed(session, 1)


def test_they_are_counted_kept_and_listed_and_make_no_comment(
    workspace: Workspace, tmp_path: Path
) -> None:
    report = bring(workspace, export(tmp_path / "a.csv", rows()))
    assert counts(report) == (4, 0, 0, 0, 0, 1)
    assert report.no_comments == {"n/a": 1, "Dim byd": 1, "N/A": 1}
    assert words(workspace) == [SAID[2]]
    assert [(each.words, each.times, each.question) for each in nothing(workspace)] == [
        (said, 1, HEADINGS[CHANGE]) for said in ("Dim byd", "N/A", "n/a")
    ]
    with workspace.read() as session:
        ticked = same_response.ticked(session, 1)
    assert (HEADINGS[CHANGE], "n/a") in ticked
    again = bring(workspace, export(tmp_path / "a.csv", rows()))
    assert counts(again) == (0, 4, 0, 0, 0, 0)
    assert len(nothing(workspace)) == 3


def test_one_that_is_put_in_after_all_stays_in_when_the_file_comes_again(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, export(tmp_path / "a.csv", rows()))
    with workspace.change("put it in") as session:
        assert no_comments.put_in(session, nothing(workspace)[0]) == 1
    assert words(workspace) == [SAID[2], "Dim byd"]
    with workspace.read() as session:
        made = session.scalars(select(Feedback).where(Feedback.words == "Dim byd")).one()
        assert (made.response_id, str(made.said_from), made.sorted_at) == (2, "2021-09-04", None)
        assert made.channel_id is not None
    later = rows()
    later[1][WELL] = "The nursery is kind to all of us."
    assert bring(workspace, export(tmp_path / "b.csv", later)).comments == 1
    assert words(workspace) == [SAID[2], "Dim byd", "The nursery is kind to all of us."]
    assert [each.words for each in nothing(workspace)] == ["N/A", "n/a"]


def test_words_in_their_place_are_a_comment_and_they_in_place_of_words_take_it_away(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, export(tmp_path / "a.csv", rows()))
    later = ["Somebody should ring us back.", "Dim byd", "nothing", "N/A"]
    report = bring(workspace, export(tmp_path / "b.csv", rows(later)))
    assert (report.changed, report.comments) == (2, 1)
    assert words(workspace) == [later[0]]
    assert sorted(each.words for each in nothing(workspace)) == ["Dim byd", "N/A", "nothing"]
    with workspace.read() as session:
        kept = session.scalars(select(Answer.words).where(Answer.response_id == 1)).all()
    assert "n/a" not in kept


def test_one_that_was_ticked_stays_an_answer_where_the_question_becomes_free_words(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    key = HEADINGS[CHANGE].lower()
    first = export(path, rows(["n/a", "n/a", "The taxi is late.", "n/a"]))
    closed = read(path, Choices(kinds={**first.choices.kinds, key: Kind.SINGLE}))
    assert bring(workspace, closed).comments == 0
    free = read(path, Choices(kinds={**first.choices.kinds, key: Kind.TEXT}))
    assert bring(workspace, free).comments == 1
    assert words(workspace) == ["The taxi is late."]
    assert [(each.words, each.times) for each in nothing(workspace)] == [("n/a", 3)]
