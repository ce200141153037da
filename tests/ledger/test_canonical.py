import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Date, Float, Numeric, String

from registry.db import Instant
from registry.ledger.canonical import LARGEST_WHOLE_NUMBER, NotCanonical, canonical, codec

pytestmark = pytest.mark.pure

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
NUMBERS = st.integers(-LARGEST_WHOLE_NUMBER, LARGEST_WHOLE_NUMBER)
PLAIN = st.none() | st.booleans() | NUMBERS | TEXT
KEYS = st.text(st.characters(max_codepoint=127, exclude_characters="\0"), max_size=8)
DOCUMENTS = st.dictionaries(KEYS, st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)))


class TestCanonical:
    @given(DOCUMENTS)
    def test_is_rfc_8785(self, document):
        assert canonical(document).encode() == rfc8785.dumps(document)

    @given(DOCUMENTS)
    def test_is_read_back_as_it_was(self, document):
        assert json.loads(canonical(document)) == document

    @pytest.mark.parametrize(
        "value", [0.1, 1e2, float("nan"), 2**53, -(2**53), "\0", "\ud800", b"bytes", date(2026, 4, 1), {"é": 1}, {1: 2}]
    )
    def test_what_two_readers_could_read_differently_is_refused(self, value):
        with pytest.raises(NotCanonical):
            canonical({"value": value})


class TestCodec:
    def test_an_instant_is_utc_with_six_digits(self):
        write, read = codec(Instant())
        moment = datetime(2026, 3, 29, 2, 30, tzinfo=timezone(timedelta(hours=1)))

        assert write(moment) == "2026-03-29T01:30:00.000000Z"
        assert read(write(moment)) == moment.astimezone(UTC)

    def test_a_day_is_written_as_iso_writes_it(self):
        write, read = codec(Date())

        assert write(date(2024, 2, 29)) == "2024-02-29"
        assert read("2024-02-29") == date(2024, 2, 29)

    def test_text_is_itself(self):
        assert codec(String())[0]("Llŷn") == "Llŷn"

    @pytest.mark.parametrize("column_type", [Float(), Numeric(12, 2)])
    def test_a_column_with_no_one_text_is_refused_before_anything_is_written(self, column_type):
        with pytest.raises(NotCanonical):
            codec(column_type)
