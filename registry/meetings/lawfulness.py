"""What is looked at before an agenda goes out: what is wanting, what is to be looked at again, and what is in order."""

from collections.abc import Iterator
from typing import Any

from registry import clock
from registry.meetings import rules
from registry.meetings.counting import Counting
from registry.meetings.models import DECIDE, SPECIAL, Item, Meeting
from registry.meetings.notices import is_on_enough_notice, notice_reckoned
from registry.meetings.queries import seats_that_day
from registry.terms.in_force import RulesInForce, rules_in_force
from registry.terms.provisions import RESERVED

BY_GUIDANCE = "The Chartered Governance Institute, Effective Board Reporting (2018)"
BY_WAIVER = "Model Articles, art. 9(4)"
WANTING, LOOK, IN_ORDER = "wanting", "look", "in order"

Line = dict[str, Any]


def lawfulness_of(meeting: Meeting) -> list[Line]:
    """Every sentence with its weight and its authority, what is wanting first. It stops nobody: rules do that."""
    in_force = rules_in_force(meeting.body, meeting.on)
    items = [item for item in meeting.items if item.withdrawn is None]
    found = [
        *_notice(meeting, in_force),
        *_quorum(meeting, items),
        *(line for item in items for line in (*_words(item), *_papers(item), *_reserved(item, in_force))),
    ]
    return sorted(found, key=lambda line: (WANTING, LOOK, IN_ORDER).index(line["weight"]))


def _line(weight: str, sentence: str, authority: str) -> Line:
    return {"weight": weight, "sentence": sentence, "authority": authority}


def _notice(meeting: Meeting, in_force: RulesInForce) -> Iterator[Line]:
    reckoned = notice_reckoned(meeting, in_force)
    if not reckoned.asked:
        yield _line(IN_ORDER, "Nothing in force says how many days of notice there must be.", rules.NOTICE_BY_DEFAULT)
    elif reckoned.short and is_on_enough_notice(meeting) and meeting.consents:
        yield _line(IN_ORDER, "Notice is short, and the members have agreed to that.", reckoned.authority)
    elif reckoned.short and meeting.waivers and not unwaived(meeting, seats_that_day(meeting)):
        yield _line(IN_ORDER, "Notice is short, and everyone who has a vote has waived it.", BY_WAIVER)
    elif reckoned.short:
        yield _line(WANTING, f"Notice is short. {reckoned.sentence}.", reckoned.authority)
    elif reckoned.given is None:
        on_time = clock.today() <= rules.last_day_for_notice(meeting.on, reckoned.asked)
        too_late = "" if on_time else ", and it is too late for that"
        yield _line(LOOK if on_time else WANTING, f"{reckoned.sentence}{too_late}.", reckoned.authority)
    else:
        yield _line(IN_ORDER, f"{reckoned.sentence}.", reckoned.authority)


def unwaived(meeting: Meeting, seats: list[Line]) -> set[str]:
    """Whoever has a vote at a meeting, by the seats of its day, and has not said that no notice was needed."""
    voting = {ref for line in seats if line["votes"] for ref in line["people"]}
    return voting - {waiver.person_ref for waiver in meeting.waivers}


def _quorum(meeting: Meeting, items: list[Item]) -> Iterator[Line]:
    """Whether a quorum can be had for each item that is to be decided, given apologies, and conflicts confirmed."""
    counting = Counting(meeting, seats_that_day(meeting))
    foreseen = [(item, counting.foreseen(item.ref)) for item in items if item.purpose == DECIDE]
    for item, quorum in foreseen:
        if quorum.quorate is False:
            yield _line(WANTING, f"Item {item.place}: {quorum.sentence}.", quorum.needed.authority)
    if foreseen and all(quorum.quorate for _, quorum in foreseen):
        authority = foreseen[0][1].needed.authority
        yield _line(IN_ORDER, "A quorum can be had for every item that is to be decided.", authority)


def _words(item: Item) -> Iterator[Line]:
    if item.resolution == SPECIAL and not rules.special_resolution_has_its_text.keeps(item.proposed, item.restricted):
        yield _line(
            WANTING,
            f"Item {item.place} asks for a special resolution, whose full text goes with the notice.",
            rules.special_resolution_has_its_text.authority,
        )
    elif item.purpose == DECIDE and not item.proposed and not item.standing:
        yield _line(LOOK, f"Item {item.place} is to be decided, and proposes no words.", BY_GUIDANCE)


def _papers(item: Item) -> Iterator[Line]:
    if item.awaits_paper:
        yield _line(WANTING, f"Item {item.place} awaits its paper.", BY_GUIDANCE)


def _reserved(item: Item, in_force: RulesInForce) -> Iterator[Line]:
    """What terms reserve to others, where an item to be decided speaks of it: a word in common is enough to look."""
    if item.purpose != DECIDE or item.standing:
        return
    said = f"{item.title} {item.proposed} {item.topic}"
    for reserved in in_force.every(RESERVED):
        if rules.share_a_word(reserved.matter, said):
            sentence = f"Item {item.place} may be about what is reserved to {reserved.who}: {reserved.matter}. Look."
            yield _line(LOOK, sentence, reserved.authority)
