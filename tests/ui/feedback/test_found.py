"""What was found, in words: in the bin another whole is hidden."""

from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.feedback.feedback import Filter
from pcf_desktop.ui.feedback.found import FoundComments, find
from pcf_desktop.workspace import Workspace


def test_what_is_in_the_bin_is_hidden_by_no_filter() -> None:
    listed = FoundComments((1, 2, 3), (1, 2), total=3, binned=2, is_bin=False)
    assert (listed.words, listed.left_out) == ("2 comments", "1 hidden by filters")


def test_in_the_bin_all_that_is_listed_is_hidden_and_said() -> None:
    binned = FoundComments((4, 5), (4,), total=3, binned=2, is_bin=True)
    assert (binned.words, binned.left_out) == ("1 comment in the bin", "4 hidden by filters")


def test_a_search_narrows_the_bin_too(sample: Workspace) -> None:
    with sample.change("bin") as session:
        some = feedback.ids(session, Filter(words="school"))[:2]
        feedback.bin_it(session, some)
    with sample.read() as session:
        found = find(session, Filter(is_binned=True), "", oldest_first=False)
        assert set(found.shown) == set(some)
        assert found.narrowed(session, "zzzz").shown == []
        assert found.narrowed(session, "zzzz").left_out == f"{found.total + 2} hidden by filters"
        assert set(found.narrowed(session, "school").shown) == set(some)
