"""Rare options told from somebody's own words."""

from pcf_desktop.importers.columns.written_in import says_nothing_else, written_in

_COMMON = {"Parent": 20, "Foster carer": 9, "Grandparent": 6}


def _own(words: dict[str, int], *cells: tuple[str, ...]) -> frozenset[str]:
    return written_in(words, {word for word, count in words.items() if count > 1}, cells)


def test_a_value_given_once_in_the_shape_of_the_options_is_an_option() -> None:
    assert _own({**_COMMON, "Kinship carer": 1}) == frozenset()
    assert _own({"5-10": 9, "11-15": 8, "19-25": 1}) == frozenset()
    assert _own({"5 to 10": 9, "11 to 15": 8, "Under 5": 1}) == frozenset()
    assert _own({"Mainstream": 16, "Special": 7, "Educated at home": 1}) == frozenset()
    assert _own({"Yes": 19, "No": 4, "Prefer not to say": 1}) == frozenset()


def test_what_reads_like_writing_is_somebody_s_own() -> None:
    assert _own({**_COMMON, "my own thing": 1}) == {"my own thing"}
    assert _own({**_COMMON, "We do not know yet": 1}) == {"We do not know yet"}
    assert _own({**_COMMON, "It depends, really.": 1}) == {"It depends, really."}


def test_where_one_wrote_the_others_did() -> None:
    assert len(_own({**_COMMON, "Step-dad mostly": 1, "Personal budget holder": 1})) == 2


def test_more_such_values_than_options_are_people_s_own() -> None:
    own = {"Personal budget holder": 1, "Step-dad mostly": 1, "Neighbour": 1}
    assert _own({**_COMMON, **own}) == set(own)


def test_one_alone_is_no_option_where_the_rarest_was_chosen_by_many() -> None:
    assert _own({"Parent": 60, "Foster carer": 29, "Neighbour": 1}) == {"Neighbour"}


def test_nobody_writes_where_other_is_an_option_of_its_own() -> None:
    assert _own({"Parent": 60, "Other": 29, "Grandparent": 1}) == frozenset()


def test_a_text_of_one_s_own_stands_last_where_the_form_s_order_is_kept() -> None:
    words = {"Autism": 9, "ADHD": 8, "Hearing": 7, "Epilepsy": 1, "Coeliac": 1}
    cells = [("Autism", "ADHD"), ("ADHD", "Hearing"), ("Epilepsy", "Hearing"), ("ADHD", "Coeliac")]
    assert _own(words, *cells) == {"Coeliac"}
    assert _own(words, *cells, ("ADHD", "Autism")) == {"Coeliac", "Epilepsy"}


def test_few_answers_tell_nothing() -> None:
    assert _own({"Parent": 5, "Neighbour": 1}) == frozenset()


def test_short_answers_belong_to_every_choice() -> None:
    assert says_nothing_else("Don't know")
    assert not says_nothing_else("Parent")
