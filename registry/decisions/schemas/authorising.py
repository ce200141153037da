from marshmallow import fields
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry import clock
from registry.authorisations.models import Authorisation
from registry.decisions.models import CARRIED, Decision
from registry.directors.models import Directorship
from registry.forms import Of
from registry.interests.models import Interest
from registry.people.models import Person
from registry.people.offering import name_today
from registry.structure.models import GENERAL_MEETING, Body
from registry.wording import day as in_words


def interests() -> Select[Interest]:
    named = joinedload(Interest.person).selectinload(Person.names)
    return select(Interest).where(Interest.declared_by(clock.today())).options(named)


def interest_name(interest: Interest) -> str:
    """Whose and with whom; of a private one, which to read is to be logged, only whose and since when."""
    if interest.public:
        return interest.called
    return f"{interest.person.called}: private, declared on {in_words(interest.declared_on)}"


def have_been_directors() -> Select[Person]:
    is_one = select(Directorship.ref).where(Directorship.person_ref == Person.ref)
    return select(Person).where(is_one.exists()).options(selectinload(Person.names))


def of_the_members() -> Select[Decision]:
    by_members = Decision.body.has(Body.kind == GENERAL_MEETING)
    return select(Decision).where(Decision.outcome == CARRIED, by_members)


def authorisations() -> Select[Authorisation]:
    named = joinedload(Authorisation.person).selectinload(Person.names)
    return select(Authorisation).where(Authorisation.holding(clock.today())).options(named)


class AuthorisingQuestions:
    """What only a decision about a director's conflict is asked."""

    interest = Of(
        Interest,
        load_default=None,
        shows=interest_name,
        among=interests,
        metadata={"label": "The interest declared", "hint": "Leave it blank if there is none on the register."},
    )
    situation = fields.String(
        load_default=None,
        metadata={
            "kind": "long",
            "label": "The situation authorised",
            "hint": "Such as a post elsewhere. Dealings with the company itself are declared, not authorised so.",
        },
    )
    covers = fields.String(
        load_default=None,
        metadata={
            "kind": "long",
            "label": "What the director may do in it",
            "hint": "Such as: hold the post and be paid for it, and keep what is learnt there in confidence.",
        },
    )
    conditions = fields.String(load_default=None, metadata={"kind": "long", "label": "On what conditions"})
    review_due = fields.Date(load_default=None, metadata={"label": "To be looked at again by"})
    lapses = fields.Date(
        load_default=None,
        metadata={"label": "First day no longer authorised", "hint": "Only if it is for a fixed time."},
    )
    also_interested = fields.List(
        Of(Person, shows=name_today, among=have_been_directors),
        load_default=None,
        metadata={
            "label": "Other directors interested in it",
            "hint": "They are not counted, and nor are their votes.",
        },
    )
    resolution = Of(
        Decision,
        load_default=None,
        shows=lambda old: f"{old.number} {old.text[:60]}",
        among=of_the_members,
        metadata={
            "label": "Resolution of the members that lets the directors authorise",
            "hint": "Only for a company formed before 1 October 2008.",
        },
    )
    authorisation = Of(
        Authorisation,
        load_default=None,
        shows=lambda authorisation: authorisation.called,
        among=authorisations,
        metadata={"label": "Authorisation varied or ended"},
    )
