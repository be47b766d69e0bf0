"""Which rows are one family, and who is nobody."""

from pcf_desktop.importers.logs.log_sheet import LogRow, Meaning
from pcf_desktop.importers.periods.period import Period
from pcf_desktop.services.logs.voices import FamiliesOfLog, code_of
from pcf_desktop.workspace import Workspace


def row(code: str = "", mail: str = "") -> LogRow:
    return LogRow(1, {Meaning.FAMILY: code, Meaning.EMAIL: mail}, Period(""))


def test_our_own_codes_those_of_the_log_and_addresses_name_families(workspace: Workspace) -> None:
    with workspace.change("families") as session:
        found = FamiliesOfLog(session)
        assert found.of(row("n/a")) is found.of(row()) is found.of(row("Anonymous")) is None
        ours, theirs, mail = (
            found.of(row("f12")),
            found.of(row("SMITH-2")),
            found.of(row("", "a@b.c")),
        )
        assert ours is not None
        assert theirs is not None
        assert mail is not None
        assert (ours.code, ours.is_new) == ("F-0012", True)
        assert found.of(row("F-0012", "x@y.z")) is found.of(row("", "X@Y.Z")) is ours
        assert found.of(row(" smith-2 ")) is theirs is not mail
        codes = {code_of(session, each) for each in (ours, theirs, mail, ours)}
        assert codes == {"F-0012", "F-0013", "F-0014"}
    with workspace.read() as session:
        again = FamiliesOfLog(session).of(row("Smith-2"))
        assert again is not None
        assert (again.code, again.is_new) == ("F-0013", False)
