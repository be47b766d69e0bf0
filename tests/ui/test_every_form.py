"""Every form of the program, and every field of each: what is typed is a draft until it is saved.

A form that is not in `FORMS`, or a field that has no words there, fails.
"""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop import app
from pcf_desktop.records import Feedback, Priority
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.feedback.consent_form import ConsentForm
from pcf_desktop.ui.feedback.edit_details import EditDetails
from pcf_desktop.ui.feedback.edit_words import EditWords
from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.feedback.log import Log
from pcf_desktop.ui.feedback.log_form import LogForm
from pcf_desktop.ui.form import Form
from pcf_desktop.ui.meetings.meeting_form import MeetingForm
from pcf_desktop.ui.meetings.meetings import Meetings
from pcf_desktop.ui.priorities.add_priority import AddPriority
from pcf_desktop.ui.priorities.edit_priority import EditPriority
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.priorities.suggesting_words import SuggestingWords
from pcf_desktop.ui.screen import Screen
from tests.ui.desk import LoneDesk

PROGRAM = Path(app.__file__).parent
PRIORITY = 3
LISTED = {
    "channel": "Phone call",
    "age_band": "11–15",
    "send_status": "SEN support",
    "need": "Autistic spectrum disorder",
    "setting": "Special school (maintained or academy)",
    "sentiment": "Negative",
}
KNOWN = {
    "when": "3 April 2022",
    "event": "Picnic by the lake",
    "district": "Leek",
    "family": "F-0500",
    **LISTED,
}
PRIORITY_WORDS = {
    "kind": "improvement",
    "number": "2b",
    "words": "Long waits for an autism assessment.",
    "title": "Waits",
    "keywords": "queue\nlate",
}

MEETING = {
    "title": "With inspectors",
    "when": "April 2022",
    "place": "Shirehall",
    "notes": "They asked for figures.",
}


@dataclass(frozen=True)
class Case:
    """A form: how it is opened, what is typed in it, and a draft as the earlier program wrote it.

    `draft` is the name of that; `{}` stands for the uid of what is edited.
    """

    open: Callable[[LoneDesk, QtBot], tuple[Screen, Form[Any]]]
    typed: Mapping[str, str]
    draft: str
    earlier: Mapping[str, str]


def shown(screen: Screen, qtbot: QtBot) -> None:
    qtbot.addWidget(screen)
    screen.resize(1142, 698)
    with qtbot.waitExposed(screen):
        screen.show()


def log(desk: LoneDesk, qtbot: QtBot) -> tuple[Screen, Form[Any]]:
    screen = Log(desk)
    shown(screen, qtbot)
    qtbot.waitUntil(lambda: bool(screen.form.name) and bool(screen.today.text()))
    return screen, screen.form


def comment(desk: LoneDesk, qtbot: QtBot) -> FeedbackList:
    """Feedback, at the comment that was logged last."""
    screen = FeedbackList(desk)
    with desk.worker.workspace.read() as session:
        key = max(feedback.ids(session, feedback.Filter()))
    screen.show_subject(key)
    shown(screen, qtbot)
    qtbot.waitUntil(lambda: screen.panel.detail is not None and not desk.worker.busy)
    return screen


def words(desk: LoneDesk, qtbot: QtBot) -> tuple[Screen, Form[Any]]:
    screen = comment(desk, qtbot)
    screen.panel.edit()
    return screen, screen.panel.edit_words


def details(desk: LoneDesk, qtbot: QtBot) -> tuple[Screen, Form[Any]]:
    screen = comment(desk, qtbot)
    screen.changes.edit_details()
    qtbot.waitUntil(screen.panel.details.isVisible)
    return screen, screen.panel.details


def consent(desk: LoneDesk, qtbot: QtBot) -> tuple[Screen, Form[Any]]:
    screen = comment(desk, qtbot)
    screen.changes.ask_consent()
    qtbot.waitUntil(screen.panel.consent.isVisible)
    return screen, screen.panel.consent


def adding(desk: LoneDesk, qtbot: QtBot) -> tuple[Screen, Form[Any]]:
    screen = Priorities(desk)
    shown(screen, qtbot)
    screen.begin_new()
    qtbot.waitUntil(lambda: bool(screen.adding.name))
    return screen, screen.adding


def editing(desk: LoneDesk, qtbot: QtBot) -> tuple[Screen, Form[Any]]:
    screen = Priorities(desk)
    shown(screen, qtbot)
    screen.edit(PRIORITY)
    qtbot.waitUntil(lambda: bool(screen.editing.name))
    return screen, screen.editing


def suggesting(desk: LoneDesk, qtbot: QtBot) -> tuple[Screen, Form[Any]]:
    screen = Priorities(desk)
    shown(screen, qtbot)
    screen.show_subject(PRIORITY)
    qtbot.waitUntil(lambda: bool(screen.page.words.name))
    return screen, screen.page.words


def meeting(desk: LoneDesk, qtbot: QtBot) -> tuple[Screen, Form[Any]]:
    screen = Meetings(desk)
    shown(screen, qtbot)
    screen.edit()
    qtbot.waitUntil(lambda: bool(screen.form.name))
    return screen, screen.form


FORMS: Mapping[type[Form[Any]], Case] = {
    LogForm: Case(
        log,
        {"words": "The taxi never came.", "quote": "quote", **KNOWN},
        "log",
        {"words": "The bus ", "quote": "use", **KNOWN, "need": "", "kept": "district"},
    ),
    EditWords: Case(words, {"words": "The taxi came."}, "comment words {}", {"words": "The taxi "}),
    EditDetails: Case(
        details, KNOWN, "comment details {}", {**KNOWN, "setting": "", "when": "May", "kept": ""}
    ),
    ConsentForm: Case(
        consent,
        {"quote": "keep", "everything": "yes", "day": "3 April 2022"},
        "comment consent {}",
        {"quote": "use"},  # the earlier program kept none
    ),
    AddPriority: Case(
        adding, PRIORITY_WORDS, "new priority", {**PRIORITY_WORDS, "title": "", "keywords": "a, "}
    ),
    EditPriority: Case(
        editing, PRIORITY_WORDS, "priority {}", {**PRIORITY_WORDS, "number": "", "words": "Half "}
    ),
    SuggestingWords: Case(
        suggesting, {"keywords": "queue\nlate"}, "priority words {}", {"keywords": "a, "}
    ),
    MeetingForm: Case(
        meeting, MEETING, "new meeting", {**MEETING, "place": "", "notes": "They asked "}
    ),
}
every = pytest.mark.parametrize("case", FORMS.values(), ids=[form.__name__ for form in FORMS])


@pytest.fixture(autouse=True)
def logged(desk: LoneDesk) -> int:
    """A comment that may be used and of which nothing else is known."""
    with desk.worker.workspace.change("log feedback") as session:
        return feedback.log(session, NewFeedback("The bus is late.", "use"))


def of(parent: type[Any]) -> Iterator[type[Any]]:
    """Yield the kinds of a form or a field in the program from which no other is made."""
    for kind in parent.__subclasses__():
        yield from of(kind)
        if not kind.__subclasses__() and kind.__module__.startswith("pcf_desktop"):
            yield kind


def kept(desk: LoneDesk, name: str) -> dict[str, str]:
    with desk.worker.workspace.read() as session:
        return drafts.read(session, name)


def stand(form: Form[Any]) -> dict[str, str]:
    return {name: field.typed() for name, field in form.fields.items()}


def test_every_form_of_the_program_is_walked() -> None:
    assert set(of(Form)) == FORMS.keys()


def test_every_kind_of_field_says_what_is_typed_and_puts_it_back() -> None:
    kinds = {kind for leaf in of(Field) for kind in leaf.__mro__ if issubclass(kind, Field)}
    dumb = [
        kind.__name__
        for kind in kinds - {Field}
        if kind.typed is Field.typed or kind.put is Field.put
    ]
    assert dumb == []


def test_nobody_asks_what_kind_of_field_it_is() -> None:
    kinds = {kind.__name__ for kind in of(Field)} | {"TextField", "ChoiceField", "QuickChoice"}
    asked = [
        f"{path.name}:{node.lineno}"
        for path in (PROGRAM / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "isinstance"
        if kinds & set(re.findall(r"\w+", ast.unparse(node.args[1])))
    ]
    assert asked == []


@every
def test_what_is_typed_is_in_the_draft_comes_back_and_is_gone_once_it_is_saved(
    case: Case, desk: LoneDesk, qtbot: QtBot
) -> None:
    screen, form = case.open(desk, qtbot)
    begun = stand(form)
    assert case.typed.keys() == begun.keys()
    for name, text in case.typed.items():
        assert begun[name] != text
        form.fields[name].put(text)
    screen.put_away()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert {name: kept(desk, form.name)[name] for name in begun} == case.typed
    screen.close()
    screen, again = case.open(desk, qtbot)
    qtbot.waitUntil(lambda: stand(again) == case.typed)
    save = screen.command("save")
    assert save is not None
    save()
    qtbot.waitUntil(lambda: bool(desk.said) and not desk.worker.busy)
    assert "Nothing was changed." not in desk.said
    assert kept(desk, form.name) == {}
    assert again.is_untouched()
    if not again.key:
        _, third = case.open(desk, qtbot)
        assert {**stand(third), "number": ""} == {**begun, "number": ""}


@every
def test_a_draft_of_the_earlier_program_opens_in_the_form(
    case: Case, desk: LoneDesk, logged: int, qtbot: QtBot
) -> None:
    with desk.worker.workspace.change("keep a draft") as session:
        kind = Priority if case.draft.startswith("priority") else Feedback
        uid = session.get_one(kind, PRIORITY if kind is Priority else logged).uid
        name = case.draft.format(uid)
        drafts.keep(session, name, {**case.earlier, "colour": "Blue"})
    screen, form = case.open(desk, qtbot)
    qtbot.waitUntil(lambda: not form.is_untouched())
    stands = {name: text for name, text in stand(form).items() if name in case.earlier}
    of_fields = {name: text for name, text in case.earlier.items() if name in form.fields}
    assert stands == of_fields
    form.noticed()
    screen.put_away()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert kept(desk, name).items() >= {**of_fields, "colour": "Blue"}.items()
