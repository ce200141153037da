from datetime import date

from registry import clock
from registry.db import db
from registry.files import Paper
from registry.filings import rules
from registry.filings.models import Filing
from registry.filings.returns import arising_about
from registry.filings.standing import CONFIRMATION, filing_of
from registry.ledger import command, correction
from registry.ledger.acts import Actor


@command
def record(
    *,
    form: str,
    sent: date,
    sent_by: str,
    about: str | None = None,
    sentence: str = "",
    made_up_to: date | None = None,
    reference: str = "",
    evidence: Paper | None = None,
    by: Actor,
) -> Filing:
    """Record that something was sent to the registrar: the duty that called for it, if one did, is done.

    `about` is the ref of the document for which the form is wanted.
    """
    rules.has_been_sent(sent, clock.today())
    rules.statement_is_made_up_to_a_day(form == CONFIRMATION, made_up_to, sent)
    filing = Filing(form=form, sentence=sentence or form, sent=sent, sent_by=sent_by, reference=reference)
    filing.made_up_to = made_up_to
    if about is not None:
        _do_the_duty(filing, about)
    if evidence is not None:
        filing.evidence, filing.evidence_name = evidence.sha256, evidence.name
    db.session.add(filing)
    return filing


@command
def acknowledge(filing: Filing, *, reference: str, evidence: Paper | None = None, by: Actor) -> None:
    """Enter the reference that the registrar gave back, and the paper that shows it."""
    filing.reference = reference
    if evidence is not None:
        filing.evidence, filing.evidence_name = evidence.sha256, evidence.name


@correction
def correct(
    filing: Filing, *, sent: date, sent_by: str, made_up_to: date | None = None, reason: str, by: Actor
) -> None:
    """Put right when, by whom or up to which day something was filed."""
    rules.has_been_sent(sent, clock.today())
    rules.statement_is_made_up_to_a_day(filing.form == CONFIRMATION, made_up_to, sent)
    filing.sent, filing.sent_by, filing.made_up_to = sent, sent_by, made_up_to


def _do_the_duty(filing: Filing, about: str) -> None:
    before = filing_of(filing.form, about)
    rules.has_not_been_filed(before and before.sent)
    found = arising_about(filing.form, about, clock.today())
    rules.is_wanted(found is not None)
    assert found is not None
    _, arising = found
    rules.was_sent_after_it_happened(filing.sent, arising.happened)
    filing.about_ref, filing.due, filing.sentence = about, arising.deadline.due, arising.sentence
