"""What is kept: one subject a file. The lowest floor; knows nothing of files, screens or rules."""

from pcf_desktop.records.audit import AuditEntry
from pcf_desktop.records.base import Base, Record
from pcf_desktop.records.consent import Consent
from pcf_desktop.records.digest import PartDigest
from pcf_desktop.records.family import Child, Family, FamilyMark
from pcf_desktop.records.feedback import (
    Disclosure,
    Draft,
    Event,
    Feedback,
    FeedbackService,
    FeedbackTheme,
)
from pcf_desktop.records.forum import Device, Forum, Person, Series
from pcf_desktop.records.inspection import Inspection, InspectionEvent
from pcf_desktop.records.link import Link
from pcf_desktop.records.meeting import Ask, Attendee, Chase, Meeting, TalkingPoint, YouSaid
from pcf_desktop.records.pack import Pack, PackEvidence, PackIssue, PackItem, PackSection
from pcf_desktop.records.plan import (
    Action,
    ActionPriority,
    Measure,
    Plan,
    PlanPriority,
    Progress,
    RagKey,
    Reading,
    Workstream,
)
from pcf_desktop.records.population import Population
from pcf_desktop.records.priority import AreaView, ForumView, Judgement, Keyword, Priority
from pcf_desktop.records.quote import Quote
from pcf_desktop.records.search import SavedSearch
from pcf_desktop.records.survey import (
    Answer,
    AnswerMeaning,
    ImportBatch,
    ImportProfile,
    Option,
    Question,
    QuestionPriority,
    Response,
    Survey,
)
from pcf_desktop.records.term import KnownWord, Term, TermAlias, TermList
from pcf_desktop.records.when import When

__all__ = [
    "Action",
    "ActionPriority",
    "Answer",
    "AnswerMeaning",
    "AreaView",
    "Ask",
    "Attendee",
    "AuditEntry",
    "Base",
    "Chase",
    "Child",
    "Consent",
    "Device",
    "Disclosure",
    "Draft",
    "Event",
    "Family",
    "FamilyMark",
    "Feedback",
    "FeedbackService",
    "FeedbackTheme",
    "Forum",
    "ForumView",
    "ImportBatch",
    "ImportProfile",
    "Inspection",
    "InspectionEvent",
    "Judgement",
    "Keyword",
    "KnownWord",
    "Link",
    "Measure",
    "Meeting",
    "Option",
    "Pack",
    "PackEvidence",
    "PackIssue",
    "PackItem",
    "PackSection",
    "PartDigest",
    "Person",
    "Plan",
    "PlanPriority",
    "Population",
    "Priority",
    "Progress",
    "Question",
    "QuestionPriority",
    "Quote",
    "RagKey",
    "Reading",
    "Record",
    "Response",
    "SavedSearch",
    "Series",
    "Survey",
    "TalkingPoint",
    "Term",
    "TermAlias",
    "TermList",
    "When",
    "Workstream",
    "YouSaid",
]
