"""The views of a priority in marks and words, and what is missing."""

from dataclasses import replace

from pcf_desktop.services.priorities import one_priority
from pcf_desktop.services.priorities.priorities import NOTHING_HEARD, Heard
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.priorities import views_of
from pcf_desktop.workspace import Workspace

NOBODY = NOTHING_HEARD.by_stance


def test_judgement_and_rating_have_a_word_and_a_shape(sample: Workspace) -> None:
    with sample.read() as session:
        detail = one_priority.of(session, 1)
    assert detail is not None
    views = replace(
        detail.views, judgement_key="not_sufficient", area="Some delay", area_shape="square"
    )
    short = views_of.judged_short(views)
    assert short is not None
    assert (short.words, short.level) == ("Not sufficient", Level.BAD)
    assert views_of.area_mark(views).level == Level.AMBER
    assert views_of.judged_short(detail.views) is None
    assert views_of.area_short(detail.views) is None
    assert views_of.judged_mark(None, None).words == "Not judged yet"


def test_what_is_missing_is_said(sample: Workspace) -> None:
    with sample.read() as session:
        detail = one_priority.of(session, 1)
    assert detail is not None
    empty = replace(detail, views=replace(detail.views, heard=NOTHING_HEARD, words=None))
    assert len(views_of.gaps(empty)) == 2
    by = {**NOBODY, "better": 0, "no_change": 0, "worse": 3, "mixed": 0}
    thin = replace(detail, views=replace(detail.views, heard=Heard(3, 3, by)), is_quotable=False)
    assert [words.split(".")[0] for words in views_of.gaps(thin)] == [
        "Fewer than 10 families: a pack cannot count them yet",
        "Nobody has said what went well",
        "No comment here may be quoted",
    ]
