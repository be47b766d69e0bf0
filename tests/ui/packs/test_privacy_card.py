"""The check before a pack leaves: what was found, in words, and the reason that is asked for."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.packs.privacy import PrivacyFinding
from pcf_desktop.ui.components.status_mark import StatusMark
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.packs.privacy_card import PrivacyCard

BLOCKS = PrivacyFinding("Waits: a few families could be worked out.", "Leave it out.", blocks=True)
ASKS = PrivacyFinding("Waits: all 12 say the same.", "Who knows one knows all.", asks=True)
TELLS = PrivacyFinding("Waits: said again.", "Nothing to do.")


def words(card: PrivacyCard) -> list[str]:
    shown = [each for each in card.findChildren(Text) if each.isVisibleTo(card)]
    marks = [
        each.accessibleName() for each in card.findChildren(StatusMark) if each.isVisibleTo(card)
    ]
    return [each.text() for each in shown] + marks


def test_a_reason_is_asked_for_only_where_one_is_wanted(qtbot: QtBot) -> None:
    card = PrivacyCard()
    qtbot.addWidget(card)
    assert card.check()  # who writes the pack looks again
    for findings, is_asked in (
        ((), False),
        ((TELLS,), False),
        ((ASKS,), True),
        ((BLOCKS, ASKS), False),
    ):
        card.show_findings(findings)
        assert card.reason.isVisibleTo(card) == is_asked
        assert card.check() != is_asked
    card.show_findings((ASKS,))
    assert not card.check()
    assert card.reason.problem == "Say why it may go out."
    card.reason.set_value("They agreed")
    assert card.check()


def test_every_finding_stands_with_its_why_and_how_grave_it_is(qtbot: QtBot) -> None:
    card = PrivacyCard()
    qtbot.addWidget(card)
    card.show_findings((BLOCKS, ASKS, TELLS))
    said = words(card)
    for each in (BLOCKS, ASKS, TELLS):
        assert {each.what, each.why} <= set(said)
    assert {"Keeps it here", "Needs a reason", "To be known"} <= set(said)
    card.show_findings(())
    assert "Nobody can be found" in words(card)
    assert BLOCKS.what not in words(card)
