"""Minutes: of January 2020, suggested on, approved, signed and corrected; and of the board that lost its quorum."""

from datetime import date
from typing import Any

from registry.db import db
from registry.demo.facts import people as facts
from registry.demo.story.cast import Cast
from registry.meetings import commands as meetings
from registry.minutes import commands as minutes
from registry.minutes.models import ACCEPTED, DECLINED, Minutes, MinutesDraft
from registry.outbox import commands as outbox
from registry.outbox.models import WAITING, Letter

EXECUTIVE = facts.NOMINEES["C82038"]
ASKED = "The chair said that each network should be heard where the company decides for it."
ASKED_MORE = f"{ASKED} A seat for each of the four localities was weighed, and would hear some networks not at all."
COUNTED = "The executive director had asked all seven networks, and six had answered."


def in_january_2020(cast: Cast) -> None:
    """The first version goes out; of two suggestions one is accepted, and the second version has it."""
    meeting = cast.meetings["proposal"]
    cast.it_is(2020, 1, 15)
    meetings.take_chair(meeting, person=cast.person(facts.CHAIR), by=cast.secretary)
    words = {1: "Neither director had anything to declare on these items.", 2: f"{ASKED}\n\n{COUNTED}"}
    draft = _written(cast, "proposal", words, closing="The meeting closed at 13:40.")
    first = minutes.circulate(draft, circulated=date(2020, 1, 15), letters=False, by=cast.secretary)
    cast.it_is(2020, 1, 21)
    _suggest(cast, first, ASKED, ASKED_MORE, "We did weigh it, and should say so.", outcome=ACCEPTED)
    why, answer = "I recall all seven.", "The seventh letter came on 16 January, after the meeting."
    all_seven = COUNTED.replace("six had", "all had")
    _suggest(cast, first, COUNTED, all_seven, why, outcome=DECLINED, answer=answer)
    minutes.circulate(draft, circulated=date(2020, 1, 21), letters=False, by=cast.secretary)


def in_march_2020(cast: Cast) -> None:
    """The next meeting of the board approves them, and its chair signs."""
    cast.it_is(2020, 3, 18, 11)
    _, second = _versions(cast, "proposal")
    minutes.approve(second, meeting=cast.meetings["filling"], item=3, by=cast.secretary)
    cast.it_is(2020, 3, 18, 12)
    chair = cast.person(facts.CHAIR)
    minutes.authenticate(second, person=chair, authenticated=date(2020, 3, 18), by=cast.secretary)


def in_april_2021(cast: Cast) -> None:
    """A year later it is found that one sentence was wrong: that is a minute of the later meeting."""
    cast.it_is(2021, 4, 20, 17)
    _, second = _versions(cast, "proposal")
    words = COUNTED.replace("six had answered", "five had answered by then")
    number = _number(second, COUNTED)
    minutes.correct(second, meeting=cast.meetings["contract"], item=3, passage=number, words=words, by=cast.secretary)


def in_september_2026(cast: Cast) -> None:
    """The board that lost its quorum is minuted in words; they go out by post, and a director suggests some more."""
    meeting = cast.meetings["five of eight"]
    cast.it_is(2026, 9, 24)
    meetings.take_chair(meeting, person=cast.person(facts.CHAIR), by=cast.secretary)
    draft = _written(cast, "five of eight", SEPTEMBER, closing="The meeting closed at 14:20.")
    cast.it_is(2026, 9, 28)
    circulated = minutes.circulate(draft, circulated=date(2026, 9, 28), letters=True, by=cast.secretary)
    for letter in db.session.query(Letter).filter_by(about_ref=circulated.ref, state=WAITING):
        outbox.note_sent(letter)
    cast.it_is(2026, 9, 30)
    who = facts.CLINICAL_DIRECTORS["U25294"]
    proposed = FINANCE.replace("asked", "asked, on the word of the director for Melton, Syston and Vale,")
    _suggest(cast, circulated, FINANCE, proposed, "It was my question.", who=who)


def _written(cast: Cast, meeting: str, words: dict[int, str], *, closing: str) -> MinutesDraft:
    draft = minutes.begin(cast.meetings[meeting], by=cast.secretary)
    items = {f"item-{item.ref}": words[item.place] for item in draft.meeting.items if item.place in words}
    boxes = items | {"closing": closing}
    minutes.write(draft, was=dict.fromkeys(boxes, ""), boxes=boxes, desk="", by=cast.secretary)
    return draft


def _suggest(cast: Cast, on: Minutes, passage: str, proposed: str, why: str, **more: Any) -> None:
    """The office writes down what somebody suggested; and, with an outcome, answers it."""
    who = cast.person(more.pop("who", facts.CHAIR))
    told: dict[str, Any] = {"proposed": proposed, "why": why, "person": who}
    suggestion = minutes.suggest(on, passage=_number(on, passage), **told, by=cast.secretary)
    if more:
        minutes.answer(suggestion, **more, by=cast.secretary)


def _versions(cast: Cast, meeting: str) -> list[Minutes]:
    found = db.session.query(Minutes).filter_by(meeting_ref=cast.meetings[meeting].ref)
    return found.order_by(Minutes.version).all()


def _number(of: Minutes, text: str) -> int:
    return next(each.place for each in of.passages if each.text.startswith(text))


FINANCE = "The report was noted. The board asked how the reserve stood against the policy of three months’ costs."
SEPTEMBER = {
    1: "The chair asked for interests in any item, and reminded those who had one of what had been ruled before.",
    2: f"{FINANCE}\n\nThe executive director answered that it stood at three months and a half.",
    3: "The executive director set out what the five networks offer: visits at home, day and night. Questions were put "
    "on cost and on cover at weekends, before those with an interest left.\n\nThree directors were then left, of the "
    "four that the terms of reference ask for. They could not decide, and did not vote. They asked the company "
    "secretary to say by the next meeting how the matter can be decided without those who have an interest.",
    4: "The next meeting is on 8 December 2026.",
}
