"""Making, opening and re-wrapping a forum's data key.

The passphrase goes through scrypt, the recovery key, random already, through HKDF. A change of
passphrase or of recovery key wraps the same data key anew; the database is not touched. Whoever
has lost both the passphrase and the recovery sheet cannot open the forum, and neither can we.

That the recovery sheet was read back is kept in the key file: it goes where the forum goes, is
written in one piece with the key it speaks of, and needs neither a migration nor the passphrase.
"""

import errno
import hashlib
import secrets
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from pcf_desktop.errors import NO_SPACE
from pcf_desktop.workspace import envelope, passphrase, recovery_key, whole_file
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.envelope import DEFAULT, Cost, Envelope, Wrapped
from pcf_desktop.workspace.faults import (
    CannotWrite,
    DiskTrouble,
    FullDisk,
    WrongPassphrase,
    WrongRecoveryKey,
)

_KEY: Final = 32
_SALT: Final = 16
_NONCE: Final = 12
_SLACK: Final = 1024 * 1024
_PASSPHRASE, _RECOVERY = b"passphrase", b"recovery key"


def new_envelope(words: str, forum: UUID, cost: Cost = DEFAULT) -> tuple[Envelope, DataKey, str]:
    """Make a data key; return its envelope, itself, and the recovery key to print.

    Raises `WeakPassphrase`.
    """
    passphrase.require_strong(words)
    key, secret = DataKey.random(), recovery_key.new_secret()
    made = Envelope(
        forum,
        datetime.now(UTC),
        cost,
        _by_passphrase(key, words, forum, cost),
        _by_recovery_key(key, secret, forum),
        sheet_checked=False,
    )
    return made, key, recovery_key.printed(secret)


def open_with_passphrase(found: Envelope, words: str) -> DataKey:
    """Return the data key; raises `WrongPassphrase`. Takes about half a second, by design."""
    wrapped = found.by_passphrase
    for form in passphrase.forms(words):
        under = _stretched(form, wrapped.salt, found.cost)
        with suppress(InvalidTag):
            return _unseal(wrapped, under, _bound(_PASSPHRASE, found.forum))
    raise WrongPassphrase


def open_with_recovery_key(found: Envelope, text: str) -> DataKey:
    """Return the data key; raises `MistypedRecoveryKey` or `WrongRecoveryKey`."""
    wrapped, secret = found.by_recovery_key, recovery_key.read(text)
    try:
        under = _expanded(secret, wrapped.salt)
        return _unseal(wrapped, under, _bound(_RECOVERY, found.forum))
    except InvalidTag as error:
        raise WrongRecoveryKey from error


def change_passphrase(
    path: Path, old: str, new: str, cost: Cost = DEFAULT, *, last: int = 0
) -> int:
    """Write the key file anew for another passphrase; a crash leaves the old or the new one.

    Returns its number, which is higher than the `last` one known. Backups made before keep the old
    passphrase. Raises `WrongPassphrase`, and as `set_passphrase`.
    """
    key = open_with_passphrase(envelope.load(path), old)
    try:
        return set_passphrase(path, key, new, cost, last=last)
    finally:
        key.forget()


def set_passphrase(
    path: Path, key: DataKey, new: str, cost: Cost = DEFAULT, *, last: int = 0
) -> int:
    """Do so with the data key, as after an opening by the recovery key, which stays valid.

    Raises `WeakPassphrase`, or as `replace_recovery_key`, and then the old key file stands.
    """
    passphrase.require_strong(new)
    found = envelope.load(path)
    number = max(found.number, last) + 1
    wrapped = _by_passphrase(key, new, found.forum, cost)
    _put(path, replace(found, cost=cost, by_passphrase=wrapped, number=number))
    return number


def new_recovery_key(path: Path, words: str) -> tuple[Envelope, str]:
    """Return the envelope for a new recovery key, and that key to print. Nothing is written yet.

    The old sheet opens the forum until `replace_recovery_key`, so that a new one that was never
    printed locks nobody out. Raises `WrongPassphrase`.
    """
    found = envelope.load(path)
    key, secret = open_with_passphrase(found, words), recovery_key.new_secret()
    made = replace(found, by_recovery_key=_by_recovery_key(key, secret, found.forum))
    key.forget()
    return made, recovery_key.printed(secret)


def replace_recovery_key(path: Path, made: Envelope) -> None:
    """Let the new recovery key, once read back from its sheet, take the place of the old one.

    A crash leaves the old or the new one. Backups made before keep the old one. Raises `FullDisk`,
    `CannotWrite` or `DiskTrouble`, and then the old sheet stands.
    """
    now = envelope.load(path)
    _put(path, replace(now, by_recovery_key=made.by_recovery_key, sheet_checked=True))


def note_sheet_checked(path: Path) -> None:
    """Note that the recovery sheet was read back. Raises as `replace_recovery_key` does."""
    found = envelope.load(path)
    if not found.sheet_checked:
        _put(path, replace(found, sheet_checked=True))


def _put(path: Path, made: Envelope) -> None:
    try:
        whole_file.write(path, made.to_bytes())
    except OSError as error:
        if error.errno in NO_SPACE:
            raise FullDisk(path) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise CannotWrite(path.parent) from error
        raise DiskTrouble(path) from error


def _by_passphrase(key: DataKey, words: str, forum: UUID, cost: Cost) -> Wrapped:
    salt = secrets.token_bytes(_SALT)
    under = _stretched(passphrase.normal(words), salt, cost)
    return _seal(key, salt, under, _bound(_PASSPHRASE, forum))


def _by_recovery_key(key: DataKey, secret: bytes, forum: UUID) -> Wrapped:
    salt = secrets.token_bytes(_SALT)
    return _seal(key, salt, _expanded(secret, salt), _bound(_RECOVERY, forum))


def _stretched(words: bytes, salt: bytes, cost: Cost) -> bytes:
    return hashlib.scrypt(
        words,
        salt=salt,
        n=cost.n,
        r=cost.r,
        p=cost.p,
        maxmem=cost.memory + 128 * cost.r * (cost.p + 2) + _SLACK,
        dklen=_KEY,
    )


def _expanded(secret: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), _KEY, salt, b"PCF Desktop recovery key").derive(secret)


def _bound(use: bytes, forum: UUID) -> bytes:
    """Return what a wrapping is sealed to, so that none can be moved to another place."""
    return b"PCF Desktop 1 " + use + b" " + str(forum).encode()


def _seal(key: DataKey, salt: bytes, under: bytes, bound: bytes) -> Wrapped:
    nonce = secrets.token_bytes(_NONCE)
    return Wrapped(salt, nonce, AESGCM(under).encrypt(nonce, key.reveal(), bound))


def _unseal(wrapped: Wrapped, under: bytes, bound: bytes) -> DataKey:
    return DataKey(AESGCM(under).decrypt(wrapped.nonce, wrapped.sealed, bound))
