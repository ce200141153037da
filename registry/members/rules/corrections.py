from datetime import date

from registry.law import rule

RECTIFICATION = "Companies Act 2006, s.125"
HOLDINGS = "Companies Act 2006, s.113(3)"
NUMBERS = "Companies Act 2006, s.543"

CLERICAL, CONSENT, COURT = AUTHORITIES = "clerical", "consent", "court"


@rule(RECTIFICATION, field="authority")
def title_is_not_a_slip(affects_title: bool, authority: str) -> bool:
    """Who holds which shares is put right only by the consent of all whose title it touches, or by the court."""
    return not affects_title or authority in (CONSENT, COURT)


@rule(HOLDINGS, field="shares")
def account_stays_in_credit(is_in_credit: bool) -> bool:
    """With that, shares would have gone from an account, here or across a transfer, that did not have them."""
    return is_in_credit


@rule("Companies Act 2006, s.112(2)", field="entered")
def entry_comes_before_what_followed(entered: date, first: date | None) -> bool:
    """The name was entered before anything else on the account happened, which first was on {first}."""
    return first is None or entered <= first


@rule(NUMBERS, field="shares")
def numbers_stay_without_gaps(is_last: bool) -> bool:
    """Numbered shares run without gaps: only the entry that issued the highest numbers can change in number."""
    return is_last


@rule("Companies Act 2006, s.618", field="shares")
def conversion_is_put_right_whole(is_whole: bool) -> bool:
    """Shares that became others are put right as a whole: on another day, or 0 if it should never have been so."""
    return is_whole


@rule(HOLDINGS, field="movement")
def movement_is_of_this_account(is_of_it: bool) -> bool:
    """Only an entry of this account can be put right here."""
    return is_of_it
