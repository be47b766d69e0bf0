"""What stays in the audit is fixed words: no title, name, file name or count of anybody's."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from pcf_desktop import app
from pcf_desktop.records import AuditEntry, ImportBatch
from pcf_desktop.services.priorities.changes import PriorityDraft
from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.feedback.log import Log
from pcf_desktop.ui.feedback.quick_choice import QuickChoice
from pcf_desktop.ui.forum_page import ForumPage
from pcf_desktop.ui.priorities.link_panel import LinkPanel
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.surveys import Surveys
from pcf_desktop.workspace import opening
from tests.commanding import WORDS
from tests.ui.surveys.conftest import at_check, export, opened

PROGRAM = Path(app.__file__).parent
CANARY = "Thrumpenny"
ANSWERS = 17
"""So many that the number stands in no action by chance."""


@pytest.fixture
def page(program: app.Program, forum_folder: Path) -> ForumPage:
    """The made-up forum, open."""
    program.open(opening.open_forum(forum_folder, opening.with_passphrase(WORDS)))
    assert program.window.page is not None
    return program.window.page


def settled(page: ForumPage, qtbot: QtBot) -> None:
    """Wait until what was read has come, also what was asked for with it."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not page.worker.busy)
        qtbot.wait(5)


def log_a_comment(page: ForumPage, qtbot: QtBot) -> None:
    page.go("log")
    screen = page.screen_shown
    assert isinstance(screen, Log)
    settled(page, qtbot)
    screen.form.words.set_value(f"The taxi to {CANARY} never came.")
    screen.form.quote.set_value("quote")
    for name in ("event", "district"):
        field = screen.form.fields[name]
        assert isinstance(field, QuickChoice)
        field.put(f"{CANARY} picnic")
    screen.put_away()  # keeps a draft
    screen.save()
    settled(page, qtbot)


def add_a_priority(page: ForumPage, qtbot: QtBot) -> int:
    page.go("priorities")
    screen = page.screen_shown
    assert isinstance(screen, Priorities)
    settled(page, qtbot)
    screen.begin_new()
    settled(page, qtbot)
    screen.adding.write(PriorityDraft("own_concern", f"{CANARY} taxis", keywords=("taxi",)))
    screen.adding.save()
    settled(page, qtbot)
    key = screen.list.table.current_key()
    assert key is not None
    screen.show_subject(key)
    settled(page, qtbot)
    screen.page.words.keywords.put(f"{CANARY} cab")
    screen.page.words.save()
    settled(page, qtbot)
    return key


def work_on_the_comment(page: ForumPage, qtbot: QtBot, about: int) -> None:
    page.go("feedback")
    screen = page.screen_shown
    assert isinstance(screen, FeedbackList)
    settled(page, qtbot)
    (key,) = [
        key
        for row in range(screen.records.rowCount())
        if (key := screen.records.key_at(row)) is not None
        and (line := screen.records.record(row)) is not None
        and CANARY in line.words
    ]
    screen.show_subject(key)
    settled(page, qtbot)
    screen.link()
    settled(page, qtbot)
    panel = screen.findChildren(LinkPanel)[0]
    for step in (lambda: panel._link(about, "worse"), lambda: panel._unlink(about)):
        panel.set_feedback(key)
        settled(page, qtbot)
        assert CANARY in panel.finder.title_of(about)
        step()
        settled(page, qtbot)
    change_the_words(screen, page, qtbot)
    screen.move_to_bin()
    settled(page, qtbot)
    screen.filters.chips.set_value("binned")
    screen.filters.changed.emit()
    settled(page, qtbot)
    screen.put_back()
    settled(page, qtbot)
    screen.show_subject(key)
    settled(page, qtbot)
    change_what_is_known(screen, page, qtbot)
    screen.panel.at_risk.passed_on.emit(date(2022, 1, 1))
    settled(page, qtbot)


def change_the_words(screen: FeedbackList, page: ForumPage, qtbot: QtBot) -> None:
    screen.panel.edit()
    screen.panel.edit_words.words.set_value(f"{CANARY} again.")
    screen.panel.edit_words.save()
    settled(page, qtbot)


def change_what_is_known(screen: FeedbackList, page: ForumPage, qtbot: QtBot) -> None:
    screen.changes.edit_details()
    settled(page, qtbot)
    for name in ("district", "event"):
        field = screen.panel.details.fields[name]
        assert isinstance(field, QuickChoice)
        field.put(f"{CANARY} {name}")
    screen.panel.details.save()
    settled(page, qtbot)
    consent = screen.panel.consent
    screen.changes.ask_consent()
    settled(page, qtbot)
    consent.quote.put("keep")
    consent.save()
    settled(page, qtbot)
    screen.changes.ask_consent()
    settled(page, qtbot)
    consent.toggle.click()
    consent.everything.put("yes")
    consent.save()
    settled(page, qtbot)


def import_a_survey(page: ForumPage, qtbot: QtBot, folder: Path) -> None:
    page.go("surveys")
    screen = page.screen_shown
    assert isinstance(screen, Surveys)
    settled(page, qtbot)
    screen.begin_import()
    wizard = screen.wizard
    days = [f"{day:02}/09/2021" for day in range(1, ANSWERS + 1)]
    opened(wizard, export(folder / f"{CANARY}.csv", days), qtbot)
    wizard.profiles.keep_wanted.emit(f"{CANARY} matching")
    at_check(wizard, qtbot)
    wizard.check.title.set_value(f"{CANARY} survey")
    wizard.check.title.left.emit()
    settled(page, qtbot)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    assert page.worker.workspace.undo_label == f"import {ANSWERS} answers"
    settled(page, qtbot)
    with page.worker.workspace.read() as session:
        batch = session.scalars(select(func.max(ImportBatch.id))).one()
    screen._take_back(batch, ANSWERS)
    settled(page, qtbot)
    assert page.worker.workspace.undo_label == f"take back an import of {ANSWERS} answers"


def everything_back_and_forth(page: ForumPage) -> None:
    while page.worker.workspace.undo():
        pass
    while page.worker.workspace.redo():
        pass


def actions(page: ForumPage) -> list[str]:
    with page.worker.workspace.read() as session:
        return list(session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))


@pytest.mark.slow
def test_no_word_and_no_number_of_anybody_reaches_the_audit(
    page: ForumPage, qtbot: QtBot, tmp_path: Path
) -> None:
    log_a_comment(page, qtbot)
    about = add_a_priority(page, qtbot)
    work_on_the_comment(page, qtbot, about)
    import_a_survey(page, qtbot, tmp_path)
    everything_back_and_forth(page)
    found = actions(page)
    done = {action.removeprefix("Undo: ").removeprefix("Redo: ") for action in found}
    assert done >= {
        "log feedback",
        "add a priority",
        "change the words that suggest a priority",
        "link to a priority",
        "remove a link",
        "edit the words",
        "edit the details",
        "note consent",
        "note that consent was taken back",
        "move feedback to the bin",
        "put feedback back",
        "set a comment aside",
        "keep a matching of columns",
        "import answers",
        "take back an import",
    }
    assert [each for each in found if CANARY in each or str(ANSWERS) in each] == []
    with page.worker.workspace.read() as session:
        rows = session.execute(select(AuditEntry.__table__)).all()
    assert CANARY not in repr(rows)


PASSES_ON = {
    ("ui/screen.py", "action"),
    ("ui/worker.py", "action"),
    ("ui/form.py", "self.action"),
    ("ui/kept_form.py", "action"),
    ("ui/feedback/comment_form.py", "action"),
    ("ui/priorities/priority_form.py", "action"),
    ("ui/feedback/feedback_list.py", "action"),
}
"""Where the action is what a caller gave, each of whose calls is looked at too."""


def changes() -> Iterator[tuple[str, ast.expr, ast.Module]]:
    """Yield the action of each change in the program, and the file that it stands in."""
    for path in sorted(PROGRAM.rglob("*.py")):
        whole = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(whole):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"change", "_bin", "_change"}
                and node.args
            ):
                yield path.relative_to(PROGRAM).as_posix(), node.args[0], whole
            for action in of_a_form(node):
                yield path.relative_to(PROGRAM).as_posix(), action, whole


def of_a_form(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the action that a form is given, after its screen, or takes in place of that."""
    match node:
        case ast.Call(
            func=ast.Attribute(attr="__init__"), args=[ast.Name(id="screen"), action, *_]
        ):
            yield action
        case ast.Assign(targets=[ast.Attribute(attr="action")], value=action):
            yield action


def test_every_change_in_the_program_is_called_in_fixed_words() -> None:
    found = list(changes())
    assert len(found) > 25
    loose = [
        f"{file}: {ast.unparse(action)}"
        for file, action, whole in found
        if (file, ast.unparse(action)) not in PASSES_ON and not is_fixed(action, whole)
    ]
    assert loose == []


def is_fixed(action: ast.expr, whole: ast.Module) -> bool:
    """Say whether an action is a text, perhaps in a language, or only ever such a text by name."""
    match action:
        case ast.Constant(value=str()):
            return True
        case ast.Call(func=ast.Name(id="tr"), args=[ast.Constant(value=str())]):
            return True
        case ast.Name(id=name):
            given = list(assigned(name, whole))
            return bool(given) and all(is_fixed(each, whole) for each in given)
        case ast.IfExp(body=one, orelse=other):
            return is_fixed(one, whole) and is_fixed(other, whole)
    return False


def assigned(name: str, whole: ast.Module) -> Iterator[ast.expr]:
    """Yield all that a name is ever set to in a file."""
    for node in ast.walk(whole):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id == name:
                    yield node.value
                elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    for each, value in zip(target.elts, node.value.elts, strict=True):
                        if isinstance(each, ast.Name) and each.id == name:
                            yield value
