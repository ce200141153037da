"""By what minutes are held to anything. The practice is the institute’s guidance of 2017, on which boards rely."""

from datetime import date

from registry.deadlines import months_from
from registry.structure.models import GENERAL_MEETING

GUIDANCE = "Chartered Governance Institute, Minute taking (2017)"
OF_DIRECTORS = "Companies Act 2006, s.248"
OF_MEMBERS = "Companies Act 2006, s.355"
SIGNED_BY_THE_CHAIR = "Companies Act 2006, s.249"
YEARS_KEPT = 10


def keeping(body_kind: str) -> str:
    """The section by which minutes of a body are kept."""
    return OF_MEMBERS if body_kind == GENERAL_MEETING else OF_DIRECTORS


def kept_until(on: date) -> date:
    """The last day until which the minutes of a meeting are kept at least: ten years from it, in both sections."""
    return months_from(on, 12 * YEARS_KEPT).due
