"""Whether a meeting was called on enough notice, given to everybody who must have it."""

from collections.abc import Iterator

from registry.compliance.findings import IN_ORDER, LOOK, NOT_TOLD, SHORT_NOTICE, WANTING, Finding, by_rule, cited
from registry.compliance.held import Held
from registry.meetings import rules
from registry.meetings.lawfulness import BY_WAIVER, unwaived
from registry.meetings.models import OMITTED, TAKING_PART
from registry.meetings.notices import is_on_enough_notice, notice_reckoned
from registry.meetings.serving import not_told, told
from registry.meetings.voices import is_of_members, names_of
from registry.terms.provisions import NOTICE

TO_EACH_DIRECTOR, TO_EACH_MEMBER = "Model Articles, art. 9(3)", "Companies Act 2006, s.310(1)"
BY_ACCIDENT = "Companies Act 2006, s.313"


def notice(held: Held) -> Iterator[Finding]:
    """By the clear days of the rules in force on the day of the meeting."""
    reckoned = notice_reckoned(held.meeting, held.counting.in_force)
    if not reckoned.asked or (reckoned.given is not None and not reckoned.short):
        return
    excuse, authority = _excuse(held)
    lack = reckoned.sentence if reckoned.given else f"No notice of it is on record; {reckoned.asked} clear days needed"
    after = f"; {cited(held.carried)} was carried at it" if held.carried else ""
    yield Finding(
        SHORT_NOTICE,
        IN_ORDER if excuse else WANTING,
        f"{lack}; {excuse}." if excuse else f"{lack}{after}.",
        authority or reckoned.authority,
        held.carried,
        **({} if authority else by_rule(held.counting.in_force.of(NOTICE))),
    )


def not_everybody_told(held: Held) -> Iterator[Finding]:
    """Of those who must have notice, whoever is not on the record of service; who came all the same lost nothing."""
    meeting = held.meeting
    if meeting.notice_given is None:
        return
    left_out = {each.person_ref for each in told(meeting) if each.how == OMITTED}
    missing = {*not_told(meeting, meeting.notice_given)} - left_out - _who_came(held)
    each_of = TO_EACH_MEMBER if is_of_members(meeting) else TO_EACH_DIRECTOR
    for refs, weight, words, authority in (
        (missing, WANTING, "No notice is on record to", each_of),
        (left_out, LOOK if is_of_members(meeting) else WANTING, "Left out of the notice by accident:", BY_ACCIDENT),
    ):
        if refs:
            names = "; ".join(sorted(names_of(refs, meeting.on).values()))
            by = each_of if weight == WANTING else authority
            yield Finding(NOT_TOLD, weight, f"{words} {names}.", by, held.carried)


def _excuse(held: Held) -> tuple[str, str]:
    """Why less notice was enough, and what says so; nothing, where nothing does."""
    meeting = held.meeting
    if is_of_members(meeting):
        agreed = is_on_enough_notice(meeting)
        authority = rules.notice_was_sufficient.authority
        return ("the members agreed to that", authority) if agreed else ("", "")
    if meeting.waivers and not unwaived(meeting, held.seats):
        return "everyone who has a vote waived it", BY_WAIVER
    return "", ""


def _who_came(held: Held) -> set[str]:
    return {mark.person for mark in held.counting.marks if mark.mark in TAKING_PART}
