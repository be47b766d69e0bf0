"""At import it is said which question says the need, and at the survey's page it is seen."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.counting.by_family import families_by
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys import surveys
from pcf_desktop.ui.surveys.about_field import AboutField
from pcf_desktop.ui.surveys.match_columns import WORDS
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.surveys import Surveys
from pcf_desktop.ui.surveys.wizard import Wizard
from pcf_desktop.workspace import Workspace
from tests.ui.surveys.conftest import at_check, opened


def test_the_need_is_said_at_import_and_another_later(
    screen: Surveys, wizard: Wizard, sample: Workspace, qtbot: QtBot
) -> None:
    with sample.read() as session:
        before = families_by(session, "need").known
    opened(wizard, samples.survey_file(), qtbot)
    wizard.go_on()
    columns = wizard.columns
    assert wizard.export is not None
    texts = [each.text for each in wizard.export.sheet.questions]
    columns.list.table.go_to(next(at for at, text in enumerate(texts) if "main needs" in text))
    columns.one.about.set_value("need")
    qtbot.waitUntil(lambda: bool(columns.words.fields))
    columns.view._chips[WORDS].click()
    assert columns.words.fields[0].isVisibleTo(columns)
    waiting = [each for each in columns.words.fields if each.match.key is None]
    for field in waiting[:1]:
        field.looked.emit(field.match, "oth")
    at_check(wizard, qtbot)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    with sample.read() as session:
        by = families_by(session, "need")
        assert by.known > before + 100
        (line,) = surveys.every(session)
    the_age_is_said_later(screen, line.id, sample, qtbot)


def the_age_is_said_later(screen: Surveys, survey_id: int, sample: Workspace, qtbot: QtBot) -> None:
    screen.open_survey(survey_id)
    qtbot.waitUntil(screen.results.isVisible)
    fields = screen.results.findChildren(AboutField)
    age = next(each for each in fields if "How old" in each.combo.accessibleName())
    age.combo.activated.emit(2)
    qtbot.waitUntil(lambda: age.combo.currentText() == "The child’s age")
    with sample.read() as session:
        assert families_by(session, "age_band").known > 100
    screen.desk.worker.undo()
    qtbot.waitUntil(lambda: age.combo.currentText() == "Nothing of the family")
