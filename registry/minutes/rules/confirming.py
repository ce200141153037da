"""How minutes are approved, signed and corrected."""

from datetime import date

from registry.law import rule
from registry.minutes.rules.sources import GUIDANCE, OF_DIRECTORS, SIGNED_BY_THE_CHAIR


@rule("Companies Act 2006, s.249", field="meeting")
def is_a_later_meeting_of_the_same_body(is_same: bool, is_later: bool) -> bool:
    """Minutes are approved and corrected by the body that met, at a later meeting of its own."""
    return is_same and is_later


@rule(GUIDANCE, field="meeting")
def were_circulated_before(circulated: date, on: date) -> bool:
    """What a meeting approves it has had before it: these went out on {circulated}, after it met on {on}."""
    return circulated <= on


@rule(GUIDANCE, field="item")
def is_an_item(number: int, is_there: bool) -> bool:
    """There is no item {number} on the agenda of that meeting."""
    return is_there


@rule("Model Articles, art. 15", field="decision")
def decided_it_there(was_taken_there: bool) -> bool:
    """The decision by which minutes are approved is one of the meeting that approved them, and was carried."""
    return was_taken_there


@rule(OF_DIRECTORS)
def agrees_with_the_registers(changes: str) -> bool:
    """The registers say otherwise than these minutes ({changes}): circulate them anew first."""
    return not changes


@rule(GUIDANCE)
def is_a_passage(number: int, is_there: bool) -> bool:
    """There is no passage {number} in these minutes."""
    return is_there


@rule(GUIDANCE, field="corrections")
def facts_are_changed_where_they_are_kept(number: int, is_written: bool) -> bool:
    """Passage {number} is a sentence of the registers: put the fact right where it is kept, and circulate anew."""
    return is_written


@rule(GUIDANCE)
def has_been_settled(settled: date | None) -> bool:
    """These minutes have not been approved yet: circulate a corrected version, or correct them on approving them."""
    return settled is not None


@rule(GUIDANCE)
def is_not_yet_authenticated(authenticated: date | None) -> bool:
    """These minutes were authenticated on {authenticated} and are locked: they are not signed twice."""
    return authenticated is None


@rule("Companies Act 2006, s.249", field="person")
def chaired_that_or_the_next_meeting(is_chair: bool) -> bool:
    """Minutes of directors are evidence if authenticated by the chair of the meeting or of the next directors' meeting:
    this person was in the chair of neither."""
    return is_chair


@rule("Companies Act 2006, s.356", field="person")
def chaired_that_or_the_next_general_meeting(is_chair: bool) -> bool:
    """Minutes of a general meeting are evidence if signed by its chair or by that of the next general meeting: this
    person was in the chair of neither."""
    return is_chair


@rule(SIGNED_BY_THE_CHAIR, field="authenticated")
def is_signed_once_it_may_be(authenticated: date, from_day: date, today: date) -> bool:
    """Minutes are signed on the day they were approved (of members, circulated), {from_day}, or later, and by today."""
    return from_day <= authenticated <= today
