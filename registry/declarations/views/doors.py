"""The room, whose papers are read by none but their writer, and the way from page to page."""

from flask import abort, g, url_for

from registry.declarations import pages
from registry.declarations.models import Declaration
from registry.doors import Room
from registry.interests.whereto import page_of

room = Room(__name__, under="interests")


def own(declaration: Declaration) -> Declaration:
    """To everybody but whoever is writing it, 403: what is not confirmed has been told to nobody yet."""
    if declaration.written_by_ref != g.account.ref:
        abort(403)
    return declaration


def onward(declaration: Declaration) -> str:
    """The first page that is still to be answered; once all are, the one on which they are checked."""
    return url_for(f"declarations.{pages.first_unanswered(declaration) or 'confirm'}", word=declaration.ref)


def back_from(declaration: Declaration, name: str | None = None) -> str:
    """The page before, while an interest is declared; whoever changes one goes to each page from where it is told."""
    earlier = pages.page_before(declaration, name)
    if earlier and declaration.interest_ref is None:
        return url_for(f".{earlier}", word=declaration.ref)
    return page_of(declaration.person_ref)
