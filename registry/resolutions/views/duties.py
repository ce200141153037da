from datetime import date

from flask import url_for

from registry.doors import Duty
from registry.interests.sentences import some_of
from registry.resolutions import queries
from registry.resolutions.models import UNANIMOUSLY, Resolution
from registry.resolutions.sending import not_answered
from registry.resolutions.states import moment_of
from registry.resolutions.telling import line_of
from registry.resolutions.views.doors import at, room
from registry.wording import counted

LAPSES, BY_ALL, KEPT = "Companies Act 2006, s.297(1)", "Model Articles, art. 8", "Companies Act 2006, s.355(1)"


@room.duties(needs="resolutions.send_again")
def to_be_agreed(on):
    """Every resolution that is open: how long it has, how far it is short, and who has said nothing."""
    for resolution in queries.open_on(on):
        authority = BY_ALL if resolution.passes_as == UNANIMOUSLY else LAPSES
        yield Duty(how_it_stands(resolution, on), resolution.last_day, authority, at(resolution), resolution.lapses_by)


def how_it_stands(resolution: Resolution, on: date) -> str:
    """Change of name: lapses in 3 days, 12,000 votes short; no answer yet from Dr Asha Patel."""
    line = line_of(resolution, moment_of(on))
    left = line["days_left"]
    when = "open" if left is None else "lapses at midnight" if left == 1 else f"lapses in {counted(left, 'day')}"
    names = [each.named_on(resolution.circulated_on) for each in not_answered(resolution)]
    silent = f"; no answer yet from {some_of(names)}" if names else ""
    return f"{resolution.title}: {when}, {counted(line['short'], 'vote')} short{silent}."


@room.duties(needs="resolutions.lapse")
def lapse_to_be_logged(on):
    for resolution in queries.lapsed_and_not_logged(on):
        sentence = f"{resolution.title}: it has lapsed; log that it did."
        yield Duty(sentence, resolution.last_day, KEPT, url_for("resolutions.lapse", word=resolution.ref))


@room.duties(needs="decisions.log")
def to_be_done_by_hand(on):
    """What passed, and could not be logged with what it does."""
    for line in queries.to_be_done_by_hand(on):
        passed = f"{line['title']}: it passed as {line['decision']}"
        sentence = f"{passed}; log what it does ({line['kind']}) by another decision that ratifies it."
        yield Duty(sentence, None, KEPT, url_for("decisions.log", earlier=line["decision_ref"]))
