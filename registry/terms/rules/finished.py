"""Whether a text is finished, and where it is not."""

import re

from registry.terms.models import Section, Terms

PLACEHOLDER = re.compile(
    r"\bX{3,}\b|\?{3,}|\bT\.?B\.?[CAD]\b\.?|_{3,}"
    r"|[\[(]\s*to be (?:confirmed|agreed|decided)\s*[\])]|(?:^|:)\s*to be (?:confirmed|agreed|decided)\.?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""What is written where words are to come; “to be agreed” only where it stands alone."""
MEMBERSHIP = "Membership"


def unfinished(terms: Terms) -> list[str]:
    """The headings whose text is missing, or still has in it a place kept for what is to be written."""
    title = ["the title"] if PLACEHOLDER.search(terms.title) else []
    table = ["the membership table"] if any(PLACEHOLDER.search(line.responsibility) for line in terms.table) else []
    rules = ["the rules"] if any(PLACEHOLDER.search(rule.matter) for rule in terms.provisions) else []
    return title + [section.heading for section in terms.sections if _is_unfinished(section, terms)] + table + rules


def _is_unfinished(section: Section, terms: Terms) -> bool:
    """The table of members says all that there is to say under Membership."""
    if not section.text.strip():
        return not (section.heading == MEMBERSHIP and terms.table)
    return PLACEHOLDER.search(f"{section.heading}\n{section.text}") is not None
