"""What the pages tell of seats."""

from functools import partial
from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row, in_the_sources_words
from registry.seats.wording import KINDS_IN_WORDS


def _href(line: dict[str, Any]) -> str:
    return url_for("seats.seat", word=line["ref"])


def _person_href(line: dict[str, Any]) -> str | None:
    return line["person"] and url_for("people.person", word=line["person"])


def _body_href(line: dict[str, Any]) -> str:
    return url_for("structure.body", word=line["body_ref"])


def _constituency_href(line: dict[str, Any]) -> str | None:
    return line["constituency_ref"] and url_for("structure.body", word=line["constituency_ref"])


def _to(page: str, ref: str) -> fields.Function:
    return fields.Function(lambda line: line[ref] and url_for(page, word=line[ref]), metadata={"hidden": True})


class SeatRow(Row):
    seat = fields.String(metadata={"link": "href"})
    body = fields.String(metadata={"link": "body_href"})
    body_ref = fields.String(metadata={"hidden": True})
    constituency = fields.String(metadata={"label": "Speaks for", "link": "constituency_href"})
    holder = fields.String(metadata={"label": "Held by", "link": "person_href"})
    since = fields.Date()
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day of term"})
    remarks = fields.String()
    ref = fields.String(metadata={"hidden": True})
    vacant = fields.Boolean(metadata={"hidden": True})
    person = fields.String(metadata={"hidden": True})
    href = fields.Function(_href, metadata={"hidden": True})
    body_href = fields.Function(_body_href, metadata={"hidden": True})
    constituency_href = fields.Function(_constituency_href, metadata={"hidden": True})
    person_href = fields.Function(_person_href, metadata={"hidden": True})


class TurnRow(Row):
    """A person's turn in a seat, or a time when it stood vacant."""

    holder = fields.String(metadata={"label": "Held by", "link": "person_href"})
    since = fields.Date(metadata={"label": "From"})
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day"})
    how = fields.String(metadata={"label": "How they came"})
    ended = fields.String(metadata={"label": "How it ended"})
    person = fields.String(metadata={"hidden": True})
    person_href = fields.Function(_person_href, metadata={"hidden": True})


def _act(words: str, leads: str, *, label: str) -> fields.Function:
    """What may be done about a turn, by whoever is given the address where it is."""
    shown = partial(_offered, words, leads)
    return fields.Function(shown, metadata={"label": label, "link": leads, "act": True})


def _offered(words: str, leads: str, line: dict[str, Any]) -> str:
    return words if line[leads] else ""


class SuccessionRow(TurnRow):
    """The same on the seat's own page, where the office may put it right."""

    class Meta(TurnRow.Meta):
        fields = (
            "holder", "since", "dates", "last_day", "how", "ended", "letter", "change", "strike", "person",
            "person_href", "letter_href", "change_href", "strike_href",
        )  # fmt: skip

    letter = _act("Letter", "letter_href", label="Appointment")
    change = _act("Put right", "change_href", label="Change")
    strike = _act("Strike out", "strike_href", label="Never was")
    letter_href = fields.String(metadata={"hidden": True})
    change_href = fields.String(metadata={"hidden": True})
    strike_href = fields.String(metadata={"hidden": True})


class SeatPage(Row):
    title = fields.String(metadata={"hidden": True})
    holder = fields.String(metadata={"label": "Held by", "link": "person_href"})
    since = fields.Date()
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day of term"})
    remarks = fields.String()
    body = fields.String(metadata={"link": "body_href"})
    kind = fields.Function(lambda line: KINDS_IN_WORDS[line["kind"]])
    constituency = fields.String(metadata={"label": "Speaks for", "link": "constituency_href"})
    votes = fields.Integer()
    director = fields.Boolean(metadata={"label": "Holder is a director of the company"})
    holders = fields.Integer(metadata={"label": "Holders at a time"})
    term = fields.String()
    requirements = fields.String()
    appointed_by = fields.String(metadata={"link": "appointed_by_href"})
    ex_officio = fields.String(metadata={"label": "Ex officio of", "link": "ex_officio_href"})
    established = fields.Date()
    created_by = fields.String(metadata={"label": "Created by decision", "link": "created_by_href"})
    abolished = fields.Date(metadata={"label": "Abolished from"})
    abolished_by = fields.String(metadata={"label": "Abolished by decision", "link": "abolished_by_href"})
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    vacant = fields.Boolean(metadata={"hidden": True})
    places_free = fields.Integer(metadata={"hidden": True})
    carries_over = fields.Boolean(metadata={"hidden": True})
    term_is_over = fields.Boolean(metadata={"hidden": True})
    person = fields.String(metadata={"hidden": True})
    succession = fields.List(fields.Nested(TurnRow), metadata={"hidden": True})
    appointed_by_href = _to("structure.body", "appointed_by_ref")
    ex_officio_href = _to("seats.seat", "ex_officio_ref")
    created_by_href = _to("decisions.decision", "created_by_ref")
    abolished_by_href = _to("decisions.decision", "abolished_by_ref")

    def turns(self) -> Row:
        """The lines of who has held it, for a page to draw."""
        return TurnRow()

    body_href = fields.Function(_body_href, metadata={"hidden": True})
    constituency_href = fields.Function(_constituency_href, metadata={"hidden": True})
    person_href = fields.Function(_person_href, metadata={"hidden": True})


class HeldRow(Row):
    seat = fields.String(metadata={"link": "href"})
    body = fields.String()
    since = fields.Date(metadata={"label": "From"})
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day"})
    ended = fields.String(metadata={"label": "How it ended"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(_href, metadata={"hidden": True})


class ServedRow(TurnRow):
    """A turn in one of several seats."""

    class Meta(TurnRow.Meta):
        fields = ("seat", "holder", "since", "dates", "last_day", "how", "ended", "person", "person_href", "seat_href")

    seat = fields.String(metadata={"link": "seat_href"})
    seat_href = _to("seats.seat", "seat_ref")


class ServedPage(Row):
    """Who served when, as a picture and a table."""

    title = fields.String(metadata={"hidden": True})
    day = fields.Date(metadata={"label": "Up to"})
    picture = fields.Raw(metadata={"hidden": True})
    turns = fields.Nested(ServedRow, many=True, metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})

    def lines(self) -> Row:
        return ServedRow()


class DifferenceRow(Row):
    seat = fields.String(metadata={"link": "href"})
    before = fields.String()
    after = fields.String()
    what = fields.String(metadata={"label": "What changed"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(_href, metadata={"hidden": True})


class ComparedPage(Row):
    """A body's seats as at two days."""

    title = fields.String(metadata={"hidden": True})
    before = fields.Date(metadata={"label": "On"})
    after = fields.Date(metadata={"label": "And on"})
    changed = fields.Integer(metadata={"label": "Seats changed"})
    lines = fields.Nested(DifferenceRow, many=True, metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})

    def differences(self) -> Row:
        return DifferenceRow()


class LetterPage(Row):
    """What a letter of appointment says."""

    title = fields.String(metadata={"hidden": True})
    holder = fields.String(metadata={"label": "To"})
    seat = fields.String()
    body = fields.String()
    constituency = fields.String(metadata={"label": "Speaks for"})
    since = fields.Date(metadata={"label": "From"})
    last_day = fields.Date(metadata={"label": "Last day of term"})
    votes = fields.Integer()
    capacity = fields.String(metadata={"label": "In what capacity"})
    director = fields.Boolean(metadata={"hidden": True})
    carries_over = fields.Boolean(metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
