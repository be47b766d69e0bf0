"""Read files that were damaged at random, in a process of limited memory; run by a test.

Prints one line: files, refused, read, slowest seconds, peak megabytes. A fault ends it at once.
"""

import io
import itertools
import random
import resource
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pcf_desktop.errors import UserError
from pcf_desktop.importers.grids import read_grids
from pcf_desktop.importers.survey_data import answers, describe
from pcf_desktop.importers.surveys import read
from tests.importers.exports import WRITERS
from tests.importers.tools.all_exports import EXPORTS

_COMPOUND = b"\xd0\xcf\x11\xe0"
_SEEDS = 50
_SLOWER = 60
"""No damaged file may take the processor so many times as long as all undamaged ones together."""
_MEMORY = 300 * 2**20
_ADDRESS_SPACE = 2 * 2**30
_BITS = (b"\x00", b'"', b"\n", b",", b";", b"\xff", b"<", b"&", b"=", b"PK", b"9" * 7, b"'")


def _peak() -> int:
    """Return the most memory in bytes this process has had; `ru_maxrss` would tell its parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line) * 1024


def seeds(folder: Path) -> Iterator[bytes]:
    """Give the exports of all tools in all kinds of files, and an old workbook of each."""
    for path in sorted((Path(__file__).parents[1] / "files").rglob("*.xls")):
        yield path.read_bytes()
    exports = [export for of_tool in EXPORTS.values() for export in of_tool]
    for export, write in zip(exports, itertools.cycle(WRITERS), strict=False):
        yield write(folder, export).read_bytes()
    for export in exports:
        yield WRITERS[3](folder, export).read_bytes()


def damaged(data: bytes, rng: random.Random) -> bytes:
    """Return the file with a few places changed; inside a ZIP, sometimes its members.

    In an old workbook mostly the bytes alone, since one that moves takes the whole file along.
    """
    if data.startswith(_COMPOUND) and rng.random() < 0.7:
        changed = bytearray(data)
        for _ in range(rng.randint(1, 12)):
            changed[rng.randrange(len(changed))] = rng.choice((0, 1, 127, 255, rng.randrange(256)))
        return bytes(changed)
    if data.startswith(b"PK") and rng.random() < 0.6:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
            names = old.namelist()
            chosen = rng.choice(names)
            for name in names:
                part = old.read(name)
                new.writestr(name, _changed(part, rng) if name == chosen else part)
        return out.getvalue()
    return _changed(data, rng)


def _changed(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(changed) + 1)
        end = min(len(changed), at + rng.randint(0, 40))
        way = rng.randrange(5)
        if way == 0:
            del changed[at:end]
        elif way == 1:
            changed[at:at] = changed[at:end] * rng.randint(1, 50)
        elif way == 2:
            changed[at:end] = rng.randbytes(end - at)
        elif way == 3:
            changed[at:at] = rng.choice(_BITS)
        elif rng.random() < 0.2:
            del changed[at:]
    return bytes(changed)


def try_file(path: Path) -> bool:
    """Read a file every way there is; return whether it could be read."""
    try:
        read_grids(path)
        sheet = read(path)
    except UserError:
        return False
    describe(sheet)
    count = sum(1 for _ in answers(sheet))
    if count != sheet.rows:
        raise AssertionError(f"{count} of {sheet.rows} rows")
    return True


def _took(path: Path, data: bytes) -> tuple[bool, float]:
    """Read a file; return whether it could be, and the processor's seconds that it took."""
    path.write_bytes(data)
    start = time.process_time()
    return try_file(path), time.process_time() - start


def main(times: int, seed: int) -> None:
    """Damage each seed so many times."""
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
    rng = random.Random(seed)
    slowest, refused, done = 0.0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        whole = list(itertools.islice(seeds(Path(folder)), _SEEDS))
        bare = sum(_took(path, data)[1] for data in whole)
        for data in whole:
            for _ in range(times):
                signal.setitimer(signal.ITIMER_PROF, _SLOWER * bare)
                was_read, took = _took(path, damaged(data, rng))
                signal.setitimer(signal.ITIMER_PROF, 0)
                refused += not was_read
                slowest = max(slowest, took)
                done += 1
    peak = _peak()
    sys.stdout.write(
        f"{done} damaged files: {refused} refused, {done - refused} read, 0 crashes, "
        f"slowest {slowest:.2f} s, all undamaged {bare:.2f} s, peak {peak / 2**20:.0f} MB\n"
    )
    sys.exit(0 if peak < _MEMORY else 1)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
