from flask import flash, g, request, url_for
from marshmallow import EXCLUDE

from registry import files
from registry.doors import Duty, Found, Room
from registry.practices.models import Practice
from registry.structure import commands, queries
from registry.structure.models import Belonging, Body
from registry.structure.proposals import preview_of
from registry.structure.schemas import (
    BelongedRow,
    BelongingPage,
    BodyPage,
    BodyRow,
    ConfirmForm,
    DissolveForm,
    FoundForm,
    GroupingRow,
    JoinForm,
    LeaveForm,
    LoadForm,
    PreviewPage,
    in_words,
)
from registry.structure.sent import Sent, day_told_of, in_words_of_the_file, proposed, read, sent_before

room = Room(__name__)


@room.page(
    "/register",
    needs="structure.read",
    tells=BodyRow,
    title="Structure",
    acts=("structure.found", "structure.load"),
)
def register(on):
    return queries.bodies_on(on)


@room.page("/groupings", needs="structure.read", tells=GroupingRow, title="Groupings of the practices")
def groupings(on):
    return queries.groupings_on(on)


@room.page(
    "/<word>",
    needs="structure.read",
    tells=BodyPage,
    title="Body",
    of=Body,
    acts=("structure.join", "structure.dissolve"),
)
def body(body, on):
    return queries.body_on(body, on)


@room.page(
    "/belongings/<word>",
    needs="structure.read",
    tells=BelongingPage,
    title="Belonging",
    of=Belonging,
    acts=("structure.leave",),
)
def belonging(belonging, on):
    return queries.belonging_on(belonging, on)


@room.form("/found", needs="structure.found", asks=FoundForm, title="Found a body")
def found(answer):
    return url_for(".body", word=commands.found(**answer, by=g.account).ref)


@room.form(
    "/<word>/dissolve",
    needs="structure.dissolve",
    asks=DissolveForm,
    title="Dissolve this body",
    of=Body,
    edits=True,
)
def dissolve(body, answer):
    commands.dissolve(body, **answer, by=g.account)
    return url_for(".body", word=body.ref)


@room.form("/<word>/join", needs="structure.join", asks=JoinForm, title="Bring in a practice", of=Body)
def join(body, answer):
    commands.join(body, **answer, by=g.account)
    return url_for(".body", word=body.ref)


@room.form(
    "/belongings/<word>/leave",
    needs="structure.leave",
    asks=LeaveForm,
    title="Take the practice out",
    of=Belonging,
    edits=True,
)
def leave(belonging, answer):
    commands.leave(belonging, **answer, by=g.account)
    return url_for(".belonging", word=belonging.ref)


@room.form("/load", needs="structure.load", asks=LoadForm, title="Load networks")
def load(answer):
    """Keep a file, and go on to the preview of what it would change; nothing is recorded yet."""
    name, content = answer["file"].filename, answer["file"].read()
    as_at = answer["as_at"] or day_told_of(name)
    sent = Sent(read(content), files.keep(content))
    proposed(sent, as_at)
    return url_for(".preview", sha256=sent.sha256, as_at=as_at, name=name)


@room.page(
    "/loads/<sha256>", needs="structure.load", tells=PreviewPage, title="What this file would change", many=False
)
def preview(on):
    chosen = ConfirmForm(unknown=EXCLUDE).load(request.args)
    sent = sent_before(request.view_args["sha256"])
    proposal = proposed(sent, chosen["as_at"])
    return chosen | preview_of(proposal) | {"confirm": url_for(".confirm", sha256=sent.sha256)}


@room.form("/loads/<sha256>/confirm", needs="structure.load", asks=ConfirmForm, title="Load this file")
def confirm(answer):
    sent = sent_before(request.view_args["sha256"])
    with in_words_of_the_file():
        counts = commands.load_networks(sent.published, **answer, sha256=sent.sha256, by=g.account)
    if not g.by_token:
        flash("; ".join(map(str, counts)) + ".")
    return url_for(".register")


@room.panel(
    on=Practice,
    needs="structure.read",
    tells=BelongedRow,
    title="Belonged to",
    empty="Has been in no area, locality, hub or network.",
)
def belonged_to(practice, on):
    return queries.spells_of(practice)


@room.duties(needs="structure.leave")
def practices_that_closed(on):
    """A practice that is closed leaves the bodies it is in from the day after its last."""
    for belonging in queries.outlived(on):
        practice = belonging.practice
        yield Duty(
            f"{practice.name_on(on)} has closed and is still in {belonging.body.name}: take it out.",
            practice.closed,
            "Terms of reference, Membership",
            url_for("structure.belonging", word=belonging.ref),
        )


@room.searched(needs="structure.read")
def search(words, on):
    for found in queries.named_like(words):
        yield Found(in_words(found.kind), found.name, url_for("structure.body", word=found.ref))
