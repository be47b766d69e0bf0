"""The pages of a draft are real, in memory, and as wide as was asked."""

from datetime import date

import pytest
from PySide6.QtGui import QColor

from pcf_desktop.errors import UserError
from pcf_desktop.progress import Cancelled, silent
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.ui.packs.pdf_pages import WIDEST, picture, typeset
from pcf_desktop.workspace import Workspace

DAY = date(2021, 12, 6)


def test_a_page_is_painted_in_its_colours_and_width(sample: Workspace) -> None:
    made = typeset(sample, PackPlan(), DAY, silent)
    assert made.pages > 3
    cover = picture(made.data, 0, 400)
    assert cover.width() == 400
    assert cover.height() == pytest.approx(566, abs=1)
    ground = QColor(cover.pixel(200, 100))
    assert ground.red() < ground.green()
    assert ground.red() < ground.blue()
    widest = picture(made.data, made.pages - 1, WIDEST * 2).width()
    assert widest == pytest.approx(WIDEST, abs=1)


def test_it_stops_before_it_begins(sample: Workspace) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        typeset(sample, PackPlan(), DAY, stop)


def test_what_may_not_go_out_is_refused(sample: Workspace) -> None:
    with pytest.raises(UserError):
        typeset(sample, PackPlan(priority_ids=(-1,)), DAY, silent)
