"""The key envelope: a small JSON file beside the database that holds the data key, wrapped twice.

Each wrapping is sealed with AES-GCM to the forum's id. A checksum over the whole tells damage
from a wrong passphrase: sound but refusing is a wrong passphrase, a false checksum is damage.
"""

import base64
import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from pcf_desktop.workspace.faults import DamagedEnvelope, MissingEnvelope, NewerFile

FORMAT: Final = 1
"""A later format keeps the checksum as it is, so that an older program can tell it from damage."""

LARGEST: Final = 64 * 1024
"""Bytes; ours has under one thousand."""

MOST_MEMORY: Final = 256 * 1024 * 1024
"""Bytes that reading an envelope may ever take, whatever it asks for."""

MOST_PARALLEL: Final = 4


@dataclass(frozen=True)
class Cost:
    """How dear a guess at the passphrase is: scrypt's N, r and p. Memory is 128·N·r bytes."""

    n: int = 2**17
    r: int = 8
    p: int = 1

    def __post_init__(self) -> None:
        bounded = self.n > 1 and self.r > 0 and 0 < self.p <= MOST_PARALLEL
        if not bounded or self.n & (self.n - 1) or self.memory > MOST_MEMORY:
            raise ValueError("scrypt parameters out of bounds")

    @property
    def memory(self) -> int:
        """Return the bytes that one derivation takes."""
        return 128 * self.n * self.r


DEFAULT: Final = Cost()
"""128 MB and about half a second on a laptop."""


@dataclass(frozen=True)
class Wrapped:
    """The data key sealed under one secret."""

    salt: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True)
class Envelope:
    """What the key file says: whose it is, and the data key wrapped by passphrase and sheet."""

    forum: UUID
    made: datetime
    cost: Cost
    by_passphrase: Wrapped
    by_recovery_key: Wrapped
    sheet_checked: bool = True
    """Whether the recovery sheet was once read back. Written only while it was not: a file that
    says nothing is taken as checked, and a program that does not know the field passes it by."""
    number: int = 0
    """How often the passphrase was changed until this one. The database notes the last number, so
    that the key file of an older copy is known as such; see `key_file`."""

    def to_bytes(self) -> bytes:
        """Return the key file."""
        fields: dict[str, Any] = {
            "format": FORMAT,
            "forum": str(self.forum),
            "made": self.made.astimezone(UTC).isoformat(),
            "scrypt": asdict(self.cost),
            "by_passphrase": _to_text(self.by_passphrase),
            "by_recovery_key": _to_text(self.by_recovery_key),
        }
        if not self.sheet_checked:
            fields["sheet_checked"] = False
        if self.number:
            fields["number"] = self.number
        fields["checksum"] = _checksum(fields)
        return json.dumps(fields, indent=1).encode() + b"\n"

    @classmethod
    def from_bytes(cls, content: bytes, path: Path) -> "Envelope":
        """Read a key file; `path` names it in what is raised.

        Raises `DamagedEnvelope`, or `NewerFile` for a sound one of a later format.
        """
        try:
            fields = json.loads(content)
            if fields["checksum"] != _checksum(fields):
                raise DamagedEnvelope(path)
            if fields["format"] > FORMAT:
                raise NewerFile(path, fields["format"], FORMAT)
            return cls(
                UUID(fields["forum"]),
                datetime.fromisoformat(fields["made"]),
                Cost(**fields["scrypt"]),
                _from_text(fields["by_passphrase"]),
                _from_text(fields["by_recovery_key"]),
                fields.get("sheet_checked") is not False,
                int(fields.get("number", 0)),
            )
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise DamagedEnvelope(path) from error


def load(path: Path) -> Envelope:
    """Read the key file at `path`.

    Raises `MissingEnvelope`, `DamagedEnvelope` or `NewerFile`.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise MissingEnvelope(path) from error
    if len(content) > LARGEST:
        raise DamagedEnvelope(path)
    return Envelope.from_bytes(content, path)


def _checksum(fields: dict[str, Any]) -> str:
    rest = {name: value for name, value in fields.items() if name != "checksum"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def _to_text(wrapped: Wrapped) -> dict[str, str]:
    return {name: base64.b64encode(value).decode() for name, value in asdict(wrapped).items()}


def _from_text(fields: dict[str, str]) -> Wrapped:
    return Wrapped(**{n: base64.b64decode(value, validate=True) for n, value in fields.items()})
