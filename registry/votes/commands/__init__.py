from registry.votes.commands.polling import cast, close, demand_poll, open_poll, withdraw_demand
from registry.votes.commands.putting import declare, give_casting_vote, put, strike, withdraw
from registry.votes.commands.speaking import amend, raise_objection

__all__ = [
    "amend",
    "cast",
    "close",
    "declare",
    "demand_poll",
    "give_casting_vote",
    "open_poll",
    "put",
    "raise_objection",
    "strike",
    "withdraw",
    "withdraw_demand",
]
