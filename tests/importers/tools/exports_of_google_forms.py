"""Exports in the shapes that Google Forms writes, straight or by way of Google Sheets."""

from tests.importers.exports import Export, moment

WHO = "Who are you?"
NEEDS = "What are your child's needs? Choose all that apply."
EASY = "How easy was it to find the Local Offer?"
MORE = "Tell us more"

_who = ["Parent", "Carer", "Parent", "Parent", "Carer"]
_needs = [
    ("Autism (with or without a diagnosis)", "Anxiety, low mood"),
    ("Speech, language and communication",),
    ("Anxiety, low mood",),
    ("Speech, language and communication", "Autism (with or without a diagnosis)"),
    None,
]
_easy = [
    "Very difficult",
    "Fairly easy",
    "Neither easy nor difficult",
    "Don't know",
    "Very difficult",
]
_more = [
    "I looked; I found nothing; I gave up",
    None,
    "Website moved, links broken, nobody answers \u2013 \u201ctypical\u201d",
    "Line one\nline two",
    "\N{PILE OF POO} but the forum's Facebook page is great",
]
_stamps = [
    "2022/11/30 10:39:41 PM GMT",
    "2022/12/01 12:05:00 AM GMT",
    "2022/12/01 9:15:09 AM GMT",
    "2023/04/02 12:30:00 PM GMT+1",
    "2023/04/03 7:00:00 PM GMT+1",
]

straight = Export(
    "straight",
    "google_forms",
    [
        ["Timestamp", WHO, NEEDS, EASY, MORE],
        *(
            [_stamps[at], _who[at], ";".join(_needs[at] or ()), _easy[at], _more[at]]
            for at in range(5)
        ),
    ],
    {
        WHO: ("single", _who),
        NEEDS: ("multiple", _needs),
        EASY: ("scale", _easy),
        MORE: ("text", _more),
        "Timestamp": (
            "system",
            [
                moment(2022, 11, 30, 22, 39, 41),
                moment(2022, 12, 1, 0, 5),
                moment(2022, 12, 1, 9, 15, 9),
                moment(2023, 4, 2, 12, 30),
                moment(2023, 4, 3, 19, 0),
            ],
        ),
    },
    complete=5,
)

_sheet_times = [moment(2024, 5, day, 8, day) for day in (3, 14, 15, 20, 31)]

by_sheets = Export(
    "by sheets",
    "google_forms",
    [
        ["Timestamp", "Email Address", WHO, NEEDS, EASY, MORE],
        *(
            [
                _sheet_times[at],
                f"parent{at}@example.org",
                _who[at],
                ", ".join(_needs[at] or ()),
                _easy[at],
                _more[at],
            ]
            for at in range(5)
        ),
    ],
    {
        "Email Address": ("identity", [f"parent{at}@example.org" for at in range(5)]),
        WHO: ("single", _who),
        NEEDS: ("multiple", _needs),
        EASY: ("scale", _easy),
        MORE: ("text", _more),
    },
)

grid = Export(
    "grid",
    "google_forms",
    [
        [
            "Timestamp",
            "How good are these? [Annual reviews]",
            "How good are these? [Transport]",
            "How good are these? [Short breaks]",
            "Any thoughts [optional]",
        ],
        [_stamps[0], "Good", "Poor", "Very good", "Reviews are late each and every year"],
        [_stamps[1], "Poor", "Poor", None, None],
        [_stamps[2], "Very poor", "Good", "Good", "Transport was fine for us, thank you"],
    ],
    {
        "How good are these? [Annual reviews]": ("grid", ["Good", "Poor", "Very poor"]),
        "How good are these? [Transport]": ("grid", ["Poor", "Poor", "Good"]),
        "How good are these? [Short breaks]": ("grid", ["Very good", None, "Good"]),
        "Any thoughts [optional]": (
            "text",
            ["Reviews are late each and every year", None, "Transport was fine for us, thank you"],
        ),
    },
)

ticked_grid = Export(
    "ticked grid",
    "google_forms",
    [
        ["Timestamp", "Who helped with what? [Forms]", "Who helped with what? [Meetings]"],
        [_stamps[0], "SENDIASS;School", "School"],
        [_stamps[1], "School", "SENDIASS;School"],
        [_stamps[2], "SENDIASS", None],
        [_stamps[3], "SENDIASS;School", "SENDIASS"],
    ],
    {
        "Who helped with what? [Forms]": (
            "grid",
            [("SENDIASS", "School"), ("School",), ("SENDIASS",), ("SENDIASS", "School")],
        ),
        "Who helped with what? [Meetings]": (
            "grid",
            [("School",), ("SENDIASS", "School"), None, ("SENDIASS",)],
        ),
    },
)

scored = Export(
    "scored",
    "google_forms",
    [
        ["Timestamp", "Username", "Score", "Linear scale", "Linear scale", "Age of your child"],
        [_stamps[0], "a@example.org", "1 / 2", 0, 10, 3],
        [_stamps[1], "b@example.org", "2 / 2", 7, 3, 17],
        [_stamps[2], "c@example.org", "0 / 2", 10, 5, None],
    ],
    {
        "Username": ("identity", ["a@example.org", "b@example.org", "c@example.org"]),
        "Linear scale": ("scale", [0, 7, 10]),
        "Linear scale (2)": ("scale", [10, 3, 5]),
        "Age of your child": ("number", [3, 17, None]),
    },
)

other_texts = Export(
    "other texts",
    "google_forms",
    [
        ["Timestamp", "Where did you hear of us?"],
        *(
            [f"2024/05/{day:02d} 8:00:00 AM GMT+1", cell]
            for day, cell in enumerate(
                ["Facebook"] * 8
                + ["School"] * 6
                + ["Facebook;School"] * 5
                + ["Facebook;at the bus stop, of all places"],
                start=1,
            )
        ),
    ],
    {
        "Where did you hear of us?": (
            "multiple",
            [("Facebook",)] * 8
            + [("School",)] * 6
            + [("Facebook", "School")] * 5
            + [("Facebook", "Other")],
        )
    },
    others={"Where did you hear of us?": {19: "at the bus stop, of all places"}},
)

EXPORTS = (straight, by_sheets, grid, ticked_grid, scored, other_texts)
