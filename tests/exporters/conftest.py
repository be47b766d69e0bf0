"""The made-up pack that the formats are tried with."""

import pytest

from pcf_desktop.exporters.document import Document
from tests.exporters.sample import sample_document


@pytest.fixture(scope="session")
def pack() -> Document:
    return sample_document()
