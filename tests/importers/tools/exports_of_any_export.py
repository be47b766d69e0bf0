"""Exports of tools that nobody has told us about."""

from tests.importers.exports import Export, Value, moment

plain = Export(
    "plain",
    "any_export",
    [
        ["Response ID", "Date submitted at", "How are you finding school?", "Why?"],
        ["r-1", None, "Good", "The teaching assistant understands him at last"],
        ["r-2", None, "Poor", "Part-time timetable since October, no review"],
        ["r-3", None, "Good", None],
    ],
    {
        "Date submitted at": ("text", [None, None, None]),
        "How are you finding school?": ("scale", ["Good", "Poor", "Good"]),
        "Why?": (
            "text",
            [
                "The teaching assistant understands him at last",
                "Part-time timetable since October, no review",
                None,
            ],
        ),
    },
)

titled = Export(
    "titled",
    "any_export",
    [
        ["Summer survey 2025: results", None, None, None],
        [None, None, None, None],
        ["Timestamp", "Which school type?", "What is going well at the moment?", "Ref"],
        ["13/06/2025 10:00", "Special", "Swimming, and the new minibus", 1],
        ["14/06/2025 10:00", "Mainstream", "Not much to be honest with you", 2],
        ["15/06/2025 10:00", "Special", None, 3],
    ],
    {
        "Which school type?": ("single", ["Special", "Mainstream", "Special"]),
        "What is going well at the moment?": (
            "text",
            ["Swimming, and the new minibus", "Not much to be honest with you", None],
        ),
        "Timestamp": ("system", [moment(2025, 6, day, 10) for day in (13, 14, 15)]),
    },
    skip=2,
)

two_rows = Export(
    "two rows",
    "any_export",
    [
        ["Record", "What do you need?", None, None, "How old is your child?"],
        [None, "Respite", "Transport", "Advice", None],
        [11, "Respite", None, "Advice", 5],
        [12, None, None, "Advice", 9],
        [13, None, "Transport", None, 14],
    ],
    {
        "Record": ("number", [11, 12, 13]),
        "What do you need?": ("multiple", [("Respite", "Advice"), ("Advice",), ("Transport",)]),
        "How old is your child?": ("number", [5, 9, 14]),
    },
    header_rows=2,
)

bars = Export(
    "bars between options",
    "any_export",
    [
        ["id", "created at", "What matters most to you?", "Do you agree to be contacted?"],
        [1, "2025-05-01 10:00:00", "Trust|Time", "Yes"],
        [2, "2025-05-02 10:00:00", "Time", "No"],
        [3, "2025-05-03 10:00:00", "Trust", "Yes"],
        [4, "2025-05-04 10:00:00", "Time|Trust", "Yes"],
    ],
    {
        "What matters most to you?": (
            "multiple",
            [("Trust", "Time"), ("Time",), ("Trust",), ("Time", "Trust")],
        ),
        "Do you agree to be contacted?": ("consent", ["Yes", "No", "Yes", "Yes"]),
    },
)

_sentences: list[Value] = [
    "We get the help we need, when we need it.",
    "We get help, but later than we need it.",
    "We have asked for help and have been turned away.",
    "We have not asked, because we do not know whom to ask.",
    "We no longer ask.",
] * 4
_numbers: list[Value] = list(range(1, 21))

sentences = Export(
    "five repeated sentences",
    "any_export",
    [
        ["No.", "Which of these is nearest to your experience?"],
        *zip(_numbers, _sentences, strict=True),
    ],
    {
        "Which of these is nearest to your experience?": ("single", _sentences),
    },
)

unnamed = Export(
    "a column without a heading",
    "any_export",
    [
        ["Date and time", "What would you change about transport?", None, None],
        ["13/06/2025 10:00", "The driver changes each week, he cannot cope", "seen", None],
        ["14/06/2025 10:00", "Nothing at all, they are wonderful people", "seen", None],
        ["15/06/2025 10:00", None, "new", None],
    ],
    {
        "What would you change about transport?": (
            "text",
            [
                "The driver changes each week, he cannot cope",
                "Nothing at all, they are wonderful people",
                None,
            ],
        ),
        "Column C": ("single", ["seen", "seen", "new"]),
    },
)

EXPORTS = (plain, titled, two_rows, bars, sentences, unnamed)
