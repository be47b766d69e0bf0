"""The program is offline: no socket in the whole run, and the main job without any network."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from pcf_desktop.workspace import Workspace
from tests.faults.namespaces import own_namespace
from tests.watch import WATCH

JOURNEY = """
import sys
from pathlib import Path
from pcf_desktop import cli
sockets = []
def heard(event, given):
    if event.startswith("socket."):
        sockets.append(event)
sys.addaudithook(heard)
code = cli.main(["demo", sys.argv[1], "--json"])
print(f"sockets {len(sockets)}", file=sys.stderr)
sys.exit(code or len(sockets))
"""


def test_the_watch_refuses_a_socket() -> None:
    with (
        socket.socket() as made,
        pytest.raises(AssertionError, match=r"socket\.connect"),
    ):
        made.connect(("127.0.0.1", 9))
    with pytest.raises(AssertionError, match=r"socket\.getaddrinfo"):
        socket.getaddrinfo("localhost", 80)
    assert len(WATCH.caught) == 2
    WATCH.caught.clear()


def test_the_watch_refuses_to_open_a_forum_file_in_use(
    workspace: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(AssertionError, match="open"):
        (tmp_path / "forum.db").read_bytes()
    with pytest.raises(AssertionError, match="open"):
        shutil.copy(tmp_path / "forum.db", tmp_path / "copy.db")
    assert len(WATCH.caught) == 2
    WATCH.caught.clear()
    workspace.close()
    assert (tmp_path / "forum.db").read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's namespaces")
def test_the_main_job_needs_no_network(tmp_path: Path) -> None:
    alone = own_namespace("--net")
    home = {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PATH": os.environ["PATH"]}
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [*alone, sys.executable, "-c", JOURNEY, str(tmp_path / "demo")],
        env=home, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.splitlines()[-1] == "sockets 0"
    assert list((tmp_path / "demo" / "pack").glob("*.pdf"))
