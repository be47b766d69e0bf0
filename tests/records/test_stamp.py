"""A stamp is the moment and the device of the change, and a uid is never made twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from uuid import UUID

from pcf_desktop.records import stamp

LAPTOP = UUID(int=7)


def test_uids_are_unique_and_in_the_order_they_were_made() -> None:
    made = [stamp.new_uid() for _ in range(5_000)]
    assert len(set(made)) == len(made)
    assert sorted(made) == made
    assert {uid.version for uid in made} == {7}


def test_everything_in_a_change_has_one_moment_and_its_device() -> None:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    with stamp.stamped(LAPTOP, at):
        assert (stamp.now(), stamp.device()) == (at, LAPTOP)
        with stamp.stamped(UUID(int=8)):
            assert stamp.device() == UUID(int=8)
            assert stamp.now() == stamp.now() != at
        assert (stamp.now(), stamp.device()) == (at, LAPTOP)
    assert stamp.device() == stamp.UNKNOWN_DEVICE
    assert stamp.now() > at


def test_the_stamp_of_one_thread_is_not_that_of_another() -> None:
    with stamp.stamped(LAPTOP), ThreadPoolExecutor(1) as pool:
        assert pool.submit(stamp.device).result() == stamp.UNKNOWN_DEVICE
