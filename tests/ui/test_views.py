"""The registry names each view once."""

from pcf_desktop.ui.views import views


def test_names_are_unique_and_fit_for_a_file() -> None:
    names = [view.name for view in views()]
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isalnum() for name in names)
