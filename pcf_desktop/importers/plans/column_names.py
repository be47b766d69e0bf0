"""The many names under which plans print their columns, in small letters without punctuation."""

from collections.abc import Mapping

from pcf_desktop.importers.plans.plan import PlanColumn

NAMES: Mapping[PlanColumn, tuple[str, ...]] = {
    PlanColumn.REF: (
        *("ref", "reference", "ref no", "ref number", "no", "number", "action no", "action number"),
        *("action ref", "id", "action id", "item", "item no", "task no", "line", "s no", "ref id"),
        *("code", "action code", "#", "key"),
    ),
    PlanColumn.PRIORITY: (
        *("priority", "area of weakness", "weakness", "area of significant weakness", "theme"),
        *("significant weakness", "area for improvement", "area for priority action", "wsoa area"),
        *("area of concern", "priority area", "inspection finding", "finding", "issue", "key area"),
        *("identified weakness", "priority action area", "concern", "area for development"),
        *("priority action", "priority actions", "area for priority actions"),
    ),
    PlanColumn.OUTCOME: (
        *("outcome", "outcomes", "intended outcome", "desired outcome", "expected outcome"),
        *("what will be different", "what difference will it make", "objective", "objectives"),
        *("aim", "goal", "what do we want to achieve", "what we want to achieve", "ambition"),
        *(
            "what will success look like",
            "what good looks like",
            "outcome sought",
            "we will achieve",
        ),
        *("what difference do we expect", "key outcome", "overall outcome", "strategic objective"),
    ),
    PlanColumn.ACTION: (
        *("action", "actions", "what will we do", "what we will do", "activity", "activities"),
        *("task", "tasks", "action required", "actions required", "what are we going to do"),
        *("what needs to happen", "what do we need to do", "action to be taken", "key action"),
        *("actions to be taken", "key actions", "planned action", "action description", "steps"),
        *("key activity", "key activities", "description of action", "what", "what we are doing"),
        *("improvement action", "improvement actions", "agreed action", "deliverable", "step"),
    ),
    PlanColumn.LEAD: (
        *("lead", "lead officer", "owner", "action owner", "responsible", "who", "by whom"),
        *("responsible officer", "responsible person", "person responsible", "lead person"),
        *("accountable", "accountable lead", "accountable officer", "action lead", "lead agency"),
        *("who is responsible", "who will do it", "named lead", "leads", "lead officers", "sro"),
        *("lead organisation", "responsibility", "senior responsible officer", "who will lead"),
        *("strategic lead", "operational lead", "lead and accountable body", "officer"),
    ),
    PlanColumn.PARTNERS: (
        *("partners", "partner", "partner agencies", "supported by", "support", "key partners"),
        *("who else", "contributors", "involved", "stakeholders", "with whom", "who will help"),
        *("delivery partners", "partners involved", "others involved", "agencies involved"),
    ),
    PlanColumn.WORKSTREAM: (
        *("workstream", "work stream", "strand", "project", "programme", "work strand"),
        *("sub group", "subgroup", "working group", "task and finish group", "delivery group"),
    ),
    PlanColumn.START: (
        *("start", "start date", "from", "begin", "commence", "starting", "date started"),
        *("planned start", "start by", "commencement", "begins", "when will it start"),
    ),
    PlanColumn.END: (
        *("end", "end date", "by when", "when", "deadline", "due", "due date", "timescale"),
        *("timescales", "completion date", "target date", "date", "complete by", "finish"),
        *("finish date", "timeframe", "time frame", "date due", "to be completed by", "timeline"),
        *("completion", "date for completion", "date of completion", "delivery date", "dates"),
        *("planned completion", "target completion date", "timing", "to", "expected completion"),
        *("by", "completion by"),
    ),
    PlanColumn.MILESTONES: (
        *("milestone", "milestones", "key milestones", "interim milestones", "3 months"),
        *("6 months", "9 months", "12 months", "18 months", "24 months", "three months"),
        *("six months", "twelve months", "milestone date", "process milestones", "next steps"),
    ),
    PlanColumn.MEASURE: (
        *("measure", "measures", "success measure", "success measures", "success criteria"),
        *("how will we know", "kpi", "kpis", "key performance indicator", "indicator"),
        *("performance measure", "performance measures", "measure of success", "indicators"),
        *("key performance indicators", "how will we measure success", "measures of success"),
        *("how we will know", "outcome measure", "outcome measures", "metric", "metrics"),
        *("measure of impact", "measures of impact"),
        *("how will success be measured", "how will it be measured"),
    ),
    PlanColumn.BASELINE: (
        *("baseline", "starting point", "baseline data", "current position", "where are we now"),
        *("baseline position", "current performance"),
    ),
    PlanColumn.TARGET: (
        *("target", "targets", "target value", "target performance", "trajectory", "target data"),
        *("where do we want to be",),
    ),
    PlanColumn.IMPACT: (
        *("impact", "impact to date", "difference made", "impact on children", "impact measure"),
        *("impact on children and families", "what difference has it made", "actual impact"),
        *("impact on families", "expected impact", "intended impact", "so what"),
    ),
    PlanColumn.EVIDENCE: (
        *("evidence", "source of evidence", "evidence of completion", "evidence of impact"),
        *("how will we evidence", "sources of evidence", "supporting evidence", "proof"),
    ),
    PlanColumn.PROGRESS: (
        *("progress", "progress to date", "update", "updates", "progress update", "comment"),
        *("comments", "latest update", "commentary", "progress note", "notes", "current update"),
        *("progress notes", "position statement", "progress report", "monitoring", "narrative"),
    ),
    PlanColumn.RAG: (
        *("rag", "rag rating", "rag status", "brag", "brag rating", "brag status", "status"),
        *("current rag", "action rag", "progress rag", "rating", "on track", "delivery rag"),
        *("current status", "action status"),
    ),
    PlanColumn.COMPLETE: (
        *("percent complete", "percentage complete", "complete percent", "percent completed"),
        *(
            "percentage completed",
            "percent done",
            "percent progress",
            "progress percent",
            "complete",
        ),
        *(
            "percentage completion",
            "percent completion",
            "completion percent",
            "progress percentage",
        ),
        *("completion percentage", "completion rate", "how complete", "percentage progress"),
        *("percent finished", "percentage done", "percent achieved", "percentage", "percent"),
    ),
    PlanColumn.CLOSED: (
        *("date closed", "closed", "closed on", "closed date", "closure date", "date of closure"),
        *("date completed", "completed on", "completed date", "date achieved", "date done"),
        *(
            "actual completion date",
            "actual end date",
            "actual end",
            "actual finish",
            "actual date",
        ),
        *(
            "actual completion",
            "actual date of completion",
            "date action closed",
            "date signed off",
        ),
        *(
            "completed",
            "finished",
            "finished on",
            "date finished",
            "when completed",
            "sign off date",
        ),
    ),
}
