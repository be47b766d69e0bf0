"""The summary lists every problem and leads to its field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.error_summary import ErrorSummary
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.text_field import TextField


def test_each_line_jumps_to_its_field(qtbot: QtBot) -> None:
    page, summary = QWidget(), ErrorSummary()
    fields = [TextField(name) for name in ("When", "District", "Age")]
    column = QVBoxLayout(page)
    for widget in (summary, *fields):
        column.addWidget(widget)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert not summary.isVisible()
    fields[0].set_problem("Write a date.")
    fields[2].set_problem("Write a number.")
    assert summary.show_problems(fields)
    links = summary.findChildren(LinkButton)
    assert [link.text() for link in links] == ["When: Write a date.", "Age: Write a number."]
    assert QApplication.focusWidget() is links[0]
    links[1].click()
    assert QApplication.focusWidget() is fields[2].line


def test_it_goes_when_all_is_well(qtbot: QtBot) -> None:
    summary, field = ErrorSummary(), TextField("When")
    for widget in (summary, field):
        qtbot.addWidget(widget)
    field.set_problem("Write a date.")
    summary.show_problems([field])
    field.set_problem("")
    assert not summary.show_problems([field])
    assert summary.isHidden()


def test_a_line_goes_or_changes_with_its_field(qtbot: QtBot) -> None:
    summary, fields = ErrorSummary(), [TextField("When"), TextField("Age")]
    for widget in (summary, *fields):
        qtbot.addWidget(widget)
    for field in fields:
        field.set_problem("Write it.")
    summary.show_problems(fields)
    fields[1].set_problem("Write a number.")
    fields[0].set_problem("")
    shown = [link.text() for link in summary.findChildren(LinkButton) if not link.isHidden()]
    assert shown == ["Age: Write a number."]
    fields[1].set_problem("")
    assert summary.isHidden()


def test_a_letter_typed_at_a_line_goes_to_its_field_and_a_space_presses_it(qtbot: QtBot) -> None:
    page, summary, field = QWidget(), ErrorSummary(), TextField("Words")
    column = QVBoxLayout(page)
    for widget in (summary, field):
        column.addWidget(widget)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    field.set_problem("Write what was said first.")
    summary.show_problems([field])
    (link,) = summary.findChildren(LinkButton)
    qtbot.keyClicks(link, "W")
    qtbot.keyClicks(QApplication.focusWidget(), "e waited")
    assert field.value() == "We waited"
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (field.value(), QApplication.focusWidget()) == ("We waited", link)
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert field.value() == "We waited"
    assert QApplication.focusWidget() is field.line
