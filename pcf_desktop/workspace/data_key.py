"""The forum's data key while it is in use, and the way to forget it."""

import secrets
from typing import Final

from typing_extensions import override

SIZE: Final = 32


class DataKey:
    """The 32 random bytes that encrypt a forum's database. Never printed, forgotten on lock.

    Forgetting overwrites our own copy. Python and SQLCipher may hold others for a while: the
    promise is that a locked program cannot open the file, not that its memory holds no trace.
    """

    __slots__ = ("_bytes",)

    def __init__(self, value: bytes | bytearray) -> None:
        if len(value) != SIZE:
            raise ValueError(f"A data key has {SIZE} bytes.")
        self._bytes = bytearray(value)

    @classmethod
    def random(cls) -> "DataKey":
        """Return a new key from the system's source of randomness."""
        return cls(secrets.token_bytes(SIZE))

    @property
    def is_forgotten(self) -> bool:
        """Tell whether `forget` was called."""
        return not any(self._bytes)

    def reveal(self) -> bytes:
        """Return the key's bytes, to wrap them; raises `ValueError` once forgotten."""
        if self.is_forgotten:
            raise ValueError("The data key has been forgotten.")
        return bytes(self._bytes)

    def pragma(self) -> str:
        """Return the key as SQLCipher takes a raw key; raises `ValueError` once forgotten."""
        return f"\"x'{self.reveal().hex()}'\""

    def copy(self) -> "DataKey":
        """Return the same key, forgotten on its own."""
        return DataKey(self.reveal())

    def forget(self) -> None:
        """Overwrite the key with zeros."""
        self._bytes[:] = bytes(SIZE)

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, DataKey):
            return NotImplemented
        return secrets.compare_digest(self._bytes, other._bytes)

    __hash__ = None  # type: ignore[assignment]

    @override
    def __repr__(self) -> str:
        return "<DataKey forgotten>" if self.is_forgotten else "<DataKey>"

    @override
    def __reduce__(self) -> str:
        raise TypeError("A data key is never pickled or copied by accident.")
