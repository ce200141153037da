from flask import url_for
from marshmallow import fields

from registry.forms import Row

HIDDEN = {"hidden": True}


def _page(line: dict[str, object]) -> str:
    return url_for("resolutions.resolution", word=line["ref"])


class ResolutionRow(Row):
    title = fields.String(metadata={"label": "Resolution", "link": "href"})
    body = fields.String(metadata={"label": "Put to", "link": "body_href"})
    passes_as = fields.String(metadata={"label": "Passes as"})
    circulated = fields.AwareDateTime()
    last_day = fields.Date(metadata={"label": "Last day to agree"})
    agreed = fields.Integer(metadata={"label": "Votes agreed"})
    needed = fields.Integer(metadata={"label": "Votes needed"})
    total = fields.Integer(metadata={"label": "All votes"})
    state = fields.String(metadata={"tag": True})
    passed_at = fields.AwareDateTime(metadata={"label": "Passed"})
    decision = fields.String(metadata={"link": "decision_href"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(_page, metadata=HIDDEN)
    body_href = fields.Function(lambda line: url_for("structure.body", word=line["body_ref"]), metadata=HIDDEN)
    decision_href = fields.Function(
        lambda line: line["decision_ref"] and url_for("decisions.decision", word=line["decision_ref"]), metadata=HIDDEN
    )


class ShortRow(ResolutionRow):
    """On the page of a body, or of the decision that it logged."""

    class Meta(ResolutionRow.Meta):
        fields = ("title", "circulated", "last_day", "agreed", "needed", "total", "state", "passed_at", "href")


class AnswerRow(Row):
    """How one of those with votes stands."""

    name = fields.String(metadata={"link": "href"})
    as_what = fields.String(metadata={"label": "As"})
    votes = fields.Integer()
    says = fields.String(metadata={"label": "Answer"})
    at = fields.AwareDateTime(metadata={"label": "Came"})
    how = fields.String(metadata={"label": "How it came"})
    copy = fields.String(metadata={"label": "Last copy"})
    person_ref = fields.String(metadata=HIDDEN)
    kept_out = fields.String(metadata=HIDDEN)
    place = fields.Integer(metadata=HIDDEN)
    href = fields.Function(
        lambda line: (
            url_for("members.member", word=line["member_ref"])
            if line["member_ref"]
            else url_for("people.person", word=line["person_ref"])
        ),
        metadata=HIDDEN,
    )


class SumRow(AnswerRow):
    """An agreement that counted, and how many votes there were with it."""

    class Meta(AnswerRow.Meta):
        fields = ("name", "as_what", "at", "how", "votes", "so_far", "href")

    so_far = fields.Integer(metadata={"label": "Agreed so far"})


class OfMemberRow(ResolutionRow):
    """On the page of a member: what was put to her, and what she said."""

    class Meta(ResolutionRow.Meta):
        fields = ("title", "circulated", "last_day", "votes", "says", "at", "state", "href")

    votes = fields.Integer()
    says = fields.String(metadata={"label": "Answer"})
    at = fields.AwareDateTime(metadata={"label": "Came"})


class ResolutionPage(ResolutionRow):
    title = fields.String(metadata=HIDDEN)
    passes_as = fields.String(metadata={"label": "Passes as"})
    arithmetic = fields.String(metadata={"label": "Votes"})
    agreed = fields.Integer(metadata=HIDDEN)
    needed = fields.Integer(metadata=HIDDEN)
    total = fields.Integer(metadata=HIDDEN)
    short = fields.Integer(metadata=HIDDEN)
    days_left = fields.Integer(metadata=HIDDEN)
    lapses_by = fields.String(metadata={"label": "Last day reckoned"})
    kind = fields.String(metadata={"label": "What it does"})
    proposers = fields.List(fields.String(), metadata={"label": "Required by members, with votes"})
    copies = fields.List(fields.String(), metadata={"label": "Copies to the auditor"})
    withdrawn = fields.AwareDateTime()
    withdrawn_because = fields.String(metadata={"label": "Withdrawn because"})
    by_hand = fields.Boolean(metadata=HIDDEN)
    text = fields.String(metadata=HIDDEN)
    people = fields.Nested(AnswerRow, many=True, metadata=HIDDEN)
    agreements = fields.Nested(SumRow, many=True, metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)

    @staticmethod
    def answers() -> AnswerRow:
        return AnswerRow()

    @staticmethod
    def sums() -> SumRow:
        return SumRow()


class PaperPage(ResolutionPage):
    """The paper that is circulated: the resolution, how to agree and by when, and where to sign."""


class DraftRow(Row):
    title = fields.String(metadata={"label": "Draft", "link": "href"})
    passes_as = fields.String(metadata={"label": "Passes as"})
    saved = fields.AwareDateTime()
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("resolutions.drafted", word=line["ref"]), metadata=HIDDEN)


class DraftPage(DraftRow):
    title = fields.String(metadata=HIDDEN)
    text = fields.String(metadata={"label": "Resolution"})
    rev = fields.Integer(metadata=HIDDEN)


class OwnPage(Row):
    """What whoever comes by a link is told: the resolution, and her own part in it."""

    title = fields.String(metadata=HIDDEN)
    name = fields.String()
    body = fields.String(metadata={"label": "Put to"})
    passes_as = fields.String(metadata={"label": "Passes as"})
    text = fields.String(metadata={"label": "Resolution"})
    asked = fields.String(metadata=HIDDEN)
    weight = fields.String(metadata={"label": "Votes"})
    last_day = fields.Date(metadata={"label": "Last day to agree"})
    until = fields.String(metadata={"label": "Until when"})
    days_left = fields.Integer(metadata=HIDDEN)
    state = fields.String()
    said = fields.String(metadata={"label": "Your answer"})
    stands = fields.String(metadata=HIDDEN)
    may_agree = fields.Boolean(metadata=HIDDEN)
    signs = fields.List(fields.String(), metadata=HIDDEN)


class ToSendRow(Row):
    name = fields.String()
    as_what = fields.String(metadata={"label": "As"})
    votes = fields.Integer()
    how = fields.String(metadata={"label": "How it goes"})


class LeftOutRow(Row):
    name = fields.String()
    votes = fields.Integer()
    why = fields.String(metadata={"label": "Why"})


class LetterRow(Row):
    text = fields.String(metadata={"label": "The letter"})
