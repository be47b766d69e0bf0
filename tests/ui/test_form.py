"""One form: what is typed is a draft until it is saved, and a save is one step."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from pcf_desktop.errors import UserError
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.date_field import DateField
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.form import Beside, Form, Opened, Work
from pcf_desktop.ui.screen import Screen
from pcf_desktop.workspace import Session
from tests.ui.desk import LoneDesk

CONTROL = Qt.KeyboardModifier.ControlModifier


class Title(Form[str]):
    """A title, which is needed, and a day beside it."""

    def __init__(self, screen: Screen) -> None:
        self.title = TextField("Title")
        self.title.needed = "Give it a title."
        self.day = DateField("Day")
        super().__init__(screen, "name it", Beside({"title": self.title, "day": self.day}))
        self.end_with(self.save, Button("Save"))
        self.did: list[str] = []

    @override
    def read(self) -> str:
        return self.title.value()

    @override
    def write(self, record: str) -> None:
        self.title.set_value(record)
        self.day.set_value("")

    @override
    def keep(self, typed: str) -> Work:
        def work(_session: Session) -> None:
            if typed == "No":
                raise UserError("This cannot be.")
            self.did.append(typed)

        return work


@pytest.fixture
def form(desk: LoneDesk, qtbot: QtBot) -> Title:
    screen = Screen(desk, "A page")
    made = Title(screen)
    screen.add(made)
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    made.title.focus()
    return made


def opened(draft: Mapping[str, str] | None = None, name: str = "form") -> Opened[str]:
    return Opened(1, "Buses", name, draft or {})


def kept(desk: LoneDesk, name: str = "form") -> dict[str, str]:
    with desk.worker.workspace.read() as session:
        return drafts.read(session, name)


def rest(form: Title) -> str:
    shown = [each.text() for each in form.findChildren(Text) if each.isVisible()]
    return next((words for words in shown if words.startswith("Typed before")), "")


def test_what_was_typed_is_kept_once_put_away_and_goes_when_nothing_is_left(
    form: Title, desk: LoneDesk, qtbot: QtBot
) -> None:
    form.title.set_value("Half")
    form.put_away()  # without a name nothing was noticed
    form.open(opened())
    assert form.title.value() == "Buses"
    form.title.set_value("Half")
    form.put_away()
    qtbot.waitUntil(lambda: kept(desk) == {"title": "Half", "day": ""})
    form.title.set_value("Buses")
    form.put_away()
    qtbot.waitUntil(lambda: kept(desk) == {})
    assert desk.worker.workspace.undo_label is None


def test_left_on_purpose_it_is_as_it_was_and_its_draft_does_not_come_back(
    form: Title, desk: LoneDesk, qtbot: QtBot
) -> None:
    form.open(opened({"title": "Half"}))
    assert form.title.value() == "Half"
    form.title.set_value("Half a")
    with qtbot.waitSignal(form.closed):
        form.leave()
    form.put_away()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert (kept(desk), form.title.value()) == ({}, "Buses")
    form.open(opened({"title": "Half"}))  # read before it was forgotten
    assert form.title.value() == "Buses"


def test_another_record_keeps_what_was_typed_for_the_one_before(
    form: Title, desk: LoneDesk
) -> None:
    form.open(opened())
    form.title.set_value("Half")
    form.open(opened(name="other"))
    assert form.title.value() == "Buses"
    form.open(opened())  # read before the draft was kept
    assert form.title.value() == "Half"


def test_looked_at_anew_what_is_typed_stays(form: Title) -> None:
    form.open(opened())
    form.title.set_value("Half")
    form.open(Opened(1, "Trains", "form", {}))
    assert form.title.value() == "Half"
    form.title.set_value("Buses")
    form.open(Opened(1, "Trains", "form", {}))
    assert form.title.value() == "Trains"


def test_a_save_is_one_step_and_the_form_is_off_meanwhile(
    form: Title, desk: LoneDesk, qtbot: QtBot
) -> None:
    form.open(opened())
    form.title.set_value("Trains")
    with qtbot.waitSignal(form.closed):
        qtbot.keyClick(form.title.line, Qt.Key.Key_Return, CONTROL)
        form.save()
        assert not form.title.isEnabled()
    assert form.did == ["Trains"]
    assert form.title.isEnabled()
    assert kept(desk) == {}


def test_a_save_that_is_refused_leaves_the_words_the_draft_and_the_focus(
    form: Title, desk: LoneDesk, qtbot: QtBot
) -> None:
    form.open(opened())
    form.title.set_value("No")
    with qtbot.waitSignal(desk.worker.refused):
        form.save()
    assert kept(desk)["title"] == form.title.value() == "No"
    assert QApplication.focusWidget() is form.title.line


def test_what_nobody_changed_is_not_saved(form: Title, desk: LoneDesk, qtbot: QtBot) -> None:
    form.open(opened())
    with qtbot.waitSignal(form.closed):
        form.save()
    assert (desk.said, form.did) == (["Nothing was changed."], [])


def test_what_is_needed_is_asked_for_until_it_is_there(form: Title, qtbot: QtBot) -> None:
    form.open(opened())
    form.title.set_value(" ")
    form.save()
    assert form.summary.isVisible()
    assert form.title.problem == "Give it a title."
    form.title.set_value("T")
    assert not form.title.problem
    assert not form.summary.isVisible()


def test_a_draft_of_a_field_that_is_no_longer_there_is_kept_and_shown_until_it_is_saved(
    form: Title, desk: LoneDesk, qtbot: QtBot
) -> None:
    form.open(opened({"title": "Half", "room": "The library", "colour": ""}))
    assert rest(form).endswith("room: The library")
    form.title.set_value("Half a")
    form.put_away()
    qtbot.waitUntil(lambda: kept(desk).get("title") == "Half a")
    assert kept(desk)["room"] == "The library"
    with qtbot.waitSignal(form.closed):
        form.save()
    assert (rest(form), kept(desk)) == ("", {})


def test_what_only_stands_in_such_a_field_is_a_draft_still_and_goes_when_it_is_left(
    form: Title, desk: LoneDesk, qtbot: QtBot
) -> None:
    form.open(opened({"room": "The library"}))
    assert form.state() is not None
    form.open(opened(name="other"))
    assert rest(form) == ""
    form.open(opened({"room": "The library"}))
    assert rest(form).endswith("room: The library")
    form.leave()
    assert (rest(form), form.state()) == ("", None)
