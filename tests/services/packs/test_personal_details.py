"""What may point to a person is found, and ordinary words are left in peace."""

import sys
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.paths import shipped
from pcf_desktop.services.packs import personal_details
from pcf_desktop.services.packs.personal_details import What

HOLDS = (
    ("Please write to tess.made-up@example.org about it.", "tess.made-up@example.org", What.EMAIL),
    ("Ring me on 07700 900123 after four.", "07700 900123", What.PHONE),
    ("Their number is (01632) 960 456 but nobody picks up.", "(01632) 960 456", What.PHONE),
    ("My mobile is +44 7700 900 456 if it helps.", "+44 7700 900 456", What.PHONE),
    ("We moved to SY99 9ZZ and lost the place.", "SY99 9ZZ", What.POSTCODE),
    ("it is in sy999zz, the far side of town", "sy999zz", What.POSTCODE),
    ("The letter had 999 123 4578 on it.", "999 123 4578", What.NHS_NUMBER),
    ("They asked for AB 12 34 56 C on the phone.", "AB 12 34 56 C", What.INSURANCE),
    ("She was born on 3 May 2014, far too early.", "born on 3 May 2014", What.BIRTH),
    ("his dob is 03/05/2014 if you look", "dob is 03/05/2014", What.BIRTH),
    ("His birthday is the 4th of June so he is young in the year.", "birthday is the 4th of June",
     What.BIRTH),
    ("ADHD appointment 2nd December. Referred in 2020.", "2nd December", What.DATE),
    ("the tribunal is on 14 May 2022, at last", "14 May 2022", What.DATE),
    ("He was seen on March 3rd and never since", "March 3rd", What.DATE),
    ("last seen 02/12/2021", "02/12/2021", What.DATE),
    ("He goes to Oakwillow Primary School now.", "Oakwillow Primary School", What.SCHOOL),
    ("Since St Wilfrid's took her she is happy.", "St Wilfrid's", What.SCHOOL),
    ("the staff at Merefield Academy try hard", "Merefield Academy", What.SCHOOL),
    ("We have lived at 14 Tanners Lane for years.", "14 Tanners Lane", What.ADDRESS),
    ("the taxi will not come up Bramble Close", "Bramble Close", What.ADDRESS),
    ("Only Mrs Pettifold ever rang back.", "Mrs Pettifold", What.TITLED),
    ("thanks to Dr. Averill we got somewhere", "Dr. Averill", What.TITLED),
    ("My son Tobin was sent home again.", "Tobin", What.NAME),
    ("we told them that Marisol can't cope", "Marisol", What.NAME),
    ("Tobin was sent home again.", "Tobin", What.NAME),
    ("Again. Marisol's plan was lost.", "Marisol", What.NAME),
    ("my boys (Jory and Kit) are both waiting", "Jory", What.NAME),
    ("I asked Odette-Rae to show me", "Odette-Rae", What.NAME),
)  # fmt: skip

HOLDS_NOTHING = (
    "We have waited since October 2019 for an autism assessment.",
    "The EHCP came back with whole sections missing, and the SENCo left.",
    "On Tuesday I rang CAMHS, the GP and SENDIASS. Nobody rang back.",
    "School said he was fine. Transport was late. Dad rang them.",
    "Ofsted and the Care Quality Commission should read this.",
    "In Year 9 she got 3 GCSEs early, in Maths and English.",
    "I’ve paid £1,850 for a private report and it was 41 weeks.",
    "Mum did 2 hours on the phone; Nan did the rest.",
    "The school is lovely. The Special School place never came.",
    "Shropshire Council told us to look at the Local Offer.",
    "“Not our job,” they said. That’s all we ever hear.",
    "It was a 20 week wait, then 1234567890 more excuses.",
    "We filled in the form twice – once on paper, once on Facebook.",
    "NOBODY LISTENS. We asked for OT, SALT and an EP.",
    "Please listen. Paperwork is all they do. Sleep is a dream.",
    "At Christmas and Easter there is no club at all.",
)


@pytest.mark.parametrize(("words", "wanted", "what"), HOLDS)
def test_it_is_found_with_its_place_and_why(words: str, wanted: str, what: What) -> None:
    found = [(words[each.start : each.end], each.what) for each in personal_details.find(words)]
    assert (wanted, what) in found


@pytest.mark.parametrize("words", HOLDS_NOTHING)
def test_ordinary_words_are_left_in_peace(words: str) -> None:
    assert [words[each.start : each.end] for each in personal_details.find(words)] == []


def test_an_nhs_number_needs_its_check_digit() -> None:
    assert personal_details.find("It said 999 123 4578 there")
    assert not personal_details.find("It said 999 123 4579 there")


def test_what_is_made_up_in_the_sample_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    answers = tomllib.loads(
        shipped("resources", "samples", "shropshire-answers.toml").read_text("utf-8")
    )
    free = [each["key"] for each in answers["questions"] if each["kind"] == "text"]
    texts = [answer[key] for answer in answers["answers"] for key in free if key in answer]
    hit = [text for text in texts if personal_details.find(text)]
    planted = (
        "Tolliver", "Quarry Lane", "Ellie-Mae", "Fernhollow", "Harrowgate", "01632", "14/02/2013",
        "Callum", "07700", "Jago", "made.up.mum",
    )  # fmt: skip
    wanted = {text for text in texts if any(word in text for word in planted)}
    found = len(wanted & set(hit))
    with capsys.disabled():
        sys.stdout.write(
            f"\npersonal details in {len(texts)} answers: recall {found}/{len(wanted)}, "
            f"precision {found}/{len(hit)}\n"
        )
    assert found == len(wanted)
    assert found / len(hit) > 0.6


@given(st.text())
def test_whatever_is_written_the_places_lie_in_it_and_apart(words: str) -> None:
    before = 0
    for each in personal_details.find(words):
        assert before <= each.start < each.end <= len(words)
        before = each.end
