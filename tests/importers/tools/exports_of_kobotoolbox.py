"""Exports of KoboToolbox: labels and codes, boxes in columns, in one cell, and in both."""

from tests.importers.exports import Export, Value, moment

_LAST: list[Value] = [
    *("_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status"),
    *("_submitted_by", "__version__", "_tags", "_index"),
]
WAITED, USED, MORE = (
    "How long have you waited?",
    "Which services do you use?",
    "What would make a difference?",
)


def _own(number: int) -> list[Value]:
    stamp = f"2026-06-{number + 12}T22:00:12"
    return [7000 + number, f"0f0e-{number}", stamp, None, None, "web", None, "vA", None, number]


both = Export(
    "boxes and a list of them",
    "kobotoolbox",
    [
        [
            *("start", "end", WAITED, USED, f"{USED}/CAMHS", f"{USED}/Health and/or care"),
            *(f"{USED}/Other", "If other, please say", MORE, *_LAST),
        ],
        [None, None, "1 to 2 years", "CAMHS", 1, 0, 0, None, "A call back, I think", *_own(1)],
        [None, None, "Longer", "CAMHS Other", 1, 0, 1, "OT", None, *_own(2)],
        [None, None, "1 to 2 years", None, None, None, None, None, "Less paper", *_own(3)],
        [None, None, "Longer", "Health and/or care", 0, 1, 0, None, None, *_own(4)],
    ],
    {
        WAITED: ("single", ["1 to 2 years", "Longer"] * 2),
        USED: ("multiple", [("CAMHS",), ("CAMHS", "Other"), None, ("Health and/or care",)]),
        MORE: ("text", ["A call back, I think", None, "Less paper", None]),
    },
    others={USED: {1: "OT"}},
    complete=0,
)

codes = Export(
    "codes in groups",
    "kobotoolbox",
    [
        ["group_ab1cd/used", "group_ab1cd/age", "group_ab1cd/place/home", *_LAST],
        ["camhs respite", 7, "yes", *_own(1)],
        ["respite", 11, "no", *_own(2)],
        ["camhs", 7, "yes", *_own(3)],
        ["camhs respite transport", 9, "yes", *_own(4)],
        ["transport respite", 9, "yes", *_own(5)],
    ],
    {
        "used": (
            "multiple",
            [
                ("camhs", "respite"),
                ("respite",),
                ("camhs",),
                ("camhs", "respite", "transport"),
                ("transport", "respite"),
            ],
        ),
        "age": ("number", [7, 11, 7, 9, 9]),
        "home": ("single", ["yes", "no", "yes", "yes", "yes"]),
        "_submission_time": ("system", [moment(2026, 6, 12 + n, 22, 0, 12) for n in range(1, 6)]),
    },
    complete=5,
)

EXPORTS = (both, codes)
