from collections.abc import Sequence

from marshmallow import ValidationError

from registry.db import db
from registry.decisions.models import Decision
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings.models import Meeting
from registry.packs.makeup import make_up_for, make_up_of
from registry.packs.models import MakeUp, PackSection
from registry.structure.models import Body

OF_ANOTHER = "Decision {number} is one of {body}: choose a decision of this body."


@command
def arrange(
    body: Body, *, sections: Sequence[str], starts_on_right: bool = False, names_reader: bool = False,
    tells_who_opened: bool = False, decision: Decision | None = None, by: Actor,
) -> MakeUp:  # fmt: skip
    """Settle what the packs of a body are made of from now on, but for meetings for which something else is chosen.

    The `decision` is the one by which the body agreed to what is settled, if it took one.
    """
    if decision is not None and decision.body_ref != body.ref:
        raise ValidationError({"decision": [OF_ANOTHER.format(number=decision.number, body=decision.body.name)]})
    own = make_up_of(body) or MakeUp(body=body)
    own.tells_who_opened, own.decision = tells_who_opened, decision
    return _settle(own, sections, starts_on_right=starts_on_right, names_reader=names_reader)


@command
def choose(
    meeting: Meeting, *, sections: Sequence[str], starts_on_right: bool = False, names_reader: bool = False,
    remember: bool = False, by: Actor,
) -> MakeUp:  # fmt: skip
    """Choose what the pack of one meeting is made of, and, if it is to `remember` it, those of its body from now on."""
    how = {"sections": sections, "starts_on_right": starts_on_right, "names_reader": names_reader}
    if remember:
        usual = make_up_of(meeting.body)
        agreed = {"tells_who_opened": usual.tells_who_opened, "decision": usual.decision} if usual else {}
        arrange(meeting.body, **how, **agreed, by=by)  # type: ignore[arg-type]
    return _settle(make_up_for(meeting) or MakeUp(meeting=meeting), **how)  # type: ignore[arg-type]


def _settle(own: MakeUp, sections: Sequence[str], *, starts_on_right: bool, names_reader: bool) -> MakeUp:
    own.starts_on_right, own.names_reader = starts_on_right, names_reader
    if [each.section for each in own.sections] != list(sections):
        own.sections = [PackSection(place=place, section=name) for place, name in enumerate(sections, start=1)]
    db.session.add(own)
    return own
