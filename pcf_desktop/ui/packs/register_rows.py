"""The register of packs, one row a pack: its files put together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from pcf_desktop.services.packs.packs import Issued


@dataclass(frozen=True)
class MadePack:
    """A pack that was made. `version` counts the packs of one title, the first being 1."""

    pack_id: int
    title: str
    version: int
    at: datetime
    recipient: str
    file_names: tuple[str, ...]
    code: str


def rows(issued: Iterable[Issued]) -> list[MadePack]:
    """Return one row for each pack of the register, the latest first."""
    oldest_first = list(issued)[::-1]
    in_order = sorted(oldest_first, key=lambda each: each.pack_id)
    made = []
    for pack_id, group in groupby(in_order, key=lambda each: each.pack_id):
        files = list(group)
        last = files[-1]
        made.append(
            MadePack(
                pack_id,
                last.title,
                last.version,
                last.at,
                last.recipient or "",
                tuple(each.file_name for each in files),
                last.head_code,
            )
        )
    return made[::-1]
