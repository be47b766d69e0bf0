"""Exports of ODK Central and of SurveyCTO: names of fields, groups before a dash."""

from tests.importers.exports import Export, Value, moment

_LAST: list[Value] = [
    *("meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent"),
    *("AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion"),
]


def _own(number: int) -> list[Value]:
    key = f"uuid:7dcf62d2-{number}"
    return [key, key, 12, "Public link A", 0, 0, None, None, f"collect:{number}", 0, 20260501]


central = Export(
    "ODK Central",
    "odk",
    [
        [
            *(
                "SubmissionDate",
                "start",
                "g1-happy",
                "g1-used",
                "g1-used/speech",
                "g1-used/respite",
            ),
            *("home-Latitude", "home-Longitude", "home-Accuracy", "change", *_LAST),
        ],
        [
            *("2026-05-01T10:05:00.123Z", None, "Very happy", "speech respite", 1, 1),
            *(52.7, -2.7, 5, "Ring us back, please", *_own(1)),
        ],
        [
            *("2026-05-02T10:05:00.123Z", None, "Unhappy", "respite", 0, 1),
            *(52.7, -2.8, 5, "A named person, always", *_own(2)),
        ],
        [
            *("2026-05-03T10:05:00.123Z", None, "Happy", "speech", 1, 0),
            *(52.7, -2.9, 5, None, *_own(3)),
        ],
    ],
    {
        "g1-happy": ("scale", ["Very happy", "Unhappy", "Happy"]),
        "g1-used": ("multiple", [("speech", "respite"), ("respite",), ("speech",)]),
        "change": ("text", ["Ring us back, please", "A named person, always", None]),
    },
    complete=3,
)

surveycto = Export(
    "SurveyCTO",
    "odk",
    [
        [
            "SubmissionDate",
            "username",
            "satisfied",
            "instanceID",
            "formdef_version",
            "KEY",
        ],
        ["May 1, 2026 10:05:00 AM", "me", "Satisfied", "uuid:1", 2026, "uuid:1"],
        ["May 2, 2026 10:05:00 AM", "me", "Dissatisfied", "uuid:2", 2026, "uuid:2"],
    ],
    {
        "satisfied": ("scale", ["Satisfied", "Dissatisfied"]),
        "SubmissionDate": ("system", [moment(2026, 5, 1, 10, 5), moment(2026, 5, 2, 10, 5)]),
    },
    complete=2,
)

EXPORTS = (central, surveycto)
