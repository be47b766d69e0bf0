from pcf_desktop.importers.letters.sentences import sentence_before, sentences


def test_sentences_end_at_stops_and_gaps_and_not_at_titles() -> None:
    text = "Dr. Povey spoke. Heading\n\nA line\nbroken in two.\n• an item"
    assert [each.words for each in sentences(text)] == [
        *("Dr. Povey spoke.", "Heading", "A line broken in two.", "• an item"),
    ]


def test_a_sentence_stands_where_it_says() -> None:
    text = "One.  Two is here. Three"
    assert [text[each.start : each.end] for each in sentences(text)] == [
        "One.",
        "Two is here.",
        "Three",
    ]


def test_the_sentence_before_a_place_runs_up_to_it() -> None:
    text = "First. These areas are: a"
    assert sentence_before(text, text.index(":")).words == "These areas are"


def test_a_text_without_stops_is_read_in_pieces() -> None:
    assert max(len(each.words) for each in sentences("word " * 5000)) <= 2500


def test_minutes_that_go_on_with_and_that_begin_another_sentence() -> None:
    text = "They looked at:\n• needs\nand that a plan was required on two areas"
    assert sentences(text)[-1].words == "and that a plan was required on two areas"
