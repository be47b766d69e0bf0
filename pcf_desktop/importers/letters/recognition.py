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
    Visit,
)
from pcf_desktop.importers.letters.vocabulary import spaced


def _at_lines(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which ^ and $ stand for the ends of any line."""
    return re.compile(spaced(pattern).pattern, re.IGNORECASE | re.MULTILINE)


_SUBJECT = _at_lines(
    r"\bsend\b|special educational needs|\behc(?:p|ps)?\b|written statement of action|local area"
    r"|accelerated progress plan|areas? of significant weakness|significant weakness(?:es)?\b"
    r"|parent (?:carer )?forum"
)
_OTHER_INSPECTION = _at_lines(
    r"^unique reference number|^what is it like to attend this|^what does the school do well"
    r"|inspection of .{0,50}local authority children's services|social work practice with"
    r"|^(?:quality of education|behaviour and attitudes|early years provision)\b"
)
_JOINTLY = _at_lines(
    r"\bcqc\b|care quality|local area|send (?:re-?visit|inspection)|written statement"
)
_INSPECTION = _at_lines(
    r"\binspect(?:ion|ions|ors?|ed)\b|\bofsted\b|care quality commission|\bcqc\b|re-?visit(?:ed)?\b"
    r"|written statement of action|\bwsoa\b|priority action|accelerated progress plan"
    r"|area send (?:report|outcome)"
)
_LETTER = (
    _at_lines(r"^dear [A-Z][\w' .&,-]+$"),
    _at_lines(r"^yours (?:sincerely|faithfully|truly)"),
    _at_lines(r"this letter (?:outlines|sets out|summarises|confirms|describes)"),
    _at_lines(r"^(?:joint )?(?:local )?area send (?:inspection|revisit|re-visit)\b[^.:\n]{0,80}$"),
    _at_lines(r"^main findings$"),
    _at_lines(
        r"(?:ofsted|commission \(cqc\)) (?:conducted|carried out|undertook) a joint inspection of"
        r" the (?:local )?area of"
    ),
    _at_lines(
        r"is required to produce and submit a written statement of action to ofsted that explains"
    ),
    _at_lines(r"the inspection raises? significant concerns about the effectiveness of the"),
    _at_lines(r"inspectors are of the opinion"),
    _at_lines(r"the area has (?:not )?made sufficient progress (?:to improve|in addressing)"),
    _at_lines(r"^(?:her|his) majesty's inspector\b"),
)
_REPORT = (
    _at_lines(r"^(?:area )?send (?:full )?inspection (?:of|report)\b|^area send inspection\b"),
    _at_lines(r"^(?:area )?(?:send )?monitoring inspection\b"),
    _at_lines(r"^inspection outcome"),
    _at_lines(r"^information about the local area partnership"),
    _at_lines(r"^what is it like to be a child or young person"),
    _at_lines(r"^what (?:is|does) the area partnership"),
    _at_lines(r"^areas for (?:priority action|improvement)\b.{0,30}$"),
    _at_lines(r"^local area partnership details"),
    _at_lines(r"^information about this inspection"),
    _at_lines(r"^(?:monitoring )?inspection dates?\b"),
    _at_lines(r"^date of (?:the )?(?:previous|last) (?:full )?(?:area send )?inspection"),
    _at_lines(r"partnership has (?:not )?taken effective action"),
    _at_lines(r"hmci requires the local area partnership"),
    _at_lines(r"a monitoring inspection will be carried out within"),
    _at_lines(r"^responsible body\b"),
    _at_lines(r"the next full (?:re-?)?(?:area send )?inspection will be within"),
)
_REVISITED = _at_lines(r"re-?visit(?:ed|ing)?\b")
_REVISIT_TITLE = _at_lines(
    r"^(?:joint )?(?:local )?(?:area )?send (?:inspection )?re-?visit|revisited the"
    r" (?:local )?area of"
)
_MONITORED = _at_lines(
    r"^(?:area send )?monitoring (?:inspection|visit|letter)\b|(?:area )?send monitoring inspection"
    r"|carried out a monitoring inspection|this monitoring inspection"
)
_APP = _at_lines(r"accelerated progress plan|\bAPP\b")
_APP_LETTER = _at_lines(
    r"^(?:re:? )?.{0,60}accelerated progress plan.{0,60}$|your (?:accelerated progress plan|app)\b"
    r"|review meeting|deep dive|stocktake"
)
_OLD = _at_lines(
    r"statement of action|\bwsoa\b|significant weakness|areas? of (?:\w+ )?weakness"
    r"|sufficient progress|joint (?:local )?area (?:send|inspection|reviews)|local joint area"
    r"|clinical commissioning|\bccgs?\b|accelerated progress"
    r"|children and families act 2014|her majesty's chief|local area send inspection"
)
_NEW = _at_lines(
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
    is_other = _OTHER_INSPECTION.search(even) and not _JOINTLY.search(even)
    if is_other or not (_SUBJECT.search(even) and _INSPECTION.search(even)):
        return Recognition(NONE_OF_THESE, None)
    old, new = len(_OLD.findall(even)), len(_NEW.findall(even))
    framework = None if old == new == 0 else (JOINT if old >= new else AREA_SEND)
    text = "\n".join(line.strip() for line in even.split("\n"))
    document = _document(text, _signs(text, _LETTER), _signs(text, _REPORT))
    if document == NONE_OF_THESE or (document == ABOUT_ONE and framework is None):
        return Recognition(document, framework)
    fixed = {REPORT: AREA_SEND, MONITORING: AREA_SEND, REVISIT_LETTER: JOINT, APP_LETTER: JOINT}
    return Recognition(document, fixed.get(document, framework))


def framework_of(visit: Visit | None) -> str | None:
    """Return the framework in force when inspectors came: Area SEND since January 2023."""
    if visit is None or visit.start < _FIRST_JOINT:
        return None
    return JOINT if visit.start < _FIRST_AREA_SEND else AREA_SEND


_FIRST_JOINT, _FIRST_AREA_SEND = "2016-05", "2023"
_FEWEST_SIGNS = 2
_OPENING = 1500


def _document(text: str, letter: int, report: int) -> str:
    opening = text[:_OPENING]
    is_letter = letter >= _FEWEST_SIGNS
    if letter + report >= _FEWEST_SIGNS and _MONITORED.search(text):
        return MONITORING
    if report >= _FEWEST_SIGNS and report >= letter:
        return REPORT
    if not is_letter:
        return ABOUT_ONE if _is_about(text) else NONE_OF_THESE
    if _APP.search(opening) and _APP_LETTER.search(text) and _DEAR.search(text):
        return APP_LETTER
    if _REVISITED.search(opening) and _REVISIT_TITLE.search(text):
        return REVISIT_LETTER
    return OUTCOME_LETTER if _OLD.search(text) else ABOUT_ONE


_DEAR = re.compile(r"^\s*dear\b", re.IGNORECASE | re.MULTILINE)
_ABOUT = _at_lines(
    r"weakness|written statement|wsoa|priority action|area send|local area|sufficient progress"
    r"|accelerated progress|areas? for improvement|widespread|inconsistent|effective action"
    r"|inspection|revisit|re-visit|action plan|ofsted (?:and|&) (?:the )?(?:cqc|care quality)"
)
_INSPECTORATES = _at_lines(
    r"ofsted|care quality commission|cqc|inspectors?\b|hmci|accelerated progress"
    r"|send inspection|inspection outcome|area send (?:report|re-?visit)"
    r"|written statement of action"
)


def _is_about(even: str) -> bool:
    send = _SUBJECT.search(even)
    return bool(send and _INSPECTORATES.search(even) and _ABOUT.search(even))


def _signs(text: str, patterns: tuple[re.Pattern[str], ...]) -> int:
    return sum(bool(pattern.search(text)) for pattern in patterns)
