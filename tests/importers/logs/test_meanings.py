"""What a column of a log says: by its heading, by what stands in it, or as a person says."""

import pytest

from pcf_desktop.importers.logs.log_sheet import Meaning
from pcf_desktop.importers.logs.meanings import (
    BY_CONTENT,
    BY_HEADING,
    BY_PERSON,
    by_heading,
    find_meanings,
    terms,
)
from pcf_desktop.importers.reference import read_list


def test_the_list_of_columns_is_the_meanings_there_are() -> None:
    assert [term.key for term in read_list("log_column").terms] == [str(each) for each in Meaning]
    assert terms("log_column") == read_list("log_column").terms


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Date", "said"), ("DATE OF CONTACT", "said"), ("Date received", "said"),
        ("How received", "channel"), ("Source of feedback", "channel"),
        ("Contact method:", "channel"),
        ("Event / session", "event"), ("Event name", "event"),
        ("Area", "district"), ("Locality", "district"), ("Town", "district"),
        ("Family ref.", "family"), ("Parent ID", "family"), ("Household code", "family"),
        ("Age of CYP", "age"), ("Child's age", "age"), ("Year group", "age"),
        ("Primary need", "need"), ("Diagnosis", "need"), ("Type of SEN", "need"),
        ("EHCP?", "status"), ("EHCP status", "status"), ("SEN status", "status"),
        ("Type of school", "setting"), ("Phase", "setting"),
        ("May we quote? (Y/N)", "quote"), ("Consent to share", "quote"), ("OK to quote?", "quote"),
        ("Comments", "words"), ("What was said", "words"), ("Issue raised", "words"),
        ("E-mail address", "email"), ("Log no.", "reference"), ("ID", "reference"),
        ("Parent name", "identity"), ("Phone number", "identity"), ("Your full name", "identity"),
        ("Logged by", "out"), ("Action taken", "out"),
        ("How do you feel about your school transport?", None), ("Zebra", None),
    ],
)  # fmt: skip
def test_a_heading_says_what_the_column_holds(heading: str, meaning: str | None) -> None:
    assert by_heading(heading) == (Meaning(meaning) if meaning else None)


def test_what_stands_in_a_column_tells_where_its_heading_does_not() -> None:
    headings = ["A", "B", "C", "D", "E", "F", "G", "Age"]
    samples = [
        ["03/04/2025", "15/04/2025"],
        ["Yes", "No", "only anonymously"],
        ["Autism", "ADHD", "Deaf"],
        ["EHCP", "SEN support"],
        ["jo@example.org", "al@example.org"],
        ["We waited two years for an assessment.", "The taxi is late every single day."],
        ["K1", "K2", "K1"],
        ["seven", "8"],
    ]
    found = find_meanings(headings, samples, {})
    assert [str(each) for each, _ in found] == [
        *("said", "quote", "need", "status", "email", "words", "out", "age"),
    ]
    assert found[0][1] == BY_CONTENT
    assert found[-1][1] == BY_HEADING
    said = find_meanings(headings, samples, {"E": Meaning.OUT, "G": Meaning.FAMILY})
    assert said[4] == (Meaning.OUT, BY_PERSON)
    assert said[6] == (Meaning.FAMILY, BY_PERSON)
    without_mail = find_meanings(headings[:4] + headings[5:], samples[:4] + samples[5:], {})
    assert without_mail[5] == (Meaning.FAMILY, BY_CONTENT)


def test_who_somebody_is_stays_out_whatever_the_heading_says() -> None:
    found = find_meanings(
        ["Comments", "Notes", "Contact"],
        [["Said a lot."], ["07700 900123", "07700 900124"], ["a@b.org", "c@d.org"]],
        {},
    )
    assert [each for each, _ in found] == [Meaning.WORDS, Meaning.IDENTITY, Meaning.EMAIL]
