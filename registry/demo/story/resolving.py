"""A decision of the demo, however it was taken."""

from datetime import date

from registry.decisions import commands as decisions
from registry.decisions.models import AT_MEETING, CARRIED, UNANIMOUS, Decision
from registry.demo.story.cast import Cast


def resolve(cast: Cast, body: str, kind: str, text: str, on: date, **more: object) -> Decision:
    """A decision, carried unless said otherwise; by all the directors where no meeting is named."""
    settled = {"route": AT_MEETING if "meeting" in more else UNANIMOUS, "outcome": CARRIED, "since": on} | more
    return decisions.log(body=cast.bodies[body], kind=kind, text=text, on=on, by=cast.secretary, **settled)  # type: ignore[arg-type]
