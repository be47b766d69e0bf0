"""The files a survey came from."""

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from pcf_desktop.services.surveys.surveys import BatchLine
from pcf_desktop.services.surveys.taken_back import ImportGoing
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.surveys.files import Files

AT = datetime(2021, 9, 6, 12, tzinfo=UTC)


def test_nothing_is_taken_back_before_it_was_said_what_goes(qtbot: QtBot) -> None:
    files = Files(lambda _batch, then: then(ImportGoing(3, 2, 1, 0)))
    qtbot.addWidget(files)
    files.show_batches([BatchLine(1, "a.csv", AT, 3, 0), BatchLine(2, "b.csv", AT, 1, 0)])
    files.show()
    names = [t.text() for t in files.findChildren(Text) if t.text().endswith(".csv")]
    assert names == ["b.csv", "a.csv"]
    take = [b for b in files.findChildren(Button) if b.text() == "Take this import back"]
    assert [b.accessibleName() for b in take] == [
        "Take the import of b.csv back",
        "Take the import of a.csv back",
    ]
    with qtbot.assertNotEmitted(files.taken_back):
        take[0].click()
    (sure,) = [b for b in files.findChildren(Button) if b.text() == "Take back 3 answers"]
    said = [t.text() for t in files.findChildren(Text) if t.isVisible()]
    assert "3 answers, 2 comments and 1 link go. You can undo it." in said
    with qtbot.waitSignal(files.taken_back) as taken:
        sure.click()
    assert taken.args == [2, 3]
