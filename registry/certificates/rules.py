from datetime import date

from registry.law import rule

FORM = "Model Articles, art. 24"
REPLACEMENT = "Model Articles, art. 25"


@rule(FORM, field="on")
def has_happened(on: date, today: date) -> bool:
    """The register says what was done; {on} is still to come."""
    return on <= today


@rule(FORM, field="on")
def is_a_member_then(entered: date, ceased: date | None, on: date) -> bool:
    """Certificates are of shares that a member holds: from {entered} on, while the account is open."""
    return entered <= on and (ceased is None or on < ceased)


@rule(FORM, field="issued")
def was_a_member_by_then(entered: date, ceased: date | None, issued: date) -> bool:
    """Certificates are of shares that a member holds; that account was opened on {entered}, and closed: {ceased}."""
    return entered <= issued and (ceased is None or issued <= ceased)


@rule(FORM, field="number")
def number_is_free(number: str, is_used: bool) -> bool:
    """A certificate’s number is never used again, and there is a certificate {number}."""
    return not is_used


@rule(FORM, field="numbers")
def numbers_come_to_the_shares(shares: int, numbered: int) -> bool:
    """A certificate states the numbers of its shares: these are {numbered} numbers, of {shares} shares."""
    return shares == numbered


@rule(FORM)
def something_is_to_be_done(is_wanting: bool) -> bool:
    """Every share has its certificate, and every certificate is true."""
    return is_wanting


@rule(FORM, field="on")
def comes_after(on: date, issued: date) -> bool:
    """Nothing happens to a certificate before it is issued, which was on {issued}."""
    return on >= issued


@rule(REPLACEMENT)
def certificate_is_live(cancelled: date | None) -> bool:
    """This certificate has been void since {cancelled}, and its number is never used again."""
    return cancelled is None


@rule(REPLACEMENT, field="grounds")
def loss_is_evidenced(is_lost: bool, grounds: str) -> bool:
    """One that was lost, stolen or destroyed is replaced on evidence or an indemnity: say on what."""
    return not is_lost or grounds != ""


@rule(REPLACEMENT, field="returned")
def old_one_has_come_back(is_lost: bool, returned: date | None) -> bool:
    """One that is damaged, altered or split is replaced once the old one has come back: say when."""
    return is_lost or returned is not None


@rule(REPLACEMENT)
def was_lost(was_lost: bool) -> bool:
    """Only a certificate that was replaced as lost can be found again."""
    return was_lost


@rule(REPLACEMENT, field="shares")
def splits_in_two(shares: int, of_all: int) -> bool:
    """A certificate is split into two: one for some of its {of_all} shares, one for the rest."""
    return 0 < shares < of_all
