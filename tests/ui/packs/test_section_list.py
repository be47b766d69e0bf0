"""The sections are gone through with the arrow keys."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.packs.section_list import SectionList


def made(qtbot: QtBot) -> SectionList:
    sections = SectionList("Priorities")
    qtbot.addWidget(sections)
    sections.set_sections([(7, "Waits"), (9, "Plans")])
    return sections


def test_the_first_is_open_and_an_arrow_opens_the_next(qtbot: QtBot) -> None:
    sections = made(qtbot)
    assert (sections.current, sections.after()) == (7, 9)
    with qtbot.waitActive(sections):
        sections.show()
        sections.activateWindow()
    sections.rows[7].setFocus()
    with qtbot.waitSignal(sections.chosen) as told:
        qtbot.keyClick(sections.rows[7], Qt.Key.Key_Down)
    assert told.args == [9]
    assert sections.after() is None


def test_the_open_one_stays_open_while_it_stands(qtbot: QtBot) -> None:
    sections = made(qtbot)
    sections.open(9)
    sections.set_sections([(9, "Plans"), (11, "Health")])
    assert sections.current == 9
    sections.set_sections([(11, "Health")])
    assert sections.current == 11


def test_what_a_section_holds_is_read_out(qtbot: QtBot) -> None:
    row = made(qtbot).rows[7]
    row.set_hint("4 of 14 quotes")
    assert row.accessibleDescription() == "4 of 14 quotes"
    assert row.heightForWidth(60) > row.heightForWidth(600)
