"""The stances are those of the reference list, and a family is summed up in one of them."""

from pcf_desktop.importers.reference import read_list
from pcf_desktop.services.counting.stances import (
    BAD,
    GOOD,
    NEAR,
    OF_FAMILIES,
    STANCES,
    label_of,
    said_of,
    tone_of,
)


def test_the_stances_are_those_of_the_reference_list() -> None:
    assert list(STANCES) == [term.key for term in read_list("stance").terms]


def test_whatever_is_said_a_family_can_be_summed_up_in_the_same_tone() -> None:
    assert {key: each.tone for key, each in OF_FAMILIES.items()} == {
        key: each.tone for key, each in STANCES.items()
    }
    assert (GOOD, BAD) == (("better", "strength"), ("worse", "concern"))


def test_only_what_points_the_same_way_or_neither_is_put_together_first() -> None:
    for way in NEAR:
        assert [key for keys in way for key in keys] == list(OF_FAMILIES)
        tones = [{OF_FAMILIES[key].tone for key in keys} for keys in way]
        assert all(len(each) == 1 or each == {"same", "mixed"} for each in tones)


def test_what_is_put_together_is_named_whole() -> None:
    assert label_of(["worse", "concern"]) == "Worse, or a concern"
    assert said_of(["worse", "concern"]) == "it is worse or a concern"
    assert said_of(["no_change"]) == "nothing has changed"
    assert said_of(["better", "no_change", "mixed"]) == "it is better, unchanged or mixed"
    assert [tone_of(keys) for keys in (("worse", "concern"), ("better", "mixed"))] == [
        "bad",
        "mixed",
    ]
