from registry.members.commands.accounts import admit, readdress, remove, reorder, strike
from registry.members.commands.classes import create_class
from registry.members.commands.corrections import correct_address, correct_entry, correct_movement
from registry.members.commands.movements import cancel, convert, issue, transfer

__all__ = [
    "admit",
    "cancel",
    "convert",
    "correct_address",
    "correct_entry",
    "correct_movement",
    "create_class",
    "issue",
    "readdress",
    "remove",
    "reorder",
    "strike",
    "transfer",
]
