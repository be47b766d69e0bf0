"""Exports of Survey123: chosen codes with a bare comma between, and *Other* in its own column."""

from tests.importers.exports import Export, Value, moment

_FRONT: list[Value] = ["ObjectID", "GlobalID", "CreationDate", "Creator", "EditDate", "Editor"]
USED, RATE, MORE = "Which services have you used?", "How was it?", "Is there anything else?"


def _who(number: int) -> list[Value]:
    stamp = f"1/{number + 12}/2026 9:05:11 AM"
    guid = f"29c369de-e0b4-4ad0-89be-ec15198000{number:02}"
    return [number, guid, stamp, "forum_a", stamp, "forum_a"]


labels = Export(
    "labels",
    "survey123",
    [
        [*_FRONT, USED, f"Other - {USED}", RATE, MORE, "x", "y"],
        [*_who(1), "speech_therapy,short_breaks", None, "Good", None, -2.71, 52.71],
        [*_who(2), "transport,other", "A hospice", "Fair", "Too long, far too long", -2.7, 52.7],
        [*_who(3), "short_breaks,transport", None, "Poor", None, -2.72, 52.72],
        [*_who(4), "speech_therapy", None, "Good", None, -2.73, 52.73],
    ],
    {
        USED: (
            "multiple",
            [
                ("speech_therapy", "short_breaks"),
                ("transport", "other"),
                ("short_breaks", "transport"),
                ("speech_therapy",),
            ],
        ),
        RATE: ("scale", ["Good", "Fair", "Poor", "Good"]),
        MORE: ("text", [None, "Too long, far too long", None, None]),
        "CreationDate": ("system", [moment(2026, 1, 12 + each, 9, 5, 11) for each in (1, 2, 3, 4)]),
    },
    others={USED: {1: "A hospice"}},
    complete=4,
)

by_fields = Export(
    "fields of the layer",
    "survey123",
    [
        [
            "OBJECTID",
            "GlobalID",
            "school",
            "school_other",
            "created_date",
            "created_user",
        ],
        [1, "{AA0000-1}", "special", None, "1/13/2026 9:05:11 AM", "me"],
        [2, "{AA0000-2}", "mainstream", None, "1/14/2026 9:05:11 AM", "me"],
        [3, "{AA0000-3}", None, "A tutor at home", "1/15/2026 9:05:11 AM", "me"],
        [4, "{AA0000-4}", "special", None, "1/16/2026 9:05:11 AM", "me"],
    ],
    {"school": ("single", ["special", "mainstream", "Other", "special"])},
    others={"school": {2: "A tutor at home"}},
)

EXPORTS = (labels, by_fields)
