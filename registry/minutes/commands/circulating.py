from datetime import date

from registry import clock
from registry.db import db
from registry.drafts.rules import wordings_are_settled
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.links.addresses import address_of_page
from registry.minutes import rules
from registry.minutes.boxes import in_words
from registry.minutes.letters import body_of, subject_of
from registry.minutes.models import ACCEPTED, Minutes, MinutesDraft, MinutesRecipient, Passage, Suggestion
from registry.minutes.passages import Told
from registry.minutes.recipients import Addressee, addressees_of
from registry.minutes.standing import latest_of, passages_now, told_of
from registry.outbox import commands as outbox
from registry.press import letterhead

PAGE = "minutes.minutes"


@command
def circulate(draft: MinutesDraft, *, circulated: date, letters: bool = True, by: Actor) -> Minutes:
    """Enter the minutes as they went out on a day, every sentence of them frozen, and write to whoever is to have them.

    The next version goes out in the same way, until a later meeting approves them.
    """
    meeting, before = draft.meeting, latest_of(draft.meeting)
    rules.is_not_yet_settled(meeting.called, before and before.settled)
    wordings_are_settled("; ".join(in_words(meeting, each.box) for each in draft.wordings))
    rules.goes_out_after_the_meeting(circulated, meeting.on, clock.today())
    passages = passages_now(meeting, draft.boxes)
    rules.something_has_changed(before is None or _words(map(told_of, before.passages)) != _words(passages))
    minutes = Minutes(meeting=meeting, version=before.version + 1 if before else 1, circulated=circulated)
    minutes.passages = [Passage(**passage) for passage in passages]
    draft.circulated = minutes
    db.session.add(minutes)
    _send(minutes, before, addressees_of(meeting, circulated), letters=letters)
    return minutes


def _words(passages: "map[Told] | list[Told]") -> list[tuple[str, ...]]:
    return [(str(each["item_ref"]), each["label"], each["text"]) for each in passages]


def _send(minutes: Minutes, before: Minutes | None, addressees: list[Addressee], *, letters: bool) -> None:
    """Write to each who has an address; of the others it is noted that no letter went."""
    accepted = _accepted_on(before)
    for each in addressees:
        letter = _letter(minutes, each, accepted) if letters and not each.obstacle else None
        minutes.recipients.append(MinutesRecipient(person=each.person, why=each.why, letter_ref=letter))


def _letter(minutes: Minutes, addressee: Addressee, accepted: int) -> str:
    named = f"Minutes of {minutes.meeting.called}"
    return outbox.write(
        addressee.person,
        subject=subject_of(named, minutes.version),
        body=body_of(
            named,
            company=letterhead()["company"],
            to=addressee.person.name_on(clock.today()),
            address=address_of_page(PAGE, minutes.ref),
            version=minutes.version,
            accepted=accepted,
        ),
        about_ref=minutes.ref,
    ).ref


def _accepted_on(before: Minutes | None) -> int:
    if before is None:
        return 0
    return db.session.query(Suggestion).filter_by(minutes_ref=before.ref, outcome=ACCEPTED).count()
