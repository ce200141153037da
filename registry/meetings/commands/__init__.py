from registry.meetings.commands.agenda import add_item, change_item, numbered, reorder, strike_item
from registry.meetings.commands.attending import apologise, record_attendance, represent, take_chair
from registry.meetings.commands.convening import convene
from registry.meetings.commands.moving import adjourn, call_off, move
from registry.meetings.commands.noticing import agree_short_notice, give_notice, waive_notice
from registry.meetings.commands.ordering import set_order
from registry.meetings.commands.papers import add_paper
from registry.meetings.commands.publishing import publish

__all__ = [
    "add_item",
    "add_paper",
    "adjourn",
    "agree_short_notice",
    "apologise",
    "call_off",
    "change_item",
    "convene",
    "give_notice",
    "move",
    "numbered",
    "publish",
    "record_attendance",
    "reorder",
    "represent",
    "set_order",
    "strike_item",
    "take_chair",
    "waive_notice",
]
