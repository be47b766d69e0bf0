"""Exports in the shapes that SurveyMonkey writes: expanded and condensed columns."""

from tests.importers.exports import Export, Value, moment

_FRONT: list[Value] = [
    "Respondent ID",
    "Collector ID",
    "Start Date",
    "End Date",
    "IP Address",
    "Email Address",
    "First Name",
    "Last Name",
    "Custom Data 1",
]
_BLANK: list[Value] = [None] * 9


def _who(number: int) -> list[Value]:
    return [
        str(114_000_000_000 + number),
        "431",
        f"03/{number + 12}/2025 09:0{number}:00",
        f"03/{number + 12}/2025 09:2{number}:30",
        f"10.0.0.{number}",
        None,
        None,
        None,
        None,
    ]


CONTACT = "Have you had contact with the EHC team?"
HELP = "Which of these helped you?"
AGREE = "How far do you agree?"
STORY = "Tell us your story"

expanded = Export(
    "expanded",
    "surveymonkey",
    [
        [*_FRONT, CONTACT, HELP, None, None, None, AGREE, None, STORY],
        [
            *_BLANK,
            "Response",
            "School, or nursery",
            "GP",
            "SENDIASS",
            "Other (please specify)",
            "We are listened to",
            "We are told the truth",
            "Open-Ended Response",
        ],
        [
            *_who(1),
            "Yes",
            "School, or nursery",
            None,
            "SENDIASS",
            None,
            "Agree",
            "Strongly disagree",
            'It took 61 weeks, "sixty-one"',
        ],
        [*_who(2), "No", None, "GP", None, "The health visitor", "Disagree", None, None],
        [*_who(3), "Yes", None, None, None, None, "Strongly agree", "Agree", "One\nTwo"],
        [
            *_who(4),
            None,
            "School, or nursery",
            "GP",
            "SENDIASS",
            None,
            None,
            "Disagree",
            "Everything is late except the taxi",
        ],
    ],
    {
        CONTACT: ("single", ["Yes", "No", "Yes", None]),
        HELP: (
            "multiple",
            [
                ("School, or nursery", "SENDIASS"),
                ("GP", "Other"),
                None,
                ("School, or nursery", "GP", "SENDIASS"),
            ],
        ),
        f"{AGREE} [We are listened to]": ("grid", ["Agree", "Disagree", "Strongly agree", None]),
        f"{AGREE} [We are told the truth]": (
            "grid",
            ["Strongly disagree", None, "Agree", "Disagree"],
        ),
        STORY: (
            "text",
            [
                'It took 61 weeks, "sixty-one"',
                None,
                "One\nTwo",
                "Everything is late except the taxi",
            ],
        ),
        "Respondent ID": ("system", [str(114_000_000_000 + each) for each in (1, 2, 3, 4)]),
        "Start Date": ("system", [moment(2025, 3, each + 12, 9, each) for each in (1, 2, 3, 4)]),
    },
    others={HELP: {1: "The health visitor"}},
    header_rows=2,
    complete=4,
)

single_with_other = Export(
    "single with other",
    "surveymonkey",
    [
        [*_FRONT, "Who completed this form?", None, "Age of child in years"],
        [*_BLANK, "Response", "Other (please specify)", "Open-Ended Response"],
        [*_who(1), "Parent", None, 7],
        [*_who(2), None, "Her grandmother", 12],
        [*_who(3), "Carer", None, 3],
        [*_who(4), "Parent", None, None],
        [*_who(5), "Carer", None, 16],
    ],
    {
        "Who completed this form?": ("single", ["Parent", "Other", "Carer", "Parent", "Carer"]),
        "Age of child in years": ("number", [7, 12, 3, None, 16]),
    },
    others={"Who completed this form?": {1: "Her grandmother"}},
    header_rows=2,
)

contact_rows = Export(
    "contact rows",
    "surveymonkey",
    [
        [*_FRONT, "If you would like a reply", None, "May we quote you?"],
        [*_BLANK, "Name", "Email Address", "Response"],
        [*_who(1), "Ann Ford", "ann@example.org", "Yes"],
        [*_who(2), "Bo Lee", "bo@example.org", "No"],
        [*_who(3), None, None, "Yes"],
    ],
    {
        "If you would like a reply [Name]": ("identity", ["Ann Ford", "Bo Lee", None]),
        "If you would like a reply [Email Address]": (
            "identity",
            ["ann@example.org", "bo@example.org", None],
        ),
        "May we quote you?": ("consent", ["Yes", "No", "Yes"]),
    },
    header_rows=2,
)

numbered_ticks = Export(
    "numbered ticks",
    "surveymonkey",
    [
        [*_FRONT, HELP, None, "How likely are you to recommend us?"],
        [*_BLANK, "School", "GP", "Response"],
        [*_who(1), 1, None, 10],
        [*_who(2), 1, 1, 0],
        [*_who(3), None, 1, 7],
        [*_who(4), None, None, None],
    ],
    {
        HELP: ("multiple", [("School",), ("School", "GP"), ("GP",), None]),
        "How likely are you to recommend us?": ("scale", [10, 0, 7, None]),
    },
    header_rows=2,
)

condensed = Export(
    "condensed",
    "surveymonkey",
    [
        [*_FRONT, CONTACT, HELP, STORY],
        [*_who(1), "Yes", "School, GP", "Short and sweet it was not, I can tell you"],
        [*_who(2), "No", "GP", None],
        [*_who(3), "Yes", "School", "Long story; ask me some time when I have slept"],
        [*_who(4), "No", "School, GP", None],
    ],
    {
        CONTACT: ("single", ["Yes", "No", "Yes", "No"]),
        HELP: ("multiple", [("School", "GP"), ("GP",), ("School",), ("School", "GP")]),
        STORY: (
            "text",
            [
                "Short and sweet it was not, I can tell you",
                None,
                "Long story; ask me some time when I have slept",
                None,
            ],
        ),
    },
)

condensed_twice = Export(
    "condensed with two heading rows",
    "surveymonkey",
    [
        [*_FRONT, CONTACT, STORY, STORY],
        [*_BLANK, "Response", "Open-Ended Response", "Open-Ended Response"],
        [*_who(1), "Yes", "First part of what happened to us", "second part"],
        [*_who(2), "No", "Just one part, and it was enough", None],
        [*_who(3), "Yes", None, "Only the second part here"],
        [*_who(4), "No", None, None],
    ],
    {
        CONTACT: ("single", ["Yes", "No", "Yes", "No"]),
        STORY: (
            "text",
            ["First part of what happened to us", "Just one part, and it was enough", None, None],
        ),
        f"{STORY} (2)": ("text", ["second part", None, "Only the second part here", None]),
    },
    header_rows=2,
)

EXPORTS = (expanded, single_with_other, contact_rows, numbered_ticks, condensed, condensed_twice)
