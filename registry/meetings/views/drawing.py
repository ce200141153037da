"""The agenda is drawn up, and its papers added."""

from flask import g

from registry.meetings import commands
from registry.meetings.models import Meeting
from registry.meetings.schemas import AddItemForm, AddPaperForm
from registry.meetings.views.doors import at, room


@room.form("/<word>/add-item", needs="meetings.add_item", asks=AddItemForm, title="Add an item", of=Meeting, edits=True)
def add_item(meeting, answer):
    commands.add_item(meeting, **answer, by=g.account)
    return at(meeting)


@room.form(
    "/<word>/add-paper", needs="meetings.add_paper", asks=AddPaperForm, title="Add a paper", of=Meeting, edits=True
)
def add_paper(meeting, answer):
    commands.add_paper(meeting, **answer, by=g.account)
    return at(meeting)
