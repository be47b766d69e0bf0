"""Ways of matching columns kept for next year."""

from pytestqt.qtbot import QtBot

from pcf_desktop.importers.sheet import Choices
from pcf_desktop.ui.surveys.profiles import Profiles


def test_only_what_was_kept_is_offered_and_applied(qtbot: QtBot) -> None:
    profiles = Profiles()
    qtbot.addWidget(profiles)
    profiles.show()
    assert not profiles.choice.isVisible()
    profiles.show_profiles({"Spring": {"date_order": "mdy"}})
    assert profiles.choice.isVisible()
    profiles.choice.set_value("Spring")
    with qtbot.waitSignal(profiles.applied) as applied:
        profiles._use.click()
    assert applied.args == [Choices(date_order="mdy")]


def test_a_matching_needs_a_name(qtbot: QtBot) -> None:
    profiles = Profiles()
    qtbot.addWidget(profiles)
    profiles._keep.click()
    assert profiles.name.problem == "Give it a name, such as Annual survey."
    profiles.name.set_value(" Spring ")
    with qtbot.waitSignal(profiles.keep_wanted) as wanted:
        profiles._keep.click()
    assert wanted.args == ["Spring"]
    assert profiles.name.problem == ""
