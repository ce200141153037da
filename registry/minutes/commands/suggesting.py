from registry import clock
from registry.db import db
from registry.drafts.desk import save
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.minutes import rules
from registry.minutes.models import ACCEPTED, Minutes, MinutesDraft, MinutesWording, Passage, Suggestion
from registry.minutes.passages import put_in_place
from registry.minutes.said import WRITTEN
from registry.minutes.standing import draft_of, latest_of, passages_now
from registry.people.models import Person


@command
def suggest(
    minutes: Minutes, *, passage: int, proposed: str, why: str = "", person: Person | None = None, by: Actor
) -> Suggestion:
    """Enter what somebody suggests today that a passage should say: the account, or a person heard by it."""
    latest = latest_of(minutes.meeting) or minutes
    rules.is_not_yet_settled(minutes.meeting.called, latest.settled)
    rules.is_the_latest(minutes.version, latest.version)
    found = minutes.passage(passage)
    rules.is_a_passage(passage, found is not None)
    assert found is not None
    said = {"proposed": proposed, "why": why, "account_ref": by.ref, "person": person}
    suggestion = Suggestion(minutes=minutes, passage_ref=found.ref, on=clock.today(), **said)
    db.session.add(suggestion)
    return suggestion


@command
def answer(suggestion: Suggestion, *, outcome: str, answer: str = "", by: Actor) -> None:
    """Accept a suggestion, whose words then stand in what is written for the next version; or decline it, and say why.

    Where somebody has written otherwise in the same place meanwhile, both wordings are kept there.
    """
    rules.is_still_open(suggestion.outcome)
    is_accepted, passage = outcome == ACCEPTED, suggestion.passage
    rules.is_declined_with_a_reason(is_accepted, answer)
    if is_accepted:
        meeting = suggestion.minutes.meeting
        latest = latest_of(meeting)
        rules.is_not_yet_settled(meeting.called, latest and latest.settled)
        is_written = passage.source == WRITTEN
        rules.fact_has_been_put_right(is_written, not is_written and _still_says(suggestion))
        if is_written and (draft := draft_of(meeting)) is not None:
            _take_in(draft, passage, suggestion.proposed, by)
    suggestion.outcome, suggestion.answer, suggestion.answered = outcome, answer, clock.today()


def _still_says(suggestion: Suggestion) -> bool:
    """Whether the registers still give the sentence that somebody would have otherwise."""
    passage, meeting = suggestion.passage, suggestion.minutes.meeting
    return any(
        (each["item_ref"], each["text"]) == (passage.item_ref, passage.text) for each in passages_now(meeting, {})
    )


def _take_in(draft: MinutesDraft, passage: Passage, proposed: str, by: Actor) -> None:
    """Put the words in the passage’s place or, where that has been written anew, beside what stands there."""
    was = draft.boxes.get(passage.box, "")
    now = put_in_place(was, passage.text, proposed)
    if now is None:
        was = "\n\n".join(each.text for each in passage.minutes.passages if each.box == passage.box)
        now = put_in_place(was, passage.text, proposed) or ""
    save(draft, was={passage.box: was}, boxes={passage.box: now}, desk="", by=by, kept_as=MinutesWording)
