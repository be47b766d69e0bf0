"""A place of its own for a program: Linux's user namespaces, where the system allows them."""

import subprocess

import pytest


def own_namespace(kind: str) -> list[str]:
    """Return what to put before a command so that it has its own mounts, network, or the like.

    Skips the test, visibly, where the system allows nobody a namespace.
    """
    alone = ["unshare", "--user", "--map-root-user", kind]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("no user namespaces here")
    return alone
