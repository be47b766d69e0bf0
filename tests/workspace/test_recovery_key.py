"""Every single wrong character is caught, and the group is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.workspace import recovery_key
from pcf_desktop.workspace.faults import MistypedRecoveryKey
from pcf_desktop.workspace.recovery_key import ALPHABET, GROUPS, LETTERS, SECRET_SIZE

SECRET = bytes(range(20, 40))
secrets = st.binary(min_size=SECRET_SIZE, max_size=SECRET_SIZE)


def mistake(text: str) -> int | None:
    try:
        recovery_key.read(text)
    except MistypedRecoveryKey as error:
        return error.group
    return None


@given(secrets)
def test_what_is_printed_reads_back(secret: bytes) -> None:
    assert recovery_key.read(recovery_key.printed(secret)) == secret


def test_the_printed_form_has_eight_groups_of_five_without_look_alikes() -> None:
    groups = recovery_key.printed(SECRET).split("-")
    assert [len(group) for group in groups] == [LETTERS] * GROUPS
    assert not set("".join(groups)) & set("ILOU")


@given(secrets, st.sampled_from([str.lower, str.swapcase, lambda t: t.replace("-", " ")]))
def test_case_and_spaces_do_not_matter(secret: bytes, typed: type) -> None:
    assert recovery_key.read(f"  {typed(recovery_key.printed(secret))}\n") == secret


@given(secrets, st.sampled_from(["Recovery key: {}", "the recovery key {}\n", "Key:\n{} (keep)"]))
def test_a_line_that_was_copied_whole_reads_back(secret: bytes, line: str) -> None:
    assert recovery_key.read(line.format(recovery_key.printed(secret))) == secret


@given(secrets)
def test_look_alikes_are_taken_for_what_was_meant(secret: bytes) -> None:
    text = recovery_key.printed(secret)
    assert recovery_key.read(text.replace("0", "o").replace("1", "l")) == secret
    assert recovery_key.read(text.replace("1", "I").replace("V", "U").replace("-", "")) == secret


def test_every_single_character_error_names_its_group() -> None:
    text = recovery_key.printed(SECRET)
    tried = 0
    for place, right in enumerate(text):
        for wrong in ALPHABET if right != "-" else "":
            if wrong != right:
                found = mistake(text[:place] + wrong + text[place + 1 :])
                assert found == place // (LETTERS + 1) + 1
                tried += 1
    assert tried == GROUPS * LETTERS * (len(ALPHABET) - 1)


@given(secrets, st.integers(0, GROUPS - 1), st.integers(0, LETTERS - 2))
def test_two_swapped_characters_of_a_group_are_caught(secret: bytes, group: int, at: int) -> None:
    groups = recovery_key.printed(secret).split("-")
    old = groups[group]
    groups[group] = old[:at] + old[at + 1] + old[at] + old[at + 2 :]
    found = mistake("-".join(groups))
    assert found == (None if groups[group] == old else group + 1)


@given(secrets, st.integers(0, GROUPS - 1), st.integers(0, GROUPS - 1))
def test_two_swapped_groups_are_caught(secret: bytes, one: int, two: int) -> None:
    groups = recovery_key.printed(secret).split("-")
    groups[one], groups[two] = groups[two], groups[one]
    assert mistake("-".join(groups)) == (None if one == two else min(one, two) + 1)


@pytest.mark.parametrize(
    ("change", "group"),
    [
        (lambda groups: groups[:-1], 8),
        (lambda groups: [*groups, "00000"], 8),
        (lambda groups: [groups[0], groups[1][:-1], *groups[2:]], 2),
        (lambda groups: [groups[0], groups[1] + "7", *groups[2:]], 2),
        (lambda groups: [*groups[:4], "é£*?!", *groups[5:]], 5),
        (lambda groups: groups[:0], 1),
    ],
)
def test_too_many_and_too_few_are_caught(change, group: int) -> None:
    assert mistake(" ".join(change(recovery_key.printed(SECRET).split("-")))) == group


@given(st.text(max_size=80))
def test_any_text_is_a_key_or_a_named_mistake(text: str) -> None:
    found = mistake(text)
    assert found is None or 1 <= found <= GROUPS


def test_a_group_can_be_asked_for_again() -> None:
    text = recovery_key.printed(SECRET)
    assert recovery_key.groups_of(text.lower())[4] == text.split("-")[4]
