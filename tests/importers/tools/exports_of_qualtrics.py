"""Exports of Qualtrics: three rows of headings, two, and one; boxes in one column and in many."""

from tests.importers.exports import Export, Value, moment

_CODES: list[Value] = [
    *("StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)"),
    *("Finished", "RecordedDate", "ResponseId", "RecipientEmail", "UserLanguage"),
]
_WORDS: list[Value] = [
    *("Start Date", "End Date", "Response Type", "IP Address", "Progress"),
    *("Duration (in seconds)", "Finished", "Recorded Date", "Response ID", "Recipient Email"),
    "User Language",
]
_NAMES = ("endDate", "status", "ipAddress", "progress", "duration", "finished", "recordedDate")
_IDS: list[Value] = [
    '{"ImportId":"startDate","timeZone":"Europe/London"}',
    *(f'{{"ImportId":"{name}"}}' for name in (*_NAMES, "_recordId", "recipientEmail")),
    '{"ImportId":"userLanguage"}',
]
WAIT, USED, RATE, CHANGE = (
    "How long did you wait?",
    "Which services have you used?",
    "How good was...",
    "What would you change?",
)


def _who(day: int) -> list[Value]:
    start, end = f"2026-01-{day} 10:00:00", f"2026-01-{day} 10:06:00"
    ids = (end, f"R_{day}abc", None, "EN")
    return [start, end, "IP Address", f"192.0.2.{day}", 100, 360, "True", *ids]


three_rows = Export(
    "three rows",
    "qualtrics",
    [
        [*_CODES, "Q1", "Q2", "Q2_4_TEXT", "Q3_1", "Q3_2", "Q4", "Q4 - Sentiment", "SC0"],
        [
            *(*_WORDS, WAIT, f"{USED} - Selected Choice", f"{USED} - Other (please say) - Text"),
            *(f"{RATE} - The council", f"{RATE} - The health service", CHANGE),
            *("Sentiment", "Score"),
        ],
        [*_IDS, *(f'{{"ImportId":"QID{each}"}}' for each in range(8))],
        [*_who(10), "Under 20 weeks", "Speech,Respite", None, "Good", "Fair", "All of it", "", 1],
        [*_who(11), "Over 20 weeks", "Respite,Other", "Physio", "Fair", None, None, "", 1],
        [*_who(12), "Under 20 weeks", "Speech", None, "Poor", "Fair", "Much, much more", "", 2],
        [*_who(13), "Over 20 weeks", "Respite", None, None, "Good", None, "", 3],
    ],
    {
        "End Date": ("system", [moment(2026, 1, day, 10, 6) for day in (10, 11, 12, 13)]),
        WAIT: ("single", ["Under 20 weeks", "Over 20 weeks"] * 2),
        USED: (
            "multiple",
            [("Speech", "Respite"), ("Respite", "Other"), ("Speech",), ("Respite",)],
        ),
        f"{RATE} [The council]": ("grid", ["Good", "Fair", "Poor", None]),
        f"{RATE} [The health service]": ("grid", ["Fair", None, "Fair", "Good"]),
        CHANGE: ("text", ["All of it", None, "Much, much more", None]),
    },
    others={USED: {1: "Physio"}},
    header_rows=3,
    complete=4,
)

boxes = Export(
    "boxes in columns, two rows",
    "qualtrics",
    [
        [*_CODES, "Q2_1", "Q2_2", "Q2_3", "Q2_3_TEXT", "Q5"],
        [
            *(*_WORDS, f"{USED} - Selected Choice - Speech", f"{USED} - Selected Choice - Breaks"),
            *(f"{USED} - Selected Choice - Other", f"{USED} - Other - Text", "Were you told?"),
        ],
        [*_who(10), "Speech", None, None, None, "Yes, fully"],
        [*_who(11), None, "Breaks", "Other", "Physio", "Yes, partly"],
        [*_who(12), "Speech", "Breaks", None, None, "No"],
        [*_who(13), None, None, None, None, "Yes, fully"],
    ],
    {
        USED: ("multiple", [("Speech",), ("Breaks", "Other"), ("Speech", "Breaks"), None]),
        "Were you told?": ("single", ["Yes, fully", "Yes, partly", "No", "Yes, fully"]),
    },
    others={USED: {1: "Physio"}},
    header_rows=2,
)

one_row = Export(
    "one row",
    "qualtrics",
    [
        [*_CODES, "Q1"],
        [*_who(10), "Good"],
        [*_who(11), "Poor"],
    ],
    {"Q1": ("scale", ["Good", "Poor"])},
)

_OLD: list[Value] = [
    *("ResponseID", "ResponseSet", "Name", "Status", "StartDate", "EndDate", "Finished")
]


def _then(day: int) -> list[Value]:
    stamps = (f"2015-03-{day} 10:00:00", f"2015-03-{day} 10:06:00")
    return [f"R_{day}", "Default Response Set", "Anonymous", 0, *stamps, 1]


of_2015 = Export(
    "as it was in 2015",
    "qualtrics",
    [
        ["V1", "V2", "V3", "V4", "V8", "V9", "V10", "Q1"],
        [*_OLD, WAIT],
        [*_then(10), "Under 20 weeks"],
        [*_then(11), "Over 20 weeks"],
        [*_then(12), "Over 20 weeks"],
    ],
    {WAIT: ("single", ["Under 20 weeks", "Over 20 weeks", "Over 20 weeks"])},
    header_rows=2,
)

EXPORTS = (three_rows, boxes, one_row, of_2015)
