"""Exports in the shapes that Microsoft Forms writes."""

from datetime import date, timedelta

from tests.importers.exports import Export, Value, moment

_START = moment(2025, 3, 14, 9, 30)
_HEAD: list[Value] = ["ID", "Start time", "Completion time", "Email", "Name"]


def _front(number: int) -> list[Value]:
    start = _START + timedelta(days=number, minutes=7 * number)
    return [number, start, start + timedelta(minutes=6), "anonymous", None]


SETTING = "Where does your child go to school?"
SUPPORT = "Which support does your child have? (tick all that apply)"
AGREE = "Staff listen to what families say"
STARS = "How would you rate communication?"
WORDS = "What has changed since the last inspection, if anything?"
QUOTE = "Are you happy for us to quote your words without your name?"

_settings = [
    "Mainstream primary",
    "Special school",
    "Mainstream primary",
    "Special school",
    "Home educated",
    "Home educated",
]
_agree = ["Agree", "Strongly disagree", "Disagree", "Strongly agree", "Agree", None]
_stars = [1, 3, 5, 2, 4, 5]
_words = [
    "Nothing yet; the plan came back with the wrong name on it, again.",
    "They rang me!\nThat has never happened before \N{GRINNING FACE}",
    None,
    "=SUM(A1:A2) is what the transport form said, plus \u00a345",
    'My son said "I like it here", which he never did',
    "No",
]
_quote = ["Yes", "No", "Yes", "Yes", "No", "Yes"]
_support_cells = [
    "EHC plan;SEN support, without a plan;",
    "EHC plan;",
    "None, or not sure yet;",
    "SEN support, without a plan;Speech and language therapy;EHC plan;",
    None,
    "Speech and language therapy;None, or not sure yet;",
]
_support = [
    ("EHC plan", "SEN support, without a plan"),
    ("EHC plan",),
    ("None, or not sure yet",),
    ("SEN support, without a plan", "Speech and language therapy", "EHC plan"),
    None,
    ("Speech and language therapy", "None, or not sure yet"),
]

everything = Export(
    "everything",
    "microsoft_forms",
    [
        [*_HEAD, SETTING, SUPPORT, AGREE, STARS, WORDS, QUOTE],
        *(
            [
                *_front(at + 1),
                _settings[at],
                _support_cells[at],
                _agree[at],
                _stars[at],
                _words[at],
                _quote[at],
            ]
            for at in range(6)
        ),
    ],
    {
        SETTING: ("single", _settings),
        SUPPORT: ("multiple", _support),
        AGREE: ("scale", _agree),
        STARS: ("scale", _stars),
        WORDS: ("text", _words),
        QUOTE: ("consent", _quote),
    },
    complete=6,
)

repeated = Export(
    "repeated",
    "microsoft_forms",
    [
        [
            *_HEAD,
            "How old is your\u00a0child?",
            "Anything to add?",
            "How old is your child?2",
            "Anything to add?2",
        ],
        [*_front(1), 7, "She loves the farm visits and hates the bus", 12, "He waits for CAMHS"],
        [*_front(2), 9, "Taxi never comes on time in the mornings", None, None],
        [*_front(3), 11, None, 4, "Nursery has been kind to all of us"],
    ],
    {
        "How old is your child?": ("number", [7, 9, 11]),
        "Anything to add?": (
            "text",
            [
                "She loves the farm visits and hates the bus",
                "Taxi never comes on time in the mornings",
                None,
            ],
        ),
        "How old is your child? (2)": ("number", [12, None, 4]),
        "Anything to add? (2)": (
            "text",
            ["He waits for CAMHS", None, "Nursery has been kind to all of us"],
        ),
    },
)

quiz = Export(
    "quiz",
    "microsoft_forms",
    [
        [
            *_HEAD,
            "Total points",
            "Quiz feedback",
            "Who writes an EHC plan?",
            "Points - Who writes an EHC plan?",
            "Feedback - Who writes an EHC plan?",
        ],
        [*_front(1), 1, None, "The council", 1, "Right"],
        [*_front(2), 0, "Well done", "The school", 0, None],
        [*_front(3), 1, None, "The council", 1, None],
        [*_front(4), 0, None, "The school", 0, None],
    ],
    {
        "Who writes an EHC plan?": (
            "single",
            ["The council", "The school", "The council", "The school"],
        )
    },
)

signed_in = Export(
    "signed in",
    "microsoft_forms",
    [
        [
            "Id",
            "Start time",
            "Completion time",
            "Email",
            "Name",
            "Last modified time",
            "Q7",
            "Best number to ring you on",
            "Your comments",
        ],
        [
            1,
            _START,
            _START,
            "ann.ford@example.org",
            "Ann Ford",
            None,
            "SY1 2AB",
            "01743 000 001",
            "The SENCo is a star",
        ],
        [
            2,
            _START,
            _START,
            "bo.lee@example.org",
            "Bo Lee",
            _START,
            "SY23 4ZQ",
            "07700 900123",
            "Still waiting after two years of asking",
        ],
        [3, _START, _START, "cy.dar@example.org", "Cy Dar", None, "sy3 9pp", None, "OK"],
    ],
    {
        "Id": ("system", ["1", "2", "3"]),
        "Email": ("identity", ["ann.ford@example.org", "bo.lee@example.org", "cy.dar@example.org"]),
        "Name": ("identity", ["Ann Ford", "Bo Lee", "Cy Dar"]),
        "Q7": ("identity", ["SY1 2AB", "SY23 4ZQ", "sy3 9pp"]),
        "Best number to ring you on": ("identity", ["01743 000 001", "07700 900123", None]),
        "Your comments": (
            "text",
            ["The SENCo is a star", "Still waiting after two years of asking", "OK"],
        ),
    },
)

own_texts = Export(
    "own texts",
    "microsoft_forms",
    [
        [*_HEAD, "Who helped you most?"],
        *(
            [*_front(at + 1), cell]
            for at, cell in enumerate(
                ["School;SENDIASS;"] * 4
                + ["GP;"] * 3
                + ["School;"] * 6
                + ["SENDIASS;GP;"] * 6
                + ["School;my sister, who is a teacher herself;"]
            )
        ),
    ],
    {
        "Who helped you most?": (
            "multiple",
            [("School", "SENDIASS")] * 4
            + [("GP",)] * 3
            + [("School",)] * 6
            + [("SENDIASS", "GP")] * 6
            + [("School", "Other")],
        )
    },
    others={"Who helped you most?": {19: "my sister, who is a teacher herself"}},
)

dates = Export(
    "dates",
    "microsoft_forms",
    [
        [*_HEAD, "When was the plan last reviewed?", "Blank rows come next"],
        [*_front(1), moment(2024, 4, 25), "One long answer about the annual review meeting"],
        [None] * 7,
        [*_front(2), moment(2023, 12, 1), "Another answer, quite unlike the one before"],
        [*_front(3), None, "  "],
    ],
    {
        "When was the plan last reviewed?": ("date", [date(2024, 4, 25), date(2023, 12, 1), None]),
        "Blank rows come next": (
            "text",
            [
                "One long answer about the annual review meeting",
                "Another answer, quite unlike the one before",
                None,
            ],
        ),
    },
    date_format="%d/%m/%Y",
)

EXPORTS = (everything, repeated, quiz, signed_in, own_texts, dates)
