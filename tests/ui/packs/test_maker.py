"""The four steps of making a pack, and what is said when one may not go on."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.records import Priority
from pcf_desktop.services.counting import consents
from pcf_desktop.ui.packs.maker import Maker, PackStep
from pcf_desktop.ui.packs.packs import Packs
from pcf_desktop.workspace import Workspace

DAY = date(2021, 12, 1)


@pytest.fixture
def maker(screen: Packs) -> Maker:
    screen.begin()
    return screen.maker


def at_quotes(maker: Maker, qtbot: QtBot) -> None:
    maker.go_on()
    qtbot.waitUntil(lambda: maker.step is PackStep.QUOTES)


def test_without_a_priority_it_stays_and_says_so(maker: Maker) -> None:
    maker.period.priorities.set_ticked([])
    maker.go_on()
    assert maker.step is PackStep.PERIOD
    assert maker.period.priorities.problem == "Tick at least one."
    assert maker.period.summary.isVisible()


def test_words_of_a_report_not_yet_published_do_not_go_out(
    maker: Maker, sample: Workspace, qtbot: QtBot
) -> None:
    first = maker.period.priorities.ticked()[0]
    with sample.change("hold back") as session:
        session.get_one(Priority, first).is_embargoed = True
    maker.go_on()
    qtbot.waitUntil(lambda: bool(maker.period.priorities.problem))
    assert "not published yet" in maker.period.priorities.problem
    assert maker.step is PackStep.PERIOD


def test_back_and_forth_a_changed_choice_of_quotes_stays(maker: Maker, qtbot: QtBot) -> None:
    at_quotes(maker, qtbot)
    row = maker.quotes.rows[0]
    was = row.check.isChecked()
    row.check.click()
    chosen = maker.plan().quotes
    maker.go_back()
    at_quotes(maker, qtbot)
    assert maker.plan().quotes == chosen
    assert maker.quotes.rows[0].check.isChecked() is not was


def test_a_quote_goes_when_its_family_takes_back_its_consent(
    maker: Maker, sample: Workspace, qtbot: QtBot
) -> None:
    at_quotes(maker, qtbot)
    key, quoted = next((k, q) for k, q in maker.plan().quotes.items() if q)
    day = maker.period.plan().from_day
    with sample.change("withdraw") as session:
        consents.withdraw(session, day or DAY, [consents.QUOTE], feedback_id=quoted[0])
    qtbot.waitUntil(lambda: quoted[0] not in maker.plan().quotes[key])


def test_nothing_goes_further_back_than_the_first_step(maker: Maker) -> None:
    maker.go_back()
    assert maker.step is PackStep.PERIOD
