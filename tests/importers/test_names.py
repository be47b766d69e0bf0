"""A family's words become a term only where no doubt is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.names import EXACT, normal, propose
from pcf_desktop.importers.reference import read_list

LISTS = ("need", "send_status", "setting", "service", "age_band", "theme", "channel", "ethnicity")
TERMS = {key: read_list(key).terms for key in LISTS}


@pytest.mark.parametrize(
    ("key", "words", "expected"),
    [
        ("need", "Autism", "asd"),
        ("need", "AUTISTIC ", "asd"),
        ("need", "autsim", "asd"),
        ("need", "Autism (diagnosed 2021)", "asd"),
        ("need", "ASC", "asd"),
        ("need", "Dyslexa", "spld"),
        ("need", "ADHD", "semh"),
        ("need", "Speech, Language & Communication Needs", "slcn"),
        ("need", "speech language and comunication needs", "slcn"),
        ("need", "Down\u2019s syndrome", "ds"),
        ("need", "profound and multiple learning difficulties", "pmld"),
        ("need", "GDD", "mld"),
        ("need", "FASD", "oth"),
        ("need", "Epilepsy", "oth"),
        ("need", "EBSA", "semh"),
        ("send_status", "EHCP", "ehc_plan"),
        ("send_status", "Has an EHCP since 2019", "ehc_plan"),
        ("send_status", "K", "sen_support"),
        ("send_status", "No SEN", "no_sen"),
        ("send_status", "Refusal to assess", "assessment_refused"),
        ("send_status", "Applied for an EHCP", "being_assessed"),
        ("send_status", "Awaiting EHCNA decision", "being_assessed"),
        ("send_status", "Waiting for an EHCP", "being_assessed"),
        ("send_status", "Waiting for autism assessment", "on_pathway"),
        ("setting", "Junior", "mainstream_primary"),
        ("setting", "Grammar school", "mainstream_secondary"),
        ("service", "EHCP coordinator", "ehc_team"),
        ("setting", "Special School", "special_state"),
        ("setting", "independent special school", "special_independent"),
        ("setting", "PRU", "alternative_provision"),
        ("setting", "Home-schooled", "home_educated"),
        ("setting", "SEN unit in a mainstream primary", None),
        ("service", "SALT", "speech_language"),
        ("service", "Ed psych", "educational_psychology"),
        ("service", "CAMHS crisis team", "camhs"),
        ("service", "School transport", "transport"),
        ("ethnicity", "White - British", "white"),
        ("channel", "Facebook Group", "facebook"),
    ],
)
def test_families_words_find_their_term(key: str, words: str, expected: str | None) -> None:
    assert propose(words, TERMS[key]).key == expected


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("need", "Autism and ADHD"),
        ("need", "not autistic"),
        ("need", "waiting for autism assessment"),
        ("need", "autism?"),
        ("need", "Possible dyslexia"),
        ("need", "hi there"),
        ("need", "please add more groups"),
        ("need", "lovely"),
        ("need", ""),
        ("need", " \n"),
        ("need", "behaviour"),
        ("need", "complex needs"),
        ("need", "learning difficulties"),
        ("send_status", "no EHCP"),
        ("send_status", "IEP"),
        ("send_status", "no support"),
        ("setting", "academy"),
        ("setting", "middle school"),
        ("service", "case worker"),
        ("service", "doctor"),
        ("send_status", "lost her EHCP last year"),
        ("setting", "the school is special to us but independent"),
        ("service", "hot meals"),
        ("age_band", "25"),
    ],
)
def test_where_there_is_doubt_it_stays_not_known(key: str, words: str) -> None:
    proposal = propose(words, TERMS[key])
    assert proposal.key is None
    assert proposal.why.endswith(".")


def test_what_the_person_chose_before_wins() -> None:
    remembered = {"sunny side": "special_state", "PRU": "resourced_provision"}
    assert propose("Sunny  Side!", TERMS["setting"], remembered).key == "special_state"
    assert propose("pru", TERMS["setting"], remembered).key == "resourced_provision"
    assert propose("pru", TERMS["setting"], remembered).why == "You chose this before."


def test_a_remembered_choice_of_a_term_that_is_gone_counts_for_nothing() -> None:
    assert propose("PRU", TERMS["setting"], {"PRU": "deleted"}).key == "alternative_provision"


def test_a_doubt_names_the_terms_between_which_to_choose() -> None:
    why = propose("autism, dyslexia", TERMS["need"]).why
    assert "Autistic spectrum disorder" in why
    assert "Specific learning difficulty" in why


@pytest.mark.parametrize("key", LISTS)
def test_every_name_in_a_list_finds_its_own_term(key: str) -> None:
    for term in TERMS[key]:
        for name in term.names:
            proposal = propose(f"  {name.upper()}", TERMS[key])
            assert (proposal.key, proposal.score) == (term.key, EXACT), name


@given(st.text(max_size=60), st.sampled_from(LISTS))
def test_any_text_gets_a_proposal_that_never_repeats_it(words: str, key: str) -> None:
    proposal = propose(words, TERMS[key])
    assert 0 <= proposal.score <= 1
    assert proposal.key is None or proposal.score > 0.7
    assert len(normal(words)) < 20 or words not in proposal.why


@given(st.text(max_size=40))
def test_normal_form_is_stable(words: str) -> None:
    assert normal(normal(words)) == normal(words)
