"""The garbage collector rests while cells are made, and works again afterwards."""

import gc

import pytest

from pcf_desktop.importers.files.collecting import without_collecting


def test_the_collector_rests_inside_and_works_again_after() -> None:
    with without_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_works_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="stop"), without_collecting():
        raise ValueError("stop")
    assert gc.isenabled()


def test_inside_another_rest_the_collector_stays_off() -> None:
    with without_collecting():
        with without_collecting():
            pass
        assert not gc.isenabled()
