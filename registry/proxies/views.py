from flask import g, request, url_for

from registry.doors import Room, find
from registry.meetings.models import Meeting
from registry.meetings.voices import is_of_members
from registry.members.models import Member
from registry.proxies import commands, queries
from registry.proxies.models import Proxy
from registry.proxies.schemas import AdmitForm, BlankRow, LodgeForm, ProxyPage, ProxyRow, RegisterRow, RevokeForm

room = Room(__name__, under="meetings")


@room.page("/register", needs="proxies.read", tells=RegisterRow, title="Proxies")
def register(on):
    return queries.register_on(on)


@room.page(
    "/meetings/<word>",
    needs="proxies.read",
    tells=ProxyRow,
    title="Proxies for a meeting",
    of=Meeting,
    many=True,
    acts=("proxies.lodge", "proxies.admit", "proxies.forms"),
)
def of_meeting(meeting, on):
    return queries.proxies_at(meeting)


@room.page("/meetings/<word>/forms", needs="proxies.read", tells=BlankRow, title="Proxy forms", of=Meeting, many=True)
def forms(meeting, on):
    """One for each member or, asked with ?member= and a ref, for that one."""
    asked = request.args.get("member")
    return queries.forms_for(meeting, find(Member, asked) if asked else None)


@room.form(
    "/meetings/<word>/lodge",
    needs="proxies.lodge",
    asks=LodgeForm,
    title="Enter a proxy notice",
    of=Meeting,
    when=lambda meeting: is_of_members(meeting) and meeting.cancelled is None,
)
def lodge(meeting, answer):
    commands.lodge(meeting, **answer, by=g.account)
    return at(meeting)


@room.form(
    "/meetings/<word>/admit",
    needs="proxies.admit",
    asks=AdmitForm,
    title="Let in the proxies who came",
    of=Meeting,
    edits=True,
    when=lambda meeting: is_of_members(meeting) and meeting.attendance_is_recorded,
)
def admit(meeting, answer):
    commands.admit(meeting, by=g.account)
    return at(meeting)


@room.page("/<word>", needs="proxies.read", tells=ProxyPage, title="Proxy", of=Proxy, acts=("proxies.revoke",))
def proxy(proxy, on):
    return queries.line_of(proxy)


@room.form(
    "/<word>/revoke",
    needs="proxies.revoke",
    asks=RevokeForm,
    title="Revoked by the member",
    of=Proxy,
    edits=True,
    when=lambda proxy: proxy.revoked is None,
)
def revoke(proxy, answer):
    commands.revoke(proxy, **answer, by=g.account)
    return url_for(".proxy", word=proxy.ref)


@room.panel(on=Meeting, needs="proxies.read", tells=ProxyRow, title="Proxies", empty="")
def proxies_for(meeting, on):
    return queries.proxies_at(meeting)


def at(meeting: Meeting) -> str:
    return url_for(".of_meeting", word=meeting.ref)
