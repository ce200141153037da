from registry.law import rule
from registry.terms.models import CIRCULATED

REVIEW = "Terms of reference, Review"


@rule(REVIEW)
def is_out_for_comment(status: str) -> bool:
    """Comments are on a version that has been circulated and is not yet adopted or withdrawn; this one is {status}."""
    return status == CIRCULATED


@rule(REVIEW, field="clause")
def clause_is_in_the_text(clause: str, is_there: bool) -> bool:
    """There is no clause {clause} in this version: leave it blank if the comment is on the whole."""
    return is_there


@rule(REVIEW, field="person")
def one_speaks_for_oneself(is_own_word: bool, *, office: bool) -> bool:
    """Everybody comments for himself or herself; another's word is written down by the office alone."""
    return is_own_word or office
