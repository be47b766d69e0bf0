import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.letters.titles import title


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("the lack of a local offer", "Lack of a local offer"),
        ("Leaders across the partnership should improve EHC plans.", "Improve EHC plans"),
        ("poor plans, which are late", "Poor plans, which are late"),
        (
            "the quality of education, health and care plans",
            "Quality of education, health and care plans",
        ),
        ("weak oversight of placements because data is poor", "Weak oversight of placements"),
    ],
)
def test_a_title_is_short_and_plain(words: str, short: str) -> None:
    assert title(words) == short


@pytest.mark.parametrize(
    ("words", "short"),
    [
        (
            "the widely held concern of parents that the local offer is not useful",
            "Local offer is not useful",
        ),
        (
            "weaknesses in the quality and timeliness of education, health and care plans",
            "Quality and timeliness of EHC plans",
        ),
        (
            "the quality of education, health and care (EHC) plans",
            "Quality of education, health and care plans",
        ),
        (
            (
                "inconsistent strategic leadership and weak strategic planning across the area, "
                "most notably in the CCG"
            ),
            "Inconsistent strategic leadership and weak strategic planning",
        ),
        (
            "the lack of inclusion of health services’ input into the area’s SEND action plan",
            "Lack of inclusion of health services’ input",
        ),
        (
            (
                "significant waiting times for large numbers of children and young people on the "
                "ASD and ADHD diagnostic pathways"
            ),
            "Significant waiting times for large numbers of children",
        ),
        (
            (
                "significant waiting times for those needing assessment and treatment from the "
                "speech and language therapy service"
            ),
            "Significant waiting times for those needing assessment",
        ),
        (
            (
                "inconsistency in the quality of input from education, health and care into EHC "
                "assessment and planning"
            ),
            "Inconsistency in the quality of input",
        ),
        (
            "the high rate of exclusions for children and young people with an EHC plan",
            "High rate of exclusions for children",
        ),
        (
            "partnership working between services across education, health and care",
            "Partnership working between services",
        ),
        (
            (
                "the timeliness of assessment, writing and publication of education, health and "
                "care plans"
            ),
            "Timeliness of assessment, writing and publication",
        ),
        (
            "joint commissioning arrangements that limited leaders’ ability to meet area needs",
            "Joint commissioning arrangements",
        ),
        (
            (
                "too many children and young people not accessing education because of the "
                "disproportionate use of exclusion"
            ),
            "Children and young people not accessing education",
        ),
        (
            "children and young people’s needs are not assessed, identified and met well enough",
            "Children’s needs are not assessed, identified and met",
        ),
        (
            "the poor quality of EHC plans and the lack of contribution of social care",
            "Poor quality of EHC plans",
        ),
    ],
)
def test_a_title_ends_where_a_phrase_ends(words: str, short: str) -> None:
    assert title(words) == short


@given(st.text(alphabet="abc AND the of,;.-", min_size=1, max_size=200))
def test_a_title_has_at_most_eight_words(words: str) -> None:
    assert len(title(words).split()) <= 8
