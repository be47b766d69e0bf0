"""The numbers of a log before and after it is written."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from pcf_desktop.services.forum.known_words import WordMatch
from pcf_desktop.services.logs.importing import LogReport
from pcf_desktop.services.logs.planning import RowDoubt
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.surveys.log_check import MOST_DOUBTS, LogDone, LogNumbers, action

REPORT = LogReport(
    None, 50, 0, 48, 2, 0, 0, 1, 30, 4, {"quote": 2},
    tuple(RowDoubt(n, "Its date is still to come.") for n in range(MOST_DOUBTS + 2)),
    (WordMatch("need", "x", 1, None),),
)  # fmt: skip


def words(shown: LogNumbers | LogDone) -> list[str]:
    return [each.text() for each in shown.findChildren(Text) if each.isVisible()]


def test_comments_families_and_consent_are_said_before_anything_is_written(qtbot: QtBot) -> None:
    shown = LogNumbers()
    qtbot.addWidget(shown)
    shown.show_report(REPORT)
    shown.show()
    said = words(shown)
    assert "New families. Rows of one code are one family." in said
    assert "Yes, quote the words. Without a name, as every quote" in said
    assert "Edited here. They stay as you edited them." in said
    assert any(each.endswith("\n2 more") for each in said)
    assert "1 word waits for your look. What they say is left out until then." in said


def test_the_button_says_what_it_does() -> None:
    assert action(replace(REPORT, imported=1)) == "Import 1 comment"
    assert action(REPORT) == "Bring 2 comments up to date"
    assert action(replace(REPORT, changed=0)) == "Nothing to import"


def test_the_last_page_follows_an_undo(qtbot: QtBot) -> None:
    shown = LogDone()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_report(replace(REPORT, imported=3), "log.csv")
    assert shown.first_focus() is shown.sort
    shown.show_undone(undone=True)
    assert shown.first_focus() is shown.another
    assert not shown.numbers.isVisible()
