"""Every system takes the name of a forum's folder, and nothing else has it."""

from pathlib import Path

import pytest

from pcf_desktop.ui.start.folder_name import LONGEST, folder_name, free


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Forum: new?", "Forum new"),
        (" a/b\\c. ", "abc"),
        ("?!", "Forum"),
        ("Ystrad Mynach ŵŷ", "Ystrad Mynach ŵŷ"),
        ("NUL", "NUL forum"),
        ("con.", "con forum"),
        ("Com1", "Com1 forum"),
        ("LPT³", "LPT³ forum"),
        ("Compton", "Compton"),
    ],
)
def test_marks_and_words_that_a_system_keeps_for_itself_are_left_out(name: str, made: str) -> None:
    assert folder_name(name) == made


@pytest.mark.parametrize("name", ["語" * 80, "x" * 300, "x" * (LONGEST - 1) + " y"])
def test_a_long_one_is_cut_by_its_bytes_between_letters(name: str) -> None:
    made = folder_name(name)
    assert name.startswith(made)
    assert made == made.strip()
    assert LONGEST - 2 <= len(made.encode()) <= LONGEST


def test_one_that_is_there_gets_a_number(tmp_path: Path) -> None:
    made = []
    for _ in range(3):
        made.append(free(tmp_path / "Ours").name)
        (tmp_path / made[-1]).mkdir()
    assert made == ["Ours", "Ours 2", "Ours 3"]


def test_a_link_to_nowhere_has_its_name_too(tmp_path: Path) -> None:
    (tmp_path / "Ours").symlink_to(tmp_path / "gone")
    assert free(tmp_path / "Ours").name == "Ours 2"
