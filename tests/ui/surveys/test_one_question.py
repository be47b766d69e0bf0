"""The question that is chosen in the list, beside it."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from pcf_desktop.importers.sheet import Choices, Kind, Sheet, SheetQuestion
from pcf_desktop.importers.tools.any_export import AnyExport
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.ui.surveys.export_file import open_export
from pcf_desktop.ui.surveys.one_question import OneQuestion


def asked(text: str, kind: Kind, options: tuple[str, ...] = ()) -> SheetQuestion:
    return SheetQuestion(text.lower(), text, kind, (0,), options=options, reason="It is so.")


def sheet(*questions: SheetQuestion) -> Sheet:
    return replace(open_export(samples.survey_file(), Choices(), silent).sheet, questions=questions)


def test_others_read_like_it_are_named_or_counted_and_none_where_there_are_none(
    qtbot: QtBot,
) -> None:
    one = OneQuestion()
    qtbot.addWidget(one)
    one.show()
    rows = [asked(name, Kind.SCALE, ("Never", "Always")) for name in "ABCD"]
    one.show_question(rows[0], sheet(*rows[:2], asked("Z", Kind.SCALE, ("1", "2"))), {})
    assert one.all.box.text() == "Change “B” too"
    one.show_question(rows[0], sheet(*rows[:3]), {})
    assert one.all.box.text() == "Change “B” and “C” too"
    one.show_question(rows[0], sheet(*rows), {})
    assert one.all.box.text() == "Change the 3 others that were read like it, too"
    one.show_question(rows[0], sheet(rows[0]), {})
    assert not one.all.isVisible()


def test_the_tools_own_column_is_said_to_be_that(qtbot: QtBot) -> None:
    one = OneQuestion()
    qtbot.addWidget(one)
    own = asked("Network ID", Kind.SYSTEM)
    one.show_question(own, replace(sheet(own), tool="typeform", title="Typeform"), {})
    assert one._why.text() == "Typeform’s own column: not read as an answer."
    one.show_question(own, replace(sheet(own), tool=AnyExport.name), {})
    assert one._why.text() == "The tool’s own column: not read as an answer."
