from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row, in_the_sources_words


def page_of(line: dict[str, Any]) -> str | None:
    return url_for(line["page"], word=line["ref"], _anchor=line.get("anchor")) if line["ref"] else None


class StepRow(Row):
    """Something another page tells more of."""

    text = fields.String(metadata={"link": "href"})
    href = fields.Function(page_of, metadata={"hidden": True})


class LinkRow(StepRow):
    """A link of the chain from a register to the articles."""

    what = fields.String(metadata={"label": "Link"})
    entry = fields.Integer(metadata={"label": "Ledger entry"})


class AuthorityPage(Row):
    title = fields.Function(lambda line: f"By what authority: {line['number']}", metadata={"hidden": True})
    number = fields.String(metadata={"label": "Decision"})
    text = fields.String(metadata={"hidden": True})
    status = fields.String()
    links = fields.List(fields.Nested(LinkRow), metadata={"hidden": True})
    decision_href = fields.Function(
        lambda line: url_for("decisions.decision", word=line["ref"]), metadata={"hidden": True}
    )


class BearingRow(Row):
    """An earlier or a later decision, and what the later has made of the earlier."""

    text = fields.String(metadata={"link": "href"})
    how = fields.String()
    limbs = fields.List(fields.String(), metadata={"label": "Paragraphs"})
    number = fields.String()
    on = fields.Date(metadata={"label": "Decided on"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda old: url_for("decisions.decision", word=old["ref"]), metadata={"hidden": True})


class ParagraphRow(Row):
    """One paragraph of a decision's text, where later decisions have taken up some of them."""

    mark = fields.String(metadata={"label": "Paragraph"})
    words = fields.String()
    standing = fields.String(metadata={"label": "How it stands"})


class ConditionRow(Row):
    words = fields.String(metadata={"label": "Condition"})
    due = fields.Date(metadata={"label": "To be satisfied by"})
    standing = fields.String(metadata={"label": "How it stands"})
    ref = fields.String(metadata={"hidden": True})


class ShortRow(Row):
    """A decision on the page of what it is about."""

    number = fields.String(metadata={"link": "href"})
    on = fields.Date(metadata={"label": "Decided on"})
    dates = in_the_sources_words("on")
    text = fields.String(metadata={"label": "Decision"})
    status = fields.String()
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: url_for("decisions.decision", word=line["ref"]), metadata={"hidden": True})


def each_text(name: str) -> Any:
    return lambda line: [each["text"] for each in line[name]]


def conditions_told(line: dict[str, Any]) -> list[str]:
    return [f"{each['words']}, {each['standing']}" for each in line["conditions"]]


class DecisionRow(Row):
    """A line of the decision log, with all that the log of a board is asked for."""

    number = fields.String(metadata={"link": "href"})
    body = fields.String(metadata={"link": "body_href"})
    kind = fields.String()
    route = fields.String()
    on = fields.Date(metadata={"label": "Decided on"})
    dates = in_the_sources_words("on")
    since = fields.Date(metadata={"label": "Takes effect on"})
    text = fields.String(metadata={"label": "Decision"})
    outcome = fields.String()
    votes_for = fields.Integer(metadata={"label": "For"})
    votes_against = fields.Integer(metadata={"label": "Against"})
    abstained = fields.Integer()
    mover = fields.String(metadata={"label": "Moved by"})
    done = fields.Function(each_text("effects"), metadata={"label": "What it did"})
    waits = fields.String(metadata={"label": "What it is still to do"})
    conditions = fields.Function(conditions_told, metadata={"label": "Conditions"})
    earlier = fields.Function(each_text("earlier"), metadata={"label": "Earlier decisions"})
    later = fields.Function(each_text("later"), metadata={"label": "What became of it"})
    rationale = fields.String(metadata={"label": "Why"})
    options_considered = fields.String()
    review_by = fields.Date(metadata={"label": "To be looked at again by"})
    binds_members = fields.Boolean(metadata={"label": "Binding on members"})
    status = fields.String()
    ref = fields.String(metadata={"hidden": True})
    how = fields.String(metadata={"hidden": True})
    body_ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: url_for("decisions.decision", word=line["ref"]), metadata={"hidden": True})
    body_href = fields.Function(
        lambda line: url_for("structure.body", word=line["body_ref"]), metadata={"hidden": True}
    )


class DecisionLogRow(DecisionRow):
    """The same on paper, with its papers, who had no vote for a conflict, and what of it goes to the registrar."""

    papers = fields.List(fields.String())
    kept_out = fields.List(fields.String(), metadata={"label": "Excluded"})
    filed = fields.List(fields.String(), metadata={"label": "Filings"})


class DecisionPage(Row):
    title = fields.Function(lambda line: f"Decision {line['number']}", metadata={"hidden": True})
    body = fields.String(metadata={"label": "Decided by", "link": "body_href"})
    on = fields.Date(metadata={"label": "Decided on"})
    dates = in_the_sources_words("on")
    how = fields.String()
    mover = fields.String(metadata={"label": "Moved by", "link": "mover_href"})
    outcome = fields.String()
    since = fields.Date(metadata={"label": "Takes effect on"})
    status = fields.String()
    kind = fields.String()
    rationale = fields.String(metadata={"label": "Why"})
    options_considered = fields.String()
    review_by = fields.Date(metadata={"label": "To be looked at again by"})
    binds_members = fields.Boolean(metadata={"label": "Binding on members"})
    number = fields.String(metadata={"hidden": True})
    text = fields.String(metadata={"hidden": True})
    route = fields.String(metadata={"hidden": True})
    votes_for = fields.Integer(metadata={"hidden": True})
    votes_against = fields.Integer(metadata={"hidden": True})
    abstained = fields.Integer(metadata={"hidden": True})
    effects = fields.List(fields.Nested(StepRow), metadata={"hidden": True})
    waits = fields.String(metadata={"hidden": True})
    authority = fields.List(fields.Nested(StepRow), metadata={"hidden": True})
    earlier = fields.List(fields.Nested(BearingRow), metadata={"hidden": True})
    later = fields.List(fields.Nested(BearingRow), metadata={"hidden": True})
    paragraphs = fields.List(fields.Nested(ParagraphRow), metadata={"hidden": True})
    conditions = fields.List(fields.Nested(ConditionRow), metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    body_href = fields.Function(
        lambda line: url_for("structure.body", word=line["body_ref"]), metadata={"hidden": True}
    )
    mover_href = fields.Function(
        lambda line: line["mover_ref"] and url_for("people.person", word=line["mover_ref"]), metadata={"hidden": True}
    )
