from flask import url_for

from registry.doors import Room
from registry.members.models import Member

room = Room(__name__)


def at(member: Member) -> str:
    return url_for("members.member", word=member.ref)
