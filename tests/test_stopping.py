"""A wish to stop is heard at once, or noted and heard between steps, and whoever came before
hears the signals again afterwards."""

import signal
import threading
from collections.abc import Iterator

import pytest

from pcf_desktop import stopping
from pcf_desktop.stopping import Stopped

WISHES = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


@pytest.fixture(params=WISHES)
def wish(request: pytest.FixtureRequest) -> Iterator[signal.Signals]:
    """A signal that stops a command; who hears it is as before after the test."""
    number = signal.Signals[request.param]
    before = signal.getsignal(number)
    yield number
    signal.signal(number, before)


def test_a_command_stops_where_it_is_and_only_once(wish: signal.Signals) -> None:
    closed = []

    def work() -> None:
        try:
            signal.raise_signal(wish)
        finally:
            signal.raise_signal(wish)
            closed.append(True)

    with stopping.heard(), pytest.raises(Stopped) as stopped:
        work()
    assert (stopped.value.number, stopped.value.left) == (wish, "Nothing was changed.")
    assert closed


def test_what_is_held_stops_between_two_steps_alone(wish: signal.Signals) -> None:
    with stopping.heard() as stop:
        progress = stop.hold()
        progress(0, 2)
        signal.raise_signal(wish)
        with pytest.raises(Stopped) as stopped:
            progress(1, 2)
    assert stopped.value.number == wish


def test_what_has_no_more_steps_ends_as_done(wish: signal.Signals) -> None:
    with stopping.heard() as stop:
        stop.hold()
        signal.raise_signal(wish)


def test_the_signals_are_given_back(wish: signal.Signals) -> None:
    before = signal.getsignal(wish)
    with stopping.heard() as stop:
        assert signal.getsignal(wish) == stop.hear
    assert signal.getsignal(wish) == before


def test_what_is_not_wanted_heard_is_not_heard(wish: signal.Signals) -> None:
    """So that `nohup` goes on keeping a command alive."""
    signal.signal(wish, signal.SIG_IGN)
    with stopping.heard():
        signal.raise_signal(wish)
    assert signal.getsignal(wish) is signal.SIG_IGN


def test_a_thread_of_its_own_leaves_the_signals_alone(wish: signal.Signals) -> None:
    before, seen = signal.getsignal(wish), []

    def listen() -> None:
        with stopping.heard():
            seen.append(signal.getsignal(wish))

    thread = threading.Thread(target=listen)
    thread.start()
    thread.join()
    assert seen == [before]


def test_it_is_an_interrupt_that_no_careless_library_swallows(wish: signal.Signals) -> None:
    def careless() -> None:
        try:
            signal.raise_signal(wish)
        except Exception:  # noqa: BLE001 - as a library might
            pytest.fail("swallowed")

    with stopping.heard(), pytest.raises(KeyboardInterrupt):
        careless()
