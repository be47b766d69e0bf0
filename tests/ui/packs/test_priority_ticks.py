"""The ticks of the priorities, and the counts beside them."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from pcf_desktop.services.priorities import priorities
from pcf_desktop.services.priorities.priorities import Heard, Views
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.packs.priority_ticks import PriorityTicks
from pcf_desktop.workspace import Workspace


def found(sample: Workspace) -> list[Views]:
    with sample.read() as session:
        return priorities.every(session)


def words(field: PriorityTicks, key: int) -> str:
    return " ".join(label.text() for label in field.rows[key].findChildren(Text))


def test_what_was_heard_of_is_ticked_and_what_is_not_published_is_not(
    sample: Workspace, qtbot: QtBot
) -> None:
    heard, held, silent, *_ = found(sample)
    heard = replace(heard, heard=Heard(3, 4, {}))
    held = replace(held, heard=Heard(1, 1, {}), is_embargoed=True)
    silent = replace(silent, heard=Heard(0, 0, {}))
    field = PriorityTicks()
    qtbot.addWidget(field)
    field.show_priorities([heard, held, silent])
    assert field.ticked() == (heard.id,)
    assert words(field, heard.id) == "3 families and 4 comments"
    assert "not published yet" in words(field, held.id)
    assert words(field, silent.id) == "No family to count"


def test_what_is_not_ticked_is_said_to_be_named_as_left_out_but_for_an_embargo(
    sample: Workspace, qtbot: QtBot
) -> None:
    field = PriorityTicks()
    qtbot.addWidget(field)
    one, other, held = found(sample)[:3]
    field.show_priorities([one, other, replace(held, is_embargoed=True)])
    field.set_ticked([one.id, other.id])
    assert field.left_out() == []
    assert not said(field)
    field.rows[one.id].check.click()
    assert field.left_out() == [f"{one.number} {one.title}"]
    assert said(field) == ["The pack will name 1 priority as left out."]
    field.show_priorities([other])
    assert field.left_out() == []


def said(field: PriorityTicks) -> list[str]:
    texts = [label.text() for label in field.findChildren(Text) if label.isVisibleTo(field)]
    return [words for words in texts if words.startswith("The pack will")]


def test_ticks_stay_when_the_counts_change(sample: Workspace, qtbot: QtBot) -> None:
    field = PriorityTicks()
    qtbot.addWidget(field)
    every = found(sample)
    field.show_priorities(every)
    field.none.click()
    assert field.ticked() == ()
    field.rows[every[0].id].check.click()
    field.show_priorities(every[:2])
    assert field.ticked() == (every[0].id,)
    field.every.click()
    assert field.ticked() == (every[0].id, every[1].id)


def test_what_is_ticked_can_be_put_back(sample: Workspace, qtbot: QtBot) -> None:
    field = PriorityTicks()
    qtbot.addWidget(field)
    field.show_priorities(found(sample))
    typed = field.typed()
    assert typed
    field.clear()
    assert field.ticked() == ()
    field.put(typed)
    assert field.typed() == typed
