from typing import Any

from flask import abort, flash, g, request, url_for
from marshmallow import EXCLUDE

from registry import files, ledger
from registry.files import Paper
from registry.openings import commands
from registry.openings.books import BY_NAME
from registry.openings.schemas import ConfirmForm, LoadForm, PreviewPage
from registry.openings.sent import in_words_of_the_file, keep_outcome, lines_in, outcome_kept, rehearsed, sent_before
from registry.openings.views.doors import room
from registry.wording import counted


@room.form("/load", needs="openings.load", asks=LoadForm, title="Bring in an old book")
def load(answer):
    """Keep a file, and go on to the preview of what it would bring in; nothing is recorded yet."""
    content = answer["file"].read()
    paper = answer["paper"]
    chosen = {name: answer[name] for name in ("what", "source", "as_at", "issued")}
    chosen |= {"name": answer["file"].filename, "paper": paper and paper.sha256, "paper_name": paper and paper.name}
    sha256 = files.keep(content)
    found = keep_outcome(rehearsed(lines_in(answer["what"], content), asked(chosen, sha256), g.account))
    return url_for(".preview", sha256=sha256, found=found, **typed(chosen))


@room.page(
    "/loads/<sha256>", needs="openings.load", tells=PreviewPage, title="What this file would bring in", many=False
)
def preview(on):
    chosen = ConfirmForm(unknown=EXCLUDE).load(request.args)
    sha256 = request.view_args["sha256"]
    with ledger.live():
        found = outcome_kept(request.args.get("found", ""))
    page = {"title": "What this file would bring in", "book": BY_NAME[chosen["what"]].title}
    seen = {"chosen": typed(chosen), "confirm": url_for(".confirm", sha256=sha256)}
    return chosen | page | found | seen


@room.form("/loads/<sha256>/confirm", needs="openings.load", asks=ConfirmForm, title="Bring in this file")
def confirm(answer):
    sha256 = request.view_args["sha256"]
    with in_words_of_the_file():
        opened = commands.open_book(sent_before(answer["what"], sha256), **asked(answer, sha256), by=g.account)
    if not g.by_token:
        flash(f"{counted(len(opened.entries), 'entry', 'entries')} brought in from {opened.source}.")
    return url_for(".opening", word=opened.ref)


def asked(chosen: dict[str, Any], sha256: str) -> dict[str, Any]:
    """What the command is told of a file, beside its lines."""
    told = {name: chosen[name] for name in ("what", "source", "name", "as_at", "issued")}
    return told | {"sha256": sha256, "paper": scan(chosen)}


def scan(chosen: dict[str, Any]) -> Paper | None:
    if not chosen["paper"]:
        return None
    try:
        return files.kept_paper(chosen["paper_name"] or chosen["paper"], chosen["paper"])
    except LookupError:
        abort(404)


def typed(chosen: dict[str, Any]) -> dict[str, str]:
    """What was chosen, as an address or a hidden box carries it to the next page."""
    return {name: str(value) for name, value in chosen.items() if value is not None and name in ConfirmForm().fields}
