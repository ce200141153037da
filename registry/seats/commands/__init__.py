from registry.seats.commands.appointing import appoint, choose_voter, correct, retire, strike
from registry.seats.commands.establishing import abolish, establish
from registry.seats.commands.opening import bring_in, bring_in_appointment

__all__ = [
    "abolish",
    "appoint",
    "bring_in",
    "bring_in_appointment",
    "choose_voter",
    "correct",
    "establish",
    "retire",
    "strike",
]
