"""A sound envelope reads back; a changed one is called damaged, and a hostile one takes nothing."""

import base64
import hashlib
import json
import tracemalloc
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.workspace import envelope, keys
from pcf_desktop.workspace.envelope import Cost, Envelope
from pcf_desktop.workspace.faults import DamagedEnvelope, MissingEnvelope, NewerFile
from tests.workspace.small_forum import CHEAP, WORDS

PATH = Path("forum.key")
MADE = keys.new_envelope(WORDS, UUID(int=5), CHEAP)[0]
CONTENT = MADE.to_bytes()


def resealed(**changed: object) -> bytes:
    """Return the envelope with other fields and a checksum that fits them."""
    fields = json.loads(CONTENT) | changed
    del fields["checksum"]
    fields["checksum"] = hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
    return json.dumps(fields).encode()


def test_it_reads_back() -> None:
    assert Envelope.from_bytes(CONTENT, PATH) == MADE


def test_it_holds_no_key_in_clear() -> None:
    made, key, recovery = keys.new_envelope(WORDS, UUID(int=5), CHEAP)
    content = made.to_bytes()
    held = b"".join(content.split())
    # Whole secrets, each too long to come about by chance in the salts and the sealed bytes.
    for secret in (key.reveal(), recovery.encode(), recovery.replace("-", "").encode()):
        for form in (secret, secret.hex().encode(), base64.b64encode(secret).rstrip(b"=")):
            assert form not in held
    assert WORDS.encode() not in content
    assert "".join(WORDS.split()).encode() not in held
    assert base64.b64encode(WORDS.encode()).rstrip(b"=") not in held


@pytest.mark.parametrize("place", range(len(CONTENT)))
def test_any_changed_byte_is_damage_or_changes_nothing(place: int) -> None:
    changed = bytearray(CONTENT)
    changed[place] ^= 1
    try:
        assert Envelope.from_bytes(bytes(changed), PATH) == MADE
        assert CONTENT[place : place + 1].isspace()
    except DamagedEnvelope as error:
        assert error.happened == "The key file forum.key is damaged."  # noqa: PT017


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_other_bytes_are_damage(content: bytes) -> None:
    with pytest.raises(DamagedEnvelope):
        Envelope.from_bytes(content, PATH)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"null", CONTENT[:-40], b"[" * 60_000])
def test_what_is_cut_short_or_no_envelope_is_damage(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "forum.key").write_bytes(content)
    with pytest.raises(DamagedEnvelope):
        envelope.load(tmp_path / "forum.key")


def test_one_that_is_far_too_long_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "forum.key"
    with path.open("wb") as file:
        file.truncate(500_000_000)
    tracemalloc.start()
    with pytest.raises(DamagedEnvelope):
        envelope.load(path)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    "cost",
    [
        {"n": 2**30, "r": 8, "p": 1},
        {"n": 2**17, "r": 64, "p": 1},
        {"n": 2**17, "r": 8, "p": 1000},
        {"n": 1000, "r": 8, "p": 1},
        {"n": 0, "r": 8, "p": 1},
        {"n": -16, "r": -8, "p": 1},
        {"n": "16", "r": 8, "p": 1},
        {"n": 16.0, "r": 8, "p": 1},
        {"n": 16, "r": 8, "p": 1, "more": 1},
        None,
    ],
)
def test_a_hostile_cost_is_refused_before_any_work(cost: object) -> None:
    with pytest.raises(DamagedEnvelope):
        Envelope.from_bytes(resealed(scrypt=cost), PATH)


@pytest.mark.parametrize("field", ["forum", "made", "by_passphrase", "by_recovery_key"])
@pytest.mark.parametrize("value", [None, 5, "x", {"salt": "?"}, {"salt": "AA=="}])
def test_a_sealed_but_senseless_field_is_damage(field: str, value: object) -> None:
    with pytest.raises(DamagedEnvelope):
        Envelope.from_bytes(resealed(**{field: value}), PATH)


def test_a_sound_one_of_a_later_format_is_newer() -> None:
    with pytest.raises(NewerFile, match="newer version"):
        Envelope.from_bytes(resealed(format=2, scrypt="something else"), PATH)


def test_a_missing_one_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingEnvelope, match="is missing"):
        envelope.load(tmp_path / "forum.key")


def test_the_usual_cost_takes_128_megabytes() -> None:
    assert Cost().memory == 128 * 1024 * 1024


def test_a_sheet_that_was_never_read_back_is_noted_and_reads_back() -> None:
    assert not MADE.sheet_checked
    assert not Envelope.from_bytes(CONTENT, PATH).sheet_checked


def test_a_file_that_says_nothing_of_the_sheet_reads_and_a_checked_one_says_nothing() -> None:
    checked = replace(MADE, sheet_checked=True)
    fields = json.loads(checked.to_bytes())
    assert set(fields) == {
        *("format", "forum", "made", "scrypt", "by_passphrase", "by_recovery_key", "checksum")
    }
    assert Envelope.from_bytes(checked.to_bytes(), PATH) == checked
