"""Who has agreed that a general meeting be held on shorter notice, and how far that goes."""

from datetime import date

from sqlalchemy import func, select

from registry.db import db
from registry.meetings import rules
from registry.meetings.models import Meeting
from registry.meetings.rules import Consents
from registry.members.models import Movement, ShareClass
from registry.terms.in_force import RulesInForce
from registry.terms.provisions import AT_LEAST

SHORT_NOTICE = "short notice"
"""The matter under which articles say how much more than nine tenths must agree to it."""


def consents_to(meeting: Meeting, in_force: RulesInForce) -> Consents:
    """How far the members of the day of the meeting have agreed to shorter notice."""
    rule = in_force.of(AT_LEAST, SHORT_NOTICE)
    percent = rules.percent_asked(*((rule.number, rule.of) if rule and rule.matter else (None, None)))
    agreed = [consent.member_ref for consent in meeting.consents]
    return rules.consents_of(agreed, voting_shares(meeting.on), percent)


def voting_shares(day: date) -> dict[str, int]:
    """The nominal value in pence of the voting shares of each member who has any on a day, by the member's ref."""
    value = func.sum(Movement.shares * ShareClass.nominal)
    asked = select(Movement.member_ref, value).join(Movement.share_class).group_by(Movement.member_ref)
    held = asked.where(Movement.on <= day, ShareClass.votes_per_share > 0).having(value > 0)
    return {ref: int(nominal) for ref, nominal in db.session.execute(held)}
