from registry import clock
from registry.comments import rules
from registry.comments.models import Comment
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.terms.models import Terms
from registry.terms.redline import clauses_in
from registry.terms.rules import section_told
from registry.terms.standing import status_on, versions_of


@command
def make(terms: Terms, *, text: str, clause: str = "", person: Person | None = None, by: Actor) -> Comment:
    """Enter what somebody says today of a version that is out for comment: the account, or a person heard by it."""
    today = clock.today()
    rules.is_out_for_comment(status_on(terms, today, versions_of(terms)))
    if clause:
        clauses = {each.number for each in clauses_in(map(section_told, terms.sections))}
        rules.clause_is_in_the_text(clause, clause in clauses)
    comment = Comment(terms=terms, account_ref=by.ref, person=person, on=today, clause=clause, text=text)
    db.session.add(comment)
    return comment


@command
def answer(comment: Comment, *, outcome: str, answer: str = "", by: Actor) -> None:
    """Say what was made of a comment, and why."""
    comment.outcome, comment.answer, comment.answered = outcome, answer, clock.today()
