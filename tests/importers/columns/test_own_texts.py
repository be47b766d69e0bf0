"""Rare options told from somebody's own words."""

from pcf_desktop.importers.columns.own_texts import own_texts, says_nothing_else

_COMMON = {"Parent": 20, "Foster carer": 9, "Grandparent": 6}


def _own(words: dict[str, int], *cells: tuple[str, ...]) -> frozenset[str]:
    return own_texts(words, {word for word, count in words.items() if count > 1}, cells)


def test_a_text_given_once_among_options_that_many_chose_is_somebody_s_own() -> None:
    own = _own({**_COMMON, "Personal budget holder": 1, "Step-dad mostly": 1})
    assert own == {"Personal budget holder", "Step-dad mostly"}


def test_a_value_given_once_is_an_option_where_it_is_made_like_one() -> None:
    assert _own({**_COMMON, "Kinship carer": 1}) == frozenset()
    assert _own({"5-10": 9, "11-15": 8, "19-25": 1}) == frozenset()
    assert _own({"Yes": 19, "No": 4, "Prefer not to say": 1}) == frozenset()


def test_a_value_given_once_is_an_option_where_others_are_nearly_as_rare() -> None:
    needs = {"Autism": 12, "ADHD": 8, "Epilepsy": 2, "Hearing": 3}
    assert _own({**needs, "Down syndrome": 1}) == frozenset()
    assert _own({**needs, "my own thing": 1}) == {"my own thing"}
    assert _own({**needs, "We do not know yet": 1}) == {"We do not know yet"}


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
