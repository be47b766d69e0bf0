"""The panel offers and never links by itself; links are made, changed, removed and undone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.priorities.link_panel import LinkPanel
from pcf_desktop.ui.priorities.stance_card import StanceCard
from tests.ui.desk import LoneDesk
from tests.ui.priorities.conftest import Show

Links = Callable[[int], list[tuple[str, str | None]]]


@pytest.fixture
def panel(desk: LoneDesk, comments: list[int], qtbot: QtBot, show: Show[LinkPanel]) -> LinkPanel:
    """The panel with a comment that has two suggestions, a passage marked."""
    made = show(LinkPanel(desk, lambda: "waiting list is two years"))
    made.set_feedback(comments[0])
    qtbot.waitUntil(lambda: bool(made.suggested))
    return made


def cards(panel: LinkPanel) -> list[StanceCard]:
    return [each for each in panel.findChildren(StanceCard) if each.isVisible()]


def words_in(panel: LinkPanel) -> list[str]:
    return [each.text() for each in panel.findChildren(Text) if each.isVisible()]


def test_it_offers_at_most_two_and_links_nothing(
    panel: LinkPanel, comments: list[int], links_of: Links
) -> None:
    assert 1 <= len(panel.suggested) <= 2
    assert panel.suggested[0].accessibleName() == "Waits for autism and ADHD assessment"
    panel.choose(1)
    panel.choose(9)
    assert links_of(comments[0]) == []


def test_a_stance_links_with_the_marked_passage_and_offers_undo(
    panel: LinkPanel, desk: LoneDesk, comments: list[int], qtbot: QtBot, links_of: Links
) -> None:
    with qtbot.waitSignal(panel.linked):
        panel.suggested[0].chosen.emit(panel.suggested[0].priority_id, "worse")
    assert links_of(comments[0]) == [("worse", "waiting list is two years")]
    assert desk.said[-1] == "Linked to Waits for autism and ADHD assessment: worse. [Undo]"
    with qtbot.waitSignal(desk.worker.changed):
        desk.worker.undo()
    assert links_of(comments[0]) == []


def test_a_link_is_changed_and_removed_in_the_panel(
    panel: LinkPanel, comments: list[int], qtbot: QtBot, links_of: Links
) -> None:
    about = panel.suggested[0].priority_id
    with qtbot.waitSignal(panel.linked):
        panel.suggested[0].chosen.emit(about, "worse")
    qtbot.waitUntil(lambda: any(each.chips.value() == ("worse",) for each in cards(panel)))
    assert about not in [each.priority_id for each in panel.suggested]
    linked = next(each for each in cards(panel) if each.chips.value())
    with qtbot.waitSignal(panel.linked):
        linked.chosen.emit(about, "mixed")
    assert [stance for stance, _ in links_of(comments[0])] == ["mixed"]
    qtbot.waitUntil(lambda: any(each.chips.value() == ("mixed",) for each in cards(panel)))
    linked = next(each for each in cards(panel) if each.chips.value())
    with qtbot.waitSignal(panel.linked):
        linked.removed.emit(about)
    assert links_of(comments[0]) == []


def test_any_priority_can_be_found_and_linked(
    panel: LinkPanel, comments: list[int], qtbot: QtBot, links_of: Links
) -> None:
    panel.finder.field.setFocus()
    qtbot.keyClicks(panel.finder.field, "exclusions")
    qtbot.keyClick(panel.finder.field, Qt.Key.Key_Return)
    picked = next(each for each in cards(panel) if each.priority_id == 6)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert picked.isAncestorOf(focus)
    with qtbot.waitSignal(panel.linked):
        picked.chosen.emit(6, "concern")
    assert [stance for stance, _ in links_of(comments[0])] == ["concern"]


def test_a_comment_in_the_bin_is_not_offered(
    panel: LinkPanel, desk: LoneDesk, comments: list[int], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.worker.changed):
        desk.worker.change("Bin", lambda s, _p: feedback.bin_it(s, comments))
    panel.set_feedback()
    assert not panel.isEnabled()
    assert cards(panel) == []


def test_it_follows_a_link_made_elsewhere(
    panel: LinkPanel, desk: LoneDesk, comments: list[int], qtbot: QtBot
) -> None:
    desk.worker.change("Link", lambda s, _p: links.link(s, comments[0], 5, "better"))
    qtbot.waitUntil(lambda: any(each.chips.value() == ("better",) for each in cards(panel)))


def test_what_is_saved_elsewhere_takes_no_suggestion_out_of_hand(
    panel: LinkPanel, desk: LoneDesk, comments: list[int], qtbot: QtBot, links_of: Links
) -> None:
    """1, then W: between the two the panel may learn that another comment was sorted."""
    panel.choose(1)
    before = panel.suggested[0]
    work = desk.worker.change(
        "elsewhere", lambda session, _: links.mark_sorted(session, comments[1:])
    )
    with qtbot.waitSignal(work.ended):
        pass
    qtbot.waitUntil(lambda: panel.suggested[:1] != [before] and not desk.worker.busy)
    focus = QApplication.focusWidget()
    assert focus is not None
    with qtbot.waitSignal(panel.linked):
        qtbot.keyClick(focus, Qt.Key.Key_W)
    assert [stance for stance, _passage in links_of(comments[0])] == ["worse"]


def test_suggestions_are_no_taller_than_what_is_in_them(panel: LinkPanel, qtbot: QtBot) -> None:
    heights = [each.height() for each in cards(panel)]
    panel.resize(panel.width(), panel.height() + 400)
    qtbot.wait(50)
    assert [each.height() for each in cards(panel)] == heights


def test_where_nothing_is_suggested_it_says_where_words_are_added_and_leads_there(
    panel: LinkPanel, desk: LoneDesk, comments: list[int], qtbot: QtBot
) -> None:
    assert "Suggested, and why" in words_in(panel)
    panel.set_feedback(comments[1])
    none = "No suggestion. Words that suggest a priority are added on its page."
    qtbot.waitUntil(lambda: none in words_in(panel))
    (way,) = (each for each in panel.findChildren(LinkButton) if each.isVisible())
    way.click()
    assert desk.went == [("priorities", None)]
    panel.set_feedback(*comments)
    several = "Find the priority above. Each comment gets the same link."
    qtbot.waitUntil(lambda: several in words_in(panel))
    assert not [each for each in panel.findChildren(LinkButton) if each.isVisible()]


def test_a_digit_in_the_empty_field_chooses_the_suggestion_that_shows_it(
    panel: LinkPanel, comments: list[int], qtbot: QtBot, links_of: Links
) -> None:
    field = panel.finder.field
    field.setFocus()
    qtbot.keyClicks(field, "9")
    assert field.text() == "9"
    qtbot.keyClicks(field, "1")
    assert field.text() == "91"
    field.clear()
    qtbot.keyClicks(field, "1")
    assert field.text() == ""
    chip = QApplication.focusWidget()
    assert chip is not None
    assert panel.suggested[0].isAncestorOf(chip)
    with qtbot.waitSignal(panel.linked):
        qtbot.keyClicks(chip, "w")
    assert [stance for stance, _ in links_of(comments[0])] == ["worse"]


def test_a_digit_that_no_suggestion_shows_is_typed(
    panel: LinkPanel, comments: list[int], qtbot: QtBot
) -> None:
    panel.set_feedback(*comments[:2])
    panel.finder.field.setFocus()
    qtbot.keyClicks(panel.finder.field, "1")
    assert panel.finder.field.text() == "1"
