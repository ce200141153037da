from registry.meetings.commands.agenda import add_item, change_item, numbered, reorder, strike_item
from registry.meetings.commands.attending import apologise, record_attendance, represent, take_chair
from registry.meetings.commands.convening import convene, give_notice
from registry.meetings.commands.ordering import set_order
from registry.meetings.commands.papers import add_paper

__all__ = [
    "add_item",
    "add_paper",
    "apologise",
    "change_item",
    "convene",
    "give_notice",
    "numbered",
    "record_attendance",
    "represent",
    "take_chair",
    "reorder",
    "set_order",
    "strike_item",
]
