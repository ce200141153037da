from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from flask import abort, flash, g, request, url_for
from marshmallow import EXCLUDE, ValidationError

from registry import files
from registry.practices import commands, queries
from registry.practices.models import LIST_SIZES, PRACTICES
from registry.practices.proposals import Counts, Proposal, propose_list_sizes, propose_practices
from registry.practices.published import Unreadable, as_at_from_name, list_sizes_in, practices_in
from registry.practices.schemas import ConfirmForm, LoadedRow, LoadForm, PreviewPage
from registry.practices.views.doors import room

READ: dict[str, Callable[[bytes], Sequence[Any]]] = {PRACTICES: practices_in, LIST_SIZES: list_sizes_in}
PROPOSE: dict[str, Callable[..., Proposal]] = {PRACTICES: propose_practices, LIST_SIZES: propose_list_sizes}
LOAD: dict[str, Callable[..., Counts]] = {PRACTICES: commands.load_practices, LIST_SIZES: commands.load_list_sizes}

NO_DAY = "The file’s name does not say which day it tells of. Write it here."
MOST_PROBLEMS_TOLD = 10


@room.page("/loads", needs="practices.load", tells=LoadedRow, title="Files loaded", acts=("practices.load",))
def loads(on):
    return queries.files_loaded(on)


@room.form("/load", needs="practices.load", asks=LoadForm, title="Load a published file")
def load(answer):
    """Keep a file, and go on to the preview of what it would change; nothing is recorded yet."""
    name, content = answer["file"].filename, answer["file"].read()
    published = read(answer["what"], content)
    chosen = {**answer, "as_at": answer["as_at"] or day_told_of(answer["what"], published, name)}
    sha256 = files.keep(content)
    proposed(chosen, published, sha256)
    return url_for(".preview", sha256=sha256, **typed(chosen | {"name": name}))


@room.page(
    "/loads/<sha256>", needs="practices.load", tells=PreviewPage, title="What this file would change", many=False
)
def preview(on):
    chosen = ConfirmForm(unknown=EXCLUDE).load(request.args)
    sha256, published = sent(chosen["what"])
    proposal = proposed(chosen, published, sha256)
    names = {told.code: told.name for told in published} if chosen["what"] == PRACTICES else {}
    seen = {"chosen": typed(chosen), "confirm": url_for(".confirm", sha256=sha256)}
    return chosen | queries.preview_of(proposal, names, on) | seen


@room.form("/loads/<sha256>/confirm", needs="practices.load", asks=ConfirmForm, title="Load this file")
def confirm(answer):
    sha256, published = sent(answer["what"])
    more = {"name": answer["name"], "sha256": sha256, "by": g.account}
    counts = LOAD[answer["what"]](published, **choices(answer), **more)
    if not g.by_token:
        flash(f"{counts}.")
    return url_for(".register")


def typed(chosen: dict[str, Any]) -> dict[str, str]:
    """What was chosen, as an address or a hidden box carries it to the next page."""
    return {
        "what": chosen["what"],
        "as_at": chosen["as_at"].isoformat(),
        "name": chosen["name"],
        "commissioners": " ".join(chosen["commissioners"]),
    }


def read(what: str, content: bytes) -> Sequence[Any]:
    """What a file says; raises ValidationError with all that is wrong with it."""
    try:
        return READ[what](content)
    except Unreadable as odd:
        raise ValidationError({"file": sentences_of(odd)}) from None


def sentences_of(odd: Unreadable) -> list[str]:
    """The first mistakes in a file, and how many more there are."""
    told = [f"{sentence}." for _, sentence in odd.problems[:MOST_PROBLEMS_TOLD]]
    more = len(odd.problems) + odd.more - len(told)
    return [*told, f"There are {more} more like these."] if more else told


def day_told_of(what: str, published: Sequence[Any], name: str) -> date:
    """The day of a file whose sender left it to us: a count's own day, or else what the file's name says."""
    if what == LIST_SIZES:
        return max(told.as_at for told in published)
    if (proposed := as_at_from_name(name)) is None:
        raise ValidationError({"as_at": [NO_DAY]})
    return proposed


def sent(what: str) -> tuple[str, Sequence[Any]]:
    """The file whose hash is in the address, read."""
    sha256 = (request.view_args or {})["sha256"]
    try:
        return sha256, read(what, files.kept(sha256))
    except LookupError:
        abort(404)


def proposed(chosen: dict[str, Any], published: Sequence[Any], sha256: str) -> Proposal:
    return PROPOSE[chosen["what"]](published, sha256=sha256, **choices(chosen))


def choices(chosen: dict[str, Any]) -> dict[str, Any]:
    """Commissioners matter only to practices: list sizes are taken for those in the register."""
    asked = ("as_at", "commissioners") if chosen["what"] == PRACTICES else ("as_at",)
    return {each: chosen[each] for each in asked}
