"""The registry names each view once, so that each has a picture of its own."""

from tests.pictures import file_name
from tests.ui.views.registry import views


def test_every_view_has_a_picture_of_its_own() -> None:
    files = {file_name(name) for name in views()}
    assert len(files) == len(views()) > 0
    assert all(name.replace("-", "").isalnum() for name in files)
