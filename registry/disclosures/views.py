from flask import abort, g, url_for

from registry import clock
from registry.disclosures import commands, queries, rules, sentences
from registry.disclosures.models import Disclosure, InterestNotice
from registry.disclosures.schemas import (
    AtMeetingRow,
    BringUpForm,
    DeclareForm,
    DisclosurePage,
    DisclosureRow,
    EndForm,
    GiveForm,
    NoticePage,
    NoticeRow,
    OwnDisclosureRow,
    OwnNoticeRow,
)
from registry.doors import Duty, Room
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.structure.models import BOARD

room = Room(__name__, under="interests")


@room.page(
    "/register",
    needs="disclosures.read",
    tells=NoticeRow,
    title="Notices of directors’ interests",
    acts=("disclosures.give",),
)
def register(on):
    return queries.notices_on(on)


@room.page("/declared", needs="disclosures.read", tells=DisclosureRow, title="Interests declared at meetings")
def declared(on):
    return queries.disclosures_on(on)


@room.page(
    "/meetings/<word>",
    needs="disclosures.read",
    tells=DisclosureRow,
    title="Interests declared at this meeting",
    of=Meeting,
    many=True,
    acts=("disclosures.declare",),
)
def meeting(meeting, on):
    return queries.disclosures_at(meeting, on)


@room.page("/declared/<word>", needs="disclosures.read", tells=DisclosurePage, title="Disclosure", of=Disclosure)
def disclosure(disclosure, on):
    return queries.disclosure_on(disclosure, on) or abort(404)


@room.page(
    "/<word>",
    needs="disclosures.read",
    tells=NoticePage,
    title="Notice of an interest",
    of=InterestNotice,
    acts=("disclosures.bring_up", "disclosures.end", "disclosures.paper"),
)
def notice(notice, on):
    return queries.notice_on(notice, on) or abort(404)


@room.page(
    "/<word>/paper", needs="disclosures.read", tells=NoticePage, title="The notice, to be signed", of=InterestNotice
)
def paper(notice, on):
    """A paper for the director to sign and give to the others; on screen, what it will say."""
    return queries.notice_on(notice, on) or abort(404)


@room.form(
    "/give",
    needs="disclosures.give",
    asks=GiveForm,
    title="Enter a notice of an interest",
    offers=lambda: {"since": clock.today()},
)
def give(answer):
    return at(commands.give(**answer, by=g.account).ref)


@room.form(
    "/<word>/bring-up",
    needs="disclosures.bring_up",
    asks=BringUpForm,
    title="Record that it was brought up",
    of=InterestNotice,
    edits=True,
    when=lambda notice: not notice.is_brought_up,
)
def bring_up(notice, answer):
    commands.bring_up(notice, **answer, by=g.account)
    return at(notice.ref)


@room.form(
    "/<word>/end",
    needs="disclosures.end",
    asks=EndForm,
    title="It was withdrawn, or is over",
    of=InterestNotice,
    edits=True,
    when=lambda notice: notice.until is None,
)
def end(notice, answer):
    commands.end(notice, **answer, by=g.account)
    return at(notice.ref)


@room.form(
    "/meetings/<word>/declare",
    needs="disclosures.declare",
    asks=DeclareForm,
    title="Enter an interest declared",
    of=Meeting,
    when=lambda meeting: meeting.body.kind == BOARD and meeting.cancelled is None and meeting.on <= clock.today(),
)
def declare(meeting, answer):
    commands.declare(meeting, **answer, by=g.account)
    return url_for("meetings.meeting", word=meeting.ref)


def at(ref: str) -> str:
    return url_for("disclosures.notice", word=ref)


@room.panel(on=Person, needs="disclosures.read", tells=OwnNoticeRow, title="Notices of interests", empty="")
def notices_of(person, on):
    return queries.notices_of(person, on)


@room.panel(on=Person, needs="disclosures.read", tells=OwnDisclosureRow, title="Declared at meetings", empty="")
def disclosures_of(person, on):
    return queries.disclosures_of(person, on)


@room.panel(on=Meeting, needs="disclosures.read", tells=AtMeetingRow, title="Notices of directors’ interests", empty="")
def notices_at(meeting, on):
    return queries.notices_at(meeting, on)


@room.panel(on=Meeting, needs="disclosures.read", tells=DisclosureRow, title="Interests declared", empty="")
def disclosures_at(meeting, on):
    return queries.disclosures_at(meeting, on)


@room.duties(needs="disclosures.bring_up")
def notices_to_bring_up(on):
    for line, effect in queries.to_bring_up(on):
        authority = rules.GENERALLY if line["is_general"] else rules.BY_NOTICE
        yield Duty(sentences.to_bring_up(line, effect), effect.awaits or effect.missed, authority, at(line["ref"]))
