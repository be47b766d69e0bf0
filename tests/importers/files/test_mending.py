"""What a wrong encoding garbled is as it was written again, and what is right is left alone."""

# ruff: noqa: RUF001 - letters that look alike are what this is about

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.files.mending import MAY_BE_GARBLED, mended

WRITTEN = [
    "It’s hard – we’ve waited £40 worth of café time…",
    "“Nobody” rang; we’re tired",
    "Łódź family, Siân & Zoë, Ünal, naïve",
    "à la carte, voilà !",
    "½ day, 20°C, €5",
    "Zażółć gęślą jaźń",
]
ELSEWHERE = ["👍 great", "हमें मदद चाहिए", "我儿子在等评估", "أحمد"]
RIGHT = [
    *("IRMÃ”", "»SÅ«", "»på»", "„TÖ“", "café…”", "à\xa0« oui »", "café\xa0»", "l’école", "“Élan”"),
    *("AGÂ ", "Spaß’n", "«ß»", "É™", "fiancé’s", "ZOË’S", "É’", "‚Äpfel‘", "f(x)≈2", "√2", "a ≠ b"),
    *("Â¬", "Ã", "â€", "ÂNGELA ‘", "São João", "MÃE", "ŸŸ"),
]


def shown(text: str, encoding: str) -> str:
    """Return UTF-8 as a program shows it that takes it for something else."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman"])
@pytest.mark.parametrize("text", WRITTEN)
def test_what_was_garbled_is_as_it_was_written(text: str, encoding: str) -> None:
    assert mended(shown(text, encoding)) == text


@pytest.mark.parametrize("text", ELSEWHERE)
def test_so_are_words_of_other_scripts_and_emoji(text: str) -> None:
    assert mended(shown(text, "cp1252")) == text


@pytest.mark.parametrize("text", [WRITTEN[0], WRITTEN[1], "Łódź family, Siân & Zoë"])
def test_so_is_what_was_garbled_twice_over(text: str) -> None:
    assert mended(shown(shown(text, "cp1252"), "cp1252")) == text


def test_a_quotation_mark_whose_last_byte_is_lost_is_known_by_its_first() -> None:
    assert mended("â€œNobodyâ€\ufffd rang") == "“Nobody” rang"


@pytest.mark.parametrize("text", [*WRITTEN, *ELSEWHERE, *RIGHT])
def test_what_is_right_is_left_alone(text: str) -> None:
    assert mended(text) == text


@given(st.lists(st.sampled_from([*WRITTEN, *ELSEWHERE]), max_size=4).map(" ".join))
def test_right_words_in_any_order_are_left_alone(text: str) -> None:
    assert mended(text) == text


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_what_has_no_letter_behind_a_first_byte_cannot_be_garbled(text: str) -> None:
    if not re.search(MAY_BE_GARBLED, text):
        assert mended(text) == text
