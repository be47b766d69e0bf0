"""An action gives its words, also where a plan prints none."""

from pcf_desktop.importers.plans.plan import PlanAction, PlanColumn


def test_an_action_gives_its_words() -> None:
    assert PlanAction("T", 1, fields={PlanColumn.ACTION: "Meet"}).words == "Meet"
    assert PlanAction("T", 1, ref="1").words == ""
