"""Where the pages of one person's declarations are."""

from flask import g, url_for

from registry.people.queries import person_of


def page_of(person_ref: str) -> str:
    """Where whoever acted for a person goes next: to their own page, if it was for themselves."""
    if person_of(g.account) == person_ref:
        return url_for("interests.mine")
    return url_for("interests.person", word=person_ref)
