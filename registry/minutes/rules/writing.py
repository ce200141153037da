"""Of what minutes are written, and how they go out."""

from datetime import date

from registry.law import rule
from registry.minutes.rules.sources import GUIDANCE, OF_DIRECTORS, OF_MEMBERS


@rule(OF_DIRECTORS)
def has_been_held(on: date, today: date, is_cancelled: bool) -> bool:
    """Minutes are of what happened: the meeting of {on} has not been held."""
    return on <= today and not is_cancelled


@rule(OF_MEMBERS)
def members_met_lawfully(is_on_enough_notice: bool) -> bool:
    """A general meeting that was called on too short a notice was not held, and has no minutes."""
    return is_on_enough_notice


@rule(GUIDANCE)
def is_not_yet_settled(meeting: str, settled: date | None) -> bool:
    """The minutes of {meeting} were approved on {settled} and are not written again: a correction is a minute of the
    later meeting at which it is agreed. Enter it there, at an item of that meeting."""
    return settled is None


@rule(GUIDANCE)
def something_has_changed(is_changed: bool) -> bool:
    """Nothing has changed since these minutes were last circulated: no new version goes out."""
    return is_changed


@rule(GUIDANCE, field="circulated")
def goes_out_after_the_meeting(circulated: date, on: date, today: date) -> bool:
    """Minutes go out on the day of the meeting, {on}, or after it, and by today."""
    return on <= circulated <= today


@rule(GUIDANCE)
def is_not_out_yet(is_out: bool) -> bool:
    """These minutes have been circulated: what was written of them is not thrown away."""
    return not is_out


@rule(GUIDANCE)
def is_the_latest(version: int, latest: int) -> bool:
    """Version {version} has been followed by version {latest}: it is the latest that is corrected and approved."""
    return version == latest
