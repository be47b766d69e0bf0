"""When, and on which device: what each record is stamped with."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from uuid import UUID

import uuid_utils

UNKNOWN_DEVICE = UUID(int=0)

_device: ContextVar[UUID] = ContextVar("device", default=UNKNOWN_DEVICE)
_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def new_uid() -> UUID:
    """Return a new UUIDv7: unique everywhere, and in the order they were made."""
    return UUID(bytes=uuid_utils.uuid7().bytes)


def now() -> datetime:
    """Return the moment of the change under way, the same for all of its rows; else this moment."""
    return _moment.get() or datetime.now(UTC)


def device() -> UUID:
    """Return the device on which the change is made."""
    return _device.get()


@contextmanager
def stamped(on: UUID, at: datetime | None = None) -> Iterator[None]:
    """Stamp every record made inside with this device and one moment."""
    device_token, moment_token = _device.set(on), _moment.set(at or datetime.now(UTC))
    try:
        yield
    finally:
        _device.reset(device_token)
        _moment.reset(moment_token)
