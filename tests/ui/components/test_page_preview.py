"""The preview asks for the page that is seen, and drops a picture that comes too late."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.page_preview import PagePreview


def made(qtbot: QtBot) -> tuple[PagePreview, list[tuple[int, int]]]:
    preview, wanted = PagePreview("The pack"), []
    preview.wanted.connect(lambda page, width: wanted.append((page, width)))
    qtbot.addWidget(preview)
    preview.resize(500, 600)
    with qtbot.waitActive(preview):
        preview.show()
        preview.activateWindow()
    preview.set_count(3)
    wanted.clear()
    return preview, wanted


def words(preview: PagePreview) -> list[str]:
    return [label.text() for label in preview.findChildren(QLabel) if label.text()]


def sheet(colour: str) -> QImage:
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_it_goes_from_page_to_page_and_stops_at_the_ends(qtbot: QtBot) -> None:
    preview, wanted = made(qtbot)
    preview.go(1)
    preview.go(9)
    assert [page for page, _width in wanted] == [1, 2]
    assert words(preview) == ["Page 3 of 3"]
    preview.go(-1)
    assert preview.page == 0


def test_keys_turn_the_pages(qtbot: QtBot) -> None:
    preview, _wanted = made(qtbot)
    preview._on.setFocus()
    qtbot.keyClick(preview._on, Qt.Key.Key_PageDown)
    assert preview.page == 1
    qtbot.keyClick(preview._on, Qt.Key.Key_PageUp)
    assert preview.page == 0


def test_zooming_asks_for_a_wider_picture(qtbot: QtBot) -> None:
    preview, wanted = made(qtbot)
    preview.wide.click()
    wanted.clear()
    preview.zoom(closer=True)
    preview.zoom(closer=False)
    preview.zoom(closer=False)
    closer, usual, farther = (width for _page, width in wanted)
    assert closer > usual > farther
    for _ in range(20):
        preview.zoom(closer=True)
    assert wanted[-1][1] > 2 * usual


def test_the_whole_page_is_seen_at_first_and_again_when_wanted(qtbot: QtBot) -> None:
    preview, wanted = made(qtbot)
    preview.resize(900, 400)
    preview.go(0)
    whole = wanted[-1][1]
    preview.show_image(0, QImage(whole, whole * 99 // 70, QImage.Format.Format_RGB32))
    qtbot.wait(1)
    assert preview._area.verticalScrollBar().maximum() == 0
    preview.wide.click()
    assert wanted[-1][1] > 2 * whole
    assert not preview.whole.isChecked()
    preview.whole.click()
    assert wanted[-1][1] == whole
    preview.zoom(closer=True)
    assert wanted[-1][1] > whole


def test_a_late_picture_is_dropped(qtbot: QtBot) -> None:
    preview, _wanted = made(qtbot)
    preview.go(1)
    preview.show_image(1, sheet("red"))
    preview.show_image(0, sheet("blue"))
    middle = preview.grab().toImage().pixelColor(preview.width() // 2, 200)
    assert middle == QColor("red")


def test_without_pages_it_says_so(qtbot: QtBot) -> None:
    preview, wanted = made(qtbot)
    preview.set_count(0)
    assert words(preview) == ["No pages yet"]
    assert wanted == []


def test_the_picture_is_let_go_while_the_page_is_not_seen(qtbot: QtBot) -> None:
    preview, wanted = made(qtbot)
    preview.go(2)
    preview.show_image(2, sheet("white"))
    assert not preview._sheet.pixmap().isNull()
    wanted.clear()
    preview.hide()
    assert preview._sheet.pixmap().isNull()
    assert wanted == []
    preview.show()
    assert {page for page, _width in wanted} == {2}
