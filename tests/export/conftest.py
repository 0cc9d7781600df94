"""The bridge's document, for every test of the exports."""

from __future__ import annotations

import pytest
from tests.export.bridge_pile import Pile, make_records

from dateline.export.contract import Document
from dateline.export.document import build_document


@pytest.fixture
def document() -> Document:
    """The document of the pile about the bridge."""
    return build_document(Pile(make_records()))
