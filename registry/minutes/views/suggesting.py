"""Corrections are suggested on circulated minutes, and accepted or declined."""

from typing import Any

from flask import abort, g, request

from registry.meetings.restricted import bodies_of
from registry.minutes import commands, queries, rules
from registry.minutes.models import Minutes, Suggestion
from registry.minutes.schemas import AnswerForm, SuggestForm, SuggestionPage
from registry.minutes.views.confirming import may_be_approved
from registry.minutes.views.doors import at, entered, hidden, room
from registry.people.queries import person_of


def passage_asked(minutes: Minutes) -> dict[str, Any]:
    """The passage that the address asks for, with its words to begin from; nobody is asked who would be refused."""
    meeting = entered(minutes.meeting)
    rules.suggests_who_may(_is_theirs(minutes, is_own_word=True))
    number = request.args.get("passage", "")
    passage = minutes.passage(int(number)) if number.isdecimal() and len(number) < 6 else None
    if passage is None or passage.item_ref in hidden(meeting):
        return {}
    return {"passage": passage.place, "proposed": passage.text}


def may_be_suggested_on(minutes: Minutes) -> bool:
    return may_be_approved(minutes) and _is_theirs(minutes, is_own_word=True)


@room.form(
    "/<word>/suggest",
    needs="minutes.suggest",
    asks=SuggestForm,
    title="Suggest a correction",
    of=Minutes,
    offers=passage_asked,
    when=may_be_suggested_on,
)
def suggest(minutes, answer):
    meeting = entered(minutes.meeting)
    rules.suggests_who_may(_is_theirs(minutes, is_own_word=answer["person"] is None))
    passage = minutes.passage(answer["passage"])
    rules.is_a_passage(answer["passage"], passage is None or passage.item_ref not in hidden(meeting))
    commands.suggest(minutes, **answer, by=g.account)
    return at(minutes)


def _is_theirs(minutes: Minutes, *, is_own_word: bool) -> bool:
    """Whether the reader was at the meeting or sits on the body, and speaks for herself; or is the office."""
    if g.account.may("minutes.answer"):
        return True
    there = {mark.person_ref for mark in minutes.meeting.attendances}
    return is_own_word and (person_of(g.account) in there or minutes.meeting.body_ref in bodies_of(g.account))


@room.page(
    "/suggestions/<word>",
    needs="minutes.read",
    tells=SuggestionPage,
    title="Suggestion",
    of=Suggestion,
    acts=("minutes.answer",),
)
def suggestion(suggestion, on):
    meeting = entered(suggestion.minutes.meeting)
    if suggestion.passage.item_ref in hidden(meeting) or suggestion.on > on:
        abort(404)
    return queries.suggestion_on(suggestion, on)


@room.form(
    "/suggestions/<word>/answer",
    needs="minutes.answer",
    asks=AnswerForm,
    title="Answer this suggestion",
    of=Suggestion,
    edits=True,
    when=lambda suggestion: not suggestion.outcome,
)
def answer(suggestion, answer):
    commands.answer(suggestion, **answer, by=g.account)
    return at(suggestion.minutes)
