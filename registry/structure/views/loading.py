from flask import flash, g, request, url_for
from marshmallow import EXCLUDE

from registry import files
from registry.structure import commands
from registry.structure.proposals import preview_of
from registry.structure.schemas import ConfirmForm, LoadForm, PreviewPage
from registry.structure.sent import Sent, day_told_of, in_words_of_the_file, proposed, read, sent_before
from registry.structure.views.doors import room


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
