from registry.members.commands.accounts import admit, readdress, remove, reorder, strike
from registry.members.commands.classes import create_class
from registry.members.commands.corrections import correct_address, correct_entry, correct_movement
from registry.members.commands.movements import cancel, convert, issue, transfer
from registry.members.commands.opening import bring_in, bring_in_movement

__all__ = [
    "admit",
    "bring_in",
    "bring_in_movement",
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
