"""Exports in the shapes that LimeSurvey writes: codes, full text, and both."""

from datetime import date

from tests.importers.exports import Export, Value, moment

_CODES: list[Value] = [
    "id",
    "submitdate",
    "lastpage",
    "startlanguage",
    "seed",
    "startdate",
    "datestamp",
]
_WORDS: list[Value] = [
    "Response ID",
    "Date submitted",
    "Last page",
    "Start language",
    "Seed",
    "Date started",
    "Date last action",
]


def _front(number: int, *, done: bool = True) -> list[Value]:
    stamp = f"2025-03-1{number} 10:0{number}:00"
    return [
        number,
        stamp if done else None,
        4 if done else 2,
        "en",
        "1234567890",
        f"2025-03-1{number} 09:55:00",
        stamp,
    ]


codes = Export(
    "codes",
    "limesurvey",
    [
        [
            *_CODES,
            "Q1",
            "Q3[SQ001]",
            "Q3[SQ002]",
            "Q3[SQ003]",
            "Q3[other]",
            "Q8",
            "Q8[other]",
            "Q9",
            "Q9[comment]",
        ],
        [*_front(1), "A1", "Y", None, "Y", None, "A2", None, "Y", "It was late, as ever"],
        [*_front(2, done=False), "A2", None, None, None, None, None, None, None, None],
        [*_front(3), "A1", None, "Y", None, "Portage", "-oth-", "My aunt", "N", None],
        [*_front(4), "A2", None, None, "Y", None, "A2", None, "Y", "Better, thank you very much"],
    ],
    {
        "id": ("system", ["1", "2", "3", "4"]),
        "Q1": ("single", ["A1", "A2", "A1", "A2"]),
        "Q3": ("multiple", [("SQ001", "SQ003"), None, ("SQ002", "Other"), ("SQ003",)]),
        "Q8": ("single", ["A2", None, "Other", "A2"]),
        "Q9": ("single", ["Y", None, "N", "Y"]),
        "Q9 [comment]": (
            "text",
            ["It was late, as ever", None, None, "Better, thank you very much"],
        ),
        "startdate": ("system", [moment(2025, 3, 10 + each, 9, 55) for each in (1, 2, 3, 4)]),
    },
    others={"Q3": {2: "Portage"}, "Q8": {2: "My aunt"}},
    complete=3,
)

full_text = Export(
    "full text",
    "limesurvey",
    [
        [
            *_WORDS,
            "Which of these does your child have? [EHC plan]",
            "Which of these does your child have? [SEN support]",
            "Which of these does your child have? [Other]",
            "How do you rate these? [Reviews, annual]",
            "How do you rate these? [Transport]",
            "Say more",
        ],
        [*_front(1), "Yes", None, None, "Good", "Poor", "Words of mine, some of them long"],
        [*_front(2), None, "Yes", "A medical care plan", "Poor", "Good", None],
        [*_front(3, done=False), "Yes", "Yes", None, None, None, None],
    ],
    {
        "Which of these does your child have?": (
            "multiple",
            [("EHC plan",), ("SEN support", "Other"), ("EHC plan", "SEN support")],
        ),
        "How do you rate these? [Reviews, annual]": ("grid", ["Good", "Poor", None]),
        "How do you rate these? [Transport]": ("grid", ["Poor", "Good", None]),
        "Say more": ("text", ["Words of mine, some of them long", None, None]),
    },
    others={"Which of these does your child have?": {1: "A medical care plan"}},
    complete=2,
)

codes_and_text = Export(
    "codes and text",
    "limesurvey",
    [
        [
            "id. Response ID",
            "submitdate. Date submitted",
            "lastpage. Last page",
            "startlanguage. Start language",
            "Q1. Who are you?",
            "Q2[SQ001]. What helped? [School]",
            "Q2[SQ002]. What helped? [Health]",
        ],
        [1, "2025-03-11 10:00:00", 2, "en", "Parent", "Yes", None],
        [2, "2025-03-12 10:00:00", 2, "en", "Carer", "Yes", "Yes"],
        [3, None, 1, "en", "Parent", None, None],
        [4, "2025-03-14 10:00:00", 2, "en", "Carer", None, "Yes"],
    ],
    {
        "Who are you?": ("single", ["Parent", "Carer", "Parent", "Carer"]),
        "What helped?": ("multiple", [("School",), ("School", "Health"), None, ("Health",)]),
    },
    complete=3,
)

array = Export(
    "array of codes",
    "limesurvey",
    [
        [*_CODES, "ipaddr", "Q4[SQ001]", "Q4[SQ002]", "Q5", "Q6", "interviewtime", "groupTime12"],
        [*_front(1), "10.1.1.1", 1, 5, 3, "2012-04-25", "33.5", "12.1"],
        [*_front(2), "10.1.1.2", 2, 4, 2, "2009-12-01", "44.1", "9.2"],
        [*_front(3), "10.1.1.3", 5, 1, 5, None, "12.0", "8"],
    ],
    {
        "Q4 [SQ001]": ("grid", [1, 2, 5]),
        "Q4 [SQ002]": ("grid", [5, 4, 1]),
        "Q5": ("scale", [3, 2, 5]),
        "Q6": ("date", [date(2012, 4, 25), date(2009, 12, 1), None]),
    },
)

unticked = Export(
    "no for not ticked",
    "limesurvey",
    [
        [*_WORDS, "Services used [CAMHS]", "Services used [Physio]", "Services used [Other]"],
        [*_front(1), "Yes", "No", None],
        [*_front(2), "No", "No", "A private therapist"],
        [*_front(3), "No", "Yes", None],
    ],
    {"Services used": ("multiple", [("CAMHS",), ("Other",), ("Physio",)])},
    others={"Services used": {1: "A private therapist"}},
)

with_token = Export(
    "with token",
    "limesurvey",
    [
        [*_CODES, "token", "firstname", "email", "G1Q1"],
        [*_front(1), "aX3", "Ann", "ann@example.org", "A first free text that goes on a little"],
        [*_front(2), "bY4", "Bo", "bo@example.org", "Another quite different answer, with commas"],
        [*_front(3), "cZ5", "Cy", "cy@example.org", None],
    ],
    {
        "token": ("identity", ["aX3", "bY4", "cZ5"]),
        "firstname": ("identity", ["Ann", "Bo", "Cy"]),
        "G1Q1": (
            "text",
            [
                "A first free text that goes on a little",
                "Another quite different answer, with commas",
                None,
            ],
        ),
    },
)

EXPORTS = (codes, full_text, codes_and_text, array, unticked, with_token)
