"""What went wrong, in three sentences, with a button."""

from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.ui.packs.trouble import Trouble


def test_it_says_what_happened_what_is_safe_and_what_to_do_and_tries_again(qtbot: QtBot) -> None:
    trouble = Trouble()
    qtbot.addWidget(trouble)
    assert trouble.isHidden()
    trouble.show_error(UserError("It is open.", "Nothing was written.", "Close it."))
    assert trouble.words == "It is open. Nothing was written. Close it."
    with qtbot.waitSignal(trouble.again):
        trouble.button.click()
    assert not trouble.isVisible()
