from registry.law import rule


@rule("Model Articles, art. 12(4)", field="person")
def chair_takes_part(is_there: bool) -> bool:
    """The chair of a meeting is one of those who take part in it: this person is not marked as present."""
    return is_there


@rule("Model Articles, art. 12(4)", field="reason")
def stands_in_for_a_reason(is_the_chair: bool, reason: str) -> bool:
    """Somebody else takes the chair when the chair is ten minutes late, away or stands down: say which."""
    return is_the_chair or bool(reason)


@rule("Model Articles, art. 13(2)")
def chair_may_cast(is_to_be_counted: bool) -> bool:
    """The chair has no casting vote on what, having a conflict, he or she is not to be counted for."""
    return is_to_be_counted


@rule("Model Articles, art. 14(7)", field="ruled_by")
def others_rule_on_the_chair(is_about_the_chair: bool, ruled_by_the_chair: bool) -> bool:
    """Whether the chair may take part is for the other directors to decide, without the chair."""
    return not (is_about_the_chair and ruled_by_the_chair)
