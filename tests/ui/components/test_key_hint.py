"""A key's box has room for its name and grows with the text."""

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.key_hint import hint_size


def test_longer_names_need_more_room() -> None:
    assert (
        hint_size("Ctrl+Shift+Z").width() > hint_size("Z").width() >= hint_size("Z").height() // 2
    )


def test_it_grows_with_the_text() -> None:
    before = hint_size("Ctrl+K")
    apply(Look(percent=200))
    assert hint_size("Ctrl+K").width() > before.width() * 1.5
