"""Letters and signs gain points where people write them, and lose them where nobody does."""

import pytest

from pcf_desktop.importers.files.plausible import points


@pytest.mark.parametrize(
    "text",
    [
        "It’s £40 – or €5 … “so” ‘too’",
        "Siân & Zoë, CAFÉ, Łódź, à la carte",
        "»SÅ« and « oui »",
        "20°C, ½ day, Word™ © 2026",
        "• one",
        "¿Qué?",
        "请评估 👍 मदद",
    ],
)
def test_what_people_write_stands_well(text: str) -> None:
    assert points(text) > 0


@pytest.mark.parametrize("text", ["ItÕs", "cafŽ", "Itâ€™s", "Pawe³", "caf\u201a", "\ufffd"])
def test_what_nobody_writes_stands_badly(text: str) -> None:
    assert points(text) < 0


def test_only_the_letters_asked_for_count() -> None:
    assert points("ItÕs") == points("ItÕs £5", 0, 4) < points("ItÕs £5")
    assert points("plain") == 0
