"""The same thing logged twice is found, what only shares its subject is not."""

import pytest

from pcf_desktop.services.feedback import alike, feedback
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.workspace import Workspace

SAID = (
    "We have been on the autism list for nineteen months. "
    "Nobody told us what we could do while we wait."
)


@pytest.fixture
def logged(workspace: Workspace) -> Workspace:
    with workspace.change("log feedback") as session:
        feedback.log(session, NewFeedback(SAID, "quote", family_code="F-0139"))
        feedback.log(session, NewFeedback("The school bus came late all autumn term.", "quote"))
    return workspace


@pytest.mark.parametrize(
    "typed",
    [
        SAID,
        SAID.upper(),
        "Been on the autism list for 19 months, nobody told us what we could do while we wait",
        f"{SAID} And the school says it cannot help before there is a diagnosis, so here we are.",
        "Nobody told us what we could do while we wait. On the autism list for nineteen months.",
    ],
)
def test_the_same_said_again_is_found(logged: Workspace, typed: str) -> None:
    with logged.read() as session:
        (found,) = alike.like(session, typed)
    assert (found.words, found.family) == (SAID, "F-0139")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "autism",
        "We were seen by the autism team in four months and they were lovely to him.",
        "zzzz yyyy xxxx wwww",
        'AND OR NEAR( " *',
    ],
)
def test_what_only_shares_a_subject_is_not(logged: Workspace, typed: str) -> None:
    with logged.read() as session:
        assert alike.like(session, typed) == []


def test_what_is_in_the_bin_is_not_offered(logged: Workspace) -> None:
    with logged.change("bin") as session:
        feedback.bin_it(session, feedback.ids(session, feedback.Filter(words="autism")))
    with logged.read() as session:
        assert alike.like(session, SAID) == []
