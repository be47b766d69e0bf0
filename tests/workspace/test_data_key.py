"""A key is never shown, and can be forgotten."""

import copy
import pickle

import pytest

from pcf_desktop.workspace.data_key import DataKey

BYTES = bytes(range(32))


def test_it_is_never_printed() -> None:
    key = DataKey(BYTES)
    assert "0102" not in f"{key!r} {key} {[key]}"
    assert repr(key) == "<DataKey>"


def test_it_is_given_to_the_cipher_as_a_raw_key() -> None:
    assert DataKey(BYTES).pragma() == f"\"x'{BYTES.hex()}'\""


def test_a_forgotten_key_is_overwritten_and_gives_nothing() -> None:
    key = DataKey(BYTES)
    kept, inside = key.copy(), memoryview(key._bytes)
    key.forget()
    assert key.is_forgotten
    assert inside == bytes(32)
    assert not kept.is_forgotten
    assert repr(key) == "<DataKey forgotten>"
    for use in (key.reveal, key.pragma, key.copy):
        with pytest.raises(ValueError, match="forgotten"):
            use()


def test_two_random_keys_differ() -> None:
    assert DataKey.random() != DataKey.random()
    assert DataKey(BYTES) == DataKey(BYTES)
    assert DataKey(BYTES) != BYTES


@pytest.mark.parametrize("size", [0, 16, 31, 33])
def test_another_size_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(bytes(size))


def test_it_is_never_pickled() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(DataKey(BYTES))
    with pytest.raises(TypeError):
        copy.deepcopy(DataKey(BYTES))
