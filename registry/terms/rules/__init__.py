"""What versions of terms, and their rules, are held to."""

from registry.terms.rules.adopting import (
    body_exists,
    ends_after_it_begins,
    is_adopted,
    is_adopted_once_circulated,
    is_in_force_until_then,
    is_not_yet_adopted,
    no_other_is_in_force_then,
    one_version_is_in_force,
    review_comes_after,
    text_is_finished,
    was_circulated,
    was_not_withdrawn,
)
from registry.terms.rules.circulating import (
    comments_are_asked_for_after_it,
    constitution_is_the_companys,
    has_been_circulated,
    is_amended_once_circulated,
    is_withdrawn_after_it_went_out,
    version_is_new,
)
from registry.terms.rules.finished import (
    unfinished,
)
from registry.terms.rules.provisions import (
    lacking_of,
    quorum_can_be_met,
    rule_is_told_once,
    rule_is_told_whole,
    rule_says_whom_it_governs,
    rule_stands_in_the_text,
    section_told,
    uphold_provisions,
)

__all__ = [
    "body_exists",
    "comments_are_asked_for_after_it",
    "constitution_is_the_companys",
    "ends_after_it_begins",
    "has_been_circulated",
    "is_adopted",
    "is_adopted_once_circulated",
    "is_amended_once_circulated",
    "is_in_force_until_then",
    "is_not_yet_adopted",
    "is_withdrawn_after_it_went_out",
    "lacking_of",
    "no_other_is_in_force_then",
    "one_version_is_in_force",
    "quorum_can_be_met",
    "review_comes_after",
    "rule_is_told_once",
    "rule_is_told_whole",
    "rule_says_whom_it_governs",
    "rule_stands_in_the_text",
    "section_told",
    "text_is_finished",
    "unfinished",
    "uphold_provisions",
    "version_is_new",
    "was_circulated",
    "was_not_withdrawn",
]
