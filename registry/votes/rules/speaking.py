"""Objections to a voter, and amendments from the floor."""

from datetime import date, datetime, timedelta

from registry.law import rule

NOTICE_OF_AN_AMENDMENT = timedelta(hours=48)


@rule("Model Articles, art. 43(1)", field="made_on")
def objection_is_made_at_the_meeting(general: bool, made_on: date, on: date) -> bool:
    """Objection to somebody’s voting in general meeting is made at the meeting, on {on}, and not after it."""
    return general and made_on == on


@rule("Model Articles, art. 43(2)", field="person")
def ruling_is_final(has_been_ruled_on: bool) -> bool:
    """What the chair ruled of an objection is final: this voter’s has been ruled on."""
    return not has_been_ruled_on


@rule("Model Articles, art. 47(1)(a)", field="noticed_on")
def ordinary_amendment_was_noticed(noticed: datetime | None, begins: datetime, late_allowed: bool) -> bool:
    """Written notice of amending an ordinary resolution comes 48 hours before the meeting, or later as the chair says.

    By the clock, weekends counted.
    """
    return noticed is not None and (late_allowed or noticed <= begins - NOTICE_OF_AN_AMENDMENT)


@rule("Model Articles, art. 47(1)(b)", field="alters_scope")
def ordinary_amendment_keeps_the_scope(alters_scope: bool) -> bool:
    """An amendment does not, as the chair reasonably sees it, materially alter the scope of the resolution."""
    return not alters_scope


@rule("Model Articles, art. 47(2)", field="slip")
def special_resolution_is_amended_by_the_chair(by_the_chair: bool, slip: bool) -> bool:
    """A special resolution is amended by the chair alone, to correct a slip of grammar or nothing of substance."""
    return by_the_chair and slip


@rule("Model Articles, art. 47", field="words")
def is_not_voted_on_yet(is_over: bool) -> bool:
    """A question is amended or withdrawn before it is voted on."""
    return not is_over
