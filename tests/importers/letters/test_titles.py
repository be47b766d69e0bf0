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


@pytest.mark.parametrize(
    ("words", "short"),
    [
        (
            (
                "Leaders across the partnership should ensure that children and young people do "
                "not wait too long for autism assessments, and that families are helped meanwhile."
            ),
            "Waits for autism assessments",
        ),
        (
            "Leaders should ensure that there are no gaps in the support for young adults.",
            "Gaps in the support for young adults",
        ),
        (
            "Leaders should urgently make sure that children with SEND do not miss education.",
            "Children with SEND missing education",
        ),
        (
            "The ICB should cut waiting times so children do not wait for months on end.",
            "Cut waiting times",
        ),
        (
            "leaders should ensure that families do not have to repeat their story to everybody",
            "Families having to repeat their story to everybody",
        ),
    ],
)
def test_a_goal_said_by_what_should_not_be_is_no_title(words: str, short: str) -> None:
    assert title(words) == short


@pytest.mark.parametrize(
    ("words", "short"),
    [
        (
            (
                "Leaders should take swift action to address the long waits for speech and "
                "language therapy, so that children get help when they need it."
            ),
            "Long waits for speech and language therapy",
        ),
        (
            "The council should improve the timeliness and the quality of EHC plans.",
            "Timeliness and the quality of EHC plans",
        ),
        (
            "The ICB must address the delays and the gaps in health advice, EHC plans and reviews.",
            "Delays and the gaps in health advice",
        ),
        (
            "gaps in the joint commissioning of speech and language therapy",
            "Gaps in the joint commissioning of speech therapy",
        ),
        (
            "The council should ensure that all children with a plan have a suitable school place.",
            "All children with a plan",
        ),
    ],
)
def test_a_title_keeps_what_it_is_about(words: str, short: str) -> None:
    assert title(words) == short


@given(st.text(alphabet="abc AND the of,;.-", min_size=1, max_size=200))
def test_a_title_has_at_most_eight_words(words: str) -> None:
    assert len(title(words).split()) <= 8
