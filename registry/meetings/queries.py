from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.meetings import proceedings, rules
from registry.meetings.counting import NOBODY, Counting
from registry.meetings.models import Meeting
from registry.meetings.notices import asked_of
from registry.meetings.quorum import Quorum
from registry.meetings.restricted import withheld
from registry.meetings.standing import called_on, published_on, state_on
from registry.meetings.voices import chairs_of, is_of_members, names_of
from registry.people.models import Person
from registry.seats import queries as seats
from registry.structure.models import Body
from registry.terms import queries as terms
from registry.terms.in_force import citation, rules_in_force
from registry.terms.provisions import CASTING_VOTE, CHAIR
from registry.wording import day as in_words

NOTICE_IS_DUE_WITHIN = timedelta(days=14)
AT_MOST_AHEAD = timedelta(days=120)
"""Further ahead than notice is asked for anywhere."""


def meetings_on(day: date, body: Body | None = None) -> list[dict[str, Any]]:
    """Every meeting, or a body's: those to come from a day on, the nearest first, then those held, the latest first."""
    wanted = select(Meeting).options(joinedload(Meeting.body), selectinload(Meeting.items))
    if body is not None:
        wanted = wanted.where(Meeting.body_ref == body.ref)
    found = sorted(db.session.scalars(wanted), key=lambda meeting: (meeting.on, meeting.begins))
    to_come = [meeting for meeting in found if meeting.on >= day]
    return [line_of(meeting, day) for meeting in (*to_come, *reversed(found[: len(found) - len(to_come)]))]


def line_of(meeting: Meeting, day: date) -> dict[str, Any]:
    return {
        "ref": meeting.ref,
        "meeting": f"{meeting.body.name}, {in_words(meeting.on)}",
        "body": meeting.body.name,
        "body_ref": meeting.body_ref,
        "on": meeting.on,
        "begins": meeting.begins,
        "place": meeting.place,
        "notice_given": meeting.notice_given,
        "items": len(meeting.items),
        "state": state_on(meeting, day),
    }


def meeting_on(
    meeting: Meeting, day: date, *, hidden: Collection[str] | None = None, kept: Mapping[str, str] = NOBODY
) -> dict[str, Any]:
    """A meeting whole: its notice, agenda, papers and attendance, and its quorum item by item.

    Of the `hidden` items, by their refs, it tells that they are restricted; of every restricted one, if left out. Of
    those whose papers are `kept` from the reader, by their refs with why, it has no papers.
    """
    hidden = withheld(meeting) if hidden is None else hidden
    version = terms.in_force(meeting.body, meeting.on)
    seated = seats_that_day(meeting)
    counting = Counting(meeting, seated)
    quorums = counting.quorums(hidden) if meeting.attendance_is_recorded else {}
    return line_of(meeting, day) | {
        "rev": meeting.rev,
        "joining": meeting.joining,
        "terms": version and citation(version),
        "terms_ref": version and version.ref,
        "general": is_of_members(meeting),
        "chairs": proceedings.chairs_in_words(meeting),
        "chair": ", ".join(sorted(names_of(chairs_of(meeting), meeting.on).values())),
        "next_meeting": day_of_next(meeting),
        "quorum": quorums[None].sentence if quorums else _not_counted(counting, day),
        "agenda": proceedings.agenda_of(meeting, quorums, hidden, kept),
        "attendance": proceedings.attendance_of(meeting, seated),
        **called_on(meeting, counting.in_force, day),
        **published_on(meeting, day, hidden),
    }


def day_of_next(meeting: Meeting) -> date | None:
    """The day of the body's next meeting after this one, if it has been convened."""
    later = select(func.min(Meeting.on)).where(Meeting.body_ref == meeting.body_ref, Meeting.on > meeting.on)
    return db.session.scalar(later.where(Meeting.cancelled.is_(None)))


def _not_counted(counting: Counting, day: date) -> str:
    """What there is to say of a quorum on a day before attendance is recorded."""
    return counting.foreseen(None).sentence if day <= counting.meeting.on else "Counted once attendance is recorded"


def quorum_at(
    meeting: Meeting, item_ref: str | None, excluded: Mapping[str, str] = NOBODY, *, by_rule: bool = True
) -> Quorum | None:
    """The quorum of an item, or (None) of the meeting as a whole; None until attendance is recorded.

    Whoever has a conflict that is on record is counted as the rule in force has it; so are the `excluded`, by their
    refs with why, unless it is not to go by that rule, and they are not counted whatever it says.
    """
    if not meeting.attendance_is_recorded:
        return None
    return Counting(meeting, seats_that_day(meeting)).quorum(item_ref, excluded, by_rule=by_rule)


def votes_of(meeting: Meeting, quorum: Quorum) -> int:
    """How many votes those who may vote on an item have, by its quorum: those of a seat that several share, once."""
    return votes_among(seats_that_day(meeting), quorum)


def votes_among(seats: Iterable[dict[str, Any]], quorum: Quorum) -> int:
    """The same, given the seats that somebody held that day."""
    return sum(line["votes"] for line in seats if set(quorum.voting) & set(line["people"]))


def chair_may_cast(meeting: Meeting, item_ref: str | None, excluded: Mapping[str, str] = NOBODY) -> bool:
    """Whether the chair of an item has a casting vote: if the rules in force give one, and he or she may vote on it."""
    quorum, chair = quorum_at(meeting, item_ref, excluded), chair_of(meeting, item_ref)
    gives = rules_in_force(meeting.body, meeting.on).of(CASTING_VOTE)
    if quorum is None or chair is None or gives is None or gives.who != CHAIR:
        return False
    return rules.chair_may_cast.keeps(chair.ref in quorum.voting)


def chair_of(meeting: Meeting, item_ref: str | None) -> Person | None:
    """Who was in the chair for an item, or (None) of the meeting as a whole, as far as that is recorded."""
    chairs = {each.item_ref: each.person for each in meeting.chairings}
    return chairs.get(item_ref, chairs.get(None))


def seats_that_day(meeting: Meeting) -> list[dict[str, Any]]:
    """The body's own seats that somebody held on the day of the meeting."""
    lines = seats.seats_on(meeting.on, meeting.body)
    return [line for line in lines if line["body_ref"] == meeting.body_ref and line["person"]]


def awaiting_notice(day: date) -> list[dict[str, Any]]:
    """The meetings whose notice has not gone out and must within a fortnight, and the last day on which it can."""
    soon = Meeting.on.between(day, day + AT_MOST_AHEAD), Meeting.cancelled.is_(None)
    unsent = or_(Meeting.notice_given.is_(None), Meeting.notice_given > day)
    wanted = select(Meeting).where(*soon, unsent).options(joinedload(Meeting.body), selectinload(Meeting.items))
    found = db.session.scalars(wanted.order_by(Meeting.on, Meeting.ref))
    told = [line_of(meeting, day) | _due(meeting) for meeting in found]
    return [line for line in told if line["due"] <= day + NOTICE_IS_DUE_WITHIN]


def _due(meeting: Meeting) -> dict[str, Any]:
    asked, authority = asked_of(meeting, rules_in_force(meeting.body, meeting.on))
    return {"due": rules.last_day_for_notice(meeting.on, asked) if asked else meeting.on, "authority": authority}


def meetings_of(words: str, day: date) -> list[dict[str, Any]]:
    """The meetings with these words in their place or their body's name."""
    body = Meeting.body.has(Body.name.icontains(words, autoescape=True))
    wanted = select(Meeting).where(or_(body, Meeting.place.icontains(words, autoescape=True)))
    found = wanted.options(joinedload(Meeting.body), selectinload(Meeting.items))
    in_order = found.order_by(Meeting.on.desc(), Meeting.ref)
    return [line_of(meeting, day) for meeting in db.session.scalars(in_order)]
