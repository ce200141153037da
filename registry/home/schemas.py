from typing import Any

from flask import g, request, url_for
from marshmallow import fields

from registry.audit.schemas import EnteredRow
from registry.doors.asked import parser
from registry.doors.door import door_of
from registry.doors.span import SpanAsked
from registry.forms import Row


class DutyRow(Row):
    sentence = fields.String(metadata={"label": "What", "link": "href"})
    due = fields.Date(metadata={"label": "By"})
    reckoned = fields.String(metadata={"label": "How reckoned"})
    standing = fields.String(metadata={"tag": True})
    authority = fields.String()
    done = fields.Function(lambda duty: duty["done"] if duty["done_at"] else "", metadata={"link": "done_at"})
    done_at = fields.String(metadata={"hidden": True})
    href = fields.String(metadata={"hidden": True})


class DeclarationsLine(Row):
    word = fields.String()
    due = fields.String()
    href = fields.Function(lambda _: url_for("interests.mine"))


class StepRow(Row):
    text = fields.String(metadata={"link": "href"})
    href = fields.Function(lambda step: url_for(step["door"]))


class HomePage(Row):
    """The front page: what needs doing, what was done, and for a member her own page first."""

    title = fields.Constant("Home", metadata={"hidden": True})
    mine = fields.Nested(DeclarationsLine, metadata={"hidden": True})
    duties = fields.List(fields.Nested(DutyRow), metadata={"label": "Needs you now"})
    count = fields.Integer(metadata={"label": "Duties"})
    late = fields.Integer(metadata={"label": "Late"})
    soon = fields.Integer(metadata={"label": "Due within 30 days"})
    recent = fields.List(fields.Nested(EnteredRow), metadata={"label": "Recently recorded"})
    steps = fields.Function(lambda page: steps(page["steps"]), metadata={"hidden": True})


def steps(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that this reader may take."""
    may_take = [step for step in told if (door := door_of(step["door"])) and g.account.may(door.needs)]
    return StepRow(many=True).dump(may_take)  # type: ignore[return-value]


class FoundRow(Row):
    text = fields.String(metadata={"link": "href"})
    href = fields.String(metadata={"hidden": True})


class GroupRow(Row):
    kind = fields.String()
    count = fields.Integer()
    found = fields.List(fields.Nested(FoundRow))


class PieceRow(Row):
    text = fields.String()
    found = fields.Boolean()


class HitRow(Row):
    """A place in the words of the registers, and the words around what was found there."""

    kind = fields.String()
    title = fields.String(metadata={"link": "href"})
    body = fields.String()
    on = fields.Date()
    page = fields.Integer()
    said = fields.Function(lambda hit: "".join(piece["text"] for piece in hit["pieces"]))
    pieces = fields.List(fields.Nested(PieceRow))
    href = fields.String(metadata={"hidden": True})


class KindRow(Row):
    kind = fields.String()
    count = fields.Integer()


class SearchPage(Row):
    """What was found in names and numbers, by kind; and in words, the best first."""

    title = fields.Constant("Search", metadata={"hidden": True})
    sought = fields.String(metadata={"label": "Sought"})
    count = fields.Integer(metadata={"label": "Found"})
    groups = fields.List(fields.Nested(GroupRow), metadata={"hidden": True})
    named = fields.Integer(metadata={"hidden": True})
    hits = fields.List(fields.Nested(HitRow), metadata={"hidden": True})
    kinds = fields.List(fields.Nested(KindRow), metadata={"hidden": True})
    among = fields.Dict(metadata={"hidden": True})


class SoughtIn(SpanAsked):
    """What an address seeks, and among what."""

    q = fields.String(load_default="")
    kind = fields.String(load_default="")
    body = fields.String(load_default="")


def sought() -> dict[str, Any]:
    """Raises ValidationError where the address makes no sense."""
    asked: dict[str, Any] = parser.parse(SoughtIn(), request, location="address")
    return asked | {"q": asked["q"].replace("\x00", "").strip()}


class GuideRow(Row):
    title = fields.String(metadata={"label": "Guide", "link": "href"})
    about = fields.String(metadata={"label": "What it is about"})
    href = fields.Function(lambda guide: url_for("home.guide", guide=guide["name"]), metadata={"hidden": True})


class GuidePage(GuideRow):
    sections = fields.List(fields.Dict(), metadata={"hidden": True})
