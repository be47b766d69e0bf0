"""What a goal is about that is said by what should not be: the matter itself.

“Children do not wait too long for assessments” is what leaders should reach. Families are asked
about the waits; as a heading over their answers the goal would say the opposite of them.
"""

import re

from pcf_desktop.importers.letters.vocabulary import spaced

_GOAL = spaced(r"^(?:ensure|make sure|make certain)(?: that)? (?P<goal>.+)$")
_NO_MORE = r"(?:not|no longer|never)"
_THERE = spaced(r"^there (?:is|are) no(?: longer)?(?: any)? (?P<matter>.+)$")
_IS_NOT = spaced(rf"^(?P<who>[^,;:.]+?) (?:is|are) {_NO_MORE} (?P<rest>.+)$")
_DOES_NOT = spaced(
    rf"^(?P<who>[^,;:.]+?) (?:do|does|should|must|will) {_NO_MORE} (?P<verb>\w+)(?P<rest>.*)$"
)
_NOBODY = spaced(
    r"^no (?P<who>child|young person|pupil|family)(?: or young person)? (?:"
    r"(?P<must>(?:has|should have) to )|(?:is|should be|should) |(?=waits ))(?P<rest>.+)$"
)
_MANY = {
    "child": "children",
    "young person": "young people",
    "pupil": "pupils",
    "family": "families",
}
_MEETS = frozenset({"encounter", "experience", "face", "suffer"})
_WAITS = spaced(
    r"\bwait(?:s|ing)?(?:(?: for)? (?:far |much )?(?:too|so|very|unacceptably|unreasonably) long"
    r"| long| unnecessarily)?(?: (?:more|longer) than .{1,40}?)?(?P<what> (?:for|to) .+)$"
)
_SAYS_MORE = re.compile(
    r"\b(?:who|that|which)$|(?<!who\s)(?<!that\s)(?<!which\s)\b(?:is|are|has|have)\b",
    re.IGNORECASE,
)
"""Of what stands before the “not”: it is no subject alone."""
_DOUBLED = re.compile(r"[^aeiou]+[aeiou][bdgmnpt]")


def matter(words: str) -> str:
    """Return what a goal is about where it is said by what should not be, else the words."""
    goal = _GOAL.match(words)
    found = _matter(goal["goal"]) if goal else None
    if found is None:
        return words
    waits = _WAITS.search(found)
    return f"waits{waits['what']}" if waits else found


def _matter(goal: str) -> str | None:
    if there := _THERE.match(goal):
        return there["matter"]
    if nobody := _NOBODY.match(goal):
        must = "having to " if nobody["must"] else ""
        return f"{_MANY[nobody['who'].casefold()]} {must}{nobody['rest']}"
    found = _IS_NOT.match(goal)
    if found and not _SAYS_MORE.search(found["who"]):
        return f"{found['who']} {found['rest']}"
    found = _DOES_NOT.match(goal)
    if found is None or _SAYS_MORE.search(found["who"]):
        return None
    verb = found["verb"].casefold()
    if verb in _MEETS:
        return found["rest"].strip() or None
    return f"{found['who']} {_doing(verb)}{found['rest']}"


def _doing(verb: str) -> str:
    if _DOUBLED.fullmatch(verb):
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not verb.endswith(("ee", "be")):
        verb = verb[:-1]
    return f"{verb}ing"
