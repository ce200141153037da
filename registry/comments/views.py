from flask import g, url_for

from registry import clock
from registry.comments import commands, queries, rules
from registry.comments.models import Comment
from registry.comments.schemas import AnswerForm, CommentPage, CommentRow, MakeForm, RegisterRow
from registry.doors import Duty, Room
from registry.terms.models import Terms
from registry.wording import counted

room = Room(__name__, under="terms")


@room.page("/register", needs="comments.read", tells=RegisterRow, title="Comments on terms")
def register(on):
    return queries.comments_on(on)


@room.form(
    "/terms/<word>/make",
    needs="comments.make",
    asks=MakeForm,
    title="Comment on this version",
    of=Terms,
    when=lambda terms: queries.is_out(terms, clock.today()),
)
def make(terms, answer):
    rules.one_speaks_for_oneself(answer["person"] is None, office=g.account.may("comments.answer"))
    commands.make(terms, **answer, by=g.account)
    return url_for("terms.version", word=terms.ref)


@room.page("/<word>", needs="comments.read", tells=CommentPage, title="Comment", of=Comment, acts=("comments.answer",))
def comment(comment, on):
    return queries.line_of(comment, on)


@room.form(
    "/<word>/answer",
    needs="comments.answer",
    asks=AnswerForm,
    title="Answer this comment",
    of=Comment,
    edits=True,
    offers=lambda comment: {"outcome": comment.outcome, "answer": comment.answer},
)
def answer(comment, answer):
    commands.answer(comment, **answer, by=g.account)
    return url_for("terms.version", word=comment.terms_ref)


@room.panel(on=Terms, needs="comments.read", tells=CommentRow, title="Comments", empty="")
def comments_of(terms, on):
    return queries.comments_of(terms, on)


@room.duties(needs="comments.make")
def asked_for(on):
    for terms in queries.asked_for(on):
        sentence = f"Comments are asked for on “{terms.title}”, version {terms.version}."
        yield Duty(sentence, terms.comments_by, rules.REVIEW, url_for("terms.version", word=terms.ref))


@room.duties(needs="comments.answer")
def to_answer(on):
    for terms, count in queries.to_answer(on):
        sentence = f"Answer {counted(count, 'comment')} on “{terms.title}”, version {terms.version}."
        yield Duty(sentence, terms.comments_by, rules.REVIEW, url_for("terms.version", word=terms.ref))
