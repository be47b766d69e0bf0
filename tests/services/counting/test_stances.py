"""The stances are those of the reference list, and every family is summed up in one of four."""

from pcf_desktop.importers.reference import read_list
from pcf_desktop.services.counting.stances import BAD, GOOD, OF_FAMILIES, STANCES


def test_the_stances_are_those_of_the_reference_list() -> None:
    assert list(STANCES) == [term.key for term in read_list("stance").terms]


def test_whatever_is_said_a_family_can_be_summed_up_in_the_same_tone() -> None:
    tones = {each.tone: key for key, each in OF_FAMILIES.items()}
    assert {key: tones[each.tone] for key, each in STANCES.items()} == {
        "better": "better",
        "no_change": "no_change",
        "worse": "worse",
        "mixed": "mixed",
        "strength": "better",
        "concern": "worse",
    }
    assert (GOOD, BAD) == (("better", "strength"), ("worse", "concern"))
