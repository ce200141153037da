"""What the register tells."""

from flask import g, url_for
from marshmallow import fields

from registry.forms import Row, in_the_sources_words


def address(door: str, person_ref: str, word: str) -> str | None:
    """Where something is done to a person's declarations, for those who may do it."""
    return url_for(door, word=word) if g.account.may(door, scope=person_ref) else None


class InterestRow(Row):
    """A line of the public register."""

    person = fields.String(metadata={"label": "Name", "link": "person_href"})
    kind = fields.String(metadata={"label": "Type"})
    organisation = fields.String()
    description = fields.String(metadata={"label": "Interest", "link": "href"})
    since = fields.Date(metadata={"label": "Arose"})
    dates = in_the_sources_words("since")
    declared_on = fields.Date(metadata={"label": "Declared"})
    last_day = fields.Date(metadata={"label": "Last day"})
    marks = fields.List(fields.String(), metadata={"label": "Notes"})
    positions = fields.List(fields.String(), metadata={"hidden": True})
    ticked = fields.String(metadata={"hidden": True})
    direct = fields.Boolean(metadata={"hidden": True})
    relation = fields.String(metadata={"hidden": True})
    handled = fields.String(metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(
        lambda line: url_for("interests.interest", word=line["ref"]) if line["since"] else None,
        metadata={"hidden": True},
    )
    person_href = fields.Function(
        lambda line: url_for("interests.person", word=line["person_ref"]), metadata={"hidden": True}
    )


class PrivateInterestRow(InterestRow):
    """A line of the private register, which among its notes says why what is private is so."""

    marks = fields.Function(  # type: ignore[assignment]
        lambda line: [*line["marks"], *([line["private_reason"]] if line["private_reason"] else [])],
        metadata={"label": "Notes"},
    )
    public = fields.Boolean(metadata={"hidden": True})
    private_reason = fields.String(metadata={"hidden": True})


class InterestPage(PrivateInterestRow):
    class Meta(PrivateInterestRow.Meta):
        fields = (
            "title", "person", "kind", "organisation", "description", "whose", "relation", "nature", "since", "dates",
            "declared_on", "last_day", "marks", "touches", "topics", "shown", "public", "private_reason", "ticked",
            "direct", "ref", "href", "person_href",
        )  # fmt: skip

    description = fields.String(metadata={"label": "Interest"})
    whose = fields.String(metadata={"label": "Who has it"})
    relation = fields.String(metadata={"label": "What they are to the person"})
    nature = fields.String(metadata={"label": "What it is for them"})
    touches = fields.String(metadata={"label": "How it could touch our work"})
    topics = fields.List(fields.String(), metadata={"label": "Which of our work"})
    shown = fields.String(metadata={"label": "Where it stands"})
    title = fields.Function(lambda line: f"Interest: {line['organisation']}", metadata={"hidden": True})


class OwnInterestRow(InterestRow):
    """An interest where it is plain whose it is; who may says that it has changed, or ended."""

    shown = fields.String(metadata={"hidden": True})
    public = fields.Boolean(metadata={"hidden": True})
    change_href = fields.Function(
        lambda line: line["since"] and address("declarations.revise", line["person_ref"], line["ref"]),
        metadata={"hidden": True},
    )
    end_href = fields.Function(
        lambda line: line["runs"] and address("interests.end", line["person_ref"], line["ref"]) or None,
        metadata={"hidden": True},
    )

    class Meta(InterestRow.Meta):
        exclude = ("person", "person_href", "positions")


class DeclarationsPage(Row):
    """What one person has declared, and said of it last."""

    title = fields.String(metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    word = fields.String(metadata={"label": "Last confirmed"})
    due = fields.String(metadata={"label": "Next confirmation"})
    interests = fields.List(fields.Nested(OwnInterestRow))
    places = fields.List(fields.String(), metadata={"label": "Already known"})
    declare_href = fields.Function(
        lambda page: address("declarations.begin", page["ref"], page["ref"]), metadata={"hidden": True}
    )
    confirm_href = fields.Function(
        lambda page: address("interests.confirm", page["ref"], page["ref"]), metadata={"hidden": True}
    )


class OwnDeclarationsPage(DeclarationsPage):
    """The same, to the person whose they are."""

    nothing = fields.Boolean(metadata={"hidden": True})


class DueRow(Row):
    """Somebody whose confirmation is due."""

    person = fields.String(metadata={"label": "Name", "link": "href"})
    places = fields.List(fields.String(), metadata={"label": "Why it is due"})
    word = fields.Date(metadata={"label": "Last confirmed"})
    due = fields.Date(metadata={"label": "Was due by"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: url_for("interests.person", word=line["ref"]), metadata={"hidden": True})


class StoodRow(Row):
    """The register as it was when a meeting began, and what has become of it since."""

    what = fields.String(metadata={"label": "Register of interests", "link": "href"})
    href = fields.String(metadata={"hidden": True})
