"""Exports in the shapes that SmartSurvey is known or likely to write."""

from tests.importers.exports import Export, Value, moment

_FRONT: list[Value] = ["UserID", "UserNo", "Name", "Email", "IP Address", "Started", "Ended"]
_BLANK: list[Value] = [None] * 7


def _who(number: int) -> list[Value]:
    return [
        9_000_000 + number,
        number,
        None,
        None,
        f"10.9.8.{number}",
        f"2{number}/01/2025 18:3{number}",
        f"2{number}/01/2025 18:4{number}",
    ]


VOICE = "Do you feel your voice is heard?"
USED = "Which services have you used?"
RATE = "How would you rate them?"
LAST = "What one thing would you change?"

two_rows = Export(
    "two rows",
    "smartsurvey",
    [
        [*_FRONT, VOICE, USED, None, None, LAST],
        [*_BLANK, None, "CAMHS", "Short breaks, or respite", "Other (please specify):", None],
        [*_who(1), "Yes", "CAMHS", None, None, "One named person who rings back"],
        [*_who(2), "No", None, "Short breaks, or respite", "Hospice", None],
        [*_who(3), "No", "CAMHS", "Short breaks, or respite", None, "Everything, frankly"],
        [*_who(4), "Yes", None, None, None, "Less paper; more people"],
    ],
    {
        VOICE: ("single", ["Yes", "No", "No", "Yes"]),
        USED: (
            "multiple",
            [
                ("CAMHS",),
                ("Short breaks, or respite", "Other"),
                ("CAMHS", "Short breaks, or respite"),
                None,
            ],
        ),
        LAST: (
            "text",
            [
                "One named person who rings back",
                None,
                "Everything, frankly",
                "Less paper; more people",
            ],
        ),
        "Started": (
            "system",
            [moment(2025, 1, 20 + each, 18, 30 + each) for each in (1, 2, 3, 4)],
        ),
    },
    others={USED: {1: "Hospice"}},
    header_rows=2,
    date_format="%d/%m/%Y %H:%M",
    complete=4,
)

one_row = Export(
    "one row",
    "smartsurvey",
    [
        [*_FRONT, VOICE, LAST],
        [*_who(1), "Yes", "Longer answers are what we like to see here"],
        [*_who(2), "No", "Shorter waits, please, for all of our children"],
        [*_who(3), "No", None],
    ],
    {
        VOICE: ("single", ["Yes", "No", "No"]),
        LAST: (
            "text",
            [
                "Longer answers are what we like to see here",
                "Shorter waits, please, for all of our children",
                None,
            ],
        ),
    },
)

three_rows = Export(
    "three rows",
    "smartsurvey",
    [
        [*_FRONT, "Q1", "Q2", None, None],
        [*_BLANK, VOICE, RATE, None, None],
        [*_BLANK, None, "Transport", "Reviews", "Panel"],
        [*_who(1), "Yes", "Good", "Poor", "Very poor"],
        [*_who(2), "No", "Poor", "Poor", None],
        [*_who(3), "No", "Good", "Very good", "Poor"],
    ],
    {
        VOICE: ("single", ["Yes", "No", "No"]),
        f"{RATE} [Transport]": ("grid", ["Good", "Poor", "Good"]),
        f"{RATE} [Reviews]": ("grid", ["Poor", "Poor", "Very good"]),
        f"{RATE} [Panel]": ("grid", ["Very poor", None, "Poor"]),
    },
    header_rows=3,
)

unfinished = Export(
    "unfinished",
    "smartsurvey",
    [
        [
            "User ID",
            "Status",
            "Started",
            "Ended",
            "How satisfied are you with the plan?",
            "Your postcode",
        ],
        [1, "Completed", "03/04/2025 10:00", "03/04/2025 10:09", "Very satisfied", "SY2 6ND"],
        [2, "Partial", "04/04/2025 11:00", None, "Dissatisfied", "TF1 3AB"],
        [3, "Completed", "05/04/2025 12:00", "05/04/2025 12:05", "Satisfied", "SY11 2TT"],
    ],
    {
        "How satisfied are you with the plan?": (
            "scale",
            ["Very satisfied", "Dissatisfied", "Satisfied"],
        ),
        "Your postcode": ("identity", ["SY2 6ND", "TF1 3AB", "SY11 2TT"]),
        "Started": (
            "system",
            [
                moment(2025, 4, 3, 10),
                moment(2025, 4, 4, 11),
                moment(2025, 4, 5, 12),
            ],
        ),
    },
    complete=2,
)

ticks_by_mark = Export(
    "ticks by mark",
    "smartsurvey",
    [
        [*_FRONT, USED, None, None],
        [*_BLANK, "CAMHS", "Physio", "GP"],
        [*_who(1), 1, 0, 1],
        [*_who(2), 0, 0, 0],
        [*_who(3), 0, 1, 0],
    ],
    {USED: ("multiple", [("CAMHS", "GP"), None, ("Physio",)])},
    header_rows=2,
)

district = Export(
    "district",
    "smartsurvey",
    [
        [
            *_FRONT,
            "First half of your postcode",
            "How many children have SEND?",
            "Do you give permission for us to share your answers with Ofsted?",
        ],
        [*_who(1), "SY1", 1, "Yes, share them"],
        [*_who(2), "TF9", 2, "No, keep them private"],
        [*_who(3), "SY1", 1, "Yes, share them"],
        [*_who(4), "TF9", 4, "Yes, share them"],
    ],
    {
        "First half of your postcode": ("single", ["SY1", "TF9", "SY1", "TF9"]),
        "How many children have SEND?": ("number", [1, 2, 1, 4]),
        "Do you give permission for us to share your answers with Ofsted?": (
            "consent",
            ["Yes, share them", "No, keep them private", "Yes, share them", "Yes, share them"],
        ),
    },
)

EXPORTS = (two_rows, one_row, three_rows, unfinished, ticks_by_mark, district)
