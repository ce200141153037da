from datetime import date

from registry.law import rule


@rule("Model Articles, art. 9")
def has_not_been_held(has_been: bool) -> bool:
    """A meeting is moved or called off before it is held; one that has begun is adjourned."""
    return not has_been


@rule("Model Articles, art. 9")
def is_another_time(before: tuple[date, str, str, str], after: tuple[date, str, str, str]) -> bool:
    """A meeting is moved to another day, time or place than it had."""
    return before != after


@rule("Model Articles, art. 41", field="on")
def goes_on_once_it_has_begun(begun: date, today: date) -> bool:
    """A meeting is adjourned by those who have met: on its day, or entered after it."""
    return begun <= today


@rule("Model Articles, art. 41", field="on")
def goes_on_later(adjourned: date, on: date) -> bool:
    """What was left undone is taken up later, not before the meeting that left it."""
    return adjourned <= on
