"""Copies as they are sent: by e-mail with a link of each reader's own, or on paper."""

from collections.abc import Sequence
from datetime import date, timedelta

from registry import clock
from registry.links import commands as links
from registry.links.addresses import address_of
from registry.outbox import commands as outbox
from registry.people.models import Person
from registry.press import letterhead
from registry.resolutions.letters import body_of, subject_of
from registry.resolutions.models import BY_EMAIL, Copy, Eligible, Resolution

AGREE = "resolutions.agree"
"""The door that the links of a resolution open."""
A_LINK_OPENS_AFTER = timedelta(days=28)
"""The last day: what comes too late is kept, and told that it is of no effect."""
A_LINK_LASTS = timedelta(days=182)
"""Where there is no last day."""


def first_day_without(resolution: Resolution) -> date:
    """The first day on which its links open nothing."""
    if resolution.last_day is None:
        return resolution.circulated_on + A_LINK_LASTS
    return resolution.last_day + A_LINK_OPENS_AFTER


def by_person(lines: Sequence[Eligible]) -> list[list[Eligible]]:
    """What each person may agree to, in the order of the first of it: one letter is written for all."""
    found: dict[str, list[Eligible]] = {}
    for each in lines:
        found.setdefault(each.person_ref, []).append(each)
    return list(found.values())


def write_to(resolution: Resolution, lines: Sequence[Eligible], *, words: str, is_first: bool) -> None:
    """Write to the person of these lines, with a link to agree by."""
    person, company = lines[0].person, letterhead()["company"]
    secret = links.issue(person, purpose=AGREE, about_ref=resolution.ref, until=first_day_without(resolution))
    address = address_of(AGREE, secret)
    to = person.name_on(clock.today())
    letter = outbox.write(
        person,
        subject=subject_of(resolution, is_first=is_first),
        body=body_of(resolution, lines, company=company, to=to, link=address, words=words),
        about_ref=resolution.ref,
        secret=address,
    )
    note(resolution, person, BY_EMAIL, letter_ref=letter.ref)


def note(resolution: Resolution, person: Person, how: str, letter_ref: str | None = None) -> None:
    resolution.copies.append(Copy(person=person, how=how, sent=clock.now(), as_auditor=False, letter_ref=letter_ref))


def not_answered(resolution: Resolution) -> list[Eligible]:
    """Those who have said nothing yet."""
    answered = {each.eligible_ref for each in resolution.answers}
    return [each for each in resolution.voting if each.ref not in answered]


def can_be_written_to(lines: Sequence[Eligible]) -> bool:
    return bool(lines[0].person.email)
