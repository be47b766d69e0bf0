"""Exports in the shapes that Jotform writes."""

from datetime import date

from tests.importers.exports import Export, moment

HELP = "What would help? (tick all)"
RATE = "Rate these"

everything = Export(
    "everything",
    "jotform",
    [
        [
            "Submission Date",
            "Full Name",
            "E-mail",
            HELP,
            f"{RATE} >> Transport",
            f"{RATE} >> School",
            "Anything else?",
            "Submission ID",
        ],
        [
            moment(2025, 6, 13, 8, 5),
            "Ann Ford",
            "ann@example.org",
            "A named person, always the same\nShorter waits",
            "Poor",
            "Good",
            "Line one\n\nline three",
            "5501",
        ],
        [
            moment(2025, 6, 14, 9, 6),
            "Bo Lee",
            "bo@example.org",
            "Shorter waits",
            "Good",
            "Good",
            None,
            "5502",
        ],
        [
            moment(2025, 6, 15, 10, 7),
            None,
            None,
            "Shorter waits\nMore places",
            "Poor",
            None,
            "Thank you for asking us, really",
            "5503",
        ],
        [
            moment(2025, 6, 16, 11, 8),
            None,
            None,
            "More places\nA named person, always the same",
            None,
            "Poor",
            None,
            "5504",
        ],
    ],
    {
        HELP: (
            "multiple",
            [
                ("A named person, always the same", "Shorter waits"),
                ("Shorter waits",),
                ("Shorter waits", "More places"),
                ("More places", "A named person, always the same"),
            ],
        ),
        f"{RATE} [Transport]": ("grid", ["Poor", "Good", "Poor", None]),
        f"{RATE} [School]": ("grid", ["Good", "Good", None, "Poor"]),
        "Anything else?": (
            "text",
            ["Line one\n\nline three", None, "Thank you for asking us, really", None],
        ),
        "Full Name": ("identity", ["Ann Ford", "Bo Lee", None, None]),
        "Submission ID": ("system", ["5501", "5502", "5503", "5504"]),
    },
    complete=4,
)

american = Export(
    "month in words",
    "jotform",
    [
        [
            "Submission Date",
            "Date of last review",
            "Are you a parent or a carer?",
            "IP",
            "Submission ID",
        ],
        ["Nov 22, 2026", "Apr 3, 2025", "Parent", "10.0.0.1", "1"],
        ["Nov 23, 2026", "Dec 25, 2024", "Carer", "10.0.0.2", "2"],
        ["Nov 24, 2026", None, "Parent", "10.0.0.3", "3"],
    ],
    {
        "Date of last review": ("date", [date(2025, 4, 3), date(2024, 12, 25), None]),
        "Are you a parent or a carer?": ("single", ["Parent", "Carer", "Parent"]),
        "IP": ("identity", ["10.0.0.1", "10.0.0.2", "10.0.0.3"]),
    },
)

semicolons = Export(
    "semicolons",
    "jotform",
    [
        ["Submission Date", HELP, "How often do you hear from the council?"],
        ["2025-01-02 10:00:00", "Respite; Transport", "Never"],
        ["2025-01-03 10:00:00", "Respite", "Sometimes"],
        ["2025-01-04 10:00:00", "Transport", "Always"],
        ["2025-01-05 10:00:00", "Transport; Respite", "Never"],
    ],
    {
        HELP: (
            "multiple",
            [("Respite", "Transport"), ("Respite",), ("Transport",), ("Transport", "Respite")],
        ),
        "How often do you hear from the council?": (
            "scale",
            ["Never", "Sometimes", "Always", "Never"],
        ),
    },
)

prose_with_lines = Export(
    "prose with lines",
    "jotform",
    [
        ["Submission Date", "Your story", "Stars"],
        ["2025-01-02 10:00:00", "We waited.\nThen we waited more.\nThen we moved.", 1],
        ["2025-01-03 10:00:00", "Good school\nBad bus", 4],
        ["2025-01-04 10:00:00", "I have\nno words", 5],
    ],
    {
        "Your story": (
            "text",
            [
                "We waited.\nThen we waited more.\nThen we moved.",
                "Good school\nBad bus",
                "I have\nno words",
            ],
        ),
        "Stars": ("scale", [1, 4, 5]),
    },
)

same_words = Export(
    "same words twice",
    "jotform",
    [
        ["Submission Date", "Age", "Name of school", "Age", "Name of school", "Comments"],
        [
            "2025-02-02 10:00:00",
            4,
            "Oak Nursery",
            9,
            "Elm Primary",
            "Two children, two worlds, \u00a30",
        ],
        ["2025-02-03 10:00:00", 12, "Ash High", None, None, None],
        ["2025-02-04 10:00:00", 15, "Ash High", 6, "Elm Primary", "Nobody asked us until today"],
    ],
    {
        "Age": ("number", [4, 12, 15]),
        "Age (2)": ("number", [9, None, 6]),
        "Name of school": ("single", ["Oak Nursery", "Ash High", "Ash High"]),
        "Name of school (2)": ("single", ["Elm Primary", None, "Elm Primary"]),
        "Comments": (
            "text",
            ["Two children, two worlds, \u00a30", None, "Nobody asked us until today"],
        ),
    },
)

agreement = Export(
    "agreement",
    "jotform",
    [
        ["Submission Date", "I agree that my words may be used without my name", "Q2", "Unique ID"],
        ["2025-02-02 10:00:00", "Accepted", "1 - Not at all", "u1"],
        ["2025-02-03 10:00:00", "Accepted", "5 - Completely", "u2"],
        ["2025-02-04 10:00:00", None, "3 - In part", "u3"],
    ],
    {
        "I agree that my words may be used without my name": (
            "consent",
            ["Accepted", "Accepted", None],
        ),
        "Q2": ("scale", ["1 - Not at all", "5 - Completely", "3 - In part"]),
    },
)

EXPORTS = (everything, american, semicolons, prose_with_lines, same_words, agreement)
