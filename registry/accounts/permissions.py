"""The permission table: the whole policy, on one page.

A permission is a room and what is done in it. Those in EVERYWHERE hold for whoever has the role;
those in OWN hold only over what the grant's scope names, as a member's over her own interests.
"""

SECRETARY, DIRECTOR, MEMBER, AUDITOR, PUBLIC = ROLES = "secretary", "director", "member", "auditor", "public"

ALL = (SECRETARY, DIRECTOR, MEMBER, AUDITOR, PUBLIC)
SIGNED_IN = (SECRETARY, DIRECTOR, MEMBER, AUDITOR)
BOARD = (SECRETARY, DIRECTOR, AUDITOR)
OFFICE = (SECRETARY, AUDITOR)
ONLY_SECRETARY = (SECRETARY,)

EVERYWHERE: dict[str, tuple[str, ...]] = {
    "accounts.read": OFFICE,
    "accounts.open": ONLY_SECRETARY,
    "accounts.grant": ONLY_SECRETARY,
    "accounts.end_grant": ONLY_SECRETARY,
    "accounts.set_password": ONLY_SECRETARY,
    "accounts.issue_token": ONLY_SECRETARY,
    "accounts.revoke_token": ONLY_SECRETARY,
    "people.read": SIGNED_IN,
    "people.read_private": OFFICE,
    "people.enter": ONLY_SECRETARY,
    "people.rename": ONLY_SECRETARY,
    "people.correct": ONLY_SECRETARY,
    "people.give_account": ONLY_SECRETARY,
    "practices.read": ALL,
    "practices.load": ONLY_SECRETARY,
    "structure.read": ALL,
    "structure.found": ONLY_SECRETARY,
    "structure.dissolve": ONLY_SECRETARY,
    "structure.join": ONLY_SECRETARY,
    "structure.leave": ONLY_SECRETARY,
    "structure.load": ONLY_SECRETARY,
    "members.read": SIGNED_IN,
    "members.create_class": ONLY_SECRETARY,
    "members.admit": ONLY_SECRETARY,
    "members.allot": ONLY_SECRETARY,
    "members.transfer": ONLY_SECRETARY,
    "seats.read": SIGNED_IN,
    "seats.establish": ONLY_SECRETARY,
    "seats.appoint": ONLY_SECRETARY,
    "seats.retire": ONLY_SECRETARY,
    "seats.abolish": ONLY_SECRETARY,
    "terms.read": SIGNED_IN,
    "terms.draft": ONLY_SECRETARY,
    "terms.revise": ONLY_SECRETARY,
    "meetings.read": BOARD,
    "meetings.convene": ONLY_SECRETARY,
    "meetings.give_notice": ONLY_SECRETARY,
    "meetings.add_item": ONLY_SECRETARY,
    "meetings.add_paper": ONLY_SECRETARY,
    "meetings.record_attendance": ONLY_SECRETARY,
    "interests.read": SIGNED_IN,
    "interests.read_private": OFFICE,
    "interests.declare": ONLY_SECRETARY,
    "interests.change": ONLY_SECRETARY,
    "interests.end": ONLY_SECRETARY,
    "interests.confirm": ONLY_SECRETARY,
    "decisions.read": SIGNED_IN,
    "decisions.log": ONLY_SECRETARY,
    "packs.print": BOARD,
    "audit.read": OFFICE,
    "home.read": SIGNED_IN,
}

OWN: dict[str, tuple[str, ...]] = {
    "interests.read_private": (MEMBER, DIRECTOR),
    "interests.declare": (MEMBER, DIRECTOR),
    "interests.change": (MEMBER, DIRECTOR),
    "interests.end": (MEMBER, DIRECTOR),
    "interests.confirm": (MEMBER, DIRECTOR),
}


def allows(role: str, granted_over: str | None, permission: str, scope: str | None) -> bool:
    """Whether a role, granted over a document or (None) over the whole register, carries a permission there."""
    if role in EVERYWHERE.get(permission, ()):
        return True
    return granted_over is not None and granted_over == scope and role in OWN.get(permission, ())
