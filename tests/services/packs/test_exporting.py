"""The same pack in every format: noted only when it stands on the disk, stopped without a trace."""

import errno
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from pcf_desktop.errors import UserError
from pcf_desktop.exporters.formats import EXCEL, FORMATS, PDF, USUAL
from pcf_desktop.progress import Cancelled, silent
from pcf_desktop.records import Quote
from pcf_desktop.services.packs import exporting, packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.workspace import Changes, Workspace, connection
from pcf_desktop.workspace.faults import FullDisk
from tests.faults.signalled import before_statements
from tests.services.heard_feedback import say
from tests.services.sample_feedback import priority

TODAY = date(2026, 1, 10)
PLAN = PackPlan(title="What families told us: 2026?")


@pytest.fixture
def forum(workspace: Workspace) -> Workspace:
    """A forum with one priority and six families who spoke of it."""
    with workspace.change("Say") as session:
        about = priority(session)
        for number in range(6):
            say(session, about, "worse", words=f"we waited {number} months")
    return workspace


def issued(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return sorted(each.file_name for each in packs.issued(session))


def test_each_format_is_written_and_noted(forum: Workspace, tmp_path: Path) -> None:
    written = exporting.export(forum, PLAN, tmp_path / "out", TODAY, silent, FORMATS)
    name = "What families told us 2026 2026-01-10"
    assert [each.path.name for each in written] == [f"{name}{f.suffix}" for f in FORMATS]
    assert all(each.path.stat().st_size > 1000 for each in written)
    assert written[0].pages > 2
    assert issued(forum) == sorted(each.path.name for each in written)


def test_without_a_wish_a_pack_is_pdf_word_and_excel(forum: Workspace, tmp_path: Path) -> None:
    written = exporting.export(forum, PLAN, tmp_path / "out", TODAY, silent)
    assert [each.path.suffix for each in written] == [".pdf", ".docx", ".xlsx"]
    assert len(issued(forum)) == len(USUAL)


def test_only_what_is_wanted_is_written(forum: Workspace, tmp_path: Path) -> None:
    exporting.export(forum, PLAN, tmp_path / "out", TODAY, silent, [EXCEL])
    assert [each.suffix for each in (tmp_path / "out").iterdir()] == [".xlsx"]


def test_progress_rises_to_the_end(forum: Workspace, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    exporting.export(
        forum, PLAN, tmp_path / "out", TODAY, lambda done, total: told.append((done, total))
    )
    assert told == sorted(told)
    assert len({total for _, total in told}) == 1
    assert told[-1][0] == told[-1][1]


def test_a_stop_leaves_nothing(forum: Workspace, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        exporting.export(forum, PLAN, tmp_path / "out", TODAY, stop)
    assert not (tmp_path / "out").exists()
    assert issued(forum) == []


def test_a_folder_that_cannot_be_made_is_said_and_nothing_is_noted(
    forum: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file, no folder")
    with pytest.raises(UserError):
        exporting.export(forum, PLAN, tmp_path / "out", TODAY, silent, [EXCEL])
    assert issued(forum) == []


def test_a_quote_left_out_is_told_with_the_first_file(forum: Workspace, tmp_path: Path) -> None:
    with forum.change("Say") as session:
        about = priority(session)
        key = say(session, about, "worse", words="kept to ourselves", quote=False)
    plan = PackPlan(quotes={about: (key,)})
    written = exporting.export(forum, plan, tmp_path / "out", TODAY, silent)
    (said,) = [note for each in written for note in each.notes if "left out" in note]
    assert said in written[0].notes
    assert said.endswith("is left out because the family has not agreed to it, or no longer does.")
    assert "kept to ourselves" not in said


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_disk_that_refuses_one_file_leaves_every_earlier_file_and_notes_nothing(
    forum: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporting.export(forum, PLAN, tmp_path / "out", TODAY, silent)
    before, noted = held(tmp_path / "out"), issued(forum)
    with forum.change("Say") as session:
        say(session, priority(session), "better", words="the new coordinator rang back")
    link, replace = Path.hardlink_to, Path.replace

    def refused(path: Path, part: Path) -> None:
        if path.suffix == ".docx":
            raise PermissionError(errno.EACCES, "in use")
        link(path, part)

    def locked(part: Path, path: Path) -> Path:
        if path.suffix == ".docx":
            raise PermissionError(errno.EACCES, "in use")
        return replace(part, path)

    monkeypatch.setattr(Path, "hardlink_to", refused)
    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(UserError, match="does not allow writing in the folder out") as caught:
        exporting.export(forum, PLAN, tmp_path / "out", TODAY, silent)
    assert caught.value.safe == "Nothing was written."
    assert held(tmp_path / "out") == before
    assert issued(forum) == noted


def test_a_second_pack_of_the_day_stands_beside_the_first_in_every_format(
    forum: Workspace, tmp_path: Path
) -> None:
    out, name = tmp_path / "out", "What families told us 2026 2026-01-10"
    exporting.export(forum, PLAN, out, TODAY, silent, FORMATS)
    (out / f"{name}.docx").write_bytes(b"what somebody wrote into it")
    before = held(out)
    written = exporting.export(forum, PLAN, out, TODAY, silent, FORMATS)
    assert [each.path.name for each in written] == [f"{name} v2{each.suffix}" for each in FORMATS]
    after = held(out)
    assert {key: after[key] for key in before} == before
    assert len(after) == 2 * len(FORMATS)
    with forum.read() as session:
        found = {(each.version, each.file_name) for each in packs.issued(session)}
    assert found == {
        (number, f"{name}{end}{each.suffix}")
        for number, end in ((1, ""), (2, " v2"))
        for each in FORMATS
    }


def test_no_format_takes_the_name_of_an_earlier_pack_of_other_formats(
    forum: Workspace, tmp_path: Path
) -> None:
    exporting.export(forum, PLAN, tmp_path, TODAY, silent, [EXCEL])
    (written,) = exporting.export(forum, PLAN, tmp_path, TODAY, silent, [PDF])
    assert written.path.stem.endswith(" v2")


def test_files_that_an_undo_left_and_files_of_others_are_never_replaced(
    forum: Workspace, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    exporting.export(forum, PLAN, out, TODAY, silent, [EXCEL])
    assert forum.undo() == exporting.LABEL
    foreign = out / "What families told us 2026 2026-01-10 v2.docx"
    foreign.write_bytes(b"somebody else's")
    before = held(out)
    (written,) = exporting.export(forum, PLAN, out, TODAY, silent, [EXCEL])
    assert written.path.stem.endswith(" v3")
    assert {key: held(out)[key] for key in before} == before
    assert issued(forum) == [written.path.name]


def test_a_name_taken_while_the_files_are_written_is_left_to_who_took_it(
    forum: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, link = tmp_path / "out", Path.hardlink_to
    theirs = out / "What families told us 2026 2026-01-10.docx"

    def taken(path: Path, part: Path) -> None:
        if path == theirs and not theirs.exists():
            theirs.write_bytes(b"somebody else's")
        link(path, part)

    monkeypatch.setattr(Path, "hardlink_to", taken)
    written = exporting.export(forum, PLAN, out, TODAY, silent)
    assert theirs.read_bytes() == b"somebody else's"
    assert {each.path.stem for each in written} == {f"{theirs.stem} v2"}
    assert sorted(held(out)) == sorted([theirs.name, *(each.path.name for each in written)])


def numbers(workspace: Workspace) -> list[int]:
    with workspace.read() as session:
        return sorted(session.scalars(select(Quote.number)))


def test_a_disk_that_fills_up_after_the_files_were_written_leaves_none_of_them(
    forum: Workspace, tmp_path: Path
) -> None:
    driver = connection.driver(forum._writer)

    def bound(statement: str) -> None:
        if statement.startswith("INSERT INTO pack "):
            driver.execute("PRAGMA max_page_count = 1000000")
        if statement.startswith("INSERT INTO pack_issue "):  # the files stand by now
            (pages,) = driver.execute("PRAGMA page_count").fetchone()
            driver.execute(f"PRAGMA max_page_count = {pages}")

    made: list[str] = []

    def make_many() -> None:
        for number in range(100):
            out = tmp_path / str(number)
            pack = exporting.export(forum, PLAN, out, TODAY, silent, [EXCEL])
            made.append(pack[0].path.name)

    with before_statements(bound), pytest.raises(FullDisk):
        make_many()
    places = [place for place in tmp_path.iterdir() if place.name.isdecimal()]
    assert sorted(path.name for place in places for path in place.iterdir()) == sorted(made)
    assert len(places) == len(made) + 1
    assert issued(forum) == sorted(made)


def test_a_stop_before_the_commit_takes_the_new_files_away_and_no_other(
    forum: Workspace, tmp_path: Path
) -> None:
    out, name = tmp_path / "out", "What families told us 2026 2026-01-10"
    exporting.export(forum, PLAN, out, TODAY, silent)
    with forum.change("Say") as session:
        say(session, priority(session), "worse", words="nobody rang us back")
    before, noted, given = held(out), issued(forum), numbers(forum)

    def stop(statement: str) -> None:
        if statement.startswith("INSERT INTO audit_entry"):  # the last one before the commit
            assert len(held(out)) == 2 * len(USUAL)
            raise Cancelled

    with before_statements(stop), pytest.raises(Cancelled):
        exporting.export(forum, PLAN, out, TODAY, silent)
    assert (held(out), issued(forum), numbers(forum)) == (before, noted, given)
    written = exporting.export(forum, PLAN, out, TODAY, silent)
    assert {each.path.stem for each in written} == {f"{name} v2"}


def test_what_goes_wrong_after_the_commit_leaves_the_files_that_are_noted(
    forum: Workspace, tmp_path: Path
) -> None:
    def fail(_changes: Changes) -> None:
        raise RuntimeError("a page that could not be shown anew")

    forum.on_change = fail
    with pytest.raises(RuntimeError, match="shown anew"):
        exporting.export(forum, PLAN, tmp_path / "out", TODAY, silent)
    assert len(issued(forum)) == len(USUAL)
    assert sorted(held(tmp_path / "out")) == issued(forum)


def test_the_name_of_a_file_holds_its_title_day_and_version_alone(forum: Workspace) -> None:
    with forum.read() as session:
        document = packs.draft(session, PackPlan(title="../What: now?"), TODAY)
    names = exporting.file_names(document, 1)
    assert [next(names), next(names)] == ["What now 2026-01-10", "What now 2026-01-10 v2"]
    assert next(exporting.file_names(document, 4)) == "What now 2026-01-10 v4"
