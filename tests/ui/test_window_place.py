"""The window fits the screen with its frame, and comes back where it was, if that is there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop import paths
from pcf_desktop.ui import window_place
from pcf_desktop.ui.main_window import SIZE, MainWindow
from pcf_desktop.ui.window_place import FRAME, STAND_IN, fitted

LAPTOP = QRect(0, 0, 1366, 728)
"""What a small laptop's task bar leaves."""

lengths = st.integers(-5_000, 5_000)


@pytest.mark.parametrize("screen", [LAPTOP, QRect(0, 27, 1024, 700), QRect(1366, 0, 1280, 800)])
def test_the_first_window_fits_with_its_frame(screen: QRect) -> None:
    place = fitted(QRect(), SIZE, screen)
    assert screen.contains(place.marginsAdded(FRAME))


def test_on_a_large_screen_it_has_its_size_in_the_middle() -> None:
    place = fitted(QRect(), SIZE, QRect(0, 0, 2560, 1440))
    assert place.size() == SIZE
    assert abs(place.center().x() - 1280) <= 1


@given(
    st.builds(QRect, lengths, lengths, st.integers(1, 5_000), st.integers(1, 5_000)),
    st.builds(QRect, lengths, lengths, st.integers(400, 4_000), st.integers(400, 4_000)),
)
def test_wherever_it_was_left_it_is_on_the_screen(left: QRect, screen: QRect) -> None:
    assert screen.contains(fitted(left, SIZE, screen).marginsAdded(FRAME))


@given(st.builds(QRect, st.integers(8, 200), st.integers(40, 100), *[st.integers(300, 600)] * 2))
def test_what_fits_comes_back_as_it_was(left: QRect) -> None:
    assert fitted(left, SIZE, LAPTOP) == left


def again(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_size_place_and_maximised_state_are_remembered(qtbot: QtBot) -> None:
    window = again(qtbot)
    assert window.size() == SIZE
    window.setGeometry(100, 80, 1100, 720)
    window.close()
    window = again(qtbot)
    assert window.geometry() == QRect(100, 80, 1100, 720)
    window.showMaximized()
    window.close()
    window = again(qtbot)
    assert window.isMaximized()
    assert window.normalGeometry() == QRect(100, 80, 1100, 720)


def test_a_window_left_on_a_screen_that_is_gone_comes_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(4_000, 3_000, 900, 700)
    window_place.remember(window)
    window_place.put(window, QSize(800, 600))
    assert STAND_IN.contains(window.geometry())
    assert window.size() == QSize(900, 700)


@pytest.mark.parametrize(
    "kept",
    [
        "", "[]", "{}", '{"place": 5}', '{"place": [1, 2, 3]}', '{"place": [0, 0, -5, 0]}',
        '{"place": [0, 0, 1e999, 5], "maximised": true}', '{"place": ["a", 0, 1, 1]}',
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_leaves_the_usual_place(qtbot: QtBot, kept: str) -> None:
    file = paths.state() / "window.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(kept)
    window = QWidget()
    qtbot.addWidget(window)
    window_place.put(window, SIZE)
    assert window.geometry() == fitted(QRect(), SIZE, STAND_IN)


def test_a_computer_that_keeps_nothing_loses_only_that(qtbot: QtBot, tmp_path: Path) -> None:
    paths.state().parent.mkdir(parents=True, exist_ok=True)
    paths.state().write_text("a file where the folder should be")
    window = QWidget()
    qtbot.addWidget(window)
    window_place.remember(window)
    window_place.put(window, SIZE)
    assert window.size() == SIZE
