"""Every list that a question or a column can name has its words."""

from pcf_desktop.importers.logs.log_sheet import LISTS as OF_LOG
from pcf_desktop.services.surveys.about_family import LISTS
from pcf_desktop.ui.surveys.family_words import families_by_title, family_lists, word_lists


def test_each_list_has_its_words() -> None:
    assert set(family_lists()) == set(LISTS)
    assert set(OF_LOG.values()) <= set(word_lists())
    assert all(families_by_title(key).startswith("Families by") for key in LISTS)
