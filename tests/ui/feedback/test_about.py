"""What stands below the words: links, source, the person's other words, what was ticked."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from pcf_desktop.records import When
from pcf_desktop.services.counting.consents import Standing
from pcf_desktop.services.feedback.links import LinkView
from pcf_desktop.services.feedback.one_comment import OneComment, Other
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.about import SHOWN_AT_ONCE, About

OTHERS = tuple(Other(n, f"Question {n}?", When(), f"words {n}") for n in range(6))
NOBODY_ASKED = Standing(frozenset(), asked=frozenset(), withdrawn_on=None)
DETAIL = OneComment(
    id=7, words="words", said=When(), channel="Own survey", event=None, family=None,
    district="Leek", sentiment="Negative",
    child=("11–15",), survey="Autumn survey", question="What must change?",
    answers=(("How is it?", "Worse"),), others=OTHERS, consent=NOBODY_ASKED,
    links=(LinkView(1, 7, 3, "Transport", "worse", None),),
)  # fmt: skip


def shown(about: About) -> list[str]:
    return [text.text() for text in about.findChildren(Text) if text.isVisible()]


def test_everything_known_is_told(qtbot: QtBot) -> None:
    about = About(DETAIL)
    qtbot.addWidget(about)
    about.show()
    words = shown(about)
    for wanted in ("Transport", "Asked in Autumn survey", "What must change?", "Leek · 11–15"):
        assert wanted in words
    assert f"{len(OTHERS) - SHOWN_AT_ONCE} more comments" in words


def test_what_was_ticked_opens_by_a_button(qtbot: QtBot) -> None:
    about = About(DETAIL)
    qtbot.addWidget(about)
    about.show()
    assert "Worse" not in shown(about)
    (button,) = [b for b in about.findChildren(Button) if b.text() == "1 answer ticked"]
    button.click()
    assert {"How is it?", "Worse"} <= set(shown(about))


def test_another_comment_can_be_read(qtbot: QtBot) -> None:
    about = About(DETAIL)
    qtbot.addWidget(about)
    with qtbot.waitSignal(about.wanted) as told:
        about.findChildren(LinkButton)[1].click()
    assert told.args == [1]


def test_where_it_was_said_is_not_about_the_family(qtbot: QtBot) -> None:
    about = About(replace(DETAIL, event="Coffee morning, Leek"))
    qtbot.addWidget(about)
    about.show()
    words = shown(about)
    assert words.index("Coffee morning, Leek") == words.index("Where it was said") + 1
    assert words.index("Leek · 11–15") == words.index("About the family") + 1
