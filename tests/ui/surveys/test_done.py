"""The last step of an import."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.surveys.importing import Report
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.surveys.done import Done


def test_it_offers_only_what_there_is_to_do(qtbot: QtBot) -> None:
    done = Done()
    qtbot.addWidget(done)
    done.show()
    done.show_report(Report(1, 1, 9, 8, 0, 0, 0, 1, 5, ()), "Spring", "a.csv")
    assert done.sort.text() == "Sort 5 comments"
    assert done.save.isVisible()
    assert done.first_focus() is done.sort
    done.show_undone(undone=True)
    assert not done.sort.isVisible()
    assert done.first_focus() is done.another
    done.show_report(Report(1, 1, 9, 9, 0, 0, 0, 0, 0, ()), "Spring", "a.csv")
    assert not done.sort.isVisible()
    assert not done.save.isVisible()
    assert done.first_focus() is done.answers


def test_it_says_that_the_file_is_not_encrypted_and_how_to_take_the_import_back(
    qtbot: QtBot,
) -> None:
    done = Done()
    qtbot.addWidget(done)
    done.show_report(Report(1, 1, 9, 8, 0, 0, 0, 1, 5, ()), "Spring", "a.csv")
    words = " ".join(text.text() for text in done.findChildren(Text))
    assert "8 of 9 rows came into “Spring”." in words
    assert "a.csv is not. Delete it" in words
    assert "take this import back later" in words
