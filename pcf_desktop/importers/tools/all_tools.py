"""Every survey tool that can be read. Adding one: its file, and a line here."""

from pcf_desktop.importers.tools.any_export import AnyExport
from pcf_desktop.importers.tools.google_forms import GoogleForms
from pcf_desktop.importers.tools.jotform import Jotform
from pcf_desktop.importers.tools.kobotoolbox import KoboToolbox
from pcf_desktop.importers.tools.limesurvey import LimeSurvey
from pcf_desktop.importers.tools.microsoft_forms import MicrosoftForms
from pcf_desktop.importers.tools.odk import Odk
from pcf_desktop.importers.tools.qualtrics import Qualtrics
from pcf_desktop.importers.tools.smartsurvey import SmartSurvey
from pcf_desktop.importers.tools.survey123 import Survey123
from pcf_desktop.importers.tools.surveymonkey import SurveyMonkey
from pcf_desktop.importers.tools.tool import Importer
from pcf_desktop.importers.tools.typeform import Typeform

TOOLS: tuple[Importer, ...] = (
    MicrosoftForms(),
    GoogleForms(),
    SurveyMonkey(),
    LimeSurvey(),
    SmartSurvey(),
    Jotform(),
    Qualtrics(),
    Typeform(),
    Survey123(),
    KoboToolbox(),
    Odk(),
    AnyExport(),
)
