from datetime import date

from registry.law import rule
from registry.terms.provisions import RESERVED_TO

BY_RIGHT_FROM = date(2008, 10, 1)
"""A company formed from this day on lets its directors authorise, unless its constitution says otherwise."""
THE_BOARD = RESERVED_TO[-1]
BY_THE_DIRECTORS = "Companies Act 2006, s.175(4)"
WITHOUT_THEM = "Companies Act 2006, s.175(6)"


@rule(BY_THE_DIRECTORS, field="body")
def directors_authorise(is_board: bool) -> bool:
    """Only the directors authorise a director’s conflict: the board decides it, and no other body."""
    return is_board


@rule("Model Articles, art. 7", field="route")
def decided_at_a_meeting_or_by_all(is_so: bool) -> bool:
    """The directors decide at a meeting, or all who may vote on it agree without one."""
    return is_so


@rule("Companies Act 2006, s.175(1)", field="person")
def is_a_director(is_one: bool) -> bool:
    """It is a director’s conflict that is authorised: on the day it takes effect this person is not one."""
    return is_one


@rule(BY_THE_DIRECTORS, field="interest")
def interest_is_the_directors_own(person_ref: str, interest_ref: str | None) -> bool:
    """The interest is the one of the director concerned: this is another person’s."""
    return interest_ref in (None, person_ref)


@rule("Companies Act 2006, s.175(5)", field="resolution")
def members_have_let_the_directors(incorporated: date | None, have_resolved: bool) -> bool:
    """The company was formed before 1 October 2008: say by which earlier decision its members let the directors."""
    return have_resolved or incorporated is None or incorporated >= BY_RIGHT_FROM


@rule("Companies Act 2006, s.175(5)", field="kind")
def constitution_leaves_it_to_the_directors(reserved_to: str, authority: str) -> bool:
    """The directors may authorise it unless the constitution says otherwise: it is for {reserved_to} ({authority})."""
    return reserved_to in ("", THE_BOARD)


@rule(WITHOUT_THEM, field="meeting")
def attendance_is_recorded(is_recorded: bool) -> bool:
    """The quorum is counted without whoever is interested: record first who was at the meeting."""
    return is_recorded


@rule(WITHOUT_THEM, field="meeting")
def quorum_is_met_without_them(is_quorate: bool | None, counted: int) -> bool:
    """The quorum is met without the director concerned and any other who is interested: too few are left, {counted}."""
    return bool(is_quorate)


@rule(WITHOUT_THEM, field="votes_for")
def votes_without_them_are_told(votes_for: int | None, votes_against: int | None) -> bool:
    """It is agreed to without the votes of whoever is interested: say how many of the others were for and against."""
    return votes_for is not None and votes_against is not None


@rule(WITHOUT_THEM, field="votes_for")
def passes_without_their_votes(votes_for: int, votes_against: int, others: int) -> bool:
    """More vote for it than against, without the votes of whoever is interested: the others present have {others}."""
    return votes_for > votes_against and votes_for + votes_against <= others


@rule("Model Articles, art. 8", field="route")
def others_would_make_a_quorum(is_quorate: bool | None) -> bool:
    """Without a meeting, the directors decide only if those who could vote would have made a quorum at one."""
    return bool(is_quorate)


@rule("Model Articles, art. 8", field="votes_for")
def all_the_others_agree(votes_for: int | None, votes_against: int | None, abstained: int | None, others: int) -> bool:
    """Without a meeting, all the directors who could vote on it agree: the others have {others} votes."""
    return votes_for in (None, others) and not votes_against and not abstained


@rule(BY_THE_DIRECTORS, field="review_due")
def reviewed_while_it_holds(since: date, review_due: date | None, until: date | None) -> bool:
    """An authorisation is looked at again after it begins, on {since}, and before it lapses."""
    return review_due is None or (since < review_due and (until is None or review_due <= until))


@rule(BY_THE_DIRECTORS, field="lapses")
def lapses_after_it_begins(since: date, until: date | None) -> bool:
    """An authorisation lapses on a day after it begins, {since}."""
    return until is None or since < until


@rule(BY_THE_DIRECTORS, field="authorisation")
def is_in_force(begun: date, until: date | None, on: date) -> bool:
    """An authorisation is varied or ended while it is in force, and after the day it began, {begun}."""
    return begun < on and (until is None or on < until)


@rule(BY_THE_DIRECTORS, field="authorisation")
def varies_one_of_the_same_director(person_ref: str, old_person_ref: str) -> bool:
    """An authorisation takes the place of an earlier one of the same director."""
    return person_ref == old_person_ref
