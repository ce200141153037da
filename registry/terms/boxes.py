"""What a version says, as the boxes of a page ask it."""

from typing import Any

from registry.terms.models import TEN_HEADINGS, Terms


def blank() -> dict[str, Any]:
    """The ten headings, and nothing under them yet."""
    return {f"sections-{place}-heading": heading for place, heading in enumerate(TEN_HEADINGS)}


def boxes_of(terms: Terms) -> dict[str, Any]:
    told: dict[str, Any] = {name: getattr(terms, name) for name in ("title", "version", "review_due", "owner")}
    for place, section in enumerate(terms.sections):
        told |= {f"sections-{place}-heading": section.heading, f"sections-{place}-text": section.text}
    for place, line in enumerate(terms.table):
        told |= {f"table-{place}-practice": line.practice, f"table-{place}-person": line.person}
        told[f"table-{place}-responsibility"] = line.responsibility
    for place, rule in enumerate(terms.provisions):
        asked = ("what", "number", "of", "who", "matter", "over", "clause")
        told |= {f"provisions-{place}-{name}": getattr(rule, name) for name in asked}
    return told
