from registry.transfers.commands.deciding import refuse, register, return_instrument, withdraw, withhold_instrument
from registry.transfers.commands.lodging import lodge, lodge_transmission

__all__ = [
    "lodge",
    "lodge_transmission",
    "refuse",
    "register",
    "return_instrument",
    "withdraw",
    "withhold_instrument",
]
