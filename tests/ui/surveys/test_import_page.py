"""Both imports are pages of steps with one button."""

import pytest

from pcf_desktop.ui.surveys.import_page import ImportPage
from pcf_desktop.ui.surveys.log_wizard import LogWizard
from pcf_desktop.ui.surveys.wizard import Wizard


@pytest.mark.parametrize("page", [Wizard, LogWizard])
def test_an_import_says_all_that_the_place_asks(page: type[ImportPage]) -> None:
    own = {name for name, part in vars(ImportPage).items() if isinstance(part, property)}
    asked = sorted(own - {"busy"})  # which is the same for both
    assert asked
    assert [name for name in asked if getattr(page, name) is getattr(ImportPage, name)] == []
