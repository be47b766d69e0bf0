"""The page asks for the old passphrase and a strong new one, and says what a change does not do."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.start.new_passphrase import NewPassphrase, PassphraseDialog
from pcf_desktop.workspace.faults import ForumFault, InUse, WeakPassphrase, WrongPassphrase

OLD, NEW = "four words of help", "another set of words"


def filled(
    qtbot: QtBot, old: str = OLD, new: str = NEW, *, by_sheet: bool = False
) -> NewPassphrase:
    page = NewPassphrase("Our forum", by_sheet=by_sheet)
    qtbot.addWidget(page)
    page.old.set_value(old)
    page.new.set_value(new)
    page.again.set_value(new)
    return page


def test_both_are_given_once(qtbot: QtBot) -> None:
    page = filled(qtbot)
    with qtbot.waitSignal(page.given) as given:
        page.button.click()
    assert given.args == [OLD, NEW]
    with qtbot.assertNotEmitted(page.given):
        page.again.line.returnPressed.emit()


def test_after_the_recovery_sheet_the_old_one_is_not_asked(qtbot: QtBot) -> None:
    page = filled(qtbot, by_sheet=True)
    assert not page.isAncestorOf(page.old)
    with qtbot.waitSignal(page.given) as given:
        page.again.line.returnPressed.emit()
    assert given.args == [None, NEW]
    page.old.deleteLater()


def test_nothing_is_given_while_something_is_wrong(qtbot: QtBot) -> None:
    page = filled(qtbot, old="")
    with qtbot.assertNotEmitted(page.given):
        page.button.click()
    assert page.old.problem == "Type the passphrase that you have now."
    page = filled(qtbot, new=f" {OLD}  ")
    with qtbot.assertNotEmitted(page.given):
        page.button.click()
    assert page.new.problem == "This is the passphrase that you have now."


@pytest.mark.parametrize("fault", [WrongPassphrase(), WeakPassphrase("It is short."), InUse()])
def test_a_refusal_stands_where_it_can_be_mended(qtbot: QtBot, fault: ForumFault) -> None:
    page = filled(qtbot)
    page.button.click()
    assert not page.button.isEnabled()
    page.refuse(fault)
    assert page.button.isEnabled()
    said = {page.old.problem, page.new.problem} - {""}
    banners = [
        text.text() for each in page.findChildren(Banner) for text in each.findChildren(Text)
    ]
    assert [*said, *banners] == [fault.beside_a_field if said else str(fault)]


@pytest.mark.parametrize("by_sheet", [False, True])
def test_it_says_what_shuts_somebody_out_and_offers_nothing_that_is_not_there(
    qtbot: QtBot, *, by_sheet: bool
) -> None:
    dialog = PassphraseDialog("Our forum", by_sheet=by_sheet)
    qtbot.addWidget(dialog)
    dialog.show()
    said = " ".join(text.text() for text in dialog.findChildren(Text))
    assert "What shuts them out is a new data key" in said
    assert "That is still to come." in said
    assert dialog.windowTitle() in said
    dialog.page.back.emit()
    assert not dialog.isVisible()
