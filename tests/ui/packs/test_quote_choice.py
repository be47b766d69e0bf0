"""The program's choice of quotes, and a person's."""

from dataclasses import replace

from pcf_desktop.records import When
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.quotes import Candidate
from pcf_desktop.services.priorities import priorities
from pcf_desktop.ui.packs.quote_choice import QuoteChoice, QuoteOffer, offers
from pcf_desktop.workspace import Workspace


def quote(key: int, words: str = "We waited a year.") -> Candidate:
    return Candidate(
        key, key, "worse", words, is_passage=False, said=When(), response_id=None, number=None
    )


def offer(*keys: int, picked: tuple[int, ...] = ()) -> QuoteOffer:
    return QuoteOffer(7, "Waits", tuple(quote(key) for key in keys), picked)


def test_what_the_program_picks_is_chosen_at_first() -> None:
    choice = QuoteChoice()
    choice.take([offer(1, 2, 3, picked=(3, 1))])
    assert choice.all_chosen() == {7: (3, 1)}


def test_a_new_tick_comes_last_and_a_tick_taken_off_leaves() -> None:
    choice = QuoteChoice()
    choice.take([offer(1, 2, 3, picked=(3, 1))])
    choice.tick(7, 2, wanted=True)
    choice.tick(7, 3, wanted=False)
    assert choice.chosen(7) == (1, 2)


def test_a_persons_choice_stays_but_for_what_may_no_longer_be_quoted() -> None:
    choice = QuoteChoice()
    choice.take([offer(1, 2, 3, picked=(3, 1))])
    choice.tick(7, 2, wanted=True)
    choice.take([offer(2, 3, 4, picked=(4,))])
    assert choice.chosen(7) == (3, 2)


def test_what_a_person_chose_is_remembered_while_it_may_not_be_quoted() -> None:
    choice = QuoteChoice()
    choice.take([offer(1, 2, 3, picked=(3,))])
    choice.tick(7, 1, wanted=True)
    choice.take([offer(2, 3)])
    choice.tick(7, 2, wanted=True)
    assert choice.by_hand() == {7: (3, 1, 2)}
    assert choice.chosen(7) == (3, 2)
    choice.take([offer(1, 2, 3)])
    assert choice.chosen(7) == (3, 1, 2)


def test_ticks_are_taken_back_one_by_one_to_the_programs_own_choice() -> None:
    choice = QuoteChoice()
    choice.take([offer(1, 2, 3, picked=(3, 1))])
    assert not choice.can_undo
    choice.tick(7, 3, wanted=False)
    choice.tick(7, 2, wanted=True)
    assert choice.undo() == (7, 2)
    assert choice.chosen(7) == (1,)
    assert choice.undo() == (7, 3)
    assert choice.chosen(7) == (3, 1)
    assert choice.by_hand() == {}
    assert not choice.can_undo


def test_a_tick_on_a_priority_that_is_no_longer_offered_is_passed_over() -> None:
    choice = QuoteChoice()
    other = QuoteOffer(9, "Plans", (quote(5),), ())
    choice.take([offer(1, 2, 3, picked=(3, 1)), other])
    choice.tick(7, 3, wanted=False)
    choice.tick(9, 5, wanted=True)
    choice.take([offer(1, 2, 3, picked=(3, 1))])
    assert choice.undo() == (7, 3)
    assert not choice.can_undo


def test_what_was_chosen_and_may_not_be_quoted_is_said_with_its_reason(sample: Workspace) -> None:
    with sample.change("Put into the bin") as session:
        first = priorities.choices(session)[0]
        plan = packs.PackPlan(priority_ids=(first.id,))
        gone = offers(session, plan)[0].picked[0]
        feedback.bin_it(session, [gone])
        chosen = replace(plan, quotes={first.id: (gone,)})
        choice = QuoteChoice()
        choice.take(offers(session, chosen))
    assert choice.left_out().endswith(f"on {first.title} is left out because it is in the bin.")


def test_chosen_quotes_that_may_point_to_a_person_are_counted() -> None:
    choice = QuoteChoice()
    both = (quote(1), quote(2, "My son Otto waited."))
    choice.take([QuoteOffer(7, "Waits", both, (1,))])
    assert choice.to_look_at() == 0
    choice.tick(7, 2, wanted=True)
    assert choice.to_look_at() == 1


def test_only_the_priorities_of_the_plan_are_offered(sample: Workspace) -> None:
    with sample.read() as session:
        first = priorities.choices(session)[0]
        found = offers(session, packs.PackPlan(priority_ids=(first.id,)))
    assert [each.priority_id for each in found] == [first.id]
    assert found[0].title == f"{first.number} {first.title}"
    assert set(found[0].picked) <= {each.feedback_id for each in found[0].candidates}
