from datetime import timedelta
from hashlib import sha256

from flask import Response, abort, current_app, flash, g, request, url_for
from marshmallow import ValidationError

from registry import clock
from registry.accounts.caller import note_access
from registry.check import commands, queries, rules
from registry.check.comparing import compared
from registry.check.schemas import CompareForm, PrintPage, PrintRow, ShortRow, StandingPage, WithdrawForm
from registry.doors import PUBLIC, Duty, Listing, Room
from registry.doors.checks import limiter
from registry.files import kept
from registry.ledger import Record
from registry.press import Print, keys
from registry.press.codes import as_typed

room = Room(__name__, under="audit")

NOT_OURS = 404
RENEWED_BEFORE = timedelta(days=30)
RUNS_OUT = "Renew the certificate of {name}, with which papers are signed; `registry signing` tells of it."
UNUSABLE = "Have the key mended with which papers are signed: it cannot be read, and `registry signing` tells why."
NO_SUCH_CODE = "No paper of this registry has this code. Compare it, letter by letter, with the foot of the page."
NO_LONGER_KEPT = "The bytes of this paper are no longer here as they were printed."


@room.page("/register", needs="check.read", tells=PrintRow, title="Papers printed")
def register(on):
    """All of them or, asked with ?shows= and a ref, those on which that is shown."""
    return Listing(queries.prints(shown=request.args.get("shows")))


@room.page("/paper", needs=PUBLIC, tells=StandingPage, title="Check a printed page", many=False)
def paper(on):
    """Asks for a code, or tells of the one typed."""
    typed = as_typed(request.args.get("code", ""))
    return _told(typed, "typed the code of a page") if typed else {}


@room.page("/<code>", needs=PUBLIC, tells=StandingPage, title="A printed page", many=False)
def scanned(on):
    return _told(as_typed(request.view_args["code"]), "followed the code of a page")


@room.form("/compare", needs=PUBLIC, asks=CompareForm, title="Compare a file", in_memory=True)
def compare(answer):
    paper, sentences = _compared(answer["file"].read())
    if paper is None:
        raise ValidationError({"file": sentences})
    for sentence in sentences:
        flash(sentence)
    return url_for(".scanned", code=paper.code)


@room.page(
    "/printed/<word>", needs="check.read", tells=PrintPage, title="Paper printed", of=Print, acts=("check.withdraw",)
)
def printed(paper, on):
    return queries.told_to_the_office(paper)


@room.file("/printed/<word>/again", needs="check.reissue", title="The paper as it was printed", of=Print)
def again(paper):
    note_access("had a paper again", paper.code, account_ref=g.account.ref)
    try:
        return f"{paper.title}, {paper.on}.pdf", kept(paper.sha256)
    except (LookupError, ValueError):
        abort(NOT_OURS, NO_LONGER_KEPT)


@room.form(
    "/printed/<word>/withdraw",
    needs="check.withdraw",
    asks=WithdrawForm,
    title="Withdraw this paper",
    of=Print,
    edits=True,
    when=lambda paper: paper.withdrawn is None,
)
def withdraw(paper, answer):
    commands.withdraw(paper, **answer)
    return url_for(".printed", word=paper.ref)


@room.panel(on=Record, needs="check.read", tells=ShortRow, title="Printed", empty="", is_printed=False)
def prints_of(document, on):
    return queries.prints_of(document.ref)


@room.duties(needs="check.withdraw")
def to_be_signed_with(on):
    """A key that does not sign, or soon will not: what is to be signed is not printed without."""
    try:
        key = keys.key()
    except keys.Unusable:
        yield Duty(UNUSABLE, on, rules.AGAINST_FALSIFICATION, url_for(".register"))
        return
    if key is not None and clock.civil_day(key.until) <= on + RENEWED_BEFORE:
        last = clock.civil_day(key.until)
        yield Duty(RUNS_OUT.format(name=key.name), last, rules.AGAINST_FALSIFICATION, url_for(".register"))


def is_refused(answer: Response) -> bool:
    """Only what is guessed wrongly counts."""
    return answer.status_code >= 400


def slowly() -> str:
    return str(current_app.config["SIGN_IN_LIMIT"])


@limiter.shared_limit(slowly, scope="codes", deduct_when=is_refused)
def _told(code: str, what: str):
    found = queries.with_code(code)
    told = queries.told_to_anybody(found) if found else None
    _note(what, f"{code}: {told['state'] if told else 'no such code'}")
    return told or abort(NOT_OURS, NO_SUCH_CODE)


@limiter.shared_limit(slowly, scope="codes", deduct_when=is_refused)
def _compared(content: bytes):
    paper, sentences = compared(content)
    _note("compared a file", f"{sha256(content).hexdigest()}: {paper.code if paper else 'no such bytes'}")
    return paper, sentences


def _note(what: str, about: str) -> None:
    """In the access log, of a stranger too."""
    note_access(what, about, account_ref=g.account.ref if g.account.known else None)
