from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from registry import clock
from registry.db import db
from registry.doors import Listing
from registry.meetings.models import DECIDE, Meeting
from registry.meetings.restricted import RESTRICTED, withheld
from registry.meetings.voices import is_present, members_on
from registry.members.models import Member
from registry.members.queries import WITH_ALL
from registry.proxies.appointments import all_proxies, deadline_of, proxies_for, why_not
from registry.proxies.models import AGAINST, DISCRETION, FOR, THE_CHAIR, Proxy
from registry.proxies.standing import hands, told_in_words
from registry.wording import day as in_words

Line = dict[str, Any]


def register_on(day: date) -> list[Line]:
    """Every appointment that had been lodged by the end of a day, the latest meeting first."""
    found = sorted(db.session.scalars(all_proxies()), key=lambda proxy: (proxy.meeting.on, proxy.meeting_ref))
    told: list[Line] = []
    for _, group in groupby(reversed(found), key=lambda proxy: proxy.meeting_ref):
        proxies = list(group)
        told += lines_of(proxies, proxies[0].meeting)
    return [line for line in told if clock.civil_day(line["lodged"]) <= day]


def proxies_at(meeting: Meeting) -> Listing:
    """The appointments for a meeting, or for that which it was adjourned from, and what they come to item by item."""
    lines = lines_of(proxies_for(meeting), meeting)
    return Listing(
        lines,
        meeting=meeting.called,
        meeting_ref=meeting.ref,
        deadline=deadline_of(meeting).isoformat(),
        agenda=[_tally(item["number"], item["title"], lines) for item in _business(meeting)],
    )


def _tally(number: int, title: str, lines: Iterable[Line]) -> Line:
    """How proxies are to vote on an item, in shares and in hands, if the members themselves do not come."""
    shares, told_by = Counter[str](), dict[str | None, list[str]]()
    for line in lines:
        if line["stands"] and not line["member_came"]:
            how = line["instructions"].get(number, DISCRETION)
            shares[how] += line["votes"]
            told_by.setdefault(line["proxy_ref"], []).append(how)
    raised = Counter(vote for told in told_by.values() for vote in hands(told))
    ways = {"for": FOR, "against": AGAINST, "free": DISCRETION}
    return {"number": number, "title": title} | {
        name: {"shares": shares[how], "hands": raised[how]} for name, how in ways.items()
    }


def lines_of(proxies: Iterable[Proxy], meeting: Meeting) -> list[Line]:
    proxies = list(proxies)
    why = why_not(proxies, meeting)
    return [_line(proxy, meeting, why[proxy.ref]) for proxy in proxies]


def line_of(proxy: Proxy) -> Line:
    """One appointment, as it stands at the meeting that it was made for, among the member's others."""
    return next(line for line in lines_of(proxies_for(proxy.meeting), proxy.meeting) if line["ref"] == proxy.ref)


def _line(proxy: Proxy, meeting: Meeting, why: str) -> Line:
    on, member = meeting.on, proxy.member
    came = any(is_present(meeting, holder.person_ref, None) for holder in member.holders_on(on))
    votes = member.held(on) if proxy.shares is None else proxy.shares
    instructions = _by_number(proxy, meeting)
    return {
        "ref": proxy.ref,
        "rev": proxy.rev,
        "title": proxy.called,
        "meeting": meeting.called,
        "meeting_ref": meeting.ref,
        "on": on,
        "member": member.names_on(on),
        "member_ref": member.ref,
        "folio": member.folio,
        "address": member.address_on(on),
        "proxy_ref": proxy.person_ref,
        "proxy": proxy.person.name_on(on) if proxy.person else THE_CHAIR,
        "signed_by": proxy.signed_by.name_on(on),
        "lodged": proxy.lodged,
        "revoked": proxy.revoked,
        "votes": votes,
        "instructions": instructions,
        "told": told_in_words(instructions),
        "stands": not why,
        "member_came": came,
        "state": why or ("The member came, and votes herself (Model Articles, art. 46(1))" if came else "Stands"),
    }


def _by_number(proxy: Proxy, meeting: Meeting) -> dict[int, str]:
    """How to vote on each item of a meeting; of one adjourned, its business is known again by its title."""
    told = {each.item_ref: each.how for each in proxy.instructions}
    by_title = {item.title: told[item.ref] for item in proxy.meeting.items if item.ref in told}
    found = {item.place: told.get(item.ref) or by_title.get(item.title) for item in meeting.items}
    return {number: how for number, how in found.items() if how}


def how_told(proxy: Proxy, meeting: Meeting, item_ref: str) -> str:
    """How a proxy is told to vote on an item of a meeting; as she thinks fit, where she was told nothing."""
    number = next((item.place for item in meeting.items if item.ref == item_ref), 0)
    return _by_number(proxy, meeting).get(number, DISCRETION)


def _business(meeting: Meeting) -> list[Line]:
    """What is put to the vote, as everybody may read it."""
    hidden = withheld(meeting)
    return [
        {
            "number": item.place,
            "title": RESTRICTED if item.ref in hidden else item.title,
            "proposed": "" if item.ref in hidden else item.proposed,
        }
        for item in meeting.items
        if item.withdrawn is None and (item.resolution or item.purpose == DECIDE)
    ]


def forms_for(meeting: Meeting, only: Member | None = None) -> Listing:
    """What a proxy form says of each member of the day of a meeting, or of one."""
    lines = [
        {
            "member": member.names_on(meeting.on),
            "member_ref": member.ref,
            "folio": member.folio,
            "address": member.address_on(meeting.on),
            "votes": member.held(meeting.on),
        }
        for member in members_on(meeting.on, WITH_ALL)
        if only is None or member is only
    ]
    when = f"{in_words(meeting.on)} at {meeting.begins}"
    return Listing(
        lines,
        meeting=meeting.called,
        meeting_ref=meeting.ref,
        body=meeting.body.name,
        place=meeting.place,
        when=when,
        deadline=deadline_of(meeting).isoformat(),
        agenda=_business(meeting),
    )
