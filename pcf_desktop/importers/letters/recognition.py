"""What sort of document a text is, and under which inspection framework it was written."""

import re
from dataclasses import dataclass

from pcf_desktop.importers.letters.letter import (
    ABOUT_ONE,
    APP_LETTER,
    AREA_SEND,
    JOINT,
    MONITORING,
    NONE_OF_THESE,
    OUTCOME_LETTER,
    REPORT,
    REVISIT_LETTER,
)
from pcf_desktop.importers.letters.vocabulary import spaced

_SUBJECT = spaced(
    r"\bsend\b|special educational needs|\behc(?:p|ps)?\b|written statement of action|local area"
    r"|accelerated progress plan|areas? of significant weakness|significant weakness(?:es)?\b"
)
_INSPECTION = spaced(
    r"\binspect(?:ion|ions|ors?|ed)\b|\bofsted\b|care quality commission|\bcqc\b|re-?visit(?:ed)?\b"
    r"|written statement of action|\bwsoa\b|priority action|accelerated progress plan"
    r"|area send (?:report|outcome)"
)
_LETTER = (
    spaced(r"^dear [A-Z][\w' .&,-]+$"),
    spaced(r"^yours (?:sincerely|faithfully|truly)"),
    spaced(r"this letter (?:outlines|sets out|summarises|confirms|describes)"),
    spaced(r"^(?:joint )?(?:local )?area send (?:inspection|revisit|re-visit)\b[^.:\n]{0,80}$"),
    spaced(r"^main findings$"),
    spaced(
        r"(?:ofsted|commission \(cqc\)) (?:conducted|carried out|undertook) a joint inspection of"
        r" the (?:local )?area of"
    ),
    spaced(
        r"is required to produce and submit a written statement of action to ofsted that explains"
    ),
    spaced(r"the inspection raises? significant concerns about the effectiveness of the"),
    spaced(r"inspectors are of the opinion"),
    spaced(r"the area has (?:not )?made sufficient progress (?:to improve|in addressing)"),
    spaced(r"^(?:her|his) majesty's inspector\b"),
)
_REPORT = (
    spaced(r"^(?:area )?send (?:full )?inspection (?:of|report)\b|^area send inspection\b"),
    spaced(r"^(?:area )?(?:send )?monitoring inspection\b"),
    spaced(r"^inspection outcome"),
    spaced(r"^information about the local area partnership"),
    spaced(r"^what is it like to be a child or young person"),
    spaced(r"^what (?:is|does) the area partnership"),
    spaced(r"^areas for (?:priority action|improvement)\b.{0,30}$"),
    spaced(r"^local area partnership details"),
    spaced(r"^information about this inspection"),
    spaced(r"^inspection dates?\b"),
    spaced(r"hmci requires the local area partnership"),
    spaced(r"a monitoring inspection will be carried out within"),
    spaced(r"^responsible body\b"),
    spaced(r"the next full (?:re-?)?(?:area send )?inspection will be within"),
)
_REVISITED = spaced(r"re-?visit(?:ed|ing)?\b")
_REVISIT_TITLE = spaced(
    r"^(?:joint )?(?:local )?(?:area )?send (?:inspection )?re-?visit|revisited the"
    r" (?:local )?area of"
)
_MONITORED = spaced(
    r"^(?:area send )?monitoring (?:inspection|visit|letter)\b|(?:area )?send monitoring inspection"
    r"|carried out a monitoring inspection|this monitoring inspection"
)
_APP = spaced(r"accelerated progress plan|\bAPP\b")
_APP_LETTER = spaced(
    r"^(?:re:? )?.{0,60}accelerated progress plan.{0,60}$|your (?:accelerated progress plan|app)\b"
    r"|review meeting|deep dive|stocktake"
)
_OLD = spaced(
    r"written statement of action|\bwsoa\b|significant weakness|areas? of (?:\w+ )?weakness"
    r"|sufficient progress|joint (?:local )?area (?:send|inspection|reviews)|local joint area"
    r"|clinical commissioning|\bccgs?\b|accelerated progress"
    r"|children and families act 2014|her majesty's chief|local area send inspection"
)
_NEW = spaced(
    r"priority action|local area partnership|integrated care (?:board|system)|\bicbs?\b|areas for"
    r" improvement|widespread and/?\s?or systemic|typically lead to positive|inconsistent"
    r" experiences"
    r"|area send inspection|effective action|his majesty's chief|monitoring inspection"
)


@dataclass(frozen=True)
class Recognition:
    """The sort of document and the framework."""

    document: str
    framework: str | None


def recognise(even: str) -> Recognition:
    """Return what a text is; a text about a letter is told from the letter by its shape."""
    lines = even.split("\n")
    if not (_SUBJECT.search(even) and _INSPECTION.search(even)):
        return Recognition(NONE_OF_THESE, None)
    old, new = len(_OLD.findall(even)), len(_NEW.findall(even))
    framework = None if old == new == 0 else (JOINT if old >= new else AREA_SEND)
    letter, report = _signs(even, lines, _LETTER), _signs(even, lines, _REPORT)
    document = _document(even, lines, letter, report)
    if document == NONE_OF_THESE or (document == ABOUT_ONE and framework is None):
        return Recognition(document, framework)
    fixed = {REPORT: AREA_SEND, MONITORING: AREA_SEND, REVISIT_LETTER: JOINT, APP_LETTER: JOINT}
    return Recognition(document, fixed.get(document, framework))


_FEWEST_SIGNS = 2
_OPENING = 1500


def _document(even: str, lines: list[str], letter: int, report: int) -> str:
    opening = even[:_OPENING]
    is_letter = letter >= _FEWEST_SIGNS
    if letter + report >= _FEWEST_SIGNS and _matches(lines, even, _MONITORED):
        return MONITORING
    if report >= _FEWEST_SIGNS and report >= letter:
        return REPORT
    if not is_letter:
        return ABOUT_ONE if _is_about(even) else NONE_OF_THESE
    if _APP.search(opening) and _matches(lines, even, _APP_LETTER) and _DEAR.search(even):
        return APP_LETTER
    if _REVISITED.search(opening) and _matches(lines, even, _REVISIT_TITLE):
        return REVISIT_LETTER
    return OUTCOME_LETTER if _OLD.search(even) else ABOUT_ONE


_DEAR = re.compile(r"^\s*dear\b", re.IGNORECASE | re.MULTILINE)
_ABOUT = spaced(
    r"weakness|written statement|wsoa|priority action|area send|local area|sufficient progress"
    r"|accelerated progress|areas? for improvement|widespread|inconsistent|effective action"
    r"|inspection|revisit|re-visit|action plan"
)
_INSPECTORATES = spaced(
    r"ofsted|care quality commission|cqc|inspectors?\b|hmci|accelerated progress"
    r"|send inspection|inspection outcome|area send report"
    r"|written statement of action"
)


def _is_about(even: str) -> bool:
    send = _SUBJECT.search(even)
    return bool(send and _INSPECTORATES.search(even) and _ABOUT.search(even))


def _signs(even: str, lines: list[str], patterns: tuple[re.Pattern[str], ...]) -> int:
    return sum(_matches(lines, even, pattern) for pattern in patterns)


def _matches(lines: list[str], even: str, pattern: re.Pattern[str]) -> bool:
    """Return whether a pattern is met; one that begins with ^ is met at the start of a line."""
    if "^" not in pattern.pattern:
        return bool(pattern.search(even))
    stripped = [line.strip() for line in lines]
    return any(pattern.search(line) for line in stripped) or bool(
        "|" in pattern.pattern and pattern.search(" ".join(even.split()))
    )
