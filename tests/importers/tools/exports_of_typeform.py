"""Exports of Typeform: chosen options in one cell, and in columns of their own."""

from tests.importers.exports import Export, Value, moment

_LAST: list[Value] = ["Start Date (UTC)", "Submit Date (UTC)", "Network ID"]
RATE, MET, HELPED, ASK = (
    "How satisfied were you with the meeting?",
    "Did you speak with us?",
    "Which parts helped?",
    "What should we ask the council?",
)
BOXES = "Speakers / Stalls"


def _when(day: int) -> list[Value]:
    return [f"2026-01-{day} 10:00:00", f"2026-01-{day} 10:04:00", f"e3b0c442{day}"]


one_cell = Export(
    "options in one cell",
    "typeform",
    [
        ["#", RATE, MET, HELPED, ASK, "Response Type", *_LAST, "Tags", "Ending"],
        ["a0", 5, 1, "Speakers, Stalls", "More on waits, please", "done", *_when(10), "", "z"],
        ["a1", 4, 0, "Stalls", None, "done", *_when(11), "", "z"],
        ["a2", 3, 1, "Speakers", "Why is it so slow?", "done", *_when(12), "", "z"],
        ["a3", 5, 1, "Stalls, Speakers", None, "done", *_when(13), "", "z"],
    ],
    {
        RATE: ("scale", [5, 4, 3, 5]),
        MET: ("single", ["Yes", "No", "Yes", "Yes"]),
        HELPED: (
            "multiple",
            [("Speakers", "Stalls"), ("Stalls",), ("Speakers",), ("Stalls", "Speakers")],
        ),
        ASK: ("text", ["More on waits, please", None, "Why is it so slow?", None]),
        "Submit Date (UTC)": ("system", [moment(2026, 1, day, 10, 4) for day in range(10, 14)]),
    },
    complete=4,
)

columns = Export(
    "options in columns",
    "typeform",
    [
        ["#", "Speakers", "Stalls", "Other", "How many came with you?", *_LAST],
        ["a0", "Speakers", "Stalls", None, 0, *_when(10)],
        ["a1", None, "Stalls", "The tea", 1, *_when(11)],
        ["a2", "Speakers", None, None, 0, *_when(12)],
    ],
    {
        BOXES: ("multiple", [("Speakers", "Stalls"), ("Stalls", "Other"), ("Speakers",)]),
        "How many came with you?": ("number", [0, 1, 0]),
    },
    others={BOXES: {1: "The tea"}},
)

EXPORTS = (one_cell, columns)
