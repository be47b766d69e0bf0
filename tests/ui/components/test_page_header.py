"""The head of a page: buttons beside the title, or below it when there is no room."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.page_header import PageHeader


def made(qtbot: QtBot) -> tuple[PageHeader, Button]:
    header = PageHeader("Structures and experience", "Eight priorities")
    header.add(Button("Since the last visit"))
    primary = header.add(Button("Make a pack", Rank.PRIMARY))
    qtbot.addWidget(header)
    header.resize(900, 80)
    header.show()
    return header, primary


def below(header: PageHeader, button: Button) -> bool:
    foot = header.title.mapTo(header, header.title.rect().bottomLeft()).y()
    return button.mapTo(header, button.rect().topLeft()).y() > foot


def test_buttons_go_below_when_the_text_is_large(qtbot: QtBot) -> None:
    header, primary = made(qtbot)
    qtbot.waitUntil(lambda: not below(header, primary))
    apply(Look(percent=200))
    header.resize(900, header.heightForWidth(900))
    qtbot.waitUntil(lambda: below(header, primary))


def test_the_primary_button_stands_last_at_the_right(qtbot: QtBot) -> None:
    header, primary = made(qtbot)
    assert primary.mapTo(header, primary.rect().topRight()).x() == header.width() - 1


def test_what_is_searched_is_passed_on(qtbot: QtBot) -> None:
    header, _primary = made(qtbot)
    field = header.add_search("Find a priority", "Ctrl+F")
    with qtbot.waitSignal(header.searched) as searched:
        field.setText(" waits ")
    assert searched.args == ["waits"]


def test_its_words_can_change(qtbot: QtBot) -> None:
    header, _primary = made(qtbot)
    header.set_words("Reach")
    assert (header.title.text(), header.subtitle.isVisible()) == ("Reach", False)
    header.set_words("Reach", "Who has been heard")
    assert header.subtitle.isVisible()
