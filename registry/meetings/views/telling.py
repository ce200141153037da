"""What the register tells."""

from flask import abort, g

from registry.accounts.caller import note_access
from registry.files import kept, kind_of, receipts
from registry.meetings import queries
from registry.meetings.bars import papers_kept_from
from registry.meetings.models import Meeting
from registry.meetings.restricted import may_read, withheld, withheld_from
from registry.meetings.schemas import MeetingPage, MeetingRow
from registry.meetings.views.doors import room
from registry.people.queries import person_of


@room.page("/register", needs="meetings.read", tells=MeetingRow, title="Meetings", acts=("meetings.convene",))
def register(on):
    return queries.meetings_on(on)


@room.page(
    "/<word>",
    needs="meetings.read",
    tells=MeetingPage,
    title="Meeting",
    of=Meeting,
    acts={
        "": (
            "meetings.publish",
            "meetings.give_notice",
            "meetings.record_attendance",
            "minutes.begin",
            "proxies.lodge",
        ),
        "Agreed": ("actions.agree",),
        "Agenda": ("meetings.add_item",),
        "Interests": ("conflicts.plan", "disclosures.declare"),
        "Shorter notice": ("meetings.waive_notice", "meetings.agree_short_notice"),
        "It changed": ("meetings.move", "meetings.call_off", "meetings.adjourn"),
    },
)
def meeting(meeting, on):
    kept = papers_kept_from(person_of(g.account), meeting)
    return queries.meeting_on(meeting, on, hidden=withheld_from(g.account, meeting), kept=kept)


@room.file("/<word>/papers/<paper>", needs="meetings.read", title="Paper", of=Meeting)
def paper(meeting, paper):
    found = _read(meeting, paper)
    return found.file_name, kept(found.sha256)


@room.file("/<word>/papers/<paper>/sent", needs="meetings.read", title="Paper as it was sent", of=Meeting)
def sent(meeting, paper):
    """The document that a paper was turned into a PDF from."""
    receipt = receipts([digest := _read(meeting, paper).sha256]).get(digest)
    if receipt is None or receipt.sent_sha256 is None:
        abort(404)
    content = kept(receipt.sent_sha256)
    return receipt.sent_name, content, kind_of(content).media_type


def _read(meeting, paper):
    """The paper of that ref, which is noted as read by whoever asks, if it is restricted."""
    found = next((each for each in meeting.papers if each.ref == paper.upper()), None) or abort(404)
    if why := papers_kept_from(person_of(g.account), meeting).get(found.item_ref):
        abort(403, f"The papers on this item are kept from you, who have a conflict of interest ({why}).")
    if found.item_ref in withheld(meeting):
        if not may_read(g.account, meeting):
            abort(404)
        note_access("read a restricted paper", found.ref, account_ref=g.account.ref)
    return found
