from registry.law import rule


@rule("Companies Act 2006, s.318", field="member")
def represents_a_member(is_member: bool) -> bool:
    """Somebody comes for a member who is one on the day of the meeting, by the register of members."""
    return is_member


@rule("Companies Act 2006, s.318", field="member")
def members_meet_in_general_meeting(is_of_members: bool) -> bool:
    """Members have proxies and representatives in general meeting; in other meetings they have none."""
    return is_of_members


@rule("Companies Act 2006, s.324", field="person")
def is_not_that_member(is_holder: bool) -> bool:
    """A member appoints another person to come: who comes as the member, or as one of the holders, needs no right."""
    return not is_holder
