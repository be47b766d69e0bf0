"""What the deletion of a priority takes along, and what it leaves, in exact words."""

from collections.abc import Mapping

from pcf_desktop.services.priorities.changes import PriorityGoing
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.words import count, listed, number


def sentences(going: PriorityGoing) -> list[str]:
    """Return what to know before a priority is deleted, each sentence for a line of its own."""
    goes = _listed(going.goes, with_it())
    stays = _listed(going.stays, without_it())
    said = [_comments(going), tr("Nothing that families said is deleted.")]
    if goes:
        said.append(tr("Deleted with it: {what}.").format(what=goes))
    if packs := going.stays.get("pack_section", 0):
        said.append(
            tr("1 pack was made with it, and stays as it was made.")
            if packs == 1
            else tr("{n} were made with it, and stay as they were made.").format(
                n=count(packs, tr("pack"), tr("packs"))
            )
        )
    if stays:
        said.append(tr("Kept, but no longer about it: {what}.").format(what=stays))
    return [*said, tr("You can undo it.")]


def with_it() -> dict[str, tuple[str, str]]:
    """Return what goes with a priority beside its links: one and several, by the table's name."""
    return {
        "keyword": (tr("word that suggests it"), tr("words that suggest it")),
        "judgement": (tr("judgement of the inspectors"), tr("judgements of the inspectors")),
        "area_view": (tr("rating by the area"), tr("ratings by the area")),
        "own_message": (tr("key message of the forum"), tr("key messages of the forum")),
        "forum_view": (tr("view of the forum"), tr("views of the forum")),
        "measure": (tr("measure with its readings"), tr("measures with their readings")),
        "plan_priority": (tr("mention in a plan"), tr("mentions in plans")),
        "action_priority": (tr("mention at an action"), tr("mentions at actions")),
        "question_priority": (
            tr("mention at a survey question"),
            tr("mentions at survey questions"),
        ),
    }


def without_it() -> dict[str, tuple[str, str]]:
    """Return what stays and mentions the priority no longer, packs apart."""
    return {
        "ask": (tr("ask of the forum"), tr("asks of the forum")),
        "talking_point": (tr("talking point"), tr("talking points")),
        "you_said": (tr("line of You said, we did"), tr("lines of You said, we did")),
    }


def _comments(going: PriorityGoing) -> str:
    links, hidden = going.goes.get("link", 0), going.hidden_links
    if not links:
        return tr("No comment is linked to it.")
    who = count(links, tr("comment"), tr("comments"))
    if hidden:
        who = tr("{who} ({n} of them in the bin or set aside)").format(who=who, n=number(hidden))
    if links == 1:
        return tr("{who} stays where it is, but loses its link to this priority.").format(who=who)
    return tr("{who} stay where they are, but lose their link to this priority.").format(who=who)


def _listed(found: Mapping[str, int], words: Mapping[str, tuple[str, str]]) -> str:
    return listed([count(found[name], *both) for name, both in words.items() if name in found])
