"""The made-up exports of every tool. Adding one: its file of exports, and a line here."""

from collections.abc import Mapping

from tests.importers.exports import Export
from tests.importers.tools import (
    exports_of_any_export,
    exports_of_google_forms,
    exports_of_jotform,
    exports_of_kobotoolbox,
    exports_of_limesurvey,
    exports_of_microsoft_forms,
    exports_of_odk,
    exports_of_qualtrics,
    exports_of_smartsurvey,
    exports_of_survey123,
    exports_of_surveymonkey,
    exports_of_typeform,
)

EXPORTS: Mapping[str, tuple[Export, ...]] = {
    "any_export": exports_of_any_export.EXPORTS,
    "google_forms": exports_of_google_forms.EXPORTS,
    "jotform": exports_of_jotform.EXPORTS,
    "kobotoolbox": exports_of_kobotoolbox.EXPORTS,
    "limesurvey": exports_of_limesurvey.EXPORTS,
    "microsoft_forms": exports_of_microsoft_forms.EXPORTS,
    "odk": exports_of_odk.EXPORTS,
    "qualtrics": exports_of_qualtrics.EXPORTS,
    "smartsurvey": exports_of_smartsurvey.EXPORTS,
    "survey123": exports_of_survey123.EXPORTS,
    "surveymonkey": exports_of_surveymonkey.EXPORTS,
    "typeform": exports_of_typeform.EXPORTS,
}
"""By the tool's name."""

IN_OLD_WORKBOOKS = (
    exports_of_any_export.two_rows,
    exports_of_google_forms.by_sheets,
    exports_of_jotform.everything,
    exports_of_kobotoolbox.codes,
    exports_of_limesurvey.codes,
    exports_of_microsoft_forms.everything,
    exports_of_odk.central,
    exports_of_qualtrics.three_rows,
    exports_of_smartsurvey.three_rows,
    exports_of_survey123.labels,
    exports_of_surveymonkey.expanded,
    exports_of_typeform.one_cell,
)
"""One of each tool, kept as an old Excel workbook in `tests/files/surveys`."""
