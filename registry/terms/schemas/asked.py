"""What the commands of this room ask."""

from marshmallow import fields
from marshmallow.validate import Length, OneOf, Range
from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.files import KeptPaper
from registry.forms import Form, Lines, Of
from registry.people.models import Person
from registry.people.offering import name_today, people
from registry.practices.models import Practice
from registry.structure.models import KINDS as BODY_KINDS
from registry.terms.models import TEN_HEADINGS
from registry.terms.provisions import KINDS as KINDS_OF_RULE
from registry.terms.provisions import words_of_each

MOST_SECTIONS, MOST_MEMBERS = 60, 120
MOST_PROVISIONS, MOST_POUNDS = 60, 1_000_000_000
WORDS = words_of_each()
RULES_HINT = (
    "What the text says that meetings and votes are held to, each by the number of its clause, such as 6.1. Figures "
    "are members, days, months or pounds; a fraction is in two boxes, 3 of 4. A matter is told where the rule is for "
    "it alone; the kind of body governed, in articles."
)
MARKDOWN = "Plain words, or Markdown: a line that begins with “- ” or “1. ” is a list."


def practices() -> Select[Practice]:
    return select(Practice).options(selectinload(Practice.particulars))


class SectionForm(Form):
    heading = fields.String(required=True, metadata={"width": 20})
    text = fields.String(load_default="", metadata={"kind": "long"})


class MemberForm(Form):
    practice = Of(
        Practice,
        load_default=None,
        shows=lambda practice: f"{practice.name_on(clock.today())} ({practice.code})",
        among=practices,
    )
    person = Of(
        Person,
        load_default=None,
        shows=name_today,
        among=people,
        metadata={"label": "Name"},
    )
    responsibility = fields.String(load_default="", metadata={"width": 20})


class ProvisionForm(Form):
    what = fields.String(
        required=True,
        validate=OneOf(KINDS_OF_RULE, [kind.capitalize() for kind in KINDS_OF_RULE]),
        metadata={"label": "Rule of", "kind": "pick"},
    )
    number = fields.Integer(
        load_default=None,
        validate=Range(min=0, max=MOST_POUNDS, error="Write a number from {min} to {max}."),
        metadata={"label": "Figure", "width": 5},
    )
    of = fields.Integer(
        load_default=None,
        validate=Range(min=1, max=100, error="Write a number from {min} to {max}."),
        metadata={"width": 3},
    )
    who = fields.String(
        load_default="",
        validate=OneOf(list(WORDS), list(WORDS.values())),
        metadata={"label": "Who or how", "kind": "pick"},
    )
    matter = fields.String(load_default="", metadata={"width": 20})
    over = fields.String(
        load_default="",
        validate=OneOf(BODY_KINDS, [kind.capitalize() for kind in BODY_KINDS]),
        metadata={"label": "Body governed", "kind": "pick"},
    )
    clause = fields.String(load_default="", metadata={"width": 5})


class WordsForm(Form):
    """What a version says, whoever's it is."""

    title = fields.String(required=True, metadata={"hint": "Such as Terms of reference of the Rutland hub."})
    version = fields.String(
        required=True,
        validate=Length(max=20, error="Write at most {max} letters here."),
        metadata={"hint": "Such as 0.3 for one that goes out for comment, 1.0 for one that is adopted.", "width": 10},
    )
    sections = Lines(
        SectionForm,
        load_default=lambda: [{"heading": heading, "text": ""} for heading in TEN_HEADINGS],
        validate=Length(max=MOST_SECTIONS, error="Write at most {max} sections."),
        metadata={"hint": f"In their order; a line left blank is left out. {MARKDOWN}"},
    )
    table = Lines(
        MemberForm,
        load_default=list,
        validate=Length(max=MOST_MEMBERS, error="Write at most {max} members."),
        metadata={"label": "Membership table", "hint": "It is printed under the heading Membership."},
    )
    provisions = Lines(
        ProvisionForm,
        load_default=list,
        validate=Length(max=MOST_PROVISIONS, error="Write at most {max} rules."),
        metadata={"label": "Rules", "hint": RULES_HINT},
    )
    review_due = fields.Date(
        load_default=None,
        metadata={"hint": "Left blank, it follows from the rule of review, from the day that they take effect."},
    )
    owner = fields.String(load_default="", metadata={"hint": "Who keeps them, such as Company secretary."})


class AmendForm(WordsForm):
    """A text as a meeting amended it."""

    class Meta(WordsForm.Meta):
        fields = (
            "amended", "amendments", "mover", "title", "version", "sections", "table", "provisions", "review_due",
            "owner",
        )  # fmt: skip

    amended = fields.Date(required=True, metadata={"label": "Amended on"})
    amendments = fields.String(
        required=True,
        metadata={"kind": "long", "label": "Amendments", "hint": "What was moved and carried, in its words."},
    )
    mover = Of(
        Person,
        load_default=None,
        shows=name_today,
        among=people,
        metadata={"label": "Moved by"},
    )


class WithdrawForm(Form):
    on = fields.Date(required=True, metadata={"label": "Withdrawn on"})
    reason = fields.String(required=True, metadata={"kind": "long"})


class SignedForm(Form):
    signed = KeptPaper(required=True, metadata={"label": "Signed copy", "hint": "A PDF, of 20 MB at most."})
